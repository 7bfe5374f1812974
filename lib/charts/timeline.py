"""Events over time by quad class: days, or weeks and months where much time is covered; long silences are cut out of the axis."""

from __future__ import annotations

import bisect
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go
from babel.dates import format_date

from lib.charts.style import BORDER, GRID, QUAD_COLORS, empty, layout, noted, say
from lib.knowledge.labels import Lang, date_label, number, term_label, type_label
from lib.records import EventType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.tables import OverviewView

Days = npt.NDArray[np.datetime64]
_THURSDAY = 3
"""The weekday of the day from which numpy counts days, 1 January 1970; Monday is 0."""
_STEPS = ((120, "D"), (900, "W"))
_SILENCE = 45
"""Days without an event that are left standing whatever the period; of a long one, a third of what is covered."""
_BREAK = 0.07
"""How wide a cut is, as a share of what is covered."""
_TICKS = 9
_DAYS_IN_MONTH = 30
_MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days on a line from which long silences are cut: stretches of days, and where each begins on the line."""

    stretches: tuple[tuple[date, date], ...]
    starts: tuple[float, ...]

    def at(self, day: date) -> float:
        """The place of a day that lies within a stretch."""
        which = max(bisect.bisect_right([first for first, _ in self.stretches], day) - 1, 0)
        return self.starts[which] + (day - self.stretches[which][0]).days

    @property
    def end(self) -> float:
        """The place after the last day."""
        return self.at(self.stretches[-1][1]) + 1


def timeline(view: OverviewView, lang: Lang, *, height: int = 300) -> go.Figure:
    """Stacked bars of `view.timeline`; `customdata` is [first day, last day] of the bar, ISO; undated events are told in a note.

    A silence that would take more than a third of the width is cut out of the axis and told in words.
    """
    rows = view.timeline
    if rows.empty:
        return empty(lang, height)
    days = rows["date"].to_numpy().astype("datetime64[D]")
    stretches = _stretches(np.unique(days).tolist())
    covered = sum((last - first).days + 1 for first, last in stretches)
    step = next((code for most, code in _STEPS if covered <= most), "M")
    begins = _begins(days, step)
    axis = _axis(_widened(stretches, step))
    quads, counts = rows["quad_class"].to_numpy(), rows["count"].to_numpy()
    parts = {quad: quads == quad for quad in QUAD_COLORS}
    bars = [_bars(begins[part], counts[part], quad, lang, step, axis) for quad, part in parts.items() if part.any()]
    # Plain JSON, unchecked: plotly's classes cost more than all else here, and this runs on every change of a filter.
    axes, silences = _axes(axis, lang)
    told = [noted(say("undated", lang, n=number(view.undated, lang)))] if view.undated else []
    own = {"legend": {"y": -0.32}, "margin": {"r": 16}, "barmode": "stack", "bargap": 0.1, "clickmode": "event+select", "dragmode": False}
    look = layout(lang, height, **axes, **own, annotations=[*silences, *told])
    return go.Figure({"data": bars, "layout": look}, _validate=False)


def _axes(axis: _Axis, lang: Lang) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The axes with the lines about what is cut out, and the words about that."""
    places, said = _ticks(axis, lang)
    shapes, told = _cuts(axis, lang)
    axes = {
        "xaxis": {
            "type": "linear",
            "tickvals": places,
            "ticktext": said,
            "showgrid": False,
            "zeroline": False,
            "range": [-0.6, axis.end + 0.1],
            "fixedrange": True,
            "tickangle": 0,
            "ticklabeloverflow": "allow",
        },
        "yaxis": {
            "gridcolor": GRID,
            "zeroline": False,
            "automargin": True,
            "tickformat": ",d",
            "fixedrange": True,
            "title": {"text": say("events_axis", lang)},
        },
        "shapes": shapes,
    }
    return axes, told


def _stretches(days: Sequence[date]) -> list[tuple[date, date]]:
    """The days cut where nothing happens for long: for more than `_SILENCE` and more than a third of the days that are covered."""
    gaps = sorted(((later - earlier).days for earlier, later in pairwise(days)), reverse=True)
    covered = (days[-1] - days[0]).days + 1
    longest = None
    for gap in gaps:
        if gap <= max(_SILENCE, covered / 3):
            break
        longest, covered = gap, covered - gap
    found = [days[0]]
    ends = []
    for earlier, later in pairwise(days):
        if longest is not None and (later - earlier).days >= longest:
            ends.append(earlier)
            found.append(later)
    return list(zip(found, [*ends, days[-1]], strict=True))


def _begins(days: Days, step: str) -> Days:
    """The first day of each day's period: the day itself, the Monday of its week, the first of its month."""
    if step == "D":
        return days
    if step == "M":
        return days.astype("datetime64[M]").astype("datetime64[D]")
    return days - (days.astype(np.int64) + _THURSDAY) % 7


