"""Streamlit's own words ("Upload", "No results") in the language of the page.

No setting of its widgets changes them; so a script exchanges them in the page wherever they come up, in names that are read aloud
too, and tells the browser which language the page is in. The names of months and weekdays come from the browser's own language.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from lib.ui.wording import FOLDER

if TYPE_CHECKING:
    from lib.ui.wording import Wording

_HERE = Path(__file__).parent
_component = st.components.v2.component("bang_giao_borrowed", js=(_HERE / "borrowed.js").read_text(encoding="utf-8"))


class Borrowed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Streamlit's English and our Vietnamese: words as they are, and patterns with what they hold."""

    words: dict[str, str]
    patterns: dict[str, str]


@cache
def borrowed() -> Borrowed:
    """The words of `wording/streamlit.toml`."""
    return msgspec.toml.decode((FOLDER / "streamlit.toml").read_bytes(), type=Borrowed)


def exchange(words: Wording) -> None:
    """Put Streamlit's words into the language of the page; English ones stay, or come back."""
    own = borrowed() if words.lang == "vi" else Borrowed({}, {})
    _component(data={"lang": words.lang, "words": own.words, "patterns": own.patterns}, key="borrowed", height="content")
