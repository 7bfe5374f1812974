"""Numbers as news writes them, hedge included, with the range that they mean.

`low` and `high` are None where the hedge leaves that side open, both for "khoảng". Dates, times, scores, fractions, names
("F-16", "G7") and years are no numbers here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from lib.language.numerals import DIGITS, NUMERAL, SCALE, Value, evaluate, lexicon, options, plain
from lib.records import NumberMention, Qualifier

_YEARS = range(1900, 2101)
_SMALL = 10
_SPACE = r"[ \t]+"
_UNIT = r"(?:km|kg|mm|cm|m|ha|mw|gw|kwh|usd|tỷ|tỉ|triệu|nghìn|euro|g|l)\b"
_DASH = r" ?[-–—] ?"


@dataclass(frozen=True, slots=True)
class _Patterns:
    cue: re.Pattern[str]  # a sentence without it has no number
    candidate: re.Pattern[str]
    time: re.Pattern[str]
    row: re.Pattern[str]
    no_label: re.Pattern[str]
    score: re.Pattern[str]
    counted: re.Pattern[str]
    article: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    lex = lexicon()
    alone = [word for word in lex.vague if word not in {"mấy", "hàng", "cả", "nhiều"}]
    vague = rf"(?:hàng|cả|nhiều|mấy|vài ba|dăm ba|vài|dăm) +(?P<scale>{SCALE})(?:(?: +đến| +tới|,) +(?:hàng +)?(?P<scale2>{SCALE}))?"
    bare = r"(?:chục|trăm|nghìn|ngàn|vạn|triệu)\b(?: +(?:nghìn|ngàn|triệu|tỷ|tỉ)\b)*"
    return _Patterns(
        cue=re.compile(rf"\d|\b(?:{options([*lex.units, *lex.scales, 'nửa', *alone])})\b"),
        candidate=re.compile(
            rf"(?<![\w./:,+])(?<!\w[-–])(?:(?P<hedge>{options(list(lex.hedges))}) +(?:(?:là|con số|mốc|mức) +)?)?"
            rf"(?:(?P<vague>{vague}|(?P<few>{options(alone)})\b)"
            rf"|(?P<first>{NUMERAL})(?:(?P<to>{_DASH}| +(?:đến|tới|cho đến|và) +)(?P<second>{NUMERAL}))?"
            rf"|(?<= )(?P<bare>{bare}))",
        ),
        time=re.compile(rf"(?:^|[^\w])(?:{options(lex.labels.time)})[ \t]+$"),
        row=re.compile(rf"(?:^|[^\w])(?:{options(lex.labels.row)})[ \t]+$"),
        no_label=re.compile(rf"\b(?:{options(lex.labels.no_label)})[ \t]+$"),
        score=re.compile(rf"\b(?:{options(lex.labels.scores)})(?: +[^\W\d]+)?[ \t]+$"),
        counted=re.compile(rf"[ \t]+(?:{options(lex.counted.nouns)})\b"),
        article=re.compile(rf"[ \t]+(?:{options(lex.counted.article_before)})\b(?! bị| thiệt mạng| chết| tử vong)"),
        after=re.compile(rf"[ \t]+(?:[^\W\d]+[ \t]+){{0,2}}(?P<after>{options(list(lex.after))})\b"),
    )


_OPENING = re.compile(r"(?:^|[\n.?!:;])[\s\"“‘'(-]*\Z")
_WORD_AFTER = re.compile(r"[ \t]+([^\W\d]+)")
_NOT_AFTER = re.compile(r"(?:[./:,]\d|[-–]\d|[-–][^\W\d]|/|h\d|h\b)")
_FUNCTION_WORDS = frozenset(
    "đến tới và của tại ở là đã sẽ với trong khi do bởi cho vào được bị theo trên về nhằm để như mà sau trước này vừa nay thì có không cũng"
    " diễn tổ từ giữa hay hoặc nhưng nên vì qua ra lên các những một so đang vẫn còn".split()
)


def find_numbers(text: str, offset: int = 0) -> list[NumberMention]:
    """The numbers of `text` (NFC) from left to right; `offset` is added to every place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    p = _patterns()
    found: list[NumberMention] = []
    if not p.cue.search(low):
        return found
    at = 0
    while match := p.candidate.search(low, at):
        mention, at = _mention(text, low, match, offset)
        if mention is not None:
            found.append(mention)
    return found


