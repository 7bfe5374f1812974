"""Casualty figures, the matrix of meetings and the timeline."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from lib.charts import casualty_series, meeting_matrix, timeline
from lib.charts.style import ACCENT
from lib.records import Harm, Role, Status
from lib.tables import build, casualties_view, meetings_view, overview_view
from tests.tables.factory import Writer, ministry, sample, state

if TYPE_CHECKING:
    import plotly.graph_objects as go

CASUALTIES = casualties_view(build(sample()))


def data(figure: go.Figure) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = figure.to_plotly_json()["data"]
    return found


def words(figure: go.Figure) -> list[str]:
    return [note["text"] for note in figure.to_plotly_json()["layout"].get("annotations", [])]


def test_totals_are_steps_and_incidents_marks_on_plots_of_their_own() -> None:
    traces = data(casualty_series(CASUALTIES, "vi"))
    steps = [trace for trace in traces if trace["mode"] == "lines+markers"]
    marks = [trace for trace in traces if trace["mode"] == "markers"]
    assert {trace["line"]["shape"] for trace in steps} == {"hv"}
    assert {trace["yaxis"] for trace in steps} == {"y"}
    assert {trace["yaxis"] for trace in marks} == {"y2"}


def test_each_claimant_has_a_line() -> None:
    names = [trace["name"] for trace in data(casualty_series(CASUALTIES, "vi"))]
    assert "thiệt mạng · Palestine · Gaza — Bộ Y tế Gaza" in names
    assert "thiệt mạng · Palestine · Gaza — Israel" in names
    assert "bị bắt giữ · Israel · Gaza — không rõ nguồn" in names


def test_a_range_is_drawn_as_a_range() -> None:
    mark = next(trace for trace in data(casualty_series(CASUALTIES, "vi")) if trace["mode"] == "markers")
    assert (list(mark["y"]), mark["error_y"]["array"], mark["error_y"]["arrayminus"]) == ([250], [50], [50])
    assert mark["hovertext"][0].startswith("<b>200–300</b>")


def test_a_figure_without_a_top_points_up_and_a_contradiction_is_ringed() -> None:
    line = next(trace for trace in data(casualty_series(CASUALTIES, "vi")) if trace["name"].endswith("Bộ Y tế Gaza"))
    assert line["marker"]["symbol"] == ["circle", "triangle-up", "circle"]
    assert [color == ACCENT for color in line["marker"]["line"]["color"]] == [False, True, True]


def test_hovering_tells_figure_claimant_start_and_sentence() -> None:
    line = next(trace for trace in data(casualty_series(CASUALTIES, "vi")) if trace["name"].endswith("Bộ Y tế Gaza"))
    assert line["hovertext"][0] == (
        "<b>10.022</b> · thiệt mạng · Palestine · Gaza<br>6/11/2023<br>Theo: Bộ Y tế Gaza<br>Tính từ 7/10/2023"
        "<br><i>Bộ Y tế Gaza: 10.022 người chết.</i>"
    )
    assert "hơn 10.300" in line["hovertext"][1]
    assert "Mâu thuẫn" in line["hovertext"][1]


def test_each_mark_carries_its_fact() -> None:
    carried = {mark[0] for trace in data(casualty_series(CASUALTIES, "vi")) for mark in trace["customdata"]}
    assert carried == set(CASUALTIES.rows[CASUALTIES.rows["date_known"]]["casualty_id"])


def test_a_figure_that_many_articles_tell_is_one_mark() -> None:
    told = []
    for number in range(3):
        writer = Writer(f"a{number}", "Tin")
        writer.casualty(Harm.KILLED, "500 người chết.", 500, day=date(2023, 11, 7), by=ministry())
        told.append(writer.done())
    (trace,) = data(casualty_series(casualties_view(build(told)), "vi"))
    assert list(trace["y"]) == [500]
    assert "3 bài nêu con số này" in trace["hovertext"][0]


def test_series_beyond_the_limit_are_counted() -> None:
    figure = casualty_series(CASUALTIES, "en", limit=1)
    assert figure.layout.meta == {"left_out": 2, "figures_left_out": 0}
    assert "2 more series are not drawn" in words(figure)


def test_too_many_figures_are_cut_to_the_newest() -> None:
    writer = Writer("a", "Tin")
    for number in range(1600):
        writer.casualty(Harm.KILLED, f"{number} người.", number, day=date(2020, 1, 1) + timedelta(days=number), by=ministry())
    figure = casualty_series(casualties_view(build([writer.done()])), "vi")
    assert figure.layout.meta["figures_left_out"] == 100
    assert "100 con số cũ hơn" in " ".join(words(figure))
    assert min(data(figure)[0]["y"]) == 100


def test_a_month_is_drawn_as_long_as_it_is() -> None:
    writer = Writer("a", "Tin")
    writer.casualty(Harm.KILLED, "500 người chết trong tháng.", 500, day=date(2023, 10, 1))
    view = casualties_view(build([writer.done()]))
    totals = view.totals.assign(date_end=view.totals["date"] + timedelta(days=30))
    view = type(view)(view.rows, totals, view.incidents, view.flags, view.undated)
    (trace,) = data(casualty_series(view, "vi"))
    assert trace["error_x"]["array"] == [30 * 86_400_000]


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
    for offset in (0, days):
        writer.event("ACCUSE", "disapprove", f"Lên án {offset}.", state("IRN", "Iran"), day=date(2020, 1, 1) + timedelta(days=offset))
    (trace,) = data(timeline(overview_view(build([writer.done()])), "vi"))
    first, last = (date.fromisoformat(day) for day in trace["customdata"][0])
    assert (last - first).days + 1 == span
    assert first <= date(2020, 1, 1) <= last
    assert sum(trace["y"]) == 2


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_says_so(lang: Any) -> None:  # noqa: ANN401 - a literal
    empty = build([])
    figures = [
        casualty_series(casualties_view(empty), lang),
        meeting_matrix(meetings_view(empty), lang),
        timeline(overview_view(empty), lang),
    ]
    expected = {"vi": "Không có dữ liệu trong bộ lọc này", "en": "Nothing matches the filters"}[lang]
    assert [words(figure) for figure in figures] == [[expected]] * 3
