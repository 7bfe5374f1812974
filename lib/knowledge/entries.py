"""What the knowledge base is made of: entities, dated offices, and the entries that names, titles and organs lead to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.records import MentionKind, Sector

_OTHER = re.compile(r"[^a-z0-9]+")
_PLAIN = str.maketrans("đĐøØłŁıəð", "dDoOlLied")
_LONG = str.maketrans({"æ": "ae", "œ": "oe", "ß": "ss", "þ": "th", "'": "", "’": "", "‘": "", "`": ""})


def unaccent(name: str) -> str:
    """`name` without marks over or under its letters, its case kept ("Erdoğan" gives "Erdogan")."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return bare.translate(_PLAIN)


def slug(name: str) -> str:
    """`name` as it stands in an id: small Latin letters and digits joined by hyphens ("Hakan Fidan" gives "hakan-fidan")."""
    return _OTHER.sub("-", unaccent(name.lower()).translate(_LONG)).strip("-")


VERIFIED = date(2025, 9, 30)
"""The last day up to which the office list was checked; later changes stand in it as unsure."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office held from `start` to `end`, both days included; None is an end not known or still open.

    `of` is the id of the state or body; only a `sure` office decides an article's year, and only a `known` one who held it.
    """

    role: str
    title: str
    of: str
    start: date | None
    end: date | None
    sure: bool
    source: str

    def covers(self, day: date) -> bool:
        """Whether `day` lies in the term."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def known(self, day: date | None) -> bool:
        """Whether the holder on `day` is certain: an end that is unsure as it lies past `VERIFIED` says nothing of the days before."""
        return self.sure or (
            day is not None and day <= VERIFIED and self.start is not None and self.end is not None and self.end > VERIFIED
        )


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, person, body, group or place; `country` is alpha-3, `lat` and `lon` are degrees."""

    actor_id: str
    kind: MentionKind
    name: str
    country: str | None = None
    affiliation: str | None = None
    sector: Sector | None = None
    lat: float | None = None
    lon: float | None = None
    offices: tuple[Office, ...] = ()


@dataclass(frozen=True, slots=True)
class NameEntry:
    """What a name leads to.

    `form`: `name`; `metonym` (a seat; `stands_for` is the state's id); `demonym`; `described` ("quốc gia Do Thái");
    `short` (a person's short name: `candidates` lists everybody who bears it, the best known first; with more than one,
    or with `context` set, only a country or an earlier full name decides); `pair` ("Trung" only counts beside
    another state and a hyphen).
    """

    actor_id: str
    kind: MentionKind
    form: str = "name"
    stands_for: str | None = None
    candidates: tuple[str, ...] = ()
    context: bool = False


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """A title: its usual form, the role it gives, the sector of who bears it, and its `rank`.

    `rank`: `chief`, `deputy`, `acting`, `former`, `elect`, or empty where nothing of the kind is said.
    """

    title: str
    role: str
    sector: Sector | None
    rank: str = ""


@dataclass(frozen=True, slots=True)
class OrganEntry:
    """A kind of organ that every state has ("Bộ Ngoại giao", "quân đội"); `role` names it in English."""

    name: str
    role: str
    sector: Sector
