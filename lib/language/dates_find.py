"""Date expressions in running text: what is written, not yet which day it means."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from functools import cache
from typing import Any

from lib.language.dates_context import annotate_context, bare_is_date, month_word_is_month, ordinal
from lib.language.dates_model import DateExpression, DateKind, Relative, Role, Unit, date_lexicon
from lib.language.dates_patterns import Patterns, patterns
from lib.language.numerals import evaluate

_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_LEAP = 2024
_SPACES = re.compile(r" +")


def find_dates(text: str, offset: int = 0) -> list[DateExpression]:
    """The date expressions of `text` (NFC), left to right, none inside another; `offset` is added to every place."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
    finder = _Finder(text, low, patterns())
    found: list[DateExpression] = []
    at = 0
    while trigger := finder.p.trigger.search(low, at):
        expression = finder.at(trigger.start())
        if expression is None:
            at = _past_number(low, trigger.start())
            continue
        found.append(annotate_context(expression, text, low, offset))
        at = expression.end
    return found


def _past_number(low: str, start: int) -> int:
    """Where to look on: behind the figure at `start`, so that "12/345" does not yield "2/3"."""
    end = start + 1
    if low[start].isdigit():
        while end < len(low) and (low[end].isdigit() or (low[end] in ".,/:" and low[end + 1 : end + 2].isdigit())):
            end += 1
    return end


@cache
def _month_number(word: str) -> int:
    return int(word) if word.isdigit() else date_lexicon().months[_SPACES.sub(" ", word)]


def _valid(day: int, month: int, year: int | None) -> bool:
    return day <= monthrange(year or _LEAP, month)[1]


