"""The coded articles that a visitor sees, with the tables and the facts by id. Pure: no Streamlit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import pandas as pd

from lib import tables
from lib.knowledge import labels
from lib.records import Article, CodedArticle, Status
from lib.ui.address import View, Vocabulary
from lib.ui.facts import Fact, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from lib.errors import Problem
    from lib.knowledge.labels import Lang
    from lib.tables import Tables


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Coded articles by id, what was refused or noted in reading, and what is made of them; read-only."""

    coded: Mapping[str, CodedArticle]
    problems: tuple[Problem, ...]
    tables: Tables
    facts: Mapping[str, Fact]
    vocabulary: Vocabulary
    last_day: date | None = None
    """The day to which the data reaches: the last publication, else the last day that something happened on."""

    @property
    def articles(self) -> list[Article]:
        """The articles, in their order."""
        return [one.article for one in self.coded.values()]


def make(coded: Iterable[CodedArticle], problems: Iterable[Problem] = ()) -> Corpus:
    """Build a corpus; of two records of one article the later stands."""
    by_id = {one.article.article_id: one for one in coded}
    frames = tables.build(by_id.values())
    actors = frozenset(frames.event_actors["actor_id"].dropna().astype("str")) | frozenset(
        frames.casualties["attributed_to_actor_id"].dropna().astype("str")
    )
    outlets = frozenset(frames.articles["outlet"].dropna().astype("str"))
    return Corpus(by_id, tuple(problems), frames, facts_of(by_id.values()), Vocabulary(actors, outlets), _last_day(frames))


def _last_day(frames: Tables) -> date | None:
    happened = frames.events.loc[frames.events["status"] == Status.ACTUAL, "date"]
    days = (column.max() for column in (frames.articles["published"], happened))
    known = next((day for day in days if not pd.isna(day)), None)
    return known.date() if known is not None else None


@lru_cache(maxsize=16)
def actor_names(corpus: Corpus, lang: Lang) -> Mapping[str, str]:
    """Every actor and claimant by id, as pages name it."""
    frames = corpus.tables
    parties = frames.event_actors.drop_duplicates("actor_id")
    rows = zip(*(parties[key].astype("object") for key in ("actor_id", "name", "country")), strict=True)
    names = {code: labels.actor_label(code, said, country if isinstance(country, str) else None, lang) for code, said, country in rows}
    claimants = frames.casualties.dropna(subset="attributed_to_actor_id").drop_duplicates("attributed_to_actor_id")
    for code, said in zip(claimants["attributed_to_actor_id"].astype("str"), claimants["attributed_to_name"].astype("str"), strict=True):
        names.setdefault(code, labels.actor_label(code, said, None, lang))
    return names


def in_view(corpus: Corpus, view: View) -> Tables:
    """The tables cut down to the filters of a view."""
    return tables.apply(corpus.tables, view.filters)
