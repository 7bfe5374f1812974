"""The measured quality, as the README's table has it (a test holds that to what the code gives), in the reader's words. Pure."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.ui.wording import Wording

README = Path(__file__).resolve().parents[2] / "README.md"
_TABLE = re.compile(r"<!-- quality -->\n(.*?)<!-- /quality -->", re.DOTALL)
_SLUG = re.compile(r"[^a-z0-9]+")
_TALLY = re.compile(r"^([\d.]+) \((\d+) of (\d+) found, (\d+) of (\d+) true\)$")
_OTHERS = re.compile(r"^other excerpts \((\d+) articles\)$")
_SHARE = re.compile(r"^([\d.]+) \((\d+) of (\d+)\)$")


def rows(words: Wording, readme: str | None = None) -> list[list[str]]:
    """The table, its head first; empty where the README is not there. A row without words of its own keeps the README's."""
    if readme is None:
        readme = README.read_text(encoding="utf-8") if README.is_file() else ""
    found = _TABLE.search(readme)
    lines = [line for line in found.group(1).splitlines() if line.startswith("|") and "---" not in line] if found else []
    table = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    return [[_said(cells[0], words) if cells[0] else "", *(_cell(cell, words) for cell in cells[1:])] for cells in table]


def _said(name: str, words: Wording) -> str:
    key = _SLUG.sub("_", name.lower()).strip("_")
    return words.say(f"quality.{key}") if words.maybe(f"quality.{key}") else name


def _cell(cell: str, words: Wording) -> str:
    if found := _TALLY.match(cell):
        score, hits, owed, true, said = found.groups()
        return words.say("measure.tally", score=_number(score, words), hits=hits, owed=owed, true=true, said=said)
    if found := _OTHERS.match(cell):
        return words.say("measure.others", n=found.group(1))
    if found := _SHARE.match(cell):
        score, right, whole = found.groups()
        return words.say("measure.share", score=_number(score, words), right=right, whole=whole)
    return _number(cell, words) if cell.replace(".", "", 1).isdecimal() else _said(cell, words)


def _number(text: str, words: Wording) -> str:
    return text.replace(".", ",") if words.lang == "vi" else text
