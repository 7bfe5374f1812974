from __future__ import annotations

from datetime import date

import pytest

from lib.ui import periods

LAST = date(2024, 2, 10)


@pytest.mark.parametrize(
    ("name", "span"),
    [
        ("week", (date(2024, 2, 4), LAST)),
        ("days30", (date(2024, 1, 12), LAST)),
        ("month", (date(2024, 2, 1), date(2024, 2, 29))),
    ],
)
def test_presets_end_with_the_data(name: str, span: periods.Span) -> None:
    assert periods.preset(name, LAST) == span
    assert periods.named(*span, LAST) == name


def test_any_other_period_has_no_name() -> None:
    assert periods.named(None, LAST, LAST) is None
    assert periods.named(date(2024, 2, 4), LAST, None) is None


def test_the_period_before_is_as_long_and_touches() -> None:
    assert periods.before((date(2024, 2, 4), LAST)) == (date(2024, 1, 28), date(2024, 2, 3))
