"""Tables in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.records import Precision
from lib.tables import build
from lib.tables.listing import events_page
from lib.ui import labelled
from lib.ui.wording import wording
from tests.tables.factory import Writer, fidan

VI, EN = wording("vi"), wording("en")
TOLD = date(2026, 8, 21)


@pytest.mark.parametrize(
    ("first", "last", "precision", "published", "vi", "en"),
    [
        (date(2026, 8, 20), None, None, TOLD, "20/8/2026", "20 Aug 2026"),
        (None, None, None, TOLD, "đăng 21/8/2026", "published 21 Aug 2026"),
        (None, None, None, None, "", ""),
        (date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR, TOLD, "2026", "2026"),
    ],
)
def test_a_day_of_publication_is_said_to_be_one(
    first: date | None, last: date | None, precision: Precision | None, published: date | None, vi: str, en: str
) -> None:
    writer = Writer("a", "Tin", outlet=None, published=published)
    writer.event("ACCUSE", "disapprove", "Lên án.", fidan(), day=first, end=last, precision=precision)
    rows = events_page(build([writer.done()])).rows
    for words, said in ((VI, vi), (EN, en)):
        table = labelled.events(rows, words).iloc[0]
        assert table[words.say("column.when")] == said
        assert table[words.say("column.outlet")] == words.say("fact.no_outlet")
        assert (table[words.say("column.posted")] == published) or published is None


@pytest.mark.parametrize(
    ("outlet", "agency", "said"),
    [("Báo Thử", "TTX Thử", "Báo Thử"), (None, "TTX Thử", "TTX Thử"), (None, None, VI.say("fact.no_outlet"))],
)
def test_an_outlet_is_named_as_on_a_card(outlet: str | None, agency: str | None, said: str) -> None:
    writer, other = Writer("a", "Tin", outlet=outlet), Writer("b", "Tin khác")
    writer.event("ACCUSE", "disapprove", "Lên án.", fidan())
    coded = writer.done()
    tables = build([other.done(), replace(coded, article=replace(coded.article, agency=agency))])
    table = labelled.events(events_page(tables).rows, VI)
    assert table[VI.say("column.outlet")].tolist() == [said]
