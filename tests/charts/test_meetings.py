"""Who met whom, as a matrix and as a network."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from lib.charts import meeting_matrix, meeting_network
from lib.charts.meetings import shade
from lib.charts.network import _EDGE, _SCREEN, _box, _covered, labels
from lib.charts.network_layout import components, layout
from lib.records import Actor, Role, Sector, Status
from lib.tables import build, meetings_view
from tests.tables.factory import Writer, sample, state

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from lib.knowledge.labels import Lang
    from lib.tables.meetings import By

BOTH = Role.PARTICIPANT
VIEW = meetings_view(build(sample()))
BYS: list[By] = ["country", "person"]


def data(figure: go.Figure) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = figure.to_plotly_json()["data"]
    return found


def words(figure: go.Figure) -> list[str]:
    return [note["text"] for note in figure.to_plotly_json()["layout"].get("annotations", [])]


def cells(trace: dict[str, Any]) -> set[tuple[str, str]]:
    return {(row, column) for row, column in trace["customdata"]}


@pytest.mark.parametrize("by", BYS)
def test_a_cell_carries_both_its_keys(by: By) -> None:
    view = meetings_view(build(sample()), by)
    held, planned, *_ = data(meeting_matrix(view, "vi"))
    assert cells(held) == {(r, c) for r in view.order for c in view.order if view.matrix.loc[r, c]}
    assert cells(planned) == {(r, c) for r in view.order for c in view.order if view.planned.loc[r, c]}


def test_a_cell_tells_its_number_and_its_shade_grows_with_it() -> None:
    held = data(meeting_matrix(VIEW, "vi"))[0]
    at = held["customdata"].index(["USA", "EGY"])
    assert held["text"][at] == str(VIEW.matrix.loc["USA", "EGY"])
    shades = [shade(count) for count in (1, 2, 3, 5, 10)]
    assert (len(set(shades)), shade(4), shade(99)) == (5, shades[2], shades[4])


def test_announced_meetings_are_hatched_beside_held_ones() -> None:
    planned = data(meeting_matrix(VIEW, "vi"))[1]
    assert planned["marker"]["pattern"]["shape"] == "/"
    at = planned["customdata"].index(["USA", "TUR"])
    assert VIEW.matrix.loc["USA", "TUR"] == 1
    assert (planned["text"][at], planned["width"][at] < 0.5) == ("", True)
    held = data(meeting_matrix(VIEW, "vi"))[0]
    beside = held["customdata"].index(["USA", "TUR"])
    end = held["x"][beside] + held["width"][beside] / 2
    assert end < planned["x"][at] - planned["width"][at] / 2, "no hatching over a shade"


def legend(figure: go.Figure) -> list[str]:
    return [trace["name"] for trace in data(figure) if trace["showlegend"]]


def test_the_legend_tells_each_shade_that_is_there_and_the_hatching() -> None:
    one = Writer("a", "Tin")
    for other in ["IRN", "EGY", "EGY", *["TUR"] * 4, *["QAT"] * 7, *["JOR"] * 12]:
        one.event("CONSULT", "meet", f"{other} {len(one.text)}.", state("USA", "Mỹ", BOTH), state(other, other, BOTH))
    assert legend(meeting_matrix(meetings_view(build([one.done()])), "en")) == ["1", "2", "3–4", "5–9", "≥ 10"]
    assert legend(meeting_matrix(VIEW, "en"))[-1] == "Planned"
    assert meeting_matrix(VIEW, "en").layout.showlegend


def test_the_matrix_names_countries_in_the_page_s_language() -> None:
    figure = meeting_matrix(VIEW, "en")
    assert "Türkiye" in figure.layout.xaxis.ticktext
    assert "<b>United States – Türkiye</b><br>Meetings and calls: 1<br>Planned: 1" in data(figure)[0]["hovertext"]


def test_the_chosen_are_framed() -> None:
    assert len(meeting_matrix(VIEW, "vi").layout.shapes) == 0
    row, column = meeting_matrix(VIEW, "vi", chosen=("USA", None)).layout.shapes
    assert (row.y1 - row.y0, column.x1 - column.x0) == (1, 1)
    assert {shape.x1 - shape.x0 for shape in meeting_matrix(VIEW, "vi", chosen=("USA", "TUR")).layout.shapes} == {1}


def test_a_meeting_that_did_not_happen_is_not_in_the_matrix() -> None:
    writer = Writer("a", "Tin")
    writer.event("CONSULT", "meet", "Không gặp.", state("USA", "Mỹ", BOTH), state("IRN", "Iran", BOTH), status=Status.NEGATED)
    view = meetings_view(build([writer.done()]))
    for figure in (meeting_matrix(view, "vi"), meeting_network(view, "vi")):
        assert words(figure) == ["Không có dữ liệu trong bộ lọc này"]


def test_a_long_name_is_shortened_on_the_axis_only() -> None:
    writer = Writer("a", "Tin")
    name = "Tổ chức có tên rất dài để thử trục của ma trận"
    writer.event("CONSULT", "meet", "Hai bên gặp nhau.", state("USA", "Mỹ", BOTH), Actor(BOTH, "org:rat-dai", name, sector=Sector.NGO))
    figure = meeting_matrix(meetings_view(build([writer.done()]), "body"), "vi")
    assert any(tick.endswith("…") and len(tick) == 24 for tick in figure.layout.xaxis.ticktext)
    assert name in data(figure)[0]["hovertext"][0]


def test_each_dot_carries_a_party_and_each_line_both() -> None:
    traces = data(meeting_network(VIEW, "vi"))
    middles, dots = traces[-2:]
    assert [key for key, _ in dots["customdata"]] == list(VIEW.order)
    assert {frozenset(pair) for pair in middles["customdata"]} == {
        frozenset((one, other)) for one in VIEW.order for other in VIEW.order if (VIEW.matrix + VIEW.planned).loc[one, other]
    }
    assert len(middles["x"]) == len(middles["hovertext"]) == len(middles["customdata"])


def test_lines_of_announced_meetings_alone_are_dashed() -> None:
    writer = Writer("a", "Tin")
    for one, other, status in (("USA", "IRN", Status.PLANNED), ("USA", "EGY", Status.ACTUAL)):
        writer.event("CONSULT", "meet", f"{one} {other}.", state(one, one, BOTH), state(other, other, BOTH), status=status)
    traces = data(meeting_network(meetings_view(build([writer.done()])), "vi"))
    assert sorted(trace["line"]["dash"] for trace in traces if trace["mode"] == "lines") == ["dash", "solid"]


def test_the_chosen_party_stands_out() -> None:
    dots = data(meeting_network(VIEW, "vi", chosen="EGY"))[-1]
    faint = {key for (key, _), opacity in zip(dots["customdata"], dots["marker"]["opacity"], strict=True) if opacity < 1}
    assert faint == {key for key in VIEW.order if key != "EGY" and not VIEW.matrix.loc["EGY", key]}
    lines = [trace for trace in data(meeting_network(VIEW, "vi", chosen="EGY")) if trace["mode"] == "lines"]
    shown = [trace["opacity"] for trace in lines if trace["showlegend"] and trace["name"] == "Đã diễn ra"]
    assert shown == [max(trace["opacity"] for trace in lines)]


def test_the_layout_is_the_same_every_time_and_draws_friends_together() -> None:
    ties = np.zeros((6, 6))
    for group in ((0, 2, 4), (1, 3, 5)):
        for one in group:
            for other in group:
                ties[one, other] = float(one != other)
    places = layout(ties)
    assert np.array_equal(places, layout(ties))
    assert np.abs(places).max() <= 1
    middles = [places[list(group)].mean(axis=0) for group in ((0, 2, 4), (1, 3, 5))]
    spread = max(np.hypot(*(places[one] - middles[one % 2])) for one in range(6))
    assert spread < np.hypot(*(middles[0] - middles[1]))


@pytest.mark.parametrize("count", [0, 1, 2, 120])
def test_the_layout_takes_any_number(count: int) -> None:
    places = layout(np.zeros((count, count)))
    assert places.shape == (count, 2)
    assert np.isfinite(places).all()
    assert np.abs(places).max(initial=0) <= 1


def net(count: int, groups: int) -> np.ndarray:
    """Ties of `count` parties in so many groups: in each, one whom all others met, and a ring of them."""
    ties = np.zeros((count, count))
    for group in range(groups):
        members = list(range(group, count, groups))
        for one, other in [*((members[0], other) for other in members[1:]), *pairwise(members[1:])]:
            ties[one, other] = ties[other, one] = 1.0 + one % 3
    return ties


@pytest.mark.parametrize(("count", "groups"), [(20, 1), (60, 4), (120, 9), (120, 40)])
def test_no_two_dots_stand_upon_one_another(count: int, groups: int) -> None:
    places = layout(net(count, groups))
    far = np.hypot(*(places[:, None] - places[None, :]).transpose(2, 0, 1)) + 9 * np.eye(count)
    assert far.min() > 0.9 / np.sqrt(count), "a dot has at least about a quarter of its share of the square to itself"


def test_groups_that_nothing_ties_together_stand_apart() -> None:
    ties = net(60, 4)
    assert [group.tolist() for group in components(ties)] == [list(range(group, 60, 4)) for group in range(4)]
    places = layout(ties)
    boxes = [(places[group].min(axis=0), places[group].max(axis=0)) for group in components(ties)]
    for number, (low, high) in enumerate(boxes):
        for other_low, other_high in boxes[:number]:
            assert (high < other_low).any() or (other_high < low).any()


def test_names_cover_no_name_and_the_busiest_are_named() -> None:
    places = layout(net(120, 9))
    names = [f"Bên thứ {number} có tên dài" for number in range(120)]
    found = labels(names, range(120), places, np.full(120, 12.0))
    assert 14 <= len(found) <= 40
    assert set(list(found)[:5]) == set(range(5))
    boxes = np.array(
        [_box(side, len(names[one]) * 6.6, (places[one] + _EDGE) / (2 * _EDGE) * _SCREEN, 12.0) for one, side in found.items()]
    )
    for number, box in enumerate(boxes):
        assert not _covered(box, np.delete(boxes, number, axis=0)).any()


def test_of_few_parties_all_are_named() -> None:
    dots = data(meeting_network(VIEW, "vi"))[-1]
    assert "" not in dots["text"]


def test_the_network_knows_that_others_met_too() -> None:
    view = meetings_view(build(sample()), most=3)
    assert meeting_network(view, "vi").layout.meta == meeting_matrix(view, "vi").layout.meta == {"left_out": view.others}


@pytest.mark.parametrize(("lang", "expected"), [("vi", "Không có dữ liệu trong bộ lọc này"), ("en", "Nothing matches the filters")])
def test_nothing_says_so(lang: Lang, expected: str) -> None:
    view = meetings_view(build([]))
    assert [words(meeting_matrix(view, lang)), words(meeting_network(view, lang))] == [[expected], [expected]]
