"""The view of this run: read from the address, written back to it. The address is the only state of a view.

A browser sends the address and what its widgets say with every request, and both may be older than what the server last told
it. So a callback asks `heard` whether the visitor has changed a widget, and on which view that change builds: a step of Back
that comes while the widgets still show the view before it must not be undone by them, and a second choice that comes before
the first has reached the address must not undo the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from lib.ui import address

if TYPE_CHECKING:
    from lib.ui.address import Reading, View, Vocabulary

_LAST = "view-last"
_SAID = "widgets-said"
_TOLD = "widgets-told"
_TOUCHED = "widgets-touched"


def reading(vocabulary: Vocabulary | None = None) -> Reading:
    """Read the address of this run."""
    return address.read({key: st.query_params.get_all(key) for key in st.query_params}, vocabulary)


def begin(view: View) -> None:
    """Remember the view that this run draws."""
    st.session_state[_LAST] = view


def go(view: View) -> None:
    """Make `view` the address: one step of the browser's Back button, and none where nothing changes."""
    begin(view)
    if reading().view != view:
        st.query_params.from_dict(address.write(view))


def meant() -> View:
    """The view on which a click builds: the last one that this server drew or set."""
    last: View | None = st.session_state.get(_LAST)
    return last or reading().view


def show(key: str, value: object, *, said: object = None) -> None:
    """Make the widget `key` show `value`; left alone where it surely does, so that nothing is taken from under a quick hand.

    A browser draws only the last of several runs that come close upon each other, and draws a widget whose script has not arrived
    yet with what the last run said of it. So a widget is told its value by every run until a change by the visitor's hand has
    come from it, and once more then, as that change may have crossed with a run that told the value before it.

    `said` is what the widget says now, where that is not simply its value.
    """
    known = key in st.session_state
    if known:
        _notes(_SAID)[key] = st.session_state[key] if said is None else said
    touched = _notes(_TOUCHED).pop(key, None)
    told = _notes(_TOLD)
    if not known or st.session_state[key] != value:
        st.session_state[key] = value
        if known or value:  # a widget that was never told anything shows nothing by itself
            told[key] = True
    elif key in told:
        st.session_state[key] = value
        if touched:
            del told[key]


def _notes(name: str) -> dict[str, object]:
    """What this session has noted about its widgets, by their keys."""
    notes: dict[str, object] = st.session_state.setdefault(name, {})
    return notes


def stepping() -> bool:
    """Whether a step of Back or Forward asked for this run: what widgets say then is older than the address, however much older."""
    context = get_script_run_ctx()
    return context is not None and context.is_history_navigation


def heard(key: str, *, said: object = None) -> View | None:
    """The view on which the visitor's change of the widget `key` builds; None where the widget only lags behind the address."""
    if stepping():
        return None
    _notes(_TOUCHED)[key] = True
    here, last = reading().view, meant()
    if here == last:
        return here
    now = st.session_state.get(key) if said is None else said
    return None if now == _notes(_SAID).get(key) else last


def pick(widget: str | None = None, /, **picks: str | None) -> None:
    """Change the page's selections and nothing else; `widget` names the one that asks where its value is kept by `show`."""
    view = heard(widget) if widget else meant()
    if view is not None:
        go(view.with_picks(**picks))
