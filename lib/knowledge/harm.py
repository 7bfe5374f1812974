"""The lexicon of harm: words of death, injury, captivity and flight, the nouns people are counted by, and the small words around them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import msgspec

from lib.language.phrases import PhraseIndex
from lib.records import Harm, VictimsKind


class HarmEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A group of words of one meaning, and the harm of people named before it, before it in the passive, or after it."""

    rule: str
    phrases: tuple[str, ...]
    weight: float = 0.9
    subject: Harm | None = None
    passive: Harm | None = None
    object: Harm | None = None
    human: bool = False
    needs: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()

    @property
    def harm(self) -> Harm | None:
        """The harm that the word speaks of first of all; None for a word that only blocks others."""
        return self.subject or self.passive or self.object


class PeopleNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that people are counted by.

    `carries` is the harm that the noun itself tells ("con tin"), `country` the alpha-3 code of people named by it,
    `general` marks words for anybody, `prisoner` words for people held by law or in war.
    """

    kind: VictimsKind
    phrases: tuple[str, ...]
    carries: Harm | None = None
    prisoner: bool = False
    general: bool = False
    country: str | None = None


class _HarmFile(msgspec.Struct, forbid_unknown_fields=True):
    entry: list[HarmEntry]
    block: list[HarmEntry]
    unclear: list[HarmEntry]


class _PeopleFile(msgspec.Struct, forbid_unknown_fields=True):
    noun: list[PeopleNoun]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    stops: tuple[str, ...]
    causes: tuple[str, ...]
    auxiliaries: tuple[str, ...]
    between: tuple[str, ...]
    breakdowns: tuple[str, ...]
    asides: tuple[str, ...]
    bases: tuple[str, ...]
    tolls: tuple[str, ...]
    maybes: tuple[str, ...]
    demands: tuple[str, ...]
    denials: tuple[str, ...]
    no_denials: tuple[str, ...]
    totals: tuple[str, ...]
    wars: tuple[str, ...]
    increments: tuple[str, ...]
    daily: tuple[str, ...]
    rises: tuple[str, ...]
    since: tuple[str, ...]
    at: tuple[str, ...]
    onto: tuple[str, ...]
    disasters: tuple[str, ...]
    attacks: tuple[str, ...]
    crashes: tuple[str, ...]
    local_sources: tuple[str, ...]
    says: tuple[str, ...]
    by: tuple[str, ...]
    things: tuple[str, ...]
    openers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grammar:
    """One phrase index for each list of `harm_grammar.toml`; a value is the phrase's number of words."""

    stops: PhraseIndex[str]
    causes: PhraseIndex[str]
    auxiliaries: PhraseIndex[str]
    between: PhraseIndex[str]
    breakdowns: PhraseIndex[str]
    asides: PhraseIndex[str]
    bases: PhraseIndex[str]
    tolls: PhraseIndex[str]
    maybes: PhraseIndex[str]
    demands: PhraseIndex[str]
    denials: PhraseIndex[str]
    no_denials: PhraseIndex[str]
    totals: PhraseIndex[str]
    wars: PhraseIndex[str]
    increments: PhraseIndex[str]
    daily: PhraseIndex[str]
    rises: PhraseIndex[str]
    since: PhraseIndex[str]
    at: PhraseIndex[str]
    onto: PhraseIndex[str]
    disasters: PhraseIndex[str]
    attacks: PhraseIndex[str]
    crashes: PhraseIndex[str]
    local_sources: PhraseIndex[str]
    says: PhraseIndex[str]
    by: PhraseIndex[str]
    things: PhraseIndex[str]
    openers: PhraseIndex[str]


@dataclass(frozen=True, slots=True)
class HarmLexicon:
    """Everything the casualty coder knows of Vietnamese."""

    entries: tuple[HarmEntry, ...]
    blocks: tuple[HarmEntry, ...]
    nouns: tuple[PeopleNoun, ...]
    harms: PhraseIndex[HarmEntry]
    people: PhraseIndex[PeopleNoun]
    words: Grammar


def _read(name: str) -> bytes:
    return resources.files("lib.knowledge").joinpath("data", name).read_bytes()


@cache
def load() -> HarmLexicon:
    """The lexicon, read once a process; a key the files should not have is a `msgspec.ValidationError`."""
    harms = msgspec.toml.decode(_read("harm.toml"), type=_HarmFile)
    nouns = tuple(msgspec.toml.decode(_read("harm_people.toml"), type=_PeopleFile).noun)
    words = msgspec.toml.decode(_read("harm_grammar.toml"), type=_Words)
    everything = [*harms.entry, *harms.block, *harms.unclear]
    index = PhraseIndex((phrase, entry) for entry in everything for phrase in entry.phrases)
    people = PhraseIndex((phrase, noun) for noun in nouns for phrase in noun.phrases)
    return HarmLexicon(
        entries=tuple(harms.entry),
        blocks=(*harms.block, *harms.unclear),
        nouns=nouns,
        harms=index,
        people=people,
        words=Grammar(**{name: PhraseIndex((phrase, phrase) for phrase in getattr(words, name)) for name in _Words.__struct_fields__}),
    )
