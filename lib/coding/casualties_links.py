"""Which harm a figure counts: the word that follows it or the word that it follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.records import Harm, MentionKind, VictimsKind

if TYPE_CHECKING:
    from lib.coding.casualties_figures import Figure, Grid, Hit
    from lib.knowledge.harm import HarmEntry

REACH = 16
NEED_REACH = 28
GAP = 3
MARKED_ASIDE = 26
PLAIN_ASIDE = 12
STRONG = frozenset({";", ":", ".", "!", "?", "…"})
NOUNS = frozenset({"killed.body", "killed.death"})
NOMINAL = frozenset({"người", "những", "số", "vụ", "cuộc", "việc", "lệnh", "tội", "các", "sự", "kẻ", "nguy", "án", "vì"})


@dataclass(frozen=True, slots=True)
class Link:
    """A figure and the harm it counts; `how` is one of after, before, toll, part, list, noun.

    `hit` is None where the noun itself tells the harm. `also` is a second harm the same figure counts ("bị thương hoặc
    tử vong"). `refused` is the key of the reason why the figure is not coded.
    """

    figure: Figure
    harm: Harm | None
    hit: Hit | None
    how: str
    rule: str
    weight: float
    parent: Figure | None = None
    also: Harm | None = None
    refused: str | None = None


BASE = "dropped.base"
UNCLEAR = "dropped.unclear"
AGENT = "dropped.agent"


def refused_link(figure: Figure, hit: Hit | None, how: str, rule: str, reason: str) -> Link:
    """A figure seen and not coded, with the key of its reason."""
    return Link(figure, None, hit, how, rule, 0.0, refused=reason)


def is_base(grid: Grid, figure: Figure) -> bool:
    """Whether the figure is what others are counted out of, or a capacity."""
    at = grid.ends_with(grid.lexicon.words.bases, figure.first)
    if at is None:
        return False
    phrase = " ".join(grid.lows[at : figure.first])
    if phrase in {"trong", "trên"}:
        return at > 0 and grid.lows[at - 1].isdigit() and phrase == "trên"
    if phrase == "trong số":
        return grid.lows[max(0, at - 1)] != "một" and not after(grid, figure)
    return True


def _is_pool(grid: Grid, figure: Figure) -> bool:
    """Whether it is the number of which another is a part: "1,4 triệu người trong tổng số 2,3 triệu dân"."""
    at = grid.ends_with(grid.lexicon.words.bases, figure.first)
    return at is not None and " ".join(grid.lows[at : figure.first]) in {"trong tổng số", "trên tổng số", "trong số", "trên"}


def after(grid: Grid, figure: Figure) -> Link | None:
    """A harm whose subject the figure is: "12 người ... đã thiệt mạng", "3 nhà báo bị ... sát hại"."""
    walk = _Walk(figure.noun_last, figure.noun_last + (GAP if figure.is_bare else REACH))
    while walk.at < min(walk.limit, len(grid.tokens)):
        hit = grid.hit_at.get(walk.at)
        if hit is not None and hit.entry.rule == "harm.unclear":
            return refused_link(figure, hit, "after", hit.entry.rule, UNCLEAR)
        if hit is not None and hit.entry.harm is not None:
            if _is_apposition(grid, figure) and not walk.crossed:
                return None
            done = "đã" in grid.lows[figure.noun_last : hit.first]
            if (figure.is_one_of and not done) or (done and _is_whole(grid, figure)):
                return None
            return _predicate(grid, figure, hit, passive=walk.passive, forced=walk.forced)
        if hit is not None:
            walk.at = hit.last
        elif not _step(grid, figure, walk):
            return None
    return None


@dataclass(slots=True)
class _Walk:
    """How far the look to the right has come, and what it has passed."""

    at: int
    limit: int
    passive: bool = False
    forced: bool = False
    crossed: bool = False


def _is_whole(grid: Grid, figure: Figure) -> bool:
    """Whether it is the five of "ba trong năm con tin"."""
    return grid.lows[max(0, figure.first - 1)] == "trong" and any(f.last == figure.first - 1 for f in grid.figures)


def _step(grid: Grid, figure: Figure, walk: _Walk) -> bool:
    """One word, bracket, apposition or larger whole further; false where the clause ends."""
    low, other = grid.lows[walk.at], grid.figure_at.get(walk.at)
    if other is not None and not other.is_bare:
        if not _is_pool(grid, other):
            return False
        walk.at = other.noun_last
        return True
    if low in STRONG:
        return False
    if low == "(":
        walk.at = _closing(grid, walk.at)
        return True
    if low == ",":
        jump = None if figure.is_bare or _is_genitive(grid, figure) else _aside(grid, walk.at)
        if jump is None:
            return False
        walk.at, walk.limit, walk.crossed = jump, jump + REACH, True
        return True
    stop = grid.lexicon.words.stops.at(grid.tokens, walk.at)
    if stop is not None:
        if stop.value not in {"do", "mà"} or not _agent_relative(grid, walk.at):
            return False
        walk.passive = True
    walk.passive = walk.passive or low in {"bị", "được"}
    walk.forced = walk.forced or low in {"phải", "buộc"}
    walk.at += 1
    return True


def _is_genitive(grid: Grid, figure: Figure) -> bool:
    """As in "cái chết của 400 người, bị bắt": what follows the comma is said of what the people belong to."""
    return figure.first > 0 and grid.lows[figure.first - 1] in {"của", "với", "về", "cho", "đến", "tới", "bởi"}


def _is_apposition(grid: Grid, figure: Figure) -> bool:
    """As in "Ông X, một nhà báo ...": the one is a description of whom the sentence has named."""
    if figure.number.count != 1 or figure.first <= 1 or grid.lows[figure.first - 1] != ",":
        return False
    before = grid.tokens[figure.first - 2].start
    return any(m.kind is MentionKind.PERSON and m.start <= before < m.end for m in grid.view.mentions)


def _predicate(grid: Grid, figure: Figure, hit: Hit, *, passive: bool, forced: bool) -> Link | None:
    entry = hit.entry
    if hit.first > figure.noun_last and grid.lows[hit.first - 1] in NOMINAL and not _among(grid, figure, hit):
        return None
    harm = entry.passive if passive and not (forced and entry.subject) else entry.subject
    if harm is None or not _fits(grid, figure, hit):
        if grid.lows[hit.first - 1] in {"và", "rồi"}:
            return None
        silent = figure.is_bare or bool(entry.needs) or bool(entry.only) or (harm is None and not passive and entry.object is None)
        return None if silent else refused_link(figure, hit, "after", entry.rule, AGENT)
    hit, harm = _chained(grid, hit, harm)
    weight = hit.entry.weight - (0.15 if figure.guessed else 0.0) - 0.02 * max(0, hit.first - figure.noun_last - 4) / 2
    return Link(figure, harm, hit, "after", hit.entry.rule, weight, also=_also(grid, hit, harm))


def _fits(grid: Grid, figure: Figure, hit: Hit) -> bool:
    """Whether the noun is of those that the word is said of, and the words that must follow do."""
    entry: HarmEntry = hit.entry
    if entry.only and not _is_of(figure, entry.only):
        return False
    if entry.needs:
        last = min(len(grid.tokens), max(figure.noun_last, hit.last) + NEED_REACH)
        tail = " " + " ".join(grid.lows[hit.first : last]) + " "
        return any(f" {word} " in tail for word in entry.needs)
    return True


def _is_of(figure: Figure, kinds: tuple[str, ...]) -> bool:
    """Whether the noun is of the kinds that a word is kept for."""
    noun = figure.noun
    if noun is None:
        return False
    if noun.kind is not VictimsKind.PEOPLE and noun.kind.value in kinds:
        return True
    return (noun.prisoner and "prisoners" in kinds) or (noun.general and "people" in kinds)


def _among(grid: Grid, figure: Figure, hit: Hit) -> bool:
    """As in "6 cảnh sát trong số những người bị thương"."""
    window = grid.lows[max(figure.noun_last, hit.first - 6) : hit.first]
    return any(window[i : i + 2] == ["trong", "số"] for i in range(len(window) - 1))


def _agent_relative(grid: Grid, at: int) -> bool:
    """As in "con tin mà Hamas đang giữ": a name and then a deed."""
    if not grid.mentions_in(at + 1, at + 3):
        return False
    return any((hit := grid.hit_at.get(place)) is not None and hit.entry.subject is None for place in range(at + 2, at + 9))


def _closing(grid: Grid, at: int) -> int:
    for after in range(at + 1, len(grid.tokens)):
        if grid.lows[after] == ")":
            return after + 1
    return len(grid.tokens)


def _aside(grid: Grid, at: int) -> int | None:
    """Past an apposition that begins at the comma `at`: where the predicate begins, or None."""
    marked = grid.lexicon.words.asides.at(grid.tokens, at + 1) is not None
    reach = MARKED_ASIDE if marked else PLAIN_ASIDE
    for comma in range(at, min(at + reach, len(grid.tokens))):
        if grid.lows[comma] in STRONG:
            return None
        if grid.lows[comma] == "," and comma > at and grid.lexicon.words.stops.at(grid.tokens, comma + 1) is not None:
            return None
        if grid.lows[comma] == "," and _predicate_at(grid, comma + 1):
            return comma + 1
        if comma > at and not marked and comma in grid.hit_at and grid.hit_at[comma].entry.subject is not None:
            return None
    return None


def _predicate_at(grid: Grid, at: int) -> bool:
    """Whether a harm follows directly, with helping verbs before it at most."""
    voice = False
    for _ in range(4):
        hit = grid.hit_at.get(at)
        if hit is not None:
            return hit.entry.subject is not None or (voice and hit.entry.passive is not None)
        if at >= len(grid.tokens):
            return False
        helper = grid.lexicon.words.auxiliaries.at(grid.tokens, at)
        if helper is None:
            return False
        voice = voice or helper.value in {"bị", "được"}
        at = helper.last
    return False


def _chained(grid: Grid, hit: Hit, harm: Harm) -> tuple[Hit, Harm]:
    """As in "bị giam giữ ở Nga đã được thả": the last of the things said of the same people."""
    if harm not in {Harm.CAPTIVE, Harm.MISSING, Harm.INJURED}:
        return hit, harm
    for at in range(hit.last, min(hit.last + 7, len(grid.tokens))):
        if grid.lows[at] in STRONG | {",", "và", "hoặc"} or at in grid.figure_at:
            return hit, harm
        if grid.lexicon.words.stops.at(grid.tokens, at) is not None:
            return hit, harm
        later = grid.hit_at.get(at)
        if later is not None and later.entry.harm is not None:
            helpers = grid.lows[hit.last : at]
            then = later.entry.passive if "được" in helpers[-2:] else later.entry.subject
            done = "đã" in helpers[-3:]
            return (later, then) if then is not None and done else (hit, harm)
    return hit, harm


def _also(grid: Grid, hit: Hit, harm: Harm) -> Harm | None:
    """The second of two harms that one figure counts together ("bị thương hoặc tử vong")."""
    at = hit.last
    if at + 1 >= len(grid.tokens) or grid.lows[at] not in {"hoặc", "hay", "và", "/"}:
        return None
    at += 1
    while at < len(grid.tokens) and grid.lows[at] in {"bị", "đã", "được"} and at not in grid.hit_at:
        at += 1
    later = grid.hit_at.get(at)
    if later is None or later.entry.subject is None or later.entry.subject == harm:
        return None
    return later.entry.subject


def before(grid: Grid, figure: Figure, taken: set[int]) -> Link | None:
    """A harm whose object the figure is: "giết chết 3 lính", "thả hàng chục con tin"."""
    if figure.is_bare:
        return None
    at = figure.first
    for _ in range(GAP):
        hit = next((h for h in grid.hits if h.last == at), None)
        if hit is not None:
            return _object(grid, figure, hit, taken)
        step = grid.ends_with(grid.lexicon.words.between, at, 2)
        if step is None:
            return None
        at = step
    hit = next((h for h in grid.hits if h.last == at), None)
    return _object(grid, figure, hit, taken) if hit is not None else None


def _object(grid: Grid, figure: Figure, hit: Hit, taken: set[int]) -> Link | None:
    entry = hit.entry
    if entry.object is None or hit.first in taken or not _fits(grid, figure, hit):
        return None
    if entry.subject is not None and entry.passive == entry.subject:
        lead = grid.ends_with(grid.lexicon.words.causes, hit.first)
        if lead is None and hit.first > 0 and grid.lows[hit.first - 1] not in {",", ";", "và"}:
            return None
    if entry.rule not in NOUNS and hit.first > 0 and grid.lows[hit.first - 1] == "bị" and entry.subject is None:
        return None
    return Link(figure, entry.object, hit, "before", entry.rule, entry.weight - (0.15 if figure.guessed else 0.0), also=None)
