from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from lib.cli import main
from lib.exports import FORMATS, encode, gdelt, polecat
from lib.tables import Filters, apply, build, to_json
from tests.tables.factory import sample

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    path = tmp_path / "coded.jsonl"
    path.write_text(to_json(sample()), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("to", ["polecat", "gdelt"])
def test_a_file_is_written(coded: Path, to: str, form: str) -> None:
    out = coded.with_name(f"out.{form}")
    assert main(["export", str(coded), "--to", to, "--out", str(out)]) == 0
    assert out.read_bytes() == encode({"polecat": polecat, "gdelt": gdelt}[to](build(sample())), form)
    assert sorted(path.name for path in coded.parent.iterdir()) == ["coded.jsonl", out.name]


def test_standard_output_is_csv_and_a_query_filters(coded: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["export", str(coded), "--to", "polecat", "--where", "?country=TUR&type=ACCUSE"]) == 0
    found = pd.read_csv(io.BytesIO(capsysbinary.readouterr().out))
    assert found["Event Type"].tolist() == ["ACCUSE"]
    assert len(found) == len(polecat(apply(build(sample()), Filters(countries=("TUR",), event_types=("ACCUSE",)))))


def test_standard_input_is_read(coded: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(coded.read_bytes())))
    assert main(["export", "-", "--to", "gdelt"]) == 0
    assert capsysbinary.readouterr().out.startswith(b"GLOBALEVENTID,SQLDATE")


@pytest.mark.parametrize(
    "argv", [[], ["--to", "icews"], ["--to", "gdelt", "--out", "x.xlsx"], ["--to", "gdelt", "--where", "type=FOO"]], ids=" ".join
)
def test_wrong_usage_gives_2(coded: Path, argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(coded), *argv]) == 2
    assert capsys.readouterr().err


def test_an_input_that_is_refused_gives_1(coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(coded.with_name("nowhere.jsonl")), "--to", "gdelt"]) == 1
    coded.write_text(coded.read_text(encoding="utf-8") + '{"text": "no coded article"}\n', encoding="utf-8")
    assert main(["export", str(coded), "--to", "gdelt"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "line 5" in err
    assert main(["export", str(coded.parent), "--to", "gdelt"]) == 1


def test_a_target_that_cannot_be_written_gives_2(coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(coded), "--to", "gdelt", "--out", str(coded / "x.csv")]) == 2
    assert str(coded) in capsys.readouterr().err
