"""Every page by deep link on a cold server: both languages, light and dark, a desk and a telephone, and axe-core's word on it."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from lib.ui.navigation import PAGES, PageEntry
from lib.ui.wording import wording
from tools import serving

if TYPE_CHECKING:
    from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser
SIZES = {"desk": {"width": 1440, "height": 900}, "telephone": {"width": 390, "height": 844}}
SCHEMES = {"light": "rgb(253, 253, 251)", "dark": "rgb(20, 25, 29)"}
"""The background of each, as `.streamlit/config.toml` has it."""
NOTHING_BESIDE = "(main => main.scrollWidth - main.clientWidth <= 1)(document.querySelector('[data-testid=\"stMain\"]'))"
SERIOUS = {"serious", "critical"}
THEIRS: dict[tuple[str, str], str] = {}
"""Findings that stay, by rule and a piece of the element's HTML: what Streamlit draws and no style of ours can mend, and why."""


def barriers(visit: Visit) -> list[str]:
    """The serious findings of axe-core on the page as it stands."""
    script = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    visit.page.evaluate(script)
    found: list[dict[str, Any]] = visit.page.evaluate("axe.run(document, {resultTypes: ['violations']}).then(said => said.violations)")
    return [
        f"{one['id']} at {node['target']}: {node['html'][:200]} {node['failureSummary'][:300]}"
        for one in found
        if one["impact"] in SERIOUS
        for node in one["nodes"]
        if not any(one["id"] == rule and piece in node["html"] for rule, piece in THEIRS)
    ]


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_page_on_a_cold_server(visit: Visit, entry: PageEntry) -> None:
    met = []
    with serving.dashboard() as url:
        for lang in ("vi", "en"):
            words, page = wording(lang), visit.go(f"{url}/{entry.key}?lang={lang}")
            expect(page.locator("h1")).to_have_text(words.say(f"page.{entry.key}"))
            expect(page.get_by_role("link", name=words.say("page.meetings"), exact=True)).to_be_visible()
            expect(page.get_by_text("Page not found")).to_have_count(0)
            for scheme, background in SCHEMES.items():
                page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                expect(page.locator(".stApp")).to_have_css("background-color", background)
                for name, size in SIZES.items():
                    page.set_viewport_size({"width": size["width"], "height": size["height"]})
                    page.wait_for_function(NOTHING_BESIDE, timeout=6_000)
                    expect(page.get_by_text(words.say("failure.unexpected"))).to_have_count(0)
                    if (lang, name) in {("vi", "desk"), ("en", "telephone")}:
                        met += [f"{scheme}, {lang}, {name}: {one}" for one in barriers(visit)]
            page.set_viewport_size({"width": 1440, "height": 900})
    assert met == []
