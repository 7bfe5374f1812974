"""Sentences: where they part and where they do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.language.sentences import split


@pytest.mark.parametrize(
    "marked",
    [
        "Ông tới Hà Nội.| Bà ở lại.",
        "Số người chết là 10.328.| Số bị thương là 1.300 người.",
        "TP. Hồ Chí Minh đón đoàn.| TP.HCM rất đông.",
        "PGS.TS. Nguyễn Văn A phát biểu.",
        "Ông Donald J. Trump và ông George W. Bush gặp nhau.",
        "Tập đoàn U.S. Steel bị bán.",
        "VOV.VN - Ngoại trưởng hôm nay điện đàm.",
        "Theo Vietnam.net đưa tin.",
        'Ông nói: "Chúng tôi sẵn sàng."| Bà im lặng.',
        "Ông nói: “Chúng tôi sẵn sàng.”| Bà im lặng.",
        'Ông nói.|"Chúng tôi sẵn sàng", ông thêm.',
        "Nhiều người mất nhà.|Số người chết tăng.",
        "“Vì sao?” ông hỏi.",
        "“Đi đi!” bà nói.| Ông đi.",
        "“Tốt.” - ông nói.",
        "Ông về nước./.",
        "Ông đến... rồi đi.",
        "Ông đến...| Bà đi.",
        "Ngày 17.10 ông đến.| Ngày 18.10 ông đi.",
        "1. Mở đầu là thế này.",
        "Hắn là ai?!| Không ai biết.",
        "(Ảnh: AFP.)| Ông đi.",
        "Dòng một\n|Dòng hai\n\n|Dòng ba.",
        "Dòng một kết thúc vội,\n|dòng hai viết thường.",
    ],
)
def test_split(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[s.start : s.end] for s in split(text)] == [part.strip() for part in marked.split("|")]


@pytest.mark.parametrize("text", ["", " ", "\n\n", " \t\n "])
def test_blank_text_has_no_sentence(text: str) -> None:
    assert split(text) == ()


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet='abĐ .?!…"”“’)(\n10,', max_size=60))
def test_sentences_cover_the_text_in_order(text: str) -> None:
    sentences = split(text)
    assert all(text[s.start : s.end] == text[s.start : s.end].strip() != "" for s in sentences)
    assert all(a.end <= b.start for a, b in pairwise(sentences))
    covered = "".join(text[s.start : s.end] for s in sentences)
    assert "".join(covered.split()) == "".join(text.split())
