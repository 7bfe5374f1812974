"""The command line: `extract` codes articles, `annotate` shows the layers below, `evaluate` and `export` take what was coded further."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from errno import EISDIR
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lib import evaluation, pipeline
from lib.errors import Code, Problem, Refusal
from lib.reading import read
from lib.records import Article
from lib.serial import annotations_to_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from lib.records import CodedArticle

T = TypeVar("T")

EXIT_READ, EXIT_REFUSED, EXIT_USAGE = 0, 1, 2
_EXIT_INTERRUPTED = 130
_MOST_WORKERS = 256
_DESCRIPTION = "Bang Giao: what Vietnamese news says of diplomacy and war, with the sentence that proves it."
_EPILOG = (
    "PATH is a .txt, .html, .htm or .jsonl file (also .gz), a folder of them, or - for JSON Lines on standard input. "
    "Exit status: 0 all read, 1 some inputs refused (named on standard error), 2 wrong usage."
)


class _CannotWriteError(Exception):
    """The output has no place to go."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


class _Reporter:
    """Tells problems on standard error, in Vietnamese and English, and remembers whether one refused an input."""

    def __init__(self) -> None:
        self.refused = False

    def tell(self, problem: Problem) -> None:
        self.refused = self.refused or isinstance(problem, Refusal)
        print(f"{problem.render('vi')}\n    {problem.render('en')}", file=sys.stderr)  # noqa: T201 - a command talks to its terminal

    def readable(self, paths: Iterable[str]) -> Iterator[Article]:
        for item in read(paths, notify=self.tell):
            if isinstance(item, Article):
                yield item
            else:
                self.tell(item)


def _workers(text: str) -> int:
    count = int(text)
    if not 1 <= count <= _MOST_WORKERS:
        raise ValueError(text)
    return count


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lib", description=_DESCRIPTION)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    about = {
        "extract": "code articles: events, meetings and casualty figures with their evidence",
        "annotate": "print the sentences, dates, numbers, mentions and triggers of articles",
    }
    for name, text in about.items():
        command = commands.add_parser(name, help=text, description=text, epilog=_EPILOG)
        command.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
        command.add_argument("--workers", type=_workers, default=1, metavar="N", help="processes to code with (default 1)")
        if name == "extract":
            command.add_argument("--format", choices=("jsonl", "parquet", "csv"), default="jsonl", help="default: jsonl")
        command.add_argument("--out", metavar="PATH", help="file for JSON Lines (default standard output), folder for parquet and csv")
    commands.add_parser("export", help="write coded articles in the columns of POLECAT or GDELT; see export --help", add_help=False)
    commands.add_parser("evaluate", help="hold the coding to gold facts; see evaluate --help", add_help=False)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; the exit status is 0 (all read), 1 (some refused) or 2 (wrong usage, or nowhere to write)."""
    given = list(sys.argv[1:] if argv is None else argv)
    if given[:1] == ["evaluate"]:
        return evaluation.main(given[1:])
    if given[:1] == ["export"]:
        from lib.exports.command import main as export  # noqa: PLC0415 - pandas takes a second that other commands need not wait for

        return export(given[1:])
    try:
        asked = _parser().parse_args(given)
    except SystemExit as stop:
        return int(stop.code or 0)
    reporter = _Reporter()
    try:
        if asked.command == "annotate":
            layers = _told(pipeline.annotate(reporter.readable(asked.paths), asked.workers), reporter)
            _write_lines(map(annotations_to_json, layers), asked.out)
        else:
            _extract(asked, reporter)
    except BrokenPipeError:
        # Whoever read the output has had enough; what Python flushes at its end must not raise again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except _CannotWriteError as error:
        reporter.tell(error.refusal)
        return EXIT_USAGE
    except KeyboardInterrupt:
        return _EXIT_INTERRUPTED
    return EXIT_REFUSED if reporter.refused else EXIT_READ


def _extract(asked: argparse.Namespace, reporter: _Reporter) -> None:
    if asked.format != "jsonl" and not asked.out:
        raise _CannotWriteError(Refusal(Code.OUT_NEEDED, f"--format {asked.format}", None, (("format", asked.format),)))
    coded = _told(pipeline.run(reporter.readable(asked.paths), asked.workers), reporter)
    if asked.format == "jsonl":
        _write_lines(map(to_json, coded), asked.out)
    else:
        _write_tables(coded, asked.format, Path(asked.out))


def _told(results: Iterator[T | Refusal], reporter: _Reporter) -> Iterator[T]:
    for result in results:
        if isinstance(result, Refusal):
            reporter.tell(result)
        else:
            yield result


def _write_lines(lines: Iterable[bytes], out: str | None) -> None:
    """One object a line to standard output, or to a file that stands there whole or not at all."""
    if out is None:
        for line in lines:
            sys.stdout.buffer.write(line + b"\n")
        sys.stdout.buffer.flush()
        return
    target = Path(out)
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        if target.is_dir():
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), out)
        with partial.open("wb") as file:
            for line in lines:
                file.write(line + b"\n")
        partial.replace(target)
    except OSError as error:
        raise _cannot_write(out, error) from error
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)


def _write_tables(coded: Iterable[CodedArticle], form: str, folder: Path) -> None:
    from lib import tables  # noqa: PLC0415 - pandas takes a second that JSON Lines need not wait for

    try:
        folder.mkdir(parents=True, exist_ok=True)
        built = tables.build(list(coded))
        write = tables.to_parquet if form == "parquet" else tables.to_csv
        write(built, folder)
    except OSError as error:
        raise _cannot_write(str(folder), error) from error


def _cannot_write(out: str, error: OSError) -> _CannotWriteError:
    return _CannotWriteError(Refusal(Code.OUT_FAILED, out, None, (("reason", error.strerror or type(error).__name__),)))
