"""An article to try, written for this project: its people speak for real offices, its events are made up."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

TEXT, TITLE, PUBLISHED = "paste-text", "paste-title", "paste-published"
_FILE = Path(__file__).with_name("sample.txt")


def fill() -> None:
    """Put the sample into the form: its first line is the title."""
    title, _, text = _FILE.read_text(encoding="utf-8").partition("\n")
    st.session_state[TITLE] = title.strip()
    st.session_state[TEXT] = text.strip()
