"""What every script in `pages/` ends with: draw its page within the dashboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.ui import frame as frames
from lib.ui import shell
from lib.ui.boundary import Boundary

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.ui.frame import Frame


def show(body: Callable[[Frame], None]) -> None:
    """Draw a page, or the dashboard with that page in it where Streamlit has started the page's script by itself.

    On a server that has not yet seen the dashboard, Streamlit takes `pages/` for pages of the old kind and runs the script
    that the address names without `dashboard.py`; the dashboard's own navigation then finds the same page and runs it again.
    """
    frame = frames.current()
    if frame is None:
        shell.run()
        return
    with Boundary(frame.words):
        body(frame)
