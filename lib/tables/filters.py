"""What a visitor chose to see, and the tables cut down to it by masks over category codes.

Each field is one condition; within a field any code suffices, and all fields must hold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from lib.knowledge import labels, ontology
from lib.records import EventType, QuadClass, Role, Status
from lib.tables.frames import Tables, fold
from lib.tables.memo import Memory, remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import pandas as pd

Mask = npt.NDArray[np.bool_]
Stamps = npt.NDArray[np.datetime64]

LONGEST = 31
"""Days that a fact's date may last and still belong to a period shorter than itself: a month."""

_LISTS = {
    "country": "countries",
    "recipient": "recipients",
    "actor": "actors",
    "type": "event_types",
    "mode": "event_modes",
    "quad": "quad",
    "outlet": "outlets",
    "status": "statuses",
}


@dataclass(frozen=True, slots=True)
class Filters:
    """A visitor's choice; the default shows everything.

    `countries` (alpha-3) are those of the parties that act, speak or meet; of a casualty figure, the victims' or the
    place's. `recipients` (alpha-3) are those an event is done to. `actors` are actor ids; a state or body stands for
    its people too; of a casualty figure, its claimant. `event_modes` are `TYPE.mode`, or a bare mode for any type.
    `text` is looked for word by word, without accents, in evidence, title and names. A period (`date_from`, `date_to`,
    inclusive) keeps what touches it, but for facts whose date is longer than the period and than `LONGEST` days (what happened "in
    2026" says nothing about a week). These, and facts without a date, are left out unless `undated`, which places them on the day of
    their publication.
    Types, modes, quad classes, statuses and recipients say nothing about casualty figures.
    """

    date_from: date | None = None
    date_to: date | None = None
    countries: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    event_types: tuple[str, ...] = ()
    event_modes: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    quad: tuple[str, ...] = ()
    text: str = ""
    confidence_min: float = 0.0
    undated: bool = False

    def to_params(self) -> dict[str, list[str]]:
        """The query parameters of an address; codes, never labels; what is at its default is left out."""
        params = {key: list(getattr(self, name)) for key, name in _LISTS.items()}
        params["from"] = [self.date_from.isoformat()] if self.date_from else []
        params["to"] = [self.date_to.isoformat()] if self.date_to else []
        params["q"] = [self.text] if self.text else []
        params["conf"] = [f"{self.confidence_min:g}"] if self.confidence_min else []
        params["undated"] = ["1"] if self.undated else []
        return {key: values for key, values in params.items() if values}

    @classmethod
    def from_params(cls, params: Mapping[str, Sequence[str]]) -> tuple[Filters, tuple[str, ...]]:
        """Read query parameters; returns the filters and each `key=value` that was no code (and is left out)."""
        unknown: list[str] = []
        lists: dict[str, tuple[str, ...]] = {}
        for key, name in _LISTS.items():
            values = list(dict.fromkeys(params.get(key, ())))
            lists[name] = tuple(value for value in values if _is_code(key, value))
            unknown += [f"{key}={value}" for value in values if not _is_code(key, value)]
        first, last = _day(params, "from", unknown), _day(params, "to", unknown)
        filters = cls(
            date_from=first,
            date_to=last,
            countries=lists["countries"],
            actors=lists["actors"],
            event_types=lists["event_types"],
            event_modes=lists["event_modes"],
            outlets=lists["outlets"],
            statuses=lists["statuses"],
            recipients=lists["recipients"],
            quad=lists["quad"],
            text=_one(params, "q") or "",
            confidence_min=_confidence(params, unknown),
            undated=_one(params, "undated") == "1",
        )
        return filters, tuple(unknown)


def _one(params: Mapping[str, Sequence[str]], key: str) -> str | None:
    values = params.get(key, ())
    return values[-1] if values else None


def _day(params: Mapping[str, Sequence[str]], key: str, unknown: list[str]) -> date | None:
    raw = _one(params, key)
    if raw is None:
        return None
    try:
        return date.fromisoformat(raw)
    except ValueError:
        unknown.append(f"{key}={raw}")
        return None


def _confidence(params: Mapping[str, Sequence[str]], unknown: list[str]) -> float:
    raw = _one(params, "conf")
    if raw is None:
        return 0.0
    try:
        value = float(raw)
    except ValueError:
        value = -1.0
    if 0.0 <= value <= 1.0:
        return value
    unknown.append(f"conf={raw}")
    return 0.0


