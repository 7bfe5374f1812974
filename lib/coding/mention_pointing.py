"""Whom pointing words ("nước này", "ông", "hai bên") and offices or organs without a state stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.mention_parties import HOME, Parties
from lib.knowledge.entries import slug
from lib.records import Actor, MentionKind, Role, Sector

if TYPE_CHECKING:
    from lib.coding.mention_reading import Line, Owner

_GOES_ON = frozenset({",", ";", "và", "nhưng", "song", "để", "nếu", "khi", "vì", "rằng"})  # behind these a clause may have another doer


class Pointing(Parties):
    """Answers from the discourse; with nothing where it does not tell."""

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

    def _point(self, line: Line, word: str, place: int) -> tuple[tuple[Actor, ...], MentionKind]:
        """Whom a pointing word stands for, and of what kind that is."""
        talk, number = self.talk, self.sentence
        spoken = self._spoken(line, place)
        if word in {"him", "her", "this_person"}:
            gender = {"him": "m", "her": "f"}.get(word, "")
            official = (
                talk.official(number) if line.low(place) in {"quan", "nguồn"} else talk.unnamed(number, spoken=spoken, heading=place == 0)
            )
            if official:
                return official, MentionKind.BODY
            found = talk.person(number, gender)
            return ((found,) if found is not None else ()), MentionKind.PERSON
        if word == "they":
            spoken = spoken or line.low(place - 1) in {"rằng", "nếu", "khi", "mà", "vì", "thì"}
            trace = talk.they(number, spoken=spoken) if spoken or place == 0 else None
            return (trace.refs, trace.kind) if trace is not None else ((), MentionKind.GROUP)
        if word in {"this_state", "host_state"}:
            where = self.words["where"].ends(line.tokens, place, 2) > 0
            code = talk.country(number, spoken=spoken, heading=place == 0, where=where)
            if not spoken and self._answers(line, place):
                code = talk.warner(number) or code
            elif not spoken and self._done_to(line, place, where=where):
                code = talk.another(number) or code
            state = None if word == "host_state" else self.state(code)
            return ((state,) if state is not None else ()), MentionKind.STATE
        if word == "short_body":
            head = slug(line.cut(place, line.at(word, place))) + "-"
            body = talk.short_body(lambda a: slug(a.name).startswith(head))
            return ((body,) if body is not None else ()), MentionKind.BODY
        if word in {"this_group", "this_force", "this_body", "bare_group"}:
            return self._point_body(line, word, place)
        if word == "both_people":
            return talk.people, MentionKind.PERSON
        pair = talk.three if word == "three_states" else talk.both(number, met=self._met(line, place))
        if word == "both_states":
            pair = self._two_here() or pair
            pair = tuple(s for s in (self.state(a.country) for a in pair) if s is not None)
            pair = pair if len({a.actor_id for a in pair}) == 2 else ()
        people = bool(pair) and pair[0].actor_id.startswith("person:")
        return pair, MentionKind.PERSON if people else MentionKind.STATE

    def _done_to(self, line: Line, place: int, *, where: bool) -> bool:
        """ "Pháp nói máy bay Nga xâm phạm không phận nước này": the party told last does it to another country than its own."""
        sentence, last = self.told_until
        gap = range(last, place)
        if sentence != self.sentence or not gap or any(line.low(i) in _GOES_ON for i in gap):
            return False
        return (where and len(gap) == 1) or any(self.words["done_to"].at(line.tokens, i) for i in gap)

    def _answers(self, line: Line, place: int) -> bool:
        """ "Ukraine cảnh báo nếu Belarus vượt biên giới, nước này sẽ đáp trả": behind the condition of a warning, the warner."""
        before = [line.low(i) for i in range(place)]
        return line.low(place - 1) == "," and line.low(place + 2) == "sẽ" and "báo" in before and bool({"nếu", "hợp"} & set(before))

    def _met(self, line: Line, place: int) -> bool:
        """Whether "tại cuộc gặp" or the like opens the sentence: who met is meant."""
        opens = line.low(0) in {"tại", "trong", "sau", "kết"} or line.low(0) in {"cuộc", "buổi"}
        return opens and any(line.low(i - 1) in {"cuộc", "buổi"} and line.at("meeting", i) for i in range(1, min(place, 7)))

    def _two_here(self) -> tuple[Actor, ...]:
        """ "Lãnh đạo Peru khẳng định hợp tác với Việt Nam, đưa quan hệ hai nước…": the two states that the sentence has told of."""
        here = {a.country: a for t in self.talk.traces if t.sentence == self.sentence for a in t.refs if a.country}
        return tuple(here.values()) if len(here) == 2 else ()

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
        ministry = line.low(place) == "bộ"
        found = self.talk.body(self.sentence, lambda a: a.sector is not Sector.MED and (not ministry or a.name.lower().startswith("bộ ")))
        return ((found,) if found is not None else ()), MentionKind.BODY
