"""The marks of casualty figures and the traces that they make: a claimant has a shape and a line of its own beside its colour.

Plain tuples and plotly's plain JSON: pandas and plotly's classes cost milliseconds a trace, and a page has dozens.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import pandas as pd

from lib.charts.style import ACCENT, SERIES_COLORS, say, shorten, when
from lib.knowledge.labels import Lang, country_name, date_label, figure, known_name, number, term_label
from lib.records import Qualifier, Scope, VictimsKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_DASHES = ("solid", "dash", "dashdot", "longdash", "longdashdot")
_SYMBOLS = ("circle", "square", "diamond", "pentagon", "triangle-down", "star", "hexagon2", "bowtie")
_ADDITION = "cross"
"""The shape of an addition ("3 more"), whoever states it: no claimant has it."""

_BY_PUBLISHED = "dot"
"""The line between figures placed on the day of publication; no claimant has it."""

_GREY = "#7f7f7f"
_DAY_MS = 86_400_000

Key = TypeVar("Key", str, tuple[str, str])

Trace = dict[str, Any]
"""A trace as plotly's JSON."""


class Mark(NamedTuple):
    """One figure as it is drawn: `low` and `high` bound what it means (None where open), `days` is how long its date lasts."""

    casualty_id: str
    article_id: str
    series: str
    side: str
    claimant: str
    name: str
    running: bool
    addition: bool
    by_published: bool
    day: pd.Timestamp
    days: int
    value: float
    stated: bool
    low: float | None
    high: float | None
    vague: bool
    against: bool
    hover: str


class Style(NamedTuple):
    """How one series of one claimant, or all of a claimant's single events, are drawn."""

    color: str
    dash: str
    symbol: str


Styles = dict[tuple[str, str], Style]


def marks(rows: pd.DataFrame, lang: Lang, common: frozenset[str]) -> list[Mark]:
    """The rows of a view (all with a `day`, and `told`) as marks, in order of time; `common` are the parts of a name that all share."""
    names = series_names(rows, lang, common)
    found = [_mark(row, names[row["series"]], lang) for row in rows.to_dict("records")]
    return sorted(found, key=lambda mark: mark.day)


def series_names(rows: pd.DataFrame, lang: Lang, common: frozenset[str]) -> dict[str, str]:
    """What each series of some rows is called; "" where it shares everything with the others."""
    columns = ["series", "harm", "victims_country", "victims_kind"]
    once = rows.loc[~rows["series"].duplicated(), columns].to_dict("records")
    return {row["series"]: _name(row | {"where": row["series"].split("|")[2]}, lang, common) for row in once}


def _mark(row: dict[Any, Any], name: str, lang: Lang) -> Mark:
    low, high = (None if pd.isna(row[key]) else float(row[key]) for key in ("span_low", "span_high"))
    stated = not pd.isna(row["count"])
    value = float(row["value"])
    middle = ((value if low is None else low) + (value if high is None else high)) / 2
    return Mark(
        str(row["casualty_id"]),
        str(row["article_id"]),
        str(row["series"]),
        str(row["victims_country"]),
        known_name(str(row["claimant"]), lang),
        name,
        row["scope"] == Scope.CUMULATIVE,
        row["scope"] == Scope.INCREMENT,
        bool(row["by_published"]),
        row["day"],
        0 if pd.isna(row["date_end"]) else (row["date_end"] - row["day"]).days,
        value if stated else middle,
        stated,
        low,
        high,
        row["qualifier"] == Qualifier.VAGUE,
        bool(row["contradicts"]),
        _hover(row, name, lang),
    )


