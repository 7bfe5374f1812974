"""What an event's confidence rests on: how often its type was right when readers judged a random sample."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec

from lib.records import EventType

_DATA = Path(__file__).parent / "data" / "calibration.toml"


class Calibration(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Shares of right events by type (0 to 1), and what each circumstance adds."""

    mean: float
    no_doer: float
    recipient: float
    no_recipient: float
    own_date: float
    noun: float
    told_twice: float
    lowest: float
    highest: float
    types: dict[EventType, float]


@cache
def calibration() -> Calibration:
    """The measured figures, read once a process."""
    return msgspec.toml.decode(_DATA.read_bytes(), type=Calibration)
