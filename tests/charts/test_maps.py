from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from lib.charts import REGIONS, flows_map, reactions_map, region_label
from lib.charts.style import LAND, SEVERITY_COLORS, middles
from lib.tables import build, reactions_view
from tests.tables.factory import Writer, sample, state

ROOT = Path(__file__).resolve().parents[2]
VIEW = reactions_view(build(sample()))


def traces(**keys: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - what reactions_map takes
    found: list[dict[str, Any]] = reactions_map(VIEW, "vi", **keys).to_plotly_json()["data"]
    return found


def test_every_country_is_drawn_once_and_can_be_clicked() -> None:
    drawn = [code for trace in traces() for code in trace["locations"]]
    assert sorted(drawn) == sorted(middles())
    assert all(trace["customdata"] == [[code] for code in trace["locations"]] for trace in traces())


def test_a_country_has_the_colour_of_its_strongest_measure() -> None:
    colors = {code: trace["colorscale"][0][1] for trace in traces() for code in trace["locations"]}
    assert colors["TUR"] == SEVERITY_COLORS[5]
    assert colors["EGY"] == SEVERITY_COLORS[2]
    assert colors["BRA"] == LAND


def test_the_legend_names_the_levels_that_are_there() -> None:
    named = [trace["name"] for trace in traces() if trace.get("showlegend")]
    assert named == ["Ủng hộ, hợp tác", "Kêu gọi, yêu cầu", "Đe dọa", "Biểu tình, trừng phạt", "Điều quân, cưỡng ép"]


def test_hovering_tells_the_country_in_the_page_s_language() -> None:
    hover = {code: text for trace in traces() for code, text in zip(trace["locations"], trace["hovertext"], strict=True)}
    assert hover["TUR"] == (
        "<b>Thổ Nhĩ Kỳ</b><br>2 phản ứng<br>Mạnh nhất: Trừng phạt, cắt quan hệ"
        "<br>Nhiều nhất: Trừng phạt, cắt quan hệ<br>Mới nhất: 6/11/2023"
    )
    assert hover["BRA"] == "<b>Brazil</b><br>chưa có phản ứng"


def test_counts_share_one_scale() -> None:
    counted = traces(color_by="count")[1]
    assert dict(zip(counted["locations"], counted["z"], strict=True))["USA"] == 4
    assert counted["showscale"]


def test_what_is_chosen_is_outlined() -> None:
    last = traces(selected="TUR")[-1]
    assert (last["locations"], last["hoverinfo"]) == (["TUR"], "skip")
    assert len(traces(selected="QQQ")) == len(traces())


def test_shapes_come_by_address_and_never_inline() -> None:
    assert {trace["geojson"] for trace in traces()} == {"app/static/world.json"}
    assert len(reactions_map(VIEW, "vi").to_json()) < 60_000


@pytest.mark.parametrize("region", REGIONS)
def test_each_region_has_a_frame_and_a_name(region: str) -> None:
    geo = reactions_map(VIEW, "en", region=region).to_plotly_json()["layout"]["geo"]
    assert (geo["lonaxis"]["range"], geo["lataxis"]["range"]) == REGIONS[region]
    assert region_label(region, "vi") != region_label(region, "en")


def test_an_unknown_region_is_refused() -> None:
    with pytest.raises(KeyError):
        reactions_map(VIEW, "vi", region="moon")


def test_a_country_without_a_shape_is_told() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Chỉ trích.", state("TKL", "Tokelau"))
    figure = reactions_map(reactions_view(build([writer.done()])), "vi")
    assert figure.layout.meta == {"off_map": ["TKL"]}


def test_nothing_is_an_empty_map() -> None:
    assert len(reactions_map(reactions_view(build([])), "vi").data) == 1


def test_flows_are_arcs_over_shapes_by_address_without_tiles() -> None:
    deck = json.loads(flows_map(VIEW, "vi").to_json())
    layers = {layer["id"]: layer for layer in deck["layers"]}
    assert layers["land"]["data"] == layers["borders"]["data"] == "app/static/world.json"
    assert not deck.get("mapProvider")
    assert deck["mapStyle"]  # without a style of ours Streamlit asks Carto for one
    assert "://" not in deck["mapStyle"]
    arc = next(a for a in layers["flows"]["data"] if a["country"] == "TUR")
    assert (arc["recipient"], tuple(arc["target"])) == ("ISR", middles()["ISR"])
    assert arc["label"] == "Thổ Nhĩ Kỳ → Israel: 2 phản ứng\nBiểu tình, trừng phạt"
