from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from lib.records import Harm, Precision, Role, Status
from lib.tables import Filters, apply, build, counts, overview_view
from lib.tables.overview import NewsView, news_view
from tests.tables.factory import Writer, blinken, fidan, sample, state

VIEW = overview_view(build(sample()))


def test_counts() -> None:
    counts = VIEW.counts
    assert (counts.articles, counts.events, counts.meetings, counts.casualties) == (4, 22, 3, 8)


def test_the_newest_total_of_each_series() -> None:
    latest = VIEW.latest.set_index("series")["value"]
    assert latest["killed|PSE|Gaza|people"] == 9900
    assert len(latest) == 3
    assert latest.is_monotonic_decreasing


def test_a_total_without_a_day_stands_by_its_publication() -> None:
    older, newer = Writer("a", "Tin", published=date(2023, 11, 5)), Writer("b", "Tin", published=date(2023, 11, 7))
    older.casualty(Harm.KILLED, "Đến ngày 5/11, 9.700 người đã thiệt mạng.", 9700, day=date(2023, 11, 5))
    newer.casualty(Harm.KILLED, "Tổng cộng 9.900 người đã thiệt mạng.", 9900)
    assert overview_view(build([older.done(), newer.done()])).latest["value"].tolist() == [9900]


def test_the_totals_are_of_people_harmed_or_held_and_of_somewhere() -> None:
    writer = Writer("a", "Tin")
    for harm in Harm:
        writer.casualty(harm, f"{harm} ở Gaza.", 100)
    writer.casualty(Harm.KILLED, "Không rõ ai, ở đâu.", 7, country=None, place=None)
    writer.casualty(Harm.KILLED, "Không rõ ai, ở Gaza.", 8, country=None)
    writer.casualty(Harm.KILLED, "Người Israel, không rõ ở đâu.", 9, country="ISR", place=None)
    told = overview_view(build([writer.done()])).latest
    assert sorted(zip(told["harm"].astype("str"), told["value"], strict=True)) == [
        ("captive", 100),
        ("displaced", 100),
        ("injured", 100),
        ("killed", 8),
        ("killed", 9),
        ("killed", 100),
        ("missing", 100),
    ]


def news() -> NewsView:
    writers = [Writer(f"n{n}", "Tin", published=date(2023, 11, 7)) for n in range(2)]
    writers[0].event("ACCUSE", "disapprove", "Iran lên án vụ tấn công.", state("IRN", "Iran"), day=date(2023, 11, 6))
    writers[0].event(
        "CONSULT", "meet", "Ông Fidan gặp ông Blinken.", fidan(Role.PARTICIPANT), blinken(Role.PARTICIPANT), day=date(2023, 11, 6)
    )
    writers[1].event(
        "CONSULT", "meet", "Ông Fidan gặp ông Blinken.", fidan(Role.PARTICIPANT), blinken(Role.PARTICIPANT), day=date(2023, 11, 6)
    )
    writers[1].event("CONSULT", "visit", "Ông Fidan sẽ thăm.", fidan(), day=date(2023, 11, 6), status=Status.PLANNED)
    writers[1].event("ACCUSE", "disapprove", "Iran chỉ trích.", state("IRN", "Iran"))
    writers[1].event("SUPPORT", "support", "Mỹ ủng hộ.", state("USA", "Mỹ"), day=date(2023, 10, 30))
    week = (date(2023, 11, 1), date(2023, 11, 7))
    return news_view(build([one.done() for one in writers]), week, (date(2023, 10, 25), date(2023, 10, 31)))


def test_what_is_new_stands_beside_the_period_before() -> None:
    found = news()
    assert (found.events, found.meetings, found.articles) == ((4, 1), (2, 0), (2, 0))


def test_who_moved_most_comes_first() -> None:
    found = news().movers.set_index("country")
    assert found["change"].to_dict() == {"IRN": 2, "TUR": 2, "USA": 1}
    assert list(found.loc["USA", ["count", "before"]]) == [2, 1]


