"""Who met whom, as a network: those who met stand near one another, a thicker line for more meetings; the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import plotly.graph_objects as go

from lib.charts.meetings import meetings_hover, party_name
from lib.charts.network_layout import layout
from lib.charts.style import ACCENT, dress, empty, say
from lib.knowledge.labels import Lang, number
from lib.tables.memo import remembered

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from lib.charts.network_layout import Numbers, Points
    from lib.tables import MeetingsView

_WIDTHS = ((10, 8.0), (5, 5.5), (3, 3.5), (2, 2.2), (1, 1.2))
"""A line's width by the fewest meetings that earn it."""

_LINE = "#3a86c0"
"""A blue that stands out as much from white paper as from a dark page."""

_NAMED = 40
"""How many parties at most are named beside their dots, where there is room; the others' names are told on hovering."""

_SURELY = 14
"""How many of them are named wherever no other name stands."""

_SCREEN = (580, 560)
"""Pixels of the plot on a desk, by which the room for names is reckoned."""

_EDGE = np.array([1.28, 1.12])
"""How far the plot reaches to the sides, and up and down, the dots' places being within 1: names need room at the sides."""

_LETTER, _LINE_HEIGHT = 6.6, 16
"""Pixels of a name."""

_SIDES = {"top center": (0, 1), "bottom center": (0, -1), "middle right": (1, 0), "middle left": (-1, 0)}


def meeting_network(view: MeetingsView, lang: Lang, *, chosen: str | None = None, height: int = 640) -> go.Figure:
    """The parties of `view`'s matrix as dots; `customdata` of a dot is [key, ""], of a line's middle [key, key].

    Meetings to come are dashed. `chosen` and its lines stand out, the rest steps back.
    """
    held, planned = view.matrix.to_numpy(), view.planned.to_numpy()
    kept = [place for place, count in enumerate((held + planned).sum(axis=0)) if count]
    if not kept:
        return empty(lang, height)
    keys = [view.order[place] for place in kept]
    held, planned = held[np.ix_(kept, kept)], planned[np.ix_(kept, kept)]
    sizes = _sizes(held + planned)
    places = _places(view)
    names = [party_name(view, key, lang) for key in keys]
    one = keys.index(chosen) if chosen in keys else None
    data = [*_lines(held, planned, places, one, lang), _middles(held, planned, places, keys, names, lang)]
    data.append(_dots(held + planned, sizes, places, keys, names, one, lang))
    chart = go.Figure({"data": data}, _validate=False)
    dress(chart, lang, height)
    chart.update_xaxes(visible=False, range=[-_EDGE[0], _EDGE[0]])
    chart.update_yaxes(visible=False, range=[-_EDGE[1], _EDGE[1]])
    chart.update_layout(clickmode="event+select", dragmode="pan", hovermode="closest", meta={"left_out": view.others})
    return chart


@remembered
def _places(view: MeetingsView) -> Points:
    """Where each party of the matrix that met another stands; reckoned once for whatever is picked."""
    held, planned = view.matrix.to_numpy(), view.planned.to_numpy()
    kept = np.flatnonzero((held + planned).sum(axis=0))
    held, planned = held[np.ix_(kept, kept)], planned[np.ix_(kept, kept)]
    unit = _SCREEN[0] / (2 * np.sqrt(max(len(kept), 9)))  # pixels: about what the least distance between two dots comes to
    return layout(np.log1p(held + 0.5 * planned), _sizes(held + planned) / 2 / unit)


def _sizes(counts: np.ndarray) -> Numbers:
    """Pixels across of the dots: by area the more meetings the larger, none so large that it covers the rest."""
    return np.asarray(np.minimum(8 + 3 * np.sqrt(counts.sum(axis=0)), 34), dtype=np.float64)


def labels(names: Sequence[str], order: Iterable[int], places: Points, sizes: Numbers) -> dict[int, str]:
    """Who is named, and on which side of the dot: in `order`, `_NAMED` at most, each where its name covers no other name and no dot.

    The first `_SURELY` may cover dots, the fewest that they can: a net is not understood without them.
    """
    centres = (places + _EDGE) / (2 * _EDGE) * _SCREEN
    dots = np.column_stack((centres - sizes[:, None] / 2, centres + sizes[:, None] / 2))
    taken = np.zeros((0, 4))
    found: dict[int, str] = {}
    for rank, one in enumerate(order):
        if len(found) == _NAMED:
            break
        offered: list[tuple[int, int, str, Numbers]] = []
        for side in _SIDES:
            box = _box(side, len(names[one]) * _LETTER, centres[one], float(sizes[one]))
            if _inside(box) and not _covered(box, taken).any():
                offered.append((int(_covered(box, dots).sum()), len(offered), side, box))
        if offered and (rank < _SURELY or min(offered)[0] == 0):
            _, _, found[one], box = min(offered, key=lambda offer: offer[:2])
            taken = np.vstack((taken, box))
    return found


