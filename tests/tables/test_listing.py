from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from lib.knowledge import ontology
from lib.records import Precision, Status
from lib.tables import Filters, apply, build, events_view
from lib.tables.listing import SORTS, Sort, events_page
from lib.tables.standing import by_publication, standing
from tests.tables.factory import Writer, sample, state

if TYPE_CHECKING:
    from lib.tables import Tables

TABLES = build(sample())


@pytest.mark.parametrize("sort", SORTS)
def test_the_pages_together_are_all_events_once(sort: Sort) -> None:
    first = events_page(TABLES, sort, 1, 5)
    ids = [one for number in range(1, first.pages + 1) for one in events_page(TABLES, sort, number, 5).rows["event_id"]]
    assert sorted(ids) == sorted(TABLES.events["event_id"])
    assert (first.pages, first.count, first.undated) == (5, 22, events_view(TABLES).undated)


@pytest.mark.parametrize(("sort", "sign"), [("newest", -1), ("oldest", 1)])
def test_time_is_one_order_of_dates_and_days_of_publication_and_what_has_neither_is_last(sort: Sort, sign: int) -> None:
    rows = events_page(TABLES, sort).rows
    days = standing(rows)
    nowhere = int(np.isnat(days).sum())
    assert nowhere == 3
    assert np.isnat(days[-nowhere:]).all()
    assert (np.diff(days[:-nowhere]).astype(int) * sign >= 0).all()
    assert by_publication(rows)[:-nowhere].any()


def at_work() -> Tables:
    """Events on both sides of 8/11/2023, two of them without a date."""
    writer = Writer("a", "Tin", published=date(2023, 11, 8))
    norway, planned, month = state("NOR", "Na Uy"), Status.PLANNED, Precision.MONTH
    told: list[tuple[str, date | None, date | None, Status]] = [
        ("Họp năm 2030.", date(2030, 7, 1), None, planned),
        ("Không rõ ngày.", None, None, Status.ACTUAL),
        ("Hôm kia.", date(2023, 11, 6), None, Status.ACTUAL),
        ("Đã định hôm qua.", date(2023, 11, 7), None, planned),
        ("Cuối tuần.", date(2023, 11, 12), None, planned),
        ("Sẽ có, không rõ ngày.", None, None, planned),
        ("Trong tháng.", date(2023, 11, 1), date(2023, 11, 30), planned),
        ("Hôm nay.", date(2023, 11, 8), None, Status.ACTUAL),
        ("Ghi nhầm năm.", date(2028, 11, 8), None, Status.ACTUAL),
    ]
    for sentence, first, last, status in told:
        writer.event("CONSULT", "meet", sentence, norway, day=first, end=last, precision=month if last else None, status=status)
    return build([writer.done()])


UNDATED = ["Không rõ ngày.", "Sẽ có, không rõ ngày."]
"""What stands on the day of publication, 8/11/2023."""
HAPPENED = [*UNDATED, "Hôm nay.", "Đã định hôm qua.", "Hôm kia."]
AHEAD = ["Trong tháng.", "Cuối tuần.", "Ghi nhầm năm.", "Họp năm 2030."]


@pytest.mark.parametrize(("sort", "order"), [("newest", HAPPENED + AHEAD), ("upcoming", AHEAD + HAPPENED)])
def test_what_is_still_to_come_stands_apart_the_soonest_first(sort: Sort, order: list[str]) -> None:
    found = events_page(at_work(), sort, today=date(2023, 11, 8))
    assert found.rows["evidence_text"].tolist() == order
    assert (found.ahead, found.undated) == (len(AHEAD), len(UNDATED))


def test_among_equals_what_has_happened_comes_before_what_is_to_come() -> None:
    assert events_page(at_work(), "type", today=date(2023, 11, 8)).rows["evidence_text"].tolist() == HAPPENED + AHEAD


def test_without_a_day_nothing_is_still_to_come() -> None:
    found = events_page(at_work(), "newest")
    assert found.ahead == 0
    assert found.rows["evidence_text"].tolist()[:2] == ["Họp năm 2030.", "Ghi nhầm năm."]


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
