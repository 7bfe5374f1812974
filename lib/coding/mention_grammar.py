"""Every phrase of a sentence that names or points to a party or a place, read left to right, none inside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.mention_reading import Line, Owner, Reading, TitlePart
from lib.coding.mention_unknown import UnknownGrammar
from lib.coding.names import begins_name, run_end
from lib.knowledge.entries import unaccent
from lib.records import MentionKind, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.knowledge.base import KnowledgeBase
    from lib.language.tokens import Token

_POINTING = (
    "this_state", "host_state", "both_states", "three_states", "both_sides", "both_people",
    "this_group", "this_force", "this_body", "this_person", "they",
)  # fmt: skip
_HEADS = (
    *_POINTING, "plural", "one", "him", "her", "counterpart", "official", "administration", "side", "leader", "diplomat", "seat_owner",
    "media", "thing", "place", "body_head", "glue", "kin", "aide", "origin", "short_body",
)  # fmt: skip
_DEFINITE_ROLES = frozenset({
    "president", "vice_president", "prime_minister", "deputy_prime_minister", "foreign_minister", "defence_minister", "minister", "monarch",
    "pope", "secretary_general", "party_leader", "spokesperson", "envoy", "ambassador", "security_adviser", "supreme_leader",
    "parliament_speaker",
})  # fmt: skip
"""Roles that, with neither state nor name, point to somebody told of before."""
_ONE_PERSON = frozenset({"him", "her", "this_person"})
_TOLLS = frozenset("khiến làm nhất có giết hơn thêm gồm".split())
_FATES = frozenset("thiệt chết bị tử mất đàn phụ việt khác trong ở gốc nước".split())
_SEVERAL = frozenset({"các", "những", "hai", "ba", "2", "3"})
_OFFICES = frozenset({"presidency", "prime_minister_office", "government"})


class Grammar(UnknownGrammar):
    """Reads the phrases of one sentence."""

    def __init__(self, kb: KnowledgeBase) -> None:
        super().__init__(kb)
        self._starters = frozenset(first for name in _HEADS for first in self.words[name].firsts)

    def read(self, text: str, tokens: Sequence[Token]) -> tuple[Line, list[Reading]]:
        """The phrases of the sentence `tokens` of the article `text`, in order."""
        line = Line(text, tokens, self.kb, self.words)
        found: list[Reading] = []
        place = people = 0
        while place < len(tokens):
            reading = self._at(line, place)
            if reading is None or reading.last <= place:
                end = line.at("people", place)
                people = end or people
                place = max(place + 1, end)
                continue
            reading.modifier = people == place and reading.shape in {"entity", "place", "pronoun"} and place > 0
            reading.locative = self._is_locative(line, place)
            if reading.shape != "thing":
                found.append(reading)
            place = reading.last
        return line, found

    @staticmethod
    def _is_locative(line: Line, place: int) -> bool:
        return line.words["locative"].ends(line.tokens, place, 2) > 0

    def _at(self, line: Line, place: int) -> Reading | None:
        token = line.tokens[place]
        if not token.is_word and token.text not in {"2", "3"}:
            return self._counted_states(line, place) if token.text.isdigit() else None
        if line.words["not_head"].ends(line.tokens, place + 1, 2) == 2:
            return None
        zone = line.name(place + 1) if token.low == "giờ" else None
        if zone is not None:
            return Reading(place, zone.last, "thing")  # "19h giờ Mỹ": by whose clock
        if not token.is_capital and token.low not in self._starters and not self._known(line, place):
            return None
        found = self._pointing(line, place)
        if found is not None or not token.is_word:
            return found
        found = self._origin(line, place) or self._kin(line, place) or self._short_body(line, place)
        if found is not None:
            return found
        found = self._headed(line, place)
        collective = self._collective(line, place)
        if collective is not None and (found is None or found.last <= collective.last):
            return collective
        return found or self._counted(line, place) or self._honoured(line, place) or self._named(line, place) or self._last(line, place)

    @staticmethod
    def _pointing(line: Line, place: int) -> Reading | None:
        """Words that point to somebody told of before."""
        if line.at("counterpart", place):
            return None  # "hai người đồng cấp"
        for word in _POINTING:
            end = line.at(word, place)
            if end and word == "both_people" and line.low(end - 1) == "người" and Grammar._counts(line, place, end):
                return None
            if end and not (word.startswith(("both", "three")) and Grammar._is_state(line, end)):
                return Reading(place, end, "pronoun", word=word)
        end = line.at("bare_group", place)
        if end and line.low(end) in line.words["predicate"].singles and not line.at("plural", place - 1):
            return Reading(place, end, "pronoun", word="this_group")
        return None

    @staticmethod
    def _counts(line: Line, place: int, end: int) -> bool:
        """ "khiến hai người thiệt mạng": so many people, not the two told of before."""
        return line.low(place - 1) in _TOLLS or line.low(end) in _FATES

    def _origin(self, line: Line, place: int) -> Reading | None:
        """ "gốc Việt", after which nobody speaks for that state."""
        end = line.at("origin", place)
        last = self.titles.origin(line, end) if end and line.low(place - 1) != "nguồn" else 0
        return Reading(place, last, "thing") if last else None

    def _kin(self, line: Line, place: int) -> Reading | None:
        """ "con trai ông Netanyahu", "vệ sĩ của Tổng thống Pháp": somebody else than the person named."""
        aide = line.at("aide", place)
        end = line.at("kin", place) or aide
        if not end:
            return None
        after = end + 1 if line.low(end) == "của" else end
        if after == end and not (line.at("him", end) or line.at("her", end) or self.titles.head(line, end)):
            return None
        found = self._at(line, after)
        person = found is not None and (found.shape == "person" or (found.shape == "pronoun" and found.word in _ONE_PERSON))
        if found is None or found.plural or not (person or (found.shape == "office" and not aide)) or (aide and not found.gender):
            return None
        found.first, found.kin, found.locative = place, "aide" if aide else "kin", False
        return found

    def _short_body(self, line: Line, place: int) -> Reading | None:
        """ "Tòa án", "Hội đồng" alone: the body told of last whose name begins so."""
        end = line.at("short_body", place)
        if not end or line.name(place) is not None or self.titles.body(line, place) > end:
            return None
        after = line.tokens[end] if end < len(line.tokens) else None
        organ = self.kb.organs.at(line.tokens, place)
        if (after is not None and (after.is_capital or after.text[0].isdigit())) or (organ is not None and organ.last > end):
            return None
        predicate = line.low(end) in line.words["predicate"].singles
        return Reading(place, end, "pronoun", word="short_body") if predicate and self._acts(line, place, end) else None

    def _counted(self, line: Line, place: int) -> Reading | None:
        """A head noun after "các", "một số", "một"."""
        for word in ("plural", "one"):
            end = line.at(word, place)
            found = self._headed(line, end) if end else None
            if found is not None and found.shape in {"office", "person", "organ"} and (word != "one" or found.titles):
                found.first = place
                found.plural = found.plural or word == "plural"
                found.one = word == "one" and line.low(place) not in {"nữ", "cả"}
                return self._list(line, found) if found.plural and found.shape != "person" else found
        return None

    def _last(self, line: Line, place: int) -> Reading | None:
        """What no name explains: a body, a place, or a run of capitalised words."""
        skip = self._no_name(line, place)
        if skip:
            return Reading(place, skip, "thing")
        found = self._body(line, place)
        return found if found is not None or line.at("people", place) else self._run(line, place)

    @staticmethod
    def _is_state(line: Line, place: int) -> bool:
        match = line.name(place)
        return match is not None and match.value.kind is MentionKind.STATE

    def _known(self, line: Line, place: int) -> bool:
        """Whether a phrase of the knowledge base begins at `place`."""
        return (
            line.name(place) is not None
            or self.kb.titles.at(line.tokens, place) is not None
            or self.kb.organs.at(line.tokens, place) is not None
            or self.kb.collectives.at(line.tokens, place) is not None
        )

    def _headed(self, line: Line, place: int) -> Reading | None:
        """A phrase whose head noun is a title, an organ, "người đồng cấp", "chính quyền" or "phong trào"."""
        end = line.at("counterpart", place)
        if end:
            return self._counterpart(line, place, end)
        seat = line.at("seat_owner", place)
        if seat:
            match = line.name(seat)
            if match is not None and match.value.stands_for:
                part = TitlePart(line.cut(place, match.last), "head", Sector.GOV)
                return Reading(place, match.last, "office", titles=[part], owners=[Owner(entry=match.value)], title_text=part.text)
        match = line.name(place)
        people = line.at("people", place)
        side = self.titles.side(line, place)
        if side is not None:
            return self._alias(line, Reading(place, side[1], "entity", entry=side[0]))
        head = self.titles.head(line, place)
        if head is not None and (match is None or match.last <= head[1]) and people < head[1]:
            organ = self.kb.organs.at(line.tokens, place)
            if organ is None or organ.last <= head[1]:  # "Đại sứ quán Nga" is no ambassador
                return self._title(line, place)
        administration = self._administration(line, place)
        if administration is not None:
            return administration
        organ = self.kb.organs.at(line.tokens, place)
        if organ is not None and (match is None or match.last <= organ.last) and people < organ.last:
            return self._organ(line, place, organ.last)
        armed = self._armed(line, place)
        return armed if armed is not None and (match is None or match.last < armed.last) else None

    def _title(self, line: Line, place: int) -> Reading | None:
        reading = self.titles.title(line, place)
        if reading is None:
            return None
        if reading.shape == "office":
            role, text = reading.titles[0].role, reading.titles[0].text.lower()
            if not reading.owners and (role not in _DEFINITE_ROLES or (role == "party_leader" and "tổng bí thư" not in text)):
                return Reading(place, reading.last, "thing")
            if line.words["predicative"].ends(line.tokens, place, 3):
                reading.word = "predicative"
            return self._list(line, reading)
        return self._apposition(line, reading)

    def _counterpart(self, line: Line, place: int, end: int) -> Reading:
        reading = Reading(place, end, "office", counterpart=True, plural=line.low(place) in _SEVERAL)
        owner = self.titles.owner(line, end, local=False)
        if owner is not None:
            reading.owners.append(owner[0])
            end = owner[1]
        for word, gender in (("him", "m"), ("her", "f")):
            after = line.at(word, end)
            if after and self.titles.person_name(line, after, honoured=True):
                end, reading.gender = after, gender
        reading.last = end
        reading.title_text = line.cut(place, end)
        name = self.titles.person_name(line, end)
        if name:
            match = line.name(end)
            known = match is not None and match.value.kind is MentionKind.PERSON
            reading.shape, reading.name, reading.last = "person", line.cut(end, name), name
            reading.entry = match.value if known and match is not None else self.titles.surname_entry(line, end, name)
        elif reading.plural:
            return self._list(line, reading)
        return reading

    def _administration(self, line: Line, place: int) -> Reading | None:
        """ "chính quyền Israel", "phía Mỹ", "chính quyền ông Trump": the state itself."""
        end = line.at("administration", place)
        if not end:
            return None
        after = line.at("by_side", end) if line.low(end) == "của" else end
        him = line.at("him", after) or line.at("her", after)
        match = line.name(him or after)
        if match is None:
            title = self.kb.titles.at(line.tokens, after)
            match = line.name(title.last) if title is not None else None
        if match is None or (
            match.value.kind is MentionKind.PLACE and not match.value.stands_for and line.low(place) not in {"chính", "giới"}
        ):
            return None
        last = match.last
        if match.value.kind is MentionKind.PERSON:
            if line.low(place) not in {"chính", "nội"}:
                return None
            last = max(last, run_end(line.tokens, match.first))
        reading = Reading(place, last, "organ", word="administration", owners=[Owner(entry=match.value)], title_text=line.cut(place, last))
        return self._list(line, reading)

    def _organ(self, line: Line, place: int, end: int) -> Reading | None:
        end = self.titles.body_tail(line, end) if line.tokens[place].is_capital else end
        organ = self.kb.organs.at(line.tokens, place)
        reading = Reading(place, end, "organ", name=line.cut(place, end), owners=[Owner(organ=organ.value if organ else None)])
        while line.at("official_adjective", end) and self.titles.owner(line, line.at("official_adjective", end), local=True):
            end = line.at("official_adjective", end)
        owner = self.titles.owner(line, end, local=True)
        match = line.name(end)
        if owner is not None and owner[0].organ is None and not owner[0].body:
            reading.owners[0].entry, reading.owners[0].word = owner[0].entry, owner[0].word
            reading.owners[0].start = owner[0].start
            end = owner[1]
        elif match is not None and match.value.kind is MentionKind.PERSON and organ is not None and organ.value.role in _OFFICES:
            reading.owners[0].entry, end = match.value, max(match.last, run_end(line.tokens, end))
        elif not line.at("organ_alone", place) or not self._acts(line, place, end):
            return None
        reading.last = end
        reading.title_text = line.cut(place, end)
        return self._list(line, self._alias(line, reading))

    @staticmethod
    def _acts(line: Line, place: int, end: int) -> bool:
        """Whether an organ told without a state does something, or is written as a name."""
        if line.tokens[place].is_capital and place > 0:
            return True
        before = line.low(place - 1)
        heads = not before or not before[0].isalnum() or line.at("clause", place - 1) > 0
        return heads and line.low(end) in line.words["predicate"].singles

    def _list(self, line: Line, reading: Reading) -> Reading:
        """Further owners of the same office or organ: "các Ngoại trưởng Ai Cập, Jordan và Qatar"."""
        if not reading.owners or reading.owners[0].entry is None:
            return reading
        more: list[Owner] = []
        end, closed = reading.last, False
        place = reading.last
        while place < len(line.tokens) and not closed:
            low = line.low(place)
            closed = low in {"và", "-", "–", "cùng"}
            if low != "," and not closed:
                break
            match = line.name(place + 1)
            if match is None or match.value.kind is MentionKind.PERSON or self._goes_on(line, match.last):
                break
            more.append(Owner(entry=match.value, start=place + 1))
            place = end = match.last
        comma_only = len(more) == 1 and not closed
        if comma_only and not reading.plural and not line.at("meeting", end):
            return reading
        if more and not reading.plural and line.low(reading.first - 1) == "theo" and line.low(reading.last) == ",":
            return reading
        reading.owners.extend(more)
        reading.last = end
        return reading

    @staticmethod
    def _goes_on(line: Line, place: int) -> bool:
        """Whether a name follows the state, so that the state is no member of the list."""
        match = line.name(place)
        return match is not None and match.value.kind is MentionKind.PERSON

    def _honoured(self, line: Line, place: int) -> Reading | None:
        """ "ông", "bà": with a name after it, or alone."""
        him, her = line.at("him", place), line.at("her", place)
        after = him or her or (self.titles.honorific(line, place) if line.tokens[place].is_capital else 0)
        if not after or line.low(place - 1) in {"đàn", "quý"}:
            return None
        gender = "m" if him else "f" if her else ""
        title = self.titles.title(line, after) if gender and after < len(line.tokens) and line.tokens[after].is_capital else None
        if title is not None and (title.shape == "person" or (title.owners and title.owners[0].entry is not None)):
            title.first, title.gender = place, gender
            return self._apposition(line, title) if title.shape == "person" else title
        office = self.kb.titles.at(line.tokens, after)
        if office is not None and office.last > after + 1 and office.value.role != "honorific" and not line.tokens[after + 1].is_capital:
            return None  # "ngài Đại sứ": the office, read at the next word
        end = self.titles.person_name(line, after, honoured=bool(gender))
        if end:
            match = line.name(after)
            known = match is not None and match.value.kind is MentionKind.PERSON
            entry = match.value if known and match is not None else self.titles.surname_entry(line, after, end)
            return self._apposition(line, Reading(place, end, "person", entry=entry, name=line.cut(after, end), gender=gender))
        if line.at("not_him", after) or line.low(place) == "cô":
            return Reading(place, after + 1, "thing") if line.at("not_him", after) else None
        return Reading(place, after, "pronoun", word="him" if him else "her", gender=gender) if gender else None

    def _named(self, line: Line, place: int) -> Reading | None:
        match = line.name(place)
        if match is None:
            return self._collective(line, place)
        entry = match.value
        if entry.kind is MentionKind.PERSON:
            end = max(match.last, run_end(line.tokens, place, self.titles.stops(line, place)))
            return self._apposition(line, Reading(place, end, "person", entry=entry, name=line.cut(place, end)))
        collective = self._collective(line, place)
        if collective is not None and collective.last > match.last:
            return collective
        if entry.kind is MentionKind.PLACE:
            return self._parenthesis(line, Reading(place, match.last, "place", entry=entry, name=line.cut(place, match.last)))
        if entry.kind is MentionKind.STATE and match.last == place + 1 and self._inside_name(line, place):
            return None
        if entry.kind is MentionKind.STATE and line.tokens[place].text.lower() in line.words["state_given"].singles:
            person = self._given_name(line, place, match.last)
            if person is not None:
                return person
        return self._alias(line, Reading(place, match.last, "entity", entry=entry))

    def _inside_name(self, line: Line, place: int) -> bool:
        """Whether the one syllable begins a Vietnamese name ("Đức Thiên", "Anh Tuấn")."""
        if place + 1 >= len(line.tokens) or not line.tokens[place + 1].is_capital or line.tokens[place].text.isupper():
            return False
        after = line.tokens[place + 1].text
        if after.isupper() or unaccent(after) == after:
            return False
        return (
            line.name(place + 1) is None and not self.kb.titles.at(line.tokens, place + 1) and not self.kb.organs.at(line.tokens, place + 1)
        )

    def _given_name(self, line: Line, place: int, end: int) -> Reading | None:
        """A person whose given name is a state's, told by the office that follows ("Jordan Bardella, chủ tịch đảng ...")."""
        if not begins_name(line.tokens, end) or line.name(end) is not None:
            return None
        last = run_end(line.tokens, place)
        reading = self._apposition(line, Reading(place, last, "person", name=line.cut(place, last)))
        return reading if reading.titles else None
