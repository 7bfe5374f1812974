"""A number at the head of the overview is what the page behind it counts."""

from __future__ import annotations

from itertools import islice

import pytest

from bench.generate import generate
from lib.records import CodedArticle, EventType
from lib.tables import Filters, apply, build, meetings_view, reactions_view
from lib.tables.heads import meetings_held, reacting_countries
from lib.tables.meetings import HELD
from tests.tables.factory import sample


@pytest.mark.parametrize("coded", [[], sample(), list(islice(generate(2000), 400))], ids=["nothing", "sample", "generated"])
@pytest.mark.parametrize("filters", [Filters(), Filters(countries=("USA",)), Filters(event_types=(EventType.ACCUSE,))])
def test_the_overview_counts_what_the_pages_count(coded: list[CodedArticle], filters: Filters) -> None:
    tables = apply(build(coded), filters)
    rows = meetings_view(tables).rows
    assert meetings_held(tables) == rows.loc[rows["status"].isin(HELD), "story_id"].nunique()
    assert reacting_countries(tables) == len(reactions_view(tables).by_country)
