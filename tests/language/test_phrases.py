"""Phrases of a lexicon in tokens: the longest wins, capitals count where the entry has them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.language.phrases import PhraseIndex
from lib.language.tokens import tokenize

INDEX = PhraseIndex(
    [
        ("Anh", "GBR"),
        ("anh", "he"),
        ("kêu gọi", "call"),
        ("kêu gọi ngừng bắn", "call-ceasefire"),
        ("ngừng bắn", "ceasefire"),
        ("ngừng bắn nhân đạo", "pause"),
        ("bắn nhân đạo", "odd"),
        ("Đài Loan", "TWN"),
        ("Ả Rập Xê Út", "SAU"),
        ("hòa bình", "peace"),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anh kêu gọi hòa bình", ["GBR", "call", "peace"]),
        ("anh kêu gọi hoà bình", ["he", "call", "peace"]),
        ("Kêu gọi ngừng bắn", ["call-ceasefire"]),
        ("KÊU GỌI NGỪNG BẮN", ["call-ceasefire"]),
        ("kêu gọi ngừng", ["call"]),
        ("ngừng bắn nhân đạo", ["pause"]),
        ("đài Loan", []),
        ("Đài Loan và ĐÀI LOAN", ["TWN", "TWN"]),
        ("Ả Rập Xê Út", ["SAU"]),
        ("Ả Rập", []),
        ("kêu, gọi", []),
        ("", []),
    ],
)
def test_longest_phrases_left_to_right(text: str, found: list[str]) -> None:
    assert [m.value for m in INDEX.find(tokenize(text))] == found


def test_a_match_tells_its_tokens() -> None:
    (match,) = INDEX.find(tokenize("Nga kêu gọi ngừng bắn ."))
    assert (match.first, match.last) == (1, 5)


@pytest.mark.parametrize(("first", "value"), [(0, None), (1, "call"), (2, None), (3, "peace")])
def test_at_one_place(first: int, value: str | None) -> None:
    match = INDEX.at(tokenize("Nga kêu gọi hòa bình"), first)
    assert (match.value if match else None) == value


def test_the_last_entry_of_a_phrase_wins() -> None:
    index: PhraseIndex[int] = PhraseIndex([("Nga", 1), ("Nga", 2), ("rút quân", 3), ("rút quân", 4)])
    assert [m.value for m in index.find(tokenize("Nga rút quân"))] == [2, 4]


def test_an_empty_index_finds_nothing() -> None:
    assert list(PhraseIndex[str]().find(tokenize("Nga rút quân"))) == []


@given(st.lists(st.sampled_from("Anh anh kêu gọi ngừng bắn nhân đạo Đài Loan , .".split()), max_size=14))
def test_found_phrases_do_not_overlap_and_are_the_longest(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    found = list(INDEX.find(tokens))
    assert all(one.last <= two.first for one, two in pairwise(found))
    assert all(m == INDEX.at(tokens, m.first) for m in found)
    covered = {i for m in found for i in range(m.first, m.last)}
    assert all(INDEX.at(tokens, i) is None for i in range(len(tokens)) if i not in covered)
