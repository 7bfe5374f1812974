"""Who met whom, as a square: held meetings shaded by their number, announced ones as rings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import plotly.graph_objects as go

from lib.charts.style import ACCENT, GRID, dress, empty, note, say
from lib.knowledge.labels import Lang, country_name, number

if TYPE_CHECKING:
    from lib.tables import MeetingsView

_SCALE = [[0.0, "#c6dbef"], [0.5, "#4292c6"], [1.0, "#08306b"]]
_CELL = 30


def meeting_matrix(view: MeetingsView, lang: Lang, *, limit: int = 30, height: int | None = None) -> go.Figure:
    """The matrix of `view`; each mark's `customdata` is [key of the row, key of the column].

    Clicks are taken by marks, not by the heat map, which selects nothing. `limit` keeps the parties who met most;
    `layout.meta["left_out"]` counts the others.
    """
    total = view.matrix + view.planned
    busiest = total.sum().sort_values(ascending=False, kind="stable").index[:limit]
    keys = [key for key in view.order if key in set(busiest) and total[key].sum() > 0]
    if not keys:
        return empty(lang, height or 320)
    held, planned = view.matrix.loc[keys, keys].to_numpy(), view.planned.loc[keys, keys].to_numpy()
    ticks = [_name(view, key, lang) for key in keys]
    chart = go.Figure(_heat(held, keys, lang))
    for trace in (_marks(held, planned, keys, ticks, lang), _rings(planned, keys, lang)):
        chart.add_trace(trace)
    dress(chart, lang, height or max(320, 170 + _CELL * len(keys)))
    axis = {
        "tickmode": "array",
        "tickvals": list(range(len(keys))),
        "ticktext": ticks,
        "showgrid": True,
        "gridcolor": GRID,
        "zeroline": False,
    }
    chart.update_xaxes(**axis, side="top", tickangle=-45, range=[-0.5, len(keys) - 0.5], constrain="domain", automargin=True)
    chart.update_yaxes(**axis, range=[len(keys) - 0.5, -0.5], scaleanchor="x", constrain="domain", automargin=True)
    left_out = sum(1 for key in view.order if total[key].sum() > 0) - len(keys)
    chart.update_layout(clickmode="event+select", dragmode=False, meta={"left_out": left_out})
    if left_out:
        note(chart, say("left_out", lang, n=left_out))
    return chart


def _name(view: MeetingsView, key: str, lang: Lang) -> str:
    if key == view.countries[key]:
        return country_name(key, lang)
    if key.startswith("state:"):
        return country_name(key.removeprefix("state:"), lang)
    return view.names[key]


def _heat(held: np.ndarray, keys: list[str], lang: Lang) -> go.Heatmap:
    places = list(range(len(keys)))
    return go.Heatmap(
        z=[[int(count) or None for count in row] for row in held],
        x=places,
        y=places,
        text=[[number(int(count), lang) if count else "" for count in row] for row in held],
        texttemplate="%{text}",
        colorscale=_SCALE,
        zmin=0,
        zmax=max(3, int(held.max())),
        showscale=False,
        hoverinfo="skip",
        xgap=2,
        ygap=2,
    )


def _marks(held: np.ndarray, planned: np.ndarray, keys: list[str], names: list[str], lang: Lang) -> go.Scatter:
    cells = [(int(row), int(column)) for row, column in np.argwhere((held > 0) | (planned > 0))]
    return go.Scatter(
        x=[column for _, column in cells],
        y=[row for row, _ in cells],
        mode="markers",
        marker={"symbol": "square", "size": _CELL - 4, "color": "rgba(0,0,0,0)"},
        customdata=[[keys[row], keys[column]] for row, column in cells],
        hovertext=[_hover(names[row], names[column], int(held[row, column]), int(planned[row, column]), lang) for row, column in cells],
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        showlegend=False,
        name=say("held_name", lang),
    )


def _rings(planned: np.ndarray, keys: list[str], lang: Lang) -> go.Scatter:
    cells = [(int(row), int(column)) for row, column in np.argwhere(planned > 0)]
    return go.Scatter(
        x=[column for _, column in cells],
        y=[row for row, _ in cells],
        mode="markers",
        marker={"symbol": "circle-open", "size": _CELL - 8, "color": ACCENT, "line": {"width": 2}},
        customdata=[[keys[row], keys[column]] for row, column in cells],
        hoverinfo="skip",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
        name=say("planned_name", lang),
        showlegend=bool(cells),
    )


def _hover(one: str, other: str, held: int, planned: int, lang: Lang) -> str:
    lines = [f"<b>{one} – {other}</b>"]
    if held:
        lines.append(say("meetings", lang, n=number(held, lang)))
    if planned:
        lines.append(say("planned", lang, n=number(planned, lang)))
    return "<br>".join(lines)
