from __future__ import annotations

from datetime import date

import pytest

from lib.records import CodedArticle
from lib.tables import Filters
from lib.ui import choices
from lib.ui import corpus as corpora
from lib.ui.address import View
from lib.ui.folding import searchable
from tests.ui.samples import article, coded

CORPUS = corpora.make([coded(article()), coded(article(article_id="khac", published=date(2024, 7, 1)))])


def test_facts_are_found_by_id() -> None:
    assert len(CORPUS.facts) == 8
    assert CORPUS.facts["khac-request"].article.article_id == "khac"


def test_the_data_reaches_to_its_last_publication() -> None:
    assert CORPUS.last_day == date(2024, 7, 1)


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
    assert searchable("Ai Cập") == "Ai Cập\n\tai cap"
    assert searchable("Đan Mạch") == "Đan Mạch\n\tdan mach"
    assert searchable("Israel") == "Israel"
    assert "lien hop quoc" in choices.menu("actors", CORPUS, Filters(), "vi")["igo:un"]


def test_choices_are_in_the_language_of_the_page_with_their_counts() -> None:
    assert choices.menu("countries", CORPUS, Filters(), "en") == {"NOR": "Norway (4)", "BRA": "Brazil (2)", "SDN": "Sudan (2)"}
    assert list(choices.menu("recipients", CORPUS, Filters(), "vi").values()) == ["Sudan (2)"]
    assert choices.menu("event_modes", CORPUS, Filters(event_types=("CONSULT",)), "vi") == {
        "CONSULT.meet": "Tham vấn, gặp gỡ · gặp trực tiếp (2)\n\ttham van, gap go · gap truc tiep (2)"
    }


def test_a_choice_that_would_show_nothing_is_not_offered() -> None:
    assert "BRA" not in choices.menu("countries", CORPUS, Filters(event_types=("REQUEST",)), "vi")
    assert choices.menu("outlets", CORPUS, Filters(text="khong co gi"), "vi") == {}


def test_a_choice_leaves_the_labels_and_the_order_of_its_own_menu_as_they_were() -> None:
    before = choices.menu("countries", CORPUS, Filters(), "vi")
    assert list(choices.menu("countries", CORPUS, Filters(countries=("BRA",)), "vi").items()) == list(before.items())


def test_what_is_chosen_is_offered_even_where_the_data_lacks_it() -> None:
    offered = choices.menu("countries", CORPUS, Filters(countries=("VNM", "NOR")), "vi")
    assert (offered["VNM"], offered["NOR"]) == ("Việt Nam (0)\n\tviet nam (0)", "Na Uy (4)")


def test_an_empty_corpus_has_no_choices() -> None:
    empty = corpora.make([])
    assert empty.facts == {}
    assert choices.menu("countries", empty, Filters(), "vi") == {}
    assert empty.last_day is None
    assert corpora.make([CodedArticle(article())]).vocabulary.outlets == frozenset({"Báo Thử"})
