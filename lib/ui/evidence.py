"""Facts with their sentences, each with a way into its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import cards, state
from lib.ui.navigation import page_link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.delta_generator import DeltaGenerator

    from lib.ui.facts import Fact
    from lib.ui.frame import Frame

PAGE_SIZE = 6
_BOX = 560  # pixels: about a map high


def fact(frame: Frame, one: Fact, *, detail: bool = False, place: str = "list") -> None:
    """One fact: its card, the link to its sentence in the article, the link to its own address."""
    with st.container(key=f"fact-{place}-{one.fact_id}", gap="xxsmall"):
        st.html(cards.card(one, frame.words, detail=detail))
        with st.container(horizontal=True, gap="small"):
            if place != "article":
                page_link("article", frame.words.say("fact.in_article"), frame.view, id=one.article.article_id, fact=one.fact_id)
            if place != "event":
                page_link("event", frame.words.say("fact.address"), frame.view, id=one.fact_id)


def facts(frame: Frame, ids: Sequence[str], empty: str) -> None:
    """Facts by id, the first of them at once and the rest on demand; `empty` is said where there are none."""
    known = [frame.corpus.facts[one] for one in dict.fromkeys(ids) if one in frame.corpus.facts]
    if not known:
        st.info(empty)
        return
    for one in known[: room(frame)]:
        fact(frame, one)
    more(frame, len(known))


def room(frame: Frame) -> int:
    """How many facts a list shows, as far as the address has it opened."""
    return _pages(frame) * PAGE_SIZE


def more(frame: Frame, count: int) -> None:
    """The button under a list of `count` facts that opens the next of them; nothing where all are shown."""
    if (rest := count - room(frame)) > 0:
        pages = _pages(frame)
        st.button(frame.words.count("fact.more", rest), key="more", on_click=lambda: state.pick(page=str(pages + 1)))


def scroll(key: str) -> DeltaGenerator:
    """A box that scrolls by itself on a desk, so that facts stand beside their chart; on a telephone it is as long as they are."""
    return st.container(height=_BOX, border=False, key=f"bg-scroll-{key}")


def _pages(frame: Frame) -> int:
    asked = frame.view.pick("page") or "1"
    return max(1, min(int(asked), 1000)) if asked.isdecimal() else 1
