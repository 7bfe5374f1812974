"""Force by one party against another: attacks, arrests, seizures, blockades, in the active, the passive or as a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.force import citizens, downs_craft, kills, no_force, owners, raided
from lib.coding.frames_deeds import doers, in_case
from lib.coding.frames_harmed import harmed, harmed_by, stricken, victim_tells
from lib.coding.frames_taken import taken, wielder
from lib.coding.reading_context import NEAR, Context, new_draft, refs_of
from lib.records import Actor, EventType, MentionKind, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.verbs import Verb

_MEANS = {
    "drone": ("máy bay không người lái", "uav", "drone"),
    "missile": ("tên lửa", "rocket"),
    "aerial": ("không kích", "từ trên không"),
    "shelling": ("pháo kích", "đạn pháo", "nã pháo"),
    "ground": ("trên bộ", "mặt đất"),
    "explosives": ("bom xe", "đánh bom", "chất nổ"),
}
_LIGHT = frozenset(
    {"thực", "tiến", "mở", "phát", "tổ", "tung", "gây", "bắt", "nối", "tăng", "đáp", "trả"}
)  # heads of "thực hiện", "tiến hành", "phát động" …
# What is named behind these is the target, not the weapon.
_DOWNS = ("bắn nổ", "bắn rơi", "bắn hạ", "đánh chặn", "hạ ", "diệt ", "triệt hạ", "tiêu diệt ")
_SUPPOSED = (
    " sẽ dẫn đến",
    " sẽ gây",
    " có thể bắt đầu",
    " có thể xảy ra",
    " có thể diễn ra",
    " sẽ diễn ra",
    " sẽ là ",
    " sẽ bị ",
    " sẽ phải ",
    " sẽ vấp ",
    " sẽ được coi ",
    " chính là ",
)  # the first two of any deed
_SOURCE = 2  # tokens behind the noun of a deed within which "từ" names the doer, not where a thing comes from
_CRIMES = frozenset({"kẻ", "gián", "tội", "vì", "cáo"})  # behind these stands what somebody is sentenced for
_CULPRITS = frozenset({"phạm", "kẻ"})  # ends of "nghi phạm", "thủ phạm"
_CRIME = 5  # tokens behind one of them in which his deed is told
_LIGHT_REACH = 4  # tokens before the noun of a deed in which its light verb and "sẽ" stand
_ENVOY = 40  # characters beside "trục xuất" in which an envoy is named
_FAR = 80  # characters behind a deed in which "sẽ dẫn đến" makes it a supposition
_BEHIND = 25  # characters behind "sơ tán" in which those taken out are named
_CLAIMS = ("nhận trách nhiệm về", "nhận trách nhiệm", "thừa nhận thực hiện", "thừa nhận đứng sau")
_TESTS = ("ra biển", "về phía biển", "vùng biển", "mục tiêu giả định", "thử nghiệm", "phóng thử", "quỹ đạo")
_EXERCISES = ("diễn tập", "tập trận", "loại biên", "bia tập", "mô phỏng", "giả định", "đại bác chào", "bắn chào")
_ENVOYS = ("nhà ngoại giao", "các nhà ngoại giao", "đại sứ", "đại biện", "tùy viên", "tham tán")


def strike(ctx: Context, verb: Verb) -> list[Draft]:
    """Force by one party against another, active, passive or as a noun ("cuộc tấn công của A vào B")."""
    reach = ctx.reach(verb)
    actors, hit, toll = _struck(ctx, verb, reach)
    reason = _unfounded(ctx, verb, actors, hit, toll) or no_force(ctx, verb)
    taxed = reason == "dropped.no_force" and "thuế" in ctx.doc.text[ctx.sentence.start : ctx.sentence.end].lower()
    if reason and not taxed:
        ctx.drop(verb, reason)
        return []
    draft = new_draft(ctx, verb, [*actors, *hit], reach)
    if taxed:
        draft.event_type, draft.event_mode = EventType.SANCTION, "embargo"  # "trả đũa Mỹ bằng thuế 34%"
        return [draft]
    if reason := _untold(ctx, verb, draft):
        ctx.drop(verb, reason)
        return []
    _shape(ctx, verb, draft, reach)
    return [draft]


def _struck(ctx: Context, verb: Verb, reach: Sequence[Item]) -> tuple[list[Actor], list[Actor], list[Actor]]:
    """Who does it, whom it hits, and those harmed where no object says whom it hits."""
    actors, hit = _noun_sides(ctx, verb, reach) if verb.rule.noun or _as_noun(ctx, verb) else _verb_sides(ctx, verb, reach)
    toll = harmed(ctx, verb) if not hit else []
    actors = actors or wielder(ctx, verb)
    sent = _campaigner(ctx, verb, hit) if verb.rule.noun and hit and not actors else []
    actors = actors or sent
    hit = (harmed_by(ctx, verb, actors, known=bool(hit)) if verb.rule.noun and not sent else []) or hit or toll
    own = {a.actor_id for a in actors}
    if actors and hit and all(h.actor_id in own for h in hit):
        hit = _pointed(ctx, verb, reach, own)
    hit = list({h.actor_id: h for h in hit if h.actor_id not in own}.values())
    told_by = actors and not toll and verb.rule.entry.type is EventType.ASSAULT
    return actors, hit or (victim_tells(ctx, verb, actors) if told_by else []), toll


def _as_noun(ctx: Context, verb: Verb) -> bool:
    """ "Pháo kích của Nga khiến…": a verb at the head of its clause that "của" makes a noun."""
    after = ctx.items[verb.index + 1] if verb.index + 1 < len(ctx.items) else None
    owned = after is not None and ctx.token(after) == "của" and after.first == verb.item.last
    return owned and not verb.subject and (verb.item.first == 0 or not ctx.sentence.tokens[verb.item.first - 1].is_word)


def _unfounded(ctx: Context, verb: Verb, actors: Sequence[Actor], hit: Sequence[Actor], toll: Sequence[Actor]) -> str:
    """The key of the reason why the parties that are told make no event, or nothing."""
    entry = verb.rule.entry
    if not actors and not hit:
        return "dropped.no_doer_nor_target"
    if not actors and not verb.passive and not verb.rule.noun and not raided(ctx, verb, hit):
        return "dropped.no_doer"
    stricken_one = (
        verb.passive
        and entry.mode in {"attack", "arrest", "explosives", "abduct"}
        and (any(a.actor_id.startswith(("person:", "org:", "igo:")) for a in hit) or (entry.mode == "arrest" and citizens(ctx, verb)))
    )
    forced = verb.rule.weak or (entry.needs == "party" and not verb.rule.noun)
    armed = forced and entry.type is EventType.ASSAULT and any(a.sector in {Sector.MIL, Sector.REB} for a in actors)
    both = entry.needs == "party" or verb.rule.weak or (verb.rule.noun and verb.doubt and not toll)
    if entry.id == "coerce.seize" and _at_home(actors, hit):
        return "dropped.at_home"
    alone = stricken_one or armed or (bool(actors) and downs_craft(ctx, verb)) or taken(ctx, verb, actors)
    alone = alone or raided(ctx, verb, hit) or (verb.passive and bool(verb.agent) and entry.type is EventType.ASSAULT)
    return "dropped.one_missing" if both and not (actors and hit) and not alone else ""


def _at_home(actors: Sequence[Actor], hit: Sequence[Actor]) -> bool:
    """ "Đảng Cộng hòa kiểm soát Thượng viện": who governs holds nothing of another's; rebels and soldiers do."""
    home = {a.country for a in actors}
    armed = any(a.sector in {Sector.MIL, Sector.REB} for a in actors)
    return bool(hit) and not armed and all(h.country in home and h.sector is Sector.GOV for h in hit)


