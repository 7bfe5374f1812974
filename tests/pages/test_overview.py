"""The overview without a browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from lib.ui.wording import wording
from tests.pages.conftest import told_in_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

    Open = Callable[..., AppTest]

VI = wording("vi")
TILE = re.compile(r'<li><a class="bg-link"[^>]*><b>([\d.]+)</b>[^<]*</a>(?:<span class="bg-note">([^<]*)</span>)?')


def tiles(app: AppTest) -> list[tuple[str, str]]:
    """Each number at the head with what stands under it."""
    assert [one.value for one in app.exception] == []
    (head,) = [str(one.proto.body) for one in app.get("html") if "bg-figures" in str(one.proto.body) and "<li>" in str(one.proto.body)]
    return [(number, note) for number, note in TILE.findall(head)]


def test_of_a_period_the_number_stands_beside_the_same_number_of_the_one_before(open_sample: Open) -> None:
    period = {"undated": "1"}
    now = tiles(open_sample(**period, **{"from": "2023-11-06", "to": "2023-11-09"}))
    then = tiles(open_sample(**period, **{"from": "2023-11-02", "to": "2023-11-05"}))
    assert len(now) == len(then) == 5
    assert [note for _, note in now] == [VI.say("overview.had", before=number) for number, _ in then]


@pytest.mark.parametrize("query", [{}, {"to": "2023-11-07", "undated": "1"}, {"to": "2023-11-07"}])
def test_nothing_new_is_more_than_there_is(open_sample: Open, query: dict[str, str]) -> None:
    found = [(int(number), int(note.split()[0])) for number, note in tiles(open_sample(**query)) if note]
    assert len(found) == 4
    assert all(new <= number for number, new in found)
    assert any(new for _, new in found)


def test_the_news_stand_above_the_days(open_sample: Open) -> None:
    said = told_in_html(open_sample())
    places = [said.index(one) for one in (VI.say("overview.news", first="3/11/2023", last="9/11/2023"), VI.say("overview.days"))]
    assert places == sorted(places)
    assert "theo ngày đăng (" in said


def test_an_article_without_outlet_is_said_to_be_one(open_sample: Open) -> None:
    articles = told_in_html(open_sample()).split(VI.say("overview.articles") + "</h3>")[-1]
    assert f"{VI.say('fact.no_outlet')} · 9/11/2023" in articles
