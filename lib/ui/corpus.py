"""The coded articles that a visitor sees, with the tables and the facts by id. Pure: no Streamlit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from lib import tables
from lib.knowledge import labels, ontology
from lib.records import Article, CodedArticle, Status
from lib.tables import Tables, fold
from lib.ui.address import View, Vocabulary
from lib.ui.facts import Fact, facts_of
from lib.ui.folding import searchable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lib.errors import Problem
    from lib.knowledge.labels import Lang


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """Coded articles by id, what was refused or noted in reading, and what is made of them; read-only."""

    coded: Mapping[str, CodedArticle]
    problems: tuple[Problem, ...]
    tables: Tables
    facts: Mapping[str, Fact]
    vocabulary: Vocabulary

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
    return Corpus(by_id, tuple(problems), frames, facts_of(by_id.values()), Vocabulary(actors, outlets))


@dataclass(frozen=True, slots=True)
class Options:
    """What each filter offers: codes to labels, in the order of the menu."""

    countries: Mapping[str, str]
    actors: Mapping[str, str]
    event_types: Mapping[str, str]
    outlets: Mapping[str, str]
    statuses: Mapping[str, str]


@lru_cache(maxsize=16)
def options(corpus: Corpus, lang: Lang) -> Options:
    """The choices that the data gives, labels with their form without marks."""
    frames = corpus.tables
    columns = (frames.event_actors["country"], frames.casualties["victims_country"], frames.casualties["place_country"])
    countries = {code: labels.country_name(code, lang) for column in columns for code in column.dropna().astype("str").unique()}
    parties = frames.event_actors.drop_duplicates("actor_id")
    rows = zip(*(parties[key].astype("object") for key in ("actor_id", "name", "country")), strict=True)
    actors = {code: labels.actor_label(code, name, country if isinstance(country, str) else None, lang) for code, name, country in rows}
    claimants = frames.casualties.dropna(subset="attributed_to_actor_id").drop_duplicates("attributed_to_actor_id")
    for code, name in zip(claimants["attributed_to_actor_id"].astype("str"), claimants["attributed_to_name"].astype("str"), strict=True):
        actors.setdefault(code, labels.actor_label(code, name, None, lang))
    return Options(
        _sorted(countries),
        _sorted(actors),
        {str(code): searchable(labels.type_label(code, lang)) for code in ontology.types()},
        _sorted({code: code for code in corpus.vocabulary.outlets}),
        {str(code): labels.status_label(code, lang) for code in Status},
    )


def with_chosen(choices: Mapping[str, str], chosen: Iterable[str], lang: Lang) -> dict[str, str]:
    """The choices and those countries of an address that the data lacks."""
    return dict(choices) | {code: searchable(labels.country_name(code, lang)) for code in chosen if code not in choices}


def in_view(corpus: Corpus, view: View) -> Tables:
    """The tables cut down to the filters of a view."""
    return tables.apply(corpus.tables, view.filters)


def _sorted(named: Mapping[str, str]) -> dict[str, str]:
    return {code: searchable(label) for code, label in sorted(named.items(), key=lambda item: fold(item[1]))}
