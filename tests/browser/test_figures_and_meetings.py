"""Clicks on the charts of casualties and meetings, in a real browser over the five seeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from lib.ui.wording import wording

if TYPE_CHECKING:
    from playwright.sync_api import FilePayload, Page

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
VI = wording("vi")


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def middle(page: Page, marks: str, number: int = 0) -> tuple[float, float]:
    """The middle of a mark of the chart: plotly's own layer of hits lies over it, so that it cannot be clicked as an element."""
    mark = page.locator(f".stPlotlyChart {marks}").nth(number)
    expect(mark).to_be_visible()
    box = mark.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_a_total_without_a_date_is_a_click_from_its_sentence(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/casualties?victims=PSE")
    expect(page.locator(".bg-sides b").filter(has_text="10.328")).to_be_visible()
    page.mouse.click(*middle(page, ".scatterlayer .trace .points path"))
    page.wait_for_url(re.compile("fact="))
    expect(page.get_by_role("heading", name=VI.say("casualties.picked"))).to_be_visible()
    expect(page.locator(".bg-quote", has_text="10.328").first).to_be_visible()


def test_the_headline_number_leads_to_its_sentence(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/casualties")
    # The numbers are drawn in no fixed order: the first link that is there need not be the first of the row.
    side = page.locator(".bg-sides li").filter(has_text="10.328").last
    side.get_by_role("link", name=VI.say("casualties.sentence")).click()
    expect(page.locator("h1")).to_have_text(VI.say("page.event"))
    expect(page.get_by_text("10.328").first).to_be_visible()


def test_the_scale_and_a_series_of_one_s_own(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/casualties?victims=PSE")
    page.get_by_text(VI.say("casualties.log")).click()
    page.wait_for_url(re.compile("scale="))
    page.get_by_role("button", name=VI.say("casualties.reference")).click()
    bad: FilePayload = {"name": "xau.csv", "mimeType": "text/csv", "buffer": b"date,value\n2023-11-32,5\n"}
    page.locator('input[type="file"]').set_input_files(bad)
    expect(page.get_by_text(re.compile("Dòng 2: 2023-11-32"))).to_be_visible()
    good: FilePayload = {"name": "nguon-ngoai.csv", "mimeType": "text/csv", "buffer": b"date,value\n2023-11-01,8500\n2023-11-07,10300\n"}
    page.locator('input[type="file"]').set_input_files(good)
    expect(page.locator(".stPlotlyChart .legendtext", has_text="nguon-ngoai")).to_be_visible()


@pytest.mark.parametrize("by", ["country", "person"])
def test_a_click_on_a_cell_gives_the_meetings_of_both(visit: Visit, address: str, by: str) -> None:
    page = visit.go(f"{address}/meetings?by={by}")
    page.locator(".bg-matrix td a").first.click()
    page.wait_for_url(re.compile(r"[?&]b="))
    assert {"a", "b"} <= set(query(page))
    expect(page.locator(".bg-quote").first).to_be_visible()
    page.go_back()
    page.wait_for_url(lambda url: "b=" not in url)


def test_on_a_telephone_the_names_of_the_matrix_stand_still(visit: Visit, address: str) -> None:
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.go(f"{address}/meetings?by=person")
    name, cell = page.locator(".bg-matrix tbody th a").first, page.locator(".bg-matrix tbody td a").first
    expect(name).to_be_visible()
    expect(page.get_by_text(re.compile(r"^Kéo ngang"))).to_be_visible()
    before = [one.bounding_box() for one in (name, cell)]
    page.locator(".bg-matrix-box").evaluate("box => { box.scrollLeft = 90; }")
    after = [one.bounding_box() for one in (name, cell)]
    moved = [round(old["x"] - new["x"]) for old, new in zip(before, after, strict=True) if old and new]
    assert moved[0] <= 4, "no more than the gap before it"
    assert moved[1] > 60
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page itself does not move sideways"


def test_a_click_on_a_dot_opens_a_diary(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/meetings?show=network")
    dots = page.locator(".stPlotlyChart .scatterlayer .trace").last.locator(".points path")
    expect(dots.first).to_be_visible()
    box = dots.first.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile(r"[?&]a="))
    assert "b" not in query(page)
    expect(page.get_by_role("heading", name=re.compile("^Lịch gặp của "))).to_be_visible()
