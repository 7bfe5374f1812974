"""The frame of warnings: a threat to a party, or concern at what somebody else may do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.frames_speech import noun_statement, recipients, speakers
from lib.coding.reading_context import Context, new_draft, refs_of
from lib.records import Actor, EventType, MentionKind, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.verbs import Verb

_WARNED = 14  # tokens behind a warning within which the deed that it is about is told
_BARE = 2  # words behind the warned party, of a warning that says no more
_VOWS = ("sẽ ", "sẵn sàng ", "xử lý ", "đáp trả", "trả đũa")  # what opens with these the warner itself will do
_COMES = tuple(f"sẽ {word} " for word in ("có", "xảy ra", "diễn ra", "là", "xuất hiện", "còn", "thiếu"))  # but for what will come by itself


def warn(ctx: Context, verb: Verb) -> list[Draft]:
    """A warning: a threat where a party is told what it will face, else a statement of concern."""
    actors = speakers(ctx, verb)
    if verb.rule.noun:
        return noun_statement(ctx, verb)
    if actors is None:
        ctx.drop(verb, "dropped.no_warner")
        return []
    reach = ctx.reach(verb, over_commas=True)
    text = ctx.doc.text[verb.item.end : ctx.reach_end(verb, reach)].lower()
    threat = any(word in text for word in ctx.lexicon.threats) and not _fears(ctx, verb, actors)
    direct = _warned(ctx, verb, reach)
    found = _others(actors, recipients(actors, direct or ctx.find_parties(reach)))
    if not found and threat:
        behind = [i for i in ctx.items[verb.index + 1 + len(reach) :] if i.first - verb.item.last <= _WARNED]
        found = recipients(actors, ctx.find_parties(behind))  # "cảnh báo hậu quả khủng khiếp khi Mỹ tập trận"
    own = not found and any(side(a) in {side(b) for b in actors} for a in refs_of(direct, Role.RECIPIENT))
    if own:  # "Ông Trump cảnh báo Mỹ có thể ném bom Iran": what the warner itself may do
        found = next(
            (r for i in reach if i not in direct and i.mention is not None and (r := _others(actors, recipients(actors, [i])))), []
        )
    draft = new_draft(ctx, verb, [*actors], reach)
    foe = _others(actors, recipients(actors, _conditional(ctx, verb)))
    found = foe or found
    threatens = (
        bool(foe)
        or (direct and found and _forbids(ctx, direct, reach, verb))
        or (threat and (found or direct or " sẽ " in f" {text} "))
        or _vows(ctx, verb, text, actors)
        or (direct and found and len(ctx.doc.text[direct[-1].end : ctx.reach_end(verb, reach)].split()) < _BARE)
        or (own and found and any(w in text for w in ("nếu ", "trừ khi", "có thể ")))
        or (direct and found and any(w in text for w in ("không được", "chớ ", "nếu không")))
        or (found and " sẽ " in f" {text} " and (direct or "nếu " in text or "trong trường hợp" in text))
    )
    if threatens and not _unarmed(actors):
        draft.actors += [a for a in found if side(a) not in {side(b) for b in actors}]
    else:
        draft.event_type, draft.event_mode = EventType.EXPRESS, "concern"
        draft.actors += [a for a in found if direct and side(a) not in {side(b) for b in actors}]
    return [draft]


def _conditional(ctx: Context, verb: Verb) -> list[Item]:
    """ "cảnh báo nếu Belarus xâm phạm biên giới, nước này sẽ đáp trả": whose step, in the clause of condition, will be answered."""
    k = verb.index + 1
    if k + 1 >= len(ctx.items) or not ctx.items[k].is_cue("hypothesis") or ctx.token(ctx.items[k]) not in {"nếu", "trong"}:
        return []
    foe = ctx.items[k + 1]
    answered = "sẽ" in ctx.doc.text[foe.end : ctx.sentence.end].lower().split()
    near = ctx.items[k].first - verb.item.last <= 1 and foe.first - ctx.items[k].last <= 1
    return [foe] if near and answered and foe.mention is not None and foe.mention.form != "place" else []


def threatens_if(ctx: Context, verb: Verb, actors: Sequence[Actor]) -> bool:
    """ "nói rằng nếu Peru xâm phạm biên giới, Chile sẽ đáp trả": what another side will face for a step of its own."""
    foe = _others(actors, recipients(actors, _conditional(ctx, verb)))
    if not foe:
        return False
    comma = next((i for i in ctx.items[verb.index + 3 :] if i.is_cue("separator") and ctx.token(i) == ","), None)
    main = ctx.doc.text[comma.end : ctx.sentence.end].lower() if comma is not None else ""
    return any(word in main for word in ctx.lexicon.threats)


def _forbids(ctx: Context, direct: Sequence[Item], reach: Sequence[Item], verb: Verb) -> bool:
    """ "cảnh báo Iran không thu phí": right behind whom it warns stands what that party must not do."""
    behind = ctx.doc.text[direct[-1].end : ctx.reach_end(verb, reach)].lower().split()
    return behind[:1] in (["không"], ["đừng"], ["chớ"]) and behind[1:2] not in (["có"], ["thể"], ["còn"], ["chỉ"])


def _others(actors: Sequence[Actor], found: Sequence[Actor]) -> list[Actor]:
    """Those warned, without the warner's own forces ("cảnh báo quân đội Mỹ sẽ tấn công Iran")."""
    own = {side(a) for a in actors}
    return [a for a in found if not (a.sector is Sector.MIL and side(a) in own)]


