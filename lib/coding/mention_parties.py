"""What the resolving of one article starts from: the knowledge base's states and bodies as actors, and the state it carries on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.coreference import Cast, Discourse
from lib.coding.mention_words import words
from lib.knowledge.entries import slug
from lib.language.tokens import tokenize
from lib.records import Actor, MentionKind, Role, Sector

if TYPE_CHECKING:
    from datetime import date

    from lib.coding.mention_reading import Reading
    from lib.knowledge.base import KnowledgeBase
    from lib.knowledge.entries import Entity, NameEntry

HOME = "VNM"
"""The country that an organ told without one belongs to where the article is about no other."""


class Parties:
    """The knowledge base, the people and the discourse of one article."""

    def __init__(self, kb: KnowledgeBase, cast: Cast, day: date | None) -> None:
        self.kb = kb
        self.cast = cast
        self.day = day
        self.talk = Discourse()
        self.aliases: dict[str, tuple[Actor, MentionKind]] = {}
        self.words = words()
        self.sentence = 0
        self.told_until = (0, 0)  # the sentence and the token where the mention told last ends
        self.last_roles: tuple[str, ...] = ()
        self.last_title = ""

    def state(self, code: str | None) -> Actor | None:
        """The state of an alpha-3 code as an actor."""
        entity = self.kb.entities.get(f"state:{code}")
        return None if entity is None else actor_of(entity)

    def party(self, entry: NameEntry) -> Actor | None:
        """Whom a known name stands for: a seat for its state, a place for the country it lies in."""
        entity = self.kb.entities.get(entry.stands_for or entry.actor_id)
        if entity is None:
            return None
        if entity.kind is MentionKind.PLACE:
            return self.state(entity.country)
        if entity.kind is MentionKind.PERSON:
            return self.kb_side(entity)
        return actor_of(entity)

    def kb_side(self, entity: Entity) -> Actor | None:
        """The state or body that a person speaks for."""
        side = self.kb.entities.get(entity.affiliation or "")
        return actor_of(side) if side is not None else self.state(entity.country)

    def _body_named(self, name: str) -> Actor | None:
        """The body of the knowledge base that bears `name`."""
        tokens = tokenize(name)
        match = self.kb.names.at(tokens, 0)
        if match is None or match.last != len(tokens) or match.value.kind not in (MentionKind.BODY, MentionKind.GROUP):
            return None
        return actor_of(self.kb.entities[match.value.actor_id])


def actor_of(entity: Entity) -> Actor:
    """The entity as an actor."""
    return Actor(Role.ACTOR, entity.actor_id, entity.name, None, entity.affiliation, entity.country, entity.sector)


def roles_of(reading: Reading) -> tuple[str, ...]:
    """The roles of the titles told; one held no more or not yet is another, and so is one of a body of the state."""
    body = next((slug(o.body) for o in reading.owners if o.body), "")
    roles = (f"{t.rank}_{t.role}" if t.rank in {"former", "elect"} else t.role for t in reading.titles)
    return tuple(f"{role}@{body}" if body else role for role in roles)


def affiliation_of(side: Actor) -> str:
    """The id of whom an official of `side` speaks for: the state of a ministry or army, else the body itself."""
    if side.actor_id.startswith("state:") or side.country is None or side.sector not in {Sector.GOV, Sector.MIL}:
        return side.actor_id
    return f"state:{side.country}"
