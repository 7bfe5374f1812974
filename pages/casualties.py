"""How many were hurt: running totals apart from incidents, each figure with its claimant and sentence."""

import streamlit as st

from lib import tables
from lib.ui import casualties, heading, taking
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """One number a side; which harm, whose and where; the chart beside its sentences; what is at odds; the figures behind."""
    words = frame.words
    heading.draw(frame, "casualties")
    if heading.nothing(frame):
        return
    if frame.tables.casualties.empty:
        st.info(words.say("casualties.none"))
        return
    choice = casualties.chosen(frame)
    harm = tables.casualties_view(frame.tables, choice.harm)
    view = tables.narrowed(harm, choice.side, choice.place)
    casualties.numbers(frame, harm, choice)
    casualties.menus(frame, choice, harm)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        casualties.chart(frame, view, choice)
        casualties.contradictions(frame, view)
    with right:
        casualties.picked(frame, view)
    casualties.figures(frame, view, choice)
    taking.menu(frame, {"figures": view.rows})


show(body)
