"""Whom force hit where its own words do not say: who is told to be harmed, or who tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.reading_context import Context, place_party, refs_of
from lib.records import Actor, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.items import Item
    from lib.coding.verbs import Verb

_AFTER = frozenset({"sau", "trong", "vì", "do", "bởi", "trước"})  # what stands between the harm and the noun of the deed
_HARMED = tuple(
    "thiệt mạng|bị thương|chết|tử vong|hư hại|hư hỏng|bốc cháy|cháy|sập|mất điện|bị phá|rung chuyển|ngừng hoạt động|nổ lớn|tan hoang".split(
        "|"
    )
)
_CLAUSE = 40  # characters before who is harmed in which the harm may stand ("6 người chết tại Ukraine sau…")
_TWO = 2  # sides in a sentence, of which one does and the other suffers
_NOUN = 2  # tokens between what links the harm and the noun of the deed


def harmed(ctx: Context, verb: Verb) -> list[Actor]:
    """ "tấn công …, khiến 450 thành viên Hezbollah thiệt mạng": without an object, those harmed are the ones hit."""
    causing = False
    found: list[Actor] = []
    for item in ctx.items[verb.index + 1 :]:
        if item.is_cue("cause"):
            causing = True
        elif causing and item.is_cue("harm"):
            return found
        elif causing and item.mention is not None and not found:
            found = refs_of([item], Role.RECIPIENT)
        elif item.sense is not None:
            return []
    return []


def victim_tells(ctx: Context, verb: Verb, actors: Sequence[Actor]) -> list[Actor]:
    """ "Thống đốc Belgorod cho biết Ukraine pháo kích": who tells of an attack that names nobody hit is of the side that it hit."""
    teller = next((v for v in ctx.verbs if v.sense is None and v.index < verb.index and v.subject and not v.loose), None)
    if teller is None or any(i.is_cue("subordinate") for i in ctx.items[teller.index : verb.index]):
        return []
    own = {side(a) for a in actors}
    named = {a.country for i in ctx.items if i.mention is not None and not i.is_place for a in i.mention.refs} - {None}
    if len(named) > _TWO:
        return []  # "Nhà Trắng cho biết Israel sẽ đáp trả cuộc tấn công của Iran": a third side may be the one hit
    states = {a.country for a in refs_of(teller.subject, Role.RECIPIENT) if a.country and side(a) not in own}
    state = ctx.doc.kb.entities.get(f"state:{next(iter(states))}") if len(states) == 1 else None
    return [] if state is None else [Actor(Role.RECIPIENT, state.actor_id, state.name, country=state.country, sector=Sector.GOV)]


def harmed_by(ctx: Context, verb: Verb, actors: Sequence[Actor], *, known: bool) -> list[Actor]:
    """ "X thiệt mạng trong đòn không kích của A", "nhà máy ở B hư hại sau đòn tập kích": who or what is harmed before the noun is hit."""
    k = verb.index - 1
    if k < 1 or ctx.token(ctx.items[k]) not in _AFTER or verb.item.first - ctx.items[k].last > _NOUN:
        return []
    while k > 0 and ctx.items[k].mention is None and not ctx.items[k].is_cue("separator", "speech"):
        k -= 1
    item = ctx.items[k]
    told = ctx.doc.text[max(ctx.sentence.start, item.start - _CLAUSE) : verb.item.start].lower()
    if item.mention is None or item.mention.form == "media" or not any(w in told for w in _HARMED):
        return []
    if known and item.is_place:
        return []
    own = {side(a) for a in actors}
    return [a for a in stricken(ctx, ctx.group_from(k)) if side(a) not in own]


def stricken(ctx: Context, group: Sequence[Item]) -> list[Actor]:
    """The parties of a group as those hit; a place stands for its state."""
    out: list[Actor] = []
    for item in group:
        if item.mention is not None:
            place = place_party(item.mention, ctx)
            out += refs_of([item], Role.RECIPIENT) or ([place] if place is not None else [])
    return out