def _untold(ctx: Context, verb: Verb, draft: Draft) -> str:
    """The key of the reason why the clause tells no deed that was done: a supposition, an exercise."""
    if _foretold(ctx, verb) or _in_case_of(ctx, verb):
        return "dropped.hypothesis"
    behind = ctx.doc.text[verb.item.end : min(ctx.sentence.end, verb.item.end + _FAR)].lower()
    if any(w in behind for w in _SUPPOSED[: None if verb.rule.noun else 2]):
        return "dropped.hypothesis"
    told = ctx.doc.text[draft.start : draft.end].lower()
    return "dropped.exercise" if draft.event_type is EventType.ASSAULT and any(w in told for w in _EXERCISES) else ""


def _foretold(ctx: Context, verb: Verb) -> bool:
    """ "đe dọa sẽ tiến hành đòn tấn công": the noun's light verb says that it is yet to come."""
    ahead = [t.low for t in ctx.sentence.tokens[max(0, verb.item.first - _LIGHT_REACH) : verb.item.first]]
    return verb.rule.noun and "sẽ" in ahead


def _in_case_of(ctx: Context, verb: Verb) -> bool:
    """ "Nếu họ dùng bom hạt nhân, Washington vẫn tấn công": what follows "nếu" was not done."""
    if verb.rule.noun or verb.passive:
        return False
    before = [t.low for t in ctx.sentence.tokens[: verb.item.first]]
    behind_if = before[len(before) - before[::-1].index("nếu") :] if "nếu" in before else []
    return "," in behind_if and not {"đã", "vừa", "từng"} & set(behind_if)


