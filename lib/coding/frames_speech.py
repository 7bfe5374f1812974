"""Frames of what is said: condemnations, accusations, views, support; who speaks, and to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.reading_context import Context, new_draft, refs_of
from lib.knowledge import reasons
from lib.records import Actor, EventType, MentionKind, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.verbs import Verb

_OWNED = 5  # items behind a noun of speech among which its owner is looked for
_FAR = 10  # and tokens
_FORETOLD = frozenset({"sẽ", "sẵn", "phải", "buộc"})  # what opens with these one may foretell of another; "dọa" tells what another has said
_OF_DEEDS = frozenset({EventType.ACCUSE, EventType.SUPPORT})  # for or against what somebody does, not what it is about
_BOTH = 2
_DESCRIBED = 9  # tokens before "coi", "gọi" among which it shows that they describe a noun
_DESCRIBES = frozenset({"mà", "nơi", "điều", "được", "bị", "sắc"})
_PUBLIC = frozenset({Sector.GOV, Sector.MIL, Sector.IGO, Sector.REB})


def speakers(ctx: Context, verb: Verb) -> list[Actor] | None:
    """The actors of a statement; an empty list for an unnamed collective, None where nobody who counts speaks."""
    opening = _opening(ctx, verb) if verb.loose and verb.subject and not verb.passive else []
    if opening:
        verb.subject, verb.loose = opening, False
    items = verb.agent if verb.passive else _for_own_side(verb) or verb.subject or _speaker_items(ctx, verb)
    if not items or _in_private_quote(ctx, verb):
        return None
    if verb.loose and verb.subject and not verb.passive:
        return None
    mentions = [i.mention for i in items if i.mention is not None]
    if all(m.form == "collective" for m in mentions):
        return []
    if any(m.modifier or m.form in {"media", "place"} for m in mentions) or _retired(ctx, items):
        return None
    actors = [a for a in refs_of(items, Role.ACTOR) if _may_speak(a)]
    return actors or None


def _for_own_side(verb: Verb) -> list[Item]:
    """ "Ông A khẳng định Peru ủng hộ Chile": what an official says of his own side's stand, he says."""
    teller = verb.governor
    if verb.sense is None or verb.sense.noun or not verb.is_statement or not verb.subject:
        return []
    if teller is None or teller.sense is not None or not teller.subject or teller.loose:
        return []
    told, telling = refs_of(verb.subject, Role.ACTOR), refs_of(teller.subject, Role.ACTOR)
    states = bool(told) and all(a.actor_id.startswith("state:") for a in told)
    return teller.subject if states and telling and {side(a) for a in telling} == {side(a) for a in told} else []


def _retired(ctx: Context, items: Sequence[Item]) -> bool:
    """ "Tướng Mỹ về hưu cho rằng…": who held office once speaks for nobody."""
    behind = ctx.sentence.tokens[items[-1].last : items[-1].last + 2]
    return " ".join(t.low for t in behind) in {"về hưu", "nghỉ hưu"}


def _opening(ctx: Context, verb: Verb) -> list[Item]:
    """ "Israel coi chương trình của Iran là mối đe dọa và cáo buộc Tehran…": behind "và", "nhưng", a comma, the opener goes on."""
    before = ctx.items[verb.index - 1]
    first = ctx.items[0]
    if before.last != verb.item.first or ctx.token(before) not in {"và", "đồng thời", "nhưng", "song", ","}:
        return []
    return [first] if first.first == 0 and first.mention is not None and first.mention.refs and first not in verb.subject else []


def _in_private_quote(ctx: Context, verb: Verb) -> bool:
    """What an expert or a private person says in a quotation of what a party said is no statement of that party."""
    quote = next((q for q in ctx.quotes if q.start <= verb.item.start < q.end and q.speaker is not None), None)
    return quote is not None and quote.speaker is not None and not any(_may_speak(a) for a in quote.speaker.refs)


def _may_speak(actor: Actor) -> bool:
    """States, bodies and whoever holds an office or leads a group; not a private person, an expert or a medium."""
    if actor.sector in {Sector.MED, Sector.CVL}:
        return False
    if actor.actor_id.startswith("person:"):
        return bool(actor.affiliation or actor.country) and (actor.sector in _PUBLIC or actor.sector is None or actor.sector is Sector.NGO)
    return True


