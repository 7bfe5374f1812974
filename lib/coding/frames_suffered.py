"""Frames of what befalls the subject, and of sides that fight each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.frames_deeds import ARMED, parties_behind, right_behind
from lib.coding.frames_harmed import harmed_by, stricken
from lib.coding.frames_taken import fired
from lib.coding.reading_context import NEAR, Context, new_draft, refs_of
from lib.records import EventType, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.verbs import Verb
    from lib.records import Actor

_PAIR = 2  # sides that fight, and tokens between them and the verb
_SHOTS = 8  # tokens behind the verb in which what was fired, and by whom, is counted up
_GOES_ON = tuple(
    "vẫn|tiếp diễn|tái diễn|bùng phát|bùng nổ|nổ ra|tái bùng|leo thang|khiến|làm|xảy ra|diễn ra|đã|đang|kéo dài|ác liệt|dữ dội|lan|"
    "gia tăng|tiếp tục|ngày càng|bước sang|còn|lại|dọc|ở|tại|gần|trên|sáng|chiều|tối|đêm|hôm|ngày|rạng".split("|")
)  # behind the sides of a fight that is told, not named


def clash(ctx: Context, verb: Verb) -> list[Draft]:
    """ "A và B đụng độ", "Giao tranh giữa A và B bùng phát": two sides fight each other; elsewhere the words are nouns."""
    reach = ctx.reach(verb)
    fighters = verb.subject
    near = bool(fighters) and 0 <= verb.item.first - fighters[-1].last <= _PAIR
    actors = [a for a in refs_of(fighters if near else _sides(ctx, verb), Role.ACTOR) if a.sector in ARMED]
    if verb.passive or len({side(a) for a in actors}) < _PAIR:
        ctx.drop(verb, "dropped.no_fighters")
        return []
    return [new_draft(ctx, verb, actors, reach)]


def _sides(ctx: Context, verb: Verb) -> list[Item]:
    """The two sides behind a fight that heads its clause and goes on: "Giao tranh Mỹ - Iran bùng phát"."""
    before = ctx.items[verb.index - 1] if verb.index else None
    heads = verb.item.first == 0 or (before is not None and before.last == verb.item.first and before.is_cue("separator", "subordinate"))
    group = right_behind(ctx, verb) if heads else []
    behind = ctx.doc.text[group[-1].end : ctx.sentence.end].lower().lstrip() if group else ""
    return group if behind.startswith(_GOES_ON) else []


def suffer(ctx: Context, verb: Verb) -> list[Draft]:
    """ "lĩnh án 5 năm tù", "trúng tên lửa của Iran": the subject is whom it is done to, the doer stands behind "của" or the noun."""
    entry = verb.rule.entry
    force = entry.type is EventType.ASSAULT
    reach = ctx.reach(verb)
    seized = entry.mode == "seize"
    actors = _shooters(ctx, verb, reach) if force or seized else []
    own = {side(a) for a in actors}
    hit = [h for h in _sufferers(ctx, verb, actors) if side(h) not in own]
    known = any(a.actor_id.startswith("person:") for a in hit)
    if not hit or verb.passive or not (actors or known or force) or (seized and not actors):
        ctx.drop(verb, "dropped.no_sufferer")
        return []
    return [new_draft(ctx, verb, [*actors, *hit], reach)]


def _shooters(ctx: Context, verb: Verb, reach: Sequence[Item]) -> list[Actor]:
    """Who does it: behind "của", "từ", right behind, behind the craft that are counted up, or whose weapon it is."""
    near = [i for i in reach if i.first - verb.item.last <= NEAR]
    source = [i for i in near if i.mention is not None and ctx.token(ctx.items[ctx.items.index(i) - 1]) == "từ"][:1]
    doers = parties_behind(ctx, near, "of") or right_behind(ctx, verb) or source or _behind_craft(ctx, verb)
    return refs_of(doers, Role.ACTOR) or fired(ctx, verb)


def _behind_craft(ctx: Context, verb: Verb) -> list[Item]:
    """ "hứng hơn 500 tên lửa, UAV Nga", "trúng đòn từ tiêm kích Mỹ": whose the last craft is."""
    craft = False
    for item in ctx.items[verb.index + 1 :]:
        if item.first - verb.item.last > _SHOTS:
            return []
        if item.mention is not None:
            return [item] if craft and item.mention.form not in {"media", "place"} else []
        if not (item.is_cue("force", "separator", "coordinator") or ctx.token(item) in {"từ", "của"}):
            return []
        craft = item.is_cue("force")
    return []


def _sufferers(ctx: Context, verb: Verb, actors: Sequence[Actor]) -> list[Actor]:
    """Whom it hits: the subject, whose a thing at its head is, or who is told to be harmed before "vì", "sau khi"."""
    force = verb.rule.entry.type is EventType.ASSAULT
    lent = verb.governor is not None and verb.subject == verb.governor.subject  # "Nga nói phi cơ trúng đạn": whose words it is
    owned = not verb.loose or verb.force or verb.beside is not None or (force and not lent)
    hit = stricken(ctx, verb.subject) if owned else []
    hit = hit or stricken(ctx, [verb.beside] if verb.beside is not None else [])
    return hit or (harmed_by(ctx, verb, actors, known=False) if force else [])
