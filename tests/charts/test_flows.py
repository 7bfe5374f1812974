from __future__ import annotations

import json
from typing import Any

import pytest

from lib.charts import TOPS, drawn, flows_map, flows_scale
from lib.charts.style import ACCENT, middles
from lib.knowledge.labels import LANGS, Lang
from lib.records import Role
from lib.tables import ReactionsView, build, measure_label, reactions_view
from tests.tables.factory import Writer, sample, state, un

VIEW = reactions_view(build(sample()))


def layers(**keys: Any) -> dict[str, Any]:  # noqa: ANN401 - what flows_map takes
    return {layer["id"]: layer for layer in json.loads(flows_map(VIEW, "vi", **keys).to_json())["layers"]}


def test_arcs_over_shapes_by_address_without_tiles() -> None:
    deck = json.loads(flows_map(VIEW, "vi").to_json())
    assert layers()["land"]["data"] == layers()["borders"]["data"] == "app/static/world.json"
    assert not deck.get("mapProvider")
    assert deck["mapStyle"]  # without a style of ours Streamlit asks Carto for one
    assert "://" not in deck["mapStyle"]


def test_an_arc_tells_who_whom_how_often_and_how_far() -> None:
    arc = next(a for a in layers()["flows"]["data"] if a["country"] == "TUR")
    assert (arc["recipient"], tuple(arc["target"])) == ("ISR", middles()["ISR"])
    assert arc["label"] == "Thổ Nhĩ Kỳ → Israel: 2 phản ứng\nTriệu hồi, trục xuất, biểu tình"


def test_the_chosen_arc_stands_out() -> None:
    plain, marked = (
        next(a for a in some["flows"]["data"] if a["country"] == "TUR") for some in (layers(), layers(selected=("TUR", "ISR")))
    )
    assert marked["width"] > plain["width"]
    assert marked["color"] != plain["color"]


def test_a_body_has_no_place_and_no_arc() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Lên án.", un(), state("ISR", "Israel", Role.RECIPIENT))
    view = reactions_view(build([writer.done()]))
    assert view.flows["country"].tolist() == ["igo:un"]
    assert drawn(view).empty


def many(count: int) -> ReactionsView:
    """Reactions of `count` countries, one of each, but two of the last."""
    writer = Writer("a", "Tin")
    for i, code in enumerate(sorted(middles())[:count]):
        for n in range(2 if i == count - 1 else 1):
            writer.event(
                "REQUEST", "talks", f"Câu {i} {n}.", state(code, code), state("ISR" if code != "ISR" else "PSE", "x", Role.RECIPIENT)
            )
    return reactions_view(build([writer.done()]))


@pytest.mark.parametrize("most", TOPS)
def test_the_most_frequent_arcs_are_drawn(most: int) -> None:
    view = many(most + 20)
    assert (len(view.flows), len(drawn(view, most))) == (most + 20, most)
    assert drawn(view, most).iloc[0]["country"] == sorted(middles())[most + 19]
    assert len(json.loads(flows_map(view, "vi", most=most).to_json())["layers"][2]["data"]) == most


def test_a_chosen_arc_is_drawn_however_rare_and_on_top_and_the_others_are_pale() -> None:
    view = many(TOPS[0] + 20)
    rare = tuple(view.flows.iloc[-1][["country", "recipient"]])
    assert rare not in set(zip(drawn(view)["country"], drawn(view)["recipient"], strict=True))
    plain, marked = (json.loads(flows_map(view, "vi", selected=one).to_json())["layers"][2]["data"] for one in (None, rare))
    assert (marked[-1]["country"], marked[-1]["recipient"]) == rare
    assert marked[-1]["color"][3] == plain[0]["color"][3] > 3 * max(one["color"][3] for one in marked[:-1])


@pytest.mark.parametrize("lang", LANGS)
def test_the_colours_of_the_arcs_are_told(lang: Lang) -> None:
    rows = drawn(VIEW)
    scale = flows_scale(rows, lang)
    assert dict(zip(scale.names, scale.colors, strict=True)).keys() == {measure_label(level, lang) for level in rows["measure"]}
    arcs = layers()["flows"]["data"]
    assert {"#" + "".join(f"{part:02x}" for part in one["color"][:3]) for one in arcs} == set(scale.colors)
    assert flows_scale(rows, lang, picked=True).colors == (*scale.colors, ACCENT)
