"""A day named without its year, long after: the well-known one where its words stand beside it."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from lib.coding.coder import annotate
from lib.knowledge.known_days import KnownDay, known_date, known_days
from lib.records import Article

PUBLISHED = date(2025, 12, 1)


@pytest.mark.parametrize("known", known_days().values(), ids=lambda k: k.source)
def test_a_known_day_is_read_by_its_words(known: KnownDay) -> None:
    assert all(unicodedata.is_normalized("NFC", word) for word in known.words)
    dates = [d.date for d in annotate(Article("a", known.example, published=PUBLISHED)).dates]
    assert known.date in dates


@pytest.mark.parametrize("known", known_days().values(), ids=lambda k: k.source)
def test_without_its_words_it_is_the_nearest(known: KnownDay) -> None:
    dates = [d.date for d in annotate(Article("a", known.miss, published=PUBLISHED)).dates]
    assert dates
    assert known.date not in dates


def test_it_never_lies_after_the_publication() -> None:
    assert known_date(7, 10, "Hamas tấn công Israel", date(2023, 10, 6)) is None
    assert known_date(7, 10, "Hamas tấn công Israel", date(2023, 10, 8)) == date(2023, 10, 7)
    assert known_date(8, 10, "Hamas tấn công Israel", None) is None


def test_news_of_these_days_keeps_its_own_year() -> None:
    article = Article("a", "Ngày 7/10, phái đoàn Hamas và Israel đàm phán gián tiếp tại Ai Cập.", published=date(2025, 10, 8))
    assert [d.date for d in annotate(article).dates] == [date(2025, 10, 7)]
