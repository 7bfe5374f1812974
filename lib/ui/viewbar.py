"""What is in view, on every page: how much of how much, a chip for each filter with the way to take it off, and the link to all of it."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import streamlit as st

from lib.knowledge import labels
from lib.tables import Filters, Tables
from lib.ui import address, borrowed, choices, copying, sidebar, state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lib.ui.address import View
    from lib.ui.corpus import Corpus
    from lib.ui.wording import Wording

_LONGEST = 46
"""Characters of a chip: the rest is cut."""
Chip = tuple[str, str, Filters]
"""A key, what a chip says, and the filters without it."""


def draw(view: View, words: Wording, corpus: Corpus, tables: Tables) -> None:
    """The bar under the navigation."""
    with st.container(key="bg-view", horizontal=True, gap="xsmall", vertical_alignment="center"):
        st.html(f'<p class="bg-count" role="status">{count(tables, corpus, words)}</p>', width="content")
        for key, said, without in chips(view.filters, words, corpus):
            st.button(
                said,
                key=f"chip-{key}",
                icon=":material/close:",
                icon_position="right",
                help=words.say("view.remove"),
                on_click=_take(without),
                width="content",
            )
        if view.filters != Filters():
            st.button(words.say("sidebar.reset"), key="view-reset", on_click=sidebar.reset, type="tertiary", width="content")
        if st.context.is_embedded:
            query = urlencode(address.write(view), doseq=True)
            st.html(
                f'<a class="bg-open" href="?{escape(query)}" target="_blank" rel="noopener">{words.say("embed.open")}</a>', width="content"
            )
        else:
            copying.link(words)
        borrowed.exchange(words)


def count(tables: Tables, corpus: Corpus, words: Wording) -> str:
    """How many facts and articles are in view, of how many, as HTML."""
    numbers = {
        "facts": len(tables.events) + len(tables.casualties),
        "all_facts": len(corpus.tables.events) + len(corpus.tables.casualties),
        "articles": len(tables.articles),
        "all_articles": len(corpus.coded),
    }
    return words.say("view.count", **{name: labels.number(n, words.lang) for name, n in numbers.items()})


def chips(filters: Filters, words: Wording, corpus: Corpus) -> Iterator[Chip]:
    """A chip for each choice that is set."""
    lang = words.lang
    if filters.text:
        yield "text", words.say("view.text", text=_plain(filters.text)), replace(filters, text="")
    if filters.date_from or filters.date_to:
        first, last = (labels.date_label(day, None, "day", lang) or "…" for day in (filters.date_from, filters.date_to))
        said = first if first == last else f"{first} – {last}"
        yield "period", said, replace(filters, date_from=None, date_to=None, undated=False)
        if filters.undated:
            yield "undated", words.say("sidebar.undated"), replace(filters, undated=False)
    for field in choices.LISTS:
        codes = getattr(filters, field)
        for code in codes:
            said = words.say("view.chip", field=words.say(f"sidebar.{field}"), name=_plain(choices.name(field, code, corpus, lang)))
            yield f"{field}-{code}", said, choices.with_codes(filters, **{field: tuple(one for one in codes if one != code)})
    if filters.confidence_min:
        said = words.say("view.confidence", percent=round(filters.confidence_min * 100))
        yield "confidence", said, replace(filters, confidence_min=0.0)


def _plain(text: str) -> str:
    """Short, with nothing in it that Markdown would read."""
    cut = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
    return "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-!|$~:" else c for c in cut)


def _take(filters: Filters) -> Callable[[], None]:
    def taken() -> None:
        state.go(replace(state.meant().with_picks(page=None), filters=filters))

    return taken
