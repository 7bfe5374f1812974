"""Told twice, coded once; two facts stay two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.coding.document import SentenceView
from lib.coding.drafts import Draft, side
from lib.coding.merge import merge
from lib.records import Actor, DateMention, EventType, Precision, Role, Status
from tests.coding.told import coded, told

USA = Actor(Role.ACTOR, "state:USA", "Mỹ", country="USA")
RUBIO = Actor(Role.ACTOR, "person:marco-rubio", "Marco Rubio", affiliation="state:USA", country="USA")
TRUMP = Actor(Role.ACTOR, "person:donald-trump", "Donald Trump", affiliation="state:USA", country="USA")
RUS = Actor(Role.RECIPIENT, "state:RUS", "Nga", country="RUS")
CHN = Actor(Role.RECIPIENT, "state:CHN", "Trung Quốc", country="CHN")


def draft(
    *actors: Actor,
    kind: EventType = EventType.ACCUSE,
    mode: str = "disapprove",
    day: int | None = None,
    at: int = 0,
    status: Status = Status.ACTUAL,
) -> Draft:
    when = date(2025, 8, day) if day else None
    told_on = DateMention(at, at + 3, "x", when, when, Precision.DAY) if when else None
    sentence = SentenceView(at, at * 100, at * 100 + 90, [])
    return Draft(sentence, kind, mode, list(actors), at * 100, at * 100 + 50, at * 100 + 5, at * 100 + 10, "r", status=status, date=told_on)


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        (draft(USA, RUS), draft(USA, RUS, at=1), 1),
        (draft(USA, RUS), draft(USA, at=1), 1),
        (draft(USA, RUS), draft(RUBIO, RUS, at=1), 1),
        (draft(USA, RUS, day=3), draft(USA, RUS, at=1), 1),
        (draft(USA, RUS, day=3), draft(USA, RUS, day=3, at=1), 1),
        (draft(USA, RUS, day=3), draft(USA, RUS, day=4, at=1), 2),
        (draft(USA, RUS), draft(USA, CHN, at=1), 2),
        (draft(RUBIO, RUS), draft(TRUMP, RUS, at=1), 2),
        (draft(USA, RUS), draft(USA, RUS, mode="allege", at=1), 2),
        (draft(USA, RUS), draft(USA, RUS, kind=EventType.REJECT, mode="oppose", at=1), 2),
        (draft(USA, RUS), draft(USA, RUS, status=Status.PLANNED, at=1), 2),
        (draft(USA, RUS), draft(USA, RUS, status=Status.HISTORICAL, at=1), 2),
    ],
)
def test_one_fact_or_two(one: Draft, other: Draft, events: int) -> None:
    assert len(merge([one, other])) == events


def test_the_fuller_telling_stays_with_what_the_other_adds() -> None:
    (event,) = merge([draft(USA, RUS, day=3), draft(RUBIO, RUS, at=1)])
    assert [a.actor_id for a in event.actors] == ["person:marco-rubio", "state:RUS"]
    assert event.date is not None
    assert event.sentence.index == 1


def test_tellings_are_counted() -> None:
    assert draft(USA, RUS).tellings == 1
    assert merge([draft(USA, RUS, at=i) for i in range(3)])[0].tellings == 3


@pytest.mark.parametrize(
    ("at", "actor", "kinds"), [(2, USA, ["THREATEN"]), (9, USA, ["EXPRESS", "THREATEN"]), (2, CHN, ["EXPRESS", "THREATEN"])]
)
def test_a_warning_near_the_threat_that_it_is_makes_no_concern(at: int, actor: Actor, kinds: list[str]) -> None:
    concern = draft(USA, kind=EventType.EXPRESS, mode="concern")
    concern.rule = "threaten.warn"
    threat = draft(replace(actor, role=Role.ACTOR), RUS, kind=EventType.THREATEN, mode="warn", at=at)
    assert [d.event_type for d in merge([concern, threat])] == kinds


def test_nothing_merges_to_nothing() -> None:
    assert merge([]) == []


def test_the_order_of_the_text_is_kept() -> None:
    order = merge([draft(USA, CHN), draft(USA, RUS, at=1), draft(USA, CHN, at=2)])
    assert [sorted(a.actor_id for a in d.actors) for d in order] == [["state:CHN", "state:USA"], ["state:RUS", "state:USA"]]


@pytest.mark.parametrize(
    ("actor", "counts_for"),
    [
        (USA, "USA"),
        (RUBIO, "USA"),
        (Actor(Role.ACTOR, "person:antonio-guterres", "A", affiliation="igo:un"), "igo:un"),
        (Actor(Role.ACTOR, "igo:un", "Liên Hợp Quốc"), "igo:un"),
    ],
)
def test_the_side_an_actor_counts_for(actor: Actor, counts_for: str) -> None:
    assert side(actor) == counts_for


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Thái Lan lên án Campuchia\n\nNgày 12/8, Thái Lan lên án Campuchia gài mìn.", ["ACCUSE/disapprove THA > KHM"]),
        (
            "Malaysia kêu gọi ngừng bắn\n\nThủ tướng Malaysia Anwar Ibrahim kêu gọi Thái Lan và Campuchia ngừng bắn.",
            ["REQUEST/ceasefire anwar-ibrahim > KHM+THA"],
        ),
        (
            "Ngày 11/8, Mỹ lên án Nga.\n\nNgày 13/8, Mỹ lên án Nga.",
            ["ACCUSE/disapprove USA > RUS", "ACCUSE/disapprove USA > RUS"],
        ),
        (
            "Mỹ lên án Nga.\n\nPháp lên án Nga.",
            ["ACCUSE/disapprove USA > RUS", "ACCUSE/disapprove FRA > RUS"],
        ),
        ("Nga tấn công Ukraine.\n\nNga tấn công Ukraine bằng tên lửa.", ["ASSAULT/missile RUS > UKR"]),
    ],
)
def test_in_a_text(text: str, events: list[str]) -> None:
    assert told(text) == events


def test_the_evidence_is_the_fullest_telling() -> None:
    text = "Malaysia kêu gọi ngừng bắn\n\nThủ tướng Malaysia Anwar Ibrahim kêu gọi Thái Lan và Campuchia ngừng bắn."
    (event,) = coded(text).events
    assert event.evidence.start > text.index("\n\n")
