"""One fact at an address of its own."""

import streamlit as st

from lib.ui import fact_page, navigation
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """The fact that the address names, with why it was coded so and who else tells it."""
    words = frame.words
    st.title(words.say("page.event"), anchor=False)
    asked = frame.view.pick("id")
    one = frame.corpus.facts.get(asked or "")
    if one is None:
        st.warning(words.say("event.unknown" if asked else "event.none_asked"))
    navigation.link("events", words.say("event.to_events"), frame.view)
    if one is not None:
        fact_page.draw(frame, one)


show(body)
