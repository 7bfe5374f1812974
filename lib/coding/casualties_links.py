"""Which harm a figure counts: the word after it, the word before it, the list or the total that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lib.records import Harm, MentionKind

if TYPE_CHECKING:
    from lib.coding.casualties_figures import Figure, Grid, Hit
    from lib.knowledge.harm import HarmEntry

REACH = 16
LIST_REACH = 8
TOLL_REACH = 34
NEED_REACH = 28
GAP = 3
STRONG = frozenset({";", ":", ".", "!", "?", "…"})
NOUNS = frozenset({"killed.body", "killed.death"})
NOMINAL = frozenset({"người", "những", "số", "vụ", "cuộc", "việc", "lệnh", "tội", "các", "sự", "kẻ", "nguy", "án", "vì"})


@dataclass(frozen=True, slots=True)
class Link:
    """A figure and the harm it counts; `how` is one of after, before, toll, part, list, noun.

    `hit` is None where the noun itself tells the harm. `also` is a second harm the same figure counts ("bị thương hoặc
    tử vong"). `refused` says in Vietnamese why the figure is not coded.
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
    is_old: bool = False


def link(grid: Grid) -> list[Link]:
    """The links of a sentence, a figure that counts people or stands by a harm each, in text order."""
    made: dict[int, Link] = {}
    taken: set[int] = set()
    for figure in grid.figures:
        found = _own(grid, figure, taken)
        if found is not None:
            made[figure.first] = found
            if found.hit is not None and found.how == "after":
                taken.add(found.hit.first)
    _parts(grid, made)
    _lists(grid, made)
    _nouns(grid, made)
    return [made[key] for key in sorted(made)]


def _own(grid: Grid, figure: Figure, taken: set[int]) -> Link | None:
    """The harm said of this figure itself."""
    if _is_base(grid, figure):
        return Link(figure, None, None, "base", "harm.base", 0.0, refused="con số là tổng dân số, sức chứa hay tập hợp gốc, không phải nạn nhân") if not figure.is_bare else None
    before = _before(grid, figure, taken)
    later = after(grid, figure)
    if before is not None and before.refused is None:
        return before
    if later is not None and later.refused is None:
        return later
    toll = _toll(grid, figure)
    return toll or before or later


def _is_base(grid: Grid, figure: Figure) -> bool:
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
    at, passive, forced, crossed, limit = figure.noun_last, False, False, False, figure.noun_last + REACH
    words = grid.lexicon.words
    if figure.is_bare:
        limit = figure.noun_last + GAP
    if figure.is_one_of:
        return None
    while at < min(limit, len(grid.tokens)):
        hit = grid.hit_at.get(at)
        low = grid.lows[at]
        if hit is not None:
            if hit.entry.harm is None:
                if hit.entry.rule == "harm.unclear":
                    return Link(figure, None, hit, "after", hit.entry.rule, 0.0, refused="từ không cho biết chết hay bị thương")
                at = hit.last
                continue
            return None if _is_apposition(grid, figure) and not crossed else _predicate(grid, figure, hit, passive=passive, forced=forced)
        other = grid.figure_at.get(at)
        if other is not None and not other.is_bare and _is_pool(grid, other):
            at = other.noun_last
            continue
        if low in STRONG or (other is not None and not other.is_bare):
            return None
        if low == "(":
            at = _closing(grid, at)
            continue
        if low == ",":
            jump = None if figure.is_bare or _is_genitive(grid, figure) else _aside(grid, at)
            if jump is None:
                return None
            at, limit, crossed = jump, jump + REACH, True
            continue
        stop = words.stops.at(grid.tokens, at)
        if stop is not None:
            if stop.value not in {"do", "mà"} or not _agent_relative(grid, at):
                return None
            passive = True
        passive = passive or low in {"bị", "được"}
        forced = forced or low in {"phải", "buộc"}
        at += 1
    return None


def _is_genitive(grid: Grid, figure: Figure) -> bool:
    """ "cái chết của 400 người, bị bắt": what follows the comma is said of what the people belong to."""
    return figure.first > 0 and grid.lows[figure.first - 1] in {"của", "với", "về", "cho", "đến", "tới", "bởi"}


def _is_apposition(grid: Grid, figure: Figure) -> bool:
    """ "Ông X, một nhà báo ...": the one is a description of whom the sentence has named."""
    if figure.number.count != 1 or figure.first < 2 or grid.lows[figure.first - 1] != ",":
        return False
    before = grid.tokens[figure.first - 2].start
    return any(m.kind is MentionKind.PERSON and m.start <= before < m.end for m in grid.view.mentions)


def _predicate(grid: Grid, figure: Figure, hit: Hit, *, passive: bool, forced: bool) -> Link | None:
    entry = hit.entry
    if hit.first > figure.noun_last and grid.lows[hit.first - 1] in NOMINAL and not _among(grid, figure, hit):
        return None
    harm = entry.passive if passive and not (forced and entry.subject) else entry.subject
    if harm is None or not _fits(grid, figure, hit):
        silent = figure.is_bare or bool(entry.needs) or bool(entry.only) or (harm is None and not passive and entry.object is None)
        return None if silent else Link(figure, None, hit, "after", entry.rule, 0.0, refused="người được đếm là bên gây ra hoặc vế câu không khớp, không phải nạn nhân")
    hit, harm = _chained(grid, hit, harm)
    weight = hit.entry.weight - (0.15 if figure.guessed else 0.0) - 0.02 * max(0, hit.first - figure.noun_last - 4) / 2
    return Link(figure, harm, hit, "after", hit.entry.rule, weight, also=_also(grid, hit, harm))


def _fits(grid: Grid, figure: Figure, hit: Hit) -> bool:
    """Whether the noun is of those that the word is said of, and the words that must follow do."""
    entry: HarmEntry = hit.entry
    if entry.only:
        noun = figure.noun
        if noun is None or not ((noun.kind in entry.only and noun.kind != "people") or (noun.prisoner and "prisoners" in entry.only) or (noun.general and "people" in entry.only)):
            return False
    if entry.needs:
        last = min(len(grid.tokens), max(figure.noun_last, hit.last) + NEED_REACH)
        tail = " " + " ".join(grid.lows[hit.first : last]) + " "
        return any(f" {word} " in tail for word in entry.needs)
    return True


def _among(grid: Grid, figure: Figure, hit: Hit) -> bool:
    """ "6 cảnh sát trong số những người bị thương"."""
    window = grid.lows[max(figure.noun_last, hit.first - 6) : hit.first]
    return any(window[i : i + 2] == ["trong", "số"] for i in range(len(window) - 1))


def _agent_relative(grid: Grid, at: int) -> bool:
    """ "con tin mà Hamas đang giữ": a name and then a deed."""
    return bool(grid.mentions_in(at + 1, at + 3)) and any(grid.hit_at.get(i) is not None and grid.hit_at[i].entry.subject is None for i in range(at + 2, at + 9))


def _closing(grid: Grid, at: int) -> int:
    for after in range(at + 1, len(grid.tokens)):
        if grid.lows[after] == ")":
            return after + 1
    return len(grid.tokens)


def _aside(grid: Grid, at: int) -> int | None:
    """Past an apposition that begins at the comma `at`: where the predicate begins, or None."""
    reach = 26 if grid.lexicon.words.asides.at(grid.tokens, at + 1) is not None else 12
    for comma in range(at, min(at + reach, len(grid.tokens))):
        if grid.lows[comma] in STRONG:
            return None
        if grid.lows[comma] == "," and comma > at and grid.lexicon.words.stops.at(grid.tokens, comma + 1) is not None:
            return None
        if grid.lows[comma] == "," and _predicate_at(grid, comma + 1):
            return comma + 1
        if comma > at and comma in grid.hit_at and grid.hit_at[comma].entry.subject is not None and reach == 12:
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
    """ "bị giam giữ ở Nga đã được thả": the last of the things said of the same people."""
    if harm not in {Harm.CAPTIVE, Harm.MISSING, Harm.INJURED}:
        return hit, harm
    for at in range(hit.last, min(hit.last + 7, len(grid.tokens))):
        if grid.lows[at] in STRONG or grid.lows[at] in {",", "và", "hoặc"} or at in grid.figure_at or grid.lexicon.words.stops.at(grid.tokens, at):
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


def _before(grid: Grid, figure: Figure, taken: set[int]) -> Link | None:
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
        if lead is None and hit.first > 0 and grid.lows[hit.first - 1] not in {",", ";", "và"} and not grid.lows[hit.first].startswith(("bắn", "đâm", "đánh")):
            return None
    if entry.rule not in NOUNS and hit.first > 0 and grid.lows[hit.first - 1] == "bị" and entry.subject is None:
        return None
    return Link(figure, entry.object, hit, "before", entry.rule, entry.weight - (0.15 if figure.guessed else 0.0), also=None)


def _toll(grid: Grid, figure: Figure) -> Link | None:
    """ "số người chết ... đã tăng lên 24", "nâng tổng số lên 24"."""
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
            return Link(figure, None, hit, "toll", hit.entry.rule, 0.0, refused="con số cũ, đã được thay bằng con số mới")
        return Link(figure, harm, hit, "toll", hit.entry.rule, hit.entry.weight)
    return None if old else _total_of_before(grid, figure)


def _total_of_before(grid: Grid, figure: Figure) -> Link | None:
    """ "..., nâng tổng số nạn nhân lên 24": the harm is the one told before."""
    window = " ".join(grid.lows[max(0, figure.first - 10) : figure.first])
    if not any(lead in window for lead in ("tổng số", "số nạn nhân", "nâng số", "con số này", "nâng con số")):
        return None
    earlier = [h for h in grid.hits if h.first < figure.first and h.entry.subject is not None]
    if not earlier:
        return None
    hit = earlier[-1]
    return Link(figure, hit.entry.subject, hit, "toll", hit.entry.rule, hit.entry.weight - 0.1)


def _parts(grid: Grid, made: dict[int, Link]) -> None:
    """ "trong đó có 12 trẻ em": the harm of the figure that the part is counted out of."""
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
    """ "Những người thiệt mạng gồm 3 trẻ em", "trong số người bị thương có 2 phụ nữ"."""
    if at == figure.first:
        return None
    hit = next((h for h in reversed(grid.hits) if h.last <= at and at - h.last <= GAP and h.entry.subject is not None), None)
    if hit is None or not any(low in {"người", "nạn", "số"} for low in grid.lows[max(0, hit.first - 3) : hit.first]):
        return None
    if any(hit.last <= f.first < figure.first for f in grid.figures):
        return None
    return Link(figure, hit.entry.subject, hit, "part", hit.entry.rule, hit.entry.weight - 0.1)


def _lists(grid: Grid, made: dict[int, Link]) -> None:
    """ "ba cảnh sát và hai dân thường thiệt mạng": one word of harm for all that the list counts."""
    figures = grid.figures
    for place in range(len(figures) - 2, -1, -1):
        figure, later = figures[place], made.get(figures[place + 1].first)
        own = made.get(figure.first)
        if own is None and not figure.is_bare and later is not None and later.refused is None and later.how in {"after", "list"} and _joined(grid, figure, figures[place + 1]):
            made[figure.first] = replace(later, figure=figure, how="list", weight=later.weight - 0.05)
    for place in range(1, len(figures)):
        figure, earlier = figures[place], made.get(figures[place - 1].first)
        own = made.get(figure.first)
        if own is None and not figure.is_bare and earlier is not None and earlier.refused is None and earlier.how in {"before", "part", "toll"} and _joined(grid, figures[place - 1], figure):
            made[figure.first] = replace(earlier, figure=figure, how="part" if earlier.how == "part" else "before", weight=earlier.weight - 0.08)


def _joined(grid: Grid, first: Figure, second: Figure) -> bool:
    gap = range(first.noun_last, second.first)
    if not 1 <= len(gap) <= LIST_REACH or grid.lows[second.first - 1] not in {"và", ",", "cùng", "với", "hoặc"}:
        return False
    between = grid.lows[first.noun_last : second.first]
    return not any(low in STRONG for low in between) and between.count(",") <= 1 and not grid.has(grid.lexicon.words.stops, first.noun_last, second.first)


def _nouns(grid: Grid, made: dict[int, Link]) -> None:
    """ "251 con tin", "6 thi thể": the noun tells the harm where no word beside it does."""
    for figure in grid.figures:
        own = made.get(figure.first)
        if figure.carries is None or (own is not None and own.how != "base"):
            continue
        made[figure.first] = Link(figure, figure.carries, None, "noun", f"{figure.carries.value}.noun", 0.65)
