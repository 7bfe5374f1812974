"""From what the grammar reads to mentions: the knowledge base, the people of the article and the discourse, in this order."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lib.coding.coreference import Trace
from lib.coding.mention_parties import HOME, actor_of, affiliation_of, roles_of
from lib.coding.mention_people import People
from lib.coding.mention_types import ResolvedMention
from lib.coding.names import key
from lib.knowledge.entries import slug
from lib.records import Actor, MentionKind, Place, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.mention_reading import Line, Owner, Reading
    from lib.knowledge.entries import NameEntry

_GOVERNMENT = "government"
_PARTY = "org:cpv"  # "Ủy viên Bộ Chính trị", "Bí thư Ban Bí thư" without a state: also said of other states' parties
_ONE_NAME = frozenset({"army", "foreign_ministry", "defence_ministry", "health_ministry"})
"""Organs of which a state has one, whatever it is called."""
_CRAFT = frozenset({"máy bay", "máy bay chiến đấu", "chiến đấu cơ", "tàu chiến"})
"""What an armed force flies and sails: behind them, a state's name means the force."""
_SYLLABIC = frozenset({HOME, "CHN", "TWN", "HKG"})
"""Countries whose people are not called by one bare syllable."""


class Resolver(People):
    """Resolves the readings of one article, in order."""

    def article(self, read: Sequence[tuple[Line, list[Reading]]]) -> list[ResolvedMention]:
        """The mentions of every sentence."""
        out: list[ResolvedMention] = []
        for number, (line, readings) in enumerate(read):
            self.sentence = number
            places = self._countries(line, readings)
            before: tuple[Reading, ResolvedMention] | None = None
            for reading in readings:
                if reading.first in places:
                    reading.country = places[reading.first]
                mention = self._mention(line, reading)
                if mention is None:
                    continue
                if before is not None and self._is_apposed(line, before, (reading, mention)):
                    mention = replace(mention, kind=MentionKind.PERSON, refs=before[1].refs)
                out.append(mention)
                self._note(line, reading, mention)
                self.told_until = (number, reading.last)
                if mention.form == "place":
                    continue
                if before is not None:
                    self._pair(line, before, (reading, mention))
                before = (reading, mention)
        return out

    @staticmethod
    def _is_apposed(line: Line, one: tuple[Reading, ResolvedMention], two: tuple[Reading, ResolvedMention]) -> bool:
        """ "Lương Cường, Ủy viên Bộ Chính trị, Thường trực Ban Bí thư": a further office of the person before the comma."""
        (before, first), (after, second) = one, two
        return (
            first.kind is MentionKind.PERSON
            and len(first.refs) == 1
            and not any(a.actor_id.startswith("person:") for a in second.refs)
            and after.shape == "office"
            and not (after.plural or after.one or after.counterpart)
            and line.tokens[after.first].is_capital
            and line.low(before.last) == ","
            and before.last + 1 == after.first
            and all(a.country in {None, first.refs[0].country} or a.actor_id == _PARTY for a in second.refs)
            and not any(a.actor_id.startswith("state:") for a in second.refs)
        )

    @staticmethod
    def _countries(line: Line, readings: list[Reading]) -> dict[int, NameEntry]:
        """The country of a place not known, where the state follows ("tỉnh Deir al-Zour, miền đông Syria")."""
        out: dict[int, NameEntry] = {}
        for one, two in pairwise(readings):
            if one.shape == "place" and one.entry is None and two.shape == "entity" and two.entry is not None:
                gap = range(one.last, two.first)
                if two.entry.kind is MentionKind.STATE and len(gap) <= 4 and gap and all(line.at("within", i) for i in gap):
                    out[one.first] = two.entry
        return out

    def _mention(self, line: Line, reading: Reading) -> ResolvedMention | None:
        mention = self._plain(line, reading)
        return self._kin(mention, reading.kin) if reading.kin and mention is not None else mention

    def _kin(self, mention: ResolvedMention, word: str) -> ResolvedMention:
        """Somebody near to a person: an aide speaks for the same side, one of the family is only told by it."""
        sides = tuple(s for s in (self._side(a) for a in mention.refs) if s is not None)
        return replace(mention, refs=sides, kind=MentionKind.BODY, form="definite", modifier=word == "kin")

    def _side(self, actor: Actor) -> Actor | None:
        side = self.kb.entities.get(actor.affiliation or "")
        return actor_of(side) if side is not None else self.state(actor.country)

    def _plain(self, line: Line, reading: Reading) -> ResolvedMention | None:
        shape = reading.shape
        if shape == "person":
            return self._made(line, reading, self._person(line, reading), MentionKind.PERSON, "title" if reading.title_text else "name")
        if shape == "office":
            refs, kind = self._office(line, reading)
            return self._made(line, reading, refs, kind, "title")
        if shape == "organ":
            return self._organ(line, reading)
        if shape == "pronoun":
            refs, kind = self._point(line, reading.word, reading.first)
            return self._made(line, reading, refs, kind, "pronoun" if reading.word in {"him", "her", "they"} else "definite")
        if shape in {"entity", "place"}:
            return self._entity(line, reading)
        if shape == "body":
            return self._body(line, reading)
        if shape == "media":
            name = reading.name
            actor = Actor(Role.ACTOR, f"org:{slug(name)}", name, sector=Sector.MED)
            return self._made(line, reading, (actor,), MentionKind.BODY, "media")
        if shape == "collective":
            return self._made(line, reading, (), MentionKind.GROUP, "collective")
        return self._run(line, reading)

    @staticmethod
    def _made(
        line: Line, reading: Reading, refs: tuple[Actor, ...], kind: MentionKind, form: str, place: Place | None = None
    ) -> ResolvedMention:
        start, end = line.tokens[reading.first].start, line.tokens[reading.last - 1].end
        return ResolvedMention(start, end, line.text[start:end], kind, refs, form, place, reading.modifier)

    def _entity(self, line: Line, reading: Reading) -> ResolvedMention | None:
        entry = reading.entry
        if entry is None:
            country = self.kb.entities.get(reading.country.actor_id).country if reading.country is not None else None  # type: ignore[union-attr]
            state = self.state(country)
            return self._made(line, reading, (state,) if state else (), MentionKind.PLACE, "place", Place(reading.name, country))
        entity = self.kb.entities[entry.actor_id]
        party = self.party(entry)
        refs = (party,) if party is not None else ()
        place = Place(entity.name, entity.country, entity.lat, entity.lon)
        if entity.kind is MentionKind.STATE:
            return self._made(
                line, reading, refs, entity.kind, entry.form if entry.form != "described" else "name", place if reading.locative else None
            )
        if entity.kind is MentionKind.PLACE:
            seat = entry.stands_for is not None and not reading.locative and not reading.word and reading.country is None
            if seat and not self._in_address(line, reading):
                return self._made(line, reading, refs, MentionKind.STATE, "metonym", place)
            return self._made(line, reading, refs, MentionKind.PLACE, "place", place)
        if entry.form == "metonym":
            return self._made(
                line, reading, refs, MentionKind.STATE if entry.stands_for else entity.kind, "metonym", place if reading.locative else None
            )
        if reading.alias and refs:
            self.aliases[reading.alias] = (refs[0], entity.kind)
        return self._made(line, reading, refs, entity.kind, "media" if entity.sector is Sector.MED else "name")

    @staticmethod
    def _in_address(line: Line, reading: Reading) -> bool:
        """Whether the seat is only told where: "Beirut, Lebanon", "(Paris)", at the head of "… (Pháp)"."""
        after = line.name(reading.last + 1) if line.low(reading.last) == "," else None
        entry = reading.entry
        return line.low(reading.first - 1) == "(" or (after is not None and entry is not None and after.value.actor_id == entry.stands_for)

    def _body(self, line: Line, reading: Reading) -> ResolvedMention:
        owners = self.owner(line, reading.owners[0]) if reading.owners else ()
        country = owners[0].country if owners else None
        kind, sector = (MentionKind.GROUP, Sector.REB) if reading.word == "group" else (MentionKind.BODY, Sector.GOV if country else None)
        affiliation = affiliation_of(owners[0]) if owners else None
        actor = Actor(Role.ACTOR, f"org:{slug(reading.name)}", reading.name, None, affiliation, country, sector)
        if reading.alias:
            self.aliases[reading.alias] = (actor, kind)
        return self._made(line, reading, (actor,), kind, "name")

    def _organ(self, line: Line, reading: Reading) -> ResolvedMention | None:
        refs: list[Actor] = []
        organ = reading.owners[0].organ
        for owner in reading.owners:
            for side in self.owner(line, owner):
                refs.append(self._organ_actor(reading, owner, side))
                if organ is not None and owner.entry is not None and side.country:
                    self.talk.organs[organ.role] = side.country
        if reading.alias and len(refs) == 1:
            self.aliases[reading.alias] = (refs[0], MentionKind.BODY)
        kind = MentionKind.STATE if reading.word == "administration" else MentionKind.BODY
        if len(refs) == 1 and refs[0].actor_id.startswith("org:") and reading.word == "administration":
            kind = MentionKind.GROUP
        return self._made(line, reading, tuple(refs), kind, "name")

    def _organ_actor(self, reading: Reading, owner: Owner, side: Actor) -> Actor:
        """The organ of one state; the state itself for its government, the body itself for the officials of a body."""
        organ = reading.owners[0].organ
        if reading.word == "administration" or not side.actor_id.startswith("state:"):
            return side
        role, sector = (organ.role, organ.sector) if organ is not None else ("army", Sector.MIL)
        if role == _GOVERNMENT:
            return side
        usual = "quân đội" if organ is None else organ.name if role in _ONE_NAME or reading.name.lower() in _CRAFT else reading.name
        entry = owner.entry
        place = (
            self.kb.entities.get(entry.actor_id) if entry is not None and entry.kind is MentionKind.PLACE and not entry.stands_for else None
        )
        name = f"{usual} {place.name if place is not None else side.name}"
        known = self._body_named(name)
        if known is not None:
            return known
        return Actor(Role.ACTOR, f"org:{slug(name)}", name, None, side.actor_id, side.country, sector)

    def _run(self, line: Line, reading: Reading) -> ResolvedMention | None:
        known = self.aliases.get(reading.name)
        if known is not None:
            return self._made(line, reading, (known[0],), known[1], "name")
        if reading.titles:
            return self._made(line, reading, self._person(line, reading), MentionKind.PERSON, "name")
        member = self.cast.named(reading.name)
        words = key(reading.name)
        if member is not None and len(words) == 1 and (member.country in _SYLLABIC or key(member.name)[-1:] != words):
            return None
        if member is not None:
            self.cast.add(member, reading.name)
            return self._made(line, reading, (member.actor(),), MentionKind.PERSON, "name")
        if reading.last - reading.first > 1:
            return self._made(line, reading, (), MentionKind.PERSON, "name")
        return None

    def _note(self, line: Line, reading: Reading, mention: ResolvedMention) -> None:
        if mention.form == "media":
            state = self.party(reading.country) if reading.country is not None else None
            if state is not None:
                self.talk.note(Trace((state,), MentionKind.STATE, self.sentence, subject=False))
            return
        if not mention.refs or reading.kin:
            return
        gender = reading.gender
        if mention.kind is MentionKind.PERSON and not gender:
            member = self.cast.known(mention.refs[0].actor_id) or self.cast.named(mention.refs[0].name)
            gender = member.gender if member is not None else ""
        roles = roles_of(reading)
        one = reading.one or (reading.shape in {"office", "organ"} and line.low(reading.first) == "một")
        one = one or (reading.word in {"him", "her", "this_person"} and mention.kind is MentionKind.BODY)
        subject = not mention.modifier and mention.form != "place" and self._is_subject(line, reading)
        self.cast.countries.update((a.country, None) for a in mention.refs if a.country and mention.kind is not MentionKind.PERSON)
        self.talk.note(Trace(mention.refs, mention.kind, self.sentence, subject, gender, roles, not mention.modifier, one))
        if len(mention.refs) in {2, 3} and mention.form != "pronoun" and not self._of_the_pair(reading):
            self.talk.pair(mention.refs, mention.kind, self.sentence)

    @staticmethod
    def _of_the_pair(reading: Reading) -> bool:
        """Whether the phrase points to parties told before ("lãnh đạo cấp cao hai nước"), so that it makes no pair of its own."""
        return any(owner.word in {"both_states", "three_states"} for owner in reading.owners)

    def _is_subject(self, line: Line, reading: Reading) -> bool:
        if line.low(reading.first - 1) == "theo":
            return True
        if reading.locative and reading.first > 0:
            return False
        if self.words["oblique"].ends(line.tokens, reading.first, 2) and reading.first > 0 and line.low(reading.first - 1) != "và":
            return False
        return reading.first == 0 or line.low(reading.last) in self.words["predicate"].singles

    def _pair(self, line: Line, one: tuple[Reading, ResolvedMention], two: tuple[Reading, ResolvedMention]) -> None:
        """Two parties joined by "và", or who meet, are the pair that "hai bên" means."""
        (before, first), (after, second) = one, two
        if len(first.refs) != 1 or len(second.refs) != 1 or first.modifier or second.modifier or "place" in (first.form, second.form):
            return
        if "media" in (first.form, second.form):
            return
        if line.low(before.first - 1) == ";":
            return  # the last two of a list
        gap = range(before.last, after.first)
        opened = any(line.at("meeting", i) for i in range(max(0, before.first - 3), before.first))
        met = line.low(before.last) in {",", "tại", "ở", "hôm", "ngày", "("} and len(gap) <= 14 and self._is_subject(line, after)
        met = met and opened
        joined = len(gap) <= 2 and all(line.at("link", i) for i in gap) and len(gap) > 0
        meets = any(line.at("meeting", i) for i in gap) and len(gap) <= 8
        if joined or meets or met:
            kind = first.kind if first.kind is second.kind else MentionKind.STATE
            self.talk.pair((first.refs[0], second.refs[0]), kind, self.sentence, met=meets or met or opened)
