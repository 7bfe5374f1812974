"""Which meetings come first, and which may still be ahead."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from lib.records import Status
from lib.ui.meetings import in_order
from lib.ui.overview import coming

TODAY = date(2024, 6, 10)
ROWS = [
    ("held early", Status.ACTUAL, "2024-05-01", "2024-05-01", "2024-05-02"),
    ("held late", Status.ACTUAL, "2024-06-09", "2024-06-09", "2024-06-09"),
    ("never told of again", Status.PLANNED, "2024-06-01", "2024-06-02", "2024-05-30"),
    ("ahead late", Status.PLANNED, "2024-07-01", "2024-07-31", "2024-06-09"),
    ("ahead soon", Status.PLANNED, "2024-06-01", "2024-06-30", "2024-05-30"),
    ("undated", Status.ACTUAL, None, None, "2024-06-01"),
    ("undated plan", Status.PLANNED, None, None, "2024-06-05"),
    ("undated old plan", Status.PLANNED, None, None, "2024-02-01"),
    ("undated plan of no day", Status.PLANNED, None, None, None),
]


def frame() -> pd.DataFrame:
    rows = pd.DataFrame(ROWS, columns=["event_id", "status", "date", "date_end", "published"])
    days = ["date", "date_end", "published"]
    return rows.assign(**{name: pd.to_datetime(rows[name]) for name in days})


def test_what_happened_comes_first_then_what_is_ahead_then_what_has_no_date() -> None:
    found = in_order(frame(), TODAY)
    assert list(zip(found["event_id"], found["when"], strict=True)) == [
        ("held late", "held"),
        ("never told of again", "held"),
        ("held early", "held"),
        ("ahead soon", "ahead"),
        ("ahead late", "ahead"),
        ("undated plan", "undated"),
        ("undated", "undated"),
        ("undated old plan", "undated"),
        ("undated plan of no day", "undated"),
    ]


def test_nothing_is_ahead_of_a_day_that_nobody_knows() -> None:
    assert set(in_order(frame(), None)["when"]) == {"held", "undated"}


@pytest.mark.parametrize(
    ("today", "names"),
    [
        (TODAY, {"ahead late", "ahead soon", "undated plan", "undated plan of no day"}),
        (date(2024, 9, 1), {"undated plan of no day"}),
        (None, {name for name, status, *_ in ROWS if status is Status.PLANNED}),
    ],
)
def test_a_plan_without_a_day_is_ahead_while_its_announcement_is_recent(today: date | None, names: set[str]) -> None:
    planned = frame()[frame()["status"] == Status.PLANNED]
    assert set(coming(planned, today)["event_id"]) == names
