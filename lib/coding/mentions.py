"""The phrases of an article that stand for parties and places, each with whom it stands for.

The article is read twice: the first reading learns who is in it, the second gives a headline's "ông Fidan" the person
whom only the body names in full.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.coreference import Cast
from lib.coding.mention_grammar import Grammar
from lib.coding.mention_resolver import Resolver
from lib.language.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lib.coding.mention_types import ResolvedMention
    from lib.knowledge.base import KnowledgeBase
    from lib.records import Sentence

_GRAMMARS: dict[int, Grammar] = {}


def _grammar(kb: KnowledgeBase) -> Grammar:
    """The grammar over `kb`, made once."""
    found = _GRAMMARS.get(id(kb))
    if found is None or found.kb is not kb:
        found = _GRAMMARS[id(kb)] = Grammar(kb)
    return found


def find_mentions(text: str, sentences: Sequence[Sentence], kb: KnowledgeBase, day: date | None) -> tuple[ResolvedMention, ...]:
    """The mentions of `text` in its order, none inside another; `day` is when the article was published, if known."""
    grammar = _grammar(kb)
    read = [grammar.read(text, tokenize(text[s.start : s.end], s.start)) for s in sentences]
    cast = Cast()
    Resolver(kb, cast, day).article(read)
    return tuple(Resolver(kb, cast, day).article(read))
