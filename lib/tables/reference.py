"""A reader's own series to lay over the figures: CSV with the columns `date,value`."""

from __future__ import annotations

import csv
import re
from datetime import date
from io import StringIO

import pandas as pd

MOST_BYTES, MOST_ROWS = 1_000_000, 20_000
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_GROUPED = re.compile(r"\d{1,3}([.,\u00a0 ])\d{3}(?:\1\d{3})*")


class SeriesError(Exception):
    """Why a file is no series: `code` (too_large, not_text, no_columns, no_rows, too_many, bad_date, bad_value, twice), where and what."""

    def __init__(self, code: str, line: int = 0, found: str = "") -> None:
        super().__init__(code)
        self.code, self.line, self.found = code, line, found


def read_reference(data: bytes) -> pd.DataFrame:
    """A CSV file as `date` (timestamps, ascending, each once) and `value` (floats, none negative).

    Separated by comma, semicolon or tab; days as 2023-11-07 or 7/11/2023; 10328, 10.328 and 10,328 are the same number.

    Raises:
        SeriesError: where the file is no such series.
    """
    if len(data) > MOST_BYTES:
        raise SeriesError("too_large")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise SeriesError("not_text") from None
    lines = text.splitlines()
    separator = max(",;\t", key=(lines[0] if lines else "").count)
    table = list(csv.reader(StringIO(text), delimiter=separator))
    header = [name.strip().lower() for name in table[0]] if table else []
    if not {"date", "value"} <= set(header):
        raise SeriesError("no_columns", 1, (lines[0] if lines else "")[:60])
    if len(table) - 1 > MOST_ROWS:
        raise SeriesError("too_many")
    found = _rows(table[1:], header.index("date"), header.index("value"))
    if not found:
        raise SeriesError("no_rows")
    days = sorted(found)
    return pd.DataFrame({"date": pd.to_datetime(days), "value": [found[day] for day in days]})


def _rows(table: list[list[str]], day_at: int, value_at: int) -> dict[date, float]:
    found: dict[date, float] = {}
    for line, row in enumerate(table, start=2):
        if not any(cell.strip() for cell in row):
            continue
        cells = [row[place].strip() if place < len(row) else "" for place in (day_at, value_at)]
        day, value = _day(cells[0]), _value(cells[1])
        if day is None:
            raise SeriesError("bad_date", line, cells[0][:40])
        if value is None:
            raise SeriesError("bad_value", line, cells[1][:40])
        if found.get(day, value) != value:
            raise SeriesError("twice", line, cells[0])
        found[day] = value
    return found


def _day(text: str) -> date | None:
    try:
        if match := _DAY.fullmatch(text):
            day, month, year = (int(part) for part in match.groups())
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError:
        return None


def _value(text: str) -> float | None:
    if _GROUPED.fullmatch(text):
        text = re.sub(r"\D", "", text)
    if not re.fullmatch(r"\d{1,15}(?:\.\d+)?", text):
        return None
    return float(text)
