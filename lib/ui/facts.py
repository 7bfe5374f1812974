"""A fact with the article it stands in: what cards, tables and addresses refer to by its id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.records import Article, Casualty, CodedArticle, Event

if TYPE_CHECKING:
    from collections.abc import Iterable

TITLE_LENGTH = 110


@dataclass(frozen=True, slots=True)
class Fact:
    """An event or a casualty figure and its article."""

    article: Article
    record: Event | Casualty

    @property
    def fact_id(self) -> str:
        """The id of the record."""
        return self.record.event_id if isinstance(self.record, Event) else self.record.casualty_id


def facts_of(coded: Iterable[CodedArticle]) -> dict[str, Fact]:
    """Every fact by its id, articles in their order, events before figures."""
    found: dict[str, Fact] = {}
    for one in coded:
        records: list[Event | Casualty] = [*one.events, *one.casualties]
        for record in records:
            fact = Fact(one.article, record)
            found[fact.fact_id] = fact
    return found


def headline(article: Article) -> str:
    """The article's title, or the beginning of its text where it has none."""
    first = (article.title or article.text.strip().split("\n", 1)[0]).strip()
    return first if len(first) <= TITLE_LENGTH else first[: TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def source(article: Article) -> str:
    """Who published it: the outlet, else the agency; empty where neither is known."""
    return article.outlet or article.agency or ""