def _speaker_items(ctx: Context, verb: Verb) -> list[Item]:
    """Without a subject of its own: whoever speaks the quotation it stands in, or "theo X" of its sentence."""
    from lib.coding.items import Item  # noqa: PLC0415 (only for the rare quotation)

    for quote in ctx.quotes:
        if quote.start <= verb.item.start < quote.end and quote.speaker is not None:
            return [Item(0, 0, quote.speaker.start, quote.speaker.end, mention=quote.speaker)]
    for k, item in enumerate(ctx.items[:-1]):
        following = ctx.items[k + 1]
        if (
            item.is_cue("according")
            and following.mention is not None
            and following.first == item.last
            and following.mention.form != "media"
            and following.mention.refs
        ):
            return [following]
    return []


def recipients(actors: Sequence[Actor], found: Sequence[Item]) -> list[Actor]:
    """The parties of a group as recipients, without those who act."""
    own = {a.actor_id for a in actors}
    own |= {a.affiliation for a in actors if a.affiliation}
    sides = {a.country for a in actors if a.country}
    out = []
    for actor in refs_of(found, Role.RECIPIENT):
        if actor.actor_id in own or (actor.actor_id.startswith("state:") and actor.country in sides):
            continue
        out.append(actor)
    return out


def target(ctx: Context, verb: Verb) -> list[Draft]:
    """Somebody takes a stand on a party's deed: the recipient is the first party of the object."""
    actors = speakers(ctx, verb)
    entry = verb.rule.entry
    if verb.rule.noun:
        return noun_statement(ctx, verb)
    if actors is None:
        ctx.drop(verb, "dropped.no_speaker")
        return []
    reach = ctx.reach(verb, over_commas=False)
    found = recipients(
        actors,
        verb.subject if verb.passive else ctx.find_parties(reach, skip_givers=entry.mode == "warn", topics=entry.type not in _OF_DEEDS),
    )
    if entry.type is EventType.THREATEN and (verb.passive or ctx.token(verb.item) in _FORETOLD) and of_another(ctx, verb):
        ctx.drop(verb, "dropped.guess_by_others")
        return []
    threatens = entry.type is EventType.THREATEN and bool(reach) and reach[0].sense is not None
    if (verb.rule.weak and not found and not threatens) or (entry.needs == "party" and not found):
        ctx.drop(verb, "dropped.no_target")
        return []
    if entry.object and not _holds(ctx, verb, reach, entry.object):
        ctx.drop(verb, "dropped.other_object")
        return []
    return [new_draft(ctx, verb, [*actors, *found], reach)]


def of_another(ctx: Context, verb: Verb) -> bool:
    """ "X nói Nga sẽ tấn công": what one side foretells of another is no threat by the other."""
    subject = {side(a) for a in refs_of(verb.agent if verb.passive else verb.subject, Role.ACTOR)}
    voices = refs_of(verb.governor.subject, Role.ACTOR) if verb.governor is not None else []
    quoted = next((q.speaker for q in ctx.quotes if q.start <= verb.item.start < q.end and q.speaker is not None), None)
    tellers = {side(a) for a in (*voices, *(quoted.refs if quoted is not None else ()))}
    return bool(tellers) and tellers.isdisjoint(subject)


def _holds(ctx: Context, verb: Verb, reach: Sequence[Item], words: Sequence[str]) -> bool:
    text = ctx.doc.text[verb.item.start : ctx.reach_end(verb, reach)].lower()
    return any(w in text for w in words)


