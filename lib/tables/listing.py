"""A page of the events table: so many rows of the filtered events in a chosen order, however many there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np
import numpy.typing as npt

from lib.knowledge import ontology
from lib.tables.memo import remembered
from lib.tables.reactions import facts

if TYPE_CHECKING:
    import pandas as pd

    from lib.tables.frames import Tables

Sort = Literal["newest", "oldest", "strongest", "surest", "type", "outlet"]
SORTS: tuple[Sort, ...] = get_args(Sort)
PAGE = 100
"""Rows a page: more are not read at a glance, and cost every visitor's browser."""


@dataclass(frozen=True, slots=True, eq=False)
class EventsPage:
    """`rows`: event facts with `date_known`, `severity`, ids and names of both sides; `page` of `pages`, from 1; `count` of all."""

    rows: pd.DataFrame
    page: int
    pages: int
    count: int
    undated: int


@remembered
def events_page(tables: Tables, sort: Sort = "newest", page: int = 1, size: int = PAGE) -> EventsPage:
    """Rows `size * (page - 1)` and on, in the order `sort`; a page that does not exist gives the nearest one.

    Every order puts what has no date last among equals, then the latest published first, then the surest.
    """
    events = tables.events
    pages = max(-(-len(events) // size), 1)
    page = min(max(page, 1), pages)
    chosen = events.iloc[_order(tables, sort)[size * (page - 1) : size * page]]
    rows = facts(chosen)
    for name in ("actor_ids", "recipient_ids", "place_name"):
        rows[name] = chosen[name]
    return EventsPage(rows.reset_index(drop=True), page, pages, len(events), int(np.isnat(events["date"].to_numpy()).sum()))


@remembered
def _order(tables: Tables, sort: Sort) -> npt.NDArray[np.int64]:
    """The positions of the events in the order `sort`."""
    events = tables.events
    day, published = _days(events["date"]), _days(events["published"])
    known = day > 0
    newest = day << 32 | published << 8 | (events["confidence"].to_numpy() * 100).astype(np.int64)
    if sort == "oldest":
        return np.lexsort((-published, np.where(known, day, np.int64(1) << 40)))
    if sort == "newest":
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


def _days(column: pd.Series) -> npt.NDArray[np.int64]:
    """Days since the year 1, 0 where unknown."""
    stamps = column.to_numpy().astype("datetime64[D]")
    days = (stamps - np.datetime64("0001-01-01", "D")).astype(np.int64)
    return np.where(np.isnat(stamps), 0, days)
