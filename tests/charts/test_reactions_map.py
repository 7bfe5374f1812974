from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from lib.charts import COLOR_BY, INSETS, MEASURE_COLORS, REGIONS, reactions_map, region_label, scale_of
from lib.charts.reactions_scale import QUIET
from lib.charts.style import middles
from lib.tables import build, measures, reactions_view, until
from tests.tables.factory import Writer, sample, state

VIEW = reactions_view(build(sample()))
LEVELS = [one.code for one in measures()]


def traces(**keys: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - what reactions_map takes
    found: list[dict[str, Any]] = reactions_map(VIEW.by_country, "vi", **keys).to_plotly_json()["data"]
    return found


def shapes(**keys: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - what reactions_map takes
    return [trace for trace in traces(**keys) if trace["type"] == "choropleth"]


def color(trace: dict[str, Any], code: str) -> str:
    """The colour that plotly gives to a country: that of its class."""
    place = int(dict(zip(trace["locations"], trace["z"], strict=True))[code])
    steps = trace["colorscale"]
    assert len(steps) == 2 * (trace["zmax"] - trace["zmin"])
    assert steps[2 * place][1] == steps[2 * place + 1][1]
    return str(steps[2 * place][1])


def test_every_country_is_drawn_and_can_be_clicked_also_in_the_corner() -> None:
    whole, corner = shapes()
    assert (whole["geo"], corner["geo"]) == ("geo", "geo2")
    for trace in (whole, corner):
        assert sorted(trace["locations"]) == sorted(middles())
        assert trace["customdata"] == [[code] for code in trace["locations"]]


def test_the_corner_of_the_world_keeps_clear_of_south_america() -> None:
    (west, east), _ = REGIONS["world"]
    coast = (-81.4 - west) / (east - west)  # Peru's westernmost cape, near the equator, where longitudes are evenly spaced
    assert reactions_map(VIEW.by_country, "vi").layout.geo2.domain.x[1] < coast - 0.02


def test_a_country_has_the_colour_of_its_strongest_measure() -> None:
    trace = shapes()[0]
    assert color(trace, "TUR") == MEASURE_COLORS[LEVELS.index("recall")]
    assert color(trace, "EGY") == MEASURE_COLORS[LEVELS.index("demand")]
    assert color(trace, "BRA") == QUIET


def test_the_legend_names_the_scale_in_its_order() -> None:
    named = [trace["name"] for trace in traces() if trace["type"] == "scattergeo"]
    assert named == ["Chưa có phản ứng", *(one.vi for one in measures())]


def test_a_country_is_in_the_class_of_its_number() -> None:
    scale = scale_of(VIEW.by_country, "count", "vi")
    assert scale.names == ("Chưa có phản ứng", "1", "2–4")
    trace = shapes(scale=scale)[0]
    assert {code: color(trace, code) for code in ("USA", "EGY", "BRA")} == {
        "USA": scale.colors[2],
        "EGY": scale.colors[1],
        "BRA": QUIET,
    }


def test_numbers_have_at_most_six_classes_without_a_gap() -> None:
    many = VIEW.by_country.head(2).assign(count=[1, 34_567])
    scale = scale_of(many, "count", "en")
    assert len(scale.names) <= 7
    assert scale.names[-1].endswith("34,567")
    assert scale.classes(many) == [1, len(scale.names) - 1]


def test_the_kind_is_that_of_most_reactions() -> None:
    scale = scale_of(VIEW.by_country, "kind", "vi")
    kinds = dict(zip(VIEW.by_country["country"], VIEW.by_country["dominant_quad"], strict=True))
    classes = dict(zip(VIEW.by_country["country"], scale.classes(VIEW.by_country), strict=True))
    assert kinds["EGY"] == "verbal conflict"
    assert scale.names[classes["EGY"]] == "Xung đột bằng lời"
    assert all(scale.keys[classes[code] - 1] == kind for code, kind in kinds.items())


@pytest.mark.parametrize("by", COLOR_BY)
def test_an_earlier_day_is_coloured_by_the_same_scale(by: Any) -> None:  # noqa: ANN401 - a literal
    scale = scale_of(VIEW.by_country, by, "vi")
    early = until(VIEW, date(2023, 11, 5)).by_country
    figure = reactions_map(early, "vi", scale=scale).to_plotly_json()["data"]
    assert [t["name"] for t in figure if t["type"] == "scattergeo"] == list(scale.names)
    assert [t["colorscale"] for t in figure if t["type"] == "choropleth"] == [t["colorscale"] for t in shapes(scale=scale)]


def test_hovering_tells_the_country_in_the_page_s_language() -> None:
    trace = shapes()[0]
    hover = dict(zip(trace["locations"], trace["hovertext"], strict=True))
    assert hover["TUR"] == (
        "<b>Thổ Nhĩ Kỳ</b><br>2 phản ứng<br>Mạnh nhất: Trừng phạt, cắt quan hệ (triệu hồi đại sứ)"
        "<br>Nhiều nhất: Trừng phạt, cắt quan hệ<br>Mới nhất: 6/11/2023"
    )
    assert hover["BRA"] == "<b>Brazil</b><br>chưa có phản ứng"


def test_what_is_chosen_is_outlined_wherever_it_is_drawn() -> None:
    marks = [trace for trace in shapes(selected="TUR") if trace["locations"] == ["TUR"]]
    assert [trace["geo"] for trace in marks] == ["geo", "geo2"]
    assert {trace["hoverinfo"] for trace in marks} == {"skip"}
    assert len(traces(selected="QQQ")) == len(traces())


def test_shapes_come_by_address_and_never_inline() -> None:
    assert {trace["geojson"] for trace in shapes()} == {"app/static/world.json"}
    assert len(reactions_map(VIEW.by_country, "vi").to_json()) < 90_000


@pytest.mark.parametrize("region", REGIONS)
def test_each_region_has_a_frame_and_a_name(region: str) -> None:
    layout = reactions_map(VIEW.by_country, "en", region=region).to_plotly_json()["layout"]
    assert (layout["geo"]["lonaxis"]["range"], layout["geo"]["lataxis"]["range"]) == REGIONS[region]
    assert ("geo2" in layout) == (region in INSETS)
    assert region_label(region, "vi")
    assert region_label(region, "en")


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(KeyError):
        reactions_map(VIEW.by_country, "vi", region="moon")


def test_a_country_without_a_shape_is_told() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Chỉ trích.", state("TKL", "Tokelau"))
    figure = reactions_map(reactions_view(build([writer.done()])).by_country, "vi")
    assert figure.layout.meta == {"off_map": ["TKL"]}


@pytest.mark.parametrize("by", COLOR_BY)
def test_nothing_is_an_empty_map(by: Any) -> None:  # noqa: ANN401 - a literal
    nothing = reactions_view(build([])).by_country
    figure = reactions_map(nothing, "vi", scale=scale_of(nothing, by, "vi"))
    assert set(figure.data[0].z) == {0}


def test_a_map_without_legend_has_the_same_shapes_and_all_the_room() -> None:
    bare = reactions_map(VIEW.by_country, "vi", legend=False).to_plotly_json()
    assert [trace["type"] for trace in bare["data"]] == ["choropleth"] * 2
    assert not bare["layout"].get("annotations")
