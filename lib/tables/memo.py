"""Views that were just made, kept for the next run: a rerun with the same filters makes nothing again.

Tables are read-only and stand for themselves (they compare by identity), so that a view of the same tables is the same view.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import fields, is_dataclass
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")

MOST_ROWS = 2_000_000
"""Rows that the kept views may have together."""

MOST_VIEWS = 256


class Memory:
    """Results by function and arguments, the least recently used forgotten first; safe to share between threads."""

    def __init__(self, most_rows: int = MOST_ROWS, most_views: int = MOST_VIEWS) -> None:
        self._kept: OrderedDict[object, tuple[int, Any]] = OrderedDict()
        self._lock = Lock()
        self._rows = 0
        self.most_rows, self.most_views = most_rows, most_views

    def __len__(self) -> int:
        return len(self._kept)

    def remembered(self, function: Callable[P, T]) -> Callable[P, T]:
        """`function`, called once for the same arguments while its result is kept; the arguments must be hashable."""

        @wraps(function)
        def called(*args: P.args, **kwargs: P.kwargs) -> T:
            key = (function, args, tuple(sorted(kwargs.items())))
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    found: T = self._kept[key][1]
                    return found
            made = function(*args, **kwargs)
            own = 0 if any(made is one for one in args) else _rows(made)
            if own <= self.most_rows:
                self._keep(key, own, made)
            return made

        return called

    def forget(self) -> None:
        """Let go of everything."""
        with self._lock:
            self._kept.clear()
            self._rows = 0

    def _keep(self, key: object, rows: int, value: object) -> None:
        with self._lock:
            if key in self._kept:
                return
            self._kept[key] = (rows, value)
            self._rows += rows
            while self._rows > self.most_rows or len(self._kept) > self.most_views:
                _, (gone, _) = self._kept.popitem(last=False)
                self._rows -= gone


def _rows(value: object) -> int:
    """How many rows the frames and arrays in `value` have."""
    if isinstance(value, (pd.DataFrame, pd.Series, np.ndarray)):
        return len(value)
    if is_dataclass(value):
        return sum(_rows(getattr(value, field.name)) for field in fields(value))
    if isinstance(value, (dict, tuple)):
        return sum(map(_rows, value.values() if isinstance(value, dict) else value))
    return 0


MEMORY = Memory()
remembered = MEMORY.remembered
