"""The first page: what is new, who moved, the latest figures, what is to come."""

from functools import partial

import streamlit as st

from lib import tables
from lib.ui import heading, hint, overview, picture, taking
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """Numbers; the news of the period beside who moved, the latest figures and what is announced; the days."""
    heading.draw(frame, "overview")
    if not st.context.is_embedded:
        hint.draw(frame.words)
    if heading.nothing(frame):
        return
    view, span = tables.overview_view(frame.tables), overview.span_of(frame)
    found = overview.news(frame, span) if span else None
    overview.numbers(frame, view, found, span)
    left, right = st.columns([3, 2], gap="large")
    with right:
        moved = overview.movers(frame, found, span) if span and found else 0
        above = overview.totals(frame, view) + overview.upcoming(frame, view)
        beside = moved + above + overview.articles(frame, above)
    with left:
        if span and found:
            overview.period(frame, span)
            overview.stories(frame, found, beside)
    overview.days(frame, view)
    picture.offer(frame, "days", frame.words.say("picture.days"), partial(overview.days_picture, frame, view))
    taking.menu(frame, {"days": view.timeline})


show(body)
