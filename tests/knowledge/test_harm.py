"""The lexicon of harm: spelling, duplicates, unknown keys, and that our own matcher finds every entry."""

from __future__ import annotations

import unicodedata
from collections import Counter

import msgspec
import pytest

from lib.knowledge.harm import HarmEntry, PeopleNoun, load
from lib.language.tokens import tokenize
from lib.records import Harm, VictimsKind

LEXICON = load()
EVERY = [(phrase, entry) for entry in (*LEXICON.entries, *LEXICON.blocks) for phrase in entry.phrases]
NOUNS = [(phrase, noun) for noun in LEXICON.nouns for phrase in noun.phrases]


@pytest.mark.parametrize("phrases", [[p for p, _ in EVERY], [p for p, _ in NOUNS]], ids=["harm", "people"])
def test_phrases_are_nfc_and_entered_once(phrases: list[str]) -> None:
    assert [p for p in phrases if unicodedata.normalize("NFC", p) != p or p != p.strip()] == []
    assert [p for p, times in Counter(phrases).items() if times > 1] == []


def test_matcher_finds_every_word_of_harm() -> None:
    lost = []
    for phrase, entry in EVERY:
        tokens = tokenize(phrase)
        match = LEXICON.harms.at(tokens, 0)
        if match is None or match.last != len(tokens) or match.value is not entry:
            lost.append(phrase)
    assert lost == []


def test_matcher_finds_every_noun_of_people() -> None:
    lost = []
    for phrase, noun in NOUNS:
        tokens = tokenize(phrase)
        match = LEXICON.people.at(tokens, 0)
        if match is None or match.last != len(tokens) or match.value is not noun:
            lost.append(phrase)
    assert lost == []


def test_every_entry_says_a_harm_and_shows_an_example() -> None:
    assert [entry.rule for entry in LEXICON.entries if entry.harm is None or not entry.examples or not entry.misses] == []
    assert [entry.rule for entry in LEXICON.blocks if entry.harm is not None] == []


def test_rules_are_unique() -> None:
    rules = Counter(entry.rule for entry in (*LEXICON.entries, *LEXICON.blocks))
    assert [rule for rule, times in rules.items() if times > 1] == []


def test_every_kind_of_victim_has_a_noun() -> None:
    assert {noun.kind for noun in LEXICON.nouns} == set(VictimsKind)


def test_every_harm_has_a_word() -> None:
    said = {harm for entry in LEXICON.entries for harm in (entry.subject, entry.passive, entry.object)}
    assert set(Harm) <= said


@pytest.mark.parametrize("shape", [HarmEntry, PeopleNoun])
def test_unknown_key_is_an_error(shape: type[msgspec.Struct]) -> None:
    written = b'rule = "x"\nkind = "people"\nphrases = ["x"]\nunheard = 1\n'
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode(written, type=shape)
