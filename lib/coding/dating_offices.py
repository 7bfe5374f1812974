"""Between which days an article can have been written, by who holds which office in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lib.knowledge.entries import slug
from lib.language.tokens import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lib.coding.mention_types import ResolvedMention
    from lib.knowledge.base import KnowledgeBase
    from lib.knowledge.entries import Office
    from lib.records import Actor

_PAST = re.compile(
    r"\b(?:cựu|cố|nguyên|khi đó|lúc đó|khi ấy|bấy giờ|dưới thời|thời (?:tổng thống|thủ tướng)|tiền nhiệm|đắc cử|kế nhiệm)\b", re.IGNORECASE
)
_END_OF_TERM = re.compile(
    r"\b(?:qua đời|từ trần|tang lễ|lễ tang|quốc tang|lễ viếng|kính viếng"
    r"|tưởng niệm|tưởng nhớ|tử nạn|mãn nhiệm|từ chức|bãi nhiệm|miễn nhiệm|cách chức)\b",
    re.IGNORECASE,
)
_NEAR = 60  # characters before a mention in which a word may put it in the past
_AFTER = timedelta(days=7)  # a paper may name a minister a few days after the term


@dataclass(frozen=True, slots=True)
class Term:
    """A person's terms in one office and the phrase of the text that says so."""

    name: str
    title: str
    terms: tuple[tuple[date | None, date | None], ...]
    phrase: str

    def covers(self, day: date) -> bool:
        """Whether the person held the office on `day`."""
        return any((start is None or start <= day) and (end is None or day <= end) for start, end in self.terms)


@dataclass(frozen=True, slots=True)
class Window:
    """Days from `first` to `last` (None: open) and the terms that bound it."""

    first: date | None
    last: date | None
    lower: Term | None
    upper: Term | None

    def allows(self, day: date) -> bool:
        """Whether `day` lies in it."""
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def office_terms(text: str, mentions: Iterable[ResolvedMention], kb: KnowledgeBase) -> tuple[Term, ...]:
    """The sure terms of the people whom the text calls by name and office as of its own time, one for each person and office."""
    found: dict[tuple[str, str], Term] = {}
    gone: set[str] = set()
    for mention in mentions:
        if mention.form not in {"name", "title"} or len(mention.refs) != 1 or not _named(mention):
            continue
        actor = mention.refs[0]
        if _leaves(text, mention):
            gone.add(actor.actor_id)
        role = None if _PAST.search(text, max(0, mention.start - _NEAR), mention.end) else _role(mention, actor, kb)
        if role is None or (actor.actor_id, role) in found:
            continue
        offices = [office for office in kb.tenures(actor.actor_id) if office.role == role]
        if offices and all(office.sure for office in offices):
            found[actor.actor_id, role] = Term(actor.name, offices[-1].title, _merged(offices), mention.text)
    return tuple(term for (actor_id, _), term in found.items() if actor_id not in gone)


def _leaves(text: str, mention: ResolvedMention) -> bool:
    """Whether the sentence speaks of the end of an office or a life: the title then outlasts the term."""
    start = max(text.rfind("\n", 0, mention.start), text.rfind(". ", 0, mention.start)) + 1
    ends = [end for end in (text.find("\n", mention.end), text.find(". ", mention.end)) if end >= 0]
    return bool(_END_OF_TERM.search(text, start, min(ends, default=len(text))))


def _named(mention: ResolvedMention) -> bool:
    """Whether the phrase says the name itself, so that the office is the text's word and not read from the knowledge base."""
    name = set(slug(mention.refs[0].name).split("-"))
    return bool(name & set(slug(mention.text).split("-")))


def _merged(offices: Sequence[Office]) -> tuple[tuple[date | None, date | None], ...]:
    return tuple(sorted({(office.start, office.end) for office in offices}, key=lambda term: term[0] or date.min))


def _role(mention: ResolvedMention, actor: Actor, kb: KnowledgeBase) -> str | None:
    """The office that the phrase itself gives the person; None for a former, deputy or unsaid one."""
    said = mention.text
    if actor.title and "đồng cấp" in said.lower():
        said = actor.title
    tokens = tokenize(said)
    match = kb.titles.at(tokens, 0)
    if match is None or match.value.rank not in {"", "chief", "acting"}:
        return None
    return match.value.role if match.value.role != "honorific" else None


def window(terms: Sequence[Term]) -> Window:
    """The days that most of `terms` allow, the latest such stretch; open on both sides without any.

    Where two stretches have as many terms for them, only the terms that hold in both count.
    """
    edges = {start for term in terms for start, _ in term.terms if start} | {date.min}
    votes = {edge: sum(term.covers(edge) for term in terms) for edge in edges}
    most = max(votes.values())
    tied = [edge for edge in edges if votes[edge] == most]
    agreed = [term for term in terms if all(term.covers(edge) for edge in tied)]
    if not agreed or most * 2 <= len(terms):
        return Window(None, None, None, None)
    first = max(edge for edge in edges if all(term.covers(edge) for term in agreed))
    lows: list[tuple[date, Term]] = []
    highs: list[tuple[date, Term]] = []
    for term in agreed:
        start, end = next((s, e) for s, e in reversed(term.terms) if (s is None or s <= first) and (e is None or first <= e))
        if start:
            lows.append((start, term))
        if end:
            highs.append((end, term))
    low = max(lows, key=lambda pair: pair[0], default=None)
    high = min(highs, key=lambda pair: pair[0], default=None)
    return Window(low[0] if low else None, high[0] + _AFTER if high else None, low[1] if low else None, high[1] if high else None)
