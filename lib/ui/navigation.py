"""The pages, and the bar that leads to them with the filters kept."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import address, links, state

if TYPE_CHECKING:
    from lib.ui.address import View
    from lib.ui.wording import Wording


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: its key (also its address and its file's name), whether the bar leads to it, and the page that leads to one it does not."""

    key: str
    hidden: bool = False
    within: str | None = None

    @property
    def file(self) -> str:
        """The page's script, from the project's folder."""
        return f"pages/{self.key}.py"


DEFAULT = links.DEFAULT
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
    PageEntry("event", hidden=True, within="events"),
)

_component = st.components.v2.component("bang_giao_navigation", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"))
_default: ContextVar[st.Page | None] = ContextVar("default", default=None)
"""The page of the plain address, in this run."""


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
    _default.set(pages[DEFAULT])
    # The default page's own address is the plain one; whoever writes its name is meant too.
    by_name = st.Page(_to_default, title=words.say(f"page.{DEFAULT}"), url_path=DEFAULT, visibility="hidden")
    return st.navigation([*pages.values(), by_name], position="hidden")


def _to_default() -> None:
    if page := _default.get():
        st.switch_page(page, query_params=address.write(state.reading().view))


def name_tab(words: Wording, said: str) -> None:
    """Name the browser's tab after what is shown."""
    name = words.say("app.name")
    st.set_page_config(page_title=words.say("app.tab", said=said, name=name) if said else name)


def bar(view: View, words: Wording, page: st.Page) -> None:
    """The links between the pages, `page` marked; the filters go with them."""
    shown = title(page)
    names = {entry.key: words.say(f"page.{entry.key}") for entry in PAGES if not entry.hidden}
    within = next((entry.within for entry in PAGES if entry.within and words.say(f"page.{entry.key}") == shown), None)
    ways = (
        links.here(key, links.text(name), view)
        if name == shown
        else links.anchor(key, links.text(name), view, css="bg-within" if key == within else None)
        for key, name in names.items()
    )
    items = "".join(f"<li>{way}</li>" for way in ways)
    st.html(f'<nav class="bg-nav" aria-label="{links.text(words.say("app.pages"))}"><ul>{items}</ul></nav>')


def title(page: st.Page) -> str:
    """What a page is called; empty where no server runs (`python dashboard.py`)."""
    return str(getattr(page, "title", ""))


def follow() -> None:
    """Let clicks on links change the page within the session."""
    _component(key="bg-here", height="content")


def link(key: str, label: str, view: View, **picks: str | None) -> None:
    """A link to the page `key` by itself; `label` is plain text."""
    st.html(links.anchor(key, links.text(label), view, **picks), width="content")
