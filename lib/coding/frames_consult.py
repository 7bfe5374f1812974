"""Frames of meetings, calls, visits and conferences: who sat with whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.reading_context import Context, new_draft, refs_of
from lib.records import Actor, EventType, MentionKind, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.verbs import Verb

_CLAUSE = 25  # tokens behind a meeting's noun in which its cancellation is told
_NAMED = 45  # characters behind "dự hội nghị" in which its name begins
_AT_HOME = tuple("quân ủy|ban chấp hành|đảng bộ|đảng ủy|toàn quốc|sơ kết|tổng kết|cán bộ|thành ủy|tỉnh ủy".split("|"))
_IN_GENERAL = ("với lãnh đạo", "với các", "với nhiều", "với một số", "với những", "cùng các")
_PARTY = 5  # tokens before a state's name within which "đoàn đại biểu" makes it a delegation
_NOT_MET = frozenset("khó nạn rủi vấn phải sự trở thách may tai vướng mặt".split())


def _parties(items: Sequence[Item]) -> list[Actor]:
    told = [i for i in items if i.mention is not None and not i.mention.modifier and i.mention.form not in {"media", "collective", "place"}]
    return [
        a
        for a in refs_of(told, Role.PARTICIPANT)
        if (a.sector not in {Sector.CVL, Sector.MED} or a.country) and not (a.title or "").lower().startswith(("phu nhân", "phu quân"))
    ]


def _sides(actors: Sequence[Actor]) -> set[str]:
    return {side(a) for a in actors}


def meet(ctx: Context, verb: Verb) -> list[Draft]:
    """A meets, calls or writes to B; "A và B hội đàm"."""
    following = ctx.sentence.tokens[verb.item.last].low if verb.item.last < len(ctx.sentence.tokens) else ""
    if following in _NOT_MET:
        ctx.drop(verb, "dropped.meets_nobody")
        return []
    reach = ctx.reach(verb)
    subject = [] if verb.loose else _told_of(ctx, verb)
    groups = objects_of(ctx, verb, reach)
    if verb.passive and verb.agent:
        groups = [verb.agent]
    return _pair_up(ctx, verb, subject, groups, reach)


def objects_of(ctx: Context, verb: Verb, reach: Sequence[Item]) -> list[list[Item]]:
    """The party met: right behind the verb, or behind "với", "cùng", "cho", "giữa"."""
    for item in reach:
        if item.mention is None:
            if item.is_cue("purpose", "about", "complement", "subordinate") or item.sense is not None:
                break
            continue
        index = ctx.items.index(item)
        before = ctx.items[index - 1]
        listed = _listed(ctx, item)
        if listed:
            return [[i] for i in listed]
        direct = before is verb.item and item.first - verb.item.last <= 4 and ctx.sentence.tokens[before.last - 1].low != "họp"
        if direct or (before.is_cue("with", "between", "to") and before.last == item.first):
            return [[i] for i in ctx.group_from(index)]
        if before.is_cue("separator", "coordinator"):
            break
    return []


def _listed(ctx: Context, item: Item) -> list[Item]:
    """ "với các lãnh đạo APEC như: Quốc vương A; Tổng thống B": the persons that a colon lists after those met in general."""
    at = ctx.items.index(item)
    colon = next((k for k in range(at, min(at + 5, len(ctx.items) - 1)) if ctx.token(ctx.items[k]) == ":"), None)
    if colon is None or any(i.sense is not None for i in ctx.items[at:colon]):
        return []
    before = ctx.doc.text[ctx.sentence.start : item.end].lower()
    group = ctx.group_from(colon + 1)
    people = [i for i in group if i.is_person]
    return people if len(people) > 1 and any(o in before for o in _IN_GENERAL) else []


def _pair_up(ctx: Context, verb: Verb, subject: list[Actor], groups: list[list[Item]], reach: Sequence[Item]) -> list[Draft]:
    """One event for each side met; without an object, the sides of the subject meet each other."""
    met = [_parties(g) for g in groups]
    met = [m for m in met if m and not {a.actor_id for a in m} <= {a.actor_id for a in subject}]
    if not met:
        if len(_sides(subject)) >= 2:
            return [new_draft(ctx, verb, subject, reach)]
        ctx.drop(verb, "dropped.no_meeting_parties")
        return []
    if not subject:
        together = [a for m in met for a in m]
        if len(_sides(together)) >= 2 and len(met) >= 1 and not verb.rule.weak:
            return [new_draft(ctx, verb, _unique(together), reach)]
        ctx.drop(verb, "dropped.no_meeting_party")
        return []
    merged: dict[frozenset[str], list[Actor]] = {}
    for parties in met:
        merged.setdefault(frozenset(_sides(parties)), []).extend(parties)
    out = []
    for parties in merged.values():
        if _sides(parties) == _sides(subject) and not _domestic(subject, parties):
            continue
        draft = new_draft(ctx, verb, _unique([*subject, *parties]), reach)
        named = {a.actor_id for a in parties}
        ends = [i.end for g in groups for i in g if i.mention is not None and any(a.actor_id in named for a in i.mention.refs)]
        draft.end = max([draft.end, *(e for e in ends if e <= ctx.sentence.end)])
        out.append(draft)
    if not out:
        ctx.drop(verb, "dropped.one_side")
    return out


def _domestic(subject: Sequence[Actor], parties: Sequence[Actor]) -> bool:
    """Two persons of one side may meet too; a person and his own state do not."""
    people = {a.actor_id for a in (*subject, *parties) if a.actor_id.startswith("person:")}
    return len(people) >= 2


def _unique(actors: Sequence[Actor]) -> list[Actor]:
    """Each party once; a delegation or a state beside its own person is that person."""
    people = {side(a) for a in actors if a.actor_id.startswith("person:")}
    return list({a.actor_id: a for a in actors if not (a.actor_id.startswith("state:") and side(a) in people)}.values())


def meet_noun(ctx: Context, verb: Verb) -> list[Draft]:
    """ "cuộc gặp giữa A và B", "cuộc điện đàm với B của A"; bare, it stands for the meeting told before."""
    reach = ctx.reach(verb)
    if _any_at_all(ctx, verb):
        ctx.drop(verb, "dropped.any_meeting")
        return []
    if _called_off(ctx, verb):
        ctx.drop(verb, "dropped.not_held")
        return []
    between, other, owner = _noun_parties(ctx, verb)
    if between and len(_sides(_parties(between))) >= 2:
        return [new_draft(ctx, verb, _unique(_parties(between)), reach)]
    if between and other:  # "giữa A với B"
        return _pair_up(ctx, verb, _parties(between), [[i] for i in other], reach)
    subject = _parties(owner) or ([] if verb.loose else _told_of(ctx, verb)) or _parties(_main_subject(ctx, verb, other))
    if other:
        return _pair_up(ctx, verb, subject, [[i] for i in other], reach)
    if len(_sides(subject)) >= 2 and not owner and not _told_already(ctx, verb):
        return [new_draft(ctx, verb, subject, reach)]
    if subject and not owner and not _told_already(ctx, verb) and verb.index and ctx.items[verb.index - 1].is_cue("toward", "at", "about"):
        partner = _partner(ctx, verb)
        if partner:
            return _pair_up(ctx, verb, subject, [partner], reach)
    if owner and len(_sides(_parties(owner))) >= 2:
        return [new_draft(ctx, verb, _unique(_parties(owner)), reach)]
    ctx.drop(verb, "dropped.meeting_again")
    return []


def _told_of(ctx: Context, verb: Verb) -> list[Actor]:
    """The subject's parties; of talks that a person only speaks of ("ông A nói đàm phán với B rất tốt"), the state."""
    parties = _parties(verb.subject)
    before = ctx.items[verb.index - 1] if verb.index else None
    teller = verb.governor
    if teller is None or teller.sense is not None or teller.subject != verb.subject or before is None:
        return parties
    if (
        before.is_cue("toward", "at", "about", "resume", "subordinate")
        or "đàm phán" not in ctx.doc.text[verb.item.start : verb.item.end].lower()
    ):
        return parties
    return [_state_of(ctx, a) for a in parties]


