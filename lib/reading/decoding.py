"""Bytes to text: Unicode by its marks, the old Vietnamese code pages on evidence, everything else refused by name."""

from __future__ import annotations

import codecs
import re
import unicodedata
from typing import NamedTuple

from lib.errors import Code, RefusedError
from lib.reading import vietnamese

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP, DOCX, XLSX"),
    (b"\xd0\xcf\x11\xe0", "Word, Excel 97-2003"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"\x1f\x8b", "gzip"),
    (b"\x7fELF", "ELF"),
    (b"SQLite format 3", "SQLite"),
    (b"PAR1", "Parquet"),
    (b"{\\rtf", "RTF"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.01
_VISCII_HIGH = (
    "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲÕắằặấầẩậẽẹếềểễệốồổỗỠƠộờởịỰỨỪỬơớƯÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳĐứÒÓÔạỷừửÙÚỹỵÝỡưàáâãảăữẫèéêẻìíĩỉđựòóôõỏọụùúũủýợỮ"
)
_VISCII_LOW = {0x02: "Ẳ", 0x05: "Ẵ", 0x06: "Ẫ", 0x14: "Ỷ", 0x19: "Ỹ", 0x1E: "Ỵ"}
_VISCII = [_VISCII_LOW.get(i, chr(i)) for i in range(0x80)] + list(_VISCII_HIGH)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_HEAD = 4096
_FEWEST_UNITS = 8
_MOST_HIGH = 0.9
_HIGH_BYTES = frozenset(range(0x20)) - frozenset(b"\t\n\r")


class Decoded(NamedTuple):
    """A text and the name of the encoding it was read in; `guessed` where only the evidence of its words tells."""

    text: str
    encoding: str
    guessed: bool = False


def decode(data: bytes) -> Decoded:
    """The text in `data` (not yet normalized).

    Raises:
        RefusedError: `empty`, `binary`, `legacy-encoding` or `bad-encoding`.
    """
    if not data.strip():
        raise RefusedError(Code.EMPTY)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data, encoding)
    bare = _without_bom(data)
    if bare is not None:
        return bare
    refuse_binary(data)
    try:
        return _mended(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _from_code_page(data, error)


def html_charset(data: bytes) -> str | None:
    """The charset that an HTML page names in its head, if Python knows it."""
    match = _CHARSET.search(data[:_HEAD])
    if match is None:
        return None
    try:
        return codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return None


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise RefusedError(Code.BAD_ENCODING, byte=str(error.start + 1)) from None
    if not text.strip():
        raise RefusedError(Code.EMPTY)
    return Decoded(text, encoding)


def _without_bom(data: bytes) -> Decoded | None:
    """UTF-16 that lost its mark: half of its bytes in Vietnamese are 0 or 1E, all in the odd or the even places."""
    sample = data[: _HEAD - _HEAD % 2]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(high) >= _FEWEST_UNITS and sum(byte in _HIGH_BYTES for byte in high) > _MOST_HIGH * len(high) and 0 in high:
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                return None
            return Decoded(text, encoding, guessed=True) if vietnamese.measure(text).is_vietnamese else None
    return None


def refuse_binary(data: bytes) -> None:
    """Refuse what begins as a known binary format does, holds a NUL, or many control characters.

    Raises:
        RefusedError: `binary`.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise RefusedError(Code.BINARY, kind=kind)
    if b"\x00" in data:
        raise RefusedError(Code.BINARY, kind="NUL")
    sample = data[:65536]
    if len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample):
        raise RefusedError(Code.BINARY, kind="?")


def _mended(text: str) -> Decoded:
    """Undo UTF-8 that was once taken for windows-1252 ("Tá»•ng thá»‘ng"), where that gives Vietnamese."""
    if not vietnamese.measure(text).is_vietnamese:
        try:
            again = b"".join(_one_byte(char) for char in text).decode("utf-8")
        except UnicodeError:
            return Decoded(text, "utf-8")
        if vietnamese.measure(unicodedata.normalize("NFC", again)).is_vietnamese:
            return Decoded(again, "UTF-8 × windows-1252", guessed=True)
    return Decoded(text, "utf-8")


def _one_byte(char: str) -> bytes:
    try:
        return char.encode("cp1252")
    except UnicodeEncodeError:
        return char.encode("latin-1")


def _from_code_page(data: bytes, error: UnicodeDecodeError) -> Decoded:
    old = vietnamese.legacy_encoding(data.decode("latin-1"))
    if old:
        raise RefusedError(Code.LEGACY_ENCODING, encoding=old)
    candidates = []
    for encoding, text in (("windows-1258", _windows_1258(data)), ("VISCII", "".join(_VISCII[byte] for byte in data))):
        if text is not None:
            found = vietnamese.measure(unicodedata.normalize("NFC", text))
            if found.is_vietnamese:
                candidates.append((found.function_words + found.letters, encoding, text))
    if not candidates:
        raise RefusedError(Code.BAD_ENCODING, byte=str(error.start + 1))
    _, encoding, text = max(candidates)
    return Decoded(text, encoding, guessed=True)


def _windows_1258(data: bytes) -> str | None:
    try:
        return data.decode("cp1258")
    except UnicodeDecodeError:
        return None
