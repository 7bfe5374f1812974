"""The map of reactions on a day, and its playback day by day.

While it plays, only this part of the page runs again; the address holds the day where it was stopped (a step of the Back button each
day would bury the pages visited before).
"""

from __future__ import annotations

import time
from datetime import date
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from lib import charts, tables
from lib.knowledge import labels
from lib.ui import charting, picture, reactions, state

if TYPE_CHECKING:
    from collections.abc import Sequence

    import plotly.graph_objects as go

    from lib.charts import Scale
    from lib.ui.frame import Frame
    from lib.ui.reactions import Asked
    from lib.ui.wording import Wording

PACE = 1.0
"""Seconds that a step of the playback stays."""
_EARLY = 0.6  # of the pace: a request may come that much before its time
_PLAY, _DAY, _STARTED = "reactions-play", "reactions-day", "reactions-started"
_ALWAYS = date.max
"""The last stop of the slider: every reaction, on a day or on none."""
_HEIGHT = 430
_HEIGHTS = {"world": 330}


def draw(frame: Frame, one: Asked) -> None:
    """The map with its day and the button that plays it."""
    steps = tables.days(one.whole)
    if one.playing and len(steps) > 1:
        st.fragment(_step, run_every=PACE)(frame, one, steps)
        return
    _map(frame, one, one.day)
    _picture(frame, one)
    if len(steps) > 1:
        _bar(frame, steps, _nearest(steps, one.day), playing=False)
    _notes(frame, one, one.day)


def _step(frame: Frame, one: Asked, steps: Sequence[date]) -> None:
    """One step of the playback; what was picked meanwhile, or the end of it, runs the whole page again."""
    if state.reading().view.picks != frame.view.picks:
        st.rerun()
    place = _place(one, steps)
    if place >= len(steps):
        _stop(None)
        st.rerun()
    _map(frame, one, steps[place])
    _bar(frame, steps, steps[place], playing=True)
    _notes(frame, one, steps[place])


def _place(one: Asked, steps: Sequence[date]) -> int:
    """Which step the playback has come to: one more than when it was last asked, if that was a step's time ago.

    A slow browser thus sees every step. A link to a playback starts it at its day.
    """
    now = time.monotonic()
    if _STARTED not in st.session_state:
        st.session_state[_STARTED] = (_first(steps, one.day), now)
    place, since = st.session_state[_STARTED]
    if now - since > PACE * _EARLY:
        place += 1
        st.session_state[_STARTED] = (place, now)
    return int(place)


def _first(steps: Sequence[date], day: date | None) -> int:
    """The step to start at: the day that is shown, the very first where everything is."""
    shown = _nearest(steps, day)
    return steps.index(shown) if shown and shown != steps[-1] else 0


def _map(frame: Frame, one: Asked, day: date | None) -> None:
    words = frame.words
    by_country = tables.countries_until(one.whole, day) if day else one.whole.by_country
    scale = charts.scale_of(one.whole.by_country, one.color, words.lang)
    height = _HEIGHTS.get(one.region, _HEIGHT)
    figure = charts.reactions_map(by_country, words.lang, scale=scale, selected=one.party, region=one.region, legend=False, height=height)
    charting.draw(figure, "reactions-map", words.say("reactions.map_alt"), words.lang, reactions.take_country, zoom=True)
    st.html(legend(scale, words.say("reactions.scale")))


def _picture(frame: Frame, one: Asked) -> None:
    """The map to take along, with the legend and the note on borders that the page says beside it."""
    words = frame.words
    title = words.say("picture.reactions", by=words.say(f"reactions.color_{one.color}").lower())

    def make() -> go.Figure:
        by_country = tables.countries_until(one.whole, one.day) if one.day else one.whole.by_country
        scale = charts.scale_of(one.whole.by_country, one.color, words.lang)
        return charts.reactions_map(by_country, words.lang, scale=scale, selected=one.party, region=one.region, height=560)

    picture.offer(frame, "reactions", reactions.dated(title, one, words), make)


def legend(scale: Scale, name: str) -> str:
    """The scale in its order, as a list of colours with their names."""
    entries = zip(scale.names, scale.colors, strict=True)
    items = "".join(f'<li><span style="background:{color}"></span>{escape(what)}</li>' for what, color in entries)
    return f'<ul class="bg-scale" aria-label="{escape(name)}">{items}</ul>'


def _bar(frame: Frame, steps: Sequence[date], day: date | None, *, playing: bool) -> None:
    """The button that plays or stops, and beside it the day: a slider, while it plays a clock.

    A slider that the server moves may be sent back as it stood before by the next step's own request, and would then stop the playback.
    """
    words = frame.words
    with st.container(horizontal=True, gap="medium", vertical_alignment="center", key="bg-playback"):
        st.button(
            words.say("reactions.pause" if playing else "reactions.play"),
            key=_PLAY,
            icon=":material/pause:" if playing else ":material/play_arrow:",
            on_click=(lambda: _stop(day)) if playing else (lambda: _start(steps, day)),
        )
        if playing and day:
            said = f"{words.say('reactions.until')} **{_day_label(day, words)}**"
            st.progress((steps.index(day) + 1) / len(steps), text=said)
            return
        state.show(_DAY, day or _ALWAYS)
        st.select_slider(
            words.say("reactions.until"),
            [*steps, _ALWAYS],
            format_func=lambda one: _day_label(one, words),
            key=_DAY,
            on_change=_take_day,
        )


def _day_label(day: date, words: Wording) -> str:
    return words.say("reactions.always") if day == _ALWAYS else labels.date_label(day, None, None, words.lang)


def _notes(frame: Frame, one: Asked, day: date | None) -> None:
    """What stands on a day by its publication only, what on none, and what borders mean."""
    words = frame.words
    once = one.whole.rows.drop_duplicates("event_id")
    nowhere = int(once["standing"].isna().sum())
    counts = {"undated_day": len(once) - int(once["date_known"].sum()) - nowhere, "nowhere_day": nowhere} if day else {}
    said = [words.count(f"reactions.{key}", n, labels.number(n, words.lang)) for key, n in counts.items() if n]
    st.caption(" ".join([*said, words.say("reactions.borders")]))


def _start(steps: Sequence[date], day: date | None) -> None:
    st.session_state[_STARTED] = (_first(steps, day), time.monotonic())
    state.pick(play="1", page=None)


def _take_day() -> None:
    day = st.session_state[_DAY]
    if state.heard(_DAY) is not None:
        _stop(None if day == _ALWAYS else day)


def _stop(day: date | None) -> None:
    """Stay at a day; None is everything."""
    st.session_state.pop(_STARTED, None)
    state.pick(play=None, day=day.isoformat() if day else None, page=None)


def _nearest(steps: Sequence[date], day: date | None) -> date | None:
    """The last step that is not after `day`; None shows everything."""
    return max((step for step in steps if step <= day), default=steps[0]) if day and steps else None
