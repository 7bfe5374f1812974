from __future__ import annotations

from datetime import date

import pandas as pd

from lib.records import Status
from lib.tables import build, overview_view
from tests.tables.factory import Writer, fidan, sample, state

VIEW = overview_view(build(sample()))


def test_counts() -> None:
    counts = VIEW.counts
    assert (counts.articles, counts.events, counts.meetings, counts.casualties) == (4, 22, 2, 8)


def test_the_newest_total_of_each_series() -> None:
    latest = VIEW.latest.set_index("series")["value"]
    assert latest["killed|PSE|Gaza|people"] == 9900
    assert len(latest) == 3
    assert latest.is_monotonic_decreasing


def test_every_dated_actual_event_is_on_one_day_and_the_others_are_counted() -> None:
    actual = [event for record in sample() for event in record.events if event.status == Status.ACTUAL]
    assert VIEW.timeline["count"].sum() == sum(event.date is not None for event in actual)
    assert VIEW.undated == sum(event.date is None for event in actual) > 0


def test_the_timeline_never_uses_the_day_of_publication() -> None:
    writer = Writer("a", "Tin", published=date(2023, 11, 8))
    writer.event("ACCUSE", "disapprove", "Chỉ trích.", fidan())
    view = overview_view(build([writer.done()]))
    assert (len(view.timeline), view.undated, view.first) == (0, 1, None)


def test_announced_meetings_soonest_first() -> None:
    writer = Writer("a", "Tin")
    for day in (20, 15):
        writer.event("CONSULT", "visit", f"Thăm ngày {day}.", fidan(), state("IRN", "Iran"), day=date(2023, 11, day), status=Status.PLANNED)
    writer.event("CONSULT", "visit", "Sẽ thăm.", fidan(), state("IRN", "Iran"), status=Status.PLANNED)
    writer.event("SANCTION", "expel", "Sẽ trục xuất.", fidan(), status=Status.PLANNED)
    upcoming = overview_view(build([writer.done()])).upcoming
    assert upcoming["evidence_text"].tolist() == ["Thăm ngày 15.", "Thăm ngày 20.", "Sẽ thăm."]


def test_the_busiest_country_first() -> None:
    assert VIEW.active.iloc[0].to_dict() == {"country": "USA", "count": 6}


def test_the_period() -> None:
    assert (VIEW.first, VIEW.last) == (pd.Timestamp("2023-10-09"), pd.Timestamp("2023-11-07"))


def test_nothing_gives_an_empty_view() -> None:
    view = overview_view(build([]))
    assert (view.counts.events, len(view.latest), len(view.timeline), view.first) == (0, 0, 0, None)
