"""Who met whom, as a network: those who met stand near one another, a thicker line for more meetings; the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import plotly.graph_objects as go

from lib.charts.meetings import meetings_hover, party_name
from lib.charts.style import ACCENT, SERIES_COLORS, dress, empty, say
from lib.knowledge.labels import Lang, number

if TYPE_CHECKING:
    import numpy.typing as npt

    from lib.tables import MeetingsView

    Points = npt.NDArray[np.float64]

_STEPS = 150
_WIDTHS = ((10, 8.0), (5, 5.5), (3, 3.5), (2, 2.2), (1, 1.2))
"""A line's width by the fewest meetings that earn it."""

_NAMED = 36
"""How many parties are named beside their dots; the others' names are told on hovering."""


def layout(ties: npt.NDArray[np.float64]) -> Points:
    """A place for each party, within the unit square: Fruchterman and Reingold's springs, begun on a circle in the given order.

    `ties` is square and symmetric: how strongly two are drawn to one another, 0 where not at all. Nothing is left to chance.
    """
    count = len(ties)
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)
    uneven = 1 + 0.15 * np.cos(np.arange(count) * 2.4)  # a perfect circle would hold groups that cross it in balance
    places = np.column_stack((np.cos(turn), np.sin(turn))) * uneven[:, None]
    ideal = 1.6 / np.sqrt(max(count, 1))
    for heat in np.linspace(0.2, 0.005, _STEPS):
        apart = places[:, None, :] - places[None, :, :]
        far = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 1e-3)
        push = ideal**2 / far**2 - ties * far / ideal
        move = (apart * push[..., None]).sum(axis=1) - places * ideal
        length = np.maximum(np.hypot(move[:, 0], move[:, 1]), 1e-9)
        places = places + move / length[:, None] * np.minimum(length, heat)[:, None]
    spread = np.abs(places).max() if count else 1.0
    return np.asarray(places / max(spread, 1e-9), dtype=np.float64)


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
    places = layout(np.log1p(held + 0.5 * planned))
    names = [party_name(view, key, lang) for key in keys]
    one = keys.index(chosen) if chosen in keys else None
    data = [*_lines(held, planned, places, one, lang), _middles(held, planned, places, keys, names, lang)]
    data.append(_dots(held + planned, places, keys, names, one, lang))
    chart = go.Figure({"data": data}, _validate=False)
    dress(chart, lang, height)
    chart.update_xaxes(visible=False, range=[-1.35, 1.35])
    chart.update_yaxes(visible=False, range=[-1.15, 1.15])
    chart.update_layout(clickmode="event+select", dragmode="pan", hovermode="closest", meta={"left_out": view.others})
    return chart


def _lines(held: np.ndarray, planned: np.ndarray, places: Points, one: int | None, lang: Lang) -> list[dict[str, Any]]:
    groups: dict[tuple[float, bool, bool], list[tuple[int, int]]] = {}
    for row, column in np.argwhere(np.triu(held + planned) > 0).tolist():
        count = int(held[row, column])
        width = next((width for least, width in _WIDTHS if count >= least), _WIDTHS[-1][1])
        groups.setdefault((width, count == 0, one is None or one in (row, column)), []).append((row, column))
    found, told = [], set()
    for (width, dashed, near), pairs in sorted(groups.items()):
        x = [value for row, column in pairs for value in (places[row, 0], places[column, 0], None)]
        y = [value for row, column in pairs for value in (places[row, 1], places[column, 1], None)]
        line = {"width": width, "color": ACCENT if dashed else SERIES_COLORS[0], "dash": "dash" if dashed else "solid"}
        name = say("planned_name" if dashed else "held_name", lang)
        plain = {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "opacity": 0.55 if near else 0.1}
        found.append(plain | {"hoverinfo": "skip", "name": name, "legendgroup": name, "showlegend": name not in told})
        told.add(name)
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


def _dots(counts: np.ndarray, places: Points, keys: list[str], names: list[str], one: int | None, lang: Lang) -> dict[str, Any]:
    degree = counts.sum(axis=0)
    named = set(np.argsort(-degree, kind="stable")[:_NAMED].tolist())
    near = [one is None or place == one or counts[place, one] > 0 for place in range(len(keys))]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": places[:, 0].tolist(),
        "y": places[:, 1].tolist(),
        "text": [name if place in named and near[place] else "" for place, name in enumerate(names)],
        "textposition": "top center",
        "cliponaxis": False,
        "marker": {
            "size": [float(8 + 4 * np.sqrt(count)) for count in degree],
            "color": [ACCENT if place == one else SERIES_COLORS[0] for place in range(len(keys))],
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
