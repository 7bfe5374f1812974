"""Newspapers, broadcasters and news agencies by their names and addresses."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import msgspec

from lib.knowledge.tables import read_toml
from lib.language.phrases import PhraseIndex
from lib.language.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable


class OutletRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who puts news out; `agency` where other papers carry its news."""

    name: str
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    agency: bool = False

    def phrases(self) -> Iterable[tuple[str, str]]:
        """Each way its name is written, with the name it goes by."""
        return ((written, self.name) for written in (self.name, *self.names))


class _Outlets(msgspec.Struct, forbid_unknown_fields=True):
    outlet: list[OutletRow]


@cache
def read() -> tuple[OutletRow, ...]:
    """Every outlet and agency.

    Raises:
        msgspec.ValidationError: where the data file breaks its schema.
    """
    return tuple(read_toml("outlets.toml", _Outlets).outlet)


@cache
def _agencies() -> PhraseIndex[str]:
    return PhraseIndex(phrase for row in read() if row.agency for phrase in row.phrases())


@cache
def _names() -> dict[str, str]:
    return {written.casefold(): name for row in read() for written, name in row.phrases()}


@cache
def _domains() -> dict[str, str]:
    return {domain: row.name for row in read() for domain in row.domains}


def find_agency(text: str) -> str | None:
    """The first news agency that `text` names, or None."""
    return next((match.value for match in _agencies().find(tokenize(text))), None)


def find_outlet(name: str) -> str | None:
    """The outlet that goes by `name`, whatever its capitals, or None."""
    return _names().get(" ".join(name.split()).casefold())


def outlet_of_url(url: str) -> str | None:
    """The outlet at the host of `url` ("https://tuoitre.vn/..."), or None."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    parts = host.lower().rstrip(".").split(".")
    return next((found for i in range(len(parts)) if (found := _domains().get(".".join(parts[i:])))), None)
