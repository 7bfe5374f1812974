from __future__ import annotations

import json
import re
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lib.ui import reactions_playback
from lib.ui.wording import wording
from tests.tables.factory import sample
from tests.ui.samples import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from lib.records import Article, CodedArticle

    Open = Callable[..., AppTest]

VI = wording("vi")
CODED = {one.article.text: one for one in sample()}


@pytest.fixture
def opened(open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """The reactions page over the sample of the tables' tests."""
    articles = tmp_path / "articles"
    articles.mkdir()
    for i, text in enumerate(CODED):
        (articles / f"{i}.txt").write_text(text, encoding="utf-8")

    def code(article: Article) -> CodedArticle:
        return next(one for text, one in CODED.items() if text.strip() == article.text.strip())

    monkeypatch.setattr("lib.pipeline.code_one", code)
    monkeypatch.setenv("BANG_GIAO_ARTICLES", str(articles))
    return lambda **query: open_page("reactions", **query)


def told(app: AppTest) -> str:
    assert list(app.exception) == []
    assert list(app.error) == []
    kinds = (app.subheader, app.markdown, app.caption, app.info, app.warning)
    return "\n".join([str(one.value) for kind in kinds for one in kind] + [str(one.proto.body) for one in app.get("html")])


def test_what_colours_the_map_is_in_the_address(opened: Open) -> None:
    app = opened()
    assert "Lên án, bác bỏ" in told(app)
    app.segmented_control(key="reactions-color").set_value("kind").run()
    assert app.query_params["color"] == "kind"
    assert "Xung đột bằng lời" in told(app)
    app.segmented_control(key="reactions-color").set_value("measure").run()
    assert "color" not in app.query_params


def test_aiming_is_the_filter_of_all_pages(opened: Open) -> None:
    app = opened()
    app.pills(key="reactions-targets").set_value(["ISR"]).run()
    assert app.query_params["recipient"] == "ISR"
    said = told(app)
    assert "lên án Israel" in said
    assert "cảnh báo Mỹ" not in said
    assert len(app.pills(key="reactions-targets").options) > 1


def test_a_body_is_a_button_with_its_number(opened: Open) -> None:
    app = opened()
    assert app.pills(key="reactions-bodies").options == ["Liên hợp quốc 2"]
    app.pills(key="reactions-bodies").set_value("igo:un").run()
    assert app.query_params["pick"] == "igo:un"
    assert "quan ngại về Dải Gaza" in told(app)


def test_what_decides_the_colour_comes_first_then_by_time_those_without_a_date_by_their_publication(opened: Open) -> None:
    said = told(opened(pick="USA"))
    cards = re.findall(r'class="bg-meta">([^<]*)<', said)
    known = [VI.say("fact.no_date") not in one for one in cards]
    assert known == [True, False, True, True]
    assert said.index(VI.say("reactions.deciding", measure="").split(":")[0]) < said.index(VI.count("reactions.others", 3))
    assert VI.count("reactions.order", 1, "1") in said


def test_the_sentences_are_not_those_of_everything_while_the_map_plays(opened: Open) -> None:
    assert VI.say("reactions.playing") not in told(opened())
    said = told(opened(play="1"))
    assert VI.say("reactions.playing") in said
    assert '<blockquote class="bg-quote">' not in said


def test_what_several_articles_tell_is_told_to_be_one_event(open_page: Open, filled: Path) -> None:
    lines = [{"id": one, "text": TEXT.replace("Tin từ Oslo", f"Tin {one}"), "published": "2024-06-03"} for one in ("mot", "hai", "ba")]
    (filled / "hai.jsonl").write_text("\n".join(json.dumps(one) for one in lines), encoding="utf-8")
    (filled / "mot.txt").unlink()
    said = told(open_page("reactions"))
    assert VI.say("reactions.summary", countries=1, bodies=1, reactions=6, undated=0) in said
    assert VI.count("reactions.stories", 2) in said


def test_where_each_event_is_told_once_nothing_is_said_of_it(opened: Open) -> None:
    assert VI.say("reactions.stories", n="").split(";")[0] not in told(opened())


def test_a_day_shows_what_had_happened_by_then(opened: Open) -> None:
    app = opened(day="2023-11-05", pick="TUR")
    said = told(app)
    assert "triệu hồi đại sứ" in said
    assert "Ngoại trưởng Fidan lên án" not in said
    app.select_slider(key="reactions-day").set_value(date.max).run()
    assert "day" not in app.query_params
    assert "Ngoại trưởng Fidan lên án" in told(app)


def clock(app: AppTest) -> float:
    """How far the playback has come, of 100."""
    return float(app.get("progress")[0].proto.value)


@pytest.mark.parametrize("day", ["hôm qua", "2023-13-40"])
def test_a_day_that_is_none_is_told(opened: Open, day: str) -> None:
    app = opened(day=day)
    assert f"day={day}" in told(app)


def test_playing_goes_on_with_time_and_stops_where_it_is(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    app = opened()
    steps = app.select_slider(key="reactions-day").options
    assert len(steps) > 3
    app.button(key="reactions-play").click().run()
    assert app.query_params["play"] == "1"
    assert app.button(key="reactions-play").label == VI.say("reactions.pause")
    first = clock(app)
    now[0] += reactions_playback.PACE
    app.run()
    later = clock(app)
    assert later > first > 0
    app.button(key="reactions-play").click().run()
    assert "play" not in app.query_params
    day = date.fromisoformat(app.query_params["day"])
    assert app.select_slider(key="reactions-day").value == day
    assert told(app)


def test_playing_ends_with_everything(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    app = opened(play="1")
    assert app.get("progress")
    for _ in range(100):
        if "play" not in app.query_params:
            break
        now[0] += reactions_playback.PACE
        app.run()
    assert "play" not in app.query_params
    assert "day" not in app.query_params
    assert app.button(key="reactions-play").label == VI.say("reactions.play")


def test_flows_are_asked_for_and_a_pair_gives_its_sentences(opened: Open) -> None:
    app = opened()
    assert not app.get("deck_gl_json_chart")
    app.segmented_control(key="reactions-kind").set_value("flows").run()
    assert app.query_params["map"] == "flows"
    assert len(app.get("deck_gl_json_chart")) == 1
    said = told(opened(map="flows", a="TUR", b="ISR"))
    assert "Thổ Nhĩ Kỳ → Israel: 2 phản ứng" in said
    assert "cảnh báo Mỹ" not in said


def test_a_pair_that_there_is_not_shows_everything(opened: Open) -> None:
    assert VI.say("reactions.all") in told(opened(map="flows", a="TUR", b="<b>"))


@pytest.mark.parametrize("query", [{"region": "moon"}, {"color": "red"}, {"map": "x"}, {"play": "1", "day": "x"}])
def test_an_address_of_nonsense_opens_the_page(opened: Open, query: dict[str, str]) -> None:
    assert told(opened(**query))
