"""The parts of the reactions page: whoever is picked on the map, in the list of bodies or in the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from lib import charts
from lib.knowledge import labels
from lib.tables import ReactionsView, fold
from lib.ui import headline, state
from lib.ui.folding import searchable

if TYPE_CHECKING:
    from lib.knowledge.labels import Lang
    from lib.ui.frame import Frame

_CHOICE = "reactions-choice"
_BODIES = "reactions-bodies"
_REGION = "reactions-region"


def picked(frame: Frame, view: ReactionsView) -> str | None:
    """Who the address asks for; a word where nobody of that code has reacted."""
    asked = frame.view.pick("pick")
    if asked and asked not in set(view.rows["party"]):
        name = labels.country_name(asked, frame.words.lang)
        st.info(frame.words.say("reactions.silent", party=name.replace("`", "'")))
        return None
    return asked


def numbers(frame: Frame, view: ReactionsView) -> None:
    """How many have reacted, how often."""
    counts = {"countries": len(view.by_country), "bodies": len(view.bodies), "reactions": view.rows["event_id"].nunique()}
    headline.row(frame.words, counts)


def choose_region(frame: Frame) -> str:
    """The part of the world that the address asks for, as a row of buttons."""
    asked = frame.view.pick("region")
    region = asked if asked and asked in charts.REGIONS else next(iter(charts.REGIONS))
    if st.session_state.get(_REGION) != region:
        st.session_state[_REGION] = region
    st.segmented_control(
        frame.words.say("reactions.region"),
        list(charts.REGIONS),
        format_func=lambda one: charts.region_label(one, frame.words.lang),
        required=True,
        key=_REGION,
        on_change=_take_region,
        label_visibility="collapsed",
    )
    return region


def _take_region() -> None:
    region = st.session_state[_REGION]
    state.pick(region=None if region == next(iter(charts.REGIONS)) else region)


def take_country(point: dict[str, Any] | None) -> None:
    """A click on the map."""
    location = (point or {}).get("location") or (point or {}).get("customdata")
    state.pick(pick=str(location[0] if isinstance(location, list) else location) if location else None, page=None)


def bodies(frame: Frame, view: ReactionsView) -> None:
    """Organisations of states, which no map shows; a row picks one."""
    words, lang = frame.words, frame.words.lang
    st.subheader(words.say("reactions.bodies"), anchor=False)
    if view.bodies.empty:
        st.caption(words.say("reactions.no_bodies"))
        return
    rows = pd.DataFrame(
        {
            words.say("column.body"): view.bodies["name"],
            words.say("column.count"): view.bodies["count"],
            words.say("column.strongest"): [labels.type_label(code, lang) for code in view.bodies["strongest_type"]],
        }
    )
    ids = list(view.bodies["body"])
    st.dataframe(
        rows,
        hide_index=True,
        key=_BODIES,
        on_select=lambda: _take_body(ids),
        selection_mode="single-row",
        alt=words.say("reactions.bodies"),
    )


def _take_body(ids: list[str]) -> None:
    rows = st.session_state[_BODIES]["selection"]["rows"]
    state.pick(pick=ids[rows[0]] if rows else None, page=None)


def choice(frame: Frame, view: ReactionsView, one: str | None) -> None:
    """The same choice as a menu, for the keyboard: the strongest reactions first."""
    lang = frame.words.lang
    counts = dict(zip(view.by_country["country"], view.by_country["count"], strict=True))
    counts |= dict(zip(view.bodies["body"], view.bodies["count"], strict=True))
    named = {code: _name(view, code, lang) for code in counts}
    order: list[str] = sorted(named, key=lambda code: fold(named[code]))
    if _CHOICE not in st.session_state or st.session_state[_CHOICE] != one:
        st.session_state[_CHOICE] = one
    st.selectbox(
        frame.words.say("reactions.choose"),
        order,
        index=None,
        format_func=lambda code: f"{searchable(named[code])} ({counts.get(code, 0)})",
        key=_CHOICE,
        placeholder=frame.words.say("reactions.everybody"),
        on_change=lambda: state.pick(pick=st.session_state[_CHOICE], page=None),
        filter_mode="contains",
    )


def title(frame: Frame, view: ReactionsView, one: str | None, count: int) -> str:
    """What the list below shows."""
    said = frame.words.count("reactions.count", count)
    return (
        frame.words.say("reactions.of", party=_name(view, one, frame.words.lang), count=said)
        if one
        else frame.words.say("reactions.newest", count=said)
    )


def _name(view: ReactionsView, code: str, lang: Lang) -> str:
    names = dict(zip(view.bodies["body"], view.bodies["name"], strict=True))
    return str(names[code]) if code in names else labels.country_name(code, lang)
