from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from lib.records import Actor, CodedArticle, Role, Sector, Status
from lib.tables import build, meetings_view
from tests.tables.factory import Writer, blinken, fidan, guterres, person, sample, sisi, state, un

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
    assert pairs(meeting(guterres(BOTH), sisi(BOTH))) == {frozenset({"igo:un", "EGY"})}


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
    view = meetings_view(build([meeting(guterres(BOTH), sisi(BOTH), un(BOTH))]))
    assert view.names == {"igo:un": "Liên hợp quốc", "EGY": "EGY"}
    assert view.countries == {"igo:un": "", "EGY": "EGY"}


def test_nothing_gives_an_empty_view() -> None:
    assert meetings_view(build([])).order == ()
