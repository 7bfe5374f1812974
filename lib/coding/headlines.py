"""A headline and its lead tell one thing in two wordings: drafts of both become one, whatever their modes and tenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.joining import dates_agree, join, rivals
from lib.knowledge.triggers import VERBAL
from lib.records import EventType, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.drafts import Draft

_TOP = 2  # the last sentence that a lead may be
_DOERS = (Role.ACTOR, Role.PARTICIPANT, Role.HOST)
_SAID = "express.position.said"
_REACTS = "express.reacts"
_FURTHER = frozenset({",", "và", "đồng thời", "song", "nhưng"})  # behind these a sentence tells something else
_CLAIMED = VERBAL | {EventType.ASSAULT, EventType.COERCE, EventType.RETREAT, EventType.SANCTION, EventType.MOBILIZE}
_FAMILIES: dict[EventType, tuple[frozenset[str], ...]] = {
    EventType.ACCUSE: (frozenset({"allege", "disapprove"}),),
    EventType.REJECT: (frozenset({"oppose", "refuse"}),),
    EventType.SUPPORT: (frozenset({"endorse", "welcome"}),),
    EventType.THREATEN: (frozenset({"warn", "ultimatum"}),),
    EventType.EXPRESS: (frozenset({"concern", "position"}),),
    EventType.AGREE: (frozenset({"accept", "sign"}),),
    EventType.COERCE: (frozenset({"seize", "arrest", "restrict"}),),
    EventType.MOBILIZE: (frozenset({"troops", "weapons", "alert"}),),
}
"""Modes between which a headline and its lead waver."""


def retold(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those of the headline joined with those of the lead that tell the same."""
    out = list(drafts)
    for head in [d for d in drafts if d.sentence.kind == "headline" and d.rule != _REACTS]:
        lead = [d for d in out if _leads(d, head)]
        if _summed_up(head, lead):
            out.remove(head)
            continue
        same = next((d for d in lead if _same(head, d, drafts)), None)
        if same is not None:
            place = min(out.index(head), out.index(same))
            status = _status(head, same)
            out.remove(head)
            out.remove(same)
            out.insert(place, _join(head, same))
            out[place].status = status
    return _without_echoes(out)


def _leads(draft: Draft, head: Draft) -> bool:
    return (
        draft.sentence.index != head.sentence.index
        and draft.sentence.index <= _TOP
        and draft.sentence.kind != "headline"
        and draft.rule != _REACTS
    )


def _join(head: Draft, lead: Draft) -> Draft:
    """One draft of both; where they name other recipients, those of the lead."""
    hit, other = head.sides(Role.RECIPIENT), lead.sides(Role.RECIPIENT)
    if hit and other and hit.isdisjoint(other):
        head.actors = [a for a in head.actors if a.role is not Role.RECIPIENT]
    if _SAID in {head.rule, lead.rule} and head.rule != lead.rule:  # a warning says more than that something was said
        return join(head, lead, keep=True) if lead.rule == _SAID else join(lead, head, keep=True)
    return join(head, lead)


def _summed_up(head: Draft, lead: Sequence[Draft]) -> bool:
    """ "Mỹ - Trung đấu khẩu": the lead tells what each of the two says."""
    sides = head.sides(Role.ACTOR)
    if head.event_type is not EventType.ACCUSE or len(sides) < 2 or head.sides(Role.RECIPIENT):
        return False
    return any(d.event_type is EventType.ACCUSE and d.sides(Role.ACTOR) < sides for d in lead)


def _same(head: Draft, lead: Draft, drafts: Sequence[Draft]) -> bool:
    if head.event_type is not lead.event_type or not _modes_agree(head, lead) or not dates_agree(head.date, lead.date):
        return False
    if rivals(head, lead, _DOERS):
        return False
    if head.event_type is EventType.CONSULT:
        one, other = head.sides(Role.PARTICIPANT), lead.sides(Role.PARTICIPANT)
        return one == other and head.sides(Role.ACTOR) == lead.sides(Role.ACTOR) and head.sides(Role.HOST) == lead.sides(Role.HOST)
    doers, others = head.sides(Role.ACTOR), lead.sides(Role.ACTOR)
    hit, other_hit = head.sides(Role.RECIPIENT), lead.sides(Role.RECIPIENT)
    overlap = hit <= other_hit or other_hit <= hit
    if not doers or not others:
        return overlap and bool(hit & other_hit or head.event_type is EventType.MOBILIZE)
    if not (doers <= others or others <= doers):
        return False
    return overlap or (doers == others and _only(head, drafts) and _only(lead, drafts))


def _only(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether its sentence tells no other draft of its type."""
    return sum(d.sentence is draft.sentence and d.event_type is draft.event_type for d in drafts) == 1


def _modes_agree(head: Draft, lead: Draft) -> bool:
    one, other = head.event_mode, lead.event_mode
    if one == other or head.event_type in {EventType.ASSAULT, EventType.SANCTION}:
        return True
    if head.event_type is EventType.REQUEST:
        return "other" in {one, other}
    return any({one, other} <= family for family in _FAMILIES.get(head.event_type, ()))


def _status(head: Draft, lead: Draft) -> Status:
    """A headline leaves out "sẽ": where either says that it is yet to come, or long past, it is."""
    if lead.status is not Status.ACTUAL:
        return lead.status
    return head.status


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """A bare statement in the headline or the lead is what the other of the two tells as a demand, a threat, a deed."""
    out = list(drafts)
    for draft in drafts:
        if draft.rule != _SAID or draft.sentence.index > _TOP:
            continue
        told = next((o for o in out if o is not draft and _echoes(draft, o)), None)
        if told is not None:
            out.remove(draft)
            draft.event_type, draft.event_mode = told.event_type, told.event_mode
            place = out.index(told)
            draft.actors = [a for a in draft.actors if a.role is Role.ACTOR]
            out[place] = join(told, draft, keep=True)
    return out


def _echoes(draft: Draft, told: Draft) -> bool:
    """Whether `draft`, a bare statement, is the other telling of `told`."""
    if told.event_type is EventType.EXPRESS or told.noun or told.sides(Role.ACTOR) != draft.sides(Role.ACTOR):
        return False
    if "headline" not in {draft.sentence.kind, told.sentence.kind} or draft.sentence.kind == told.sentence.kind:
        return False
    if told.sentence.index > _TOP or rivals(draft, told, (Role.ACTOR,)):
        return False
    if draft.sentence.kind == "headline":
        return told.event_type in _CLAIMED and _first_told(told)
    return told.event_type in VERBAL or told.rule.startswith("assault")  # "sắp không kích": force foretold is a threat


def _first_told(draft: Draft) -> bool:
    """Whether nothing else is told between the beginning of its clause and its trigger."""
    return not any(t.low in _FURTHER for t in draft.sentence.tokens if draft.sentence.start <= t.start < draft.trigger_start)
