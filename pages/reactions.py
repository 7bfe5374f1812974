"""Who reacted how: a map of countries, bodies beside it, and the sentences."""

import streamlit as st

from lib import charts, tables
from lib.ui import charting, evidence, heading, reactions
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """The map and what stands beside it; then the reactions of whoever is picked."""
    words = frame.words
    heading.draw(frame, "reactions")
    if heading.nothing(frame):
        return
    view = tables.reactions_view(frame.tables)
    if view.rows.empty:
        st.info(words.say("reactions.none"))
        return
    picked = reactions.picked(frame, view)
    reactions.numbers(frame, view)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        region = reactions.choose_region(frame)
        figure = charts.reactions_map(view.by_country, words.lang, selected=picked, region=region, height=420)
        charting.draw(figure, "reactions-map", words.say("reactions.map_alt"), words.lang, reactions.take_country, zoom=True)
    with right:
        reactions.choice(frame, view, picked)
        if picked:
            ids = view.rows.loc[view.rows["party"] == picked, "event_id"]
            st.subheader(reactions.title(frame, view, picked, ids.nunique()), anchor=False)
            with evidence.scroll(key="reactions-picked"):
                evidence.facts(frame, list(ids), words.say("reactions.none"))
        else:
            reactions.bodies(frame, view)
    if not picked:
        st.subheader(reactions.title(frame, view, None, view.rows["event_id"].nunique()), anchor=False)
        evidence.facts(frame, list(view.rows["event_id"]), words.say("reactions.none"))


show(body)
