"""Files, folders, standard input and uploads to articles, one at a time and in a fixed order."""

from __future__ import annotations

import gzip
import io
import os
import re
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from lib.errors import Code, Notice, Refusal, RefusedError
from lib.reading.building import Notify, Raw, build
from lib.reading.decoding import decode
from lib.reading.html import read_page
from lib.reading.jsonlines import read_lines
from lib.records import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STANDARD_INPUT = "-"
MAX_BYTES = 8 * 1024 * 1024
SUFFIXES = (".txt", ".html", ".htm", ".jsonl")
_HTML_OPENING = re.compile(rb"^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html)", re.IGNORECASE)
_BROKEN_GZIP = (gzip.BadGzipFile, EOFError, zlib.error)


def _ignore(_: Notice) -> None:
    """Hear nothing."""


def kind_of(name: str) -> str | None:
    """One of `SUFFIXES` by the name's ending, with or without ".gz" after it; None for every other kind."""
    suffix = Path(name.lower().removesuffix(".gz")).suffix
    return suffix if suffix in SUFFIXES else None


def read(paths: Iterable[str | os.PathLike[str]], notify: Notify = _ignore, stdin: BinaryIO | None = None) -> Iterator[Article | Refusal]:
    """The articles of files, folders (recursively, sorted) and "-" (JSON Lines), and a refusal for each input that is none.

    `notify` hears of what was read otherwise than asked. An article with the id and text of an earlier one is read once.
    """
    seen = _Seen(notify)
    for path in paths:
        name = os.fspath(path)
        yield from seen.once(_guarded(_read_path(name, notify, stdin), _shown(Path(name))))


def read_upload(name: str, data: bytes, notify: Notify = _ignore) -> list[Article | Refusal]:
    """The articles of one uploaded file, by its name's ending; `article.path` is the name."""
    if kind_of(name) is None:
        return [Refusal(Code.UNKNOWN_KIND, name, None, (("suffix", Path(name).suffix or name),))]
    return list(_Seen(notify).once(_read_stream(io.BytesIO(data), name, name, notify)))


def read_text(text: str, title: str | None = None, published: str | None = None, source: str = "văn bản") -> Article | Refusal:
    """The article in a text pasted by hand, or why it is none."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    if not text.strip():
        return Refusal(Code.EMPTY, source)
    try:
        return build(Raw(text, source, title=title, published=((published, "published"),) if published else ()), _ignore)
    except RefusedError as refused:
        return refused.at(source)


class _Seen:
    """Which articles came already, by id and text."""

    def __init__(self, notify: Notify) -> None:
        self._notify = notify
        self._ids: set[str] = set()
        self._articles: set[tuple[str, int]] = set()

    def once(self, items: Iterable[Article | Refusal]) -> Iterator[Article | Refusal]:
        """The items without articles that came before; an id that comes with two texts is told."""
        for item in items:
            if isinstance(item, Article):
                key = (item.article_id, hash(item.text))
                if key in self._articles:
                    self._tell(Code.DUPLICATE, item)
                    continue
                if item.article_id in self._ids:
                    self._tell(Code.SAME_ID, item)
                self._ids.add(item.article_id)
                self._articles.add(key)
            yield item

    def _tell(self, code: Code, item: Article) -> None:
        self._notify(Notice(code, item.path or STANDARD_INPUT, None, (("id", item.article_id),)))


def _read_path(path: str, notify: Notify, stdin: BinaryIO | None) -> Iterator[Article | Refusal]:
    if path == STANDARD_INPUT:
        yield from _guarded(_read_jsonl(stdin or sys.stdin.buffer, STANDARD_INPUT, None, notify), STANDARD_INPUT)
        return
    place = Path(path)
    if place.is_dir():
        yield from _read_folder(place, notify)
    elif not os.path.lexists(place):
        yield Refusal(Code.MISSING, _shown(place))
    elif kind_of(place.name) is None:
        yield Refusal(Code.UNKNOWN_KIND, _shown(place), None, (("suffix", place.suffix or place.name),))
    else:
        yield from _read_file(place, notify)


def _shown(path: Path) -> str:
    """The path as text; bytes that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", "replace")


