"""Events in the columns of POLECAT, the dataset of the PLOVER ontology; docs/EXPORTS.md tells what each holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.exports import mapping
from lib.exports.pairs import exportable, paired
from lib.knowledge import ontology
from lib.records import EventType, Status
from lib.tables import SEPARATOR
from lib.tables.filters import isin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.exports.pairs import Party
    from lib.tables import Tables

COLUMNS = (
    *("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts"),
    *("Actor Name", "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw"),
    *("Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector"),
    *("Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID"),
    *("Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename"),
    *("Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations"),
    *("Language", "Version"),
)
"""The 40 columns, in POLECAT's order."""

LANGUAGE = "vi"
NUMBERS = ("Intensity", "Latitude", "Longitude")


def polecat(tables: Tables, version: str = "") -> pd.DataFrame:
    """The view's events in POLECAT's columns; `version` names the coder. Null where PLOVER or the text has nothing to say.

    EXPRESS is no PLOVER type and is left out, as is what did not happen; what is planned becomes AGREE.
    """
    events = exportable(tables.events)
    events = events[~isin(events["event_type"], [EventType.EXPRESS])]
    rows, first, second = paired(tables, events)
    kinds, modes = _types(rows)
    columns: dict[str, object] = {
        "Event ID": rows["event_id"],
        "Event Date": rows["date"],
        "Event Type": kinds,
        "Event Mode": modes,
        "Quad Code": [ontology.quad_class_of(kind) for kind in kinds],
        **_party("Actor", first),
        **_party("Recipient", second),
        "Placename": rows["place_name"],
        "Country": rows["place_country"],
        "Latitude": rows["place_lat"],
        "Longitude": rows["place_lon"],
        "Source": rows["outlet"],
        "Publication Date": rows["published"],
        **_story(tables, rows),
        "Language": LANGUAGE,
        "Version": version or None,
    }
    found = pd.DataFrame(columns, index=rows.index).reindex(columns=list(COLUMNS))
    return found.astype({name: _kind(name) for name in COLUMNS})


def _kind(name: str) -> str:
    if name in NUMBERS:
        return "float64"
    return "datetime64[s]" if name in {"Event Date", "Publication Date"} else "str"


def _types(rows: pd.DataFrame) -> tuple[list[str], list[str | None]]:
    """PLOVER's type and mode of each row."""
    kinds: list[str] = []
    modes: list[str | None] = []
    columns = (rows[name].astype("object") for name in ("event_type", "event_mode", "status"))
    for kind, mode, status in zip(*columns, strict=True):
        intent = status == Status.PLANNED
        entry = mapping.entry_of(str(kind), mode if isinstance(mode, str) else None)
        kinds.append(str(mapping.PLANNED_TYPE if intent else kind))
        modes.append(None if intent else entry.plover)
    return kinds, modes


def _party(side: str, parties: Sequence[Party | None]) -> dict[str, object]:
    return {
        f"{side} Name": [party.name if party else None for party in parties],
        f"{side} Country": [party.country if party else None for party in parties],
        f"Primary {side} Sector": [party.sector if party else None for party in parties],
        f"{side} Sectors": [party.sector if party else None for party in parties],
        f"{side} Title": [party.title if party else None for party in parties],
    }


def _story(tables: Tables, rows: pd.DataFrame) -> dict[str, object]:
    """Who and what the view's events of each row's article name."""
    actors = tables.event_actors[["event_row", "actor_id", "name"]].astype({"actor_id": "str", "name": "str"})
    article = tables.events["article_id"].astype("str")
    named = pd.DataFrame({"article": actors["event_row"].map(article), "id": actors["actor_id"], "name": actors["name"]})
    people = named["id"].str.startswith("person:")
    states = named["id"].str.startswith("state:")
    places = pd.DataFrame({"article": article, "name": tables.events["place_name"].astype("str")}).dropna()
    parts = {
        "Story People": named[people],
        "Story Organizations": named[~people & ~states],
        "Story Locations": pd.concat([named.loc[states, ["article", "name"]], places]),
    }
    own = rows["article_id"].astype("str")
    return {key: own.map(_joined(part)) for key, part in parts.items()}


def _joined(part: pd.DataFrame) -> dict[str, str]:
    found: dict[str, dict[str, None]] = {}
    for article, name in zip(part["article"], part["name"], strict=True):
        found.setdefault(article, {})[name] = None
    return {article: SEPARATOR.join(names) for article, names in found.items()}
