from __future__ import annotations

import unicodedata

import pytest

from lib.errors import Code, RefusedError
from lib.reading.decoding import _VISCII, decode, html_charset

TEXT = (
    "Ngoại trưởng Lào hôm qua tới Bangkok, hội đàm với người đồng cấp Thái Lan. Hai bên nhất trí mở thêm ba cửa khẩu và kêu gọi "
    "các bên liên quan kiềm chế; Đại sứ Ý ở Viêng Chăn cũng dự. Ủy ban chung sẽ họp lại vào đầu năm tới để bàn về những việc này."
)
TONES = "\u0300\u0301\u0303\u0309\u0323"


def _cp1258(text: str) -> bytes:
    """Windows-1258 as Windows writes it: the letter with its hat, then its tone."""
    out = b""
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            marks = unicodedata.normalize("NFD", char)
            tone = "".join(c for c in marks if c in TONES)
            out += (unicodedata.normalize("NFC", "".join(c for c in marks if c not in TONES)) + tone).encode("cp1258")
    return out


@pytest.mark.parametrize(
    ("data", "encoding", "guessed"),
    [
        (TEXT.encode(), "utf-8", False),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", False),
        (TEXT.encode("utf-16"), "utf-16", False),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16", False),
        (TEXT.encode("utf-32"), "utf-32", False),
        (TEXT.encode("utf-16-le"), "utf-16-le", True),
        (TEXT.encode("utf-16-be"), "utf-16-be", True),
        (_cp1258(TEXT), "windows-1258", True),
        (bytes(_VISCII.index(char) for char in TEXT), "VISCII", True),
        (TEXT.encode().decode("latin-1").encode(), "UTF-8 × windows-1252", True),
    ],
)
def test_text_is_decoded_by_its_mark_or_on_evidence(data: bytes, encoding: str, guessed: bool) -> None:  # noqa: FBT001 - a column of the table
    found = decode(data)
    assert unicodedata.normalize("NFC", found.text) == TEXT
    assert (found.encoding, found.guessed) == (encoding, guessed)


def test_viscii_has_each_vietnamese_letter_once() -> None:
    assert len(_VISCII) == len(set(_VISCII)) == 256


TCVN3 = "Tæng thèng Ph¸p vµ Thñ t­íng §øc ®· gÆp nhau ngµy 7/5, kªu gäi c¸c bªn ngõng b¾n."
VNI = "Toång thoáng Phaùp vaø Thuû töôùng Ñöùc ñaõ gaëp nhau ngaøy 7/5, keâu goïi caùc beân ngöøng baén."


@pytest.mark.parametrize(
    ("data", "code", "detail"),
    [
        (b"", Code.EMPTY, None),
        (b" \n\t\n", Code.EMPTY, None),
        ("\ufeff \n".encode("utf-16-le"), Code.EMPTY, None),
        (b"%PDF-1.7\n...", Code.BINARY, "PDF"),
        (b"\x89PNG\r\n\x1a\n", Code.BINARY, "PNG"),
        (b"PK\x03\x04rest", Code.BINARY, "ZIP, DOCX, XLSX"),
        (TEXT.encode() + b"\x00" + TEXT.encode(), Code.BINARY, "NUL"),
        (bytes(range(1, 32)) * 20, Code.BINARY, "?"),
        (TCVN3.encode("latin-1"), Code.LEGACY_ENCODING, "TCVN3"),
        (VNI.encode("latin-1"), Code.LEGACY_ENCODING, "VNI"),
        (b"The minister said \xe9\xe8 in the caf\xe9 of the capital on Monday.", Code.BAD_ENCODING, "19"),
        (TEXT.encode()[:60] + b"\xff" + TEXT.encode()[60:], Code.BAD_ENCODING, "61"),
        (TEXT.encode("utf-16") + b"\x00", Code.BAD_ENCODING, None),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, code: Code, detail: str | None) -> None:
    with pytest.raises(RefusedError) as refused:
        decode(data)
    assert refused.value.code is code
    if detail is not None:
        assert detail in dict(refused.value.details).values()


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="windows-1258">', "cp1258"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=utf-8">', "utf-8"),
        (b'<meta charset="x-unheard-of">', None),
        (b"<p>", None),
    ],
)
def test_the_charset_that_a_page_names(head: bytes, charset: str | None) -> None:
    assert html_charset(head) == charset