def _shape(ctx: Context, verb: Verb, draft: Draft, reach: Sequence[Item]) -> None:
    """The mode that the weapon gives; a missile fired at nobody is a test, envoys sent away are expelled."""
    entry = verb.rule.entry
    if entry.type is EventType.ASSAULT and entry.mode in {"attack", "aerial"}:
        draft.event_mode = _means(ctx, verb, reach) or entry.mode
    if entry.mode == "missile" and not verb.passive and not verb.rule.noun and _aimless(ctx, draft):
        draft.actors = [a for a in draft.actors if a.role is Role.ACTOR]
        draft.event_type, draft.event_mode = EventType.MOBILIZE, "weapons"
    if entry.mode == "deport":
        _expelled(ctx, verb, draft, reach)
    if verb.rule.noun:
        draft.start = verb.item.start


def _aimless(ctx: Context, draft: Draft) -> bool:
    """Whether a shot was a test: nobody is hit, or it fell into the sea."""
    told = ctx.doc.text[draft.start : draft.end].lower()
    actors = [a for a in draft.actors if a.role is Role.ACTOR]
    aimed = " vào " in told or " xuống " in told or any(a.sector is Sector.REB for a in actors)
    others = {a.country for i in ctx.items if i.mention is not None for a in i.mention.refs} - {a.country for a in actors} - {None}
    return any(w in told for w in _TESTS) or not (len(draft.actors) > len(actors) or aimed or others)


def _expelled(ctx: Context, verb: Verb, draft: Draft, reach: Sequence[Item]) -> None:
    """Envoys are expelled, others deported; "bị trục xuất khỏi Anh" names who does it."""
    behind = ctx.doc.text[verb.item.end : verb.item.end + _ENVOY].lower().lstrip()
    before = ctx.doc.text[max(ctx.sentence.start, verb.item.start - _ENVOY) : verb.item.start].lower()
    if behind.startswith(_ENVOYS) or (verb.passive and any(w in before for w in _ENVOYS)):
        draft.event_type, draft.event_mode = EventType.SANCTION, "expel"
    first = next((i for i in reach if i.mention is not None), None)
    if verb.passive and not verb.agent and first is not None and behind.startswith("khỏi") and first.first - verb.item.last <= 2:
        draft.actors = [*refs_of([first], Role.ACTOR), *draft.actors]


def _campaigner(ctx: Context, verb: Verb, hit: Sequence[Actor]) -> list[Actor]:
    """ "Mỹ dùng bom xuyên phá trong chiến dịch tấn công Iran": whoever the clause is about wages the campaign that it is told in."""
    words = [t.low for t in ctx.sentence.tokens[max(0, verb.item.first - 2) : verb.item.first]]
    if "trong" not in words or "chiến dịch" not in ctx.doc.text[verb.item.start : verb.item.end].lower():
        return []
    struck = {side(a) for a in hit}
    told = [i for i in ctx.items[: verb.index] if i.mention is not None and i.mention.form not in {"media", "place", "collective"}]
    told = [i for i in told if not i.is_person]
    sides = {a.country: a for a in refs_of(told, Role.ACTOR) if side(a) not in struck and a.country}
    return list(sides.values()) if len(sides) == 1 else []


