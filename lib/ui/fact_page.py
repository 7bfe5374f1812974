"""A fact at its own address: its sentence in its paragraph, who, when and how that was reckoned, why, and who else tells it."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib import tables
from lib.knowledge import labels
from lib.records import Event
from lib.ui import cards, evidence, links, navigation
from lib.ui.facts import headline

if TYPE_CHECKING:
    from lib.ui.facts import Fact
    from lib.ui.frame import Frame

_MOST = 30


def draw(frame: Frame, one: Fact) -> None:
    """What happened, in its paragraph, with the reasons beside it."""
    navigation.name_tab(frame.words, f"{cards.kind(one.record, frame.words)}: {cards.summary(one, frame.words)}")
    left, right = st.columns([3, 2], gap="large")
    with left:
        way = links.anchor("article", frame.words.say("fact.in_article"), frame.view, id=one.article.article_id, fact=one.fact_id)
        st.html(evidence.with_ways(paragraph(frame, one), [way]))
        reports(frame, one)
    with right:
        st.html(particulars(frame, one))


def paragraph(frame: Frame, one: Fact) -> str:
    """The paragraph with the sentence marked, as HTML."""
    found, words = tables.event_view([frame.corpus.coded[one.article.article_id]], one.fact_id), frame.words
    told = ("", one.record.evidence.text, "") if found is None else (found.before, found.evidence, found.after)
    before, evidence, after = (escape(part) for part in told)
    return (
        f'<article class="bg-card bg-{cards.tone(one.record)} bg-large">'
        f'<p class="bg-head"><span class="bg-kind">{escape(cards.kind(one.record, words))}</span>'
        f'<span class="bg-meta">{escape(cards.when_or_published(one, words))}</span></p>'
        f'<p class="bg-who">{escape(cards.capital(cards.summary(one, words)))}</p>'
        f'<p class="bg-paragraph">{before}<mark>{evidence}</mark>{after}</p>'
        f'<p class="bg-source">{escape(headline(one.article))}<br>{escape(cards.origin(one.article, words))}</p></article>'
    )


def particulars(frame: Frame, one: Fact) -> str:
    """Who, when, where and why as a list of terms, as HTML."""
    record, words = one.record, frame.words
    rows = [(words.say("why.date"), cards.when(record, words))]
    if isinstance(record, Event):
        rows += [(labels.term_label("role", party.role, words.lang), cards.actor(party, words)) for party in record.actors]
    else:
        rows.append((words.say("column.victims"), record.victims or labels.term_label("victims_kind", record.victims_kind, words.lang)))
        if record.victims_country:
            rows.append((words.say("column.victims_country"), labels.country_name(record.victims_country, words.lang)))
    if record.place:
        rows.append((words.say("column.place"), labels.place_name(record.place.name, record.place.country, words.lang)))
    rows += cards.reasons(one, words)
    told = "".join(f"<dt>{escape(what[:1].upper() + what[1:])}</dt><dd>{escape(how)}</dd>" for what, how in rows)
    return f'<h2 class="bg-h2">{escape(words.say("event.why"))}</h2><dl class="bg-why">{told}</dl>'


def reports(frame: Frame, one: Fact) -> None:
    """The other articles that tell the same, the first published first."""
    words = frame.words
    rows = _others(frame, one)
    st.subheader(words.count("event.reports", len(rows)) if len(rows) else words.say("event.alone"), anchor=False)
    if rows.empty:
        return
    others = [other for key in rows["event_id"].head(_MOST) if (other := frame.corpus.facts.get(str(key)))]
    st.html("".join(evidence.with_ways(cards.card(other, words), _ways(frame, other)) for other in others))


def _ways(frame: Frame, other: Fact) -> list[str]:
    say, view = frame.words.say, frame.view
    return [
        links.anchor("event", say("overview.open"), view, id=other.fact_id),
        links.anchor("article", say("fact.in_article"), view, id=other.article.article_id, fact=other.fact_id),
    ]


def _others(frame: Frame, one: Fact) -> pd.DataFrame:
    whole = frame.corpus.tables
    rows, key = (whole.events, "event_id") if isinstance(one.record, Event) else (whole.casualties, "casualty_id")
    found = rows.loc[rows[key] == one.fact_id, "story_id"]
    if found.empty:
        return pd.DataFrame()
    told = tables.witnesses(whole, str(found.iloc[0]))
    return told[told["event_id"] != one.fact_id]
