"""What codes are called on a page, in Vietnamese ("vi") and English ("en"): names, numbers, dates.

A code that no table holds is given back as it is, so that a page never breaks on new data; the tests hold every code
of the contract to a name in both languages.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

import pycountry
from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from lib.knowledge import bodies, ontology, states
from lib.records import Precision, Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

Lang = Literal["vi", "en"]
Vocabulary = Literal[
    "quad_class",
    "role",
    "sector",
    "status",
    "date_precision",
    "published_basis",
    "harm",
    "qualifier",
    "victims_kind",
    "scope",
    "mention_kind",
]
LANGS: tuple[Lang, ...] = ("vi", "en")


@lru_cache(maxsize=8)
def _terms(vocabulary: Vocabulary, lang: Lang) -> dict[str, str]:
    terms: Iterable[ontology.Term] = getattr(ontology.load().vocabularies, vocabulary)
    return {term.code: getattr(term, lang) for term in terms}


@lru_cache(maxsize=2)
def _countries(lang: Lang) -> dict[str, str]:
    territories = Locale(lang).territories
    names = {c.alpha_3: territories[c.alpha_2] for c in pycountry.countries if c.alpha_2 in territories}
    return names | {term.code: getattr(term, lang) for term in ontology.load().countries}


def country_name(alpha3: str, lang: Lang) -> str:
    """A country's name as the press writes it, by its ISO 3166-1 alpha-3 code."""
    return _countries(lang).get(alpha3, alpha3)


def is_country(code: str) -> bool:
    """Whether `code` is one that `country_name` knows."""
    return code in _countries("vi")


def type_label(event_type: str, lang: Lang) -> str:
    """An event type's name."""
    entry = ontology.types().get(event_type)
    return str(getattr(entry, lang)) if entry else event_type


def mode_label(event_type: str, mode: str | None, lang: Lang) -> str:
    """The name of a type's mode; empty where there is none."""
    if not mode:
        return ""
    entry = ontology.types().get(event_type)
    return next((str(getattr(term, lang)) for term in entry.modes if term.code == mode), mode) if entry else mode


def term_label(vocabulary: Vocabulary, code: str, lang: Lang) -> str:
    """The name of a code of one of the contract's vocabularies."""
    return _terms(vocabulary, lang).get(code, code)


def actor_label(actor_id: str, name: str, country: str | None, lang: Lang) -> str:
    """An actor as a page shows it: a state by its country's name, anybody else by name and country."""
    if actor_id.startswith("state:"):
        return country_name(actor_id.removeprefix("state:"), lang)
    said = body_name(actor_id, name, lang)
    return f"{said} ({country_name(country, lang)})" if country else said


def place_name(name: str, country: str | None, lang: Lang) -> str:
    """A place as a page shows it: by its own name, but a whole country by that of the page's language."""
    return country_name(country, lang) if country and name == country_name(country, "vi") else name


def body_name(actor_id: str, name: str, lang: Lang) -> str:
    """What a body called `name` in Vietnamese is called in `lang`; a person, or a body of which no English is known, by that name."""
    return bodies.english().get(actor_id, name) if lang == "en" else name


def known_name(name: str, lang: Lang) -> str:
    """A country or body of which a table has only the name that the press uses, as pages in `lang` call it; any other name as it is."""
    return _known_names(lang).get(name, name)


@lru_cache(maxsize=2)
def _known_names(lang: Lang) -> dict[str, str]:
    named = {row.name or code: country_name(code, lang) for code, row in states.read().items()}
    named |= {name: country_name(code, lang) for code, name in _countries("vi").items()}
    return named | ({row.name: body_name(row.id, row.name, lang) for row in bodies.read()} if lang == "en" else {})


@lru_cache(maxsize=4096)
def number(value: float, lang: Lang) -> str:
    """A number with the language's separators: 10.328 in Vietnamese, 10,328 in English."""
    return str(format_decimal(value, locale=lang))


_HEDGES: dict[Lang, dict[str, str]] = {
    "vi": {Qualifier.OVER: "hơn {}", Qualifier.AT_LEAST: "ít nhất {}", Qualifier.UNDER: "gần {}", Qualifier.ABOUT: "khoảng {}"},
    "en": {Qualifier.OVER: "over {}", Qualifier.AT_LEAST: "at least {}", Qualifier.UNDER: "nearly {}", Qualifier.ABOUT: "about {}"},
}


def figure(count: int | None, low: int | None, high: int | None, qualifier: str, lang: Lang) -> str:
    """A casualty figure with its hedge: "hơn 1.300", "20–30", "10–99"; a dash where nothing is stated."""
    if count is not None:
        return _HEDGES[lang].get(qualifier, "{}").format(number(count, lang))
    if low is not None and high is not None:
        return f"{number(low, lang)}–{number(high, lang)}"
    if low is not None:
        return f"≥ {number(low, lang)}"
    return f"≤ {number(high, lang)}" if high is not None else "–"


def date_label(first: date | None, last: date | None, precision: str | None, lang: Lang) -> str:
    """A date as fine as it is known: a day, "tuần 6/11/2023–12/11/2023", a month, a year; empty where unknown."""
    if first is None:
        return ""
    if precision == Precision.YEAR and _whole_year(first, last):
        return str(first.year)
    if precision == Precision.MONTH and last is not None and (first.year, first.month) == (last.year, last.month):
        return str(format_skeleton("yMMMM", first, locale=lang))
    if last is None or last == first:
        return _day(first, lang)
    return f"{_day(first, lang)} – {_day(last, lang)}"


def _whole_year(first: date, last: date | None) -> bool:
    return last is None or (last.year == first.year and (first.month, last.month) == (1, 12))


def _day(day: date, lang: Lang) -> str:
    return f"{day.day}/{day.month}/{day.year}" if lang == "vi" else str(format_date(day, "d MMM y", locale="en"))
