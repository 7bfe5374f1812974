from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from lib import pipeline
from lib.cli import main
from lib.records import Annotations, Article, CodedArticle, Dropped, Sentence

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "Ngoại trưởng Lào hôm qua tới Bangkok, hội đàm với người đồng cấp Thái Lan về tình hình biên giới."
OTHER = "Thủ tướng Na Uy ngày 7/5 kêu gọi các bên ở Sudan ngừng bắn, mở đường cho hàng cứu trợ vào thủ đô."
ENGLISH = "The two ministers met in the capital on Monday for talks about the border."


def _code(article: Article) -> CodedArticle:
    if "Sudan" in article.text and article.article_id == "hỏng":
        raise KeyError("Sudan")
    return CodedArticle(article, dropped=(Dropped(0, 4, "rule", "vì"),))


def _annotate(article: Article) -> Annotations:
    return Annotations(article.article_id, article.text, (Sentence(0, len(article.text)),))


@pytest.fixture(autouse=True)
def _plain_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coder that only passes articles on: what it codes is tested elsewhere."""
    monkeypatch.setattr(pipeline, "code_one", _code)
    monkeypatch.setattr(pipeline, "annotate_one", _annotate)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def _lines(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_extract_writes_one_object_a_line(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(good)]) == 0
    out, err = capsys.readouterr()
    (found,) = _lines(out)
    assert list(found) == ["article", "events", "casualties", "dropped"]
    assert (found["article"]["text"], found["article"]["path"]) == (TEXT, str(good))
    assert err == ""


def test_annotate_writes_the_layers(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["annotate", str(good)]) == 0
    (found,) = _lines(capsys.readouterr().out)
    assert list(found) == ["article_id", "text", "sentences", "dates", "numbers", "mentions", "triggers"]


BAD: dict[str, tuple[str, bytes | None, list[str]]] = {
    "empty": ("x.txt", b"", ["trống", "empty"]),
    "binary": ("x.txt", b"\x89PNG\r\n\x1a\n\x00\x00", ["nhị phân", "binary", "PNG"]),
    "broken line": ("x.jsonl", json.dumps({"text": OTHER}).encode() + b'\n{"text": "\n', ["dòng 2", "line 2", "JSON"]),
    "not Vietnamese": ("x.txt", ENGLISH.encode(), ["không phải tiếng Việt", "not Vietnamese"]),
    "no accents": ("x.txt", b"Ngoai truong Lao hom qua toi Thai Lan hoi dam voi nguoi dong cap", ["không dấu", "without accents"]),
    "missing": ("x.txt", None, ["Không tìm thấy", "No such"]),
    "unknown kind": ("x.pdf", b"%PDF", ["Không nhận", ".pdf"]),
    "damaged gzip": ("x.txt.gz", b"\x1f\x8b\x08broken", ["gzip"]),
    "not UTF-8": ("x.jsonl", b'{"text": "\xff\xfe"}', ["UTF-8", "dòng 1"]),
    "an old encoding": ("x.txt", "Tæng thèng Ph¸p vµ Thñ t­íng §øc ®· gÆp nhau ngµy 7/5".encode("latin-1"), ["TCVN3"]),
    "a page without article": ("x.html", b"<html><body></body></html>", ["HTML"]),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_input_is_named_with_its_reason_and_every_other_coded(
    kind: str, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name, data, words = BAD[kind]
    bad = tmp_path / name
    if data is not None:
        bad.write_bytes(data)
    assert main(["extract", str(bad), str(good)]) == 1
    out, err = capsys.readouterr()
    assert TEXT in [line["article"]["text"] for line in _lines(out)]
    assert str(bad) in err
    assert "Traceback" not in err
    for word in (*words, "Cách sửa", "To mend"):
        assert word in err


def test_a_folder_without_articles_is_refused(tmp_path: Path, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "none").mkdir()
    assert main(["extract", str(tmp_path / "none"), str(good)]) == 1
    out, err = capsys.readouterr()
    assert len(_lines(out)) == 1
    assert str(tmp_path / "none") in err


def test_a_published_that_is_no_date_is_named_and_no_refusal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": TEXT, "published": "2024-02-31"}), encoding="utf-8")
    assert main(["extract", str(path)]) == 0
    out, err = capsys.readouterr()
    assert _lines(out)[0]["article"]["published"] is None
    assert "2024-02-31" in err
    assert str(path) in err


def test_an_article_that_the_coder_fails_on_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps(r) for r in ({"id": "hỏng", "text": OTHER}, {"text": TEXT})), encoding="utf-8")
    assert main(["extract", str(path)]) == 1
    out, err = capsys.readouterr()
    assert [line["article"]["text"] for line in _lines(out)] == [TEXT]
    assert "hỏng" in err
    assert "KeyError" in err


def test_standard_input_is_json_lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    data = json.dumps({"id": "1", "text": TEXT, "published": "2024-05-07"}).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["extract", "-"]) == 0
    article = _lines(capsys.readouterr().out)[0]["article"]
    assert (article["path"], article["published"], article["published_basis"]) == (None, "2024-05-07", "metadata")


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["extract"],
        ["code", "a.txt"],
        ["extract", "a.txt", "--format", "xml"],
        ["extract", "a.txt", "--workers", "0"],
        ["extract", "a.txt", "--workers", "many"],
        ["annotate", "a.txt", "--format", "csv"],
        ["extract", "a.txt", "--format", "parquet"],
        ["extract", "a.txt", "--format", "csv"],
    ],
)
def test_wrong_usage_is_told_and_gives_2(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "extract" in capsys.readouterr().out


def test_json_lines_go_to_a_file_whole_or_not_at_all(
    good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out.jsonl"
    assert main(["extract", str(good), "--out", str(out)]) == 0
    whole = out.read_bytes()
    assert len(whole.splitlines()) == 1
    assert capsys.readouterr().out == ""
    monkeypatch.setattr("lib.cli.to_json", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    assert main(["extract", str(good), "--out", str(out)]) == 2
    assert out.read_bytes() == whole
    assert "No space left" in capsys.readouterr().err
    assert sorted(p.name for p in tmp_path.iterdir()) == ["good.txt", "out.jsonl"]


@pytest.mark.parametrize("form", ["jsonl", "parquet", "csv"])
def test_a_target_that_cannot_be_written_gives_2(form: str, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("")
    assert main(["extract", str(good), "--format", form, "--out", str(tmp_path / "taken" / "x")]) == 2
    assert str(tmp_path / "taken") in capsys.readouterr().err


@pytest.mark.parametrize("form", ["parquet", "csv"])
def test_tables_are_written_into_a_folder(form: str, good: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "tables"
    assert main(["extract", str(good), "--format", form, "--out", str(folder)]) == 0
    assert {path.stem for path in folder.iterdir()} == {"articles", "events", "event_actors", "casualties"}
    assert {path.suffix for path in folder.iterdir()} == {f".{form}"}


def test_a_reader_that_leaves_early_gets_no_traceback(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"id": str(i), "text": f"{TEXT} {i} " * 50}) + "\n" for i in range(300)), encoding="utf-8")
    script = (
        "import tests.pipeline_tasks as t, lib.pipeline as p; p.code_one = t.measure; from lib.cli import main; raise SystemExit(main())"
    )
    read, write = os.pipe()
    with subprocess.Popen([sys.executable, "-c", script, "extract", str(path)], cwd=root, stdout=write, stderr=subprocess.PIPE) as run:
        os.close(write)
        os.read(read, 10)
        os.close(read)
        _, err = run.communicate(timeout=60)
    assert err == b""
    assert run.returncode == 0


def test_python_m_lib_is_the_command_line(root: Path) -> None:
    run = subprocess.run([sys.executable, "-m", "lib", "extract", "--help"], cwd=root, capture_output=True, text=True, check=False)
    assert run.returncode == 0
    assert "--workers" in run.stdout
