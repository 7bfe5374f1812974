"""The publication date of an article that bears none, worked out from bounds that its own text gives.

In this order: a printed date with its time; a word that pins a day ("hôm nay (14/10)"); the latest day that the text tells of as past,
its year from a full date, a weekday or who holds which office; a weekday in the lead, bounded by a dated event and "tuần trước"; the terms
of office alone. Where no bound decides, there is no date.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lib.coding.dating_offices import Term, Window, office_terms, window
from lib.knowledge import reasons
from lib.language.dates import DateExpression, DateKind, Unit
from lib.records import Basis, Precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lib.coding.mention_types import ResolvedMention
    from lib.knowledge.base import KnowledgeBase
    from lib.records import Sentence

_STAMP_AFTER = re.compile(r"\s*[-–|,]?\s*(?:lúc\s+)?\d{1,2}[:hg]\d{2}|\s*\(?GMT")
_STAMP_BEFORE = re.compile(r"\d{1,2}[:h]\d{2}\s*(?:\(?GMT[^)\n]{0,4}\)?)?\s*[-–|,]?\s*(?:ngày\s*)?$")
_TOLD = re.compile(
    r"\b(?:đã|cho biết|cho hay|tuyên bố|thông báo|nói|khẳng định|kêu gọi|cảnh báo|nhấn mạnh|lên án|đưa tin|phát biểu|diễn ra|bày tỏ|gặp"
    r"|xảy ra|công bố|cáo buộc|ảnh)\b",
    re.IGNORECASE,
)
_BIRTH = re.compile(r"\b(?:sinh|sinh năm|thành lập|ra đời)\s*$", re.IGNORECASE)
_STAMP_LINE = 90
_LEAD = 3  # sentences that make the lead
_CLUSTER = 60  # days before the news within which a day without a year belongs to the same story
_SNIPPET = 70
_LEAP = 2024
_SOON = 3  # years
_FIRST_YEAR, _LAST_YEAR = 2000, 2099


@dataclass(frozen=True, slots=True)
class Dating:
    """A publication date, how fine it is, where it comes from, and one sentence that says how it was found."""

    date: date | None
    precision: Precision | None
    basis: Basis | None
    why: str


@dataclass(frozen=True, slots=True)
class _Clue:
    """A day that the text tells of: its expression, the sentence it stands in, and how sure it is that it lies behind."""

    expression: DateExpression
    sentence: int
    told: bool

    @property
    def day(self) -> tuple[int, int]:
        """Month and day."""
        return self.expression.month or 1, self.expression.day or 1


def infer_published(
    text: str, sentences: Sequence[Sentence], expressions: Sequence[DateExpression], mentions: Iterable[ResolvedMention], kb: KnowledgeBase
) -> Dating:
    """The publication date that the bounds in `text` leave, or a Dating without one and why."""
    article = _Article(text, sentences, expressions)
    stamp = article.stamp()
    if stamp is not None:
        return stamp
    terms = office_terms(text, mentions, kb)
    reasoner = _Reasoner(article, terms, window(terms))
    return reasoner.pinned() or reasoner.weekday() or reasoner.latest() or reasoner.offices()


class _Article:
    """The dated clues of one text."""

    def __init__(self, text: str, sentences: Sequence[Sentence], expressions: Sequence[DateExpression]) -> None:
        self.text = text
        self.sentences = sentences
        self.expressions = expressions
        self._starts = [sentence.start for sentence in sentences]
        self.clues = [clue for expression in expressions if (clue := self._clue(expression)) is not None]

    def sentence_of(self, expression: DateExpression) -> int:
        """The number of the sentence that holds `expression`."""
        return max(0, bisect_right(self._starts, expression.start) - 1)

    def snippet(self, expression: DateExpression) -> str:
        """The words around `expression`, cut to its sentence."""
        sentence = self.sentences[self.sentence_of(expression)]
        end = min(sentence.end, max(expression.end, expression.start + _SNIPPET))
        start = max(sentence.start, expression.start - 30)
        if start > sentence.start:
            start = self.text.find(" ", start, expression.start) + 1 or expression.start
        if end < sentence.end:
            end = max(expression.end, self.text.rfind(" ", expression.end, end))
        return ("…" if start > sentence.start else "") + self.text[start:end].strip() + ("…" if end < sentence.end else "")

    def _clue(self, expression: DateExpression) -> _Clue | None:
        """A day with its month that is not ahead; the last day of a stretch that is over."""
        inner = expression.last if expression.kind is DateKind.SPAN and expression.last else expression
        if inner.kind is not DateKind.DATE or inner.day is None or inner.month is None or expression.future:
            return None
        if _BIRTH.search(self.text, max(0, expression.start - 12), expression.start):
            return None
        number = self.sentence_of(expression)
        sentence = self.sentences[number]
        told = expression.past or expression.opens or bool(_TOLD.search(self.text, sentence.start, sentence.end))
        flags = replace(inner, start=expression.start, end=expression.end, text=expression.text, first=None, last=None)
        flags = replace(flags, since=expression.since, until=expression.until, background=expression.background, opens=expression.opens)
        return _Clue(flags, number, told)

    def stamp(self) -> Dating | None:
        """A full date printed with its time, on a line of its own."""
        for expression in self.expressions:
            if expression.kind is not DateKind.DATE or expression.day is None or expression.month is None or expression.year is None:
                continue
            first = self.text.rfind("\n", 0, expression.start) + 1
            last = self.text.find("\n", expression.end)
            line = (len(self.text) if last < 0 else last) - first
            timed = _STAMP_AFTER.match(self.text, expression.end) or _STAMP_BEFORE.search(self.text, first, expression.start)
            if timed and (line < _STAMP_LINE or "GMT" in self.text[expression.end : expression.end + 20]):
                day = _day(expression.year, expression.month, expression.day)
                if day is not None:
                    why = reasons.tell("published.stamp", quote=self.snippet(expression))
                    return Dating(day, Precision.DAY, Basis.DATELINE, why)
        return None


class _Reasoner:
    """Weighs the clues of one article against the window that its office holders leave."""

    def __init__(self, article: _Article, terms: Sequence[Term], bounds: Window) -> None:
        self.article = article
        self.terms = terms
        self.window = bounds
        self.full = [(day, clue) for clue in article.clues if (day := _full(clue)) is not None]

    def pinned(self) -> Dating | None:
        """ "hôm nay (14/10)", "hôm qua (13/10)": the day itself; its year as for any day."""
        for clue in self.article.clues:
            e = clue.expression
            if e.shift is None or e.unit is not Unit.DAY:
                continue
            found = self._year(clue.day, e)
            said = self.article.snippet(e)
            if found is None:
                return self._undecided(clue.day, said)
            day = found[0] - timedelta(e.shift)
            return Dating(day, Precision.DAY, found[1], reasons.tell("published.pinned", quote=said, day=day, because=found[2]))
        return None

    def latest(self) -> Dating | None:
        """The latest day told as past: the day of publication, or the day before it."""
        clue = self._news()
        if clue is None:
            return None
        said = self.article.snippet(clue.expression)
        if not self._leading([c for c in self.article.clues if c.day == clue.day]):
            return Dating(None, None, None, reasons.tell("published.background", day_month=_day_month(clue.day), quote=said))
        found = self._year(clue.day, clue.expression)
        if found is None:
            return self._undecided(clue.day, said)
        why = reasons.tell("published.latest", day=found[0], quote=said, because=found[2])
        return Dating(found[0], Precision.DAY, found[1], why)

    def _news(self) -> _Clue | None:
        """The latest day of the story: the one that has most of the other days within two months before it."""
        clues = [c for c in self.article.clues if not c.expression.since and c.expression.year_shift is None and self._current(c)]
        clues = [c for c in clues if not c.expression.background] or clues
        clues = [c for c in clues if c.told] or clues
        if not clues:
            return None
        weights = Counter(c.day for c in clues)
        for c in clues:
            weights[c.day] += c.sentence < _LEAD

        def standing(day: tuple[int, int]) -> tuple[int, int]:
            return sum(weight for other, weight in weights.items() if _behind(day, other) <= _CLUSTER), weights[day]

        best = max(weights, key=standing)
        of_day = [c for c in clues if c.day == best]
        return next((c for c in of_day if c.expression.year is not None), of_day[0])

    def _current(self, clue: _Clue) -> bool:
        """Whether a day can be the news: papers leave the year out, or write it once in the lead; elsewhere it is history."""
        if clue.expression.year is None or any(c.day == clue.day and c.expression.year is None for c in self.article.clues):
            return True
        yearless = any(e.day is not None and e.month is not None and e.year is None for e in self.article.expressions)
        return (
            clue.sentence < _LEAD
            and not yearless
            and (clue.expression.opens or clue.sentence == 0)
            and not self._stale(clue.expression.year)
        )

    def _stale(self, year: int) -> bool:
        """Whether the text tells of one of the next years as past; one further off is a plan."""
        return any(e.year is not None and year < e.year <= year + _SOON and not e.future and not e.until for e in self.article.expressions)

    def _told_year(self) -> int:
        """The latest year that the text names as past or present, as far as the office holders allow it."""
        last = self.window.last.year if self.window.last else _LAST_YEAR
        years = [e.year for e in self.article.expressions if e.year is not None and not e.future and not e.until]
        return max((year for year in years if year <= last), default=_FIRST_YEAR)

    def _leading(self, clues: Sequence[_Clue]) -> bool:
        """Whether a day carries the story: told in the lead, at the head of a sentence, or more than once."""
        return len(clues) > 1 or any(c.sentence < _LEAD or c.expression.opens for c in clues)

    def weekday(self) -> Dating | None:
        """A weekday that dates the lead, behind a dated event, with "tuần trước" between them."""
        first = next(
            (e for e in self.article.expressions if e.kind is DateKind.WEEKDAY or (e.kind is DateKind.DATE and e.day is not None)), None
        )
        if first is None or first.kind is not DateKind.WEEKDAY or first.future or first.shift is not None or first.weekday is None:
            return None
        last_week = next(
            (
                e
                for e in self.article.expressions
                if e.kind is DateKind.RELATIVE and e.unit is Unit.WEEK and e.shift == -1 and e.role is None
            ),
            None,
        )
        news = self._news()
        if news is None or last_week is None or news.expression.year is not None or self.article.sentence_of(first) >= _LEAD:
            return None
        found = self._year(news.day, news.expression)
        if found is None:
            return None
        event = found[0]
        day = event + timedelta((first.weekday - event.weekday()) % 7)
        while not _workday_after(event, day - timedelta(day.weekday() + 7)):
            day += timedelta(7)
        if not self.window.allows(day):
            return None
        why = reasons.tell(
            "published.weekday",
            quote=self.article.snippet(first),
            weekday=reasons.Weekday(first.weekday),
            day=event,
            event=self.article.snippet(news.expression),
            last_week=last_week.text,
            week=day,
            because=found[2],
        )
        return Dating(day, Precision.WEEK, Basis.INFERRED, why)

    def offices(self) -> Dating:
        """The month or year that the terms of office alone leave."""
        first, last = self.window.first, self.window.last
        if first is not None and last is not None and first.year == last.year:
            precision = Precision.MONTH if first.month == last.month else Precision.YEAR
            day = first.replace(day=1) if precision is Precision.MONTH else date(first.year, 1, 1)
            return Dating(day, precision, Basis.INFERRED, reasons.tell("published.offices", held=self._held()))
        return Dating(None, None, None, reasons.tell("published.nothing"))

    # The year of a day

    def _year(self, day: tuple[int, int], e: DateExpression) -> tuple[date, Basis, str] | None:
        """The day with its year, the basis, and what decided the year."""
        written = [(full, clue) for full, clue in self.full if (full.month, full.day) == day]
        if len({full for full, _ in written}) > 1:
            return None  # "this day in history"
        written = [(full, clue) for full, clue in written if self.window.allows(full)]
        if written and e.year is not None:
            return written[0][0], Basis.DATELINE, reasons.tell("year.here")
        for full, clue in written:
            if not self._stale(full.year):
                return full, Basis.DATELINE, reasons.tell("year.at", quote=self.article.snippet(clue.expression))
        span = range(_FIRST_YEAR, _LAST_YEAR + 1)
        years = [
            found for year in span if (found := _day(year, *day)) is not None and self.window.allows(found) and year >= self._told_year()
        ]
        if near := self._near(years):
            return near
        weekdays = {c.expression.weekday: c for c in self.article.clues if c.day == day and c.expression.weekday is not None}
        if len(weekdays) == 1:
            weekday, clue = next(iter(weekdays.items()))
            years = [found for found in years if found.weekday() == weekday]
            if len(years) == 1 and self.window.last is not None:
                said = self.article.snippet(clue.expression)
                return years[0], Basis.INFERRED, reasons.tell("year.weekday", year=years[0].year, quote=said, held=self._held())
        if len(years) == 1:
            return years[0], Basis.INFERRED, reasons.tell("year.held", year=years[0].year, held=self._held())
        return None

    def _near(self, years: Sequence[date]) -> tuple[date, Basis, str] | None:
        """The year of a full date told within two months before the day."""
        best: tuple[int, date, _Clue] | None = None
        for full, clue in self.full:
            for day in years:
                gap = (day - full).days
                if 0 <= gap <= _CLUSTER and (best is None or gap < best[0]):
                    best = gap, day, clue
        if best is None:
            return None
        said = self.article.snippet(best[2].expression)
        return best[1], Basis.INFERRED, reasons.tell("year.near", year=best[1].year, quote=said)

    def _held(self) -> str:
        """The terms that bound the window, as words."""
        low, high = self.window.lower, self.window.upper
        end = high and next((e for _, e in reversed(high.terms) if e is not None), None)
        lower = low and self.window.first and _term("held.lower", low, self.window.first)
        upper = high and end and _term("held.upper", high, end)
        if lower and upper:
            return reasons.tell("held.both", lower=lower, upper=upper)
        return lower or upper or reasons.tell("held.none")

    def _undecided(self, day: tuple[int, int], said: str) -> Dating:
        return Dating(None, None, None, reasons.tell("published.no_year", day_month=_day_month(day), quote=said))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full(clue: _Clue) -> date | None:
    e = clue.expression
    day = None if e.year is None else _day(e.year, *clue.day)
    return None if day is None or (e.weekday is not None and day.weekday() != e.weekday) else day


def _behind(day: tuple[int, int], other: tuple[int, int]) -> int:
    """How many days `other` lies before `day`, around the year."""
    return (date(_LEAP, *day) - date(_LEAP, *other)).days % 366


def _day_month(day: tuple[int, int]) -> reasons.DayMonth:
    return reasons.DayMonth(day[1], day[0])


def _term(key: str, term: Term, day: date) -> str:
    return reasons.tell(key, name=term.name, title=term.title, day=day, quote=term.phrase)


def _workday_after(event: date, monday: date) -> bool:
    """Whether the week from `monday` has a day from Monday to Friday behind `event`."""
    return monday + timedelta(4) > event
