"""The words of time and number as data: normal form, no duplicates, and our own readers find every one."""

from __future__ import annotations

import tomllib
import unicodedata
from importlib import resources
from typing import TYPE_CHECKING

import msgspec
import pytest

from lib.language.dates import find_dates
from lib.language.dates_model import DateLexicon, date_lexicon
from lib.language.numbers import find_numbers
from lib.language.numerals import Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator

_FILES = ["dates.toml", "numbers.toml", "abbreviations.toml"]


def _raw(name: str) -> str:
    return resources.files("lib.language").joinpath(f"data/{name}").read_text("utf-8")


def _lists(node: object) -> Iterator[list[object]]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _lists(value)
    elif isinstance(node, list):
        yield node
        for value in node:
            yield from _lists(value)


@pytest.mark.parametrize("name", _FILES)
def test_file_is_in_normal_form_without_duplicates(name: str) -> None:
    raw = _raw(name)
    assert unicodedata.is_normalized("NFC", raw)
    for words in _lists(tomllib.loads(raw)):
        strings = [word for word in words if isinstance(word, str)]
        assert sorted(set(strings)) == sorted(strings)
        assert all(word == word.lower().strip() for word in strings)


@pytest.mark.parametrize(("name", "kind"), [("dates.toml", DateLexicon), ("numbers.toml", Lexicon)])
def test_unknown_key_is_an_error(name: str, kind: type) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode('novel = "key"\n' + _raw(name), type=kind)


@pytest.mark.parametrize("word", list(date_lexicon().relative))
def test_relative_word_is_found(word: str) -> None:
    found = find_dates(f"Việc ấy xảy ra vào {word}.")
    assert [e.text for e in found] == [word]
    assert found[0].unit is date_lexicon().relative[word].unit


@pytest.mark.parametrize("word", date_lexicon().day_parts)
def test_day_part_is_found(word: str) -> None:
    found = find_dates(f"Việc ấy xảy ra {word} 7/11.")
    assert [e.text for e in found] == [f"{word} 7/11"]
    assert found[0].day_part == word


@pytest.mark.parametrize("word", list(date_lexicon().parts))
def test_part_of_a_month_is_found(word: str) -> None:
    (found,) = find_dates(f"Việc ấy xảy ra vào {word} tháng 7.")
    assert (found.text, found.part) == (f"{word} tháng 7", date_lexicon().parts[word])


@pytest.mark.parametrize("word", list(lexicon().hedges))
def test_hedge_is_found(word: str) -> None:
    (found,) = find_numbers(f"Có {word} 500 người ở lại.")
    assert found.text == f"{word} 500"


@pytest.mark.parametrize("word", list(lexicon().after))
def test_hedge_behind_is_found(word: str) -> None:
    (found,) = find_numbers(f"Có 500 {word} ở lại.")
    assert found.text == f"500 {word}"
