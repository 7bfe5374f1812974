"""The grammar of titles: who is named by office, ministry, state, rank and name, in whatever order the press puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.mention_owners import OwnerGrammar
from lib.coding.mention_reading import Owner, Reading, TitlePart
from lib.coding.names import begins_name, run_end, same_person
from lib.knowledge.entries import unaccent
from lib.language.tokens import tokenize
from lib.records import MentionKind, Sector

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.coding.mention_reading import Line
    from lib.knowledge.entries import NameEntry, TitleEntry

_OWNERS = (MentionKind.STATE, MentionKind.BODY, MentionKind.GROUP)
_SERVING = frozenset("ambassador charge representative envoy consul coordinator diplomat mediator high_representative".split())
"""Offices whose holders serve somewhere ("Đại sứ Mỹ tại Ai Cập")."""
_UNDER = frozenset("adviser spokesperson envoy chief_of_staff secretary assistant official representative".split())
"""Offices under another office ("cố vấn Thủ tướng")."""


_PARTIES = {"dân chủ": "đảng Dân chủ", "cộng hòa": "đảng Cộng hòa", "cộng hoà": "đảng Cộng hòa"}
_GROUPS = frozenset({"nhóm", "phân", "tiểu"})  # "Chủ tịch Nhóm Nghị sĩ hữu nghị": whom somebody leads, no name
_OF_STATE = frozenset({"president", "prime_minister", "parliament_speaker", "senate_speaker", "monarch"})
"""Offices of the state that who leads a party may hold beside."""


class TitleGrammar(OwnerGrammar):
    """Reads titles and names of people at a place of a line."""

    def person_name(self, line: Line, place: int, *, honoured: bool = False) -> int:
        """The token after the name of a person that begins at `place`, or 0. `honoured`: "ông" stands before it."""
        if not begins_name(line.tokens, place) or line.low(place) in _GROUPS:
            return 0
        match = line.name(place)
        if match is not None and match.value.kind is not MentionKind.PERSON and not honoured:
            return 0
        if match is None and not honoured and (self.kb.titles.at(line.tokens, place) or self.kb.organs.at(line.tokens, place)):
            return 0
        end = run_end(line.tokens, place, self.stops(line, place))
        if match is not None and match.value.kind is MentionKind.PERSON:
            return max(end, match.last)
        if end == place + 1 and not honoured and (self._half_word(line, place) or line.at("function", place) == end):
            return 0
        return end

    @staticmethod
    def _half_word(line: Line, place: int) -> bool:
        """Whether the one capital begins a Vietnamese word of two syllables ("Giáo hội") and is no name."""
        after = line.tokens[place + 1] if place + 1 < len(line.tokens) else None
        if after is None or not after.is_word or after.is_capital or after.low in line.words["predicate"].singles:
            return False
        return unaccent(line.tokens[place].text) != line.tokens[place].text or line.at("half", place) > 0

    def stops(self, line: Line, first: int) -> Callable[[int], bool] | None:
        """What ends a name that begins at `first`: the name of a state or body, a title, an organ."""
        if line.tokens[first].low in line.words["surname"].singles:
            return None

        def stop(place: int) -> bool:
            match = line.name(place)
            if match is not None and match.value.kind in _OWNERS:
                return match.value.form != "pair"
            blocked = self.kb.blockers.at(line.tokens, place) is not None or line.at("no_name", place) > 0
            return blocked or self.kb.titles.at(line.tokens, place) is not None

        return stop

    @staticmethod
    def _part(line: Line, place: int, end: int, entry: TitleEntry) -> tuple[TitlePart, int]:
        """The title; a deputy's or assistant's office is another than the chief's."""
        role = entry.role
        if line.low(place) in {"phó", "trợ", "thứ"} and not role.startswith(("deputy", "vice", "adviser", "security")):
            role = f"deputy_{role}"
        return TitlePart(line.cut(place, end), role, entry.sector, entry.rank), end

    def head(self, line: Line, place: int) -> tuple[TitlePart, int] | None:
        """A title, or a noun for officials that stands like one, and the token after it."""
        match = self.kb.titles.at(line.tokens, place)
        if match is not None and match.value.role != "honorific":
            return self._part(line, place, match.last, match.value)
        rank = self.kb.ranks.at(line.tokens, place)
        match = self.kb.titles.at(line.tokens, rank.last) if rank is not None else None
        if rank is not None and match is not None and match.value.role != "honorific":
            part, end = self._part(line, place, match.last, match.value)
            part.rank = rank.value
            return part, end
        for word, role in (("leader", "leader"), ("diplomat", "diplomat"), ("official", "official")):
            end = line.at(word, place)
            if end:
                while word == "official" and line.at("official_adjective", end):
                    end = line.at("official_adjective", end)
                return TitlePart(line.cut(place, end), role, Sector.GOV), end
        return None

    def title(self, line: Line, place: int) -> Reading | None:
        """A phrase that begins with a title at `place`, with whatever of ministry, state, rank and name follows."""
        head = self.head(line, place)
        if head is None:
            return None
        part, end = head
        reading = Reading(place, end, "office", titles=[part])
        end = self._tail(line, reading, self._inside(line, reading, end))
        reading.title_text = line.cut(place, end)
        reading.last = end = self.alias(line, end)[1]
        named = self._name(line, reading, end)
        if named:
            return reading
        self._rest(line, reading)
        return self._unposted(line, reading) if reading.shape == "office" else reading

    @staticmethod
    def _unposted(line: Line, reading: Reading) -> Reading | None:
        """ "đại sứ tại Israel": nobody's ambassador by this phrase alone, and Israel a party of its own.

        A bare "Đại sứ" that opens its clause is the one told of before.
        """
        first = reading.first
        opens = line.tokens[first].is_capital and (first == 0 or not line.tokens[first - 1].is_word)
        role = reading.titles[0].role
        told = opens and role == "ambassador" and line.low(reading.last) in line.words["predicate"].singles
        if told or reading.owners or role not in _SERVING:
            return reading
        return reading if len(reading.titles) > 1 else None

    def _inside(self, line: Line, reading: Reading, end: int) -> int:
        """The body that a title of the lexicon ends with ("Tổng thư ký NATO") taken as its owner; the token after it."""
        for place in range(reading.first + 1, end):
            match = line.name(place)
            if match is not None and match.last >= end and match.value.kind is not MentionKind.PERSON:
                reading.owners.append(Owner(entry=match.value, start=place))
                return match.last
        party = self._party(" ".join(line.low(i) for i in range(end - 2, end))) if reading.titles[0].role == "lawmaker" else None
        if party is not None:
            reading.owners.append(Owner(entry=party, start=end - 2))
            return end
        for place in range(max(reading.first + 1, end - 2), end):
            found = self._body_owner(line, place) if line.at("body_head", place) == end else None
            if found is not None:
                reading.owners.append(found[0])
                return found[1]
        return end

    def _party(self, name: str) -> NameEntry | None:
        """The party that "nghị sĩ Dân chủ" names without the word "đảng"."""
        tokens = tokenize(_PARTIES[name]) if name in _PARTIES else ()
        match = self.kb.names.at(tokens, 0) if tokens else None
        return None if match is None else match.value

    def _tail(self, line: Line, reading: Reading, end: int) -> int:
        """Ministry, owner, further titles and posting after a title; the token after them."""
        for _ in range(6):
            after = (
                self._portfolio(line, reading, end)
                or self._second(line, reading, end)
                or self._small_words(line, reading, end)
                or self._nested(line, reading, end)
                or self._owned(line, reading, end)
                or self._posted(line, reading, end)
            )
            if not after:
                break
            end = after
        return end

    @staticmethod
    def _portfolio(line: Line, reading: Reading, place: int) -> int:
        """The token after what a minister is in charge of, or 0."""
        part = reading.titles[-1]
        end = line.at("portfolio", place)
        if not end or line.name(place) is not None or part.role.startswith("president"):
            return 0
        part.text = f"{part.text} {line.cut(place, end)}"
        return end

    def _second(self, line: Line, reading: Reading, place: int) -> int:
        """The token after a second office held at once ("kiêm người phát ngôn"), or 0."""
        second = self.head(line, place + 1) if line.low(place) == "kiêm" else None
        if second is None:
            return 0
        reading.titles.append(second[0])
        return second[1]

    def _small_words(self, line: Line, reading: Reading, place: int) -> int:
        """The token after "đắc cử", "cấp cao" before the owner, or "năm 2024" before the name; 0 where none of them stands."""
        rank = self.kb.ranks.at(line.tokens, place)
        if rank is not None and rank.value == "elect":
            reading.titles[-1].rank = "elect"
            return rank.last
        adjective = line.at("official_adjective", place)
        if adjective and not reading.owners and self.owner(line, adjective, local=False):
            return adjective
        origin = self.origin(line, line.at("origin", place))
        if origin:
            return origin
        further = line.at("compound", place + 1) if line.low(place) == "và" and not reading.owners else 0
        if (
            further
            and line.tokens[place + 1].is_capital
            and "bộ " in reading.titles[-1].text.lower()
            and self.owner(line, further, local=False)
        ):
            return further  # "Bộ trưởng Bộ Ngoại giao và Hợp tác Mozambique"
        year = line.low(place) == "năm" and line.low(place + 1).isdigit()
        return place + 2 if year and self.person_name(line, place + 2) else 0

    def origin(self, line: Line, place: int) -> int:
        """The token after the state or region at `place` that somebody's family comes from, or 0."""
        match = line.name(place) if place else None
        if match is not None and match.value.kind in (MentionKind.STATE, MentionKind.PLACE):
            return match.last
        collective = self.kb.collectives.at(line.tokens, place) if place else None
        return collective.last if collective is not None else line.at("region", place) if place else 0

    def _owned(self, line: Line, reading: Reading, place: int) -> int:
        """The token after the state or body that the office belongs to, or 0."""
        known = reading.owners and (reading.owners[0].entry is not None or reading.owners[0].word)
        found = None if known else self.owner(line, place, local=reading.titles[-1].role == "official")
        if found is None:
            return 0
        if reading.owners and found[0].entry is not None:
            reading.owners[0].entry = found[0].entry
        else:
            reading.owners.append(found[0])
        return found[1]

    def _nested(self, line: Line, reading: Reading, place: int) -> int:
        """A second title right after the first: the office it serves ("cố vấn Thủ tướng") or a rank; the token after it."""
        start = place + 1 if line.low(place) == "của" else place
        second = self.head(line, start) if start < len(line.tokens) else None
        if second is None or reading.plural:
            return 0
        part, end = second
        under = any(word in reading.titles[0].role for word in _UNDER) or start > place
        inner = Reading(start, end, "office", titles=[part])
        end = self._tail(line, inner, end)
        if inner.owners and not reading.owners:
            reading.owners.extend(inner.owners)
        if under and not inner.owners:
            match = line.name(end)
            if match is not None and match.value.kind is MentionKind.PERSON and self._holds(match.value, part.role):
                reading.owners.append(Owner(entry=match.value, start=end))
                return max(match.last, run_end(line.tokens, end))
        if not under:
            reading.titles.append(part)
        return end

    def _holds(self, entry: NameEntry, role: str) -> bool:
        """Whether the person named has held an office of this role."""
        return any(office.role == role for office in self.kb.tenures(entry.actor_id))

    def _posted(self, line: Line, reading: Reading, place: int) -> int:
        """Where a diplomat serves ("tại Liên hợp quốc", "về Trung Đông"); the token after it, or 0."""
        link = line.at("posted", place)
        if not link:
            return 0
        far = self._field(line, link) if line.low(link - 1) == "trách" and reading.owners else 0
        if far:
            return far
        match = line.name(link)
        collective = self.kb.collectives.at(line.tokens, link)
        end = match.last if match is not None else collective.last if collective is not None else 0
        end = max(end, line.at("portfolio", link), line.at("region", link))
        if not end:
            return 0
        if any(word in reading.titles[0].role for word in _SERVING):
            return end
        after = line.name(end)
        named = begins_name(line.tokens, end) if after is None else after.value.kind is MentionKind.PERSON
        return end if named and reading.owners else 0

    @staticmethod
    def _field(line: Line, place: int) -> int:
        """The token after a field told in small letters, where a name follows ("phụ trách các hoạt động nhân đạo Anna Berg")."""
        for end in range(place, min(place + 12, len(line.tokens))):
            if not line.tokens[end].is_word or line.low(end) in {"đã", "cho", "nói", "tuyên"}:
                return 0
            match = line.name(end)
            if line.tokens[end].is_capital and (match is None or match.value.kind is MentionKind.PERSON):
                return end if end > place and run_end(line.tokens, end) > end + 1 else 0
        return 0

    def honorific(self, line: Line, place: int) -> int:
        """The token after a word of respect that is no office ("Sheikh"), or 0."""
        match = self.kb.titles.at(line.tokens, place)
        return match.last if match is not None and match.value.role == "honorific" else 0

    def _name(self, line: Line, reading: Reading, place: int) -> bool:
        """Fill in the name that stands at `place`, if one does."""
        place = self.honorific(line, place) or place
        end = self.person_name(line, place)
        if not end:
            return False
        reading.shape = "person"
        reading.name = line.cut(place, end)
        match = line.name(place)
        if match is not None and match.value.kind is MentionKind.PERSON:
            reading.entry = match.value
        else:
            reading.entry = self.surname_entry(line, place, end)
        reading.last = end
        return True

    def surname_entry(self, line: Line, first: int, end: int) -> NameEntry | None:
        """The entry of a known person whose short name ends the run ("Voloydmyr Zelensky"); the caller compares the rest."""
        for place in range(first + 1, end):
            match = line.name(place)
            if match is not None and match.last == end and match.value.kind is MentionKind.PERSON:
                bearers = match.value.candidates or (match.value.actor_id,)
                named = line.cut(first, end)
                return match.value if any(same_person(named, self.kb.entities[i].name) for i in bearers if i in self.kb.entities) else None
        return None

    def _rest(self, line: Line, reading: Reading) -> None:
        """A name that follows a comma, a dash or "ông": "Bộ trưởng Quốc phòng Philippines - ông Gilberto Teodoro"."""
        place = reading.last
        if line.low(place) in {",", "-", "–"} and not reading.plural:
            place += 1
            him, her = line.at("him", place), line.at("her", place)
            if him or her:
                end = self.person_name(line, him or her, honoured=True)
                if end and self._agrees(line, reading, him or her):
                    self._name_at(line, reading, him or her, end)
                    reading.gender = "m" if him else "f"
                return
            lady = reading.titles[0].role == "first_lady"  # "và Phu nhân, Tổng thống Mozambique…" begins another party
            if not lady and self.head(line, place) is not None and line.tokens[place].is_capital and line.low(place - 1) == ",":
                self._second_title(line, reading, place)
            return
        if line.at("him", place) or line.at("her", place):
            after = line.at("him", place) or line.at("her", place)
            end = self.person_name(line, after, honoured=True)
            if end and self._agrees(line, reading, after):
                reading.gender = "m" if line.at("him", place) else "f"
                self._name_at(line, reading, after, end)

    def _second_title(self, line: Line, reading: Reading, place: int) -> None:
        """A rank or a second office with the name: "Tổng thống Brazil, Chủ tịch G20 Luiz Inácio Lula da Silva"."""
        second = self.title(line, place)
        if second is not None and second.shape == "office" and self._same_side(reading, second):
            reading.titles, reading.owners, reading.last = [*second.titles, *reading.titles], second.owners, second.last
            reading.title_text = line.cut(reading.first, second.last)
            return
        if second is None or second.shape != "person" or not self.fits(reading, second.entry):
            return
        known = bool(reading.owners) and (reading.owners[0].entry is not None or bool(reading.owners[0].word))
        if second.owners and known and self._country(second) not in {None, self._country(reading)}:
            return
        reading.shape, reading.name, reading.entry, reading.last = "person", second.name, second.entry, second.last
        reading.titles.extend(second.titles)
        reading.owners = reading.owners if known else second.owners or reading.owners

    def _same_side(self, party: Reading, office: Reading) -> bool:
        """Whether who leads a party holds an office of its state too: "Chủ tịch Đảng CPP, Chủ tịch Thượng viện Campuchia"."""
        if party.titles[0].role != "party_leader" or not party.owners or not office.owners or office.plural:
            return False
        return office.titles[0].role in _OF_STATE and self._country(party) is not None and self._country(party) == self._country(office)

    def _country(self, reading: Reading) -> str | None:
        """The country of the state or body that the office belongs to."""
        entry = reading.owners[0].entry
        entity = self.kb.entities.get(entry.stands_for or entry.actor_id) if entry is not None else None
        return None if entity is None else entity.country

    def _name_at(self, line: Line, reading: Reading, first: int, end: int) -> None:
        reading.shape = "person"
        reading.name = line.cut(first, end)
        match = line.name(first)
        known = match is not None and match.value.kind is MentionKind.PERSON
        reading.entry = match.value if known and match is not None else self.surname_entry(line, first, end)
        reading.last = end

    def _agrees(self, line: Line, reading: Reading, place: int) -> bool:
        """Whether a known person at `place` can bear the title: the same country, or one of the two not known."""
        match = line.name(place)
        known = match is not None and match.value.kind is MentionKind.PERSON
        return self.fits(reading, match.value if known and match is not None else None)

    def fits(self, office: Reading, entry: NameEntry | None) -> bool:
        """Whether the person of `entry` can hold `office`: the same country, or one of the two not known."""
        if entry is None:
            return True
        owner = next((o.entry for o in office.owners if o.entry is not None), None)
        if owner is None:
            return not office.owners or not office.owners[0].word
        person, body = self.kb.entities.get(entry.actor_id), self.kb.entities.get(owner.stands_for or owner.actor_id)
        return person is None or body is None or None in (person.country, body.country) or person.country == body.country
