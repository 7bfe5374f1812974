"""What charts say can be read on light and on dark pages: Streamlit's own theme colours their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser
LEAST = 4.5  # WCAG 2, level AA
FAINT = """texts => {
    const parts = color => color.match(/[0-9.]+/g).map(Number);
    const light = part => (part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    const luminance = ([red, green, blue]) => 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue);
    const paper = parts(getComputedStyle(document.querySelector(".stApp")).backgroundColor);
    const contrast = text => {
        const ink = parts(getComputedStyle(text).fill);
        let solid = ink[3] ?? 1;
        for (let one = text; one instanceof SVGElement; one = one.parentNode) solid *= getComputedStyle(one).opacity;
        const mixed = ink.slice(0, 3).map((part, place) => part * solid + paper[place] * (1 - solid));
        const [most, least] = [luminance(mixed), luminance(paper)].sort((one, other) => other - one);
        return (most + 0.05) / (least + 0.05);
    };
    return [...document.querySelectorAll(texts)].filter(one => one.textContent.trim())
        .map(one => [one.textContent, Math.round(contrast(one) * 10) / 10]);
}"""
ON_PAPER = ".stPlotlyChart text:not(.bartext)"  # the numbers of bars stand on their bars
IN_BOXES = ".hoverlayer text"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_letters_of_charts_hold_their_contrast(chromium: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    for name, least in (("casualties", 8), ("meetings?show=network", 8), ("", 5)):
        page.goto(f"{address}/{name}")
        chart = page.locator(".stPlotlyChart .main-svg").first
        chart.wait_for(timeout=45_000)
        page.wait_for_function(f"document.querySelectorAll('{ON_PAPER}').length >= {least}", timeout=45_000)
        said = page.evaluate(FAINT, ON_PAPER)
        assert [one for one in said if one[1] < LEAST] == [], name
    page.locator(".stPlotlyChart .barlayer .point path").first.hover(force=True)
    expect(page.locator(IN_BOXES).first).to_be_attached()
    told = page.evaluate(FAINT, IN_BOXES)
    assert told
    assert [one for one in told if one[1] < LEAST] == []
    context.close()
