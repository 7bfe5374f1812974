"""What a figure covers and the day that it holds for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lib.coding.casualties_claims import clause_start
from lib.records import Harm, MentionKind, Scope

if TYPE_CHECKING:
    from datetime import date

    from lib.coding.casualties_figures import Grid
    from lib.coding.casualties_links import Link
    from lib.coding.document import Document
    from lib.records import DateMention, Precision

NO_WAR = frozenset({Harm.CAPTIVE, Harm.RELEASED, Harm.EVACUATED})
EVENT_HEADS = frozenset({"vụ", "cuộc", "trận", "đợt", "thảm"})
EVENT_REACH = 7
LIST_SPAN = 6
LOOK_BACK = 3
LOOK_AHEAD = 5
NAME_REACH = 120
EMPTY = frozenset("vụ cuộc trận đợt tấn công tại ở của trên trong ngày này vào đó nói được bị và một những các hồi hôm do gần".split())


class When(NamedTuple):
    """The first and the last day a figure holds for, and how fine that is; all None where the text does not tell."""

    first: date | None = None
    last: date | None = None
    precision: Precision | None = None


def region(grid: Grid, link: Link) -> tuple[int, int]:
    """The tokens of the clause that carries the figure, the cause before it and the circumstances after it."""
    hit = link.hit
    first = min(link.figure.first, hit.first) if hit is not None else link.figure.first
    last = max(link.figure.noun_last, hit.last) if hit is not None else link.figure.noun_last
    start = clause_start(grid, first)
    if grid.lexicon.words.causes.at(grid.tokens, start) is not None or start == first or link.how in {"part", "list"}:
        start = clause_start(grid, max(0, start - 1))
    end = last
    while end < len(grid.tokens) and (grid.lows[end] not in {",", ";", ":", "."} or _between_places(grid, end)):
        end += 1
    return start, end


def _between_places(grid: Grid, at: int) -> bool:
    """Whether the comma only parts a place from its country ("Odessa, Ukraine")."""
    if grid.lows[at] != "," or at == 0 or at + 1 >= len(grid.tokens):
        return False
    before, after = grid.tokens[at - 1].end, grid.tokens[at + 1].start
    names = [m for m in grid.view.mentions if m.kind in {MentionKind.PLACE, MentionKind.STATE}]
    return any(m.end == before for m in names) and any(m.start == after for m in names)


def scope_of(grid: Grid, link: Link) -> Scope:
    """A running total, an addition to one, or one event or period."""
    words = grid.lexicon.words
    start, end = region(grid, link)
    first = min(link.figure.first, link.hit.first) if link.hit is not None else link.figure.first
    before = max(clause_start(grid, first), link.figure.first - 3)
    if grid.ends_with(words.increments, link.figure.first) is not None or grid.has(words.increments, before, link.figure.first):
        return Scope.INCREMENT
    if link.how == "toll" and grid.ends_with(words.rises, link.figure.first) is not None:
        return Scope.CUMULATIVE
    alone = not any(f.noun_last <= link.figure.first and not f.is_bare for f in grid.figures)
    if grid.has(words.daily, 0 if alone else start, end):
        return Scope.INCREMENT
    if grid.has(words.totals, 0, link.figure.first) or grid.has(words.totals, link.figure.last, len(grid.tokens)):
        return Scope.CUMULATIVE if _totalled(grid, link) else Scope.INCIDENT
    single = any(start <= grid.token_over(d.start) < end and d.date is not None and d.date == d.date_end for d in grid.view.dates)
    if not single and link.harm not in NO_WAR and grid.has(words.wars, start, end) and not _one_attack(grid, start, end):
        return Scope.CUMULATIVE
    return Scope.INCIDENT


def _totalled(grid: Grid, link: Link) -> bool:
    """Whether the words of a total belong to this figure and not to one after it."""
    words = grid.lexicon.words
    _, end = region(grid, link)
    later = [f for f in grid.figures if f.first >= end and not f.is_bare]
    earlier = [f for f in grid.figures if f.noun_last <= link.figure.first and not f.is_bare]
    if grid.has(words.totals, link.figure.last, end) or grid.has(words.totals, max(0, link.figure.first - 8), link.figure.first):
        return True
    if grid.has(words.totals, 0, link.figure.first) and not earlier:
        return True
    if not later or later[-1].first - end >= LIST_SPAN or "lên" in grid.lows[end : later[-1].first]:
        return False
    return grid.has(words.since, later[-1].last, len(grid.tokens))


def _one_attack(grid: Grid, start: int, end: int) -> bool:
    """Whether a single attack is told, not a series of them."""
    place = grid.place(grid.lexicon.words.attacks, start, end)
    if place is None or grid.lows[place] not in {"cuộc", "vụ", "đòn", "trận"}:
        return False
    return place == 0 or grid.lows[place - 1] not in {"các", "những", "loạt", "nhiều", "hàng"}


def since_spans(grid: Grid) -> list[tuple[int, int]]:
    """Tokens that only say since when a total runs."""
    spans = []
    at = 0
    while at < len(grid.tokens):
        match = grid.lexicon.words.since.at(grid.tokens, at)
        if match is None or match.value == "sau khi":
            at += 1
            continue
        end = match.last
        while end < len(grid.tokens) and grid.lows[end] not in {",", ";", "."}:
            end += 1
        spans.append((match.first, end))
        at = end
    return spans


def since_of(grid: Grid) -> date | None:
    """The day from which a running total counts, where the sentence states it."""
    for first, last in since_spans(grid):
        for mention in grid.view.dates:
            if first <= grid.token_over(mention.start) < last and mention.date is not None and mention.date == mention.date_end:
                return mention.date
    return None


def when_of(doc: Document, grid: Grid, link: Link, scope: Scope) -> When:
    """The day that the figure holds for: what the clause dates, or the statement; for an event told nearby, its day."""
    spans = since_spans(grid)
    dates = [d for d in grid.view.dates if d.date is not None and not any(a <= grid.token_over(d.start) < b for a, b in spans)]
    start, end = region(grid, link)
    anchor = link.hit.first if link.hit is not None else link.figure.first
    if scope is Scope.CUMULATIVE:
        lead = min((f.first for f in grid.figures if not f.is_bare), default=len(grid.tokens))
        own = [d for d in dates if grid.token_over(d.start) < lead and not _of_attack(grid, d)]
    else:
        own = [d for d in dates if start <= grid.token_over(d.start) < end and not _of_another(grid, d, anchor)]
        if all(_is_period(d) for d in own):
            own += [d for d in dates if not _is_period(d) and _reaches(grid, d, anchor)]
    if own:
        best = min(own, key=lambda d: (_is_period(d), _distance(grid.token_over(d.start), anchor)))
        return When(best.date, best.date_end, best.date_precision)
    return When() if scope is Scope.CUMULATIVE else _told_nearby(doc, grid, start, end)


def _reaches(grid: Grid, mention: DateMention, anchor: int) -> bool:
    """Whether a date outside the figure's clause dates it: one before it, or one after a list that it begins."""
    at = grid.token_over(mention.start)
    if at < anchor:
        return True
    if _of_another(grid, mention, anchor) or grid.has(grid.lexicon.words.stops, anchor + 1, at):
        return False
    return any(anchor < f.first < at and not f.is_bare for f in grid.figures)


