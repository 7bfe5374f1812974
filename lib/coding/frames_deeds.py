"""Frames of what is done: coercion, sanctions, agreements, withdrawals, joint work; who does a deed and whom it is done with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.force import pledges_force
from lib.coding.frames_consult import objects_of
from lib.coding.frames_speech import of_another, recipients, speakers
from lib.coding.reading_context import NEAR, Context, new_draft, refs_of
from lib.records import Actor, EventType, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.verbs import Verb

_OF_STATES = ("nước", "quốc", "đồng minh", "lãnh đạo", "phương Tây")  # in the name of a collective of states
_RACES = ("bầu cử", "tranh cử", "cuộc đua", "ứng viên", "đề cử", "vận động")
_NEARLY = ("đang", "sắp", "có thể", "chưa", "vẫn chưa", "rất gần", "còn xa", "sẽ", "tiềm năng")  # behind a deal that is not made yet
_PACTS = (" tổ chức", " hiệp định", " hiệp ước", " công ước", " thỏa thuận", " who", " unesco", " hội đồng nhân quyền", " cơ chế")
_ABOUT = frozenset({"về", "khung", "của", "cho", "đối"})  # behind these "hợp tác kinh tế" is a noun
_ENVOY = 40  # characters beside "trục xuất" in which an envoy is named
_BEHIND = 25  # characters behind "sơ tán" in which those taken out are named
ARMED = frozenset({Sector.GOV, Sector.MIL, Sector.REB, Sector.IGO, None})
_HELPS = tuple(
    "hỗ trợ|giúp|giúp đỡ|bảo vệ|ủng hộ|viện trợ|viện trợ cho|hỗ trợ cho|cung cấp cho|sát cánh cùng|sát cánh với|đồng hành cùng".split("|")
)


def doers(ctx: Context, verb: Verb) -> list[Actor]:
    """The parties that do the deed; a force or a craft that a state's name qualifies acts for the state."""
    items = verb.agent if verb.passive else verb.subject
    if verb.loose and not verb.force and not verb.passive and not in_case(ctx, verb):
        return []
    return [a for i in items if i.mention is not None and i.mention.form not in {"media", "place"} for a in refs_of([i], Role.ACTOR)]


def in_case(ctx: Context, verb: Verb) -> bool:
    """ "vụ Mỹ bắt tàu dầu Venezuela", "vụ hai lính Mỹ bị bắn": the clause that "vụ" opens has the state for its subject."""
    first = verb.subject[0].first if verb.subject else 0
    back = 4 if verb.passive else 2
    words = [t.low for t in ctx.sentence.tokens[max(0, first - back) : first]]
    at = len(words) - 1 - words[::-1].index("vụ") if "vụ" in words else -1
    if at < 0 or (not verb.passive and at != len(words) - 1):
        return False
    return at == 0 or words[at - 1] not in {"mật", "đặc", "dịch", "nhiệm", "công", "chuyên"}


def own(ctx: Context, verb: Verb) -> list[Draft]:
    """A deed of one party that is done to nobody in particular."""
    entry = verb.rule.entry
    actors = speakers(ctx, verb) if entry.is_statement else doers(ctx, verb)
    unnamed = not verb.passive and not verb.loose and _unnamed(verb)
    armed = unnamed or entry.type is not EventType.MOBILIZE or any(a.sector in ARMED for a in actors or ())
    private = entry.type is EventType.MOBILIZE and not any(a.country or a.affiliation or a.sector is not None for a in actors or ())
    armed = armed and not (actors and private)  # "Bệnh viện X ban bố tình trạng khẩn cấp"
    if verb.passive or actors is None or not (actors or unnamed) or not armed:
        ctx.drop(verb, "dropped.no_agent")
        return []
    if entry.mode == "withdraw" and all(a.actor_id.startswith("person:") for a in actors):
        told = ctx.doc.text[ctx.sentence.start : ctx.sentence.end].lower()
        if any(w in told for w in _RACES):
            ctx.drop(verb, "dropped.race")
            return []
    reach = ctx.reach(verb)
    found = (
        []
        if entry.type in {EventType.AGREE, EventType.MOBILIZE, EventType.CONCEDE}
        else recipients(actors, ctx.find_parties(reach, stop_kinds=("separator", "coordinator")))
    )
    if entry.type is EventType.EXPRESS:
        found = [a for a in found if side(a) not in {side(b) for b in actors}]
    if entry.type is EventType.AGREE:
        found = recipients(actors, parties_behind(ctx, reach, "with") or _helped(ctx, verb))
    if verb.rule.weak and not found:
        ctx.drop(verb, "dropped.no_target")
        return []
    if entry.type is EventType.CONCEDE and entry.mode == "ceasefire" and _over(ctx, verb, ctx.reach_end(verb, reach)):
        ctx.drop(verb, "dropped.ceasefire_over")
        return []
    if entry.type is EventType.AGREE and of_another(ctx, verb):
        ctx.drop(verb, "dropped.promise_by_others")
        return []
    draft = new_draft(ctx, verb, [*actors, *found], reach)
    _recast(ctx, verb, draft, actors)
    return [draft]


