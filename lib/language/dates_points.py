"""One point in time at a place of a text: a day, month, year, weekday or relative word."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Unpack

from lib.language.dates_context import bare_is_date, month_word_is_month, ordinal
from lib.language.dates_model import DateExpression, DateKind, Fields, Relative, Role, Unit, date_lexicon

if TYPE_CHECKING:
    from lib.language.dates_patterns import Patterns

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LEAP = 2024
_SPACES = re.compile(r" +")
_LUNAR = re.compile(r" +(?:tết|tháng giêng|âm lịch)")
_AMOUNT = re.compile(r"(?:\d|\b(?:mỗi|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|hàng|hằng|mấy|nửa|từng|cả|nhiều|vài)) +$")
_COUNTED = re.compile(r" *(?:người|giờ|ngày|tuần|tháng|năm|triệu|tỷ|nghìn|%|usd|lần|vụ|ca|điểm|độ|km|m\b|tuổi|phút)")
_EVENT_AFTER = re.compile(r" +(?:khi|cuộc|vụ)\b")
_CLAUSE_END = re.compile(r" *(?:[,.;)\n]|$)")
_PLAIN_YEAR = re.compile(r"(?:năm +)?((?:1[89]|20)\d\d)(?!\d)(?![.,/]\d)(?!\w)")
_PLAIN_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.-]((?:1[89]|20)\d\d)(?!\d)(?!\w)")
_BARE_YEAR = re.compile(
    r"((?:hồi|kể từ|từ|đến|trước|sau|vào) )((?:1[89]|20)\d\d)(?!\d)(?! ?[-–./]\d)(?!\w)"
    r"(?=[ \n]*(?:[.,;:)\n]|$)| (?:đến|tới|và|khi|nay|của|tại|ở|với|do)\b)"
)
# Words that are relative only behind a preposition, and those that "khi" makes the head of a clause.
_WITH_PREPOSITION = frozenset({"ngày này", "năm này", "tháng nay", "ngày đó"})
_PREPOSITIONS = ("vào", "trong", "đúng", "cũng", "của", "cũng trong")
_NOT_BEFORE_CLAUSE = frozenset({"năm trước", "tuần trước", "tháng trước", "năm sau", "năm tới", "tuần qua", "năm qua", "tháng qua"})


@cache
def month_number(word: str) -> int:
    """The month that figures or a word name."""
    return int(word) if word.isdigit() else date_lexicon().months[_SPACES.sub(" ", word)]


def valid(day: int, month: int, year: int | None) -> bool:
    """Whether the month has such a day; without a year, in a leap year."""
    return day <= monthrange(year or _LEAP, month)[1]


def _day_fields(day: DateExpression) -> Fields:
    return {"day": day.day, "month": day.month, "year": day.year, "year_shift": day.year_shift}


class Points:
    """Tries the forms of a point in time at one place of one text; `low` is the text in small letters."""

    def __init__(self, text: str, low: str, p: Patterns) -> None:
        self.text = text
        self.low = low
        self.p = p

    def make(self, start: int, end: int, kind: DateKind, **fields: Unpack[Fields]) -> DateExpression:
        """An expression from `start` to `end`, without the spaces and open brackets at its end."""
        while end > start and self.low[end - 1] in " ,(":
            end -= 1
        return DateExpression(start, end, self.text[start:end], kind, **fields)

    def begun(self, start: int, found: DateExpression, **changes: Unpack[Fields]) -> DateExpression:
        """`found` with its beginning moved forward to `start`."""
        return replace(found, start=start, text=self.text[start : found.end], **changes)

    def point(self, start: int, *, strong: bool) -> DateExpression | None:
        """One day, month, year or relative word at `start`; `strong`: figures there are a date by their context."""
        day_part = self.p.day_part.match(self.low, start)
        if day_part:
            at = day_part.end()
            part = self.low[start:at].strip(" ,")
            found = (
                self._after_day_part(at)
                or self._relative(at)
                or self._weekday(at, part)
                or self._headed(at)
                or self.numeric(at, strong=True)
            )
            return None if found is None else self.begun(start, found, day_part=part)
        return (
            self._relative(start)
            or self._part(start)
            or self._weekday(start, None)
            or self._headed(start)
            or self._iso(start)
            or self.numeric(start, strong=strong)
            or self._month(start)
            or self._year(start)
        )

    def _relative(self, start: int) -> DateExpression | None:
        match = self.p.relative.match(self.low, start)
        if not match:
            return None
        word = _SPACES.sub(" ", match["word"])
        if word.startswith(("năm ", "tháng ", "tuần ")) and self._counted_before(start):
            return None
        if word in _WITH_PREPOSITION and not self.low[:start].rstrip().endswith(_PREPOSITIONS):
            return None
        if word in _NOT_BEFORE_CLAUSE and _EVENT_AFTER.match(self.low, match.end()):
            return None
        if word == "trong ngày" and not _CLAUSE_END.match(self.low, match.end()):
            return None
        return self._glossed(start, match.end(), date_lexicon().relative[word])

    def _glossed(self, start: int, end: int, entry: Relative) -> DateExpression:
        """A relative word and the figures that gloss it: "hôm qua (13/10)"."""
        fields: Fields = {"unit": entry.unit, "shift": entry.shift, "stretch": entry.stretch}
        if entry.narrative:
            fields["role"] = Role.TOLD
        if entry.unit is Unit.DAY:
            gloss, gloss_end = self._gloss(end)
            if gloss is not None and (not entry.narrative or "(" in self.low[end:gloss_end]):
                return self.make(start, gloss_end, DateKind.DATE, **(fields | _day_fields(gloss)))
        return self.make(start, end, DateKind.RELATIVE, **fields)

    def _gloss(self, end: int) -> tuple[DateExpression | None, int]:
        """Figures behind a word that names a day, in brackets or after a comma; and where they end."""
        opening = self.p.gloss.match(self.low, end)
        if not opening:
            return None, end
        gloss = self.numeric(opening.end(), strong=True)
        if gloss is None or gloss.month is None:
            return None, end
        if "(" not in opening["open"]:
            return gloss, gloss.end
        close = self.p.close.match(self.low, gloss.end)
        return gloss, close.end() if close else gloss.end

    def _after_day_part(self, start: int) -> DateExpression | None:
        match = self.p.after_day_part.match(self.low, start)
        return self._glossed(start, match.end(), date_lexicon().after_day_part[match["word"]]) if match else None

    def _weekday(self, start: int, day_part: str | None) -> DateExpression | None:
        match = self.p.weekday.match(self.low, start)
        if not match:
            return None
        weekday = next(place for place in range(7) if match[f"w{place}"])
        tail = self.p.week_tail.match(self.low, match.end())
        end = tail.end() if tail else match.end()
        gloss, gloss_end = self._gloss(end)
        if gloss is None and not day_part and ordinal(self.text, self.low, match, has_tail=tail is not None):
            return None
        fields: Fields = {"weekday": weekday}
        if tail:
            entry = date_lexicon().relative.get(_SPACES.sub(" ", tail["week"])) if tail["week"] else None
            fields |= {"unit": Unit.WEEK, "shift": entry.shift} if entry else {"past": bool(tail["last"]), "future": bool(tail["next"])}
        if gloss is not None:
            fields |= _day_fields(gloss)
            return self.make(start, gloss_end, DateKind.DATE, **(fields | Fields(unit=None, shift=None)))
        return self.make(start, end, DateKind.WEEKDAY, **fields)

    def _headed(self, start: int) -> DateExpression | None:
        """ "ngày 7/10", "hôm 5", "mùng 2/9"."""
        head = self.p.head.match(self.low, start)
        if not head:
            return None
        found = self.numeric(head.end(), strong=True) or self.bare_day(head.end())
        if found is None or (found.month is None and self._counted_before(start)):
            return None
        lunar = found.month is None or _LUNAR.match(self.low, found.end)
        if lunar and ("mùng" in head.group() or "mồng" in head.group()):
            return None
        past = "hôm" in head.group()
        return self.begun(start, found, past=past)

    def _counted_before(self, start: int) -> bool:
        """Whether an amount stands before "ngày" ("mỗi ngày 3 ...", "2 ngày 3 đêm")."""
        return bool(_AMOUNT.search(self.low[max(start - 8, 0) : start]))

    def numeric(self, start: int, *, strong: bool) -> DateExpression | None:
        """Day and month in figures, or with "tháng"."""
        if match := self.p.long.match(self.low, start):
            day, month = int(match["day"]), month_number(match["month"])
            year, shift = self._year_of(match)
            if valid(day, month, year):
                return self.make(start, match.end(), DateKind.DATE, day=day, month=month, year=year, year_shift=shift)
        if match := self.p.day_of_month.match(self.low, start):
            relative = date_lexicon().relative["tháng " + _SPACES.sub(" ", match["which"])]
            return self.make(start, match.end(), DateKind.DATE, day=int(match["day"]), month_shift=relative.shift)
        match = self.p.numeric.match(self.low, start)
        if not match:
            return None
        day, month = int(match["day"]), int(match["month"])
        year, shift = self._year_of(match)
        if not valid(day, month, year) or not (strong or bare_is_date(self.low, match, day, month, year)):
            return None
        if strong and year is None and shift is None and match["sep"].strip() != "/" and not self._month_like(match):
            return None
        return self.make(start, match.end(), DateKind.DATE, day=day, month=month, year=year, year_shift=shift)

    def _month_like(self, match: re.Match[str]) -> bool:
        """Whether "7-10", "17.10" go on as a date does, and not as a count ("ngày 7-10 người")."""
        return not _COUNTED.match(self.low, match.end())

    def bare_day(self, start: int) -> DateExpression | None:
        """A day of a month left unsaid: "ngày 7"."""
        match = self.p.day_only.match(self.low, start)
        return self.make(start, match.end(), DateKind.DATE, day=int(match["day"])) if match else None

    def _iso(self, start: int) -> DateExpression | None:
        match = self.p.iso.match(self.low, start)
        if not match or not valid(int(match["day"]), int(match["month"]), int(match["year"])):
            return None
        return self.make(start, match.end(), DateKind.DATE, day=int(match["day"]), month=int(match["month"]), year=int(match["year"]))

    def _month(self, start: int) -> DateExpression | None:
        match = self.p.month.match(self.low, start)
        if not match or not month_word_is_month(self.text, self.low, match):
            return None
        year, shift = self._year_of(match)
        return self.make(start, match.end(), DateKind.DATE, month=month_number(match["month"]), year=year, year_shift=shift)

    def _year(self, start: int) -> DateExpression | None:
        match = self.p.year.match(self.low, start)
        return self.make(start, match.end(), DateKind.DATE, year=int(match["year"])) if match else None

    def plain_year(self, start: int) -> DateExpression | None:
        """Four figures where a year must stand."""
        match = _PLAIN_YEAR.match(self.low, start)
        return self.make(start, match.end(), DateKind.DATE, year=int(match[1])) if match else None

    def plain_month(self, start: int) -> DateExpression | None:
        """ "6-2018", "6/2018" where a month must stand."""
        match = _PLAIN_MONTH.match(self.low, start)
        return self.make(start, match.end(), DateKind.DATE, month=int(match[1]), year=int(match[2])) if match else None

    def bare_year(self, start: int) -> DateExpression | None:
        """A year without "năm", where the word before it takes a time and no count: "kể từ 2014.", "hồi 2019"."""
        match = _BARE_YEAR.match(self.low, start)
        return self.make(match.start(2), match.end(2), DateKind.DATE, year=int(match[2])) if match else None

    def years(self, start: int) -> DateExpression | None:
        """ "giai đoạn 2021-2025", "những năm 1990", "quý 3/2024"."""
        if match := self.p.years.match(self.low, start):
            first = self.make(match.start("first"), match.end("first"), DateKind.DATE, year=int(match["first"]))
            last = self.make(match.start("last"), match.end("last"), DateKind.DATE, year=int(match["last"]))
            return (
                self.make(start, match.end(), DateKind.SPAN, first=first, last=last) if int(match["first"]) < int(match["last"]) else None
            )
        if match := self.p.decade.match(self.low, start):
            decade = self.decade(match["decade"])
            end = self.decade(match["decade2"]) if match["decade2"] else decade
            first = self.make(match.start(), match.end(), DateKind.DATE, year=decade)
            return self.make(start, match.end(), DateKind.SPAN, first=first, last=replace(first, year=end + 9), unit=Unit.DECADE)
        if match := self.p.quarter.match(self.low, start):
            quarter = _QUARTERS[match["quarter"]]
            year, shift = self._year_of(match)
            first = self.make(start, match.end(), DateKind.DATE, month=3 * quarter - 2, year=year, year_shift=shift)
            return self.make(start, match.end(), DateKind.SPAN, first=first, last=replace(first, month=3 * quarter))
        return None

    @staticmethod
    def decade(digits: str) -> int:
        """The first year of the decade "1990" or "90"."""
        return int(digits) if len(digits) == 4 else 1900 + int(digits)

    def _part(self, start: int) -> DateExpression | None:
        """ "đầu tháng 10", "cuối tuần qua", "giữa năm 2023", "đầu năm"."""
        match = self.p.part.match(self.low, start)
        if not match:
            return None
        part = date_lexicon().parts[_SPACES.sub(" ", match["part"])]
        at = match.end()
        first_of = self.low[match.start("part") : match.end("part")]
        found = self._month(at) or self._year(at) or self.years(at) or self._relative(at)
        if found is None and first_of in {"đầu", "cuối", "giữa"}:
            found = self.plain_year(at)
        if found is None and (unit := self.p.part_unit.match(self.low, at)):
            found = self.make(at, unit.end(), DateKind.RELATIVE, unit=self.unit(unit["unit"]))
        if found is None or found.day is not None:
            return None
        begin = match.start("part")
        return self.begun(begin, found, part=part, stretch=False)

    @staticmethod
    def unit(word: str) -> Unit:
        """The unit that a word names."""
        return date_lexicon().units[_SPACES.sub(" ", word)]

    @staticmethod
    def _year_of(match: re.Match[str]) -> tuple[int | None, int | None]:
        """The year said, or the shift that "năm ngoái" says."""
        groups = match.groupdict()
        year = groups.get("year") or groups.get("year2")
        relative = groups.get("relyear")
        shift = date_lexicon().relative[_SPACES.sub(" ", relative)].shift if relative else None
        return (int(year) if year else None), shift


def same_grain(first: DateExpression, last: DateExpression) -> bool:
    """Whether two points can be the ends of one stretch."""
    days = (
        first.day is not None or first.unit is Unit.DAY or first.weekday is not None,
        last.day is not None or last.unit is Unit.DAY or last.weekday is not None,
    )
    if days == (True, True):
        return True
    return first.kind is last.kind is DateKind.DATE and days == (False, False) and (first.month is None) == (last.month is None)
