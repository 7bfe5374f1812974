from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.tables import Filters, apply, build, to_csv, to_json, to_parquet
from tests.tables.factory import sample

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ["articles", "events", "event_actors", "casualties"]


def test_parquet_holds_four_tables_with_days_as_dates(tmp_path: Path) -> None:
    written = to_parquet(build(sample()), tmp_path / "new" / "folder")
    assert [path.name for path in written] == [f"{name}.parquet" for name in NAMES]
    events, casualties = pq.read_table(written[1]), pq.read_table(written[3])
    assert events.num_rows == 22
    assert events.schema.field("date").type == pa.date32()
    assert casualties.schema.field("count").type == pa.int64()
    assert casualties.column("count").null_count == 2


def test_csv_holds_four_tables_with_iso_dates_and_empty_nulls(tmp_path: Path) -> None:
    paths = to_csv(build(sample()), tmp_path)
    assert [path.name for path in paths] == [f"{name}.csv" for name in NAMES]
    with paths[3].open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["date"] == "2023-11-06"
    assert rows[0]["count"] == "10022"
    assert [row["count"] for row in rows if row["qualifier"] == "range"] == [""]
    assert rows[0]["attributed_to_name"] == "Bộ Y tế Gaza"


@pytest.mark.parametrize("name", NAMES)
def test_columns_that_only_serve_filters_stay_inside(tmp_path: Path, name: str) -> None:
    to_csv(build(sample()), tmp_path)
    with (tmp_path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header = next(csv.reader(file))
    assert not set(header) & {"search", "event_row", "article_row"}


def test_what_is_filtered_out_is_not_written(tmp_path: Path) -> None:
    paths = to_parquet(apply(build(sample()), Filters(countries=("TUR",))), tmp_path)
    assert pq.read_table(paths[0]).num_rows == 4
    assert pq.read_table(paths[3]).num_rows == 0


def test_nothing_is_written_as_empty_tables(tmp_path: Path) -> None:
    assert [pq.read_table(path).num_rows for path in to_parquet(build([]), tmp_path)] == [0, 0, 0, 0]
    assert all(path.read_text(encoding="utf-8").count("\n") == 1 for path in to_csv(build([]), tmp_path))


def test_the_same_tables_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "other"):
        to_parquet(build(sample()), tmp_path / folder)
        to_csv(build(sample()), tmp_path / folder)
    for path in sorted((tmp_path / "one").iterdir()):
        assert path.read_bytes() == (tmp_path / "other" / path.name).read_bytes()


def test_json_is_one_object_an_article() -> None:
    lines = to_json(sample()).splitlines()
    first = json.loads(lines[0])
    assert len(lines) == 4
    assert list(first) == ["article", "events", "casualties", "dropped"]
    assert first["events"][0]["actors"][0]["role"] == "participant"
    assert first["events"][0]["date"] == "2023-11-07"
