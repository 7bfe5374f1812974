from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from lib.ui.wording import wording

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
VI = wording("vi")
WHERE = """(chart, [code, layer]) => {
    for (const path of chart.querySelectorAll(`.${layer} .choroplethlayer path`))
        if (path.__data__ && path.__data__.loc === code) {
            const box = path.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2, box.width, box.height];
        }
    return null;
}"""


def where(page: Page, code: str, layer: str = "geo") -> list[float]:
    """The middle and the size of a country on the map, once it is drawn."""
    chart = page.locator(".stPlotlyChart")
    for _ in range(100):
        found = chart.first.evaluate(WHERE, [code, layer]) if chart.count() == 1 else None
        if found is not None:
            return [float(number) for number in found]
        page.wait_for_timeout(100)
    raise AssertionError(f"{code} is not on the map")


def test_from_the_map_to_the_sentence_in_its_article_in_two_clicks(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions")
    page.mouse.click(*where(page, "IRN")[:2])
    page.wait_for_url(re.compile("pick=IRN"))
    expect(page.get_by_role("heading", name=re.compile("^Iran: "))).to_be_visible()
    sentence = page.locator(".bg-quote").first.inner_text()
    page.get_by_role("link", name=VI.say("fact.in_article")).first.click()
    page.wait_for_url(re.compile("/article.*fact="))
    expect(page.locator("h1")).to_have_text(VI.say("page.article"))
    expect(page.locator(".text")).to_contain_text(sentence.strip("“”")[:25])


def test_gaza_and_the_west_bank_can_be_clicked(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions?region=levant")
    boxes = page.locator(".stPlotlyChart").evaluate(
        """chart => {
            const path = [...chart.querySelectorAll('.choroplethlayer path')].find(one => one.__data__ && one.__data__.loc === 'PSE');
            const parts = path.getAttribute('d').split('M').filter(Boolean).map(part => part.match(/-?[0-9.]+,-?[0-9.]+/g)
                .map(pair => pair.split(',').map(Number)));
            const frame = path.ownerSVGElement.getBoundingClientRect();
            return parts.map(points => [0, 1].map(i => points.reduce((sum, point) => sum + point[i], 0) / points.length))
                .map(([x, y]) => [frame.x + x, frame.y + y]);
        }"""
    )
    assert len(boxes) == 2
    for x, y in boxes:
        page.mouse.click(x, y)
        page.wait_for_url(re.compile("pick=PSE"))
        visit.settled()
        expect(page.get_by_role("heading", name=re.compile("^Palestine"))).to_be_visible()
        page.get_by_role("button", name=VI.say("article.close")).click()
        page.wait_for_url(lambda url: "pick" not in url)
        visit.settled()


def test_the_corner_shows_the_middle_east_larger(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions")
    assert where(page, "IRN", "geo2")[2] > 1.3 * where(page, "IRN")[2]
    page.mouse.click(*where(page, "IRN", "geo2")[:2])
    page.wait_for_url(re.compile("pick=IRN"))


def test_the_table_makes_the_same_choice_by_keyboard(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions")
    first = page.locator("button[data-pick]").first
    first.focus()
    page.keyboard.press("ArrowDown")
    code = page.evaluate("""() => {
        let one = document.activeElement;
        while (one.shadowRoot && one.shadowRoot.activeElement) one = one.shadowRoot.activeElement;
        return one.dataset.pick;
    }""")
    assert code != first.get_attribute("data-pick")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"pick={code}"))
    chosen = page.locator(f'button[data-pick="{code}"]')
    expect(chosen).to_have_attribute("aria-pressed", "true")
    expect(chosen).to_be_focused()
    expect(page.get_by_role("heading", name=re.compile(f"^{chosen.inner_text()}: "))).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "pick" not in url)


def test_playback_runs_stops_and_stays_in_the_address(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions")
    colours = "chart => [...chart.querySelectorAll('.geo .choroplethlayer path')].map(path => getComputedStyle(path).fill).join()"
    where(page, "IRN")
    whole = page.locator(".stPlotlyChart").evaluate(colours)
    page.get_by_role("button", name=VI.say("reactions.play")).click()
    page.wait_for_url(re.compile("play=1"))
    clock = page.get_by_role("progressbar")
    early = str(clock.get_attribute("aria-valuenow"))
    for _ in range(2):
        expect(clock).not_to_have_attribute("aria-valuenow", early, timeout=8_000)
        early = str(clock.get_attribute("aria-valuenow"))
    where(page, "IRN")
    assert page.locator(".stPlotlyChart").evaluate(colours) != whole
    page.get_by_role("button", name=VI.say("reactions.pause")).click()
    page.wait_for_url(re.compile(r"day=\d{4}-\d\d-\d\d"))
    assert "play" not in page.url
    visit.settled()
    thumb = page.get_by_role("slider", name=VI.say("reactions.until"))
    shown = thumb.get_attribute("aria-valuetext")
    page.reload()
    visit.settled()
    expect(thumb).to_have_attribute("aria-valuetext", str(shown))


def test_a_country_may_be_picked_while_it_plays(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions?play=1")
    expect(page.get_by_role("button", name=VI.say("reactions.pause"))).to_be_visible()
    for _ in range(5):  # each step draws the map anew, and a click between two drawings meets no country
        page.mouse.click(*where(page, "EGY")[:2])
        page.wait_for_timeout(3000)
        if "pick=EGY" in page.url:
            break
    page.wait_for_url(re.compile("pick=EGY"))
    expect(page.get_by_role("heading", name=re.compile("^Ai Cập: "))).to_be_visible()


def test_arcs_need_no_other_machine_and_a_row_of_their_table_picks_them(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions?map=flows")
    expect(page.locator('[data-testid="stDeckGlJsonChart"] canvas').first).to_be_visible(timeout=20_000)
    row = page.locator("button[data-pick]").first
    who, whom = str(row.get_attribute("data-pick")).split("~")
    row.click()
    page.wait_for_url(re.compile(f"a={who}&b={whom}"))
    expect(page.get_by_role("heading", name=re.compile("→"))).to_be_visible()
    expect(page.locator(".bg-quote").first).to_be_visible()


def test_a_click_on_an_arc_picks_its_pair(visit: Visit, address: str) -> None:
    page = visit.go(f"{address}/reactions?map=flows&pick=BOL")
    canvas = page.locator('[data-testid="stDeckGlJsonChart"] canvas').first
    expect(canvas).to_be_visible(timeout=20_000)
    page.wait_for_timeout(2_500)
    box = canvas.bounding_box()
    assert box is not None
    hint = page.locator(".deck-tooltip", has_text="Bolivia → Israel")
    x, down = box["x"] + box["width"] * 0.36, box["height"] * 0.3
    while down < box["height"] * 0.8:
        page.mouse.move(x, box["y"] + down)
        page.wait_for_timeout(60)
        if hint.count() and hint.first.is_visible():
            break
        down += 2
    page.mouse.click(x, box["y"] + down)
    page.wait_for_url(re.compile("a=BOL&b=ISR"), timeout=10_000)
    expect(page.get_by_role("heading", name=re.compile("^Bolivia →"))).to_be_visible()