def _recast(ctx: Context, verb: Verb, draft: Draft, actors: Sequence[Actor]) -> None:
    """A pact that is left is refused, force that is promised threatens, an exercise of several sides is joint."""
    mode = verb.rule.entry.mode
    if mode == "withdraw" and _from_pact(ctx, verb):
        draft.event_type, draft.event_mode = EventType.REJECT, "refuse"
    if mode == "pledge" and pledges_force(ctx, verb):
        draft.event_type, draft.event_mode = EventType.THREATEN, "warn"
    if mode == "weapons" and ctx.doc.text[verb.item.start : verb.item.end].lower().startswith("tập trận"):
        draft.event_mode = "troops"
        if len({side(a) for a in actors}) > 1:
            draft.event_type, draft.event_mode = EventType.COOPERATE, "military"


def _from_pact(ctx: Context, verb: Verb) -> bool:
    """ "rút Mỹ khỏi 66 tổ chức quốc tế": what is left is a pact or a body, not land."""
    behind = ctx.doc.text[verb.item.start : verb.item.end + _ENVOY].lower()
    return any(word in behind.partition("khỏi")[2] for word in _PACTS) and "quân" not in behind.partition("khỏi")[0]


def _helped(ctx: Context, verb: Verb) -> list[Item]:
    """ "cam kết tiếp tục hỗ trợ Ukraine": whom a party pledges to help."""
    for k in range(verb.index + 1, min(len(ctx.items), verb.index + NEAR)):
        item = ctx.items[k]
        if item.is_cue("separator", "subordinate", "speech", "negation"):
            return []
        if item.mention is not None:
            before = " ".join(t.low for t in ctx.sentence.tokens[max(verb.item.first, item.first - 3) : item.first])
            return ctx.group_from(k) if before.endswith(_HELPS) else []
    return []


def source(ctx: Context, reach: Sequence[Item]) -> list[Item]:
    """ "đồng ý với đề xuất từ Mỹ": whose proposal a party accepts."""
    for item in reach:
        before = ctx.items[ctx.items.index(item) - 1]
        if item.mention is not None and item.mention.refs and item.mention.form not in {"media", "place"}:
            return ctx.group_from(ctx.items.index(item)) if ctx.token(before) == "từ" and before.last == item.first else []
    return []


def _unnamed(verb: Verb) -> bool:
    """ "Loạt nước châu Âu điều quân": the deed of a collective of states stands without an actor."""
    mentions = [i.mention for i in verb.subject if i.mention is not None]
    return bool(mentions) and all(m.form == "collective" and any(w in m.text for w in _OF_STATES) for m in mentions)


def _over(ctx: Context, verb: Verb, end: int) -> bool:
    """ "tuyên bố lệnh ngừng bắn đã kết thúc": the ceasefire is declared over."""
    told = ctx.doc.text[verb.item.end : end].lower()
    return any(w in told for w in ("đã kết thúc", "chấm dứt", "sụp đổ", "hết hiệu lực", "đã đổ vỡ"))


def parties_behind(ctx: Context, reach: Sequence[Item], *kinds: str) -> list[Item]:
    """The first group of parties right behind a preposition of these kinds."""
    for item in reach:
        if item.mention is None or not item.mention.refs or item.mention.form == "media":
            continue
        index = ctx.items.index(item)
        if index and ctx.items[index - 1].is_cue(*kinds) and ctx.items[index - 1].last == item.first:
            return ctx.group_from(index)
    return []