def _read_folder(folder: Path, notify: Notify) -> Iterator[Article | Refusal]:
    failed: list[Refusal] = []
    files = sorted(_walk(folder, failed), key=lambda file: file.parts)
    yield from failed
    if not files and not failed:
        yield Refusal(Code.NO_ARTICLES, _shown(folder))
    for file in files:
        yield from _read_file(file, notify)


def _walk(folder: Path, failed: list[Refusal]) -> Iterator[Path]:
    """The article files below `folder`, hidden ones apart; no folder is walked twice, whatever links lead to it."""

    def tell(error: OSError) -> None:
        failed.append(_unreadable(_shown(Path(error.filename or folder)), error))

    root = folder.resolve()
    walked = {root}
    for here, folders, files in os.walk(folder, onerror=tell, followlinks=True):
        place = Path(here)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and _is_new(place / name, root, walked))
        for name in files:
            file = place / name
            if not name.startswith(".") and kind_of(name) and (file.is_file() or file.is_symlink()):
                yield file


def _is_new(folder: Path, root: Path, walked: set[Path]) -> bool:
    """Whether a folder is yet to be walked; a link into `root` is not followed, for its target has its own turn."""
    real = folder.resolve()
    if real in walked or (folder.is_symlink() and root in real.parents):
        return False
    walked.add(real)
    return True


def _read_file(path: Path, notify: Notify) -> Iterator[Article | Refusal]:
    shown = _shown(path)
    try:
        stream = path.open("rb")
    except FileNotFoundError:
        yield Refusal(Code.MISSING, shown)
    except OSError as error:
        yield _unreadable(shown, error)
    else:
        with stream:
            yield from _read_stream(stream, shown, shown, notify)


def _unreadable(path: str, error: OSError) -> Refusal:
    return Refusal(Code.UNREADABLE, path, None, (("reason", error.strerror or type(error).__name__),))


def _read_stream(stream: BinaryIO, name: str, path: str, notify: Notify) -> Iterator[Article | Refusal]:
    """The articles of one open file, by the ending of `name`."""
    if name.lower().endswith(".gz"):
        stream = cast("BinaryIO", gzip.GzipFile(fileobj=stream, mode="rb"))
    read_one = _read_jsonl if kind_of(name) == ".jsonl" else _read_document
    yield from _guarded(read_one(stream, name, path, notify), name)


def _guarded(items: Iterator[Article | Refusal], source: str) -> Iterator[Article | Refusal]:
    """`items`, and what breaks them off as a refusal of `source`."""
    try:
        yield from items
    except RefusedError as refused:
        yield refused.at(source)
    except _BROKEN_GZIP:
        yield Refusal(Code.BROKEN_GZIP, source)
    except OSError as error:
        yield _unreadable(source, error)


def _read_jsonl(stream: BinaryIO, source: str, path: str | None, notify: Notify) -> Iterator[Article | Refusal]:
    yield from read_lines(stream, source, path, notify)


def _read_document(stream: BinaryIO, source: str, path: str | None, notify: Notify) -> Iterator[Article | Refusal]:
    """The one article of a text or a page."""
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise RefusedError(Code.TOO_LONG, limit=f"{MAX_BYTES // 1024 // 1024} MB")
    if kind_of(source) != ".txt" or _HTML_OPENING.match(data):
        page = read_page(data)
        decoded, why = page.encoding, "published.page"
        raw = Raw(page.text, source, None, path, None, page.title, page.url, page.outlet, page.published, why)
    else:
        decoded = decode(data)
        raw = Raw(decoded.text, source, path=path)
    if decoded.guessed:
        notify(Notice(Code.DECODED_AS, source, None, (("encoding", decoded.encoding),)))
    yield build(raw, notify)
