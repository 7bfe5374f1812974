"""What stands beside an article's text: the fact that was picked, the list of facts, and what was seen and not coded."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib import tables
from lib.knowledge.reasons import retell
from lib.ui import cards, evidence, marking, state
from lib.ui.facts import Fact, headline, source

if TYPE_CHECKING:
    from lib.records import CodedArticle
    from lib.tables import ArticleView
    from lib.ui.frame import Frame

_CHOICE = "article-choice"
_LIST = 300  # pixels: the picked fact stands above it on one screen
_ROW = 35  # pixels


def choose(frame: Frame) -> CodedArticle | None:
    """The article that the address names, else the newest in view that has facts; a menu offers those in view, the newest first."""
    words, coded = frame.words, frame.corpus.coded
    asked = frame.view.pick("id")
    if asked and asked not in coded:
        st.warning(words.say("article.unknown"))
        asked = None
    newest = frame.tables.articles.sort_values("published", ascending=False, na_position="last", kind="stable")
    ids = list(dict.fromkeys([*newest["article_id"], *([asked] if asked else [])]))
    if not ids:
        st.info(words.say("app.nothing_in_view" if coded else "app.nothing_yet"))
        return None
    chosen = asked or next((one for one in ids if coded[one].events or coded[one].casualties), ids[0])
    state.show(_CHOICE, chosen)
    st.selectbox(
        words.say("article.choose"),
        ids,
        format_func=lambda one: _named(coded[one]),
        key=_CHOICE,
        on_change=lambda: state.pick(_CHOICE, id=st.session_state[_CHOICE], fact=None),
    )
    return coded[chosen]


def _named(coded: CodedArticle) -> str:
    return " · ".join(part for part in (headline(coded.article), source(coded.article)) if part)


def view_of(frame: Frame, coded: CodedArticle) -> ArticleView:
    """The article with the facts that the filters leave and the one that the address asks for."""
    keep = {*frame.tables.events["event_id"], *frame.tables.casualties["casualty_id"], frame.view.pick("fact")}
    events = tuple(one for one in coded.events if one.event_id in keep)
    casualties = tuple(one for one in coded.casualties if one.casualty_id in keep)
    return tables.article_view(replace(coded, events=events, casualties=casualties))


def picked(frame: Frame, view: ArticleView) -> str | None:
    """The fact of this article that the address asks for."""
    asked = frame.view.pick("fact")
    return asked if asked in marking.numbered(view) else None


def picked_fact(frame: Frame, view: ArticleView, one: str | None) -> None:
    """The picked fact with why it was coded so, or how to pick one."""
    words = frame.words
    if one is None:
        count = len(view.events) + len(view.casualties)
        st.html(f'<p class="bg-note">{words.count("article.how", count) if count else words.say("article.no_facts")}</p>')
        return
    with st.container(key="bg-picked", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader(words.say("article.why", number=marking.numbered(view)[one]), anchor=False, width="content")
            st.button(words.say("article.close"), key="close-fact", on_click=lambda: state.pick(fact=None), type="tertiary")
        evidence.fact(frame, frame.corpus.facts[one], detail=True, place="article")


def listed(frame: Frame, view: ArticleView) -> None:
    """All facts of the article by number; a row picks one, by mouse or keyboard."""
    numbers = marking.numbered(view)
    if not numbers:
        return
    facts = [Fact(view.article, record) for record in marking.records_of(view)]
    words = frame.words
    st.subheader(words.say("article.list"), anchor=False)
    columns = {
        "number": [numbers[one.fact_id] for one in facts],
        "kind": [cards.kind(one.record, words) for one in facts],
        "summary": [cards.summary(one, words) for one in facts],
    }
    rows = pd.DataFrame({words.say(f"column.{name}"): values for name, values in columns.items()})
    key = f"facts-{view.article.article_id}-{len(facts)}"
    st.dataframe(
        rows,
        hide_index=True,
        height=min(_LIST, _ROW * (len(facts) + 1) + 3),
        column_config={
            words.say("column.number"): st.column_config.NumberColumn(width=40),
            words.say("column.kind"): st.column_config.TextColumn(width=150),
        },
        key=key,
        on_select=lambda: _take(key, [one.fact_id for one in facts]),
        selection_mode="single-row",
        alt=words.say("article.list"),
    )


def _take(key: str, ids: list[str]) -> None:
    chosen = st.session_state[key]["selection"]["rows"]
    state.pick(fact=ids[chosen[0]] if chosen else None)


def dropped(frame: Frame, coded: CodedArticle) -> None:
    """What was seen in the text and not coded, each with its reason."""
    words = frame.words
    if not coded.dropped:
        return
    with st.expander(words.count("article.dropped", len(coded.dropped))):
        rows = {
            "seen": [coded.article.text[one.start : one.end] for one in coded.dropped],
            "reason": [retell(one.reason, words.lang) for one in coded.dropped],
            "rule": [one.rule for one in coded.dropped],
        }
        st.dataframe(pd.DataFrame({words.say(f"column.{name}"): values for name, values in rows.items()}), hide_index=True)
