"""Arcs from who reacted to whom, over the shapes of countries."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pandas as pd
import pydeck as pdk

from lib.charts.reactions_map import REGIONS
from lib.charts.reactions_scale import Scale
from lib.charts.style import ACCENT, MEASURE_COLORS, WORLD_URL, middles, say
from lib.knowledge.labels import Lang, country_name, number
from lib.tables import measure_label

if TYPE_CHECKING:
    from lib.tables import ReactionsView

TOPS = (25, 80)
"""Arcs drawn at most: at first, and with each "more"; the table beside them has them all."""
_SELECTED = 3
ARC_COLORS = (*MEASURE_COLORS[:-2], "#a3487f", "#7f5fae")
"""The measures' colours; the darkest are lighter, as lines of theirs would be lost on a dark page."""
_FULL, _PALE = (235, 90), (60, 25)  # how solid the end and the beginning of an arc are: as they are, and beside a picked one
_TILE = 256
_WIDTH = 560  # pixels that a region's longitudes are to fill
_WORLD = {"longitude": 17.0, "latitude": 22.0, "zoom": -0.02}
"""Every inhabited shore is in sight on a telephone, too, whose width only the browser knows."""


def drawn(view: ReactionsView, most: int = TOPS[0], selected: tuple[str, str] | None = None) -> pd.DataFrame:
    """The rows of `view.flows` that arcs are drawn for: those between places of the map, the most frequent first, and the `selected`."""
    known = list(middles())
    rows = view.flows[view.flows["country"].isin(known) & view.flows["recipient"].isin(known)]
    place = pd.Series(range(len(rows)), index=rows.index)
    kept = place < most
    if selected:
        kept |= rows["country"].eq(selected[0]) & rows["recipient"].eq(selected[1])
    found: pd.DataFrame = rows[kept]
    return found


def flows_scale(rows: pd.DataFrame, lang: Lang, *, picked: bool = False) -> Scale:
    """What the colours of the arcs for `rows` mean, the mildest first, and that of a picked one."""
    levels = sorted(set(rows["measure"].tolist()))
    names, colors = [measure_label(level, lang) for level in levels], [ARC_COLORS[level] for level in levels]
    more = ((say("selected", lang),), (ACCENT,)) if picked else ((), ())
    return Scale("measure", (*names, *more[0]), (*colors, *more[1]), tuple(levels))


def flows_map(
    view: ReactionsView,
    lang: Lang,
    *,
    most: int = TOPS[0],
    selected: tuple[str, str] | None = None,
    region: str = "world",
    geojson: str = WORLD_URL,
    height: int = 480,
) -> pdk.Deck:
    """Arcs of `drawn(view, most, selected)`: width by count, colour by the strongest measure; a picked arc holds `country`, `recipient`.

    The `selected` one lies on top of the others, which are pale beside it. An arc runs from thin and pale (who reacted) to full
    (whom). The shapes are given by address (inline they would weigh a
    megabyte) and no map tiles are asked for (pydeck's own placeholder stays as the style: given none or an empty one,
    Streamlit fetches Carto's).
    """
    rows = drawn(view, most, selected)
    columns = (rows[name].tolist() for name in ("country", "recipient", "count", "measure"))
    flows = sorted(zip(*columns, strict=True), key=lambda flow: flow[:2] == selected)
    arcs = [
        _arc((who, whom), count, level, lang, picked=None if selected is None else (who, whom) == selected)
        for who, whom, count, level in flows
    ]
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
    if region == "world":
        return pdk.ViewState(**_WORLD, pitch=30, min_zoom=-0.5, max_zoom=7)
    (west, east), (south, north) = REGIONS[region]
    zoom = math.log2(_WIDTH * 360 / _TILE / (east - west)) - 1
    return pdk.ViewState(
        longitude=(west + east) / 2, latitude=(south + north) / 2, zoom=round(max(zoom, 0.4), 2), pitch=30, min_zoom=-0.5, max_zoom=7
    )


def _arc(pair: tuple[str, str], count: int, level: int, lang: Lang, *, picked: bool | None) -> dict[str, object]:
    """An arc as the layer takes it; `picked` is None where no arc is."""
    country, recipient = pair
    color = _rgb(ACCENT if picked else ARC_COLORS[level])
    full, pale = _PALE if picked is False else _FULL
    name = f"{country_name(country, lang)} → {country_name(recipient, lang)}"
    return {
        "country": country,
        "recipient": recipient,
        "source": middles()[country],
        "target": middles()[recipient],
        "width": round(2.5 + 1.6 * math.log2(count), 2) + (_SELECTED if picked else 0),
        "color": [*color, full],
        "pale": [*color, pale],
        "label": f"{name}: {say('reactions', lang, n=number(count, lang))}\n{measure_label(level, lang)}",
    }


def _rgb(code: str) -> list[int]:
    return [int(code[i : i + 2], 16) for i in (1, 3, 5)]
