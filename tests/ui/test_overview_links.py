"""Where the overview's numbers lead."""

from __future__ import annotations

from datetime import date

import pytest

from lib.records import Status
from lib.tables import Filters
from lib.ui.address import View
from lib.ui.overview import _deeds

SPAN = (date(2024, 6, 3), date(2024, 6, 9))


@pytest.mark.parametrize(
    ("chosen", "countries", "actors"),
    [((), ("NOR",), ()), (("NOR", "BRA"), ("NOR",), ()), (("BRA",), ("BRA",), ("state:NOR",))],
)
def test_a_country_leads_to_what_it_did(chosen: tuple[str, ...], countries: tuple[str, ...], actors: tuple[str, ...]) -> None:
    found = _deeds(View(filters=Filters(countries=chosen)), SPAN, "NOR").filters
    assert (found.countries, found.actors) == (countries, actors)
    assert (found.statuses, found.date_from, found.date_to, found.undated) == ((Status.ACTUAL,), *SPAN, True)
