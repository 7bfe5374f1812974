"""Events over time by quad class: days, or weeks and months where much time is covered; long silences are cut out of the axis.

What has no date stands, hatched, on the day of its publication.
"""

from __future__ import annotations

import bisect
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import plotly.graph_objects as go
from babel.dates import format_date

from lib.charts.style import BORDER, GRID, QUAD_COLORS, empty, layout, note, noted, say
from lib.knowledge.labels import Lang, date_label, number, term_label, type_label
from lib.records import EventType, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from lib.tables import OverviewView

Days = npt.NDArray[np.datetime64]
Counts = npt.NDArray[np.int64]
Period = tuple[date | None, date | None]
_THURSDAY = 3
"""The weekday of the day from which numpy counts days, 1 January 1970; Monday is 0."""
_STEPS = (("D", 62), ("W", 430), ("M", sys.maxsize))
"""How long a bar's period is, and up to how many days may be covered by such bars: some sixty of them, so that hatching is seen."""
_FINE_ENOUGH = {
    "D": (Precision.DAY,),
    "W": (Precision.DAY, Precision.WEEK),
    "M": (Precision.DAY, Precision.WEEK, Precision.MONTH),
}
"""How finely the day of an event must be known to stand on such a bar."""
_TOO_COARSE = {"D": "too_coarse_day", "W": "too_coarse_week", "M": "too_coarse_month"}
"""What is said of the others."""
_TICKED_SINGLY = 4
"""Up to this height each number has its tick: plotly's own would be at halves."""
_HATCH = {"shape": "/", "size": 5, "solidity": 0.28, "fillmode": "replace"}
_FAINT = "55"
"""How opaque the ground of a hatched bar is, as the last two digits of a colour."""
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


@dataclass(frozen=True, slots=True)
class Key:
    """An entry of the legend: a colour, or the hatching of what stands on the day of its publication."""

    name: str
    color: str
    hatched: bool = False


def timeline(view: OverviewView, lang: Lang, *, period: Period = (None, None), height: int = 300, legend: bool = True) -> go.Figure:
    """Stacked bars of `view.bars`; `customdata` is [first day, last day] of the bar, ISO.

    Events without a date are hatched bars on the day of publication, with an entry of their own in the legend. What is known less
    finely than the bars are drawn (a year on an axis of days) is on none, and told in a note. The axis reaches to the ends of
    `period`, the first and last day that were asked for. A silence that would take more than a third of the width is cut out of it
    and told in words. Without `legend`, the page says it beside the chart (`timeline_key`), which then has all the room.
    """
    step, rows = _drawn(view.bars, period)
    left_out = _left_out(view, rows, step, lang)
    if rows.empty:
        return _nothing(lang, height, left_out)
    days = _days(rows)
    begins = _begins(days, step)
    axis = _axis(_widened(_stretches(_ends(days, period)), step))
    bars = _all_bars(rows, begins, view, lang, step, axis)
    # Plain JSON, unchecked: plotly's classes cost more than all else here, and this runs on every change of a filter.
    axes, silences = _axes(axis, _highest(begins, rows["count"].to_numpy()), lang)
    told = [noted(left_out)] if left_out else []
    own = {
        # A click on an entry would hide the dated bars of a class and leave its hatched ones.
        "legend": {"y": -0.32, "itemclick": False, "itemdoubleclick": False},
        "margin": {"r": 16},
        "showlegend": legend,
        "barmode": "stack",
        "bargap": 0.1,
        "clickmode": "event+select",
        "dragmode": False,
    }
    look = layout(lang, height, **axes, **own, annotations=[*silences, *told])
    return go.Figure({"data": bars, "layout": look}, _validate=False)


def timeline_key(view: OverviewView, lang: Lang) -> tuple[Key, ...]:
    """What the bars of `timeline` mean, in their order; empty where there are none."""
    quads = set(view.bars["quad_class"])
    found = [Key(_name(quad, lang), color) for quad, color in QUAD_COLORS.items() if quad in quads]
    if view.bars["published"].any():
        found.append(Key(_stand_ins(view, lang), QUAD_COLORS[""], hatched=True))
    return tuple(found)


def _name(quad: str, lang: Lang) -> str:
    return term_label("quad_class", quad, lang) if quad else type_label(EventType.EXPRESS, lang)


def _stand_ins(view: OverviewView, lang: Lang) -> str:
    return say("stand_ins", lang, n=number(view.undated - view.nowhere, lang), all=number(view.actual, lang))


def _nothing(lang: Lang, height: int, left_out: str) -> go.Figure:
    figure = empty(lang, height)
    if left_out:
        note(figure, left_out)
    return figure


def _days(rows: pd.DataFrame) -> Days:
    return rows["day"].to_numpy().astype("datetime64[D]")


