"""Told twice, coded once: drafts of one fact become one event with its fullest clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import Draft, side
from lib.coding.headlines import retold
from lib.coding.joining import dates_agree, join, rivals
from lib.knowledge.triggers import VERBAL
from lib.records import EventType, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEAR = 3  # sentences within which a headline's warning is told again
_BESIDE = 4  # characters between two coordinated words for one stand: ", ", " và "
_DOERS = (Role.ACTOR, Role.PARTICIPANT, Role.HOST)


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """One draft a fact, in the order of the text."""
    told = [d for d in drafts if not _commented(d, drafts)]
    out = retold(_joined(_joined(told)))  # what one joining brings into a sentence may be told there already
    return [d for d in out if not (_milder(d, out) or _announced(d, out) or _carried_out(d, out))]


def _joined(drafts: Sequence[Draft]) -> list[Draft]:
    out: list[Draft] = []
    for draft in drafts:
        same = next((o for o in out if _same(o, draft)), None)
        if same is None:
            out.append(draft)
        else:
            planned = Status.PLANNED in {same.status, draft.status}
            joined = join(same, draft)
            joined.status = Status.PLANNED if planned else joined.status
            out[out.index(same)] = joined
    return out


def _announced(draft: Draft, told: Sequence[Draft]) -> bool:
    """ "Nga lên tiếng về vụ tập kích": that a side reacts, where the article also tells what it says."""
    if draft.rule != "express.reacts":
        return False
    return any(o is not draft and o.event_type in VERBAL and draft.sides(Role.ACTOR) & o.sides(Role.ACTOR) for o in told)


def _commented(draft: Draft, told: Sequence[Draft]) -> bool:
    """ "Việt Nam đề nghị các bên kiềm chế khi bình luận về vụ chạm trán": the comment is what is told before it.

    "Peru lên án vụ tấn công, gọi đây là tội ác": so is what one calls it.
    """
    if draft.rule not in {"express.position", "express.view"}:
        return False
    view = draft.rule == "express.view"
    return any(
        o.sentence is draft.sentence
        and o.trigger_start < draft.trigger_start
        and (o.event_type in VERBAL or (view and o.event_type is not EventType.CONSULT))
        and (view or o.event_type is not EventType.EXPRESS)
        and o.sides(Role.ACTOR) == draft.sides(Role.ACTOR)
        for o in told
    )


def _carried_out(draft: Draft, told: Sequence[Draft]) -> bool:
    """ "phá hủy 3 tiêm kích trong đòn tập kích căn cứ": a noun of force without a doer is the deed that it stands beside."""
    if draft.event_type is not EventType.ASSAULT or not draft.noun or draft.sides(Role.ACTOR):
        return False
    before = [t.low for t in draft.sentence.tokens if t.end <= draft.trigger_start][-1:]
    return before in (["trong"], ["bằng"], ["qua"]) and any(
        o.sentence is draft.sentence
        and o.event_type is EventType.ASSAULT
        and o.trigger_start < draft.trigger_start
        and bool(o.sides(Role.ACTOR))
        for o in told
    )


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
    if a.event_type is not b.event_type or not _modes_agree(a, b) or not dates_agree(a.date, b.date):
        return False
    if a.status is not b.status and not (_announces(a, b) or _announces(b, a)):
        return False
    if a.event_type is EventType.CONSULT:
        return _everyone(a) == _everyone(b) and a.sides(Role.HOST) == b.sides(Role.HOST) and not rivals(a, b, _DOERS)
    return _sides_agree(a, b) and not rivals(a, b, (Role.ACTOR,))


def _announces(noun: Draft, plan: Draft) -> bool:
    """ "Chuyến thăm Nga của ông Modi", without a day: where the article tells it as yet to come, it is."""
    meets = noun.event_type is EventType.CONSULT and plan.status is Status.PLANNED
    return meets and noun.noun and noun.date is None and noun.status is Status.ACTUAL


def _modes_agree(a: Draft, b: Draft) -> bool:
    if a.event_mode == b.event_mode:
        return True
    apart = max(b.trigger_start - a.trigger_end, a.trigger_start - b.trigger_end)
    if a.sentence is b.sentence and a.event_type in VERBAL and 0 <= apart <= _BESIDE:
        return a.event_type is not EventType.REQUEST  # "hoan nghênh, ủng hộ": two words for one stand
    if a.event_type is EventType.ASSAULT and a.sentence is b.sentence and a.sides(Role.ACTOR):
        return a.sides(Role.ACTOR) == b.sides(Role.ACTOR)  # "phóng tên lửa và UAV tập kích": one deed by several means
    return a.event_type is EventType.ASSAULT and "attack" in {a.event_mode, b.event_mode}


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
