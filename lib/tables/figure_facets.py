"""How many casualty figures each code of a filter would leave: what `facets` tells of events, for the filters that figures know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from lib.tables.filters import Filters, Mask, casualty_mask
from lib.tables.memo import remembered

if TYPE_CHECKING:
    from lib.tables.frames import Tables

_COLUMNS = {
    "countries": ("victims_country", "place_country"),
    "actors": ("attributed_to_actor_id", "attributed_to_affiliation"),
    "outlets": ("outlet",),
}


@remembered
def figure_facets(tables: Tables, filters: Filters) -> dict[str, pd.Series]:
    """For "countries", "actors" and "outlets": a Series of figure counts indexed by code, none of them 0.

    A field's own choice is left out of its counts, as in `facets`. A figure counts once a code.
    """
    found = {}
    for field, columns in _COLUMNS.items():
        free: dict[str, Any] = {field: ()}
        kept = casualty_mask(tables.casualties, replace(filters, **free))
        found[field] = _counts(tables.casualties, columns, kept)
    return found


def _counts(figures: pd.DataFrame, columns: tuple[str, ...], kept: Mask) -> pd.Series:
    """How many of the figures have each code in one of the columns, which are categorical."""
    names = pd.Index([], dtype="str").append([pd.Index(figures[name].cat.categories, dtype="str") for name in columns]).unique()
    rows = np.arange(len(figures))[kept]
    pairs = []
    for name in columns:
        column = figures[name].cat
        places = np.array([*names.get_indexer(column.categories), -1], dtype=np.int64)
        codes = places[column.codes.to_numpy()[kept]]
        pairs.append((rows * len(names) + codes)[codes >= 0])
    once = np.unique(np.concatenate(pairs))
    counts = pd.Series(np.bincount(once % max(len(names), 1), minlength=len(names)), index=names)
    return counts[counts > 0].sort_values(ascending=False, kind="stable")
