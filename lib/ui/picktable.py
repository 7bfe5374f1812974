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


def draw(
    key: str, caption: str, heads: Sequence[str], rows: Iterable[Row], take: Callable[[str | None], None], *, numbered: bool = False
) -> None:
    """Draw the table; `take` is called with the code of the row that was picked, None where the choice was taken back."""

    def changed() -> None:
        said = st.session_state.get(key)
        if said and (code := said.get("pick")):
            take(None if code == _NOBODY else str(code))

    _component(data={"html": html(caption, heads, rows, numbered=numbered)}, key=key, on_pick_change=changed)


def html(caption: str, heads: Sequence[str], rows: Iterable[Row], *, numbered: bool = False) -> str:
    """The table; `heads` are those of name, number, what and, where there is a fourth, late. Everything from outside is escaped.

    Where it is `numbered` the number is that of the row, and stands before the name.
    """
    shown = list(rows)
    # One stop of the Tab key for the whole table: the row that is picked, else the first; arrow keys go on from there.
    stop = next((row.code for row in shown if row.picked), shown[0].code if shown else None)
    name, number, what, *late = (escape(one) for one in heads)
    named, counted = f'<th scope="col">{name}</th>', f'<th scope="col" class="number">{number}</th>'
    last = "".join(f'<th scope="col" class="late">{one}</th>' for one in late)
    head = f'{_in_order(named, counted, numbered=numbered)}<th scope="col">{what}</th>{last}'
    body = "".join(_row(row, late=bool(late), stop=row.code == stop, numbered=numbered) for row in shown)
    css = ' class="numbered"' if numbered else ""
    return f"<table{css}><caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _in_order(name: str, number: str, *, numbered: bool) -> str:
    return number + name if numbered else name + number


def _row(row: Row, *, late: bool, stop: bool, numbered: bool) -> str:
    pressed, tab = "true" if row.picked else "false", "0" if stop else "-1"
    button = f'<button type="button" data-pick="{escape(row.code)}" tabindex="{tab}" aria-pressed="{pressed}">{escape(row.name)}</button>'
    swatch = f'<span class="swatch" style="background:{escape(row.color)}"></span>'
    name = f'<th scope="row">{button}</th>'
    number = f'<td class="number">{swatch if numbered else ""}{escape(row.number)}</td>'
    what = f"<td>{'' if numbered else swatch}{escape(row.what)}</td>"
    last = f'<td class="late">{escape(row.late)}</td>' if late else ""
    return f"<tr>{_in_order(name, number, numbered=numbered)}{what}{last}</tr>"
