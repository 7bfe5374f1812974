from __future__ import annotations

from dataclasses import replace

import pytest

from lib.knowledge.reasons import tell
from lib.records import Casualty, Place, Role, Status, VictimsKind
from lib.ui import cards
from lib.ui.facts import Fact, facts_of, headline, source
from lib.ui.wording import wording
from tests.ui.samples import CALL, NORWAY, SUDAN, article, coded

VI, EN = wording("vi"), wording("en")
FACTS = facts_of([coded(article())])
REQUEST = coded(article()).events[0]


@pytest.mark.parametrize(
    ("fact_id", "vietnamese", "english"),
    [
        ("oslo-request", "Na Uy → Sudan", "Norway → Sudan"),
        (
            "oslo-consult",
            "Ngoại trưởng Na Uy Espen Barth Eide, Ngoại trưởng Brazil Mauro Vieira",
            "Foreign Minister Espen Barth Eide (Norway), Foreign Minister Mauro Vieira (Brazil)",
        ),
        ("oslo-killed", "ít nhất 120 dân thường", "at least 120 civilians"),
    ],
)
def test_a_summary_says_who_and_whom(fact_id: str, vietnamese: str, english: str) -> None:
    assert cards.summary(FACTS[fact_id], VI) == vietnamese
    assert cards.summary(FACTS[fact_id], EN) == english


def test_a_card_shows_the_sentence_the_paper_and_the_day() -> None:
    html = cards.card(FACTS["oslo-request"], VI)
    for part in (CALL, "Báo Thử", "3/6/2024", "Tin từ Oslo", "Oslo"):
        assert part in html
    assert "test.rule" not in html


def test_a_card_begins_with_a_capital() -> None:
    assert '<p class="bg-who">Ít nhất 120 dân thường</p>' in cards.card(FACTS["oslo-killed"], VI)


def test_a_country_and_people_are_named_in_the_language_of_the_page() -> None:
    fact = FACTS["oslo-killed"]
    assert isinstance(fact.record, Casualty)
    some = replace(fact.record, victims="người", victims_kind=VictimsKind.PEOPLE, place=Place("Na Uy", "NOR", None, None))
    assert "Ít nhất 120 người" in cards.card(Fact(fact.article, some), VI)
    html = cards.card(Fact(fact.article, some), EN)
    assert "At least 120 people" in html
    assert "Norway" in html
    assert "Oslo" in cards.card(Fact(fact.article, replace(some, place=Place("Oslo", "NOR", None, None))), EN)


def test_detail_says_why() -> None:
    html = cards.card(FACTS["oslo-request"], VI, detail=True)
    for part in ("test.rule", "ngày đăng", "83%"):
        assert part in html


@pytest.mark.parametrize(
    ("rule", "sentence", "said"),
    [
        ("request.call", "Na Uy kêu gọi ngừng bắn.", ("Từ nhận ra", "Câu mẫu", "request.call")),
        ("express.position.said", "Na Uy cho biết như vậy.", (VI.say("rule.express.position.said"), "express.position.said")),
        ("test.rule", "Câu.", ("test.rule",)),
    ],
)
def test_a_rule_is_told_in_words_before_its_name(rule: str, sentence: str, said: tuple[str, ...]) -> None:
    record = replace(REQUEST, evidence=replace(REQUEST.evidence, rule=rule, text=sentence))
    html = cards.card(Fact(article(), record), VI, detail=True)
    places = [html.index(part) for part in said]
    assert places == sorted(places)
    assert ("Câu mẫu" in html) == ("Câu mẫu" in said)


def test_how_a_date_was_reckoned_is_told_in_the_language_of_the_page() -> None:
    dated = Fact(article(), replace(REQUEST, date_why=tell("date.speaker", quote="ngày 2/6")))
    assert "cùng lần phát biểu đã nêu ngày «ngày 2/6»" in cards.card(dated, VI, detail=True)
    assert "spoken on the same occasion, dated “ngày 2/6”" in cards.card(dated, EN, detail=True)


def test_an_event_without_actor_says_so() -> None:
    nobody = Fact(article(), replace(REQUEST, actors=()))
    assert cards.summary(nobody, VI) == VI.say("fact.no_actor")


def test_mediators_are_named_as_such() -> None:
    mediated = Fact(article(), replace(REQUEST, actors=(NORWAY, replace(SUDAN, role=Role.MEDIATOR)), status=Status.PLANNED))
    assert "(" in cards.summary(mediated, VI)
    assert "bg-badge" in cards.card(mediated, VI)


def test_nothing_from_an_article_is_markup() -> None:
    evil = '<img src=x onerror="alert(1)">'
    one = coded(article(title=evil, text=f"{evil}\n{article().text}"))
    fact = facts_of([replace(one, article=replace(one.article, outlet=evil))])["oslo-request"]
    record = replace(fact.record, evidence=replace(fact.record.evidence, text=evil, rule=evil))
    html = cards.card(Fact(fact.article, record), VI, detail=True)
    assert "<img" not in html
    assert "&lt;img" in html


def test_an_article_without_title_is_called_by_its_beginning() -> None:
    long = article(title=None, text="Một câu mở đầu rất dài " * 20)
    assert headline(long).endswith("…")
    assert len(headline(long)) <= 110


def test_a_file_is_no_outlet() -> None:
    nameless = article(title="Tin từ Oslo")
    nameless = replace(nameless, outlet=None)
    assert nameless.path is not None
    assert source(nameless) == ""
    assert nameless.path not in cards.origin(nameless, VI)
    assert cards.origin(nameless, VI).startswith(VI.say("fact.no_outlet"))
    assert cards.origin(replace(nameless, agency="TTX Thử"), VI).startswith("TTX Thử · ")
