"""JSON Lines: one article a line, each line bounded, a bad one refused by its number and the next one read."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import msgspec

from lib.errors import Code, Notice, Refusal, RefusedError
from lib.reading.building import Notify, Raw, build
from lib.reading.decoding import refuse_binary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

    from lib.records import Article

MAX_LINE = 8 * 1024 * 1024
_CHUNK = 1024 * 1024
_WIDE_BOMS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_KINDS = {dict: "object", list: "array", str: "string", int: "number", float: "number", bool: "true/false", type(None): "null"}


class Line(NamedTuple):
    """A line's number from 1 and its bytes; `data` is None where it is longer than `MAX_LINE`."""

    number: int
    data: bytes | None


class _Recoded(io.RawIOBase):
    """A byte stream in another encoding, read as UTF-8."""

    def __init__(self, stream: BinaryIO, encoding: str) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder(encoding)()
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        while not self._ready:
            data = self._stream.read(65536)
            self._ready = self._decoder.decode(data, final=not data).encode("utf-8", "surrogatepass")
            if not data and not self._ready:
                return 0
        part, self._ready = self._ready[: len(view)], self._ready[len(view) :]
        view[: len(part)] = part
        return len(part)


def lines(stream: BinaryIO) -> Iterator[Line]:
    """The lines of `stream` without blank ones; a line too long is passed over in pieces, never held."""
    number = 0
    while True:
        data = stream.readline(MAX_LINE + 1)
        if not data:
            return
        number += 1
        if len(data) > MAX_LINE and not data.endswith(b"\n"):
            while data and not data.endswith(b"\n"):
                data = stream.readline(_CHUNK)
            yield Line(number, None)
        elif data.strip():
            yield Line(number, data)


def read_lines(stream: BinaryIO, source: str, path: str | None, notify: Notify) -> Iterator[Article | Refusal]:
    """The articles of a JSON Lines stream in order, with a refusal for each line that is none.

    Raises:
        RefusedError: where the whole stream is refused: `empty`, `binary`, `json-array`, `bad-encoding`.
        OSError, EOFError, zlib.error: where the stream itself fails.
    """
    buffered = io.BufferedReader(stream, 65536) if isinstance(stream, io.RawIOBase) else stream
    some = False
    opened = _opened(buffered)
    try:
        for line in lines(opened):
            if not some and line.data is not None and _is_array(line.data):
                raise RefusedError(Code.JSON_ARRAY)
            some = True
            try:
                yield build(_raw(line, source, path, notify), notify)
            except RefusedError as refused:
                yield refused.at(source, line.number)
    except UnicodeDecodeError as error:
        raise RefusedError(Code.BAD_ENCODING, byte=str(error.start + 1)) from None
    if not some:
        raise RefusedError(Code.EMPTY)


def _opened(stream: BinaryIO) -> BinaryIO:
    """The stream behind its byte order mark, as UTF-8; binary files are refused by their first bytes."""
    head = stream.readline(4096)
    rest = _Chained(head, stream)
    for bom, encoding in _WIDE_BOMS.items():
        if head.startswith(bom):
            return io.BufferedReader(_Recoded(rest, encoding))  # type: ignore[arg-type]
    bare = head.removeprefix(codecs.BOM_UTF8)
    refuse_binary(bare)
    return io.BufferedReader(_Chained(bare, stream))


class _Chained(io.RawIOBase):
    """Bytes already read, then the stream that they came from."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        view = memoryview(buffer).cast("B")
        data = self._head[: len(view)] if self._head else self._stream.read(len(view))
        self._head = self._head[len(view) :]
        view[: len(data)] = data
        return len(data)


def _is_array(data: bytes) -> bool:
    return data.lstrip().startswith(b"[")


def _raw(line: Line, source: str, path: str | None, notify: Notify) -> Raw:
    record = _record(line)
    text = record.get("text")
    if text is None:
        raise RefusedError(Code.NO_TEXT)
    if not isinstance(text, str):
        raise RefusedError(Code.TEXT_NOT_A_STRING, kind=_KINDS.get(type(text), "?"))

    def field(key: str) -> str | None:
        value = record.get(key)
        if value is None or isinstance(value, str):
            return value.strip() or None if value else None
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if key == "published":
            return str(value)
        notify(Notice(Code.BAD_FIELD, source, line.number, (("key", key), ("kind", _KINDS.get(type(value), "?")))))
        return None

    published = field("published")
    return Raw(
        text=text,
        source=source,
        line=line.number,
        path=path,
        article_id=field("id"),
        title=field("title"),
        url=field("url"),
        outlet=field("outlet"),
        published=((published, "published"),) if published else (),
    )


def _record(line: Line) -> dict[str, object]:
    if line.data is None:
        raise RefusedError(Code.TOO_LONG, limit=f"{MAX_LINE // 1024 // 1024} MB")
    try:
        line.data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(Code.BAD_ENCODING, byte=str(error.start + 1)) from None
    try:
        value = msgspec.json.decode(line.data)
    except (msgspec.DecodeError, RecursionError) as error:
        raise RefusedError(Code.BROKEN_JSON, reason=str(error).removeprefix("JSON is malformed: ")) from None
    if not isinstance(value, dict):
        raise RefusedError(Code.NOT_AN_OBJECT, kind=_KINDS.get(type(value), "?"))
    return value
