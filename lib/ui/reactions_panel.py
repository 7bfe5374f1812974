"""What stands beside the map of reactions: the table of who reacted, the arcs and their table, and the sentences."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from lib import charts, tables
from lib.charts.flows_picture import flows_picture
from lib.knowledge import labels
from lib.tables import measure_label
from lib.tables.reactions import LATEST_COLUMNS
from lib.ui import evidence, labelled, picktable, picture, reactions, state
from lib.ui.picktable import Row
from lib.ui.reactions import take_party
from lib.ui.reactions_playback import legend

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lib.tables import ReactionsView
    from lib.ui.frame import Frame
    from lib.ui.reactions import Asked

_ARCS = "reactions-arcs"
_MOST_ROWS = 300
_HEIGHT = 430
_HEIGHTS = {"world": 340}


def parties(frame: Frame, one: Asked) -> None:
    """Every country that reacted, the strongest measure first; a row picks it."""
    words, lang = frame.words, frame.words.lang
    view = one.view.by_country
    named = view.rename(columns=dict(zip(LATEST_COLUMNS, ("date", "date_end", "date_precision", "published"), strict=True)))
    columns = (view[name].tolist() for name in ("country", "count", "measure"))
    rows = [
        Row(
            code,
            one.names[code],
            labels.number(count, lang),
            charts.MEASURE_COLORS[level],
            measure_label(level, lang),
            last,
            picked=code == one.party,
        )
        for code, count, level, last in zip(*columns, labelled.days(named, words), strict=True)
    ]
    heads = [words.say(f"column.{name}") for name in ("country", "count", "strongest", "latest")]
    picktable.draw("reactions-table", words.say("reactions.table"), heads, rows, take_party)


def arcs(frame: Frame, one: Asked) -> None:
    """Who reacted to whom, as arcs, and the same as a table; a pick of either picks the pair."""
    words, lang = frame.words, frame.words.lang
    view = _of_party(one)
    if view.flows.empty:
        st.info(words.say("reactions.no_flows"))
        return
    most = top(frame)
    height = _HEIGHTS.get(one.region, _HEIGHT)
    deck = charts.flows_map(view, lang, most=most, selected=one.pair, region=one.region, height=height)
    st.pydeck_chart(deck, height=height, key=_ARCS, on_select=_take_arc, alt=words.say("reactions.flows_alt"))
    rows = charts.drawn(view, most, one.pair)
    st.html(legend(charts.flows_scale(rows, lang, picked=one.pair is not None), words.say("reactions.scale")))
    shown = words.say("reactions.arcs", drawn=labels.number(len(rows), lang), all=labels.number(len(view.flows), lang))
    st.caption(f"{shown} {words.say('reactions.borders')}")
    with st.container(horizontal=True, gap="medium", vertical_alignment="center"):
        _more(frame, view)
        make = partial(flows_picture, view, lang, most=most, selected=one.pair, region=one.region)
        picture.offer(frame, "flows", reactions.dated(words.say("picture.flows"), one, words), make)
    columns = (view.flows[name].head(_MOST_ROWS).tolist() for name in ("country", "recipient", "count", "measure"))
    pairs = [
        Row(
            f"{who}~{whom}",
            f"{_named(one, who, frame)} → {_named(one, whom, frame)}",
            labels.number(count, lang),
            charts.ARC_COLORS[level],
            measure_label(level, lang),
            picked=(who, whom) == one.pair,
        )
        for who, whom, count, level in zip(*columns, strict=True)
    ]
    heads = [words.say(f"column.{name}") for name in ("pair", "count", "strongest")]
    picktable.draw("reactions-pairs", words.say("reactions.flows_alt"), heads, pairs, _take_pair)


def top(frame: Frame) -> int:
    """How many arcs the address wants drawn."""
    asked = frame.view.pick("top") or ""
    return min(max(int(asked), charts.TOPS[0]), charts.TOPS[-1]) if asked.isdecimal() else charts.TOPS[0]


def _more(frame: Frame, view: ReactionsView) -> None:
    """The way to more arcs, where there are some and the map has room for them."""
    now = len(charts.drawn(view, top(frame)))
    following = next((most for most in charts.TOPS if most > top(frame) and len(charts.drawn(view, most)) > now), None)
    if following:
        label = frame.words.say("meetings.more")
        st.button(label, key="reactions-more", icon=":material/add:", on_click=lambda: state.pick(top=str(following)), type="tertiary")


def _of_party(one: Asked) -> ReactionsView:
    """The view with the flows from and to the party that is picked, all where none is."""
    if not one.party:
        return one.view
    flows = one.view.flows
    return replace(one.view, flows=flows[flows["country"].eq(one.party) | flows["recipient"].eq(one.party)])


def _named(one: Asked, code: str, frame: Frame) -> str:
    return one.names.get(code) or labels.country_name(code, frame.words.lang)


def _take_arc() -> None:
    said: Any = st.session_state.get(_ARCS)
    found = said["selection"]["objects"].get("flows", []) if said else []
    _take_pair(f"{found[0]['country']}~{found[0]['recipient']}" if found else None)


def _take_pair(code: str | None) -> None:
    who, _, whom = (code or "").partition("~")
    state.pick(a=who or None, b=whom or None, page=None)


def sentences(frame: Frame, one: Asked) -> None:
    """The reactions of whoever is picked, of everybody where nobody is, the newest first; while the map plays, how to come to them."""
    words = frame.words
    if one.playing:
        st.html(f'<p class="bg-note">{words.say("reactions.playing")}</p>')
        return
    rows = one.view.rows
    if one.pair:
        pairs = one.view.pairs
        picked = pairs.loc[pairs["country"].eq(one.pair[0]) & pairs["recipient"].eq(one.pair[1]), "event_id"]
        rows = rows[rows["event_id"].isin(picked) & rows["party"].eq(one.pair[0])]
        name = f"{_named(one, one.pair[0], frame)} → {_named(one, one.pair[1], frame)}"
    elif one.party:
        rows = rows[rows["party"].eq(one.party)]
        name = one.names[one.party]
    else:
        name = words.say("reactions.all")
    rows = rows.drop_duplicates("event_id")
    chosen = bool(one.pair or one.party)
    with st.container(key="bg-picked") if chosen else st.container():
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.subheader(words.say("reactions.of", party=name, count=_count(frame, len(rows))), anchor=False)
            if chosen:
                st.button(words.say("article.close"), key="reactions-close", type="tertiary", on_click=_close)
        with evidence.scroll(key="reactions"):
            _listed(frame, rows, deciding=tables.deciding(rows) if chosen else None)


def _close() -> None:
    state.pick(pick=None, a=None, b=None, page=None)


def _count(frame: Frame, n: int) -> str:
    return frame.words.count("reactions.count", n, labels.number(n, frame.words.lang))


def _listed(frame: Frame, rows: pd.DataFrame, deciding: str | None) -> None:
    """Facts, the newest first, with how many of them stand where they do by their publication; before them what decides the colour."""
    words, shown = frame.words, []
    if deciding and len(rows) > 1:
        first = rows["event_id"].eq(deciding)
        strongest = measure_label(int(rows.loc[first, "measure"].iloc[0]), words.lang)
        shown += [evidence.head(words.say("reactions.deciding", measure=strongest)), _cards(frame, [deciding])]
        rows = rows[~first]
        shown.append(evidence.head(words.count("reactions.others", len(rows), labels.number(len(rows), words.lang))))
    undated = int(rows["published"].notna().to_numpy()[rows["date"].isna().to_numpy()].sum()) if len(rows) else 0
    if undated:
        shown.append(f'<p class="bg-note">{words.count("reactions.order", undated, labels.number(undated, words.lang))}</p>')
    ids = rows["event_id"].tolist()
    st.html("".join([*shown, _cards(frame, ids[: evidence.room(frame)])]))
    evidence.more(frame, len(ids))


def _cards(frame: Frame, ids: Sequence[str]) -> str:
    known = frame.corpus.facts
    return "".join(evidence.html(frame, known[one]) for one in ids if one in known)