def styles(drawn: Sequence[Mark]) -> Styles:
    """A colour and a shape for each claimant, a line for each of its series; those with most figures first."""
    claimants = {name: place for place, (name, _) in enumerate(_frequent(mark.claimant for mark in drawn))}
    found: Styles = {}
    lines: Counter[str] = Counter()
    for key, _ in _frequent((mark.series, mark.claimant) for mark in drawn):
        one = claimants[key[1]]
        color = SERIES_COLORS[one % len(SERIES_COLORS)]
        symbol = _SYMBOLS[(one + one // len(SERIES_COLORS)) % len(_SYMBOLS)]  # no pair of both comes again so soon
        found[key] = Style(color, _DASHES[(one + lines[key[1]]) % len(_DASHES)], symbol)
        lines[key[1]] += 1
    return found


def _frequent(keys: Iterable[Key]) -> list[tuple[Key, int]]:
    """Each key with how often it is there, the most frequent first, equals by their names."""
    return sorted(Counter(keys).items(), key=lambda found: (-found[1], found[0]))


def totals(drawn: Sequence[Mark], looks: Styles, lang: Lang, *, most: int = 8) -> list[Trace]:
    """Running totals: a stepped line a series and claimant, its range a band; marks without a line for all but the `most` frequent."""
    found: list[Trace] = []
    last = max((mark.day for mark in drawn), default=None)
    by_line: dict[tuple[str, str], list[Mark]] = {key: [] for key in looks}
    for mark in drawn:
        by_line[mark.series, mark.claimant].append(mark)
    lines = [key for key, some in by_line.items() if some]
    if others := [mark for key in lines[most:] for mark in by_line[key]]:
        found.append(_others(others, lang))
    for key in lines[:most]:
        style, some = looks[key], by_line[key]
        if last is None:
            continue
        name = " — ".join(part for part in (some[0].name, key[1] or say("no_claimant", lang)) if part)
        if band := _band(some, style, last):
            found.append(band)
        told = False
        for hollow in (False, True):
            if part := [mark for mark in some if mark.by_published == hollow]:
                line = {"shape": "hv", "color": style.color, "width": 1 if hollow else 2, "dash": _BY_PUBLISHED if hollow else style.dash}
                trace = _trace(part, name, style)
                lined = {"mode": f"lines+{trace['mode']}", "line": line, "legendgroup": "|".join(key), "showlegend": not told}
                found.append(trace | lined)
                told = True
    return found


def incidents(drawn: Sequence[Mark], looks: Styles, lang: Lang, *, most: int = 6) -> list[Trace]:
    """Single events, periods and additions: marks, a trace a claimant; those of all but the `most` frequent ones together."""
    styled = {claimant: style for (_, claimant), style in reversed(looks.items())}
    counts = Counter(mark.claimant for mark in drawn)
    named = sorted(counts, key=lambda claimant: (-counts[claimant], claimant))[:most]
    found = [
        _trace([mark for mark in drawn if mark.claimant == claimant], claimant or say("no_claimant", lang), styled[claimant])
        for claimant in named
    ]
    if others := [mark for mark in drawn if mark.claimant not in named]:
        found.append(_others(others, lang))
    return found


def _others(drawn: Sequence[Mark], lang: Lang) -> Trace:
    return _trace(drawn, say("other_claimants", lang), Style(_GREY, "solid", "circle"))


def legend(drawn: Sequence[Mark], lang: Lang) -> list[Trace]:
    """What hollow and plus-shaped marks mean: entries of the legend that draw nothing."""
    signs = [("circle-open", "by_published")] if any(mark.by_published for mark in drawn) else []
    signs += [(_ADDITION, "addition")] if any(mark.addition for mark in drawn) else []
    plain = {"type": "scatter", "x": [None], "y": [None], "mode": "markers"}
    return [plain | {"name": say(key, lang), "marker": {"symbol": symbol, "color": _GREY, "size": 10}} for symbol, key in signs]


def _name(row: dict[Any, Any], lang: Lang, common: frozenset[str]) -> str:
    country = country_name(row["victims_country"], lang) if row["victims_country"] else say("unknown_country", lang)
    parts = []
    if row["victims_kind"] != VictimsKind.PEOPLE:
        parts.append(term_label("victims_kind", str(row["victims_kind"]), lang))
    if "harm" not in common:
        parts.append(term_label("harm", str(row["harm"]), lang))
    if "country" not in common:
        parts.append(country)
    place = known_name(row["where"], lang)
    if place and place != country:
        parts.append(place)
    return " · ".join(parts)


def iso(day: pd.Timestamp) -> str:
    """A day as plotly takes it."""
    return day.strftime("%Y-%m-%d")


def _trace(drawn: Sequence[Mark], name: str, style: Style) -> Trace:
    against = [mark.against for mark in drawn]
    arrows = ["↑" if mark.low is not None and mark.high is None else "" for mark in drawn]
    return {
        "type": "scatter",
        "x": [iso(mark.day) for mark in drawn],
        "y": [mark.value for mark in drawn],
        "name": name,
        "mode": "markers+text" if any(arrows) else "markers",
        "marker": {
            "color": style.color,
            "size": [10 if mark.stated else 6 for mark in drawn],
            "symbol": [(_ADDITION if mark.addition else style.symbol) + ("-open" if mark.by_published else "") for mark in drawn],
            "line": {"color": [ACCENT if bad else style.color for bad in against], "width": [3 if bad else 1.5 for bad in against]},
        },
        "text": arrows,
        "textposition": "top center",
        "cliponaxis": False,
        "error_y": _bars([_above(mark) for mark in drawn], [_below(mark) for mark in drawn], style.color, 2.5),
        "error_x": _bars([mark.days * _DAY_MS or None for mark in drawn], [None] * len(drawn), style.color, 1),
        "customdata": [[mark.casualty_id, mark.article_id] for mark in drawn],
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 0.4}},
        "hovertext": [mark.hover for mark in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _above(mark: Mark) -> float | None:
    return None if mark.high is None or mark.high <= mark.value else mark.high - mark.value


def _below(mark: Mark) -> float | None:
    return None if mark.low is None or mark.low >= mark.value else mark.value - mark.low


def _bars(up: Sequence[float | None], down: Sequence[float | None], color: str, thickness: float) -> dict[str, object]:
    """Bars without caps, which plotly would draw across every mark that has no range."""
    drawn = any(length is not None for length in (*up, *down))
    plain = {"type": "data", "symmetric": False, "color": color, "thickness": thickness, "width": 0}
    return {**plain, "visible": drawn, "array": list(up), "arrayminus": list(down)}


def _band(drawn: Sequence[Mark], style: Style, last: pd.Timestamp) -> Trace | None:
    """What the running totals leave open, from each figure to the next: no band where a figure has no range."""
    x: list[str | None] = []
    y: list[float | None] = []
    ends = [*(mark.day for mark in drawn[1:]), max(last, drawn[-1].day + pd.Timedelta(days=1))]
    for mark, end in zip(drawn, ends, strict=True):
        if mark.low is not None and mark.high is not None and mark.high > mark.low:
            first, final = iso(mark.day), iso(end)
            x += [first, final, final, first, first, None]
            y += [mark.low, mark.low, mark.high, mark.high, mark.low, None]
    if not x:
        return None
    shape = {"mode": "lines", "fill": "toself", "fillcolor": _faint(style.color), "line": {"width": 0}}
    return {"type": "scatter", "x": x, "y": y, **shape, "hoverinfo": "skip", "showlegend": False, "name": ""}


def _faint(color: str) -> str:
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.18)"


def _hover(row: dict[Any, Any], name: str, lang: Lang) -> str:
    count, low, high = (None if pd.isna(row[key]) else int(row[key]) for key in ("count", "low", "high"))
    stated = figure(count, low, high, str(row["qualifier"]), lang)
    lines = [f"<b>{'+' if row['scope'] == Scope.INCREMENT else ''}{stated}</b>{f' · {name}' if name else ''}"]
    if row["by_published"]:
        lines.append(say("placed_by_published", lang, when=date_label(row["day"].date(), None, "day", lang)))
    else:
        lines.append(when(row["date"], row["date_end"], row["date_precision"], lang))
    lines.append(say("claimant", lang, who=known_name(row["claimant"], lang) or say("no_claimant", lang)))
    if not pd.isna(row["since"]):
        lines.append(say("since", lang, when=date_label(row["since"].date(), None, "day", lang)))
    if row["told"] > 1:
        lines.append(say("told", lang, n=number(row["told"], lang)))
    if row["contradicts"]:
        lines.append(f"<b>{say('contradicts', lang)}</b>")
    return "<br>".join([*lines, f"<i>{shorten(row['evidence_text'])}</i>"])
