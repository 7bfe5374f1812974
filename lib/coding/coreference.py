"""Whom the article has named so far, and whom "ông", "nước này", "hai bên" or "Ngoại trưởng Fidan" point to.

`Cast` keeps the people of an article under whatever name they are given. `Discourse` keeps who was told of last, and
as what; it answers with nothing rather than guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from lib.coding.names import key, same_person
from lib.knowledge.entries import slug
from lib.records import Actor, MentionKind, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

REACH = 4
"""Sentences back that a pronoun may point."""
LONG = 6
NEARLY = 0.9
"""From so many letters on, and so much in common, a last name is another spelling of one told in full."""

_BODIES = (MentionKind.BODY, MentionKind.GROUP)


def _for_body(actor: Actor) -> bool:
    """Whether an unnamed official stands for a body ("phát ngôn viên Hamas")."""
    return actor.actor_id.startswith(("org:", "igo:"))


@dataclass(slots=True, eq=False)
class Member:
    """A person of the article; `roles` pairs a role with the id of the state or body it is held in."""

    name: str
    actor_id: str = ""
    country: str | None = None
    affiliation: str | None = None
    sector: Sector | None = None
    title: str | None = None
    owned: bool = False
    gender: str = ""
    roles: dict[tuple[str, str], None] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)

    def actor(self, title: str | None = None) -> Actor:
        """The person as an actor."""
        ident = self.actor_id or f"person:{slug(self.name)}"
        return Actor(Role.ACTOR, ident, self.name, title or self.title, self.affiliation, self.country, self.sector)


class Cast:
    """The people of one article."""

    def __init__(self) -> None:
        self.members: list[Member] = []
        self.countries: dict[str, None] = {}
        self._by_word: dict[str, list[Member]] = {}

    def known(self, actor_id: str) -> Member | None:
        """The member with the id of the knowledge base."""
        return next((m for m in self.members if m.actor_id == actor_id), None)

    def named(self, name: str, country: str | None = None) -> Member | None:
        """The member that `name` (a part of it, or another spelling) stands for; the one named last where several fit."""
        words = key(name)
        if not words:
            return None
        found = [m for m in self._by_word.get(words[-1], []) + self._by_word.get(words[0], []) if self._fits(m, name, country)]
        return found[-1] if found else self._respelled(words, country)

    def _respelled(self, words: tuple[str, ...], country: str | None) -> Member | None:
        """The one member whose last name is nearly the one word given ("Hanieh" for "Haniyeh")."""
        if len(words) != 1 or len(words[0]) < LONG:
            return None
        found = [
            m
            for m in self.members
            if not (country and m.country and m.country != country)
            and SequenceMatcher(None, words[0], key(m.name)[-1:][0] if key(m.name) else "").ratio() >= NEARLY
        ]
        return found[0] if len(found) == 1 else None

    @staticmethod
    def _fits(member: Member, name: str, country: str | None) -> bool:
        if country and member.country and member.country != country:
            return False
        full = [n for n in (member.name, *member.names) if len(key(n)) > 1] if len(key(name)) > 1 else []
        return any(same_person(name, other) for other in full or member.names)

    def add(self, member: Member, name: str) -> None:
        """Keep `member`, called `name`."""
        if member not in self.members:
            self.members.append(member)
        if name not in member.names:
            member.names.append(name)
            for word in set(key(name)):
                bearers = self._by_word.setdefault(word, [])
                if member in bearers:
                    bearers.remove(member)
                bearers.append(member)
        if not member.actor_id and len(key(name)) > len(key(member.name)):
            member.name = name

    def forget(self, member: Member) -> None:
        """Strike `member`, who turned out to be somebody else, from the cast and from its names."""
        self.members.remove(member)
        for bearers in self._by_word.values():
            if member in bearers:
                bearers.remove(member)

    def holder(self, roles: Iterable[str], of: str) -> Member | None:
        """The one member told to hold one of `roles` in the state or body `of`; none where two have been."""
        wanted = {(role, of) for role in roles}
        found = [m for m in self.members if not wanted.isdisjoint(m.roles)]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Trace:
    """One resolved phrase as the discourse remembers it."""

    refs: tuple[Actor, ...]
    kind: MentionKind
    sentence: int
    subject: bool
    gender: str = ""
    roles: tuple[str, ...] = ()
    plain: bool = True
    one: bool = False


class Discourse:
    """Who was told of, in order."""

    def __init__(self) -> None:
        self.traces: list[Trace] = []
        self.people: tuple[Actor, ...] = ()
        self.sides: tuple[Actor, ...] = ()
        self.three: tuple[Actor, ...] = ()
        self.met: tuple[Actor, ...] = ()
        self.paired = -1
        self.meant: tuple[int, tuple[Actor, ...]] | None = None
        self.organs: dict[str, str] = {}
        self.countries: dict[str, None] = {}

    def note(self, trace: Trace) -> None:
        """Remember a phrase."""
        self.traces.append(trace)
        for actor in trace.refs:
            if actor.country:
                self.countries[actor.country] = None

    def pair(self, refs: tuple[Actor, ...], kind: MentionKind, sentence: int, *, met: bool = False) -> None:
        """Remember parties that stand together in a sentence; `met`: in a meeting."""
        if len({a.actor_id for a in refs}) < len(refs):
            return
        if len(refs) == 3:
            self.three = refs
        if len(refs) != 2:
            return
        self.sides = refs
        self.paired = sentence
        self.met = refs if met else self.met
        if kind is MentionKind.PERSON:
            self.people = refs

    # -- who is meant ----------------------------------------------------------------------------------------------------

    def _recent(self, sentence: int, fits: Callable[[Trace], bool]) -> list[Trace]:
        """The fitting traces of the nearest sentence that has any."""
        best: list[Trace] = []
        for trace in reversed(self.traces):
            if trace.sentence < sentence - REACH or (best and trace.sentence != best[0].sentence):
                break
            if fits(trace):
                best.append(trace)
        return best[::-1]

    def person(self, sentence: int, gender: str = "", fits: Callable[[Trace], bool] | None = None) -> Actor | None:
        """The one person told of last, a subject before others."""
        found = self._recent(
            sentence,
            lambda t: (
                t.kind is MentionKind.PERSON and len(t.refs) == 1 and (not gender or t.gender in {"", gender}) and (fits is None or fits(t))
            ),
        )
        if not found:
            return None
        distinct = {t.refs[0].actor_id for t in found}
        if len(distinct) == 1:
            return found[-1].refs[0]
        subjects = [t for t in found if t.subject]
        if not subjects:
            return None
        same = found[0].sentence == sentence
        return (subjects[-1] if same else subjects[0]).refs[0]

    def subject(self, sentence: int) -> Trace | None:
        """The subject told last in this sentence, or else the first of the one before."""
        here = [t for t in self.traces if t.sentence == sentence and t.subject]
        if here:
            return here[-1]
        before = [t for t in self.traces if t.sentence == sentence - 1 and t.subject]
        return before[0] if before else None

    def said_by(self, sentence: int) -> Trace | None:
        """The subject told last in this sentence."""
        here = [t for t in self.traces if t.sentence == sentence]
        subjects = [t for t in here if t.subject]
        return subjects[-1] if subjects else (here[-1] if len(here) == 1 else None)

    def country(self, sentence: int, *, spoken: bool, heading: bool, where: bool = False) -> str | None:
        """The country that "nước này" means.

        The speaker's after a verb of saying, the last subject's at the head of a sentence, another than the last
        subject's after "tại" (`where`), else the one named last.
        """
        if where:
            here = [t for t in self.traces if t.sentence == sentence]
            mover = next((t for t in reversed(here) if t.subject), here[-1] if here else None)
            own = mover.refs[0].country if mover is not None else None
            other = [t for t in self.traces if t.sentence == sentence and _of_state(t.refs[-1]) and t.refs[-1].country != own]
            if other:
                return other[-1].refs[-1].country
        trace = None
        if spoken:
            trace = self.said_by(sentence)
        elif heading:
            trace = self.subject(sentence)
        if trace is not None and len(trace.refs) == 1 and _of_state(trace.refs[0]):
            return trace.refs[0].country
        here = [t for t in self.traces if t.sentence == sentence and t.kind is MentionKind.STATE and _of_state(t.refs[-1])]
        found = here or self._recent(sentence, lambda t: _of_state(t.refs[-1]))
        found = [t for t in found if t.kind is not MentionKind.PLACE] or found
        return found[-1].refs[-1].country if found else None

    def another(self, sentence: int) -> str | None:
        """The country told last, in this sentence or else one of those before, other than that of the party told last."""
        here = [t for t in self.traces if t.sentence == sentence and t.refs[-1].country]
        own = {a.country for a in here[-1].refs} if here else set()
        told = [t for t in reversed(self.traces) if t.sentence >= sentence - 1 and _of_state(t.refs[-1])]
        return next((t.refs[-1].country for t in told if own and t.refs[-1].country not in own), None)

    def warner(self, sentence: int) -> str | None:
        """The country of the state or body that the sentence begins with; a person is no "nước này"."""
        first = next((t for t in self.traces if t.sentence == sentence), None)
        return first.refs[0].country if first is not None and first.subject and first.kind is not MentionKind.PERSON else None

    def both(self, sentence: int, *, met: bool = False) -> tuple[Actor, ...]:
        """The pair that "hai bên" means: the one that met (`met`), the one it meant in this sentence or the one before, else the last."""
        if met and self.met and self.paired != sentence:
            self.meant = (sentence, self.met)
        if self.meant is None or self.meant[0] < sentence - 1:
            self.meant = (sentence, self.sides)
        self.meant = (sentence, self.meant[1] or self.sides or self._only_two())
        return self.meant[1]

    def _only_two(self) -> tuple[Actor, ...]:
        """The two parties told of so far, where there are just two."""
        parties = {a.country or a.actor_id: a for t in reversed(self.traces) for a in t.refs}
        return tuple(parties.values())[::-1] if len(parties) == 2 else ()

    def body(self, sentence: int, fits: Callable[[Actor], bool]) -> Actor | None:
        """The body or group told of last that fits."""
        found = self._recent(sentence, lambda t: len(t.refs) == 1 and (t.kind in _BODIES or _for_body(t.refs[0])) and fits(t.refs[0]))
        return found[-1].refs[0] if found else None

    def short_body(self, fits: Callable[[Actor], bool]) -> Actor | None:
        """The body told of last in the article that fits."""
        bodies = (t.refs[0] for t in reversed(self.traces) if t.kind is MentionKind.BODY and len(t.refs) == 1)
        return next((a for a in bodies if a.sector is not Sector.MED and fits(a)), None)

    def unnamed(self, sentence: int, *, spoken: bool, heading: bool) -> tuple[Actor, ...]:
        """The side of the one unnamed official whom "ông" means: who says so in this sentence, or spoke last in the one before."""
        if not (spoken or heading):
            return ()
        for trace in reversed(self.traces):
            if trace.sentence < sentence - 1 or (trace.kind is MentionKind.PERSON and trace.subject and not trace.one):
                return ()
            if trace.one and trace.subject and (heading or trace.sentence == sentence):
                return trace.refs
        return ()

    def official(self, sentence: int) -> tuple[Actor, ...]:
        """The side whose unnamed official spoke last, where nobody named has spoken since."""
        for trace in reversed(self.traces):
            if trace.sentence < sentence - 1 or (trace.kind is MentionKind.PERSON and trace.subject):
                return ()
            if any(role.startswith("official") for role in trace.roles):
                return trace.refs
        return ()

    def they(self, sentence: int, *, spoken: bool) -> Trace | None:
        """The state, body or group that "họ" means."""
        trace = self.said_by(sentence) if spoken else self.subject(sentence)
        return trace if trace is not None and trace.kind is not MentionKind.PERSON and trace.plain else None


def _of_state(actor: Actor) -> bool:
    """Whether the actor is a state or speaks for one (Hamas is no "nước")."""
    return actor.country is not None and (actor.actor_id.startswith("state:") or (actor.affiliation or "").startswith("state:"))
