"""The numbers of the overview that another page lists: each is what that page counts, without making its whole view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from lib.records import EventType, Role, Status
from lib.tables.filters import isin
from lib.tables.meetings import HELD
from lib.tables.memo import remembered

if TYPE_CHECKING:
    from lib.tables.frames import Tables

Mask = npt.NDArray[np.bool_]


@remembered
def reacting_countries(tables: Tables) -> int:
    """How many countries stand in `ReactionsView.by_country`."""
    events, actors = tables.events, tables.event_actors
    talks = isin(events["event_type"], [EventType.CONSULT, EventType.ASSAULT])
    among = _parties(tables, ~talks & isin(events["status"], [Status.ACTUAL])) & isin(actors["role"], [Role.ACTOR])
    codes = actors["country"].cat.codes.to_numpy()[among]
    return len(np.unique(codes[codes >= 0]))


@remembered
def meetings_held(tables: Tables) -> int:
    """How many meetings of two countries or more took place: those that the meetings page counts, by country."""
    events, actors = tables.events, tables.event_actors
    held = isin(events["event_type"], [EventType.CONSULT]) & isin(events["status"], HELD)
    codes = actors["country"].cat.codes.to_numpy().astype(np.int64)
    among = _parties(tables, held) & ~isin(actors["role"], [Role.MEDIATOR]) & (codes >= 0)
    width = max(len(actors["country"].cat.categories), 1)
    once = np.unique(actors["event_row"].to_numpy().astype(np.int64)[among] * width + codes[among])
    rows, countries = np.unique(once // width, return_counts=True)
    met = events.loc[rows[countries > 1]]
    return int(met["story_id"].fillna(met["event_id"]).nunique())


def _parties(tables: Tables, among: Mask) -> Mask:
    """From a mask over `events` to one over `event_actors`."""
    rows = tables.events.index.to_numpy()
    kept = np.zeros(int(rows.max()) + 1 if len(rows) else 0, dtype=bool)
    kept[rows[among]] = True
    owners = tables.event_actors["event_row"].to_numpy()
    return kept[owners] if len(kept) else np.zeros(len(owners), dtype=bool)
