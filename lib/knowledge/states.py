"""States and territories of ISO 3166: names of CLDR, and the names that newsrooms use."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lib.knowledge.entries import Entity, NameEntry
from lib.knowledge.tables import read_csv, read_toml
from lib.records import MentionKind, Sector

if TYPE_CHECKING:
    from collections.abc import Iterator


class CodeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of `states.csv`, which `tools/build_states.py` makes from pycountry and Babel."""

    code: str
    name: str


class StateRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the newsrooms add: the usual name, other names, one-syllable forms of pairs, and descriptions."""

    code: str
    name: str | None = None
    names: tuple[str, ...] = ()
    pair: tuple[str, ...] = ()
    described: tuple[str, ...] = ()


class _File(msgspec.Struct, forbid_unknown_fields=True):
    state: list[StateRow]


def read() -> dict[str, StateRow]:
    """Every state and territory by alpha-3; `name` is always set."""
    ours = {row.code: row for row in read_toml("states.toml", _File).state}
    rows: dict[str, StateRow] = {}
    for code in read_csv("states.csv", CodeRow):
        row = ours.get(code.code, StateRow(code.code))
        name = row.name or code.name
        names = (*row.names, code.name) if code.name != name and code.name not in row.names else row.names
        rows[code.code] = StateRow(code.code, name, names, row.pair, row.described)
    return rows


def entities(rows: dict[str, StateRow]) -> Iterator[Entity]:
    """An entity a state."""
    for code, row in rows.items():
        yield Entity(f"state:{code}", MentionKind.STATE, row.name or code, code, None, Sector.GOV)


def names(rows: dict[str, StateRow]) -> Iterator[tuple[str, NameEntry]]:
    """Every name with its entry."""
    for code, row in rows.items():
        for form, phrases in (("name", (row.name or code, *row.names)), ("pair", row.pair), ("described", row.described)):
            entry = NameEntry(f"state:{code}", MentionKind.STATE, form)
            for phrase in phrases:
                yield phrase, entry
