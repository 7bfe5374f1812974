"""The address of a view: language, filters and selections as query parameters of codes, and back.

Pure: no Streamlit. An address may come from anybody, so that nothing in it is trusted: what means nothing is left out and
named in `Reading.unknown`. The filters' own parameters are those of `Filters.to_params`.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from lib.knowledge.labels import LANGS, Lang
from lib.tables import Filters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DEFAULT_LANG: Lang = "vi"
PICKS = (
    "pick",
    "by",
    "a",
    "b",
    "harm",
    "victims",
    "place",
    "scale",
    "pin",
    "show",
    "top",
    "region",
    "color",
    "map",
    "day",
    "play",
    "id",
    "fact",
    "sort",
    "page",
)
"""What a page selects within the filtered data; each page reads only its own."""
FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2099, 12, 31)
"""The days that a period may name."""
MAX_VALUE = 200
MAX_CODES = 100
Query = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True)
class View:
    """What the visitor looks at: language, filters, and the selections of the page."""

    lang: Lang = DEFAULT_LANG
    filters: Filters = field(default_factory=Filters)
    picks: tuple[tuple[str, str], ...] = ()

    def pick(self, key: str) -> str | None:
        """The page's selection named `key`, or None."""
        return dict(self.picks).get(key)

    def with_picks(self, **picks: str | None) -> View:
        """The same filters with other selections; None takes one away."""
        merged = {**dict(self.picks), **picks}
        return replace(self, picks=tuple((key, merged[key] or "") for key in PICKS if merged.get(key)))

    def without_picks(self) -> View:
        """The same filters on another page."""
        return replace(self, picks=())

    def without_filters(self) -> View:
        """The same language and selections, everything in view."""
        return replace(self, filters=Filters())


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The ids that the data holds: a filter for another one would only hide everything."""

    actors: frozenset[str] = frozenset()
    outlets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """A view read from an address, and each `key=value` in it that means nothing here."""

    view: View
    unknown: tuple[str, ...] = ()


def read(params: Mapping[str, Iterable[str]], vocabulary: Vocabulary | None = None) -> Reading:
    """Read an address, each parameter a list of strings in the address's order. Never raises.

    With a vocabulary, actors and outlets that it lacks are unknown.
    """
    values = {key: [value[:MAX_VALUE] for value in raw if value][:MAX_CODES] for key, raw in params.items()}
    filters, odd = Filters.from_params({key: value for key, value in values.items() if value})
    unknown = list(odd)
    days = {"from": filters.date_from, "to": filters.date_to}
    unknown += [f"{key}={day.isoformat()}" for key, day in days.items() if day and not _possible(day)]
    first, last = (day if day and _possible(day) else None for day in days.values())
    if first and last and first > last:
        first, last = last, first
    filters = replace(filters, date_from=first, date_to=last)
    if vocabulary:
        unknown += [f"actor={code}" for code in filters.actors if code not in vocabulary.actors]
        unknown += [f"outlet={code}" for code in filters.outlets if code not in vocabulary.outlets]
        filters = replace(
            filters,
            actors=tuple(code for code in filters.actors if code in vocabulary.actors),
            outlets=tuple(code for code in filters.outlets if code in vocabulary.outlets),
        )
    asked = _last(values, "lang") or DEFAULT_LANG
    lang = next((known for known in LANGS if known == asked), DEFAULT_LANG)
    if lang != asked:
        unknown.append(f"lang={asked}")
    view = View(lang, filters).with_picks(**{key: _last(values, key) for key in PICKS})
    return Reading(view, tuple(unknown))


def write(view: View) -> Query:
    """The query parameters of a view; what is default stays out, so that the plain address is the whole view."""
    query: Query = {"lang": view.lang} if view.lang != DEFAULT_LANG else {}
    return query | {key: list(values) for key, values in view.filters.to_params().items()} | dict(view.picks)


def _possible(day: date) -> bool:
    return FIRST_DAY <= day <= LAST_DAY


def _last(values: Mapping[str, list[str]], key: str) -> str:
    return (values.get(key) or [""])[-1]
