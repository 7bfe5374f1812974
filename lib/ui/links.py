"""Links between the pages as HTML: they keep the filters of the view, and stay within the visitor's session.

A list of a hundred links is one piece of a page this way, and not a hundred elements that Streamlit draws anew on every change of a
filter. `navigation.js` takes the clicks on them, so that no page is loaded; a link opened in a new tab is a plain address.
Pure; labels are HTML, what stands in them is escaped by `text` or by whoever makes them.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from lib.ui import address

if TYPE_CHECKING:
    from lib.ui.address import Query, View

DEFAULT = "overview"
"""The page of the plain address."""
text = escape


def query(view: View, **picks: str | None) -> Query:
    """The query of a link to another page: the same filters, only these selections."""
    return address.write(view.without_picks().with_picks(**picks))


def href(page: str, view: View, **picks: str | None) -> str:
    """The address of `page`, from that of any other."""
    said = urlencode(query(view, **picks), doseq=True)
    return f"{'./' if page == DEFAULT else page}{'?' if said else ''}{said}"


def anchor(page: str, label: str, view: View, /, *, css: str | None = None, **picks: str | None) -> str:
    """A link to `page` that carries `picks`; `label` is HTML, `css` a further class."""
    name = f"bg-link {css}" if css else "bg-link"
    return f'<a class="{name}" href="{escape(href(page, view, **picks))}">{label}</a>'


def here(page: str, label: str, view: View) -> str:
    """A link to the page that one is on, marked as that."""
    return f'<a class="bg-link" aria-current="page" href="{escape(href(page, view))}">{label}</a>'
