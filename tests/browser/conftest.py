"""A real browser at a dashboard over the five seeds."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tools import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Request

expect.set_options(timeout=20_000)  # milliseconds; a busy machine takes its time over a rerun
LOCAL = {"127.0.0.1", "localhost", ""}


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Headless Chromium; without it these tests are left out, and say so."""
    if serving.chromium() is None:
        pytest.skip("Chromium is not installed (apt-get install chromium): the browser tests are left out")
    with serving.browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A dashboard that has been looked at."""
    with serving.dashboard() as url:
        yield url


class Visit:
    """A page in a browser, and every request of it that left the machine."""

    def __init__(self, context: BrowserContext) -> None:
        self.strangers: list[str] = []
        self.page: Page = context.new_page()
        context.on("request", self._note)

    def _note(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname not in LOCAL:
            self.strangers.append(request.url)

    def go(self, url: str) -> Page:
        """Open an address and wait until it has been drawn."""
        self.page.goto(url)
        return self.settled()

    def settled(self) -> Page:
        """Wait until the page has a head, its links are followed within the session, and nothing runs."""
        self.page.locator("h1").first.wait_for(timeout=45_000)
        # Before the links' script is there, a link loads the page anew.
        self.page.wait_for_function("Boolean(window.bangGiaoFollow)", timeout=45_000)
        self.page.wait_for_function("!document.querySelector('[data-test-script-state=\"running\"]')", timeout=45_000)
        self.page.locator('[data-stale="true"]').first.wait_for(state="detached", timeout=20_000)
        return self.page


@pytest.fixture
def visit(chromium: Browser) -> Iterator[Visit]:
    """A visitor of one's own; at the end, nothing has left the machine and nobody has seen a traceback."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
    visitor = Visit(context)
    yield visitor
    said = visitor.page.locator("body").inner_text()
    context.close()
    assert visitor.strangers == []
    assert "Traceback" not in said
