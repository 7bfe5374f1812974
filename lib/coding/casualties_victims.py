"""Whose people a figure counts, who they are, and where they were hurt."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from lib.coding.casualties_claims import clause_start
from lib.coding.casualties_scope import region
from lib.records import Harm, MentionKind, VictimsKind

if TYPE_CHECKING:
    from lib.coding.casualties_figures import Figure, Grid
    from lib.coding.casualties_links import Link
    from lib.coding.document import Document
    from lib.coding.mention_types import ResolvedMention
    from lib.records import Place

RESIDENTS = frozenset(
    {VictimsKind.PEOPLE, VictimsKind.CIVILIANS, VictimsKind.CHILDREN, VictimsKind.WOMEN, VictimsKind.MEDICS, VictimsKind.OFFICIALS, VictimsKind.JOURNALISTS, VictimsKind.SOLDIERS}
)
ARMED_SECTORS = frozenset({"REB"})
TARGET_REACH = 4
HAMAS_RAID = (2023, 10)


def country_of(mention: ResolvedMention) -> str | None:
    """The one country that a mention speaks of."""
    found = {ref.country for ref in mention.refs if ref.country}
    if len(found) == 1:
        return found.pop()
    if not found and mention.place is not None:
        return mention.place.country
    return None


def words_of(grid: Grid, figure: Figure) -> str | None:
    """The group as the text names it."""
    if figure.noun_last <= figure.last:
        return None
    return grid.string(figure.noun_first, figure.noun_last)


def kind_of(grid: Grid, figure: Figure) -> VictimsKind:
    """Who is counted; the members of an armed group are fighters."""
    noun = words_of(grid, figure) or ""
    if figure.kind is VictimsKind.PEOPLE and noun.lower().startswith("thành viên"):
        for mention in grid.mentions_in(figure.noun_first, figure.noun_last):
            if any(ref.sector in ARMED_SECTORS for ref in mention.refs):
                return VictimsKind.FIGHTERS
    return figure.kind


def victims_country(doc: Document, grid: Grid, link: Link) -> str | None:
    """Their nationality, else the side or the place that was hit, else the country whose authorities count them."""
    figure = link.figure
    own = _nationality(grid, link)
    if own is not None:
        return own
    noun = (words_of(grid, figure) or "").lower()
    stranger = any(noun.startswith(word) for word in ("người nước ngoài", "công dân nước ngoài", "du khách", "khách du lịch", "lính đánh thuê"))
    if stranger or kind_of(grid, figure) is VictimsKind.FIGHTERS:
        return None
    start, end = region(grid, link)
    if _is_crash(grid, start, end):
        return None
    if link.harm is Harm.CAPTIVE and kind_of(grid, figure) is VictimsKind.HOSTAGES:
        return _captors_foe(grid)
    return _located(grid, link) or _target(grid, start, link) or _target_of_since(grid, link) or _foe(grid, start, end) or _counted_by(grid) or _article_country(doc, grid)


def _nationality(grid: Grid, link: Link) -> str | None:
    figure = link.figure
    for mention in grid.mentions_in(figure.noun_first, figure.noun_last):
        if mention.kind is not MentionKind.PERSON and (country := country_of(mention)):
            return country
    hit = link.hit
    if hit is not None and hit.first > figure.noun_last:
        aside = grid.mentions_in(figure.noun_last, hit.first)
        for mention in aside:
            at = grid.token_over(mention.start)
            if at > 0 and grid.lows[at - 1] in {"của", "người", "dân"} and (country := country_of(mention)):
                return country
    if grid.lows[figure.noun_last : figure.noun_last + 1] == [","] and grid.lexicon.words.asides.at(grid.tokens, figure.noun_last + 1) is not None:
        for mention in grid.mentions_in(figure.noun_last, figure.noun_last + 26):
            at = grid.token_over(mention.start)
            if at > 0 and grid.lows[at - 1] in {"của", "người"} and (country := country_of(mention)):
                return country
    return None


def _is_crash(grid: Grid, start: int, end: int) -> bool:
    """Whether a vessel or an aircraft is what met with disaster: its place is nobody's nationality."""
    return grid.has(grid.lexicon.words.crashes, start, end) and not grid.has(grid.lexicon.words.onto, start, end)


def _located(grid: Grid, link: Link) -> str | None:
    """Where they were hurt: "ở Dải Gaza", "tại thủ đô Kiev"."""
    mention = _place_mention(grid, link)
    return country_of(mention) or (mention.place.country if mention and mention.place else None) if mention is not None else None


def _place_mention(grid: Grid, link: Link) -> ResolvedMention | None:
    """The nearest place after the harm, else within the figure's clause."""
    figure, hit = link.figure, link.hit
    start, end = region(grid, link)
    last = max(figure.noun_last, hit.last) if hit is not None else figure.noun_last
    spots = [(figure.noun_last, last), (last, end), (start, figure.first)]
    for first, stop in spots:
        for mention in grid.mentions_in(first, stop):
            if _is_where(grid, mention):
                return mention
    return None


