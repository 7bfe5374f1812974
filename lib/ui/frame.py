"""What a page is given: the view, the words, the data in view; and how it comes by it."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lib.tables import Tables
    from lib.ui.address import View
    from lib.ui.corpus import Corpus
    from lib.ui.wording import Wording


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """One run of a page: what the visitor asked for and the data that answers."""

    view: View
    words: Wording
    corpus: Corpus
    tables: Tables
    """The corpus's tables under the view's filters."""


_current: ContextVar[Frame | None] = ContextVar("frame", default=None)


@contextmanager
def given(frame: Frame) -> Iterator[None]:
    """Give `frame` to the page that runs within."""
    token = _current.set(frame)
    try:
        yield
    finally:
        _current.reset(token)


def current() -> Frame | None:
    """The frame that the page of this run was given; None where no dashboard runs around it."""
    return _current.get()
