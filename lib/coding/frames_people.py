"""Frames of what is done for or about people: aid, envoys called home, protests, evacuations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.frames_deeds import doers, parties_behind
from lib.coding.frames_speech import recipients, speakers
from lib.coding.reading_context import Context, new_draft, refs_of
from lib.records import Actor, EventType, Role

if TYPE_CHECKING:
    from lib.coding.drafts import Draft
    from lib.coding.verbs import Verb

_HOME = ("về nước", "tham vấn", " tại ", " ở ", "về để")  # an ambassador so called is one's own
_CITIZENS = ("công dân", "kiều dân", "nhân viên", "người", "đại sứ quán", "cư dân", "thường trú nhân")
_BEHIND = 25  # characters behind "sơ tán" in which those taken out are named


def give(ctx: Context, verb: Verb) -> list[Draft]:
    """Aid: the giver is the subject, the taker stands behind "cho", "tới" or the verb."""
    actors = speakers(ctx, verb)
    if _given_by(ctx, verb):
        ctx.drop(verb, "dropped.attribute")
        return []
    if verb.passive or not actors or verb.rule.noun:
        ctx.drop(verb, "dropped.no_donor")
        return []
    reach = ctx.reach(verb)
    takers = parties_behind(ctx, reach, "with", "to", "toward") or ctx.find_parties(reach, stop_kinds=("separator",))
    found = recipients(actors, takers)
    own_sides = {a.country for a in actors if a.country}
    given = refs_of(takers, Role.RECIPIENT)
    if given and all(a.country in own_sides for a in given):
        ctx.drop(verb, "dropped.aid_to_own_side")
        return []
    if (verb.rule.weak or verb.rule.entry.needs == "party") and not found:
        ctx.drop(verb, "dropped.no_aided")
        return []
    return [new_draft(ctx, verb, [*actors, *found], reach)]


def _given_by(ctx: Context, verb: Verb) -> bool:
    """ "tên lửa do Mỹ, Anh viện trợ", "tên lửa mà Mỹ viện trợ": whose gift a thing is."""
    k = verb.index - 1
    while k > 0 and (ctx.items[k].mention is not None or ctx.items[k].is_cue("separator", "coordinator")):
        k -= 1
    return 0 <= k < verb.index - 1 and ctx.token(ctx.items[k]) in {"do", "mà"} and ctx.items[k].last == ctx.items[k + 1].first


def recall(ctx: Context, verb: Verb) -> list[Draft]:
    """An ambassador called home; one of the other side called in is a protest."""
    actors = speakers(ctx, verb)
    if not actors or verb.passive:
        ctx.drop(verb, "dropped.no_recaller")
        return []
    reach = ctx.reach(verb)
    found = recipients(actors, ctx.find_parties(reach, skip_places=False))
    end = ctx.reach_end(verb, reach)
    if verb.rule.weak and not any(w in ctx.doc.text[verb.item.start : end].lower() for w in verb.rule.entry.object):
        ctx.drop(verb, "dropped.no_envoy")
        return []
    draft = new_draft(ctx, verb, [*actors, *found], reach)
    behind = ctx.doc.text[verb.item.end : draft.end].lower()
    said = ctx.doc.text[verb.item.start :].lower()
    summons = ctx.token(verb.item) == "triệu" and not said.startswith("triệu hồi")
    home = any(w in f"{behind} " for w in _HOME) and not said.startswith("triệu tập")
    if ("bộ ngoại giao" in behind and ("tới" in behind or "đến" in behind)) or (summons and not home):
        draft.event_type, draft.event_mode = EventType.ACCUSE, "disapprove"
    return [draft]


def protest(ctx: Context, verb: Verb) -> list[Draft]:
    """People who demonstrate carry the country they demonstrate in; what they are against is the recipient."""
    reach = ctx.reach(verb)
    actors = (
        refs_of([i for i in verb.subject if i.mention is not None and i.mention.form != "media"], Role.ACTOR) if not verb.rule.noun else []
    )
    people = ctx.doc.text[verb.item.start : verb.item.end].lower().endswith("người biểu tình")
    around = reach if people else (*reach, *ctx.items)
    place = next((i.mention.place for i in around if i.mention is not None and i.mention.place is not None), None)
    if not actors and place is not None and place.country:
        state = ctx.doc.kb.entities.get(f"state:{place.country}")
        if state is not None:
            actors = [Actor(Role.ACTOR, state.actor_id, state.name, country=state.country)]
    text = ctx.doc.text[verb.item.start : ctx.reach_end(verb, reach)].lower()
    found = recipients([], ctx.find_parties(reach)) if "phản đối" in text or "chống" in text else []
    if not actors:
        ctx.drop(verb, "dropped.no_protester")
        return []
    if "ăn mừng" in text or "chào đón" in text or " mừng " in f"{text} ":
        ctx.drop(verb, "dropped.no_protest")
        return []
    return [new_draft(ctx, verb, [*actors, *found], reach)]


def evacuate(ctx: Context, verb: Verb) -> list[Draft]:
    """A state that brings its people out, or whose people leave."""
    actors = doers(ctx, verb)
    clause = ctx.doc.text[(verb.subject[0].end if verb.subject else verb.item.start) : verb.item.end].lower()
    clause += ctx.doc.text[verb.item.end : verb.item.end + _BEHIND].lower().replace("người", "", 0 if verb.rule.tail else -1)
    leaves = ctx.token(verb.item) in {"rời", "đã"} and all(a.actor_id.startswith("person:") for a in actors)
    if verb.passive or not actors or leaves or not any(w in clause for w in _CITIZENS):
        ctx.drop(verb, "dropped.no_evacuation")
        return []
    reach = ctx.reach(verb)
    return [new_draft(ctx, verb, [a for a in actors if a.country or a.affiliation] or actors, reach)]
