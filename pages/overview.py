"""The first page: how much there is, what is newest, who is most active."""

import streamlit as st

from lib import charts, tables
from lib.ui import charting, evidence, heading, overview
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """Headline numbers, the days, the latest figures and voices, the newest facts."""
    words = frame.words
    heading.draw(frame, "overview")
    if heading.nothing(frame):
        return
    view = tables.overview_view(frame.tables)
    overview.numbers(frame, view)
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.subheader(words.say("overview.days"), anchor=False)
        charting.draw(charts.timeline(view, words.lang), "timeline", words.say("overview.days_alt"), words.lang)
    with right:
        overview.active(frame, view)
    st.subheader(words.say("overview.latest_totals"), anchor=False)
    overview.totals(frame, view)
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.subheader(words.say("overview.newest"), anchor=False)
        evidence.facts(frame, list(tables.events_view(frame.tables).rows["event_id"]), words.say("app.nothing_in_view"))
    with right:
        st.subheader(words.say("overview.upcoming"), anchor=False)
        overview.upcoming(frame, view)
        overview.articles(frame)


show(body)
