"""What a reader lays over the casualty chart: events pinned to the time axis, and a series of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib import charts, tables
from lib.tables import SeriesError
from lib.ui import cards, links, state
from lib.ui.folding import searchable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.ui.facts import Fact
    from lib.ui.frame import Frame

_PINS, _PINS_BOX, _UPLOAD = "casualties-pins", "casualties-pins-box", "casualties-upload"
_REFERENCE = "casualties_reference"
_REFUSED = "casualties_reference_refused"
_SEPARATOR = ","
_MOST_PINS = 8


def choose_pins(frame: Frame, side: str) -> list[str]:
    """The events that the address pins, as a menu of the events in view; those of the side's country first."""
    words = frame.words
    asked = (frame.view.pick("pin") or "").split(_SEPARATOR)
    pins = [key for key in dict.fromkeys(asked) if _dated(frame.corpus.facts.get(key))][:_MOST_PINS]
    box = st.popover(words.say("casualties.pins"), width="content", key=_PINS_BOX, on_change="rerun")
    if not box.open:
        return pins
    state.show(_PINS, pins)
    box.multiselect(
        words.say("casualties.pins_choose"),
        list(dict.fromkeys([*pins, *tables.pinnable(frame.tables, side)])),
        format_func=lambda key: searchable(_said(frame, key)),
        key=_PINS,
        max_selections=_MOST_PINS,
        placeholder=words.say("casualties.pins_hint"),
        on_change=lambda: state.pick(_PINS, pin=_SEPARATOR.join(st.session_state[_PINS]) or None),
        filter_mode="contains",
    )
    return pins


def _dated(fact: Fact | None) -> bool:
    return fact is not None and fact.record.date is not None


def _said(frame: Frame, key: str) -> str:
    fact, words = frame.corpus.facts[key], frame.words
    return f"{cards.when(fact.record, words)} · {cards.kind(fact.record, words)} · {cards.summary(fact, words)}"


def marks(frame: Frame, pins: Sequence[str]) -> list[charts.Pin]:
    """The pins as the chart draws them, numbered in the order of time."""
    days = sorted((day, key) for key in pins if (day := frame.corpus.facts[key].record.date))
    return [charts.Pin(day, str(number)) for number, (day, _) in enumerate(days, start=1)]


def tell_pins(frame: Frame, pins: Sequence[str]) -> None:
    """What each number on the axis stands for, each a link to its sentence."""
    order = sorted(pins, key=lambda key: (str(frame.corpus.facts[key].record.date), key))
    said = (
        links.anchor("event", links.text(f"{number} · {_said(frame, key)}"), frame.view, id=key)
        for number, key in enumerate(order, start=1)
    )
    if order:
        st.html(f'<ul class="bg-list">{"".join(f"<li>{one}</li>" for one in said)}</ul>')


def choose_reference(frame: Frame) -> charts.Reference | None:
    """The series that the visitor has laid over, for this session; a file that is none is refused in words."""
    words = frame.words
    with st.popover(words.say("casualties.reference"), width="content"):
        st.caption(words.say("casualties.reference_how"))
        st.file_uploader(words.say("casualties.reference_file"), type=["csv", "txt"], key=_UPLOAD, on_change=_take_file)
        if refused := st.session_state.get(_REFUSED):
            error: SeriesError = refused
            st.error(words.say(f"reference.{error.code}", line=error.line, found=error.found.replace("`", "'")))
        laid: charts.Reference | None = st.session_state.get(_REFERENCE)
        if laid is not None:
            st.success(words.say("casualties.reference_laid", name=laid.name, n=len(laid.rows)))
            st.button(words.say("casualties.reference_remove"), key="remove-reference", on_click=_remove)
    if laid is None:
        return None
    return charts.Reference(words.say("casualties.reference_name", name=laid.name), laid.rows)


def _take_file() -> None:
    upload = st.session_state.get(_UPLOAD)
    st.session_state.pop(_REFUSED, None)
    if upload is None:
        st.session_state.pop(_REFERENCE, None)
        return
    try:
        rows = tables.read_reference(upload.getvalue())
    except SeriesError as error:
        st.session_state.pop(_REFERENCE, None)
        st.session_state[_REFUSED] = error
    else:
        st.session_state[_REFERENCE] = charts.Reference(upload.name.rsplit(".", 1)[0][:40], rows)


def _remove() -> None:
    st.session_state.pop(_REFERENCE, None)