def _vows(ctx: Context, verb: Verb, text: str, actors: Sequence[Actor]) -> bool:
    """ "Peru cảnh báo sẽ đáp lại", "cảnh báo nếu bị xâm phạm, nước này sẽ…": what the warner itself will do."""
    said = text.lstrip(" \"“'‘").removeprefix("rằng ")
    if said.startswith(_VOWS) and not said.startswith(_COMES):
        return True
    sides = {side(a) for a in actors}
    tokens = ctx.sentence.tokens
    for item in ctx.items[verb.index + 1 :]:
        if item.is_cue("speech"):
            return False
        told = item.mention.refs if item.mention is not None else ()
        if told and {side(a) for a in told} <= sides and item.last < len(tokens) and tokens[item.last].low == "sẽ":
            return True
    return False


def _fears(ctx: Context, verb: Verb, actors: Sequence[Actor]) -> bool:
    """ "Ukraine cảnh báo các cuộc tấn công của Nga có thể bắt đầu": what another side may do is feared, not threatened."""
    k = verb.index + 1
    noun = ctx.items[k].sense if k + 2 < len(ctx.items) else None
    if noun is None or not noun.noun or noun.entry.type is not EventType.ASSAULT or ctx.token(ctx.items[k + 1]) != "của":
        return False
    doer = refs_of([ctx.items[k + 2]], Role.RECIPIENT)
    rest = ctx.doc.text[ctx.items[k + 2].end : ctx.sentence.end].lower()
    return bool(doer) and {side(a) for a in doer}.isdisjoint({side(a) for a in actors}) and "dẫn đến" not in rest and "trả giá" not in rest


def _unarmed(actors: Sequence[Actor]) -> bool:
    """The United Nations and their agencies warn of dangers; they threaten nobody."""
    return bool(actors) and all("igo:un" in {a.actor_id, a.affiliation} for a in actors)


def _warned(ctx: Context, verb: Verb, reach: Sequence[Item]) -> list[Item]:
    for item in reach:
        if item.mention is not None and item.first - verb.item.last <= 4:
            return ctx.group_from(ctx.items.index(item)) if item.mention.kind is not MentionKind.PLACE and not item.mention.modifier else []
        if item.is_cue("about", "hypothesis") or item.sense is not None:
            return []
    return []
