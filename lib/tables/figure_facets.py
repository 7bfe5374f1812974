"""How many casualty figures each code of a filter would leave: what `facets` tells of events, for the filters that figures know."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from lib.tables.filters import apply

if TYPE_CHECKING:
    from lib.tables.filters import Filters
    from lib.tables.frames import Tables

_COLUMNS = {
    "countries": ("victims_country", "place_country"),
    "actors": ("attributed_to_actor_id", "attributed_to_affiliation"),
    "outlets": ("outlet",),
}


def figure_facets(tables: Tables, filters: Filters) -> dict[str, pd.Series]:
    """For "countries", "actors" and "outlets": a Series of figure counts indexed by code, none of them 0.

    A field's own choice is left out of its counts, as in `facets`. A figure counts once a code.
    """
    if tables.casualties.empty:
        return {field: pd.Series(dtype="int64") for field in _COLUMNS}
    # Figures alone: the rest of the tables would be filtered for nothing.
    alone = replace(tables, events=tables.events.iloc[:0], event_actors=tables.event_actors.iloc[:0])
    with_all = apply(alone, filters).casualties
    found = {}
    for field, columns in _COLUMNS.items():
        chosen = getattr(filters, field)
        free: dict[str, Any] = {field: ()}
        figures = apply(alone, replace(filters, **free)).casualties if chosen else with_all
        found[field] = _counts(figures, columns)
    return found


def _counts(figures: pd.DataFrame, columns: tuple[str, ...]) -> pd.Series:
    pairs = [pd.DataFrame({"row": range(len(figures)), "code": figures[name].astype("object").to_numpy()}) for name in columns]
    known = pd.concat(pairs).dropna().drop_duplicates()
    return known["code"].value_counts()
