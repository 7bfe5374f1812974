"""The filters, the same on every page. Each widget shows what the address says and writes what the visitor chooses into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from lib.knowledge import labels
from lib.knowledge.labels import LANGS
from lib.tables import Filters
from lib.ui import choices, periods, state
from lib.ui.address import FIRST_DAY, LAST_DAY, View

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lib.ui.corpus import Corpus
    from lib.ui.wording import Wording

_FIRST = ("countries", "recipients", "event_types", "event_modes", "actors")
_MORE = ("outlets", "statuses", "quad")
_ALL = "all"
_SHOWN = "filters-shown"
_STEP = 5  # percent between two steps of the confidence
_KEPT = 4000
"""How many labels of menus are remembered, to know what a hand meant that was quicker than the new counts."""


def language(view: View, words: Wording) -> None:
    """The switch between the languages."""
    _show("lang", view.lang)
    st.segmented_control(
        words.say("sidebar.language"),
        LANGS,
        format_func=lambda lang: words.say(f"language.{lang}"),
        required=True,
        key=_key("lang"),
        on_change=_take_language,
        label_visibility="collapsed",
    )


def filters(view: View, words: Wording, corpus: Corpus) -> None:
    """Words, period, countries, whom, types, modes, parties; behind them outlets, status, class, confidence; the way back to everything."""
    chosen = view.filters
    _text(chosen, words)
    _period(chosen, words, corpus)
    for name in _FIRST:
        _list(name, choices.menu(name, corpus, chosen, view.lang), chosen, words)
    with st.expander(words.say("sidebar.more"), expanded=any(getattr(chosen, name) for name in (*_MORE, "confidence_min"))):
        for name in _MORE:
            _list(name, choices.menu(name, corpus, chosen, view.lang), chosen, words)
        _confidence(chosen, words)
    st.session_state[_SHOWN] = chosen
    st.button(words.say("sidebar.reset"), on_click=reset, disabled=chosen == Filters(), width="stretch", key=_key("reset"))


def _key(name: str) -> str:
    return f"filter-{name}"


def _show(name: str, value: object) -> None:
    """Make a widget show `value`; left alone where it does, so that nothing is taken from under a quick hand."""
    key = _key(name)
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def _text(chosen: Filters, words: Wording) -> None:
    _show("text", chosen.text)
    st.text_input(
        words.say("sidebar.text"),
        key=_key("text"),
        placeholder=words.say("sidebar.text_hint"),
        on_change=_take,
        type="search",
        max_chars=200,
    )


def _period(chosen: Filters, words: Wording, corpus: Corpus) -> None:
    _presets(chosen, words, corpus)
    left, right = st.columns(2, gap="small", wrap=False)
    for column, name, value in ((left, "date_from", chosen.date_from), (right, "date_to", chosen.date_to)):
        _show(name, value)
        column.date_input(
            words.say(f"sidebar.{name}"),
            value=None,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="DD/MM/YYYY",
            key=_key(name),
            on_change=_take,
        )
    if chosen.date_from or chosen.date_to:
        _show("undated", chosen.undated)
        st.checkbox(words.say("sidebar.undated"), key=_key("undated"), on_change=_take)


def _presets(chosen: Filters, words: Wording, corpus: Corpus) -> None:
    ends = corpus.last_day
    if ends is None:
        return
    whole = not (chosen.date_from or chosen.date_to)
    _show("period", _ALL if whole else periods.named(chosen.date_from, chosen.date_to, ends))
    st.pills(
        words.say("sidebar.period"),
        (_ALL, *periods.PRESETS),
        format_func=lambda name: words.say(f"period.{name}", month=labels.date_label(ends, ends.replace(day=28), "month", words.lang)),
        key=_key("period"),
        help=words.say("sidebar.period_help", day=labels.date_label(ends, None, "day", words.lang)),
        on_change=_take_preset,
        args=(ends,),
    )


def _list(name: str, menu: Mapping[str, str], chosen: Filters, words: Wording) -> None:
    codes = list(getattr(chosen, name))
    _relabel(name, codes, menu)
    st.multiselect(
        words.say(f"sidebar.{name}"),
        list(menu),
        format_func=lambda code: menu.get(code, code),
        key=_key(name),
        placeholder=words.say("sidebar.all" if menu else "sidebar.nothing"),
        on_change=_take,
        filter_mode="contains",
        select_all=False,
        disabled=not menu,
    )


def _relabel(name: str, codes: list[str], menu: Mapping[str, str]) -> None:
    """Show `codes` by the labels that they have now: a menu's label holds a count, that of what is chosen does not."""
    labels_now, memory = tuple(menu.get(code, code) for code in codes), f"labels-{name}"
    seen: dict[str, str] = st.session_state.get(memory, {})
    if st.session_state.get(f"shown-{name}") != labels_now:
        st.session_state[f"shown-{name}"] = labels_now
        st.session_state[_key(name)] = codes
    else:
        _show(name, codes)
    st.session_state[memory] = {**(seen if len(seen) < _KEPT else {}), **{label: code for code, label in menu.items()}}


def _confidence(chosen: Filters, words: Wording) -> None:
    _show("confidence", round(chosen.confidence_min * 100 / _STEP) * _STEP)
    st.slider(words.say("sidebar.confidence"), 0, 100, step=_STEP, format="%d%%", key=_key("confidence"), on_change=_take)


def _take() -> None:
    """Write what the widgets say into the address; filters that have no widget stay as they are."""
    view = state.reading().view
    said = st.session_state
    period = {name: said.get(_key(name)) for name in ("date_from", "date_to")}
    lists = {name: _codes(name) for name in choices.LISTS}
    before = round(view.filters.confidence_min * 100 / _STEP) * _STEP
    confidence = said.get(_key("confidence"), before)
    plain = Filters(
        date_from=period["date_from"],
        date_to=period["date_to"],
        text=(said.get(_key("text")) or "").strip(),
        confidence_min=view.filters.confidence_min if confidence == before else confidence / 100,
        undated=bool(said.get(_key("undated"), False)) and any(period.values()),
    )
    chosen = choices.with_codes(plain, **lists)
    # A label that a new count has changed is no choice: were it taken for one, it would undo a step of Back that came just before.
    if chosen != st.session_state.get(_SHOWN):
        state.go(replace(view.with_picks(page=None), filters=chosen))


def _codes(name: str) -> tuple[str, ...]:
    """What a menu says; of a label that stood there before the counts changed, the code that it stood for."""
    known: dict[str, str] = st.session_state.get(f"labels-{name}", {})
    return tuple(dict.fromkeys(known.get(one, one) for one in st.session_state.get(_key(name), ())))


def _take_preset(ends: date) -> None:
    asked = st.session_state[_key("period")] or _ALL
    first, last = (None, None) if asked == _ALL else periods.preset(asked, ends)
    view = state.reading().view
    chosen = replace(view.filters, date_from=first, date_to=last, undated=view.filters.undated and first is not None)
    state.go(replace(view.with_picks(page=None), filters=chosen))


def _take_language() -> None:
    state.go(replace(state.reading().view, lang=st.session_state[_key("lang")]))


def reset() -> None:
    """Take every filter out of the address."""
    state.go(state.reading().view.without_filters())
