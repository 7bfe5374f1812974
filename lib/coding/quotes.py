"""Direct speech: where it stands and who speaks, so that "chúng tôi" has a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lib.coding.document import Document, SentenceView
    from lib.coding.mention_types import ResolvedMention
    from lib.knowledge.triggers import Lexicon

_QUOTED = re.compile(r"“[^“”]{12,}”|\"[^\"“”]{12,}\"|«[^«»]{12,}»|(?<!\w)'[^'\n]{25,}'(?!\w)")
_REACH = 90  # characters outside the marks within which an attribution stands


class Quote(NamedTuple):
    """A stretch of direct speech and the mention that speaks it, where one is told."""

    start: int
    end: int
    speaker: ResolvedMention | None


def find_quotes(doc: Document, lexicon: Lexicon) -> list[Quote]:
    """Every quotation of twelve characters or more, with its speaker where the text names one beside it."""
    out: list[Quote] = []
    for match in _QUOTED.finditer(doc.text):
        start, end = match.span()
        speaker = _speaker(doc, lexicon, start, end)
        if speaker is None and out and "\n" not in doc.text[out[-1].end : start]:
            speaker = out[-1].speaker
        out.append(Quote(start, end, speaker))
    return out


def _speaker(doc: Document, lexicon: Lexicon, start: int, end: int) -> ResolvedMention | None:
    after = next((s for s in doc.sentences if s.start < end < s.end), None)
    if after is not None:
        found = _attribution(after, lexicon, end, end + _REACH)
        if found is not None:
            return found
    before = next((s for s in doc.sentences if s.start < start and s.end >= start), None)
    if before is None:
        return None
    return _attribution(before, lexicon, max(before.start, start - 3 * _REACH), start)


def _attribution(sentence: SentenceView, lexicon: Lexicon, low: int, high: int) -> ResolvedMention | None:
    """The first party between `low` and `high` where a verb of speaking stands beside it there."""
    tokens = [t for t in sentence.tokens if low <= t.start < high]
    said = any(m.value in {"speech", "according"} for m in lexicon.cues.find(tokens)) or any(
        m.value.entry.is_statement for m in lexicon.triggers.find(tokens)
    )
    if not said:
        return None
    return next(
        (
            m
            for m in sentence.mentions
            if low <= m.start < high and m.refs and m.form not in {"media", "place", "collective"} and not m.modifier
        ),
        None,
    )
