from __future__ import annotations

import threading
from dataclasses import dataclass

import pandas as pd
import pytest

from lib.tables import Filters, Tables, apply, build, facets
from lib.tables.memo import MEMORY, Memory
from tests.tables.factory import sample


@dataclass(frozen=True)
class View:
    rows: pd.DataFrame
    parts: dict[str, pd.Series]


def view(rows: int) -> View:
    return View(pd.DataFrame({"a": range(rows)}), {"b": pd.Series(range(rows))})


def test_the_same_arguments_are_computed_once() -> None:
    called: list[int] = []
    memory = Memory()

    @memory.remembered
    def made(rows: int, *, wide: bool = False) -> View:
        called.append(rows)
        return view(rows * (2 if wide else 1))

    assert made(3) is made(3)
    assert made(3, wide=True) is not made(3)
    assert called == [3, 3]
    memory.forget()
    made(3)
    assert called == [3, 3, 3]


def test_the_least_recently_used_goes_first() -> None:
    memory = Memory(most_rows=20)
    made = memory.remembered(view)
    first, second = made(4), made(5)  # 8 and 10 rows
    assert made(4) is first
    made(3)
    assert made(4) is first
    assert made(5) is not second


def test_what_is_larger_than_all_is_not_kept() -> None:
    memory = Memory(most_rows=20)
    made = memory.remembered(view)
    small = made(1)
    assert made(11) is not made(11)
    assert made(1) is small


def test_no_more_views_than_asked_for() -> None:
    memory = Memory(most_views=2)
    made = memory.remembered(view)
    for rows in range(5):
        made(rows)
    assert len(memory) == 2


def test_an_error_is_not_remembered() -> None:
    memory = Memory()

    @memory.remembered
    def broken(rows: int) -> View:
        raise ValueError(rows)

    for _ in range(2):
        with pytest.raises(ValueError, match="1"):
            broken(1)
    assert len(memory) == 0


def test_threads_get_one_result() -> None:
    made = Memory(most_views=8).remembered(view)
    got: list[View] = []
    threads = [threading.Thread(target=lambda: got.append(made(5))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(got) == 8
    assert made(5) is made(5)


def test_filters_on_the_same_tables_are_applied_once() -> None:
    tables = build(sample())
    chosen = Filters(countries=("TUR",))
    assert apply(tables, chosen) is apply(tables, Filters(countries=("TUR",)))
    assert facets(tables, chosen) is facets(tables, chosen)
    assert apply(tables, chosen) is not apply(build(sample()), chosen)
    MEMORY.forget()


def test_other_tables_are_other_tables() -> None:
    one, other = build(sample()), build(sample())
    assert one != other
    assert len({one, other}) == 2
    assert isinstance(apply(one, Filters()), Tables)
    MEMORY.forget()
