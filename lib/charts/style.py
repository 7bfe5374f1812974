"""What all charts share: wording, colours that the colour-blind can tell apart, and a layout for light and dark pages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pandas as pd
import plotly.graph_objects as go
from babel import Locale

from lib.knowledge.labels import Lang, date_label
from lib.records import Precision

if TYPE_CHECKING:
    from datetime import date

WORLD_URL = "app/static/world.json"
"""The shapes of countries as Streamlit serves them, relative to a page's address; their ids are alpha-3 codes."""

CONFIG: dict[str, object] = {"topojsonURL": "app/static/topojson/", "displayModeBar": False, "displaylogo": False, "scrollZoom": False}
"""For `st.plotly_chart(..., config=...)`: without the first, plotly fetches its own map from a CDN. Better: `config(lang)`."""

MEASURE_COLORS = ("#c5b8dc", "#a6cee3", "#3182bd", "#fee391", "#fdbb4a", "#f08a24", "#d4600f", "#a8400b", "#8a2d08", "#75184a", "#3a1160")
"""One colour a step of `lib.tables.measures()`: lavender at home, blues for words and support, then yellow to brown as measures harden."""

QUAD_COLORS = {
    "verbal cooperation": "#9ecae1",
    "material cooperation": "#3182bd",
    "verbal conflict": "#fdae4b",
    "material conflict": "#b5430a",
    "": "#a3a3a3",
}
SERIES_COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c8c00", "#7f7f7f")
"""Okabe and Ito's, their yellow and black replaced: these must be seen on white and on black."""

BORDER = "rgba(128,128,128,0.55)"
GRID = "rgba(128,128,128,0.25)"
ACCENT = "#d01c8b"

_BUTTONS = {"zoom_in": "Zoom in", "zoom_out": "Zoom out", "zoom_reset": "Reset"}
"""Plotly's own keys for the hints of its buttons."""

_HOVER_WIDTH = 60
"""Characters a line of a hover box."""

_DATA = Path(__file__).parent / "data"


class _Phrase(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    key: str
    vi: str
    en: str


class _Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    phrases: tuple[_Phrase, ...]


@lru_cache(maxsize=1)
def wording() -> dict[str, dict[Lang, str]]:
    """Every phrase that a chart uses, by key and language."""
    phrases = msgspec.toml.decode((_DATA / "wording.toml").read_bytes(), type=_Wording).phrases
    return {phrase.key: {"vi": phrase.vi, "en": phrase.en} for phrase in phrases}


def config(lang: Lang, *, zoom: bool = False) -> dict[str, object]:
    """`CONFIG` with plotly's own words in the page's language; `zoom` adds the buttons that a map needs."""
    buttons = {"displayModeBar": True, "modeBarButtons": [["zoomInGeo", "zoomOutGeo", "resetGeo"]]} if zoom else {}
    return CONFIG | {"locale": lang, "locales": {lang: _locale(lang)}} | buttons


def _locale(lang: Lang) -> dict[str, object]:
    names = Locale(lang)
    months, short = (names.months["format"][width] for width in ("wide", "abbreviated"))
    days, brief = (names.days["format"][width] for width in ("wide", "abbreviated"))
    week = (6, 0, 1, 2, 3, 4, 5)
    return {
        "dictionary": {text: say(key, lang) for key, text in _BUTTONS.items()},
        "format": {
            "months": [months[n] for n in range(1, 13)],
            "shortMonths": [short[n] for n in range(1, 13)],
            "days": [days[n] for n in week],
            "shortDays": [brief[n] for n in week],
            "decimal": "," if lang == "vi" else ".",
            "thousands": "." if lang == "vi" else ",",
        },
    }


@lru_cache(maxsize=1)
def middles() -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the middle of each country on the map, by alpha-3."""
    return msgspec.json.decode((_DATA / "middles.json").read_bytes(), type=dict[str, tuple[float, float]])


def say(key: str, lang: Lang, **values: object) -> str:
    """A phrase of `wording.toml`; KeyError where there is none."""
    return wording()[key][lang].format(**values)


def when(first: object, last: object, precision: str | float, lang: Lang) -> str:
    """A frame's date columns as a label; empty where unknown."""
    return date_label(_date(first), _date(last), precision if isinstance(precision, str) else None, lang)


def when_or_published(first: object, last: object, precision: str | float, published: object, *, lang: Lang) -> str:
    """`when`; of a fact without a date the day of its publication, said to be that."""
    day = when(published, None, Precision.DAY, lang)
    return when(first, last, precision, lang) or (say("published", lang, when=day) if day else "")


def _date(stamp: object) -> date | None:
    return stamp.date() if isinstance(stamp, pd.Timestamp) else None


def layout(lang: Lang, height: int, **own: Any) -> dict[str, Any]:  # noqa: ANN401  # plotly's JSON
    """A layout as plotly's JSON; `own` adds to it, and within `margin` and `legend` too.

    Transparent (text and fonts are the page's theme's), the language's separators, a legend below that wraps on a narrow screen.
    """
    plain: dict[str, Any] = {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 24, "b": 0},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "separators": ",." if lang == "vi" else ".,",
        "legend": {"orientation": "h", "yanchor": "top", "y": -0.04, "x": 0, "itemsizing": "constant", "traceorder": "normal"},
        "hoverlabel": {"align": "left", "namelength": -1},
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": "#76808a"},
        "uirevision": "keep",
    }
    return plain | own | {key: plain[key] | own.get(key, {}) for key in ("margin", "legend")}


def dress(figure: go.Figure, lang: Lang, height: int) -> go.Figure:
    """A figure in the looks of `layout`."""
    figure.update_layout(layout(lang, height))
    return figure


def date_axis(lang: Lang) -> dict[str, object]:
    """A time axis of days, the year told where it begins."""
    return {"type": "date", "tickformat": "%-d/%-m\n%Y" if lang == "vi" else "%-d %b\n%Y", "gridcolor": GRID, "zeroline": False}


def empty(lang: Lang, height: int) -> go.Figure:
    """A chart that says that there is nothing to draw."""
    figure = dress(go.Figure(), lang, height)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    figure.add_annotation(text=say("empty", lang), showarrow=False, x=0.5, y=0.5, xref="paper", yref="paper")
    return figure


def note(figure: go.Figure, text: str, *, below: bool = False) -> None:
    """A small line at the right, above the plot or at its foot."""
    figure.add_annotation(**noted(text, below=below))


def noted(text: str, *, below: bool = False) -> dict[str, Any]:
    """What `note` adds, as plotly's JSON."""
    place = {"x": 1, "y": 0 if below else 1, "xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "bottom"}
    return {"text": text, "showarrow": False, "font": {"size": 11}, **place}


def shorten(text: str, limit: int = 160) -> str:
    """Text for a hover box: cut at a word, broken into lines, made safe for plotly's markup."""
    cut = text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + "…"
    lines, line = [], ""
    for word in cut.replace("&", "&amp;").replace("<", "&lt;").split():
        if len(line) + len(word) > _HOVER_WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br>".join([*lines, line])
