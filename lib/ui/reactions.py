"""The controls of the reactions page: what colours the map, whom it is aimed at, who is picked; all of it in the address."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from lib import charts, tables
from lib.knowledge import labels
from lib.ui import state
from lib.ui.folding import searchable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lib.charts import ColorBy
    from lib.tables import ReactionsView
    from lib.ui.frame import Frame
    from lib.ui.wording import Wording

FLOWS = "flows"
_CHOICE, _BODIES, _REGION, _COLOR, _TARGETS, _KIND = (
    f"reactions-{name}" for name in ("choice", "bodies", "region", "color", "targets", "kind")
)
_MOST_TARGETS, _MOST_BODIES = 7, 12


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What the address asks of this page: the whole view, the same until `day`, and what is picked in it."""

    whole: ReactionsView
    view: ReactionsView
    names: Mapping[str, str]
    color: ColorBy
    region: str
    flows: bool
    day: date | None
    party: str | None
    pair: tuple[str, str] | None
    playing: bool


def asked(frame: Frame) -> Asked:
    """Read the address; a word where it asks for somebody who has not reacted, or for a day that is none."""
    whole = tables.reactions_view(frame.tables)
    pick = frame.view.pick
    day = _day(frame)
    view = tables.until(whole, day) if day else whole
    names = _names(frame, whole)
    party = pick("pick")
    if party and not view.rows["party"].eq(party).any():
        name = names.get(party) or labels.country_name(party, frame.words.lang)
        st.info(frame.words.say("reactions.silent", party=name.replace("`", "'")))
        party = None
    pair = (pick("a") or "", pick("b") or "")
    known = bool((view.flows["country"].eq(pair[0]) & view.flows["recipient"].eq(pair[1])).any())
    return Asked(
        whole=whole,
        view=view,
        names=names,
        color=next((one for one in charts.COLOR_BY if one == pick("color")), charts.COLOR_BY[0]),
        region=next((one for one in charts.REGIONS if one == pick("region")), next(iter(charts.REGIONS))),
        flows=pick("map") == FLOWS,
        day=day,
        party=party,
        pair=pair if known and pick("map") == FLOWS else None,
        playing=bool(pick("play")) and pick("map") != FLOWS,
    )


def _day(frame: Frame) -> date | None:
    said = frame.view.pick("day")
    if not said:
        return None
    try:
        return date.fromisoformat(said)
    except ValueError:
        st.warning(frame.words.say("app.unknown_codes", codes=f"`day={said.replace('`', chr(39))}`"))
        return None


def _names(frame: Frame, view: ReactionsView) -> dict[str, str]:
    """What each party that reacted is called."""
    lang = frame.words.lang
    named = {body: labels.body_name(body, name, lang) for body, name in zip(view.bodies["body"], view.bodies["name"], strict=True)}
    return named | {code: labels.country_name(code, frame.words.lang) for code in view.by_country["country"]}


def dated(title: str, one: Asked, words: Wording) -> str:
    """The title of a picture, with the day up to which it shows reactions."""
    if one.day is None:
        return title
    return words.say("picture.until", title=title, day=labels.date_label(one.day, None, None, words.lang))


def summary(frame: Frame, view: ReactionsView) -> None:
    """How many have reacted, how often, how many of these reactions bear no date, and how many events they report.

    The contract codes an event in each article that tells it, and the numbers of this page are those of its sentences; so it is
    said what they come to where what several articles tell is taken once.
    """
    words = frame.words
    once = view.rows.drop_duplicates("event_id")
    counts = {
        "countries": len(view.by_country),
        "bodies": len(view.bodies),
        "reactions": len(once),
        "undated": int((~once["date_known"]).sum()),
    }
    said = words.say("reactions.summary", **{name: labels.number(n, words.lang) for name, n in counts.items()})
    if (events := once["story_id"].nunique()) < len(once):
        said += f" {words.count('reactions.stories', events)}"
    st.html(f'<p class="bg-note">{said}</p>')


def controls(frame: Frame, one: Asked) -> None:
    """What colours the map (arcs have the colour of the strongest measure), and whom the reactions are aimed at."""
    words = frame.words
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        if not one.flows:
            state.show(_COLOR, one.color)
            st.segmented_control(
                words.say("reactions.color"),
                charts.COLOR_BY,
                format_func=lambda by: words.say(f"reactions.color_{by}"),
                required=True,
                key=_COLOR,
                on_change=lambda: state.pick(_COLOR, color=_unless_first(st.session_state[_COLOR], charts.COLOR_BY)),
            )
        _targets(frame)


