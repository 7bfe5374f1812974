"""The reasons that records carry as Vietnamese text, written from templates and told again in a page's language.

A record keeps its reason as one sentence of Vietnamese (the contract); a page in another language reads the sentence back by the
template that wrote it. Words quoted from the article stay as they are, and so does a text that no template gives.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import cache, lru_cache
from string import Formatter
from typing import TYPE_CHECKING, NamedTuple

import msgspec
from babel.dates import format_date

from lib.knowledge.tables import read_toml

if TYPE_CHECKING:
    from lib.knowledge.labels import Lang

_LEAP = 2000  # a year that has every day of the calendar
_PATTERNS = {"day": r"\d{1,2}/\d{1,2}/\d{4}", "iso": r"\d{4}-\d\d-\d\d", "day_month": r"\d{1,2}/\d{1,2}", "year": r"\d{4}"}
_WORDS = "(?s:.*?)"


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One reason in both languages."""

    vi: str
    en: str


class _Weekdays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    vi: list[str]
    en: list[str]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    weekdays: _Weekdays
    places: dict[str, str | list[str]]
    published: dict[str, Template]
    year: dict[str, Template]
    held: dict[str, Template]
    date: dict[str, Template]
    dropped: dict[str, Template]


class DayMonth(NamedTuple):
    """A day whose year is not known."""

    day: int
    month: int


class Weekday(NamedTuple):
    """A day of the week, from 0 for Monday."""

    number: int


Value = str | int | date | DayMonth | Weekday


@cache
def _file() -> _File:
    return read_toml("reasons.toml", _File)


@cache
def templates() -> dict[str, Template]:
    """The templates by "section.name"."""
    file = _file()
    sections = {"published": file.published, "year": file.year, "held": file.held, "date": file.date, "dropped": file.dropped}
    return {f"{section}.{name}": one for section, ones in sections.items() for name, one in ones.items()}


def tell(key: str, /, **values: Value) -> str:
    """The reason of `key` in Vietnamese, its places filled; a place that holds another reason takes that one's text."""
    return templates()[key].vi.format(**{name: _say(value, "vi", name) for name, value in values.items()})


@lru_cache(maxsize=8192)
def retell(text: str | None, lang: Lang) -> str:
    """A stored reason in the language `lang`; one that no template gives comes back as it is, none at all empty."""
    if not text or lang == "vi":
        return text or ""
    for key in templates():
        match = _matcher(key).fullmatch(text)
        if match:
            try:
                return _again(match, key, key.replace(".", "_"), lang)
            except ValueError:  # what stands for a day is none
                return text
    return text


def _again(match: re.Match[str], key: str, path: str, lang: Lang) -> str:
    """The template `key` in `lang`, filled with what `match` found in the places under `path`."""
    told = {}
    for name in holes(templates()[key].vi):
        kind, here = _file().places.get(name, ""), f"{path}__{name}"
        if isinstance(kind, list):
            other = next(one for one in kind if match[_inner(here, one)] is not None)
            told[name] = _again(match, other, _inner(here, other), lang)
        else:
            told[name] = _say(_read(match[here], kind), lang, name)
    return str(getattr(templates()[key], lang)).format(**told)


def holes(template: str) -> list[str]:
    """The places of a template, in their order."""
    return [name for _, name, _, _ in Formatter().parse(template) if name]


@cache
def _matcher(key: str) -> re.Pattern[str]:
    return re.compile(_pattern(key, key.replace(".", "_")))


def _pattern(key: str, path: str) -> str:
    """What reads the Vietnamese of `key`; each place is a group named after the way to it, as one reason may stand twice."""
    said = ""
    for literal, name, _, _ in Formatter().parse(templates()[key].vi):
        said += re.escape(literal)
        if name:
            kind, here = _file().places.get(name, ""), f"{path}__{name}"
            if isinstance(kind, list):
                said += "(?:" + "|".join(f"(?P<{_inner(here, one)}>{_pattern(one, _inner(here, one))})" for one in kind) + ")"
            else:
                said += f"(?P<{here}>{_weekday_pattern() if kind == 'weekday' else _PATTERNS.get(kind, _WORDS)})"
    return said


def _inner(path: str, key: str) -> str:
    return f"{path}__{key.replace('.', '_')}"


def _weekday_pattern() -> str:
    return "|".join(map(re.escape, _file().weekdays.vi))


def _read(text: str, kind: str) -> Value:
    """What the text of a place stands for. Raises ValueError for a day that no calendar has."""
    if kind == "day":
        return datetime.strptime(text, "%d/%m/%Y").date()  # noqa: DTZ007 - a day of the calendar, not a moment
    if kind == "iso":
        return date.fromisoformat(text)
    if kind == "day_month":
        day, month = text.split("/")
        return DayMonth(int(day), int(month))
    return Weekday(_file().weekdays.vi.index(text)) if kind == "weekday" else text


def _say(value: Value, lang: Lang, place: str) -> str:
    """A value in words of `lang`, in the form of its place."""
    match value:
        case Weekday(number):
            names: list[str] = getattr(_file().weekdays, lang)
            return names[number]
        case DayMonth(day, month):
            return f"{day}/{month}" if lang == "vi" else str(format_date(date(_LEAP, month, day), "d MMM", locale=lang))
        case date() if lang == "en":
            return str(format_date(value, "d MMM y", locale=lang))
        case date():
            return value.isoformat() if _file().places.get(place) == "iso" else f"{value.day}/{value.month}/{value.year}"
    return str(value)
