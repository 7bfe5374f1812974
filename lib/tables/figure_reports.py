"""Which reports of different articles give one casualty figure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from lib.knowledge.labels import country_name
from lib.records import Precision, VictimsKind
from lib.tables.event_reports import NEVER, WORD, Report, alike, apart, report_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lib.records import Casualty, CodedArticle, Place

FIGURE_DAYS = 3
"""How many days a figure may go on being reported, from its first report."""

SMALL_FIGURE = 10
"""Below it, and where it is vague ("hàng chục"), a figure alone does not tell one incident from the next."""


class _Figure(NamedTuple):
    """A report of a figure: the day it holds for (undated: its publication), kind of victims and place."""

    day: int
    report: Report
    kind: VictimsKind
    place: Place | None
    dated: bool
    small: bool
    names: frozenset[str]
    words: frozenset[str]


def figure_stories(records: Sequence[CodedArticle]) -> Iterator[list[Report]]:
    """The reports of each figure, a list a story; `row` counts the figures of all records. What is left out stands alone."""
    blocks: defaultdict[object, list[_Figure]] = defaultdict(list)
    flat = ((record.article, figure) for record in records for figure in record.casualties)
    for row, (article, figure) in enumerate(flat):
        report = report_of(row, article, figure.casualty_id)
        vague = figure.date is not None and figure.date_precision is not Precision.DAY
        day = figure.date.toordinal() if figure.date and not vague else report.told
        if day != NEVER and (figure.victims_country or figure.place):
            stretch = (figure.date, figure.date_end) if vague else None
            block = figure.harm, figure.victims_country, figure.scope, figure.count, figure.low, figure.high, stretch
            blocks[block].append(_figure(figure, day, report))
    for block_figures in blocks.values():
        if len(block_figures) > 1:
            yield from _join_figures(block_figures)


def _join_figures(block: list[_Figure]) -> Iterator[list[Report]]:
    open_stories: list[list[_Figure]] = []
    for figure in sorted(block, key=lambda one: one[:2]):
        for closed in [story for story in open_stories if story[0].day < figure.day - FIGURE_DAYS]:
            yield [one.report for one in closed]
            open_stories.remove(closed)
        fits = [story for story in open_stories if all(_same_figure(figure, other) for other in story)]
        if len(fits) == 1:
            fits[0].append(figure)
        else:
            open_stories.append([figure])
    for story in open_stories:
        yield [one.report for one in story]


def _figure(figure: Casualty, day: int, report: Report) -> _Figure:
    small = figure.count is None or figure.count < SMALL_FIGURE
    names = _names(figure) if small else frozenset()
    words = words_of(figure.evidence.text) if small else frozenset()
    return _Figure(day, report, figure.victims_kind, figure.place, figure.date_precision is Precision.DAY, small, names, words)


def _names(figure: Casualty) -> frozenset[str]:
    """The proper names among the victims: capitals after the first word, their country's name apart."""
    words = WORD.findall(figure.victims or "")
    country = country_name(figure.victims_country, "vi").split() if figure.victims_country else []
    return frozenset(word for word in words[1:] or words if word[0].isupper() and word not in country)


def _same_figure(one: _Figure, other: _Figure) -> bool:
    if one.report.article_id == other.report.article_id or apart(one.place, other.place):
        return False
    if not one.small:
        return one.kind == other.kind or VictimsKind.PEOPLE in {one.kind, other.kind}
    if one.kind != other.kind or (one.names and other.names and not one.names & other.names):
        return False
    return bool(one.names and other.names) or _one_place_and_day(one, other) or alike(one.words, other.words)


def _one_place_and_day(one: _Figure, other: _Figure) -> bool:
    """Whether both say the same day and the same place, a country being none."""
    if one.place is None or other.place is None or one.place.lat is None:
        return False
    return one.dated and other.dated and one.day == other.day and one.place.name == other.place.name
