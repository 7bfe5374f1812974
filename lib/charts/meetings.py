"""Who met whom, as a square on paper (on the page it is a table, `lib/ui/meeting_matrix.py`): held meetings shaded, announced hatched."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import plotly.graph_objects as go

from lib.charts.style import ACCENT, GRID, empty, layout, say
from lib.knowledge.labels import Lang, body_name, country_name, number

if TYPE_CHECKING:
    from lib.tables import MeetingsView

SHADES = ((10, "#1a5fa6"), (5, "#2f7ab5"), (3, "#6aaed6"), (2, "#abd0e6"), (1, "#dbe9f6"))
"""The shade of a cell by the fewest meetings that earn it; none so dark that it sinks into a dark page."""

_DARK = 5
"""From how many meetings on a cell's number is white."""

_LARGEST, _SMALLEST, _ROOM = 34, 15, 520
"""Pixels: a cell's height at most and at least, and of all cells together where both allow."""

_LEGIBLE = 19
"""Pixels below which a cell bears no number: hovering tells it."""

_AROUND = 170
"""Pixels that names and legend take above and below the cells."""

_STRIP = 0.2
"""The part of a cell, at its right, that is hatched where its meetings are partly held, partly announced."""

_BETWEEN = 0.04
"""The part of a cell between both: hatching over a dark shade cannot be read."""

_INK = "#7a0f52"
"""The letters of a cell that is only hatched."""


_HATCHED: dict[str, Any] = {
    "color": "rgba(0,0,0,0)",
    "pattern": {"shape": "/", "fgcolor": ACCENT, "bgcolor": "rgba(0,0,0,0)", "size": 6, "solidity": 0.18},
    "line": {"width": 1, "color": ACCENT},
}
"""How the announced look."""


def meeting_matrix(view: MeetingsView, lang: Lang, *, chosen: tuple[str | None, str | None] = (None, None)) -> go.Figure:
    """The matrix of `view`; each cell's `customdata` is [key of the row, key of the column].

    The number is of meetings that took place, or in a cell that is only hatched, of those announced. `chosen` are framed: a
    party's row and column, or the two cells of a pair.
    """
    total = (view.matrix + view.planned).to_numpy()
    kept = [place for place, count in enumerate(total.sum(axis=0)) if count]
    if not kept:
        return empty(lang, 320)
    keys = [view.order[place] for place in kept]
    held, planned = (counts.to_numpy()[np.ix_(kept, kept)] for counts in (view.matrix, view.planned))
    ticks = [party_name(view, key, lang) for key in keys]
    cell = int(min(_LARGEST, max(_SMALLEST, _ROOM / len(keys))))
    cells = [_held(held, planned, keys, ticks, lang), _planned(held, planned, keys, ticks, lang)]
    if cell < _LEGIBLE:
        cells = [{key: value for key, value in trace.items() if key != "text"} for trace in cells]
    cells += _legend(held, planned, lang)
    short = [name if len(name) <= _SHORT else f"{name[: _SHORT - 1]}…" for name in ticks]
    axis = {"tickmode": "array", "tickvals": list(range(len(keys))), "ticktext": short, "gridcolor": GRID, "zeroline": False}
    size, angle = max(9, min(13, cell - 4)), 60 if len(keys) <= _SLANTED else 90
    axis |= {"tickfont": {"size": size}}
    # Room for the names, reckoned: plotly would draw everything once more to find out.
    long = 10 + max(map(len, short)) * size * _LETTER
    margin = {"l": long, "t": 6 + long * math.sin(math.radians(angle)), "r": 56}
    look = layout(
        lang,
        int(_AROUND + cell * len(keys)),
        xaxis=axis | {"side": "top", "tickangle": -angle, "range": [-0.5, len(keys) - 0.5]},
        yaxis=axis | {"range": [len(keys) - 0.5, -0.5]},
        margin=margin,
        shapes=_frames(keys, chosen),
        meta={"left_out": view.others},
        barmode="overlay",
        bargap=0,
        clickmode="event+select",
        dragmode=False,
        showlegend=True,
        legend={"title": {"text": say("held_count", lang), "font": {"size": 13}}, "itemclick": False, "itemdoubleclick": False},
    )
    return go.Figure({"data": cells, "layout": look}, _validate=False)


_SLANTED = 40
"""Up to how many parties names stand aslant; more stand upright, which takes less room."""

_LETTER = 0.53
"""How wide a letter is on average, as a share of its size."""

_SHORT = 24
"""Letters of a name on an axis; the whole name is told on hovering."""


