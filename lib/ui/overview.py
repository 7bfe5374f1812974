"""The parts of the overview: what an editor wants at nine in the morning, each number a link to what it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from lib import tables
from lib.knowledge import labels
from lib.records import Casualty, EventType, Status
from lib.tables.meetings import RECENT
from lib.tables.overview import news_view
from lib.ui import cards, charting, periods, state
from lib.ui.navigation import page_link

if TYPE_CHECKING:
    from datetime import date

    import plotly.graph_objects as go

    from lib.tables import OverviewView
    from lib.tables.overview import NewsView
    from lib.ui.address import View
    from lib.ui.frame import Frame
    from lib.ui.periods import Span

_MOVERS, _STORIES, _FIGURES, _MEETINGS = 8, 7, 5, 6
_PICTURE = 380  # pixels
_SHORT_CHART = 250


def span_of(frame: Frame) -> Span | None:
    """The period whose news is told: the filters', else the last seven days of the data; None where there is no day at all."""
    chosen, ends = frame.view.filters, frame.corpus.last_day
    first, last = chosen.date_from, chosen.date_to or ends
    if first and last and first <= last:
        return first, last
    return periods.preset("week", last) if last else None


def news(frame: Frame, span: Span) -> NewsView:
    """What `span` brought, under every filter but the period."""
    free = replace(frame.view.filters, date_from=None, date_to=None, undated=False)
    return news_view(tables.apply(frame.corpus.tables, free), span, periods.before(span), _STORIES)


def numbers(frame: Frame, view: OverviewView, found: NewsView | None) -> None:
    """How much there is, each a link to where it is listed, and how much of it the period brought."""
    words, counts = frame.words, view.counts
    shown: dict[str, tuple[str, int, tuple[int, int] | None]] = {
        "articles": ("article", counts.articles, found.articles if found else None),
        "events": ("events", counts.events, found.events if found else None),
        "countries": ("reactions", counts.countries, None),
        "meetings": ("meetings", counts.meetings, found.meetings if found else None),
        "casualties": ("casualties", counts.casualties, found.figures if found else None),
    }
    with st.container(key="bg-figures", horizontal=True, gap="medium"):
        for name, (page, value, brought) in shown.items():
            with st.container(width="content", gap=None, key=f"bg-figure-{name}"):
                page_link(page, f"**{labels.number(value, words.lang)}** {words.say(f'number.{name}')}", frame.view)
                if brought:
                    now, before = (labels.number(n, words.lang) for n in brought)
                    st.caption(words.say("overview.brought", n=now, before=before))


def period(frame: Frame, span: Span) -> None:
    """Which days are the new ones, and the way to look at them alone."""
    words = frame.words
    first, last = (labels.date_label(day, None, "day", words.lang) for day in span)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="bg-links-period"):
        st.subheader(words.say("overview.news", first=first, last=last), anchor=False, width="content")
        if (frame.view.filters.date_from, frame.view.filters.date_to) != span:
            page_link("overview", words.say("overview.only_these"), within(frame.view, *span))
    st.caption(words.say("overview.news_note"))


def within(view: View, first: date, last: date) -> View:
    """The view of a period as news are counted: what has no date stands on the day of its publication."""
    return replace(view, filters=replace(view.filters, date_from=first, date_to=last, undated=True))


def days(frame: Frame, view: OverviewView) -> None:
    """The timeline; a bar takes the page to its days."""
    from lib import charts  # noqa: PLC0415 - plotly is loaded where a chart is drawn

    words = frame.words
    st.subheader(words.say("overview.days"), anchor=False)
    figure = charts.timeline(view, words.lang, height=_SHORT_CHART)
    charting.draw(figure, "timeline", words.say("overview.days_alt"), words.lang, _take_days)


def days_picture(frame: Frame, view: OverviewView) -> go.Figure:
    """The timeline as it is taken along."""
    from lib import charts  # noqa: PLC0415 - plotly is loaded where a chart is drawn

    return charts.timeline(view, frame.words.lang, height=_PICTURE)


def _take_days(point: charting.Point | None) -> None:
    custom = (point or {}).get("customdata")
    if isinstance(custom, (list, tuple)) and len(custom) > 1:
        asked = state.meant()
        first, last = (type(asked.filters).from_params({"from": [str(day)]})[0].date_from for day in custom[:2])
        if first and last:
            state.go(replace(asked, filters=replace(asked.filters, date_from=first, date_to=last)))  # a bar holds dated events only


def movers(frame: Frame, found: NewsView, span: Span) -> None:
    """The countries that act and speak more than in the period before, each a link to what it did in this one."""
    words = frame.words
    st.subheader(words.say("overview.movers"), anchor=False)
    rows = found.movers.head(_MOVERS)
    if rows.empty:
        st.caption(words.say("overview.nobody"))
        return
    st.caption(words.say("overview.movers_note"))
    most = max(int(rows["count"].max()), 1)
    with st.container(key="bg-movers", gap=None):
        for country, count, before in zip(rows["country"], rows["count"], rows["before"], strict=True):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                page_link("events", labels.country_name(country, words.lang), _deeds(frame.view, span, country))
                said = words.say("overview.moved", n=labels.number(int(count), words.lang), change=_signed(int(count - before), frame))
                st.html(f'<p class="bg-bar" style="--share:{count / most:.3f}"><i></i>{said}</p>')


