"""Words of force: where they tell none, whom a place hit belongs to, and where force is what somebody promises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.reading_context import refs_of
from lib.records import Actor, EventType, MentionKind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.items import Item
    from lib.coding.reading_context import Context
    from lib.coding.verbs import Verb

_FIGHTS = (
    "chiến đấu",
    "tấn công",
    "tái chiến",
    "tham chiến",
    "giao chiến",
    "chiến tranh",
    "đáp trả",
    "trả đũa",
    "đánh trả",
    "không kích",
    "tiêu diệt",
)
_TAKEN = frozenset(
    "công dân|ngư dân|thủy thủ|thuyền viên|kiều dân|hoạt động|nhà báo|phóng viên|nghị sĩ|binh sĩ|quân nhân|phi công|biểu tình|gián điệp|"
    "điệp viên".split("|")
)
_FORCE_WORDS = ("tấn công", "kích", "quân", "bắn", "phóng", "tên lửa", "đòn", "pháo", "bom", "uav", "drone", "rocket", "lửa", "chiến")
_FIGHTERS = (
    "phiến quân",
    "nhóm vũ trang",
    "các tay súng",
    "phần tử khủng bố",
    "quân nổi dậy",
    "phe nổi dậy",
    "phần tử cực đoan",
    "dân quân",
)
_CRAFT = ("trực thăng", "tiêm kích", "máy bay", "chiến đấu cơ", "uav", "drone", "tên lửa", "phi cơ", "oanh tạc cơ", "vận tải cơ", "rocket")
_USED = 16  # tokens before the verb in which the weapon is named that is used for it
_MODALS = frozenset("ngăn thể muốn sẽ định phép hoạch đề tưởng quyền cấm không chưa nên cần khả lý vì sao bị được".split())
_NEAR = 7  # tokens behind the verb in which the craft is named
_HELD = ("kiểm soát", "chiếm đóng", "chiếm giữ", "kiểm soát hoàn toàn")
_STILL = frozenset({"đang", "hiện", "vẫn", "còn"})  # before these it is how things stand, not a deed
_FIRED = ("tên lửa", "rocket", "uav", "drone", "máy bay không người lái", "bom", "đạn", "xuồng", "mảnh vỡ")


def no_force(ctx: Context, verb: Verb) -> str:
    """Why words of force tell none: what falls was not fired ("máy bay rơi xuống ruộng"), what is held is held still."""
    words = ctx.doc.text[verb.item.start : verb.item.end].lower()
    before = ctx.doc.text[ctx.sentence.start : verb.item.start].lower()
    if words in {"rơi xuống", "lao xuống", "lao vào"} and not any(w in before for w in _FIRED):
        return "dropped.accident"
    if verb.rule.noun and before.split()[-1:] in (["mọi"], ["kỳ"], ["cứ"], ["kì"]):
        return "dropped.any_attack"
    if before.split()[-1:] == ["càng"]:
        return "dropped.hypothesis"  # "càng … càng giành thêm lãnh thổ"
    if words in {"trả đũa", "đáp trả"} and not any(w in f"{before} {_behind(ctx, verb)}" for w in _FORCE_WORDS):
        return "dropped.no_force"
    still = words in _HELD and before.split()[-1:] and before.split()[-1] in _STILL
    return "dropped.standing" if still else ""


def _behind(ctx: Context, verb: Verb) -> str:
    """What the sentence tells behind the verb."""
    return ctx.doc.text[verb.item.end : ctx.sentence.end].lower()


def kills(item: Item) -> bool:
    """ "loạt vụ tấn công giết chết thủ lĩnh của Hezbollah": behind a verb of force stands whom that hits."""
    return item.sense is not None and not item.sense.noun and item.sense.entry.type is EventType.ASSAULT


def owners(ctx: Context, index: int) -> list[Actor]:
    """ "phóng tên lửa về căn cứ Diego Garcia của Mỹ": whose the place is that is hit."""
    item, after = ctx.items[index], ctx.items[index + 1 : index + 3]
    if item.mention is None or item.mention.form != "place" or len(after) < 2 or after[1].mention is None:
        return []
    owned = ctx.token(after[0]) == "của" and after[0].first == item.last and after[1].first == after[0].last
    return refs_of([after[1]], Role.RECIPIENT) if owned and after[1].mention.kind is not MentionKind.PERSON else []


def pledges_force(ctx: Context, verb: Verb) -> bool:
    """ "sẵn sàng tiếp tục chiến đấu": what is promised is force, not its end ("sẵn sàng ngừng không kích")."""
    behind = ctx.doc.text[verb.item.end : ctx.sentence.end].lower().lstrip(" \"'“")
    return behind.startswith(_FIGHTS) and not ctx.doc.text[verb.item.start : verb.item.end].lower().endswith(("ngừng", "dừng"))


def downs_craft(ctx: Context, verb: Verb) -> bool:
    """ "Iran bắn rơi trực thăng Apache": what is shot down is a craft, whose it is need not be told."""
    if verb.passive or not ctx.doc.text[verb.item.start : verb.item.end].lower().startswith(("bắn hạ", "bắn rơi")):
        return False
    behind = [t.low for t in ctx.sentence.tokens[verb.item.last : verb.item.last + _NEAR]]
    return any(f" {craft} " in f" {' '.join(behind)} " for craft in _CRAFT)


def used_for(ctx: Context, verb: Verb) -> bool:
    """ "Lính Nga dùng drone để đâm hỏng UAV Ukraine": what a weapon is used for was done, unless it only may or shall be."""
    words = [t.low for t in ctx.sentence.tokens[max(0, verb.item.first - _USED) : verb.item.first]]
    at = next((k for k, word in enumerate(words) if word in {"dùng", "dụng"}), None)
    if words[-1:] != ["để"] or at is None:
        return False
    return not {",", "mà"} & set(words[at:]) and not _MODALS & set(words[:at])


def raided(ctx: Context, verb: Verb, hit: Sequence[Actor]) -> bool:
    """ "Phiến quân tấn công đồn cảnh sát Pakistan": fighters whom no name tells hit a party; the event stands without a doer."""
    if verb.passive or verb.rule.noun or verb.doubt or not hit or verb.rule.entry.type is not EventType.ASSAULT:
        return False
    told = [i.mention for i in verb.subject if i.mention is not None]
    if any(m.refs for m in told):
        return False
    last = max((i.last for i in ctx.items[: verb.index] if i.mention is not None or i.is_cue("separator", "subordinate")), default=0)
    words = " ".join([*(m.text.lower() for m in told), *(t.low for t in ctx.sentence.tokens[last : verb.item.first])])
    return any(f" {fighter} " in f" {words} " for fighter in _FIGHTERS)


def citizens(ctx: Context, verb: Verb) -> bool:
    """ "8 công dân Việt Nam bị bắt": people told by their state, who are taken abroad."""
    first = verb.subject[0].first if verb.subject else 0
    before = ctx.sentence.tokens[max(0, first - 2) : first]
    return " ".join(t.low for t in before) in _TAKEN
