"""The pages, and the bar that leads to them with the filters kept."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import address, state

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.ui.address import View
    from lib.ui.wording import Wording


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its key (also its address and its file's name) and whether the bar leads to it."""

    key: str
    hidden: bool = False

    @property
    def file(self) -> str:
        """The page's script, from the project's folder."""
        return f"pages/{self.key}.py"


DEFAULT = "overview"
_PLAIN = "home"
"""What the default page would be called if its address were not the plain one; two pages may not share a name."""
PAGES = (
    PageEntry(DEFAULT),
    PageEntry("reactions"),
    PageEntry("casualties"),
    PageEntry("meetings"),
    PageEntry("events"),
    PageEntry("article"),
    PageEntry("own"),
    PageEntry("about"),
    PageEntry("event", hidden=True),
)

_component = st.components.v2.component("bang_giao_navigation", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"))
_declared: ContextVar[Mapping[str, st.Page] | None] = ContextVar("declared", default=None)
"""The pages of this run by key. A link to one of them is made at once; a link to a file's name asks the disk where that is."""


def declare(words: Wording) -> st.Page:
    """Tell Streamlit the pages, and get the one that the address asks for."""
    pages = {
        entry.key: st.Page(
            entry.file,
            title=words.say(f"page.{entry.key}"),
            url_path=_PLAIN if entry.key == DEFAULT else entry.key,
            default=entry.key == DEFAULT,
            visibility="hidden" if entry.hidden else "visible",
        )
        for entry in PAGES
    }
    _declared.set(pages)
    # The default page's own address is the plain one; whoever writes its name is meant too.
    by_name = st.Page(_to_default, title=words.say(f"page.{DEFAULT}"), url_path=DEFAULT, visibility="hidden")
    return st.navigation([*pages.values(), by_name], position="hidden")


def _to_default() -> None:
    st.switch_page((_declared.get() or {})[DEFAULT], query_params=address.write(state.reading().view))


def bar(view: View, words: Wording, page: st.Page) -> None:
    """The links between the pages, `page` marked; the filters go with them."""
    with st.container(key="bg-nav", horizontal=True, gap="small"):
        for entry in PAGES:
            if not entry.hidden:
                page_link(entry.key, words.say(f"page.{entry.key}"), view)
        # Where no server runs (`python dashboard.py`) a page has no title.
        _component(data={"page": getattr(page, "title", "")}, key="bg-here", height="content")


def page_link(key: str, label: str, view: View, **picks: str | None) -> None:
    """A link to the page `key` that keeps the filters and carries `picks`; it stays within the visitor's session."""
    st.page_link((_declared.get() or {}).get(key, f"pages/{key}.py"), label=label, query_params=state.link(view, **picks))
