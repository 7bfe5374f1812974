"""One run of the dashboard: the address, the data, the sidebar, and the page within them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from lib.errors import Code
from lib.ui import corpus as corpora
from lib.ui import data, navigation, problems, sidebar, state, viewbar
from lib.ui.boundary import Boundary
from lib.ui.frame import Frame, given
from lib.ui.wording import Wording, wording

_SIDEBAR = 340  # pixels: two dates stand side by side
_TOLD = 3
STYLE = Path(__file__).with_name("style.css")


def run() -> None:
    """Draw the dashboard at the address of this run."""
    first = state.reading()
    state.begin(first.view)
    words = wording(first.view.lang)
    st.set_page_config(layout="wide", initial_sidebar_state=_SIDEBAR)
    page = navigation.declare(words)
    navigation.name_tab(words, navigation.title(page))
    st.html(STYLE)
    if not st.context.is_embedded:
        with st.sidebar:
            st.html(f'<p class="bg-brand">{words.say("app.name")}<span>{words.say("app.tagline")}</span></p>')
            sidebar.language(first.view, words)
        navigation.bar(first.view, words, page)
    navigation.follow()
    with Boundary(words):
        _page(page, words)


def _page(page: st.Page, words: Wording) -> None:
    with st.spinner(words.say("app.reading")):
        corpus = data.visitor()
    found = state.reading(corpus.vocabulary)
    tables = corpora.in_view(corpus, found.view)
    if not st.context.is_embedded:
        with st.sidebar:
            sidebar.filters(found.view, words, corpus)
    viewbar.draw(found.view, words, corpus, tables)
    if found.unknown:
        st.warning(words.say("app.unknown_codes", codes=", ".join(f"`{_plain(one)}`" for one in found.unknown)))
    if not corpus.coded:
        _nothing_read(corpus, words)
    with given(Frame(found.view, words, corpus, tables)):
        page.run()


def _nothing_read(corpus: corpora.Corpus, words: Wording) -> None:
    """Say that the folder gave no article, and why its inputs were refused, the first of them."""
    place = data.folder()
    key = "data.empty" if place.exists() else "data.missing"
    st.warning(words.say(key, folder=f"`{_plain(data.shown(place))}`", setting=f"`{data.SETTING}`", secret=f"`{data.SECRET}`"))
    for problem in corpus.problems[:_TOLD]:
        if problem.code not in {Code.NO_ARTICLES, Code.MISSING}:
            problems.tell(problem, words)


def _plain(text: str) -> str:
    """Fit to stand within backticks."""
    return text.replace("`", "'")
