from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib import evaluation
from lib.evaluation import compare
from lib.evaluation.gold import Dates, GoldCasualty, GoldEvent, GoldRecord
from lib.records import (
    Actor,
    Article,
    Casualty,
    CodedArticle,
    Event,
    EventType,
    Evidence,
    Harm,
    Precision,
    Qualifier,
    Role,
    Scope,
    Status,
    VictimsKind,
)

TEXT = "Ai Cập kêu gọi ngừng bắn; 12 người bị thương."
FIDAN = Actor(Role.PARTICIPANT, "person:hakan-fidan", "Hakan Fidan", None, "state:TUR", "TUR")
ARAGHCHI = Actor(Role.PARTICIPANT, "person:abbas-araghchi", "Abbas Araghchi", None, "state:IRN", "IRN")
UN = Actor(Role.ACTOR, "igo:un", "Liên hợp quốc")
GUTERRES = Actor(Role.ACTOR, "person:antonio-guterres", "António Guterres", None, "igo:un")
EGYPT = Actor(Role.ACTOR, "state:EGY", "Ai Cập", None, None, "EGY")
ISRAEL = Actor(Role.RECIPIENT, "state:ISR", "Israel", None, None, "ISR")
FRANCE = Actor(Role.RECIPIENT, "state:FRA", "Pháp", None, None, "FRA")
DAY = date(2024, 5, 7)


def event(kind: EventType, mode: str | None, *actors: Actor, status: Status = Status.ACTUAL, day: date | None = DAY) -> Event:
    precision = Precision.DAY if day else None
    return Event("e", kind, mode, None, actors, day, day, precision, None, None, status, Evidence(0, 6, TEXT[:6], "r"), 0.9)


def figure(count: int | None = 12, low: int | None = 12, high: int | None = 12) -> Casualty:
    return Casualty(
        casualty_id="c",
        harm=Harm.INJURED,
        count=count,
        low=low,
        high=high,
        qualifier=Qualifier.EXACT,
        victims=None,
        victims_country=None,
        victims_kind=VictimsKind.PEOPLE,
        place=None,
        scope=Scope.INCIDENT,
        since=None,
        date=None,
        date_end=None,
        date_precision=None,
        attributed_to=None,
        evidence=Evidence(26, 28, "12", "r"),
        confidence=0.9,
    )


def coded(*facts: Event | Casualty) -> CodedArticle:
    events = tuple(f for f in facts if isinstance(f, Event))
    return CodedArticle(Article("a", TEXT, published=DAY), events, tuple(f for f in facts if isinstance(f, Casualty)))


def gold(*events: GoldEvent, casualties: tuple[GoldCasualty, ...] = ()) -> GoldRecord:
    return GoldRecord(events=events, casualties=casualties, id="a", published="2024-05-07")


MEETING = GoldEvent((EventType.CONSULT,), ("meet",), Status.ACTUAL, "2024-05-07", ("Hakan Fidan|TUR", "Abbas Araghchi|IRN"))
DEMAND = GoldEvent((EventType.REQUEST,), ("ceasefire",), Status.ACTUAL, "2024-05-07", None, ("EGY",), ("ISR",))
SAID_MEETING = event(EventType.CONSULT, "meet", FIDAN, ARAGHCHI)
SAID_DEMAND = event(EventType.REQUEST, "ceasefire", EGYPT, ISRAEL)


def test_what_is_right_is_found() -> None:
    report = evaluation.evaluate([gold(MEETING, DEMAND)], [coded(SAID_MEETING, SAID_DEMAND)])
    assert {name: tally.f1 for name, tally in report.tallies.items()} == dict.fromkeys(
        ("meetings", "meeting pairs", "reactions", "modes", "casualties"), 1.0
    )
    assert all(share.accuracy == 1 for share in report.shares.values())
    assert report.errors == []


@pytest.mark.parametrize(
    ("said", "tally", "found", "true"),
    [
        (replace(SAID_MEETING, status=Status.NEGATED), "meetings", 0, 0),
        (replace(SAID_MEETING, actors=(FIDAN,)), "meetings", 0, 0),
        (replace(SAID_MEETING, actors=(FIDAN, replace(ARAGHCHI, role=Role.MEDIATOR))), "meetings", 0, 0),
        (replace(SAID_MEETING, actors=(FIDAN, replace(ARAGHCHI, name="Abbas"))), "meetings", 1, 1),
        (replace(SAID_DEMAND, event_type=EventType.ACCUSE), "reactions", 0, 0),
        (replace(SAID_DEMAND, event_mode="talks"), "reactions", 1, 1),
        (replace(SAID_DEMAND, event_mode="talks"), "modes", 0, 0),
        (replace(SAID_DEMAND, actors=(ISRAEL,)), "reactions", 0, 0),
        (replace(SAID_DEMAND, actors=(replace(EGYPT, country="JOR", actor_id="state:JOR"), ISRAEL)), "reactions", 0, 0),
    ],
)
def test_what_counts_as_found(said: Event, tally: str, found: int, true: int) -> None:
    row = evaluation.evaluate([gold(MEETING, DEMAND)], [coded(said)]).tallies[tally]
    assert (row.found, row.true) == (found, true)
    assert row.owed == 1


