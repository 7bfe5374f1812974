"""From date expressions to days: against the day of publication, or the date told before."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import TYPE_CHECKING

from lib.language.dates_model import Anchor, DateExpression, DateKind, Role, Unit
from lib.records import DateMention, Precision

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEAR = 60  # days within which a day and month without a year may lie ahead of publication
_TOLD = 10  # days before publication within which a date is the thread of the story and no background
_BESIDE = 12  # characters between a month or year and "một năm sau khi ..." that explains it
_WEEKEND = 67
_WHOLE = 100
_THIRDS = 30  # a month of any length parts at the 10th and the 20th
_ORDER = [Precision.DAY, Precision.WEEK, Precision.MONTH, Precision.YEAR]
_PRECISION = {
    Unit.HOUR: Precision.DAY,
    Unit.DAY: Precision.DAY,
    Unit.WEEK: Precision.WEEK,
    Unit.MONTH: Precision.MONTH,
    Unit.YEAR: Precision.YEAR,
    Unit.DECADE: Precision.YEAR,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A first and a last day and how finely they are told."""

    first: date
    last: date
    precision: Precision


def resolve(expressions: Sequence[DateExpression], anchor: Anchor) -> list[DateMention]:
    """One mention for each expression, in the same order (the text's); dates None where it does not resolve."""
    resolver = _Resolver(anchor)
    found: list[DateMention] = []
    for place, expression in enumerate(expressions):
        follower = expressions[place + 1] if place + 1 < len(expressions) else None
        stretch = resolver.next(expression, follower)
        found.append(_mention(expression, stretch))
    return found


def _mention(expression: DateExpression, stretch: Stretch | None) -> DateMention:
    if stretch is None:
        return DateMention(expression.start, expression.end, expression.text, None, None, None)
    return DateMention(expression.start, expression.end, expression.text, stretch.first, stretch.last, stretch.precision)


def anchor_stretch(anchor: Anchor) -> Stretch | None:
    """The days that a coarse anchor may mean."""
    if anchor.date is None:
        return None
    precision = anchor.precision or Precision.DAY
    first, last = _period(
        anchor.date, {Precision.DAY: Unit.DAY, Precision.WEEK: Unit.WEEK, Precision.MONTH: Unit.MONTH, Precision.YEAR: Unit.YEAR}[precision]
    )
    return Stretch(first, last, precision)


