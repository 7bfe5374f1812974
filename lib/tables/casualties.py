"""How many were hurt: figures as their claimants state them, by harm, victims' country and place, never added up."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import combinations, groupby
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from lib.records import Qualifier, Scope
from lib.tables.filters import isin

if TYPE_CHECKING:
    from lib.tables.frames import Tables

HEDGE = 0.1
"""How far "about", "nearly" and "over" reach, as a share of the figure, when two claims are compared."""


@dataclass(frozen=True, slots=True, eq=False)
class CasualtiesView:
    """The casualty page.

    `rows`: one row a figure: the columns of `casualties` and `place` (its name, or ""), `victims_country` ("" where
    unknown), `value` (the count, else the range's low, else its high), `span_low`, `span_high` (floats, NaN where open),
    `claimant` (name or ""), `date_known`, `series` (a key `harm|country|place|kind`:
    children are not set against people), `contradicts` (see `flags`); by series, then date.
    `totals`, `incidents`: the dated rows of running totals, and of single events, periods and additions.
    `flags`: one row a contradiction: `series`, `date`, `kind` (`disagree`: two claimants, one day, ranges apart; `falls`: a
    running total under an earlier one), `first_id`, `second_id`.
    `undated`: how many figures have no date, and so no place on the chart.
    """

    rows: pd.DataFrame
    totals: pd.DataFrame
    incidents: pd.DataFrame
    flags: pd.DataFrame
    undated: int


def casualties_view(tables: Tables, harm: str | None = None, victims_country: str | None = None) -> CasualtiesView:
    """The figures of one harm and one victims' country (alpha-3, or "" for the unknown); None takes all."""
    rows = tables.casualties
    if harm is not None:
        rows = rows[isin(rows["harm"], [harm])]
    if victims_country is not None:
        rows = rows[isin(rows["victims_country"], [victims_country]) if victims_country else rows["victims_country"].isna()]
    rows = _prepared(rows)
    dated = rows[rows["date_known"]]
    totals = dated[isin(dated["scope"], [Scope.CUMULATIVE])]
    flags = _contradictions(totals)
    rows["contradicts"] = rows["casualty_id"].isin([*flags["first_id"], *flags["second_id"]])
    dated = rows[rows["date_known"]]
    running = isin(dated["scope"], [Scope.CUMULATIVE])
    return CasualtiesView(rows, dated[running], dated[~running], flags, int((~rows["date_known"]).sum()))


def _prepared(rows: pd.DataFrame) -> pd.DataFrame:
    found = rows.drop(columns=["search", "article_row"]).copy()
    found["place"] = rows["place_name"].astype("str").fillna("")
    found["victims_country"] = rows["victims_country"].astype("str").fillna("")
    found["claimant"] = rows["attributed_to_name"].astype("str").fillna("")
    exact = (rows["qualifier"] == Qualifier.EXACT).to_numpy()
    low, high = rows["low"].astype("Float64"), rows["high"].astype("Float64")
    count = rows["count"].astype("Float64")
    found["span_low"] = low.where(~exact, low.fillna(count)).astype("float64")
    found["span_high"] = high.where(~exact, high.fillna(count)).astype("float64")
    found["value"] = count.fillna(low).fillna(high).astype("float64")
    found["date_known"] = rows["date"].notna()
    keys = [rows["harm"].astype("str"), found["victims_country"], found["place"], rows["victims_kind"].astype("str")]
    found["series"] = keys[0] + "|" + keys[1] + "|" + keys[2] + "|" + keys[3]
    return found.sort_values(["series", "date", "confidence"], ascending=[True, True, False], na_position="last", ignore_index=True)


class _Claim(NamedTuple):
    """A running total for comparison: the least and the most that its wording leaves possible."""

    series: str
    day: pd.Timestamp
    casualty_id: str
    claimant: str
    since: pd.Timestamp | None
    least: float
    most: float


def _claims(totals: pd.DataFrame) -> list[_Claim]:
    columns = (
        totals[name].tolist()
        for name in ("series", "date", "casualty_id", "claimant", "since", "qualifier", "value", "span_low", "span_high")
    )
    return [
        _Claim(series, day, casualty_id, claimant, None if pd.isna(since) else since, *_bounds(str(qualifier), value, low, high))
        for series, day, casualty_id, claimant, since, qualifier, value, low, high in zip(*columns, strict=True)
    ]


def _bounds(qualifier: str, value: float, low: float, high: float) -> tuple[float, float]:
    """Open ends closed as a reader takes them: "about", "nearly" and "over" mean within a tenth; "at least" has no top."""
    least = low if not math.isnan(low) else value * (1 - HEDGE if qualifier in {Qualifier.ABOUT, Qualifier.UNDER} else 1)
    open_top = math.inf if qualifier == Qualifier.AT_LEAST else value * (1 + HEDGE)
    return least, high if not math.isnan(high) else open_top


def _contradictions(totals: pd.DataFrame) -> pd.DataFrame:
    found: list[tuple[str, pd.Timestamp, str, str, str]] = []
    for _, series in groupby(_claims(totals), key=lambda claim: claim.series):
        claims = list(series)
        for _, same in groupby(claims, key=lambda claim: claim.day):
            found += _disagreements(list(same))
        found += _falls(claims)
    return pd.DataFrame(found, columns=["series", "date", "kind", "first_id", "second_id"])


def _comparable(one: _Claim, other: _Claim) -> bool:
    return one.since is None or other.since is None or one.since == other.since


def _disagreements(claims: list[_Claim]) -> list[tuple[str, pd.Timestamp, str, str, str]]:
    distinct = {(claim.claimant, claim.least, claim.most): claim for claim in reversed(claims)}
    return [
        (one.series, one.day, "disagree", one.casualty_id, other.casualty_id)
        for one, other in combinations(reversed(distinct.values()), 2)
        if one.claimant != other.claimant and _comparable(one, other) and (one.most < other.least or other.most < one.least)
    ]


def _falls(claims: list[_Claim]) -> list[tuple[str, pd.Timestamp, str, str, str]]:
    found = []
    highest: _Claim | None = None
    for claim in claims:
        if highest and claim.day > highest.day and claim.most < highest.least and _comparable(claim, highest):
            found.append((claim.series, claim.day, "falls", highest.casualty_id, claim.casualty_id))
        if highest is None or claim.least > highest.least:
            highest = claim
    return found
