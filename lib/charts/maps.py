"""Reactions on a map: countries coloured by how far they went, and arrows from who reacted to whom."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

import pandas as pd
import plotly.graph_objects as go
import pydeck as pdk

from lib.charts.style import ACCENT, BORDER, LAND, SEVERITY_COLORS, WORLD_URL, dress, middles, note, say
from lib.knowledge.labels import Lang, country_name, date_label, number, severity_label, type_label

if TYPE_CHECKING:
    from lib.tables import ReactionsView

REGIONS = {
    "world": ([-169, 191], [-57, 84]),
    "middle_east": ([24, 64], [11, 43]),
    "europe": ([-25, 50], [34, 72]),
    "asia": ([55, 150], [-12, 55]),
    "africa": ([-20, 55], [-36, 38]),
    "americas": ([-170, -30], [-57, 75]),
}
"""Longitudes and latitudes of what a map can show; named by `region_label`."""


def region_label(region: str, lang: Lang) -> str:
    """What a key of `REGIONS` is called."""
    return say(f"region_{region}", lang)


def reactions_map(
    view: ReactionsView,
    lang: Lang,
    *,
    color_by: Literal["severity", "count"] = "severity",
    selected: str | None = None,
    region: str = "world",
    geojson: str = WORLD_URL,
    height: int = 480,
) -> go.Figure:
    """A choropleth of `view.by_country`; each country's `location` and `customdata[0]` is its alpha-3, also where none reacted.

    Give it `config(lang, zoom=True)`. `region` is a key of `REGIONS` (KeyError otherwise). `layout.meta["off_map"]` lists the
    codes that have no shape.
    """
    rows = view.by_country[view.by_country["country"].isin(list(middles()))]
    figure = go.Figure()
    quiet = sorted(set(middles()) - set(rows["country"]))
    hover = [f"<b>{country_name(code, lang)}</b><br>{say('no_reaction', lang)}" for code in quiet]
    figure.add_trace(_shapes(quiet, hover, geojson, LAND))
    if color_by == "count":
        figure.add_trace(_counted(rows, lang, geojson))
    else:
        for level, some in rows.groupby("severity", sort=True):
            place = int(str(level))
            trace = _shapes(some["country"].tolist(), _hover(some, lang), geojson, SEVERITY_COLORS[place])
            figure.add_trace(trace.update(name=severity_label(place, lang), showlegend=True))
    if selected in middles():
        mark = _shapes([str(selected)], [""], geojson, "rgba(0,0,0,0)")
        mark.update(hoverinfo="skip", hovertemplate=None, marker_line={"color": ACCENT, "width": 2}, name=say("selected", lang))
        figure.add_trace(mark)
    dress(figure, lang, height)
    figure.update_geos(
        visible=False,
        fitbounds=False,
        bgcolor="rgba(0,0,0,0)",
        projection={"type": "natural earth"},
        lonaxis={"range": REGIONS[region][0]},
        lataxis={"range": REGIONS[region][1]},
    )
    figure.update_layout(
        dragmode="pan",
        clickmode="event+select",
        legend={"y": 0},
        meta={"off_map": sorted(set(view.by_country["country"]) - set(middles()))},
    )
    note(figure, say("borders", lang), below=True)
    return figure


def _shapes(codes: list[str], hover: list[str], geojson: str, color: str) -> go.Choropleth:
    return go.Choropleth(
        geojson=geojson,
        featureidkey="id",
        locations=codes,
        z=[1] * len(codes),
        zmin=0,
        zmax=1,
        colorscale=[[0, color], [1, color]],
        showscale=False,
        showlegend=False,
        customdata=[[code] for code in codes],
        hovertext=hover,
        hovertemplate="%{hovertext}<extra></extra>",
        marker_line={"color": BORDER, "width": 0.5},
        # A click keeps every country's colour: what is chosen is outlined by the page.
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def _counted(rows: pd.DataFrame, lang: Lang, geojson: str) -> go.Choropleth:
    trace = _shapes(rows["country"].tolist(), _hover(rows, lang), geojson, LAND)
    top = max(rows["count"], default=1)
    bar = {
        "orientation": "h",
        "y": -0.02,
        "yanchor": "top",
        "thickness": 10,
        "len": 0.5,
        "title": {"text": say("count", lang), "side": "top"},
    }
    return trace.update(z=rows["count"].tolist(), zmin=0, zmax=top, colorscale="Cividis", reversescale=True, showscale=True, colorbar=bar)


def _hover(rows: pd.DataFrame, lang: Lang) -> list[str]:
    columns = (rows[name].tolist() for name in ("country", "count", "strongest_type", "dominant_type", "last"))
    found = []
    for country, count, strongest, dominant, last in zip(*columns, strict=True):
        lines = [
            f"<b>{country_name(country, lang)}</b>",
            say("reactions", lang, n=number(count, lang)),
            say("strongest", lang, what=type_label(strongest, lang)),
            say("dominant", lang, what=type_label(dominant, lang)),
        ]
        if not pd.isna(last):
            lines.append(say("latest", lang, when=date_label(last.date(), None, "day", lang)))
        found.append("<br>".join(lines))
    return found


def flows_map(view: ReactionsView, lang: Lang, *, geojson: str = WORLD_URL, height: int = 480) -> pdk.Deck:
    """Arcs from who reacted to whom, `view.flows`: width by count, colour by severity; a picked arc holds `country`, `recipient`.

    The shapes are given by address (inline they would weigh a megabyte) and no map tiles are asked for
    (pydeck's own placeholder stays as the style: given none or an empty one, Streamlit fetches Carto's).
    """
    columns = (view.flows[name].tolist() for name in ("country", "recipient", "count", "severity"))
    rows = zip(*columns, strict=True)
    arcs = [_arc(one, other, count, level, lang) for one, other, count, level in rows if one in middles() and other in middles()]
    fill = pdk.Layer("GeoJsonLayer", geojson, id="land", stroked=False, filled=True, get_fill_color=[140, 140, 140, 60])
    borders = pdk.Layer(
        "GeoJsonLayer", geojson, id="borders", stroked=True, filled=False, get_line_color=[128, 128, 128, 140], line_width_min_pixels=0.5
    )
    layer = pdk.Layer(
        "ArcLayer",
        arcs,
        id="flows",
        get_source_position="source",
        get_target_position="target",
        get_source_color="color",
        get_target_color="color",
        get_width="width",
        get_height=0.3,
        pickable=True,
        auto_highlight=True,
    )
    state = pdk.ViewState(latitude=28, longitude=35, zoom=1.2, pitch=25, min_zoom=0.5, max_zoom=6)
    return pdk.Deck([fill, borders, layer], initial_view_state=state, map_provider=None, tooltip={"text": "{label}"}, height=height)


def _arc(country: str, recipient: str, count: int, severity: int, lang: Lang) -> dict[str, object]:
    color = SEVERITY_COLORS[severity].lstrip("#")
    name = f"{country_name(country, lang)} → {country_name(recipient, lang)}"
    return {
        "country": country,
        "recipient": recipient,
        "source": middles()[country],
        "target": middles()[recipient],
        "width": 1.5 + 2 * math.log2(count),
        "color": [int(color[i : i + 2], 16) for i in (0, 2, 4)] + [200],
        "label": f"{name}: {say('reactions', lang, n=number(count, lang))}\n{severity_label(severity, lang)}",
    }
