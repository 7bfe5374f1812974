"""What became of the articles that the visitor brought, and the list of those that are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import bringing, data, navigation, problems
from lib.ui.facts import headline, source

if TYPE_CHECKING:
    from lib.ui.frame import Frame


def report(frame: Frame) -> None:
    """What became of the last articles brought."""
    found, words = bringing.report(), frame.words
    if found is None:
        return
    if found.coded:
        facts = sum(len(one.events) + len(one.casualties) for key in found.coded if (one := frame.corpus.coded.get(key)))
        st.success(words.say("own.done", articles=words.count("own.articles", len(found.coded)), facts=words.count("own.facts", facts)))
    for problem in found.problems:
        problems.tell(problem, frame.words)
    if found.left_out:
        st.warning(words.say("own.left_out", n=found.left_out, most=bringing.MAX_ARTICLES))


def articles(frame: Frame) -> None:
    """The visitor's articles, each with the way to it and the way out."""
    words, mine = frame.words, data.own()
    st.subheader(words.count("own.list", len(mine)), anchor=False)
    if not mine:
        st.caption(words.say("own.none"))
        return
    for key, coded in mine.items():
        with st.container(horizontal=True, vertical_alignment="center", key=f"own-{key}"):
            st.markdown(problems.plain(headline(coded.article)), width="stretch")
            st.caption(words.count("own.facts", len(coded.events) + len(coded.casualties)), width="content")
            navigation.link("article", words.say("own.open"), frame.view, id=key)
            st.button(
                words.say("own.remove"), key=f"remove-{key}", on_click=bringing.remove, args=(key,), help=source(coded.article) or None
            )
    st.button(words.say("own.remove_all"), on_click=bringing.remove_all, type="tertiary")
    st.caption(words.say("own.session_note"))
