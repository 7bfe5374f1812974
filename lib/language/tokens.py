"""Words (Vietnamese syllables), numbers and punctuation with their offsets.

Vietnamese is written a space a syllable; phrases of a lexicon are sequences of these tokens. Hyphens and dots stand
alone, so that "Amir-Abdollahian", "Israel-Hamas" and "al-Sisi" match whether the press hyphenates them or not by entry.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"\d+(?:[.,/]\d+)*|[^\W\d_]+(?:['’‘`][^\W\d_]+)*|\S")
_TONES = {
    old: new
    for pair in (
        "oà òa",
        "oá óa",
        "oả ỏa",
        "oã õa",
        "oạ ọa",
        "oè òe",
        "oé óe",
        "oẻ ỏe",
        "oẽ õe",
        "oẹ ọe",
        "uỳ ùy",
        "uý úy",
        "uỷ ủy",
        "uỹ ũy",
        "uỵ ụy",
    )
    for old, new in [pair.split()]
}


@lru_cache(maxsize=65536)
def fold(form: str) -> str:
    """Small letters, and the tone mark where most newspapers put it ("hoà" and "hòa" are one syllable)."""
    low = form.lower()
    new = _TONES.get(low[-2:])
    return low[:-2] + new if new and not low.startswith("qu") else low


class Token(NamedTuple):
    """One token: its place in the text, its form and its case-folded form."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters."""
        return self.text[0].isalpha()


def tokenize(text: str, offset: int = 0) -> list[Token]:
    """Split `text` (NFC) into tokens; `offset` is added to every place."""
    return [Token(m.start() + offset, m.end() + offset, form := m.group(), fold(form)) for m in _TOKEN.finditer(text)]
