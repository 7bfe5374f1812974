"""Casualty figures over time: running totals as steps, single events as marks, ranges as bars, never added up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.charts.style import ACCENT, GRID, SERIES_COLORS, date_axis, dress, empty, note, say, shorten, when
from lib.knowledge.labels import Lang, country_name, date_label, figure, harm_label, kind_label, number
from lib.records import VictimsKind

if TYPE_CHECKING:
    from collections.abc import Hashable

    from lib.tables import CasualtiesView

MOST = 1500
"""How many figures each of the two plots draws at most: what a browser draws at once."""

_SAME = ["series", "scope", "claimant", "date", "date_end", "count", "low", "high"]
_HOVER_COLUMNS = [
    "count",
    "low",
    "high",
    "qualifier",
    "date",
    "date_end",
    "date_precision",
    "claimant",
    "since",
    "told",
    "contradicts",
    "evidence_text",
]
_DASHES = ("solid", "dash", "dot", "dashdot")


def casualty_series(view: CasualtiesView, lang: Lang, *, limit: int = 12, log: bool = False, height: int = 520) -> go.Figure:
    """Totals above, incidents below, one time axis; one line a series and claimant; `customdata` is [casualty_id, article_id].

    Bars are the range a figure means; an arrow up is a figure without a top ("at least"); a ring marks a contradiction; a
    bar along the axis is a date known only to the week, month or year. The same figure told by several articles is one
    mark. `limit` keeps the series with most figures, `MOST` the newest figures; `layout.meta` counts what is `left_out` and
    `figures_left_out`.
    """
    parts = [(key, _told_once(rows)) for key, rows in (("totals", view.totals), ("incidents", view.incidents)) if len(rows)]
    if not parts:
        return empty(lang, height)
    shown = pd.concat([rows["series"] for _, rows in parts]).value_counts()
    kept = sorted(shown.index, key=lambda key: (-int(shown[key]), key))[:limit]
    parts = [(key, rows[rows["series"].isin(kept)]) for key, rows in parts]
    drawn = [(key, rows.sort_values("date", kind="stable").tail(MOST)) for key, rows in parts]
    hidden = {
        "left_out": len(shown) - len(kept),
        "figures_left_out": sum(len(rows) for _, rows in parts) - sum(len(rows) for _, rows in drawn),
    }
    chart = _plots([(key, rows) for key, rows in drawn if len(rows)], kept, lang)
    dress(chart, lang, height)
    chart.update_xaxes(**date_axis(lang))
    chart.update_yaxes(gridcolor=GRID, zeroline=False, rangemode="tozero", type="log" if log else "linear", tickformat=",", automargin=True)
    chart.update_annotations(x=0, xanchor="left", font={"size": 13})
    chart.update_layout(margin={"t": 28}, legend={"y": -0.12}, clickmode="event+select", dragmode="pan", meta=hidden)
    words = {"left_out": "series_left_out", "figures_left_out": "figures_left_out"}
    if told := [say(words[key], lang, n=number(count, lang)) for key, count in hidden.items() if count]:
        note(chart, " · ".join(told))
    return chart


def _told_once(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a figure, `told` being how many rows stated it; the surest stands for them."""
    same = rows.groupby(_SAME, dropna=False, observed=True, sort=False)
    told = rows.assign(told=same["casualty_id"].transform("size"), contradicts=same["contradicts"].transform("max"))
    return told.drop_duplicates(_SAME)


