"""The tables of the ontology: types with their modes, quad class and severity, and every vocabulary's names."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import msgspec

from lib.records import EventType, QuadClass

_FILE = Path(__file__).parent / "data" / "ontology.toml"


class Term(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A code of the contract and its names."""

    code: str
    vi: str
    en: str


class Severity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step of the scale on which reactions are coloured; 0 is the mildest."""

    level: int
    vi: str
    en: str


class TypeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event type: its modes, its quad class (None for EXPRESS), its severity (a level of `Severity`), its names."""

    code: EventType
    severity: int
    vi: str
    en: str
    modes: tuple[Term, ...]
    quad: QuadClass | None = None


class Vocabularies(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The closed vocabularies, each in the order in which a page lists it."""

    quad_class: tuple[Term, ...]
    role: tuple[Term, ...]
    sector: tuple[Term, ...]
    status: tuple[Term, ...]
    date_precision: tuple[Term, ...]
    published_basis: tuple[Term, ...]
    harm: tuple[Term, ...]
    qualifier: tuple[Term, ...]
    victims_kind: tuple[Term, ...]
    scope: tuple[Term, ...]
    mention_kind: tuple[Term, ...]


class Ontology(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file `ontology.toml`."""

    severities: tuple[Severity, ...]
    types: tuple[TypeEntry, ...]
    vocabularies: Vocabularies
    countries: tuple[Term, ...]


@lru_cache(maxsize=1)
def load() -> Ontology:
    """Read the ontology once a process; an unknown key or code raises `msgspec.ValidationError`."""
    return msgspec.toml.decode(_FILE.read_bytes(), type=Ontology)


@lru_cache(maxsize=1)
def types() -> dict[str, TypeEntry]:
    """Every event type by its code, in the order in which a page lists them (from cooperation to conflict)."""
    return {str(entry.code): entry for entry in load().types}


def modes_of(event_type: EventType | str) -> tuple[str, ...]:
    """The codes of a type's modes, in the contract's order; KeyError where there is no such type."""
    return tuple(mode.code for mode in types()[event_type].modes)


def quad_class_of(event_type: EventType | str) -> QuadClass | None:
    """The quad class of a type; None for EXPRESS."""
    return types()[event_type].quad


def severity_of(event_type: EventType | str) -> int:
    """How far a reaction of this type goes: 0 (a statement) to 7 (an assault)."""
    return types()[event_type].severity
