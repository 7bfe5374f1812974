"""Direct speech: where it stands, and whose it is."""

from __future__ import annotations

import pytest

from lib.coding.coder import read
from lib.coding.quotes import find_quotes
from lib.knowledge.triggers import lexicon
from lib.records import Article
from tests.coding.told import DAY

TUSK = "person:donald-tusk"


def speakers(text: str) -> list[str | None]:
    """The id of each quotation's speaker."""
    quotes = find_quotes(read(Article("a", text, published=DAY)), lexicon())
    return [q.speaker.refs[0].actor_id if q.speaker is not None else None for q in quotes]


@pytest.mark.parametrize(
    "text",
    [
        "“Nga phải chấm dứt các cuộc không kích”, Thủ tướng Ba Lan Donald Tusk nói với báo giới.",
        "Thủ tướng Ba Lan Donald Tusk nói: “Nga phải chấm dứt các cuộc không kích”.",
        'Thủ tướng Ba Lan Donald Tusk tuyên bố: "Nga phải chấm dứt các cuộc không kích".',
        "«Nga phải chấm dứt các cuộc không kích», Thủ tướng Ba Lan Donald Tusk tuyên bố.",
        "Theo Thủ tướng Ba Lan Donald Tusk, “Nga phải chấm dứt các cuộc không kích”.",
        "Thủ tướng Ba Lan Donald Tusk cảnh báo: “Nga phải chấm dứt các cuộc không kích”.",
    ],
)
def test_the_speaker_stands_before_or_behind(text: str) -> None:
    assert speakers(text) == [TUSK]


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = 'Thủ tướng Ba Lan Donald Tusk cho biết: "Chúng tôi sẽ giúp Ukraine". "Chúng tôi không sợ Nga".'
    assert speakers(text) == [TUSK, TUSK]


def test_a_new_paragraph_does_not() -> None:
    text = 'Thủ tướng Ba Lan Donald Tusk cho biết: "Chúng tôi sẽ giúp Ukraine".\n\n"Chúng tôi mệt mỏi lắm rồi" là câu ở khắp nơi.'
    assert speakers(text) == [TUSK, None]


@pytest.mark.parametrize(
    "text",
    [
        "“Nga phải chấm dứt các cuộc không kích”, Reuters viết.",
        "“Nga phải chấm dứt các cuộc không kích”, một tài xế ở Warsaw nói.",
        "Thủ tướng Ba Lan Donald Tusk đọc cuốn “Chiến tranh và hòa bình”.",
    ],
)
def test_nobody_who_counts_speaks(text: str) -> None:
    assert speakers(text) == [None]


@pytest.mark.parametrize("text", ["Thủ tướng Ba Lan nói đó là “bước ngoặt”.", "Ông nói 'tốt lắm'.", "“Nga phải chấm dứt các cuộc", ""])
def test_scare_quotes_and_open_marks_are_no_speech(text: str) -> None:
    assert speakers(text) == []


def test_a_quotation_counts_its_marks() -> None:
    text = "Thủ tướng Ba Lan Donald Tusk nói: “Nga phải chấm dứt các cuộc không kích”."
    (quote,) = find_quotes(read(Article("a", text, published=DAY)), lexicon())
    assert text[quote.start : quote.end] == "“Nga phải chấm dứt các cuộc không kích”"
