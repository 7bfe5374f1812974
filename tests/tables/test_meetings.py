from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from lib.records import Actor, CodedArticle, Role, Sector, Status
from lib.tables import Tally, build, diary, meetings_view, tally
from tests.tables.factory import Writer, blinken, fidan, guterres, hamas, person, sample, sisi, state, un

if TYPE_CHECKING:
    from lib.tables.meetings import By

BOTH = Role.PARTICIPANT


def meeting(*actors: Actor, status: Status = Status.ACTUAL, kind: str = "CONSULT") -> CodedArticle:
    writer = Writer("a", "Tin")
    writer.event(kind, "meet" if kind == "CONSULT" else "sign", "Các bên gặp nhau.", *actors, status=status, day=date(2023, 11, 7))
    return writer.done()


def pairs(coded: CodedArticle, by: By = "country") -> set[frozenset[str]]:
    rows = meetings_view(build([coded]), by).rows
    return {frozenset(pair) for pair in zip(rows["left"], rows["right"], strict=True)}


def test_two_sides_are_one_pair() -> None:
    assert pairs(meeting(fidan(BOTH), blinken(BOTH))) == {frozenset({"TUR", "USA"})}
    assert pairs(meeting(fidan(BOTH), blinken(BOTH)), "person") == {frozenset({"person:hakan-fidan", "person:antony-blinken"})}


def test_three_sides_are_three_pairs() -> None:
    assert len(pairs(meeting(fidan(BOTH), blinken(BOTH), sisi(BOTH)))) == 3


def test_visitor_and_host_meet() -> None:
    assert pairs(meeting(blinken(), fidan(Role.HOST))) == {frozenset({"TUR", "USA"})}


def test_members_of_one_delegation_do_not_meet() -> None:
    burns = person("william-burns", "William Burns", "Giám đốc CIA", "USA", BOTH)
    assert pairs(meeting(blinken(BOTH), burns)) == set()
    assert pairs(meeting(blinken(BOTH), burns, fidan(BOTH)), "person") == {
        frozenset({"person:antony-blinken", "person:hakan-fidan"}),
        frozenset({"person:william-burns", "person:hakan-fidan"}),
    }
    assert len(meetings_view(build([meeting(blinken(BOTH), burns, fidan(BOTH))])).rows) == 1


def test_officials_of_an_organisation_are_one_side() -> None:
    griffiths = Actor(BOTH, "person:martin-griffiths", "Martin Griffiths", affiliation="igo:un", sector=Sector.IGO)
    assert pairs(meeting(guterres(BOTH), griffiths), "person") == set()
    assert pairs(meeting(guterres(BOTH), griffiths), "body") == set()
    assert pairs(meeting(guterres(BOTH), griffiths, sisi(BOTH)), "body") == {frozenset({"igo:un", "EGY"})}


def test_a_mediator_is_named_and_not_paired() -> None:
    coded = meeting(fidan(BOTH), blinken(BOTH), un(Role.MEDIATOR))
    assert pairs(coded) == {frozenset({"TUR", "USA"})}
    assert meetings_view(build([coded])).rows["mediators"].tolist() == ["Liên hợp quốc"]


@pytest.mark.parametrize("coded", [meeting(fidan(BOTH)), meeting(fidan(), blinken(), kind="AGREE"), meeting()])
def test_no_meeting(coded: CodedArticle) -> None:
    view = meetings_view(build([coded]))
    assert (len(view.rows), view.order, view.matrix.shape) == (0, (), (0, 0))


def test_planned_meetings_are_counted_apart_and_cancelled_ones_not() -> None:
    planned = meetings_view(build([meeting(fidan(BOTH), blinken(BOTH), status=Status.PLANNED)]))
    assert (planned.matrix.to_numpy().sum(), planned.planned.loc["TUR", "USA"]) == (0, 1)
    negated = meetings_view(build([meeting(fidan(BOTH), blinken(BOTH), status=Status.NEGATED)]))
    assert (negated.matrix.to_numpy().sum(), negated.planned.to_numpy().sum()) == (0, 0)
    assert negated.rows["status"].tolist() == ["negated"]


@pytest.mark.parametrize("by", ["country", "person"])
def test_the_matrix_is_symmetric_and_agrees_with_the_rows(by: By) -> None:
    view = meetings_view(build(sample()), by)
    matrix = view.matrix.to_numpy()
    assert (matrix == matrix.T).all()
    assert not np.diag(matrix).any()
    held = view.rows["status"].isin(["actual", "historical"])
    assert matrix.sum() == 2 * held.sum()
    assert tuple(view.matrix.index) == tuple(view.matrix.columns) == view.order
    rank = {key: place for place, key in enumerate(view.order)}
    assert all(rank[left] < rank[right] for left, right in zip(view.rows["left"], view.rows["right"], strict=True))


