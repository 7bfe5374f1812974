"""From what the grammar reads to parties: the knowledge base, the people of the article and the discourse, in this order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lib.coding.coreference import Cast, Discourse, Member, Trace
from lib.coding.mention_types import ResolvedMention
from lib.coding.mention_words import words
from lib.coding.names import key, same_person
from lib.knowledge.entries import slug
from lib.language.tokens import tokenize
from lib.records import Actor, MentionKind, Place, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lib.coding.mention_reading import Line, Owner, Reading
    from lib.knowledge.base import KnowledgeBase
    from lib.knowledge.entries import Entity, NameEntry

HEADS = ("president", "supreme_leader", "prime_minister", "king", "chancellor", "chief_of_state", "general_secretary", "leader")
DIPLOMATS = ("foreign_minister", "deputy_foreign_minister", "ambassador", "envoy", "secretary_of_state", "diplomat")
_UNNAMED = frozenset({"official", "diplomat", "ambassador", "general", "spokesperson"})
_GOVERNMENT = "government"
_ONE_NAME = frozenset({"army", "foreign_ministry", "defence_ministry", "health_ministry"})
HOME = "VNM"
_PRIVATE = frozenset({"official", "first_lady", "tycoon", "candidate", "lawmaker", "religious_leader", "royal"})
"""Roles that do not say for which state somebody speaks."""
_SYLLABIC = frozenset({HOME, "CHN", "TWN", "HKG"})
"""Countries whose people are not called by one bare syllable."""


class Resolver:
    """Resolves the readings of one article, in order."""

    def __init__(self, kb: KnowledgeBase, cast: Cast, day: date | None) -> None:
        self.kb = kb
        self.cast = cast
        self.day = day
        self.talk = Discourse()
        self.aliases: dict[str, tuple[Actor, MentionKind]] = {}
        self.words = words()
        self.sentence = 0
        self.last_roles: tuple[str, ...] = ()
        self.last_title = ""

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
                out.append(mention)
                self._note(line, reading, mention)
                if mention.form == "place":
                    continue
                if before is not None:
                    self._pair(line, before, (reading, mention))
                before = (reading, mention)
        return out

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

    # -- actors of the knowledge base ------------------------------------------------------------------------------------

    def state(self, code: str | None) -> Actor | None:
        """The state of an alpha-3 code as an actor."""
        entity = self.kb.entities.get(f"state:{code}")
        return None if entity is None else _actor(entity)

    def party(self, entry: NameEntry) -> Actor | None:
        """Whom a known name stands for: a seat for its state, a place for the country it lies in."""
        entity = self.kb.entities.get(entry.stands_for or entry.actor_id)
        if entity is None:
            return None
        if entity.kind is MentionKind.PLACE:
            return self.state(entity.country)
        if entity.kind is MentionKind.PERSON:
            return self.kb_side(entity)
        return _actor(entity)

    def kb_side(self, entity: Entity) -> Actor | None:
        """The state or body that a person speaks for."""
        side = self.kb.entities.get(entity.affiliation or "")
        return _actor(side) if side is not None else self.state(entity.country)

    def owner(self, line: Line, owner: Owner | None) -> tuple[Actor, ...]:
        """The states or bodies that a title or organ belongs to."""
        if owner is None:
            return ()
        if owner.entry is not None:
            found = self.party(owner.entry)
            return () if found is None else (found,)
        if owner.word:
            return self._point(line, owner.word, owner.start)[0]
        if owner.organ is not None:
            found = self.state(self._organ_country(owner.organ.role, owner.body or owner.organ.name))
            return () if found is None else (found,)
        if owner.body:
            return (Actor(Role.ACTOR, f"org:{slug(owner.body)}", owner.body),)
        return ()

    def _organ_country(self, role: str, text: str) -> str | None:
        """The country of an organ told without one."""
        if role in self.talk.organs:
            return self.talk.organs[role]
        ministry = text[:1].isupper() and (text.startswith("Bộ ") or text in {"Quốc hội", "Chính phủ"})
        if ministry and HOME in self.talk.countries:
            return HOME
        found = self.talk.country(self.sentence, spoken=False, heading=True)
        if found is None and ministry and not self.talk.countries:
            return HOME
        return found

    # -- one phrase --------------------------------------------------------------------------------------------------------

    def _mention(self, line: Line, reading: Reading) -> ResolvedMention | None:
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
    def _made(line: Line, reading: Reading, refs: tuple[Actor, ...], kind: MentionKind, form: str, place: Place | None = None) -> ResolvedMention:
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
            return self._made(line, reading, refs, entity.kind, entry.form if entry.form != "described" else "name", place if reading.locative else None)
        if entity.kind is MentionKind.PLACE:
            seat = entry.stands_for is not None and not reading.locative and not reading.word and reading.country is None
            if seat and not self._in_address(line, reading):
                return self._made(line, reading, refs, MentionKind.STATE, "metonym", place)
            return self._made(line, reading, refs, MentionKind.PLACE, "place", place)
        if entry.form == "metonym":
            return self._made(line, reading, refs, MentionKind.STATE if entry.stands_for else entity.kind, "metonym", place if reading.locative else None)
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
        affiliation = _affiliation(owners[0]) if owners else None
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

    def _body_named(self, name: str) -> Actor | None:
        """The body of the knowledge base that bears `name`."""
        tokens = tokenize(name)
        match = self.kb.names.at(tokens, 0)
        if match is None or match.last != len(tokens) or match.value.kind not in (MentionKind.BODY, MentionKind.GROUP):
            return None
        return _actor(self.kb.entities[match.value.actor_id])

    def _organ_actor(self, reading: Reading, owner: Owner, side: Actor) -> Actor:
        """The organ of one state; the state itself for its government, the body itself for the officials of a body."""
        organ = reading.owners[0].organ
        if reading.word == "administration" or not side.actor_id.startswith("state:"):
            return side
        role, sector = (organ.role, organ.sector) if organ is not None else ("army", Sector.MIL)
        if role == _GOVERNMENT:
            return side
        usual = "quân đội" if organ is None else organ.name if role in _ONE_NAME else reading.name
        entry = owner.entry
        place = self.kb.entities.get(entry.actor_id) if entry is not None and entry.kind is MentionKind.PLACE and not entry.stands_for else None
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

    # -- people ------------------------------------------------------------------------------------------------------------

    def _person(self, line: Line, reading: Reading) -> tuple[Actor, ...]:
        owners = self.owner(line, reading.owners[0]) if reading.owners else ()
        side = owners[0] if len(owners) == 1 else None
        name = reading.name
        entity = self._known(reading, side)
        member = self.cast.known(entity.actor_id) if entity is not None else self.cast.named(name, side.country if side else None)
        if member is None and entity is not None:
            member = Member(entity.name, entity.actor_id, entity.country, entity.affiliation, entity.sector)
            earlier = self.cast.named(name, entity.country)
            if earlier is not None and not earlier.actor_id:
                self.cast.members.remove(earlier)
        if member is None:
            if reading.entry is not None and reading.entry.form == "short" and side is None and len(key(name)) == 1 and self._doubtful(reading):
                return ()
            member = Member(name)
            public = bool(reading.titles) and not any(t.role in _PRIVATE for t in reading.titles)
            if side is None and public and line.at("home_surname", self._first(line, reading)) and len(key(name)) > 1:
                side = self.state(HOME)
            elif side is None and public and not reading.counterpart and any(t.sector in {Sector.GOV, Sector.MIL} for t in reading.titles):
                side = self.state(self.talk.country(self.sentence, spoken=False, heading=True))
        self._learn(member, reading, side, entity)
        self.cast.add(member, name)
        if not reading.counterpart and reading.titles:
            self.last_roles, self.last_title = _roles(reading), reading.titles[0].text
        title = self._title(reading, side)
        return (member.actor(None if not reading.owners and len(title) < len(member.title or "") else title or None),)

    @staticmethod
    def _first(line: Line, reading: Reading) -> int:
        """The token that the name begins with."""
        return reading.last - len(tokenize(reading.name))

    def _title(self, reading: Reading, side: Actor | None) -> str:
        """The title as written; for a counterpart the title of the person told of before, with the country."""
        if reading.counterpart and self.last_title and side is not None:
            return f"{self.last_title} {side.name}"
        return "" if reading.counterpart else reading.title_text

    @staticmethod
    def _doubtful(reading: Reading) -> bool:
        entry = reading.entry
        return entry is not None and not reading.titles and not reading.gender and (entry.context or len(entry.candidates) > 1)

    def _known(self, reading: Reading, side: Actor | None) -> Entity | None:
        """The person of the knowledge base, where the name as written and the country agree."""
        entry = reading.entry
        if entry is None:
            return None
        people = [self.kb.entities[i] for i in (entry.candidates or (entry.actor_id,)) if i in self.kb.entities]
        if entry.form != "short":
            return people[0] if people else None
        here = [p for p in people if self.cast.known(p.actor_id) is not None]
        people = here or people
        if len(key(reading.name)) > 1:
            people = [p for p in people if same_person(reading.name, p.name)]
        if side is not None and side.country:
            people = [p for p in people if p.country == side.country]
        if not people or here:
            return people[0] if people else None
        if side is None and (entry.context or len(people) > 1):
            roles = {t.role for t in reading.titles}
            people = [p for p in people if roles & {o.role for o in p.offices}]
            return people[0] if len(people) == 1 else None
        return people[0]

    def _learn(self, member: Member, reading: Reading, side: Actor | None, entity: Entity | None) -> None:
        """What the phrase tells of a person: office, country, gender."""
        if reading.gender:
            member.gender = reading.gender
        if reading.title_text and not reading.counterpart and (member.title is None or (reading.owners and not member.owned)):
            member.title, member.owned = reading.title_text, bool(reading.owners)
        if side is not None and (entity is None or member.country is None):
            parent = side.affiliation if (side.affiliation or "").startswith("igo:") else None
            member.country, member.affiliation = side.country, parent or _affiliation(side)
        if member.sector is None and (reading.titles or side is not None):
            told = [t.sector for t in reading.titles]
            sector = Sector.MIL if Sector.MIL in told else told[0] if told else None
            member.sector = side.sector if side is not None and side.sector in {Sector.REB, Sector.IGO, Sector.NGO, Sector.MED} else sector
        of = member.affiliation or ""
        if not any(t.rank == "former" for t in reading.titles):
            for role in _roles(reading):
                member.roles[(role, of)] = None
        if reading.counterpart:
            for role in self.last_roles:
                member.roles[(role, of)] = None

    def _office(self, line: Line, reading: Reading) -> tuple[tuple[Actor, ...], MentionKind]:
        """Whom an office without a name stands for: who holds it, else the state, with the title."""
        if reading.word == "predicative":
            return (), MentionKind.PERSON
        sides = [a for o in reading.owners for a in self.owner(line, o)]
        roles = self.last_roles if reading.counterpart else _roles(reading)
        if reading.counterpart:
            self_id = self.talk.person(self.sentence)
            sides = [s for s in sides if self_id is None or s.country is None or s.country != self_id.country]
        if not sides:
            return self._held_by_somebody(reading, roles), MentionKind.PERSON
        former = bool(reading.titles) and reading.titles[0].rank == "former"
        several = (reading.plural and len(sides) == 1) or reading.one
        refs = []
        people = 0
        for side in sides:
            member = None if several or former else self._holder(roles, side)
            people += member is not None
            if member is not None:
                refs.append(member.actor(self._title(reading, side) if len(sides) == 1 else None))
            elif not former:
                title = self._title(reading, side) if len(sides) == 1 else reading.titles[0].text if reading.titles else None
                refs.append(Actor(Role.ACTOR, side.actor_id, side.name, title or None, side.affiliation, side.country, side.sector))
        kind = MentionKind.PERSON if people or not several else MentionKind.BODY
        if refs and not people and all(r in {"official", "leader"} for r in roles):
            kind = MentionKind.GROUP if refs[0].sector is Sector.REB else MentionKind.BODY
        return tuple(refs), kind

    def _holder(self, roles: tuple[str, ...], side: Actor) -> Member | None:
        """Who holds an office of `side`, told by the article or the knowledge base."""
        of = _affiliation(side)
        wider = HEADS if set(roles) & {"leader", "head"} else DIPLOMATS if "diplomat" in roles else roles
        member = self.cast.holder(wider, of) if wider else None
        if member is not None or not roles or set(roles) & _UNNAMED:
            return member
        for role in HEADS if "head" in roles else (r for r in roles if "@" not in r):
            entity = self.kb.holder(role, of, self.day)
            if entity is not None:
                member = self.cast.known(entity.actor_id) or Member(entity.name, entity.actor_id, entity.country, entity.affiliation, entity.sector)
                member.roles[(role, of)] = None
                self.cast.add(member, entity.name)
                return member
        return None

    def _held_by_somebody(self, reading: Reading, roles: tuple[str, ...]) -> tuple[Actor, ...]:
        """An office with neither name nor state: the person told of last who holds it, or who holds it in the state told of last."""
        if reading.plural or reading.one or reading.counterpart or not roles or set(roles) & {"official", "leader"}:
            return ()
        found = self.talk.person(self.sentence, fits=lambda t: bool(set(roles) & set(t.roles)))
        if found is not None:
            return (found,)
        holders = [m for m in self.cast.members if any(r in roles for r, _ in m.roles)]
        if len(holders) == 1:
            return (holders[0].actor(),)
        country = self.talk.country(self.sentence, spoken=False, heading=True)
        side = self.state(country)
        member = self._holder(roles, side) if side is not None else None
        return (member.actor(reading.title_text),) if member is not None else ()

    # -- pointing words ------------------------------------------------------------------------------------------------------

    def _point(self, line: Line, word: str, place: int) -> tuple[tuple[Actor, ...], MentionKind]:
        """Whom a pointing word stands for, and of what kind that is."""
        talk, number = self.talk, self.sentence
        spoken = self._spoken(line, place)
        if word in {"him", "her", "this_person"}:
            gender = {"him": "m", "her": "f"}.get(word, "")
            official = talk.official(number) if line.low(place) in {"quan", "nguồn"} else ()
            if official:
                return official, MentionKind.BODY
            found = talk.person(number, gender)
            return ((found,) if found is not None else ()), MentionKind.PERSON
        if word == "they":
            spoken = spoken or self.words["clause"].at(line.tokens, place - 1) == place
            trace = talk.they(number, spoken=spoken) if spoken or place == 0 else None
            return (trace.refs, trace.kind) if trace is not None else ((), MentionKind.GROUP)
        if word in {"this_state", "host_state"}:
            where = self.words["where"].ends(line.tokens, place, 2) > 0
            state = None if word == "host_state" else self.state(talk.country(number, spoken=spoken, heading=place == 0, where=where))
            return ((state,) if state is not None else ()), MentionKind.STATE
        if word in {"this_group", "this_force", "this_body", "bare_group"}:
            return self._point_body(line, word, place)
        if word == "both_people":
            return talk.people, MentionKind.PERSON
        pair = talk.three if word == "three_states" else talk.both(number)
        if word == "both_states":
            pair = tuple(s for s in (self.state(a.country) for a in pair) if s is not None)
            pair = pair if len({a.actor_id for a in pair}) == 2 else ()
        people = bool(pair) and pair[0].actor_id.startswith("person:")
        return pair, MentionKind.PERSON if people else MentionKind.STATE

    def _spoken(self, line: Line, place: int) -> bool:
        """Whether what precedes is a verb of saying, an organ's name ("quân đội nước này") and a comma allowed between."""
        organ = next((i for i in range(max(0, place - 4), place) if (m := self.kb.organs.at(line.tokens, i)) and m.last == place), place)
        comma = 1 if line.low(organ - 1) in {",", ":"} else 0
        return self.words["speech"].ends(line.tokens, organ - comma) > 0 or line.low(organ - 1) == "giữa"

    def _point_body(self, line: Line, word: str, place: int) -> tuple[tuple[Actor, ...], MentionKind]:
        if word in {"this_group", "bare_group"}:
            if line.low(place - 1) in {"các", "những", "nhiều", "số"}:
                return (), MentionKind.GROUP
            found = self.talk.body(self.sentence, lambda a: a.sector is Sector.REB)
            found = found or self.talk.body(self.sentence, lambda a: a.sector not in {Sector.GOV, Sector.MED, Sector.MIL})
            return ((found,) if found is not None else ()), MentionKind.GROUP
        if word == "this_force":
            found = self.talk.body(self.sentence, lambda a: a.sector in {Sector.MIL, Sector.REB, Sector.GOV})
            return ((found,) if found is not None else ()), MentionKind.BODY
        found = self.talk.body(self.sentence, lambda a: a.sector is not Sector.MED)
        return ((found,) if found is not None else ()), MentionKind.BODY

    # -- what the discourse remembers ------------------------------------------------------------------------------------------

    def _note(self, line: Line, reading: Reading, mention: ResolvedMention) -> None:
        if mention.form == "media":
            state = self.party(reading.country) if reading.country is not None else None
            if state is not None:
                self.talk.note(Trace((state,), MentionKind.STATE, self.sentence, subject=False))
            return
        if not mention.refs:
            return
        gender = reading.gender
        if mention.kind is MentionKind.PERSON and not gender:
            member = self.cast.known(mention.refs[0].actor_id) or self.cast.named(mention.refs[0].name)
            gender = member.gender if member is not None else ""
        roles = _roles(reading)
        subject = not mention.modifier and mention.form != "place" and self._is_subject(line, reading)
        self.talk.note(Trace(mention.refs, mention.kind, self.sentence, subject, gender, roles, not mention.modifier))
        if len(mention.refs) in {2, 3} and mention.form != "pronoun":
            self.talk.pair(mention.refs, mention.kind)

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
        gap = range(before.last, after.first)
        met = line.low(before.last) in {",", "tại", "ở", "hôm", "ngày", "("} and len(gap) <= 14 and self._is_subject(line, after)
        met = met and any(line.at("meeting", i) for i in range(max(0, before.first - 3), before.first))
        joined = len(gap) <= 2 and all(line.at("link", i) for i in gap) and len(gap) > 0
        meets = any(line.at("meeting", i) for i in gap) and len(gap) <= 8
        if joined or meets or met:
            kind = first.kind if first.kind is second.kind else MentionKind.STATE
            self.talk.pair((first.refs[0], second.refs[0]), kind)


def _actor(entity: Entity) -> Actor:
    return Actor(Role.ACTOR, entity.actor_id, entity.name, None, entity.affiliation, entity.country, entity.sector)


def _roles(reading: Reading) -> tuple[str, ...]:
    """The roles of the titles told; an office of a body is another than the same office of its state."""
    body = next((slug(o.body) for o in reading.owners if o.body), "")
    return tuple(f"{t.role}@{body}" if body else t.role for t in reading.titles)


def _affiliation(side: Actor) -> str:
    """The id of whom an official of `side` speaks for: the state of a ministry or army, else the body itself."""
    if side.actor_id.startswith("state:") or side.country is None or side.sector not in {Sector.GOV, Sector.MIL}:
        return side.actor_id
    return f"state:{side.country}"
