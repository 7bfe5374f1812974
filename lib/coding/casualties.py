"""Casualty figures: how many were killed, hurt, lost, held, driven out, brought out or freed, whose people, where, when, who says so.

The harm lexicon gives the words, the figures are bound to them by the order of the clause, and everything that was seen
and refused is told with its reason.
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from lib.coding.casualties_claims import claimant, refusal
from lib.coding.casualties_figures import Grid
from lib.coding.casualties_groups import link
from lib.coding.casualties_links import Link, after
from lib.coding.casualties_named import named, victims_kind
from lib.coding.casualties_scope import scope_of, since_of, when_of
from lib.coding.casualties_victims import (
    clause_of,
    country_of,
    is_said,
    kind_of,
    nationality,
    only_country,
    place_of,
    victims_country,
    words_of,
)
from lib.knowledge import reasons
from lib.records import Casualty, Dropped, Evidence, MentionKind, Qualifier, Scope, Trigger

if TYPE_CHECKING:
    from lib.coding.casualties_figures import Figure
    from lib.coding.document import Document
    from lib.coding.mention_types import ResolvedMention
    from lib.records import Harm, VictimsKind

LONGEST_EVIDENCE = 320
COORDINATION = 8
HEADLINE_REACH = 3
NO_HARM = "dropped.no_harm"
Counts: TypeAlias = "tuple[int | None, int | None, int | None]"
LIGHT = frozenset("có làm khiến cùng đã còn số với gần nặng nhẹ khác".split())


@dataclass(frozen=True, slots=True)
class CasualtyCoding:
    """The figures of an article, what was refused, and every word of harm in it."""

    casualties: tuple[Casualty, ...]
    dropped: tuple[Dropped, ...]
    triggers: tuple[Trigger, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure as one sentence tells it; sure where the sentence itself says whose people they are."""

    casualty: Casualty
    is_sure: bool
    sentence: int


def code_casualties(doc: Document) -> CasualtyCoding:
    """Code the casualty figures of `doc`, each once however often it is told."""
    told: list[_Told] = []
    dropped: list[Dropped] = []
    triggers: list[Trigger] = []
    for sentence in doc.sentences:
        grid = Grid(sentence, doc.text)
        hits = [hit for hit in grid.hits if hit.entry.harm is not None or hit.entry.rule == "harm.unclear"]
        if not hits and not _may_carry(grid):
            continue
        triggers.extend(_trigger(grid, hit.first, hit.last, hit.entry.harm, hit.entry.rule) for hit in hits if hit.entry.harm is not None)
        _code_sentence(doc, grid, told, dropped)
    return CasualtyCoding(tuple(_identified(doc, casualty) for casualty in _once(told)), tuple(dropped), tuple(triggers))


def _may_carry(grid: Grid) -> bool:
    """Whether a noun that tells a harm of itself stands beside a number."""
    return bool(grid.view.numbers) and any(figure.carries is not None for figure in grid.figures)


def _trigger(grid: Grid, first: int, last: int, harm: Harm | None, rule: str) -> Trigger:
    start, end = grid.tokens[first].start, grid.tokens[last - 1].end
    return Trigger(start, end, grid.text[start:end], None, None, harm, rule)


def _code_sentence(doc: Document, grid: Grid, told: list[_Told], dropped: list[Dropped]) -> None:
    links = link(grid) if grid.figures else []
    own: list[tuple[Link, Casualty]] = []
    for found in links:
        reason = found.refused or refusal(grid, found) or (None if found.harm is not None else NO_HARM)
        kept: Link | None = found
        if reason is not None:
            dropped.append(Dropped(found.figure.number.start, _end(grid, found.figure), found.rule, reasons.tell(reason)))
            kept = _fallback(grid, found)
        if kept is not None:
            for made in _casualties(doc, grid, kept, links):
                own.append((kept, made if kept.hit is None else _in_context(grid, kept, made, own)))
    told.extend(_Told(made, is_said(grid, one), grid.view.index) for one, made in own)
    for found, mention in named(grid, [one for one in links if one.refused is None]):
        reason = refusal(grid, found)
        if reason is not None:
            dropped.append(Dropped(mention.start, mention.end, found.rule, reasons.tell(reason)))
        elif (one := _casualty(doc, grid, found, found.harm, Qualifier.EXACT)) is not None:
            told.append(_Told(_of_person(doc, mention, one), is_sure=True, sentence=grid.view.index))


def _of_person(doc: Document, mention: ResolvedMention, made: Casualty) -> Casualty:
    return replace(
        made,
        victims=mention.text,
        victims_country=country_of(mention) or only_country(doc),
        victims_kind=victims_kind(mention),
        scope=Scope.INCIDENT,
        since=None,
    )


def _end(grid: Grid, figure: Figure) -> int:
    return grid.tokens[max(figure.noun_last, figure.last) - 1].end


