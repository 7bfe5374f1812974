"""Facts of a text in a short hand, so that a table of tests reads as sentences beside what they tell.

"REQUEST/ceasefire UKR > RUS" is an event's type, mode, actors and recipients; "+" joins several, "-" stands for nobody,
"@" leads the hosts and "~" the mediators of a meeting, "!" a status other than actual. States stand by their code, people by their slug.
"""

from __future__ import annotations

from datetime import date

from lib.coding.coder import code
from lib.records import Article, CodedArticle, Event, Role, Status

DAY = date(2025, 8, 15)


def coded(text: str, day: date | None = DAY) -> CodedArticle:
    """`text` as an article of `day`, coded."""
    return code(Article(article_id="a", text=text, published=day))


def told(text: str, day: date | None = DAY) -> list[str]:
    """The events of a text in short hand, in the order that they are told."""
    return [short(e) for e in coded(text, day).events]


def dated(text: str, day: date | None = DAY) -> list[tuple[str, str | None, str]]:
    """The types of a text's events, their first days and their statuses."""
    return [(e.event_type.value, e.date.isoformat() if e.date else None, e.status.value) for e in coded(text, day).events]


def reasons(text: str, day: date | None = DAY) -> list[tuple[str, str]]:
    """The words that were dropped, and why."""
    article = coded(text, day)
    return [(article.article.text[d.start : d.end], d.reason) for d in article.dropped]


def short(event: Event) -> str:
    """One event in short hand."""
    parts = [f"{event.event_type}/{event.event_mode}", _names(event, Role.ACTOR, Role.PARTICIPANT) or "-"]
    for sign, role in ((">", Role.RECIPIENT), ("@", Role.HOST), ("~", Role.MEDIATOR)):
        if names := _names(event, role):
            parts += [sign, names]
    if event.status is not Status.ACTUAL:
        parts.append(f"!{event.status}")
    return " ".join(parts)


def _names(event: Event, *roles: Role) -> str:
    return "+".join(sorted(a.actor_id.removeprefix("state:").removeprefix("person:") for a in event.actors if a.role in roles))
