"""A dashboard without a browser, over a folder whose articles are coded by hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import TYPE_CHECKING

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lib import pipeline
from tests.tables.factory import sample
from tests.ui.samples import TEXT, coded

if TYPE_CHECKING:
    from pathlib import Path

    from lib.records import Article, CodedArticle

Open = Callable[..., AppTest]


def code(article: Article) -> CodedArticle:
    """In the coder's place; a text that asks for it fails."""
    if "hỏng máy" in article.text:
        raise RuntimeError("a fault of the coder")
    return coded(article)


def headline_numbers(app: AppTest) -> list[str]:
    """The numbers at the head of the overview: articles, events, countries, meetings, figures."""
    return re.findall(r'<a class="bg-link"[^>]*><b>([\d.,]+)</b>', told_in_html(app))[:5]


def told_in_html(app: AppTest) -> str:
    """Everything that a page says as HTML."""
    return "\n".join(str(one.proto.body) for one in app.get("html"))


def hrefs(app: AppTest) -> list[str]:
    """Where the links of a page lead."""
    return [unescape(one) for one in re.findall(r'<a class="bg-link[^>]*? href="([^"]*)"', told_in_html(app))]


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Code by hand, and keep nothing of other tests."""
    monkeypatch.setattr(pipeline, "code_one", code)
    st.cache_resource.clear()
    st.cache_data.clear()
    yield
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def filled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of two articles, one of them with a date."""
    (tmp_path / "mot.txt").write_text(TEXT, encoding="utf-8")
    lines = re.sub(r"\n+", r"\\n", TEXT.replace("Oslo\n", "Bergen\n", 1).strip())
    (tmp_path / "hai.jsonl").write_text(
        f'{{"id": "hai", "text": "{lines}", "outlet": "Báo Thử", "published": "2024-06-03"}}\n', encoding="utf-8"
    )
    monkeypatch.setenv("BANG_GIAO_ARTICLES", str(tmp_path))
    return tmp_path


@pytest.fixture
def open_page(root: Path) -> Open:
    """Open a page at a query, as a link does; it has run twice."""

    def opened(page: str = "overview", **query: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(root / "dashboard.py"), default_timeout=10)
        for key, value in query.items():
            app.query_params[key] = value
        app.run()
        if page != "overview":
            app.switch_page(f"pages/{page}.py")
            for key, value in query.items():
                app.query_params[key] = value
            app.run()
        app.run()
        return app

    return opened


@pytest.fixture
def open_coded(open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., AppTest]:
    """Open a page at a query over articles coded by hand: `open_coded(records, page, **query)`."""

    def opened(records: list[CodedArticle], page: str = "overview", **query: str | list[str]) -> AppTest:
        by_id = {record.article.article_id: record for record in records}

        def by_hand(article: Article) -> CodedArticle:
            return by_id[article.article_id]

        monkeypatch.setattr(pipeline, "code_one", by_hand)
        monkeypatch.setenv("BANG_GIAO_ARTICLES", str(tmp_path))
        lines = (f'{{"id": "{key}", "text": "Bài của báo {key}: các bên đã lên tiếng về tình hình ở khu vực này."}}' for key in by_id)
        (tmp_path / "bai.jsonl").write_text("\n".join(lines), encoding="utf-8")
        return open_page(page, **query)

    return opened


@pytest.fixture
def open_sample(open_coded: Callable[..., AppTest]) -> Open:
    """A dashboard over the sample of the tables' tests."""

    def opened(page: str = "overview", **query: str | list[str]) -> AppTest:
        return open_coded(sample(), page, **query)

    return opened
