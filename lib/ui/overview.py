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
from lib.ui import cards, charting, evidence, links, periods, state

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    import plotly.graph_objects as go

    from lib.charts.timeline import Key
    from lib.tables import Counts, OverviewView
    from lib.tables.overview import NewsView
    from lib.ui.address import View
    from lib.ui.frame import Frame
    from lib.ui.periods import Span

_MOVERS, _STORIES, _FIGURES, _MEETINGS, _ARTICLES = 8, 8, 5, 6, 6
_BESIDE = 12
"""Entries of the lists beside the news: where there are fewer figures and meetings, more articles stand there."""
_NUMBERS = {"articles": "article", "events": "events", "countries": "reactions", "meetings": "meetings", "casualties": "casualties"}
"""The numbers at the head, and the page that lists what each counts."""
_FEWEST, _STORIES_AN_ENTRY = 4, 0.4
"""At least so many stories; and how many are as high as an entry of the lists beside them."""
_PICTURE = 380  # pixels
_SHORT_CHART = 250
_HATCHED = ' class="bg-hatched"'


def span_of(frame: Frame) -> Span | None:
    """The period whose news is told: the filters', else the seven days up to their last or the data's; None where there is no day."""
    chosen, ends = frame.view.filters, frame.corpus.last_day
    first, last = chosen.date_from, chosen.date_to or ends
    if first and last and first <= last:
        return first, last
    return periods.preset("week", last) if last else None


def news(frame: Frame, span: Span) -> NewsView:
    """What `span` brought, under every filter but the period; without a date where the period's filter has it so, or there is none."""
    chosen = frame.view.filters
    free = replace(chosen, date_from=None, date_to=None, undated=False)
    undated = chosen.undated or not (chosen.date_from or chosen.date_to)
    return news_view(tables.apply(frame.corpus.tables, free), span, periods.before(span), _STORIES, undated=undated)


def numbers(frame: Frame, view: OverviewView, found: NewsView | None, span: Span | None) -> None:
    """How much there is, each a link to where it is listed; of a period, what the one before had, else what the last days brought."""
    words, counts = frame.words, view.counts
    past = _before(frame, span) if span and frame.view.filters.date_from else None
    brought = {"articles": found.articles, "events": found.events, "meetings": found.meetings, "casualties": found.figures} if found else {}
    items = []
    for name, page in _NUMBERS.items():
        value = labels.number(getattr(counts, name), words.lang)
        way = links.anchor(page, f"<b>{value}</b> {words.say(f'number.{name}')}", frame.view)
        note = ""
        if past:
            note = words.say("overview.had", before=labels.number(getattr(past, name), words.lang))
        elif name in brought:
            now, before = (labels.number(n, words.lang) for n in brought[name])
            note = words.say("overview.brought", n=now, before=before)
        items.append(f"<li>{way}{_note(note)}</li>")
    st.html(f'<ul class="bg-figures">{"".join(items)}</ul>')


def _before(frame: Frame, span: Span) -> Counts:
    """The numbers of the period before, under the same filters."""
    first, last = periods.before(span)
    return tables.counts(tables.apply(frame.corpus.tables, replace(frame.view.filters, date_from=first, date_to=last)))


def period(frame: Frame, span: Span) -> None:
    """Which days are the new ones, and the way to look at them alone."""
    words = frame.words
    first, last = (labels.date_label(day, None, "day", words.lang) for day in span)
    whole = (frame.view.filters.date_from, frame.view.filters.date_to) == span
    way = "" if whole else links.anchor("overview", words.say("overview.only_these"), within(frame.view, *span), css="bg-small")
    st.html(f"{_head(words.say('overview.news', first=first, last=last), way)}{_note(words.say('overview.news_note'))}")


def within(view: View, first: date, last: date) -> View:
    """The view of a period as news are counted: what has no date stands on the day of its publication."""
    return replace(view, filters=replace(view.filters, date_from=first, date_to=last, undated=True))


