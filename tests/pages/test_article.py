"""The page of one article: its menu, its facts as a table, and an address that names none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.tables import fold
from lib.ui.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Open = Callable[..., AppTest]

VI = wording("vi")


def test_an_article_is_found_without_marks_and_has_its_date(open_page: Open, filled: Path) -> None:
    (menu,) = [one for one in open_page("article", id="hai").selectbox if one.key == "article-choice"]
    assert menu.value == "hai"
    (label,) = [one for one in menu.options if "3/6/2024" in one]
    shown, _, found = label.partition("\n")
    assert "Báo Thử" in shown
    assert found.strip() == fold(shown)
    assert filled.exists()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_an_address_of_no_article_shows_none(open_page: Open, filled: Path, lang: str) -> None:
    app = open_page("article", id="khong-co", lang=lang)
    assert [one.value for one in app.warning] == [wording("en" if lang == "en" else "vi").say("article.unknown")]
    (menu,) = [one for one in app.selectbox if one.key == "article-choice"]
    assert menu.value is None
    assert len(menu.options) == 2
    assert [one.key for one in app.get("bidi_component") if (one.key or "").startswith("article-")] == []
    menu.select_index(0).run()
    assert [one.key for one in app.get("bidi_component") if (one.key or "").startswith("article-")]
    assert not app.warning
    assert app.query_params["id"]
    assert [one.value for one in app.exception] == []
    assert filled.exists()
