"""Events worth a line on the time axis of casualty figures: ceasefires, releases, sanctions, attacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.records import EventType, Precision, Status
from lib.tables.filters import isin
from lib.tables.frames import SEPARATOR

if TYPE_CHECKING:
    from lib.tables.frames import Tables

NOTABLE = (
    EventType.CONCEDE,
    EventType.RETREAT,
    EventType.AGREE,
    EventType.SANCTION,
    EventType.MOBILIZE,
    EventType.COERCE,
    EventType.ASSAULT,
    EventType.AID,
    EventType.REJECT,
    EventType.PROTEST,
)
"""The types that change a course, those that end or punish fighting first."""

_NATIONS = ("actor_countries", "recipient_countries")


def pinnable(tables: Tables, country: str | None = None, most: int = 200) -> list[str]:
    """Event ids that a reader may pin: dated to the day, actual, of `NOTABLE` types, each story once, the newest `most` of them.

    Those of `country` (alpha-3) come first, then by how notable the type is.
    """
    events = tables.events
    kept = isin(events["event_type"], NOTABLE) & isin(events["status"], [Status.ACTUAL]) & isin(events["date_precision"], [Precision.DAY])
    found = events.loc[kept, ["event_id", "event_type", "date", "story_id", *_NATIONS]].drop_duplicates("story_id")
    rank = {str(code): place for place, code in enumerate(NOTABLE)}
    found = found.assign(rank=found["event_type"].astype("object").map(rank), far=~_of_country(found, country))
    newest = found.sort_values(["far", "date"], ascending=[True, False], kind="stable").head(most)
    return newest.sort_values(["far", "rank"], kind="stable")["event_id"].astype("object").tolist()


def _of_country(events: pd.DataFrame, country: str | None) -> pd.Series:
    found = pd.Series(data=False, index=events.index)
    if country:
        for column in _NATIONS:
            names = [name for name in events[column].cat.categories if country in name.split(SEPARATOR)]
            found |= isin(events[column], names)
    return found