def _state_of(ctx: Context, actor: Actor) -> Actor:
    state = ctx.doc.kb.entities.get(f"state:{actor.country}")
    if state is None or not actor.actor_id.startswith("person:"):
        return actor
    return Actor(actor.role, state.actor_id, state.name, country=state.country, sector=Sector.GOV)


def _told_already(ctx: Context, verb: Verb) -> bool:
    """A bare "Tại cuộc gặp" points back to the meeting that the article has told."""
    return any(d.event_type is EventType.CONSULT and d.event_mode in {verb.rule.entry.mode, "phone", "meet"} for d in ctx.earlier)


def with_mediators(ctx: Context, drafts: list[Draft]) -> list[Draft]:
    """ "do Qatar làm trung gian", "Malaysia làm trung gian cho cuộc đàm phán": who brings the sides together is no side."""
    tokens = ctx.sentence.tokens
    at = next((i for i, t in enumerate(tokens[:-1]) if t.low == "trung" and tokens[i + 1].low == "gian"), None)
    if at is None:
        return drafts
    parties = [i for i in ctx.items if i.mention is not None and i.mention.refs and i.mention.form != "media"]
    owner = next((i for i in parties if at + 2 <= i.first <= at + 3 and tokens[i.first - 1].low == "của"), None)
    doer = next((i for i in reversed(parties) if i.last <= at and at - i.last <= 3), None)
    between = owner or doer
    found = refs_of([between], Role.MEDIATOR) if between is not None else []
    for draft in drafts:
        others = [a for a in draft.actors if side(a) not in _sides(found)]
        if found and len(_sides(others)) >= 2:
            draft.actors = [*others, *found]
    return drafts


