"""What README.md and docs/ say is so: commands, files, settings, rooms, and the contract's names and codes."""

from __future__ import annotations

import importlib
import re
import shlex
import sys
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lib import records
from lib.knowledge import ontology
from tools import quality

if TYPE_CHECKING:
    from enum import StrEnum

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRACT = (ROOT / "docs" / "CONTRACT.md").read_text(encoding="utf-8")
DESIGN = (ROOT / "docs" / "DESIGN.md").read_text(encoding="utf-8")
PAGES = {"README.md": README, "docs/CONTRACT.md": CONTRACT, "docs/DESIGN.md": DESIGN}
CODES = re.compile(r"`([^`\n]+)`")


def commands(text: str) -> list[list[str]]:
    """The commands that a page shows: the indented lines that begin with Python, and those in running text."""
    lines = [line.strip() for line in text.splitlines() if re.match(r" {4,}python3? -m ", line)]
    return [shlex.split(re.sub(r" > \S+$", "", line)) for line in lines + [c for c in CODES.findall(text) if re.match(r"python3? -m ", c)]]


def rooms(text: str) -> set[str]:
    """The rooms of lib/ in a page's table: the codes in the first cell of each row."""
    cells = [line.split("|")[1] for line in text.splitlines() if line.startswith("| `")]
    return {code.rstrip("/") for cell in cells for code in CODES.findall(cell) if code.startswith("lib/")}


def row(section: str, key: str) -> str:
    """What the contract's table says of `key` in the part that begins with `section`."""
    part = CONTRACT.partition(section)[2]
    found = re.search(rf"^\| [^|]*`{key}`[^|]*\|(.*)\|$", part, re.MULTILINE)
    assert found, f"{key} is not in {section}"
    return found.group(1)


def keys(section: str) -> set[str]:
    """The keys of the first table after `section`."""
    table = re.search(r"\n\n?\| key \| meaning \|\n.*?\n\n", CONTRACT.partition(section)[2] + "\n\n", re.DOTALL)
    assert table
    return {code for line in table.group().splitlines()[3:] for code in CODES.findall(line.split("|")[1] if "|" in line else "")}


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


@pytest.mark.parametrize("command", commands(README) + commands(CONTRACT), ids=" ".join)
def test_commands_exist(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    module, arguments = command[2], command[3:]
    if module == "lib":
        cli = importlib.import_module("lib.cli")
        assert cli.main([arguments[0], "--help"]) == 0
        assert set(re.findall(r"--[a-z]+", " ".join(arguments))) <= set(re.findall(r"--[a-z]+", capsys.readouterr().out))
    else:
        assert callable(importlib.import_module(module).main)


def test_a_command_that_is_not_there_is_found() -> None:
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module(commands("    python3 -m tools.nothing now")[0][2])


@pytest.mark.parametrize("page", PAGES)
def test_files_and_links_exist(page: str) -> None:
    text = PAGES[page]
    paths = {
        code for code in CODES.findall(text) if re.fullmatch(r"(lib|docs|tests|tools|bench|pages|static|seeds|\.streamlit)/[\w./-]*", code)
    }
    paths |= {code for code in CODES.findall(text) if re.fullmatch(r"[\w.-]+\.(py|txt|toml|md)", code) and page == "README.md"}
    paths |= {link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link}
    optional = {".streamlit/secrets.toml"}
    assert {p for p in paths - optional if not (ROOT / p).exists() and not (ROOT / page).parent.joinpath(p).exists()} == set()


def test_settings_are_those_that_the_code_reads() -> None:
    told = set(re.findall(r"^\| `(BANG_GIAO_\w+)`", README, re.MULTILINE))
    sources = [p for room in ("lib", "pages", "tools") for p in (ROOT / room).rglob("*.py")]
    read = {name for p in sources for name in re.findall(r"\"(BANG_GIAO_[A-Z]+)\"", p.read_text(encoding="utf-8"))}
    assert told == read


@pytest.mark.parametrize("page", ["README.md", "docs/DESIGN.md"])
def test_the_map_of_the_code_is_whole(page: str) -> None:
    lib = ROOT / "lib"
    packages = {f"lib/{p.name}" for p in lib.iterdir() if (p / "__init__.py").is_file()}
    modules = {f"lib/{p.name}" for p in lib.glob("*.py") if p.name != "__init__.py"}
    assert rooms(PAGES[page]) == packages | modules


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("`article`", records.Article),
        ("`events`: who did", records.Event),
        ("`casualties`: people", records.Casualty),
    ],
)
def test_the_contract_names_every_key(section: str, kind: type) -> None:
    told = keys(section)
    if kind is records.Casualty:
        told |= {"date", "date_end", "date_precision", "evidence", "confidence", "place", "scope", "since"} & names(kind)
    assert names(kind) <= told


