"""What is compared: meetings as pairs, reactions as (actor, type), figures; each both as gold and as said."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lib.evaluation.compare import across, gold_side, ids, is_named, is_party, side
from lib.records import Event, EventType, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.evaluation.gold import GoldCasualty, GoldEvent, GoldRecord
    from lib.records import Actor, Casualty

_SHOWN = 110


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two who met."""

    a: str
    b: str
    event: GoldEvent
    optional: bool

    @property
    def show(self) -> str:
        """One line for the list of errors."""
        return f"{self.a} x {self.b} {self.event.date}"


@dataclass(frozen=True, slots=True)
class SaidPair:
    """Two who met, as coded, and every event that says so."""

    a: Actor
    b: Actor
    events: list[Event] = field(default_factory=list)

    @property
    def event_type(self) -> EventType:
        """A meeting's type."""
        return EventType.CONSULT

    @property
    def show(self) -> str:
        """One line for the list of errors."""
        evidence = self.events[0].evidence.text[:_SHOWN]
        return f"{self.a.name} ({self.a.country}) x {self.b.name} ({self.b.country}) | {evidence}"


@dataclass(frozen=True, slots=True)
class GoldReaction:
    """One actor's deed; `who` is None where the agent is left unsaid."""

    who: str | None
    event: GoldEvent
    optional: bool

    @property
    def show(self) -> str:
        """One line for the list of errors."""
        return f"{self.who} {'/'.join(self.event.type)} {'|'.join(self.event.mode)} {self.event.date}"


@dataclass(frozen=True, slots=True)
class SaidReaction:
    """One actor's deed as coded, and every event that says so."""

    actor: Actor | None
    event_type: EventType
    mode: str | None
    events: list[Event] = field(default_factory=list)

    @property
    def show(self) -> str:
        """One line for the list of errors."""
        return f"{side(self.actor)} {self.event_type}/{self.mode} | {self.events[0].evidence.text[:_SHOWN]}"


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure."""

    fact: GoldCasualty

    @property
    def optional(self) -> bool:
        """Whether it is not owed."""
        return self.fact.optional

    @property
    def show(self) -> str:
        """One line for the list of errors."""
        fact = self.fact
        return f"{fact.harm} {fact.count} [{fact.low},{fact.high}] {fact.victims_country}"


@dataclass(frozen=True, slots=True)
class SaidFigure:
    """A figure as coded."""

    fact: Casualty

    @property
    def show(self) -> str:
        """One line for the list of errors."""
        fact = self.fact
        return f"{fact.harm} {fact.count} [{fact.low},{fact.high}] {fact.victims_country} | {fact.evidence.text[:_SHOWN]}"


def gold_pairs(record: GoldRecord) -> list[GoldPair]:
    """Every two of different sides who met."""
    return [GoldPair(a, b, event, event.optional) for event in record.events for a, b in across(event.participants or (), gold_side)]


def said_pairs(events: Iterable[Event]) -> list[SaidPair]:
    """The same as coded: mediators apart, each two once, negated meetings not."""
    out: dict[frozenset[str], SaidPair] = {}
    for event in events:
        if event.event_type is not EventType.CONSULT or event.status is Status.NEGATED:
            continue
        people = [actor for actor in event.actors if actor.role is not Role.MEDIATOR and is_named(actor)]
        for a, b in across(people, side):
            key = frozenset((a.actor_id or a.name, b.actor_id or b.name))
            if len(key) > 1:
                out.setdefault(key, SaidPair(a, b)).events.append(event)
    return list(out.values())


def is_pair(gold: GoldPair, said: SaidPair) -> bool:
    """Whether the two are the gold two, in any order."""
    return any(is_party(gold.a, a) and is_party(gold.b, b) for a, b in ((said.a, said.b), (said.b, said.a)))


def is_country_pair(gold: GoldPair, said: SaidPair) -> bool:
    """Whether the two are of the gold two's sides, in any order."""
    left, right = gold_side(gold.a), gold_side(gold.b)
    return any(left in ids(a) and right in ids(b) for a, b in ((said.a, said.b), (said.b, said.a)))


def gold_country_pairs(pairs: Iterable[GoldPair]) -> list[GoldPair]:
    """One pair for each two sides; owed where any of its meetings is."""
    out: dict[frozenset[str], GoldPair] = {}
    for pair in pairs:
        key = frozenset((gold_side(pair.a), gold_side(pair.b)))
        first = out.setdefault(key, pair)
        out[key] = replace(first, optional=first.optional and pair.optional)
    return list(out.values())


def said_country_pairs(pairs: Iterable[SaidPair]) -> list[SaidPair]:
    """One pair for each two sides."""
    out: dict[frozenset[str | None], SaidPair] = {}
    for pair in pairs:
        out.setdefault(frozenset((side(pair.a), side(pair.b))), pair)
    return list(out.values())


def gold_reactions(record: GoldRecord, *, modes: bool) -> list[GoldReaction]:
    """Every actor's deed once; told apart by mode too where `modes` says so."""
    out: dict[tuple[object, ...], GoldReaction] = {}
    for event in record.events:
        if event.participants is not None:
            continue
        for who in event.actors or (None,):
            key = (who, event.type, event.mode if modes else None)
            first = out.setdefault(key, GoldReaction(who, event, event.optional))
            out[key] = replace(first, optional=first.optional and event.optional)
    return list(out.values())


def said_reactions(events: Iterable[Event], *, modes: bool) -> list[SaidReaction]:
    """The same as coded; negated deeds not."""
    out: dict[tuple[object, ...], SaidReaction] = {}
    for event in events:
        if event.event_type is EventType.CONSULT or event.status is Status.NEGATED:
            continue
        doers = [actor for actor in event.actors if actor.role is Role.ACTOR and is_named(actor)]
        for actor in doers or (None,):
            key = (side(actor), event.event_type, event.event_mode if modes else None)
            out.setdefault(key, SaidReaction(actor, event.event_type, event.event_mode)).events.append(event)
    return list(out.values())


def is_reaction(gold: GoldReaction, said: SaidReaction) -> bool:
    """Whether type and actor are gold's."""
    if said.event_type not in gold.event.type:
        return False
    return said.actor is None if gold.who is None else gold.who in ids(said.actor)


def is_reaction_in_mode(gold: GoldReaction, said: SaidReaction) -> bool:
    """Whether type, mode and actor are gold's."""
    return (not gold.event.mode or said.mode in gold.event.mode) and is_reaction(gold, said)


def said_figures(casualties: Iterable[Casualty]) -> list[SaidFigure]:
    """Each figure once."""
    out: dict[tuple[object, ...], SaidFigure] = {}
    for fact in casualties:
        out.setdefault((fact.harm, fact.count, fact.low, fact.high, fact.victims_country), SaidFigure(fact))
    return list(out.values())


def event_key(event: Event) -> tuple[object, ...]:
    """What two events share when one only repeats the other."""
    actors = tuple(sorted(f"{actor.role} {side(actor) or actor.name}" for actor in event.actors))
    return (event.event_type, event.event_mode, event.date, event.status, actors)
