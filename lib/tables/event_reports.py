"""Which reports of different articles tell one event.

Reports fall into blocks by what must be equal (type, mode, sides), so that only a few are ever compared. Inside a block a
report joins a story only where it agrees with every report already in it, and only where no second story would take it as
well: to agree is not transitive (a report that names nobody agrees with two that name different people), so the fullest
reports come first and the vague ones find a place or stay alone.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from math import cos, hypot, radians
from typing import TYPE_CHECKING, NamedTuple

from lib.records import EventType, Precision, Role, Sector, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lib.records import Actor, Article, CodedArticle, Event, Place

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

OPEN_MODE = "other"
"""A mode that says nothing in particular: what it names is told by the wording alone."""

UNDATED_DAYS = 2
"""How many days before its publication an event may lie that an undated report tells, and that reprints may lie apart."""

LONGEST_SPAN = 10
"""Days; a report of a longer stretch tells a course of events, not one event."""

KILOMETRES_APART = 60.0
"""Named places further apart than this are two places; a city and its suburb are not."""

ALIKE, SHORT_WORDING = 0.6, 6
"""The share of the shorter wording's words that the other has as well; wordings of fewer words than six show nothing."""

_DOERS = frozenset({Role.ACTOR, Role.PARTICIPANT})
_DONE_TO = frozenset({Role.RECIPIENT, Role.HOST})
_KILOMETRES_A_DEGREE = 111.2
NEVER = 10**7
WORD = re.compile(r"\w+")

Named = frozenset[tuple[str, str]]
"""People or bodies, each with its side."""


class _Telling(NamedTuple):
    """What a report of an event says beyond its block; what is empty or None is unsaid. Days are ordinals.

    `words`: the evidence's, where the mode is open; `full_meeting`: people are named for every side of a meeting.
    """

    first: int
    last: int
    mode: str | None
    people: Named
    bodies: Named
    recipients: frozenset[str]
    recipient_people: Named
    place: Place | None
    words: frozenset[str]
    status: Status
    statement: bool
    full_meeting: bool


class Report(NamedTuple):
    """One article's report: its row, when it was told, and what orders it among others."""

    told: int
    article_id: str
    fact_id: str
    row: int
    wording: str


class _Story:
    """Reports that all agree, the days they have in common, and their articles."""

    __slots__ = ("articles", "first", "last", "reports", "tellings")

    def __init__(self, telling: _Telling, reports: Iterable[Report]) -> None:
        self.first, self.last = telling.first, telling.last
        self.tellings: list[_Telling] = []
        self.reports: list[Report] = []
        self.articles: set[str] = set()
        self.add(telling, reports)

    def add(self, telling: _Telling, reports: Iterable[Report]) -> None:
        if telling.last:
            self.first, self.last = max(self.first, telling.first), min(self.last, telling.last)
        if telling not in self.tellings:
            self.tellings.append(telling)
        self.reports += reports
        self.articles |= {report.article_id for report in reports}

    def takes(self, telling: _Telling) -> bool:
        return all(_agree(telling, other) for other in self.tellings)


class _Calendar:
    """The stories of a block by day and, to compare only those that may agree, by the people of one side."""

    def __init__(self, side: str) -> None:
        self._side = side
        self._all: defaultdict[int, list[_Story]] = defaultdict(list)
        self._naming: defaultdict[tuple[int, str], list[_Story]] = defaultdict(list)

    def _people(self, telling: _Telling) -> list[str]:
        return [person for side, person in telling.people if side == self._side]

    def enter(self, story: _Story, telling: _Telling) -> None:
        """Enter a story on the days of a telling that was added to it, under the people that this names, or "" for none."""
        for day in range(telling.first, telling.last + 1):
            if len(story.tellings) == 1:
                self._all[day].append(story)
            for person in self._people(telling) or [""]:
                self._naming[day, person].append(story)

    def fitting(self, telling: _Telling, first: int, last: int) -> list[_Story]:
        """The stories that have a day from `first` to `last` and take the telling; two are enough to know that it fits no one."""
        found: list[_Story] = []
        people = self._people(telling)
        for day in range(first, last + 1):
            lists = [self._naming.get((day, person), ()) for person in ("", *people)] if people else [self._all.get(day, ())]
            for story in itertools.chain(*lists):
                if story.first <= last and first <= story.last and story not in found and story.takes(telling):
                    found.append(story)
                    if len(found) > 1:
                        return found
        return found


