"""What a reader does with a page: takes its data, walks its tables by keyboard, looks an article up, and knows its tab by its name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from lib.tables import fold
from lib.ui.wording import wording

if TYPE_CHECKING:
    from pathlib import Path

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
VI = wording("vi")
WITHIN = """() => {
    let one = document.activeElement;
    while (one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
    return one.dataset.pick ?? null;
}"""


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_data_is_offered_whole_on_the_screen(visit: Visit, address: str, size: tuple[int, int], tmp_path: Path) -> None:
    visit.page.set_viewport_size({"width": size[0], "height": size[1]})
    page = visit.go(f"{address}/reactions")
    page.get_by_role("button", name=VI.say("take.menu")).click()
    box = page.get_by_role("dialog")
    csv = box.get_by_role("button", name="CSV").first
    expect(csv).to_be_in_viewport(ratio=1)
    assert box.bounding_box()["height"] > 300  # type: ignore[index]
    with page.expect_download() as found:
        csv.click()
    found.value.save_as(tmp_path / "taken")
    assert found.value.suggested_filename == "bang-giao-reactions.csv"
    assert (tmp_path / "taken").read_text(encoding="utf-8-sig").startswith("party,")


def test_a_table_is_one_stop_of_the_tab_key(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions")
    rows = page.locator("button[data-pick]")
    rows.nth(5).wait_for()
    rows.first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    here = page.evaluate(WITHIN)
    assert here == rows.nth(2).get_attribute("data-pick")
    page.keyboard.press("End")
    assert page.evaluate(WITHIN) == rows.last.get_attribute("data-pick")
    page.keyboard.press("Home")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    assert page.evaluate(WITHIN) is None
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(WITHIN) == rows.nth(1).get_attribute("data-pick")


def test_the_focus_within_the_bar_is_not_the_mark_of_the_page(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions")
    page.locator(".bg-nav a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    style = (
        "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth, parseFloat(getComputedStyle(one).outlineOffset)]"
    )
    shape, width, off = page.locator(".bg-nav a:focus").evaluate(style)
    assert (shape, width) == ("solid", "2px")
    assert off <= -2, "within the link, as the bar cuts off what lies about it"
    assert page.locator('.bg-nav [aria-current="page"]').evaluate(style)[0] == "none"


def test_an_article_is_looked_up_by_typing_over_the_one_shown(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/article")
    menu = page.get_by_role("combobox", name=VI.say("article.choose"), exact=True)
    before = menu.input_value()
    menu.click()
    titles = [one.split("\n")[0] for one in page.get_by_role("option").all_inner_texts()]
    other = next(one for one in titles if one and one not in before)
    page.keyboard.type(fold(other)[:30])
    (found,) = [page.get_by_role("option").first]
    expect(found).to_contain_text(other[:30])
    expect(page.get_by_role("option")).to_have_count(1)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("id="))
    expect(page).to_have_title(re.compile(re.escape(other.split(" · ")[0][:20])))


def test_a_tab_is_named_after_what_it_shows(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions")
    expect(page).to_have_title(VI.say("app.tab", said=VI.say("page.reactions"), name=VI.say("app.name")))
    page.get_by_role("link", name=VI.say("fact.address")).first.click()
    page.wait_for_url(re.compile("/event"))
    visit.settled()
    said = page.locator(".bg-who").first.inner_text()
    expect(page).to_have_title(re.compile(re.escape(said), re.IGNORECASE))
    expect(page.locator(".bg-nav .bg-within")).to_have_text(VI.say("page.events"))
    page.get_by_role("link", name=VI.say("event.to_events")).click()
    page.wait_for_url(re.compile("/events"))
