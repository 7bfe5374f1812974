"""The words that are Streamlit's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import streamlit

from lib.ui.borrowed import borrowed

WORDS, PATTERNS = borrowed().words, borrowed().patterns
VIETNAMESE = re.compile(r"[^\x00-\x7f]")


@pytest.fixture(scope="module")
def scripts() -> str:
    """What the browser runs of Streamlit."""
    folder = Path(streamlit.__file__).parent / "static"
    return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in folder.rglob("*.js"))


@pytest.mark.parametrize("theirs", sorted(WORDS))
def test_streamlit_says_it_and_we_say_it_in_vietnamese(theirs: str, scripts: str) -> None:
    assert theirs in scripts
    assert VIETNAMESE.search(WORDS[theirs])
    assert not VIETNAMESE.search(theirs)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("60MB per file", "mỗi tệp tối đa 60 MB"),
        ("18 options available.", "Có 18 mục."),
        ("1 option available.", "Có 1 mục."),
        ("Remove bai.txt", "Bỏ bai.txt"),
        ("Help for Từ ngày", "Giải thích: Từ ngày"),
        ("Remover bai.txt", None),
        ("There are 18 options available.", None),
    ],
)
def test_a_pattern_keeps_what_it_holds(theirs: str, ours: str | None) -> None:
    said = [re.sub(pattern, put.replace("$1", r"\1"), theirs) for pattern, put in PATTERNS.items() if re.search(pattern, theirs)]
    assert said == ([] if ours is None else [ours])
