"""Names of people as the press writes them: where a run of capitalised words begins and ends, and when two are one person."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

from lib.coding.mention_words import words
from lib.knowledge.entries import slug

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lib.language.tokens import Token

LONGEST = 7
"""Words in the longest name of a person."""

_HYPHENS = frozenset("-‑–")
_QUOTES = frozenset("'’‘`")
_SMALL = frozenset("al el bin bint ibn van von de der da dos di du la le abu ben ul ur ad as az ash".split())
ALIKE = 0.74
"""Share of letters in common from which two spellings of a given name count as one."""


def _touches(tokens: Sequence[Token], place: int) -> bool:
    """Whether no space stands between token `place` and the next."""
    return place + 1 < len(tokens) and tokens[place].end == tokens[place + 1].start


def _steps(tokens: Sequence[Token], place: int) -> int:
    """The next capitalised word of the name that token `place` belongs to, over what glues them; 0 where the name ends."""
    after = place + 1
    if after >= len(tokens):
        return 0
    token = tokens[after]
    if token.text in _HYPHENS and _touches(tokens, place) and _touches(tokens, after) and tokens[after + 1].is_word:
        return after + 1
    if token.text == "." and _touches(tokens, place) and len(tokens[place].text) == 1 and after + 1 < len(tokens):
        return after + 1 if tokens[after + 1].is_capital and tokens[after + 1].is_word else 0
    if token.text in _QUOTES and _touches(tokens, place) and _touches(tokens, after) and tokens[after + 1].is_word:
        return after + 1
    if token.is_word and token.is_capital:
        return after
    if token.low in words()["glue"].singles:
        return _over_glue(tokens, after)
    return 0


def _over_glue(tokens: Sequence[Token], place: int) -> int:
    """The capitalised word after small words such as "bin" or "al-" that begin at token `place`, or 0."""
    glue = words()["glue"].singles
    for _ in range(3):
        if place >= len(tokens):
            return 0
        token = tokens[place]
        if token.is_capital and token.is_word:
            return place
        if token.low not in glue and token.text not in _HYPHENS:
            return 0
        place += 1
    return place if place < len(tokens) and tokens[place].is_capital else 0


def begins_name(tokens: Sequence[Token], place: int) -> bool:
    """Whether a name may begin at token `place`: a capital, or "al-" before one."""
    if place >= len(tokens):
        return False
    token = tokens[place]
    if token.is_word and token.is_capital:
        return True
    if token.low in {"al", "el"} and _touches(tokens, place):
        return tokens[place + 1].text in _HYPHENS and place + 2 < len(tokens) and tokens[place + 2].is_capital
    return token.low in {"bin", "van", "von", "de"} and place + 1 < len(tokens) and tokens[place + 1].is_capital


def run_end(tokens: Sequence[Token], first: int, stops: Callable[[int], bool] | None = None) -> int:
    """The token after the name that begins at `first`; `stops(place)` tells where another name begins."""
    place = first
    if not tokens[first].is_capital:
        place = _over_glue(tokens, first)
    count = 1
    while count < LONGEST:
        following = _steps(tokens, place)
        if not following:
            break
        if stops is not None and following == place + 1 and stops(following):
            break
        place = following
        count += 1
    return place + 1


@lru_cache(maxsize=8192)
def key(name: str) -> tuple[str, ...]:
    """`name` as small Latin words without "al-" and the like, to compare spellings ("Abdel Fattah El-Sisi" ends in "sisi")."""
    parts = [p for p in slug(name).split("-") if p]
    bare = [p for p in parts if p not in _SMALL]
    return tuple(bare or parts)


def alike(one: str, other: str) -> bool:
    """Whether two words may be one name spelled twice."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one[0] == other[0] and min(len(one), len(other)) > 2 and SequenceMatcher(None, one, other).ratio() >= ALIKE


def same_person(one: str, other: str) -> bool:
    """Whether `one` and `other` can name one person: the shorter is a part of the longer, spelling apart."""
    short, long = sorted((key(one), key(other)), key=len)
    if not short or not long:
        return False
    if len(short) == 1:
        return short[0] in long
    if short[-1] == long[-1] or (short[0] == long[0] and set(short) <= set(long)):
        rest = long[:-1]
        return all(any(alike(s, r) for r in rest) for s in short[:-1])
    if len(short) == len(long) and short[:-1] == long[:-1]:
        return alike(short[-1], long[-1])
    return set(short) <= set(long)
