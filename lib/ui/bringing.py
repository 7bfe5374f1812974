"""The visitor's own articles: read, coded with a progress bar, kept in the session; what is refused is told why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from lib import pipeline, reading
from lib.records import Article, CodedArticle
from lib.ui import data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from lib.errors import Problem
    from lib.ui.wording import Wording

_REPORT = "own_report"
MAX_ARTICLES = 500
"""How many articles one visitor may bring at once: a session is no store."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of the last articles brought: the ids of those coded, the problems met, how many were too many."""

    coded: tuple[str, ...]
    problems: tuple[Problem, ...]
    left_out: int = 0


def report() -> Report | None:
    """The report on the last articles brought, or None."""
    found: Report | None = st.session_state.get(_REPORT)
    return found


def forget_report() -> None:
    """Take the report away."""
    st.session_state.pop(_REPORT, None)


def pasted(text: str, title: str, published: date | None) -> list[Article | Problem]:
    """A pasted text as an article."""
    return [reading.read_text(text, title.strip() or None, published.isoformat() if published else None)]


def uploaded(files: Iterable[tuple[str, bytes]]) -> Iterator[Article | Problem]:
    """The articles of uploaded files, each by its name and bytes, and what is wrong with any."""
    for name, content in files:
        notices: list[Problem] = []
        yield from reading.read_upload(name, content, notices.append)
        yield from notices


def bring(items: Iterable[Article | Problem], words: Wording) -> None:
    """Code articles into the session, with a progress bar; the report is kept for the next run."""
    bar = st.progress(0.0, words.say("own.reading"))
    articles: dict[str, Article] = {}
    problems: list[Problem] = []
    left_out = 0
    for item in items:
        if not isinstance(item, Article):
            problems.append(item)
        elif len(articles) < MAX_ARTICLES:
            articles[item.article_id] = item
        else:
            left_out += 1
    coded: dict[str, CodedArticle] = {}
    for done, one in enumerate(pipeline.run(articles.values()), start=1):
        if isinstance(one, CodedArticle):
            coded[one.article.article_id] = one
        else:
            problems.append(one)
        bar.progress(done / len(articles), words.say("own.coding", done=done, total=len(articles)))
    bar.empty()
    data.own().update(coded)
    st.session_state[_REPORT] = Report(tuple(coded), tuple(problems), left_out)


def remove(article_id: str) -> None:
    """Take one of the visitor's articles out of every view."""
    data.own().pop(article_id, None)
    data.redated().pop(article_id, None)
    forget_report()


def remove_all() -> None:
    """Take all of the visitor's articles out of every view."""
    for article_id in list(data.own()):
        remove(article_id)


def redate(article: Article, published: date) -> None:
    """Set an article's date by hand: its facts' dates are reckoned anew; only this session sees it, unless dates are kept."""
    coded = pipeline.recode(article, published)
    if article.article_id in data.own():
        data.own()[article.article_id] = coded
    else:
        data.redated()[article.article_id] = coded
        data.keep_date(article.article_id, published)


def undo_date(article_id: str) -> None:
    """Drop the date set by hand of an article that is not the visitor's own."""
    data.redated().pop(article_id, None)
    data.keep_date(article_id, None)
