"""What a page is given: the view, the words, the data in view; and how it comes by it."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.ui import navigation
from lib.ui.boundary import Boundary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

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


def show(body: Callable[[Frame], None]) -> None:
    """Draw a page: the whole of each script in `pages/`. Without the dashboard around it, the dashboard is started."""
    frame = _current.get()
    if frame is None:
        navigation.hand_over()
        return
    with Boundary(frame.words):
        body(frame)
