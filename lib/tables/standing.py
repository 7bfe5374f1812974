"""The day on which a fact stands where time is an order or an axis: its own where that is known, else that of its publication.

The day of publication is never a fact's date; whatever shows it says so (`by_publication`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from lib.records import Precision

if TYPE_CHECKING:
    import pandas as pd

Days = npt.NDArray[np.datetime64]
Mask = npt.NDArray[np.bool_]

_FINE = (Precision.DAY,)


def standing(facts: pd.DataFrame) -> Days:
    """The day of each fact, `datetime64[D]`; NaT where neither date nor publication is known.

    A fact with a day stands on the first of its days. One of which only the week, month or year is known stands on the day of
    that stretch next to its publication, so that "2026" told in August is no news of 1 January; on the last where that is unknown.
    """
    first, last, published = (facts[name].to_numpy().astype("datetime64[D]") for name in ("date", "date_end", "published"))
    near = np.where(np.isnat(published), last, np.minimum(np.maximum(first, published), last))
    known = np.where(is_coarse(facts), near, first)
    return np.asarray(np.where(np.isnat(first), published, known), dtype="datetime64[D]")


def by_publication(facts: pd.DataFrame) -> Mask:
    """Which facts stand on the day of their publication for want of a date of their own."""
    return np.asarray(facts["date"].isna().to_numpy() & facts["published"].notna().to_numpy(), dtype=bool)


def is_coarse(facts: pd.DataFrame) -> Mask:
    """Of which facts the week, the month or the year is known, and not the day."""
    column = facts["date_precision"].cat
    coarse = np.array([*(code not in _FINE for code in column.categories), False], dtype=bool)
    return np.asarray(coarse[column.codes.to_numpy()], dtype=bool)