@pytest.mark.parametrize(
    ("section", "key", "vocabulary"),
    [
        ("`article`", "published_precision", records.Precision),
        ("`article`", "published_basis", records.Basis),
        ("`events`", "quad_class", records.QuadClass),
        ("`events`", "actors", records.Role),
        ("`events`", "status", records.Status),
        ("`casualties`: people", "harm", records.Harm),
        ("`casualties`: people", "qualifier", records.Qualifier),
        ("`casualties`: people", "victims_kind", records.VictimsKind),
        ("`casualties`: people", "scope", records.Scope),
    ],
)
def test_the_contract_lists_every_code(section: str, key: str, vocabulary: type[StrEnum]) -> None:
    assert {str(code) for code in vocabulary} <= set(CODES.findall(row(section, key)))


def test_the_contract_lists_types_and_sectors() -> None:
    told = row("`events`", "event_type")
    assert {str(kind) for kind in records.EventType} == set(re.findall(r"\b[A-Z]{3,}\b", told)) - {"PLOVER", "CAMEO"}
    assert {str(sector) for sector in records.Sector} <= set(re.findall(r"\b[A-Z]{3}\b", row("`events`", "actors")))


def contract_modes() -> dict[str, set[str]]:
    part = CONTRACT.partition("## Event modes")[2].partition("## What makes")[0]
    rows = re.findall(r"^\| ([A-Z]+)\*? \| (.*) \|$", part, re.MULTILINE)
    return {kind: set(CODES.findall(re.sub(r"\([^)]*\)", "", cell))) for kind, cell in rows}


def test_modes_are_those_of_the_ontology() -> None:
    told = contract_modes()
    assert told.keys() == {str(kind) for kind in records.EventType}
    assert {str(kind): {mode.code for mode in entry.modes} for kind, entry in ontology.types().items()} == told


def test_measured_quality_is_measured() -> None:
    told = README.partition(quality.BEGIN)[2].partition(quality.END)[0]
    first_columns = ["|".join(line.split("|")[:3]).rstrip() for line in told.splitlines()]
    measured = quality.table({quality.SEEDS: quality.seeds()}).splitlines()
    assert first_columns == ["|".join(line.split("|")[:3]).rstrip() for line in measured], "run: python -m tools.quality"


def test_pictures_are_there_and_light() -> None:
    pictures = re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README)
    assert pictures
    assert all(20_000 < (ROOT / picture).stat().st_size < 1_000_000 for picture in pictures)


def test_requirements_are_pinned_and_used() -> None:
    text = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    pins = dict(re.findall(r"^([\w-]+)==(\S+)", text, re.MULTILINE))
    constraints = dict(re.findall(r"^([\w.-]+)==(\S+)", (ROOT / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE))
    folded = {name.lower(): version for name, version in constraints.items()}
    assert {name: folded.get(name.lower()) for name in pins} == pins
    assert all("#" in line for line in text.splitlines() if "==" in line), "a requirement without its reason"
    used = set()
    for path in [ROOT / "dashboard.py", *(p for room in ("lib", "pages") for p in (ROOT / room).rglob("*.py"))]:
        used |= set(re.findall(r"^\s*(?:import|from) (\w+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    indirect = {"lxml_html_clean"}  # on trafilatura's behalf
    assert {name.lower() for name in pins} - indirect <= {name.lower() for name in used}
    known = {name.lower() for name in pins} | {"lib", "_typeshed", *sys.stdlib_module_names}
    assert {name for name in used if name.lower() not in known} == set()
