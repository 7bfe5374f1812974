"""One fact out of two tellings: whether their days and persons agree, and the fuller telling with what only the other says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import Draft, side
from lib.records import Actor, EventType, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.records import DateMention


def dates_agree(a: DateMention | None, b: DateMention | None) -> bool:
    """Whether two days, where both are told, may be one."""
    if a is None or b is None or a.date is None or b.date is None:
        return True
    return a.date <= (b.date_end or b.date) and b.date <= (a.date_end or a.date)


def rivals(a: Draft, b: Draft, roles: tuple[Role, ...]) -> bool:
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


def join(a: Draft, b: Draft, *, keep: bool = False) -> Draft:
    """The fuller telling (the first, with `keep`), with what only the other one says."""
    best, rest = (a, b) if keep or _fullness(a) >= _fullness(b) else (b, a)
    best.actors = _actors(best.actors, rest.actors, persons=best.event_type is not EventType.ASSAULT)
    if best.date is None or (best.inherits and rest.date is not None and not rest.inherits):
        best.date, best.date_why, best.inherits = rest.date, rest.date_why, rest.inherits
    best.place = best.place or rest.place
    if best.event_mode in {"attack", "other"}:
        best.event_mode = rest.event_mode
    best.tellings = a.tellings + b.tellings
    return best


def _actors(best: Sequence[Actor], rest: Sequence[Actor], *, persons: bool) -> list[Actor]:
    """A person stands for his or her state (not where armies fight); parties that only one telling names are added."""
    out = list(best)
    for actor in rest:
        if any((a.role, a.actor_id) == (actor.role, actor.actor_id) for a in out):
            continue
        allies = [k for k, a in enumerate(out) if a.role == actor.role and side(a) == side(actor)]
        if not allies:
            out.append(actor)
        elif persons and actor.actor_id.startswith("person:") and all(not out[k].actor_id.startswith("person:") for k in allies):
            out[allies[0]] = actor
    return out
