"""What a first visitor should know, until it is dismissed: the browser remembers that, the server does not."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from lib.ui.wording import Wording

_HERE = Path(__file__).parent
_STEPS = ("filter", "sentence", "link")
_component = st.components.v2.component(
    "bang_giao_hint",
    html='<aside hidden><ul></ul><button type="button"></button></aside>',
    css=(_HERE / "hint.css").read_text(encoding="utf-8"),
    js=(_HERE / "hint.js").read_text(encoding="utf-8"),
)


def draw(words: Wording) -> None:
    """Three lines on how to read the pages, and the button that takes them away for good."""
    steps = "".join(f"<li>{escape(words.say(f'hint.{step}'))}</li>" for step in _STEPS)
    _component(data={"steps": steps, "close": words.say("hint.close"), "name": words.say("hint.name")}, key="hint", height="content")
