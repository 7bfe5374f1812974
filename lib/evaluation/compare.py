"""When a coded value bears out a gold one: parties, dates, recipients, figures."""

from __future__ import annotations

import unicodedata
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from lib.evaluation.gold import as_tuple
from lib.records import Role

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from datetime import date

    from lib.evaluation.gold import Dates, GoldCasualty, GoldEvent
    from lib.records import Actor, Casualty, Event

_PARTICLES = frozenset({"the", "ong", "bin", "von", "van"})
_SHORTEST_NAME = 3
_LONGEST_SPAN_DAYS = 3
_WHOLE_DATE = len("2024-01-01")
P = TypeVar("P")


def name_words(name: str) -> set[str]:
    """The telling words of a person's name, without accents and case."""
    bare = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    letters = "".join(c if c.isalnum() else " " for c in bare if not unicodedata.combining(c))
    return {word for word in letters.split() if len(word) >= _SHORTEST_NAME} - _PARTICLES


def ids(actor: Actor | None) -> set[str]:
    """Every code that an actor may be known by: its country, its own id, the body it speaks for."""
    return {code for code in (actor.country, actor.actor_id, actor.affiliation) if code} if actor else set()


def is_named(actor: Actor) -> bool:
    """Whether anything says who the actor is."""
    return bool(ids(actor) or actor.name)


def side(actor: Actor | None) -> str | None:
    """The side an actor counts for: its country, else the body it speaks for, else itself."""
    return (actor.country or actor.affiliation or actor.actor_id) if actor else None


def gold_side(party: str) -> str:
    """The side of a gold party ("Hakan Fidan|TUR" is of "TUR", "igo:un" of itself)."""
    return party.partition("|")[2] or party


def is_party(gold: str, actor: Actor) -> bool:
    """Whether `actor` is the gold party: a body by its code, a person by any telling word of the name."""
    name, _, code = gold.partition("|")
    if not code:
        return name in ids(actor)
    if code not in ids(actor) and actor.country:
        return False
    return bool(name_words(name) & name_words(actor.name))


def across(people: Sequence[P], side_of: Callable[[P], Hashable]) -> list[tuple[P, P]]:
    """Pairs of people of different sides; where all are of one side, every pair."""
    one_side = len({side_of(p) for p in people}) == 1
    return [(a, b) for a, b in combinations(people, 2) if one_side or side_of(a) != side_of(b)]


def is_date(gold: Dates, first: date | None, last: date | None) -> bool | None:
    """Whether the days are the gold ones, or span three days at most around it; None where gold states none."""
    wanted = as_tuple(gold)
    if not wanted:
        return None
    if first is None:
        return False
    end = last or first
    for day in wanted:
        if first.isoformat().startswith(day):
            return True
        if len(day) == _WHOLE_DATE and first.isoformat() <= day <= end.isoformat():
            return (end - first).days < _LONGEST_SPAN_DAYS
    return False


def is_dated(gold: GoldEvent | GoldCasualty, said: Event | Casualty) -> bool | None:
    """`is_date` of a fact."""
    return is_date(gold.date, said.date, said.date_end)


def has_recipients(gold: GoldEvent, said: Event) -> bool:
    """Whether one recipient is right, and at most one too many is said."""
    wanted = set(gold.recipients)
    recipients = [actor for actor in said.actors if actor.role is Role.RECIPIENT]
    return any(ids(actor) & wanted for actor in recipients) and len(recipients) <= len(wanted) + 1


def is_figure(gold: GoldCasualty, said: Casualty) -> bool:
    """Whether the harm and the number are the gold ones, or the range where no number is stated."""
    if gold.harm is not said.harm:
        return False
    if gold.count is not None:
        return said.count == gold.count
    return said.count is None and (said.low, said.high) == (gold.low, gold.high)


def best_event(gold: GoldEvent, said: Sequence[Event]) -> Event:
    """Of several tellings, the one that bears out the gold event best."""
    return max(said, key=lambda e: (bool(is_dated(gold, e)), e.status is gold.status, has_recipients(gold, e)))


def best_figure(gold: GoldCasualty, said: Sequence[Casualty]) -> Casualty:
    """Of several figures that fit, the first with the right date."""
    return max(said, key=lambda c: bool(is_dated(gold, c)))
