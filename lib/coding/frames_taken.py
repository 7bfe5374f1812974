"""What needs no party to be a deed: people whom those in power take, goods that they seize; and who fires a weapon known by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.knowledge import harm, weapons
from lib.records import Actor, EventType, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.reading_context import Context
    from lib.coding.verbs import Verb

_PUBLIC = frozenset({Sector.GOV, Sector.MIL, Sector.REB, Sector.IGO})
_KIN = frozenset({"vợ", "chồng", "con", "anh", "em", "cháu", "cựu", "nguyên"})
_GOODS = frozenset(
    "bộ usd euro "
    "tài tàu tấn kg ma ngà vàng tiền lô số hàng hộ thiết vũ súng dầu chiếc máy xe kho thuyền khoản đất bất hồ du cổ sân cảng".split()
)  # first syllables of what is seized: "tài sản", "ma túy", "hàng hóa", "hộ chiếu", "bất động sản"
_COUNTS = frozenset(
    "thêm hơn gần khoảng ít nhất hàng chục trăm nghìn triệu tỷ một hai ba bốn năm sáu bảy tám chín mười nhiều các những loạt".split()
)
_COURTS = frozenset({"coerce.sentence"})  # a court's daily work, unless it hits a party
_FOUGHT = tuple(
    "tái kiểm soát|giải phóng|giành quyền kiểm soát|giành kiểm soát|giành lại|giành thêm|tái chiếm|đánh chiếm|chiếm thêm|chiếm trọn".split(
        "|"
    )
)
_REACH = 7  # tokens behind the verb within which its object is counted and named
_BESIDE = 6  # tokens before the verb in which the weapon is named


def taken(ctx: Context, verb: Verb, actors: Sequence[Actor]) -> bool:
    """ "Cảnh sát Đức bắt hơn 40 người", "Thái Lan tịch thu tài sản…": the state's hold on people or goods that belong to no party."""
    entry = verb.rule.entry
    if entry.type is not EventType.COERCE or verb.rule.noun or entry.id in _COURTS or not any(_public(a) for a in actors):
        return False
    if entry.id == "coerce.restrict" and verb.passive:
        return True  # "Đội tàu bị Israel chặn lại"
    if entry.mode == "arrest":
        return verb.passive or _people_behind(ctx, verb)
    said = ctx.doc.text[verb.item.start : verb.item.end].lower()
    if said.startswith(_FOUGHT) and not verb.passive:
        return "viện" not in [t.low for t in ctx.sentence.tokens[verb.item.last : verb.item.last + _REACH]]
    words = [t.low for t in ctx.sentence.tokens[verb.item.last : verb.item.last + _REACH]]
    thing = next((w for w in words if not w[0].isdigit() and w not in _COUNTS), "")
    return entry.mode == "seize" and _takes(ctx, verb) and thing in _GOODS


def _takes(ctx: Context, verb: Verb) -> bool:
    """Whether the verb seizes what others own, not land that is fought for."""
    return ctx.doc.text[verb.item.start : verb.item.end].lower().startswith(("thu giữ", "tịch thu", "quốc hữu"))


def _public(actor: Actor) -> bool:
    """Whether somebody is of those in power: a state, its organs and officers, an armed group."""
    return actor.actor_id.startswith("state:") or actor.sector in _PUBLIC


def _people_behind(ctx: Context, verb: Verb) -> bool:
    """Whether the object is people: a noun that people are counted by, behind its figure, or somebody's kin."""
    people = harm.load().people
    tokens = ctx.sentence.tokens
    for at in range(verb.item.last, min(len(tokens), verb.item.last + _REACH)):
        low = tokens[at].low
        if people.at(tokens, at) is not None or (low in _KIN and at == verb.item.last):
            return True
        if not (low in _COUNTS or low in {"giữ", "được"} or low[0].isdigit() or low in {"nữ", "nam", "cựu"}):
            return False
    return False


def wielder(ctx: Context, verb: Verb) -> list[Actor]:
    """ "Tên lửa Iskander tập kích…", "bị UAV Lancet phá hủy": the state whose weapon is named right before the verb."""
    if verb.rule.entry.type is not EventType.ASSAULT or verb.rule.noun:
        return []
    tokens = ctx.sentence.tokens
    named = weapons.load()
    for at in range(max(0, verb.item.first - _BESIDE), verb.item.first):
        match = named.at(tokens, at)
        between = tokens[match.last : verb.item.first] if match is not None else []
        if match is not None and match.last <= verb.item.first and not any(t.text in {",", ";"} for t in between):
            return owner(ctx, match.value)
    return []


def owner(ctx: Context, actor_id: str) -> list[Actor]:
    """A state as the doer."""
    state = ctx.doc.kb.entities.get(actor_id)
    return [] if state is None else [Actor(Role.ACTOR, state.actor_id, state.name, country=state.country, sector=Sector.GOV)]


def fired(ctx: Context, verb: Verb) -> list[Actor]:
    """ "hứng tên lửa Iskander-M": the state whose weapon is named right behind the verb."""
    tokens = ctx.sentence.tokens
    named = weapons.load()
    match = next((m for at in range(verb.item.last, min(len(tokens), verb.item.last + 2)) if (m := named.at(tokens, at))), None)
    return [] if match is None else owner(ctx, match.value)
