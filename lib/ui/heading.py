"""The head of a page: its name, one line on what it answers, and what a filter hides for want of a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import tables

if TYPE_CHECKING:
    from lib.ui.frame import Frame


def draw(frame: Frame, key: str) -> None:
    """The head of the page `key`."""
    words = frame.words
    st.title(words.say(f"page.{key}"), anchor=False)
    st.html(f'<p class="bg-lead">{words.say(f"lead.{key}")}</p>')
    if hidden := tables.count_undated(frame.corpus.tables, frame.view.filters):
        st.caption(words.count("app.undated_hidden", hidden))


def nothing(frame: Frame) -> bool:
    """Say so where the filters leave nothing (or there is nothing at all), and tell whether that is so."""
    shown = len(frame.tables.events) + len(frame.tables.casualties)
    if shown == 0:
        st.info(frame.words.say("app.nothing_in_view" if frame.corpus.facts else "app.nothing_yet"))
    return shown == 0
