from __future__ import annotations

import io
import json

import pandas as pd
import pyarrow.parquet as pq
import pytest

from lib import exports
from lib.tables import meetings_view
from lib.ui import corpus as corpora
from lib.ui import taking
from tests.ui.samples import article, coded

TABLES = corpora.make([coded(article()), coded(article(article_id="khac"))]).tables


@pytest.mark.parametrize("name", taking.whole(TABLES))
def test_every_table_can_be_taken_in_every_format(name: str) -> None:
    make = taking.whole(TABLES)[name]
    rows = len(make())
    assert rows
    assert len(pd.read_csv(io.BytesIO(taking.file(make, "csv")))) == rows
    assert len(json.loads(taking.file(make, "json"))) == rows
    assert pq.read_table(io.BytesIO(taking.file(make, "parquet"))).num_rows == rows


def test_what_only_serves_filters_stays_inside() -> None:
    header = taking.file(lambda: TABLES.events, "csv").decode("utf-8-sig").split("\n", 1)[0].split(",")
    assert "event_id" in header
    assert not {"search", "article_row"} & set(header)


def test_a_matrix_keeps_the_names_of_its_rows() -> None:
    matrix = meetings_view(TABLES).matrix
    found = json.loads(taking.file(lambda: matrix, "json"))
    assert [row["key"] for row in found] == list(matrix.index)


def test_every_format_has_a_name() -> None:
    assert taking._NAMES.keys() == exports.FORMATS.keys()