def _deeds(view: View, span: Span, country: str) -> View:
    """What a country did and said in a period; where countries are chosen, what it did in what concerns them."""
    there = replace(within(view, *span).filters, statuses=(Status.ACTUAL,))
    if there.countries and country not in there.countries:
        return replace(view, filters=replace(there, actors=(f"state:{country}",)))
    return replace(view, filters=replace(there, countries=(country,)))


def _signed(change: int, frame: Frame) -> str:
    if change == 0:
        return frame.words.say("overview.same")
    return f"{'+' if change > 0 else '−'}{labels.number(abs(change), frame.words.lang)}"


def stories(frame: Frame, found: NewsView) -> None:
    """The most reported stories of the period, each with its sentence and the way to it."""
    words = frame.words
    if found.stories.empty:
        st.info(words.say("overview.no_news"))
    for event_id, reports in zip(found.stories["event_id"], found.stories["reports"], strict=True):
        one = frame.corpus.facts.get(event_id)
        if one is None:
            continue
        with st.container(key=f"fact-story-{event_id}", gap="xxsmall"):
            st.html(cards.card(one, words, short=True))
            with st.container(horizontal=True, gap="small"):
                page_link("event", words.say("overview.open"), frame.view, id=event_id)
                page_link("article", words.say("fact.in_article"), frame.view, id=one.article.article_id, fact=event_id)
                if reports > 1:
                    st.caption(words.count("overview.reports", int(reports)), width="content")


def totals(frame: Frame, view: OverviewView) -> None:
    """The newest running total of each side, the latest first, with its claimant and the way to its sentence."""
    words = frame.words
    st.subheader(words.say("overview.latest_totals"), anchor=False)
    newest = view.latest.sort_values("day", ascending=False, na_position="last", kind="stable")
    sides = newest.drop_duplicates(["harm", "victims_country"])
    facts = [one for key in sides["casualty_id"] if (one := frame.corpus.facts.get(key))]
    if not facts:
        st.caption(words.say("overview.no_totals"))
    for one in facts[:_FIGURES]:
        record = one.record
        if not isinstance(record, Casualty):
            continue
        place = labels.place_name(record.place.name, record.place.country, words.lang) if record.place else ""
        where = ", ".join(dict.fromkeys(part for part in (_victims(record, frame), place) if part))
        harm = labels.term_label("harm", record.harm, words.lang)
        said = words.say("overview.total", figure=cards.figure(record, words), harm=harm, where=where)
        claimant = cards.actor(record.attributed_to, words) if record.attributed_to else words.say("why.no_claimant")
        with st.container(gap=None, key=f"bg-total-{one.fact_id}"):
            page_link("event", said, frame.view, id=one.fact_id)
            st.caption(f"{_plain(claimant)} · {cards.when_or_published(one, words)}")
    if len(facts) > _FIGURES:
        page_link("casualties", words.say("overview.all_totals"), frame.view)


def _victims(record: Casualty, frame: Frame) -> str:
    return labels.country_name(record.victims_country, frame.words.lang) if record.victims_country else (record.victims or "")


def _plain(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-!|$~:" else c for c in text)


def upcoming(frame: Frame, view: OverviewView) -> None:
    """Meetings that are announced for the last day of the data or later, or of late for no day; the others are only counted."""
    words = frame.words
    st.subheader(words.say("overview.upcoming"), anchor=False)
    rows = view.upcoming
    facts = [one for key in coming(rows, frame.corpus.last_day)["event_id"] if (one := frame.corpus.facts.get(key))]
    if not facts:
        st.caption(words.say("overview.none_upcoming"))
    for one in facts[:_MEETINGS]:
        page_link("event", f"{cards.when(one.record, words)} · {_plain(cards.summary(one, words))}", frame.view, id=one.fact_id)
    planned = replace(frame.view, filters=replace(frame.view.filters, statuses=(Status.PLANNED,), event_types=(EventType.CONSULT,)))
    if len(rows):
        page_link("events", words.count("overview.all_planned", len(rows)), planned, sort="upcoming")


def coming(planned: pd.DataFrame, today: date | None) -> pd.DataFrame:
    """The planned meetings that may still be ahead of `today`; one without a day is while its announcement is recent, as in a diary."""
    if today is None:
        return planned
    now, last = pd.Timestamp(today), planned["date_end"].fillna(planned["date"])
    recent = planned["published"].isna() | (planned["published"] >= now - RECENT)
    return planned.loc[(last >= now) | (last.isna() & recent)]


def articles(frame: Frame) -> None:
    """The articles in view, newest first."""
    from lib.ui.facts import headline, source  # noqa: PLC0415 - beside its only use

    words = frame.words
    st.subheader(words.say("overview.articles"), anchor=False)
    rows = frame.tables.articles.nlargest(_MEETINGS, "published")
    for key in rows["article_id"]:
        article = frame.corpus.coded[key].article
        day = labels.date_label(article.published, None, article.published_precision, words.lang) or words.say("fact.published_unknown")
        with st.container(gap=None, key=f"bg-links-{key}"):
            page_link("article", _plain(headline(article)), frame.view, id=key)
            st.caption(" · ".join(_plain(part) for part in (source(article), day) if part))
