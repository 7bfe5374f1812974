"""Casualty figures over time: running totals as steps, single events as marks, ranges as bands and bars, never added up."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from lib.charts.casualty_marks import Mark, Styles, Trace, incidents, iso, legend, marks, series_names, styles, totals
from lib.charts.style import ACCENT, BORDER, GRID, date_axis, empty, layout, say
from lib.knowledge.labels import Lang, country_name, number
from lib.records import Qualifier, Scope
from lib.tables.casualties import newest_flags
from lib.tables.casualties_flags import SAME
from lib.tables.filters import isin
from lib.tables.memo import remembered

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from lib.tables import CasualtiesView

MOST = 250
"""How many figures each of the two plots draws at most: what can be told apart, and a browser draws at once."""

MOST_A_STRIP = 60

_TOWERS = 3
"""From how many times the largest firm figure on a vague one ("millions") would press all others to the foot of a linear scale."""

_MOST_NAMES = 4

WIDE = 100
"""From how many times the typical figure the largest one is on, a plot is better read on a logarithmic scale."""

_STRIP = 92
_DIGIT = 8  # pixels


class Pin(NamedTuple):
    """An event on the time axis: its day, and what its head says (a number that a list below explains)."""

    day: date
    head: str


class Reference(NamedTuple):
    """A reader's own series: its name and its `date` and `value`, ascending."""

    name: str
    rows: pd.DataFrame


def casualty_series(
    view: CasualtiesView,
    lang: Lang,
    *,
    limit: int = 12,
    log: bool = False,
    pins: Sequence[Pin] = (),
    reference: Reference | None = None,
    picked: str | None = None,
    height: int = 520,
) -> go.Figure:
    """Totals above, incidents below, one time axis; `customdata` is [casualty_id, article_id].

    A colour and a shape a claimant on both plots, a line a series of its. Hollow marks are figures whose text gives no date, on the day
    of publication; a cross is an addition; bars and bands are the range a figure means, an arrow up a figure without a top ("at
    least"); a numbered ring is the later figure of a contradiction, in the order of `newest_flags`; a bar along the axis is a date
    known only to the week, month or year. The same figure told by several articles is one mark. `picked` is the id of a figure whose
    mark stands in a square; it is drawn and on the first screen whatever else is left out. `limit` keeps the running totals with
    most figures, `MOST` the newest figures, a linear scale no vague figure that towers over all others. `layout.meta` names
    the `series_left_out` and counts what is `figures_left_out`, `above` and `before` (left of the first screen): see `casualty_notes`.
    """
    rows = drawable(view)
    if rows.empty:
        return empty(lang, height)
    one = standing(view, rows, picked)
    running = isin(rows["scope"], [Scope.CUMULATIVE])
    kept, counts = _kept(rows[running], "series", limit, one)
    shown = rows[~running | rows["series"].isin(kept)]
    cut = _cut(shown, MOST, one)
    first = _first_screen(cut, reference, one)
    common = _common(view)
    parts, above = _fitting(_parts(marks(cut, lang, common)), one, log=log)
    drawn = [mark for some in parts.values() for mark in some]
    lost = series_names(rows[running & ~rows["series"].isin(kept)], lang, common) if len(counts) > len(kept) else {}
    hidden = {
        "series_left_out": [name or say("whole_side", lang) for name in lost.values()],
        "figures_left_out": len(shown) - len(cut),
        "above": above,
        "before": int((cut["day"] < first[0]).sum()),
    }
    plots = _plots(parts, styles(drawn), lang)
    plots[0].traces.extend(_flags(view, parts.get("totals", []), lang))
    if reference is not None:
        plots[0].traces.append(_reference(reference))
    plots[-1].traces.extend(legend(drawn, lang))
    for plot, some in zip(plots, parts.values(), strict=True):
        plot.traces.extend(_square(some, one, lang))
    axes, told = _stacked(plots, _shares(parts), lang, first, log=log)
    lines, heads = _pinned(pins)
    own = {
        "margin": {"t": 34, "l": _left(plots, lang)},
        "legend": {"y": -0.12},
        "annotations": [*told, *heads],
        "shapes": lines,
    }
    return _figure(plots, layout(lang, height, **axes, **own, clickmode="event+select", dragmode="pan", meta=hidden))


