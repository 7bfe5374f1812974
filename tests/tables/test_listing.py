from __future__ import annotations

import pytest

from lib.knowledge import ontology
from lib.tables import Filters, apply, build, events_view
from lib.tables.listing import SORTS, Sort, events_page
from tests.tables.factory import sample

TABLES = build(sample())


@pytest.mark.parametrize("sort", SORTS)
def test_the_pages_together_are_all_events_once(sort: Sort) -> None:
    first = events_page(TABLES, sort, 1, 5)
    ids = [one for number in range(1, first.pages + 1) for one in events_page(TABLES, sort, number, 5).rows["event_id"]]
    assert sorted(ids) == sorted(TABLES.events["event_id"])
    assert (first.pages, first.count, first.undated) == (5, 22, events_view(TABLES).undated)


def test_the_newest_first_and_the_undated_last() -> None:
    rows = events_page(TABLES, "newest").rows
    assert rows["date"].dropna().is_monotonic_decreasing
    assert not rows["date_known"].tail(events_page(TABLES).undated).any()


def test_the_oldest_first_and_the_undated_last() -> None:
    rows = events_page(TABLES, "oldest").rows
    assert rows["date"].dropna().is_monotonic_increasing
    assert not rows["date_known"].tail(events_page(TABLES).undated).any()


def test_the_strongest_and_the_surest_first() -> None:
    assert events_page(TABLES, "strongest").rows["severity"].is_monotonic_decreasing
    assert events_page(TABLES, "surest").rows["confidence"].is_monotonic_decreasing


def test_types_in_the_order_of_the_ontology() -> None:
    order = list(ontology.types())
    places = [order.index(code) for code in events_page(TABLES, "type").rows["event_type"]]
    assert places == sorted(places)


@pytest.mark.parametrize(("asked", "given"), [(0, 1), (3, 3), (99, 5)])
def test_a_page_that_does_not_exist_gives_the_nearest(asked: int, given: int) -> None:
    assert events_page(TABLES, page=asked, size=5).page == given


def test_no_events_are_one_empty_page() -> None:
    found = events_page(apply(TABLES, Filters(countries=("VNM",))))
    assert (found.pages, found.count, len(found.rows)) == (1, 0, 0)