def _any_at_all(ctx: Context, verb: Verb) -> bool:
    """ "bất cứ cuộc hòa đàm tiềm tàng nào": none in particular."""
    before = " ".join(t.low for t in ctx.sentence.tokens[max(0, verb.item.first - 3) : verb.item.first])
    behind = " ".join(t.low for t in ctx.sentence.tokens[verb.item.last : verb.item.last + 2])
    return any(w in before for w in ("bất cứ", "bất kỳ", "bất kì")) or behind in {"tiềm tàng", "tiềm năng"}


def _called_off(ctx: Context, verb: Verb) -> bool:
    """ "Cuộc gặp giữa A và B bị hủy": behind the noun and its parties stands that it was cancelled."""
    behind = ctx.sentence.tokens[verb.item.last : verb.item.last + _CLAUSE]
    words = [t.low for t in behind]
    return any(w in {"bị", "đã", "phải"} and words[i + 1 : i + 2] and words[i + 1] in {"hủy", "huỷ", "hoãn"} for i, w in enumerate(words))


def _noun_parties(ctx: Context, verb: Verb) -> tuple[list[Item], list[Item], list[Item]]:
    """The parties behind "giữa", behind "với", and behind "của", before the clause goes on."""
    between: list[Item] = []
    other: list[Item] = []
    owner: list[Item] = []
    k = verb.index + 1
    while k < len(ctx.items):
        item = ctx.items[k]
        before = ctx.items[k - 1]
        listed = _listed(ctx, item) if item.mention is not None and not other else []
        if listed:
            return between, listed, owner
        if ctx.broken(before, item) or item.is_cue("separator", "purpose", "subordinate", "complement", "about"):
            break
        if k in ctx.by_index and not item.is_cue("speech"):
            break
        if (item.mention is not None and before.last == item.first) or (
            item.mention is not None and before is verb.item and item.first - before.last <= 1
        ):
            group = ctx.group_from(k)
            if before.is_cue("between"):
                between = group
            elif before.is_cue("with"):
                other = other or group
            elif before.is_cue("of"):
                owner = owner or group
            elif before is verb.item and len(group) == 1 and item.is_person and k + 1 not in ctx.by_index:
                other = other or group  # "trong cuộc gặp Chủ tịch nước B"
            elif before is verb.item:
                between = group if len(group) > 1 or len(group[0].mention.refs if group[0].mention else ()) > 1 else between
            elif item.is_cue("speech"):
                break
            k += 2 * len(group) - 1
            continue
        k += 1
    return between, other, owner