def _is_period(mention: DateMention) -> bool:
    """Whether it spans days ("trong hai tuần qua"): a day that the sentence also names dates the figure better."""
    if mention.date is None or mention.date_end is None:
        return False
    return (mention.date_end - mention.date).days > 1


def _of_another(grid: Grid, mention: DateMention, anchor: int) -> bool:
    """Whether the date stands in a later clause that tells a figure of its own."""
    at = grid.token_over(mention.start)
    return at > anchor and grid.has(grid.lexicon.words.stops, anchor + 1, at) and any(f.first > at and not f.is_bare for f in grid.figures)


def _distance(at: int, anchor: int) -> float:
    return at - anchor if at >= anchor else (anchor - at) * 1.2


def _of_attack(grid: Grid, mention: DateMention) -> bool:
    """Whether the date only tells which attack is meant."""
    at = grid.token_over(mention.start)
    return any(grid.lows[i] in {"cuộc", "vụ", "trận"} for i in range(max(0, at - EVENT_REACH), at))


def _event_words(grid: Grid, start: int, end: int) -> set[str]:
    """What the events named within the tokens are called."""
    found: set[str] = set()
    for at in range(start, min(end, len(grid.tokens))):
        if grid.lows[at] in EVENT_HEADS:
            found.update(low for low in grid.lows[at + 1 : at + EVENT_REACH] if low.isalpha() and low not in EMPTY)
    return found


def _told_nearby(doc: Document, grid: Grid, start: int, end: int) -> When:
    """The day of the event of the same name in the sentences around, those before first."""
    wanted = _event_words(grid, start, end)
    if not wanted:
        return When()
    index = grid.view.index
    for sentence in [*reversed(doc.sentences[max(0, index - LOOK_BACK) : index]), *doc.sentences[index + 1 : index + 1 + LOOK_AHEAD]]:
        for mention in sentence.dates:
            if mention.date is None or mention.date != mention.date_end:
                continue
            around = {token.low for token in sentence.tokens if -NAME_REACH <= token.start - mention.start <= NAME_REACH // 3}
            if len(wanted & around) >= min(2, len(wanted)):
                return When(mention.date, mention.date_end, mention.date_precision)
    return When()
