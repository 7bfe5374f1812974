"""What a change of the filters costs on every page, beside an empty Streamlit page in the same run: `python -m bench.pages [--events N]`.

`server` is the page's script (AppTest, new filters each time), `cpu` its processor time, which other work on the machine does not
lengthen, `again` the script with the filters as they were; `text` is the time in Chromium from the change to the new count on the
page, `done` until nothing runs any more; `first` is a first visit to a warm server. Medians, in milliseconds, each with its ratio to
the empty page. `--profile PAGE` prints where the server's time goes instead.
"""

from __future__ import annotations

import argparse
import cProfile
import os
import pstats
import statistics
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from streamlit.testing.v1 import AppTest

from bench import corpus
from lib.ui import data, shell
from tools import serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PAGES = ("overview", "reactions", "casualties", "meetings", "events", "article", "event", "about")
STEPS, WARM_UP = 9, 2
PROFILE_ROWS = 45
PATIENCE = 60
EMPTY = """
import streamlit as st

def page():
    st.title("Empty")
    st.html(f'<p class="bg-count">{st.query_params.get("country", "-")}</p>')

st.navigation([st.Page(page, title="Empty", default=True)], position="hidden").run()
"""
_CHANGE = """
async (query) => {
  const said = () => document.querySelector('.bg-count')?.textContent;
  const before = said(), start = performance.now();
  history.pushState({}, '', location.pathname + query);
  dispatchEvent(new PopStateEvent('popstate', {state: {}}));
  let text = null;
  for (;;) {
    await new Promise((again) => setTimeout(again, 2));
    const now = performance.now() - start;
    if (text === null && said() && said() !== before) text = now;
    if (text !== null && document.querySelector('[data-test-script-state="notRunning"]')) return [text, now];
    if (now > 20000) throw new Error('the page did not change');
  }
}
"""


class Times(NamedTuple):
    """Milliseconds of a page; medians."""

    text: float
    done: float
    first: float


def main(argv: list[str] | None = None) -> int:
    """Measure and print; 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.pages", description="What a change of the filters costs on every page.")
    parser.add_argument("--events", type=int, default=100_000, metavar="N", help="events (default: 100,000)")
    parser.add_argument("--pages", nargs="+", choices=PAGES, default=PAGES, metavar="PAGE")
    parser.add_argument("--no-browser", action="store_true", help="only the server's part")
    parser.add_argument("--profile", choices=PAGES, metavar="PAGE", help="print where the server's time goes on a page")
    args = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        settings = corpus.write(Path(folder), args.events)
        os.environ.update(settings)
        print(f"{args.events} events written in {time.perf_counter() - begin:.0f} s", flush=True)
        steps = _queries()
        if args.profile:
            _profile(args.profile, steps)
            return 0
        print(f"{'page':11} {'server':>7} {'cpu':>7} {'again':>7}")
        for page in args.pages:
            print(f"{page:11}", *(f"{figure:7.0f}" for figure in _server(page, steps)), flush=True)
        if not args.no_browser and serving.chromium():
            _browse(args.pages, settings, steps, Path(folder))
    return 0


def _queries() -> list[str]:
    """A country for each step: the busiest first."""
    begin = time.perf_counter()
    with _quiet():
        tables = data.shared().tables
    print(f"read and built in {time.perf_counter() - begin:.0f} s", flush=True)
    return [str(code) for code in tables.event_actors["country"].value_counts().index[: STEPS + WARM_UP]]


@contextmanager
def _quiet() -> Iterator[None]:
    """Without Streamlit's warnings that nothing runs around it."""
    import logging  # noqa: PLC0415 - beside its only use

    logging.disable(logging.WARNING)
    try:
        yield
    finally:
        logging.disable(logging.NOTSET)


def _opened(page: str) -> AppTest:
    app = AppTest.from_file(str(serving.ROOT / "dashboard.py"), default_timeout=PATIENCE)
    app.run()
    if page != PAGES[0]:
        app.switch_page(f"pages/{page}.py")
    if page in {"article", "event"}:
        found = data.shared()
        app.query_params["id"] = next(iter(found.coded if page == "article" else found.facts))
    app.run()
    return app


def _server(page: str, steps: list[str]) -> tuple[float, float, float]:
    """The milliseconds of the page's script with new filters, by the clock and of the processor, and by the clock with the same again."""
    times: list[tuple[float, float]] = []
    plain = shell.run

    def timed() -> None:
        begin = time.perf_counter(), time.thread_time()
        try:
            plain()
        finally:
            times.append(((time.perf_counter() - begin[0]) * 1000, (time.thread_time() - begin[1]) * 1000))

    with _quiet():
        app = _opened(page)
        shell.run = timed
        try:
            for code in steps:
                app.query_params["country"] = code
                app.run()
            for _ in range(STEPS):
                app.run()
        finally:
            shell.run = plain
    changed, same = times[WARM_UP : len(steps)], times[len(steps) :]
    return statistics.median(t for t, _ in changed), statistics.median(t for _, t in changed), statistics.median(t for t, _ in same)


def _profile(page: str, steps: list[str]) -> None:
    profile = cProfile.Profile()
    plain = shell.run

    def watched() -> None:
        profile.enable()
        try:
            plain()
        finally:
            profile.disable()

    with _quiet():
        app = _opened(page)
        for place, code in enumerate(steps):
            shell.run = plain if place < WARM_UP else watched
            app.query_params["country"] = code
            app.run()
    shell.run = plain
    pstats.Stats(profile).sort_stats("cumulative").print_stats(PROFILE_ROWS)


def _browse(pages: tuple[str, ...], settings: dict[str, str], steps: list[str], folder: Path) -> None:
    script = folder / "empty.py"
    script.write_text(EMPTY, encoding="utf-8")
    with serving.browser() as chromium:
        with serving.dashboard(script=script) as url:
            empty = _visit(chromium, f"{url}/?", steps)
        print(f"\n{'page':11} {'text':>13} {'done':>13} {'first':>13}")
        print(f"{'(empty)':11} {empty.text:7.0f}       {empty.done:7.0f}       {empty.first:7.0f}", flush=True)
        with serving.dashboard(settings) as url:
            _visit(chromium, f"{url}/?", steps[:1])
            for page in pages:
                if page not in {"article", "event"}:
                    found = _visit(chromium, f"{url}/{'' if page == PAGES[0] else page}?", steps)
                    told = (f"{mine:7.0f} {mine / theirs:4.1f}x" for mine, theirs in zip(found, empty, strict=True))
                    print(f"{page:11} {' '.join(told)}", flush=True)


def _visit(chromium: Browser, url: str, steps: list[str]) -> Times:
    """A visitor who opens a page and changes the filters step by step."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="vi-VN")
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000 * 5)
    begin = time.perf_counter()
    page.goto(url)
    page.locator("h1").first.wait_for()
    page.wait_for_function("document.querySelector('[data-test-script-state=\"notRunning\"]') && document.querySelector('.bg-count')")
    first = (time.perf_counter() - begin) * 1000
    page.wait_for_timeout(1500)
    changes = []
    for code in steps:
        changes.append(page.evaluate(_CHANGE, f"?country={code}"))
        page.wait_for_timeout(700)
    context.close()
    counted = changes[WARM_UP:] or changes
    return Times(statistics.median(c[0] for c in counted), statistics.median(c[1] for c in counted), first)


if __name__ == "__main__":
    sys.exit(main())
