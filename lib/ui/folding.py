"""Labels that are found by people who type "ai cap" and mean "Ai Cập"."""

from __future__ import annotations

from lib.tables import fold

_ROOM = " " * 70  # em spaces: wider than any field of a page


def searchable(label: str, *, field: bool = False) -> str:
    """`label` and, on a second line, its form without marks where that differs: the browser compares letters as they are.

    `style.css` shows a menu's first line alone. A field that shows its choice knows no lines: for it (`field`) the second is
    pushed out of sight.
    """
    folded = fold(label)
    if folded == label.lower():
        return label
    return f"{label}\n{_ROOM if field else ''}{folded}"
