"""A sentence as a row of items: what wins where mentions, dates, triggers and cues meet."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.coding.coder import read
from lib.coding.items import Item, items_of
from lib.coding.quotes import find_quotes
from lib.knowledge.triggers import lexicon
from lib.records import Article
from tests.coding.told import DAY

SHOWN = {"mention", "date", "passive", "purpose", "negation"}


def rows(text: str) -> list[list[Item]]:
    doc = read(Article("a", text, published=DAY))
    quotes = find_quotes(doc, lexicon())
    return [items_of(s, lexicon(), quotes) for s in doc.sentences]


def laid(text: str) -> list[tuple[str, str]]:
    """Each item as its words and what it is: "mention", "date", a trigger's type, or one of a few kinds of cue."""
    pairs = [(text[i.start : i.end], _kind(i)) for row in rows(text) for i in row]
    return [(words, kind) for words, kind in pairs if kind.isupper() or kind in SHOWN]


def _kind(item: Item) -> str:
    if item.mention is not None:
        return "mention"
    if item.date is not None:
        return "date"
    return item.sense.entry.type.value if item.sense is not None else item.cue


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Nga tấn công Ukraine.", [("Nga", "mention"), ("tấn công", "ASSAULT"), ("Ukraine", "mention")]),
        (
            "Ukraine bị Nga tấn công ngày 12/8.",
            [("Ukraine", "mention"), ("bị", "passive"), ("Nga", "mention"), ("tấn công", "ASSAULT"), ("ngày 12/8", "date")],
        ),
        ("Nga rút toàn bộ binh sĩ khỏi Kherson.", [("Nga", "mention"), ("rút", "RETREAT"), ("Kherson", "mention")]),
        ("Nga rút toàn bộ, khỏi Kherson.", [("Nga", "mention"), ("Kherson", "mention")]),
        ("Nga tấn công mạng vào Ukraine.", [("Nga", "mention"), ("Ukraine", "mention")]),
        ("Nga có điều kiện để rút quân.", [("Nga", "mention"), ("để", "purpose"), ("rút quân", "RETREAT")]),
        ("Bộ phim Biểu Tình ra rạp ở Venezuela.", [("Venezuela", "mention")]),
        ("Kêu gọi ngừng bắn ở Sudan.", [("Kêu gọi", "REQUEST"), ("Sudan", "mention")]),
        ("Nga không tấn công Ba Lan.", [("Nga", "mention"), ("không", "negation"), ("tấn công", "ASSAULT"), ("Ba Lan", "mention")]),
        ("Chúng tôi lên án Nga.", [("lên án", "ACCUSE"), ("Nga", "mention")]),
        ("Trời nắng đẹp.", []),
    ],
)
def test_a_sentence_is_laid_out(text: str, row: list[tuple[str, str]]) -> None:
    assert laid(text) == row


def test_we_in_a_quotation_is_its_speaker() -> None:
    text = '"Chúng tôi lên án Nga", Ngoại trưởng Ba Lan Radoslaw Sikorski nói.'
    first = rows(text)[0][0]
    assert text[first.start : first.end] == "Chúng tôi"
    assert first.mention is not None
    assert [a.actor_id for a in first.mention.refs] == ["person:radoslaw-sikorski"]


def test_we_of_a_private_person_is_nobody() -> None:
    assert laid('"Chúng tôi lên án Nga", một tài xế nói.')[0] == ("lên án", "ACCUSE")


@pytest.mark.parametrize(("kinds", "hit"), [(("passive",), True), (("of", "passive"), True), (("of",), False), ((), False)])
def test_an_item_knows_its_cue(kinds: tuple[str, ...], hit: bool) -> None:  # noqa: FBT001 (a table's column)
    assert rows("Ukraine bị tấn công.")[0][1].is_cue(*kinds) is hit


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from("Nga Ukraine bị tấn công rút quân khỏi ngày 12/8 , . kêu gọi ngừng bắn và không sẽ của".split()), max_size=20)
)
def test_items_stand_in_order_and_none_overlaps(words: list[str]) -> None:
    text = " ".join(words)
    for row in rows(text):
        assert all(one.last <= two.first and one.end <= two.start for one, two in pairwise(row))
        assert all((i.mention is not None) + (i.sense is not None) + bool(i.cue) + (i.date is not None) == 1 for i in row)
        assert all(i.first < i.last and i.start < i.end for i in row)
