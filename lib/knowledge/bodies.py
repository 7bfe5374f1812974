"""Bodies and groups with names of their own, kinds of organ that every state has, and collectives that are nobody."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import msgspec

from lib.knowledge.entries import Entity, NameEntry, OrganEntry
from lib.knowledge.tables import read_csv, read_toml
from lib.records import MentionKind, Sector

if TYPE_CHECKING:
    from collections.abc import Iterator


class BodyRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body or a group; `metonym` where it stands for the state it is affiliated to ("Nhà Trắng")."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    kind: MentionKind = MentionKind.BODY
    country: str | None = None
    affiliation: str | None = None
    sector: Sector | None = None
    metonym: bool = False


class EnglishRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a body is called in English, where its name above is Vietnamese."""

    id: str
    en: str


class OrganRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of organ with its names, as they stand before a state's name."""

    role: str
    sector: Sector
    names: tuple[str, ...]


class CollectiveRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases for several parties of which none is named; `label` says whom they mean."""

    label: str
    names: tuple[str, ...]


class _Bodies(msgspec.Struct, forbid_unknown_fields=True):
    body: list[BodyRow]


class _Organs(msgspec.Struct, forbid_unknown_fields=True):
    organ: list[OrganRow]


class _Collectives(msgspec.Struct, forbid_unknown_fields=True):
    collective: list[CollectiveRow]
    blockers: tuple[str, ...]


def read() -> list[BodyRow]:
    """Every named body and group."""
    return read_toml("bodies.toml", _Bodies).body


@cache
def english() -> dict[str, str]:
    """English names by id."""
    return {row.id: row.en for row in read_csv("bodies_en.csv", EnglishRow)}


def entities(rows: list[BodyRow]) -> Iterator[Entity]:
    """An entity a body."""
    for row in rows:
        yield Entity(row.id, row.kind, row.name, row.country, row.affiliation, row.sector)


def names(rows: list[BodyRow]) -> Iterator[tuple[str, NameEntry]]:
    """Every name with its entry."""
    for row in rows:
        stands_for = row.affiliation if row.metonym else None
        entry = NameEntry(row.id, row.kind, "metonym" if row.metonym else "name", stands_for)
        for phrase in (row.name, *row.names):
            yield phrase, entry


def organs() -> Iterator[tuple[str, OrganEntry]]:
    """Every name of a kind of organ with its entry."""
    for row in read_toml("organs.toml", _Organs).organ:
        for phrase in row.names:
            yield phrase, OrganEntry(row.names[0], row.role, row.sector)


def collectives() -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Collectives (phrase, label), and phrases that only look like a name (phrase, the same)."""
    file = read_toml("collectives.toml", _Collectives)
    return [(phrase, row.label) for row in file.collective for phrase in row.names], [(phrase, phrase) for phrase in file.blockers]