def _pointed(ctx: Context, verb: Verb, reach: Sequence[Item], own: set[str]) -> list[Actor]:
    """ "Arab Saudi trục xuất…, do các cuộc tấn công của Tehran vào nước này": no side hits itself; "nước này" is the state told first."""
    if not any(i.mention is not None and i.mention.form == "definite" and len(i.mention.refs) == 1 for i in reach):
        return []
    for item in ctx.items[: verb.index]:
        mention = item.mention
        if mention is not None and mention.kind is MentionKind.STATE and len(mention.refs) == 1 and mention.refs[0].actor_id not in own:
            return refs_of([item], Role.RECIPIENT)
    return []


def _means(ctx: Context, verb: Verb, reach: Sequence[Item]) -> str | None:
    """The weapon named in the clause gives the mode."""
    if f"{ctx.doc.text[verb.item.start : verb.item.end].lower()} ".startswith(_DOWNS):
        return None
    start = min([verb.item.start, *(i.start for i in verb.subject)]) - _BEHIND
    start = verb.subject[0].start if in_case(ctx, verb) else start
    aim = next((i.start for i in reach if i.is_cue("purpose", "cause")), ctx.sentence.end)  # "… để đáp trả vụ không kích"
    text = ctx.doc.text[max(ctx.sentence.start, start) : min(aim, ctx.reach_end(verb, reach))].lower()
    return next((mode for mode, words in _MEANS.items() if any(w in text for w in words)), None)


def _verb_sides(ctx: Context, verb: Verb, reach: Sequence[Item]) -> tuple[list[Actor], list[Actor]]:
    if verb.passive:
        hit = [
            Actor(Role.RECIPIENT, a.actor_id, a.name, a.title, a.affiliation, a.country, a.sector)
            for a in refs_of(verb.subject, Role.RECIPIENT)
        ]
        return doers(ctx, verb), hit or stricken(ctx, verb.subject) or stricken(ctx, [verb.beside] if verb.beside is not None else [])
    if verb.rule.entry.id == "coerce.sentence":
        near = [i for i in reach if i.first - verb.item.last <= NEAR]
        crime = next((k for k, i in enumerate(near) if _words_before(ctx, verb, i) & _CRIMES or i.is_cue("at", "cause")), len(near))
        return doers(ctx, verb), hit_in(ctx, near[:crime])
    return doers(ctx, verb), hit_in(ctx, reach)


def _words_before(ctx: Context, verb: Verb, item: Item) -> set[str]:
    """The words between a verb and an item of its object."""
    return {t.low for t in ctx.sentence.tokens[verb.item.last : item.first]}


def hit_in(ctx: Context, reach: Sequence[Item]) -> list[Actor]:
    """Whom force hits: the first parties of the object, else the state of the first place in it."""
    for item in reach:
        if item.is_cue("purpose", "subordinate", "cause") or (item.is_cue("about") and ctx.token(item) in {"sau", "trước"}):
            break
        if (item.sense is not None or item.mention is not None) and _culprits_deed(ctx, item):
            break
        mention = item.mention
        if mention is None or mention.form == "media":
            continue
        index = ctx.items.index(item)
        if ctx.items[index - 1].is_cue("according") or ctx.token(ctx.items[index - 1]) == "từ":
            continue
        out = owners(ctx, index) or stricken(ctx, ctx.group_from(index))
        if out:
            return out
    return []


def _culprits_deed(ctx: Context, item: Item) -> bool:
    """ "hạ sát nghi phạm vụ gài bom Monaco": what stands behind "nghi phạm" and a further word is his deed, and whom that hit."""
    words = [t.low for t in ctx.sentence.tokens[max(0, item.first - _CRIME) : item.first]]
    return bool(set(words) & _CULPRITS) and min(words[::-1].index(c) for c in _CULPRITS if c in words) > 0


def _owned_behind(ctx: Context, item: Item) -> bool:
    """ "Chiến dịch tập kích Iran của ông Trump": with an owner behind it, the name beside the noun is whom it hits."""
    index = ctx.items.index(item)
    return index + 1 < len(ctx.items) and ctx.token(ctx.items[index + 1]) == "của" and ctx.items[index + 1].first == item.last


def _aims(ctx: Context, item: Item) -> bool:
    """ "đòn tập kích Hamas vào Israel": only where a target is told behind it is the name beside the noun the doer's."""
    index = ctx.items.index(item)
    after = ctx.items[index + 1] if index + 1 < len(ctx.items) else None
    aimed = after is not None and after.first == item.last and after.is_cue("toward") and ctx.token(after) not in {"trên", "trong", "khắp"}
    return aimed and index + 2 < len(ctx.items) and ctx.items[index + 2].mention is not None


