"""Events as pairs of who acts and whom it is done to: the rows of other programs, which know two sides only."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from lib.exports import mapping
from lib.records import EventType, Role, Status
from lib.tables.filters import isin

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lib.tables import Tables

JOINT = frozenset({str(EventType.CONSULT), str(EventType.AGREE), str(EventType.COOPERATE)})
"""Types that are done together: their actors are each other's counterparts."""

_DOERS = frozenset({str(Role.ACTOR), str(Role.PARTICIPANT)})
_OTHERS = frozenset({str(Role.RECIPIENT), str(Role.HOST)})


class Party(NamedTuple):
    """A party to an event, as `event_actors` has it; None where nothing is known."""

    role: str
    actor_id: str
    name: str
    title: str | None
    affiliation: str | None
    country: str | None
    sector: str | None

    @property
    def side(self) -> str:
        """The country, else the body, else the party itself."""
        return self.country or self.affiliation or self.actor_id


Pair = tuple[Party | None, Party | None]

COLUMNS = Party._fields


class Paired(NamedTuple):
    """`events`: a row a pair, the columns of `events` (index 0, 1, ...); `first`, `second`: who acts and whom it is done to."""

    events: pd.DataFrame
    first: list[Party | None]
    second: list[Party | None]


def exportable(events: pd.DataFrame) -> pd.DataFrame:
    """The events that other ontologies have a place for: what did not happen has none, nor has most of what is only planned."""
    planned = isin(events["status"], [Status.PLANNED])
    kept = ~isin(events["status"], [Status.NEGATED]) & (~planned | isin(events["event_type"], mapping.planned()))
    return events[kept]


def paired(tables: Tables, events: pd.DataFrame) -> Paired:
    """Each of `events` (rows of `tables.events`) as one pair or several, in the order of the rows."""
    parties = _parties(tables, events)
    rows: list[int] = []
    first: list[Party | None] = []
    second: list[Party | None] = []
    for place, (number, kind) in enumerate(zip(events.index, events["event_type"].astype("object"), strict=True)):
        for one, other in pairs_of(str(kind), parties.get(int(number), ())):
            rows.append(place)
            first.append(one)
            second.append(other)
    return Paired(events.iloc[rows].reset_index(drop=True), first, second)


def pairs_of(event_type: str, parties: Sequence[Party]) -> list[Pair]:
    """The pairs of one event: who acts with each whom it is done to; of what is done together, those of different sides.

    One pair at least: a side that is not told is None. Mediators stand in no pair.
    """
    doers = [party for party in parties if party.role in _DOERS]
    others = [party for party in parties if party.role in _OTHERS]
    found: list[Pair] = [(one, other) for one, other in combinations(doers, 2) if one.side != other.side] if event_type in JOINT else []
    if others or not found:
        nobody: list[Party | None] = [None]
        found += product(doers or nobody, others or nobody)
    return found


def _parties(tables: Tables, events: pd.DataFrame) -> dict[int, list[Party]]:
    actors = tables.event_actors
    actors = actors[actors["event_row"].isin(events.index)]
    plain = [actors[name].astype("object") for name in COLUMNS]
    columns = [column.where(column.notna(), None) for column in plain]
    found: dict[int, list[Party]] = {}
    for row, *values in zip(actors["event_row"], *columns, strict=True):
        found.setdefault(int(row), []).append(Party(*values))
    return found
