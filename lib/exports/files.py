"""A frame as the bytes of a file: CSV, JSON or Parquet, the same bytes every time."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import msgspec
import pandas as pd
import pyarrow.parquet as pq

from lib.tables.export import arrow, csv


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: the end of a file's name, and its MIME type."""

    suffix: str
    mime: str


FORMATS = {
    "csv": Format("csv", "text/csv"),
    "json": Format("json", "application/json"),
    "parquet": Format("parquet", "application/vnd.apache.parquet"),
}


def encode(frame: pd.DataFrame, form: str, *, mark: bool = False) -> bytes:
    """A frame without its index as a file of the format `form` (a key of `FORMATS`, else KeyError).

    CSV: UTF-8, empty cells for null; `mark` puts a byte order mark before it, without which spreadsheets garble Vietnamese.
    JSON: an array of one object a row, null for null. Parquet: typed columns, days as dates. Days are ISO 8601 in text.
    """
    if FORMATS[form].suffix == "csv":
        return csv(frame).encode("utf-8-sig" if mark else "utf-8")
    if form == "json":
        return _json(frame)
    sink = io.BytesIO()
    pq.write_table(arrow(frame), sink)
    return sink.getvalue()


def _json(frame: pd.DataFrame) -> bytes:
    names = [str(name) for name in frame.columns]
    columns = [_plain(frame.iloc[:, place]) for place in range(len(names))]
    rows = [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
    return msgspec.json.encode(rows) + b"\n"


def _plain(column: pd.Series) -> list[Any]:
    """The column's values as JSON knows them."""
    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        column = column.dt.strftime("%Y-%m-%d")
    values: list[Any] = column.astype("object").tolist()
    return [None if missing else value for value, missing in zip(values, column.isna(), strict=True)]
