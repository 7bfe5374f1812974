"""Phrases of a lexicon found in tokens: the longest that begins at each place, left to right or all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from lib.language.tokens import Token, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")


class Match(NamedTuple, Generic[T]):
    """Tokens `first` to `last` (exclusive) carry a phrase whose entry is `value`."""

    first: int
    last: int
    value: T


class _Node(Generic[T]):
    __slots__ = ("capital", "children", "plain")

    def __init__(self) -> None:
        self.children: dict[str, _Node[T]] = {}
        self.plain: T | None = None
        self.capital: list[tuple[tuple[bool, ...], T]] = []


class PhraseIndex(Generic[T]):
    """A trie over case-folded tokens.

    A phrase written with capitals only matches a text that has capitals in the same places ("Anh" the country is not
    "anh" the pronoun); one written small matches any case ("kêu gọi" at the head of a sentence).
    """

    def __init__(self, phrases: Iterable[tuple[str, T]] = ()) -> None:
        self._root: _Node[T] = _Node()
        for phrase, value in phrases:
            self.add(phrase, value)

    def add(self, phrase: str, value: T) -> None:
        """Enter `phrase`; the last entry of the same phrase wins."""
        node = self._root
        tokens = tokenize(phrase)
        for token in tokens:
            node = node.children.setdefault(token.low, _Node())
        capitals = tuple(token.is_capital for token in tokens)
        if any(capitals):
            node.capital = [(c, v) for c, v in node.capital if c != capitals] + [(capitals, value)]
        else:
            node.plain = value

    def at(self, tokens: Sequence[Token], first: int) -> Match[T] | None:
        """The longest phrase that begins at token `first`."""
        node = self._root
        best: Match[T] | None = None
        for place in range(first, len(tokens)):
            below = node.children.get(tokens[place].low)
            if below is None:
                break
            node = below
            value = self._value(node, tokens, first)
            if value is not None:
                best = Match(first, place + 1, value)
        return best

    @staticmethod
    def _value(node: _Node[T], tokens: Sequence[Token], first: int) -> T | None:
        for capitals, value in node.capital:
            if all(tokens[first + i].is_capital for i, wanted in enumerate(capitals) if wanted):
                return value
        return node.plain

    def find(self, tokens: Sequence[Token]) -> Iterator[Match[T]]:
        """The longest phrases, left to right, none overlapping another."""
        first = 0
        while first < len(tokens):
            match = self.at(tokens, first)
            if match is None:
                first += 1
            else:
                yield match
                first = match.last
