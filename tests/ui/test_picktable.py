from __future__ import annotations

import re

import pytest

from lib.ui.picktable import Row, html


def test_rows_are_buttons_with_their_codes() -> None:
    made = html("Bảng", ["Nước", "Số", "Mạnh nhất", "Mới"], [Row("TUR", "Thổ Nhĩ Kỳ", "2", "#112233", "Lên án", "6/11/2023", picked=True)])
    assert '<button type="button" data-pick="TUR" tabindex="0" aria-pressed="true">Thổ Nhĩ Kỳ</button>' in made
    assert 'style="background:#112233"></span>Lên án' in made
    assert "<caption>Bảng</caption>" in made
    assert "6/11/2023" in made


@pytest.mark.parametrize(("picked", "stop"), [(None, "A"), ("C", "C")])
def test_one_row_is_a_stop_of_the_tab_key_the_picked_one_else_the_first(picked: str | None, stop: str) -> None:
    made = html("B", ["a", "b", "c"], [Row(code, code, "1", "#000000", "y", picked=code == picked) for code in "ABC"])
    assert re.findall(r'data-pick="(\w)" tabindex="0"', made) == [stop]
    assert made.count('tabindex="-1"') == 2


def test_a_number_of_the_row_stands_before_its_name() -> None:
    row = Row("X", "tên", "12", "#123456", "nội dung")
    counted, numbered = (html("B", ["Tên", "Số", "Gì"], [row], numbered=one) for one in (False, True))
    assert counted.index("tên") < counted.index(">12") < counted.index("#123456") < counted.index("nội dung")
    assert numbered.index("#123456") < numbered.index("12</td>") < numbered.index("tên") < numbered.index("nội dung")
    assert numbered.index(">Số<") < numbered.index(">Tên<") < numbered.index(">Gì<")


def test_without_rows_there_is_a_table_all_the_same() -> None:
    assert "<tbody></tbody>" in html("B", ["a", "b", "c"], [])


def test_without_a_fourth_column_there_is_none() -> None:
    made = html("B", ["a", "b", "c"], [Row("X", "x", "1", "#000000", "y", "z")])
    assert "z" not in made.replace("z-index", "")
    assert 'aria-pressed="false"' in made


def test_everything_from_outside_is_escaped() -> None:
    evil = '<i>"'
    made = html(evil, [evil] * 4, [Row(evil, evil, evil, evil, evil, evil)])
    assert "<i>" not in made
    assert '"<' not in made
