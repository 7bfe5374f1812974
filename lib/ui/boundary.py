"""What stands between a failure and the visitor: words on the page, the detail in the log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from types import TracebackType

    from lib.ui.wording import Wording

log = logging.getLogger(__name__)


class Boundary:
    """Shows an error that is raised within in words and goes on after it; Streamlit's own signals pass through."""

    def __init__(self, words: Wording) -> None:
        """`words` are those of the visitor's language."""
        self.words = words

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        """Show an `Exception`; anything else (a rerun, a stop, an interrupt) is not ours."""
        if not isinstance(error, Exception):
            return False
        log.error("a page failed", exc_info=(type(error), error, trace))
        st.error(self.words.say("failure.unexpected"))
        return True
