"""People with their dated offices, their spellings and their short names."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import msgspec

from lib.knowledge.entries import Entity, NameEntry, Office, slug, unaccent
from lib.knowledge.tables import read_csv, read_toml
from lib.records import MentionKind, Sector

if TYPE_CHECKING:
    from collections.abc import Iterator

_NATIVE = frozenset({"VNM", "CHN", "TWN", "HKG", "MAC"})
_SURNAME_LAST = frozenset({"JPN"})
_MOST_SPELLINGS = 24


class PersonRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of `people.csv`; `shorts` are names used after the full one ("Putin"), `of` the state or body spoken for."""

    name: str
    of: str
    country: str | None = None
    sector: Sector | None = Sector.GOV
    names: tuple[str, ...] = ()
    shorts: tuple[str, ...] = ()


class OfficeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A line of `offices.csv`; an empty `of` is what the person's own row says. Dates are ISO days, both included."""

    person: str
    role: str
    title: str
    of: str | None = None
    start: date | None = None
    end: date | None = None
    sure: bool = True
    source: str = "general knowledge"


class _Spellings(msgspec.Struct, forbid_unknown_fields=True):
    alike: list[tuple[str, ...]]
    context: tuple[str, ...]


def read() -> tuple[list[PersonRow], list[OfficeRow]]:
    """Every person and every office."""
    return read_csv("people.csv", PersonRow), read_csv("offices.csv", OfficeRow)


def entities(people: list[PersonRow], offices: list[OfficeRow]) -> Iterator[Entity]:
    """An entity a person, the offices by start."""
    held: dict[str, list[OfficeRow]] = defaultdict(list)
    for row in offices:
        held[row.person].append(row)
    for person in people:
        terms = [Office(o.role, o.title, o.of or person.of, o.start, o.end, o.sure, o.source) for o in held.get(person.name, ())]
        terms.sort(key=lambda o: (o.start or date.min, o.role))
        yield Entity(
            f"person:{slug(person.name)}", MentionKind.PERSON, person.name, person.country, person.of, person.sector, offices=tuple(terms)
        )


def _variants(name: str, alike: dict[str, tuple[str, ...]], *, native: bool) -> dict[str, None]:
    """The spellings of `name`: each part as the press also writes it, hyphens left out, marks left out."""
    choices = [alike.get(part, (part,)) for part in name.split(" ")]
    count = 1
    for choice in choices:
        count *= len(choice)
    forms = dict.fromkeys(" ".join(parts) for parts in product(*choices)) if count <= _MOST_SPELLINGS else {name: None}
    for form in list(forms):
        if "-" in form:
            forms[form.replace("-", " ")] = None
    if not native:
        for form in list(forms):
            if not form.isascii():
                forms[unaccent(form)] = None
    return forms


def _turned(person: PersonRow) -> tuple[str, ...]:
    """The name surname first, as some papers write Japanese names ("Kishida Fumio")."""
    parts = person.name.split(" ")
    return (f"{parts[1]} {parts[0]}",) if person.country in _SURNAME_LAST and len(parts) == len(("given", "surname")) else ()


def names(people: list[PersonRow]) -> Iterator[tuple[str, NameEntry]]:
    """Every spelling and short name with its entry; a short name of several people lists them all, in the file's order."""
    file = read_toml("spellings.toml", _Spellings)
    alike = {form: forms for forms in file.alike for form in forms}
    context = frozenset(file.context)
    short: dict[str, dict[str, None]] = defaultdict(dict)
    for person in people:
        actor_id = f"person:{slug(person.name)}"
        native = person.country in _NATIVE
        entry = NameEntry(actor_id, MentionKind.PERSON)
        for name in (person.name, *person.names, *_turned(person)):
            for form in _variants(name, alike, native=native):
                yield form, entry
        for name in person.shorts:
            for form in _variants(name, alike, native=native):
                short[form][actor_id] = None
    for form, bearers in short.items():
        candidates = tuple(bearers)
        yield form, NameEntry(candidates[0], MentionKind.PERSON, "short", None, candidates, len(candidates) > 1 or form in context)
