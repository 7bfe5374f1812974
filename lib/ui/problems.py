"""Inputs that were refused, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.errors import Problem, Refusal
from lib.ui import data

if TYPE_CHECKING:
    from lib.ui.wording import Wording

_MARKDOWN = "\\`*_{}[]()<>#+-!|$~:"


def tell(problem: Problem, words: Wording) -> None:
    """What is wrong with an input, what that blocks, how to mend it."""
    said = problem.words(words.lang)
    what = f"{plain(said.what)} {plain(said.blocks)} {words.say('own.mend')} {plain(said.mend)}"
    (st.error if isinstance(problem, Refusal) else st.warning)(f"**{plain(where(problem, words))}** — {what}")


def where(problem: Problem, words: Wording) -> str:
    """Where a problem lies, without the machine's path to the folder of articles."""
    place = data.folder()
    return problem.where(words.lang).replace(str(place.resolve()), data.shown(place)).replace(str(place), data.shown(place))


def plain(text: str) -> str:
    """`text` with nothing in it that Markdown would read."""
    return "".join(f"\\{c}" if c in _MARKDOWN else c for c in text)
