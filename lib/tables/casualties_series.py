"""Which figures make one series: a harm, a victims' country, a place and a kind of victims.

A ministry that counts the dead of its whole side says "in Gaza" in one article and no place in the next: its running totals are
one series. Where somebody counts several places of a side, or nobody ties a place to the whole, each place has a series.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from lib.tables.filters import Mask

_GROUP = ["harm", "victims_country", "victims_kind"]


def series_of(rows: pd.DataFrame, cumulative: Mask) -> pd.Series:
    """The key `harm|country|place|kind` of each row; `rows` as in `CasualtiesView.rows`, `cumulative` marks the running totals."""
    place = rows["place"]
    totals = rows.loc[cumulative, [*_GROUP, "claimant", "place", "place_country", "place_lat"]]
    if (whole := _whole(totals)).any():
        place = place.mask(rows.index.isin(totals.index[whole]), "")
    return rows["harm"].astype("str") + "|" + rows["victims_country"] + "|" + place + "|" + rows["victims_kind"].astype("str")


def _whole(totals: pd.DataFrame) -> Mask:
    """Where the place is the side's whole territory: its country, or the one place that a claimant counts beside naming none."""
    side, place = totals["victims_country"], totals["place"]
    codes = totals["place_country"].astype("str").fillna("")
    none = (place == "").to_numpy(dtype=bool)
    own = ~none & ((side != "") & (codes == side)).to_numpy(dtype=bool)
    country: Mask = own & totals["place_lat"].isna().to_numpy(dtype=bool)
    told = totals.loc[(own | none) & ~country & (totals["claimant"] != "").to_numpy(dtype=bool), [*_GROUP, "claimant", "place"]]
    named = told.drop_duplicates()
    spoken = named.groupby([*_GROUP, "claimant"], sort=False, observed=True)["place"]
    ties = ((spoken.transform("size") == 2) & (spoken.transform("min") == "")).to_numpy(dtype=bool)  # noqa: PLR2004 - none, and one
    pairs = named[ties & (named["place"] != "")]
    if pairs.empty:
        return country
    keys, known = (pd.MultiIndex.from_frame(some[[*_GROUP, "place"]].astype("str")) for some in (totals, pairs))
    whole: Mask = country | (own & np.asarray(keys.isin(known), dtype=bool))
    return whole
