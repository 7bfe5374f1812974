"""Frames of what is done for or about people: aid, envoys called home, protests, evacuations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.frames_deeds import doers, parties_behind, source
from lib.coding.frames_speech import recipients, speakers, target
from lib.coding.reading_context import Context, new_draft, refs_of
from lib.records import Actor, EventType, MentionKind, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.verbs import Verb

_HOME = ("về nước", "tham vấn", " tại ", " ở ", "về để")  # an ambassador so called is one's own
_CITIZENS = ("công dân", "kiều dân", "nhân viên", "người", "đại sứ quán", "cư dân", "thường trú nhân")
_CROWDS = ("đổ ra đường", "đổ xuống đường")  # so people do for snow and football, too
_CLAIMS = ("phản đối", "biểu tình", "tuần hành", "đòi", "yêu cầu", "ủng hộ", "kêu gọi", "chống", "bày tỏ", "lên án", "tưởng niệm")
_BEHIND = 25  # characters behind "sơ tán" in which those taken out are named


def give(ctx: Context, verb: Verb) -> list[Draft]:
    """Aid: the giver is the subject, the taker stands behind "cho", "tới" or the verb."""
    actors = refs_of(verb.agent, Role.ACTOR) if verb.passive else speakers(ctx, verb)
    if _given_by(ctx, verb):
        ctx.drop(verb, "dropped.attribute")
        return []
    if not actors or verb.rule.noun:
        ctx.drop(verb, "dropped.no_donor")
        return []
    reach = ctx.reach(verb)
    takers = parties_behind(ctx, reach, "with", "to", "toward") or ctx.find_parties(reach, stop_kinds=("separator",))
    takers = verb.subject if verb.passive else takers
    found = recipients(actors, takers)
    if verb.rule.entry.id == "aid.gift":
        found = [a for a in found if not a.actor_id.startswith("person:")]
    own_sides = {a.country for a in actors if a.country}
    given = refs_of(takers, Role.RECIPIENT)
    if given and all(a.country in own_sides for a in given):
        ctx.drop(verb, "dropped.aid_to_own_side")
        return []
    if (verb.rule.weak or verb.rule.entry.needs == "party") and not found:
        ctx.drop(verb, "dropped.no_aided")
        return []
    return [new_draft(ctx, verb, [*actors, *found], reach)]


def receive(ctx: Context, verb: Verb) -> list[Draft]:
    """ "Ukraine nhận 10 xe tăng từ Đức": aid told by who takes it; the giver stands behind "từ", "của" or "do"."""
    reach = ctx.reach(verb)
    takers = [] if verb.loose and not verb.force else refs_of(verb.subject, Role.RECIPIENT)
    givers = refs_of(source(ctx, reach) or parties_behind(ctx, reach, "of"), Role.ACTOR)
    own = {a.country for a in givers if a.country}
    if verb.passive or not givers or not takers or any(a.country in own for a in takers):
        ctx.drop(verb, "dropped.no_donor")
        return []
    return [new_draft(ctx, verb, [*givers, *takers], reach)]


def release(ctx: Context, verb: Verb) -> list[Draft]:
    """Whom a party sets free; "được thả" without a doer stands with those who are free, where they have a country."""
    if not verb.passive and ctx.token(verb.item) != "được":
        return target(ctx, verb)
    freed = refs_of(verb.subject, Role.RECIPIENT)
    actors = refs_of(verb.agent, Role.ACTOR)
    if not actors and not any(a.country for a in freed):
        ctx.drop(verb, "dropped.no_target")
        return []
    sides = {a.country for a in actors if a.country}
    return [new_draft(ctx, verb, [*actors, *(a for a in freed if not a.country or a.country not in sides)], ctx.reach(verb))]


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
    country = place.country if place is not None else _own_state(reach) if people else _swept(ctx, reach)
    if not actors and country:
        state = ctx.doc.kb.entities.get(f"state:{country}")
        if state is not None:
            actors = [Actor(Role.ACTOR, state.actor_id, state.name, country=state.country)]
    text = ctx.doc.text[verb.item.start : ctx.reach_end(verb, reach)].lower()
    found = recipients([], ctx.find_parties(reach)) if "phản đối" in text or "chống" in text else []
    if not actors:
        ctx.drop(verb, "dropped.no_protester")
        return []
    joyful = "ăn mừng" in text or "chào đón" in text or " mừng " in f"{text} "
    crowd = text.startswith(_CROWDS) and not any(w in text for w in _CLAIMS)
    if joyful or crowd:
        ctx.drop(verb, "dropped.no_protest")
        return []
    return [new_draft(ctx, verb, [*actors, *found], reach)]


def _swept(ctx: Context, reach: Sequence[Item]) -> str | None:
    """ "Làn sóng biểu tình lan khắp Indonesia": the state that they sweep over."""
    for item in reach:
        if item.mention is not None and item.mention.kind is MentionKind.STATE:
            before = ctx.items[ctx.items.index(item) - 1]
            over = before.is_cue("at", "toward") and before.last == item.first and ctx.token(before) in {"khắp", "ở", "tại", "trên"}
            return next((a.country for a in item.mention.refs), None) if over else None
    return None


def _own_state(reach: Sequence[Item]) -> str | None:
    """ "Người biểu tình đụng độ với cảnh sát Georgia": whose police or parliament they face."""
    organs = (i.mention for i in reach if i.mention is not None and i.mention.kind is MentionKind.BODY)
    return next((a.country for m in organs for a in m.refs if a.sector is Sector.GOV and a.country), None)


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