def noun_statement(ctx: Context, verb: Verb) -> list[Draft]:
    """ "lời kêu gọi của A": an event only where the owner is told, and told nowhere as a subject."""
    if _in_private_quote(ctx, verb):
        ctx.drop(verb, "dropped.no_speaker")
        return []
    reach = ctx.reach(verb)
    index = verb.index + 1
    owned = ctx.sentence.tokens[verb.item.last - 1].low == "của"
    if not owned and index < len(ctx.items) and ctx.items[index].sense is not None and ctx.items[index].first == verb.item.last:
        index += 1  # "lời đe dọa áp thuế của ông Trump"
    if not owned and index < len(ctx.items) and ctx.items[index].is_cue("of"):
        owned, index = True, index + 1
    if owned and index < len(ctx.items) and ctx.items[index].mention is not None:
        owners = [a for a in refs_of(ctx.group_from(index), Role.ACTOR) if _may_speak(a)]
        mention = ctx.items[index].mention
        if owners and mention is not None and not mention.modifier and mention.form not in {"media", "place"}:
            draft = new_draft(ctx, verb, owners, reach)
            return [draft]
    owners = _far_owner(ctx, verb) if ctx.token(verb.item) == "lời" else []
    if owners:
        return [new_draft(ctx, verb, owners, reach)]
    voice = refs_of(_speaker_items(ctx, verb), Role.ACTOR)
    if voice and all(_may_speak(a) for a in voice):
        draft = new_draft(ctx, verb, voice, reach)
        return [draft]
    ctx.drop(verb, "dropped.no_speaker_of_noun")
    return []


def _far_owner(ctx: Context, verb: Verb) -> list[Actor]:
    """ "Lời đe dọa ngăn khánh thành cầu của ông Trump": whose words they are, behind what they are about."""
    for k in range(verb.index + 1, min(len(ctx.items) - 1, verb.index + _OWNED)):
        item, after = ctx.items[k], ctx.items[k + 1]
        if item.is_cue("separator", "speech", "subordinate") or item.sense is not None or item.first - verb.item.last > _FAR:
            return []
        if ctx.token(item) == "của" and after.mention is not None and after.first == item.last and after.is_person:
            return [a for a in refs_of([after], Role.ACTOR) if _may_speak(a)]
    return []


def charge(ctx: Context, verb: Verb) -> list[Draft]:
    """Somebody accuses a party: the recipient is the first party behind the verb."""
    if verb.rule.noun:
        return noun_statement(ctx, verb)
    actors = speakers(ctx, verb)
    if actors is None:
        ctx.drop(verb, "dropped.no_accuser")
        return []
    reach = ctx.reach(verb, over_commas=True)
    if verb.rule.entry.mode == "investigate":
        reach = _charged(reach)
    found = recipients(actors, verb.subject if verb.passive else ctx.find_parties(reach, topics=False))
    if verb.rule.entry.needs == "party" and not found and not _hunted(ctx, verb, reach):
        ctx.drop(verb, "dropped.no_accused")
        return []
    return [new_draft(ctx, verb, [*actors, *found], reach)]


def _hunted(ctx: Context, verb: Verb, reach: Sequence[Item]) -> bool:
    """ "FBI truy nã Trung Duc Lu": somebody named whom nothing known explains is wanted by name."""
    first = next((i.mention for i in reach if i.mention is not None and i.first - verb.item.last <= 1), None)
    wanted = ctx.doc.text[verb.item.start : verb.item.end].lower().endswith("truy nã")
    return wanted and first is not None and not first.refs and first.kind is MentionKind.PERSON


def _charged(reach: Sequence[Item]) -> list[Item]:
    """ "truy tố một lính đặc nhiệm với cáo buộc đánh cược vào vụ bắt ông X": behind the charge stands what for, not whom."""
    charge = (k for k, i in enumerate(reach) if i.is_cue("cause") or (i.sense is not None and i.sense.entry.id == "accuse.allege"))
    end = next(charge, len(reach))  # or whom the deed harmed: "truy tố tài xế khiến hai người Việt tử vong"
    return list(reach[:end])


def truce(ctx: Context, verb: Verb) -> list[Draft]:
    """ "Armenia và Azerbaijan ngừng bắn từ đầu tháng 8": two sides or more stop fighting, on the day since which they do."""
    sides = refs_of(verb.subject, Role.ACTOR)
    if verb.loose or len({side(a) for a in sides}) < _BOTH:
        ctx.drop(verb, "dropped.no_agreeing")
        return []
    draft = new_draft(ctx, verb, sides, ctx.reach(verb))
    since = (d for d, e in zip(ctx.sentence.dates, ctx.sentence.expressions, strict=True) if e.since and d.start > verb.item.end)
    draft.date = next(since, None)
    draft.date_why = reasons.tell("date.sentence", quote=draft.date.text) if draft.date is not None else None
    return [draft]


