"""The matrix of meetings and the timeline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from lib.charts import meeting_matrix, timeline
from lib.records import Role, Status
from lib.tables import build, meetings_view, overview_view
from tests.tables.factory import Writer, sample, state

if TYPE_CHECKING:
    import plotly.graph_objects as go


def data(figure: go.Figure) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = figure.to_plotly_json()["data"]
    return found


def words(figure: go.Figure) -> list[str]:
    return [note["text"] for note in figure.to_plotly_json()["layout"].get("annotations", [])]


@pytest.mark.parametrize("by", ["country", "person"])
def test_the_matrix_carries_both_keys_of_each_cell(by: Any) -> None:  # noqa: ANN401 - a literal
    view = meetings_view(build(sample()), by)
    heat, marks, rings = data(meeting_matrix(view, "vi"))
    assert heat["hoverinfo"] == "skip"
    total = view.matrix + view.planned
    assert {tuple(cell) for cell in marks["customdata"]} == {(r, c) for r in view.order for c in view.order if total.loc[r, c]}
    assert {tuple(cell) for cell in rings["customdata"]} == {(r, c) for r in view.order for c in view.order if view.planned.loc[r, c]}


def test_the_matrix_names_countries_in_the_page_s_language() -> None:
    figure = meeting_matrix(meetings_view(build(sample())), "en")
    assert "Türkiye" in figure.layout.xaxis.ticktext
    hover = data(figure)[1]["hovertext"]
    assert "<b>United States – Türkiye</b><br>1 meetings or calls<br>1 planned" in hover


def test_the_matrix_keeps_the_busiest_and_counts_the_others() -> None:
    figure = meeting_matrix(meetings_view(build(sample())), "vi", limit=3)
    assert list(figure.layout.xaxis.ticktext) == ["Mỹ", "Thổ Nhĩ Kỳ", "Ai Cập"]
    assert figure.layout.meta == {"left_out": 2}


def test_a_meeting_that_did_not_happen_is_not_in_the_matrix() -> None:
    writer = Writer("a", "Tin")
    both = Role.PARTICIPANT
    writer.event("CONSULT", "meet", "Không gặp.", state("USA", "Mỹ", both), state("IRN", "Iran", both), status=Status.NEGATED)
    figure = meeting_matrix(meetings_view(build([writer.done()])), "vi")
    assert words(figure) == ["Không có dữ liệu trong bộ lọc này"]


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
    assert words(figure) == ["24 tháng không có sự kiện"]


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_says_so(lang: Any) -> None:  # noqa: ANN401 - a literal
    empty = build([])
    figures = [
        meeting_matrix(meetings_view(empty), lang),
        timeline(overview_view(empty), lang),
    ]
    expected = {"vi": "Không có dữ liệu trong bộ lọc này", "en": "Nothing matches the filters"}[lang]
    assert [words(figure) for figure in figures] == [[expected]] * 2
