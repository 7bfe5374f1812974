from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import tracemalloc
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest

from lib.errors import Code, Notice, Refusal
from lib.reading import MAX_CHARACTERS, files, read, read_text, read_upload
from lib.records import Article, Basis

TEXT = "Ngoại trưởng Lào hôm qua tới Bangkok, hội đàm với người đồng cấp Thái Lan về tình hình biên giới."
OTHER = "Thủ tướng Na Uy ngày 7/5 kêu gọi các bên ở Sudan ngừng bắn, mở đường cho hàng cứu trợ vào thủ đô."


def _json(**record: object) -> bytes:
    return json.dumps(record, ensure_ascii=False).encode() + b"\n"


def _codes(items: list[Article | Refusal]) -> list[str]:
    return [item.code.value if isinstance(item, Refusal) else "article" for item in items]


def _read(*paths: Path) -> tuple[list[Article | Refusal], list[Notice]]:
    notices: list[Notice] = []
    return list(read(paths, notices.append)), notices


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def _file(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_a_text_becomes_an_article(folder: Path) -> None:
    path = _file(folder, "a.txt", f"Lào và Thái Lan hội đàm\n\n{TEXT}\n")
    (found,), notices = _read(path)
    assert isinstance(found, Article)
    assert found.text == f"Lào và Thái Lan hội đàm\n\n{TEXT}"
    assert found.article_id == hashlib.sha256(found.text.encode()).hexdigest()[:16]
    assert (found.path, found.title, found.published) == (str(path), "Lào và Thái Lan hội đàm", None)
    assert notices == []


def test_text_comes_out_composed_with_plain_line_ends(folder: Path) -> None:
    (found,), _ = _read(_file(folder, "a.txt", normalize("NFD", f"\ufeff{TEXT}\r\n\u200b{OTHER}\r\n")))
    assert isinstance(found, Article)
    assert found.text == f"{TEXT}\n{OTHER}"


def test_a_json_line_becomes_an_article_with_all_that_it_brings(folder: Path) -> None:
    line = _json(
        id=17,
        text=TEXT,
        title="Lào và Thái Lan hội đàm",
        url="https://vidu.example/1",
        outlet="Báo Ví Dụ",
        published="2024-05-06T23:00:00Z",
        tags=[1],
    )
    (found,), notices = _read(_file(folder, "a.jsonl", line))
    assert isinstance(found, Article)
    assert found.article_id == "17"
    assert found.text == f"Lào và Thái Lan hội đàm\n\n{TEXT}"
    assert (found.url, found.outlet, found.published, found.published_basis) == (
        "https://vidu.example/1",
        "Báo Ví Dụ",
        date(2024, 5, 7),
        Basis.METADATA,
    )
    assert found.published_why
    assert "2024-05-06T23:00:00Z" in found.published_why
    assert notices == []


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "a.jsonl.gz", "A.TXT", "a.htm"])
def test_every_kind_is_read_compressed_or_not(folder: Path, name: str) -> None:
    data = _json(text=TEXT) if "jsonl" in name else f"<p>{TEXT}</p>".encode() if "htm" in name else TEXT.encode()
    (found,), _ = _read(_file(folder, name, gzip.compress(data) if name.endswith(".gz") else data))
    assert isinstance(found, Article)
    assert found.text == TEXT


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.txt", b"", Code.EMPTY),
        ("a.txt", b"\n \n", Code.EMPTY),
        ("a.jsonl", b"", Code.EMPTY),
        ("a.jsonl", b"\n\n", Code.EMPTY),
        ("a.html", b"", Code.EMPTY),
        ("a.txt.gz", gzip.compress(b""), Code.EMPTY),
        ("a.txt", b"%PDF-1.4", Code.BINARY),
        ("a.jsonl", b"\x89PNG\r\n\x1a\n\x00\x01", Code.BINARY),
        ("a.jsonl", gzip.compress(b"x"), Code.BINARY),
        ("a.txt", TEXT.encode() + b"\x00", Code.BINARY),
        ("a.txt", "The two ministers met in the capital on Monday for talks.", Code.NOT_VIETNAMESE),
        ("a.txt", "Ngoai truong Lao hom qua toi thu do Thai Lan, hoi dam voi nguoi dong cap", Code.NO_ACCENTS),
        ("a.txt", TEXT.encode()[:30] + b"\xff\xfe" + TEXT.encode()[30:], Code.BAD_ENCODING),
        ("a.txt", b"x" * (8 * 1024 * 1024 + 1), Code.TOO_LONG),
        ("a.txt", (TEXT + " ") * (MAX_CHARACTERS // len(TEXT) + 1), Code.TOO_MANY_CHARACTERS),
        ("a.txt.gz", b"not gzip at all", Code.BROKEN_GZIP),
        ("a.txt.gz", gzip.compress(os.urandom(50_000))[:-2000], Code.BROKEN_GZIP),
        ("a.docx", b"PK", Code.UNKNOWN_KIND),
        ("a", TEXT, Code.UNKNOWN_KIND),
        ("a.jsonl", b'[{"text": "a"}]', Code.JSON_ARRAY),
        ("a.jsonl", b'[\n{"text": "a"}\n]', Code.JSON_ARRAY),
    ],
)
def test_a_file_that_is_no_article_is_refused_by_name(folder: Path, name: str, data: bytes | str, code: Code) -> None:
    path = _file(folder, name, data)
    items, _ = _read(path)
    assert _codes(items) == [code.value]
    assert isinstance(items[0], Refusal)
    assert items[0].source == str(path)


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"{broken\n", Code.BROKEN_JSON),
        (b'{"text": "abc\n', Code.BROKEN_JSON),
        (b'{"text": NaN}\n', Code.BROKEN_JSON),
        (b'{"text": "\\ud800"}\n', Code.BROKEN_JSON),
        (b"[" * 100_000 + b"\n", Code.BROKEN_JSON),
        (b"17\n", Code.NOT_AN_OBJECT),
        (b'"text"\n', Code.NOT_AN_OBJECT),
        (b"null\n", Code.NOT_AN_OBJECT),
        (b"[1, 2]\n", Code.NOT_AN_OBJECT),
        (b'{"title": "x"}\n', Code.NO_TEXT),
        (b'{"text": null}\n', Code.NO_TEXT),
        (b'{"text": " \\n"}\n', Code.NO_TEXT),
        (b'{"text": "\\u0000\\u200b"}\n', Code.NO_TEXT),
        (b'{"text": 5}\n', Code.TEXT_NOT_A_STRING),
        (b'{"text": ["a"]}\n', Code.TEXT_NOT_A_STRING),
        (b'{"text": "\xff"}\n', Code.BAD_ENCODING),
        (_json(text="The two ministers met in the capital on Monday for talks."), Code.NOT_VIETNAMESE),
        (_json(text=(TEXT + " ") * (MAX_CHARACTERS // len(TEXT) + 1)), Code.TOO_MANY_CHARACTERS),
    ],
)
def test_a_bad_line_is_refused_by_its_number_and_the_others_read(folder: Path, line: bytes, code: Code) -> None:
    items, _ = _read(_file(folder, "a.jsonl", _json(text=TEXT) + b"\n" + line + _json(text=OTHER)))
    assert _codes(items) == ["article", code.value, "article"]
    assert isinstance(items[1], Refusal)
    assert items[1].line == 3


def test_fifty_megabytes_of_one_line_are_passed_over_in_little_memory(folder: Path) -> None:
    path = folder / "a.jsonl"
    with path.open("wb") as file:
        file.write(_json(text=TEXT) + b'{"text": "')
        for _ in range(50):
            file.write(b"a" * 1024 * 1024)
        file.write(b'"}\n' + _json(text=OTHER))
    tracemalloc.start()
    items, _ = _read(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert _codes(items) == ["article", Code.TOO_LONG.value, "article"]
    assert isinstance(items[1], Refusal)
    assert items[1].line == 2
    assert peak < 40 * 1024 * 1024


def test_lines_before_a_cut_in_a_gzip_file_are_kept(folder: Path) -> None:
    lines = b"".join(_json(id=str(i), text=f"{TEXT} {int.from_bytes(os.urandom(900), 'big')}") for i in range(200))
    items, _ = _read(_file(folder, "a.jsonl.gz", gzip.compress(lines)[:-30_000]))
    assert len(items) > 10
    assert set(_codes(items[:-1])) == {"article"}
    assert _codes(items)[-1] == Code.BROKEN_GZIP.value


def test_json_lines_in_utf_16_are_read(folder: Path) -> None:
    (found,), _ = _read(_file(folder, "a.jsonl", _json(text=TEXT).decode().encode("utf-16")))
    assert isinstance(found, Article)
    assert found.text == TEXT


def test_a_folder_is_read_to_its_depths_in_a_fixed_order(folder: Path) -> None:
    for name in ("b/z.txt", "b/a.jsonl", "a.txt", "c/d/e.htm", ".git/x.txt", ".x.txt", "readme.md", "a-b/q.txt"):
        body = f"{TEXT} Tệp {name.replace('/', ' ').replace('.', ' ')}"
        _file(folder, name, _json(text=body) if name.endswith("jsonl") else f"<p>{body}</p>" if name.endswith("htm") else body)
    items, _ = _read(folder)
    names = [Path(item.path or "").relative_to(folder).as_posix() for item in items if isinstance(item, Article)]
    assert names == ["a-b/q.txt", "a.txt", "b/a.jsonl", "b/z.txt", "c/d/e.htm"]
    assert [i.text for i in _read(folder)[0] if isinstance(i, Article)] == [i.text for i in items if isinstance(i, Article)]


@pytest.mark.parametrize("name", [None, "readme.md", ".hidden.txt"])
def test_a_folder_without_articles_is_refused(folder: Path, name: str | None) -> None:
    if name:
        _file(folder, name, TEXT)
    items, _ = _read(folder)
    assert _codes(items) == [Code.NO_ARTICLES.value]


def test_links_that_lead_round_end(folder: Path) -> None:
    _file(folder, "a/a.txt", TEXT)
    _file(folder, "b/b.txt", OTHER)
    (folder / "a" / "up").symlink_to(folder)
    (folder / "a" / "over").symlink_to(folder / "b")
    (folder / "b" / "over").symlink_to(folder / "a")
    (folder / "round.txt").symlink_to(folder / "round.txt")
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    items, notices = _read(folder)
    assert sorted(_codes(items)) == ["article", "article", "missing", "unreadable"]
    assert notices == []


def test_what_is_not_there_or_not_to_be_opened_is_refused_and_the_rest_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, locked = _file(folder, "a.txt", TEXT), _file(folder, "b.txt", OTHER)
    really = Path.open

    def opened(self: Path, mode: str = "r") -> object:
        if self == locked:
            raise PermissionError(13, "Permission denied")
        return really(self, mode)

    monkeypatch.setattr(Path, "open", opened)
    items, _ = _read(folder / "none.txt", locked, Path("x" * 5000), good)
    assert _codes(items) == [Code.MISSING.value, Code.UNREADABLE.value, Code.UNREADABLE.value, "article"]


def test_standard_input_is_json_lines() -> None:
    items = list(read(["-"], stdin=io.BytesIO(_json(text=TEXT) + b"{\n")))
    assert _codes(items) == ["article", Code.BROKEN_JSON.value]
    assert isinstance(items[0], Article)
    assert items[0].path is None
    assert isinstance(items[1], Refusal)
    assert (items[1].source, items[1].line) == ("-", 2)


@pytest.mark.parametrize("published", ["2024-02-30", "hôm qua", 17, True, ["2024-05-07"], {"day": 1}])
def test_a_published_that_is_no_date_is_told_and_the_article_read_without_it(folder: Path, published: object) -> None:
    (found,), notices = _read(_file(folder, "a.jsonl", b"\n" + _json(text=TEXT, published=published)))
    assert isinstance(found, Article)
    assert (found.published, found.published_basis, found.published_why) == (None, None, None)
    assert [(notice.code, notice.line) for notice in notices] == [(Code.BAD_PUBLISHED, 2)]


@pytest.mark.parametrize("published", [None, "", "  "])
def test_no_published_is_no_problem(folder: Path, published: str | None) -> None:
    (found,), notices = _read(_file(folder, "a.jsonl", _json(text=TEXT, published=published)))
    assert isinstance(found, Article)
    assert notices == []


def test_a_field_of_the_wrong_kind_is_told_and_ignored(folder: Path) -> None:
    (found,), notices = _read(_file(folder, "a.jsonl", _json(text=TEXT, id=True, title=["x"], url=5, outlet={})))
    assert isinstance(found, Article)
    assert (found.title, found.url) == (None, None)
    assert len(found.article_id) == 16
    assert {dict(notice.details)["key"] for notice in notices} == {"id", "title", "url", "outlet"}


def test_the_same_article_twice_is_read_once_and_one_id_for_two_is_told(folder: Path) -> None:
    lines = _json(id="1", text=TEXT) + _json(id="1", text=TEXT) + _json(id="1", text=OTHER) + _json(id="2", text=TEXT)
    items, notices = _read(_file(folder, "a.jsonl", lines))
    assert [item.article_id for item in items if isinstance(item, Article)] == ["1", "1", "2"]
    assert [notice.code for notice in notices] == [Code.DUPLICATE, Code.SAME_ID]


def test_a_text_in_an_old_code_page_is_read_and_told(folder: Path) -> None:
    text = "Hai ngo\u1ea1i tr\u01b0\u1edfng \u0111\u00e3 g\u1eb7p nhau"
    data = "Hai ngoa\u0323i trươ\u0309ng đa\u0303 gă\u0323p nhau".encode("cp1258")
    (found,), notices = _read(_file(folder, "a.txt", data))
    assert isinstance(found, Article)
    assert found.text == text
    assert [(notice.code, dict(notice.details)) for notice in notices] == [(Code.DECODED_AS, {"encoding": "windows-1258"})]


def test_uploads_and_pasted_texts() -> None:
    assert _codes(read_upload("a.docx", b"PK")) == [Code.UNKNOWN_KIND.value]
    assert _codes(read_upload("a.jsonl", _json(text=TEXT) + b"x\n")) == ["article", Code.BROKEN_JSON.value]
    pasted = read_text(TEXT, title="Lào và Thái Lan hội đàm", published="07/05/2024")
    assert isinstance(pasted, Article)
    assert (pasted.published, pasted.text.split("\n")[0], pasted.path) == (date(2024, 5, 7), "Lào và Thái Lan hội đàm", None)
    assert isinstance(read_text(" \n"), Refusal)
    assert isinstance(read_text("\ud800"), Refusal)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", ".txt"),
        ("a.TXT.GZ", ".txt"),
        ("a.htm", ".htm"),
        ("a.b.jsonl.gz", ".jsonl"),
        ("a.json", None),
        ("a.gz", None),
        ("txt", None),
        (".txt", None),
    ],
)
def test_the_kind_of_a_file_is_told_by_its_name(name: str, kind: str | None) -> None:
    assert files.kind_of(name) == kind
