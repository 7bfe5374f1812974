"""The parts of the meetings page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from lib.knowledge import labels
from lib.records import Status
from lib.tables import MeetingsView, fold
from lib.ui import headline, state
from lib.ui.folding import searchable

if TYPE_CHECKING:
    import pandas as pd

    from lib.tables.meetings import By
    from lib.ui.frame import Frame

_BY = "meetings-by"
_SIDES = ("a", "b")
Pair = tuple[str | None, str | None]


def choose_by(frame: Frame) -> By:
    """Countries or people, as the address says."""
    by: By = "person" if frame.view.pick("by") == "person" else "country"
    _show(_BY, by)
    st.segmented_control(
        frame.words.say("meetings.by"),
        ("country", "person"),
        format_func=lambda one: frame.words.say(f"meetings.by_{one}"),
        required=True,
        key=_BY,
        on_change=lambda: state.pick(by=None if st.session_state[_BY] == "country" else st.session_state[_BY], a=None, b=None, page=None),
    )
    return by


def numbers(frame: Frame, view: MeetingsView) -> None:
    """How many meetings took place, of how many pairs, and how many are announced."""
    held = view.rows[view.rows["status"].isin([Status.ACTUAL, Status.HISTORICAL])]
    pairs = int((view.matrix.to_numpy() > 0).sum()) // 2
    planned = view.rows.loc[view.rows["status"] == Status.PLANNED, "event_id"].nunique()
    headline.row(frame.words, {"meetings": held["event_id"].nunique(), "pairs": pairs, "planned": planned})


def take_cell(point: dict[str, Any] | None) -> None:
    """A click on a cell: both its parties, by their codes."""
    custom = (point or {}).get("customdata")
    pair = list(custom)[:2] if isinstance(custom, (list, tuple)) else [None, None]
    state.pick(a=pair[0], b=pair[1], page=None)


def choose_pair(frame: Frame, view: MeetingsView) -> Pair:
    """The same choice as two menus, for the keyboard; the address says which is chosen."""
    order = sorted(view.order, key=lambda key: fold(name(frame, view, key)))
    asked = [frame.view.pick(side) for side in _SIDES]
    first, second = (one if one in view.order else None for one in asked)
    partners = _partners(view, first)
    for column, side, chosen, choices in zip(
        st.columns(2), _SIDES, (first, second), (order, [key for key in order if key in partners]), strict=True
    ):
        key = f"meetings-{side}"
        _show(key, chosen if chosen in choices else None)
        column.selectbox(
            frame.words.say(f"meetings.side_{side}"),
            choices,
            index=None,
            format_func=lambda one: searchable(name(frame, view, one)),
            key=key,
            placeholder=frame.words.say("sidebar.all"),
            on_change=_take_sides,
            filter_mode="contains",
        )
    return first, second


def _take_sides() -> None:
    first, second = (st.session_state.get(f"meetings-{side}") for side in _SIDES)
    state.pick(a=first, b=second if first else None, page=None)


def _partners(view: MeetingsView, one: str | None) -> set[str]:
    if one is None:
        return set(view.order)
    return set(of_pair(view, (one, None))[["left", "right"]].to_numpy().ravel()) - {one}


def of_pair(view: MeetingsView, pair: Pair) -> pd.DataFrame:
    """The rows in which every chosen side takes part."""
    rows = view.rows
    for one in pair:
        if one is not None:
            rows = rows[(rows["left"] == one) | (rows["right"] == one)]
    return rows


def title(frame: Frame, view: MeetingsView, pair: Pair, count: int) -> str:
    """What the list below shows."""
    said = frame.words.count("meetings.count", count)
    names = [name(frame, view, one) for one in pair if one is not None]
    if not names:
        return frame.words.say("meetings.all", count=said)
    return frame.words.say("meetings.of", parties=" – ".join(names), count=said)


def name(frame: Frame, view: MeetingsView, key: str) -> str:
    """A party of the matrix in words."""
    lang = frame.words.lang
    named, country = view.names.get(key, key), view.countries.get(key) or None
    if key == country:
        return labels.country_name(key, lang)
    return labels.actor_label(key, named, country, lang)


def _show(key: str, value: object) -> None:
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
