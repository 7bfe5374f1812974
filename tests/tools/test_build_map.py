from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pycountry
import pytest

from tools import build_map

ROOT = Path(__file__).resolve().parents[2]
WORLD: dict[str, Any] = json.loads((ROOT / "static" / "world.json").read_text(encoding="utf-8"))
SHAPES: dict[str, list[list[list[list[float]]]]] = {f["id"]: f["geometry"]["coordinates"] for f in WORLD["features"]}
RINGS = [(code, place, ring) for code, polygons in SHAPES.items() for polygon in polygons for place, ring in enumerate(polygon)]


def area(ring: list[list[float]]) -> float:
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) / 2


def holds(code: str, x: float, y: float) -> bool:
    """Whether a point lies in a country, by counting the borders to its east."""
    found = False
    for polygon in SHAPES[code]:
        for ring in polygon:
            for (x0, y0), (x1, y1) in pairwise(ring):
                if (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0):
                    found = not found
    return found


def test_one_feature_a_code() -> None:
    codes = [feature["id"] for feature in WORLD["features"]]
    assert len(set(codes)) == len(codes)
    known = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
    assert set(codes) - known == {"KAS"}  # the Siachen glacier, claimed by two states


@pytest.mark.parametrize("code", ["BHR", "VAT", "SGP", "MLT", "PSE", "LBN", "QAT", "KWT", "MDV", "VNM", "XKX", "SSD"])
def test_small_states_are_there(code: str) -> None:
    assert code in SHAPES


def test_antarctica_is_not() -> None:
    assert "ATA" not in SHAPES


@pytest.mark.parametrize(("place", "x", "y"), [("Gaza", 34.35, 31.4), ("Ramallah", 35.2, 31.9)])
def test_both_parts_of_palestine_are_palestine(place: str, x: float, y: float) -> None:
    assert holds("PSE", x, y), place
    assert not holds("ISR", x, y), place


@pytest.mark.parametrize(
    ("code", "x", "y"), [("VNM", 105.8, 21.0), ("RUS", -175.0, 66.5), ("UKR", 34.0, 45.3), ("CYP", 33.4, 35.3), ("SOM", 44.1, 9.6)]
)
def test_places_lie_in_their_country(code: str, x: float, y: float) -> None:
    assert holds(code, x, y)


def test_outer_rings_run_clockwise_and_holes_the_other_way() -> None:
    assert [code for code, place, ring in RINGS if (area(ring) < 0) != (place == 0)] == []


def test_rings_are_closed_and_have_an_area() -> None:
    assert [code for code, _, ring in RINGS if ring[0] != ring[-1] or len(ring) < 4 or area(ring) == 0] == []


def test_nothing_crosses_the_antimeridian() -> None:
    assert [code for code, _, ring in RINGS if max(x for x, _ in ring) - min(x for x, _ in ring) > 170] == []
    assert [code for code, _, ring in RINGS if not all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)] == []
    assert {code for code, _, ring in RINGS if max(x for x, _ in ring) == 180} == {"RUS", "FJI"}


def test_the_files_stay_small() -> None:
    assert (ROOT / "static" / "world.json").stat().st_size < 360_000


@pytest.mark.parametrize("scale", ["110m", "50m"])
def test_plotly_s_own_shapes_are_replaced_by_none(scale: str) -> None:
    stub = json.loads((ROOT / "static" / "topojson" / f"world_{scale}.json").read_text(encoding="utf-8"))
    assert set(stub["objects"]) >= {"coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"}
    assert stub["arcs"] == []


def test_middles_are_the_shapes_middles() -> None:
    middles = json.loads((ROOT / "lib" / "charts" / "data" / "middles.json").read_text(encoding="utf-8"))
    assert set(middles) == set(SHAPES)
    assert holds("VNM", *middles["VNM"]) or abs(middles["VNM"][0] - 106.5) < 1
    assert holds("RUS", *middles["RUS"])


def topology(arcs: list[list[list[int]]], shapes: dict[str, list[Any]]) -> dict[str, Any]:
    geometries = [{"type": "MultiPolygon", "arcs": rings, "properties": {"a3": code}} for code, rings in shapes.items()]
    return {"transform": {"scale": [1, 1], "translate": [0, 0]}, "arcs": arcs, "objects": {"countries": {"geometries": geometries}}}


def test_a_ring_is_joined_from_arcs_either_way_and_wound_clockwise() -> None:
    square = [[[0, 0], [10, 0], [0, 10]], [[0, 0], [0, 10], [10, 0]]]
    built = build_map.build(topology(square, {"AAA": [[[0, -2]]]}))
    assert built == {"AAA": [[[(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)]]]}


def test_a_ring_over_the_antimeridian_is_cut_in_two() -> None:
    across = [[[170, 0], [20, 0], [0, 10], [-20, 0], [0, -10]]]
    (east, west) = sorted(build_map.build(topology(across, {"AAA": [[[0]]]}))["AAA"], key=lambda polygon: -polygon[0][0][0])
    assert {x for x, _ in east[0]} == {170, 180}
    assert {x for x, _ in west[0]} == {-180, -170}


def test_borders_are_simplified_where_nobody_would_see() -> None:
    wavy = [[[0, 0], [5, 0], [5, 0], [0, 10], [-10, 0], [0, -10]]]
    assert len(build_map.build(topology(wavy, {"AAA": [[[0]]]}))["AAA"][0][0]) == 5


def test_a_country_without_a_shape_is_a_diamond_and_antarctica_is_dropped() -> None:
    built = build_map.build(topology([[[12, 42], [0, 0]]], {"VAT": [[[0]]], "ATA": [[[0]]]}))
    assert list(built) == ["VAT"]
    assert len(built["VAT"][0][0]) == 5


def test_two_areas_of_one_code_are_one_country() -> None:
    square = [[[0, 0], [10, 0], [0, 10], [-10, 0], [0, -10]], [[20, 0], [10, 0], [0, 10], [-10, 0], [0, -10]]]
    assert len(build_map.build(topology(square, {"CYP": [[[0]]], "CYN": [[[1]]]}))["CYP"]) == 2
