"""Periods that a newsroom asks for, reckoned from the last day of the data. Pure: no Streamlit."""

from __future__ import annotations

from datetime import date, timedelta

PRESETS = ("week", "days30", "month")
_DAYS = {"week": 7, "days30": 30}
Span = tuple[date, date]


def preset(name: str, last: date) -> Span:
    """The first and last day of a preset: so many days up to `last`, or the calendar month of `last`."""
    if name == "month":
        return last.replace(day=1), (last.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return last - timedelta(days=_DAYS[name] - 1), last


def named(first: date | None, last: date | None, data_ends: date | None) -> str | None:
    """The preset that a period is, or None."""
    if data_ends is None:
        return None
    return next((name for name in PRESETS if preset(name, data_ends) == (first, last)), None)


def before(span: Span) -> Span:
    """The period of the same length that ends where `span` begins."""
    length = span[1] - span[0]
    last = span[0] - timedelta(days=1)
    return last - length, last
