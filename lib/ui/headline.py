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
    shown = "".join(
        f"<div><dt>{words.say(f'number.{name}')}</dt><dd>{labels.number(n, words.lang)}</dd></div>" for name, n in counts.items()
    )
    st.html(f'<dl class="bg-numbers">{shown}</dl>')
