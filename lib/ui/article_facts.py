"""What stands beside an article's text: the fact that was picked, the list of facts, and what was seen and not coded."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib import tables
from lib.knowledge import labels
from lib.knowledge.reasons import retell
from lib.ui import cards, evidence, marking, navigation, picktable, state
from lib.ui.facts import Fact, headline, source
from lib.ui.folding import searchable
from lib.ui.picktable import Row

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.knowledge.labels import Lang
    from lib.records import Article, CodedArticle
    from lib.tables import ArticleView
    from lib.ui.corpus import Corpus
    from lib.ui.frame import Frame

_CHOICE = "article-choice"


def choose(frame: Frame) -> CodedArticle | None:
    """The article that the address names, else the newest in view that has facts; a menu offers those in view, the newest first.

    None where the address names one that there is not: another one's text would pass for it.
    """
    words, coded = frame.words, frame.corpus.coded
    asked = frame.view.pick("id")
    known = not asked or asked in coded
    if not known:
        st.warning(words.say("article.unknown"))
    newest = frame.tables.articles.sort_values("published", ascending=False, na_position="last", kind="stable")
    ids = list(dict.fromkeys([*newest["article_id"], *([asked] if asked and known else [])]))
    if not ids:
        st.info(words.say("app.nothing_in_view" if coded else "app.nothing_yet"))
        return None
    first = next((one for one in ids if coded[one].events or coded[one].casualties), ids[0])
    chosen = (asked or first) if known else None
    names = _names(frame.corpus, words.lang)
    state.show(_CHOICE, chosen)
    st.selectbox(
        words.say("article.choose"),
        ids,
        index=None,
        format_func=names.__getitem__,
        key=_CHOICE,
        placeholder=words.say("article.hint"),
        on_change=lambda: state.pick(_CHOICE, id=st.session_state[_CHOICE], fact=None),
        filter_mode="contains",
    )
    if chosen is None:
        return None
    navigation.name_tab(words, headline(coded[chosen].article))
    return coded[chosen]


@lru_cache(maxsize=8)
def _names(corpus: Corpus, lang: Lang) -> Mapping[str, str]:
    """What the menu calls each article: its title, who published it and when; found by whoever types without marks."""
    return {key: searchable(_named(one.article, lang)) for key, one in corpus.coded.items()}


def _named(article: Article, lang: Lang) -> str:
    day = labels.date_label(article.published, None, article.published_precision, lang)
    return " · ".join(part for part in (headline(article), source(article), day) if part)


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


def listed(frame: Frame, view: ArticleView, chosen: str | None) -> None:
    """All facts of the article by number; a row picks one, by mouse or keyboard."""
    numbers, words = marking.numbered(view), frame.words
    if not numbers:
        return
    st.subheader(words.say("article.list"), anchor=False)
    facts = [Fact(view.article, record) for record in marking.records_of(view)]
    rows = [
        Row(
            one.fact_id,
            cards.kind(one.record, words),
            str(numbers[one.fact_id]),
            f"var(--{cards.tone(one.record)})",
            cards.summary(one, words),
            picked=one.fact_id == chosen,
        )
        for one in facts
    ]
    heads = [words.say(f"column.{name}") for name in ("kind", "number", "summary")]
    picktable.draw("article-facts", words.say("article.list_table"), heads, rows, lambda fact: state.pick(fact=fact), numbered=True)


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
