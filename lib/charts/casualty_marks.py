"""The traces of casualty figures: steps, marks, bands; a claimant has a shape and a line of its own beside its colour."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from lib.charts.style import ACCENT, SERIES_COLORS, say, shorten, when
from lib.knowledge.labels import Lang, country_name, date_label, figure, harm_label, kind_label, number
from lib.records import Scope, VictimsKind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

_HOVER_COLUMNS = [
    "count",
    "low",
    "high",
    "qualifier",
    "day",
    "date",
    "date_end",
    "date_precision",
    "by_published",
    "scope",
    "claimant",
    "since",
    "told",
    "contradicts",
    "evidence_text",
]
_DASHES = ("solid", "dash", "dashdot", "longdash", "longdashdot")
_SYMBOLS = ("circle", "square", "diamond", "pentagon", "triangle-down", "star", "hexagon2", "bowtie")
_ADDITION = "cross"
"""The shape of an addition ("3 more"), whoever states it: no claimant has it."""

_BY_PUBLISHED = "dot"
"""The line between figures placed on the day of publication; no claimant has it."""


class Style(NamedTuple):
    """How one series of one claimant is drawn."""

    color: str
    dash: str
    symbol: str


Styles = dict[tuple[str, str], Style]


def styles(keys: Iterable[tuple[str, str]]) -> Styles:
    """A colour for each (series, claimant), a shape and a line for each claimant, in the order given."""
    found: Styles = {}
    claimants: dict[str, int] = {}
    for place, (series, claimant) in enumerate(keys):
        one = claimants.setdefault(claimant, len(claimants))
        found[series, claimant] = Style(
            SERIES_COLORS[place % len(SERIES_COLORS)], _DASHES[one % len(_DASHES)], _SYMBOLS[one % len(_SYMBOLS)]
        )
    return found


def traces(rows: pd.DataFrame, drawn: Styles, lang: Lang, *, stepped: bool, common: frozenset[str] = frozenset()) -> list[go.Scatter]:
    """The traces of one plot, those with most figures first; `common` are the parts of a name that all share ("harm", "country")."""
    found: list[go.Scatter] = []
    for (series, claimant), style in drawn.items():
        some = rows[(rows["series"] == series) & (rows["claimant"] == claimant)]
        if some.empty:
            continue
        said = _name(some.iloc[0], lang, common)
        name = " — ".join(part for part in (said, claimant or say("no_claimant", lang)) if part)
        if stepped and (band := _band(some, style, rows["day"].max())):
            found.append(band)
        addition = some["scope"] == Scope.INCREMENT
        for kind, part in (
            ("dated", some[~some["by_published"] & ~addition]),
            ("published", some[some["by_published"] & ~addition]),
            ("addition", some[addition]),
        ):
            if len(part):
                found.append(_trace(part, name, style, lang, kind=kind, stepped=stepped))
    return found


def _name(row: pd.Series, lang: Lang, common: frozenset[str]) -> str:
    country = country_name(row["victims_country"], lang) if row["victims_country"] else say("unknown_country", lang)
    parts = []
    if row["victims_kind"] != VictimsKind.PEOPLE:
        parts.append(kind_label(str(row["victims_kind"]), lang))
    if "harm" not in common:
        parts.append(harm_label(str(row["harm"]), lang))
    if "country" not in common:
        parts.append(country)
    if row["place"] and row["place"] != country:
        parts.append(row["place"])
    return " · ".join(parts)


def _trace(rows: pd.DataFrame, name: str, style: Style, lang: Lang, *, kind: str, stepped: bool) -> go.Scatter:
    known = rows["count"].notna()
    middle = (rows["span_low"].fillna(rows["value"]) + rows["span_high"].fillna(rows["value"])) / 2
    open_top = rows["span_low"].notna() & rows["span_high"].isna()
    against = rows["contradicts"]
    hollow = kind == "published" or (kind == "addition" and bool(rows["by_published"].all()))
    symbol = (_ADDITION if kind == "addition" else style.symbol) + ("-open" if hollow else "")
    lined = stepped and kind != "addition"
    dashed = _BY_PUBLISHED if hollow else style.dash
    suffix = {"dated": "", "published": f" ({say('by_published', lang)})", "addition": f" ({say('addition', lang)})"}[kind]
    return go.Scatter(
        x=rows["day"].dt.strftime("%Y-%m-%d").tolist(),
        y=rows["value"].where(known, middle).tolist(),
        name=name + suffix,
        mode=f"{'lines+' if lined else ''}markers+text",
        line={"shape": "hv", "color": style.color, "width": 1 if hollow else 2, "dash": dashed},
        marker={
            "color": style.color,
            "size": [10 if certain else 6 for certain in known],
            "symbol": symbol,
            "line": {"color": [ACCENT if bad else style.color for bad in against], "width": [3 if bad else 1.5 for bad in against]},
        },
        text=["↑" if up else "" for up in open_top],
        textposition="top center",
        cliponaxis=False,
        error_y=_range_bars(rows, style.color),
        error_x=_bars(_days_after(rows), [None] * len(rows), style.color, 1),
        customdata=rows[["casualty_id", "article_id"]].astype("str").to_numpy().tolist(),
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 0.4}},
        hovertext=[_hover_text(row, name, lang) for row in rows[_HOVER_COLUMNS].to_dict("records")],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _band(rows: pd.DataFrame, style: Style, last: pd.Timestamp) -> go.Scatter | None:
    """What the running totals leave open, from each figure to the next: no band where a figure has no range."""
    spans = rows[rows["span_low"].notna() & rows["span_high"].notna() & (rows["span_high"] > rows["span_low"])]
    if spans.empty:
        return None
    ends = rows["day"].shift(-1).fillna(max(last, rows["day"].max() + pd.Timedelta(days=1)))
    x: list[str | None] = []
    y: list[float | None] = []
    for place, start, low, high in zip(spans.index, spans["day"], spans["span_low"], spans["span_high"], strict=True):
        first, final = (stamp.strftime("%Y-%m-%d") for stamp in (start, ends[place]))
        x += [first, final, final, first, first, None]
        y += [low, low, high, high, low, None]
    return go.Scatter(
        x=x,
        y=y,
        mode="lines",
        fill="toself",
        fillcolor=_faint(style.color),
        line={"width": 0},
        hoverinfo="skip",
        showlegend=False,
        name="band",
    )


def _faint(color: str) -> str:
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.18)"


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


def _hover_text(row: dict[Hashable, Any], name: str, lang: Lang) -> str:
    count, low, high = (None if pd.isna(row[key]) else int(row[key]) for key in ("count", "low", "high"))
    stated = figure(count, low, high, str(row["qualifier"]), lang)
    who = name.rpartition(" — ")[0]
    lines = [f"<b>{'+' if row['scope'] == Scope.INCREMENT else ''}{stated}</b>{f' · {who}' if who else ''}"]
    if row["by_published"]:
        lines.append(say("placed_by_published", lang, when=date_label(row["day"].date(), None, "day", lang)))
    else:
        lines.append(when(row["date"], row["date_end"], row["date_precision"], lang))
    lines.append(say("claimant", lang, who=row["claimant"] or say("no_claimant", lang)))
    if not pd.isna(row["since"]):
        lines.append(say("since", lang, when=date_label(row["since"].date(), None, "day", lang)))
    if row["told"] > 1:
        lines.append(say("told", lang, n=number(row["told"], lang)))
    if row["contradicts"]:
        lines.append(f"<b>{say('contradicts', lang)}</b>")
    return "<br>".join([*lines, f"<i>{shorten(row['evidence_text'])}</i>"])
