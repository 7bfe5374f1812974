"""Tokens: syllables, numbers and marks with their places; one spelling of tone marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.language.tokens import fold, tokenize


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Ukraine kêu gọi ngừng bắn.", ["Ukraine", "kêu", "gọi", "ngừng", "bắn", "."]),
        ("10.328 người", ["10.328", "người"]),
        ("1,4 triệu", ["1,4", "triệu"]),
        ("ngày 24/2/2022,", ["ngày", "24/2/2022", ","]),
        ("Lee Jae-myung", ["Lee", "Jae", "-", "myung"]),
        ("Sana'a bị tấn công", ["Sana'a", "bị", "tấn", "công"]),
        ("F-16", ["F", "-", "16"]),
        ("“Không!”", ["“", "Không", "!", "”"]),
        ("năm 2022.", ["năm", "2022", "."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_a_text_is_parted(text: str, forms: list[str]) -> None:
    assert [t.text for t in tokenize(text)] == forms


def test_places_count_from_the_offset() -> None:
    assert [(t.start, t.end) for t in tokenize("Nga rút quân", 100)] == [(100, 103), (104, 107), (108, 112)]


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("Hoà", "hòa"), ("HOÀ", "hòa"), ("thuỷ", "thủy"), ("khoẻ", "khỏe"), ("uỷ", "ủy"), ("toạ", "tọa")],
)
def test_two_spellings_of_a_tone_are_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("quý", "qúy"), ("hòa", "hóa"), ("má", "mà"), ("quỳ", "qùy")])
def test_other_syllables_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("form", "capital", "word"),
    [("Nga", True, True), ("Đức", True, True), ("nga", False, True), ("12/8", False, False), (",", False, False)],
)
def test_a_token_knows_its_kind(form: str, capital: bool, word: bool) -> None:  # noqa: FBT001 (a table's column)
    (token,) = tokenize(form)
    assert (token.is_capital, token.is_word) == (capital, word)


@given(st.text(alphabet="aăâđêôơưáàảãạÁĐ 0129.,/'’-“”\n", max_size=80), st.integers(0, 1000))
def test_tokens_tile_all_but_the_blanks(text: str, offset: int) -> None:
    tokens = tokenize(text, offset)
    assert all(text[t.start - offset : t.end - offset] == t.text for t in tokens)
    assert "".join(t.text for t in tokens) == "".join(text.split())
    assert [t.start for t in tokens] == sorted({t.start for t in tokens})