def _fallback(grid: Grid, refused: Link) -> Link | None:
    """What a wished deed takes for granted: "đòi thả 3 phi công bị bắt" says that three are held."""
    if refused.how != "before" or refused.hit is None:
        return None
    other = after(grid, refused.figure)
    return other if other is not None and other.refused is None and other.harm is not None else None


def _in_context(grid: Grid, found: Link, made: Casualty, own: list[tuple[Link, Casualty]]) -> Casualty:
    """What a figure leaves unsaid because the figure before it in the sentence has said it."""
    if not own:
        return made
    before, earlier = next(((one, told) for one, told in own if one.figure is found.parent), own[-1])
    if found.how == "part":
        country = nationality(grid, found) or earlier.victims_country
        return _redone(made, country, earlier.scope, earlier)
    if found.how == "toll" and (earlier.harm is made.harm or before.how in {"toll", "part"}):
        scope = earlier.scope if earlier.scope is Scope.CUMULATIVE else made.scope
        return _redone(made, nationality(grid, found) or earlier.victims_country, scope, earlier)
    if _coordinated(grid, before, found):
        alike = earlier.victims_kind is made.victims_kind
        country = nationality(grid, found) or (earlier.victims_country if alike else made.victims_country or earlier.victims_country)
        return _redone(made, country, made.scope if made.scope is Scope.INCREMENT else earlier.scope, earlier)
    return made


def _redone(made: Casualty, country: str | None, scope: Scope, earlier: Casualty) -> Casualty:
    """`made` with country and scope set anew, and the day and place of `earlier` where it has none."""
    dated = made if made.date is not None else earlier
    return replace(
        made,
        casualty_id="",
        victims_country=country,
        scope=scope,
        since=earlier.since if scope is Scope.CUMULATIVE and made.since is None else made.since,
        date=dated.date,
        date_end=dated.date_end,
        date_precision=dated.date_precision,
        place=made.place or earlier.place,
    )


def _coordinated(grid: Grid, before: Link, found: Link) -> bool:
    """As in "5 người chết và 20 người bị thương": two figures of one clause."""
    last = max(before.hit.last if before.hit is not None else 0, before.figure.noun_last)
    first = found.hit.first if found.hit is not None and last <= found.hit.first < found.figure.first else found.figure.first
    gap = grid.lows[last:first]
    if not gap or len(gap) > COORDINATION or "khi" in gap or ";" in gap:
        return False
    tail = [low for low in gap if low not in LIGHT]
    return bool(tail) and all(low in {"và", ","} for low in tail)


def _casualties(doc: Document, grid: Grid, found: Link, links: list[Link]) -> list[Casualty]:
    qualifier = _governing(grid, found, links)
    out = []
    for harm in (found.harm, found.also):
        if harm is not None:
            made = _casualty(doc, grid, replace(found, harm=harm), harm, qualifier)
            if made is not None:
                out.append(made)
    return out


def _governing(grid: Grid, found: Link, links: list[Link]) -> Qualifier:
    """As in "Ít nhất 5 người chết và 20 bị thương": the hedge of the first governs the second."""
    number = found.figure.number
    if number.qualifier is not Qualifier.EXACT or found.how in {"part", "toll"}:
        return number.qualifier
    earlier = [one for one in links if one.figure.first < found.figure.first and one.how != "part" and one.refused is None]
    if not earlier or earlier[-1].figure.number.qualifier is not Qualifier.AT_LEAST or earlier[-1].harm == found.harm:
        return number.qualifier
    before = earlier[-1]
    return Qualifier.AT_LEAST if _coordinated(grid, before, found) else number.qualifier


def _casualty(doc: Document, grid: Grid, found: Link, harm: Harm | None, qualifier: Qualifier) -> Casualty | None:
    number = found.figure.number
    if harm is None or any(value is not None and value != int(value) for value in (number.count, number.low, number.high)):
        return None
    count, low, high = (None if value is None else int(value) for value in (number.count, number.low, number.high))
    count, low, high = _with_companion(grid, found.figure, (count, low, high))
    if qualifier is Qualifier.AT_LEAST and number.qualifier is Qualifier.EXACT:
        high = None
    if count == 0:
        return None
    scope = scope_of(grid, found)
    when = when_of(doc, grid, found, scope)
    if doc.day is not None and when.first is not None and when.first > doc.day and doc.article.published is not None:
        return None
    first, last = clause_of(grid, found)
    country = victims_country(doc, grid, found)
    evidence = _evidence(grid, first, last, found)
    return Casualty(
        casualty_id="",
        harm=harm,
        count=count,
        low=low,
        high=high,
        qualifier=qualifier,
        victims=words_of(grid, found.figure),
        victims_country=country,
        victims_kind=kind_of(grid, found.figure),
        place=place_of(grid, found),
        scope=scope,
        since=since_of(grid) if scope is not Scope.INCIDENT else None,
        date=when.first,
        date_end=when.last,
        date_precision=when.precision,
        attributed_to=claimant(grid, min(found.figure.first, found.hit.first if found.hit else found.figure.first), last),
        evidence=evidence,
        confidence=round(min(0.97, max(0.3, found.weight)), 2),
    )


