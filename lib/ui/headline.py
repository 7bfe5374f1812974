"""The numbers at the head of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.knowledge import labels

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.ui.wording import Wording


def row(words: Wording, counts: Mapping[str, int]) -> None:
    """A row of counts, each under its name (`number.*` of the wording)."""
    with st.container(horizontal=True, key="bg-numbers"):
        for name, value in counts.items():
            st.metric(words.say(f"number.{name}"), labels.number(value, words.lang), width="content")
