"""The events table, one article with its facts marked in the text, and one fact by its id."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.records import Article, Casualty, CodedArticle, Event
from lib.tables.memo import remembered
from lib.tables.reactions import facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from lib.tables.frames import Tables


@dataclass(frozen=True, slots=True, eq=False)
class EventsView:
    """The events table: `rows` are the fact columns with place, `date_known`, `severity`; newest first, undated last."""

    rows: pd.DataFrame
    undated: int


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of an article's text and the ids of the facts whose evidence covers all of it (none: plain text).

    `starts`: the facts whose evidence begins here, for anchors.
    """

    start: int
    end: int
    text: str
    fact_ids: tuple[str, ...]
    starts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article: `segments` joined are its text; `paragraphs` are the same, cut at line breaks (which belong to none)."""

    article: Article
    segments: tuple[Segment, ...]
    paragraphs: tuple[tuple[Segment, ...], ...]
    events: tuple[Event, ...]
    casualties: tuple[Casualty, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """One fact with the paragraph that holds its evidence: `before` + evidence + `after` is the paragraph."""

    article: Article
    fact: Event | Casualty
    before: str
    evidence: str
    after: str


@remembered
def events_view(tables: Tables) -> EventsView:
    """Every event that the filters left."""
    found = facts(tables.events)
    found["place_name"], found["place_country"] = tables.events["place_name"], tables.events["place_country"]
    order = ["date", "published", "confidence"]
    rows = found.sort_values(order, ascending=[False, False, False], na_position="last", kind="stable", ignore_index=True)
    return EventsView(rows, int((~rows["date_known"]).sum()))


def article_view(coded: CodedArticle) -> ArticleView:
    """Cut the text wherever evidence begins or ends, so that overlapping facts share their common stretch."""
    text = coded.article.text
    spans = [(e.evidence.start, e.evidence.end, e.event_id) for e in coded.events]
    spans += [(c.evidence.start, c.evidence.end, c.casualty_id) for c in coded.casualties]
    segments = _segments(text, 0, len(text), spans)
    paragraphs = tuple(_segments(text, start, end, spans) for start, end in _lines(text))
    return ArticleView(coded.article, segments, paragraphs, coded.events, coded.casualties)


def event_view(coded: Sequence[CodedArticle], fact_id: str) -> EventView | None:
    """The event or casualty figure of that id among some articles; None where there is none."""
    for record in coded:
        for fact in _facts(record):
            if fact_id == (fact.event_id if isinstance(fact, Event) else fact.casualty_id):
                return _event_view(record.article, fact)
    return None


def _facts(record: CodedArticle) -> Iterable[Event | Casualty]:
    yield from record.events
    yield from record.casualties


def _event_view(article: Article, fact: Event | Casualty) -> EventView:
    text, start, end = article.text, fact.evidence.start, fact.evidence.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return EventView(article, fact, text[first:start], text[start:end], text[end : last if last >= 0 else len(text)])


def _lines(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start, start + len(line)
        start += len(line) + 1


def _segments(text: str, first: int, last: int, spans: Sequence[tuple[int, int, str]]) -> tuple[Segment, ...]:
    inside = [span for span in spans if span[0] < last and span[1] > first]
    cuts = sorted({first, last, *(point for span in inside for point in span[:2] if first < point < last)})
    return tuple(
        Segment(
            start,
            end,
            text[start:end],
            tuple(fact_id for low, high, fact_id in inside if low <= start and high >= end),
            tuple(fact_id for low, _, fact_id in inside if low == start),
        )
        for start, end in itertools.pairwise(cuts)
    )
