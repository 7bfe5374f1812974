"""Who reacted how: a map of countries and its playback, who addressed whom, bodies, and the sentences beside them."""

import streamlit as st

from lib.ui import heading, reactions, reactions_panel, reactions_playback, taking
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """On the left where, on the right the sentences; on a telephone the one above the other."""
    heading.draw(frame, "reactions")
    if heading.nothing(frame):
        return
    one = reactions.asked(frame)
    reactions.controls(frame, one)
    if one.whole.rows.empty:
        st.info(frame.words.say("reactions.none"))
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        reactions.layout(frame, one)
        if one.flows:
            reactions_panel.arcs(frame, one)
        else:
            reactions_playback.draw(frame, one)
        reactions.bodies(frame, one)
        if not one.flows:
            reactions_panel.parties(frame, one)
        reactions.summary(frame, one.view)
    with right:
        reactions.choice(frame, one)
        reactions_panel.sentences(frame, one)
    shown = one.view
    taking.menu(frame, {"reactions": shown.rows, "countries": shown.by_country, "bodies": shown.bodies, "flows": shown.flows})


show(body)