def _is_where(grid: Grid, mention: ResolvedMention) -> bool:
    if mention.kind not in {MentionKind.PLACE, MentionKind.STATE} and mention.place is None:
        return False
    at = grid.token_over(mention.start)
    words = grid.lexicon.words
    for before in range(max(0, at - TARGET_REACH), at):
        match = words.at.at(grid.tokens, before)
        if match is not None and match.last <= at and not any(not grid.tokens[i].is_word for i in range(match.last, at)):
            gap = grid.lows[match.last : at]
            if not set(gap) & {"của", "cuộc", "vụ", "do", "và"}:
                return True
    return False


def _target(grid: Grid, start: int, link: Link) -> str | None:
    """Whom the attack hit: "không kích vào Lebanon", "tập kích thủ đô Sanaa"."""
    stop = min(len(grid.tokens), max(link.figure.noun_last, link.hit.last if link.hit else 0) + 20)
    hitlast = link.hit.last if link.hit else link.figure.noun_last
    for first, last in ((hitlast, stop), (start, link.figure.first), (0, link.figure.first)):
        found: str | None = None
        for mention in grid.mentions_in(first, last):
            if mention.kind is MentionKind.PERSON:
                continue
            at = grid.token_over(mention.start)
            lead = grid.last_place(grid.lexicon.words.onto, max(first, at - TARGET_REACH), at)
            if lead is not None and not set(grid.lows[lead:at]) & {"của", "do"} and (country := country_of(mention)):
                found = country
        if found is not None:
            return found
    return None


def _target_of_since(grid: Grid, link: Link) -> str | None:
    """ "kể từ khi Israel mở chiến dịch ở Gaza": where the war is fought, else the foe of who fights it."""
    place = grid.place(grid.lexicon.words.since, 0, len(grid.tokens))
    if place is None:
        return None
    for mention in grid.mentions_in(place, len(grid.tokens)):
        if _is_where(grid, mention) and (country := country_of(mention)):
            return country
    return None


def _foe(grid: Grid, start: int, end: int) -> str | None:
    """ "cuộc tấn công ngày 7/10 của Hamas": those whom the one named attacker is at war with, of the parties of the sentence."""
    words = grid.lexicon.words
    place = grid.place(words.attacks, start, end)
    if place is None:
        return None
    attackers = {country_of(m) for m in grid.mentions_in(place, end)} - {None}
    others = {country_of(m) for m in grid.view.mentions if m.kind is not MentionKind.PERSON} - attackers - {None}
    if len(attackers) == 1 and len(others) == 1:
        return others.pop()
    hamas = any(ref.actor_id == "org:hamas" for m in grid.mentions_in(place, end) for ref in m.refs)
    raid = any(d.date is not None and (d.date.year, d.date.month) == HAMAS_RAID for d in grid.view.dates)
    return "ISR" if hamas and raid else None


def _captors_foe(grid: Grid) -> str | None:
    hamas = any(ref.actor_id == "org:hamas" for m in grid.view.mentions for ref in m.refs)
    gaza = any(m.place is not None and m.place.country == "PSE" for m in grid.view.mentions)
    return "ISR" if hamas or gaza else None


def _counted_by(grid: Grid) -> str | None:
    """The country whose local authorities state the figure: "giới chức y tế Gaza", "Bộ Y tế Armenia"."""
    for at in range(len(grid.tokens)):
        match = grid.lexicon.words.local_sources.at(grid.tokens, at)
        if match is None:
            continue
        start = grid.tokens[at].start
        for mention in grid.view.mentions:
            close = mention.start <= start < mention.end or 0 <= mention.start - grid.tokens[match.last - 1].end <= 14
            if close and mention.kind is not MentionKind.PERSON and (country := country_of(mention)):
                return country
    return None


def _article_country(doc: Document, grid: Grid) -> str | None:
    """The only country that the sentence, else the sentences around it, place things in."""
    for sentences in ([grid.view], doc.sentences[max(0, grid.view.index - 2) : grid.view.index + 1], doc.sentences[:4]):
        named = Counter(
            country for s in sentences for m in s.mentions if m.form != "media" and m.kind is not MentionKind.PERSON and (country := country_of(m))
        )
        if len(named) == 1:
            return next(iter(named))
        places = Counter(m.place.country for s in sentences for m in s.mentions if m.kind is MentionKind.PLACE and m.place is not None and m.place.country)
        if len(places) == 1:
            return next(iter(places))
    return None


def place_of(grid: Grid, link: Link) -> Place | None:
    """Where it happened, as far as the clause names it."""
    mention = _place_mention(grid, link)
    return mention.place if mention is not None else None


def clause_of(grid: Grid, link: Link) -> tuple[int, int]:
    """Tokens of the clause that carries the figure: its evidence."""
    hit = link.hit
    first = min(link.figure.first, hit.first) if hit is not None else link.figure.first
    last = max(link.figure.noun_last, hit.last) if hit is not None else link.figure.noun_last
    start = clause_start(grid, first)
    if link.parent is not None:
        start = min(start, clause_start(grid, link.parent.first))
    if start > 1 and (grid.lexicon.words.causes.at(grid.tokens, start) is not None or first - start < 1) and grid.lows[start - 1] == ",":
        start = clause_start(grid, start - 1)
    while last < len(grid.tokens) and grid.lows[last] not in {",", ";", ":", ".", "!", "?", "”", '"', ")"}:
        last += 1
    return start, last