def _targets(frame: Frame) -> None:
    """Whom the reactions are aimed at: the countries that most are; the choice is the filter of every page."""
    chosen = list(frame.view.filters.recipients)
    counts = _aimed_at(frame)
    shown = [code for code in counts if code not in chosen][: max(0, _MOST_TARGETS - len(chosen))]
    codes = sorted([*chosen, *shown], key=lambda code: (-counts.get(code, 0), code))
    if not codes:
        return
    state.show(_TARGETS, chosen)
    st.pills(
        frame.words.say("reactions.targets"),
        codes,
        selection_mode="multi",
        format_func=lambda code: f"{labels.country_name(code, frame.words.lang)} {labels.number(counts.get(code, 0), frame.words.lang)}",
        key=_TARGETS,
        wrap=True,
        help=frame.words.say("reactions.targets_help"),
        on_change=_take_targets,
    )


def _aimed_at(frame: Frame) -> dict[str, int]:
    """How many reactions each country would have aimed at it if no other were chosen, the most first."""
    free = replace(frame.view.filters, recipients=())
    pairs = tables.reactions_view(tables.apply(frame.corpus.tables, free)).pairs
    counts = pairs.drop_duplicates(["event_id", "recipient"])["recipient"].value_counts()
    return {str(code): int(n) for code, n in counts.items() if n}


def _take_targets() -> None:
    view = state.heard(_TARGETS)
    if view is not None:
        filters = replace(view.filters, recipients=tuple(st.session_state[_TARGETS]))
        state.go(replace(view.with_picks(page=None), filters=filters))


def layout(frame: Frame, one: Asked) -> None:
    """The map or the arcs, and the part of the world."""
    words = frame.words
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        kinds = ("countries", FLOWS)
        state.show(_KIND, kinds[one.flows])
        st.segmented_control(
            words.say("reactions.kind"),
            kinds,
            format_func=lambda kind: words.say(f"reactions.kind_{kind}"),
            required=True,
            key=_KIND,
            on_change=lambda: state.pick(
                _KIND, map=_unless_first(st.session_state[_KIND], kinds), a=None, b=None, play=None, page=None, top=None
            ),
            label_visibility="collapsed",
        )
        state.show(_REGION, one.region)
        regions = tuple(charts.REGIONS)
        st.selectbox(
            words.say("reactions.region"),
            regions,
            format_func=lambda region: charts.region_label(region, words.lang),
            key=_REGION,
            on_change=lambda: state.pick(_REGION, region=_unless_first(st.session_state[_REGION], regions)),
            label_visibility="collapsed",
            width=190,
            filter_mode=None,
        )


def take_country(point: dict[str, Any] | None) -> None:
    """A click on the map."""
    location = (point or {}).get("location") or (point or {}).get("customdata")
    state.pick(pick=str(location[0] if isinstance(location, list) else location) if location else None, page=None)


def take_party(code: str | None) -> None:
    """A row of the table."""
    state.pick(pick=code, page=None)


def bodies(frame: Frame, one: Asked) -> None:
    """Organisations of states, which no map shows, as buttons with their numbers."""
    view, lang = one.view, frame.words.lang
    if view.bodies.empty:
        return
    counts = dict(zip(view.bodies["body"], view.bodies["count"], strict=True))
    shown = list(counts)[:_MOST_BODIES]
    if one.party in counts and one.party not in shown:
        shown.append(str(one.party))
    state.show(_BODIES, one.party if one.party in shown else None)
    st.pills(
        frame.words.say("reactions.bodies"),
        shown,
        format_func=lambda code: f"{one.names[code]} {labels.number(counts[code], lang)}",
        key=_BODIES,
        wrap=True,
        on_change=lambda: state.pick(_BODIES, pick=st.session_state[_BODIES], page=None),
    )


def choice(frame: Frame, one: Asked) -> None:
    """Everybody who reacted as a menu that is searched without accents."""
    view = one.view
    counts = dict(zip(view.by_country["country"], view.by_country["count"], strict=True))
    counts |= dict(zip(view.bodies["body"], view.bodies["count"], strict=True))
    order: list[str] = sorted(counts, key=lambda code: tables.fold(one.names[code]))
    state.show(_CHOICE, one.party)
    st.selectbox(
        frame.words.say("reactions.choose"),
        order,
        index=None,
        format_func=lambda code: searchable(f"{one.names.get(code, code)} ({counts.get(code, 0)})"),
        key=_CHOICE,
        placeholder=frame.words.say("reactions.everybody"),
        on_change=lambda: state.pick(_CHOICE, pick=st.session_state[_CHOICE], page=None),
        filter_mode="contains",
        label_visibility="collapsed",
    )


def _unless_first(value: str, choices: tuple[str, ...]) -> str | None:
    """What is first is the default, and stays out of the address."""
    return None if value == choices[0] else value
