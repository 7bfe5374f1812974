"""What all charts share: wording, colours that the colour-blind can tell apart, and a layout for light and dark pages."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path

import msgspec
import pandas as pd
import plotly.graph_objects as go

from lib.knowledge.labels import Lang, date_label

WORLD_URL = "app/static/world.json"
"""The shapes of countries as Streamlit serves them, relative to a page's address; their ids are alpha-3 codes."""

CONFIG = {"topojsonURL": "app/static/topojson/", "displayModeBar": False, "scrollZoom": False, "responsive": True}
"""For `st.plotly_chart(..., config=CONFIG)`: without the first, plotly fetches its own map from a CDN."""

SEVERITY_COLORS = ("#9ecae1", "#3182bd", "#fee391", "#fdae4b", "#ec7014", "#b5430a", "#6b1f04", "#2b0a01")
"""One colour a level of severity: blues for statements and support, then yellow to dark brown as measures harden."""

QUAD_COLORS = {
    "verbal cooperation": "#9ecae1",
    "material cooperation": "#3182bd",
    "verbal conflict": "#fdae4b",
    "material conflict": "#b5430a",
    "": "#a3a3a3",
}
SERIES_COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#8c8c00", "#7f7f7f")
"""Okabe and Ito's, their yellow and black replaced: these must be seen on white and on black."""

LAND = "rgba(128,128,128,0.22)"
BORDER = "rgba(128,128,128,0.55)"
GRID = "rgba(128,128,128,0.25)"
ACCENT = "#d01c8b"

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


@lru_cache(maxsize=1)
def middles() -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the middle of each country on the map, by alpha-3."""
    return msgspec.json.decode((_DATA / "middles.json").read_bytes(), type=dict[str, tuple[float, float]])


def say(key: str, lang: Lang, **values: object) -> str:
    """A phrase of `wording.toml`; KeyError where there is none."""
    return wording()[key][lang].format(**values)


def when(first: pd.Timestamp, last: pd.Timestamp, precision: str | float, lang: Lang) -> str:
    """A frame's date columns as a label; empty where unknown."""
    return date_label(_date(first), _date(last), precision if isinstance(precision, str) else None, lang)


def _date(stamp: pd.Timestamp) -> date | None:
    return None if pd.isna(stamp) else stamp.date()


def dress(figure: go.Figure, lang: Lang, height: int) -> go.Figure:
    """Transparent, the page's own font, the language's separators, a legend below that wraps on a narrow screen."""
    figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 8, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font={"family": "inherit"},
        separators=",." if lang == "vi" else ".,",
        legend={"orientation": "h", "yanchor": "top", "y": -0.04, "x": 0, "itemsizing": "constant"},
        hoverlabel={"align": "left", "namelength": -1},
        uirevision="keep",
    )
    return figure


def date_axis(lang: Lang) -> dict[str, object]:
    """A time axis in figures, since plotly's month names would be English."""
    return {"type": "date", "tickformat": "%-d/%-m<br>%Y" if lang == "vi" else "%-d %b<br>%Y", "gridcolor": GRID, "zeroline": False}


def empty(lang: Lang, height: int) -> go.Figure:
    """A chart that says that there is nothing to draw."""
    figure = dress(go.Figure(), lang, height)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    figure.add_annotation(text=say("empty", lang), showarrow=False, x=0.5, y=0.5, xref="paper", yref="paper")
    return figure


def note(figure: go.Figure, text: str) -> None:
    """A small line under the plot, at the right."""
    figure.add_annotation(text=text, showarrow=False, x=1, y=0, xref="paper", yref="paper", xanchor="right", yanchor="bottom", font={"size": 11}, opacity=0.7)


def shorten(text: str, limit: int = 160) -> str:
    """Text for a hover box: cut at a word, broken into lines, made safe for plotly's markup."""
    cut = text if len(text) <= limit else text[:limit].rsplit(" ", 1)[0] + "…"
    lines, line = [], ""
    for word in cut.replace("&", "&amp;").replace("<", "&lt;").split():
        if len(line) + len(word) > 60:  # noqa: PLR2004 - characters that a hover box takes on a phone
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    return "<br>".join([*lines, line])


def as_json(figure: go.Figure) -> dict[str, object]:
    """A figure as plain data, as the browser gets it."""
    found: dict[str, object] = json.loads(figure.to_json())
    return found