def days(frame: Frame, view: OverviewView) -> None:
    """The timeline; a bar takes the page to its days."""
    from lib import charts  # noqa: PLC0415 - plotly is loaded where a chart is drawn

    words = frame.words
    st.html(f"{_head(words.say('overview.days'))}{_legend(charts.timeline_key(view, words.lang), words.say('overview.days_legend'))}")
    figure = charts.timeline(view, words.lang, period=_asked(frame), height=_SHORT_CHART, legend=False)
    charting.draw(figure, "timeline", words.say("overview.days_alt"), words.lang, _take_days)


def _legend(entries: Sequence[Key], name: str) -> str:
    """What the colours and the hatching mean, as a list."""
    items = "".join(
        f'<li><span{_HATCHED if one.hatched else ""} style="--color:{one.color}"></span>{links.text(one.name)}</li>' for one in entries
    )
    return f'<ul class="bg-scale bg-days" aria-label="{links.text(name)}">{items}</ul>' if items else ""


def days_picture(frame: Frame, view: OverviewView) -> go.Figure:
    """The timeline as it is taken along."""
    from lib import charts  # noqa: PLC0415 - plotly is loaded where a chart is drawn

    return charts.timeline(view, frame.words.lang, period=_asked(frame), height=_PICTURE)


def _asked(frame: Frame) -> tuple[date | None, date | None]:
    return frame.view.filters.date_from, frame.view.filters.date_to


def _take_days(point: charting.Point | None) -> None:
    custom = (point or {}).get("customdata")
    if isinstance(custom, (list, tuple)) and len(custom) > 1:
        asked = state.meant()
        first, last = (type(asked.filters).from_params({"from": [str(day)]})[0].date_from for day in custom[:2])
        if first and last:
            state.go(within(asked, first, last))


def movers(frame: Frame, found: NewsView, span: Span) -> int:
    """The countries that act and speak more than in the period before, each a link to what it did in this one; how many."""
    words = frame.words
    rows = found.movers.head(_MOVERS)
    most = max(int(rows["count"].max()), 1) if len(rows) else 1
    items = []
    for country, count, before in zip(rows["country"], rows["count"], rows["before"], strict=True):
        way = links.anchor("events", links.text(labels.country_name(country, words.lang)), _deeds(frame.view, span, country))
        said = words.say("overview.moved", n=labels.number(int(count), words.lang), change=_signed(int(count - before), frame))
        items.append(f'<li>{way}<span class="bg-bar" style="--share:{count / most:.3f}"><i></i>{said}</span></li>')
    note = _note(words.say("overview.movers_note" if items else "overview.nobody"))
    st.html(f'{_head(words.say("overview.movers"))}{note}<ul class="bg-movers">{"".join(items)}</ul>')
    return len(items)


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


def stories(frame: Frame, found: NewsView, beside: int) -> None:
    """The most reported stories of the period, each with its sentence and the way to it: as many as stand beside `beside` entries."""
    words = frame.words
    told_first = found.stories.head(max(_FEWEST, round(beside * _STORIES_AN_ENTRY)))
    if found.stories.empty:
        st.info(words.say("overview.no_news"))
    told = []
    for event_id, reports in zip(told_first["event_id"], told_first["reports"], strict=True):
        one = frame.corpus.facts.get(event_id)
        if one is None:
            continue
        ways = [
            links.anchor("event", words.say("overview.open"), frame.view, id=event_id),
            links.anchor("article", words.say("fact.in_article"), frame.view, id=one.article.article_id, fact=event_id),
        ]
        if reports > 1:
            ways.append(f"<span>{words.count('overview.reports', int(reports))}</span>")
        told.append(evidence.with_ways(cards.card(one, words, short=True), ways))
    st.html("".join(told))