def _with_companion(grid: Grid, figure: Figure, counts: Counts) -> Counts:
    """As in "ông X và một vệ sĩ": the named one is counted with the other."""
    if counts != (1, 1, 1) or figure.first <= 1 or grid.lows[figure.first - 1] not in {"và", "cùng"}:
        return counts
    before = grid.tokens[figure.first - 2]
    if any(m.kind is MentionKind.PERSON and m.start <= before.start < m.end for m in grid.view.mentions):
        return 2, 2, 2
    return counts


def _evidence(grid: Grid, first: int, last: int, found: Link) -> Evidence:
    start, end = grid.tokens[first].start, grid.tokens[max(first, last - 1)].end
    if end - start > LONGEST_EVIDENCE:
        hit = found.hit
        start = grid.tokens[min(found.figure.first, hit.first if hit else found.figure.first)].start
        end = max(_end(grid, found.figure), grid.tokens[hit.last - 1].end if hit else 0)
    return Evidence(start, end, grid.text[start:end], found.rule)


def _identified(doc: Document, casualty: Casualty) -> Casualty:
    """With an id that stays while article, figure and the sentence of the evidence stay."""
    view = next(s for s in reversed(doc.sentences) if s.start <= casualty.evidence.start)
    sentence = " ".join(unicodedata.normalize("NFC", doc.text[view.start : view.end]).lower().split())
    facts = (doc.article.article_id, casualty.harm.value, casualty.count, casualty.low, casualty.high, casualty.victims_country, sentence)
    return replace(casualty, casualty_id="c" + hashlib.sha256("|".join(map(str, facts)).encode()).hexdigest()[:16])


def _once(told: list[_Told]) -> list[Casualty]:
    """One casualty a fact: the same harm and figure told again adds what the fullest telling leaves out."""
    kept: list[_Told] = []
    for raw in told:
        one = _continued(raw, kept)
        for place, other in enumerate(kept):
            if _same(one, other):
                kept[place] = _Told(_merged(other, one), other.is_sure or one.is_sure, other.sentence)
                break
        else:
            kept.append(one)
    return [one.casualty for one in kept]


def _continued(one: _Told, kept: list[_Told]) -> _Told:
    """An undated incident told right after a dated one of the same people is of the same day."""
    casualty = one.casualty
    if casualty.date is not None or casualty.scope is not Scope.INCIDENT or not kept:
        return one
    before = kept[-1]
    earlier = before.casualty
    near = one.sentence - before.sentence <= 1 and earlier.scope is Scope.INCIDENT and earlier.date is not None
    if not near or casualty.victims_country is None or earlier.victims_country != casualty.victims_country:
        return one
    dated = replace(casualty, date=earlier.date, date_end=earlier.date_end, date_precision=earlier.date_precision)
    return replace(one, casualty=dated)


def _same(this: _Told, that: _Told) -> bool:
    one, other = this.casualty, that.casualty
    if one.harm is not other.harm or one.count != other.count:
        return False
    if one.count is None and (one.low, one.high) != (other.low, other.high):
        return False
    conflict = one.victims_country and other.victims_country and one.victims_country != other.victims_country
    if conflict and this.is_sure and that.is_sure and not (that.sentence == 0 and this.sentence <= HEADLINE_REACH):
        return False
    if this.sentence == that.sentence and one.victims_kind is not other.victims_kind:
        return False
    return one.count not in {1, 2} or _kinds_agree(one.victims_kind, other.victims_kind)


def _kinds_agree(one: VictimsKind, other: VictimsKind) -> bool:
    return one == other or "people" in {one.value, other.value}


def _merged(one: _Told, other: _Told) -> Casualty:
    """The fuller telling, with what only the other one says."""
    best, rest = (other.casualty, one.casualty) if _fullness(other) > _fullness(one) else (one.casualty, other.casualty)
    hedged = best if best.qualifier is not Qualifier.EXACT else rest
    return replace(
        best,
        low=hedged.low,
        high=hedged.high,
        qualifier=hedged.qualifier,
        victims_country=best.victims_country or rest.victims_country,
        place=best.place or rest.place,
        since=best.since or rest.since,
        date=best.date or rest.date,
        date_end=best.date_end if best.date else rest.date_end,
        date_precision=best.date_precision if best.date else rest.date_precision,
        attributed_to=best.attributed_to or rest.attributed_to,
        confidence=max(best.confidence, rest.confidence),
    )


def _fullness(one: _Told) -> tuple[int, int]:
    casualty = one.casualty
    facts = (casualty.victims_country, casualty.place, casualty.date, casualty.attributed_to)
    return 2 * one.is_sure + sum(fact is not None for fact in facts), len(casualty.evidence.text)
