"""The parts of the meetings page: by whom, as what, how many parties; who is picked; and that party's diary."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd
import streamlit as st

from lib import charts, tables
from lib.knowledge import labels
from lib.records import Status
from lib.tables import MeetingsView, fold
from lib.tables.meetings import HELD
from lib.ui import cards, charting, evidence, headline, meeting_matrix, picture, state
from lib.ui.folding import searchable

if TYPE_CHECKING:
    from datetime import date

    from lib.tables.meetings import By
    from lib.ui.frame import Frame

_BY, _SHOW = "meetings-by", "meetings-show"
_SIDES = ("a", "b")
_TOPS = (20, 40, 80, 120)
"""How many parties are drawn: at first, and with each "more"."""

WIDE = 40
"""From how many parties on the matrix takes the whole width of a desk."""

Pair = tuple[str | None, str | None]
Kind = Literal["matrix", "network"]
_KINDS: tuple[Kind, ...] = ("matrix", "network")


def choose_by(frame: Frame) -> By:
    """Countries, bodies or people, as the address says."""
    by = next((one for one in tables.BYS if one == frame.view.pick("by")), tables.BYS[0])
    state.show(_BY, by)
    st.segmented_control(
        frame.words.say("meetings.by"),
        tables.BYS,
        format_func=lambda one: frame.words.say(f"meetings.by_{one}"),
        required=True,
        key=_BY,
        on_change=lambda: state.pick(
            _BY, by=None if st.session_state[_BY] == tables.BYS[0] else st.session_state[_BY], a=None, b=None, top=None, page=None
        ),
    )
    return by


def choose_kind(frame: Frame) -> Kind:
    """A matrix or a network, as the address says."""
    kind = next((one for one in _KINDS if one == frame.view.pick("show")), _KINDS[0])
    state.show(_SHOW, kind)
    st.segmented_control(
        frame.words.say("meetings.show"),
        _KINDS,
        format_func=lambda one: frame.words.say(f"meetings.show_{one}"),
        required=True,
        key=_SHOW,
        on_change=lambda: state.pick(_SHOW, show=None if st.session_state[_SHOW] == _KINDS[0] else st.session_state[_SHOW]),
    )
    return kind


def top(frame: Frame) -> int:
    """How many parties the address wants drawn."""
    asked = frame.view.pick("top") or ""
    return min(max(int(asked), _TOPS[0]), _TOPS[-1]) if asked.isdecimal() else _TOPS[0]


def numbers(frame: Frame, view: MeetingsView) -> None:
    """How many meetings took place, of how many pairs, and how many are announced."""
    rows = view.rows
    met = rows[rows["status"].isin(HELD)]
    counted = tables.tally(rows)
    headline.row(
        frame.words, {"meetings": counted.held, "pairs": len(met[["left", "right"]].drop_duplicates()), "planned": counted.planned}
    )


def chart(frame: Frame, view: MeetingsView, kind: Kind, pair: Pair, by: By) -> None:
    """The matrix or the network, the way to more parties, and who is a party here."""
    words = frame.words
    if kind == "matrix":
        _matrix(frame, view, pair)
        make = partial(charts.meeting_matrix, view, words.lang, chosen=pair)
    else:
        make = partial(charts.meeting_network, view, words.lang, chosen=pair[0])
        with st.container(key="bg-network"):
            charting.draw(make(), f"meetings-{kind}-{by}", words.say(f"meetings.alt_{kind}"), words.lang, take_cell)
    picture.offer(frame, "meetings", words.say("picture.meetings", by=words.say(f"meetings.by_{by}").lower()), make)
    if view.others:
        drawn = len(view.order)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.caption(words.say("meetings.drawn", drawn=drawn, all=drawn + view.others), width="content")
            if more := [count for count in _TOPS if count > top(frame)]:
                st.button(words.say("meetings.more"), key="meetings-more", on_click=lambda: state.pick(top=str(more[0])), type="tertiary")
    st.caption(f"{words.say(f'meetings.note_{kind}')} {words.say(f'meetings.only_{by}')}")


def _matrix(frame: Frame, view: MeetingsView, pair: Pair) -> None:
    words, kept = frame.words, {key: frame.view.pick(key) for key in ("by", "top")}
    square = meeting_matrix.html(view, words, meeting_matrix.Place("meetings", frame.view, kept, pair))
    if not square:
        st.info(words.say("meetings.no_matrix"))
        return
    wide = " bg-wide" if len(view.order) > WIDE else ""
    st.html(f'<p class="bg-note bg-drag{wide}">{words.say("meetings.drag", n=len(view.order))}</p>{square}')


def take_cell(point: dict[str, Any] | None) -> None:
    """A click on a line of the network: both its parties, by their codes; on a dot: that party."""
    custom = (point or {}).get("customdata")
    pair = [one or None for one in list(custom)[:2]] if isinstance(custom, (list, tuple)) else [None, None]
    state.pick(a=pair[0], b=pair[1], page=None)


def chosen(frame: Frame, view: MeetingsView) -> Pair:
    """The parties that the address asks for, where they met anybody."""
    first, second = (one if one in view.names else None for one in (frame.view.pick(side) for side in _SIDES))
    return (first, second) if first else (second, None)


def choose_pair(frame: Frame, view: MeetingsView, pair: Pair) -> None:
    """The choice as two menus of every party, for the keyboard and for those that the chart leaves out."""
    order = sorted(view.names, key=lambda key: fold(name(frame, view, key)))
    partners = set(of_pair(view, (pair[0], None))[["left", "right"]].to_numpy().ravel()) - {pair[0]} if pair[0] else set(order)
    choices = (order, [key for key in order if key in partners])
    for column, side, one, offered in zip(st.columns(2), _SIDES, pair, choices, strict=True):
        key = f"meetings-{side}"
        state.show(key, one if one in offered else None)
        column.selectbox(
            frame.words.say(f"meetings.side_{side}"),
            offered,
            index=None,
            format_func=lambda one: searchable(name(frame, view, one)),
            key=key,
            placeholder=frame.words.say("sidebar.all"),
            on_change=_take_side,
            args=(side,),
            filter_mode="contains",
        )


def _take_side(side: str) -> None:
    view, key = state.heard(f"meetings-{side}"), f"meetings-{side}"
    if view is not None:
        pair = {one: view.pick(one) for one in _SIDES} | {side: st.session_state[key]}
        state.go(view.with_picks(a=pair["a"], b=pair["b"] if pair["a"] else None, page=None))


def of_pair(view: MeetingsView, pair: Pair) -> pd.DataFrame:
    """The rows in which every chosen side takes part."""
    rows = view.rows
    for one in pair:
        if one is not None:
            rows = rows[(rows["left"] == one) | (rows["right"] == one)]
    return rows


def picked(frame: Frame, view: MeetingsView, pair: Pair) -> None:
    """The meetings of whoever is picked with their sentences: one party's as a diary, a pair's or all of them as `in_order`."""
    words = frame.words
    names = [name(frame, view, one) for one in pair if one is not None]
    found = of_pair(view, pair)
    rows, counted = found.drop_duplicates("story_id"), tables.tally(found)
    said = meeting_matrix.split(counted.held, counted.planned, words, counted.negated)
    key = "diary" if len(names) == 1 else "of" if names else "all"
    st.subheader(words.say(f"meetings.{key}", parties=" – ".join(names), count=said), anchor=False)
    with evidence.scroll(key="meetings-picked"):
        if len(names) == 1 and pair[0] is not None:
            _diary(frame, view, pair[0])
        else:
            _in_order(frame, rows)


def in_order(rows: pd.DataFrame, today: date | None) -> pd.DataFrame:
    """Meetings with `when`, in the order in which the events page lists "newest".

    First what was `held`, the latest first; then what is `ahead` of `today` (the last day that the data knows), the soonest first;
    then the `undated`, the last published first.
    """
    first, last = rows["date"], rows["date_end"].fillna(rows["date"])
    now = pd.Timestamp.max if today is None else pd.Timestamp(today)
    planned = (rows["status"] == Status.PLANNED).to_numpy()
    ahead = ((first > now) | (planned & (last >= now))).to_numpy(dtype=bool)
    when = np.where(ahead, "ahead", np.where(first.notna(), "held", "undated"))
    parts = [("held", "date", False), ("ahead", "date", True), ("undated", "published", False)]
    some = [rows[when == part].assign(when=part).sort_values(by, ascending=up, na_position="last", kind="stable") for part, by, up in parts]
    found: pd.DataFrame = pd.concat(some, ignore_index=True)
    return found


def _in_order(frame: Frame, rows: pd.DataFrame) -> None:
    """Meetings by `in_order`; those that are not held bear a head that says so."""
    if rows.empty:
        st.info(frame.words.say("meetings.never"))
        return
    head = "held"
    shown = in_order(rows, frame.corpus.last_day)
    told = []
    for when, key in zip(shown["when"][: evidence.room(frame)], shown["event_id"], strict=False):
        if when != head:
            told.append(evidence.head(frame.words.say(f"meetings.{when}")))
            head = when
        told.append(evidence.html(frame, frame.corpus.facts[key]))
    st.html("".join(told))
    evidence.more(frame, len(shown))


def _diary(frame: Frame, view: MeetingsView, party: str) -> None:
    """One party's meetings under a head for each month; those ahead first, soonest first."""
    words = frame.words
    now = frame.corpus.tables.articles["published"].max()
    rows = tables.diary(view, party, None if str(now) == "NaT" else now)
    head, told = "", []
    for when, day, key in zip(rows["when"][: evidence.room(frame)], rows["date"], rows["event_id"], strict=False):
        said = (
            labels.date_label(day.date().replace(day=1), day.date(), "month", words.lang)
            if when == "past"
            else words.say(f"meetings.{when}")
        )
        if said != head:
            told.append(evidence.head(cards.capital(said)))
            head = said
        told.append(evidence.html(frame, frame.corpus.facts[key]))
    st.html("".join(told))
    evidence.more(frame, len(rows))


def name(frame: Frame, view: MeetingsView, key: str) -> str:
    """A party in words, people and bodies with their country."""
    lang = frame.words.lang
    country = view.countries[key] or None
    if key == country:
        return labels.country_name(key, lang)
    return labels.actor_label(key, view.names[key], country, lang)
