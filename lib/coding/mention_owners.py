"""The grammar of whom a title or an organ belongs to: states, bodies and groups, known or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.mention_reading import Owner
from lib.knowledge.entries import unaccent
from lib.records import MentionKind

if TYPE_CHECKING:
    from lib.coding.mention_reading import Line
    from lib.knowledge.base import KnowledgeBase
    from lib.knowledge.entries import NameEntry

_DEFINITE = ("this_state", "host_state", "both_states", "three_states", "this_group", "this_force", "this_body", "bare_group")
"""Classes of words that point to an owner told before."""
_SO_MANY = frozenset("các những hai ba bốn năm sáu bảy tám".split())


class OwnerGrammar:
    """Reads owners and names of bodies at a place of a line; holds no state of its own."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb

    def owner(self, line: Line, place: int, *, local: bool) -> tuple[Owner, int] | None:
        """The state, body or group at `place`, its link ("của") included, and the token after it.

        `local` allows "ở" and "tại" as links ("cơ quan y tế ở Gaza").
        """
        linked = line.at("by_side", place)
        if linked and (local or line.low(place) not in {"ở", "tại", "trong"}):
            found = self._owner(line, linked) or (self._owner(line, place + 1) if line.low(place) in {"của", "thuộc"} else None)
            if found is not None:
                return found
        return self._owner(line, place)

    def _owner(self, line: Line, place: int) -> tuple[Owner, int] | None:
        if place >= len(line.tokens):
            return None
        if place + 2 < len(line.tokens) and self.names_them(line, place + 2):
            return self._owner(line, place + 2)
        for word in _DEFINITE:
            end = line.at(word, place)
            if end:
                return Owner(word=word, start=place), end
        state = line.name(place + 1) if line.low(place) == "nước" else None
        if state is not None and state.value.kind is MentionKind.STATE:
            return Owner(entry=state.value, start=place), state.last  # "đoàn đại biểu cấp cao nước Việt Nam"
        match = line.name(place)
        organ = self.kb.organs.at(line.tokens, place)
        if match is not None and (organ is None or match.last >= organ.last):
            if match.value.kind is MentionKind.PERSON:
                return None
            return Owner(entry=match.value, start=place), self._within(line, match.last)
        if organ is not None and line.tokens[place].is_capital and line.at("body_head", place) <= organ.last:
            return self._organ_owner(line, place, organ.last)
        side = self.side(line, place)
        if side is not None:
            return Owner(entry=side[0], start=place), side[1]
        return self._body_owner(line, place)

    @staticmethod
    def names_them(line: Line, place: int) -> bool:
        """ "ba nước Peru, Chile và Bolivia": whether the states that "nước" counts follow by name at `place`."""
        if line.low(place - 1) != "nước" or not (line.low(place - 2) in _SO_MANY or line.low(place - 2).isdigit()):
            return False
        match = line.name(place)
        return match is not None and match.value.kind is MentionKind.STATE

    @staticmethod
    def _within(line: Line, place: int) -> int:
        """The token after a state in parentheses ("Quảng Tây (Trung Quốc)"); `place` where there is none."""
        match = line.name(place + 1) if line.low(place) == "(" else None
        state = match is not None and match.value.kind is MentionKind.STATE and line.low(match.last) == ")"
        return match.last + 1 if state and match is not None else place

    def _organ_owner(self, line: Line, place: int, after: int) -> tuple[Owner, int]:
        organ = self.kb.organs.at(line.tokens, place)
        after = self.body_tail(line, after)
        text = line.cut(place, after)
        inner = self.owner(line, after, local=False)
        kind = organ.value if organ is not None else None
        if inner is not None and inner[0].organ is None and not inner[0].body:
            found, end = inner
            return Owner(found.entry, found.word, kind, text, place), self.alias(line, end)[1]
        return Owner(None, "", kind, text, place), self.alias(line, after)[1]

    def _body_owner(self, line: Line, place: int) -> tuple[Owner, int] | None:
        end = self.body(line, place) or (place + 1 if self._initials(line, place) else 0)
        if not end:
            return None
        inner = self.owner(line, end, local=False)
        text = line.cut(place, end)
        if inner is not None and inner[0].organ is None and not inner[0].body:
            found, after = inner
            return Owner(found.entry, found.word, None, text, place), self.alias(line, after)[1]
        return Owner(None, "", None, text, place), self.alias(line, end)[1]

    @staticmethod
    def _initials(line: Line, place: int) -> bool:
        """Whether an abbreviation not known stands at `place` ("FIFA")."""
        token = line.tokens[place]
        return (
            token.is_word
            and token.text.isupper()
            and 2 <= len(token.text) <= 8
            and not line.text[line.tokens[0].start : line.tokens[-1].end].isupper()
        )

    def alias(self, line: Line, place: int) -> tuple[str, int]:
        """An abbreviation in parentheses at `place` ("(CIA)") and the token after it; ("", place) where there is none."""
        tokens = line.tokens
        if line.low(place) == "(" and line.low(place + 2) == ")" and tokens[place + 1].is_word:
            text = tokens[place + 1].text
            if 2 <= len(text) <= 10 and sum(c.isupper() for c in text) >= 2:
                return text, place + 3
        return "", place

    def body(self, line: Line, place: int) -> int:
        """The token after the name of a body not known ("Cục Tình báo Trung ương"), or 0."""
        head = line.at("body_head", place)
        if not head:
            return 0
        number = head < len(line.tokens) and line.tokens[head].text.isdigit()
        end = self.body_tail(line, head + number)
        return end if end > head else 0

    def body_tail(self, line: Line, place: int) -> int:
        """The token after the words of a body's name that begin at `place`; `place` itself where there are none."""
        tokens, end = line.tokens, place
        while end < len(tokens):
            compound = line.at("compound", end) or (line.at("compound_small", end) if end > place else 0)
            if compound:
                end = compound
                continue
            link = line.at("body_link", end)
            if link and line.at("compound", link) and end > place:
                end = line.at("compound", link)
                continue
            word = self._new_word(line, end)
            if not word:
                break
            end = word
        return end

    @staticmethod
    def _new_word(line: Line, place: int) -> int:
        """The token after a Vietnamese word of two syllables ("Dân dụng") with which a body's name goes on, or 0."""
        tokens = line.tokens
        if place + 2 >= len(tokens) or not tokens[place].is_capital or not tokens[place + 1].is_word or tokens[place + 1].is_capital:
            return 0
        one, two, after = tokens[place], tokens[place + 1], tokens[place + 2]
        if unaccent(one.text) == one.text or line.name(place) is not None or two.low in line.words["predicate"].singles:
            return 0
        if two.low in line.words["body_link"].singles or (after.is_word and not after.is_capital):
            return 0
        return place + 2

    def side(self, line: Line, place: int) -> tuple[NameEntry, int] | None:
        """A head noun and the group that it introduces ("phong trào Hồi giáo Hamas"): the group's entry, the token after."""
        end = line.at("side", place)
        if not end:
            return None
        tries = [end]
        while True:
            more = line.at("side_adjective", tries[-1])
            if not more:
                break
            tries.append(more)
        for after in reversed(tries):
            match = line.name(after)
            if match is not None and match.value.kind in (MentionKind.GROUP, MentionKind.BODY):
                return match.value, match.last
        return None
