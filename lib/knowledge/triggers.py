"""The trigger lexicon: which words may make an event, of which type and mode, and how their arguments bind.

Every rule is an entry in `data/triggers/*.toml` with examples that it must hit and near misses that it must refuse:

- `forms` are verbal, `nouns` nominal phrases; with `classifiers`, the forms make nouns too ("cuộc", "vụ", "đợt" + form).
- `weak` forms need more than a subject: a party as recipient, a topic that is asked for.
- `verbs` and `things` make a family: each verb with each thing is a form ("điều", "triển khai" + "lữ đoàn", "đặc vụ").
- `frame` names the interpreter in `lib/coding/frames*.py` that binds the arguments.
- `needs = "party"`: no event without a party it is done to; `object`: words of which the object must hold one.
- `negated = false`: the form is a refusal itself, so a "không" before it does not undo a deed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from lib.language.phrases import PhraseIndex
from lib.records import EventType

_DATA = Path(__file__).parent / "data"
_FOLDER, _TOPICS = _DATA / "triggers", "topics.toml"
VERBAL = frozenset(
    {
        EventType.REQUEST,
        EventType.ACCUSE,
        EventType.REJECT,
        EventType.THREATEN,
        EventType.SUPPORT,
        EventType.EXPRESS,
        EventType.AGREE,
        EventType.CONCEDE,
    }
)
"""Types that are said rather than done."""
CLASSIFIERS = tuple(
    "cuộc|vụ|đợt|loạt|các cuộc|các vụ|các đợt|những cuộc|những vụ|những đợt|loạt cuộc|loạt vụ|hàng loạt cuộc|trận|chiến dịch|đòn|các đòn|"
    "chuỗi|một cuộc|một vụ|làn sóng|hành động|các hành động|hoạt động|các chiến dịch".split("|")
)


class TriggerEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule of the lexicon."""

    id: str
    type: EventType
    mode: str
    frame: str
    forms: tuple[str, ...]
    examples: tuple[str, ...]
    misses: tuple[str, ...]
    nouns: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    classifiers: bool = False
    negated: bool = True
    needs: str = ""
    object: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    things: tuple[str, ...] = ()

    @property
    def verbal(self) -> tuple[str, ...]:
        """The verbal phrases: those told whole, and each verb of the family with each thing."""
        family = (f"{verb} {thing}" for verb in self.verbs for thing in self.things)
        return tuple(dict.fromkeys((*self.forms, *family)))

    @property
    def is_statement(self) -> bool:
        """Whether it is said rather than done."""
        return self.type in VERBAL


class _EntryFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    entry: list[TriggerEntry]


class _Topic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    mode: str
    words: list[str]


class _TopicFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    topic: list[_Topic]


class _Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: str
    words: list[str]


class _CueFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    cue: list[_Cue]


class Sense(NamedTuple):
    """A trigger phrase in the index: its rule, whether it is a noun or a weak form of it, and the word that must close it."""

    entry: TriggerEntry
    noun: bool
    weak: bool
    tail: str = ""

    @property
    def rule(self) -> str:
        """The name of the rule, with its nominal use told apart."""
        return f"{self.entry.id}.nominal" if self.noun and not self.entry.id.endswith(".nominal") else self.entry.id


@dataclass(frozen=True)
class Lexicon:
    """The lexicon as indexes over tokens; `gapped` holds the heads of forms such as "rút … khỏi", `threats` what the warned will face."""

    entries: tuple[TriggerEntry, ...]
    triggers: PhraseIndex[Sense]
    gapped: PhraseIndex[tuple[Sense, ...]]
    cues: PhraseIndex[str]
    topics: PhraseIndex[str]
    threats: tuple[str, ...]


@cache
def entries() -> tuple[TriggerEntry, ...]:
    """Every rule of the lexicon, read once a process."""
    files = (path for path in sorted(_FOLDER.glob("*.toml")) if path.name != _TOPICS)
    return tuple(entry for path in files for entry in msgspec.toml.decode(path.read_bytes(), type=_EntryFile).entry)


@cache
def lexicon() -> Lexicon:
    """Read and check the data files once a process."""
    topics: PhraseIndex[str] = PhraseIndex()
    for topic in msgspec.toml.decode((_FOLDER / _TOPICS).read_bytes(), type=_TopicFile).topic:
        for word in topic.words:
            topics.add(word, topic.mode)
    triggers: PhraseIndex[Sense] = PhraseIndex()
    heads: dict[str, tuple[Sense, ...]] = {}
    for entry in entries():
        for phrase, sense in phrases_of(entry):
            if sense.tail:
                heads[phrase] = (*heads.get(phrase, ()), sense)
            else:
                triggers.add(phrase, sense)
    cues: PhraseIndex[str] = PhraseIndex()
    threats: tuple[str, ...] = ()
    for cue in msgspec.toml.decode((_DATA / "cues.toml").read_bytes(), type=_CueFile).cue:
        if cue.kind == "threat":
            threats = tuple(cue.words)
            continue
        for word in cue.words:
            cues.add(word, cue.kind)
    return Lexicon(entries(), triggers, PhraseIndex(heads.items()), cues, topics, threats)


def phrases_of(entry: TriggerEntry) -> list[tuple[str, Sense]]:
    """Every phrase that an entry puts into the index; of "rút … khỏi" the head stands there, and its tail must follow."""
    forms = [f for f in entry.verbal if "…" not in f]
    out = [(f, Sense(entry, noun=False, weak=f in entry.weak)) for f in forms]
    for gapped in (f for f in entry.verbal if "…" in f):
        head, tail = (part.strip() for part in gapped.split("…"))
        out.append((head, Sense(entry, noun=False, weak=gapped in entry.weak, tail=tail)))
    out += [(n, Sense(entry, noun=True, weak=n in entry.weak)) for n in entry.nouns]
    if entry.classifiers:
        out += [(f"{c} {f}", Sense(entry, noun=True, weak=False)) for c in CLASSIFIERS for f in forms]
    return out
