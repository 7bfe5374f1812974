from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from lib.ui.wording import wording

ROOT = Path(__file__).resolve().parents[2]
VI, EN = wording("vi").phrases, wording("en").phrases
SOURCES = [*(ROOT / "lib" / "ui").glob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "dashboard.py"]
CODE = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
ASKED = set(re.findall(r"""\b(?:say|count|maybe)\(\s*["']([a-z_]+\.[a-z_]+)["']""", CODE))
PREFIXES = tuple(re.findall(r"""\b(?:say|count|maybe)\(\s*f["']([a-z_]+\.[a-z_]*)\{""", CODE))
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def places(phrase: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(phrase) if name}


def test_both_languages_have_the_same_keys() -> None:
    assert {key for key in EN if not key.endswith("_one")} == set(VI)
    assert {key.removesuffix("_one") for key in EN} == set(VI)


@pytest.mark.parametrize("key", sorted(VI))
def test_both_languages_fill_in_the_same_places(key: str) -> None:
    assert places(VI[key]) == places(EN[key])
    assert VI[key].strip()
    assert EN[key].strip()


def test_every_key_that_the_code_asks_for_exists() -> None:
    assert ASKED
    assert ASKED - set(VI) == set()


def test_every_key_is_asked_for() -> None:
    unused = {key for key in VI if key not in ASKED and not key.startswith(PREFIXES) and f'"{key}"' not in CODE}
    assert unused == set()


def test_no_page_speaks_vietnamese_of_its_own() -> None:
    strings = [line for path in SOURCES for line in path.read_text(encoding="utf-8").splitlines() if "st." in line]
    assert [line for line in strings if VIETNAMESE.search(line)] == []


def test_one_is_said_of_one_thing_and_no_other() -> None:
    assert wording("en").count("own.facts", 1) == "1 fact"
    assert wording("en").count("own.facts", 2) == "2 facts"
    assert wording("vi").count("own.facts", 1) == "1 dữ kiện"
