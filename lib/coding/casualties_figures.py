"""What a sentence counts: its harm words and its figures with the nouns they count."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lib.knowledge.harm import load
from lib.records import Harm, MentionKind, NumberMention, Qualifier, VictimsKind

if TYPE_CHECKING:
    from lib.coding.document import SentenceView
    from lib.coding.mention_types import ResolvedMention
    from lib.knowledge.harm import HarmEntry, HarmLexicon, PeopleNoun
    from lib.language.phrases import Match, PhraseIndex
    from lib.language.tokens import Token

PHRASE_LIMIT = 6
FALLBACK_WORDS = 3
HALTS = frozenset(
    "đã đang vẫn còn phải bị được cũng vừa sẽ trong ở tại trên khi sau vì do và hoặc với từ kể để khiến làm thiệt ra vào đến tới theo"
    " là gồm bao chủ không chưa tham có khỏi thuộc mà như hồi đối khác sang cho về trèo nổ lái đi trước"
    " nhưng tiếp sắp chỉ mỗi đổi cùng tức cách".split()
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A word of harm at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    entry: HarmEntry


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at tokens `first` to `last` and the noun that it counts, which ends before token `noun_last`."""

    number: NumberMention
    first: int
    last: int
    noun_first: int
    noun_last: int
    noun: PeopleNoun | None
    guessed: bool = False
    is_one_of: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether no noun follows the number."""
        return self.noun is None and not self.guessed

    @property
    def kind(self) -> VictimsKind:
        """Whom the noun counts."""
        return self.noun.kind if self.noun else VictimsKind.PEOPLE

    @property
    def carries(self) -> Harm | None:
        """The harm that the noun itself tells."""
        return self.noun.carries if self.noun else None


class Grid:
    """A sentence by token numbers: harm words, figures, mentions, and the phrases of the grammar."""

    def __init__(self, view: SentenceView, text: str) -> None:
        self.view = view
        self.text = text
        self.tokens: list[Token] = view.tokens
        self.lexicon: HarmLexicon = load()

    @cached_property
    def starts(self) -> list[int]:
        """Where each token begins in the text."""
        return [token.start for token in self.tokens]

    @cached_property
    def lows(self) -> list[str]:
        """Case-folded forms."""
        return [token.low for token in self.tokens]

    @cached_property
    def hits(self) -> list[Hit]:
        """Words of harm, left to right, the longest at each place; blocking ones too."""
        return [Hit(m.first, m.last, m.value) for m in self.lexicon.harms.find(self.tokens)]

    @cached_property
    def hit_at(self) -> dict[int, Hit]:
        """Words of harm by their first token."""
        return {hit.first: hit for hit in self.hits}

    @cached_property
    def figures(self) -> list[Figure]:
        """Numbers that count people or stand bare, left to right."""
        numbers = [*self.view.numbers, *self._ones()]
        found = [figure for number in numbers if (figure := self._figure(number)) is not None]
        return sorted(found, key=lambda figure: figure.first)

    @cached_property
    def figure_at(self) -> dict[int, Figure]:
        """Figures by the first token of their number."""
        return {figure.first: figure for figure in self.figures}

    def token_at(self, offset: int) -> int:
        """The token that begins at or after `offset`."""
        return bisect_left(self.starts, offset)

    def token_over(self, offset: int) -> int:
        """The token that covers `offset`, or the last before it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Tokens that lie within the offsets."""
        return self.token_over(start), self.token_at(end)

    def has(self, index: PhraseIndex[str], first: int, last: int) -> bool:
        """Whether a phrase of `index` lies within tokens `first` to `last`."""
        return self.place(index, first, last) is not None

    def place(self, index: PhraseIndex[str], first: int, last: int) -> int | None:
        """The first token of the first phrase of `index` within tokens `first` to `last`."""
        for at in range(max(first, 0), min(last, len(self.tokens))):
            match = index.at(self.tokens, at)
            if match is not None and match.last <= last:
                return at
        return None

    def last_place(self, index: PhraseIndex[str], first: int, last: int) -> int | None:
        """The first token of the last phrase of `index` within tokens `first` to `last`."""
        for at in range(min(last, len(self.tokens)) - 1, max(first, 0) - 1, -1):
            match = index.at(self.tokens, at)
            if match is not None and match.last <= last:
                return at
        return None

    def ends_with(self, index: PhraseIndex[str], last: int, longest: int = 5) -> int | None:
        """The first token of the longest phrase of `index` that ends right before token `last`."""
        for first in range(max(0, last - longest), last):
            match = index.at(self.tokens, first)
            if match is not None and match.last == last:
                return first
        return None

    def mentions_in(self, first: int, last: int) -> list[ResolvedMention]:
        """Mentions that begin within tokens `first` to `last`."""
        if first >= last or first >= len(self.tokens):
            return []
        start, end = self.tokens[max(first, 0)].start, self.tokens[min(last, len(self.tokens)) - 1].end
        return [m for m in self.view.mentions if start <= m.start < end]

    def mentions_over(self, first: int, last: int) -> list[ResolvedMention]:
        """Mentions that share a word with tokens `first` to `last`."""
        if first >= last or first >= len(self.tokens):
            return []
        start, end = self.tokens[first].start, self.tokens[min(last, len(self.tokens)) - 1].end
        return [m for m in self.view.mentions if m.start < end and m.end > start]

    def string(self, first: int, last: int) -> str:
        """The text of tokens `first` to `last`."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end]

    def _ones(self) -> list[NumberMention]:
        """As in "một" before a noun of people, or in "một trong hai lính", which is an article elsewhere and so no number of the text."""
        out = []
        for at, token in enumerate(self.tokens):
            if token.low != "một" or at + 1 >= len(self.tokens):
                continue
            after = self.tokens[at + 1].start
            if any(n.start == after or n.start <= token.start < n.end for n in self.view.numbers):
                continue
            if self.lexicon.people.at(self.tokens, self._open(at + 1)) is not None or self._among_noun(at + 1) is not None:
                out.append(NumberMention(token.start, token.end, token.text, 1, 1, 1, Qualifier.EXACT))
        return out

    def _among_noun(self, at: int) -> Match[PeopleNoun] | None:
        """The noun of "(một) trong hai lính Mỹ", "(một) trong những vệ sĩ"."""
        if at >= len(self.tokens) or self.lows[at] != "trong":
            return None
        for after in range(at + 1, min(at + 5, len(self.tokens))):
            match = self.lexicon.people.at(self.tokens, after)
            if match is not None:
                return match
        return None

    def _figure(self, number: NumberMention) -> Figure | None:
        first, last = self.span(number.start, number.end)
        if first >= last or any(d.start <= number.start < d.end for d in self.view.dates):
            return None
        if any(m.start < number.start and number.end <= m.end and m.kind != MentionKind.PLACE for m in self.view.mentions):
            return None
        among = self._among_noun(last)
        if among is not None:
            single = self.lows[last + 1] not in {"những", "các"}
            return Figure(number, first, last, among.first, self._stretch(among.last), among.value, is_one_of=single)
        at = self._open(last)
        noun = self.lexicon.people.at(self.tokens, at)
        if noun is not None and not self._is_thing(last):
            return Figure(number, first, last, last, self._stretch(noun.last), noun.value)
        if at == last and self._is_thing(last):
            return None
        guessed = self._guess(last)
        if guessed is not None:
            return Figure(number, first, last, last, guessed, None, guessed=True)
        return Figure(number, first, last, last, last, None)

    def _open(self, at: int) -> int:
        """Past "nữ", "cựu", "tên" where a noun of people follows."""
        if self.lexicon.people.at(self.tokens, at) is not None:
            return at
        match = self.lexicon.words.openers.at(self.tokens, at)
        if match is not None and self.lexicon.people.at(self.tokens, match.last) is not None:
            return match.last
        return at

    def _is_thing(self, at: int) -> bool:
        """Whether the longest noun at `at` is of things rather than of people."""
        if at >= len(self.tokens):
            return False
        if self.tokens[at].text in "%$€£°":
            return True
        thing = self.lexicon.words.things.at(self.tokens, at)
        if thing is None:
            return False
        person = self.lexicon.people.at(self.tokens, at)
        return person is None or person.last < thing.last

    def _stretch(self, last: int) -> int:
        """The noun with what qualifies it directly: names, adjectives, "của nước này"."""
        at = last
        while at < len(self.tokens) and at - last < PHRASE_LIMIT:
            token = self.tokens[at]
            if self._is_hyphen(at):
                at += 2
                continue
            if self._halts(at):
                break
            mention = next((m for m in self.view.mentions if m.start <= token.start < m.end), None)
            at = max(at + 1, self.token_at(mention.end)) if mention is not None else at + 1
        return at if self.lows[at - 1] != "của" else at - 1

    def _is_hyphen(self, at: int) -> bool:
        """Whether the mark joins two parts of one name ("Su-24")."""
        token = self.tokens[at]
        if token.text not in "-–" or at + 1 >= len(self.tokens):
            return False
        return token.start == self.tokens[at - 1].end and token.end == self.tokens[at + 1].start

    def _halts(self, at: int) -> bool:
        token = self.tokens[at]
        if token.low == "của":
            return at + 1 >= len(self.tokens) or not self.mentions_in(at + 1, at + 2)
        return (
            not token.is_word
            or token.low in HALTS
            or at in self.hit_at
            or any(n.start <= token.start < n.end for n in self.view.numbers)
            or self.lexicon.words.stops.at(self.tokens, at) is not None
        )

    def _guess(self, last: int) -> int | None:
        """The end of an unknown noun between a number and a harm that only people suffer."""
        for at in range(last, min(last + FALLBACK_WORDS + 1, len(self.tokens))):
            hit = self.hit_at.get(at)
            if hit is not None:
                return at if at > last and hit.entry.human else None
            low = self.lows[at]
            if self._is_thing(at) or not self.tokens[at].is_word or (low in HALTS and low not in {"đã", "bị"}):
                return None
            if low in {"đã", "bị"}:
                after = self.hit_at.get(at + 1)
                return at if at > last and after is not None and after.entry.human else None
        return None