def _plots(parts: list[tuple[str, pd.DataFrame]], series: list[str], lang: Lang) -> go.Figure:
    colors = {key: SERIES_COLORS[place % len(SERIES_COLORS)] for place, key in enumerate(series)}
    heights = [0.62, 0.38] if len(parts) > 1 else [1.0]
    titles = [say(key, lang) for key, _ in parts]
    chart = make_subplots(rows=len(parts), cols=1, shared_xaxes=True, row_heights=heights, vertical_spacing=0.11, subplot_titles=titles)
    for place, (key, rows) in enumerate(parts, start=1):
        for trace in _traces(rows, colors, lang, stepped=key == "totals"):
            chart.add_trace(trace, row=place, col=1)
    _one_legend_entry_a_name(chart)
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
    known = rows["count"].notna()
    middle = (rows["span_low"].fillna(rows["value"]) + rows["span_high"].fillna(rows["value"])) / 2
    open_top = rows["span_low"].notna() & rows["span_high"].isna()
    against = rows["contradicts"]
    rim = {"color": [ACCENT if bad else color for bad in against], "width": [3 if bad else 1.5 for bad in against]}
    return go.Scatter(
        x=rows["date"].dt.strftime("%Y-%m-%d").tolist(),
        y=rows["value"].where(known, middle).tolist(),
        name=name,
        mode="lines+markers" if stepped else "markers",
        line={"shape": "hv", "color": color, "width": 2, "dash": dash},
        marker={
            "color": [color if certain else "rgba(0,0,0,0)" for certain in known],
            "size": 10,
            "symbol": ["triangle-up" if up else "circle" if stepped else "diamond" for up in open_top],
            "line": rim,
        },
        error_y=_range_bars(rows, color),
        error_x=_bars(_days_after(rows), [None] * len(rows), color, 1),
        customdata=rows[["casualty_id", "article_id"]].astype("str").to_numpy().tolist(),
        unselected={"marker": {"opacity": 0.4}},
        hovertext=_hover(rows, name, lang),
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _bars(up: list[float | None], down: list[float | None], color: str, thickness: float) -> dict[str, object]:
    """Bars without caps, which plotly would draw across every mark that has no range."""
    drawn = any(length is not None for length in (*up, *down))
    plain = {"type": "data", "symmetric": False, "color": color, "thickness": thickness, "width": 0}
    return {**plain, "visible": drawn, "array": up, "arrayminus": down}


def _range_bars(rows: pd.DataFrame, color: str) -> dict[str, object]:
    """A range without a figure is drawn about its middle; a figure's range about the figure."""
    low, high, value = rows["span_low"], rows["span_high"], rows["value"]
    half = (high - low) / 2
    vague = rows["count"].isna() & half.notna()
    up = (high - value).clip(lower=0).where(~vague, half)
    down = (value - low).clip(lower=0).where(~vague, half)
    return _bars(_lengths(up), _lengths(down), color, 2.5)


def _lengths(lengths: pd.Series) -> list[float | None]:
    """Bars' lengths; none where there is nothing to draw."""
    return [length if length > 0 else None for length in lengths.tolist()]


def _days_after(rows: pd.DataFrame) -> list[float | None]:
    """Milliseconds from a date's first day to its last, as plotly measures a time axis."""
    return _lengths((rows["date_end"] - rows["date"]).dt.total_seconds() * 1000)


def _hover(rows: pd.DataFrame, name: str, lang: Lang) -> list[str]:
    who = name.partition(" — ")[0]
    return [_hover_text(row, who, lang) for row in rows[_HOVER_COLUMNS].to_dict("records")]


def _hover_text(row: dict[Hashable, Any], who: str, lang: Lang) -> str:
    count, low, high = (None if pd.isna(row[key]) else int(row[key]) for key in ("count", "low", "high"))
    lines = [
        f"<b>{figure(count, low, high, str(row['qualifier']), lang)}</b> · {who}",
        when(row["date"], row["date_end"], row["date_precision"], lang),
        say("claimant", lang, who=row["claimant"] or say("no_claimant", lang)),
    ]
    if not pd.isna(row["since"]):
        lines.append(say("since", lang, when=date_label(row["since"].date(), None, "day", lang)))
    if row["told"] > 1:
        lines.append(say("told", lang, n=number(row["told"], lang)))
    if row["contradicts"]:
        lines.append(f"<b>{say('contradicts', lang)}</b>")
    return "<br>".join([*lines, f"<i>{shorten(row['evidence_text'])}</i>"])


def _one_legend_entry_a_name(chart: go.Figure) -> None:
    seen: set[str] = set()
    for trace in chart.data:
        trace.update(legendgroup=trace.name, showlegend=trace.name not in seen)
        seen.add(trace.name)
