"""Who met whom: a matrix by country or by person; a cell gives its meetings."""

import streamlit as st

from lib import charts, tables
from lib.ui import charting, evidence, heading, meetings, taking
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """The matrix, the same choice as menus, and the meetings of whoever is picked."""
    words = frame.words
    heading.draw(frame, "meetings")
    if heading.nothing(frame):
        return
    by = meetings.choose_by(frame)
    view = tables.meetings_view(frame.tables, by)
    if view.rows.empty:
        st.info(words.say("meetings.none"))
        return
    meetings.numbers(frame, view)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        charting.draw(charts.meeting_matrix(view, words.lang), f"meetings-{by}", words.say("meetings.alt"), words.lang, meetings.take_cell)
        st.caption(words.say("meetings.note"))
    with right:
        pair = meetings.choose_pair(frame, view)
        ids = list(meetings.of_pair(view, pair)["event_id"])
        st.subheader(meetings.title(frame, view, pair, len(set(ids))), anchor=False)
        with evidence.scroll(key="meetings-picked"):
            evidence.facts(frame, ids, words.say("meetings.never"))
    taking.menu(frame, {"meetings": view.rows, "matrix": view.matrix})


show(body)
