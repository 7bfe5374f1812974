"""A merged draft to an event of the contract: its class, its stable id, its confidence."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from lib.knowledge.calibration import calibration
from lib.knowledge.ontology import quad_class_of
from lib.records import Casualty, Event, EventType, Evidence, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lib.coding.document import Document
    from lib.coding.drafts import Draft


def finish(doc: Document, draft: Draft) -> Event:
    """The event; evidence is cut to the article's own text."""
    start, end = _trim(doc.text, draft.start, draft.end)
    date = draft.date
    return Event(
        event_id=_event_id(doc, draft),
        event_type=draft.event_type,
        event_mode=draft.event_mode,
        quad_class=quad_class_of(draft.event_type),
        actors=tuple(draft.actors),
        date=date.date if date else None,
        date_end=(date.date_end or date.date) if date else None,
        date_precision=date.date_precision if date else None,
        date_why=draft.date_why if date else None,
        place=draft.place,
        status=draft.status,
        evidence=Evidence(start, end, doc.text[start:end], draft.rule),
        confidence=confidence(draft),
    )


def distinct(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events, each with an id of its own: of two facts that would share one, the later gets its number added."""
    seen: Counter[str] = Counter()
    return tuple(replace(event, event_id=_numbered(event.event_id, seen)) for event in events)


def distinct_figures(figures: Iterable[Casualty]) -> tuple[Casualty, ...]:
    """As `distinct`, for casualty figures."""
    seen: Counter[str] = Counter()
    return tuple(replace(figure, casualty_id=_numbered(figure.casualty_id, seen)) for figure in figures)


def _numbered(name: str, seen: Counter[str]) -> str:
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while end > start and text[end - 1] in " ,;:.\n-–":
        end -= 1
    while start < end and text[start] in " ,;:.\n-–":
        start += 1
    return start, end


def _event_id(doc: Document, draft: Draft) -> str:
    """The contract's: the article, the type, the parties and the sentence; a mode, day or rule that is mended leaves it."""
    sentence = " ".join(doc.text[draft.sentence.start : draft.sentence.end].split())
    parties = "|".join(sorted(f"{a.role}:{a.actor_id}" for a in draft.actors))
    key = f"{doc.article.article_id}\n{draft.event_type}\n{parties}\n{sentence}"
    return "e" + hashlib.sha256(key.encode()).hexdigest()[:16]


def confidence(draft: Draft) -> float:
    """0 to 1: how often such an event was right among those that readers judged."""
    measured = calibration()
    score = measured.types.get(draft.event_type, measured.mean)
    if not any(a.role in {Role.ACTOR, Role.PARTICIPANT} for a in draft.actors):
        score += measured.no_doer
    if draft.event_type not in {EventType.CONSULT, EventType.EXPRESS}:
        score += measured.recipient if any(a.role is Role.RECIPIENT for a in draft.actors) else measured.no_recipient
    if draft.date is not None and not draft.inherits:
        score += measured.own_date
    if draft.noun:
        score += measured.noun
    if draft.tellings > 1:
        score += measured.told_twice
    return round(min(measured.highest, max(measured.lowest, score)), 2)
