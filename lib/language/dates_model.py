"""What a date expression is before it is resolved, and the words that make one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, TypedDict

import msgspec

from lib.records import Precision

if TYPE_CHECKING:
    from datetime import date


class DateKind(StrEnum):
    """How an expression tells its date."""

    DATE = "date"
    """By day, month or year, whichever are set."""
    WEEKDAY = "weekday"
    """By the name of a day of the week."""
    RELATIVE = "relative"
    """By its distance from the day of publication, or from the date told before (`narrative`)."""
    SPAN = "span"
    """From `first` to `last`."""
    VAGUE = "vague"
    """By an amount that nobody said ("vài ngày trước"): never resolves."""


class Unit(StrEnum):
    """The unit of a relative expression."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"


class Role(StrEnum):
    """Which other event a narrative expression is reckoned from."""

    TOLD = "told"
    """The date told last ("cùng ngày", "hai ngày sau đó")."""
    CLAUSE = "clause"
    """The event named behind it ("một ngày sau khi ...")."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as written; `start` and `end` are places in the text, every other field is None or False where it is not said.

    `shift` counts `unit`s, negative into the past. A day with both a date and a shift ("hôm qua (13/10)") keeps both: the
    shift then pins the day of publication. `part` is a share of the month or year in hundredths. `since` and `until` say
    that a stretch begins or ends there, `future` that what it dates lies ahead, `past` that it lies behind, `background`
    that it dates a deed told by its date, `opens` that its sentence begins with it.
    """

    start: int
    end: int
    text: str
    kind: DateKind
    day: int | None = None
    month: int | None = None
    year: int | None = None
    weekday: int | None = None
    unit: Unit | None = None
    shift: int | None = None
    month_shift: int | None = None
    year_shift: int | None = None
    stretch: bool = False
    part: tuple[int, int] | None = None
    day_part: str | None = None
    role: Role | None = None
    since: bool = False
    until: bool = False
    future: bool = False
    past: bool = False
    background: bool = False
    local_time: bool = False
    opens: bool = False
    first: DateExpression | None = None
    last: DateExpression | None = None


class Fields(TypedDict, total=False):
    """Fields of a DateExpression, for building one."""

    day: int | None
    month: int | None
    year: int | None
    weekday: int | None
    unit: Unit | None
    shift: int | None
    month_shift: int | None
    year_shift: int | None
    stretch: bool
    part: tuple[int, int] | None
    day_part: str | None
    role: Role | None
    since: bool
    future: bool
    past: bool
    first: DateExpression | None
    last: DateExpression | None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of publication; a coarse one names any day of its week, month or year. Both None: not known."""

    date: date | None = None
    precision: Precision | None = Precision.DAY


class Relative(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A relative word: so many units from the day of publication, or from the date told before."""

    unit: Unit
    shift: int
    narrative: bool = False
    stretch: bool = False


class WeekdayContext(msgspec.Struct, forbid_unknown_fields=True):
    """Words around "thứ hai" that make it a weekday, or do not."""

    before: list[str]
    refuse_before: list[str]
    after: list[str]


class BareContext(msgspec.Struct, forbid_unknown_fields=True):
    """Words around a bare "7/10"."""

    before: list[str]
    fraction_after: list[str]


class Cues(msgspec.Struct, forbid_unknown_fields=True):
    """Words around a date that say how it is meant."""

    since: list[str]
    until: list[str]
    ahead: list[str]
    behind: list[str]
    reporting: list[str]
    next: list[str]
    last: list[str]
    background: list[str]


class DateLexicon(msgspec.Struct, forbid_unknown_fields=True):
    """`data/dates.toml`."""

    day_parts: list[str]
    weekdays: list[list[str]]
    months: dict[str, int]
    relative: dict[str, Relative]
    after_day_part: dict[str, Relative]
    parts: dict[str, tuple[int, int]]
    units: dict[str, Unit]
    weekday_context: WeekdayContext
    bare: BareContext
    cues: Cues


@cache
def date_lexicon() -> DateLexicon:
    """The words of time; read once."""
    raw = resources.files("lib.language").joinpath("data/dates.toml").read_bytes()
    return msgspec.toml.decode(raw, type=DateLexicon)
