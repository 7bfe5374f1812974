from __future__ import annotations

import pytest

from lib.knowledge import english
from lib.knowledge.tables import read_csv
from lib.knowledge.titles import prefixes, titles


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Ngoại trưởng Na Uy", "Foreign Minister"),
        ("ngoại trưởng", "Foreign Minister"),
        ("Thứ trưởng Bộ Quốc phòng Nga", "Deputy Defence Minister"),
        ("Cựu tổng thống Hàn Quốc", "Former President"),
        ("Tổng thống đắc cử Hoa Kỳ", "President-elect"),
        ("Tổng thống đắc cử", "President-elect"),
        ("Quyền Thủ tướng", "Acting Prime Minister"),
        ("Tổng thư ký NATO", "NATO Secretary General"),
        ("Tổng thư ký Liên hợp quốc", "United Nations Secretary General"),
        ("Tổng Bí thư, Chủ tịch nước", "Party General Secretary and President"),
        ("Thủ tướng của một nước lạ", None),
        ("chủ tịch điều hành một tập đoàn", None),
        ("Cựu", None),
        ("", None),
    ],
)
def test_a_title_is_told_in_english_where_every_word_is_known(said: str, expected: str | None) -> None:
    assert english.title(said) == expected


@pytest.mark.parametrize(
    ("said", "kind", "country", "expected"),
    [
        ("người", "people", None, "people"),
        ("người", "people", "UKR", "people"),
        ("công dân Mỹ", "people", "USA", "people (United States)"),
        ("lính Mỹ", "soldiers", "USA", "soldiers (United States)"),
        ("người Việt", "people", "VNM", "people (Vietnam)"),
        ("công dân Mỹ", "people", "VNM", None),
        ("ông Nguyễn Văn A", "people", "VNM", None),
        ("người của một nhóm lạ", "people", None, None),
    ],
)
def test_a_group_is_told_in_english_where_it_is_a_kind_of_people(said: str, kind: str, country: str | None, expected: str | None) -> None:
    assert english.group(said, kind, country) == expected


def test_every_title_in_english_is_one_that_the_knowledge_base_has() -> None:
    known, around = {phrase for phrase, _ in titles()}, {word for word, _ in prefixes()}
    rows = read_csv("titles_en.csv", english._TitleRow)
    assert {row.title for row in rows if not row.place} <= known
    assert {row.title for row in rows if row.place} <= around
    assert len({row.title for row in rows}) == len(rows)
    assert all(row.en.strip() for row in rows)
