"""The closed classes of words that phrases for parties are built with, read from `mention_words.toml`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import msgspec

from lib.knowledge.tables import read_toml
from lib.language.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.language.tokens import Token


class _Class(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    words: tuple[str, ...]


class WordFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file of word classes."""

    cls: tuple[_Class, ...] = msgspec.field(name="class")


class WordClass:
    """Phrases of one class; the longest that begins at a token is found by its first word."""

    __slots__ = ("_phrases", "firsts", "name", "singles")

    def __init__(self, name: str, words: Sequence[str]) -> None:
        self.name = name
        self._phrases: dict[str, list[tuple[tuple[str, ...], tuple[bool, ...]]]] = {}
        for word in words:
            tokens = tokenize(word)
            lows = tuple(t.low for t in tokens)
            self._phrases.setdefault(lows[0], []).append((lows, tuple(t.is_capital for t in tokens)))
        for entries in self._phrases.values():
            entries.sort(key=lambda e: -len(e[0]))
        self.firsts = frozenset(self._phrases)
        self.singles = frozenset(e[0][0] for entries in self._phrases.values() for e in entries if len(e[0]) == 1)

    def at(self, tokens: Sequence[Token], first: int) -> int:
        """The token after the longest phrase that begins at `first`; 0 where none does."""
        if first >= len(tokens):
            return 0
        for lows, capitals in self._phrases.get(tokens[first].low, ()):
            last = first + len(lows)
            if last <= len(tokens) and all(
                tokens[first + k].low == low and (not capitals[k] or tokens[first + k].is_capital) for k, low in enumerate(lows)
            ):
                return last
        return 0

    def ends(self, tokens: Sequence[Token], last: int, longest: int = 3) -> int:
        """How many tokens a phrase takes that ends before token `last`; 0 where none does."""
        for size in range(min(longest, last), 0, -1):
            if self.at(tokens, last - size) == last:
                return size
        return 0


@lru_cache(maxsize=1)
def words() -> dict[str, WordClass]:
    """Every class by its name. Raises `msgspec.ValidationError` where the file holds an unknown key."""
    return {c.name: WordClass(c.name, c.words) for c in read_toml("mention_words.toml", WordFile).cls}
