from __future__ import annotations

import pytest

from bench.generate import generate
from lib import tables
from lib.serial import from_json, to_json


@pytest.mark.parametrize("events", [0, 1, 12, 100])
def test_as_many_events_as_asked_for(events: int) -> None:
    coded = list(generate(events))
    assert sum(len(c.events) for c in coded) == events
    assert len({e.event_id for c in coded for e in c.events}) == events


def test_the_same_seed_gives_the_same_articles() -> None:
    assert list(generate(50, seed=3)) == list(generate(50, seed=3))
    assert list(generate(50, seed=3)) != list(generate(50, seed=4))


def test_what_is_made_up_is_of_the_contract() -> None:
    coded = list(generate(60))
    assert [from_json(to_json(c)) for c in coded] == coded
    for c in coded:
        for evidence in [e.evidence for e in c.events] + [f.evidence for f in c.casualties]:
            assert c.article.text[evidence.start : evidence.end] == evidence.text
    assert len(tables.build(coded).events) == 60
