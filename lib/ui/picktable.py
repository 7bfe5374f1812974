"""A table whose rows can be picked with a mouse, a finger or the keyboard: the same choice as a chart beside it."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_HERE = Path(__file__).parent
_NOBODY = "-"
_component = st.components.v2.component(
    "bang_giao_pick_table",
    html='<div class="box"></div>',
    css=(_HERE / "picktable.css").read_text(encoding="utf-8"),
    js=(_HERE / "picktable.js").read_text(encoding="utf-8"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the code that it picks, its name, a number, what stands beside them (the first with a colour), and whether it is picked."""

    code: str
    name: str
    number: str
    color: str
    what: str
    late: str = ""
    picked: bool = False


def draw(key: str, caption: str, heads: Sequence[str], rows: Iterable[Row], take: Callable[[str | None], None]) -> None:
    """Draw the table; `take` is called with the code of the row that was picked, None where the choice was taken back."""

    def changed() -> None:
        said = st.session_state.get(key)
        if said and (code := said.get("pick")):
            take(None if code == _NOBODY else str(code))

    _component(data={"html": html(caption, heads, rows)}, key=key, on_pick_change=changed)


def html(caption: str, heads: Sequence[str], rows: Iterable[Row]) -> str:
    """The table; everything from outside is escaped."""
    name, number, what, *late = heads
    last = "".join(f'<th scope="col" class="late">{escape(one)}</th>' for one in late)
    head = (
        f'<th scope="col">{escape(name)}</th><th scope="col" class="number">{escape(number)}</th><th scope="col">{escape(what)}</th>{last}'
    )
    body = "".join(_row(row, late=bool(late)) for row in rows)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _row(row: Row, *, late: bool) -> str:
    pressed = "true" if row.picked else "false"
    button = f'<button type="button" data-pick="{escape(row.code)}" aria-pressed="{pressed}">{escape(row.name)}</button>'
    what = f'<span class="swatch" style="background:{escape(row.color)}"></span>{escape(row.what)}'
    last = f'<td class="late">{escape(row.late)}</td>' if late else ""
    return f'<tr><th scope="row">{button}</th><td class="number">{escape(row.number)}</td><td>{what}</td>{last}</tr>'