def test_a_story_stands_once_and_the_most_reported_first() -> None:
    stories = news().stories
    assert stories["reports"].tolist() == [2, 1, 1]
    assert stories["event_type"].tolist()[0] == "CONSULT"


def test_every_dated_actual_event_is_on_one_day_and_the_others_are_counted() -> None:
    actual = [event for record in sample() for event in record.events if event.status == Status.ACTUAL]
    assert VIEW.timeline["count"].sum() == sum(event.date is not None for event in actual)
    assert VIEW.undated == sum(event.date is None for event in actual) > 0


def test_the_day_of_publication_stands_in_for_a_date_in_the_bars_alone_and_is_marked() -> None:
    writer, nowhere = Writer("a", "Tin", published=date(2023, 11, 8)), Writer("b", "Tin", published=None)
    writer.event("ACCUSE", "disapprove", "Chỉ trích.", fidan())
    writer.event("ACCUSE", "disapprove", "Chỉ trích hôm ấy.", fidan(), day=date(2023, 11, 8))
    nowhere.event("ACCUSE", "disapprove", "Chỉ trích.", fidan())
    view = overview_view(build([writer.done(), nowhere.done()]))
    assert view.bars[["published", "count"]].to_numpy().tolist() == [[False, 1], [True, 1]]
    assert view.bars["day"].unique().tolist() == [pd.Timestamp(2023, 11, 8)]
    assert view.timeline["count"].tolist() == [1]
    assert (view.actual, view.undated, view.nowhere, view.first) == (3, 2, 1, pd.Timestamp(2023, 11, 8))


def test_the_bars_say_how_finely_a_day_is_known() -> None:
    writer = Writer("a", "Tin")
    year = (date(2023, 1, 1), date(2023, 12, 31), Precision.YEAR)
    month = (date(2023, 1, 1), date(2023, 1, 31), Precision.MONTH)
    for first, last, precision in (year, month):
        writer.event("EXPRESS", "concern", f"Lo {precision}.", fidan(), day=first, end=last, precision=precision)
    bars = overview_view(build([writer.done()])).bars
    assert sorted(bars["grain"]) == ["month", "year"]
    assert set(bars["quad_class"]) == {""}


@pytest.mark.parametrize("undated", [True, False])
def test_what_is_new_is_what_the_filters_find_in_the_period(*, undated: bool) -> None:
    tables, span = build(sample()), (date(2023, 11, 6), date(2023, 11, 8))
    found = news_view(tables, span, (date(2023, 11, 3), date(2023, 11, 5)), undated=undated)
    chosen = apply(tables, Filters(date_from=span[0], date_to=span[1], undated=undated, statuses=("actual",)))
    known = chosen.events["date"].notna() | chosen.events["published"].notna()
    assert found.events[0] == int(known.sum())
    assert counts(chosen).events >= found.events[0] > 0


def test_announced_meetings_soonest_first() -> None:
    writer = Writer("a", "Tin")
    for day in (20, 15):
        writer.event("CONSULT", "visit", f"Thăm ngày {day}.", fidan(), state("IRN", "Iran"), day=date(2023, 11, day), status=Status.PLANNED)
    writer.event("CONSULT", "visit", "Sẽ thăm.", fidan(), state("IRN", "Iran"), status=Status.PLANNED)
    writer.event("SANCTION", "expel", "Sẽ trục xuất.", fidan(), status=Status.PLANNED)
    upcoming = overview_view(build([writer.done()])).upcoming
    assert upcoming["evidence_text"].tolist() == ["Thăm ngày 15.", "Thăm ngày 20.", "Sẽ thăm."]


def test_the_period() -> None:
    assert (VIEW.first, VIEW.last) == (pd.Timestamp("2023-10-09"), pd.Timestamp("2023-11-07"))


def test_nothing_gives_an_empty_view() -> None:
    view = overview_view(build([]))
    assert (view.counts.events, len(view.latest), len(view.timeline), view.first) == (0, 0, 0, None)
