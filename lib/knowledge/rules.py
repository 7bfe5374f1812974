"""What a rule looks for, by the name that a fact's evidence bears: its words, and the example that stands beside it in the lexicon."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from lib.knowledge import harm, triggers

_GAP = "…"
_BETWEEN = r"\s.+\s"


class Rule(NamedTuple):
    """A rule's words, as they stand in the lexicon ("triệu … đại sứ" has words between), and its first example."""

    words: tuple[str, ...]
    example: str


class Told(NamedTuple):
    """A rule told by a sentence: the words of it that stand there, empty where none does, some of its others, and its example."""

    found: str
    others: tuple[str, ...]
    example: str


@cache
def _rules() -> dict[str, Rule]:
    events = {one.id: Rule((*one.forms, *one.nouns), one.examples[0]) for one in triggers.entries()}
    figures = {one.rule: Rule(one.phrases, one.examples[0]) for one in harm.load().entries if one.examples}
    return events | figures


def find(name: str) -> Rule | None:
    """The rule called `name`, or the one that it is a use of ("consult.visit.nominal"); None for one that is in no lexicon."""
    while name:
        if name in _rules():
            return _rules()[name]
        name = name.rpartition(".")[0]
    return None


def tell(name: str, sentence: str, most: int = 4) -> Told | None:
    """The rule called `name`, told by the `sentence` that it has fired in, with at most so many other words."""
    rule = find(name)
    if rule is None:
        return None
    low = sentence.lower()
    found = max((words for words in rule.words if _stands(words, low)), key=len, default="")
    return Told(found, tuple(words for words in rule.words if words != found)[:most], rule.example)


def _stands(words: str, text: str) -> bool:
    pattern = _BETWEEN.join(re.escape(part.strip()) for part in words.lower().split(_GAP))
    return re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None