def _is_code(key: str, value: str) -> bool:
    if key in {"country", "recipient"}:
        return labels.is_country(value)
    if key == "actor":
        return ":" in value
    if key == "mode":
        event_type, _, mode = value.rpartition(".")
        kinds = [event_type] if event_type else list(EventType)
        return any(kind in ontology.types() and mode in ontology.modes_of(kind) for kind in kinds)
    vocabularies: dict[str, list[str]] = {"type": list(EventType), "quad": list(QuadClass), "status": list(Status)}
    return value in vocabularies[key] if key in vocabularies else bool(value)


@remembered
def apply(tables: Tables, filters: Filters) -> Tables:
    """The tables cut down to the filters; articles are those that still hold a fact (all, where nothing is filtered).

    Where only outlets and a period are asked for, which an article itself has, those that fit stay without a fact too.
    """
    if filters == Filters():
        return tables
    masks = event_masks(tables, filters)
    kept = _all(masks.values(), len(tables.events))
    figures = casualty_mask(tables.casualties, filters)
    events, casualties = tables.events[kept], tables.casualties[figures]
    return Tables(
        articles=_articles(tables, filters, events, casualties),
        events=events,
        event_actors=tables.event_actors[_spread(tables, kept)],
        casualties=casualties,
    )


def count_undated(tables: Tables, filters: Filters) -> int:
    """How many events and figures `undated` would add: published in the period, but without a day of their own."""
    if filters.undated or not (filters.date_from or filters.date_to):
        return 0
    free, own = apply(tables, replace(filters, undated=True)), apply(tables, filters)
    return len(free.events) + len(free.casualties) - len(own.events) - len(own.casualties)


_MASKS = Memory(most_rows=20_000_000, most_views=4)
"""The tables and the facets ask for the masks of the same filters, one after the other."""


@_MASKS.remembered
def event_masks(tables: Tables, filters: Filters) -> dict[str, Mask]:
    """One mask over `events` for each field that is set, by the field's name ("period" for the dates)."""
    events = tables.events
    doing = tables.event_actors["role"] != Role.RECIPIENT
    masks: dict[str, Mask] = {}
    if filters.date_from or filters.date_to:
        masks["period"] = in_period(events, filters)
    if filters.countries:
        masks["countries"] = _party_mask(tables, (isin(tables.event_actors["country"], filters.countries)) & doing.to_numpy())
    if filters.recipients:
        masks["recipients"] = _party_mask(tables, isin(tables.event_actors["country"], filters.recipients) & ~doing.to_numpy())
    if filters.actors:
        named = isin(tables.event_actors["actor_id"], filters.actors) | isin(tables.event_actors["affiliation"], filters.actors)
        masks["actors"] = _party_mask(tables, named & doing.to_numpy())
    for field, column in (("event_types", "event_type"), ("outlets", "outlet"), ("statuses", "status"), ("quad", "quad_class")):
        if chosen := getattr(filters, field):
            masks[field] = isin(events[column], chosen)
    if filters.event_modes:
        masks["event_modes"] = _mode_mask(events, filters.event_modes)
    return masks | _shared_masks(events, filters)


def _shared_masks(facts: pd.DataFrame, filters: Filters) -> dict[str, Mask]:
    masks: dict[str, Mask] = {}
    if filters.confidence_min:
        masks["confidence_min"] = facts["confidence"].to_numpy() >= filters.confidence_min
    if words := fold(filters.text).split():
        masks["text"] = _text_mask(facts["search"], words)
    return masks


def _text_mask(search: pd.Series, words: Iterable[str]) -> Mask:
    """Where every word stands, `search` being categories; each is looked for only where those before it stood, the longest first."""
    texts, codes = search.cat.categories.to_series(), search.cat.codes.to_numpy()
    kept = np.zeros(len(texts), dtype=bool)
    kept[codes] = True  # a table that was cut down keeps the categories of the whole
    for word in sorted(set(words), key=len, reverse=True):
        places = np.flatnonzero(kept)
        kept[places] = texts.iloc[places].str.contains(word, regex=False).to_numpy(dtype=bool)
    return np.asarray(kept[codes], dtype=bool)


