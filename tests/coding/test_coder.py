"""One article in, its facts out: what holds for every text."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from lib.coding.coder import annotate, code
from lib.reading import read
from lib.records import (
    Annotations,
    Article,
    Casualty,
    CodedArticle,
    DateMention,
    Event,
    EventType,
    Mention,
    NumberMention,
    Role,
    Sentence,
    Trigger,
)
from tests.coding.told import DAY

if TYPE_CHECKING:
    from collections.abc import Sequence

SEEDS = sorted((Path(__file__).resolve().parent.parent.parent / "seeds").glob("*.txt"))
LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
PARTIES = [
    "Mỹ",
    "Nga",
    "Ukraine",
    "Thái Lan",
    "Liên Hợp Quốc",
    "Tổng thống Pháp Emmanuel Macron",
    "ông Putin",
    "nước này",
    "hai bên",
    "Nhiều nước",
    "RSF",
]
DEEDS = (
    "kêu gọi|lên án|cáo buộc|tấn công|rút quân|ngừng bắn|gặp|cuộc gặp giữa|chuyến thăm|cho biết|khiến ít nhất 20 người thiệt mạng|"
    'bị|không|sẽ|có thể|nếu|nhằm|sau khi|tới|và|của|với|ngày 12/8|hôm qua|Chúng tôi|,|“|”|"|:|.|\n\n'
).split("|")


@cache
def seed(path: Path) -> Article:
    (article,) = read([path])
    assert isinstance(article, Article)
    return article


@cache
def coded_seed(path: Path) -> CodedArticle:
    return code(seed(path))


def check(article: CodedArticle) -> None:
    """What the contract promises of every coded article."""
    text = article.article.text
    facts: list[Event | Casualty] = [*article.events, *article.casualties]
    for fact in facts:
        evidence = fact.evidence
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert text[evidence.start : evidence.end] == evidence.text
        assert evidence.rule
        assert 0 <= fact.confidence <= 1
        assert (fact.date is None) == (fact.date_end is None) == (fact.date_precision is None)
        assert fact.date is None or fact.date_end is None or fact.date <= fact.date_end
    for event in article.events:
        check_event(event)
    for dropped in article.dropped:
        assert 0 <= dropped.start < dropped.end <= len(text)
        assert dropped.rule
        assert dropped.reason
    assert len({e.event_id for e in article.events}) == len(article.events)
    assert len({c.casualty_id for c in article.casualties}) == len(article.casualties)
    assert list(article.dropped) == sorted(article.dropped, key=lambda d: (d.start, d.end, d.rule))


def check_event(event: Event) -> None:
    """Roles fit the type, and nobody stands twice in one role."""
    parties = [(a.role, a.actor_id) for a in event.actors]
    assert len(set(parties)) == len(parties)
    roles = {a.role for a in event.actors}
    if event.event_type is not EventType.CONSULT:
        assert roles <= {Role.ACTOR, Role.RECIPIENT}
    assert event.event_mode
    assert (event.date is None) == (event.date_why is None)


def check_layers(layers: Annotations) -> None:
    """Every layer is in the order of the text and inside it."""
    words: tuple[Sequence[DateMention | NumberMention | Mention | Trigger], ...]
    words = (layers.dates, layers.numbers, layers.mentions, layers.triggers)
    spans: tuple[Sequence[Sentence | DateMention | NumberMention | Mention | Trigger], ...] = (layers.sentences, *words)
    for layer in spans:
        starts = [x.start for x in layer]
        assert starts == sorted(starts)
        assert all(0 <= x.start < x.end <= len(layers.text) for x in layer)
    for row in words:
        assert all(layers.text[x.start : x.end] == x.text for x in row)
    assert all(one.end <= two.start for one, two in pairwise(layers.sentences))
    assert all((t.event_type is None) != (t.harm is None) for t in layers.triggers)


def test_there_are_five_seeds() -> None:
    assert len(SEEDS) == 5


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_a_seed_keeps_the_contract(path: Path) -> None:
    article = coded_seed(path)
    assert article.events
    check(article)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_coding_again_gives_the_same(path: Path) -> None:
    assert code(seed(path)) == coded_seed(path)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_recoding_with_the_day_found_keeps_the_ids(path: Path) -> None:
    article = coded_seed(path)
    again = code(article.article)
    assert [e.event_id for e in again.events] == [e.event_id for e in article.events]
    assert [c.casualty_id for c in again.casualties] == [c.casualty_id for c in article.casualties]


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_layers_stand_in_order_inside_the_text(path: Path) -> None:
    layers = annotate(seed(path))
    assert layers.text == seed(path).text
    check_layers(layers)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.stem[:3])
def test_every_event_stands_on_mentions_of_its_layers(path: Path) -> None:
    known = {m.actor_id for m in annotate(seed(path)).mentions}
    people = {a.actor_id for e in coded_seed(path).events for a in e.actors if a.actor_id.startswith("person:")}
    assert people <= known


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(PARTIES + DEEDS), min_size=1, max_size=24))
@example(["Mỹ", ",", "Mỹ", "tấn công"])
@example(["Nga", "bị", "Mỹ", "tấn công", "ngày 12/8", "."])
@example(["“", "Chúng tôi", "kêu gọi", "Nga", "ngừng bắn", "”", ",", "Tổng thống Pháp Emmanuel Macron", "cho biết", "."])
def test_made_up_texts_keep_the_contract(pieces: list[str]) -> None:
    article = Article("a", " ".join(pieces), published=DAY)
    coded = code(article)
    check(coded)
    assert coded == code(article)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PARTIES + DEEDS), min_size=1, max_size=24))
def test_layers_of_made_up_texts_stand_in_order(pieces: list[str]) -> None:
    check_layers(annotate(Article("a", " ".join(pieces), published=DAY)))


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        alphabet=st.one_of(st.sampled_from(LETTERS + LETTERS.upper() + " .,:;“”\"'()/-–\n0123456789"), st.characters(codec="utf-8")),
        max_size=200,
    )
)
def test_no_text_breaks_the_coder(text: str) -> None:
    check(code(Article("a", text, published=DAY)))
    check_layers(annotate(Article("a", text)))


@pytest.mark.parametrize("text", ["", "\n", " ", ".", "“", "ngày", "Nga", "Nga\n\n\nNga", "bị", "và và và", "A" * 3000, "của " * 500])
def test_bare_texts_tell_nothing(text: str) -> None:
    article = code(Article("a", text))
    assert article.events == ()
    assert article.casualties == ()


@pytest.mark.parametrize("text", ["Ukraine kêu gọi Nga ngừng bắn.", "Cuộc gặp giữa Nga và Mỹ diễn ra tại Geneva."])
def test_an_undated_article_is_coded_without_a_day(text: str) -> None:
    article = code(Article("a", text))
    assert article.article.published is None
    assert [e.date for e in article.events] == [None]


def test_a_given_day_is_kept() -> None:
    assert code(Article("a", "Ngày 12/8/2019, Mỹ lên án Nga.", published=DAY)).article.published == DAY


def test_a_byline_tells_nothing() -> None:
    text = "Ukraine kêu gọi Nga ngừng bắn\n\nKiev hôm nay yên tĩnh hơn mọi ngày và chợ lại đông.\n\nMinh Anh (theo Reuters, AFP)"
    assert len(code(Article("a", text, published=DAY)).events) == 1


def test_a_trigger_names_a_rule_of_the_lexicon_or_of_harm() -> None:
    layers = annotate(Article("a", "Nga tấn công Kiev khiến 5 người thiệt mạng.", published=DAY))
    assert [(t.text, t.event_type is not None) for t in layers.triggers] == [("tấn công", True), ("thiệt mạng", False)]
