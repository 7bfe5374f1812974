"""Casualty figures over time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest

from lib.charts import casualty_notes, casualty_series, casualty_strips
from lib.charts.casualties import Pin, Reference, drawable, wide
from lib.charts.style import ACCENT, say
from lib.records import Harm, Place, Qualifier, Scope, VictimsKind
from lib.tables import CasualtiesView, build, casualties_view, narrowed
from tests.tables.factory import Writer, ministry, sample, state

if TYPE_CHECKING:
    import plotly.graph_objects as go

CASUALTIES = casualties_view(build(sample()))
PALESTINE = narrowed(casualties_view(build(sample()), "killed"), "PSE")


def data(figure: go.Figure) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = figure.to_plotly_json()["data"]
    return found


def marks(figure: go.Figure) -> list[dict[str, Any]]:
    """The traces whose marks are figures."""
    return [trace for trace in data(figure) if trace.get("hovertext")]


def named(figure: go.Figure, name: str) -> dict[str, Any]:
    return next(trace for trace in marks(figure) if trace["name"].endswith(name))


def words(figure: go.Figure) -> list[str]:
    return [note["text"] for note in figure.to_plotly_json()["layout"].get("annotations", [])]


def undated(*counts: int, **keys: Any) -> CasualtiesView:  # noqa: ANN401 - the writer's own keywords
    """Running totals without a date, in articles of one day after the other."""
    told = []
    for place, count in enumerate(counts):
        writer = Writer(f"a{place}", "Tin", published=date(2023, 11, 7 + place))
        writer.casualty(Harm.KILLED, f"{count} người đã chết.", count, by=ministry(), **keys)
        told.append(writer.done())
    return casualties_view(build(told))


def test_totals_are_steps_and_incidents_marks_on_plots_of_their_own() -> None:
    traces = marks(casualty_series(CASUALTIES, "vi"))
    steps = [trace for trace in traces if "lines" in trace["mode"]]
    others = [trace for trace in traces if "lines" not in trace["mode"]]
    assert {trace["line"]["shape"] for trace in steps} == {"hv"}
    assert {trace["yaxis"] for trace in steps} == {"y"}
    assert {trace["yaxis"] for trace in others} == {"y2"}


def test_each_claimant_has_a_line() -> None:
    names = [trace["name"] for trace in marks(casualty_series(CASUALTIES, "vi"))]
    assert "thiệt mạng · Palestine · Gaza — Bộ Y tế Gaza" in names
    assert "thiệt mạng · Palestine · Gaza — Israel" in names
    assert "bị bắt giữ · Israel · Gaza — không rõ nguồn" in names


def test_what_all_share_is_left_out_of_the_names() -> None:
    names = [trace["name"] for trace in marks(casualty_series(PALESTINE, "vi"))]
    assert {"Gaza — Bộ Y tế Gaza", "Gaza — Israel"} <= set(names)


def test_claimants_differ_in_shape_and_line_too() -> None:
    figure = casualty_series(PALESTINE, "vi")
    one, other = named(figure, "Bộ Y tế Gaza"), named(figure, "Israel")
    assert one["marker"]["symbol"] != other["marker"]["symbol"]
    assert one["line"]["dash"] != other["line"]["dash"]
    assert one["line"]["color"] != other["line"]["color"]


def test_a_range_is_drawn_as_a_range() -> None:
    mark = next(trace for trace in marks(casualty_series(PALESTINE, "vi")) if "lines" not in trace["mode"])
    assert (list(mark["y"]), mark["error_y"]["array"], mark["error_y"]["arrayminus"]) == ([250], [50], [50])
    assert mark["hovertext"][0].startswith("<b>200–300</b>")


def test_a_running_total_s_range_is_a_band_up_to_the_next() -> None:
    writer = Writer("a", "Tin")
    writer.casualty(Harm.KILLED, "200-300 người.", None, low=200, high=300, qualifier=Qualifier.RANGE, day=date(2023, 11, 1), by=ministry())
    writer.casualty(Harm.KILLED, "400 người.", 400, day=date(2023, 11, 5), by=ministry())
    band = next(trace for trace in data(casualty_series(casualties_view(build([writer.done()])), "vi")) if trace.get("fill"))
    assert set(band["x"]) == {"2023-11-01", "2023-11-05", None}
    assert set(band["y"]) == {200, 300, None}


def test_a_figure_without_a_top_points_up_and_the_later_of_a_contradiction_is_ringed() -> None:
    figure = casualty_series(PALESTINE, "vi")
    line = named(figure, "Bộ Y tế Gaza")
    assert line["text"] == ["", "↑", ""]
    assert [color == ACCENT for color in line["marker"]["line"]["color"]] == [False, True, True]
    rings = next(trace for trace in data(figure) if trace["name"] == "Số không khớp")
    assert [ring[0] for ring in rings["customdata"]] == PALESTINE.flags["second_id"].tolist()
    assert rings["text"] == ["<b>1</b>", "<b>2</b>"]


def test_hovering_tells_figure_claimant_start_and_sentence() -> None:
    line = named(casualty_series(CASUALTIES, "vi"), "Palestine · Gaza — Bộ Y tế Gaza")
    assert line["hovertext"][0] == (
        "<b>10.022</b> · thiệt mạng · Palestine · Gaza<br>6/11/2023<br>Theo: Bộ Y tế Gaza<br>Tính từ 7/10/2023"
        "<br><i>Bộ Y tế Gaza: 10.022 người chết.</i>"
    )
    assert "hơn 10.300" in line["hovertext"][1]
    assert "Mâu thuẫn" in line["hovertext"][1]


def test_every_figure_that_has_a_day_is_a_mark() -> None:
    carried = {mark[0] for trace in marks(casualty_series(CASUALTIES, "vi")) for mark in trace["customdata"]}
    assert carried == set(CASUALTIES.rows[CASUALTIES.rows["day"].notna()]["casualty_id"])


def test_a_total_without_a_date_stands_hollow_on_the_day_of_publication_and_says_so() -> None:
    figure = casualty_series(undated(10328, 10569), "vi")
    (trace,) = marks(figure)
    assert "theo ngày đăng" in [one["name"] for one in data(figure)]
    assert list(trace["x"]) == ["2023-11-07", "2023-11-08"]
    assert trace["marker"]["symbol"] == ["circle-open", "circle-open"]
    assert trace["line"]["dash"] == "dot"
    assert "Ngày đăng 7/11/2023; bài không nói" in trace["hovertext"][0]


def test_an_addition_is_a_cross_whoever_states_it() -> None:
    writer = Writer("a", "Tin")
    for scope in (Scope.INCIDENT, Scope.INCREMENT):
        writer.casualty(Harm.KILLED, f"3 người, {scope}.", 3, scope=scope, day=date(2023, 11, 7), by=ministry())
    figure = casualty_series(casualties_view(build([writer.done()])), "vi")
    (trace,) = marks(figure)
    assert trace["marker"]["symbol"] == ["circle", "cross"]
    assert trace["hovertext"][1].startswith("<b>+3</b>")
    assert data(figure)[-1]["name"] == "số tăng thêm"


def test_a_figure_that_many_articles_tell_is_one_mark() -> None:
    told = []
    for number in range(3):
        writer = Writer(f"a{number}", "Tin")
        writer.casualty(Harm.KILLED, "500 người chết.", 500, day=date(2023, 11, 7), by=ministry())
        told.append(writer.done())
    (trace,) = marks(casualty_series(casualties_view(build(told)), "vi"))
    assert list(trace["y"]) == [500]
    assert "3 bài nêu con số này" in trace["hovertext"][0]


def test_a_story_that_articles_of_several_days_tell_is_one_mark() -> None:
    view = undated(10328, 10328, 10328)
    rows = drawable(view)
    assert (len(rows), rows["told"].tolist()) == (view.rows["story_id"].nunique(), [3])
    assert rows["day"].tolist() == [pd.Timestamp("2023-11-07")]


def test_running_totals_beyond_the_limit_are_named_outside_of_the_drawing() -> None:
    figure = casualty_series(PALESTINE, "en", limit=1)
    assert figure.layout.meta["series_left_out"] == ["children · Gaza"]
    (told,) = casualty_notes(figure.layout.meta, "en")
    assert "children · Gaza" in told
    assert sorted(words(figure)) == ["Running totals", "Single events and periods"]
    assert casualty_notes(casualty_series(PALESTINE, "en").layout.meta, "en") == []


def test_no_series_of_single_events_is_left_out_for_its_place() -> None:
    writer = Writer("a", "Tin")
    for place in range(15):
        there = Place(f"Làng {place}", "PSE", 31.0, 34.0)
        writer.casualty(Harm.KILLED, f"{place + 2} người.", place + 2, scope=Scope.INCIDENT, day=date(2023, 11, 7), place=there)
    figure = casualty_series(casualties_view(build([writer.done()])), "vi")
    assert len(marks(figure)[0]["x"]) == 15
    assert casualty_notes(figure.layout.meta, "vi") == []


def test_too_many_figures_are_cut_to_the_newest() -> None:
    writer = Writer("a", "Tin", published=date(2020, 1, 1))
    for number in range(350):
        writer.casualty(Harm.KILLED, f"{number} người.", number, day=date(2020, 1, 1) + timedelta(days=number), by=ministry())
    figure = casualty_series(casualties_view(build([writer.done()])), "vi")
    assert figure.layout.meta["figures_left_out"] == 100
    assert "100 con số cũ hơn" in " ".join(casualty_notes(figure.layout.meta, "vi"))
    assert min(marks(figure)[0]["y"]) == 100


def test_what_is_told_of_years_ago_does_not_press_the_rest_together() -> None:
    writer = Writer("a", "Tin")
    for year in (1965, 2023):
        writer.casualty(Harm.KILLED, f"200 người năm {year}.", 200, scope=Scope.INCIDENT, day=date(year, 11, 1))
    figure = casualty_series(casualties_view(build([writer.done()])), "vi")
    assert figure.layout.meta["before"] == 1
    assert figure.layout.xaxis.range[0].startswith("2023-10")
    assert "1 con số cũ hơn ở bên trái" in " ".join(casualty_notes(figure.layout.meta, "vi"))


def millions(*counts: int) -> CasualtiesView:
    """Single events of some figures, and "millions" of somebody."""
    writer = Writer("a", "Tin")
    for count in counts:
        writer.casualty(Harm.KILLED, f"{count} người.", count, scope=Scope.INCIDENT, day=date(2023, 11, 6), by=ministry())
    vague: dict[str, Any] = {"low": 10**6, "high": 10**7 - 1, "qualifier": Qualifier.VAGUE}
    writer.casualty(Harm.KILLED, "Hàng triệu người.", None, scope=Scope.INCIDENT, day=date(2023, 11, 7), by=state("USA", "Mỹ"), **vague)
    return casualties_view(build([writer.done()]))


def test_vague_millions_do_not_set_the_scale_of_all_others() -> None:
    view = millions(2, 30, 40)
    assert wide(view) is False
    figure = casualty_series(view, "vi")
    assert {y for trace in marks(figure) for y in trace["y"]} == {2, 30, 40}
    assert casualty_notes(figure.layout.meta, "vi") == [say("figures_above", "vi", n="1")]


@pytest.mark.parametrize(("counts", "log"), [((2, 30, 40), True), ((), False), ((4_000_000,), False)])
def test_vague_millions_are_drawn_where_there_is_room(counts: tuple[int, ...], *, log: bool) -> None:
    figure = casualty_series(millions(*counts), "vi", log=log)
    assert sum(len(trace["y"]) for trace in marks(figure)) == len(counts) + 1
    assert casualty_notes(figure.layout.meta, "vi") == []


def test_vague_millions_that_are_picked_are_drawn() -> None:
    view = millions(2, 30)
    key = view.rows.set_index("evidence_text")["casualty_id"]["Hàng triệu người."]
    assert [one for one, _ in squared(casualty_series(view, "vi", picked=key))] == [key]


@pytest.mark.parametrize(("top", "step"), [(1, 1), (3, 1), (400, None)])
def test_no_axis_counts_half_people(top: int, step: int | None) -> None:
    assert casualty_series(undated(1, top), "vi").layout.yaxis.dtick == step


def test_a_claimant_has_one_colour_and_shape_on_both_plots_and_its_series_differ_in_line() -> None:
    writer = Writer("a", "Tin")
    for place, (kind, scope) in enumerate(
        [(VictimsKind.PEOPLE, Scope.CUMULATIVE), (VictimsKind.CHILDREN, Scope.CUMULATIVE), (VictimsKind.PEOPLE, Scope.INCIDENT)]
    ):
        for by in (ministry(), state("ISR", "Israel")):
            writer.casualty(Harm.KILLED, f"{place} {by.name}.", 100 + place, kind=kind, scope=scope, day=date(2023, 11, 7), by=by)
    traces = marks(casualty_series(casualties_view(build([writer.done()]), "killed"), "vi"))
    looks: dict[str, set[tuple[str, str]]] = {"Bộ Y tế Gaza": set(), "Israel": set()}
    lines: dict[str, list[str]] = {"Bộ Y tế Gaza": [], "Israel": []}
    for trace in traces:
        claimant = trace["name"].rpartition(" — ")[2]
        looks[claimant].add((trace["marker"]["color"], trace["marker"]["symbol"][0]))
        lines[claimant] += [trace["line"]["dash"]] if "line" in trace else []
    assert [len(some) for some in looks.values()] == [1, 1]
    assert looks["Bộ Y tế Gaza"] != looks["Israel"]
    assert [len(set(some)) for some in lines.values()] == [2, 2]


def test_a_month_is_drawn_as_long_as_it_is() -> None:
    writer = Writer("a", "Tin")
    writer.casualty(Harm.KILLED, "500 người chết trong tháng.", 500, day=date(2023, 10, 1))
    view = casualties_view(build([writer.done()]))
    view = replace(view, rows=view.rows.assign(date_end=view.rows["date"] + timedelta(days=30)))
    (trace,) = marks(casualty_series(view, "vi"))
    assert trace["error_x"]["array"] == [30 * 86_400_000]


@pytest.mark.parametrize(("counts", "expected"), [((10, 20, 30), False), ((10, 20, 30, 3001), True), ((5000,), False)])
def test_a_logarithmic_scale_is_offered_where_figures_lie_far_apart(counts: tuple[int, ...], *, expected: bool) -> None:
    assert wide(undated(*counts)) is expected


@pytest.mark.parametrize("log", [True, False])
def test_the_scale_is_the_reader_s(log: Any) -> None:  # noqa: ANN401 - a bool
    assert casualty_series(CASUALTIES, "vi", log=log).layout.yaxis.type == ("log" if log else "linear")


def test_events_are_pinned_to_the_axis_of_both_plots() -> None:
    figure = casualty_series(CASUALTIES, "vi", pins=[Pin(date(2023, 11, 4), "1")])
    (line,) = figure.layout.shapes
    assert (line.x0, line.x1, line.yref) == ("2023-11-04", "2023-11-04", "paper")
    assert "<b>1</b>" in words(figure)


def test_a_reference_series_lies_over_the_totals() -> None:
    rows = pd.DataFrame({"date": pd.to_datetime(["2023-10-07", "2023-11-07"]), "value": [0.0, 10000.0]})
    figure = casualty_series(CASUALTIES, "vi", reference=Reference("Chuỗi ngoài", rows))
    line = next(trace for trace in data(figure) if trace["name"] == "Chuỗi ngoài")
    assert (line["name"], list(line["y"]), line["yaxis"]) == ("Chuỗi ngoài", [0.0, 10000.0], "y")
    assert "customdata" not in line


def test_single_events_of_many_claimants_share_one_entry_of_the_legend() -> None:
    writer = Writer("a", "Tin")
    for place, code in enumerate(("USA", "FRA", "RUS", "CHN", "IND", "IRN", "THA", "VNM", "LAO")):
        writer.casualty(Harm.KILLED, f"{place + 2} người.", place + 2, scope=Scope.INCIDENT, day=date(2023, 11, 7), by=state(code, code))
    traces = marks(casualty_series(casualties_view(build([writer.done()])), "vi"))
    assert [len(trace["x"]) for trace in traces] == [1, 1, 1, 1, 1, 1, 3]
    assert traces[-1]["name"] == "các nguồn khác"


def test_each_side_has_a_strip() -> None:
    writer = Writer("a", "Tin")
    for country in ("PSE", "ISR", None):
        writer.casualty(Harm.KILLED, f"10 người {country}.", 10, country=country, day=date(2023, 11, 7), by=state("ISR", "Israel"))
    figure = casualty_strips(casualties_view(build([writer.done()]), "killed"), "vi")
    assert words(figure) == ["Israel", "Palestine"]
    assert [(trace["name"], trace["yaxis"]) for trace in marks(figure)] == [("Gaza — Israel", "y"), ("Gaza — Israel", "y2")]
    assert casualty_strips(casualties_view(build([writer.done()]), "killed"), "vi", limit=1).layout.meta["sides_left_out"] == 1


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_says_so(lang: Any) -> None:  # noqa: ANN401 - a literal
    expected = {"vi": "Không có dữ liệu trong bộ lọc này", "en": "Nothing matches the filters"}[lang]
    view = casualties_view(build([]))
    assert [words(casualty_series(view, lang)), words(casualty_strips(view, lang))] == [[expected], [expected]]


def test_of_many_contradictions_the_newest_are_numbered() -> None:
    writer = Writer("a", "Tin")
    for day in range(1, 25):
        writer.casualty(Harm.KILLED, f"{1000 - day * 30} người.", 1000 - day * 30, day=date(2023, 11, day), by=ministry())
    view = casualties_view(build([writer.done()]))
    rings = next(trace for trace in data(casualty_series(view, "vi")) if trace["name"] == "Số không khớp")
    assert len(view.flags) == 23
    assert rings["text"] == [f"<b>{number}</b>" for number in range(1, 4)]
    assert rings["x"][-1] == "2023-11-24"


def squared(figure: go.Figure) -> list[tuple[str, str]]:
    """The ids that stand in a square, and the axis that each is drawn on."""
    return [(trace["customdata"][0][0], trace["yaxis"]) for trace in data(figure) if trace["name"] == "Đang chọn"]


def test_the_figure_that_is_picked_stands_in_a_square() -> None:
    assert squared(casualty_series(PALESTINE, "vi")) == []
    for mark, axis in (("4.104 trẻ em thiệt mạng.", "y"), ("Vụ nổ làm 200-300 người chết.", "y2")):
        key = PALESTINE.rows.set_index("evidence_text")["casualty_id"][mark]
        assert squared(casualty_series(PALESTINE, "vi", picked=key)) == [(key, axis)]
        strips = casualty_strips(PALESTINE, "vi", picked=key)
        assert [one for one, _ in squared(strips)] == [key]
        assert not any(trace["showlegend"] for trace in data(strips)), "strips have no room for a legend"
    assert squared(casualty_series(PALESTINE, "vi", picked="nothing")) == []


def test_a_picked_figure_that_another_article_told_first_is_marked_where_that_one_stands() -> None:
    told = []
    for place in range(2):
        writer = Writer(f"a{place}", "Tin")
        writer.casualty(Harm.KILLED, f"Bài {place}: 20 người chết.", 20, scope=Scope.INCIDENT, day=date(2023, 11, 7), by=ministry())
        told.append(writer.done())
    view = casualties_view(build(told))
    for key in view.rows["casualty_id"]:
        figure = casualty_series(view, "vi", picked=key)
        assert [one for one, _ in squared(figure)] == marks(figure)[0]["customdata"][0][:1]


def test_a_picked_figure_is_drawn_however_old_and_rare() -> None:
    writer = Writer("a", "Tin")
    writer.casualty(Harm.KILLED, "Năm 2014 có 2 người chết.", 2, scope=Scope.INCIDENT, day=date(2014, 7, 1), place=None, by=ministry())
    for place in range(300):
        day = date(2023, 1, 1) + timedelta(days=place)
        writer.casualty(Harm.KILLED, f"{place + 5} người chết.", place + 5, scope=Scope.INCIDENT, day=day, by=ministry())
    view = casualties_view(build([writer.done()]))
    key = view.rows.set_index("evidence_text")["casualty_id"]["Năm 2014 có 2 người chết."]
    assert key not in {mark[0] for trace in marks(casualty_series(view, "vi", limit=1)) for mark in trace["customdata"]}
    figure = casualty_series(view, "vi", limit=1, picked=key)
    assert squared(figure) == [(key, "y")]
    assert figure.to_plotly_json()["layout"]["xaxis"]["range"][0] < "2014-07-01"
    assert figure.layout.meta["before"] == 0
