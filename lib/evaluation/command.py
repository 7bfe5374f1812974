"""The command `python -m lib evaluate`: code articles, or read coded ones, and hold them against gold records."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from lib import pipeline, reading
from lib.errors import Problem, Refusal
from lib.evaluation.gold import load
from lib.evaluation.score import evaluate
from lib.serial import from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lib.records import CodedArticle

T = TypeVar("T")
SEEDS = Path(__file__).resolve().parent.parent.parent / "seeds"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the report; 0 when everything was read, 1 when an article, the gold or the coded file was refused, 2 for wrong usage."""
    try:
        args = _parser().parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    try:
        gold = load(args.gold)
        coded, refused = read_coded(args.coded) if args.coded else code(args.paths or [str(SEEDS)], args.workers)
    except (OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    report = evaluate(gold, coded)
    if args.errors:
        print("\n".join(report.errors), file=sys.stderr if args.json else sys.stdout)
    print(msgspec.json.encode(report.as_json()).decode() if args.json else report.as_text())
    return 1 if refused else 0


def code(paths: Sequence[str], workers: int) -> tuple[list[CodedArticle], int]:
    """Code what lies at `paths`; returns the coded articles and how many inputs were refused (each named on standard error)."""
    refused = 0

    def without_refusals(items: Iterable[T | Refusal]) -> Iterator[T]:
        nonlocal refused
        for item in items:
            if isinstance(item, Refusal):
                refused += 1
                _tell(item)
            else:
                yield item

    articles = without_refusals(reading.read(paths, notify=_tell))
    coded = list(without_refusals(pipeline.run(articles, workers)))
    return coded, refused


def _tell(problem: Problem) -> None:
    print(problem.render("en"), file=sys.stderr)


def read_coded(path: str) -> tuple[list[CodedArticle], int]:
    """Read JSON Lines of the command `extract` from a file or `-`; nothing is refused but the whole.

    Raises `ValueError` naming the line that is not of the contract.
    """
    lines = sys.stdin.buffer.read().splitlines() if path == "-" else Path(path).read_bytes().splitlines()
    coded = []
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                coded.append(from_json(line))
            except msgspec.DecodeError as error:
                message = f"{path}, line {number}: {error}"
                raise ValueError(message) from error
    return coded, 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m lib evaluate",
        description="Hold coded articles against gold records: precision, recall, F1, accuracies.",
    )
    parser.add_argument("gold", type=Path, metavar="GOLD", help="folder of gold records (.json)")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="articles to code: files or folders (default: seeds)")
    parser.add_argument("--coded", metavar="FILE", help="score these JSON Lines of `extract` (- for standard input) instead of coding")
    parser.add_argument("--workers", type=int, default=1, help="worker processes (default: 1)")
    parser.add_argument("--errors", action="store_true", help="list every missed and every false fact")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    return parser
