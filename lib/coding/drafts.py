"""An event in the making: what the frames bind, before dates, merging and confidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.records import Actor, DateMention, EventType, Place, Role, Status

if TYPE_CHECKING:
    from lib.coding.document import SentenceView
    from lib.coding.verbs import Verb


@dataclass(slots=True)
class Draft:
    """One event as told by one clause; offsets count the article's text."""

    sentence: SentenceView
    event_type: EventType
    event_mode: str | None
    actors: list[Actor]
    start: int
    end: int
    trigger_start: int
    trigger_end: int
    rule: str
    status: Status = Status.ACTUAL
    place: Place | None = None
    date: DateMention | None = None
    date_why: str | None = None
    inherits: bool = False
    tellings: int = 1
    noun: bool = False
    verb: Verb | None = None

    def sides(self, role: Role) -> frozenset[str]:
        """What the actors in a role count for: their country, else whom they speak for, else themselves."""
        return frozenset(side(a) for a in self.actors if a.role == role)


def side(actor: Actor) -> str:
    """The side an actor counts for."""
    return actor.country or actor.affiliation or actor.actor_id