def event_stories(records: Sequence[CodedArticle]) -> Iterator[list[Report]]:
    """The reports of each event, a list a story; `row` counts the events of all records. What is left out stands alone."""
    flat = [(record.article, event) for record in records for event in record.events]
    blocks: defaultdict[tuple[EventType, str | None, bool, frozenset[str]], list[int]] = defaultdict(list)
    for row, (_, event) in enumerate(flat):
        if event.date is None or event.date_precision is Precision.DAY:
            mode = None if event.event_type in GENERIC_MODES else event.event_mode
            sides = frozenset([_side(actor) for actor in event.actors if actor.role in _DOERS])
            blocks[event.event_type, mode, event.status is Status.NEGATED, sides].append(row)
    for (_, _, _, sides), rows in blocks.items():
        if len(rows) > 1:
            # A block's tellings are made when its turn comes and dropped after it: kept, they would slow the garbage collector.
            reports = [(_telling(event, sides), _event_report(row, article, event)) for row in rows for article, event in [flat[row]]]
            told = [one for one in reports if (sides or one[0].recipients) and one[0].last - one[0].first < LONGEST_SPAN]
            yield from _join(told, _Calendar(min(sides, default="")))


def _join(block: list[tuple[_Telling, Report]], calendar: _Calendar) -> Iterator[list[Report]]:
    """The stories of a block; reports that stay alone may be left out."""
    dated: defaultdict[_Telling, list[Report]] = defaultdict(list)
    undated: defaultdict[_Telling, list[Report]] = defaultdict(list)
    for telling, report in block:
        if telling.last:
            dated[telling].append(report)
        elif telling.status is not Status.HISTORICAL and report.told != NEVER:
            undated[telling].append(report)
    stories = _join_dated(dated, calendar)
    left = [
        (telling, report)
        for telling, reports in sorted(undated.items(), key=_fullest_first)
        for report in sorted(reports)
        if telling.status is not Status.ACTUAL or not _joined_undated(telling, report, calendar)
    ]
    for story in stories + _join_twins(left):
        yield story.reports


def _join_dated(dated: dict[_Telling, list[Report]], calendar: _Calendar) -> list[_Story]:
    stories: list[_Story] = []
    for telling, reports in sorted(dated.items(), key=_fullest_first):
        fits = calendar.fitting(telling, telling.first, telling.last)
        if len(fits) == 1:
            fits[0].add(telling, reports)
        else:
            fits = [_Story(telling, reports)]
            stories += fits
        calendar.enter(fits[0], telling)
    return stories


def _joined_undated(telling: _Telling, report: Report, calendar: _Calendar) -> bool:
    """Put an undated report into the one dated story of its last days that tells the same; False where there is not just one."""
    fits = calendar.fitting(telling, report.told - UNDATED_DAYS, report.told)
    if len(fits) != 1 or report.article_id in fits[0].articles:
        return False
    if not any(_says_as_much(telling, other) for other in fits[0].tellings):
        return False
    fits[0].add(telling, [report])
    return True


def _says_as_much(telling: _Telling, other: _Telling) -> bool:
    """Whether an undated report leaves nothing to guess: the recipients are the other's, and of a statement who says it to whom.

    The wording stands for whom it is said to, where that was compared.
    """
    if telling.statement and not (telling.people == other.people and telling.bodies == other.bodies):
        return False
    return telling.recipients == other.recipients and bool(telling.recipients or telling.words or not telling.statement)


