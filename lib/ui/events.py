"""The parts of the events page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from lib.knowledge import labels
from lib.tables.listing import PAGE, SORTS, EventsPage, Sort, events_page
from lib.ui import evidence, labelled, state

if TYPE_CHECKING:
    from lib.ui.frame import Frame

_TABLE, _SORT = "events-table", "events-sort"
_ROW, _MOST = 35, 16  # pixels a row, and rows seen at once, the head among them
_SURE = 100
_WIDTHS = {"when": 150, "type": 145, "mode": 110, "actors": 130, "recipients": 95, "evidence": 355, "outlet": 138, "status": 85}
_POSTED = 82


def asked(frame: Frame) -> EventsPage:
    """The rows that the address asks for, by its order and page."""
    page = frame.view.pick("page") or "1"
    number = int(page) if page.isdecimal() and len(page) < len(str(1_000_000)) else 1
    return events_page(frame.tables, _sort(frame), number, today=frame.corpus.last_day)


def _sort(frame: Frame) -> Sort:
    return next((one for one in SORTS if one == frame.view.pick("sort")), SORTS[0])


def picked(frame: Frame) -> None:
    """The fact that the address asks for, or how to pick one."""
    one = frame.corpus.facts.get(frame.view.pick("fact") or "")
    if one is None:
        st.html(f'<p class="bg-note">{frame.words.say("events.how")}</p>')
        return
    with st.container(horizontal=True, vertical_alignment="top", key="bg-opened"):
        with st.container():
            evidence.fact(frame, one, detail=True, place="picked")
        st.button(
            frame.words.say("article.close"), key="close-fact", on_click=lambda: state.pick(fact=None), type="tertiary", width="content"
        )


def order(frame: Frame, view: EventsPage) -> None:
    """The order of the rows, of all of them and not of this page only; and the way through the pages."""
    words = frame.words
    state.show(_SORT, _sort(frame))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="bg-order"):
        st.selectbox(
            words.say("events.sort"), SORTS, format_func=lambda one: words.say(f"sort.{one}"), key=_SORT, on_change=_take_sort, width=260
        )
        if view.pages > 1:
            first = (view.page - 1) * PAGE + 1
            shown = {"first": first, "last": first + len(view.rows) - 1, "count": view.count}
            st.button(words.say("events.before"), key="events-before", on_click=_turn, args=(view.page - 1,), disabled=view.page == 1)
            st.button(
                words.say("events.after"), key="events-after", on_click=_turn, args=(view.page + 1,), disabled=view.page == view.pages
            )
            st.caption(words.say("events.shown", **{name: labels.number(n, words.lang) for name, n in shown.items()}), width="content")
        else:
            st.caption(words.count("events.count", view.count), width="content")


def _take_sort() -> None:
    said = st.session_state[_SORT]
    state.pick(_SORT, sort=None if said == SORTS[0] else said, page=None)


def _turn(page: int) -> None:
    state.pick(page=str(page) if page > 1 else None)


def table(frame: Frame, view: EventsPage) -> None:
    """One page of the events in words; a row opens its fact."""
    words, ids = frame.words, list(view.rows["event_id"])
    rows = labelled.events(view.rows, words)
    confidence = words.say("column.confidence")
    rows[confidence] *= _SURE
    # A table of other rows is another table: a row that was picked in the one before is not picked in this one.
    key = f"{_TABLE}-{hash((tuple(ids), words.lang)):x}"
    st.dataframe(
        rows,
        hide_index=True,
        height="content" if len(rows) < _MOST else _ROW * _MOST,
        key=key,
        on_select=lambda: _take(key, ids),
        selection_mode="single-row",
        alt=words.say("page.events"),
        column_config={
            words.say("column.date"): None,
            **{words.say(f"column.{name}"): st.column_config.TextColumn(width=width) for name, width in _WIDTHS.items()},
            words.say("column.posted"): st.column_config.DateColumn(format="D/M/YYYY", width=_POSTED),
            confidence: st.column_config.NumberColumn(format="%d%%", width=70),
        },
    )
    if view.ahead and _sort(frame) == SORTS[0]:
        st.caption(words.count("events.ahead", view.ahead))
    if view.undated:
        shown = {"n": view.undated, "all": view.count}
        st.caption(words.say("events.undated", **{name: labels.number(n, words.lang) for name, n in shown.items()}))


def _take(key: str, ids: list[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    state.pick(fact=ids[rows[0]] if rows else None)
