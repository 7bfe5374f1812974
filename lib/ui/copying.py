"""A button that puts the page's address on the clipboard, or shows it to be copied by hand where the browser refuses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from lib.ui.wording import Wording

_HERE = Path(__file__).parent
_component = st.components.v2.component(
    "bang_giao_copy_link",
    html='<button type="button" hidden></button><input readonly hidden><span role="status"></span>',
    css=(_HERE / "copying.css").read_text(encoding="utf-8"),
    js=(_HERE / "copying.js").read_text(encoding="utf-8"),
)


def link(words: Wording) -> None:
    """The button; what it copies is the address as it stands when it is pressed, filters and selections with it."""
    said = {name: words.say(f"view.copy_{name}") for name in ("link", "done", "by_hand")}
    _component(data=said, key="copy-link", width="content", height="content")
