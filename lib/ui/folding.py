"""Labels that are found by people who type "ai cap" and mean "Ai Cập"."""

from __future__ import annotations

from lib.tables import fold


def searchable(label: str) -> str:
    """`label` followed by its form without marks where that differs: the browser's search compares letters as they are."""
    folded = fold(label)
    return label if folded == label.lower() else f"{label} · {folded}"
