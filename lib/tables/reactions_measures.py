"""The scale of measures: how far a reaction goes, from a statement of concern to cutting ties and beyond."""

from __future__ import annotations

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
    """A step of the scale: its names, the types ("TYPE" or "TYPE.mode") that stand on it, and those that must have a target abroad."""

    code: str
    vi: str
    en: str
    of: tuple[str, ...]
    outward: tuple[str, ...] = ()


class _Scale(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    measures: tuple[Measure, ...]


@lru_cache(maxsize=1)
def measures() -> tuple[Measure, ...]:
    """The steps, the mildest first; their places in this order are the levels of `measure` columns."""
    return msgspec.toml.decode(_FILE.read_bytes(), type=_Scale).measures


def measure_label(level: int, lang: Lang) -> str:
    """The name of a step; IndexError where there is none."""
    return str(getattr(measures()[level], lang))


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[int, bool]]:
    """The step of every type or mode that the file names, and whether it must have a target abroad."""
    found = {code: (level, False) for level, measure in enumerate(measures()) for code in measure.of}
    return found | {code: (level, True) for level, measure in enumerate(measures()) for code in measure.outward}


def place_of(event_type: str, mode: str | None) -> tuple[int, bool]:
    """The step of a type and mode and whether it must have a target abroad; KeyError for a type that is no reaction."""
    return _places().get(f"{event_type}.{mode}") or _places()[event_type]


def levels(events: pd.DataFrame, abroad: npt.NDArray[np.bool_]) -> Levels:
    """The step of each event; `abroad` says whether it has a target in another country than its actor's."""
    kinds, modes = events["event_type"], events["event_mode"]
    pairs = kinds.cat.codes.to_numpy().astype(np.int64) * (len(modes.cat.categories) + 1) + modes.cat.codes.to_numpy() + 1
    known, where = np.unique(pairs, return_inverse=True)
    names = [*modes.cat.categories]
    steps = np.zeros(len(known), dtype=np.int8)
    outward = np.zeros(len(known), dtype=bool)
    for i, pair in enumerate(known.tolist()):
        kind, mode = divmod(pair, len(names) + 1)
        steps[i], outward[i] = place_of(kinds.cat.categories[kind], names[mode - 1] if mode else None)
    found: Levels = np.where(outward[where] & ~abroad, np.int8(0), steps[where])
    return found
