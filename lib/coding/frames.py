"""Frames: how a trigger of the lexicon takes its actor and recipient, and what it refuses.

Each frame gets a verb that the clause reader has bound and gives the drafts of its events, or none after noting why.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.counterparties import with_counterparty
from lib.coding.drafts import Draft, side
from lib.coding.frames_consult import attend, meet, meet_noun, visit, visit_noun, with_mediators
from lib.coding.frames_deeds import clash, in_case, joint, own, strike, suffer
from lib.coding.frames_people import evacuate, give, protest, recall
from lib.coding.frames_speech import charge, demand, grant, need, of_another, recipients, speakers, target, truce, view
from lib.coding.frames_warnings import threatens_if, warn
from lib.knowledge.triggers import VERBAL
from lib.records import EventType, Role, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lib.coding.reading_context import Context
    from lib.coding.verbs import Verb
    from lib.records import Actor

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
        told = verb.doubt == "object" and verb.rule.entry.frame == "strike" and in_case(ctx, verb)
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
            elif verb.planned and (not verb.is_statement or draft.event_mode == "sign"):
                draft.status = Status.PLANNED  # what a party says that it will say or back, it says now
            if verb.past and draft.status is Status.ACTUAL:
                draft.status = Status.HISTORICAL
            out.append(with_counterparty(ctx, verb, draft))
    return out + _positions(ctx, out)


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


_STANDS = frozenset(
    "tuyên bố|khẳng định|nhấn mạnh|cho rằng|nhận định|bình luận|nêu rõ|nói rằng|tin rằng|quả quyết|nói|"
    "nói thêm|nói rõ|khẳng định rằng|tái khẳng định|thừa nhận|cam đoan|đánh giá|chỉ ra|kết luận|nhắc lại rằng".split("|")
)
_STANCES = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.SUPPORT, EventType.REQUEST})  # what is said behind one is its ground
_INFORMS = frozenset(
    {"cho biết", "cho hay", "cho biết thêm"}
)  # an official takes a stand with these, unless what is told opens with a figure
_DANGERS = (
    "có thể can dự",
    "có thể leo thang",
    "có nguy cơ leo thang",
    "có nguy cơ bùng phát",
    "bên bờ vực",
)  # of these one speaks with concern
_SUBSTANCE = 25  # characters that a statement of position has at least
_OPENS = 12  # and within which a deed that nobody is named for is what is told, not a word on something in it
_AT_OCCASIONS = frozenset({"trong", "tại", "sau", "trước", "nhân"})
_NOT_SAID = frozenset({"gì", "thấp"})  # "nói gì về…", "đánh giá thấp"
_INTRODUCES = 2  # tokens of "nói rằng," before what is said
_FIGURE = 15  # characters behind the verb within which a figure opens what is told


def _positions(ctx: Context, told: list[Draft]) -> list[Draft]:
    """What officials say without taking a side are statements of position, one a side and sentence."""
    counts = ctx.sentence.numbers and any(i.is_cue("harm") for i in ctx.items)
    if counts or ctx.sentence.kind == "caption":
        return []
    out: list[Draft] = []
    for verb in ctx.verbs:
        if verb.sense is not None or verb.doubt or verb.planned or verb.habit or verb.governor is not None or _quotes(ctx, verb):
            continue
        said = ctx.doc.text[verb.item.start : verb.item.end].lower()
        if _is_noun(ctx, verb):
            continue
        if said not in _STANDS and (said not in _INFORMS or _counts(ctx, verb)):
            continue
        end = _words_end(ctx, verb)
        actors = speakers(ctx, verb) if end - verb.item.end >= _SUBSTANCE else None
        sides = {side(a) for a in actors or ()}
        if not actors or any(_tells_it(ctx, d, actors, verb, end) for d in (*told, *out)):
            continue
        named = recipients(actors, ctx.find_parties([i for i in ctx.items[verb.index + 1 :] if i.start < end])[:1])
        concern = any(w in ctx.doc.text[verb.item.end : end].lower() for w in _DANGERS)
        threat = threatens_if(ctx, verb, actors)
        out.append(
            Draft(
                sentence=ctx.sentence,
                event_type=EventType.THREATEN if threat else EventType.EXPRESS,
                event_mode="warn" if threat else "concern" if concern else "position",
                actors=[*actors, *(a for a in named if side(a) not in sides)],
                start=min([verb.item.start, *(i.start for i in verb.subject)]),
                end=end,
                trigger_start=verb.item.start,
                trigger_end=verb.item.end,
                rule="express.position.said",
                verb=verb,
            )
        )
    return out


def _tells_it(ctx: Context, draft: Draft, actors: Sequence[Actor], verb: Verb, end: int) -> bool:
    """Whether a draft tells what is said, or what its speaker says or does beside it.

    A meeting is only the occasion or the topic of what is said, but for one that its party tells of. Of what others
    say one may take a view; the force that they use is only reported. What is said behind a stand is its ground.
    """
    within = not draft.noun and verb.item.start < draft.trigger_start < end
    if draft.event_type is EventType.CONSULT:
        attends = not {a.actor_id for a in actors}.isdisjoint(a.actor_id for a in draft.actors)
        return attends and verb.item.start < draft.trigger_start < end and not _is_occasion(ctx, verb, draft)
    own = not {side(a) for a in actors}.isdisjoint(draft.sides(Role.ACTOR))
    if own:
        stood = draft.event_type in _STANCES and draft.trigger_start < verb.item.start
        return within or stood or draft.event_type not in VERBAL or draft.event_type is EventType.EXPRESS
    if not draft.sides(Role.ACTOR):
        return within and draft.start - verb.item.end <= _OPENS
    return within and draft.event_type not in VERBAL


def _is_occasion(ctx: Context, verb: Verb, draft: Draft) -> bool:
    """ "khẳng định … khi tiếp Đại sứ Peru", "nhấn mạnh … trong cuộc gặp": on what occasion it is said, behind the words."""
    between = [i for i in ctx.items[verb.index + 1 :] if i.end <= draft.trigger_start]
    return any(i.is_cue("subordinate") for i in between) or (bool(between) and ctx.token(between[-1]) in _AT_OCCASIONS)


def _is_noun(ctx: Context, verb: Verb) -> bool:
    """ "Theo tuyên bố do X đưa ra", "X nói gì về…": no statement is told there."""
    before = ctx.items[verb.index - 1] if verb.index else None
    behind = ctx.sentence.tokens[verb.item.last : verb.item.last + 1]
    return (before is not None and before.is_cue("according") and before.last == verb.item.first) or any(t.low in _NOT_SAID for t in behind)


def _words_end(ctx: Context, verb: Verb) -> int:
    """Where the words of a statement end: before a comma behind which a clause of its own opens (", sau khi…", ", còn B…").

    So does what else the speaker says or does (", bác bỏ…", ", đồng thời kêu gọi…").
    """
    for k in range(verb.index + 2, len(ctx.items)):
        item, before = ctx.items[k], ctx.items[k - 1]
        if not before.is_cue("separator") or before.last != item.first:
            continue
        following = ctx.by_index.get(k + item.is_cue("coordinator"))
        further = following is not None and following.subject == verb.subject and following.governor is verb.governor
        further = further and before.first - verb.item.last > _INTRODUCES
        if item.is_cue("subordinate") or ctx.token(item) == "còn" or further:
            return before.start
    return ctx.sentence.end


def _counts(ctx: Context, verb: Verb) -> bool:
    """ "Bộ Y tế cho biết hơn 200 người…": what is told opens with a figure."""
    return any(0 <= n.start - verb.item.end < _FIGURE and any(c.isdigit() for c in n.text) for n in ctx.sentence.numbers)


def _told_of_others(verb: Verb, draft: Draft) -> bool:
    """A plan that somebody else says a party has is no event; one that it announces of itself is."""
    if draft.event_type is EventType.CONSULT or verb.governor is None or not verb.governor.subject:
        return False
    tellers = {side(a) for i in verb.governor.subject if i.mention is not None for a in i.mention.refs}
    return bool(tellers) and tellers.isdisjoint(draft.sides(Role.ACTOR))


def _quotes(ctx: Context, verb: Verb) -> bool:
    """Whether a colon and a quotation follow, which speaks for itself."""
    return ctx.doc.text[verb.item.end : verb.item.end + 2].startswith(":")


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
