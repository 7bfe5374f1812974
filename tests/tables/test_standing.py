from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from lib.records import Precision
from lib.tables import build
from lib.tables.standing import by_publication, is_coarse, standing
from tests.tables.factory import Writer, fidan

TOLD = date(2026, 8, 21)
YEAR = (date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR)


@pytest.mark.parametrize(
    ("first", "last", "precision", "published", "expected"),
    [
        (date(2026, 8, 1), None, None, TOLD, date(2026, 8, 1)),
        (date(2026, 8, 1), date(2026, 8, 3), Precision.DAY, TOLD, date(2026, 8, 1)),
        (None, None, None, TOLD, TOLD),
        (None, None, None, None, None),
        (*YEAR, TOLD, TOLD),
        (*YEAR, date(2027, 2, 3), date(2026, 12, 31)),
        (*YEAR, date(2025, 2, 3), date(2026, 1, 1)),
        (*YEAR, None, date(2026, 12, 31)),
        (date(2026, 8, 1), date(2026, 8, 31), Precision.MONTH, TOLD, TOLD),
        (date(2026, 7, 6), date(2026, 7, 12), Precision.WEEK, TOLD, date(2026, 7, 12)),
    ],
)
def test_the_day_that_a_fact_stands_on(
    first: date | None, last: date | None, precision: Precision | None, published: date | None, expected: date | None
) -> None:
    writer = Writer("a", "Tin", published=published)
    writer.event("ACCUSE", "disapprove", "Lên án.", fidan(), day=first, end=last, precision=precision)
    events = build([writer.done()]).events
    assert standing(events).tolist() == [expected]
    assert by_publication(events).tolist() == [first is None and published is not None]
    assert is_coarse(events).tolist() == [precision not in {None, Precision.DAY}]


def test_nothing_stands_nowhere() -> None:
    assert standing(build([]).events).dtype == np.dtype("datetime64[D]")
    assert len(standing(build([]).events)) == 0
