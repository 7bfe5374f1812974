"""Ids, bare letters and the spellings of a name."""

from __future__ import annotations

import pytest

from lib.knowledge import people
from lib.knowledge.entries import slug, unaccent


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Hakan Fidan", "hakan-fidan"),
        ("Abdel Fattah El-Sisi", "abdel-fattah-el-sisi"),
        ("Andrés Manuel López Obrador", "andres-manuel-lopez-obrador"),
        ("Tô Lâm", "to-lam"),
        ("Đổng Quân", "dong-quan"),
        ("Recep Tayyip Erdoğan", "recep-tayyip-erdogan"),
        ("Gideon Sa'ar", "gideon-saar"),
        ("Gideon Sa’ar", "gideon-saar"),
        ("Radosław Sikorski", "radoslaw-sikorski"),
        ("Jonas Gahr Støre", "jonas-gahr-store"),
        (" U.S. ", "u-s"),
    ],
)
def test_slug(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(("name", "expected"), [("Erdoğan", "Erdogan"), ("Đurić", "Duric"), ("Macron", "Macron"), ("Łódź", "Lodz")])
def test_unaccent_keeps_capitals(name: str, expected: str) -> None:
    assert unaccent(name) == expected


def spellings(person: people.PersonRow) -> set[str]:
    return {name for name, entry in people.names([person]) if entry.form == "name"}


def test_parts_are_spelled_as_the_press_spells_them() -> None:
    found = spellings(people.PersonRow("Mohammed Amir-Khaled", "state:EGY", "EGY"))
    assert {"Mohammed Amir-Khaled", "Mohammad Amir-Khaled", "Muhammad Amir Khaled"} <= found
    assert "Ahmed Amir-Khaled" not in found


def test_marks_are_left_out_of_foreign_names_only() -> None:
    assert "Jose Nino" in spellings(people.PersonRow("José Niño", "state:MEX", "MEX"))
    assert "Lam Kiem" not in spellings(people.PersonRow("Lâm Kiếm", "state:CHN", "CHN"))


def test_a_short_name_of_two_people_asks_for_context() -> None:
    rows = [
        people.PersonRow("Ann Smythe", "state:USA", "USA", shorts=("Smythe",)),
        people.PersonRow("Bob Smythe", "state:GBR", "GBR", shorts=("Smythe",)),
    ]
    entry = dict(people.names(rows))["Smythe"]
    assert (entry.candidates, entry.context) == (("person:ann-smythe", "person:bob-smythe"), True)
    alone = dict(people.names(rows[:1]))["Smythe"]
    assert (alone.candidates, alone.context) == (("person:ann-smythe",), False)


@pytest.mark.parametrize(("country", "turned"), [("JPN", True), ("KOR", False), ("USA", False)])
def test_japanese_names_also_stand_surname_first(country: str, *, turned: bool) -> None:
    assert ("Tanaka Hiroshi" in spellings(people.PersonRow("Hiroshi Tanaka", f"state:{country}", country))) == turned