def _only_hits(ctx: Context, verb: Verb) -> bool:
    """ "vụ sát hại ông X": what stands behind these is always the victim."""
    text = ctx.doc.text[verb.item.start : verb.item.end].lower()
    return any(w in text for w in ("sát hại", "ám sát", "giết", "bắt", "bắn", "tiêu diệt"))


def _noun_sides(ctx: Context, verb: Verb, reach: Sequence[Item]) -> tuple[list[Actor], list[Actor]]:
    """The doer behind "của", "do", "từ" and whom it hits behind "vào", "nhằm vào", "ở"; a light verb lends its subject."""
    actors: list[Actor] = []
    hit: list[Actor] = []
    previous = verb.item
    skip = 0
    for item in reach:
        if skip:
            skip -= 1
            continue
        if kills(item) and previous is verb.item and item.first == verb.item.last:
            return _lent(ctx, verb, actors, hit_in(ctx, reach[reach.index(item) + 1 :]))  # "chiến dịch tập kích hạ sát Lãnh tụ Iran"
        if item.is_cue("separator", "purpose", "cause", "complement", "relative", "negation", "future") or kills(item):
            break
        if item.mention is not None and item.mention.form != "media":
            group = ctx.group_from(ctx.items.index(item))
            skip = 2 * (len(group) - 1)
            side_of = _noun_role(ctx, verb, previous, item)
            if side_of is Role.ACTOR:
                actors = actors or refs_of(group, Role.ACTOR)
            elif side_of is Role.RECIPIENT:
                hit = hit or stricken(ctx, group)
        if item.date is None:
            previous = item
    return _lent(ctx, verb, actors, hit)


def _noun_role(ctx: Context, verb: Verb, previous: Item, item: Item) -> Role | None:
    """What a mention is to the noun of a deed, by the word before it."""
    beside = previous is verb.item
    if (
        beside
        and item.mention is not None
        and (item.mention.kind is MentionKind.PLACE or not _aims(ctx, item) or _owned_behind(ctx, item) or _only_hits(ctx, verb))
    ):
        return Role.RECIPIENT
    source = ctx.token(previous) == "từ" and previous.first - verb.item.last <= _SOURCE
    if ctx.token(previous) == "thuộc":
        return Role.RECIPIENT  # "vào một nhà máy ở tỉnh Bryansk thuộc Nga"
    if previous.is_cue("of") or source or (beside and item.first == verb.item.last):
        return Role.ACTOR
    return Role.RECIPIENT if previous.is_cue("toward", "at", "to", "with", "between") and ctx.token(previous) != "từ" else None


def _answerer(ctx: Context, verb: Verb) -> list[Actor]:
    """ "Nga đáp trả Ukraine bằng đòn tập kích": who answers with it does it."""
    words = [t.low for t in ctx.sentence.tokens[: verb.item.first]]
    if words[-1:] != ["bằng"]:
        return []
    at = next((k for k in range(len(words) - 2, 0, -1) if words[k - 1 : k + 1] in (["đáp", "trả"], ["trả", "đũa"])), 0)
    doer = next((i for i in reversed(ctx.items[: verb.index]) if i.mention is not None and i.last <= at), None)
    return refs_of([doer], Role.ACTOR) if doer is not None and at - 1 - doer.last <= 2 else []


def _lent(ctx: Context, verb: Verb, actors: list[Actor], hit: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """ "tiến hành cuộc tấn công" lends its subject as the doer, "hứng chịu cuộc tấn công" as whom it hits."""
    before = ctx.items[verb.index - 1] if verb.index else None
    if not actors and (answerer := _answerer(ctx, verb)):
        return answerer, hit
    if not actors and not verb.loose and ctx.doc.text[ctx.sentence.start : verb.item.start].rstrip().lower().endswith(_CLAIMS):
        return refs_of(verb.subject, Role.ACTOR), hit
    if before is not None and verb.item.first - before.last <= 2:
        if not actors and before.is_cue("resume") and ctx.token(before) in _LIGHT and not verb.loose:
            actors = refs_of(verb.subject, Role.ACTOR)
        elif before.is_cue("passive"):
            hit = hit or refs_of(verb.subject, Role.RECIPIENT)
    return actors, hit
