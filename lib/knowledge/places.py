"""Places with their country and coordinates; a capital also stands for its state's government."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from lib.knowledge.entries import Entity, NameEntry, slug
from lib.knowledge.tables import read_csv
from lib.records import MentionKind


class PlaceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of `places.csv`. `kind` is capital, city, region, crossing, base, camp, sea, island, site or area; a
    capital stands for the government of its country. `names` are other spellings.
    """

    name: str
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    names: tuple[str, ...] = ()


def read() -> list[PlaceRow]:
    """Every place."""
    return read_csv("places.csv", PlaceRow)


def entities(rows: list[PlaceRow]) -> Iterator[Entity]:
    """An entity a place; the id is made from the name."""
    for row in rows:
        yield Entity(f"place:{slug(row.name)}", MentionKind.PLACE, row.name, row.country, lat=row.lat, lon=row.lon)


def names(rows: list[PlaceRow]) -> Iterator[tuple[str, NameEntry]]:
    """Every name with its entry."""
    for row in rows:
        capital = row.kind == "capital"
        entry = NameEntry(f"place:{slug(row.name)}", MentionKind.PLACE, "metonym" if capital else "name", f"state:{row.country}" if capital else None)
        for phrase in (row.name, *row.names):
            yield phrase, entry
