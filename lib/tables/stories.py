"""Stories: what several articles report of one event, or of one casualty figure, with every witness kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.tables.event_reports import GENERIC_MODES
from lib.tables.frames import SEPARATOR
from lib.tables.memo import remembered

if TYPE_CHECKING:
    from lib.tables.frames import Tables

EVENT, FIGURE = "event", "casualty"
"""The kinds of a story."""

WITNESS_COLUMNS = ["article_id", "outlet", "published", "event_id", "evidence_text"]

STORY_COLUMNS = [
    "story_id",
    "kind",
    "type",
    "mode",
    "parties",
    "count",
    "date",
    "reports",
    "outlets",
    "first_published",
    "event_id",
    "evidence_text",
]


@remembered
def stories_view(tables: Tables, least_reports: int = 2) -> pd.DataFrame:
    """The stories that at least `least_reports` articles tell, the most reported first, then the latest; a row a story.

    `kind` is "event" or "casualty"; `type` and `mode` are the event's, or the harm and its scope; `parties` the names of
    those who act and those it is done to, or the victims; `count` the figure, null for events; `date` the earliest day that
    a report gives; `reports` the number of articles; `outlets` their outlets, in the order of publication, joined by
    `SEPARATOR`; `first_published` the first publication; `event_id` (a figure's `casualty_id`) and `evidence_text` those of
    the fullest report: the one that says most of mode, date, place and parties, and of those the longest clause.
    """
    reports = _reports(tables)
    reports = reports[reports.groupby("story_id")["article_id"].transform("nunique") >= least_reports]
    if reports.empty:
        return reports.reindex(columns=STORY_COLUMNS)
    told = reports.sort_values(["published", "article_id"], na_position="last", kind="stable")
    found = told.groupby("story_id").agg(
        date=("day", "min"), reports=("article_id", "nunique"), outlets=("outlet", _outlets), first_published=("published", "min")
    )
    fullest = told.sort_values(["said", "length"], ascending=False, kind="stable").drop_duplicates("story_id")
    found = fullest.drop(columns=["outlet"]).merge(found, on="story_id")
    order = ["reports", "first_published", "story_id"]
    return found.sort_values(order, ascending=[False, False, True], na_position="last", kind="stable", ignore_index=True)[STORY_COLUMNS]


def witnesses(tables: Tables, story_id: str) -> pd.DataFrame:
    """Every report of a story, the first published first: `WITNESS_COLUMNS`; `event_id` is a figure's `casualty_id`.

    No rows where the tables hold no such story.
    """
    reports = _reports(tables, story_id)
    order = ["published", "article_id", "event_id"]
    return reports.sort_values(order, na_position="last", kind="stable", ignore_index=True)[WITNESS_COLUMNS]


def _reports(tables: Tables, story_id: str | None = None) -> pd.DataFrame:
    """Events and figures in the columns of a story; of all stories, or of one."""
    events, figures = tables.events, tables.casualties
    if story_id is not None:
        events, figures = events[events["story_id"] == story_id], figures[figures["story_id"] == story_id]
    parts = [part for part in (_of_events(events), _of_figures(figures)) if len(part)]
    return pd.concat(parts, ignore_index=True) if parts else _of_events(events)


def _of_events(events: pd.DataFrame) -> pd.DataFrame:
    found = _common(events).assign(kind=EVENT, event_id=events["event_id"])
    found["type"], found["mode"] = events["event_type"].astype("str"), events["event_mode"].astype("str")
    doers, others = events["actor_names"].astype("str"), events["recipient_names"].astype("str")
    found["parties"] = (doers + SEPARATOR + others).str.strip(SEPARATOR)
    found["count"] = pd.array([None] * len(events), dtype="Int64")
    generic = set(GENERIC_MODES.values())
    found["said"] += (~events["event_mode"].isin(generic)).astype(int) + found["parties"].str.count(SEPARATOR)
    return found


def _of_figures(figures: pd.DataFrame) -> pd.DataFrame:
    found = _common(figures).assign(kind=FIGURE, event_id=figures["casualty_id"])
    found["type"], found["mode"] = figures["harm"].astype("str"), figures["scope"].astype("str")
    found["parties"] = figures["victims"].astype("str").fillna("")
    found["count"] = figures["count"]
    return found


def _common(facts: pd.DataFrame) -> pd.DataFrame:
    found = facts[["story_id", "article_id", "published", "evidence_text"]].copy()
    found["article_id"], found["outlet"] = facts["article_id"].astype("str"), facts["outlet"].astype("str")
    found["day"] = facts["date"].where(facts["date_precision"] == "day")
    found["said"] = facts["date"].notna().astype(int) + facts["place_name"].notna().astype(int)
    found["length"] = facts["evidence_text"].str.len()
    return found


def _outlets(names: pd.Series[str]) -> str:
    return SEPARATOR.join(names.dropna().drop_duplicates())
