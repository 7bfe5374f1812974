"""Frames of what is asked: demands, needs, proposals, hopes, and the modes of what they ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.frames_speech import noun_statement, of_another, own_voice, recipients, speakers, voice
from lib.coding.reading_context import NEAR, Context, new_draft, refs_of
from lib.language.phrases import Match
from lib.records import Actor, EventType, MentionKind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.verbs import Verb
    from lib.language.tokens import Token

_FIGHTING = 60  # characters around "phải" in which the fighting and its end are named
_SOME = 4  # words that a demand without an addressee has at least
_WANTS = frozenset(
    {"muốn", "xin", "ép", "tìm", "thúc", "đang", "nỗ", "nêu", "đặt", "ra", "đưa"}
)  # what these open is a wish or an effort, not said to anybody
_HOPES = ("hy vọng", "kỳ vọng", "mong muốn", "mong", "mong rằng", "trông đợi", "mong đợi")
_HOPED = 25  # characters that what is hoped for has at least
_OR_ELSE = "nếu không"  # behind a demand: what its addressee will face


def topics_of(ctx: Context, start: int, end: int) -> list[str]:
    """The modes of what is asked between two offsets; what follows "nhằm", "để" is the purpose, not the demand."""
    tokens = [t for t in ctx.sentence.tokens if start <= t.start < end]
    modes: list[str] = []
    cut = len(tokens)
    for match in (*_cessation(ctx, tokens), *ctx.lexicon.topics.find(tokens)):
        if match.first >= cut:
            break
        if match.value not in modes:
            modes.append(match.value)
        if len(modes) == 1:
            cut = next(
                (i for i in range(match.last, len(tokens)) if tokens[i].low in {"nhằm", "để", "vì", "nếu", "sau", "trước", "khi", "trong"}),
                cut,
            )
    return modes[:3]


def _cessation(ctx: Context, tokens: Sequence[Token]) -> list[Match[str]]:
    """ "chấm dứt việc pháo kích": to stop any force is a ceasefire, whatever the words."""
    for first, token in enumerate(tokens[:-1]):
        if token.low in {"ngừng", "dừng", "ngưng"} or (token.low == "chấm" and tokens[first + 1].low == "dứt"):
            for at in range(first + 1, min(len(tokens), first + 6)):
                match = ctx.lexicon.triggers.at(tokens, at)
                if match is not None and match.value.entry.type is EventType.ASSAULT:
                    return [Match(first, match.last, "ceasefire")]
    return []


def demand(ctx: Context, verb: Verb) -> list[Draft]:
    """Somebody asks for something: one event a mode; the party asked stands right behind the verb."""
    if verb.rule.noun:
        return _demand_noun(ctx, verb)
    actors = speakers(ctx, verb)
    if actors is None:
        ctx.drop(verb, "dropped.no_asker")
        return []
    if verb.rule.weak and _wished_for(ctx, verb):
        ctx.drop(verb, "dropped.wish_by_others")
        return []
    reach = ctx.reach(verb, over_commas=True)
    end = ctx.reach_end(verb, reach)
    modes = topics_of(ctx, verb.item.end, end)
    asked = _asked(ctx, verb, reach)
    told = verb.rule.weak and _tells(ctx, verb, actors, asked, end)
    if not modes and not told and (verb.rule.weak or not (asked or _asks_somebody(ctx, verb) or _asks_for(ctx, verb, end))):
        if actors and _proposes(ctx, verb, end):
            return [new_draft(ctx, verb, actors, reach)]
        if actors and _hopes(ctx, verb, end):
            hope = new_draft(ctx, verb, [*actors, *recipients(actors, ctx.find_parties(reach)[:1])], reach, mode="position")
            hope.event_type = EventType.EXPRESS
            return [hope]
        ctx.drop(verb, "dropped.no_asked")
        return []
    out = []
    for mode in modes or [verb.rule.entry.mode]:
        found = _hit(ctx, reach) if mode == "boycott" else recipients(actors, asked)
        out.append(new_draft(ctx, verb, [*actors, *found], reach, mode=mode))
    return out + _or_else(ctx, verb, actors, recipients(actors, asked))


def _or_else(ctx: Context, verb: Verb, actors: Sequence[Actor], asked: Sequence[Actor]) -> list[Draft]:
    """ "yêu cầu Peru rút quân, nếu không sẽ trả giá": a demand with what its addressee will face is an ultimatum, too."""
    behind = ctx.doc.text[verb.item.end : ctx.sentence.end].lower()
    _, found, rest = behind.partition(_OR_ELSE)
    if not found or not asked or not ("sẽ" in rest.split() or any(word in rest for word in ctx.lexicon.threats)):
        return []
    draft = new_draft(ctx, verb, [*actors, *asked], ctx.reach(verb, over_commas=True), mode="ultimatum")
    draft.event_type, draft.end = EventType.THREATEN, ctx.sentence.end
    return [draft]


def _proposes(ctx: Context, verb: Verb, end: int) -> bool:
    """ "Iran đề xuất ngừng làm giàu uranium trong 5 năm": what is proposed, though it is not told to whom."""
    said = ctx.doc.text[verb.item.start : verb.item.end].lower()
    before = ctx.items[verb.index - 1] if verb.index else None
    if before is not None and before.is_cue("speech") and before.last == verb.item.first and said == "đề xuất":
        return False  # "Mỹ nói đề xuất mới có lợi cho hai bên": the noun
    behind = ctx.sentence.tokens[verb.item.last].low if verb.item.last < len(ctx.sentence.tokens) else ""
    return said.endswith("đề xuất") and behind not in {"của", "này", "về", "cho"} and not verb.habit and end - verb.item.end >= _HOPED


def _hopes(ctx: Context, verb: Verb, end: int) -> bool:
    """ "Nga kỳ vọng căng thẳng sẽ được giải quyết": a hope said to nobody is a position; told by a teller, it is his words."""
    said = ctx.doc.text[verb.item.start : verb.item.end].lower()
    if not said.endswith(_HOPES) or verb.governor is not None or verb.habit or end - verb.item.end < _HOPED:
        return False
    tokens = ctx.sentence.tokens
    ahead = {t.low for t in tokens[max(0, verb.item.first - 2) : verb.item.first]}
    return not ahead & {"với", "theo", "mà"} and tokens[verb.item.last].low not in {"và", "của", "này"}


def _wished_for(ctx: Context, verb: Verb) -> bool:
    """ "Ông Trump tin rằng Nga muốn hòa bình": what one side says that another wants is no demand by the other."""
    return ctx.token(verb.item) in {"muốn", "mong", "kỳ", "hy"} and of_another(ctx, verb)


def _asks_somebody(ctx: Context, verb: Verb) -> bool:
    """A collective is asked ("kêu gọi cộng đồng quốc tế"), or people are ("đề nghị công dân")."""
    reach = ctx.reach(verb)
    if reach and reach[0].mention is not None and reach[0].first - verb.item.last <= NEAR:
        return True
    following = {t.low for t in ctx.sentence.tokens[verb.item.last : verb.item.last + 4]}
    return bool(following & {"các", "công", "mọi", "tất", "hai", "người", "phía", "cả", "những"})


def _asks_for(ctx: Context, verb: Verb, end: int) -> bool:
    """ "yêu cầu mở rộng vùng đệm": without an addressee, what is asked for must be told in some words."""
    after = ctx.items[verb.index + 1] if verb.index + 1 < len(ctx.items) else None
    if after is not None and after.sense is not None and not after.sense.noun and after.first == verb.item.last and after.end < end:
        return True  # "kêu gọi chiếm đóng Gaza"
    return sum(verb.item.end <= t.start < end and t.is_word for t in ctx.sentence.tokens) >= _SOME


def _tells(ctx: Context, verb: Verb, actors: Sequence[Actor], asked: Sequence[Item], end: int) -> bool:
    """ "mong muốn Việt Nam tiếp tục chia sẻ kinh nghiệm": a party of another side, right behind the verb, is told what to do."""
    lobbies = ctx.token(verb.item) == "vận"  # "vận động hành lang với Moskva để…"
    if ctx.token(verb.item) in _WANTS or not asked or asked[0].first - verb.item.last > lobbies or not _asks_for(ctx, verb, end):
        return False
    own = {side(a) for a in actors}
    return any(side(a) not in own for a in refs_of(asked, Role.RECIPIENT))


def _demand_noun(ctx: Context, verb: Verb) -> list[Draft]:
    drafts = noun_statement(ctx, verb)
    if drafts:
        modes = topics_of(ctx, verb.item.end, ctx.sentence.end)
        drafts[0].event_mode = modes[0] if modes else "other"
        actors = [a for a in drafts[0].actors if a.role is Role.ACTOR]
        drafts[0].actors += recipients(actors, _asked(ctx, verb, ctx.reach(verb)))
    return drafts


def _asked(ctx: Context, verb: Verb, reach: Sequence[Item]) -> list[Item]:
    """The party asked: a mention close behind the verb, before what is asked for."""
    for item in reach:
        if item.first - verb.item.last > NEAR:
            return []
        if item.mention is not None:
            between = {t.low for t in ctx.sentence.tokens[verb.item.last : item.first]}
            if between and between <= {"người", "dân", "nhân"}:
                return ctx.group_from(ctx.items.index(item))
            if ctx.token(item) == "họ" and not item.mention.refs:
                return _they(ctx, verb)
            if between & {"dân", "rời", "khỏi", "tránh", "về", "ở", "tại"}:
                return []
            return (
                ctx.group_from(ctx.items.index(item))
                if item.mention.refs and item.mention.form != "media" and not item.mention.modifier
                else []
            )
        if item.sense is not None or not item.is_cue("with", "toward", "separator"):
            return []
    return []


def _they(ctx: Context, verb: Verb) -> list[Item]:
    """ "A tuyên bố lực lượng của B hết đường lui, kêu gọi họ buông súng": the last party told before that is not the speaker's side."""
    own = {side(a) for a in refs_of(verb.subject, Role.ACTOR)}
    for item in reversed(ctx.items[: verb.index]):
        if item.mention is not None and item.mention.refs and item.mention.form not in {"media", "place"}:
            theirs = {side(a) for a in refs_of([item], Role.RECIPIENT)}.isdisjoint(own)
            return [item] if theirs and item.mention.kind is not MentionKind.PERSON else []
    return []