def casualty_strips(view: CasualtiesView, lang: Lang, *, limit: int = 10, log: bool = False, picked: str | None = None) -> go.Figure:
    """Every side of one harm on a strip of its own, those with most figures above; all else as in `casualty_series`."""
    rows = drawable(view)
    rows = rows[rows["victims_country"] != ""]
    one = standing(view, rows, picked)
    kept, counts = _kept(rows, "victims_country", limit, one)
    if not kept:
        return empty(lang, 320)
    whole = rows[rows["victims_country"].isin(kept)]
    shown = pd.concat([_cut(some, MOST_A_STRIP, one) for _, some in whole.groupby("victims_country", sort=False)])
    sides: dict[str, list[Mark]] = {code: [] for code in kept}
    for mark in marks(shown, lang, frozenset({"harm", "country"})):
        sides[mark.side].append(mark)
    looks = styles([mark for some in sides.values() for mark in some])
    plots, above = [], 0
    for code, some in sides.items():
        parts, over = _fitting(_parts(some), one, log=log)
        traces = [trace for plot in _plots(parts, looks, lang) for trace in plot.traces] + _square(some, one, lang)
        top = max(map(_top, parts.values()))
        plots.append(_Plot(country_name(code, lang), [trace | {"showlegend": False} for trace in traces], top))
        above += over
    axes, told = _stacked(plots, [1.0] * len(plots), lang, _first_screen(shown, None, one), log=log, gap=0.34 / len(kept))
    hidden = {"sides_left_out": len(counts) - len(kept), "figures_left_out": len(whole) - len(shown), "above": above}
    own = {
        "margin": {"t": 28, "l": _left(plots, lang)},
        "annotations": told,
        "clickmode": "event+select",
        "dragmode": "pan",
        "meta": hidden,
    }
    return _figure(plots, layout(lang, 60 + _STRIP * len(kept), **axes, **own))


def casualty_notes(meta: Mapping[str, Any], lang: Lang, *, still: bool = False) -> list[str]:
    """What a chart with this `layout.meta` does not show, and why, a sentence each; `still` for a picture, which nobody can turn."""
    found = []
    if lost := meta.get("series_left_out"):
        names = ", ".join(lost[:_MOST_NAMES]) + ("…" if len(lost) > _MOST_NAMES else "")
        found.append(say("series_left_out", lang, n=number(len(lost), lang), names=names))
    older, before = meta.get("figures_left_out", 0), meta.get("before", 0)
    counts = {
        "sides_left_out": meta.get("sides_left_out", 0),
        "figures_left_out": older + before if still else older,
        "figures_above_still" if still else "figures_above": meta.get("above", 0),
        "figures_before": 0 if still else before,
    }
    return found + [say(word, lang, n=number(count, lang)) for word, count in counts.items() if count]


def _fitting(parts: dict[str, list[Mark]], picked: str | None, *, log: bool) -> tuple[dict[str, list[Mark]], int]:
    """The marks that a scale has room for, and how many it has none for: vague figures that tower over all firm ones of their plot."""
    if log:
        return parts, 0
    found = {}
    for key, some in parts.items():
        firm = [mark for mark in some if not mark.vague or mark.casualty_id == picked]
        room = _TOWERS * _top(firm) if firm else math.inf
        found[key] = [mark for mark in some if _top([mark]) <= room]
    return found, sum(len(parts[key]) - len(some) for key, some in found.items())


def _figure(plots: list[_Plot], look: dict[str, Any]) -> go.Figure:
    """Plain JSON, unchecked: plotly's classes cost more than all else here."""
    data = [
        trace | {"xaxis": f"x{mark}", "yaxis": f"y{mark}"}
        for place, plot in enumerate(plots, start=1)
        for mark in ["" if place == 1 else str(place)]
        for trace in plot.traces
    ]
    return go.Figure({"data": data, "layout": look}, _validate=False)


class _Plot(NamedTuple):
    """One of several plots over one time axis: its title, its traces and its largest figure."""

    title: str
    traces: list[Trace]
    top: float


def _kept(rows: pd.DataFrame, column: str, limit: int, picked: str | None) -> tuple[list[str], pd.Series]:
    """The values of `column` with most figures, and that of the picked figure; and how many figures each has."""
    counts = rows[column].value_counts()
    most = sorted(counts.index, key=lambda key: (-int(counts[key]), key))[:limit]
    mine = rows.loc[rows["casualty_id"] == picked, column]
    return [*most, *(key for key in mine if key not in most)], counts


def _cut(rows: pd.DataFrame, most: int, picked: str | None = None) -> pd.DataFrame:
    """The newest running totals and the newest of the rest, at most `most` of each; and the picked figure however old."""
    running = isin(rows["scope"], [Scope.CUMULATIVE])
    order = np.argsort(rows["day"].to_numpy(), kind="stable")
    chosen = (rows["casualty_id"] == picked).to_numpy() if picked else np.zeros(len(rows), dtype=bool)
    places: list[int] = []
    for some in (order[running[order]], order[~running[order]]):
        older, newest = some[:-most], some[-most:]
        places += [*older[chosen[older]].tolist(), *newest.tolist()]
    return rows.iloc[places]


