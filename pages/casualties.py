"""How many were hurt: running totals apart from incidents, each figure with its claimant and sentence."""

import streamlit as st

from lib import charts, tables
from lib.ui import casualties, charting, heading
from lib.ui.frame import Frame, show


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
    st.caption(words.say("casualties.note"))
    if view.totals.empty and view.incidents.empty:
        st.info(words.say("casualties.none_dated"))
    else:
        charting.draw(
            charts.casualty_series(view, words.lang), "casualties-chart", words.say("casualties.alt"), words.lang, casualties.take_point
        )
    if view.undated:
        st.caption(words.count("casualties.undated", view.undated))
    casualties.contradictions(frame, view)
    casualties.figures(frame, view)


show(body)
