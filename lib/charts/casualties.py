"""Casualty figures over time: running totals as steps, single events as marks, ranges as bars, never added up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.style import ACCENT, GRID, SERIES_COLORS, date_axis, dress, empty, note, say, shorten, when
from lib.knowledge.labels import Lang, country_name, date_label, figure, harm_label, kind_label
from lib.records import VictimsKind

if TYPE_CHECKING:
    from lib.tables import CasualtiesView

_DASHES = ("solid", "dash", "dot", "dashdot")


def casualty_series(view: CasualtiesView, lang: Lang, *, limit: int = 12, log: bool = False, height: int = 520) -> go.Figure:
    """Totals above, incidents below, one time axis; one line a series and claimant; `customdata` is [casualty_id, article_id].

    Bars are the range a figure means; an arrow up is a figure without a top ("at least"); a ring marks a contradiction; a
    bar along the axis is a date known only to the week, month or year. `limit` keeps the series with most figures;
    `layout.meta["left_out"]` counts the others.
    """
    parts = [(key, rows) for key, rows in (("totals", view.totals), ("incidents", view.incidents)) if len(rows)]
    if not parts:
        return empty(lang, height)
    shown = view.rows[view.rows["date_known"]]["series"].value_counts(sort=True)
    kept = sorted(shown.index, key=lambda key: (-int(shown[key]), key))[:limit]
    colors = {key: SERIES_COLORS[place % len(SERIES_COLORS)] for place, key in enumerate(kept)}
    heights = [0.62, 0.38] if len(parts) > 1 else [1.0]
    titles = [say(key, lang) for key, _ in parts]
    chart = make_subplots(rows=len(parts), cols=1, shared_xaxes=True, row_heights=heights, vertical_spacing=0.11, subplot_titles=titles)
    for place, (key, rows) in enumerate(parts, start=1):
        for trace in _traces(rows[rows["series"].isin(kept)], colors, lang, stepped=key == "totals"):
            chart.add_trace(trace, row=place, col=1)
    _one_legend_entry_a_name(chart)
    dress(chart, lang, height)
    chart.update_xaxes(**date_axis(lang))
    chart.update_yaxes(
        gridcolor=GRID, zeroline=False, rangemode="tozero", type="log" if log else "linear", tickformat=",", title=None, automargin=True
    )
    chart.update_annotations(x=0, xanchor="left", font={"size": 13})
    left_out = len(shown) - len(kept)
    chart.update_layout(margin={"t": 28}, legend={"y": -0.12}, clickmode="event+select", dragmode="pan", meta={"left_out": left_out})
    if left_out:
        note(chart, say("series_left_out", lang, n=left_out))
    return chart


def _traces(rows: pd.DataFrame, colors: dict[str, str], lang: Lang, *, stepped: bool) -> list[go.Scatter]:
    found = []
    claimants: dict[str, int] = {}
    for key, some in rows.groupby(["series", "claimant"], sort=True):
        series, claimant = (str(part) for part in key)
        dash = _DASHES[claimants.setdefault(series, 0) % len(_DASHES)]
        claimants[series] += 1
        found.append(
            _trace(
                some,
                f"{_name(some.iloc[0], lang)} — {claimant or say('no_claimant', lang)}",
                colors[series],
                dash,
                lang,
                stepped=stepped,
            )
        )
    return found


def _name(row: pd.Series, lang: Lang) -> str:
    country = country_name(row["victims_country"], lang) if row["victims_country"] else say("unknown_country", lang)
    parts = [harm_label(str(row["harm"]), lang), country]
    if row["place"] and row["place"] != country:
        parts.append(row["place"])
    if row["victims_kind"] != VictimsKind.PEOPLE:
        parts.insert(0, kind_label(str(row["victims_kind"]), lang))
    return " · ".join(parts)


def _trace(rows: pd.DataFrame, name: str, color: str, dash: str, lang: Lang, *, stepped: bool) -> go.Scatter:
    value = rows["value"]
    low, high = (value - rows["span_low"]).clip(lower=0).fillna(0), (rows["span_high"] - value).clip(lower=0).fillna(0)
    known = rows["count"].notna()
    open_top = rows["span_low"].notna() & rows["span_high"].isna()
    return go.Scatter(
        x=rows["date"],
        y=value.where(known, (rows["span_low"].fillna(value) + rows["span_high"].fillna(value)) / 2),
        name=name,
        mode="lines+markers" if stepped else "markers",
        line={"shape": "hv", "color": color, "width": 2, "dash": dash},
        marker={
            "color": [color if certain else "rgba(0,0,0,0)" for certain in known],
            "size": 10,
            "symbol": ["triangle-up" if up else "circle" if stepped else "diamond" for up in open_top],
            "line": {
                "color": [ACCENT if against else color for against in rows["contradicts"]],
                "width": [3 if a else 1.5 for a in rows["contradicts"]],
            },
        },
        error_y=_range_bars(rows, low, high, color),
        error_x={
            "type": "data",
            "symmetric": False,
            "array": _days_after(rows),
            "arrayminus": [0] * len(rows),
            "color": color,
            "thickness": 1,
            "width": 0,
        },
        customdata=rows[["casualty_id", "article_id"]].astype("str").to_numpy().tolist(),
        hovertext=[_hover(row, name, lang) for _, row in rows.iterrows()],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _range_bars(rows: pd.DataFrame, low: pd.Series, high: pd.Series, color: str) -> dict[str, object]:
    """A range without a figure is drawn about its middle; a figure's range about the figure."""
    half = (rows["span_high"] - rows["span_low"]) / 2
    vague = rows["count"].isna() & half.notna()
    up, down = high.where(~vague, half), low.where(~vague, half)
    return {
        "type": "data",
        "symmetric": False,
        "array": up.tolist(),
        "arrayminus": down.tolist(),
        "color": color,
        "thickness": 2.5,
        "width": 6,
    }


def _days_after(rows: pd.DataFrame) -> list[float]:
    """Milliseconds from a date's first day to its last, as plotly measures a time axis."""
    return ((rows["date_end"] - rows["date"]).dt.total_seconds() * 1000).fillna(0).tolist()


def _hover(row: pd.Series, name: str, lang: Lang) -> str:
    count, low, high = (None if pd.isna(row[key]) else int(row[key]) for key in ("count", "low", "high"))
    lines = [
        f"<b>{figure(count, low, high, str(row['qualifier']), lang)}</b> · {name.partition(' — ')[0]}",
        when(row["date"], row["date_end"], row["date_precision"], lang),
        say("claimant", lang, who=row["claimant"] or say("no_claimant", lang)),
    ]
    if not pd.isna(row["since"]):
        lines.append(say("since", lang, when=date_label(row["since"].date(), None, "day", lang)))
    if row["contradicts"]:
        lines.append(f"<b>{say('contradicts', lang)}</b>")
    return "<br>".join([*lines, f"<i>{shorten(row['evidence_text'])}</i>"])


def _one_legend_entry_a_name(chart: go.Figure) -> None:
    seen: set[str] = set()
    for trace in chart.data:
        trace.update(legendgroup=trace.name, showlegend=trace.name not in seen)
        seen.add(trace.name)
