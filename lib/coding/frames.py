"""Frames: how a trigger of the lexicon takes its actor and recipient, and what it refuses.

Each frame gets a verb that the clause reader has bound and gives the drafts of its events, or none after noting why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.counterparties import with_counterparty
from lib.coding.drafts import Draft, side
from lib.coding.force import used_for
from lib.coding.frames_consult import attend, meet, meet_noun, visit, visit_noun, with_mediators
from lib.coding.frames_deeds import in_case, joint, own
from lib.coding.frames_demands import demand, need
from lib.coding.frames_moves import presence
from lib.coding.frames_people import evacuate, give, protest, recall, receive, release
from lib.coding.frames_positions import positions
from lib.coding.frames_speech import charge, grant, of_another, target, truce, view
from lib.coding.frames_strike import strike
from lib.coding.frames_suffered import clash, suffer
from lib.coding.frames_warnings import warn
from lib.records import EventType, Role, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.coding.reading_context import Context
    from lib.coding.verbs import Verb

FRAMES: dict[str, Callable[[Context, Verb], list[Draft]]] = {
    "target": target,
    "charge": charge,
    "demand": demand,
    "need": need,
    "grant": grant,
    "view": view,
    "warn": warn,
    "own": own,
    "joint": joint,
    "truce": truce,
    "give": give,
    "receive": receive,
    "release": release,
    "presence": presence,
    "strike": strike,
    "suffer": suffer,
    "clash": clash,
    "recall": recall,
    "protest": protest,
    "evacuate": evacuate,
    "meet": meet,
    "meet_noun": meet_noun,
    "visit": visit,
    "visit_noun": visit_noun,
    "attend": attend,
}
_REASONS = {
    "negated": "dropped.negated",
    "hypothesis": "dropped.hypothesis",
    "purpose": "dropped.purpose",
    "ended": "dropped.ended",
    "object": "dropped.object",
    "effect": "dropped.effect",
}


def draft_events(ctx: Context) -> list[Draft]:
    """The drafts of every trigger of a sentence whose frame is met."""
    out: list[Draft] = []
    for verb in ctx.verbs:
        if verb.sense is None:
            continue
        told = verb.doubt in {"object", "purpose"} and verb.rule.entry.frame == "strike" and in_case(ctx, verb)
        told = told or (verb.doubt == "purpose" and verb.rule.entry.type is EventType.ASSAULT and used_for(ctx, verb))
        reason = _nominal(ctx, verb) if told else _refusal(verb) or _nominal(ctx, verb)
        if reason:
            ctx.drop(verb, reason)
            continue
        drafts = FRAMES[verb.rule.entry.frame](ctx, verb)
        if verb.rule.entry.type is EventType.CONSULT:
            drafts = with_mediators(ctx, drafts)
            verb.planned = verb.planned or _coming(ctx, verb)
        for draft in drafts:
            force = draft.event_type is EventType.ASSAULT
            if verb.planned and (_told_of_others(verb, draft) or (force and of_another(ctx, verb))):
                ctx.drop(verb, "dropped.plan_by_others")
                continue
            if verb.planned and draft.event_type is EventType.ASSAULT:
                draft.event_type, draft.event_mode = EventType.THREATEN, "warn"  # force that a party announces of itself
            elif verb.planned and (not verb.is_statement or draft.event_mode == "sign" or draft.event_type is EventType.CONCEDE):
                draft.status = Status.PLANNED  # what a party says that it will say or back, it says now
            if verb.past and draft.status is Status.ACTUAL:
                draft.status = Status.HISTORICAL
            out.append(with_counterparty(ctx, verb, draft))
    return out + positions(ctx, out)


_COMING = ("sắp tới", "tới đây", "sắp diễn ra")
_GONE = ("vừa qua", "hồi ", "năm ngoái", "tuần trước", "tháng trước", "năm 20")


def _coming(ctx: Context, verb: Verb) -> bool:
    """ "Chuyến thăm Việt Nam sắp tới của A", "trước cuộc gặp": the noun's own phrase says that it is yet to come."""
    if verb.sense is None or not verb.sense.noun:
        return False
    ahead = [t.low for t in ctx.sentence.tokens[max(0, verb.item.first - 2) : verb.item.first]]
    ends = (i.start for i in ctx.items[verb.index + 1 :] if i.sense is not None or i.is_cue("separator", "speech"))
    phrase = ctx.doc.text[verb.item.end : next(ends, ctx.sentence.end)].lower()
    if "thềm" in ahead or ahead[-1:] == ["trước"]:
        day = ctx.doc.day
        past = any(d.date is not None and day is not None and d.date < day for d in ctx.sentence.dates)
        return not past and not any(word in phrase for word in _GONE)
    return any(word in phrase for word in _COMING)


