from __future__ import annotations

from lib.ui.picktable import Row, html


def test_rows_are_buttons_with_their_codes() -> None:
    made = html("Bảng", ["Nước", "Số", "Mạnh nhất", "Mới"], [Row("TUR", "Thổ Nhĩ Kỳ", "2", "#112233", "Lên án", "6/11/2023", picked=True)])
    assert '<button type="button" data-pick="TUR" aria-pressed="true">Thổ Nhĩ Kỳ</button>' in made
    assert 'style="background:#112233"></span>Lên án' in made
    assert "<caption>Bảng</caption>" in made
    assert "6/11/2023" in made


def test_without_a_fourth_column_there_is_none() -> None:
    made = html("B", ["a", "b", "c"], [Row("X", "x", "1", "#000000", "y", "z")])
    assert "z" not in made.replace("z-index", "")
    assert 'aria-pressed="false"' in made


def test_everything_from_outside_is_escaped() -> None:
    evil = '<i>"'
    made = html(evil, [evil] * 4, [Row(evil, evil, evil, evil, evil, evil)])
    assert "<i>" not in made
    assert '"<' not in made