def _box(side: str, wide: float, centre: Numbers, size: float) -> Numbers:
    """Left, lower, right and upper end of a name beside its dot, in pixels."""
    right, up = _SIDES[side]
    half = np.array([wide, _LINE_HEIGHT]) / 2
    middle = centre + np.array([right, up]) * (size / 2 + half)
    return np.concatenate((middle - half, middle + half))


def _inside(box: Numbers) -> bool:
    """Whether at most a third of a name is beyond the plot, where the page has room for it."""
    beyond = (box[2] - box[0]) / 3
    return bool((box[:2] > -beyond).all() and (box[2:] < np.array(_SCREEN) + beyond).all())


def _covered(box: Numbers, others: Numbers) -> npt.NDArray[np.bool_]:
    """Which of the other boxes a box lies upon."""
    return np.asarray(((others[:, :2] < box[2:] - 1) & (others[:, 2:] > box[:2] + 1)).all(axis=1), dtype=np.bool_)


def _lines(held: np.ndarray, planned: np.ndarray, places: Points, one: int | None, lang: Lang) -> list[dict[str, Any]]:
    groups: dict[tuple[float, bool, bool], list[tuple[int, int]]] = {}
    for row, column in np.argwhere(np.triu(held + planned) > 0).tolist():
        count = int(held[row, column])
        width = next((width for least, width in _WIDTHS if count >= least), _WIDTHS[-1][1])
        groups.setdefault((width, count == 0, one is None or one in (row, column)), []).append((row, column))
    found: list[dict[str, Any]] = []
    for (width, dashed, near), pairs in sorted(groups.items()):
        x = [value for row, column in pairs for value in (places[row, 0], places[column, 0], None)]
        y = [value for row, column in pairs for value in (places[row, 1], places[column, 1], None)]
        line = {"width": width, "color": ACCENT if dashed else _LINE, "dash": "dash" if dashed else "solid"}
        name = say("planned_name" if dashed else "held_name", lang)
        plain = {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "opacity": 0.8 if near else 0.15}
        found.append(plain | {"hoverinfo": "skip", "name": name, "legendgroup": name, "showlegend": False})
    for name in {trace["name"] for trace in found}:  # the legend shows lines as they are where they stand out
        max((trace for trace in found if trace["name"] == name), key=lambda trace: trace["opacity"])["showlegend"] = True
    return found


def _middles(held: np.ndarray, planned: np.ndarray, places: Points, keys: list[str], names: list[str], lang: Lang) -> dict[str, Any]:
    """Marks that are not seen, for a line takes no click."""
    pairs = [(int(row), int(column)) for row, column in np.argwhere(np.triu(held + planned) > 0)]
    middles = np.array([(places[row] + places[column]) / 2 for row, column in pairs])
    return {
        "type": "scatter",
        "mode": "markers",
        "x": middles[:, 0].tolist(),
        "y": middles[:, 1].tolist(),
        "marker": {"size": 14, "color": "rgba(0,0,0,0)"},
        "customdata": [[keys[row], keys[column]] for row, column in pairs],
        "hovertext": [meetings_hover(names[a], names[b], int(held[a, b]), int(planned[a, b]), lang) for a, b in pairs],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
        "name": "",
    }


def _dots(
    counts: np.ndarray, sizes: Numbers, places: Points, keys: list[str], names: list[str], one: int | None, lang: Lang
) -> dict[str, Any]:
    degree = counts.sum(axis=0)
    near = [one is None or place == one or counts[place, one] > 0 for place in range(len(keys))]
    busiest = [place for place in np.argsort(-degree, kind="stable").tolist() if near[place]]
    named = labels(names, [one, *(place for place in busiest if place != one)] if one is not None else busiest, places, sizes)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": places[:, 0].tolist(),
        "y": places[:, 1].tolist(),
        "text": [name if place in named else "" for place, name in enumerate(names)],
        "textposition": [named.get(place, "top center") for place in range(len(keys))],
        "textfont": {"shadow": "auto"},  # of the page's paper, so that a name is read where lines cross it
        "cliponaxis": False,
        "marker": {
            "size": sizes.tolist(),
            "color": [ACCENT if place == one else _LINE for place in range(len(keys))],
            "opacity": [1 if close else 0.25 for close in near],
            "line": {"width": 1, "color": "#ffffff"},
        },
        "customdata": [[key, ""] for key in keys],
        "hovertext": [
            f"<b>{name}</b><br>{say('meetings', lang, n=number(int(count), lang))}" for name, count in zip(names, degree, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "showlegend": False,
        "name": "",
    }
