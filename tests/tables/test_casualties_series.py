"""Which figures make one series."""

from __future__ import annotations

from datetime import date

import pytest

from lib.records import Actor, Harm, Place, Scope
from lib.tables import build, casualties_view
from tests.tables.factory import GAZA, Writer, ministry, state

BANK = Place("Bờ Tây", "PSE", 31.9, 35.2)
LEBANON = Place("Liban", "LBN", None, None)
WHOLE = Place("Palestine", "PSE", None, None)
ISRAEL = state("ISR", "Israel")


def series(*told: tuple[Actor | None, Place | None], scope: Scope = Scope.CUMULATIVE, country: str | None = "PSE") -> list[str]:
    """The places of the series of some figures of one harm, in the order in which they are told."""
    writer = Writer("a", "Tin")
    for number, (by, place) in enumerate(told):
        writer.casualty(
            Harm.KILLED, f"{number}: người chết.", 100 + number, by=by, place=place, scope=scope, country=country, day=date(2023, 11, 7)
        )
    rows = casualties_view(build([writer.done()])).rows.sort_values("evidence_text")
    return [key.split("|")[2] for key in rows["series"]]


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ([(ministry(), GAZA), (ministry(), None)], ["", ""]),
        ([(ministry(), GAZA), (ministry(), None), (ISRAEL, GAZA), (None, GAZA)], ["", "", "", ""]),
        ([(ministry(), GAZA), (ministry(), None), (ISRAEL, BANK)], ["", "", "Bờ Tây"]),
        ([(ministry(), WHOLE), (None, WHOLE), (ISRAEL, None)], ["", "", ""]),
    ],
)
def test_a_running_total_of_the_whole_side_is_one_series(told: list[tuple[Actor | None, Place | None]], places: list[str]) -> None:
    assert series(*told) == places


@pytest.mark.parametrize(
    ("told", "places"),
    [
        ([(ministry(), GAZA), (ministry(), BANK), (ministry(), None)], ["Gaza", "Bờ Tây", ""]),
        ([(ministry(), GAZA), (ISRAEL, None)], ["Gaza", ""]),
        ([(None, GAZA), (None, None)], ["Gaza", ""]),
        ([(ministry(), LEBANON), (ministry(), None)], ["Liban", ""]),
    ],
)
def test_a_place_that_is_told_apart_stays_apart(told: list[tuple[Actor | None, Place | None]], places: list[str]) -> None:
    assert series(*told) == places


def test_a_single_event_keeps_its_place() -> None:
    assert series((ministry(), GAZA), (ministry(), None), scope=Scope.INCIDENT) == ["Gaza", ""]


def test_people_of_no_known_country_have_no_territory() -> None:
    nowhere = Place("Vùng biển", None, None, None)
    assert series((ministry(), nowhere), (ministry(), None), country=None) == ["Vùng biển", ""]
