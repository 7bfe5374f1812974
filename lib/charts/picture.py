"""A chart as a picture to take along: its title and its source with it, ink on white paper, nothing that only the page explains."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from lib.charts.casualties import casualty_notes
from lib.charts.style import CONFIG, note, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go

    from lib.knowledge.labels import Lang

Form = Literal["png", "svg"]
FORMS: tuple[Form, ...] = get_args(Form)
WIDTH = 1200
"""Pixels; a PNG has twice as many, so that it prints."""

_PAPER, _INK, _FAINT = "#ffffff", "#1d2730", "#4b5660"
_TITLE, _LINE, _FOOT, _EDGE = 58, 19, 44, 24
"""Pixels: the title with the room about it, each line of the source, below the chart, and at its sides."""


_SPOKEN = {
    "Download plot as a PNG": "save",
    "Download plot": "save",
    "Preparing image - this may take a few seconds": "saving",
    "Image download succeeded": "saved",
    "Sorry, there was a problem downloading your image!": "not_saved",
}
"""What plotly says of itself while it saves, by the keys of its dictionary, and our phrases for it."""


def as_picture(figure: go.Figure, title: str, source: Sequence[str], lang: Lang) -> go.Figure:
    """`figure` changed into a picture: above it a title and its source, a line each; it becomes as much higher.

    What a page says beside the chart, of what is not drawn, is said within.
    """
    head = _TITLE + _LINE * len(source)
    layout, room = figure.layout, figure.layout.margin
    figure.update_layout(
        height=layout.height + head + _FOOT,
        margin={"l": room.l + _EDGE, "r": room.r + _EDGE, "t": room.t + head, "b": room.b + _FOOT},
        paper_bgcolor=_PAPER,
        plot_bgcolor=_PAPER,
        font={"color": _INK, "family": "Noto Sans, Arial, sans-serif", "size": 13},
        title={
            "text": f"<b>{_safe(title)}</b>",
            "font": {"size": 20},
            "subtitle": {"text": "<br>".join(_safe(line) for line in source), "font": {"size": 13, "color": _FAINT}},
            "x": 0,
            "xref": "container",
            "xanchor": "left",
            "y": 1,
            "yref": "container",
            "yanchor": "top",
            "pad": {"l": _EDGE, "t": 14},
        },
    )
    _still(figure, lang)
    return figure


def _still(figure: go.Figure, lang: Lang) -> None:
    """What stands beside the chart on a page, said within: what is not drawn, for a picture cannot be dragged to it."""
    if told := casualty_notes(figure.layout.meta or {}, lang, still=True):
        note(figure, " · ".join(told))


def picture_config(lang: Lang, form: Form, name: str, height: int) -> dict[str, object]:
    """For `st.plotly_chart(..., config=...)`: one button, which saves the chart as `name` in that form, `WIDTH` wide."""
    spoken = {theirs: say(ours, lang) for theirs, ours in _SPOKEN.items()}
    saved = {"format": form, "filename": name, "width": WIDTH, "height": height, "scale": 2 if form == "png" else 1}
    return CONFIG | {
        "displayModeBar": True,
        "modeBarButtons": [["toImage"]],
        "toImageButtonOptions": saved,
        "locale": lang,
        "locales": {lang: {"dictionary": spoken}},
        "staticPlot": False,
    }


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