def view(ctx: Context, verb: Verb) -> list[Draft]:
    """ "Orban gọi EU là mối nguy": what a side calls another; not what others say it does, nor what only describes a noun."""
    ahead = {t.low for t in ctx.sentence.tokens[max(0, verb.item.first - _DESCRIBED) : verb.item.first]}
    if ahead & _DESCRIBES or of_another(ctx, verb):
        ctx.drop(verb, "dropped.attribute")
        return []
    teller = verb.governor
    if teller is not None and teller.sense is None and teller.subject:
        verb.subject = teller.subject  # "Ông A nói Peru coi Chile là bạn": his words
    return target(ctx, verb)


def grant(ctx: Context, verb: Verb) -> list[Draft]:
    """ "X nói Israel có quyền tự vệ": whoever says so sides with the subject."""
    governor = verb.governor
    while governor is not None and (not governor.is_statement or governor.subject == verb.subject):
        governor = governor.governor
    blamed = verb.subject
    teller = _teller(ctx, verb) if verb.rule.entry.type in {EventType.ACCUSE, EventType.REJECT} else None
    if verb.doubt == "object" and teller is None:
        ctx.drop(verb, "dropped.object")
        return []
    if teller is not None and (governor is None or not governor.subject or governor.subject == verb.subject or verb.loose or verb.doubt):
        governor, blamed = teller, _blamed(ctx, teller, verb)
    actors = speakers(ctx, governor) if governor is not None and governor.subject else voice(ctx, verb)
    found = recipients(actors, blamed) if actors else []
    if not actors or not found:
        ctx.drop(verb, "dropped.no_sayer")
        return []
    draft = new_draft(ctx, verb, [*actors, *found], ctx.reach(verb))
    if governor is not None:
        draft.start = min([draft.start, governor.item.start, *(i.start for i in governor.subject if i.start >= ctx.sentence.start)])
    return [draft]


def _teller(ctx: Context, verb: Verb) -> Verb | None:
    """Whoever says of a deed what it is: "A tuyên bố việc B chiếm đóng C là bất hợp pháp", "A nói cuộc tấn công của B là phi pháp"."""
    for other in reversed(ctx.verbs):
        if other.index >= verb.index or other.sense is not None:
            continue
        between = ctx.items[other.index + 1 : verb.index]
        if between and between[0].is_cue("separator") and between[0].first == other.item.last:
            between = between[1:]  # "cho rằng, sự hiện diện của…"
        brand = ctx.token(verb.item) == "là" or not any(i.sense is not None for i in between)
        told = brand and other.subject and not other.doubt and not any(i.is_cue("separator", "subordinate", "purpose") for i in between)
        return other if told else None
    return None


def _blamed(ctx: Context, teller: Verb, verb: Verb) -> list[Item]:
    """Whose deed is told behind a verb of saying: the owner behind "của" of a noun, else the party that comes first."""
    between = [i for i in ctx.items[teller.index + 1 : verb.index] if i.mention is not None and i.mention.form not in {"media", "place"}]
    noun = any(i.sense is not None and i.sense.noun for i in ctx.items[teller.index + 1 : verb.index])
    owned = [i for i in between if ctx.token(ctx.items[ctx.items.index(i) - 1]) == "của"]
    if noun:
        return owned[:1]
    first = between[0] if between else None
    return [] if first is None or first.mention is None or first.mention.modifier else [first]


def voice(ctx: Context, verb: Verb) -> list[Actor]:
    """Who speaks a quotation or is named by "theo"; nobody where they may not speak for a side."""
    return [a for a in refs_of(_speaker_items(ctx, verb), Role.ACTOR) if _may_speak(a)]


def own_voice(ctx: Context, verb: Verb) -> bool:
    """Whether the subject speaks for itself in a quotation."""
    return any(q.start <= verb.item.start < q.end for q in ctx.quotes)
