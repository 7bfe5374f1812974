from __future__ import annotations

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.errors import Refusal
from lib.reading import read_text, read_upload
from lib.reading.layout import paragraph_kinds
from lib.records import Article

VIETNAMESE = st.lists(
    st.sampled_from(
        [
            "Ngoại trưởng Lào",
            "tới Bangkok,",
            "hội đàm.",
            "Ảnh: AFP",
            "Tin liên quan",
            "Theo TTXVN",
            "VOV.VN - Hôm qua",
            "\n",
            "\n\n",
            "7/5",
            "“",
            "”",
            "...",
            "\u00a0",
            "\u200b",
        ]
    ),
    max_size=60,
).map(" ".join)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.txt.gz", "a.jsonl.gz"])
@given(
    data=st.one_of(
        st.binary(max_size=300), st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")), VIETNAMESE.map(str.encode)
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_bytes_raise_out_of_the_reader(name: str, data: bytes) -> None:
    for item in read_upload(name, data):
        assert isinstance(item, Article | Refusal)
        if isinstance(item, Refusal):
            assert item.render("vi")
            assert item.render("en")


@given(VIETNAMESE)
@settings(max_examples=200, deadline=None)
def test_decomposed_letters_give_the_same_article(text: str) -> None:
    composed, decomposed = read_text(text), read_text(unicodedata.normalize("NFD", text))
    assert composed == decomposed
    if isinstance(composed, Article):
        assert unicodedata.is_normalized("NFC", composed.text)
        assert composed.text == composed.text.strip()


@given(st.one_of(VIETNAMESE, st.text(max_size=300)))
@settings(max_examples=300, deadline=None)
def test_paragraphs_cover_every_letter_in_order(text: str) -> None:
    last = 0
    for paragraph in paragraph_kinds(text):
        assert last <= paragraph.start < paragraph.end <= len(text)
        assert not text[last : paragraph.start].strip()
        assert "\n" not in text[paragraph.start : paragraph.end]
        last = paragraph.end
    assert not text[last:].strip()
