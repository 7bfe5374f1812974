"""From a merged draft to an event: its class, its id, its evidence and its confidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lib.coding import casualties, coder
from lib.coding import finish as finishing
from lib.coding.coder import read
from lib.coding.drafts import Draft
from lib.coding.finish import confidence, distinct, finish
from lib.coding.merge import merge
from lib.knowledge.calibration import calibration
from lib.pipeline import recode
from lib.records import Actor, Article, DateMention, EventType, Precision, QuadClass, Role
from tests.coding.told import DAY

if TYPE_CHECKING:
    from lib.coding.document import Document
    from lib.records import Casualty, CodedArticle, Event

TEXT = "Ngày 12/8, Mỹ lên án Nga, Pháp im lặng."
USA = Actor(Role.ACTOR, "state:USA", "Mỹ", country="USA")
RUS = Actor(Role.RECIPIENT, "state:RUS", "Nga", country="RUS")
WHEN = DateMention(0, 9, "Ngày 12/8", date(2025, 8, 12), date(2025, 8, 12), Precision.DAY)


def document() -> Document:
    return read(Article("a", TEXT, published=DAY))


def draft(*actors: Actor, kind: EventType = EventType.ACCUSE, **rest: object) -> Draft:
    start = TEXT.index("Mỹ")
    made = Draft(
        document().sentences[0], kind, "disapprove", list(actors), start, TEXT.index("Pháp"), start + 3, start + 9, "accuse.disapprove"
    )
    for name, value in rest.items():
        setattr(made, name, value)
    return made


@pytest.mark.parametrize(
    ("kind", "quad"),
    [
        (EventType.CONSULT, QuadClass.VERBAL_COOPERATION),
        (EventType.AID, QuadClass.MATERIAL_COOPERATION),
        (EventType.REQUEST, QuadClass.VERBAL_CONFLICT),
        (EventType.ASSAULT, QuadClass.MATERIAL_CONFLICT),
        (EventType.SANCTION, QuadClass.MATERIAL_CONFLICT),
        (EventType.EXPRESS, None),
    ],
)
def test_the_class_follows_the_type(kind: EventType, quad: QuadClass | None) -> None:
    assert finish(document(), draft(USA, RUS, kind=kind)).quad_class == quad


def test_evidence_is_cut_to_its_words() -> None:
    evidence = finish(document(), draft(USA, RUS)).evidence
    assert evidence.text == "Mỹ lên án Nga"
    assert TEXT[evidence.start : evidence.end] == evidence.text
    assert evidence.rule == "accuse.disapprove"


@pytest.mark.parametrize(("mention", "why"), [(WHEN, "«Ngày 12/8» trong câu"), (None, None)])
def test_a_day_comes_with_its_reason_or_not_at_all(mention: DateMention | None, why: str | None) -> None:
    event = finish(document(), draft(USA, RUS, date=mention, date_why="«Ngày 12/8» trong câu"))
    assert event.date == (mention.date if mention else None)
    assert event.date_why == why


def test_a_day_without_end_is_one_day() -> None:
    event = finish(document(), draft(USA, date=replace(WHEN, date_end=None)))
    assert event.date_end == event.date


def test_the_id_stands_for_the_fact() -> None:
    doc = document()
    one = finish(doc, draft(USA, RUS)).event_id
    assert one == finish(doc, draft(RUS, USA)).event_id  # whatever the order of the parties
    assert one == finish(doc, draft(USA, RUS, date=WHEN, tellings=2)).event_id
    assert one != finish(doc, draft(USA)).event_id
    assert one != finish(doc, draft(USA, RUS, kind=EventType.REJECT)).event_id
    other = replace(doc, article=replace(doc.article, article_id="b"))
    assert one != finish(other, draft(USA, RUS)).event_id


NEWS = """Na Uy kêu gọi các bên ngừng bắn ở Sudan

