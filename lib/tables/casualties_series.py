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
    place = rows["place"].mask(cumulative & _whole(rows, cumulative), "")
    return rows["harm"].astype("str") + "|" + rows["victims_country"] + "|" + place + "|" + rows["victims_kind"].astype("str")


def _whole(rows: pd.DataFrame, cumulative: Mask) -> Mask:
    """Where the place is the side's whole territory: its country, or the one place that a claimant counts beside naming none."""
    codes = rows["place_country"].astype("str").fillna("")
    side = rows["victims_country"]
    own = ((rows["place"] != "") & (side != "") & (codes == side)).to_numpy(dtype=bool)
    country: Mask = own & rows["place_lat"].isna().to_numpy(dtype=bool)
    told = rows.loc[cumulative & (own | (rows["place"] == "").to_numpy(dtype=bool)) & ~country, [*_GROUP, "claimant", "place"]]
    named = told[told["claimant"] != ""].astype("str").drop_duplicates()
    if named.empty:
        return country
    spoken = named.groupby([*_GROUP, "claimant"], sort=False)["place"]
    ties = (spoken.transform("size") == 2) & (spoken.transform("min") == "")  # noqa: PLR2004 - none, and one
    pairs = named[ties & (named["place"] != "")].set_index([*_GROUP, "place"]).index
    keys = pd.MultiIndex.from_frame(rows[[*_GROUP, "place"]].astype("str"))
    whole: Mask = country | (own & np.asarray(keys.isin(pairs), dtype=bool))
    return whole
