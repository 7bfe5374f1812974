"""Numbers: the phrase table, places, and reading back what was written."""

from __future__ import annotations

import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.language.numbers import find_numbers

if TYPE_CHECKING:
    from lib.records import NumberMention

_TABLE = tomllib.loads((Path(__file__).parent / "number_phrases.toml").read_text("utf-8"))
_ROWS = [(row[0], row[1]) for group in _TABLE["group"] for row in group["rows"]]
_MARK = re.compile("[‹›]")
_UNITS = "không một hai ba bốn năm sáu bảy tám chín".split()


def _shown(mention: NumberMention) -> str:
    count, low, high = ("-" if value is None else f"{value}" for value in (mention.count, mention.low, mention.high))
    return f"{count} {low}..{high} {mention.qualifier}"


def test_the_table_is_wide_enough() -> None:
    assert len(_ROWS) >= 150
    assert len({row[0] for row in _ROWS}) == len(_ROWS)


@pytest.mark.parametrize(("marked", "wanted"), _ROWS, ids=[row[0][:60] for row in _ROWS])
def test_phrase(marked: str, wanted: str) -> None:
    mentions = find_numbers(_MARK.sub("", marked))
    assert [mention.text for mention in mentions] == re.findall("‹(.*?)›", marked)
    assert "; ".join(_shown(mention) for mention in mentions) == wanted


def test_offset_moves_every_place() -> None:
    (found,) = find_numbers("có hơn 20 người", 100)
    assert (found.start, found.end, found.text) == (103, 109, "hơn 20")


@pytest.mark.parametrize("text", ["", " ", "hơn", "từ đến", "-", ",", "1/", "/1", "1" * 5000 + "h", "hàng", "một"])
def test_scraps_yield_nothing(text: str) -> None:
    assert find_numbers(text) == []


_SCRAPS = (
    "hơn gần ít nhất từ đến và hai ba mươi năm trăm nghìn triệu rưỡi linh hàng chục vài 20 1.300 1,4 30-40 7/10 người ngày - . , ( ) \n İ"
).split(" ")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_SCRAPS), max_size=25).map(" ".join) | st.text(max_size=60))
def test_places_are_exact_and_in_order(text: str) -> None:
    mentions = find_numbers(text)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    for mention in mentions:
        assert mention.low is None or mention.high is None or mention.low <= mention.high


@given(st.integers(0, 10**12))
def test_grouped_digits_are_read_back(value: int) -> None:
    written = f"{value:,}".replace(",", ".")
    (found,) = find_numbers(f"có {written} người chết")
    assert (found.text, found.count) == (written, value)


@given(st.integers(1, 999), st.integers(1, 9), st.sampled_from([("nghìn", 10**3), ("triệu", 10**6), ("tỷ", 10**9)]))
def test_decimals_with_a_scale_are_read_back(whole: int, tenth: int, scale: tuple[str, int]) -> None:
    (found,) = find_numbers(f"có {whole},{tenth} {scale[0]} người chết")
    assert found.count == (whole * 10 + tenth) * scale[1] // 10


def _below_thousand(value: int, *, full: bool) -> list[str]:
    hundreds, rest = divmod(value, 100)
    words = [_UNITS[hundreds], "trăm"] if hundreds or full else []
    tens, ones = divmod(rest, 10)
    if not rest:
        return words
    if not tens:
        return [*words, *(["linh"] if words else []), _UNITS[ones]]
    words += ["mười"] if tens == 1 else [_UNITS[tens], "mươi"]
    if ones:
        words.append("lăm" if ones == 5 else "mốt" if ones == 1 and tens > 1 else _UNITS[ones])
    return words


def _in_words(value: int) -> str:
    millions, rest = divmod(value, 10**6)
    thousands, ones = divmod(rest, 1000)
    words = [*_below_thousand(millions, full=False), "triệu"] if millions else []
    if thousands:
        words += [*_below_thousand(thousands, full=False), "nghìn"]
    return " ".join(words + _below_thousand(ones, full=False))


@given(st.integers(2, 999) | st.integers(1, 999).map(lambda n: n * 1000) | st.integers(1, 999).map(lambda n: n * 10**6))
def test_words_are_read_back(value: int) -> None:
    (found,) = find_numbers(f"có {_in_words(value)} người chết")
    assert (found.text, found.count) == (_in_words(value), value)