def joint(ctx: Context, verb: Verb) -> list[Draft]:
    """Sides that agree or work together: the subject, and whoever stands behind "với", "giữa"."""
    entry = verb.rule.entry
    reach = ctx.reach(verb)
    if verb.rule.noun:
        group = right_behind(ctx, verb)
        sides = refs_of(group, Role.ACTOR)
        if group and any(ctx.doc.text[group[-1].end : group[-1].end + _BEHIND].lower().lstrip().startswith(w) for w in _NEARLY):
            ctx.drop(verb, "dropped.not_agreed")
            return []
        if len(sides) < 2 and entry.type is EventType.COOPERATE and len({side(a) for a in refs_of(verb.subject, Role.ACTOR)}) > 1:
            sides = refs_of(verb.subject, Role.ACTOR)  # "A và B mở rộng các cuộc tập trận chung"
        if len(sides) < 2:
            ctx.drop(verb, "dropped.no_agreeing")
            return []
        draft = new_draft(ctx, verb, sides, reach)
        return [draft]
    if entry.type is EventType.COOPERATE and verb.item.first and ctx.sentence.tokens[verb.item.first - 1].low in _ABOUT:
        ctx.drop(verb, "dropped.attribute")  # "Hiệp định khung về hợp tác kinh tế"
        return []
    actors = speakers(ctx, verb)
    if not actors and not verb.subject and entry.mode == "sign":
        actors = refs_of(parties_behind(ctx, reach, "between"), Role.ACTOR)  # "Lễ ký kết bản ghi nhớ giữa A và B"
        actors = actors if len({side(a) for a in actors}) > 1 else []
    if verb.passive or not actors:
        ctx.drop(verb, "dropped.no_parties")
        return []
    if entry.object and not any(w in ctx.doc.text[verb.item.start : ctx.reach_end(verb, reach)].lower() for w in entry.object):
        ctx.drop(verb, "dropped.no_document")
        return []
    partners = recipients(actors, parties_behind(ctx, reach, "with", "of") or right_behind(ctx, verb))
    proposer = [] if partners else recipients(actors, source(ctx, reach))
    alone = not partners and not proposer and entry.type in {EventType.AGREE, EventType.COOPERATE}
    met = recipients(actors, _met(ctx, verb)) if alone else []
    partners = partners or met
    parties = {side(a) for a in (*actors, *partners, *proposer)}
    if (verb.rule.weak or entry.needs == "party") and (
        len(parties) < 2 or any(not a.country and a.sector is not Sector.IGO for a in partners)
    ):
        ctx.drop(verb, "dropped.one_party")
        return []
    both = entry.mode == "sign" or verb.item.last - verb.item.first >= 3 or bool(met)
    role = Role.ACTOR if both and (met or entry.type is EventType.AGREE) else Role.RECIPIENT
    return [
        new_draft(
            ctx,
            verb,
            [*actors, *(Actor(role, a.actor_id, a.name, a.title, a.affiliation, a.country, a.sector) for a in partners), *proposer],
            reach,
        )
    ]


def _met(ctx: Context, verb: Verb) -> list[Item]:
    """ "A hội đàm với B, nhất trí…": without another partner, it is whom the subject meets in the same sentence."""
    for other in reversed(ctx.verbs):
        meets = other.sense is not None and other.sense.entry.frame == "meet" and not other.doubt and other.index < verb.index
        if meets and other.subject and verb.subject and other.subject[0] is verb.subject[0]:
            return [i for group in objects_of(ctx, other, ctx.reach(other)) for i in group]
    return []


def right_behind(ctx: Context, verb: Verb) -> list[Item]:
    """The parties that follow the verb, behind "giữa" or "với" or at once."""
    index = verb.index + 1
    if index < len(ctx.items) and ctx.items[index].is_cue("between", "with"):
        index += 1
    if index < len(ctx.items) and ctx.items[index].mention is not None and ctx.items[index].first - verb.item.last <= 2:
        return ctx.group_from(index)
    return []
