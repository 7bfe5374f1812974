"""The parts of the overview."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.knowledge import labels
from lib.ui import cards, evidence, headline
from lib.ui.facts import headline as title_of
from lib.ui.facts import source
from lib.ui.navigation import page_link

if TYPE_CHECKING:
    from lib.tables import OverviewView
    from lib.ui.frame import Frame

_MOST = 8


def numbers(frame: Frame, view: OverviewView) -> None:
    """How much there is, in five numbers."""
    words, counts = frame.words, view.counts
    shown = {
        "articles": counts.articles,
        "events": counts.events,
        "countries": counts.countries,
        "meetings": counts.meetings,
        "casualties": counts.casualties,
    }
    headline.row(words, shown)
    if view.first is not None and view.last is not None:
        first, last = (labels.date_label(day.date(), None, "day", words.lang) for day in (view.first, view.last))
        st.caption(words.say("overview.period", first=first, last=last))


def active(frame: Frame, view: OverviewView) -> None:
    """The countries that act and speak most, each a link to its reactions."""
    words = frame.words
    st.subheader(words.say("overview.active"), anchor=False)
    with st.container(key="bg-active", gap=None):
        for country, count in list(zip(view.active["country"], view.active["count"], strict=True))[:_MOST]:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                page_link("reactions", labels.country_name(country, words.lang), frame.view, pick=country)
                st.caption(words.count("overview.events_of", int(count)), width="content")


def totals(frame: Frame, view: OverviewView) -> None:
    """The newest running total of each series, with its claimant and the way to its sentence."""
    words = frame.words
    facts = [frame.corpus.facts[one] for one in view.latest["casualty_id"][:_MOST] if one in frame.corpus.facts]
    if not facts:
        st.caption(words.say("overview.no_totals"))
        return
    for place in range(0, len(facts), 2):
        for column, one in zip(st.columns(2, gap="large"), facts[place : place + 2], strict=False):
            with column:
                evidence.fact(frame, one, place="total")


def upcoming(frame: Frame, view: OverviewView) -> None:
    """Meetings that are announced."""
    words = frame.words
    facts = [frame.corpus.facts[one] for one in view.upcoming["event_id"][:_MOST] if one in frame.corpus.facts]
    if not facts:
        st.caption(words.say("overview.none_upcoming"))
    for one in facts:
        page_link("event", f"{cards.when(one.record, words)} · {cards.summary(one, words)}", frame.view, id=one.fact_id)


def articles(frame: Frame) -> None:
    """The articles in view, newest first."""
    words = frame.words
    st.subheader(words.say("overview.articles"), anchor=False)
    rows = frame.tables.articles.sort_values("published", ascending=False, na_position="last", kind="stable")
    for key in rows["article_id"][:_MOST]:
        article = frame.corpus.coded[key].article
        day = labels.date_label(article.published, None, article.published_precision, words.lang) or words.say("fact.published_unknown")
        with st.container(gap="xxsmall"):
            page_link("article", title_of(article), frame.view, id=key)
            st.caption(" · ".join(part for part in (source(article), day) if part))
