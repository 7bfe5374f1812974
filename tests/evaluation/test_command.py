from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from lib import evaluation
from lib.records import Article, CodedArticle
from lib.serial import to_json

if TYPE_CHECKING:
    from pathlib import Path

RECORD = {
    "id": "a",
    "published": "2024-05-07",
    "events": [{"type": ["REQUEST"], "mode": ["ceasefire"], "actors": ["EGY"], "recipients": [], "status": "actual", "date": None}],
    "casualties": [],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.json").write_text(json.dumps(RECORD), encoding="utf-8")
    return folder


@pytest.fixture
def coded(tmp_path: Path) -> Path:
    file = tmp_path / "coded.jsonl"
    file.write_bytes(to_json(CodedArticle(Article("a", "Một câu."))) + b"\n\n")
    return file


def test_coded_articles_are_scored(gold: Path, coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluation.main([str(gold), "--coded", str(coded), "--errors"]) == 0
    out = capsys.readouterr().out
    assert "missed reaction: EGY REQUEST ceasefire" in out
    assert "found 0 of 1, said 0" in out


def test_json_is_one_object_even_with_errors(gold: Path, coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluation.main([str(gold), "--coded", str(coded), "--errors", "--json"]) == 0
    shown = capsys.readouterr()
    report = json.loads(shown.out)
    assert report["reactions"]["owed"] == 1
    assert report["types"]["REQUEST"]["found"] == 0
    assert "missed reaction" in shown.err


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{", "line 1"),
        (b'{"article": {}}', "article_id"),
        (b'{"article": {"article_id": "a", "text": ""}, "events": [{"event_type": "SHOUT"}]}', "line 1"),
    ],
)
def test_a_line_that_is_not_of_the_contract_is_named(
    line: bytes, told: str, gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.jsonl").write_bytes(line)
    assert evaluation.main([str(gold), "--coded", str(tmp_path / "bad.jsonl")]) == 1
    assert told in capsys.readouterr().err


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluation.main([str(tmp_path / "nowhere"), "--coded", str(coded)]) == 1
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "status"), [([], 2), (["--help"], 0), (["gold", "--wrong"], 2)])
def test_wrong_usage(arguments: list[str], status: int) -> None:
    assert evaluation.main(arguments) == status


def test_articles_are_coded_and_refusals_named(gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = {"id": "a", "text": "Ai Cập kêu gọi các bên ngừng bắn ngay lập tức ở Dải Gaza.", "published": "2024-05-07"}
    (tmp_path / "in.jsonl").write_text(json.dumps(article) + "\nkhông phải JSON\n", encoding="utf-8")
    assert evaluation.main([str(gold), str(tmp_path / "in.jsonl"), "--json"]) == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out)["published"]["right"] == 1
    assert "in.jsonl" in shown.err
