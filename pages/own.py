"""The visitor's own articles: paste one or drop files; they stand beside the others in every view of this session."""

import streamlit as st

from lib.ui import bringing, heading, own_list, sample
from lib.ui.address import FIRST_DAY, LAST_DAY
from lib.ui.frame import Frame
from lib.ui.page import show


def body(frame: Frame) -> None:
    """Two ways in, what became of the last ones, and the list of what is there."""
    heading.draw(frame, "own")
    words = frame.words
    own_list.report(frame)
    left, right = st.columns(2, gap="large")
    with left:
        paste(frame)
    with right:
        st.subheader(words.say("own.drop"), anchor=False)
        files = st.file_uploader(
            words.say("own.files"),
            accept_multiple_files=True,
            key=f"files-{st.session_state.get('files-round', 0)}",
        )
        st.caption(words.say("own.files_help"))
        if st.button(words.say("own.code_files"), disabled=not files, type="primary"):
            bringing.bring(bringing.uploaded((file.name, file.getvalue()) for file in files), words)
            st.session_state["files-round"] = st.session_state.get("files-round", 0) + 1
            st.rerun()
    own_list.articles(frame)


def paste(frame: Frame) -> None:
    """The form for a pasted text."""
    words = frame.words
    st.subheader(words.say("own.paste"), anchor=False)
    st.button(words.say("own.try_sample"), on_click=sample.fill)
    with st.form("paste", border=False):
        text = st.text_area(words.say("own.text"), height=220, key=sample.TEXT, placeholder=words.say("own.text_hint"))
        title = st.text_input(words.say("own.title"), key=sample.TITLE)
        published = st.date_input(
            words.say("own.published"), value=None, min_value=FIRST_DAY, max_value=LAST_DAY, format="DD/MM/YYYY", key=sample.PUBLISHED
        )
        sent = st.form_submit_button(words.say("own.code"), type="primary")
    if sent and not text.strip():
        st.error(words.say("own.no_text"))
    elif sent:
        bringing.bring(bringing.pasted(text, title, published), words)
        st.rerun()


show(body)
