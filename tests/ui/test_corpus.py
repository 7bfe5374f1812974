from __future__ import annotations

from datetime import date

import pytest

from lib.records import CodedArticle
from lib.tables import Filters
from lib.ui import corpus as corpora
from lib.ui.address import View
from lib.ui.folding import searchable
from tests.ui.samples import article, coded

CORPUS = corpora.make([coded(article()), coded(article(article_id="khac", published=date(2024, 7, 1)))])


def test_facts_are_found_by_id() -> None:
    assert len(CORPUS.facts) == 8
    assert CORPUS.facts["khac-request"].article.article_id == "khac"


def test_a_later_record_of_an_article_stands() -> None:
    again = corpora.make([coded(article()), coded(article(published=date(2020, 1, 1)))])
    assert [one.published for one in again.articles] == [date(2020, 1, 1)]
    assert len(again.facts) == 4


@pytest.mark.parametrize(
    ("filters", "events", "casualties"),
    [
        (Filters(), 6, 2),
        (Filters(text="ngung ban"), 2, 0),
        (Filters(date_from=date(2024, 7, 1)), 3, 1),
        (Filters(countries=("BRA",)), 2, 0),
        (Filters(outlets=("Báo Khác",)), 0, 0),
    ],
)
def test_filters_cut_the_tables(filters: Filters, events: int, casualties: int) -> None:
    found = corpora.in_view(CORPUS, View(filters=filters))
    assert (len(found.events), len(found.casualties)) == (events, casualties)


def test_choices_are_found_without_accents() -> None:
    assert searchable("Ai Cập") == "Ai Cập · ai cap"
    assert searchable("Đan Mạch") == "Đan Mạch · dan mach"
    assert searchable("Israel") == "Israel"
    assert "lien hop quoc" in corpora.options(CORPUS, "vi").actors["igo:un"]


def test_choices_are_in_the_language_of_the_page_and_in_its_order() -> None:
    assert list(corpora.options(CORPUS, "en").countries.values()) == ["Brazil", "Norway", "Sudan"]
    assert list(corpora.options(CORPUS, "vi").countries.values()) == ["Brazil", "Na Uy", "Sudan"]


def test_a_country_of_the_address_that_the_data_lacks_is_offered() -> None:
    offered = corpora.with_chosen(corpora.options(CORPUS, "vi").countries, ["VNM", "NOR"], "vi")
    assert offered["VNM"].startswith("Việt Nam")


def test_an_empty_corpus_has_no_choices() -> None:
    empty = corpora.make([])
    assert empty.facts == {}
    assert corpora.options(empty, "vi").countries == {}
    assert corpora.make([CodedArticle(article())]).vocabulary.outlets == frozenset({"Báo Thử"})
