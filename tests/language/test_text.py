"""Normal form and the way back to the original."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.language.text import normalize

_ODD = "\ufeff\u200b\u200d\u00ad\u00a0\u202f\u2028\r\n\u0085 \tab\u0301\u0302\u0323đĐ\u1100\u1161\u11a8ớậ.👩\u0958"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("Hà Nội", "Hà Nội"),
        (unicodedata.normalize("NFD", "Tổng thống Mỹ gặp ông Nguyễn"), "Tổng thống Mỹ gặp ông Nguyễn"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\ufeffTin", "Tin"),
        ("Ga\u00adza\u200b", "Gaza"),
        ("10\u00a0người", "10 người"),
        ("a\u0000b", "ab"),
        ("a\u200b\u0301", "á"),
        ("tab\tstays", "tab\tstays"),
        ("", ""),
    ],
)
def test_normal_form(raw: str, text: str) -> None:
    assert normalize(raw).text == text


def test_offsets_lead_back_to_the_original() -> None:
    raw = "\ufeff" + unicodedata.normalize("NFD", "Tổng thống\r\nMỹ")
    found = normalize(raw)
    start = found.text.index("Mỹ")
    assert unicodedata.normalize("NFC", raw[found.to_original(start) : found.to_original(start + 2)]) == "Mỹ"
    assert found.to_original(0) == 1
    assert found.to_original(len(found.text)) == len(raw)


@pytest.mark.parametrize("offset", [-1, 4])
def test_offset_outside_the_text_is_refused(offset: int) -> None:
    with pytest.raises(IndexError):
        normalize("abc").to_original(offset)


@settings(max_examples=300)
@given(st.text(alphabet=_ODD, max_size=40) | st.text(max_size=40))
def test_normal_form_is_stable_and_offsets_rise(raw: str) -> None:
    found = normalize(raw)
    assert unicodedata.is_normalized("NFC", found.text)
    assert normalize(found.text).text == found.text
    places = [found.to_original(offset) for offset in range(len(found.text) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(raw) for place in places)


@given(st.text(alphabet="aăâđeêoôơuưáàảãạấầẩẫậắếốớứ ỹ.\n", max_size=60))
def test_decomposed_and_composed_text_read_the_same(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    found = normalize(unicodedata.normalize("NFD", text))
    assert found.text == composed
    for offset, char in enumerate(composed):
        start, end = found.to_original(offset), found.to_original(offset + 1)
        assert unicodedata.normalize("NFC", unicodedata.normalize("NFD", text)[start:end]) == char
