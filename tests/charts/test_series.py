"""The timeline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from lib.charts import timeline
from lib.tables import build, overview_view
from tests.tables.factory import Writer, sample, state

if TYPE_CHECKING:
    import plotly.graph_objects as go


def data(figure: go.Figure) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = figure.to_plotly_json()["data"]
    return found


def words(figure: go.Figure) -> list[str]:
    return [note["text"] for note in figure.to_plotly_json()["layout"].get("annotations", [])]


def test_the_timeline_tells_what_it_cannot_place() -> None:
    view = overview_view(build(sample()))
    figure = timeline(view, "vi")
    assert sum(sum(trace["y"]) for trace in data(figure)) == view.timeline["count"].sum()
    assert words(figure) == ["3 sự kiện không rõ ngày, không có trên biểu đồ"]
    assert [trace["name"] for trace in data(figure)][-1] == "Bày tỏ quan điểm"


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
