"""The command `python -m lib export`: what `extract` gave, in the columns of POLECAT or GDELT."""

from __future__ import annotations

import argparse
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import msgspec

from lib import tables
from lib.errors import Code, Refusal
from lib.exports.files import FORMATS, encode
from lib.exports.gdelt import gdelt
from lib.exports.polecat import polecat
from lib.serial import from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from lib.records import CodedArticle

TARGETS: dict[str, Callable[[tables.Tables], pd.DataFrame]] = {"polecat": polecat, "gdelt": gdelt}
_DESCRIPTION = "Write the events of coded articles in the columns of POLECAT or GDELT 2.0; docs/EXPORTS.md tells the mapping."
_EPILOG = "Exit status: 0 written, 1 the input was refused, 2 wrong usage or nowhere to write."


def main(argv: Sequence[str] | None = None) -> int:
    """Write one table; 0 when it is written, 1 when the input was refused, 2 for wrong usage or an output that cannot be written."""
    try:
        asked = _parser().parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    coded = _read(asked.coded)
    if isinstance(coded, Refusal):
        _tell(coded)
        return 1
    view = tables.apply(tables.build(coded), asked.where)
    out: Path | None = asked.out
    data = encode(TARGETS[asked.to](view), out.suffix[1:].lower() if out else "csv")
    if out is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return 0
    problem = _write(data, out)
    if problem:
        _tell(problem)
    return 2 if problem else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lib export", description=_DESCRIPTION, epilog=_EPILOG)
    parser.add_argument("coded", metavar="CODED", help="what `extract` wrote (JSON Lines), or - for standard input")
    parser.add_argument("--to", choices=tuple(TARGETS), required=True, help="whose columns")
    parser.add_argument("--out", type=_target, metavar="FILE", help=f"a file ending in {_endings()} (default: CSV to standard output)")
    parser.add_argument(
        "--where", type=_filters, default=tables.Filters(), metavar="QUERY", help='filters as in an address: "country=TUR&type=REQUEST"'
    )
    return parser


def _endings() -> str:
    return ", ".join(f".{form}" for form in FORMATS)


def _target(text: str) -> Path:
    path = Path(text)
    if path.suffix[1:].lower() not in FORMATS:
        raise argparse.ArgumentTypeError(f"{text}: the name must end in {_endings()}")
    return path


def _filters(text: str) -> tables.Filters:
    filters, unknown = tables.Filters.from_params(parse_qs(text.lstrip("?")))
    if unknown:
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(unknown)}")
    return filters


def _read(source: str) -> list[CodedArticle] | Refusal:
    try:
        lines = sys.stdin.buffer.read().splitlines() if source == "-" else Path(source).read_bytes().splitlines()
    except FileNotFoundError:
        return Refusal(Code.MISSING, source)
    except OSError as error:
        return Refusal(Code.UNREADABLE, source, None, (("reason", error.strerror or type(error).__name__),))
    coded = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                coded.append(from_json(line))
            except msgspec.DecodeError as error:
                return Refusal(Code.BROKEN_JSON, source, number, (("reason", str(error)),))
    return coded


def _write(data: bytes, out: Path) -> Refusal | None:
    """Put a file there whole or not at all."""
    partial = out.with_name(f".{out.name}.{os.getpid()}.partial")
    try:
        partial.write_bytes(data)
        partial.replace(out)
    except OSError as error:
        return Refusal(Code.OUT_FAILED, str(out), None, (("reason", error.strerror or type(error).__name__),))
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
    return None


def _tell(problem: Refusal) -> None:
    print(f"{problem.render('vi')}\n    {problem.render('en')}", file=sys.stderr)  # noqa: T201 - a command talks to its terminal
