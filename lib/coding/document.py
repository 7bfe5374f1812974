"""An article as the coders see it: sentences with their words, dates, numbers and mentions, all in offsets of its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from lib.coding.mention_types import ResolvedMention
    from lib.knowledge.base import KnowledgeBase
    from lib.language.dates import DateExpression
    from lib.language.tokens import Token
    from lib.records import Article, DateMention, NumberMention


@dataclass(slots=True)
class SentenceView:
    """One sentence; every offset in it counts the article's text.

    `kind` is the kind of the paragraph it stands in: headline, lead, body, caption, related or byline. `expressions`
    is parallel to `dates` (what each date was written as, with its flags).
    """

    index: int
    start: int
    end: int
    tokens: list[Token]
    dates: list[DateMention] = field(default_factory=list)
    expressions: list[DateExpression] = field(default_factory=list)
    numbers: list[NumberMention] = field(default_factory=list)
    mentions: list[ResolvedMention] = field(default_factory=list)
    kind: str = "body"
    paragraph: int = 0


@dataclass(frozen=True)
class Document:
    """An article with its layers; `day` is its publication date, or the first day that it may be."""

    article: Article
    text: str
    day: date | None
    kb: KnowledgeBase
    sentences: tuple[SentenceView, ...]

    @cached_property
    def paragraphs(self) -> dict[int, Sequence[SentenceView]]:
        """The sentences of each paragraph, by its number."""
        out: dict[int, list[SentenceView]] = {}
        for sentence in self.sentences:
            out.setdefault(sentence.paragraph, []).append(sentence)
        return dict(out)
