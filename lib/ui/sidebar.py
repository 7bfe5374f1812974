"""The filters, the same on every page. Each widget shows what the address says and writes what the visitor chooses into it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from lib.knowledge.labels import LANGS
from lib.tables import Filters, Tables
from lib.ui import corpus as corpora
from lib.ui import state
from lib.ui.address import FIRST_DAY, LAST_DAY, View

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.ui.corpus import Corpus
    from lib.ui.wording import Wording

_LISTS = ("countries", "actors", "event_types", "outlets", "statuses")


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
    """Period, countries, actors, types, outlets, status, words; and the way back to everything."""
    chosen = view.filters
    choices = corpora.options(corpus, view.lang)
    _text(chosen, words)
    _period(chosen, words)
    _list("countries", corpora.with_chosen(choices.countries, chosen.countries, view.lang), chosen, words)
    _list("actors", choices.actors, chosen, words)
    _list("event_types", choices.event_types, chosen, words)
    _list("statuses", choices.statuses, chosen, words)
    _list("outlets", choices.outlets, chosen, words)
    st.button(words.say("sidebar.reset"), on_click=_reset, disabled=chosen == Filters(), width="stretch", key=_key("reset"))


def count(tables: Tables, corpus: Corpus, words: Wording) -> None:
    """How much is in view, of how much."""
    shown, whole = len(tables.events) + len(tables.casualties), len(corpus.tables.events) + len(corpus.tables.casualties)
    st.caption(words.say("sidebar.in_view", facts=shown, all_facts=whole, articles=len(tables.articles), all_articles=len(corpus.coded)))


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


def _period(chosen: Filters, words: Wording) -> None:
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


def _list(name: str, choices: Mapping[str, str], chosen: Filters, words: Wording) -> None:
    _show(name, list(getattr(chosen, name)))
    st.multiselect(
        words.say(f"sidebar.{name}"),
        list(choices),
        format_func=lambda code: choices.get(code, code),
        key=_key(name),
        placeholder=words.say("sidebar.all"),
        on_change=_take,
        filter_mode="contains",
        select_all=False,
    )


def _take() -> None:
    """Write what the widgets say into the address; filters that have no widget stay as they are."""
    view = state.reading().view
    said = st.session_state
    period = {name: said.get(_key(name)) for name in ("date_from", "date_to")}
    lists = {name: tuple(said.get(_key(name), ())) for name in _LISTS}
    chosen = replace(
        view.filters,
        date_from=period["date_from"],
        date_to=period["date_to"],
        countries=lists["countries"],
        actors=lists["actors"],
        event_types=lists["event_types"],
        outlets=lists["outlets"],
        statuses=lists["statuses"],
        text=(said.get(_key("text")) or "").strip(),
        undated=bool(said.get(_key("undated"), False)) and any(period.values()),
    )
    state.go(replace(view.with_picks(page=None), filters=chosen))


def _take_language() -> None:
    state.go(replace(state.reading().view, lang=st.session_state[_key("lang")]))


def _reset() -> None:
    state.go(state.reading().view.without_filters())
