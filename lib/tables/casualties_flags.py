"""Running totals that cannot both be right: two claimants at odds, or a total under an earlier one; shown, never averaged."""

from __future__ import annotations

import math
from itertools import combinations, groupby
from typing import NamedTuple

import pandas as pd

from lib.records import Qualifier

HEDGE = 0.1
"""How far "about", "nearly" and "over" reach, as a share of the figure, when two claims are compared."""

SAME = ["series", "scope", "claimant", "by_published", "day", "date_end", "count", "low", "high"]
"""What makes two rows of a view one figure that two articles tell."""

COLUMNS = ["series", "day", "kind", "by_published", "first_id", "second_id"]


class _Claim(NamedTuple):
    """A running total for comparison: the least and the most that its wording leaves possible."""

    series: str
    day: pd.Timestamp
    by_published: bool
    casualty_id: str
    claimant: str
    since: pd.Timestamp | None
    least: float
    most: float


Flag = tuple[str, pd.Timestamp, str, bool, str, str]


def contradictions(totals: pd.DataFrame) -> pd.DataFrame:
    """The contradictions among running totals (rows of a view that have a `day`, by series and day), in `COLUMNS`.

    What several articles tell alike counts once. Two claimants who go on contradicting each other are told where they first do.
    """
    found: list[Flag] = []
    once = totals.drop_duplicates(SAME)
    for _, series in groupby(_claims(once), key=lambda claim: claim.series):
        claims = list(series)
        at_odds: set[frozenset[str]] = set()
        for _, same in groupby(claims, key=lambda claim: claim.day):
            found += _disagreements(list(same), at_odds)
        found += _falls(claims, at_odds)
    return pd.DataFrame(found, columns=COLUMNS)


def _claims(totals: pd.DataFrame) -> list[_Claim]:
    names = ("series", "day", "by_published", "casualty_id", "claimant", "since", "qualifier", "value", "span_low", "span_high")
    columns = (totals[name].tolist() for name in names)
    return [
        _Claim(series, day, placed, casualty_id, claimant, None if pd.isna(since) else since, *_bounds(str(qualifier), value, low, high))
        for series, day, placed, casualty_id, claimant, since, qualifier, value, low, high in zip(*columns, strict=True)
    ]


def _bounds(qualifier: str, value: float, low: float, high: float) -> tuple[float, float]:
    """Open ends closed as a reader takes them: "about", "nearly" and "over" mean within a tenth; "at least" has no top."""
    least = low if not math.isnan(low) else value * (1 - HEDGE if qualifier in {Qualifier.ABOUT, Qualifier.UNDER} else 1)
    open_top = math.inf if qualifier == Qualifier.AT_LEAST else value * (1 + HEDGE)
    return least, high if not math.isnan(high) else open_top


def _comparable(one: _Claim, other: _Claim) -> bool:
    return one.since is None or other.since is None or one.since == other.since


def _flag(kind: str, one: _Claim, other: _Claim) -> Flag:
    return other.series, other.day, kind, one.by_published or other.by_published, one.casualty_id, other.casualty_id


def _disagreements(claims: list[_Claim], at_odds: set[frozenset[str]]) -> list[Flag]:
    distinct = {(claim.claimant, claim.least, claim.most): claim for claim in reversed(claims)}
    found = []
    for one, other in combinations(reversed(distinct.values()), 2):
        if one.claimant != other.claimant and _comparable(one, other) and (one.most < other.least or other.most < one.least):
            found.append(_flag("disagree", one, other))
            at_odds.add(frozenset((one.claimant, other.claimant)))
    return found


def _falls(claims: list[_Claim], at_odds: set[frozenset[str]]) -> list[Flag]:
    """A total under an earlier one of the same claimant, or of another with whom it is not yet known to be at odds."""
    found = []
    highest: dict[str, _Claim] = {}
    for claim in claims:
        for claimant, top in highest.items():
            pair = frozenset((claimant, claim.claimant))
            under = claim.day > top.day and claim.most < top.least and _comparable(claim, top)
            if under and (claimant == claim.claimant or pair not in at_odds):
                found.append(_flag("falls", top, claim))
                at_odds.add(pair)
        before = highest.get(claim.claimant)
        fell = before is not None and claim.day > before.day and claim.most < before.least
        if before is None or fell or claim.least > before.least:
            highest[claim.claimant] = claim
    return found
