"""Pictures of every page, at a desk's and a telephone's width: `python tools/screenshots.py --out FOLDER`.

With `--readme` only the README's picture is taken, into `docs/overview.png`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from typing import TYPE_CHECKING

from tools.serving import ROOT, browser, dashboard

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = (
    "",
    "reactions",
    "reactions?pick=USA",
    "casualties",
    "meetings",
    "meetings?by=person",
    "events",
    "article",
    "own",
    "about",
    "event",
)
SIZES = {"desk": (1440, 900), "phone": (390, 844)}
README = ROOT / "docs" / "overview.png"
_SETTLED = 1500  # milliseconds that charts take to draw after the page has come


def shoot(page: Page, address: str, path: Path, *, whole: bool) -> None:
    """Open an address, wait until nothing runs, and take its picture."""
    page.goto(address)
    page.locator("h1").first.wait_for(timeout=60_000)
    page.locator('[data-testid="stStatusWidget"]').wait_for(state="detached", timeout=60_000)
    page.wait_for_timeout(_SETTLED)
    path.parent.mkdir(parents=True, exist_ok=True)
    if whole:
        height = page.evaluate("document.querySelector('[data-testid=\"stMain\"]').scrollHeight")
        size = page.viewport_size or {"width": 1440, "height": 900}
        page.set_viewport_size({"width": size["width"], "height": min(max(int(height), size["height"]), 4000)})
        page.wait_for_timeout(600)
        page.screenshot(path=path)
        page.set_viewport_size(size)
    else:
        page.screenshot(path=path)
    print(path)


def name_of(address: str) -> str:
    """A file's name for an address."""
    return address.replace("?", "-").replace("=", "-").replace("&", "-") or "overview"


def take(opened: Browser, url: str, out: Path, *, lang: str, scheme: str, whole: bool) -> None:
    """Every page at both sizes."""
    for size, (width, height) in SIZES.items():
        context = opened.new_context(viewport={"width": width, "height": height}, color_scheme="dark" if scheme == "dark" else "light")
        page = context.new_page()
        for address in PAGES:
            joiner = "&" if "?" in address else "?"
            query = "" if lang == "vi" else f"{joiner}lang={lang}"
            shoot(page, f"{url}/{address}{query}", out / f"{name_of(address)}-{size}-{lang}-{scheme}.png", whole=whole)
        context.close()


def main() -> None:
    """Read the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / ".cache" / "screenshots")
    parser.add_argument("--lang", choices=("vi", "en"), default="vi")
    parser.add_argument("--scheme", choices=("light", "dark"), default="light")
    parser.add_argument("--whole", action="store_true", help="the whole length of each page, not the first screen")
    parser.add_argument("--readme", action="store_true", help="only docs/overview.png")
    chosen = parser.parse_args()
    with dashboard() as url, browser() as opened:
        if chosen.readme:
            page = opened.new_page(viewport={"width": 1440, "height": 900})
            shoot(page, url, README, whole=False)
        else:
            take(opened, url, chosen.out, lang=chosen.lang, scheme=chosen.scheme, whole=chosen.whole)


if __name__ == "__main__":
    main()