class _Finder:
    """Tries the forms at one place of one text, the longest kind first."""

    def __init__(self, text: str, low: str, p: Patterns) -> None:
        self.text = text
        self.low = low
        self.p = p

    def at(self, start: int) -> DateExpression | None:
        """The expression that begins at `start`, or None."""
        return self._span(start) or self._days(start) or self._years(start) or self._count(start) or self._point_or_pair(start) or self._bare_year(start)

    def _make(self, start: int, end: int, kind: DateKind, **fields: Any) -> DateExpression:
        while end > start and self.low[end - 1] in " ,(":
            end -= 1
        return DateExpression(start, end, self.text[start:end], kind, **fields)

    # Stretches

    def _span(self, start: int) -> DateExpression | None:
        """ "từ ngày 5 đến 7/10", "từ tháng 10 đến nay", "từ 2014 đến 2019"."""
        opening = re.compile(r"(?:từ|giữa) +").match(self.low, start)
        if not opening:
            return None
        if days := self._days(opening.end()):
            return replace(days, start=start, text=self.text[start : days.end])
        first = self._point(opening.end(), strong=True) or self._bare_day(opening.end()) or self._plain_year(opening.end())
        joint = self.p.joint.match(self.low, first.end) if first else None
        if first is None or joint is None:
            return None
        if now := self.p.now.match(self.low, joint.end()):
            if joint.group().strip() in {"-", "–", "—"}:
                return None
            last = self._make(now.start(), now.end(), DateKind.RELATIVE, unit=Unit.DAY, shift=0)
            return self._make(start, now.end(), DateKind.SPAN, first=first, last=last, since=True)
        last_point = self._point(joint.end(), strong=True) or self._plain_year(joint.end()) or self._plain_month(joint.end())
        if last_point is None:
            return None
        return self._joined(start, first, last_point)

    def _joined(self, start: int, first: DateExpression, last: DateExpression) -> DateExpression | None:
        """A span; what the first end leaves unsaid (month, year) it has from the last."""
        if first.kind is DateKind.DATE and last.kind is DateKind.DATE:
            if first.month is None and first.day is not None:
                if last.month is None:
                    return self._make(start, last.end, DateKind.SPAN, first=first, last=last)
                first = replace(first, month=last.month, year=last.year, year_shift=last.year_shift)
            elif first.year is None and last.year is not None:
                wraps = first.month is not None and last.month is not None and first.month > last.month
                first = replace(first, year=last.year - 1 if wraps else last.year)
            if first.day is not None and first.month is not None and not _valid(first.day, first.month, first.year):
                return None
        elif first.kind is DateKind.DATE and first.month is None and first.year is None:
            return None
        return self._make(start, last.end, DateKind.SPAN, first=first, last=last)

    def _days(self, start: int) -> DateExpression | None:
        """Days of one month: "hai ngày 5 và 6/11", "ngày 5-7/10", "đêm 7 rạng sáng 8/10"."""
        match = self.p.days.match(self.low, start)
        if not match:
            return None
        head = self.low[start : match.start("first")]
        last = self._numeric(match.end(), strong=True)
        marked = any(word in head for word in ("ngày", "hôm", "mùng")) or any(part in head for part in date_lexicon().day_parts)
        if last is None or last.month is None:
            return None
        plain_joint = match["joint"].strip()
        if not marked and not (plain_joint in {"-", "–", "—", "đến", "tới"} and "/" in last.text):
            return None
        if not plain_joint and not any(part in self.low[match.end("first") : match.end()] for part in ("sáng", "trưa", "chiều", "tối", "đêm")):
            return None
        day = int(match["first"])
        if last.day is not None and day >= last.day and day <= 12 and plain_joint in {"-", "–", "—"}:  # noqa: PLR2004  "ngày 7-10/11" is a span, "ngày 7-1/2" none
            return None
        month, year = last.month, last.year
        if last.day is not None and day > last.day:
            month, year = (12, year - 1 if year else None) if month == 1 else (month - 1, year)
        if not _valid(day, month, year):
            return None
        first = self._make(match.start("first"), match.end("first"), DateKind.DATE, day=day, month=month, year=year, year_shift=last.year_shift)
        return self._make(start, last.end, DateKind.SPAN, first=first, last=last)

    def _years(self, start: int) -> DateExpression | None:
        """ "giai đoạn 2021-2025", "những năm 1990", "quý 3/2024"."""
        if match := self.p.years.match(self.low, start):
            first = self._make(match.start("first"), match.end("first"), DateKind.DATE, year=int(match["first"]))
            last = self._make(match.start("last"), match.end("last"), DateKind.DATE, year=int(match["last"]))
            return self._make(start, match.end(), DateKind.SPAN, first=first, last=last) if int(match["first"]) < int(match["last"]) else None
        if match := self.p.decade.match(self.low, start):
            decade = self._decade(match["decade"])
            end = self._decade(match["decade2"]) if match["decade2"] else decade
            first = self._make(match.start(), match.end(), DateKind.DATE, year=decade)
            return self._make(start, match.end(), DateKind.SPAN, first=first, last=replace(first, year=end + 9), unit=Unit.DECADE)
        if match := self.p.quarter.match(self.low, start):
            quarter = _QUARTERS[match["quarter"]]
            year, shift = self._year_of(match)
            first = self._make(start, match.end(), DateKind.DATE, month=3 * quarter - 2, year=year, year_shift=shift)
            return self._make(start, match.end(), DateKind.SPAN, first=first, last=replace(first, month=3 * quarter))
        return None

    @staticmethod
    def _decade(digits: str) -> int:
        return int(digits) if len(digits) == 4 else 1900 + int(digits)  # noqa: PLR2004

    # Amounts of time

    def _count(self, start: int) -> DateExpression | None:
        """ "ba ngày trước", "cách đây hai tuần", "24 giờ qua", "trước đó một ngày", "vài ngày qua"."""
        if match := self.p.vague.match(self.low, start):
            return self._make(start, match.end(), DateKind.VAGUE, unit=self._unit(match["unit"]))
        if match := self.p.told.match(self.low, start):
            sign = -1 if match["way"].startswith("trước") else 1
            if match["way"] in {"trước", "sau"}:
                return None
            return self._counted(start, match, sign, role=Role.TOLD)
        match = self.p.ago.match(self.low, start)
        if not match:
            return None
        if match["event"]:
            return self._counted(start, match, -1 if match["event"] == "trước" else 1, role=Role.CLAUSE)
        if match["back"]:
            told = match["back"] == "trước đó"
            stretch = match["back"] not in {"trước", "trước đó", "trước đây"}
            if re.compile(r" +(?:công nguyên|cn\b|thiên chúa)").match(self.low, match.end()):
                return None
            return self._counted(start, match, -1, role=Role.TOLD if told else None, stretch=stretch)
        if match["ahead"]:
            told = match["ahead"] in {"sau", "sau đó", "tiếp theo", "kế tiếp"}
            stretch = match["ahead"] in {"tới", "sắp tới", "tới đây", "tiếp theo", "kế tiếp"}
            return self._counted(start, match, 1, role=Role.TOLD if told else None, stretch=stretch)
        if match["since"]:
            return self._counted(start, match, -1)
        return None

    def _counted(self, start: int, match: re.Match[str], sign: int, *, role: Role | None = None, stretch: bool = False) -> DateExpression | None:
        values = evaluate(match["count"])
        if values is None or values[0] != values[1]:
            return self._make(start, match.end(), DateKind.VAGUE, unit=self._unit(match["unit"])) if values else None
        unit, count = self._unit(match["unit"]), float(values[0])
        if unit is Unit.DECADE:
            unit, count = Unit.YEAR, count * 10
        if (match.groupdict().get("half") or count % 1) and unit in (Unit.YEAR, Unit.MONTH, Unit.WEEK):
            count += 0.5 if match.groupdict().get("half") else 0
            unit, count = {Unit.YEAR: (Unit.MONTH, count * 12), Unit.MONTH: (Unit.DAY, count * 30), Unit.WEEK: (Unit.DAY, count * 7)}[unit]
        if unit is Unit.HOUR:
            unit, count = Unit.DAY, (count // 24 if "phút" not in match["unit"] and count > 12 else 0)  # noqa: PLR2004
            stretch = stretch and count > 0
        if count > 20_000:  # noqa: PLR2004  no newspaper counts back further than history
            return None
        return self._make(start, match.end(), DateKind.RELATIVE, unit=unit, shift=sign * round(count), role=role, stretch=stretch)

    @staticmethod
    def _unit(word: str) -> Unit:
        return date_lexicon().units[_SPACES.sub(" ", word)]

    # Points in time

    def _point_or_pair(self, start: int) -> DateExpression | None:
        """A point, or two whole ones that a dash or "rạng sáng" makes a stretch ("28/9 - 3/10", "đêm qua rạng sáng nay")."""
        first = self._point(start, strong=False)
        if first is None:
            return None
        joint = re.compile(r" *[-–—] *|,? *(?:và +)?(?=(?:đến +)?(?:rạng sáng|sáng sớm))(?:đến +)?|,? +(?:kéo dài +)?(?:đến|tới|cho đến|cho tới) +(?=ngày|hết ngày|sáng|\d)").match(self.low, first.end)
        if joint and first.kind is not DateKind.SPAN and not self._jubilee(first, joint.end()):
            last = self._point(joint.end(), strong=bool(first.day_part) or first.day is not None)
            dashed = joint.group().strip() in {"-", "–", "—"}
            if last is not None and _same_grain(first, last) and (not dashed or first.kind is DateKind.DATE):
                return self._joined(start, first, last) or first
        return first

    def _jubilee(self, first: DateExpression, at: int) -> bool:
        """Whether a date is followed by its own return in another year ("30/4/1975 - 30/4/2025")."""
        again = self._point(at, strong=True)
        return again is not None and again.day is not None and (again.day, again.month) == (first.day, first.month) and again.year != first.year

    def _point(self, start: int, *, strong: bool) -> DateExpression | None:
        """One day, month, year or relative word at `start`; `strong`: figures there are a date by their context."""
        day_part = self.p.day_part.match(self.low, start)
        if day_part:
            at = day_part.end()
            part = self.low[start:at].strip(" ,")
            found = self._after_day_part(at) or self._relative(at) or self._weekday(at, part) or self._headed(at) or self._numeric(at, strong=True)
            return None if found is None else self._make(start, found.end, found.kind, **_fields(found, day_part=part))
        return (
            self._relative(start)
            or self._part(start)
            or self._weekday(start, None)
            or self._headed(start)
            or self._iso(start)
            or self._numeric(start, strong=strong)
            or self._month(start)
            or self._year(start)
        )

    def _after_day_part(self, start: int) -> DateExpression | None:
        match = self.p.after_day_part.match(self.low, start)
        return self._glossed(start, match.end(), date_lexicon().after_day_part[match["word"]]) if match else None

    def _relative(self, start: int) -> DateExpression | None:
        match = self.p.relative.match(self.low, start)
        if not match:
            return None
        word = _SPACES.sub(" ", match["word"])
        if word.startswith(("năm ", "tháng ", "tuần ")) and self._counted_before(start):
            return None
        if word in {"ngày này", "năm này", "tháng nay", "ngày đó"} and not self.low[:start].rstrip().endswith(("vào", "trong", "đúng", "cũng", "của", "cũng trong")):
            return None
        if word in {"năm trước", "tuần trước", "tháng trước", "năm sau", "năm tới", "tuần qua", "năm qua", "tháng qua"} and re.compile(r" +(?:khi|cuộc|vụ)\b").match(self.low, match.end()):
            return None
        if word == "trong ngày" and not re.compile(r" *(?:[,.;)\n]|$)").match(self.low, match.end()):
            return None
        return self._glossed(start, match.end(), date_lexicon().relative[word])

    def _glossed(self, start: int, end: int, entry: Relative) -> DateExpression:
        """A relative word and the figures that gloss it: "hôm qua (13/10)"."""
        fields: dict[str, Any] = {"unit": entry.unit, "shift": entry.shift, "stretch": entry.stretch, "role": Role.TOLD if entry.narrative else None}
        if entry.unit is Unit.DAY:
            gloss, gloss_end = self._gloss(end)
            if gloss is not None and (not entry.narrative or "(" in self.low[end:gloss_end]):
                end = gloss_end
                return self._make(start, end, DateKind.DATE, **{**fields, "day": gloss.day, "month": gloss.month, "year": gloss.year, "year_shift": gloss.year_shift})
        return self._make(start, end, DateKind.RELATIVE, **fields)

    def _gloss(self, end: int) -> tuple[DateExpression | None, int]:
        """Figures behind a word that names a day, in brackets or after a comma; and where they end."""
        opening = self.p.gloss.match(self.low, end)
        if not opening:
            return None, end
        gloss = self._numeric(opening.end(), strong=True)
        if gloss is None or gloss.month is None:
            return None, end
        if "(" not in opening["open"]:
            return gloss, gloss.end
        close = self.p.close.match(self.low, gloss.end)
        return gloss, close.end() if close else gloss.end

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
        fields: dict[str, Any] = {"weekday": weekday}
        if tail:
            entry = date_lexicon().relative.get(_SPACES.sub(" ", tail["week"])) if tail["week"] else None
            fields |= {"unit": Unit.WEEK, "shift": entry.shift} if entry else {"past": bool(tail["last"]), "future": bool(tail["next"])}
        if gloss is not None:
            return self._make(start, gloss_end, DateKind.DATE, **{**fields, "unit": None, "shift": None, "day": gloss.day, "month": gloss.month, "year": gloss.year, "year_shift": gloss.year_shift})
        return self._make(start, end, DateKind.WEEKDAY, **fields)

    def _headed(self, start: int) -> DateExpression | None:
        """ "ngày 7/10", "hôm 5", "mùng 2/9"."""
        head = self.p.head.match(self.low, start)
        if not head:
            return None
        found = self._numeric(head.end(), strong=True) or self._bare_day(head.end())
        if found is None or (found.month is None and self._counted_before(start)):
            return None
        if "mùng" in head.group() or "mồng" in head.group():
            if re.compile(r" +(?:tết|tháng giêng|âm lịch)").match(self.low, found.end) or found.month is None:
                return None
        past = "hôm" in head.group()
        return self._make(start, found.end, found.kind, **_fields(found, past=past))

    def _counted_before(self, start: int) -> bool:
        """Whether an amount stands before "ngày" ("mỗi ngày 3 ...", "2 ngày 3 đêm")."""
        return bool(re.compile(r"(?:\d|mỗi|một|hai|ba|bốn|sáu|bảy|tám|chín|mười|mươi|trăm|nghìn|hàng|hằng|mấy|nửa|từng|cả|nhiều|vài) +$").search(self.low[max(start - 8, 0) : start]))

    def _numeric(self, start: int, *, strong: bool) -> DateExpression | None:
        """Day and month in figures, or with "tháng"."""
        if match := self.p.long.match(self.low, start):
            day, month = int(match["day"]), _month_number(match["month"])
            year, shift = self._year_of(match)
            if _valid(day, month, year):
                return self._make(start, match.end(), DateKind.DATE, day=day, month=month, year=year, year_shift=shift)
        if match := self.p.day_of_month.match(self.low, start):
            relative = date_lexicon().relative["tháng " + _SPACES.sub(" ", match["which"])]
            return self._make(start, match.end(), DateKind.DATE, day=int(match["day"]), month_shift=relative.shift)
        match = self.p.numeric.match(self.low, start)
        if not match:
            return None
        day, month = int(match["day"]), int(match["month"])
        year, shift = self._year_of(match)
        if not _valid(day, month, year) or not (strong or bare_is_date(self.low, match, day, month, year)):
            return None
        if strong and year is None and shift is None and match["sep"].strip() != "/" and not self._month_like(match):
            return None
        return self._make(start, match.end(), DateKind.DATE, day=day, month=month, year=year, year_shift=shift)

    def _month_like(self, match: re.Match[str]) -> bool:
        """Whether "7-10", "17.10" go on as a date does, and not as a count ("ngày 7-10 người")."""
        return not re.compile(r" *(?:người|giờ|ngày|tuần|tháng|năm|triệu|tỷ|nghìn|%|usd|lần|vụ|ca|điểm|độ|km|m\b|tuổi|phút)").match(self.low, match.end())

    def _bare_day(self, start: int) -> DateExpression | None:
        match = self.p.day_only.match(self.low, start)
        return self._make(start, match.end(), DateKind.DATE, day=int(match["day"])) if match else None

    def _iso(self, start: int) -> DateExpression | None:
        match = self.p.iso.match(self.low, start)
        if not match or not _valid(int(match["day"]), int(match["month"]), int(match["year"])):
            return None
        return self._make(start, match.end(), DateKind.DATE, day=int(match["day"]), month=int(match["month"]), year=int(match["year"]))

    def _month(self, start: int) -> DateExpression | None:
        match = self.p.month.match(self.low, start)
        if not match or not month_word_is_month(self.text, self.low, match):
            return None
        year, shift = self._year_of(match)
        return self._make(start, match.end(), DateKind.DATE, month=_month_number(match["month"]), year=year, year_shift=shift)

    def _year(self, start: int) -> DateExpression | None:
        match = self.p.year.match(self.low, start)
        return self._make(start, match.end(), DateKind.DATE, year=int(match["year"])) if match else None

    def _plain_year(self, start: int) -> DateExpression | None:
        match = re.compile(r"(?:năm +)?((?:1[89]|20)\d\d)(?!\d)(?![.,/]\d)(?!\w)").match(self.low, start)
        return self._make(start, match.end(), DateKind.DATE, year=int(match[1])) if match else None

    def _plain_month(self, start: int) -> DateExpression | None:
        """ "6-2018", "6/2018" where a month must stand."""
        match = re.compile(r"(0?[1-9]|1[0-2])[/.-]((?:1[89]|20)\d\d)(?!\d)(?!\w)").match(self.low, start)
        return self._make(start, match.end(), DateKind.DATE, month=int(match[1]), year=int(match[2])) if match else None

    def _bare_year(self, start: int) -> DateExpression | None:
        """A year without "năm", where the word before it takes a time and no count: "kể từ 2014.", "hồi 2019"."""
        match = re.compile(r"((?:hồi|kể từ|từ|đến|trước|sau|vào) )((?:1[89]|20)\d\d)(?!\d)(?! ?[-–./]\d)(?!\w)(?=[ \n]*(?:[.,;:)\n]|$)| (?:đến|tới|và|khi|nay|của|tại|ở|với|do)\b)").match(self.low, start)
        return self._make(match.start(2), match.end(2), DateKind.DATE, year=int(match[2])) if match else None

    def _part(self, start: int) -> DateExpression | None:
        """ "đầu tháng 10", "cuối tuần qua", "giữa năm 2023", "đầu năm"."""
        match = self.p.part.match(self.low, start)
        if not match:
            return None
        part = date_lexicon().parts[_SPACES.sub(" ", match["part"])]
        at = match.end()
        first_of = self.low[match.start("part") : match.end("part")]
        found = self._month(at) or self._year(at) or self._years(at) or self._relative(at)
        if found is None and first_of in {"đầu", "cuối", "giữa"}:
            found = self._plain_year(at)
        if found is None and (unit := self.p.part_unit.match(self.low, at)):
            found = self._make(at, unit.end(), DateKind.RELATIVE, unit=self._unit(unit["unit"]))
        if found is None or found.day is not None:
            return None
        begin = match.start("part")
        if found.kind is DateKind.SPAN:
            return replace(found, start=begin, text=self.text[begin : found.end], part=part)
        return self._make(begin, found.end, found.kind, **_fields(found, part=part, stretch=False))

    @staticmethod
    def _year_of(match: re.Match[str]) -> tuple[int | None, int | None]:
        """The year said, or the shift that "năm ngoái" says."""
        groups = match.groupdict()
        year = groups.get("year") or groups.get("year2")
        relative = groups.get("relyear")
        shift = date_lexicon().relative[_SPACES.sub(" ", relative)].shift if relative else None
        return (int(year) if year else None), shift


def _same_grain(first: DateExpression, last: DateExpression) -> bool:
    """Whether two points can be the ends of one stretch."""
    days = (first.day is not None or first.unit is Unit.DAY or first.weekday is not None, last.day is not None or last.unit is Unit.DAY or last.weekday is not None)
    if days == (True, True):
        return True
    return first.kind is last.kind is DateKind.DATE and days == (False, False) and (first.month is None) == (last.month is None)


_COPIED = ("day", "month", "year", "weekday", "unit", "shift", "month_shift", "year_shift", "stretch", "part", "day_part", "role", "past", "future", "first", "last")


def _fields(expression: DateExpression, **changes: Any) -> dict[str, Any]:
    return {name: getattr(expression, name) for name in _COPIED} | changes