def test_optional_facts_count_neither_way() -> None:
    spare = GoldEvent((EventType.REQUEST,), ("ceasefire",), Status.ACTUAL, None, None, ("EGY",), (), None, optional=True)
    row = evaluation.evaluate([gold(spare)], [coded(SAID_DEMAND)]).tallies["reactions"]
    assert (row.owed, row.said) == (0, 0)
    assert evaluation.evaluate([gold(spare)], [coded()]).tallies["reactions"].f1 == 1


def test_an_article_that_was_not_coded_misses_everything() -> None:
    report = evaluation.evaluate([gold(MEETING, DEMAND)], [])
    assert report.tallies["meetings"].recall == 0
    assert report.shares["published"].right == 0
    assert any("not coded" in line for line in report.errors)


def test_types_have_denominators() -> None:
    report = evaluation.evaluate([gold(MEETING, DEMAND)], [coded(SAID_MEETING, event(EventType.ACCUSE, None, EGYPT))])
    assert {name: (t.found, t.owed, t.true, t.said) for name, t in report.types.items()} == {
        "CONSULT": (1, 1, 1, 1),
        "REQUEST": (0, 1, 0, 0),
        "ACCUSE": (0, 0, 0, 1),
    }


def test_repeats_and_broken_evidence_are_counted() -> None:
    broken = replace(SAID_DEMAND, evidence=Evidence(0, 6, "Ai Cap", "r"), event_mode="talks")
    report = evaluation.evaluate([gold(DEMAND)], [coded(SAID_DEMAND, SAID_DEMAND, broken, figure())])
    assert report.repeats == 0.25
    assert report.broken_evidence == 1


@pytest.mark.parametrize(
    ("wanted", "first", "last", "right"),
    [
        (None, DAY, DAY, None),
        ((), None, None, None),
        ("2024-05-07", DAY, DAY, True),
        ("2024-05-07", None, None, False),
        ("2024-05", DAY, DAY, True),
        (("2024-05-06", "2024-05-07"), DAY, DAY, True),
        ("2024-05-08", DAY, date(2024, 5, 9), True),
        ("2024-05-08", DAY, date(2024, 5, 10), False),
        ("2024-05-08", DAY, None, False),
    ],
)
def test_dates(wanted: Dates, first: date | None, last: date | None, right: bool | None) -> None:  # noqa: FBT001 - an expected value
    assert compare.is_date(wanted, first, last) is right


@pytest.mark.parametrize(
    ("party", "actor", "same"),
    [
        ("Hakan Fidan|TUR", FIDAN, True),
        ("Fidan|TUR", FIDAN, True),
        ("Hakan Fidan|IRN", FIDAN, False),
        ("TUR", FIDAN, True),
        ("igo:un", UN, True),
        ("igo:un", GUTERRES, True),
        ("António Guterres|igo:un", replace(GUTERRES, name="Antonio Guterres"), True),
        ("António Guterres|igo:un", UN, False),
        ("org:hamas", EGYPT, False),
    ],
)
def test_parties(party: str, actor: Actor, *, same: bool) -> None:
    assert compare.is_party(party, actor) is same


@pytest.mark.parametrize(
    ("recipients", "right"), [((ISRAEL,), True), ((ISRAEL, FRANCE), True), ((ISRAEL, FRANCE, FRANCE), False), ((), False)]
)
def test_recipients(recipients: tuple[Actor, ...], *, right: bool) -> None:
    assert compare.has_recipients(DEMAND, replace(SAID_DEMAND, actors=(EGYPT, *recipients))) is right


@pytest.mark.parametrize(
    ("wanted", "said", "same"),
    [
        (GoldCasualty(Harm.INJURED, 12), figure(), True),
        (GoldCasualty(Harm.KILLED, 12), figure(), False),
        (GoldCasualty(Harm.INJURED, 13), figure(), False),
        (GoldCasualty(Harm.INJURED, None, 10, 99), figure(None, 10, 99), True),
        (GoldCasualty(Harm.INJURED, None, 10, 99), figure(12, 10, 99), False),
        (GoldCasualty(Harm.INJURED, None, 10, 99), figure(None, 10, None), False),
    ],
)
def test_figures(wanted: GoldCasualty, said: Casualty, *, same: bool) -> None:
    assert compare.is_figure(wanted, said) is same
    row = evaluation.evaluate([gold(casualties=(wanted,))], [coded(said)]).tallies["casualties"]
    assert (row.found, row.true) == (int(same), int(same))


def test_members_of_one_delegation_do_not_meet_each_other() -> None:
    minister = replace(FIDAN, actor_id="person:yasar-guler", name="Yaşar Güler")
    said = evaluation.evaluate([gold(MEETING)], [coded(event(EventType.CONSULT, "meet", FIDAN, minister, ARAGHCHI))])
    assert said.tallies["meetings"].said == 2
