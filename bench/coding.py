"""Speed of the coder beside underthesea's `ner` on the same articles: `python -m bench.coding [PATH...] [--articles N] [--runs N]`.

Prints sentences a second of the whole pipeline (one worker, reading apart), of `ner` alone, and their ratio: one process, one run after the
other, the best of each. With `--profile` it prints where the pipeline's time goes.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from underthesea import ner

from lib import pipeline, reading
from lib.language.sentences import split
from lib.records import Article

if TYPE_CHECKING:
    from collections.abc import Callable

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
PROFILE_ROWS = 30


def articles(paths: list[str], limit: int | None) -> list[Article]:
    """The first `limit` articles at `paths`."""
    found = (item for item in reading.read(paths) if isinstance(item, Article))
    return list(islice(found, limit))


def best(run: Callable[[], object], runs: int) -> float:
    """The shortest of `runs`, in seconds."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        run()
        times.append(time.perf_counter() - begin)
    return min(times)


def main(argv: list[str] | None = None) -> int:
    """Measure and print; 1 where there is nothing to code."""
    parser = argparse.ArgumentParser(prog="python -m bench.coding", description="The coder's speed beside underthesea's ner().")
    parser.add_argument("paths", nargs="*", default=[str(SEEDS)], metavar="PATH", help="articles (default: seeds)")
    parser.add_argument("--articles", type=int, metavar="N", help="only the first N")
    parser.add_argument("--runs", type=int, default=2, help="runs of each, of which the best counts (default: 2)")
    parser.add_argument("--profile", action="store_true", help="print where the pipeline's time goes")
    args = parser.parse_args(argv)
    batch = articles(args.paths, args.articles)
    if not batch:
        print("There is no article to code.", file=sys.stderr)
        return 1
    sentences = [article.text[s.start : s.end] for article in batch for s in split(article.text)]

    def run_pipeline() -> None:
        for _ in pipeline.run(batch, 1):
            pass

    def run_ner() -> None:
        for sentence in sentences:
            ner(sentence)

    next(iter(pipeline.run(batch[:1], 1)))  # loads the knowledge base
    ner(sentences[0])  # loads the model
    ours, theirs = best(run_pipeline, args.runs), best(run_ner, args.runs)
    print(f"{len(batch)} articles, {len(sentences)} sentences, best of {args.runs}")
    print(f"pipeline  {len(sentences) / ours:10,.0f} sentences/s")
    print(f"ner alone {len(sentences) / theirs:10,.0f} sentences/s")
    print(f"ratio     {theirs / ours:10.1f}")
    if args.profile:
        with cProfile.Profile() as profile:
            run_pipeline()
        pstats.Stats(profile).sort_stats("tottime").print_stats(PROFILE_ROWS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
