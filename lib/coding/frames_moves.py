"""Forces that are sent or seen somewhere: the state whose they are does it, whether or not somebody is said to send them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lib.coding.frames_deeds import doers
from lib.coding.reading_context import Context, new_draft, refs_of
from lib.records import Role, Sector

if TYPE_CHECKING:
    from lib.coding.drafts import Draft
    from lib.coding.verbs import Verb
    from lib.records import Actor

_MILITARY = (
    "tàu chiến|chiến hạm|tàu ngầm|tàu sân bay|khu trục|tàu hộ vệ|hộ vệ hạm|tuần dương hạm|tàu đổ bộ|hạm đội|hải quân|hải cảnh|không quân|"
    "lục quân|tiêm kích|oanh tạc cơ|chiến đấu cơ|máy bay ném bom|máy bay quân sự|máy bay chiến đấu|trinh sát cơ|uav|drone|xe tăng|"
    "thiết giáp|lính|binh sĩ|binh sỹ|quân nhân|quân đội|lữ đoàn|sư đoàn|tiểu đoàn|thủy quân lục chiến|đặc nhiệm|vệ binh|tên lửa|"
    "phòng không|khí tài|tuần duyên|lực lượng|quân|pháo|bộ binh|đặc vụ"
).split("|")
_MEN = tuple("lính|binh sĩ|binh sỹ|quân nhân|quân|lữ đoàn|sư đoàn|tiểu đoàn|đặc nhiệm|lính thủy đánh bộ|đặc vụ|bộ binh".split("|"))
_MODEL = re.compile(r"\b[A-Z][A-Za-z]{0,2}-\d{1,3}[A-Z0-9]*\b")  # "Su-30", "F-16", "Tu-95"
_COURTESY = ("sửa chữa", "bảo dưỡng", "thăm hữu nghị", "thăm xã giao", "tránh bão", "chuyến thăm", "thăm chính thức")
_BEFORE = 30  # characters before the name of the state in which its forces are named


def presence(ctx: Context, verb: Verb) -> list[Draft]:
    """ "Oanh tạc cơ Nga bay gần Alaska", "Hai tàu sân bay Mỹ được điều tới…": only what is armed shows a state's force."""
    actors = [*refs_of(verb.agent, Role.ACTOR), *doers(ctx, verb)] if not verb.passive else refs_of(verb.agent, Role.ACTOR)
    actors = list({a.actor_id: a for a in actors}.values())
    behind = ctx.doc.text[verb.item.end : ctx.sentence.end].lower()
    before = ctx.sentence.tokens[verb.item.first - 1].low if verb.item.first else ""
    if before in {"đang", "vẫn"} or behind.lstrip().startswith(("có thể", "sẽ")):
        ctx.drop(verb, "dropped.standing")
        return []
    shown = _armed(ctx, verb) or any(a.sector in {Sector.MIL, Sector.REB} for a in actors)
    if not actors or not shown or any(word in behind for word in _COURTESY):
        ctx.drop(verb, "dropped.no_agent")
        return []
    said = ctx.doc.text[verb.item.start : verb.item.end].lower()
    mode = "alert" if "báo động" in said or "sẵn sàng" in said else "troops" if _of_men(ctx, verb) else None
    return [new_draft(ctx, verb, _public(actors), ctx.reach(verb), mode=mode)]


def _of_men(ctx: Context, verb: Verb) -> bool:
    """Whether those seen are men rather than craft."""
    before = ctx.doc.text[max(ctx.sentence.start, verb.item.start - 2 * _BEFORE) : verb.item.start].lower()
    return any(f" {word} " in f" {before} " for word in _MEN)


def _armed(ctx: Context, verb: Verb) -> bool:
    """Whether a noun of what is armed stands before, or in, the name of whose it is."""
    if not verb.subject:
        return False
    start = max(ctx.sentence.start, verb.subject[0].start - _BEFORE)
    before = ctx.doc.text[start : verb.subject[-1].end].lower()
    near = before.replace(",", ";").split(";")[-1] if len(verb.subject) == 1 else before
    return any(f" {word} " in f" {near} " for word in _MILITARY) or _MODEL.search(ctx.doc.text[start : verb.subject[-1].end]) is not None


def _public(actors: list[Actor]) -> list[Actor]:
    """Those of a state, where any is."""
    return [a for a in actors if a.country or a.affiliation] or actors
