"""Who met whom: a matrix or a network by country, body or person; a cell gives its meetings, a party its diary."""

import streamlit as st

from lib import tables
from lib.ui import heading, meetings, taking
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """The matrix or the network, the same choice as menus, and the meetings of whoever is picked."""
    words = frame.words
    heading.draw(frame, "meetings")
    if heading.nothing(frame):
        return
    with st.container(horizontal=True, gap="medium"):
        by = meetings.choose_by(frame)
        kind = meetings.choose_kind(frame)
    view = tables.meetings_view(frame.tables, by, meetings.top(frame))
    if view.rows.empty:
        st.info(words.say("meetings.none_by", by=words.say(f"meetings.by_{by}")))
        return
    meetings.numbers(frame, view)
    pair = meetings.chosen(frame, view)
    wide = kind == "matrix" and len(view.order) > meetings.WIDE
    left, right = (st.container(), st.container()) if wide else st.columns([3, 2], gap="medium")
    with left:
        meetings.chart(frame, view, kind, pair, by)
    with right:
        meetings.choose_pair(frame, view, pair)
        meetings.picked(frame, view, pair)
    taking.menu(frame, {"meetings": view.rows, "matrix": view.matrix})


show(body)
