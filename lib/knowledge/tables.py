"""The data files of the knowledge base read into typed rows: an unknown column or key, or a value of the wrong kind, is an error."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")
Row = TypeVar("Row", bound=msgspec.Struct)

DATA = Path(__file__).parent / "data"


def read_csv(name: str, row: type[Row]) -> list[Row]:
    """The rows of `data/<name>`; an empty cell takes the field's default, a cell of a tuple field is split at "|".

    Raises `msgspec.ValidationError` for a row that does not fit `row`.
    """
    several = {f.name for f in msgspec.structs.fields(row) if isinstance(f.default, tuple)}
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        cells = [{k: v.split("|") if k in several else v for k, v in line.items() if v} for line in csv.DictReader(file)]
    return msgspec.convert(cells, list[row], strict=False)  # type: ignore[valid-type]


def read_toml(name: str, kind: type[T]) -> T:
    """`data/<name>` as `kind`. Raises `msgspec.ValidationError` for a key or value that does not fit."""
    return msgspec.toml.decode((DATA / name).read_bytes(), type=kind)
