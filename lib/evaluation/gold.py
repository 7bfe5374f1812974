"""Gold records: the facts of one article as a careful reader takes them, one JSON file an article.

A date is an ISO date, the beginning of one ("2024-06"), or a list of defensible ones. A meeting lists `participants`
("Hakan Fidan|TUR", "PSE", "igo:un"), every other event `actors` and `recipients` (alpha-3 or ids), and `type` and
`mode` as lists of the defensible readings (no mode: any). What is `optional` is neither owed nor counted as false.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lib.records import EventType, Harm, Precision, Scope, Status, VictimsKind

if TYPE_CHECKING:
    from pathlib import Path

Dates = str | tuple[str, ...] | None


class GoldEvent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event; a meeting where it has `participants`, else a reaction."""

    type: tuple[EventType, ...]
    mode: tuple[str, ...]
    status: Status | None = None
    date: Dates = None
    participants: tuple[str, ...] | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    optional: bool = False
    note: str = ""


class GoldCasualty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure that counts people."""

    harm: Harm
    count: int | None = None
    low: int | None = None
    high: int | None = None
    victims_country: str | None = None
    victims_kind: VictimsKind | None = None
    scope: Scope | tuple[Scope, ...] = ()
    date: Dates = None
    place: str | None = None
    optional: bool = False
    note: str = ""


class GoldRecord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The facts of the article whose path ends in `file`, or whose `article_id` is `id`."""

    events: tuple[GoldEvent, ...]
    casualties: tuple[GoldCasualty, ...]
    file: str | None = None
    id: str | None = None
    published: Dates = None
    published_precision: Precision | None = None
    note: str = ""

    @property
    def name(self) -> str:
        """What the article is called in a report."""
        return self.file or self.id or "?"


def load(folder: Path) -> list[GoldRecord]:
    """Read every `.json` record of `folder`, in order of name.

    Raises `ValueError` naming the file where one does not fit, and where there is none.
    """
    records = []
    for path in sorted(folder.glob("*.json")):
        try:
            records.append(msgspec.json.decode(path.read_bytes(), type=GoldRecord))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            message = f"{path}: {error}"
            raise ValueError(message) from error
    if not records:
        message = f"{folder}: no gold records (.json) here"
        raise ValueError(message)
    return records


def as_tuple(dates: Dates) -> tuple[str, ...]:
    """The defensible dates as a tuple; empty where the record states none."""
    if isinstance(dates, str):
        return (dates,) if dates else ()
    return dates or ()
