"""The menu of files on every page that shows tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.ui.wording import wording

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from lib.knowledge.labels import Lang

OWN = {
    "overview": {"days"},
    "reactions": {"reactions", "countries", "bodies", "flows"},
    "casualties": {"figures"},
    "meetings": {"meetings", "matrix"},
    "events": set(),
}
WHOLE = {"articles", "events", "event_actors", "casualties", "polecat", "gdelt"}


def offered(app: AppTest) -> set[str]:
    return {button.key.split("-")[1] for button in app.get("download_button") if button.key and button.key.startswith("take-")}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("page", OWN)
def test_the_menu_offers_the_page_and_all_that_is_in_view(open_page: Callable[..., AppTest], filled: Path, page: str, lang: Lang) -> None:
    app = open_page(page, lang=lang, conf="0.1")
    assert offered(app) == set()
    app.button(key="take").click().run()
    assert offered(app) == OWN[page] | WHOLE
    assert wording(lang).say("take.filtered") in {one.value for one in app.caption}
    assert [one.value for one in app.exception] == []
    assert filled.exists()
