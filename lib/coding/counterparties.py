"""Whom force or a threat is aimed at, where its clause does not say: the one other side that the sentence names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.reading_context import Context, place_party, refs_of
from lib.records import Actor, EventType, MentionKind, Role, Sector

if TYPE_CHECKING:
    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.verbs import Verb

_AIMED = frozenset({EventType.ASSAULT, EventType.THREATEN})
_ANSWERS = frozenset({EventType.REJECT, EventType.ACCUSE})
_THIRD = frozenset({Sector.IGO, Sector.NGO, Sector.MED})
_MUTUAL = (" nhau", "đấu ", "đọ ", "đụng độ", "giao tranh", "giao chiến")
_BARE = 2  # words behind "bác bỏ" of an object that names nobody: "cáo buộc này"
_BESIDE = ("according", "between")


def with_counterparty(ctx: Context, verb: Verb, draft: Draft) -> Draft:
    """The draft, with the one other side of its sentence as recipient where it names none."""
    if any(a.role is not Role.ACTOR for a in draft.actors) or _each_other(ctx, draft):
        return draft
    if draft.event_type in _AIMED or (draft.event_type in _ANSWERS and _bare(ctx, verb)):
        draft.actors += _only_other(ctx, verb, draft)
    return draft


def _each_other(ctx: Context, draft: Draft) -> bool:
    """ "A và B đấu hỏa lực", "tấn công lẫn nhau": the doers are whom it hits."""
    told = ctx.doc.text[draft.start : draft.end].lower()
    return len(draft.sides(Role.ACTOR)) > 1 and any(w in told for w in _MUTUAL)


def _bare(ctx: Context, verb: Verb) -> bool:
    """ "Kiev bác bỏ": the verb ends its clause, or all but ends it."""
    reach = ctx.reach(verb)
    words = [t for t in ctx.sentence.tokens if verb.item.end <= t.start < ctx.reach_end(verb, reach) and t.is_word]
    return not verb.rule.noun and not verb.passive and len(words) <= _BARE


def _only_other(ctx: Context, verb: Verb, draft: Draft) -> list[Actor]:
    own = draft.sides(Role.ACTOR)
    if not own:
        return []
    found: dict[str, Actor] = {}
    for k, item in enumerate(ctx.items):
        for actor in _named(ctx, verb, k, item):
            if side(actor) not in own:
                found.setdefault(side(actor), actor)
    return list(found.values()) if len(found) == 1 else []


def _named(ctx: Context, verb: Verb, k: int, item: Item) -> list[Actor]:
    """The states, their officials and armed groups that an item may stand for, as those whom a deed hits."""
    mention = item.mention
    if mention is None or mention.form in {"media", "collective"} or (k and ctx.items[k - 1].is_cue(*_BESIDE)):
        return []
    if k > verb.index and (ctx.token(ctx.items[k - 1]) == "cho" or any(ctx.token(i) == "nhờ" for i in ctx.items[verb.index : k])):
        return []  # whom a deed serves, or by whose help it failed
    told = refs_of([item], Role.RECIPIENT)
    place = place_party(mention, ctx) if not told else None
    out = [a for a in told if a.sector not in _THIRD] or ([place] if place is not None else [])
    return [a for a in out if a.country] if mention.kind is not MentionKind.PERSON or item is not _teller(verb) else []


def _teller(verb: Verb) -> Item | None:
    """The person who tells of the deed: an official of a third state may."""
    return verb.governor.subject[0] if verb.governor is not None and verb.governor.subject else None
