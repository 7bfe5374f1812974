"""Every rule of the trigger lexicon hits its own examples and refuses its near misses."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from lib.coding.coder import code
from lib.knowledge import ontology
from lib.knowledge.triggers import TriggerEntry, lexicon, phrases_of
from lib.language.tokens import tokenize
from lib.records import Article

ENTRIES = lexicon().entries
EXAMPLES = [pytest.param(e, s, id=f"{e.id}-{i}") for e in ENTRIES for i, s in enumerate(e.examples)]
MISSES = [pytest.param(e, s, id=f"{e.id}-{i}") for e in ENTRIES for i, s in enumerate(e.misses)]


def events_of(sentence: str) -> list[tuple[str, str | None]]:
    coded = code(Article(article_id="t", text=sentence, published=date(2024, 6, 15)))
    return [(e.event_type, e.event_mode) for e in coded.events]


@pytest.mark.parametrize(("entry", "sentence"), EXAMPLES)
def test_an_example_is_coded(entry: TriggerEntry, sentence: str) -> None:
    assert any(kind == entry.type for kind, _ in events_of(sentence)), events_of(sentence)


@pytest.mark.parametrize(("entry", "sentence"), MISSES)
def test_a_near_miss_is_refused(entry: TriggerEntry, sentence: str) -> None:
    assert not any(kind == entry.type for kind, _ in events_of(sentence)), events_of(sentence)


def test_ids_are_unique() -> None:
    ids = [e.id for e in ENTRIES]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_an_entry_speaks_the_ontology(entry: TriggerEntry) -> None:
    assert entry.mode in ontology.modes_of(entry.type)
    assert entry.examples
    assert entry.misses
    for phrase in (*entry.forms, *entry.nouns):
        assert unicodedata.is_normalized("NFC", phrase)
    assert set(entry.weak) <= {*entry.forms, *entry.nouns}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.id)
def test_every_phrase_is_found_by_the_matcher(entry: TriggerEntry) -> None:
    for phrase, sense in phrases_of(entry):
        tokens = tokenize(phrase)
        if sense.tail:
            head = lexicon().gapped.at(tokens, 0)
            assert head is not None
            assert sense in head.value
            continue
        match = lexicon().triggers.at(tokens, 0)
        assert match is not None
        assert match.last == len(tokens)
        assert match.value.entry.type == sense.entry.type  # no phrase stands under two types
