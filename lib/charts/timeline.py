"""Events over time by quad class: days, or weeks and months where the period is long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from lib.charts.style import GRID, QUAD_COLORS, date_axis, dress, empty, note, say
from lib.knowledge.labels import Lang, date_label, number, quad_label, type_label
from lib.records import EventType

if TYPE_CHECKING:
    import pandas as pd

    from lib.tables import OverviewView

_DAY_MS = 86_400_000
_STEPS = ((120, "D"), (900, "W-SUN"))


def timeline(view: OverviewView, lang: Lang, *, height: int = 300) -> go.Figure:
    """Stacked bars of `view.timeline`; `customdata` is [first day, last day] of the bar, ISO; undated events are told in a note."""
    rows = view.timeline
    if rows.empty:
        return empty(lang, height)
    days = (rows["date"].max() - rows["date"].min()).days
    step = next((code for most, code in _STEPS if days <= most), "M")
    periods = rows["date"].dt.to_period(step)
    counts = rows.assign(period=periods).groupby(["period", "quad_class"], sort=True)["count"].sum().reset_index()
    parts = [(quad, counts[counts["quad_class"] == quad]) for quad in QUAD_COLORS]
    chart = go.Figure([_bars(rows, quad, lang, step) for quad, rows in parts if len(rows)])
    dress(chart, lang, height)
    chart.update_layout(barmode="stack", bargap=0.15, clickmode="event+select", dragmode="pan", legend={"y": -0.2})
    chart.update_xaxes(**date_axis(lang))
    chart.update_yaxes(gridcolor=GRID, zeroline=False, automargin=True, tickformat=",d", title={"text": say("events_axis", lang)})
    if view.undated:
        note(chart, say("undated", lang, n=number(view.undated, lang)))
    return chart


def _bars(rows: pd.DataFrame, quad: str, lang: Lang, step: str) -> go.Bar:
    name = quad_label(quad, lang) if quad else type_label(EventType.EXPRESS, lang)
    spans = [(period.start_time.date(), period.end_time.date()) for period in rows["period"]]
    labels = [date_label(first, last, "month" if step == "M" else "day", lang) for first, last in spans]
    counts = [say("events", lang, n=number(int(n), lang)) for n in rows["count"]]
    days = [(last - first).days + 1 for first, last in spans]
    return go.Bar(
        x=[first.isoformat() for first, _ in spans],
        y=rows["count"].tolist(),
        width=[count * _DAY_MS * 0.9 for count in days],
        offset=[-0.45 * _DAY_MS if step == "D" else 0 for _ in days],
        name=name,
        marker={"color": QUAD_COLORS[quad], "line": {"width": 0}},
        customdata=[[first.isoformat(), last.isoformat()] for first, last in spans],
        hovertext=[f"<b>{label}</b><br>{name}: {count}" for label, count in zip(labels, counts, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