def _mention(text: str, low: str, match: re.Match[str], offset: int) -> tuple[NumberMention | None, int]:
    """The mention that `match` makes, or None, and where to look on."""
    if match["vague"]:
        return _vague(text, low, match, offset)
    if match["bare"]:
        return _bare(text, low, match, offset)
    start, end = match.start(), match.end("first")
    ranged = match["second"] is not None and _is_range(low, match)
    last = match.end() if ranged else end
    if not _is_count(text, low, match, last):
        return None, max(match.end() if match["to"] and match["to"].strip() in {"-", "–", "—"} else end, start + 1)
    values = evaluate(match["first"])
    if values is None:
        return None, end
    if ranged:
        bounds = _range(match["first"], match["second"])
        if bounds is not None:
            start = _from(low, start)
            return _made(text, start, last, None, bounds[0], bounds[1], Qualifier.RANGE, offset), last
        last = end
    if values[0] != values[1]:
        return _made(text, start, last, None, values[0], values[1], Qualifier.RANGE, offset), last
    return _hedged(text, low, match, (start, last), values[0], offset), last


def _made(
    text: str, start: int, end: int, count: Fraction | None, low: Fraction | None, high: Fraction | None, qualifier: Qualifier, offset: int
) -> NumberMention:
    def value(number: Fraction | None) -> Value | None:
        return None if number is None else plain(number)

    return NumberMention(start + offset, end + offset, text[start:end], value(count), value(low), value(high), qualifier)


def _from(low: str, start: int) -> int:
    """Where "từ" begins that opens a range, else `start`."""
    return (
        start - 3
        if low[max(start - 3, 0) : start] == "từ " and not low[: start - 3].endswith(tuple("abcdefghijklmnopqrstuvwxyzđ"))
        else start
    )


def _is_range(low: str, match: re.Match[str]) -> bool:
    """Whether a second number closes a range: after a dash, "đến", "tới", or "và" behind "giữa"."""
    joint = match["to"].strip()
    if joint == "và":
        return low[: match.start("first")].endswith(("giữa ", "khoảng giữa "))
    if joint in {"-", "–", "—"}:
        return match["first"][-1].isdigit() and match["second"][0].isdigit()
    return not _labelled(low, match.start())


def _range(first: str, second: str) -> tuple[Fraction, Fraction] | None:
    """Low and high of "20-30", "hai đến ba triệu" (the scale governs both); None where the first is not the lesser."""
    one, two = evaluate(first), evaluate(second)
    if one is None or two is None:
        return None
    low, high = one[0], two[1]
    scale = re.search(rf"[^\d] *({SCALE})$", " " + second) or re.search(rf" ({SCALE})$", second)
    if scale and not re.search(rf"{SCALE}$", first):
        factor = evaluate("một " + scale[1])
        if factor is not None and low * factor[0] < high:
            low *= factor[0]
    return (low, high) if low < high else None


def _labelled(low: str, start: int) -> bool:
    return bool(_patterns().time.search(low[max(start - 24, 0) : start]))


