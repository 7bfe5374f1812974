"""Which reports of different articles tell one event, or one figure: the story that each fact belongs to.

Reports fall into blocks by what must be equal (type, mode, sides), so that only a few are ever compared. Inside a block a
report joins a story only where it agrees with every report already in it, and only where no second story would take it as
well: to agree is not transitive (a report that names nobody agrees with two that name different people), so the fullest
reports come first and the vague ones find a place or stay alone.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from math import cos, hypot, radians
from typing import TYPE_CHECKING, NamedTuple

from lib.records import EventType, Precision, Role, Scope, Sector, Status, VictimsKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from lib.records import Actor, Article, Casualty, CodedArticle, Event, Place

GENERIC_MODES = {EventType.ASSAULT: "attack"}
"""The mode of a type that says no more than the type does, and so agrees with every mode of it."""

STATEMENTS = frozenset(
    {
        EventType.EXPRESS,
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.AGREE,
    }
)
"""Types that are said rather than done: what two bodies of one side say is two statements."""

UNDATED_DAYS = 2
"""How many days before its publication an event may lie that an undated report tells."""

FIGURE_DAYS = 3
"""How many days a figure may go on being reported, from its first report."""

LONGEST_SPAN = 10
"""Days; a report of a longer stretch tells a course of events, not one event."""

KILOMETRES_APART = 60.0
"""Named places further apart than this are two places; a city and its suburb are not."""

_KILOMETRES_A_DEGREE = 111.2
_NEVER = 10**7

Named = frozenset[tuple[str, str]]
"""People or bodies, each with its side."""


class _Telling(NamedTuple):
    """What a report of an event says beyond its block; what is empty or None is unsaid. Days are ordinals."""

    first: int
    last: int
    mode: str | None
    people: Named
    bodies: Named
    recipients: frozenset[str]
    recipient_people: Named
    place: Place | None


class _Report(NamedTuple):
    """One article's report: its row, when it was told, and what orders it among others."""

    told: int
    article_id: str
    fact_id: str
    row: int


class _Story:
    """Reports that all agree, the days they have in common, and their articles."""

    __slots__ = ("articles", "first", "last", "reports", "tellings")

    def __init__(self, telling: _Telling, reports: Iterable[_Report]) -> None:
        self.first, self.last = telling.first, telling.last
        self.tellings: list[_Telling] = []
        self.reports: list[_Report] = []
        self.articles: set[str] = set()
        self.add(telling, reports)

    def add(self, telling: _Telling, reports: Iterable[_Report]) -> None:
        if telling.last:
            self.first, self.last = max(self.first, telling.first), min(self.last, telling.last)
        if telling not in self.tellings:
            self.tellings.append(telling)
        self.reports += reports
        self.articles |= {report.article_id for report in reports}

    def takes(self, telling: _Telling) -> bool:
        return all(_agree(telling, other) for other in self.tellings)


def story_ids(records: Sequence[CodedArticle]) -> tuple[list[str], list[str]]:
    """The story of every event, and of every casualty figure, in the order of the records; alone, a fact is a story of one.

    An id is "s" and 16 hexadecimal digits, made from the earliest report, and so stays while that one stays. Events join
    where all of these hold:

    - equal type; equal mode, or one says no more than the type ("attack"); both or neither negated;
    - the same sides act (a person's or body's country, else whom it speaks for; an armed group is a side of its own), and
      the recipients are the same sides, or one report leaves them unsaid;
    - nobody named contradicts: where both name people of a side, one at least is the same; for statements bodies too;
    - the days overlap; the places do not lie apart;
    - a report without a date joins the only story that fits in the two days before its publication, none of its own article.

    Figures join where harm, victims' country, scope and the figure are equal, kinds of victims and places do not
    contradict, and they hold for (undated: were published on) days at most three apart; one of an article.
    """
    events = _ids((event.event_id for record in records for event in record.events), _event_stories(records))
    figures = _ids((figure.casualty_id for record in records for figure in record.casualties), _figure_stories(records))
    return events, figures


def _ids(fact_ids: Iterable[str], stories: Iterable[list[_Report]]) -> list[str]:
    heads = list(fact_ids)
    for reports in stories:
        if len(reports) > 1:
            first = min(reports).fact_id
            for report in reports:
                heads[report.row] = first
    return ["s" + hashlib.sha256(b"story:" + head.encode()).hexdigest()[:16] for head in heads]


# Events


def _event_stories(records: Sequence[CodedArticle]) -> Iterator[list[_Report]]:
    blocks: defaultdict[object, list[tuple[_Telling, _Report, Status]]] = defaultdict(list)
    flat = ((record.article, event) for record in records for event in record.events)
    for row, (article, event) in enumerate(flat):
        if event.date is not None and event.date_precision is not Precision.DAY:
            continue
        doers = [a for a in event.actors if a.role in {Role.ACTOR, Role.PARTICIPANT}]
        sides = frozenset(map(_side, doers))
        telling = _telling(event, doers)
        if (sides or telling.recipients) and telling.last - telling.first < LONGEST_SPAN:
            generic = GENERIC_MODES.get(event.event_type)
            block = event.event_type, None if generic else event.event_mode, event.status is Status.NEGATED, sides
            blocks[block].append((telling, _report(row, article, event.event_id), event.status))
    for block_reports in blocks.values():
        if len(block_reports) > 1:
            yield from _join(block_reports)