def party_name(view: MeetingsView, key: str, lang: Lang) -> str:
    """A party of the view in words: a country or state by the country's name."""
    if key == view.countries[key]:
        return country_name(key, lang)
    if key.startswith("state:"):
        return country_name(key.removeprefix("state:"), lang)
    return body_name(key, view.names[key], lang)


def meetings_hover(one: str, other: str, held: int, planned: int, lang: Lang) -> str:
    """What a cell or an edge tells: both parties, how many meetings, how many to come."""
    lines = [f"<b>{one} – {other}</b>"]
    if held:
        lines.append(say("meetings", lang, n=number(held, lang)))
    if planned:
        lines.append(say("planned", lang, n=number(planned, lang)))
    return "<br>".join(lines)


def shade(count: int) -> str:
    """The colour of a number of meetings, 1 or more."""
    return next(color for least, color in SHADES if count >= least)


def _held(held: np.ndarray, planned: np.ndarray, keys: list[str], names: list[str], lang: Lang) -> dict[str, Any]:
    cells = [(int(row), int(column)) for row, column in np.argwhere(held > 0)]
    counts = [int(held[cell]) for cell in cells]
    colors = {
        "marker": {"color": [shade(count) for count in counts], "line": {"width": 0}},
        "text": [number(count, lang) for count in counts],
        "textfont": {"color": ["#ffffff" if count >= _DARK else "#08306b" for count in counts]},
        "x": [column - (_STRIP + _BETWEEN) / 2 if planned[row, column] else column for row, column in cells],
        "width": [0.92 - _STRIP - _BETWEEN if planned[cell] else 0.92 for cell in cells],
    }
    return _bars(cells, held, planned, keys, names, lang) | colors | {"name": say("held_name", lang)}


def _planned(held: np.ndarray, planned: np.ndarray, keys: list[str], names: list[str], lang: Lang) -> dict[str, Any]:
    cells = [(int(row), int(column)) for row, column in np.argwhere(planned > 0)]
    look = {
        "marker": _HATCHED,
        "text": ["" if held[cell] else number(int(planned[cell]), lang) for cell in cells],
        "textfont": {"color": _INK},
        "x": [column + 0.46 - _STRIP / 2 if held[row, column] else column for row, column in cells],
        "width": [_STRIP if held[cell] else 0.92 for cell in cells],
    }
    return _bars(cells, held, planned, keys, names, lang) | look | {"name": say("planned_name", lang)}


def _legend(held: np.ndarray, planned: np.ndarray, lang: Lang) -> list[dict[str, Any]]:
    """What each shade of a cell means, of those that there are, and the hatching where there is any; nothing is drawn."""
    nothing = {"type": "bar", "x": [None], "y": [None], "hoverinfo": "skip", "showlegend": True}
    said = {shade(int(count)) for count in held[held > 0]}
    over = {least: above - 1 for (above, _), (least, _) in pairwise(SHADES)}
    found = []
    for least, color in reversed(SHADES):
        if color in said:
            most = over.get(least)
            name = f"≥ {number(least, lang)}" if most is None else number(least, lang) if most == least else f"{least}–{most}"
            found.append(nothing | {"name": name, "marker": {"color": color, "line": {"width": 0}}})
    if (planned > 0).any():
        found.append(nothing | {"name": say("planned_name", lang), "marker": _HATCHED})
    return found


def _bars(
    cells: list[tuple[int, int]], held: np.ndarray, planned: np.ndarray, keys: list[str], names: list[str], lang: Lang
) -> dict[str, Any]:
    """Cells as bars: a heat map takes no click and knows no hatching."""
    return {
        "type": "bar",
        "x": [column for _, column in cells],
        "y": [0.92] * len(cells),
        "base": [row - 0.46 for row, _ in cells],
        "width": [0.92] * len(cells),
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "customdata": [[keys[row], keys[column]] for row, column in cells],
        "hovertext": [meetings_hover(names[cell[0]], names[cell[1]], int(held[cell]), int(planned[cell]), lang) for cell in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _frames(keys: list[str], chosen: tuple[str | None, str | None]) -> list[dict[str, Any]]:
    places = [keys.index(key) for key in chosen if key in keys]
    end = len(keys) - 0.5
    if len(places) == 1:
        boxes = [(-0.5, end, places[0] - 0.5, places[0] + 0.5), (places[0] - 0.5, places[0] + 0.5, -0.5, end)]
    elif places:
        boxes = [(x - 0.5, x + 0.5, y - 0.5, y + 0.5) for x, y in (places, places[::-1])]
    else:
        boxes = []
    return [{"type": "rect", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "line": {"color": ACCENT, "width": 2}} for x0, x1, y0, y1 in boxes]
