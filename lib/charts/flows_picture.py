"""The arcs from who reacted to whom as lines on a flat map: what a picture can hold of `flows_map`, which is drawn on a canvas."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from lib.charts.flows import TOPS, drawn
from lib.charts.reactions_map import REGIONS
from lib.charts.style import ACCENT, BORDER, MEASURE_COLORS, WORLD_URL, dress, middles, note, say
from lib.tables import measure_label

if TYPE_CHECKING:
    from lib.knowledge.labels import Lang
    from lib.tables import ReactionsView

_LAND = "#e3e4e2"
_POINTS = 24
_BEND = 0.18
"""How far a line's middle lies beside the straight way, as a share of its length: there and back are two lines."""


def flows_picture(
    view: ReactionsView,
    lang: Lang,
    *,
    most: int = TOPS[0],
    selected: tuple[str, str] | None = None,
    region: str = "world",
    geojson: str = WORLD_URL,
    height: int = 560,
) -> go.Figure:
    """The arcs of `flows.drawn`: as thick as they are many, of the colour of the strongest measure, a dot where they lead."""
    codes = sorted(middles())
    land = go.Choropleth(
        geojson=geojson,
        featureidkey="id",
        locations=codes,
        z=[0] * len(codes),
        colorscale=[[0, _LAND], [1, _LAND]],
        showscale=False,
        showlegend=False,
        hoverinfo="skip",
        marker_line={"color": BORDER, "width": 0.5},
    )
    rows = drawn(view, most, selected)
    columns = (rows[name].tolist() for name in ("country", "recipient", "count", "measure"))
    found = [land]
    told: set[int] = set()
    for who, whom, count, level in sorted(zip(*columns, strict=True), key=lambda one: (one[3], one[2])):
        picked = (who, whom) == selected
        color = ACCENT if picked else MEASURE_COLORS[level]
        found.append(
            go.Scattergeo(
                **_bent(middles()[who], middles()[whom]),
                mode="lines+markers",
                line={"color": color, "width": round(1 + 1.2 * math.log2(count), 2) + 2 * picked},
                marker={"color": color, "size": [0] * _POINTS + [6 + math.log2(count)], "opacity": 1},
                opacity=0.8,
                name=say("selected", lang) if picked else measure_label(level, lang),
                legendgroup="picked" if picked else str(level),
                showlegend=picked or level not in told,
                hoverinfo="skip",
            )
        )
        told |= set() if picked else {level}
    figure = dress(go.Figure(found), lang, height)
    west_east, south_north = REGIONS[region]
    figure.update_geos(
        visible=False,
        fitbounds=False,
        bgcolor="rgba(0,0,0,0)",
        projection={"type": "natural earth"},
        lonaxis={"range": west_east},
        lataxis={"range": south_north},
    )
    note(figure, f"{say('towards', lang)} {say('borders', lang)}", below=True)
    return figure


def _bent(start: tuple[float, float], end: tuple[float, float]) -> dict[str, list[float]]:
    """A curve on the flat map, bent to the left of its way: the shortest way on the globe would leave the map at its edge."""
    (west, south), (east, north) = start, end
    middle = ((west + east) / 2 - _BEND * (north - south), (south + north) / 2 + _BEND * (east - west))
    steps = [place / _POINTS for place in range(_POINTS + 1)]
    lon, lat = ([round((1 - t) ** 2 * start[i] + 2 * t * (1 - t) * middle[i] + t**2 * end[i], 3) for t in steps] for i in (0, 1))
    return {"lon": lon, "lat": [min(max(one, -56.0), 82.0) for one in lat]}
