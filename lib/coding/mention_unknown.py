"""Phrases told by their head noun or by what follows them: media, places, bodies, armed groups and people not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.mention_reading import Owner, Reading
from lib.coding.mention_words import words
from lib.coding.names import begins_name, run_end
from lib.coding.titles_grammar import TitleGrammar
from lib.records import MentionKind

if TYPE_CHECKING:
    from lib.coding.mention_reading import Line
    from lib.knowledge.base import KnowledgeBase

_PACTS = frozenset({"thỏa", "hiệp", "công", "nghị"})  # first syllables of the nouns of pacts, which bear the name of a seat
_DASHES = frozenset("-–—")


class UnknownGrammar:
    """Reads what the knowledge base does not name; holds the knowledge base and the word classes, nothing of an article."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.kb = kb
        self.words = words()
        self.titles = TitleGrammar(kb)

    def _no_name(self, line: Line, place: int) -> int:
        """The token after words that only look like a name ("Thứ Hai", "vùng Vịnh"), or 0."""
        blocker = self.kb.blockers.at(line.tokens, place)
        return max(line.at("no_name", place), line.at("region", place), blocker.last if blocker is not None else 0)

    def _alias(self, line: Line, reading: Reading) -> Reading:
        reading.alias, reading.last = self.titles.alias(line, reading.last)
        return reading

    def _collective(self, line: Line, place: int) -> Reading | None:
        match = self.kb.collectives.at(line.tokens, place)
        if match is not None and self.titles.names_them(line, match.last):
            return None  # "lãnh đạo các nước Anh, Pháp và Đức"
        return None if match is None else Reading(place, self._of_region(line, match.last), "collective")

    def _counted_states(self, line: Line, place: int) -> Reading | None:
        """ "40 nước", "14 quốc gia thành viên NATO": so many states, none of them named."""
        one = line.low(place + 1)
        end = place + 2 if one == "nước" else place + 3 if (one, line.low(place + 2)) == ("quốc", "gia") else 0
        return Reading(place, self._of_region(line, end), "collective") if end else None

    @staticmethod
    def _of_region(line: Line, place: int) -> int:
        """The token after the region or the body ("châu Âu", "thành viên NATO") that a collective at `place` is of."""
        member = place + 2 if line.low(place) == "thành" and line.low(place + 1) == "viên" else place
        match = line.name(member) if member > place or line.low(place - 1) in {"nước", "gia"} else None
        named = match is not None and match.value.kind in (MentionKind.BODY, MentionKind.PLACE)
        return max(line.at("region", place), match.last if match is not None and named else place)

    def _parenthesis(self, line: Line, reading: Reading) -> Reading:
        """A state in parentheses after a place ("Istanbul (Thổ Nhĩ Kỳ)")."""
        if line.low(reading.last) == "(":
            match = line.name(reading.last + 1)
            if match is not None and match.value.kind is MentionKind.STATE and line.low(match.last) == ")":
                reading.country, reading.last = match.value, match.last + 1
        return reading

    def _apposition(self, line: Line, reading: Reading) -> Reading:
        """The office told after a name: "ông Majed al-Ansari, cố vấn Thủ tướng kiêm người phát ngôn Bộ Ngoại giao Qatar,"."""
        place = reading.last
        told = reading.titles and not reading.titles[0].text.lower().startswith("đồng chí")
        if reading.owners or (told and line.low(place) not in _DASHES) or line.low(place) not in {",", "-", "–"}:
            return reading
        place += 1
        if line.at("one", place):
            place = line.at("one", place)
        head = self.titles.head(line, place)
        if head is None or (head[0].role in {"official", "leader", "diplomat"} and line.tokens[place].is_capital):
            return reading
        office = self.titles.title(line, place)
        if office is None or office.shape != "office" or not (office.owners or line.at("portfolio", head[1])):
            return reading
        after = line.low(office.last)
        if after in {"và", "cùng"} or (line.tokens[place].is_capital and after not in {",", ".", ")", "-", ""}):
            return reading
        if not self.titles.fits(office, reading.entry):
            return reading
        reading.titles, reading.owners, reading.title_text, reading.last = office.titles, office.owners, office.title_text, office.last
        return reading

    def _body(self, line: Line, place: int) -> Reading | None:
        """Media, places and bodies told by their head noun, with a name that is not known."""
        for word, shape in (("media", "media"), ("place", "place"), ("thing", "thing")):
            end = line.at(word, place)
            if end:
                return self._kind(line, place, end, shape)
        end = self.titles.body(line, place)
        if end:
            reading = Reading(place, end, "body", name=line.cut(place, end))
            owner = self.titles.owner(line, end, local=False)
            if owner is not None and owner[0].organ is None and not owner[0].body:
                reading.owners.append(owner[0])
                reading.last = owner[1]
                reading.name = line.cut(place, owner[1])
            return self._alias(line, reading)
        return None

    def _armed(self, line: Line, place: int) -> Reading | None:
        """An armed group not known ("nhóm vũ trang Al-Nusra") or the forces of a state ("lực lượng Ukraine")."""
        end = line.at("side", place)
        if not end:
            return None
        head = end
        while line.at("side_adjective", end):
            end = line.at("side_adjective", end)
        match = line.name(end)
        state = match is not None and match.value.kind is MentionKind.STATE
        if match is not None and state and line.low(end - 1) in {"dậy", "quân", "lập", "khai", "trang"} and end > place + 1:
            owners = [Owner(entry=match.value)]
            return Reading(place, match.last, "body", name=line.cut(place, match.last), owners=owners, word="group")
        if match is not None and state and line.low(place) in {"lực", "quân"}:
            whole = line.cut(place, match.last)
            return Reading(place, match.last, "organ", name=line.cut(place, end), owners=[Owner(entry=match.value)], title_text=whole)
        if match is None and end > head and begins_name(line.tokens, end) and not line.at("function", end):
            last = run_end(line.tokens, end)
            return self._alias(line, Reading(place, last, "body", name=line.cut(end, last), word="group"))
        return None

    def _kind(self, line: Line, place: int, end: int, shape: str) -> Reading | None:
        match = line.name(end)
        if shape == "media":
            owner = self.titles.owner(line, end, local=False) if match is not None and match.value.kind is not MentionKind.PERSON else None
            if owner is not None:
                country = owner[0].entry if owner[0].entry is not None and owner[0].entry.kind is MentionKind.STATE else None
                return Reading(place, owner[1], "media", name=line.cut(place, owner[1]), country=country)
            if begins_name(line.tokens, end) and (match is None or match.value.kind is not MentionKind.PERSON):
                last = run_end(line.tokens, end)
                return Reading(place, last, "media", name=line.cut(end, last))
            return None
        if match is not None:
            if shape == "thing" and match.value.stands_for and line.low(place) in _PACTS:
                return Reading(place, match.last, "thing")  # "Thỏa thuận Paris"
            if shape == "place" and match.value.kind is MentionKind.PLACE:
                return self._parenthesis(
                    line, Reading(place, match.last, "place", entry=match.value, name=line.cut(end, match.last), word="told")
                )
            return None
        if (
            not begins_name(line.tokens, end)
            or self._no_name(line, end)
            or self.kb.titles.at(line.tokens, end)
            or self.kb.organs.at(line.tokens, end)
        ):
            return None
        last = run_end(line.tokens, end, self.titles.stops(line, end))
        if shape == "thing" and line.low(place) == "vụ" and line.low(last) in {"bị", "được"}:
            return None
        if last == end + 1 and line.low(end) in {"bắc", "nam", "đông", "tây", "trung"} and line.low(place) in {"miền", "vùng", "khu"}:
            return Reading(place, last, "thing")
        whole = shape == "thing" or line.at("land", place) > 0
        reading = Reading(place, last, shape, name=line.cut(place, last) if whole else line.cut(end, last), word="told")
        return self._parenthesis(line, reading)

    def _run(self, line: Line, place: int) -> Reading | None:
        """Capitalised words that nothing known explains: a person if an office follows, else only seen."""
        tokens = line.tokens
        if (not tokens[place].is_capital and tokens[place].low not in {"al", "el"}) or not begins_name(tokens, place):
            return None
        first_word = place == 0 or not (tokens[place - 1].is_word or tokens[place - 1].text[0].isdigit() or tokens[place - 1].text == ",")
        if first_word and line.at("function", place):
            return None
        last = run_end(tokens, place, self.titles.stops(line, place))
        if line.at("media_tail", last - 1) == last or tokens[place].text == "TTXVN":
            return Reading(place, last, "media", name=line.cut(place, last))
        if last == place + 1 and first_word and not line.at("predicate", last):
            return Reading(place, last, "run", name=line.cut(place, last))
        harmed = line.low(place - 1) == "vụ" and line.low(last) in {"bị", "được"} and last > place + 1
        return self._apposition(line, Reading(place, last, "person" if harmed else "run", name=line.cut(place, last)))
