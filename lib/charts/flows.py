"""Arcs from who reacted to whom, over the shapes of countries."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pydeck as pdk

from lib.charts.reactions_map import REGIONS
from lib.charts.style import ACCENT, MEASURE_COLORS, WORLD_URL, middles, say
from lib.knowledge.labels import Lang, country_name, number
from lib.tables import measure_label

if TYPE_CHECKING:
    import pandas as pd

    from lib.tables import ReactionsView

MOST = 80
"""Arcs drawn at most; the table beside them has them all."""
_SELECTED = 3
_DARK, _LIFT = 240, 0.35  # colours whose parts sum up to less are mixed with white, to be seen on a dark page
_TILE = 256
_WIDTH = 560  # pixels that a region's longitudes are to fill


def drawn(view: ReactionsView) -> pd.DataFrame:
    """The rows of `view.flows` that arcs are drawn for: those between places of the map, the most frequent first."""
    known = list(middles())
    return view.flows[view.flows["country"].isin(known) & view.flows["recipient"].isin(known)].head(MOST)


def flows_map(
    view: ReactionsView,
    lang: Lang,
    *,
    selected: tuple[str, str] | None = None,
    region: str = "world",
    geojson: str = WORLD_URL,
    height: int = 480,
) -> pdk.Deck:
    """Arcs of `drawn(view)`: width by count, colour by the strongest measure; a picked arc holds `country`, `recipient`.

    An arc runs from thin and pale (who reacted) to full (whom). The shapes are given by address (inline they would weigh a
    megabyte) and no map tiles are asked for (pydeck's own placeholder stays as the style: given none or an empty one,
    Streamlit fetches Carto's).
    """
    rows = drawn(view)
    columns = (rows[name].tolist() for name in ("country", "recipient", "count", "measure"))
    flows = zip(*columns, strict=True)
    arcs = [_arc(one, other, count, level, lang, picked=(one, other) == selected) for one, other, count, level in flows]
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
        get_source_color="pale",
        get_target_color="color",
        get_width="width",
        get_height=0.35,
        pickable=True,
        auto_highlight=True,
    )
    deck = pdk.Deck([fill, borders, layer], initial_view_state=_look(region), map_provider=None, tooltip={"text": "{label}"})
    deck.height = height
    return deck


def _look(region: str) -> pdk.ViewState:
    (west, east), (south, north) = REGIONS[region]
    zoom = math.log2(_WIDTH * 360 / _TILE / (east - west)) - 1
    middle = (30.0, 25.0) if region == "world" else ((west + east) / 2, (south + north) / 2)
    return pdk.ViewState(longitude=middle[0], latitude=middle[1], zoom=round(max(zoom, 0.4), 2), pitch=30, min_zoom=0.2, max_zoom=7)


def _arc(country: str, recipient: str, count: int, level: int, lang: Lang, *, picked: bool) -> dict[str, object]:
    code = (ACCENT if picked else MEASURE_COLORS[level]).lstrip("#")
    parts = [int(code[i : i + 2], 16) for i in (0, 2, 4)]
    lift = _LIFT if sum(parts) < _DARK else 0.0
    color = [round(part + (255 - part) * lift) for part in parts]
    name = f"{country_name(country, lang)} → {country_name(recipient, lang)}"
    return {
        "country": country,
        "recipient": recipient,
        "source": middles()[country],
        "target": middles()[recipient],
        "width": round(2.5 + 1.6 * math.log2(count), 2) + (_SELECTED if picked else 0),
        "color": [*color, 235],
        "pale": [*color, 90],
        "label": f"{name}: {say('reactions', lang, n=number(count, lang))}\n{measure_label(level, lang)}",
    }
