"""The parts of the casualties page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from lib import charts
from lib.knowledge import labels
from lib.records import Casualty, Harm
from lib.ui import cards, charting, evidence, labelled, state

if TYPE_CHECKING:
    from lib.tables import CasualtiesView
    from lib.ui.frame import Frame

_HARM, _WHOSE, _TABLE = "casualties-harm", "casualties-whose", "casualties-table"
_UNKNOWN = "-"
"""The address's word for victims whose country the text does not tell."""


def choice(frame: Frame) -> tuple[str, str | None]:
    """The harm and the victims' country (None: all; "": unknown) that the address asks for, as menus."""
    words, lang = frame.words, frame.words.lang
    counts = frame.tables.casualties["harm"].astype("str").value_counts()
    harms = [str(one) for one in Harm if one in counts.index]
    asked = frame.view.pick("harm")
    harm = asked if asked in harms else harms[0]
    countries = frame.tables.casualties["victims_country"].astype("str").fillna(_UNKNOWN).value_counts()
    whose = frame.view.pick("victims") if frame.view.pick("victims") in countries.index else None
    _show(_HARM, harm)
    _show(_WHOSE, whose)
    left, right = st.columns([3, 2], gap="medium", vertical_alignment="bottom")
    left.segmented_control(
        words.say("casualties.harm"),
        harms,
        format_func=lambda code: f"{labels.harm_label(code, lang)} ({counts.get(code, 0)})",
        required=True,
        key=_HARM,
        on_change=lambda: state.pick(harm=st.session_state[_HARM], fact=None, page=None),
    )
    right.selectbox(
        words.say("casualties.whose"),
        list(countries.index),
        index=None,
        format_func=lambda code: words.say("casualties.unknown_country") if code == _UNKNOWN else labels.country_name(code, lang),
        key=_WHOSE,
        placeholder=words.say("sidebar.all"),
        on_change=lambda: state.pick(victims=st.session_state[_WHOSE], fact=None, page=None),
    )
    return harm, "" if whose == _UNKNOWN else whose


def _show(key: str, value: object) -> None:
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value


def numbers(frame: Frame, view: CasualtiesView) -> None:
    """The newest running totals: one number a series, with day, place and claimant; never added up."""
    newest = view.totals.sort_values("date", kind="stable").drop_duplicates("series", keep="last").sort_values("value", ascending=False)
    words = frame.words
    with st.container(horizontal=True, key="bg-numbers"):
        for key in newest["casualty_id"][:4]:
            record = frame.corpus.facts[key].record
            if not isinstance(record, Casualty):
                continue
            country = labels.country_name(record.victims_country, words.lang) if record.victims_country else None
            parts = [record.victims or country, record.place.name if record.place else None]
            day = labels.date_label(record.date, record.date_end, record.date_precision, words.lang)
            st.metric(
                " · ".join(part for part in parts if part) or words.say("casualties.totals"),
                cards.figure(record, words),
                day,
                delta_color="off",
                delta_arrow="off",
                width="content",
            )


def take_point(point: dict[str, Any] | None) -> None:
    """A click on a figure of the chart."""
    custom = (point or {}).get("customdata")
    state.pick(fact=str(custom[0] if isinstance(custom, list) else custom) if custom else None)


def contradictions(frame: Frame, view: CasualtiesView) -> None:
    """Figures that cannot both be right, side by side."""
    if view.flags.empty:
        return
    words = frame.words
    with st.expander(words.count("casualties.contradictions", len(view.flags)), expanded=True):
        for kind, first, second in zip(view.flags["kind"], view.flags["first_id"], view.flags["second_id"], strict=True):
            st.markdown(words.say(f"casualties.{kind}"))
            for column, key in zip(st.columns(2, gap="large"), (first, second), strict=True):
                with column:
                    evidence.fact(frame, frame.corpus.facts[key], place=f"flag-{kind}-{first}-{second}")


def chart(frame: Frame, view: CasualtiesView) -> None:
    """The figures by day, and what the chart leaves out."""
    words = frame.words
    if view.totals.empty and view.incidents.empty:
        st.info(words.say("casualties.none_dated"))
    else:
        charting.draw(charts.casualty_series(view, words.lang), "casualties-chart", words.say("casualties.alt"), words.lang, take_point)
    st.caption(words.say("casualties.note"))
    if view.undated:
        st.caption(words.count("casualties.undated", view.undated))


def picked(frame: Frame, view: CasualtiesView) -> None:
    """The figure that the address asks for, with why it was coded so; else the figures with their sentences, newest first."""
    words, rows = frame.words, view.rows
    one = frame.view.pick("fact") or ""
    if one in set(rows["casualty_id"]):
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            st.subheader(words.say("casualties.picked"), anchor=False, width="content")
            st.button(words.say("article.close"), key="close-fact", on_click=lambda: state.pick(fact=None), type="tertiary")
        evidence.fact(frame, frame.corpus.facts[one], detail=True, place="picked")
        return
    st.subheader(words.count("casualties.figures", len(rows)), anchor=False)
    order = rows.sort_values("date", ascending=False, na_position="last", kind="stable")
    with evidence.scroll(key="casualties"):
        evidence.facts(frame, list(order["casualty_id"]), words.say("casualties.none"))


def figures(frame: Frame, view: CasualtiesView) -> None:
    """The table behind the chart; a row picks its figure."""
    words, rows = frame.words, view.rows
    st.subheader(words.say("casualties.table"), anchor=False)
    order = rows.sort_values("date", ascending=False, na_position="last", kind="stable")
    table = labelled.figures(order, words)
    ids = list(order["casualty_id"])
    st.dataframe(
        table,
        hide_index=True,
        key=_TABLE,
        on_select=lambda: _take_row(ids),
        selection_mode="single-row",
        alt=words.say("casualties.table"),
        column_config={words.say("column.date"): None},
    )


def _take_row(ids: list[str]) -> None:
    rows = st.session_state[_TABLE]["selection"]["rows"]
    state.pick(fact=ids[rows[0]] if rows else None)
