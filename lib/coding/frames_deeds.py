"""Frames of what is done: attacks, coercion, sanctions, aid, agreements, withdrawals, protests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.force import citizens, kills, no_force, owners, pledges_force
from lib.coding.frames_consult import objects_of
from lib.coding.frames_harmed import harmed, harmed_by, stricken, victim_tells
from lib.coding.frames_speech import of_another, recipients, speakers
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
_OF_STATES = ("nước", "quốc", "đồng minh", "lãnh đạo", "phương Tây")  # in the name of a collective of states
_RACES = ("bầu cử", "tranh cử", "cuộc đua", "ứng viên", "đề cử", "vận động")
_LIGHT = frozenset(
    {"thực", "tiến", "mở", "phát", "tổ", "tung", "gây", "bắt", "nối", "tăng", "đáp", "trả"}
)  # heads of "thực hiện", "tiến hành", "phát động" …
_NEARLY = ("đang", "sắp", "có thể", "chưa", "vẫn chưa", "rất gần", "còn xa", "sẽ", "tiềm năng")  # behind a deal that is not made yet
_DOWNS = frozenset({"bắn nổ", "bắn rơi", "bắn hạ", "đánh chặn"})  # what is named behind is the target, not the weapon
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
_FAR = 80  # characters behind a deed in which "sẽ dẫn đến" makes it a supposition
_BEHIND = 25  # characters behind "sơ tán" in which those taken out are named
_CLAIMS = ("nhận trách nhiệm về", "nhận trách nhiệm", "thừa nhận thực hiện", "thừa nhận đứng sau")
_PAIR = 2  # sides that fight, and tokens between them and the verb
_ARMED = frozenset({Sector.GOV, Sector.MIL, Sector.REB, Sector.IGO, None})
_TESTS = ("ra biển", "về phía biển", "vùng biển", "mục tiêu giả định", "thử nghiệm", "phóng thử", "quỹ đạo")
_EXERCISES = ("diễn tập", "tập trận", "loại biên", "bia tập", "mô phỏng", "giả định", "đại bác chào", "bắn chào")
_HELPS = tuple(
    "hỗ trợ|giúp|giúp đỡ|bảo vệ|ủng hộ|viện trợ|viện trợ cho|hỗ trợ cho|cung cấp cho|sát cánh cùng|sát cánh với|đồng hành cùng".split("|")
)
_ENVOYS = ("nhà ngoại giao", "các nhà ngoại giao", "đại sứ", "đại biện", "tùy viên", "tham tán")


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
    armed = unnamed or entry.type is not EventType.MOBILIZE or any(a.sector in _ARMED for a in actors or ())
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
        else recipients(actors, ctx.find_parties(reach, stop_kinds=("separator",)))
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
    if entry.mode == "pledge" and pledges_force(ctx, verb):
        draft.event_type, draft.event_mode = EventType.THREATEN, "warn"
    if entry.mode == "weapons" and ctx.doc.text[verb.item.start : verb.item.end].lower().startswith("tập trận"):
        draft.event_mode = "troops"
        if len({side(a) for a in actors}) > 1:
            draft.event_type, draft.event_mode = EventType.COOPERATE, "military"
    return [draft]


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


def _source(ctx: Context, reach: Sequence[Item]) -> list[Item]:
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
        group = _right_behind(ctx, verb)
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
    partners = recipients(actors, parties_behind(ctx, reach, "with", "of") or _right_behind(ctx, verb))
    source = [] if partners else recipients(actors, _source(ctx, reach))
    met = (
        recipients(actors, _met(ctx, verb)) if not partners and not source and entry.type in {EventType.AGREE, EventType.COOPERATE} else []
    )
    partners = partners or met
    parties = {side(a) for a in (*actors, *partners, *source)}
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
            [*actors, *(Actor(role, a.actor_id, a.name, a.title, a.affiliation, a.country, a.sector) for a in partners), *source],
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


def _right_behind(ctx: Context, verb: Verb) -> list[Item]:
    index = verb.index + 1
    if index < len(ctx.items) and ctx.items[index].is_cue("between", "with"):
        index += 1
    if index < len(ctx.items) and ctx.items[index].mention is not None and ctx.items[index].first - verb.item.last <= 2:
        return ctx.group_from(index)
    return []


def strike(ctx: Context, verb: Verb) -> list[Draft]:
    """Force by one party against another, active, passive or as a noun ("cuộc tấn công của A vào B")."""
    entry = verb.rule.entry
    reach = ctx.reach(verb)
    actors, hit = _noun_sides(ctx, verb, reach) if verb.rule.noun else _verb_sides(ctx, verb, reach)
    toll = harmed(ctx, verb) if not hit else []
    hit = (harmed_by(ctx, verb, actors, known=bool(hit)) if verb.rule.noun else []) or hit or toll
    own = {a.actor_id for a in actors}
    if actors and hit and all(h.actor_id in own for h in hit):
        hit = _pointed(ctx, verb, reach, own)
    hit = list({h.actor_id: h for h in hit if h.actor_id not in own}.values())
    told_by = actors and not toll and entry.type is EventType.ASSAULT
    hit = hit or (victim_tells(ctx, verb, actors) if told_by else [])
    if not actors and not hit:
        ctx.drop(verb, "dropped.no_doer_nor_target")
        return []
    if not actors and not verb.passive and not verb.rule.noun:
        ctx.drop(verb, "dropped.no_doer")
        return []
    stricken = (
        verb.passive
        and entry.mode in {"attack", "arrest", "explosives", "abduct"}
        and (any(a.actor_id.startswith(("person:", "org:", "igo:")) for a in hit) or (entry.mode == "arrest" and citizens(ctx, verb)))
    )
    forced = verb.rule.weak or (entry.needs == "party" and not verb.rule.noun)
    armed = forced and entry.type is EventType.ASSAULT and any(a.sector in {Sector.MIL, Sector.REB} for a in actors)
    both = entry.needs == "party" or verb.rule.weak or (verb.rule.noun and verb.doubt and not toll)
    if both and not (actors and hit) and not stricken and not armed:
        ctx.drop(verb, "dropped.one_missing")
        return []
    if reason := no_force(ctx, verb):
        ctx.drop(verb, reason)
        return []
    draft = new_draft(ctx, verb, [*actors, *hit], reach)
    behind = ctx.doc.text[verb.item.end : min(ctx.sentence.end, verb.item.end + _FAR)].lower()
    if any(w in behind for w in _SUPPOSED[: None if verb.rule.noun else 2]):
        ctx.drop(verb, "dropped.hypothesis")
        return []
    if entry.type is EventType.ASSAULT and any(w in ctx.doc.text[draft.start : draft.end].lower() for w in _EXERCISES):
        ctx.drop(verb, "dropped.exercise")
        return []
    if entry.type is EventType.ASSAULT and entry.mode in {"attack", "aerial"}:
        draft.event_mode = _means(ctx, verb, reach) or entry.mode
    told = ctx.doc.text[draft.start : draft.end].lower()
    aimed = " vào " in told or " xuống " in told or any(a.sector is Sector.REB for a in actors)
    others = {a.country for i in ctx.items if i.mention is not None for a in i.mention.refs} - {a.country for a in actors} - {None}
    aimless = any(w in told for w in _TESTS) or not (hit or aimed or others)
    if entry.mode == "missile" and not verb.passive and not verb.rule.noun and aimless:
        draft.actors = actors
        draft.event_type, draft.event_mode = EventType.MOBILIZE, "weapons"  # a test: nobody is hit
    if entry.mode == "deport" and ctx.doc.text[verb.item.end : verb.item.end + 40].lower().lstrip().startswith(_ENVOYS):
        draft.event_type, draft.event_mode = EventType.SANCTION, "expel"
    if verb.rule.noun:
        draft.start = verb.item.start
    return [draft]


def clash(ctx: Context, verb: Verb) -> list[Draft]:
    """ "A và B đụng độ": two sides fight each other, told right behind them; elsewhere the words are nouns."""
    reach = ctx.reach(verb)
    actors = [a for a in refs_of(verb.subject, Role.ACTOR) if a.sector in _ARMED]
    near = bool(verb.subject) and 0 <= verb.item.first - verb.subject[-1].last <= _PAIR
    if verb.passive or not near or len({side(a) for a in actors}) < _PAIR:
        ctx.drop(verb, "dropped.no_fighters")
        return []
    return [new_draft(ctx, verb, actors, reach)]


def suffer(ctx: Context, verb: Verb) -> list[Draft]:
    """ "lĩnh án 5 năm tù", "trúng tên lửa của Iran": the subject is whom it is done to, the doer stands behind "của" or the noun."""
    entry = verb.rule.entry
    reach = ctx.reach(verb)
    near = [i for i in reach if i.first - verb.item.last <= NEAR]
    source = [i for i in near if i.mention is not None and ctx.token(ctx.items[ctx.items.index(i) - 1]) == "từ"][:1]
    doers_behind = parties_behind(ctx, near, "of") or _right_behind(ctx, verb) or source
    actors = refs_of(doers_behind, Role.ACTOR) if entry.type is EventType.ASSAULT else []
    hit = [] if verb.loose and not verb.force and not verb.beside else stricken(ctx, verb.subject)
    hit = hit or stricken(ctx, [verb.beside] if verb.beside is not None else [])
    own = {side(a) for a in actors}
    hit = [h for h in hit if side(h) not in own]
    known = any(a.actor_id.startswith("person:") for a in hit)
    if not hit or verb.passive or not (actors or known or entry.type is EventType.ASSAULT):
        ctx.drop(verb, "dropped.no_sufferer")
        return []
    return [new_draft(ctx, verb, [*actors, *hit], reach)]


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
    if ctx.doc.text[verb.item.start : verb.item.end].lower() in _DOWNS:
        return None
    start = min([verb.item.start, *(i.start for i in verb.subject)]) - _BEHIND
    text = ctx.doc.text[max(ctx.sentence.start, start) : ctx.reach_end(verb, reach)].lower()
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
        crime = next((k for k, i in enumerate(near) if "kẻ" in _words_before(ctx, verb, i) or i.is_cue("at", "cause")), len(near))
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


def _lent(ctx: Context, verb: Verb, actors: list[Actor], hit: list[Actor]) -> tuple[list[Actor], list[Actor]]:
    """ "tiến hành cuộc tấn công" lends its subject as the doer, "hứng chịu cuộc tấn công" as whom it hits."""
    before = ctx.items[verb.index - 1] if verb.index else None
    if not actors and not verb.loose and ctx.doc.text[ctx.sentence.start : verb.item.start].rstrip().lower().endswith(_CLAIMS):
        return refs_of(verb.subject, Role.ACTOR), hit
    if before is not None and verb.item.first - before.last <= 2:
        if not actors and before.is_cue("resume") and ctx.token(before) in _LIGHT and not verb.loose:
            actors = refs_of(verb.subject, Role.ACTOR)
        elif before.is_cue("passive"):
            hit = hit or refs_of(verb.subject, Role.RECIPIENT)
    return actors, hit
