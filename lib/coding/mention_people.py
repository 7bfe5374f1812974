"""People: who a name or an office stands for, and what the phrase tells of them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lib.coding.coreference import REACH, Member
from lib.coding.mention_parties import HOME, affiliation_of, roles_of
from lib.coding.mention_pointing import Pointing
from lib.coding.names import key, same_person
from lib.language.tokens import tokenize
from lib.records import Actor, MentionKind, Role, Sector

if TYPE_CHECKING:
    from lib.coding.mention_reading import Line, Reading
    from lib.knowledge.entries import Entity

_HEADS = ("president", "supreme_leader", "prime_minister", "monarch", "group_leader", "party_leader", "secretary_general", "leader")
"""Offices that "nhà lãnh đạo" may mean."""
_DIPLOMATS = ("foreign_minister", "deputy_foreign_minister", "ambassador", "envoy", "diplomat")
"""Offices that "nhà ngoại giao" may mean."""
_UNNAMED = frozenset({"official", "diplomat", "ambassador", "general", "spokesperson"})
"""Offices that many hold at once: only the article tells who is meant."""
_PERSONAL = frozenset({"first_lady", "tycoon", "candidate", "royal"})
"""Roles that a state does not stand in for."""
_PRIVATE = frozenset({"official", "first_lady", "tycoon", "candidate", "lawmaker", "religious_leader", "royal"})
"""Roles that do not say for which state somebody speaks."""


_OURS = ("tổng bí thư", "chủ tịch nước")
"""Offices that the Vietnamese press calls so only at home."""
_OURS_FIRST = ("thủ tướng", "phó thủ tướng", "chủ tịch quốc hội", "phó chủ tịch nước")
"""Offices that it means at home as long as an article has told of no state."""
_LOCAL = ("khu ủy", "tỉnh ủy", "thành ủy", "huyện ủy", "quận ủy")
"""In an office of a part of a state, whose holder is not the state's own."""
_SERVING = frozenset({"ambassador", "charge", "representative", "envoy", "consul", "diplomat"})
_SYLLABLE = re.compile(r"(?:ngh?|nh|ph|th|tr|ch|gh|gi|kh|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?")
"""A Vietnamese syllable without its marks."""


