"""One article with its facts marked in the text, and why each was coded so."""

import streamlit as st

from lib.ui import article_date, article_facts, article_text, heading
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """Choose an article; read its text; look at the facts in it."""
    heading.draw(frame, "article")
    coded = article_facts.choose(frame)
    if coded is None:
        return
    article_date.draw(frame, coded)
    view = article_facts.view_of(frame, coded)
    picked = article_facts.picked(frame, view)
    text, facts = st.columns([3, 2], gap="large")
    with text:
        article_text.draw(frame, view, picked)
    with facts, st.container(key="bg-side"):
        article_facts.picked_fact(frame, view, picked)
        article_facts.listed(frame, view, picked)
        article_facts.dropped(frame, coded)


show(body)
