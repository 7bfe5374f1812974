"""The marked text on the page: a click on a mark picks its fact without a new session (a plain link would start one)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import marking, state

if TYPE_CHECKING:
    from lib.tables import ArticleView
    from lib.ui.frame import Frame

_HERE = Path(__file__).parent
_KEY = "article-text"
_component = st.components.v2.component(
    "bang_giao_article_text",
    html='<div class="text"></div>',
    css=(_HERE / "article_text.css").read_text(encoding="utf-8"),
    js=(_HERE / "article_text.js").read_text(encoding="utf-8"),
)


def draw(frame: Frame, view: ArticleView, picked: str | None) -> None:
    """The article with its legend and marks."""
    html = marking.legend(view, frame.words) + marking.article(view, frame.words, frame.view, picked)
    _component(
        data={"html": html, "picked": picked or ""},
        key=f"{_KEY}-{view.article.article_id}",
        on_fact_change=lambda: _pick(view.article.article_id),
    )


def _pick(article_id: str) -> None:
    said = st.session_state.get(f"{_KEY}-{article_id}")
    if said and said.get("fact"):
        state.pick(id=article_id, fact=str(said["fact"]))
