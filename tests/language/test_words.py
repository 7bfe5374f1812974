"""A syllable inside a longer word of the dictionary is not the one-syllable word."""

from __future__ import annotations

import pytest

from lib.language.tokens import Token, tokenize
from lib.language.words import in_longer_word


@pytest.mark.parametrize(
    ("text", "syllable"),
    [
        ("đủ điều kiện", "kiện"),
        ("thả con tin ra", "tin"),
        ("bị rút ngắn lại", "rút"),
        ("Điều Kiện", "kiện"),
        ("hoà bình", "bình"),
        ("hòa bình", "hoà"),
    ],
)
def test_a_part_of_a_word(text: str, syllable: str) -> None:
    assert in_longer_word(*_at(text, syllable))


@pytest.mark.parametrize(
    ("text", "syllable"),
    [("Nga kiện Ukraine", "kiện"), ("ông gặp bà", "gặp"), ("tin", "tin"), ("điều, kiện", "kiện"), ("phải rút ngay", "rút")],
)
def test_a_word_of_its_own(text: str, syllable: str) -> None:
    assert not in_longer_word(*_at(text, syllable))


def _at(text: str, syllable: str) -> tuple[list[Token], int]:
    tokens = tokenize(text)
    (wanted,) = tokenize(syllable)
    return tokens, next(i for i, t in enumerate(tokens) if t.low == wanted.low)
