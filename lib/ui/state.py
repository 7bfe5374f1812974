"""The view of this run: read from the address, written back to it. The address is the only state of a view."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.ui import address

if TYPE_CHECKING:
    from lib.ui.address import Query, Reading, View, Vocabulary


def reading(vocabulary: Vocabulary | None = None) -> Reading:
    """Read the address of this run."""
    return address.read({key: st.query_params.get_all(key) for key in st.query_params}, vocabulary)


def go(view: View) -> None:
    """Make `view` the address: one step of the browser's Back button, and none where nothing changes."""
    if reading().view != view:
        st.query_params.from_dict(address.write(view))


def pick(**picks: str | None) -> None:
    """Change the page's selections and nothing else."""
    go(reading().view.with_picks(**picks))


def link(view: View, **picks: str | None) -> Query:
    """The query of a link to another page: the same filters, only these selections."""
    return address.write(view.without_picks().with_picks(**picks))