def totals(frame: Frame, view: OverviewView) -> int:
    """The newest running total of each side, the latest first, with its claimant and the way to its sentence; how many entries."""
    words = frame.words
    newest = view.latest.sort_values("day", ascending=False, na_position="last", kind="stable")
    sides = newest.drop_duplicates(["harm", "victims_country"])
    facts = [one for key in sides["casualty_id"] if (one := frame.corpus.facts.get(key))]
    items = []
    for one in facts[:_FIGURES]:
        record = one.record
        if not isinstance(record, Casualty):
            continue
        place = labels.place_name(record.place.name, record.place.country, words.lang) if record.place else ""
        where = ", ".join(dict.fromkeys(part for part in (_victims(record, frame), place) if part))
        harm = labels.term_label("harm", record.harm, words.lang)
        told = {"figure": cards.figure(record, words), "harm": harm, "where": where}
        said = words.say("overview.total", **{key: links.text(value) for key, value in told.items()})
        claimant = cards.actor(record.attributed_to, words) if record.attributed_to else words.say("why.no_claimant")
        note = _note(links.text(f"{claimant} · {cards.when_or_published(one, words)}"))
        items.append(f"<li>{links.anchor('event', said, frame.view, id=one.fact_id)}{note}</li>")
    if len(facts) > _FIGURES:
        items.append(f"<li>{links.anchor('casualties', words.say('overview.all_totals'), frame.view, css='bg-small')}</li>")
    _list(words.say("overview.latest_totals"), items, words.say("overview.no_totals"))
    return len(items)


def _victims(record: Casualty, frame: Frame) -> str:
    return labels.country_name(record.victims_country, frame.words.lang) if record.victims_country else (record.victims or "")


def _head(said: str, way: str = "") -> str:
    return f'<h3 class="bg-h3">{links.text(said)}{way}</h3>'


def _note(said: str) -> str:
    """A line in small letters, as HTML; `said` is HTML."""
    return f'<span class="bg-note">{said}</span>' if said else ""


def _list(head: str, items: Sequence[str], empty: str) -> None:
    """A list of links under its head, or the word that there are none."""
    shown = f'<ul class="bg-list">{"".join(items)}</ul>' if items else _note(empty)
    st.html(f"{_head(head)}{shown}")


def upcoming(frame: Frame, view: OverviewView) -> int:
    """Meetings that are announced for the last day of the data or later, or of late for no day; the others are only counted."""
    words = frame.words
    rows = view.upcoming
    facts = [one for key in coming(rows, frame.corpus.last_day)["event_id"] if (one := frame.corpus.facts.get(key))]
    items = []
    for one in facts[:_MEETINGS]:
        said = links.text(f"{cards.when(one.record, words)} · {cards.summary(one, words)}")
        items.append(f"<li>{links.anchor('event', said, frame.view, id=one.fact_id)}</li>")
    if not items:
        items.append(f"<li>{_note(words.say('overview.none_upcoming'))}</li>")
    planned = replace(frame.view, filters=replace(frame.view.filters, statuses=(Status.PLANNED,), event_types=(EventType.CONSULT,)))
    if len(rows):
        way = links.anchor("events", words.count("overview.all_planned", len(rows)), planned, css="bg-small", sort="upcoming")
        items.append(f"<li>{way}</li>")
    _list(words.say("overview.upcoming"), items, "")
    return len(items)


def coming(planned: pd.DataFrame, today: date | None) -> pd.DataFrame:
    """The planned meetings that may still be ahead of `today`; one without a day is while its announcement is recent, as in a diary."""
    if today is None:
        return planned
    now, last = pd.Timestamp(today), planned["date_end"].fillna(planned["date"])
    recent = planned["published"].isna() | (planned["published"] >= now - RECENT)
    return planned.loc[(last >= now) | (last.isna() & recent)]


def articles(frame: Frame, above: int) -> int:
    """The articles in view, newest first; how many. `above` entries of other lists stand over them."""
    from lib.ui.facts import headline  # noqa: PLC0415 - beside its only use

    words = frame.words
    items = []
    rows = frame.tables.articles.nlargest(max(_ARTICLES, _BESIDE - above), "published")
    for key in rows["article_id"]:
        article = frame.corpus.coded[key].article
        day = labels.date_label(article.published, None, article.published_precision, words.lang) or words.say("fact.published_unknown")
        way = links.anchor("article", links.text(headline(article)), frame.view, id=key)
        note = _note(links.text(f"{cards.outlet(article, words)} · {day}"))
        items.append(f"<li>{way}{note}</li>")
    _list(words.say("overview.articles"), items, "")
    return len(items)