def _main_subject(ctx: Context, verb: Verb, other: Sequence[Item]) -> list[Item]:
    """The subject of the clause that the phrase introduces ("Trong cuộc điện đàm ngày 7/11, A và B đã…", "Sau cuộc gặp với B, A nói…")."""
    for later in ctx.verbs:
        if later.index > verb.index and later.subject and later.subject[0].start > verb.item.start and later.subject[0] not in other:
            return later.subject
    return []


def _partner(ctx: Context, verb: Verb) -> list[Item]:
    """ "Trong cuộc điện đàm, A chỉ trích B": whom the subject of the main clause speaks to there."""
    for later in ctx.verbs:
        if later.index > verb.index and later.subject and later.subject[0].start > verb.item.start:
            following = ctx.items[later.index + 1 : later.index + 3]
            hit = next(
                (i for i in following if i.mention is not None and i.mention.kind is MentionKind.PERSON and i.first - later.item.last <= 4),
                None,
            )
            if hit is not None:
                return [hit]
    return []


def visit(ctx: Context, verb: Verb) -> list[Draft]:
    """A person or a delegation goes to a state; "đến", "tới" count only for those who hold office."""
    visitors = [a for a in _parties(verb.subject) if a.actor_id.startswith("person:") or a.title or not verb.rule.weak]
    reach = ctx.reach(verb)
    hosts = _hosts(ctx, verb, reach)
    if (
        (verb.loose and not _delegation(ctx, verb))
        or not visitors
        or not hosts
        or (verb.rule.weak and any(a.sector not in {Sector.GOV, Sector.MIL, Sector.IGO, Sector.REB} for a in visitors))
    ):
        ctx.drop(verb, "dropped.no_visit")
        return []
    return _visits(ctx, verb, visitors, hosts, reach)


def _delegation(ctx: Context, verb: Verb) -> bool:
    """ "dẫn đầu Đoàn đại biểu cấp cao Timor-Leste thăm…": the delegation of a state goes for it."""
    subject = verb.subject[0]
    return not verb.rule.weak and any(t.low == "đoàn" for t in ctx.sentence.tokens[max(0, subject.first - _PARTY) : subject.last])


def _hosts(ctx: Context, verb: Verb, reach: Sequence[Item]) -> list[Item]:
    last = verb.item.last
    for item in reach:
        mention = item.mention
        if mention is None:
            going = item.sense is not None and item.sense.entry is verb.rule.entry  # "bắt đầu chuyến thăm cấp nhà nước đến Trung Quốc"
            if (item.sense is not None and not going) or item.is_cue("purpose", "subordinate", "about", "with"):
                return []
            last = item.last if going and verb.rule.tail else last
            continue
        if verb.rule.tail and last == verb.item.last:
            continue  # "cử Ngoại trưởng X tới Y": whom it sends
        if item.first - last > 4 or mention.modifier or mention.kind is MentionKind.PERSON:
            return []
        return ctx.group_from(ctx.items.index(item))
    return []


