from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from tests.pages.conftest import headline_numbers, hrefs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Open = Callable[..., AppTest]


@pytest.fixture
def app(open_page: Open, filled: Path) -> AppTest:
    assert filled.exists()
    return open_page()


def number(app: AppTest, place: int) -> str:
    return headline_numbers(app)[place]


def test_a_filter_goes_into_the_address_and_cuts_the_view(app: AppTest) -> None:
    assert number(app, 1) == "6"
    app.multiselect(key="filter-countries").set_value(["BRA"]).run()
    assert app.query_params["country"] == "BRA"
    assert number(app, 1) == "2"


def test_codes_not_labels_go_into_the_address(app: AppTest) -> None:
    app.multiselect(key="filter-event_types").set_value(["REQUEST"]).run()
    app.multiselect(key="filter-actors").set_value(["state:NOR"]).run()
    assert app.query_params["type"] == "REQUEST"
    assert app.query_params["actor"] == "state:NOR"


def test_the_period_and_the_facts_without_a_date(app: AppTest) -> None:
    app.date_input(key="filter-date_from").set_value(date(2024, 6, 1)).run()
    assert (app.query_params["from"], app.query_params["undated"]) == ("2024-06-01", "1")
    assert number(app, 1) == "6"
    app.checkbox(key="filter-undated").uncheck().run()
    assert "undated" not in app.query_params
    assert number(app, 1) == "3"
    app.date_input(key="filter-date_to").set_value(date(2024, 6, 9)).run()
    assert "undated" not in app.query_params


def test_words_are_found_without_accents(app: AppTest) -> None:
    app.text_input(key="filter-text").set_value("len an benh vien").run()
    assert app.query_params["q"] == "len an benh vien"
    assert number(app, 1) == "2"


def test_reset_gives_everything_back(app: AppTest) -> None:
    app.multiselect(key="filter-countries").set_value(["BRA"]).run()
    app.button(key="filter-reset").click().run()
    assert "country" not in app.query_params
    assert app.multiselect(key="filter-countries").value == []
    assert number(app, 1) == "6"


def test_filters_survive_the_language(app: AppTest) -> None:
    app.multiselect(key="filter-countries").set_value(["BRA"]).run()
    app.segmented_control(key="filter-lang").set_value("en").run()
    assert app.query_params["lang"] == "en"
    assert app.multiselect(key="filter-countries").value == ["BRA"]
    assert app.title[0].value == "Overview"


def test_links_to_other_pages_carry_the_filters(app: AppTest) -> None:
    app.multiselect(key="filter-countries").set_value(["BRA"]).run()
    ways = hrefs(app)
    assert len(ways) > 10
    assert all("country=BRA" in way for way in ways)


def test_a_preset_gives_a_period_up_to_the_last_day_of_the_data(app: AppTest) -> None:
    app.pills(key="filter-period").set_value("week").run()
    assert (app.query_params["from"], app.query_params["to"]) == ("2024-05-28", "2024-06-03")
    assert app.query_params["undated"] == "1"
    app.pills(key="filter-period").set_value("all").run()
    assert not {"from", "undated"} & set(app.query_params)


def test_modes_whom_and_confidence_are_filters(app: AppTest) -> None:
    app.multiselect(key="filter-event_modes").set_value(["REQUEST.ceasefire"]).run()
    assert (app.query_params["mode"], number(app, 1)) == ("REQUEST.ceasefire", "2")
    app.multiselect(key="filter-recipients").set_value(["SDN"]).run()
    assert (app.query_params["recipient"], number(app, 1)) == ("SDN", "2")
    app.session_state["filter-more"] = True
    app.run()
    app.slider(key="filter-confidence").set_value(85).run()
    assert app.query_params["conf"] == "0.85"
    assert number(app, 1) == "0"


def test_a_chip_takes_one_condition_off(app: AppTest) -> None:
    app.multiselect(key="filter-countries").set_value(["BRA", "NOR"]).run()
    assert [one.label for one in app.button if (one.key or "").startswith("chip-")] == ["Nước: Brazil", "Nước: Na Uy"]
    app.button(key="chip-countries-BRA").click().run()
    assert app.query_params["country"] == "NOR"
    app.button(key="view-reset").click().run()
    assert "country" not in app.query_params


def test_going_back_gives_the_view_of_before(app: AppTest) -> None:
    app.multiselect(key="filter-countries").set_value(["BRA"]).run()
    del app.query_params["country"]
    app.run()
    assert app.multiselect(key="filter-countries").value == []
    assert number(app, 1) == "6"


def test_a_menu_picks_a_country(open_page: Open, filled: Path) -> None:
    app = open_page("reactions")
    app.selectbox(key="reactions-choice").set_value("NOR").run()
    assert app.query_params["pick"] == "NOR"
    assert filled.exists()


def test_two_menus_pick_a_pair(open_page: Open, filled: Path) -> None:
    app = open_page("meetings")
    app.selectbox(key="meetings-a").set_value("NOR").run()
    app.selectbox(key="meetings-b").set_value("BRA").run()
    assert (app.query_params["a"], app.query_params["b"]) == ("NOR", "BRA")
    app.segmented_control(key="meetings-by").set_value("person").run()
    assert app.query_params["by"] == "person"
    assert "a" not in app.query_params
    assert filled.exists()