def _told_of_others(verb: Verb, draft: Draft) -> bool:
    """A plan that somebody else says a party has is no event; one that it announces of itself is."""
    if draft.event_type is EventType.CONSULT or verb.governor is None or not verb.governor.subject:
        return False
    tellers = {side(a) for i in verb.governor.subject if i.mention is not None for a in i.mention.refs}
    return bool(tellers) and tellers.isdisjoint(draft.sides(Role.ACTOR))


def _nominal(ctx: Context, verb: Verb) -> str:
    """A verbal trigger right behind a noun that it qualifies ("đoàn xe viện trợ") tells no deed."""
    after = ctx.items[verb.index + 1] if verb.index + 1 < len(ctx.items) else None
    if (
        (verb.rule.entry.is_statement or verb.rule.entry.type is EventType.MOBILIZE)
        and not verb.rule.noun
        and after is not None
        and (ctx.token(after) == "của" or (ctx.token(after) == "từ" and verb.rule.entry.type is EventType.ACCUSE))
        and after.first == verb.item.last
        and (verb.item.last - verb.item.first <= 2 or verb.rule.entry.type is EventType.MOBILIZE)
    ):
        return "dropped.noun"
    before = ctx.items[verb.index - 1] if verb.index else None
    if verb.rule.entry.is_statement and not verb.rule.noun and _counted(ctx, verb):
        return "dropped.noun"
    single = verb.rule.entry.is_statement and not verb.rule.noun and verb.item.last - verb.item.first <= 2
    if single and before is not None and before.is_cue("of", "about", "toward", "according") and before.last == verb.item.first:
        return "dropped.noun"
    if verb.passive and verb.rule.entry.is_statement and not verb.agent:
        return "dropped.passive"
    if verb.rule.noun and before is not None and before.last == verb.item.first and ctx.token(before) in {"cơ", "khuôn"}:
        return "dropped.mechanism"
    behind_with = before is not None and ctx.token(before) == "với" and before.last == verb.item.first
    if single and behind_with and verb.rule.entry.type is EventType.ACCUSE:
        return "dropped.noun"  # "bị bắt với cáo buộc làm gián điệp"
    return "dropped.attribute" if verb.nominal else ""


def _counted(ctx: Context, verb: Verb) -> bool:
    """ "những cam kết", "vì cáo buộc biển thủ": words of speech behind a word that counts them, or told as a cause."""
    before = ctx.sentence.tokens[verb.item.first - 1].low if verb.item.first else ""
    behind = ctx.sentence.tokens[verb.item.last].low if verb.item.last < len(ctx.sentence.tokens) else ""
    if before in {"những", "các", "mọi", "sự"} or (before == "," and behind in {"vốn", "mà"}):
        return True
    after = ctx.items[verb.index + 1] if verb.index + 1 < len(ctx.items) else None
    party = after is not None and after.mention is not None and after.first - verb.item.last <= 1
    return verb.rule.entry.mode == "allege" and before in {"vì", "bởi", "do"} and not party


def _refusal(verb: Verb) -> str:
    """The key of the reason why a verb makes no event whatever its arguments, or nothing."""
    governor = verb.governor
    refused = governor is not None and governor.sense is not None and governor.sense.entry.type is EventType.REJECT
    if refused and verb.rule.entry.type is EventType.CONSULT:
        return _REASONS["negated"]
    if verb.rule.noun and verb.doubt in {"object", "purpose"} and not verb.rule.entry.is_statement:
        return ""
    if verb.rule.entry.type is EventType.CONSULT and verb.doubt == "purpose":
        return ""
    received = refused is False and governor is not None and governor.sense is not None and governor.sense.entry.frame == "meet"
    if verb.rule.entry.frame == "visit" and verb.doubt == "object" and received and not verb.rule.weak:
        return ""  # "đón Tổng thống Peru thăm chính thức Chile"
    if verb.rule.entry.frame == "grant" and verb.doubt == "object" and verb.rule.entry.type is EventType.ACCUSE:
        return ""  # "việc Israel không kích Gaza là bất hợp pháp": what is said of the deed
    if verb.rule.entry.id == "express.spread":
        return ""
    if verb.rule.entry.frame == "need" and verb.doubt in {"hypothesis", "purpose"}:
        return _REASONS[verb.doubt]
    return _REASONS.get(verb.doubt, "")