Ngày 12/8, Ngoại trưởng Na Uy Espen Barth Eide gặp Ngoại trưởng Brazil Mauro Vieira tại Oslo. Na Uy lên án vụ tấn công bệnh viện ở Sudan.
Bộ Y tế Sudan cho biết ít nhất 120 người đã thiệt mạng và hơn 300 người bị thương trong vụ tấn công hôm 11/8.
"""


def ids(coded: CodedArticle) -> list[str]:
    return [*(event.event_id for event in coded.events), *(figure.casualty_id for figure in coded.casualties)]


@pytest.fixture
def other_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """A coder that finds the same facts by rules of other names, cuts evidence otherwise, knows no day or place, and is less sure."""
    identified = casualties._identified

    def merged(drafts: list[Draft]) -> list[Draft]:
        found = merge(drafts)
        for one in found:
            one.rule, one.date, one.date_why, one.place, one.tellings, one.inherits = "another.rule", None, None, None, 7, True
            one.start = one.sentence.start
        return found

    def made(doc: Document, figure: Casualty) -> Casualty:
        evidence = replace(figure.evidence, rule="another.rule", end=figure.evidence.end - 1)
        return identified(doc, replace(figure, evidence=evidence, date=None, date_end=None, place=None, confidence=0.1))

    monkeypatch.setattr(coder, "merge", merged)
    monkeypatch.setattr(finishing, "confidence", lambda _: 0.1)
    monkeypatch.setattr(casualties, "_identified", made)


def test_an_id_survives_a_coder_that_says_something_else_of_the_same_fact(request: pytest.FixtureRequest) -> None:
    article = Article("bai", NEWS, published=DAY)
    before = coder.code(article)
    assert (len(before.events), len(before.casualties)) == (3, 2)
    request.getfixturevalue("other_coder")
    after = coder.code(article)
    facts: list[Event | Casualty] = [*after.events, *after.casualties]
    assert {(one.evidence.rule, one.confidence, one.date, one.place) for one in facts} == {("another.rule", 0.1, None, None)}
    assert ids(after) == ids(before)


def test_an_id_survives_a_date_set_by_hand() -> None:
    article = Article("bai", NEWS, published=DAY)
    before, after = coder.code(article), recode(article, date(2024, 8, 14))
    assert [event.date for event in before.events] != [event.date for event in after.events]
    assert ids(after) == ids(before)


def test_a_changed_word_of_the_sentence_makes_another_fact_and_space_does_not() -> None:
    before = ids(coder.code(Article("bai", NEWS, published=DAY)))
    assert ids(coder.code(Article("bai", NEWS.replace("gặp Ngoại", "gặp  Ngoại").strip(), published=DAY))) == before
    changed = ids(coder.code(Article("bai", NEWS.replace("tại Oslo", "ở Oslo"), published=DAY)))
    assert len(set(changed) - set(before)) == 1


def test_two_facts_never_share_an_id() -> None:
    one, other = (finish(document(), d) for d in (draft(USA, RUS), draft(USA)))
    ids = [e.event_id for e in distinct([one, one, other, one])]
    assert ids[0] == one.event_id
    assert ids[2] == other.event_id
    assert len(set(ids)) == 4


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        (draft(USA, RUS), draft(RUS)),
        (draft(USA, RUS), draft(USA)),
        (draft(USA, RUS, date=WHEN), draft(USA, RUS)),
        (draft(USA, RUS, date=WHEN), draft(USA, RUS, date=WHEN, inherits=True)),
        (draft(USA, RUS), draft(USA, RUS, noun=True)),
        (draft(USA, RUS, tellings=2), draft(USA, RUS)),
        (draft(USA, RUS), draft(USA, RUS, kind=EventType.AID)),
    ],
)
def test_what_makes_an_event_surer(surer: Draft, less_sure: Draft) -> None:
    assert confidence(surer) > confidence(less_sure)


@pytest.mark.parametrize("kind", EventType)
def test_confidence_keeps_its_bounds(kind: EventType) -> None:
    for made in (draft(kind=kind, noun=True), draft(USA, RUS, kind=kind, date=WHEN, tellings=9)):
        assert calibration().lowest <= confidence(made) <= calibration().highest


def test_the_calibration_has_every_type() -> None:
    assert set(calibration().types) == set(EventType)
