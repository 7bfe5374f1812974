"""Days that everybody knows, which the press goes on naming without their year ("cuộc tấn công ngày 7/10")."""

from __future__ import annotations

import datetime as dt
from functools import cache
from pathlib import Path

import msgspec

_DATA = Path(__file__).parent / "data" / "known_days.toml"


class KnownDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day with its year, and the words one of which must stand beside it."""

    day: int
    month: int
    year: int
    words: tuple[str, ...]
    source: str
    example: str
    miss: str

    @property
    def date(self) -> dt.date:
        """The day itself."""
        return dt.date(self.year, self.month, self.day)


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    day: list[KnownDay]


@cache
def known_days() -> dict[tuple[int, int], KnownDay]:
    """The known days by day and month."""
    return {(known.day, known.month): known for known in msgspec.toml.decode(_DATA.read_bytes(), type=_File).day}


def known_date(day: int | None, month: int | None, sentence: str, published: dt.date | None) -> dt.date | None:
    """The known day that a day and month without a year name in `sentence`, where it lies before the publication; else None."""
    known = known_days().get((day or 0, month or 0))
    if known is None or not any(word in sentence for word in known.words):
        return None
    return known.date if published is None or known.date <= published else None
