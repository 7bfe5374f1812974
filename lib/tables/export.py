"""The frames as files for other programs: Parquet, CSV, JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from lib.tables.frames import INTERNAL, Tables

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    import pandas as pd

    from lib.records import CodedArticle

TABLES = ("articles", "events", "event_actors", "casualties")


def frames(tables: Tables) -> dict[str, pd.DataFrame]:
    """The four tables by name, without the columns that only serve filters."""
    found: dict[str, pd.DataFrame] = {name: getattr(tables, name) for name in TABLES}
    return {name: frame.drop(columns=[c for c in INTERNAL if c in frame]) for name, frame in found.items()}


def to_parquet(tables: Tables, folder: Path) -> tuple[Path, ...]:
    """Write `articles.parquet` and the three others into `folder`; days are dates, names dictionaries. OSError as it comes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, frame in frames(tables).items():
        path = folder / f"{name}.parquet"
        pq.write_table(arrow(frame), path)
        written.append(path)
    return tuple(written)


def to_csv(tables: Tables, folder: Path) -> tuple[Path, ...]:
    """Write `articles.csv` and the three others into `folder`: UTF-8, ISO dates, empty cells for null. OSError as it comes."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, frame in frames(tables).items():
        path = folder / f"{name}.csv"
        path.write_text(csv(frame), encoding="utf-8", newline="")
        written.append(path)
    return tuple(written)


def csv(frame: pd.DataFrame) -> str:
    """One frame as CSV text, as `to_csv` writes it."""
    return frame.to_csv(index=False, date_format="%Y-%m-%d", lineterminator="\n")


def to_json(coded: Iterable[CodedArticle]) -> str:
    """The contract's JSON Lines: one object an article, the contract's keys and codes."""
    encoder = msgspec.json.Encoder()
    return "".join(encoder.encode(record).decode() + "\n" for record in coded)


def arrow(frame: pd.DataFrame) -> pa.Table:
    """One frame as an Arrow table, as `to_parquet` writes it: days as dates, no index, no notes of pandas."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    for place, field in enumerate(table.schema):
        if pa.types.is_timestamp(field.type):
            table = table.set_column(place, field.name, table.column(place).cast(pa.date32()))
    return table.replace_schema_metadata(None)
