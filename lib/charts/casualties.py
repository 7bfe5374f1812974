"""Casualty figures over time: running totals as steps, single events as marks, ranges as bands and bars, never added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.casualty_marks import Styles, styles, traces
from lib.charts.style import ACCENT, BORDER, GRID, date_axis, dress, empty, note, say
from lib.knowledge.labels import Lang, country_name, number
from lib.records import Scope
from lib.tables.casualties_flags import SAME
from lib.tables.filters import isin

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lib.tables import CasualtiesView

MOST = 1500
"""How many figures each of the two plots draws at most: what a browser draws at once."""

WIDE = 100
"""From how many times the typical figure the largest one is on, a plot is better read on a logarithmic scale."""

_STRIP = 92


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
    height: int = 520,
) -> go.Figure:
    """Totals above, incidents below, one time axis; `customdata` is [casualty_id, article_id].

    A colour a series and claimant, a shape and a line a claimant. Hollow marks are figures whose text gives no date, on the day
    of publication; a cross is an addition; bars and bands are the range a figure means, an arrow up a figure without a top ("at
    least"); a numbered ring is the later figure of a contradiction, in the order of `view.flags`; a bar along the axis is a date
    known only to the week, month or year. The same figure told by several articles is one mark. `limit` keeps the series with most
    figures, `MOST` the newest figures; `layout.meta` counts what is `left_out`, `figures_left_out` and `before` (left of the first
    screen).
    """
    rows = drawable(view)
    if rows.empty:
        return empty(lang, height)
    counts = rows["series"].value_counts()
    kept = sorted(counts.index, key=lambda key: (-int(counts[key]), key))[:limit]
    shown = rows[rows["series"].isin(kept)]
    running = pd.Series(isin(shown["scope"], [Scope.CUMULATIVE]), index=shown.index)
    parts = [(key, some) for key, some in (("totals", shown[running]), ("incidents", shown[~running])) if len(some)]
    drawn = [(key, some.sort_values("day", kind="stable").tail(MOST)) for key, some in parts]
    hidden = {"left_out": len(counts) - len(kept), "figures_left_out": len(shown) - sum(len(some) for _, some in drawn)}
    chart = _plots(drawn, _styles(shown), lang, _common(view))
    _add_flags(chart, view, drawn, lang)
    if reference is not None:
        chart.add_trace(_reference(reference), row=1, col=1)
    dress(chart, lang, height)
    first = _first_screen(shown, reference)
    hidden["before"] = int((shown["day"] < first[0]).sum())
    chart.update_xaxes(**date_axis(lang), range=[stamp.strftime("%Y-%m-%d") for stamp in first])
    chart.update_yaxes(gridcolor=GRID, zeroline=False, type="log" if log else "linear", automargin=True)
    chart.update_yaxes(**({"dtick": 1, "tickformat": ",d"} if log else {"rangemode": "tozero", "tickformat": ","}))
    chart.update_annotations(x=0, xanchor="left", font={"size": 13})
    _add_pins(chart, pins)
    chart.update_layout(margin={"t": 34}, legend={"y": -0.12}, clickmode="event+select", dragmode="pan", meta=hidden)
    words = {"left_out": "series_left_out", "figures_left_out": "figures_left_out", "before": "figures_before"}
    if told := [say(words[key], lang, n=number(count, lang)) for key, count in hidden.items() if count]:
        note(chart, " · ".join(told), below=True)
    return chart


def casualty_strips(view: CasualtiesView, lang: Lang, *, limit: int = 10, log: bool = False) -> go.Figure:
    """Every side of one harm on a strip of its own, those with most figures above; `customdata` as in `casualty_series`."""
    rows = drawable(view)
    rows = rows[rows["victims_country"] != ""]
    counts = rows["victims_country"].value_counts()
    kept = sorted(counts.index, key=lambda key: (-int(counts[key]), key))[:limit]
    if not kept:
        return empty(lang, 320)
    chart = make_subplots(
        rows=len(kept),
        cols=1,
        shared_xaxes=True,
        vertical_spacing=0.34 / len(kept),
        subplot_titles=[country_name(code, lang) for code in kept],
    )
    for place, code in enumerate(kept, start=1):
        some = rows[rows["victims_country"] == code].sort_values("day", kind="stable").tail(MOST)
        running = pd.Series(isin(some["scope"], [Scope.CUMULATIVE]), index=some.index)
        looks = _styles(some)
        common = frozenset({"harm", "country"})
        for trace in (
            *traces(some[running], looks, lang, stepped=True, common=common),
            *traces(some[~running], looks, lang, stepped=False, common=common),
        ):
            chart.add_trace(trace.update(showlegend=False), row=place, col=1)
    dress(chart, lang, 60 + _STRIP * len(kept))
    first = _first_screen(rows[rows["victims_country"].isin(kept)], None)
    chart.update_xaxes(**date_axis(lang), range=[stamp.strftime("%Y-%m-%d") for stamp in first])
    scale = {"type": "log", "tickformat": ",d"} if log else {"rangemode": "tozero", "tickformat": ","}
    chart.update_yaxes(gridcolor=GRID, zeroline=False, automargin=True, nticks=3, **scale)
    chart.update_annotations(x=0, xanchor="left", font={"size": 13})
    chart.update_layout(margin={"t": 28}, clickmode="event+select", dragmode="pan", meta={"left_out": len(counts) - len(kept)})
    return chart


def wide(view: CasualtiesView) -> bool:
    """Whether the figures of a plot lie so far apart that a logarithmic scale reads better."""
    rows = drawable(view)
    running = isin(rows["scope"], [Scope.CUMULATIVE])
    return any(len(some) > 1 and some.max() > WIDE * max(some.median(), 1) for some in (rows["value"][running], rows["value"][~running]))


def drawable(view: CasualtiesView) -> pd.DataFrame:
    """The figures that have a day, one row a figure: `told` is how many rows stated it, the first to do so stands for them."""
    rows = view.rows[view.rows["day"].notna()].sort_values(["series", "day", "confidence"], ascending=[True, True, False], kind="stable")
    if rows.empty:
        return rows.assign(told=0)
    rows = rows.assign(told=rows.groupby(SAME, dropna=False, observed=True, sort=False)["casualty_id"].transform("size"))
    rows["contradicts"] = rows.groupby(SAME, dropna=False, observed=True, sort=False)["contradicts"].transform("max")
    once = rows.drop_duplicates(SAME)
    reports = once.groupby("story_id", dropna=False)
    once = once.assign(told=reports["told"].transform("sum"), contradicts=reports["contradicts"].transform("max"))
    return once[~once.duplicated("story_id") | once["story_id"].isna() | once["contradicts"]]


def _styles(rows: pd.DataFrame) -> Styles:
    counts = rows.groupby(["series", "claimant"], sort=True).size().sort_values(ascending=False, kind="stable")
    return styles((str(series), str(claimant)) for series, claimant in counts.index)


def _common(view: CasualtiesView) -> frozenset[str]:
    """What every series of the view shares, and its names need not say."""
    columns = {"harm": view.rows["harm"], "country": view.rows["victims_country"]}
    return frozenset(name for name, column in columns.items() if len(column.unique()) == 1)


def _plots(parts: list[tuple[str, pd.DataFrame]], looks: Styles, lang: Lang, common: frozenset[str]) -> go.Figure:
    heights = [0.62, 0.38] if len(parts) > 1 else [1.0]
    titles = [say(key, lang) for key, _ in parts]
    chart = make_subplots(rows=len(parts), cols=1, shared_xaxes=True, row_heights=heights, vertical_spacing=0.11, subplot_titles=titles)
    for place, (key, rows) in enumerate(parts, start=1):
        for trace in traces(rows, looks, lang, stepped=key == "totals", common=common):
            chart.add_trace(trace, row=place, col=1)
    seen: set[str] = set()
    for trace in chart.data:
        if trace.showlegend is None:
            trace.update(legendgroup=trace.name, showlegend=trace.name not in seen)
            seen.add(trace.name)
    return chart


def _add_flags(chart: go.Figure, view: CasualtiesView, parts: list[tuple[str, pd.DataFrame]], lang: Lang) -> None:
    totals = next((rows for key, rows in parts if key == "totals"), None)
    if totals is None or view.flags.empty:
        return
    drawn = totals.set_index("casualty_id")
    marks: dict[str, list[str]] = {}
    for place, key in enumerate(view.flags["second_id"], start=1):
        if key in drawn.index:
            marks.setdefault(key, []).append(str(place))
    if not marks:
        return
    rows = drawn.loc[list(marks)]
    chart.add_trace(
        go.Scatter(
            x=rows["day"].dt.strftime("%Y-%m-%d").tolist(),
            y=rows["value"].tolist(),
            mode="markers+text",
            marker={"symbol": "circle-open", "size": 20, "color": ACCENT, "line": {"width": 2}},
            text=[f"<b>{','.join(places)}</b>" for places in marks.values()],
            textposition="bottom right",
            textfont={"color": ACCENT, "size": 14},
            cliponaxis=False,
            customdata=[[key, str(article)] for key, article in zip(marks, rows["article_id"], strict=True)],
            hoverinfo="skip",
            unselected={"marker": {"opacity": 1}},
            name=say("contradiction", lang),
        ),
        row=1,
        col=1,
    )


def _reference(reference: Reference) -> go.Scatter:
    return go.Scatter(
        x=reference.rows["date"].dt.strftime("%Y-%m-%d").tolist(),
        y=reference.rows["value"].tolist(),
        name=reference.name,
        mode="lines",
        line={"shape": "hv", "color": "#8a8f98", "width": 4},
        opacity=0.7,
        hovertemplate="%{x|%-d/%-m/%Y}: %{y:,}<extra>%{fullData.name}</extra>",
    )


def _add_pins(chart: go.Figure, pins: Sequence[Pin]) -> None:
    for pin in pins:
        day = pin.day.isoformat()
        chart.add_shape(type="line", x0=day, x1=day, y0=0, y1=1, yref="paper", line={"color": BORDER, "width": 1.5, "dash": "dash"})
        chart.add_annotation(
            x=day,
            y=1,
            yref="paper",
            yanchor="bottom",
            showarrow=False,
            text=f"<b>{pin.head}</b>",
            bordercolor=BORDER,
            borderpad=2,
            font={"size": 12},
        )


def _first_screen(rows: pd.DataFrame, reference: Reference | None) -> tuple[pd.Timestamp, pd.Timestamp]:
    """From a month before the first publication (a figure told of years ago would press the rest together) to the last day."""
    days = pd.concat([rows["day"], reference.rows["date"]]) if reference is not None else rows["day"]
    told = rows["published"].min()
    first = max(days.min(), told - pd.Timedelta(days=31)) if pd.notna(told) else days.min()
    if reference is not None:
        first = min(first, reference.rows["date"].min())
    last = days.max()
    margin = max((last - first) * 0.03, pd.Timedelta(days=2))
    return first - margin, last + margin
