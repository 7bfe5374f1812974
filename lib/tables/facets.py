"""How many events each code of a filter would leave, the other filters being applied."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.records import Role
from lib.tables.filters import Filters, Mask, event_masks, isin
from lib.tables.memo import Memory, remembered

if TYPE_CHECKING:
    from lib.tables.frames import Tables

_COLUMNS = {"event_types": "event_type", "outlets": "outlet", "statuses": "status", "quad": "quad_class"}


class _Pairs(NamedTuple):
    """Each event's row with each code of it, once: `rows` of `events`, `codes` into `categories`."""

    rows: npt.NDArray[np.int32]
    codes: npt.NDArray[np.int32]
    categories: pd.Index


@remembered
def facets(tables: Tables, filters: Filters) -> dict[str, pd.Series]:
    """For each list field of `Filters`: a Series of event counts indexed by code, the most frequent first.

    A field's own choice is left out of its counts, so that they tell what choosing another code would add; chosen codes
    are listed even at 0, others only above it.
    """
    masks = event_masks(tables, filters)
    found = {field: _counts(tables.events[column], _without(tables, masks, field)) for field, column in _COLUMNS.items()}
    found["event_modes"] = _modes(tables.events, _without(tables, masks, "event_modes"))
    for field in ("countries", "recipients", "actors"):
        found[field] = _parties(tables, _pairs(tables, field), _without(tables, masks, field))
    return {field: _with_chosen(counts, getattr(filters, field)) for field, counts in found.items()}


def _without(tables: Tables, masks: dict[str, Mask], field: str) -> Mask:
    kept = np.ones(len(tables.events), dtype=bool)
    for name, mask in masks.items():
        if name != field:
            kept &= mask
    return kept


def _counts(column: pd.Series, kept: Mask) -> pd.Series:
    codes = column.cat.codes.to_numpy()[kept]
    counts = np.bincount(codes[codes >= 0], minlength=len(column.cat.categories))
    return pd.Series(counts, index=pd.Index(column.cat.categories, dtype="str"))


def _modes(events: pd.DataFrame, kept: Mask) -> pd.Series:
    kinds, modes = events["event_type"].cat, events["event_mode"].cat
    width = len(modes.categories)
    codes = modes.codes.to_numpy()
    kept = kept & (codes >= 0)
    codes = kinds.codes.to_numpy()[kept].astype(np.int64) * width + codes[kept]
    counts = np.bincount(codes, minlength=len(kinds.categories) * width)
    return pd.Series(counts, index=pd.Index([f"{kind}.{mode}" for kind in kinds.categories for mode in modes.categories], dtype="str"))


_WHOLE = Memory(most_rows=20_000_000, most_views=24)
"""What is counted once a corpus and asked for on every change of a filter: the views of single filters must not push it out."""


@_WHOLE.remembered
def _pairs(tables: Tables, field: str) -> _Pairs:
    """What a field of parties finds in each event; an event with two parties of one country has it once.

    A state or body is found by its people too, as the filter finds it.
    """
    actors = tables.event_actors
    hit = isin(actors["role"], [Role.RECIPIENT])
    own = actors["country" if field != "actors" else "actor_id"].cat
    columns = [own.codes.to_numpy()]
    if field == "actors":
        spoken_for = actors["affiliation"].cat
        places = np.array([*own.categories.get_indexer(spoken_for.categories), -1], dtype=np.int64)
        columns.append(places[spoken_for.codes.to_numpy()])
    rows, width = actors["event_row"].to_numpy().astype(np.int64), max(len(own.categories), 1)
    side = hit if field == "recipients" else ~hit
    pairs = [rows[wanted] * width + codes[wanted] for codes in columns for wanted in [side & (codes >= 0)]]
    once = np.unique(np.concatenate(pairs))
    return _Pairs((once // width).astype(np.int32), (once % width).astype(np.int32), own.categories)


def _parties(tables: Tables, pairs: _Pairs, kept: Mask) -> pd.Series:
    numbers = tables.events.index.to_numpy()
    alive = np.zeros(int(numbers.max()) + 1 if len(numbers) else 0, dtype=bool)
    alive[numbers[kept]] = True
    codes = pairs.codes[alive[pairs.rows]] if len(alive) else pairs.codes[:0]
    counts = np.bincount(codes, minlength=len(pairs.categories))
    return pd.Series(counts, index=pd.Index(pairs.categories, dtype="str"))


def _with_chosen(counts: pd.Series, chosen: tuple[str, ...]) -> pd.Series:
    known = dict(zip(counts.index, counts.tolist(), strict=True))
    kept = {code: n for code, n in known.items() if n} | {code: known.get(code, 0) for code in chosen}
    ranked = sorted(kept.items(), key=lambda item: (-item[1], item[0]))
    return pd.Series([n for _, n in ranked], index=pd.Index([code for code, _ in ranked], dtype="str"), dtype="int64")
