"""Reactions on a map, with what lies close together drawn once more, larger, in a corner."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from lib.charts.reactions_scale import Scale, scale_of
from lib.charts.style import ACCENT, BORDER, WORLD_URL, layout, middles, noted, say, when_or_published
from lib.knowledge.labels import Lang, country_name, mode_label, number, type_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

REGIONS: Mapping[str, tuple[list[float], list[float]]] = {
    "world": ([-169, 191], [-57, 84]),
    "middle_east": ([24, 64], [11, 43]),
    "levant": ([33.6, 37.2], [29.2, 33.6]),
    "europe": ([-25, 50], [34, 72]),
    "asia": ([55, 150], [-12, 55]),
    "africa": ([-20, 55], [-36, 38]),
    "americas": ([-170, -30], [-57, 75]),
}
"""Longitudes and latitudes of what a map can show; named by `region_label`."""

INSETS: Mapping[str, str] = {"world": "middle_east", "middle_east": "levant"}
"""The part of each region that is drawn once more in its corner."""
_CORNERS: Mapping[str, dict[str, list[float]]] = {
    "world": {"x": [0.0, 0.21], "y": [0.0, 0.4]},
    "middle_east": {"x": [0.0, 0.24], "y": [0.0, 0.62]},
}
_BESIDE = {"middle_east": 0.25}
"""Where the map begins, from the left, that leaves its corner free: the oceans of a world map do, a full one must be moved."""


def region_label(region: str, lang: Lang) -> str:
    """What a key of `REGIONS` is called."""
    return say(f"region_{region}", lang)


def reactions_map(
    by_country: pd.DataFrame,
    lang: Lang,
    *,
    scale: Scale | None = None,
    selected: str | None = None,
    region: str = "world",
    legend: bool = True,
    geojson: str = WORLD_URL,
    height: int = 560,
) -> go.Figure:
    """A choropleth of `ReactionsView.by_country`; each country's `location` and `customdata[0]` is its alpha-3, also where none reacted.

    Give it `config(lang, zoom=True)`. `scale` is by measure unless given. `region` is a key of `REGIONS` (KeyError otherwise).
    `layout.meta["off_map"]` lists the codes that have no shape. Without `legend`, the page says the scale and the note on borders
    beside the map, which then has all the room.
    """
    scale = scale or scale_of(by_country, "measure", lang)
    rows = by_country[by_country["country"].isin(list(middles()))]
    parts = [_shapes(rows, scale, lang, geojson)]
    if selected in middles():
        parts.append(_outline(str(selected), lang, geojson))
    frames = {"geo": region} | ({"geo2": INSETS[region]} if region in INSETS else {})
    look = layout(
        lang,
        height,
        **{geo: _frame(part, region, inset=geo != "geo") for geo, part in frames.items()},
        dragmode="pan",
        clickmode="event+select",
        legend={"y": -0.02, "itemclick": False, "itemdoubleclick": False, "font": {"size": 13}},
        margin={} if legend else {"t": 0},
        showlegend=legend,
        meta={"off_map": sorted(set(by_country["country"]) - set(middles()))},
        annotations=[noted(say("borders", lang), below=True)] if legend else [],
    )
    data = [part | {"geo": geo} for geo in frames for part in parts] + (_legend(scale) if legend else [])
    return go.Figure({"data": data, "layout": look}, _validate=False)  # plain JSON: plotly's classes cost more than all else here


def _frame(part: str, region: str, *, inset: bool) -> dict[str, object]:
    """How a part of the world is laid out, alone or in the corner of `region`."""
    frame: dict[str, object] = {
        "visible": False,
        "fitbounds": False,
        "bgcolor": "rgba(0,0,0,0)",
        "projection": {"type": "mercator" if inset else "natural earth"},
        "lonaxis": {"range": REGIONS[part][0]},
        "lataxis": {"range": REGIONS[part][1]},
    }
    if not inset:
        frame["domain"] = {"x": [_BESIDE.get(part, 0.0), 1.0], "y": [0.0, 1.0]}
    else:
        frame |= {"domain": _CORNERS[region], "showframe": True, "framecolor": BORDER, "framewidth": 1, "bgcolor": "rgba(128,128,128,0.12)"}
    return frame


def _shapes(rows: pd.DataFrame, scale: Scale, lang: Lang, geojson: str) -> dict[str, Any]:
    quiet = sorted(set(middles()) - set(rows["country"]))
    codes = [*rows["country"].tolist(), *quiet]
    last = max(len(scale.colors) - 1, 1)
    colors = [*scale.colors, scale.colors[-1]][: last + 1]
    edges = [(i / (last + 1), (i + 1) / (last + 1)) for i in range(last + 1)]
    return _filled(codes, geojson) | {
        "z": [*map(int, scale.classes(rows)), *([0] * len(quiet))],
        "zmin": -0.5,
        "zmax": last + 0.5,
        "colorscale": [[edge, color] for pair, color in zip(edges, colors, strict=True) for edge in pair],
        "hovertext": [*_hover(rows, lang), *(f"<b>{country_name(code, lang)}</b><br>{say('no_reaction', lang)}" for code in quiet)],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {"line": {"color": BORDER, "width": 0.5}},
    }


def _filled(codes: list[str], geojson: str) -> dict[str, Any]:
    """A trace of some countries; a click keeps every country's colour, as what is chosen is outlined by the page."""
    return {
        "type": "choropleth",
        "geojson": geojson,
        "featureidkey": "id",
        "locations": codes,
        "customdata": [[code] for code in codes],
        "showscale": False,
        "showlegend": False,
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _outline(code: str, lang: Lang, geojson: str) -> dict[str, Any]:
    clear = "rgba(0,0,0,0)"
    return _filled([code], geojson) | {
        "z": [1],
        "colorscale": [[0, clear], [1, clear]],
        "hoverinfo": "skip",
        "name": say("selected", lang),
        "marker": {"line": {"color": ACCENT, "width": 2.5}},
    }


def _legend(scale: Scale) -> list[dict[str, Any]]:
    """One empty trace a class, so that the legend is the same on every day of a playback."""
    empty = {"type": "scattergeo", "lon": [None], "lat": [None], "mode": "markers", "hoverinfo": "skip"}
    return [
        {**empty, "marker": {"symbol": "square", "size": 13, "color": color}, "name": name}
        for name, color in zip(scale.names, scale.colors, strict=True)
    ]


def _hover(rows: pd.DataFrame, lang: Lang) -> list[str]:
    told = (rows[name].astype("object").tolist() for name in ("latest_date", "latest_end", "latest_precision", "latest_published"))
    latest = [when_or_published(*dates, lang=lang) for dates in zip(*told, strict=True)]
    columns = (rows[name].tolist() for name in ("country", "count", "strongest_type", "strongest_mode", "dominant_type"))
    found = []
    for country, count, strongest, mode, dominant, last in zip(*columns, latest, strict=True):
        what = mode_label(strongest, mode, lang) if isinstance(mode, str) else ""
        lines = [
            f"<b>{country_name(country, lang)}</b>",
            say("reactions", lang, n=number(count, lang)),
            say("strongest", lang, what=f"{type_label(strongest, lang)} ({what})" if what else type_label(strongest, lang)),
            say("dominant", lang, what=type_label(dominant, lang)),
        ]
        if last:
            lines.append(say("latest", lang, when=last))
        found.append("<br>".join(lines))
    return found
