"""How many events each code of a filter would leave, the other filters being applied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lib.records import Role
from lib.tables.filters import Filters, Mask, event_masks, isin

if TYPE_CHECKING:
    from lib.tables.frames import Tables

_COLUMNS = {"event_types": "event_type", "outlets": "outlet", "statuses": "status", "quad": "quad_class"}


def facets(tables: Tables, filters: Filters) -> dict[str, pd.Series]:
    """For each list field of `Filters`: a Series of event counts indexed by code, the most frequent first.

    A field's own choice is left out of its counts, so that they tell what choosing another code would add; chosen codes
    are listed even at 0, others only above it.
    """
    masks = event_masks(tables, filters)
    found = {field: _counts(tables.events[column], _without(tables, masks, field)) for field, column in _COLUMNS.items()}
    found["event_modes"] = _modes(tables.events[_without(tables, masks, "event_modes")])
    hit = isin(tables.event_actors["role"], [Role.RECIPIENT])
    found["countries"] = _parties(tables, "country", ~hit, _without(tables, masks, "countries"))
    found["recipients"] = _parties(tables, "country", hit, _without(tables, masks, "recipients"))
    found["actors"] = _parties(tables, "actor_id", ~hit, _without(tables, masks, "actors"))
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


def _modes(events: pd.DataFrame) -> pd.Series:
    kinds, modes = events["event_type"].cat, events["event_mode"].cat
    width = len(modes.categories)
    codes = kinds.codes.to_numpy().astype(np.int64) * width + modes.codes.to_numpy()
    counts = np.bincount(codes[modes.codes.to_numpy() >= 0], minlength=len(kinds.categories) * width)
    return pd.Series(counts, index=pd.Index([f"{kind}.{mode}" for kind in kinds.categories for mode in modes.categories], dtype="str"))


def _parties(tables: Tables, column: str, side: Mask, kept: Mask) -> pd.Series:
    """Events a code; an event with two parties of one country counts once."""
    actors = tables.event_actors
    rows, codes = actors["event_row"].to_numpy(), actors[column].cat.codes.to_numpy()
    alive = np.zeros(int(tables.events.index.max()) + 1 if len(tables.events) else 0, dtype=bool)
    alive[tables.events.index.to_numpy()[kept]] = True
    wanted = side & (codes >= 0)
    wanted &= alive[rows] if len(alive) else False
    categories = actors[column].cat.categories
    pairs = np.unique(rows[wanted].astype(np.int64) * max(len(categories), 1) + codes[wanted])
    counts = np.bincount(pairs % max(len(categories), 1), minlength=len(categories))
    return pd.Series(counts, index=pd.Index(categories, dtype="str"))


def _with_chosen(counts: pd.Series, chosen: tuple[str, ...]) -> pd.Series:
    counts = counts.reindex([*counts.index, *(code for code in dict.fromkeys(chosen) if code not in counts.index)], fill_value=0)
    counts = counts[(counts > 0) | counts.index.isin(chosen)]
    return counts.sort_index().sort_values(ascending=False, kind="stable")