def casualty_mask(casualties: pd.DataFrame, filters: Filters) -> Mask:
    """Which rows of `casualties` the filters leave."""
    masks = list(_shared_masks(casualties, filters).values())
    if filters.date_from or filters.date_to:
        masks.append(in_period(casualties, filters))
    if filters.countries:
        masks.append(isin(casualties["victims_country"], filters.countries) | isin(casualties["place_country"], filters.countries))
    if filters.actors:
        claimant = (isin(casualties[f"attributed_to_{key}"], filters.actors) for key in ("actor_id", "affiliation"))
        masks.append(np.logical_or(*claimant))
    if filters.outlets:
        masks.append(isin(casualties["outlet"], filters.outlets))
    return _all(masks, len(casualties))


def isin(column: pd.Series, codes: Iterable[str]) -> Mask:
    """Whether each value of a categorical column is one of `codes`, by one look-up a category."""
    chosen = set(codes)
    table = np.array([*(value in chosen for value in column.cat.categories), False], dtype=bool)
    return np.asarray(table[column.cat.codes.to_numpy()], dtype=bool)


def _all(masks: Iterable[Mask], length: int) -> Mask:
    kept = np.ones(length, dtype=bool)
    for mask in masks:
        kept &= mask
    return kept


def in_period(facts: pd.DataFrame, filters: Filters) -> Mask:
    """Which facts belong to the period of the filters, whatever else these ask; all where there is none."""
    first, last, published = (facts[name].to_numpy() for name in ("date", "date_end", "published"))
    known = ~np.isnat(first)
    touching = known & _within(first, last, filters)
    kept: Mask = touching
    if filters.date_from and filters.date_to:
        most = max((filters.date_to - filters.date_from).days + 1, LONGEST)
        kept = touching & (last - first < np.timedelta64(most, "D"))
    if filters.undated:
        # What was published nobody knows when is not left out, unless its date lies elsewhere or says too little.
        told = ~np.isnat(published)
        kept = kept | (_within(published, published, filters) & (~known | touching) & told) | (~known & ~told)
    return np.asarray(kept, dtype=bool)


def _within(first: Stamps, last: Stamps, filters: Filters) -> Mask:
    """Which stretches touch the period; what has no ends does not."""
    kept = ~np.isnat(first)
    if filters.date_from:
        kept &= last >= np.datetime64(filters.date_from)
    if filters.date_to:
        kept &= first <= np.datetime64(filters.date_to)
    return np.asarray(kept, dtype=bool)


def _mode_mask(events: pd.DataFrame, chosen: Iterable[str]) -> Mask:
    kept = np.zeros(len(events), dtype=bool)
    for code in chosen:
        event_type, _, mode = code.rpartition(".")
        found = isin(events["event_mode"], [mode])
        kept |= found & isin(events["event_type"], [event_type]) if event_type else found
    return kept


def _party_mask(tables: Tables, rows: Mask) -> Mask:
    """From a mask over `event_actors` to one over `events`."""
    hit = np.zeros(_span(tables), dtype=bool)
    hit[tables.event_actors["event_row"].to_numpy()[rows]] = True
    return np.asarray(hit[tables.events.index.to_numpy()], dtype=bool)


def _spread(tables: Tables, kept: Mask) -> Mask:
    """From a mask over `events` to one over `event_actors`."""
    hit = np.zeros(_span(tables), dtype=bool)
    hit[tables.events.index.to_numpy()[kept]] = True
    return np.asarray(hit[tables.event_actors["event_row"].to_numpy()], dtype=bool)


def _span(tables: Tables) -> int:
    return int(tables.events.index.max()) + 1 if len(tables.events) else 0


def _articles(tables: Tables, filters: Filters, events: pd.DataFrame, casualties: pd.DataFrame) -> pd.DataFrame:
    numbers = tables.articles.index.to_numpy()
    held = np.zeros(int(numbers.max()) + 1 if len(numbers) else 0, dtype=bool)
    for facts in (events, casualties):
        held[facts["article_row"].to_numpy()] = True
    kept = np.asarray(held[numbers], dtype=bool)
    if filters == Filters(outlets=filters.outlets, date_from=filters.date_from, date_to=filters.date_to, undated=filters.undated):
        day = tables.articles["published"].to_numpy()
        fitting = _within(day, day, filters) if filters.date_from or filters.date_to else np.ones(len(kept), dtype=bool)
        kept |= fitting & isin(tables.articles["outlet"], filters.outlets) if filters.outlets else fitting
    return tables.articles[kept]