def _is_count(text: str, low: str, match: re.Match[str], end: int) -> bool:
    """Whether the figure counts or measures something, and is no date, time, score, label or name."""
    start = match.start()
    first = match["first"]
    if _NOT_AFTER.match(low, end) or (low[end : end + 1].isalpha() and not re.match(_UNIT, low[end:])):
        return False
    p = _patterns()
    noun = p.counted.match(low, end)
    if (
        first in {"một", "năm"}
        and not match["second"]
        and (noun is None or (first == "một" and not match["hedge"] and p.article.match(low, end)))
    ):
        return False
    before = low[max(start - 24, 0) : start]
    if not match["hedge"]:
        if p.time.search(before):
            return False
        if p.row.search(before) and not p.no_label.search(before) and noun is None:
            return False
        if match["second"] and match["to"].strip() in {"-", "–", "—"} and p.score.search(before):
            return False
        if _is_year(low, first, end):
            return False
    if (
        text[start].isupper()
        and not match["hedge"]
        and (not _OPENING.search(text[max(0, start - 6) : start]) or text[end : end + 2].strip()[:1].isupper())
    ):
        return False
    return not (match["second"] and match["to"].strip() in {"-", "–", "—"} and _range(first, match["second"]) is None)


def _is_year(low: str, first: str, end: int) -> bool:
    """Whether four digits without a dot are a year: from 1900 to 2100 and no noun behind."""
    if len(first) != 4 or not first.isdigit() or int(first) not in _YEARS:
        return False
    word = _WORD_AFTER.match(low, end)
    return word is None or word[1] in _FUNCTION_WORDS


def _hedged(text: str, low: str, match: re.Match[str], span: tuple[int, int], value: Fraction, offset: int) -> NumberMention:
    """The number with the meaning that its hedge gives it."""
    lex = lexicon()
    start, end = span
    hedge = re.sub(_SPACE, " ", match["hedge"]) if match["hedge"] else None
    if hedge in {"trên", "dưới", "tầm", "quá"} and value < _SMALL:
        hedge, start = None, match.start("first")
    kind = lex.hedges[hedge] if hedge else "exact"
    if kind in {"exact", "about"} and (after := _patterns().after.match(low, end)):
        kind = lex.after[re.sub(_SPACE, " ", after["after"])]
        end = after.end() if low[end : after.start("after")].isspace() else end
    step = 1 if value.denominator == 1 else 0
    meaning: dict[str, tuple[Qualifier, Fraction | None, Fraction | None]] = {
        "exact": (Qualifier.EXACT, value, value),
        "over": (Qualifier.OVER, value + step, None),
        "at_least": (Qualifier.AT_LEAST, value, None),
        "under": (Qualifier.UNDER, None, value - step),
        "at_most": (Qualifier.UNDER, None, value),
        "about": (Qualifier.ABOUT, None, None),
    }
    qualifier, lowest, highest = meaning[kind]
    return _made(text, start, end, value, lowest, highest, qualifier, offset)


def _vague(text: str, low: str, match: re.Match[str], offset: int) -> tuple[NumberMention | None, int]:
    """ "hàng chục nghìn", "vài trăm", "vài"."""
    lex = lexicon()
    start, end = match.start("vague"), match.end()
    if match["few"]:
        first, last = lex.vague[re.sub(_SPACE, " ", match["few"])]
        return _made(text, start, end, None, Fraction(first), Fraction(last), Qualifier.VAGUE, offset), end
    word = re.sub(_SPACE, " ", low[start : match.start("scale")].strip())
    first, last = lex.vague[word]
    scale = evaluate("một " + match["scale"])
    widest = evaluate("một " + (match["scale2"] or match["scale"]))
    if scale is None or widest is None or widest[0] < scale[0]:
        return None, end
    high = widest[0] * (last + 1) - 1
    return _made(text, start, end, None, scale[0] * first, high, Qualifier.VAGUE, offset), end


def _bare(text: str, low: str, match: re.Match[str], offset: int) -> tuple[NumberMention | None, int]:
    """ "hơn chục", "gần nghìn": a scale word that stands for one of it, behind a hedge or before a counted noun."""
    end = match.end()
    if not match["hedge"]:
        return None, end
    values = evaluate("một " + match["bare"])
    if values is None:
        return None, end
    return _hedged(text, low, match, (match.start(), end), values[0], offset), end


__all__ = ["DIGITS", "find_numbers"]
