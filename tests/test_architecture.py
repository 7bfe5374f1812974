"""The arrows of docs/DESIGN.md hold: who imports whom, how long a file may be, what no file may say."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = ROOT / "pyproject.toml"
LONGEST_FILE = 500
MAY_IMPORT_STREAMLIT = ("dashboard.py", "pages/", "lib/ui/", "tests/", "bench/")
# What a page may name: the pieces it is made of and the words of the contract, not what computes them.
PAGE_ROOMS = {"lib.ui", "lib.tables", "lib.charts", "lib.records", "lib.errors", "lib.knowledge.labels"}
TEXT_SUFFIXES = {".py", ".toml", ".md", ".txt", ".cfg", ".yml", ".yaml", ".csv", ".json", ".css", ".js", ".ini", ".sh", ""}
# Spelt in parts, so that this file does not find itself.
FORBIDDEN_WORDS = re.compile(
    "|".join(
        [
            r"(?<![\w.-])/" + r"(?:home|root|work|Users)/[\w.]",
            r"(?:pypi|files)\." + r"(?:org|pythonhosted)",
            "--(?:extra-)?" + "index-url",
            "registry" + r"\.npmjs",
        ]
    )
)


def committed() -> list[Path]:
    """The files that git keeps or would keep."""
    out = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True)
    files = [ROOT / name for name in out.stdout.decode().split("\0") if name]
    return [f for f in files if f.is_file()]


FILES = committed()
PYTHON = [f for f in FILES if f.suffix == ".py"]
PAGES = [f for f in PYTHON if f.relative_to(ROOT).as_posix().startswith(("pages/", "dashboard.py"))]


def imports(source: str) -> set[str]:
    """The modules that a file names in its imports, those for type checking alone included."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def is_within(module: str, rooms: set[str]) -> bool:
    return any(module == room or module.startswith(room + ".") for room in rooms)


def forbidden_for_pages(source: str) -> set[str]:
    """The modules of ours that a page names and may not."""
    ours = {m for m in imports(source) if is_within(m, {"lib"})}
    leads_to_a_room = {m for m in ours if any(room.startswith(m + ".") for room in PAGE_ROOMS)}
    return {m for m in ours - leads_to_a_room if not is_within(m, PAGE_ROOMS)}


def lint_imports(tree: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the project that lies at `tree`, in a process of its own: it imports what it looks at."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    command = [sys.executable, "-c", code, "--no-cache", "--config", str(tree / "pyproject.toml")]
    return subprocess.run(command, cwd=tree, check=False, capture_output=True, text=True, env={"PYTHONPATH": str(tree), "PATH": ""})


def copy_of_project(target: Path) -> Path:
    shutil.copytree(ROOT / "lib", target / "lib", ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copy(SETTINGS, target)
    return target


def test_rooms_import_only_what_they_may() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("tables/frames.py", "import streamlit", "Streamlit only in lib.ui"),
        ("records.py", "import lib.knowledge.labels", "Rooms only look down"),
        ("language/tokens.py", "from lib.knowledge import labels", "Rooms only look down"),
        ("charts/__init__.py", "import lib.coding.coder", "Charts stand on the views of tables"),
        ("ui/__init__.py", "import lib.coding.coder", "What a page computes is computed below it"),
        ("attic.py", "", "Rooms only look down"),
    ],
)
def test_an_offender_is_found(file: str, line: str, contract: str, tmp_path: Path) -> None:
    tree = copy_of_project(tmp_path)
    offender = tree / "lib" / file
    before = offender.read_text(encoding="utf-8") if offender.is_file() else ""
    offender.write_text(f"{before}\n{line}\n", encoding="utf-8")
    done = lint_imports(tree)
    assert done.returncode != 0
    assert f"{contract} BROKEN" in done.stdout, done.stdout + done.stderr


def test_every_room_is_told_whether_it_may_use_streamlit() -> None:
    contracts = tomllib.loads(SETTINGS.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    told = next(c for c in contracts if c["name"] == "Streamlit only in lib.ui")["source_modules"]
    rooms = {
        f"lib.{p.stem}" for p in (ROOT / "lib").iterdir() if p.stem != "__init__" and (p.suffix == ".py" or (p / "__init__.py").is_file())
    }
    assert rooms - {"lib.ui"} == set(told)


@pytest.mark.parametrize("file", PYTHON, ids=lambda f: f.relative_to(ROOT).as_posix())
def test_streamlit_is_imported_only_where_pages_are_made(file: Path) -> None:
    if file.relative_to(ROOT).as_posix().startswith(MAY_IMPORT_STREAMLIT):
        return
    assert not {m for m in imports(file.read_text(encoding="utf-8")) if is_within(m, {"streamlit"})}


@pytest.mark.parametrize("page", PAGES, ids=lambda f: f.name)
def test_a_page_asks_for_views_and_computes_nothing(page: Path) -> None:
    assert not forbidden_for_pages(page.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line", ["from lib.coding import coder", "import lib.store", "from lib import pipeline", "from lib.language.text import normalize"]
)
def test_a_page_that_computes_is_found(line: str) -> None:
    assert forbidden_for_pages(f"import streamlit as st\n{line}\n")


@pytest.mark.parametrize(
    "line", ["import streamlit", "from lib import tables", "from lib.ui.state import Filters", "from lib.knowledge.labels import x"]
)
def test_a_page_may_use_views_and_pieces(line: str) -> None:
    assert not forbidden_for_pages(line)


def test_no_file_is_too_long() -> None:
    lengths = {f.relative_to(ROOT).as_posix(): len(f.read_text(encoding="utf-8").splitlines()) for f in PYTHON}
    assert lengths
    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_file_names_a_machine_or_a_registry() -> None:
    texts = {f: f.read_text(encoding="utf-8", errors="replace") for f in FILES if f.suffix in TEXT_SUFFIXES}
    found = [f"{f.relative_to(ROOT)}: {m.group()}" for f, text in texts.items() for m in FORBIDDEN_WORDS.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    "text", ["open('/" + "home/an/x')", 'PATH = "/' + 'root/.cache"', "https://pypi." + "org/simple", "--index" + "-url x"]
)
def test_a_machine_or_a_registry_is_found(text: str) -> None:
    assert FORBIDDEN_WORDS.search(text)


@pytest.mark.parametrize("text", ["https://vnexpress.net/root/x", "docs/home/page", "tests/work/a", "a network/host"])
def test_an_address_is_no_machine(text: str) -> None:
    assert not FORBIDDEN_WORDS.search(text)


def test_data_files_are_small() -> None:
    large = {f.relative_to(ROOT).as_posix(): f.stat().st_size for f in FILES if f.stat().st_size > 2_000_000}
    assert large == {}