def _join_twins(left: Iterable[tuple[_Telling, Report]]) -> list[_Story]:
    """Undated reports among themselves: reprints, and meetings that one day's reports tell with all the names."""
    stories: list[_Story] = []
    known: defaultdict[object, list[_Story]] = defaultdict(list)
    for telling, report in left:
        keys: list[object] = [report.wording] if report.wording.count(" ") >= SHORT_WORDING - 1 else []
        if telling.full_meeting:
            keys.append((report.told, telling.status, telling.people, telling.recipients))
        near = dict.fromkeys(story for key in keys for story in known[key])
        fits = [
            s
            for s in near
            if report.article_id not in s.articles and abs(s.reports[0].told - report.told) <= UNDATED_DAYS and s.takes(telling)
        ]
        if len(fits) == 1:
            fits[0].add(telling, [report])
        else:
            fits = [_Story(telling, [report])]
            stories += fits
        for key in keys:
            if fits[0] not in known[key]:
                known[key].append(fits[0])
    return stories


def _fullest_first(item: tuple[_Telling, list[Report]]) -> tuple[int, int, Report]:
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
        and not apart(one.place, other.place)
        and (one.words == other.words or alike(one.words, other.words))
    )


def alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two wordings share most of the shorter one's words; never where it has only a few."""
    shorter = min(len(one), len(other))
    return shorter >= SHORT_WORDING and len(one & other) >= ALIKE * shorter


def words_of(text: str) -> frozenset[str]:
    """The words of a wording, in small letters."""
    return frozenset(WORD.findall(text.lower()))


def _contradict(one: Named, other: Named) -> bool:
    """Whether both name somebody of one side, and nobody of it in common."""
    if not one or not other or one == other:
        return False
    shared = {side for side, _ in one & other}
    return any(side not in shared for side in {side for side, _ in one} & {side for side, _ in other})


def apart(one: Place | None, other: Place | None) -> bool:
    """Whether two places cannot be one: different countries, or far apart. A country's name says nothing about where in it."""
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


def _telling(event: Event, sides: frozenset[str]) -> _Telling:
    """What the report says of the event beyond the sides that act."""
    statement = event.event_type in STATEMENTS
    people: list[tuple[str, str]] = []
    bodies: list[tuple[str, str]] = []
    recipients: set[str] = set()
    recipient_people: list[tuple[str, str]] = []
    for actor in event.actors:
        if actor.role in _DONE_TO:
            recipients.add(actor.country or actor.affiliation or actor.actor_id)
            if actor.actor_id.startswith("person:"):
                recipient_people.append((_side(actor), actor.actor_id))
        elif actor.role in _DOERS:
            side = _side(actor)
            if actor.actor_id.startswith("person:"):
                people.append((side, actor.actor_id))
            elif statement and actor.actor_id.startswith("org:"):
                bodies.append((side, actor.actor_id))
    every_side = sides == {side for side, _ in people} and len(sides) + len(recipients) > 1
    return _Telling(
        event.date.toordinal() if event.date else 0,
        (event.date_end or event.date).toordinal() if event.date else 0,
        None if event.event_mode == GENERIC_MODES.get(event.event_type) else event.event_mode,
        frozenset(people),
        frozenset(bodies),
        frozenset(recipients),
        frozenset(recipient_people),
        event.place,
        words_of(event.evidence.text) if event.event_mode == OPEN_MODE else frozenset(),
        event.status,
        statement,
        event.event_type is EventType.CONSULT and every_side,
    )


def _event_report(row: int, article: Article, event: Event) -> Report:
    wording = "" if event.date else " ".join(event.evidence.text.lower().split())
    return report_of(row, article, event.event_id, wording)


def _side(actor: Actor) -> str:
    if actor.sector is Sector.REB:
        group = actor.affiliation
        return group if group and not group.startswith("state:") else actor.actor_id
    return actor.country or actor.affiliation or actor.actor_id


def report_of(row: int, article: Article, fact_id: str, wording: str = "") -> Report:
    """The report that an article's fact makes."""
    return Report(article.published.toordinal() if article.published else NEVER, article.article_id, fact_id, row, wording)
