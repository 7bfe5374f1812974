"""What the words around a date expression say: since, until, ahead, behind, local time; and what looks like a date and is none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from lib.language.dates_model import DateExpression, DateKind, date_lexicon
from lib.language.numerals import options

_CLAUSE = 110
_AFTER = 60
_FRACTIONS = {
    (1, 2),
    (1, 3),
    (2, 3),
    (1, 4),
    (3, 4),
    (1, 5),
    (2, 5),
    (3, 5),
    (4, 5),
    (1, 6),
    (5, 6),
    (1, 7),
    (1, 8),
    (1, 9),
    (1, 10),
    (3, 10),
    (9, 10),
}
_DATE_ONLY = re.compile(r"\b(?:ngày|hôm|kể từ|vụ|lễ|khánh|sự kiện|tấn công|khủng bố|lao động|phụ nữ) ?$")
_GLUED = re.compile(r"(?:[\d/.:$€£+%-]|\d,) ?$")
_CLOCK = re.compile(r"(?:\dh\d{0,2}|\d:\d\d), ?$")
_VOTES = re.compile(r" +(?:phiếu|ghế|điểm)\b")
_YEARLY = re.compile(r",? +(?:hàng|hằng|mỗi) +năm\b")


@dataclass(frozen=True, slots=True)
class _Context:
    since: re.Pattern[str]
    until: re.Pattern[str]
    cue: re.Pattern[str]
    after: re.Pattern[str]
    next: re.Pattern[str]
    last: re.Pattern[str]
    past_head: re.Pattern[str]
    background: re.Pattern[str]
    local: re.Pattern[str]
    bare: re.Pattern[str]
    fraction: re.Pattern[str]
    weekday_before: re.Pattern[str]
    weekday_refused: re.Pattern[str]
    weekday_after: re.Pattern[str]


@cache
def _context() -> _Context:
    lex = date_lexicon()
    cues = lex.cues
    head = r"(?: +(?:ngày|hôm|hồi|sáng|tối|đêm|khoảng|cuối|đầu|giữa|sự kiện|cuộc tấn công|vụ tấn công))* *$"
    return _Context(
        since=re.compile(rf"\b(?:{options(cues.since)}){head}"),
        until=re.compile(rf"\b(?:{options(cues.until)}){head}"),
        cue=re.compile(rf"\b(?:(?P<ahead>{options(cues.ahead)})|(?P<behind>{options(cues.behind)}))\b"),
        after=re.compile(rf"^[^.;\n]*?\b(?:(?P<said>{options(cues.reporting)})|(?P<ahead>sẽ|dự kiến|sắp))\b"),
        next=re.compile(rf",? +(?:{options(cues.next)})\b(?! +\d)"),
        last=re.compile(rf",? +(?:{options(cues.last)})\b(?! +(?:đời|lại|sông|đêm|mặt))"),
        past_head=re.compile(r"\b(?:hồi|hôm|vừa|từng) *$"),
        background=re.compile(rf"\b(?:{options(cues.background)})\b[^.,;:\n]{{0,50}}$"),
        local=re.compile(r"^[ ,(]{0,3}(?:theo +)?(?:giờ|múi giờ) +[^\W\d]|^[ ,(]{0,3}gmt\b"),
        bare=re.compile(rf"(?:^|\W)(?:{options(lex.bare.before)}) *$"),
        fraction=re.compile(rf" +(?:{options(lex.bare.fraction_after)})\b"),
        weekday_before=re.compile(rf"\b(?:{options(lex.weekday_context.before)}) +$"),
        weekday_refused=re.compile(rf"\b(?:{options(lex.weekday_context.refuse_before)}) +$"),
        weekday_after=re.compile(rf",? +(?:{options(lex.weekday_context.after)})\b"),
    )


def annotate_context(expression: DateExpression, text: str, low: str, offset: int) -> DateExpression:
    """`expression` with the flags that its surroundings give it, moved by `offset`."""
    c = _context()
    start, end = expression.start, expression.end
    before = low[max(low.rfind("\n", 0, start) + 1, start - _CLAUSE) : start]
    clause = before[max(before.rfind(". "), before.rfind("; "), before.rfind("? "), before.rfind('." ')) + 1 :]
    near = clause[-40:]
    since = expression.since or bool(c.since.search(near))
    until = not since and bool(c.until.search(near))
    after = low[end : end + _AFTER].partition("\n")[0]
    future, past = expression.future, expression.past
    if expression.kind is not DateKind.RELATIVE or expression.part is not None:
        if expression.weekday is None and (tail := c.next.match(after)) and not _arrives(text, end, end + tail.end()):
            future, end = True, end + tail.end()
        elif expression.weekday is None and expression.year is None and (tail := c.last.match(after)):
            past, end = True, end + tail.end()
        past = past or bool(c.past_head.search(near)) or (since and not future)
        future = not past and (future or _ahead(clause, after, c))
    if expression.year is None and _YEARLY.match(after):
        expression = DateExpression(start, end, text[start:end], DateKind.VAGUE)
    return replace(
        expression,
        start=start + offset,
        end=end + offset,
        text=text[start:end],
        since=since,
        until=until,
        future=future,
        past=past,
        opens=not clause.strip(' -–—"“'),
        background=bool(c.background.search(clause)),
        local_time=bool(c.local.search(after)) or "(giờ" in low[start:end] or "theo giờ" in low[start:end],
        first=_moved(expression.first, offset),
        last=_moved(expression.last, offset),
    )


def _moved(expression: DateExpression | None, offset: int) -> DateExpression | None:
    return None if expression is None else replace(expression, start=expression.start + offset, end=expression.end + offset)


def _ahead(clause: str, after: str, c: _Context) -> bool:
    """Whether the clause tells of what is to come: its last cue before the date, else its first one behind it."""
    last = None
    for cue in c.cue.finditer(clause):
        last = cue
    if last is not None:
        return last["ahead"] is not None
    following = c.after.match(after)
    return following is not None and following["ahead"] is not None


def bare_is_date(low: str, match: re.Match[str], day: int, month: int, year: int | None) -> bool:
    """Whether figures without "ngày" before them are a date: by their year, their neighbours, or since no fraction looks so."""
    c = _context()
    if year is not None:
        return True
    before, after = low[max(match.start() - 24, 0) : match.start()], low[match.end() : match.end() + 24]
    if match["sep"].strip() != "/" or (_GLUED.search(before) and not _CLOCK.search(before)) or re.match(r" ?%", after):
        return False
    if _DATE_ONLY.search(before) or _CLOCK.search(before):
        return True
    if (day, month) == (24, 7):  # round the clock
        return False
    if day > month:
        return not _VOTES.match(after)
    if c.fraction.match(after) or ((day, month) in _FRACTIONS and re.match(r" +[^\W\d]", after)):
        return False
    bracketed = before.endswith("(") and after.startswith((")", ","))
    return bracketed or c.bare.search(before) is not None or not before.strip()


def ordinal(text: str, low: str, match: re.Match[str], *, has_tail: bool) -> bool:
    """Whether "thứ hai" is "second" here."""
    if match["w6"]:
        return match["w6"] == "cn" and text[match.start("w6") : match.end("w6")] != "CN"
    c = _context()
    before = low[max(match.start() - 24, 0) : match.start()]
    if c.weekday_refused.search(before):
        return True
    name = match.end() - len(match.group().split()[-1])
    if text[name].isupper():
        return False
    if has_tail or c.weekday_after.match(low, match.end()):
        return False
    head = (match["day"] or "").strip()
    return head == "ngày" or (head != "hôm" and not c.weekday_before.search(before))


def month_word_is_month(text: str, low: str, match: re.Match[str]) -> bool:
    """Whether "tháng năm" names May: figures, a capital, a year, or a word before it that takes a month."""
    word = match["month"]
    if word.isdigit():
        return not re.search(r"(?:\d|\b(?:mỗi|một|mấy|vài|hàng|hằng|hai|ba|nhiều)) +$", low[max(match.start() - 7, 0) : match.start()])
    if text[match.start("month")].isupper() or match["year"] or match["relyear"]:
        return True
    return bool(
        re.search(r"\b(?:hồi|trong|vào|đầu|cuối|giữa|từ|đến|kể từ) +$", low[max(match.start() - 9, 0) : match.start()])
    ) and not re.match(r" +(?:qua|trước|sau|tới|rồi|này)", low[match.end() :])


def _arrives(text: str, end: int, after: int) -> bool:
    """Whether "tới" behind a date is the verb: it follows a bracket, or a name follows it ("hôm qua (3/10) tới Ukraine")."""
    return text[end - 1] == ")" or text[after : after + 2].strip()[:1].isupper()
