"""Facts with their sentences, each with a way into its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import cards, links, state

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from streamlit.delta_generator import DeltaGenerator

    from lib.ui.facts import Fact
    from lib.ui.frame import Frame

PAGE_SIZE = 6
_BOX = 560  # pixels: about a map high


def fact(frame: Frame, one: Fact, *, detail: bool = False, place: str = "list") -> None:
    """One fact: its card, the link to its sentence in the article, the link to its own address."""
    st.html(html(frame, one, detail=detail, place=place))


def html(frame: Frame, one: Fact, *, detail: bool = False, place: str = "list") -> str:
    """A fact as `fact` draws it; on the page of its article, or at its own address, without the link to there."""
    words, view, ways = frame.words, frame.view, []
    if place != "article":
        ways.append(links.anchor("article", words.say("fact.in_article"), view, id=one.article.article_id, fact=one.fact_id))
    if place != "event":
        ways.append(links.anchor("event", words.say("fact.address"), view, id=one.fact_id))
    return with_ways(cards.card(one, words, detail=detail), ways)


def with_ways(card: str, ways: Iterable[str]) -> str:
    """A card with what leads on from it, as HTML."""
    return f'<div class="bg-fact">{card}<p class="bg-ways">{" ".join(ways)}</p></div>'


def facts(frame: Frame, ids: Sequence[str], empty: str) -> None:
    """Facts by id, the first of them at once and the rest on demand; `empty` is said where there are none."""
    known = [frame.corpus.facts[one] for one in dict.fromkeys(ids) if one in frame.corpus.facts]
    if not known:
        st.info(empty)
        return
    st.html("".join(html(frame, one) for one in known[: room(frame)]))
    more(frame, len(known))


def room(frame: Frame) -> int:
    """How many facts a list shows, as far as the address has it opened."""
    return _pages(frame) * PAGE_SIZE


def more(frame: Frame, count: int) -> None:
    """The button under a list of `count` facts that opens the next of them; nothing where all are shown."""
    if (rest := count - room(frame)) > 0:
        pages = _pages(frame)
        st.button(frame.words.count("fact.more", rest), key="more", on_click=lambda: state.pick(page=str(pages + 1)))


def head(said: str) -> str:
    """The head of a part of a list, as HTML."""
    return f'<h4 class="bg-part">{links.text(said)}</h4>'


def scroll(key: str) -> DeltaGenerator:
    """A box that scrolls by itself on a desk, so that facts stand beside their chart; on a telephone it is as long as they are."""
    return st.container(height=_BOX, border=False, key=f"bg-scroll-{key}")


def _pages(frame: Frame) -> int:
    asked = frame.view.pick("page") or "1"
    return max(1, min(int(asked), 1000)) if asked.isdecimal() else 1
