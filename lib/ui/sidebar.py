"""The filters, the same on every page. Each widget shows what the address says and writes what the visitor chooses into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

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
_STEP = 5  # percent between two steps of the confidence
_KEPT = 4000
"""How many labels of menus are remembered, to know what a hand meant that was quicker than the new counts."""


def language(view: View, words: Wording) -> None:
    """The switch between the languages."""
    state.show(_key("lang"), view.lang)
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
    used = any(getattr(chosen, name) for name in (*_MORE, "confidence_min"))
    box = st.expander(words.say("sidebar.more"), expanded=used, key=_key("more"), on_change="rerun")
    if box.open:  # what nobody sees is not drawn: each menu costs the browser a few milliseconds on every change
        with box:
            for name in _MORE:
                _list(name, choices.menu(name, corpus, chosen, view.lang), chosen, words)
            _confidence(chosen, words)
    st.button(words.say("sidebar.reset"), on_click=reset, disabled=chosen == Filters(), width="stretch", key=_key("reset"))


def _key(name: str) -> str:
    return f"filter-{name}"


def _text(chosen: Filters, words: Wording) -> None:
    state.show(_key("text"), chosen.text)
    st.text_input(
        words.say("sidebar.text"),
        key=_key("text"),
        placeholder=words.say("sidebar.text_hint"),
        on_change=_take,
        args=("text",),
        type="search",
        max_chars=200,
    )


def _period(chosen: Filters, words: Wording, corpus: Corpus) -> None:
    _presets(chosen, words, corpus)
    left, right = st.columns(2, gap="small", wrap=False)
    for column, name, value in ((left, "date_from", chosen.date_from), (right, "date_to", chosen.date_to)):
        state.show(_key(name), value)
        column.date_input(
            words.say(f"sidebar.{name}"),
            value=None,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="DD/MM/YYYY",
            key=_key(name),
            on_change=_take,
            args=(name,),
        )
    if chosen.date_from or chosen.date_to:
        state.show(_key("undated"), chosen.undated)
        st.checkbox(words.say("sidebar.undated"), key=_key("undated"), on_change=_take, args=("undated",))


def _presets(chosen: Filters, words: Wording, corpus: Corpus) -> None:
    ends = corpus.last_day
    if ends is None:
        return
    whole = not (chosen.date_from or chosen.date_to)
    state.show(_key("period"), _ALL if whole else periods.named(chosen.date_from, chosen.date_to, ends))
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
    _relabel(name, list(getattr(chosen, name)), menu)
    st.multiselect(
        words.say(f"sidebar.{name}"),
        list(menu),
        format_func=lambda code: menu.get(code, code),
        key=_key(name),
        placeholder=words.say("sidebar.all" if menu else "sidebar.nothing"),
        on_change=_take,
        args=(name,),
        filter_mode="contains",
        select_all=False,
        disabled=not menu,
    )


def _relabel(name: str, codes: list[str], menu: Mapping[str, str]) -> None:
    """Show `codes` by the labels that they have now, with the counts of now.

    Where the browser has these labels already it is told nothing, since being told empties the words that are being typed.
    """
    shown, memory = f"shown-{name}", f"labels-{name}"
    seen: dict[str, str] = st.session_state.get(memory, {})
    before: Mapping[str, str] = st.session_state.get(shown, {})
    state.show(_key(name), codes, said=_codes(name))
    if any(before.get(code) != menu.get(code) for code in codes):
        st.session_state[_key(name)] = codes
    st.session_state[shown] = menu
    st.session_state[memory] = {**(seen if len(seen) < _KEPT else {}), **{label: code for code, label in menu.items()}}


def _confidence(chosen: Filters, words: Wording) -> None:
    state.show(_key("confidence"), _percent(chosen))
    st.slider(
        words.say("sidebar.confidence"), 0, 100, step=_STEP, format="%d%%", key=_key("confidence"), on_change=_take, args=("confidence",)
    )


def _percent(chosen: Filters) -> int:
    """The step of the slider next to the lowest confidence."""
    return round(chosen.confidence_min * 100 / _STEP) * _STEP


def _take(name: str) -> None:
    """Write what the widget of the filter `name` says into the address."""
    codes = _codes(name) if name in choices.LISTS else None
    view = state.heard(_key(name), said=codes)
    if view is None:
        return
    chosen = _with(view.filters, name, st.session_state.get(_key(name)) if codes is None else codes)
    state.go(replace(view.with_picks(page=None), filters=chosen))


def _with(filters: Filters, name: str, said: Any) -> Filters:  # noqa: ANN401  # whatever that widget gives
    """`filters` with what the widget of one of them says."""
    if name == "confidence":
        return filters if said == _percent(filters) else replace(filters, confidence_min=said / 100)
    changes: dict[str, Any] = {name: (said or "").strip() if name == "text" else said}
    chosen = replace(filters, **changes)
    had, has = (bool(one.date_from or one.date_to) for one in (filters, chosen))
    # A period begins with what has no day of its own in it, as most facts have none; without one there is nothing to add these to.
    return replace(chosen, undated=has and (chosen.undated or not had))


def _codes(name: str) -> tuple[str, ...]:
    """What a menu says; of a label that stood there before the counts changed, the code that it stood for."""
    known: dict[str, str] = st.session_state.get(f"labels-{name}", {})
    return tuple(dict.fromkeys(known.get(one, one) for one in st.session_state.get(_key(name), ())))


def _take_preset(ends: date) -> None:
    view = state.heard(_key("period"))
    if view is None:
        return
    asked = st.session_state[_key("period")] or _ALL
    first, last = (None, None) if asked == _ALL else periods.preset(asked, ends)
    chosen = replace(view.filters, date_from=first, date_to=last, undated=first is not None)
    state.go(replace(view.with_picks(page=None), filters=chosen))


def _take_language() -> None:
    view = state.heard(_key("lang"))
    if view is not None:
        state.go(replace(view, lang=st.session_state[_key("lang")]))


def reset() -> None:
    """Take every filter out of the address."""
    state.go(state.meant().without_filters())
