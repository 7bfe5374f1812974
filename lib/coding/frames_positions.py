"""What officials say without taking a side: statements of position, which no trigger of the lexicon tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import Draft, side
from lib.coding.frames_speech import recipients, speakers
from lib.coding.frames_warnings import threatens_if
from lib.knowledge.triggers import VERBAL
from lib.records import EventType, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.reading_context import Context
    from lib.coding.verbs import Verb
    from lib.records import Actor

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


def positions(ctx: Context, told: list[Draft]) -> list[Draft]:
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
        deed = draft.event_type not in VERBAL and not (within and _is_added(ctx, verb, draft))
        return stood or deed or (within and draft.event_type in VERBAL) or draft.event_type is EventType.EXPRESS
    if not draft.sides(Role.ACTOR):
        return within and draft.start - verb.item.end <= _OPENS
    return within and draft.event_type not in VERBAL


def _is_added(ctx: Context, verb: Verb, draft: Draft) -> bool:
    """ "nói nước này không thù địch với ai, nhưng sẵn sàng…": a deed told behind what else is said."""
    between = [i for i in ctx.items[verb.index + 1 :] if i.end <= draft.trigger_start]
    return any(ctx.token(i) in {"nhưng", "song"} and i.start - verb.item.end >= _SUBSTANCE for i in between)


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


def _quotes(ctx: Context, verb: Verb) -> bool:
    """Whether a colon and a quotation follow, which speaks for itself."""
    return ctx.doc.text[verb.item.end : verb.item.end + 2].startswith(":")
