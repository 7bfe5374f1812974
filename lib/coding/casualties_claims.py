"""Whether a figure is told as done, and who states it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.records import MentionKind

if TYPE_CHECKING:
    from lib.coding.casualties_figures import Grid, Hit
    from lib.coding.casualties_links import Link
    from lib.records import Actor

MAYBE_REACH = 5
DEMAND_REACH = 9
DENIAL_REACH = 3
CLAIM_REACH = 12
NAME_LETTERS = 40
EVENTS = frozenset({"vụ", "cuộc"})
DUTIES = frozenset({"nghĩa", "nhiệm", "công", "chức"})
"""Before "vụ" they make another word."""
DONE = frozenset({"đã", "vừa", "từng"})
BARRIERS = frozenset({";", "song", "nhưng"})
FENCES = frozenset({",", ";", ":", ".", "“", '"', "”"})


DENIED = "dropped.denied"
POSSIBLE = "dropped.possible"


def refusal(grid: Grid, link: Link) -> str | None:
    """The key of the reason why the figure is no fact, or None where it is told as done."""
    hit, figure = link.hit, link.figure
    first = min(figure.first, hit.first) if hit is not None else figure.first
    start = clause_start(grid, first)
    words = grid.lexicon.words
    nearby = max(start, first - MAYBE_REACH)
    if _is_denied(grid, max(start, first - DENIAL_REACH), first):
        return DENIED
    if hit is not None:
        lead = figure.noun_last if link.how in {"after", "list"} else max(start, hit.first - DENIAL_REACH)
        if _is_denied(grid, min(lead, max(start, hit.first - DENIAL_REACH)), hit.first):
            return DENIED
    if link.how == "before" and hit is not None and _is_wished(grid, hit, start):
        return "dropped.wished"
    told = hit is not None and _is_event(grid, hit)
    if not told and grid.has(words.maybes, nearby, first) and not any(low in DONE for low in grid.lows[nearby:first]):
        return POSSIBLE
    if link.how in {"after", "list"} and hit is not None and grid.has(words.maybes, figure.noun_last, hit.first):
        return POSSIBLE
    condition = grid.lows[:first]
    if "nếu" in condition and "," not in condition[len(condition) - condition[::-1].index("nếu") :]:
        return "dropped.supposed"
    return None


def _is_denied(grid: Grid, first: int, last: int) -> bool:
    """Whether a word of denial stands within the tokens ("không kích" denies nothing)."""
    words = grid.lexicon.words
    return any(
        words.denials.at(grid.tokens, at) is not None and words.no_denials.at(grid.tokens, at) is None
        for at in range(max(0, first), min(last, len(grid.tokens)))
    )


def _is_event(grid: Grid, hit: Hit) -> bool:
    """Whether the deed is told as an event ("vụ giết")."""
    before = grid.lows[max(0, hit.first - 2) : hit.first]
    return before[-1:] != [] and before[-1] in EVENTS and not (len(before) > 1 and before[0] in DUTIES)


def _is_wished(grid: Grid, hit: Hit, start: int) -> bool:
    """Whether the deed is only asked for, promised or planned."""
    if any(low in DONE for low in grid.lows[max(start, hit.first - 2) : hit.first]) or _is_event(grid, hit):
        return False
    place = grid.last_place(grid.lexicon.words.demands, max(start, hit.first - DEMAND_REACH), hit.first)
    return place is not None and not any(low in DONE for low in grid.lows[place : hit.first])


def clause_start(grid: Grid, at: int) -> int:
    """The first token of the clause of token `at`: after the last comma or stronger mark before it."""
    for before in range(at - 1, -1, -1):
        if grid.lows[before] in FENCES and not _inside_name(grid, before):
            return before + 1
    return 0


def _inside_name(grid: Grid, at: int) -> bool:
    """Whether the mark stands inside a name ("VOV.VN", "Washington D.C.")."""
    return at + 1 < len(grid.tokens) and grid.tokens[at].end == grid.tokens[at + 1].start and grid.lows[at] == "."


def claimant(grid: Grid, first: int, last: int) -> Actor | None:
    """Who states the figure at tokens `first` to `last`: "theo Bộ Y tế Gaza", "quan chức Mỹ cho biết"; None where nobody is named."""
    words = grid.lexicon.words
    for at in range(len(grid.tokens)):
        match = words.by.at(grid.tokens, at)
        if match is None or first <= at < last or not _opens(grid, at, match.value):
            continue
        actor = _named(grid, match.last, match.last + CLAIM_REACH)
        if actor is not None:
            return actor
    best: Actor | None = None
    for at in range(min(first, len(grid.tokens))):
        match = words.says.at(grid.tokens, at)
        if match is None or match.last > first:
            continue
        if set(grid.lows[match.last : first]) & BARRIERS or "trong khi" in " ".join(grid.lows[match.last : first]):
            continue
        actor = _named(grid, max(clause_start(grid, match.first), match.first - CLAIM_REACH), match.first, nearest_end=True)
        best = actor or best or _speaker(grid, match.first)
    if best is not None:
        return best
    for at in range(last, len(grid.tokens)):
        match = words.says.at(grid.tokens, at)
        if match is not None and ("”" in grid.lows[last:at] or '"' in grid.lows[last:at] or "," in grid.lows[last:at]):
            return _named(grid, max(last, match.first - CLAIM_REACH), match.first, nearest_end=True)
    return None


def _speaker(grid: Grid, before: int) -> Actor | None:
    """The person who is the subject of the sentence."""
    people = [m for m in grid.mentions_in(0, before) if m.kind is MentionKind.PERSON and len(m.refs) == 1]
    return people[0].refs[0] if people else None


def _opens(grid: Grid, at: int, phrase: str) -> bool:
    """Whether "theo" names a source here, not what is done by rule ("tuân theo lệnh")."""
    if phrase != "theo" or at == 0 or not grid.tokens[at - 1].is_word:
        return True
    return at + 1 < len(grid.tokens) and grid.tokens[at + 1].is_capital


def _named(grid: Grid, first: int, last: int, *, nearest_end: bool = False) -> Actor | None:
    """The party named in a stretch of tokens, a place or a relaying medium apart."""
    found = [m for m in grid.mentions_in(first, last) if m.refs and m.kind is not MentionKind.PLACE and m.form not in {"place", "media"}]
    if not found:
        return None
    if nearest_end:
        return found[-1].refs[0]
    start = grid.tokens[first].start
    return found[0].refs[0] if found[0].start - start < NAME_LETTERS else None
