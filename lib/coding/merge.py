"""Told twice, coded once: drafts of one fact become one event with its fullest clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import Draft, side
from lib.knowledge.triggers import VERBAL
from lib.records import Actor, EventType, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.records import DateMention

_NEAR = 3  # sentences within which a headline's warning is told again
_DOERS = (Role.ACTOR, Role.PARTICIPANT, Role.HOST)


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft a fact, in the order of the text."""
    out: list[Draft] = []
    for draft in drafts:
        same = next((o for o in out if _same(o, draft)), None)
        if same is None:
            out.append(draft)
        else:
            out[out.index(same)] = _join(same, draft)
    return [d for d in out if not _milder(d, out) and not _announced(d, out)]


def _announced(draft: Draft, told: Sequence[Draft]) -> bool:
    """ "Nga lên tiếng về vụ tập kích": that a side reacts, where the article also tells what it says."""
    if draft.rule != "express.reacts":
        return False
    return any(o is not draft and o.event_type in VERBAL and draft.sides(Role.ACTOR) & o.sides(Role.ACTOR) for o in told)


def _milder(draft: Draft, told: Sequence[Draft]) -> bool:
    """A warning read as concern where the article also tells it as the threat that it is."""
    if draft.event_type is not EventType.EXPRESS or not draft.rule.startswith("threaten.warn"):
        return False
    return any(
        o.event_type is EventType.THREATEN
        and o.sides(Role.ACTOR) == draft.sides(Role.ACTOR)
        and abs(o.sentence.index - draft.sentence.index) <= _NEAR
        for o in told
    )


def _same(a: Draft, b: Draft) -> bool:
    if a.event_type is not b.event_type or not _modes_agree(a, b) or not _dates_agree(a.date, b.date):
        return False
    if a.status is not b.status:
        return False
    if a.event_type is EventType.CONSULT:
        return _everyone(a) == _everyone(b) and not _rivals(a, b, _DOERS)
    return _sides_agree(a, b) and not _rivals(a, b, (Role.ACTOR,))


def _modes_agree(a: Draft, b: Draft) -> bool:
    if a.event_mode == b.event_mode:
        return True
    return a.event_type is EventType.ASSAULT and "attack" in {a.event_mode, b.event_mode}


def _dates_agree(a: DateMention | None, b: DateMention | None) -> bool:
    if a is None or b is None or a.date is None or b.date is None:
        return True
    return a.date <= (b.date_end or b.date) and b.date <= (a.date_end or a.date)


def _everyone(draft: Draft) -> frozenset[str]:
    return frozenset(side(a) for a in draft.actors)


def _sides_agree(a: Draft, b: Draft) -> bool:
    """The same doers, and recipients that are the same or told only once; a deed told once without its doer."""
    doers_a, doers_b = a.sides(Role.ACTOR), b.sides(Role.ACTOR)
    hit_a, hit_b = a.sides(Role.RECIPIENT), b.sides(Role.RECIPIENT)
    if doers_a == doers_b:
        return hit_a == hit_b or not hit_a or not hit_b or (bool(doers_a) and (hit_a <= hit_b or hit_b <= hit_a))
    if a.event_type in {EventType.ASSAULT, EventType.COERCE} and (not doers_a or not doers_b):
        return bool(hit_a) and hit_a == hit_b
    return (
        bool(doers_a)
        and bool(doers_b)
        and (doers_a <= doers_b or doers_b <= doers_a)
        and hit_a == hit_b
        and a.sentence.index != b.sentence.index
    )


def _rivals(a: Draft, b: Draft, roles: tuple[Role, ...]) -> bool:
    """Two different persons of one side: two facts, not one told twice."""
    for one in a.actors:
        if one.role not in roles or not one.actor_id.startswith("person:"):
            continue
        others = {x.actor_id for x in b.actors if x.role in roles and side(x) == side(one) and x.actor_id.startswith("person:")}
        if others and one.actor_id not in others:
            return True
    return False


def _fullness(draft: Draft) -> tuple[int, int, int, int]:
    people = sum(a.actor_id.startswith("person:") for a in draft.actors)
    return (len(draft.actors) + people, draft.date is not None, not draft.noun, min(draft.end - draft.start, 400))


def _join(a: Draft, b: Draft) -> Draft:
    """The fuller telling, with what only the other one says."""
    best, rest = (a, b) if _fullness(a) >= _fullness(b) else (b, a)
    best.actors = _actors(best.actors, rest.actors, persons=best.event_type is not EventType.ASSAULT)
    if best.date is None or (best.inherits and rest.date is not None and not rest.inherits):
        best.date, best.date_why, best.inherits = rest.date, rest.date_why, rest.inherits
    best.place = best.place or rest.place
    if best.event_mode == "attack":
        best.event_mode = rest.event_mode
    best.tellings = a.tellings + b.tellings
    return best


def _actors(best: Sequence[Actor], rest: Sequence[Actor], *, persons: bool) -> list[Actor]:
    """A person stands for his or her state (not where armies fight); parties that only one telling names are added."""
    out = {(a.role, a.actor_id): a for a in best}
    for actor in rest:
        if (actor.role, actor.actor_id) in out:
            continue
        allies = [k for k, a in out.items() if a.role == actor.role and side(a) == side(actor)]
        if not allies:
            out[(actor.role, actor.actor_id)] = actor
        elif persons and actor.actor_id.startswith("person:") and all(not out[k].actor_id.startswith("person:") for k in allies):
            del out[allies[0]]
            out[(actor.role, actor.actor_id)] = actor
    return list(out.values())
