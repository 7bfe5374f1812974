"""The scale of measures: how far a reaction goes, from a statement of concern to cutting ties and beyond."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    import pandas as pd

    from lib.knowledge.labels import Lang

Levels = npt.NDArray[np.int8]

_FILE = Path(__file__).parent / "data" / "measures.toml"


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A step of the scale: its names, and the types ("TYPE" or "TYPE.mode") that stand on it.

    `outward` ones must have a target abroad, `official` ones a state or its officials as that target.
    """

    code: str
    vi: str
    en: str
    of: tuple[str, ...]
    outward: tuple[str, ...] = ()
    official: tuple[str, ...] = ()


class _Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    police: tuple[str, ...]
    armed: tuple[str, ...]
    measures: tuple[Measure, ...]


class Need(IntEnum):
    """What an event must be aimed at to stand on its step, and what it is aimed at: each holds those before it."""

    NOTHING = 0
    ABROAD = 1
    OFFICIAL = 2


@lru_cache(maxsize=1)
def _scale() -> _Scale:
    return msgspec.toml.decode(_FILE.read_bytes(), type=_Scale)


def measures() -> tuple[Measure, ...]:
    """The steps, the mildest first; their places in this order are the levels of `measure` columns."""
    return _scale().measures


def measure_label(level: int, lang: Lang) -> str:
    """The name of a step; IndexError where there is none."""
    return str(getattr(measures()[level], lang))


def police() -> tuple[str, ...]:
    """How the ids of those begin whose coercion is the work of the law where no state is its target."""
    return _scale().police


def armed() -> tuple[str, ...]:
    """The sectors whose coercion is none of the law's."""
    return _scale().armed


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[int, Need]]:
    """The step of every type or mode that the file names, and what it must be aimed at."""
    return {
        code: (level, need)
        for level, one in enumerate(measures())
        for need, codes in zip(Need, (one.of, one.outward, one.official), strict=True)
        for code in codes
    }


def place_of(event_type: str, mode: str | None) -> tuple[int, Need]:
    """The step of a type and mode and what it must be aimed at; KeyError for a type that is no reaction."""
    return _places().get(f"{event_type}.{mode}") or _places()[event_type]


def levels(events: pd.DataFrame, aimed: Levels, doers: Levels) -> Levels:
    """The step of each event.

    `aimed` is the `Need` that its target meets; `doers` is 1 where the police did it, which coerces nobody abroad but a state, -1
    where armed forces did, whose prisoners are taken from another country whoever they are, else 0.
    """
    kinds, modes = events["event_type"], events["event_mode"]
    pairs = kinds.cat.codes.to_numpy().astype(np.int64) * (len(modes.cat.categories) + 1) + modes.cat.codes.to_numpy() + 1
    known, where = np.unique(pairs, return_inverse=True)
    names = [*modes.cat.categories]
    steps = np.zeros(len(known), dtype=np.int8)
    needs = np.zeros(len(known), dtype=np.int8)
    for i, pair in enumerate(known.tolist()):
        kind, mode = divmod(pair, len(names) + 1)
        steps[i], needs[i] = place_of(kinds.cat.categories[kind], names[mode - 1] if mode else None)
    need = needs[where]
    need = np.where(need > Need.NOTHING, np.clip(need + doers, Need.ABROAD, Need.OFFICIAL), need)
    found: Levels = np.where(aimed >= need, steps[where], np.int8(0))
    return found
