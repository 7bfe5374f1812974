"""Two-syllable words of Vietnamese, from the dictionary that underthesea carries.

A one-syllable entry of a lexicon inside such a word is not that entry: "tin" in "con tin", "kiện" in "điều kiện". A look
into a set costs next to nothing; segmenting every sentence costs more than all the rest of the coding.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from underthesea.corpus import viet_dict_22K

from lib.language.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.language.tokens import Token


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    out = set()
    for word in viet_dict_22K.words:
        syllables = word.split()
        if len(syllables) == 2:
            out.add((fold(syllables[0]), fold(syllables[1])))
    return frozenset(out)


def in_longer_word(tokens: Sequence[Token], at: int) -> bool:
    """Whether the syllable at `at` makes a dictionary word with its left or right neighbour."""
    pairs = _pairs()
    if at > 0 and (tokens[at - 1].low, tokens[at].low) in pairs:
        return True
    return at + 1 < len(tokens) and (tokens[at].low, tokens[at + 1].low) in pairs
