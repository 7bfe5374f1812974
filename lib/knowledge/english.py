"""What texts call people and groups, in English where the tables know every word of it; what a text alone says stays as it is."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from lib.knowledge import bodies, harm, labels, states
from lib.knowledge.tables import read_csv


class _TitleRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title, or a word that stands `before` or `behind` one."""

    title: str
    en: str
    place: str = ""


@cache
def _titles() -> dict[str, dict[str, str]]:
    """English by the words in small letters, for each place."""
    found: dict[str, dict[str, str]] = {"": {}, "before": {}, "behind": {}}
    for row in read_csv("titles_en.csv", _TitleRow):
        found[row.place][row.title] = row.en
    return found


@cache
def _states() -> dict[str, states.StateRow]:
    return states.read()


@cache
def _owners() -> dict[str, str]:
    """What stands behind a title, in small letters: of a state nothing is said, a page names it by itself; of a body its English name."""
    known = {row.name.lower(): labels.body_name(row.id, row.name, "en") for row in bodies.read()}
    return known | {name.lower(): "" for row in _states().values() for name in _names(row)}


def _names(row: states.StateRow) -> tuple[str, ...]:
    return tuple(name for name in (row.name, *row.names, *row.pair) if name)


@lru_cache(maxsize=4096)
def title(said: str) -> str | None:
    """A title, "Ngoại trưởng Na Uy" as "Foreign Minister"; None where a word of it is not known."""
    words = said.lower().split()
    first = _titles()["before"].get(words[0], "") if words else ""
    words = words[1:] if first else words
    for size in range(len(words), 0, -1):
        name = _titles()[""].get(" ".join(words[:size]))
        if name is not None:
            return _whole(first, name, " ".join(words[size:]))
    return None


def _whole(first: str, name: str, rest: str) -> str | None:
    behind = max((words for words in _titles()["behind"] if f"{rest} ".startswith(f"{words} ")), key=len, default="")
    name += _titles()["behind"].get(behind, "")
    owner = _owners().get(rest.removeprefix(behind).strip()) if rest != behind else ""
    return None if owner is None else " ".join(part for part in (first, owner, name) if part)


@cache
def _people() -> dict[str, str | None]:
    """The nouns that people are counted by, in small letters, with the country of those who are named by it."""
    return {phrase.lower(): noun.country for noun in harm.load().nouns for phrase in noun.phrases}


@lru_cache(maxsize=4096)
def group(said: str, kind: str, country: str | None) -> str | None:
    """A group of people, "công dân Mỹ" as "people (United States)"; None where it is more than a kind of people of that country.

    The country is told where the text names it.
    """
    words = said.lower().split()
    row = _states().get(country or "")
    theirs = {name.lower() for name in _names(row)} if row else set()
    for size in range(len(words), 0, -1):
        noun, rest = " ".join(words[:size]), " ".join(words[size:])
        if noun in _people() and (not rest or rest in theirs):
            name = labels.term_label("victims_kind", kind, "en")
            named = country if rest else _people()[noun]
            return f"{name} ({labels.country_name(named, 'en')})" if named else name
    return None