def _join(block: list[tuple[_Telling, _Report, Status]]) -> Iterator[list[_Report]]:
    """The stories of a block; reports that stay alone are left out where they are undated."""
    dated: defaultdict[_Telling, list[_Report]] = defaultdict(list)
    undated: defaultdict[_Telling, list[_Report]] = defaultdict(list)
    for telling, report, status in block:
        if telling.last:
            dated[telling].append(report)
        elif status is Status.ACTUAL and report.told != _NEVER:
            undated[telling].append(report)
    if not dated:
        return
    stories: list[_Story] = []
    by_day: defaultdict[int, list[_Story]] = defaultdict(list)
    for telling, reports in sorted(dated.items(), key=_fullest_first):
        near = dict.fromkeys(story for day in range(telling.first, telling.last + 1) for story in by_day[day])
        fits = [s for s in near if s.first <= telling.last and telling.first <= s.last and s.takes(telling)]
        if len(fits) == 1:
            fits[0].add(telling, reports)
            continue
        stories.append(_Story(telling, reports))
        for day in range(telling.first, telling.last + 1):
            by_day[day].append(stories[-1])
    for telling, reports in sorted(undated.items(), key=_fullest_first):
        for report in sorted(reports):
            near = dict.fromkeys(story for day in range(report.told - UNDATED_DAYS, report.told + 1) for story in by_day.get(day, ()))
            fits = [s for s in near if s.last >= report.told - UNDATED_DAYS and s.takes(telling)]
            if len(fits) == 1 and report.article_id not in fits[0].articles:
                fits[0].add(telling, [report])
    for story in stories:
        yield story.reports


def _fullest_first(item: tuple[_Telling, list[_Report]]) -> tuple[int, int, _Report]:
    """Single days before stretches, then those that say most, then the earliest."""
    telling, reports = item
    said = (telling.mode, telling.people, telling.bodies, telling.recipients, telling.recipient_people, telling.place)
    return telling.last - telling.first, -sum(1 for one in said if one), min(reports)


def _agree(one: _Telling, other: _Telling) -> bool:
    return (
        (one.mode is None or other.mode is None or one.mode == other.mode)
        and (not one.recipients or not other.recipients or one.recipients == other.recipients)
        and not _contradict(one.people, other.people)
        and not _contradict(one.bodies, other.bodies)
        and not _contradict(one.recipient_people, other.recipient_people)
        and not _apart(one.place, other.place)
    )


def _contradict(one: Named, other: Named) -> bool:
    """Whether both name somebody of one side, and nobody of it in common."""
    if not one or not other or one == other:
        return False
    shared = {side for side, _ in one & other}
    return any(side not in shared for side in {side for side, _ in one} & {side for side, _ in other})


def _apart(one: Place | None, other: Place | None) -> bool:
    """Whether two places cannot be one: other countries, or far apart. A country's name says nothing about where in it."""
    if one is None or other is None or one.name == other.name:
        return False
    if one.country is None or other.country is None:
        return False
    if one.country != other.country:
        return True
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    east = (one.lon - other.lon) * cos(radians((one.lat + other.lat) / 2))
    return _KILOMETRES_A_DEGREE * hypot(one.lat - other.lat, east) > KILOMETRES_APART


def _telling(event: Event, doers: Sequence[Actor]) -> _Telling:
    others = [a for a in event.actors if a.role in {Role.RECIPIENT, Role.HOST}]
    first, last = _days(event.date, event.date_end)
    return _Telling(
        first,
        last,
        None if event.event_mode == GENERIC_MODES.get(event.event_type) else event.event_mode,
        _named(doers, "person:"),
        _named(doers, "org:") if event.event_type in STATEMENTS else frozenset(),
        frozenset(a.country or a.affiliation or a.actor_id for a in others),
        _named(others, "person:"),
        event.place,
    )


def _side(actor: Actor) -> str:
    if actor.sector is Sector.REB:
        group = actor.affiliation
        return group if group and not group.startswith("state:") else actor.actor_id
    return actor.country or actor.affiliation or actor.actor_id


def _named(actors: Sequence[Actor], kind: str) -> Named:
    return frozenset((_side(a), a.actor_id) for a in actors if a.actor_id.startswith(kind))


def _days(first: date | None, last: date | None) -> tuple[int, int]:
    """Ordinals of a day or a stretch of days; 0 and 0 where undated."""
    return (first.toordinal(), (last or first).toordinal()) if first else (0, 0)


def _report(row: int, article: Article, fact_id: str) -> _Report:
    return _Report(article.published.toordinal() if article.published else _NEVER, article.article_id, fact_id, row)


# Figures


class _Figure(NamedTuple):
    """A report of a figure: the day it holds for (undated: its publication), kind of victims and place."""

    day: int
    report: _Report
    kind: VictimsKind
    place: Place | None


def _figure_stories(records: Sequence[CodedArticle]) -> Iterator[list[_Report]]:
    blocks: defaultdict[object, list[_Figure]] = defaultdict(list)
    flat = ((record.article, figure) for record in records for figure in record.casualties)
    for row, (article, figure) in enumerate(flat):
        report = _report(row, article, figure.casualty_id)
        vague = figure.date is not None and figure.date_precision is not Precision.DAY
        day = figure.date.toordinal() if figure.date and not vague else report.told
        if day != _NEVER and (figure.victims_country or figure.place):
            stretch = (figure.date, figure.date_end) if vague else None
            block = figure.harm, figure.victims_country, figure.scope, figure.count, figure.low, figure.high, stretch
            blocks[block].append(_Figure(day, report, figure.victims_kind, figure.place))
    for block_figures in blocks.values():
        if len(block_figures) > 1:
            yield from _join_figures(block_figures)


def _join_figures(block: list[_Figure]) -> Iterator[list[_Report]]:
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


def _same_figure(one: _Figure, other: _Figure) -> bool:
    return (
        one.report.article_id != other.report.article_id
        and (one.kind == other.kind or VictimsKind.PEOPLE in {one.kind, other.kind})
        and not _apart(one.place, other.place)
    )
