"""The button that shows a chart as it will be saved."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from lib.ui.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    from lib.knowledge.labels import Lang

WHERE: dict[str, tuple[str, dict[str, str]]] = {
    "days": ("overview", {}),
    "reactions": ("reactions", {"day": "2023-11-06"}),
    "flows": ("reactions", {"map": "flows"}),
    "casualties": ("casualties", {"victims": "PSE", "place": "Gaza"}),
    "meetings": ("meetings", {}),
}


def pictures(app: AppTest) -> list[dict[str, Any]]:
    """The charts that bear a title: those of the page have none."""
    assert [one.value for one in app.exception] == []
    layouts = [json.loads(chart.proto.spec)["layout"] for chart in app.get("plotly_chart")]
    return [layout for layout in layouts if layout.get("title", {}).get("text")]


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("name", WHERE)
def test_a_chart_is_shown_as_it_will_be_saved(open_sample: Callable[..., AppTest], name: str, lang: Lang) -> None:
    page, query = WHERE[name]
    words = wording(lang)
    app = open_sample(page, lang=lang, conf="0.1", **query)
    assert pictures(app) == []
    app.button(key=f"picture-{name}").click().run()
    (layout,) = pictures(app)
    said = layout["title"]["subtitle"]["text"].split("<br>")
    assert words.count("own.articles", 4) in said[0]
    assert "Báo Mẫu" in said[0]
    assert "2023" in said[0]
    assert said[1] == words.say("picture.filters", chosen=words.say("view.confidence", percent=10))


def test_the_title_tells_what_the_chart_shows(open_sample: Callable[..., AppTest]) -> None:
    titles = {}
    for name, (page, query) in WHERE.items():
        app = open_sample(page, **query)
        app.button(key=f"picture-{name}").click().run()
        titles[name] = pictures(app)[0]["title"]["text"]
    assert titles == {
        "days": "<b>Số sự kiện theo thời gian</b>",
        "reactions": "<b>Phản ứng của các nước: biện pháp mạnh nhất, đến hết ngày 6/11/2023</b>",
        "flows": "<b>Phản ứng: ai nhằm vào ai</b>",
        "casualties": "<b>Số người thiệt mạng: Palestine, Gaza</b>",
        "meetings": "<b>Ai gặp ai: theo nước</b>",
    }


def test_every_side_and_an_unknown_one_have_a_title_too(open_sample: Callable[..., AppTest]) -> None:
    app = open_sample("casualties", victims="all", lang="en")
    app.button(key="picture-casualties").click().run()
    assert pictures(app)[0]["title"]["text"] == "<b>People killed: every side</b>"
