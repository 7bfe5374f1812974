"""The figures of a sentence with their harms: each by itself, then totals, parts of a whole, lists and nouns that tell the harm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lib.coding.casualties_links import AGENT, BASE, GAP, STRONG, Link, after, before, is_base, refused_link

if TYPE_CHECKING:
    from lib.coding.casualties_figures import Figure, Grid

LIST_REACH = 8
TOLL_REACH = 34
VERBAL = frozenset({"vẫn", "đã", "đang", "còn", "bị", "được", "sẽ", "tới", "đến", "phải"})
OLD = "dropped.old"


def link(grid: Grid) -> list[Link]:
    """The links of a sentence, a figure that counts people or stands by a harm each, in text order."""
    made: dict[int, Link] = {}
    taken: set[int] = set()
    for figure in grid.figures:
        found = _own(grid, figure, taken)
        if found is not None:
            made[figure.first] = found
            if found.hit is not None and found.how == "after" and found.refused is None:
                taken.add(found.hit.first)
    _parts(grid, made)
    _lists(grid, made)
    _nouns(grid, made)
    return [made[key] for key in sorted(made)]


def _own(grid: Grid, figure: Figure, taken: set[int]) -> Link | None:
    """The harm said of this figure itself."""
    if is_base(grid, figure):
        return None if figure.is_bare else refused_link(figure, None, "base", "harm.base", BASE)
    earlier = before(grid, figure, taken)
    later = after(grid, figure)
    if earlier is not None and earlier.refused is None:
        return earlier
    if later is not None and later.refused is None:
        return later
    toll = _toll(grid, figure)
    return toll or earlier or later


def _toll(grid: Grid, figure: Figure) -> Link | None:
    """As in "số người chết ... đã tăng lên 24", "nâng tổng số lên 24"."""
    words = grid.lexicon.words
    lead = grid.ends_with(words.tolls, figure.first, 4)
    old = figure.first > 0 and grid.lows[figure.first - 1] == "từ"
    if lead is None and not old:
        return None
    floor = max(0, figure.first - TOLL_REACH)
    for hit in reversed([h for h in grid.hits if floor <= h.first < figure.first and h.entry.harm is not None]):
        if any(hit.last <= f.first < figure.first and not f.is_bare for f in grid.figures):
            break
        number_word = next((i for i in range(hit.first - 1, max(-1, hit.first - 9), -1) if grid.lows[i] in {"số", "ca"}), None)
        harm = hit.entry.subject or hit.entry.passive
        if number_word is None or harm is None or grid.has(words.stops, number_word, hit.first):
            continue
        if old:
            return refused_link(figure, hit, "toll", hit.entry.rule, OLD)
        return Link(figure, harm, hit, "toll", hit.entry.rule, hit.entry.weight)
    return None if old else _total_of_before(grid, figure)


def _total_of_before(grid: Grid, figure: Figure) -> Link | None:
    """As in "..., nâng tổng số nạn nhân lên 24": the harm is the one told before."""
    window = " ".join(grid.lows[max(0, figure.first - 10) : figure.first])
    if not any(lead in window for lead in ("tổng số", "số nạn nhân", "nâng số", "con số này", "nâng con số")):
        return None
    earlier = [h for h in grid.hits if h.first < figure.first and h.entry.subject is not None]
    if not earlier:
        return None
    hit = earlier[-1]
    return Link(figure, hit.entry.subject, hit, "toll", hit.entry.rule, hit.entry.weight - 0.1)


def _parts(grid: Grid, made: dict[int, Link]) -> None:
    """As in "trong đó có 12 trẻ em": the harm of the figure that the part is counted out of."""
    words = grid.lexicon.words
    for place, figure in enumerate(grid.figures):
        own = made.get(figure.first)
        if figure.is_bare or (own is not None and (own.refused is None or own.how == "base")):
            continue
        at = figure.first
        while at > 0 and grid.lows[at - 1] in {"có", "là", "cả", "thêm"}:
            at -= 1
        if grid.ends_with(words.breakdowns, at, 4) is None:
            among = _among_before(grid, figure, at)
            if among is not None:
                made[figure.first] = among
            continue
        for parent in reversed(grid.figures[:place]):
            link_of = made.get(parent.first)
            if link_of is not None and link_of.refused is None:
                made[figure.first] = replace(link_of, figure=figure, how="part", parent=parent, weight=link_of.weight - 0.05, also=None)
                break


def _among_before(grid: Grid, figure: Figure, at: int) -> Link | None:
    """As in "Những người thiệt mạng gồm 3 trẻ em", "trong số người bị thương có 2 phụ nữ"."""
    if at == figure.first:
        return None
    hit = next((h for h in reversed(grid.hits) if h.last <= at and at - h.last <= GAP and h.entry.subject is not None), None)
    if hit is None or not any(low in {"người", "nạn", "số"} for low in grid.lows[max(0, hit.first - 3) : hit.first]):
        return None
    if any(hit.last <= f.first < figure.first for f in grid.figures):
        return None
    return Link(figure, hit.entry.subject, hit, "part", hit.entry.rule, hit.entry.weight - 0.1)


def _lists(grid: Grid, made: dict[int, Link]) -> None:
    """As in "ba cảnh sát và hai dân thường thiệt mạng": one word of harm for all that the list counts."""
    figures = grid.figures
    for place in range(len(figures) - 2, -1, -1):
        first, second = figures[place], figures[place + 1]
        later = made.get(second.first)
        if later is not None and first.first not in made and _lends(later, {"after", "list"}) and _joined(grid, first, second):
            made[first.first] = replace(later, figure=first, how="list", weight=later.weight - 0.05)
    for place in range(1, len(figures)):
        first, second = figures[place - 1], figures[place]
        earlier = made.get(first.first)
        if earlier is None or second.first in made or not _lends(earlier, {"before", "part", "toll"}):
            continue
        if _joined(grid, first, second) and not _has_verb(grid, second):
            how = "part" if earlier.how == "part" else "before"
            made[second.first] = replace(earlier, figure=second, how=how, weight=earlier.weight - 0.08)


def _has_verb(grid: Grid, figure: Figure) -> bool:
    """Whether something else is said of the figure: "15 người khác đang nằm viện"."""
    return bool(VERBAL & set(grid.lows[figure.noun_last : figure.noun_last + 1]))


def _lends(known: Link, hows: set[str]) -> bool:
    """Whether a link may stand for the other figures of its list."""
    return known.refused is None and known.how in hows


def _joined(grid: Grid, first: Figure, second: Figure) -> bool:
    if first.is_bare or second.is_bare:
        return False
    gap = range(first.noun_last, second.first)
    if not 1 <= len(gap) <= LIST_REACH or grid.lows[second.first - 1] not in {"và", ",", "cùng", "với", "hoặc"}:
        return False
    between = grid.lows[first.noun_last : second.first]
    if any(low in STRONG or low in VERBAL for low in between) or between.count(",") > 1:
        return False
    return not grid.has(grid.lexicon.words.stops, first.noun_last, second.first)


def _nouns(grid: Grid, made: dict[int, Link]) -> None:
    """As in "251 con tin", "6 thi thể": the noun tells the harm where no word beside it does."""
    for figure in grid.figures:
        own = made.get(figure.first)
        if figure.carries is None or (own is not None and own.how != "base" and own.refused != AGENT):
            continue
        weight = 0.9 if grid.lows[figure.noun_first] == "người" else 0.65
        made[figure.first] = Link(figure, figure.carries, None, "noun", f"{figure.carries.value}.noun", weight)
