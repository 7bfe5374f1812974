"""Streamlit's own words in the language of the page, seen and read aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from lib.ui.wording import wording

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
VI = wording("vi")


def test_widgets_speak_the_language_of_the_page_and_turn_with_it(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/own")
    upload = page.get_by_test_id("stFileUploader").locator("button").first
    menu = page.get_by_test_id("stMainMenuButton")
    expect(upload).to_contain_text("Chọn tệp")
    expect(menu).to_have_accessible_name("Trình đơn chính")
    assert page.evaluate("document.documentElement.lang") == "vi"
    page.get_by_test_id("stSidebar").get_by_text("English").click()
    expect(upload).to_contain_text("Upload")
    expect(menu).to_have_accessible_name("Main menu")
    assert page.evaluate("document.documentElement.lang") == "en"
    page.get_by_test_id("stSidebar").get_by_text("Tiếng Việt").click()
    expect(upload).to_contain_text("Chọn tệp")


def test_what_comes_up_later_is_in_the_language_of_the_page_too(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/own")
    field = page.get_by_test_id("stMultiSelect").locator("input").first
    field.click()
    field.type("zzzz")
    expect(page.get_by_test_id("stMultiSelectDropdown")).to_contain_text("Không có kết quả")


def test_the_buttons_of_a_table_and_the_parts_of_a_date_are_named_in_the_language_of_the_page(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/casualties")
    table = VI.say("casualties.table")
    page.get_by_role("button", name=f"Tìm: {table}").wait_for(state="attached")
    page.get_by_role("spinbutton", name=f"tháng, {VI.say('sidebar.date_from')}").wait_for(state="attached")
    assert page.get_by_role("button", name=f"Search: {table}").count() == 0