def _hit(ctx: Context, reach: Sequence[Item]) -> list[Actor]:
    """Whom a boycott or embargo that is asked for hits: the last party behind "với", "đối với", "cho", "của"."""
    for item in reversed(reach):
        if item.mention is not None and item.mention.refs:
            index = ctx.items.index(item)
            if ctx.items[index - 1].is_cue("with", "toward", "of") and ctx.items[index - 1].last == item.first:
                return refs_of([item], Role.RECIPIENT)
    return refs_of(ctx.find_parties(list(reversed(reach))), Role.RECIPIENT)


def need(ctx: Context, verb: Verb) -> list[Draft]:
    """ "X nhấn mạnh cần ngừng bắn": a demand by whoever says so, where the need is one that diplomacy asks for."""
    governor = verb.governor
    actors, asked = None, list[Actor]()
    if governor is not None and governor.subject:
        actors = speakers(ctx, governor)
        if actors and verb.subject and verb.subject != governor.subject:
            asked = recipients(actors, verb.subject)
    elif not verb.subject:
        actors = speakers(ctx, verb) or (speakers(ctx, governor) if governor is not None else None)
    elif own_voice(ctx, verb) or (governor is None and voice(ctx, verb)):
        actors = voice(ctx, verb)
        asked = recipients(actors, verb.subject)
    if not actors:
        ctx.drop(verb, "dropped.no_demander")
        return []
    reach = ctx.reach(verb, over_commas=True, over_semicolons=True)
    if verb.rule.entry.type is EventType.EXPRESS:
        return [new_draft(ctx, verb, actors, reach)]
    modes = topics_of(ctx, verb.item.end, ctx.reach_end(verb, reach)) or _war_must_end(ctx, verb)
    if not modes and asked and _obliges(ctx, verb):
        modes = [verb.rule.entry.mode]
    if not modes:
        ctx.drop(verb, "dropped.need_no_request")
        return []
    out = []
    for mode in modes:
        if mode == "boycott" and not asked:
            continue  # what a party says that it must do itself is no demand
        draft = new_draft(ctx, verb, [*actors, *(_hit(ctx, reach) if mode == "boycott" else asked)], reach, mode=mode)
        if governor is not None:
            draft.start = min([draft.start, governor.item.start, *(i.start for i in governor.subject if ctx.sentence.start <= i.start)])
        out.append(draft)
    return out


def _war_must_end(ctx: Context, verb: Verb) -> list[str]:
    """ "cuộc chiến tranh ở Gaza phải chấm dứt": the fighting is the subject of what must end."""
    before = ctx.doc.text[ctx.sentence.start : verb.item.start].lower()[-_FIGHTING:]
    behind = ctx.doc.text[verb.item.end : verb.item.end + _FIGHTING].lower().split()[:3]
    ends = any(w in " ".join(behind) for w in ("chấm dứt", "kết thúc", "dừng lại", "ngừng lại"))
    return ["ceasefire"] if ends and any(w in before for w in ("chiến", "xung đột", "giao tranh", "bạo lực", "đổ máu")) else []


def _obliges(ctx: Context, verb: Verb) -> bool:
    """ "X nói Ba Lan nên cung cấp thông tin": a state or a body is told what to do, whatever it is."""
    subject = verb.subject[0].mention
    return (
        subject is not None and not subject.modifier and subject.kind is not MentionKind.PERSON and ctx.token(verb.item) in {"nên", "cần"}
    )
