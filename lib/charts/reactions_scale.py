"""What a map of reactions is coloured by: the strongest measure, the number of reactions, or their kind; and its legend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from lib.charts.style import MEASURE_COLORS, QUAD_COLORS, say
from lib.knowledge.labels import Lang, number, term_label, type_label
from lib.records import EventType
from lib.tables import measure_label, measures

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

ColorBy = Literal["measure", "count", "kind"]
COLOR_BY: tuple[ColorBy, ...] = get_args(ColorBy)
QUIET = "#9aa0a666"
"""The colour of a country that has not reacted."""
COUNT_COLORS = ("#d7e6d0", "#9fd0c1", "#5fb3bd", "#3a8bb0", "#2f5f9a", "#2b2f77")
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000)


@dataclass(frozen=True, slots=True)
class Scale:
    """The classes of a map, in the order of its legend: names and colours; class 0 is whoever has not reacted."""

    by: ColorBy
    names: tuple[str, ...]
    colors: tuple[str, ...]
    keys: tuple[str | int, ...]

    def classes(self, rows: pd.DataFrame) -> list[int]:
        """The class of each row of `by_country` (1 and up)."""
        if self.by == "count":
            starts = np.array(self.keys, dtype=np.int64)
            found: list[int] = np.searchsorted(starts, rows["count"].to_numpy(dtype=np.int64), side="right").tolist()
            return found
        places = {key: place + 1 for place, key in enumerate(self.keys)}
        return [places[key] for key in rows["measure" if self.by == "measure" else "dominant_quad"].tolist()]


def scale_of(by_country: pd.DataFrame, by: ColorBy, lang: Lang) -> Scale:
    """The scale that the countries of a whole view need; a part of them (an earlier day) is coloured by the same one."""
    if by == "count":
        return _counts(by_country, lang)
    if by == "kind":
        kinds = [code for code in QUAD_COLORS if code in set(by_country["dominant_quad"])]
        names = [term_label("quad_class", code, lang) if code else type_label(EventType.EXPRESS, lang) for code in kinds]
        return _scale(by, lang, names, [QUAD_COLORS[code] for code in kinds], kinds)
    levels = list(range(len(measures())))
    return _scale(by, lang, [measure_label(level, lang) for level in levels], list(MEASURE_COLORS), levels)


def _scale(by: ColorBy, lang: Lang, names: list[str], colors: list[str], keys: Iterable[str | int]) -> Scale:
    return Scale(by, (say("quiet", lang), *names), (QUIET, *colors), tuple(keys))


def _counts(by_country: pd.DataFrame, lang: Lang) -> Scale:
    top = int(max(by_country["count"], default=1))
    starts = [step for step in _STEPS if step <= top]
    starts = starts[:: -(-len(starts) // len(COUNT_COLORS))]
    ends = [start - 1 for start in starts[1:]] + [top]
    names = [_span(start, end, lang) for start, end in zip(starts, ends, strict=True)]
    return _scale("count", lang, names, list(COUNT_COLORS[-len(starts) :]), starts)


def _span(start: int, end: int, lang: Lang) -> str:
    return number(start, lang) if start == end else f"{number(start, lang)}–{number(end, lang)}"
