"""What a page's view costs on many events: `python -m bench.views [--events N]`.

Prints the time to build the frames once, and the median time of a filter and of each view, in milliseconds.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from typing import TYPE_CHECKING

from bench.generate import generate
from lib import tables

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 5


def milliseconds(run: Callable[[], object], runs: int = RUNS) -> float:
    """The median of `runs`."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return statistics.median(times) * 1000


def main(argv: list[str] | None = None) -> int:
    """Measure and print; 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.views", description="What the views cost on many events.")
    parser.add_argument("--events", type=int, default=100_000, metavar="N", help="events (default: 100,000)")
    args = parser.parse_args(argv)
    coded = list(generate(args.events))
    begin = time.perf_counter()
    built = tables.build(coded)
    print(f"{args.events} events, {len(coded)} articles: frames built in {time.perf_counter() - begin:.1f} s")
    one_country = tables.Filters(countries=(str(built.event_actors["country"].mode()[0]),))
    timed: dict[str, Callable[[], object]] = {
        "filter by country": lambda: tables.apply(built, one_country),
        "facets": lambda: tables.facets(built, one_country),
        "overview": lambda: tables.overview_view(built),
        "reactions": lambda: tables.reactions_view(built),
        "meetings by country": lambda: tables.meetings_view(built, by="country"),
        "meetings by person": lambda: tables.meetings_view(built, by="person"),
        "events": lambda: tables.events_view(built),
    }
    for name, run in timed.items():
        print(f"{name:20} {milliseconds(run):8.0f} ms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
