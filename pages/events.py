"""Every event in a table; a row gives the fact with its sentence."""

import streamlit as st

from lib.ui import events, heading, taking
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """The picked fact above the table, so that it is seen; the table; the way to take it away."""
    heading.draw(frame, "events")
    if heading.nothing(frame):
        return
    view = events.asked(frame)
    if not view.count:
        st.info(frame.words.say("events.none"))
        return
    events.picked(frame)
    events.order(frame, view)
    events.table(frame, view)
    taking.menu(frame, {})


show(body)
