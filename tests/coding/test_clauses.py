"""Who governs a verb, and whether its deed is told as done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.coding.clauses import ClauseReader
from lib.coding.coder import read
from lib.coding.items import items_of
from lib.coding.quotes import find_quotes
from lib.knowledge.triggers import lexicon
from lib.records import Article
from tests.coding.told import DAY

if TYPE_CHECKING:
    from lib.coding.verbs import Verb


def verbs(text: str) -> dict[str, Verb]:
    """The verbs of a text by their words."""
    doc = read(Article("a", text, published=DAY))
    quotes = find_quotes(doc, lexicon())
    found = {}
    for sentence in doc.sentences:
        for verb in ClauseReader(items_of(sentence, lexicon(), quotes), sentence.tokens).read():
            found[text[verb.item.start : verb.item.end]] = verb
    return found


def subject(text: str, form: str) -> list[str]:
    return [text[i.start : i.end] for i in verbs(text)[form].subject]


@pytest.mark.parametrize(
    ("text", "form", "who"),
    [
        ("Nga tấn công Ukraine.", "tấn công", ["Nga"]),
        ("Mỹ, Anh và Pháp lên án Nga.", "lên án", ["Mỹ", "Anh", "Pháp"]),
        ("Thái Lan và Campuchia lên án Nga.", "lên án", ["Thái Lan", "Campuchia"]),
        ("Thái Lan cho biết Campuchia tấn công một ngôi làng.", "tấn công", ["Campuchia"]),
        ("Nam Phi kêu gọi đàm phán, đồng thời lên án Nga.", "lên án", ["Nam Phi"]),
        ("Mỹ kêu gọi Ấn Độ không tấn công Pakistan.", "tấn công", ["Ấn Độ"]),
        ("Ngày 12/8, tại Geneva, Sudan lên án RSF.", "lên án", ["Sudan"]),
        ("Trong cuộc gặp với Ấn Độ, Pakistan lên án Nga.", "lên án", ["Pakistan"]),
        ("Phát biểu tại Bangkok, Malaysia kêu gọi đàm phán.", "Phát biểu", ["Malaysia"]),
        ("Theo Ukraine, Nga tấn công Kharkov.", "tấn công", ["Nga"]),
        ("Sau khi tấn công một ngôi làng, Nga rút quân.", "rút quân", ["Nga"]),
        ("Lên án vụ việc là điều đúng đắn.", "Lên án", []),
        ("Mỹ đứng ngoài. Lên án là việc của người khác.", "Lên án", []),
    ],
)
def test_the_subject_of_a_verb(text: str, form: str, who: list[str]) -> None:
    assert subject(text, form) == who


def test_a_passive_has_its_agent_apart() -> None:
    text = "Ukraine bị Nga tấn công."
    verb = verbs(text)["tấn công"]
    assert verb.passive
    assert [text[i.start : i.end] for i in verb.agent] == ["Nga"]
    assert subject(text, "tấn công") == ["Ukraine"]


def test_a_passive_without_agent() -> None:
    verb = verbs("Ukraine bị tấn công.")["tấn công"]
    assert verb.passive
    assert not verb.agent


@pytest.mark.parametrize(
    ("text", "form", "doubt"),
    [
        ("Nga tấn công Ba Lan.", "tấn công", ""),
        ("Nga đã tấn công Ba Lan.", "tấn công", ""),
        ("Nga không tấn công Ba Lan.", "tấn công", "negated"),
        ("Nga chưa tấn công Ba Lan.", "tấn công", "negated"),
        ("Nga chưa từng tấn công Ba Lan.", "tấn công", "negated"),
        ("Nếu Nga tấn công Ba Lan, Mỹ sẽ điều quân.", "tấn công", "hypothesis"),
        ("Nga có thể tấn công Ba Lan.", "tấn công", "hypothesis"),
        ("Nguy cơ Nga tấn công Ba Lan tăng lên.", "tấn công", "hypothesis"),
        ("Nga có điều kiện để tấn công Ba Lan.", "tấn công", "purpose"),
        ("Nga dồn lực nhằm tấn công Ba Lan.", "tấn công", "purpose"),
        ("Nga ngừng tấn công Ba Lan.", "tấn công", "ended"),
        ("Mỹ kêu gọi Nga tấn công IS.", "tấn công", "object"),
        ("Mỹ kêu gọi đàm phán.", "đàm phán", "object"),
        ("Nga không từ chối đàm phán.", "từ chối", "negated"),
    ],
)
def test_whether_a_deed_is_told_as_done(text: str, form: str, doubt: str) -> None:
    assert verbs(text)[form].doubt == doubt


@pytest.mark.parametrize(
    ("text", "form", "flags"),
    [
        ("Nga sẽ rút quân.", "rút quân", {"planned"}),
        ("Nga dự kiến rút quân.", "rút quân", {"planned"}),
        ("Nga từng rút quân.", "rút quân", {"past"}),
        ("Nga nhiều lần tấn công Ukraine.", "tấn công", {"habit"}),
        ("Chuyên gia Mỹ lên án Nga.", "lên án", {"loose"}),
        ("Đoàn xe viện trợ của Nhật Bản rời cảng.", "viện trợ", {"nominal"}),
        ("Nga rút quân.", "rút quân", set()),
    ],
)
def test_how_a_deed_is_told(text: str, form: str, flags: set[str]) -> None:
    verb = verbs(text)[form]
    assert {f for f in ("planned", "past", "habit", "loose", "nominal", "passive") if getattr(verb, f)} == flags


def test_what_is_told_is_governed_by_its_teller() -> None:
    found = verbs("Thái Lan cho biết Campuchia tấn công một ngôi làng.")
    assert found["tấn công"].governor is found["cho biết"]
    assert found["cho biết"].is_statement
    assert not found["tấn công"].is_statement


def test_a_full_stop_parts_two_clauses() -> None:
    assert verbs("Mỹ im lặng. Đã rút quân từ lâu.")["rút quân"].subject == []
