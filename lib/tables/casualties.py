"""How many were hurt: figures as their claimants state them, by harm, victims' country and place, never added up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from lib.records import Qualifier, Scope, VictimsKind
from lib.tables.casualties_flags import contradictions
from lib.tables.casualties_series import series_of
from lib.tables.filters import isin
from lib.tables.memo import remembered

if TYPE_CHECKING:
    from lib.tables.frames import Tables

ANYWHERE = None
"""The place that takes every place."""

MOST_FLAGS = 3
"""How many contradictions are numbered on the chart and told with both sentences."""

LONG_AGO = pd.Timedelta(days=60)
"""From how long before its article on a figure is told as background, as with events."""

_WHOLE_SIDE = (VictimsKind.PEOPLE, VictimsKind.CIVILIANS)


@dataclass(frozen=True, slots=True, eq=False)
class CasualtiesView:
    """The casualty page.

    `rows`: one row a figure: the columns of `casualties` and `place` (its name, or ""), `victims_country` ("" where
    unknown), `value` (the count, else the range's low, else its high), `span_low`, `span_high` (floats, NaN where open),
    `claimant` (name or ""), `date_known`, `day` (the date, else the day of publication, NaT where neither is known),
    `by_published` (`day` is only that of publication), `retrospective` (no running total, and of over `LONG_AGO` before its
    article), `series` (a key `harm|country|place|kind`: children are not set against people; of a running total of the whole
    side, the place is "", see `casualties_series`), `contradicts` (see `flags`); by series, then day.
    `totals`, `incidents`: the dated rows of running totals, and of single events, periods and additions.
    `published`: the rows of all scopes whose text gives no date, placed on the day of publication.
    `flags`: one row a contradiction: `series`, `day`, `kind` (`disagree`: two claimants, one day, ranges apart; `falls`: a
    running total under an earlier one), `by_published` (one of the two is placed by publication), `first_id`, `second_id`.
    `undated`: how many figures have no date; `nowhere`: how many of them have no day of publication either.
    """

    rows: pd.DataFrame
    totals: pd.DataFrame
    incidents: pd.DataFrame
    published: pd.DataFrame
    flags: pd.DataFrame
    undated: int
    nowhere: int


@remembered
def casualties_view(tables: Tables, harm: str | None = None, victims_country: str | None = None) -> CasualtiesView:
    """The figures of one harm and one victims' country (alpha-3, or "" for the unknown); None takes all."""
    rows = tables.casualties
    if harm is not None:
        rows = rows[isin(rows["harm"], [harm])]
    if victims_country is not None:
        rows = rows[isin(rows["victims_country"], [victims_country]) if victims_country else rows["victims_country"].isna()]
    rows = prepared(rows)
    running = isin(rows["scope"], [Scope.CUMULATIVE])
    flags = contradictions(rows[running & rows["day"].notna().to_numpy()])
    rows["contradicts"] = rows["casualty_id"].isin([*flags["first_id"], *flags["second_id"]])
    return _view(rows, flags)


@remembered
def narrowed(view: CasualtiesView, victims_country: str | None = None, place: str | None = ANYWHERE) -> CasualtiesView:
    """The same view of one side and one place ("" for the unknown); None takes all."""
    rows = view.rows
    if victims_country is not None:
        rows = rows[rows["victims_country"] == victims_country]
    if place is not None:
        rows = rows[rows["place"] == place]
    flags, ids = view.flags, rows["casualty_id"]
    return _view(rows, flags[flags["first_id"].isin(ids) & flags["second_id"].isin(ids)])


def _view(rows: pd.DataFrame, flags: pd.DataFrame) -> CasualtiesView:
    dated = rows[rows["date_known"]]
    running = isin(dated["scope"], [Scope.CUMULATIVE])
    undated = len(rows) - len(dated)
    published = rows[rows["by_published"]]
    return CasualtiesView(rows, dated[running], dated[~running], published, flags, undated, undated - len(published))


def newest_flags(view: CasualtiesView, most: int = MOST_FLAGS) -> pd.DataFrame:
    """The newest contradictions, in the order of time: as many as a reader takes in; their places here are their numbers on the page."""
    return view.flags.sort_values("day", kind="stable").tail(most)


def prepared(rows: pd.DataFrame) -> pd.DataFrame:
    """Some rows of `casualties` with the columns of `CasualtiesView.rows`, but `contradicts`; by series, then day."""
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
    found["day"] = rows["date"].fillna(rows["published"])
    found["by_published"] = rows["date"].isna() & rows["published"].notna()
    cumulative = isin(rows["scope"], [Scope.CUMULATIVE])
    last = rows["date_end"].fillna(rows["date"])
    found["retrospective"] = (rows["published"] - last > LONG_AGO).to_numpy(dtype=bool) & ~cumulative
    found["series"] = series_of(found, cumulative)
    return found.sort_values(["series", "day", "confidence"], ascending=[True, True, False], na_position="last", ignore_index=True)


@remembered
def sides(tables: Tables) -> pd.DataFrame:
    """Each harm and victims' country ("" where unknown) that has figures: `harm`, `victims_country`, `figures`, `totals`.

    The one with most figures first, running totals deciding between equals.
    """
    plain = pd.DataFrame(
        {
            "harm": tables.casualties["harm"].astype("str"),
            "victims_country": tables.casualties["victims_country"].astype("str").fillna(""),
            "running": isin(tables.casualties["scope"], [Scope.CUMULATIVE]),
        }
    )
    found = plain.groupby(["harm", "victims_country"], sort=True)["running"].agg(figures="size", totals="sum").reset_index()
    order = {"figures": False, "totals": False, "harm": True, "victims_country": True}
    return found.sort_values(list(order), ascending=list(order.values()), ignore_index=True)


@remembered
def headlines(view: CasualtiesView) -> pd.DataFrame:
    """One figure a side: those of `view.rows` (main columns) that stand for each victims' country, totals first, then the largest.

    A side's newest running total of its people (of children, soldiers, ... where there is none of all); where no total is
    told, its largest single event, of those whose figure is no vague one where there are any. What is `retrospective` is no
    headline. A side whose country is unknown has none: it is not one side.
    """
    known = (view.rows["victims_country"] != "") & ~view.rows["retrospective"]
    columns = ["casualty_id", "victims_country", "scope", "qualifier", "victims_kind", "value", "day", "by_published", "confidence"]
    rows = view.rows.loc[known, columns]
    running = pd.Series(isin(rows["scope"], [Scope.CUMULATIVE]), index=rows.index)
    firm = ~isin(rows["qualifier"], [Qualifier.VAGUE])
    ranked = rows.assign(running=running, whole=isin(rows["victims_kind"], _WHOLE_SIDE), firm=firm)
    ranked["rank"] = ranked["day"].where(running).fillna(pd.Timestamp.min.ceil("s"))
    order = ["running", "whole", "rank", "firm", "value", "confidence"]
    best = ranked.sort_values(order, ascending=False, na_position="last", kind="stable").drop_duplicates("victims_country")
    return best.sort_values(["running", "firm", "value"], ascending=False, na_position="last", kind="stable", ignore_index=True)