def test_those_who_met_often_stand_side_by_side() -> None:
    writer = Writer("a", "Tin")
    groups = [("USA", "EGY", "QAT"), ("RUS", "CHN", "IRN")]
    for group in groups:
        for one in group:
            for other in group:
                if one < other:
                    writer.event("CONSULT", "meet", f"{one} gặp {other}.", state(one, one, BOTH), state(other, other, BOTH))
    order = meetings_view(build([writer.done()])).order
    assert {frozenset(order[:3]), frozenset(order[3:])} == {frozenset(group) for group in groups}


def test_names_and_countries_of_the_keys() -> None:
    view = meetings_view(build([meeting(guterres(BOTH), sisi(BOTH), un(BOTH))]), "body")
    assert view.names == {"igo:un": "Liên hợp quốc", "EGY": "EGY"}
    assert view.countries == {"igo:un": "", "EGY": "EGY"}


MEEKS = Actor(BOTH, "person:meeks", "Meeks", "Nghị sĩ", sector=Sector.GOV)
GROUP = Actor(BOTH, "person:nhom", "Nhóm", "Chủ tịch")
PREMIER = Actor(BOTH, "person:gustavo-adriazen", "Gustavo Adriazén", "Chủ tịch Hội đồng Bộ trưởng", "org:hoi-dong-bo-truong")
OFFICE = Actor(BOTH, "org:van-phong", "Văn phòng")
ICRC = Actor(BOTH, "org:icrc", "ICRC", sector=Sector.NGO)
DOCTOR = Actor(BOTH, "person:doctor", "Bác sĩ", "Đại diện ICRC", "org:icrc", sector=Sector.NGO)


@pytest.mark.parametrize("nobody", [MEEKS, GROUP, PREMIER, OFFICE, un(BOTH), ICRC], ids=lambda one: one.actor_id)
def test_by_country_only_who_carries_one(nobody: Actor) -> None:
    assert pairs(meeting(nobody, fidan(BOTH))) == set()
    assert pairs(meeting(nobody, fidan(BOTH), sisi(BOTH))) == {frozenset({"TUR", "EGY"})}


@pytest.mark.parametrize("nobody", [MEEKS, GROUP, PREMIER, OFFICE], ids=lambda one: one.actor_id)
def test_by_body_nobody_of_whom_neither_country_nor_kind_is_known(nobody: Actor) -> None:
    assert pairs(meeting(nobody, fidan(BOTH)), "body") == set()
    assert pairs(meeting(nobody, un(BOTH)), "body") == set()


@pytest.mark.parametrize("body", [ICRC, DOCTOR], ids=lambda one: one.actor_id)
def test_by_body_a_body_of_a_known_kind(body: Actor) -> None:
    assert pairs(meeting(body, fidan(BOTH)), "body") == {frozenset({"org:icrc", "TUR"})}


@pytest.mark.parametrize("one", [MEEKS, GROUP, PREMIER], ids=lambda one: one.actor_id)
def test_by_person_everybody(one: Actor) -> None:
    assert pairs(meeting(one, fidan(BOTH)), "person") == {frozenset({one.actor_id, "person:hakan-fidan"})}


def test_by_person_only_people_are_drawn_and_two_states_alone_are_nobody_s_meeting() -> None:
    writer = Writer("a", "Tin")
    writer.event("CONSULT", "visit", "Ông Fidan thăm Mỹ.", fidan(), state("USA", "Mỹ", Role.HOST))
    writer.event("CONSULT", "meet", "Ông Fidan gặp ông Sisi.", fidan(BOTH), sisi(BOTH))
    writer.event("CONSULT", "meet", "Nga gặp Iran.", state("RUS", "Nga", BOTH), state("IRN", "Iran", BOTH))
    for most in (None, 1, 20):
        view = meetings_view(build([writer.done()]), "person", most)
        assert set(view.order) <= {"person:hakan-fidan", "person:abdel-fattah-el-sisi"}
        assert (len(view.order), view.others) == ((1, 1) if most == 1 else (2, 0))
        assert sorted(view.rows["evidence_text"]) == ["Ông Fidan gặp ông Sisi.", "Ông Fidan thăm Mỹ."]
    assert view.matrix.to_numpy().sum() == 2
    assert diary(view, "state:USA", None)["evidence_text"].tolist() == ["Ông Fidan thăm Mỹ."]


def test_a_tally_counts_each_meeting_once_and_the_matrix_agrees_with_a_pair_s() -> None:
    writer = Writer("a", "Tin")
    sides = (fidan(BOTH), blinken(BOTH), sisi(BOTH))
    writer.event("CONSULT", "meet", "Ba bên gặp nhau.", *sides, day=date(2023, 11, 6))
    writer.event("CONSULT", "meet", "Ba bên từng gặp nhau.", *sides, day=date(2022, 11, 6), status=Status.HISTORICAL)
    writer.event("CONSULT", "meet", "Ba bên sẽ gặp nhau.", *sides, day=date(2023, 12, 6), status=Status.PLANNED)
    writer.event("CONSULT", "meet", "Ba bên không gặp nhau.", *sides, day=date(2023, 10, 6), status=Status.NEGATED)
    view = meetings_view(build([writer.done()]))
    assert (len(view.rows), tally(view.rows)) == (12, Tally(2, 1, 1))
    pair = view.rows[(view.rows["left"].isin(["TUR", "USA"])) & view.rows["right"].isin(["TUR", "USA"])]
    assert tally(pair)[:2] == (view.matrix.loc["TUR", "USA"], view.planned.loc["TUR", "USA"])
    assert tally(view.rows.iloc[:0]) == Tally(0, 0, 0)


