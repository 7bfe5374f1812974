"""Titles of people, alone or with the office they belong to, and the words before them that say former, acting or deputy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from lib.knowledge.entries import TitleEntry
from lib.knowledge.tables import read_toml
from lib.records import Sector

if TYPE_CHECKING:
    from collections.abc import Iterator

_DEPUTY_OF = {"minister": "deputy_minister", "foreign_minister": "deputy_foreign_minister", "defence_minister": "deputy_defence_minister"}


class TitleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Titles of one role; the first is the usual one. `bare` ones take no prefix ("ông")."""

    role: str
    titles: tuple[str, ...]
    sector: Sector | None = None
    rank: str = ""
    bare: bool = False


class PortfolioRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A ministry's field ("Ngoại giao"); `role` is its minister's."""

    role: str
    names: tuple[str, ...]


class PrefixRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words before a title that change its rank; `new` leaves it as it is."""

    rank: str
    words: tuple[str, ...]


class MinisterRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a minister's title is made from a portfolio; `{}` is the field."""

    rank: str
    pattern: str


class _File(msgspec.Struct, forbid_unknown_fields=True):
    title: list[TitleRow]
    portfolio: list[PortfolioRow]
    prefix: list[PrefixRow]
    minister: list[MinisterRow]
    elect: tuple[str, ...]


def _capital(title: str) -> str:
    return title[0].upper() + title[1:]


def _plain(file: _File) -> Iterator[tuple[str, TitleEntry, bool]]:
    for row in file.title:
        for phrase in row.titles:
            yield phrase, TitleEntry(_capital(row.titles[0]), row.role, row.sector, row.rank), row.bare
    for portfolio in file.portfolio:
        for pattern in file.minister:
            role = _DEPUTY_OF[portfolio.role] if pattern.rank == "deputy" else portfolio.role
            usual = _capital(pattern.pattern.format(portfolio.names[0]))
            for field in portfolio.names:
                yield pattern.pattern.format(field), TitleEntry(usual, role, Sector.GOV, pattern.rank), False


def titles() -> Iterator[tuple[str, TitleEntry]]:
    """Every title with its entry: alone, after each prefix ("cựu Tổng thống"), and with "đắc cử" behind it."""
    file = read_toml("titles.toml", _File)
    for phrase, entry, bare in _plain(file):
        yield phrase, entry
        if bare or entry.sector is not Sector.GOV:
            continue
        for prefix in file.prefix:
            changed = entry if prefix.rank == "new" else TitleEntry(entry.title, entry.role, entry.sector, prefix.rank)
            for word in prefix.words:
                yield f"{word} {phrase}", changed


def prefixes() -> Iterator[tuple[str, str]]:
    """The words that change the rank of the title behind them ("cựu"), and those that stand behind it ("đắc cử"), with the rank."""
    file = read_toml("titles.toml", _File)
    for prefix in file.prefix:
        for word in prefix.words:
            yield word, prefix.rank
    for word in file.elect:
        yield word, "elect"
