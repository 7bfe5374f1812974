"""The timeline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from lib.charts import timeline, timeline_key
from lib.records import Precision
from lib.tables import build, overview_view
from tests.tables.factory import Writer, sample, state

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from lib.tables import OverviewView


def data(figure: go.Figure) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = figure.to_plotly_json()["data"]
    return found


def words(figure: go.Figure) -> list[str]:
    return [note["text"] for note in figure.to_plotly_json()["layout"].get("annotations", [])]


def heights(figure: go.Figure, *, hatched: bool) -> int:
    bars = [trace for trace in data(figure) if ("pattern" in trace["marker"]) == hatched]
    return sum(n for trace in bars for n in trace["y"] if n is not None)


def test_what_has_no_date_is_hatched_on_the_day_of_its_publication_and_named_in_the_legend() -> None:
    view = overview_view(build(sample()))
    figure = timeline(view, "vi")
    assert heights(figure, hatched=False) == view.bars.query("not published and grain == 'day'")["count"].sum()
    assert heights(figure, hatched=True) == view.undated - view.nowhere == 2
    named = [trace["name"] for trace in data(figure) if trace.get("showlegend", True)]
    assert named[-2:] == ["Bày tỏ quan điểm", "theo ngày đăng (2/18 không rõ ngày)"]
    assert [one.name for one in timeline_key(view, "vi")] == named
    assert [one.hatched for one in timeline_key(view, "vi")] == [False] * (len(named) - 1) + [True]
    assert words(figure) == ["Không vẽ 1 việc chỉ rõ tới tuần, tháng hay năm · Không vẽ 1 việc không rõ cả ngày đăng"]


def test_where_everything_has_a_date_nothing_is_said_of_publication() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Lên án.", state("IRN", "Iran"), day=date(2023, 11, 8))
    view = overview_view(build([writer.done()]))
    assert len(data(timeline(view, "vi"))) == len(timeline_key(view, "vi")) == 1
    assert words(timeline(view, "vi")) == []


def test_a_class_without_dates_is_in_the_legend_in_its_own_colour() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Lên án.", state("IRN", "Iran"))
    solid, hatched, entry = data(timeline(overview_view(build([writer.done()])), "vi"))
    assert (solid["y"], solid["name"]) == ([None], hatched["name"])
    assert (hatched["y"], hatched["showlegend"], entry["y"]) == ([1], False, [None])
    assert hatched["customdata"] == [["2023-11-08", "2023-11-08"]]
    assert "đặt ở ngày đăng" in hatched["hovertext"][0]


WEEK = (date(2026, 8, 3), date(2026, 8, 9), Precision.WEEK)
MONTH = (date(2026, 8, 1), date(2026, 8, 31), Precision.MONTH)
YEAR = (date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR)


@pytest.mark.parametrize(
    ("days", "drawn", "left_out"),
    [
        (30, [], "Không vẽ 3 việc chỉ rõ tới tuần, tháng hay năm"),
        (300, [WEEK], "Không vẽ 2 việc chỉ rõ tới tháng hay năm"),
        (900, [WEEK, MONTH], "Không vẽ 1 việc chỉ rõ tới năm"),
    ],
)
def test_what_is_known_less_finely_than_the_bars_are_drawn_is_on_none(
    days: int, drawn: list[tuple[date, date, Precision]], left_out: str
) -> None:
    writer = Writer("a", "Tin")
    dated = range(0, days, 20)
    for offset in dated:
        writer.event("ACCUSE", "disapprove", f"Lên án {offset}.", state("IRN", "Iran"), day=date(2026, 8, 20) - timedelta(days=offset))
    for first, last, precision in (WEEK, MONTH, YEAR):
        writer.event("ACCUSE", "disapprove", f"Lên án {precision}.", state("IRN", "Iran"), day=first, end=last, precision=precision)
    figure = timeline(overview_view(build([writer.done()])), "vi")
    assert heights(figure, hatched=False) == len(dated) + len(drawn)
    assert words(figure) == [left_out]


def test_a_year_alone_is_no_bar() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Lên án.", state("IRN", "Iran"), day=YEAR[0], end=YEAR[1], precision=YEAR[2])
    figure = timeline(overview_view(build([writer.done()])), "vi")
    assert data(figure) == []
    assert "Không vẽ 1 việc chỉ rõ tới năm" in words(figure)


def one_day(*numbers: int) -> OverviewView:
    writer = Writer("a", "Tin", published=date(2026, 8, 20))
    for day, n in enumerate(numbers, 18):
        for which in range(n):
            writer.event("ACCUSE", "disapprove", f"Lên án {day} {which}.", state("IRN", "Iran"), day=date(2026, 8, day))
    return overview_view(build([writer.done()]))


@pytest.mark.parametrize(("numbers", "dtick"), [((1, 2), 1), ((1, 4), 1), ((1, 5), None)])
def test_few_events_are_counted_in_whole_numbers(numbers: tuple[int, ...], dtick: int | None) -> None:
    assert timeline(one_day(*numbers), "vi").layout.yaxis.dtick == dtick


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ((None, None), 2),
        ((date(2026, 8, 16), date(2026, 8, 22)), 7),
        ((date(2026, 8, 16), None), 4),
        ((None, date(2026, 8, 22)), 5),
    ],
)
def test_the_axis_reaches_over_the_period_that_was_asked_for(period: tuple[date | None, date | None], days: int) -> None:
    axis = timeline(one_day(1, 1), "vi", period=period).layout.xaxis
    first, last = axis.range
    assert round(last - first, 1) == days + 0.2
    begin = (period[0] or date(2026, 8, 18)).day
    assert [one.split("/")[0] for one in axis.ticktext] == [str(day) for day in range(begin, begin + days)]


@pytest.mark.parametrize(("days", "span"), [(30, 1), (400, 7), (2000, 31)])
def test_long_periods_are_told_in_weeks_or_months(days: int, span: int) -> None:
    writer = Writer("a", "Tin")
    for offset in range(0, days + 1, 10):
        writer.event("ACCUSE", "disapprove", f"Lên án {offset}.", state("IRN", "Iran"), day=date(2020, 1, 1) + timedelta(days=offset))
    (trace,) = data(timeline(overview_view(build([writer.done()])), "vi"))
    assert sum(trace["y"]) == days // 10 + 1
    first, last = (date.fromisoformat(day) for day in trace["customdata"][0])
    assert (last - first).days + 1 == span
    assert first <= date(2020, 1, 1) <= last


def test_a_long_silence_is_cut_out_of_the_axis_and_told() -> None:
    writer = Writer("a", "Tin")
    for day in (date(2023, 10, 1), date(2023, 11, 7), date(2025, 11, 1)):
        writer.event("ACCUSE", "disapprove", f"Lên án {day}.", state("IRN", "Iran"), day=day)
    figure = timeline(overview_view(build([writer.done()])), "vi")
    (trace,) = data(figure)
    assert [one[0] for one in trace["customdata"]] == ["2023-10-01", "2023-11-07", "2025-11-01"]
    assert trace["x"][2] - trace["x"][1] < trace["x"][1] - trace["x"][0]
    assert words(figure) == ["trống 24 tháng"]


@pytest.mark.parametrize(("lang", "first"), [("vi", "1/10<br>2023"), ("en", "1 Oct<br>2023")])
def test_a_day_on_the_axis_is_written_as_elsewhere_on_the_page(lang: Any, first: str) -> None:  # noqa: ANN401 - a literal
    writer = Writer("a", "Tin")
    for day in (date(2023, 10, 1), date(2023, 10, 30)):
        writer.event("ACCUSE", "disapprove", f"Lên án {day}.", state("IRN", "Iran"), day=day)
    assert timeline(overview_view(build([writer.done()])), lang).layout.xaxis.ticktext[0] == first


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_says_so(lang: Any) -> None:  # noqa: ANN401 - a literal
    expected = {"vi": "Không có dữ liệu trong bộ lọc này", "en": "Nothing matches the filters"}[lang]
    assert words(timeline(overview_view(build([])), lang)) == [expected]