@pytest.mark.parametrize(
    ("by", "names"),
    [("country", {"Thổ Nhĩ Kỳ", "Mỹ"}), ("person", {"Hakan Fidan", "Antony Blinken"})],
)
def test_the_rows_name_the_parties_in_words(by: By, names: set[str]) -> None:
    row = meetings_view(build([meeting(fidan(BOTH), blinken(BOTH))]), by).rows.iloc[0]
    assert {row["left_name"], row["right_name"]} == names


def test_nothing_gives_an_empty_view() -> None:
    assert meetings_view(build([])).order == ()
    assert meetings_view(build([]), "person", 20).order == ()


def test_the_busiest_are_kept_and_the_others_counted() -> None:
    whole, some = meetings_view(build(sample())), meetings_view(build(sample()), most=3)
    assert set(some.order) == {"USA", "TUR", "EGY"}
    assert some.others == len(whole.order) - 3
    assert len(some.rows) == len(whole.rows)
    assert some.matrix.equals(whole.matrix.loc[list(some.order), list(some.order)])
    assert set(some.names) == set(whole.names)


def test_by_body_an_official_is_the_body_and_pairs_of_states_are_left_out() -> None:
    writer = Writer("a", "Tin")
    writer.event("CONSULT", "meet", "Ông Guterres gặp ông Sisi.", guterres(BOTH), sisi(BOTH))
    writer.event("CONSULT", "meet", "Ông Fidan gặp ông Blinken.", fidan(BOTH), blinken(BOTH))
    writer.event("CONSULT", "meet", "Palestine gặp Hamas.", hamas(BOTH), state("PSE", "Palestine", BOTH))
    view = meetings_view(build([writer.done()]), "body")
    assert {frozenset(pair) for pair in zip(view.rows["left"], view.rows["right"], strict=True)} == {
        frozenset({"igo:un", "EGY"}),
        frozenset({"org:hamas", "PSE"}),
    }
    assert view.names["org:hamas"] == "Hamas"


def test_a_meeting_that_several_articles_tell_counts_once() -> None:
    told = []
    for number in range(3):
        writer = Writer(f"a{number}", "Tin")
        writer.event("CONSULT", "meet", "Ngoại trưởng Fidan gặp Ngoại trưởng Blinken.", fidan(BOTH), blinken(BOTH), day=date(2023, 11, 6))
        told.append(writer.done())
    view = meetings_view(build(told))
    assert (view.matrix.loc["TUR", "USA"], view.rows["reports"].tolist()) == (1, [3])


def test_a_diary_begins_with_what_is_ahead() -> None:
    writer = Writer("a", "Tin", published=date(2023, 11, 8))
    days = [(date(2023, 11, 20), Status.PLANNED), (date(2023, 11, 12), Status.PLANNED), (date(2023, 11, 1), Status.PLANNED)]
    days += [(date(2023, 11, 5), Status.ACTUAL), (date(2023, 10, 5), Status.ACTUAL)]
    for day, status in days:
        writer.event("CONSULT", "meet", f"Gặp ngày {day}.", fidan(BOTH), blinken(BOTH), day=day, status=status)
    writer.event("CONSULT", "phone", "Hai bên điện đàm.", fidan(BOTH), sisi(BOTH))
    writer.event("CONSULT", "visit", "Sắp thăm.", fidan(BOTH), sisi(BOTH), status=Status.PLANNED)
    writer.event("CONSULT", "meet", "Người khác gặp nhau.", blinken(BOTH), sisi(BOTH), day=date(2023, 11, 7))
    rows = diary(meetings_view(build([writer.done()])), "TUR", pd.Timestamp(2023, 11, 8))
    told = [(when, "" if pd.isna(day) else f"{day:%m-%d}") for when, day in zip(rows["when"], rows["date"], strict=True)]
    assert told == [
        ("ahead", "11-12"),
        ("ahead", "11-20"),
        ("ahead", ""),
        ("past", "11-05"),
        ("past", "11-01"),
        ("past", "10-05"),
        ("undated", ""),
    ]


def test_a_planned_meeting_of_long_ago_is_not_ahead() -> None:
    writer = Writer("a", "Tin", published=date(2023, 11, 8))
    writer.event("CONSULT", "visit", "Sắp thăm.", fidan(BOTH), sisi(BOTH), status=Status.PLANNED)
    view = meetings_view(build([writer.done()]))
    assert diary(view, "TUR", pd.Timestamp(2024, 11, 8))["when"].tolist() == ["undated"]
    assert diary(view, "VNM", None).empty
