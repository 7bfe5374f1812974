"""A page of the events table: so many rows of the filtered events in a chosen order, however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import numpy.typing as npt

from lib.knowledge import ontology
from lib.records import Status
from lib.tables.filters import isin
from lib.tables.memo import remembered
from lib.tables.reactions import facts
from lib.tables.standing import standing

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

    from lib.tables.frames import Tables

Sort = Literal["newest", "upcoming", "oldest", "strongest", "surest", "type", "outlet"]
SORTS: tuple[Sort, ...] = get_args(Sort)
PAGE = 100
"""Rows a page: more are not read at a glance, and cost every visitor's browser."""

_LATE = np.int64(1) << 22
"""More days than there are from the year 1 to the year 9999."""


@dataclass(frozen=True, slots=True, eq=False)
class EventsPage:
    """`rows`: event facts with `date_known`, `severity`, ids and names of both sides, the article's `agency`.

    `page` of `pages`, from 1; `count` of all.

    `ahead`: how many of all are still to come; `undated`: how many have no date.
    """

    rows: pd.DataFrame
    page: int
    pages: int
    count: int
    undated: int
    ahead: int


@remembered
def events_page(tables: Tables, sort: Sort = "newest", page: int = 1, size: int = PAGE, *, today: date | None = None) -> EventsPage:
    """Rows `size * (page - 1)` and on, in the order `sort`; a page that does not exist gives the nearest one.

    `today` is the last day that the data knows; what is dated later is still to come, and what is announced for a time that
    has not passed by then (as in a diary of meetings). Nothing is where `today` is None.

    "newest": what has happened, the latest first, what has no date standing on the day of its publication (`standing`); then what
    is still to come, the soonest first (a summit of 2030 is no news of today); then what stands on no day. "upcoming": what is
    still to come first, then as "newest". "oldest": in the order of time, what stands on no day last. Every other order takes
    equals as "newest" does. Of one day, the latest published is first, then the surest.
    """
    events = tables.events
    pages = max(-(-len(events) // size), 1)
    page = min(max(page, 1), pages)
    chosen = events.iloc[_order(tables, sort, today)[size * (page - 1) : size * page]]
    rows = facts(chosen)
    for name in ("actor_ids", "recipient_ids", "place_name"):
        rows[name] = chosen[name]
    rows["agency"] = tables.articles["agency"].loc[chosen["article_row"]].array
    undated, ahead = int(np.isnat(events["date"].to_numpy()).sum()), int(_ahead(events, today).sum())
    return EventsPage(rows.reset_index(drop=True), page, pages, len(events), undated, ahead)


@remembered
def _order(tables: Tables, sort: Sort, today: date | None) -> npt.NDArray[np.int64]:
    """The positions of the events in the order `sort`."""
    events = tables.events
    day, published = _days(standing(events)), _days(events["published"].to_numpy())
    known = day > 0
    if sort == "oldest":
        return np.lexsort((-published, np.where(known, day, _LATE)))
    place = np.where(_ahead(events, today), (2 * _LATE if sort == "upcoming" else 0) + _LATE - day, np.where(known, _LATE + day, 0))
    newest = place << 32 | published << 8 | (events["confidence"].to_numpy() * 100).astype(np.int64)
    if sort in {"newest", "upcoming"}:
        return np.argsort(-newest, kind="stable")
    if sort == "surest":
        first = -events["confidence"].to_numpy()
    elif sort == "strongest":
        severities = np.array([ontology.severity_of(code) for code in events["event_type"].cat.categories], dtype=np.int64)
        first = -severities[events["event_type"].cat.codes.to_numpy()] if len(events) else np.array([], dtype=np.int64)
    else:
        codes = events["event_type" if sort == "type" else "outlet"].cat.codes.to_numpy().astype(np.int64)
        first = np.where(codes < 0, np.int64(1) << 40, codes)
    return np.lexsort((-newest, first))


def _ahead(events: pd.DataFrame, today: date | None) -> npt.NDArray[np.bool_]:
    """Which events are still to come after `today`."""
    if today is None:
        return np.zeros(len(events), dtype=bool)
    first, last, now = events["date"].to_numpy(), events["date_end"].to_numpy(), np.datetime64(today)
    announced = isin(events["status"], [Status.PLANNED])
    return np.asarray((first > now) | (announced & (last >= now)), dtype=bool)


def _days(column: npt.NDArray[np.datetime64]) -> npt.NDArray[np.int64]:
    """Days since the year 1, 0 where unknown."""
    stamps = column.astype("datetime64[D]")
    days = (stamps - np.datetime64("0001-01-01", "D")).astype(np.int64)
    return np.where(np.isnat(stamps), 0, days)
