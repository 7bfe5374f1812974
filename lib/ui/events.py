"""The parts of the events page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import evidence, labelled, state

if TYPE_CHECKING:
    from lib.tables import EventsView
    from lib.ui.frame import Frame

_TABLE = "events-table"


def picked(frame: Frame) -> None:
    """The fact that the address asks for, or how to pick one."""
    one = frame.corpus.facts.get(frame.view.pick("fact") or "")
    if one is None:
        st.html(f'<p class="bg-note">{frame.words.say("events.how")}</p>')
    else:
        evidence.fact(frame, one, detail=True, place="picked")


def table(frame: Frame, view: EventsView) -> None:
    """The events in words, newest first."""
    words, ids = frame.words, list(view.rows["event_id"])
    rows = labelled.events(view.rows, frame.tables, words)
    st.dataframe(
        rows,
        hide_index=True,
        height=520,
        key=_TABLE,
        on_select=lambda: _take(ids),
        selection_mode="single-row",
        alt=words.say("page.events"),
        column_config={
            words.say("column.date"): None,
            words.say("column.evidence"): st.column_config.TextColumn(width="large"),
            words.say("column.confidence"): st.column_config.NumberColumn(format="%.2f"),
        },
    )
    if view.undated:
        st.caption(words.count("events.undated", view.undated))


def _take(ids: list[str]) -> None:
    rows = st.session_state[_TABLE]["selection"]["rows"]
    state.pick(fact=ids[rows[0]] if rows else None)
