"""Date expressions in running text: what is written, not yet which day it means."""

from __future__ import annotations

import re
from dataclasses import replace

from lib.language.dates_context import annotate_context
from lib.language.dates_model import DateExpression, DateKind, Role, Unit, date_lexicon
from lib.language.dates_patterns import patterns
from lib.language.dates_points import Points, same_grain, valid
from lib.language.numerals import evaluate

_FROM = re.compile(r"(?:từ|giữa) +")
_BEFORE_CHRIST = re.compile(r" +(?:công nguyên|cn\b|thiên chúa)")
_PAIR = re.compile(
    r" *[-–—] *|,? *(?:và +)?(?=(?:đến +)?(?:rạng sáng|sáng sớm))(?:đến +)?"
    r"|,? +(?:kéo dài +)?(?:đến|tới|cho đến|cho tới) +(?=ngày|hết ngày|sáng|\d)"
)
_DASHES = frozenset({"-", "–", "—"})
_OLDEST = 20_000  # no newspaper counts further back than history


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


class _Finder(Points):
    """Points, and the stretches and amounts of time that are made of them."""

    def at(self, start: int) -> DateExpression | None:
        """The expression that begins at `start`, or None."""
        return (
            self._span(start)
            or self._days(start)
            or self.years(start)
            or self._count(start)
            or self._point_or_pair(start)
            or self.bare_year(start)
        )

    def _span(self, start: int) -> DateExpression | None:
        """ "từ ngày 5 đến 7/10", "từ tháng 10 đến nay", "từ 2014 đến 2019"."""
        opening = _FROM.match(self.low, start)
        if not opening:
            return None
        if days := self._days(opening.end()):
            return replace(days, start=start, text=self.text[start : days.end])
        first = self.point(opening.end(), strong=True) or self.bare_day(opening.end()) or self.plain_year(opening.end())
        joint = self.p.joint.match(self.low, first.end) if first else None
        if first is None or joint is None:
            return None
        if now := self.p.now.match(self.low, joint.end()):
            if joint.group().strip() in _DASHES:
                return None
            last = self.make(now.start(), now.end(), DateKind.RELATIVE, unit=Unit.DAY, shift=0)
            return self.make(start, now.end(), DateKind.SPAN, first=first, last=last, since=True)
        last_point = self.point(joint.end(), strong=True) or self.plain_year(joint.end()) or self.plain_month(joint.end())
        if last_point is None:
            return None
        return self._joined(start, first, last_point)

    def _joined(self, start: int, first: DateExpression, last: DateExpression) -> DateExpression | None:
        """A span; what the first end leaves unsaid (month, year) it has from the last."""
        if first.kind is DateKind.DATE and last.kind is DateKind.DATE:
            if first.month is None and first.day is not None:
                if last.month is None:
                    return self.make(start, last.end, DateKind.SPAN, first=first, last=last)
                first = replace(first, month=last.month, year=last.year, year_shift=last.year_shift)
            elif first.year is None and last.year is not None:
                wraps = first.month is not None and last.month is not None and first.month > last.month
                first = replace(first, year=last.year - 1 if wraps else last.year)
            if first.day is not None and first.month is not None and not valid(first.day, first.month, first.year):
                return None
        elif first.kind is DateKind.DATE and first.month is None and first.year is None:
            return None
        return self.make(start, last.end, DateKind.SPAN, first=first, last=last)

    def _days(self, start: int) -> DateExpression | None:
        """Days of one month: "hai ngày 5 và 6/11", "ngày 5-7/10", "đêm 7 rạng sáng 8/10"."""
        match = self.p.days.match(self.low, start)
        if not match:
            return None
        head = self.low[start : match.start("first")]
        last = self.numeric(match.end(), strong=True)
        marked = any(word in head for word in ("ngày", "hôm", "mùng")) or any(part in head for part in date_lexicon().day_parts)
        if last is None or last.month is None:
            return None
        plain_joint = match["joint"].strip()
        if not marked and not (plain_joint in {"-", "–", "—", "đến", "tới"} and "/" in last.text):
            return None
        if not plain_joint and not any(
            part in self.low[match.end("first") : match.end()] for part in ("sáng", "trưa", "chiều", "tối", "đêm")
        ):
            return None
        day = int(match["first"])
        if last.day is not None and day >= last.day and day <= 12 and plain_joint in _DASHES:
            return None
        month, year = last.month, last.year
        if last.day is not None and day > last.day:
            month, year = (12, year - 1 if year else None) if month == 1 else (month - 1, year)
        if not valid(day, month, year):
            return None
        first = self.make(
            match.start("first"), match.end("first"), DateKind.DATE, day=day, month=month, year=year, year_shift=last.year_shift
        )
        return self.make(start, last.end, DateKind.SPAN, first=first, last=last)

    def _count(self, start: int) -> DateExpression | None:
        """ "ba ngày trước", "cách đây hai tuần", "24 giờ qua", "trước đó một ngày", "vài ngày qua"."""
        if match := self.p.vague.match(self.low, start):
            return self.make(start, match.end(), DateKind.VAGUE, unit=self.unit(match["unit"]))
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
            if _BEFORE_CHRIST.match(self.low, match.end()):
                return None
            return self._counted(start, match, -1, role=Role.TOLD if told else None, stretch=stretch)
        if match["ahead"]:
            told = match["ahead"] in {"sau", "sau đó", "tiếp theo", "kế tiếp"}
            stretch = match["ahead"] in {"tới", "sắp tới", "tới đây", "tiếp theo", "kế tiếp"}
            return self._counted(start, match, 1, role=Role.TOLD if told else None, stretch=stretch)
        if match["since"]:
            return self._counted(start, match, -1)
        return None

    def _counted(
        self, start: int, match: re.Match[str], sign: int, *, role: Role | None = None, stretch: bool = False
    ) -> DateExpression | None:
        values = evaluate(match["count"])
        if values is None or values[0] != values[1]:
            return self.make(start, match.end(), DateKind.VAGUE, unit=self.unit(match["unit"])) if values else None
        unit, count = self.unit(match["unit"]), float(values[0])
        if unit is Unit.DECADE:
            unit, count = Unit.YEAR, count * 10
        if (match.groupdict().get("half") or count % 1) and unit in (Unit.YEAR, Unit.MONTH, Unit.WEEK):
            count += 0.5 if match.groupdict().get("half") else 0
            unit, count = {Unit.YEAR: (Unit.MONTH, count * 12), Unit.MONTH: (Unit.DAY, count * 30), Unit.WEEK: (Unit.DAY, count * 7)}[unit]
        if unit is Unit.HOUR:
            unit, count = Unit.DAY, (count // 24 if "phút" not in match["unit"] and count > 12 else 0)
            stretch = stretch and count > 0
        if count > _OLDEST:
            return None
        return self.make(start, match.end(), DateKind.RELATIVE, unit=unit, shift=sign * round(count), role=role, stretch=stretch)

    def _point_or_pair(self, start: int) -> DateExpression | None:
        """A point, or two whole ones that a dash or "rạng sáng" makes a stretch ("28/9 - 3/10", "đêm qua rạng sáng nay")."""
        first = self.point(start, strong=False)
        if first is None:
            return None
        joint = _PAIR.match(self.low, first.end)
        if joint and first.kind is not DateKind.SPAN and not self._jubilee(first, joint.end()):
            last = self.point(joint.end(), strong=bool(first.day_part) or first.day is not None)
            dashed = joint.group().strip() in _DASHES
            if last is not None and same_grain(first, last) and (not dashed or first.kind is DateKind.DATE):
                return self._joined(start, first, last) or first
        return first

    def _jubilee(self, first: DateExpression, at: int) -> bool:
        """Whether a date is followed by its own return in another year ("30/4/1975 - 30/4/2025")."""
        again = self.point(at, strong=True)
        return (
            again is not None
            and again.day is not None
            and (again.day, again.month) == (first.day, first.month)
            and again.year != first.year
        )