def _last(begin: date, step: str) -> date:
    """The last day of the period that begins on `begin`."""
    if step == "M":
        return _next(begin, _DAYS_IN_MONTH) - timedelta(days=1)
    return begin + timedelta(days=0 if step == "D" else 6)


def _widened(stretches: Sequence[tuple[date, date]], step: str) -> tuple[tuple[date, date], ...]:
    """Each stretch up to the ends of its first and last period, those that then touch made one."""
    found: list[tuple[date, date]] = []
    for first, last in stretches:
        begin, final = _begins(np.array([first, last], dtype="datetime64[D]"), step).tolist()
        end = _last(final, step)
        if found and begin <= found[-1][1] + timedelta(days=1):
            found[-1] = (found[-1][0], end)
        else:
            found.append((begin, end))
    return tuple(found)


def _axis(stretches: tuple[tuple[date, date], ...]) -> _Axis:
    covered = sum((last - first).days + 1 for first, last in stretches)
    starts, place = [], 0.0
    for first, last in stretches:
        starts.append(place)
        place += (last - first).days + 1 + max(2.0, covered * _BREAK)
    return _Axis(stretches, tuple(starts))


def _ticks(axis: _Axis, lang: Lang) -> tuple[list[float], list[str]]:
    """A tick where each stretch begins, and others at whole days, months or years while there is room."""
    covered = sum((last - first).days + 1 for first, last in axis.stretches)
    room = max(covered / _TICKS, 1)
    places: list[float] = []
    said: list[str] = []
    for first, last in axis.stretches:
        day, year = first, None
        while day <= last:
            if not places or axis.at(day) - places[-1] >= room * 0.8 or day == first:
                if places and day == first and axis.at(day) - places[-1] < room * 0.6:
                    places.pop()
                    said.pop()
                places.append(axis.at(day))
                said.append(_tick(day, lang, year=day.year != year))
                year = day.year
            day = _next(day, room)
    return places, said


def _next(day: date, room: float) -> date:
    if room < _DAYS_IN_MONTH:
        return day + timedelta(days=max(round(room), 1))
    months = day.year * _MONTHS_IN_YEAR + day.month - 1 + max(round(room / _DAYS_IN_MONTH), 1)
    return date(months // _MONTHS_IN_YEAR, months % _MONTHS_IN_YEAR + 1, 1)


def _tick(day: date, lang: Lang, *, year: bool) -> str:
    plain = f"{day.day}/{day.month}" if lang == "vi" else str(format_date(day, "d MMM", locale=lang))
    return f"{plain}<br>{day.year}" if year else plain


def _cuts(axis: _Axis, lang: Lang) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Two lines about each silence that is cut out, and how long it is."""
    lines, said = [], []
    for (_, before), (after, _) in pairwise(axis.stretches):
        first, last = axis.at(before) + 0.7, axis.at(after) - 0.7
        for place in (first, last):
            line = {"color": BORDER, "dash": "dot", "width": 2}
            lines.append({"type": "line", "x0": place, "x1": place, "y0": 0, "y1": 1, "yref": "y domain", "line": line})
        months = number(round((after - before).days / (365.25 / _MONTHS_IN_YEAR)), lang)
        told = {"text": say("silence", lang, n=months), "textangle": -90, "showarrow": False, "font": {"size": 11}}
        said.append(told | {"x": (first + last) / 2, "y": 0.5, "yref": "paper"})
    return lines, said


def _bars(begins: Days, counts: npt.NDArray[np.int64], quad: str, lang: Lang, step: str, axis: _Axis) -> dict[str, Any]:
    """The bars of one quad class, stacked on those of the others: `begins` and `counts` of the rows, several a period."""
    name = term_label("quad_class", quad, lang) if quad else type_label(EventType.EXPRESS, lang)
    periods, places = np.unique(begins, return_inverse=True)
    heights = np.bincount(places, weights=counts).astype(np.int64).tolist()
    spans = [(first, _last(first, step)) for first in periods.tolist()]
    labels = [_label(first, last, step, lang) for first, last in spans]
    said = [say("events", lang, n=number(n, lang)) for n in heights]
    days = [(last - first).days + 1 for first, last in spans]
    return {
        "type": "bar",
        "x": [axis.at(first) + length / 2 - 0.5 for (first, _), length in zip(spans, days, strict=True)],
        "y": heights,
        "width": [length * 0.9 for length in days],
        "name": name,
        "marker": {"color": QUAD_COLORS[quad], "line": {"width": 0}},
        "customdata": [[first.isoformat(), last.isoformat()] for first, last in spans],
        "hovertext": [f"<b>{label}</b><br>{name}: {count}" for label, count in zip(labels, said, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


@lru_cache(maxsize=4096)
def _label(first: date, last: date, step: str, lang: Lang) -> str:
    return date_label(first, last, "month" if step == "M" else "day", lang)
