"""The meetings page without a browser."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import pytest

from lib.records import Role
from lib.ui.wording import wording
from tests.pages.conftest import hrefs
from tests.tables.factory import Writer, fidan, state

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

VI = wording("vi")
pytestmark = pytest.mark.usefixtures("filled")


def told(app: AppTest) -> str:
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info)
    return "\n".join([str(one.value) for kind in kinds for one in kind] + [str(one.proto.body) for one in app.get("html")])


def traces(app: AppTest) -> list[dict[str, Any]]:
    (chart,) = app.get("plotly_chart")
    found: list[dict[str, Any]] = json.loads(chart.proto.spec)["data"]
    return found


def ways(app: AppTest) -> list[dict[str, list[str]]]:
    """The queries of the links of the matrix."""
    return [parse_qs(urlsplit(way).query) for way in hrefs(app) if re.search("[?&]a=", way)]


@pytest.mark.parametrize(("by", "keys"), [("country", {"BRA", "NOR"}), ("person", {"person:mauro-vieira", "person:espen-barth-eide"})])
@pytest.mark.parametrize("show", ["matrix", "network"])
def test_country_and_person_as_matrix_and_network(open_page: Callable[..., AppTest], by: str, keys: set[str], show: str) -> None:
    app = open_page("meetings", by=by, show=show)
    assert [one.value for one in app.exception] == []
    if show == "matrix":
        linked = {one for way in ways(app) for side in "ab" for one in way.get(side, [])}
        assert all(way["by"] == [by] for way in ways(app))
    else:
        linked = {key for trace in traces(app) for pair in trace.get("customdata", []) for key in pair if key}
    assert linked == keys


def test_no_meeting_of_a_body_is_told(open_page: Callable[..., AppTest]) -> None:
    app = open_page("meetings", by="body")
    assert VI.say("meetings.none_by", by=VI.say("meetings.by_body")) in [one.value for one in app.info]
    assert app.get("plotly_chart") == []


def test_one_party_s_meetings_are_a_diary_by_month(open_page: Callable[..., AppTest]) -> None:
    app = open_page("meetings", a="BRA")
    said = told(app)
    assert "Lịch gặp của Brazil" in said
    assert '<h4 class="bg-part">Tháng 6 năm 2024</h4>' in said
    assert "Espen Barth Eide" in said


def test_an_address_of_nobody_shows_all(open_page: Callable[..., AppTest]) -> None:
    app = open_page("meetings", a="XXX", b="state:nobody", top="-5", show="pie")
    assert [one.value for one in app.exception] == []
    assert VI.say("meetings.all", count=VI.count("meetings.n_held", 2)) in told(app)


def test_the_menus_pick_a_pair(open_page: Callable[..., AppTest]) -> None:
    app = open_page("meetings")
    app.selectbox(key="meetings-a").set_value("NOR").run()
    app.selectbox(key="meetings-b").set_value("BRA").run()
    assert (app.query_params["a"], app.query_params["b"]) == ("NOR", "BRA")
    assert "Na Uy – Brazil" in told(app)


def test_a_cell_and_its_list_say_the_same_split(open_sample: Callable[..., AppTest]) -> None:
    app = open_sample("meetings", a="TUR", b="USA")
    split = f"{VI.count('meetings.n_held', 1)} · {VI.count('meetings.n_planned', 1)} · {VI.count('meetings.n_negated', 1)}"
    assert split in told(app)
    assert f'title="Thổ Nhĩ Kỳ – Mỹ: {split.rpartition(" · ")[0]}"' in told(app)
    whole = open_sample("meetings")
    numbers = re.findall(r"<dd>(\d+)</dd>", told(whole))
    assert f"{VI.count('meetings.n_held', int(numbers[0]))} · {VI.count('meetings.n_planned', int(numbers[2]))}" in told(whole)


def test_people_of_whom_none_met_another_by_name_are_in_the_list_only(open_coded: Callable[..., AppTest]) -> None:
    writer = Writer("a", "Tin")
    writer.event("CONSULT", "visit", "Ông Fidan thăm Mỹ.", fidan(), state("USA", "Mỹ", Role.HOST))
    app = open_coded([writer.done()], "meetings", by="person")
    assert VI.say("meetings.no_matrix") in [one.value for one in app.info]
    assert "Ông Fidan thăm Mỹ." in told(app)