class People(Pointing):
    """Finds or makes the member of the cast that a phrase names."""

    def _person(self, line: Line, reading: Reading) -> tuple[Actor, ...]:
        owners = self.owner(line, reading.owners[0]) if reading.owners else ()
        side = owners[0] if len(owners) == 1 else None
        name = reading.name
        if side is not None and side.country == HOME and reading.owners[0].organ is not None and reading.owners[0].entry is None:
            side = self._abroad(name) or side
        entity = self._known(reading, side)
        member = self.cast.known(entity.actor_id) if entity is not None else self.cast.named(name, side.country if side else None)
        if member is None and entity is not None:
            member = _member(entity)
            earlier = self.cast.named(name, entity.country)
            if earlier is not None and not earlier.actor_id:
                self.cast.forget(earlier)
        if member is None:
            if side is None and len(key(name)) == 1 and self._doubtful(reading):
                return ()
            member = Member(name)
            public = bool(reading.titles) and not any(t.role in _PRIVATE for t in reading.titles)
            if side is None and public and line.at("home_surname", self._first(reading)) and len(key(name)) > 1:
                side = self.state(HOME)
            elif side is None and public and not reading.counterpart and any(t.sector in {Sector.GOV, Sector.MIL} for t in reading.titles):
                side = self.state(self.talk.country(self.sentence, spoken=False, heading=True))
                side = (self._abroad(name) if side is not None and side.country == HOME else None) or side
        self._learn(member, reading, side, entity)
        self.cast.add(member, name)
        if not reading.counterpart and reading.titles:
            self.last_roles, self.last_title = roles_of(reading), reading.titles[0].text
        title = self._title(reading, side)
        return (member.actor(None if not reading.owners and len(title) < len(member.title or "") else title or None),)

    def _abroad(self, name: str) -> Actor | None:
        """ "Chủ tịch Quốc hội Eduardo Saljuana": a name that is no Vietnamese one is of the foreign state told of last."""
        if all(_SYLLABLE.fullmatch(word) for word in key(name)):
            return None
        for trace in reversed(self.talk.traces):
            if trace.sentence < self.sentence - REACH:
                return None
            country = trace.refs[-1].country if trace.refs else None
            if country not in {None, HOME}:
                return self.state(country)
        return None

    @staticmethod
    def _first(reading: Reading) -> int:
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
        return (
            entry is not None
            and entry.form == "short"
            and not reading.titles
            and not reading.gender
            and (entry.context or len(entry.candidates) > 1)
        )

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
        roles = {t.role for t in reading.titles}
        if side is not None and len(people) > 1:
            return next((p for p in people if roles & {o.role for o in p.offices}), people[0])  # of two of one name, who held that office
        if side is None and (entry.context or len(people) > 1):
            told = [p for p in people if roles & {o.role for o in p.offices}] or [p for p in people if p.country in self.cast.countries]
            return told[0] if len(told) == 1 else None
        return people[0]

    def _learn(self, member: Member, reading: Reading, side: Actor | None, entity: Entity | None) -> None:
        """What the phrase tells of a person: office, country, gender."""
        if reading.gender:
            member.gender = reading.gender
        if reading.title_text and not reading.counterpart and (member.title is None or (reading.owners and not member.owned)):
            member.title, member.owned = reading.title_text, bool(reading.owners)
        if side is not None and (entity is None or member.country is None):
            parent = side.affiliation if (side.affiliation or "").startswith("igo:") else None
            member.country, member.affiliation = side.country, parent or affiliation_of(side)
        elif side is not None and side.actor_id.startswith("igo:") and not reading.counterpart and not set(roles_of(reading)) & _SERVING:
            member.country, member.affiliation = side.country, affiliation_of(side)  # the head of the ICJ speaks for the ICJ
        if member.sector is None and (reading.titles or side is not None):
            told = [t.sector for t in reading.titles]
            sector = Sector.MIL if Sector.MIL in told else told[0] if told else None
            member.sector = side.sector if side is not None and side.sector in {Sector.REB, Sector.IGO, Sector.NGO, Sector.MED} else sector
        of = member.affiliation or ""
        for role in roles_of(reading):
            member.roles[(role, of)] = None
        if reading.counterpart:
            for role in self.last_roles:
                member.roles[(role, of)] = None

    def _office(self, line: Line, reading: Reading) -> tuple[tuple[Actor, ...], MentionKind]:
        """Whom an office without a name stands for: who holds it, else the state, with the title."""
        if reading.word == "predicative":
            return (), MentionKind.PERSON
        sides = [a for o in reading.owners for a in self.owner(line, o)]
        roles = self.last_roles if reading.counterpart else roles_of(reading)
        if reading.counterpart:
            self_id = self.talk.person(self.sentence)
            sides = [s for s in sides if self_id is None or s.country is None or s.country != self_id.country]
        vatican = self.state("VAT") if "pope" in roles and not sides else None
        if vatican is not None:
            sides = [vatican]
        if not sides:
            return self._held_by_somebody(reading, roles), MentionKind.PERSON
        former = bool(reading.titles) and (reading.titles[0].rank in {"former", "elect"} or reading.titles[0].role in _PERSONAL)
        several = (reading.plural and len(sides) == 1) or reading.one or any(w in reading.title_text.lower() for w in _LOCAL)
        refs = []
        people = 0
        for side in sides:
            member = None if several else self._told_of(reading, side) or self._holder(roles, side)
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

    def _told_of(self, reading: Reading, side: Actor) -> Member | None:
        """Whom "lãnh đạo hai nước" means: of the two told of last, the one who speaks for `side`."""
        if not reading.titles or reading.titles[0].role != "leader" or reading.owners[0].word != "both_states":
            return None
        found = next((a for a in self.talk.people if a.country == side.country), None)
        return self.cast.known(found.actor_id) or self.cast.named(found.name) if found is not None else None

    def _holder(self, roles: tuple[str, ...], side: Actor) -> Member | None:
        """Who holds an office of `side`, told by the article or the knowledge base."""
        of = affiliation_of(side)
        agency = side.actor_id.startswith("org:") and not side.name.startswith(("Chính phủ", "Nhà nước"))
        if set(roles) & {"head", "leader"} and agency and of.startswith("state:"):
            of = side.actor_id  # "Giám đốc FBI" does not lead the state
        wider = _HEADS if set(roles) & {"leader", "head"} else _DIPLOMATS if "diplomat" in roles else roles
        member = self.cast.holder(wider, of) if wider else None
        if member is not None or not roles or set(roles) & _UNNAMED:
            return member
        for role in _HEADS if "head" in roles and of.startswith(("state:", "igo:")) else (r for r in roles if "@" not in r):
            entity = self.kb.holder(role, of, self.day)
            if entity is not None:
                member = self.cast.known(entity.actor_id) or _member(entity)
                member.roles[(role, of)] = None
                self.cast.add(member, entity.name)
                return member
        return None

    def _held_by_somebody(self, reading: Reading, roles: tuple[str, ...]) -> tuple[Actor, ...]:
        """An office with neither name nor state: the person told of last who holds it, or who holds it in the state told of last."""
        if reading.plural or reading.one or reading.counterpart or not roles or set(roles) & {"official", "leader"}:
            return ()
        ours = [m for m in self.cast.members if m.country == HOME and any(r in roles for r, _ in m.roles)]
        if len(ours) == 1 and reading.titles[0].text.lower().startswith(_OURS_FIRST):
            return (ours[0].actor(),)  # where the article tells of him, "Thủ tướng" alone is the one at home
        found = self.talk.person(self.sentence, fits=lambda t: bool(set(roles) & set(t.roles)))
        if found is not None:
            return (found,)
        holders = [m for m in self.cast.members if any(r in roles for r, _ in m.roles)]
        if len(holders) == 1:
            return (holders[0].actor(),)
        title = reading.titles[0].text.lower()
        told = None if title.startswith(_OURS) else self.talk.country(self.sentence, spoken=False, heading=True)
        if told is None and not title.startswith((*_OURS, *_OURS_FIRST)):
            return ()
        side = self.state(told or HOME)
        member = self._holder(roles, side) if side is not None else None
        if member is not None:
            return (member.actor(reading.title_text),)
        return () if side is None or side.country != HOME else (replace(side, title=reading.title_text),)


def _member(entity: Entity) -> Member:
    """The person of the knowledge base as a member of the cast."""
    return Member(entity.name, entity.actor_id, entity.country, entity.affiliation, entity.sector)
