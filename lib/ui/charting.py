"""Charts on the page, with nothing fetched from another machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from lib import charts

if TYPE_CHECKING:
    from collections.abc import Callable

    import plotly.graph_objects as go

    from lib.knowledge.labels import Lang

Point = dict[str, Any]


def draw(
    figure: go.Figure, key: str, alt: str, lang: Lang, on_pick: Callable[[Point | None], None] | None = None, *, zoom: bool = False
) -> None:
    """Draw a figure; `on_pick` is called with the point that was clicked, or None where the choice was taken back.

    `alt` tells in words what the chart shows, for readers who do not see it; with `zoom`, the chart has buttons for it.
    """
    config = charts.config(lang, zoom=zoom)
    if on_pick is None:
        st.plotly_chart(figure, key=key, config=config, alt=alt)
        return
    take = on_pick
    st.plotly_chart(figure, key=key, config=config, alt=alt, on_select=lambda: take(_point(key)), selection_mode="points")


def _point(key: str) -> Point | None:
    state = st.session_state.get(key)
    points = state["selection"]["points"] if state else []
    return dict(points[0]) if points else None
