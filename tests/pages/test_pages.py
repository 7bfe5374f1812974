from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lib.ui.navigation import PAGES
from lib.ui.wording import wording
from tests.pages.conftest import headline_numbers

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    from lib.knowledge.labels import Lang

KEYS = [entry.key for entry in PAGES]
LANGS: list[Lang] = ["vi", "en"]


def told(app: AppTest) -> str:
    """Everything that a page says."""
    kinds = (app.title, app.subheader, app.markdown, app.caption, app.info, app.warning, app.error, app.success)
    return "\n".join([str(one.value) for kind in kinds for one in kind] + [str(one.proto.body) for one in app.get("html")])


def healthy(app: AppTest) -> None:
    assert [one.value for one in app.exception] == []
    assert [one.value for one in app.error] == []
    assert "Traceback" not in told(app)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", KEYS)
def test_a_page_filled(open_page: Callable[..., AppTest], filled: Path, page: str, lang: Lang) -> None:
    app = open_page(page, lang=lang)
    healthy(app)
    assert [one.value for one in app.title] == [wording(lang).say(f"page.{page}")]
    assert filled.exists()


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("page", KEYS)
def test_a_page_over_an_empty_folder(
    open_page: Callable[..., AppTest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str, lang: Lang
) -> None:
    monkeypatch.setenv("BANG_GIAO_ARTICLES", str(tmp_path))
    app = open_page(page, lang=lang)
    healthy(app)
    assert tmp_path.name in "".join(one.value for one in app.warning)
    assert str(tmp_path) not in told(app)
    assert [one.value for one in app.title] == [wording(lang).say(f"page.{page}")]


@pytest.mark.parametrize("page", KEYS)
def test_a_page_over_a_folder_that_is_missing(
    open_page: Callable[..., AppTest], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setenv("BANG_GIAO_ARTICLES", str(tmp_path / "nowhere"))
    app = open_page(page)
    healthy(app)
    assert "BANG_GIAO_ARTICLES" in "".join(one.value for one in app.warning)


@pytest.mark.parametrize("page", KEYS)
def test_a_page_where_the_filters_leave_nothing(open_page: Callable[..., AppTest], filled: Path, page: str) -> None:
    healthy(open_page(page, country="VNM"))
    assert filled.exists()


def test_the_folder_may_be_named_in_the_secrets(root: Path, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415 - beside its only use

    monkeypatch.delenv("BANG_GIAO_ARTICLES")
    app = AppTest.from_file(str(root / "dashboard.py"), default_timeout=10)
    app.secrets["articles"] = str(filled)
    app.run()
    assert "2" in headline_numbers(app)
    healthy(app)


def test_unknown_codes_are_named_and_left_out(open_page: Callable[..., AppTest], filled: Path) -> None:
    app = open_page("events", country=["XXQ", "NOR"], type="FOO", actor="person:nobody")
    said = "".join(one.value for one in app.warning)
    assert all(code in said for code in ("country=XXQ", "type=FOO", "actor=person:nobody"))
    assert app.multiselect(key="filter-countries").value == ["NOR"]
    healthy(app)
    assert filled.exists()


def test_a_fact_has_an_address(open_page: Callable[..., AppTest], filled: Path) -> None:
    app = open_page("event", id="hai-request")
    assert "Na Uy → Sudan" in told(app)
    assert "test.rule" in told(app)
    assert filled.exists()


@pytest.mark.parametrize(("page", "query"), [("event", {"id": "<b>x</b>"}), ("article", {"id": "nobody"}), ("article", {"fact": "nobody"})])
def test_an_address_of_nothing_is_told(open_page: Callable[..., AppTest], filled: Path, page: str, query: dict[str, str]) -> None:
    app = open_page(page, **query)
    healthy(app)
    assert bool(app.warning) == ("id" in query)
    assert filled.exists()


@pytest.mark.parametrize(
    ("page", "query", "said"),
    [
        ("reactions", {"pick": "NOR"}, "Na Uy → Sudan"),
        ("reactions", {"pick": "igo:un"}, "Liên Hợp Quốc lên án vụ tấn công bệnh viện"),
        ("meetings", {"a": "BRA", "b": "NOR"}, "Espen Barth Eide"),
        ("meetings", {"by": "person", "a": "person:mauro-vieira"}, "Espen Barth Eide"),
        ("casualties", {"harm": "killed", "fact": "hai-killed"}, "Bộ Y tế Sudan"),
        ("events", {"fact": "hai-accuse"}, "test.rule"),
        ("article", {"id": "hai", "fact": "hai-consult"}, "test.rule"),
    ],
)
def test_a_link_opens_the_same_view(open_page: Callable[..., AppTest], filled: Path, page: str, query: dict[str, str], said: str) -> None:
    app = open_page(page, **query)
    healthy(app)
    assert said in told(app)
    assert filled.exists()


def test_the_article_page_opens_with_the_newest_article_that_has_facts(open_page: Callable[..., AppTest], filled: Path) -> None:
    line = '{"id": "ba", "text": "Trời hôm nay nắng đẹp và gió nhẹ trên khắp các tỉnh miền núi phía bắc.", "published": "2030-01-01"}\n'
    (filled / "ba.jsonl").write_text(line, encoding="utf-8")
    app = open_page("article")
    healthy(app)
    menu = app.selectbox(key="article-choice")
    assert menu.value == "hai"
    assert menu.index == 1


def test_a_fault_of_a_page_is_told_in_words(open_page: Callable[..., AppTest], filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("lib.ui.events.events_page", broken)
    app = open_page("events")
    assert [one.value for one in app.error] == [wording("vi").say("failure.unexpected")]
    assert "secret detail" not in told(app)
    assert list(app.exception) == []
    assert filled.exists()
