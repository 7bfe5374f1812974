"""How many were hurt: running totals apart from incidents, each figure with its claimant and sentence."""

import streamlit as st

from lib import tables
from lib.ui import casualties, heading, taking
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """Which harm and whose; running totals; incidents; contradictions; the figures behind."""
    words = frame.words
    heading.draw(frame, "casualties")
    if heading.nothing(frame):
        return
    if frame.tables.casualties.empty:
        st.info(words.say("casualties.none"))
        return
    harm, country = casualties.choice(frame)
    view = tables.casualties_view(frame.tables, harm, country)
    casualties.numbers(frame, view)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        casualties.chart(frame, view)
    with right:
        casualties.picked(frame, view)
    casualties.contradictions(frame, view)
    casualties.figures(frame, view)
    taking.menu(frame, {"figures": view.rows})


show(body)