def _parts(drawn: list[Mark]) -> dict[str, list[Mark]]:
    """Running totals apart from the rest."""
    parts = {"totals": [mark for mark in drawn if mark.running], "incidents": [mark for mark in drawn if not mark.running]}
    return {key: some for key, some in parts.items() if some}


def _plots(parts: dict[str, list[Mark]], looks: Styles, lang: Lang) -> list[_Plot]:
    draw = {"totals": totals, "incidents": incidents}
    return [_Plot(say(key, lang), draw[key](some, looks, lang), _top(some)) for key, some in parts.items()]


def _top(drawn: list[Mark]) -> float:
    return max(mark.high or mark.value for mark in drawn)


def _shares(parts: dict[str, list[Mark]]) -> list[float]:
    """How high each plot is: the running totals more than the rest, unless they are few beside it."""
    if len(parts) == 1:
        return [1.0]
    return [0.62, 0.38] if len(parts["totals"]) * 3 >= len(parts["incidents"]) else [0.4, 0.6]


def _stacked(
    plots: list[_Plot], shares: list[float], lang: Lang, screen: tuple[pd.Timestamp, pd.Timestamp], *, log: bool, gap: float = 0.11
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The axes of plots above one another over one time axis, and their titles."""
    room = (1 - gap * (len(plots) - 1)) / sum(shares)
    axes: dict[str, Any] = {}
    titles: list[dict[str, Any]] = []
    top = 1.0
    for place, (plot, share) in enumerate(zip(plots, shares, strict=True), start=1):
        mark = "" if place == 1 else str(place)
        bottom = max(top - share * room, 0.0)
        drawn = {"domain": [bottom, top], "anchor": f"x{mark}", "gridcolor": GRID, "zeroline": False}
        axes[f"yaxis{mark}"] = drawn | (_log_axis(plot.top) if log else _linear_axis(share * room, plot.top))
        axes[f"xaxis{mark}"] = {
            **date_axis(lang),
            "anchor": f"y{mark}",
            "range": [iso(stamp) for stamp in screen],
            "showticklabels": place == len(plots),
            **({"matches": "x"} if mark else {}),
        }
        title = {"text": plot.title, "x": 0, "xref": "paper", "xanchor": "left", "y": top, "yref": "paper", "yanchor": "bottom"}
        titles.append({**title, "showarrow": False, "font": {"size": 13}})
        top = bottom - gap
    return axes, titles


def _left(plots: list[_Plot], lang: Lang) -> int:
    """Pixels for the numbers of the axis: plotly would draw everything once more to find out."""
    return 14 + _DIGIT * len(number(int(max(plot.top for plot in plots)), lang))


def _linear_axis(height: float, top: float) -> dict[str, Any]:
    """From zero on, and no half people."""
    ticks = max(3, int(9 * height))
    whole = {"dtick": 1, "tick0": 0} if top <= ticks else {"nticks": ticks}
    return {"type": "linear", "rangemode": "tozero", "tickformat": ",", **whole}


def _log_axis(top: float) -> dict[str, Any]:
    """Decades, not more of them told than fit."""
    return {"type": "log", "tickformat": ",d", "dtick": max(1, math.ceil(math.log10(max(top, 10)) / 4))}


def wide(view: CasualtiesView) -> bool:
    """Whether the figures of a plot lie so far apart that a logarithmic scale reads better; vague ones ("millions") have no say."""
    rows = drawable(view)
    rows = rows[~isin(rows["qualifier"], [Qualifier.VAGUE])]
    running = isin(rows["scope"], [Scope.CUMULATIVE])
    return any(len(some) > 1 and some.max() > WIDE * max(some.median(), 1) for some in (rows["value"][running], rows["value"][~running]))


@remembered
def drawable(view: CasualtiesView) -> pd.DataFrame:
    """The figures that have a day, one row a figure: `told` is how many rows stated it, the first to do so stands for them."""
    rows = view.rows[view.rows["day"].notna()].sort_values(["series", "day", "confidence"], ascending=[True, True, False], kind="stable")
    if rows.empty:
        return rows.assign(told=0)
    alike = rows.groupby(SAME, dropna=False, observed=True, sort=False).ngroup().to_numpy()
    first = np.sort(np.unique(alike, return_index=True)[1])
    told, odd = np.bincount(alike), np.bincount(alike, weights=rows["contradicts"].to_numpy(dtype=np.float64)) > 0
    once = rows.iloc[first].assign(told=told[alike[first]], contradicts=odd[alike[first]])
    reports = once.groupby("story_id", dropna=False)
    once = once.assign(told=reports["told"].transform("sum"), contradicts=reports["contradicts"].transform("max"))
    return once[~once.duplicated("story_id") | once["story_id"].isna() | once["contradicts"]]


def standing(view: CasualtiesView, rows: pd.DataFrame, picked: str | None) -> str | None:
    """Which of the `drawable` rows stands for a figure of the view: itself, the same figure of another article, or its story's.

    None where none does: the figure has no day, or is not in view.
    """
    mine = view.rows[view.rows["casualty_id"] == (picked or "")]
    if mine.empty:
        return None
    alike = mine[SAME].merge(rows[[*SAME, "casualty_id"]], on=SAME)["casualty_id"]
    told = rows.loc[rows["story_id"].isin(mine["story_id"].dropna()), "casualty_id"]
    candidates = [*rows.loc[rows["casualty_id"] == picked, "casualty_id"], *alike, *told]
    return str(candidates[0]) if candidates else None


def _square(drawn: list[Mark], picked: str | None, lang: Lang) -> list[Trace]:
    """A square about the mark that is picked."""
    mark = next((one for one in drawn if one.casualty_id == picked), None)
    if mark is None:
        return []
    square = {
        "type": "scatter",
        "x": [iso(mark.day)],
        "y": [mark.value],
        "mode": "markers",
        "marker": {"symbol": "square-open", "size": 24, "color": ACCENT, "line": {"width": 3}},
        "cliponaxis": False,
        "customdata": [[mark.casualty_id, mark.article_id]],
        "hoverinfo": "skip",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
        "name": say("selected", lang),
    }
    return [square]


def _common(view: CasualtiesView) -> frozenset[str]:
    """What every series of the view shares, and its names need not say."""
    columns = {"harm": view.rows["harm"], "country": view.rows["victims_country"]}
    return frozenset(name for name, column in columns.items() if len(column.unique()) == 1)


def _flags(view: CasualtiesView, drawn: list[Mark], lang: Lang) -> list[Trace]:
    """A numbered ring about the later figure of each contradiction."""
    numbers: dict[str, list[str]] = {}
    for place, key in enumerate(newest_flags(view)["second_id"], start=1):
        numbers.setdefault(key, []).append(str(place))
    ringed = [mark for mark in drawn if mark.casualty_id in numbers]
    if not ringed:
        return []
    ring = {
        "type": "scatter",
        "x": [iso(mark.day) for mark in ringed],
        "y": [mark.value for mark in ringed],
        "mode": "markers+text",
        "marker": {"symbol": "circle-open", "size": 20, "color": ACCENT, "line": {"width": 2}},
        "text": [f"<b>{','.join(numbers[mark.casualty_id])}</b>" for mark in ringed],
        "textposition": "bottom right",
        "textfont": {"color": ACCENT, "size": 14},
        "cliponaxis": False,
        "customdata": [[mark.casualty_id, mark.article_id] for mark in ringed],
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
        "name": say("contradiction", lang),
    }
    return [ring]


def _reference(reference: Reference) -> Trace:
    return {
        "type": "scatter",
        "x": reference.rows["date"].dt.strftime("%Y-%m-%d").tolist(),
        "y": reference.rows["value"].tolist(),
        "name": reference.name,
        "mode": "lines",
        "line": {"shape": "hv", "color": "#8a8f98", "width": 4},
        "opacity": 0.7,
        "hovertemplate": "%{x|%-d/%-m/%Y}: %{y:,}<extra>%{fullData.name}</extra>",
    }


def _pinned(pins: Sequence[Pin]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """A line a pinned event, and its head."""
    line = {"color": BORDER, "width": 1.5, "dash": "dash"}
    days = [pin.day.isoformat() for pin in pins]
    lines = [{"type": "line", "xref": "x", "x0": day, "x1": day, "yref": "paper", "y0": 0, "y1": 1, "line": line} for day in days]
    head = {"yref": "paper", "y": 1, "yanchor": "top", "showarrow": False, "bordercolor": BORDER, "borderpad": 2, "font": {"size": 12}}
    return lines, [head | {"xref": "x", "x": day, "text": f"<b>{pin.head}</b>"} for day, pin in zip(days, pins, strict=True)]


def _first_screen(rows: pd.DataFrame, reference: Reference | None, picked: str | None = None) -> tuple[pd.Timestamp, pd.Timestamp]:
    """From a month before the first publication (a figure told of years ago would press the rest together) to the last day.

    A figure that is picked is on it, though.
    """
    days = pd.concat([rows["day"], reference.rows["date"]]) if reference is not None else rows["day"]
    told = rows["published"].min()
    first = max(days.min(), told - pd.Timedelta(days=31)) if pd.notna(told) else days.min()
    if reference is not None:
        first = min(first, reference.rows["date"].min())
    if picked is not None:
        first = min([first, *rows.loc[rows["casualty_id"] == picked, "day"]])
    last = days.max()
    margin = max((last - first) * 0.03, pd.Timedelta(days=2))
    return first - margin, last + margin
