"""The events page without a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.ui.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

VI = wording("vi")
PLANNED = ["Israel đồng ý tạm ngừng bắn.", "Ông Blinken dự kiến thăm Thổ Nhĩ Kỳ ngày 12/11."]
"""What the sample announces for its last day, 9/11/2023, and later."""


def sentences(app: AppTest) -> list[str]:
    assert [one.value for one in app.exception] == []
    (table,) = app.dataframe
    return [str(one) for one in table.value[VI.say("column.evidence")]]


def test_newest_first_begins_with_what_has_happened_and_says_where_the_rest_stands(open_sample: Callable[..., AppTest]) -> None:
    app = open_sample("events")
    said = sentences(app)
    assert said[0] == "Mỹ viện trợ 100 triệu USD cho người Palestine."
    place = said.index(PLANNED[0])
    assert said[place : place + 2] == PLANNED
    assert VI.count("events.ahead", 2) in [one.value for one in app.caption]
    when = app.dataframe[0].value[VI.say("column.when")].tolist()
    assert when[0] == VI.say("fact.published", date="8/11/2023")
    assert said[when.index("7/11/2023")] == "Ngày 7/11, ông Sisi gặp ông Blinken tại Cairo."
    assert VI.say("events.undated", n=5, all=22) in [one.value for one in app.caption]


def test_what_is_still_to_come_is_an_order_in_the_address(open_sample: Callable[..., AppTest]) -> None:
    app = open_sample("events")
    app.selectbox(key="events-sort").set_value("upcoming").run()
    assert app.query_params["sort"] == "upcoming"
    assert sentences(app)[:2] == PLANNED
    assert VI.count("events.ahead", 2) not in [one.value for one in app.caption]
