"""Places with their country and coordinates; a capital also stands for its state's government."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lib.knowledge.entries import Entity, NameEntry, slug
from lib.knowledge.tables import read_csv
from lib.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Iterator


class PlaceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of `places.csv`; `names` are other spellings.

    `kind`: capital (it stands for the government of its country too), city, region, crossing, base, camp, sea, island,
    site or area. `stands_for` is whom the place stands for besides ("Brussels").
    """

    name: str
    kind: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    names: tuple[str, ...] = ()
    stands_for: str | None = None


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
        stands_for = f"state:{row.country}" if row.kind == "capital" else row.stands_for
        entry = NameEntry(f"place:{slug(row.name)}", MentionKind.PLACE, "metonym" if stands_for else "name", stands_for)
        for phrase in (row.name, *row.names):
            yield phrase, entry
