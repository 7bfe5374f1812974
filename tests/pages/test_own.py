from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest
import streamlit as st

from lib.ui.data import OWN
from lib.ui.wording import wording
from tests.pages.conftest import headline_numbers
from tests.ui.samples import TEXT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from streamlit.testing.v1 import AppTest

    Open = Callable[..., AppTest]

VI = wording("vi")
MINE = TEXT.replace("Tin từ Oslo", "Tin riêng của tôi")


@pytest.fixture
def app(open_page: Open, filled: Path) -> AppTest:
    assert filled.exists()
    return open_page("own")


def sent(app: AppTest, text: str, title: str = "") -> AppTest:
    app.text_area(key="paste-text").set_value(text)
    app.text_input(key="paste-title").set_value(title)
    next(one for one in app.button if one.label == VI.say("own.code")).click()
    return app.run()


def upload(app: AppTest, *files: tuple[str, bytes, str]) -> AppTest:
    app.file_uploader[0].set_value(list(files))
    app.run()
    next(one for one in app.button if one.label == VI.say("own.code_files")).click()
    return app.run()


def test_a_pasted_article_stands_beside_the_others_on_every_page(app: AppTest) -> None:
    sent(app, MINE, "Tiêu đề của tôi")
    assert len(app.session_state[OWN]) == 1
    assert app.success
    app.switch_page("pages/overview.py").run()
    assert headline_numbers(app)[0] == "3"
    assert list(app.exception) == []


def test_another_session_does_not_see_it(app: AppTest, open_page: Open) -> None:
    sent(app, MINE)
    assert headline_numbers(open_page())[0] == "2"


def test_an_empty_paste_is_told(app: AppTest) -> None:
    sent(app, "   ")
    assert [one.value for one in app.error] == [VI.say("own.no_text")]


def test_each_refused_file_is_told_why_and_the_others_are_coded(app: AppTest) -> None:
    lines = f"{json.dumps({'text': MINE})}\n{{broken\n".encode()
    upload(
        app,
        ("trong.txt", b"", "text/plain"),
        ("anh.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "text/plain"),
        ("bai.jsonl", lines, "application/json"),
        ("bang.pdf", b"%PDF-1.4", "application/pdf"),
    )
    said = "\n".join(one.value for one in app.error)
    assert [name for name in ("trong", "anh", "bai", "bang") if name not in said] == []
    assert len(app.session_state[OWN]) == 1
    assert list(app.exception) == []


def test_a_fault_of_the_coder_is_told_and_the_others_are_coded(app: AppTest) -> None:
    broken = TEXT.replace("Tin từ Oslo", "Tin làm hỏng máy ở Oslo")
    upload(app, ("hong.txt", broken.encode(), "text/plain"), ("tot.txt", MINE.encode(), "text/plain"))
    assert "hong" in "\n".join(one.value for one in app.error)
    assert len(app.session_state[OWN]) == 1


def test_an_article_is_removed(app: AppTest) -> None:
    sent(app, MINE)
    key = next(iter(app.session_state[OWN]))
    app.button(key=f"remove-{key}").click().run()
    assert app.session_state[OWN] == {}
    app.switch_page("pages/overview.py").run()
    assert headline_numbers(app)[0] == "2"


def test_the_sample_fills_the_form(app: AppTest) -> None:
    next(one for one in app.button if one.label == VI.say("own.try_sample")).click().run()
    assert "Na Uy" in str(app.text_area(key="paste-text").value)
    assert app.text_input(key="paste-title").value


def test_a_date_set_by_hand_moves_the_facts_and_is_dropped_again(open_page: Open, filled: Path) -> None:
    app = open_page("article", id="hai", fact="hai-request")
    field = next(one for one in app.date_input if one.label == VI.say("article.new_date"))
    field.set_value(date(2020, 2, 2))
    next(one for one in app.button if one.label == VI.say("article.recode")).click()
    app.run()
    html = "\n".join(str(one.proto.body) for one in app.get("html"))
    assert "2/2/2020" in html
    next(one for one in app.button if one.label == VI.say("article.undo_date")).click().run()
    assert "2/2/2020" not in "\n".join(str(one.proto.body) for one in app.get("html"))
    assert filled.exists()


def test_a_date_set_by_hand_is_kept_for_the_next_visit_where_the_machine_is_told_to(
    open_page: Open, filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BANG_GIAO_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("BANG_GIAO_KEEP", "1")

    def shown() -> str:
        return "\n".join(str(one.proto.body) for one in open_page("article", id="hai", fact="hai-request").get("html"))

    app = open_page("article", id="hai", fact="hai-request")
    next(one for one in app.date_input if one.label == VI.say("article.new_date")).set_value(date(2020, 2, 2))
    next(one for one in app.button if one.label == VI.say("article.recode")).click()
    app.run()
    st.cache_resource.clear()  # what a new start forgets
    assert "2/2/2020" in shown()
    app = open_page("article", id="hai")
    next(one for one in app.button if one.label == VI.say("article.undo_date")).click().run()
    st.cache_resource.clear()
    assert "2/2/2020" not in shown()
    assert filled.exists()


def test_what_files_may_be_is_said_once(app: AppTest) -> None:
    said = VI.say("own.files_help")
    assert [one.value for one in app.caption].count(said) == 1
    assert [str(one.proto) for one in app.get("file_uploader") if said in str(one.proto.help)] == []