def _period(day: date, unit: Unit) -> tuple[date, date]:
    """First and last day of the week (from Monday), month or year of `day`."""
    if unit is Unit.WEEK:
        first = day - timedelta(day.weekday())
        return first, first + timedelta(6)
    if unit is Unit.MONTH:
        return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
    if unit is Unit.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def shifted(day: date, unit: Unit, shift: int) -> date | None:
    """`day` moved by `shift` units; the day of the month is cut where the month is shorter; None outside the calendar."""
    try:
        if unit in (Unit.DAY, Unit.WEEK, Unit.HOUR):
            return day + timedelta(shift * (7 if unit is Unit.WEEK else 1))
        months = day.year * 12 + day.month - 1 + shift * {Unit.MONTH: 1, Unit.YEAR: 12, Unit.DECADE: 120}[unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


class _Resolver:
    """Reads the expressions of one text in order and keeps the date told last."""

    def __init__(self, anchor: Anchor) -> None:
        self.span = anchor_stretch(anchor)
        self.told: date | None = None
        self.month: tuple[int, int] | None = None
        self.before: tuple[int, Stretch] | None = None  # where the expression before ended, and what it meant

    def next(self, expression: DateExpression, follower: DateExpression | None) -> Stretch | None:
        """The days of `expression`; `follower` is the expression behind it."""
        stretch = self._clause(expression, follower) if expression.role is Role.CLAUSE else self._resolve(expression)
        if stretch is not None and expression.role is not Role.CLAUSE:
            self._remember(expression, stretch)
        self.before = None if stretch is None else (expression.end, stretch)
        return stretch

    def _remember(self, expression: DateExpression, stretch: Stretch) -> None:
        """Keep a day as the thread of the story: no bound of a stretch, nothing ahead, no background."""
        if stretch.precision is not Precision.DAY or expression.since or expression.until or expression.future or expression.stretch:
            return
        day = stretch.last
        if self.span is not None:
            lag = (self.span.last - day).days
            if lag < 0 or (lag > _TOLD and (expression.background or self.told is not None)):
                return
        elif expression.background and self.told is not None:
            return
        self.told = day
        self.month = (day.year, day.month)

    def _resolve(self, expression: DateExpression) -> Stretch | None:
        match expression.kind:
            case DateKind.DATE:
                return self._date(expression)
            case DateKind.WEEKDAY:
                return self._weekday(expression)
            case DateKind.RELATIVE:
                return self._relative(expression)
            case DateKind.SPAN:
                return self._span(expression)
            case _:
                return None

    # Days, months and years

    def _date(self, e: DateExpression) -> Stretch | None:
        year = e.year
        if year is None and e.year_shift is not None:
            if self.span is None:
                return None
            year = self.span.last.year + e.year_shift
        if e.day is not None:
            day = self._day(e, year)
            return None if day is None else Stretch(day, day, Precision.DAY)
        if e.month is not None:
            year = year if year is not None else self._year_of_month(e)
            first = None if year is None else _safe(year, e.month, 1)
            return None if first is None else _part(first, Unit.MONTH, e.part)
        first = None if year is None else _safe(year, 1, 1)
        return None if first is None else _part(first, Unit.YEAR, e.part)

    def _day(self, e: DateExpression, year: int | None) -> date | None:
        assert e.day is not None  # noqa: S101  asked for by the caller
        if e.month is None:
            return self._day_of_month(e, e.day)
        if year is not None:
            return _safe(year, e.month, e.day)
        if self.span is None:
            return None
        if e.shift is not None and e.unit is Unit.DAY and self.span.precision is Precision.DAY:
            return self._nearest(e.month, e.day, future=e.shift > 0, past=False, weekday=None)
        return self._nearest(e.month, e.day, future=e.future, past=e.past, weekday=e.weekday)

    def _nearest(self, month: int, day: int, *, future: bool, past: bool, weekday: int | None) -> date | None:
        """The year that brings the day nearest to publication; a past one beyond two months, unless it lies ahead."""
        assert self.span is not None  # noqa: S101
        base = self.span.last
        days = [found for year in range(base.year - 8, base.year + 9) if (found := _safe(year, month, day)) is not None]
        if weekday is not None:
            days = [found for found in days if found.weekday() == weekday] or days
        behind = [found for found in days if found <= base]
        ahead = [found for found in days if found > base]
        if not behind or not ahead:
            return behind[-1] if behind else ahead[0]
        last, coming = behind[-1], ahead[0]
        if past:
            return coming if (coming - base).days <= 1 else last
        if future:
            return coming if coming - base <= base - last or (base - last).days > _NEAR else last
        return coming if (coming - base).days <= _NEAR and coming - base < base - last else last

    def _day_of_month(self, e: DateExpression, day: int) -> date | None:
        if e.month_shift is not None:
            moved = shifted(self.span.last.replace(day=1), Unit.MONTH, e.month_shift) if self.span else None
            return _safe(moved.year, moved.month, day) if moved else None
        if self.span is None:
            return _safe(self.month[0], self.month[1], day) if self.month else None
        base = self.span.last
        months = [shifted(base.replace(day=1), Unit.MONTH, shift) for shift in (-2, -1, 0, 1, 2)]
        days = [found for month in months if month and (found := _safe(month.year, month.month, day))]
        if e.future:
            return next((found for found in days if found >= base), None)
        if e.past or self.month is None:
            return next((found for found in reversed(days) if (found - base).days <= (0 if e.past else 1)), None)
        told = _safe(self.month[0], self.month[1], day)
        return (
            told if told is not None and (told - base).days <= _TOLD else next((found for found in reversed(days) if found <= base), None)
        )

    def _year_of_month(self, e: DateExpression) -> int | None:
        if self.span is None or e.month is None:
            return None
        base = self.span.last
        if e.future:
            return base.year + (e.month < base.month)
        coming = (e.month - base.month) % 12 == 1
        if coming and not e.past and not e.since:
            return base.year + (e.month < base.month)
        return base.year - (e.month > base.month)

    # Words

    def _weekday(self, e: DateExpression) -> Stretch | None:
        if self.span is None or e.weekday is None:
            return None
        if e.shift is not None and e.unit is Unit.WEEK:
            if self.span.precision in (Precision.MONTH, Precision.YEAR):
                return None
            monday = self.span.last - timedelta(self.span.last.weekday())
            day = monday + timedelta(7 * e.shift + e.weekday)
            return Stretch(day, day, Precision.DAY)
        days = [self._weekday_near(base, e) for base in (self.span.first, self.span.last)]
        if days[0] == days[1]:
            return Stretch(days[0], days[0], Precision.DAY)
        return Stretch(days[0], days[1], Precision.WEEK) if self.span.precision is Precision.WEEK else None

    @staticmethod
    def _weekday_near(base: date, e: DateExpression) -> date:
        assert e.weekday is not None  # noqa: S101
        if e.future:
            return base + timedelta((e.weekday - base.weekday() - 1) % 7 + 1)
        return base - timedelta((base.weekday() - e.weekday) % 7)

    def _relative(self, e: DateExpression) -> Stretch | None:
        unit = e.unit or Unit.DAY
        told = None if self.told is None else Stretch(self.told, self.told, Precision.DAY)
        base = told if e.role is Role.TOLD else self.span
        if base is None:
            return None
        if _ORDER.index(base.precision) > _ORDER.index(_PRECISION[unit]) and not (
            base.precision is Precision.WEEK and unit in (Unit.DAY, Unit.MONTH)
        ):
            return None
        if e.part is not None:
            return self._part_of(e, unit, base)
        return _moved(e, unit, base)

    def _part_of(self, e: DateExpression, unit: Unit, base: Stretch) -> Stretch | None:
        assert e.part is not None  # noqa: S101
        if unit is Unit.WEEK:
            return _part_of_week(e, base.last)
        moved = shifted(base.last, unit, e.shift or 0)
        if moved is None:
            return None
        found = _part(_period(moved, unit)[0], unit, e.part)
        if e.shift is None and not e.future and found.first > base.last and e.past:
            before = shifted(moved, unit, -1)
            return None if before is None else _part(_period(before, unit)[0], unit, e.part)
        return found

    def _span(self, e: DateExpression) -> Stretch | None:
        if e.first is None or e.last is None:
            return None
        last = self._resolve(replace(e.last, future=e.future, past=e.past and e.last.kind is not DateKind.RELATIVE))
        first = self._resolve(
            replace(e.first, future=False, past=True)
            if e.last.kind is DateKind.RELATIVE
            else replace(e.first, future=e.future, past=e.past)
        )
        if first is None or last is None:
            return None
        if first.first > last.last:
            first = self._before(e.first, first, last)
        if first is None or first.first > last.last:
            return None
        if e.unit is Unit.DECADE and e.part:
            years = last.last.year - first.first.year + 1
            start = first.first.year + round(years * e.part[0] / 100)
            return Stretch(
                date(start, 1, 1), date(max(start, first.first.year + round(years * e.part[1] / 100) - 1), 12, 31), Precision.YEAR
            )
        return Stretch(first.first, last.last, max(first.precision, last.precision, key=_ORDER.index))

    @staticmethod
    def _before(e: DateExpression, first: Stretch, last: Stretch) -> Stretch | None:
        """The first end of a span moved before its last: a year, a month or a week earlier."""
        if e.year is not None:
            return None
        unit = Unit.YEAR if e.month is not None else Unit.MONTH if e.day is not None else Unit.WEEK
        moved, end = shifted(first.first, unit, -1), shifted(first.last, unit, -1)
        return Stretch(moved, end, first.precision) if moved and end and moved <= last.last else None

    def _clause(self, e: DateExpression, follower: DateExpression | None) -> Stretch | None:
        """The day of an event that another one is told from.

        "Hai ngày sau vụ tấn công ngày 7/10" counts from the date of the event it names; "diễn ra một ngày sau khi ..." is
        the day of that event, reckoned back from the date told before.
        """
        unit = e.unit or Unit.DAY
        if e.shift is None:
            return None
        if follower is not None and follower.kind is DateKind.DATE and 0 <= follower.start - e.end <= 70 and follower.day is not None:
            named = self._resolve(follower)
            if named is not None:
                return _moved(replace(e, role=None), unit, named)
        if self.before is not None and 0 <= e.start - self.before[0] <= _BESIDE and self.before[1].precision is not Precision.DAY:
            return _moved(replace(e, shift=-e.shift), unit, self.before[1])
        if self.told is None or e.opens or unit in (Unit.MONTH, Unit.YEAR):
            return None
        return _moved(replace(e, shift=-e.shift), unit, Stretch(self.told, self.told, Precision.DAY))


def _moved(e: DateExpression, unit: Unit, base: Stretch) -> Stretch | None:
    """`base` shifted, as a period of the unit, or as the stretch between."""
    shift = e.shift or 0
    first, last = shifted(base.first, unit, shift), shifted(base.last, unit, shift)
    if first is None or last is None or not MINYEAR < first.year < MAXYEAR or not MINYEAR < last.year < MAXYEAR:
        return None
    precision = max(base.precision, _PRECISION[unit], key=_ORDER.index)
    if e.stretch:
        return Stretch(min(first, base.first), max(last, base.last), precision)
    return Stretch(_period(first, unit)[0], _period(last, unit)[1], precision)


def _part(first: date, unit: Unit, part: tuple[int, int] | None) -> Stretch:
    """A month or year from its first day, or its early, middle or late part."""
    begin, end = _period(first, unit)
    precision = _PRECISION[unit]
    if part is None:
        return Stretch(begin, end, precision)
    if unit is Unit.YEAR:
        months = (round(part[0] * 12 / 100), round(part[1] * 12 / 100))
        last_month = date(first.year, months[1], 1)
        return Stretch(date(first.year, months[0] + 1, 1), _period(last_month, Unit.MONTH)[1], precision)
    last = end.day if part[1] == _WHOLE else round(_THIRDS * part[1] / 100)
    return Stretch(begin.replace(day=round(_THIRDS * part[0] / 100) + 1), begin.replace(day=last), precision)


def _part_of_week(e: DateExpression, base: date) -> Stretch:
    """Monday and Tuesday, Wednesday and Thursday, or the weekend of a week; without a word for which, the one just gone unless ahead."""
    assert e.part is not None  # noqa: S101
    monday = base - timedelta(base.weekday())
    late = e.part[0] >= _WEEKEND
    days = (5, 6) if late else (2, 3) if e.part[0] else (0, 1)
    shift = e.shift
    if shift is None:
        gone = monday + timedelta(days[0]) <= base
        shift = 0 if gone or e.future else -1
    elif late and shift == 1 and e.text.endswith("tới") and base < monday + timedelta(5):
        shift = 0
    first = monday + timedelta(7 * shift + days[0])
    return Stretch(first, first + timedelta(1), Precision.WEEK)