def _visits(ctx: Context, verb: Verb, visitors: list[Actor], hosts: Sequence[Item], reach: Sequence[Item]) -> list[Draft]:
    out = []
    for item in hosts:
        mention = item.mention
        if mention is None:
            continue
        member = item.first > 0 and ctx.sentence.tokens[item.first - 1].low == "viên"  # "tới một quốc gia thành viên ICC"
        refs = [a for a in mention.refs if a.actor_id.startswith("state:") or (a.actor_id.startswith("igo:") and not member)]
        if not refs and mention.place is not None and mention.place.country:
            state = ctx.doc.kb.entities.get(f"state:{mention.place.country}")
            refs = [Actor(Role.HOST, state.actor_id, state.name, country=state.country, sector=Sector.GOV)] if state is not None else []
        host = [replace(a, role=Role.HOST) for a in refs if side(a) not in _sides(visitors)]
        if host:
            draft = new_draft(ctx, verb, [*(replace(v, role=Role.ACTOR) for v in _unique(visitors)), *host], reach)
            draft.place = mention.place or draft.place
            out.append(draft)
    if not out:
        ctx.drop(verb, "dropped.no_host")
    return out


def visit_noun(ctx: Context, verb: Verb) -> list[Draft]:
    """ "chuyến thăm của A tới B", "chuyến thăm B của A"; without the owner, the subject of its clause."""
    reach = ctx.reach(verb)
    owner: list[Item] = []
    hosts: list[Item] = []
    for item in reach:
        if item.mention is None:
            continue
        index = ctx.items.index(item)
        before = ctx.items[index - 1]
        if before.is_cue("of") and before.last == item.first:
            owner = owner or ctx.group_from(index)
        elif item.mention.kind is not MentionKind.PERSON and not hosts and _leads_to(ctx, before):
            hosts = ctx.group_from(index)
    visitors = _parties(owner) or ([] if verb.loose else _parties(verb.subject)) or _parties(_main_subject(ctx, verb, hosts))
    if not visitors:
        verb.subject = _opener(ctx, verb)
        visitors = _parties(verb.subject)
    if verb.rule.weak and not any(a.sector in {Sector.GOV, Sector.IGO} for a in visitors):
        visitors = []
    if not visitors or not hosts:
        ctx.drop(verb, "dropped.no_visitor")
        return []
    return _visits(ctx, verb, visitors, hosts, reach)


def _leads_to(ctx: Context, before: Item) -> bool:
    """Whether what stands before a mention makes it the goal of a visit; "quan trọng đối với Việt Nam" does not."""
    return (before.is_cue("to", "at", "toward") and ctx.token(before) != "đối") or _goes(before)


def _goes(item: Item) -> bool:
    """Whether what stands before the place is the visit itself, or "đến" behind it ("chuyến thăm đầu tiên đến Việt Nam")."""
    return item.sense is not None and item.sense.entry.mode == "visit"


def _opener(ctx: Context, verb: Verb) -> list[Item]:
    """ "Tổng thống A dạo phố cổ nhân chuyến thăm B": the person that opens the sentence, where its own verbs are none of ours."""
    first = next((i for i in ctx.items if i.mention is not None), None)
    before = {t.low for t in ctx.sentence.tokens[max(0, verb.item.first - 2) : verb.item.first]}
    opens = first is not None and first.first <= 1 and first.is_person and bool(before & {"nhân", "trong", "khổ", "dịp"})
    return [first] if opens and first is not None else []


def attend(ctx: Context, verb: Verb) -> list[Draft]:
    """Somebody takes part in a conference; with several sides as subject, they meet there."""
    actors = [] if verb.loose else _parties(verb.subject)
    if not actors or (verb.rule.weak and len(_sides(actors)) < 2 and not any(a.sector is Sector.IGO for a in actors)):
        ctx.drop(verb, "dropped.no_attendant")
        return []
    reach = ctx.reach(verb)
    if len(_sides(actors)) == 1:
        actors = actors[:1]
        behind = ctx.doc.text[verb.item.end : verb.item.end + _NAMED].lower().replace("lần thứ", "").split(",")[0]
        if any(w in behind for w in _AT_HOME) or behind.startswith(" có "):
            ctx.drop(verb, "dropped.home_conference")
            return []
    draft = new_draft(ctx, verb, actors, reach)
    return [draft]
