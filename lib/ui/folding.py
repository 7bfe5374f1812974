"""Labels that are found by people who type "ai cap" and mean "Ai Cập"."""

from __future__ import annotations

from lib.tables import fold

_APART = "\n\t"
"""`style.css` shows a menu's first line alone; a field, which knows no lines, gets a tab there that is wider than any field."""


def searchable(label: str) -> str:
    """`label` followed, out of sight, by its form without marks where that differs: the browser compares letters as they are."""
    folded = fold(label)
    return label if folded == label.lower() else f"{label}{_APART}{folded}"
