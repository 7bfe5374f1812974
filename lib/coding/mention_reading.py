"""What the grammar of one sentence says of a phrase, before the article tells whom it stands for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lib.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.mention_words import WordClass
    from lib.knowledge.base import KnowledgeBase
    from lib.knowledge.entries import NameEntry, OrganEntry
    from lib.language.phrases import Match
    from lib.language.tokens import Token
    from lib.records import Sector


@dataclass(slots=True)
class TitlePart:
    """One title as written with what it covers ("Bộ trưởng Quốc phòng"), its role, sector and rank."""

    text: str
    role: str
    sector: Sector | None
    rank: str = ""


@dataclass(slots=True)
class Owner:
    """The state, body or group that a title or organ belongs to.

    `entry` is its name in the knowledge base; `word` the class of a word such as "nước này"; `body` the name of a body
    not known, or of an organ; `organ` the kind of organ.
    """

    entry: NameEntry | None = None
    word: str = ""
    organ: OrganEntry | None = None
    body: str = ""
    start: int = 0


@dataclass(slots=True)
class Reading:
    """Tokens `first` to `last` (exclusive) as one phrase.

    `shape`: `entity`, `person`, `office`, `organ`, `body`, `pronoun` (its class in `word`), `media`, `place`,
    `collective`, `run` (capitalised words that nothing explains) or `thing` (no party at all).
    """

    first: int
    last: int
    shape: str
    entry: NameEntry | None = None
    name: str = ""
    word: str = ""
    titles: list[TitlePart] = field(default_factory=list)
    owners: list[Owner] = field(default_factory=list)
    title_text: str = ""
    gender: str = ""
    plural: bool = False
    one: bool = False
    counterpart: bool = False
    modifier: bool = False
    locative: bool = False
    alias: str = ""
    country: NameEntry | None = None
    kin: str = ""


class Line:
    """The tokens of a sentence with the names of the knowledge base found in them, each place looked up once."""

    __slots__ = ("_kb", "_names", "text", "tokens", "words")

    def __init__(self, text: str, tokens: Sequence[Token], kb: KnowledgeBase, words: dict[str, WordClass]) -> None:
        self.text = text
        self.tokens = tokens
        self.words = words
        self._kb = kb
        self._names: dict[int, Match[NameEntry] | None] = {}

    def name(self, place: int) -> Match[NameEntry] | None:
        """The longest known name that begins at token `place`."""
        if place in self._names:
            return self._names[place]
        match = self._kb.names.at(self.tokens, place) if place < len(self.tokens) else None
        if match is not None and (not self._whole(match) or self._blocked(match) or self._in_address(match)):
            match = None
        prefix = self.words["state_prefix"].at(self.tokens, place)
        if prefix and (match is None or match.last <= prefix):
            after = self._kb.names.at(self.tokens, prefix)
            if after is not None and after.value.kind is MentionKind.STATE:
                match = after._replace(first=place)
        party = self.words["party_organ"].at(self.tokens, place)
        after = self._kb.names.at(self.tokens, party) if party and self.low(party) == "đảng" else None
        if after is not None and (match is None or match.last < after.last):
            match = after._replace(first=place)
        self._names[place] = match
        return match

    def _is_state(self, place: int) -> bool:
        match = self._kb.names.at(self.tokens, place) if place < len(self.tokens) else None
        return match is not None and match.value.kind is MentionKind.STATE

    def _after_state(self, hyphen: int) -> bool:
        """Whether a state's name ends before the hyphen at token `hyphen`."""
        if hyphen < 1 or self.tokens[hyphen].text not in "-–":
            return False
        matches = (self._kb.names.at(self.tokens, place) for place in range(max(0, hyphen - 3), hyphen))
        return any(m is not None and m.last == hyphen and m.value.kind is MentionKind.STATE for m in matches)

    def _blocked(self, match: Match[NameEntry]) -> bool:
        """Whether the match is a part of a word that is no name ("Chủ Nhật", "Mỹ Latinh")."""
        blocker = self._kb.blockers.at(self.tokens, match.first)
        return (blocker is not None and blocker.last > match.last) or self.words["region"].at(self.tokens, match.first) > match.last

    def _in_address(self, match: Match[NameEntry]) -> bool:
        """Whether the match only looks like a name: a part of an address ("VOV.VN"), of a word ("Al Manar", "Cho đến nay")."""
        tokens, first, last = self.tokens, match.first, match.last
        text = tokens[first].text
        if last == first + 1 and match.value.kind in (MentionKind.BODY, MentionKind.GROUP) and len(text) <= 3 and not text.isupper():
            return True
        if first == 0 and match.value.form == "short" and self.words["function"].at(tokens, 0) == last:
            return True
        dotted = first > 0 and tokens[first - 1].text == "." and tokens[first - 1].end == tokens[first].start
        return dotted or (last < len(tokens) and tokens[last].text == "+" and tokens[last].start == tokens[last - 1].end)

    def _whole(self, match: Match[NameEntry]) -> bool:
        """Whether the match is no part of a hyphenated name, and a one-syllable form stands in a pair ("Mỹ - Trung")."""
        entry, tokens = match.value, self.tokens
        hyphen = match.last < len(tokens) and tokens[match.last].text in "-–"
        if entry.form == "pair":
            if match.first > 0 and tokens[match.first - 1].low in {"người", "gốc", "kiều"}:
                return True
            return (hyphen and self._is_state(match.last + 1)) or self._after_state(match.first - 1)
        if entry.form == "short" and match.last == match.first + 1 and not tokens[match.first].text.isascii():
            after = tokens[match.last] if match.last < len(tokens) else None
            if after is not None and after.is_word and not after.is_capital and after.low not in self.words["predicate"].singles:
                return False
        if hyphen and entry.form == "short" and match.last + 1 < len(tokens):
            return tokens[match.last].start != tokens[match.last - 1].end or tokens[match.last].end != tokens[match.last + 1].start
        return True

    def cut(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last` (exclusive)."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def at(self, name: str, place: int) -> int:
        """The token after the longest phrase of class `name` that begins at `place`, or 0."""
        return self.words[name].at(self.tokens, place)

    def low(self, place: int) -> str:
        """The folded form of a token; empty outside the sentence."""
        return self.tokens[place].low if 0 <= place < len(self.tokens) else ""
