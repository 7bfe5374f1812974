from __future__ import annotations

import json
from typing import Any

from lib.charts import drawn, flows_map
from lib.charts.flows import MOST
from lib.charts.style import middles
from lib.records import Role
from lib.tables import build, reactions_view
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


def test_the_most_frequent_arcs_are_drawn() -> None:
    writer = Writer("a", "Tin")
    codes = sorted(middles())
    for i, code in enumerate(codes[: MOST + 20]):
        for n in range(2 if i == MOST + 19 else 1):
            writer.event(
                "REQUEST", "talks", f"Câu {i} {n}.", state(code, code), state("ISR" if code != "ISR" else "PSE", "x", Role.RECIPIENT)
            )
    view = reactions_view(build([writer.done()]))
    assert (len(view.flows), len(drawn(view))) == (MOST + 20, MOST)
    assert drawn(view).iloc[0]["country"] == codes[MOST + 19]
