"""Where the contract's types and modes go in PLOVER and CAMEO: `knowledge/data/exports.toml`."""

from __future__ import annotations

from functools import lru_cache

import msgspec

from lib.knowledge.tables import read_toml
from lib.records import EventType

PLANNED_TYPE = EventType.AGREE
"""What PLOVER makes of a planned deed of the types in `planned`."""


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A type and mode (None: the mode is unknown), PLOVER's mode (None: it has none), the CAMEO code."""

    type: EventType
    cameo: str
    mode: str | None = None
    plover: str | None = None


class Planned(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A type that becomes AGREE where it is planned, and the CAMEO code of that intent."""

    type: EventType
    cameo: str


class Mapping(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; `goldstein` is keyed by CAMEO code."""

    entries: tuple[Entry, ...]
    planned: tuple[Planned, ...]
    goldstein: dict[str, float]


@lru_cache(maxsize=1)
def load() -> Mapping:
    """Read the mapping once a process; a key that does not belong raises `msgspec.ValidationError`."""
    return read_toml("exports.toml", Mapping)


@lru_cache(maxsize=1)
def entries() -> dict[tuple[str, str | None], Entry]:
    """Every entry by its type and mode."""
    return {(str(entry.type), entry.mode): entry for entry in load().entries}


@lru_cache(maxsize=1)
def planned() -> dict[str, str]:
    """The CAMEO code of intent by each type that has one."""
    return {str(entry.type): entry.cameo for entry in load().planned}


def entry_of(event_type: str, mode: str | None) -> Entry:
    """The entry of a type and mode; that of the type alone for a mode that the file lacks."""
    found = entries()
    return found.get((event_type, mode)) or found[event_type, None]


def gdelt_quad(cameo: str) -> int:
    """GDELT's quad class of a CAMEO code: 1 and 2 cooperate, 3 and 4 conflict, by word and by deed; protest (14) counts as 3."""
    root = int(cameo[:2])
    return next(quad for quad, last in ((1, 5), (2, 8), (3, 14), (4, 20)) if root <= last)
