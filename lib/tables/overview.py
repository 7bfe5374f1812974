"""The first page: counts, latest figures, who is most active, what is announced, and events a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lib.records import EventType, Role, Status
from lib.tables.casualties import casualties_view
from lib.tables.filters import isin
from lib.tables.reactions import facts

if TYPE_CHECKING:
    from lib.tables.frames import Tables


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is: articles, events, meetings (CONSULT that took place), reactions' countries, casualty figures."""

    articles: int
    events: int
    meetings: int
    countries: int
    casualties: int


@dataclass(frozen=True, slots=True, eq=False)
class OverviewView:
    """The overview page.

    `latest`: the newest dated running total of each casualty series (columns of `CasualtiesView.rows`), largest first.
    `active`: `country`, `count` of events it acts or speaks in, the busiest first. `upcoming`: planned meetings as event
    facts, soonest first. `timeline`: `date`, `quad_class` ("" for EXPRESS), `count` of dated actual events by first day.
    `undated`: how many actual events are on no day of the timeline. `first`, `last`: the period that events cover.
    """

    counts: Counts
    latest: pd.DataFrame
    active: pd.DataFrame
    upcoming: pd.DataFrame
    timeline: pd.DataFrame
    undated: int
    first: pd.Timestamp | None
    last: pd.Timestamp | None


def overview_view(tables: Tables) -> OverviewView:
    """The overview of what the filters left."""
    events = tables.events
    actual = events[isin(events["status"], [Status.ACTUAL])]
    dated = actual[actual["date"].notna()]
    consult = isin(actual["event_type"], [EventType.CONSULT])
    active = _active(tables, actual)
    counts = Counts(len(tables.articles), len(events), int(consult.sum()), len(active), len(tables.casualties))
    first, last = (dated["date"].min(), dated["date"].max()) if len(dated) else (None, None)
    return OverviewView(counts, _latest(tables), active, _upcoming(events), timeline(dated), len(actual) - len(dated), first, last)


def timeline(dated: pd.DataFrame) -> pd.DataFrame:
    """`date`, `quad_class` ("" where none), `count` of dated events, each on the first day of its date."""
    quads = np.array([*dated["quad_class"].cat.categories, ""], dtype=object)[dated["quad_class"].cat.codes.to_numpy()]
    plain = pd.DataFrame({"date": dated["date"].to_numpy(), "quad_class": quads})
    return plain.groupby(["date", "quad_class"], sort=True).size().rename("count").reset_index()


def _latest(tables: Tables) -> pd.DataFrame:
    totals = casualties_view(tables).totals
    newest = totals.sort_values(["date", "confidence"], kind="stable").drop_duplicates("series", keep="last")
    return newest.sort_values(["value", "series"], ascending=[False, True], ignore_index=True)


def _active(tables: Tables, events: pd.DataFrame) -> pd.DataFrame:
    actors = tables.event_actors
    doing = actors[~isin(actors["role"], [Role.RECIPIENT]) & actors["country"].notna() & actors["event_row"].isin(events.index)]
    pairs = pd.DataFrame({"event_row": doing["event_row"], "country": doing["country"].astype("str")}).drop_duplicates()
    found = pairs.groupby("country", sort=True).size().rename("count").reset_index()
    return found.sort_values(["count", "country"], ascending=[False, True], ignore_index=True)


def _upcoming(events: pd.DataFrame) -> pd.DataFrame:
    planned = isin(events["status"], [Status.PLANNED]) & isin(events["event_type"], [EventType.CONSULT])
    chosen = events[planned]
    found = facts(chosen)
    found["place_name"] = chosen["place_name"]
    return found.sort_values(["date", "published"], na_position="last", kind="stable", ignore_index=True)