def _drawn(bars: pd.DataFrame, period: Period) -> tuple[str, pd.DataFrame]:
    """How long a bar's period is, and the rows that are known that finely: the finest for which there is room."""
    grains = bars["grain"].to_numpy()
    for step, most in _STEPS:
        rows = bars[np.isin(grains, _FINE_ENOUGH[step])]
        if len(rows):
            covered = sum((last - first).days + 1 for first, last in _stretches(_ends(_days(rows), period)))
            if covered <= most:
                return step, rows
    return step, rows


def _ends(days: Days, period: Period) -> list[date]:
    """The days on which something stands, with the ends of the period that was asked for."""
    asked = np.array([day for day in period if day], dtype="datetime64[D]")
    found: list[date] = np.unique(np.concatenate([days, asked])).tolist()
    return found


def _left_out(view: OverviewView, rows: pd.DataFrame, step: str, lang: Lang) -> str:
    """How many events are on no bar, and why; empty where every one is."""
    coarse = int(view.bars["count"].sum()) - int(rows["count"].sum())
    told = {_TOO_COARSE[step]: coarse, "nowhere": view.nowhere}
    return " · ".join(say(key, lang, n=number(n, lang)) for key, n in told.items() if n)


def _highest(begins: Days, counts: Counts) -> int:
    """How high the highest stack is."""
    places = np.unique(begins, return_inverse=True)[1]
    return int(np.bincount(places, weights=counts).max())


def _axes(axis: _Axis, highest: int, lang: Lang) -> tuple[dict[str, Any], list[dict[str, Any]]]:
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
            "range": [-0.6, axis.end - 0.4],
            "fixedrange": True,
            "tickangle": 0,
            "ticklabeloverflow": "allow",
        },
        "yaxis": {
            "gridcolor": GRID,
            "zeroline": False,
            "automargin": True,
            "tickformat": ",d",
            "rangemode": "tozero",
            **({"dtick": 1} if highest <= _TICKED_SINGLY else {}),  # else there are ticks at halves, and these say 0, 1, 1
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


def _all_bars(rows: pd.DataFrame, begins: Days, view: OverviewView, lang: Lang, step: str, axis: _Axis) -> list[dict[str, Any]]:
    """The bars of every quad class, dated ones below, then those that stand by publication, and the latter's entry in the legend."""
    quads, counts, published = (rows[name].to_numpy() for name in ("quad_class", "count", "published"))
    shown = [quad for quad in QUAD_COLORS if (quads == quad).any()]
    dated = [_bars(begins[part], counts[part], quad, lang, step, axis) for quad in shown for part in [(quads == quad) & ~published]]
    hatched = [
        _hatched(_bars(begins[part], counts[part], quad, lang, step, axis, said="stand_ins_events"), QUAD_COLORS[quad])
        for quad in shown
        for part in [(quads == quad) & published]
        if part.any()
    ]
    if not hatched:
        return dated
    name = _stand_ins(view, lang)
    entry = {"type": "bar", "x": [None], "y": [None], "name": name, "marker": _pattern(QUAD_COLORS[""]), "hoverinfo": "skip"}
    return [*dated, *hatched, entry]


def _hatched(bars: dict[str, Any], color: str) -> dict[str, Any]:
    return bars | {"marker": _pattern(color), "showlegend": False}


def _pattern(color: str) -> dict[str, Any]:
    return {"color": color, "pattern": _HATCH | {"fgcolor": color, "bgcolor": f"{color}{_FAINT}"}, "line": {"width": 0}}


def _bars(begins: Days, counts: Counts, quad: str, lang: Lang, step: str, axis: _Axis, said: str = "events") -> dict[str, Any]:
    """The bars of one quad class, stacked on those of the others: `begins` and `counts` of the rows, several a period.

    Without any, only its entry in the legend. `said` is the phrase of how many events a bar is.
    """
    name = _name(quad, lang)
    periods, places = np.unique(begins, return_inverse=True)
    heights = np.bincount(places, weights=counts).astype(np.int64).tolist() if len(places) else [None]
    spans = [(first, _last(first, step)) for first in periods.tolist()]
    labels = [_label(first, last, step, lang) for first, last in spans]
    told = [say(said, lang, n=number(n, lang)) for n in heights if n is not None]
    days = [(last - first).days + 1 for first, last in spans]
    return {
        "type": "bar",
        "x": [axis.at(first) + length / 2 - 0.5 for (first, _), length in zip(spans, days, strict=True)] or [None],
        "y": heights,
        "width": [length * 0.9 for length in days],
        "name": name,
        "marker": {"color": QUAD_COLORS[quad], "line": {"width": 0}},
        "customdata": [[first.isoformat(), last.isoformat()] for first, last in spans],
        "hovertext": [f"<b>{label}</b><br>{name}: {count}" for label, count in zip(labels, told, strict=True)],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


@lru_cache(maxsize=4096)
def _label(first: date, last: date, step: str, lang: Lang) -> str:
    return date_label(first, last, "month" if step == "M" else "day", lang)
