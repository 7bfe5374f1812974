"""The knowledge base: what the world contains, under the names that the Vietnamese press gives it.

`load().names` finds the names in a list of tokens, `load().entities` tells what they lead to, and
`load().holder("president", "state:USA", day)` says who held an office that day.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from lib.knowledge import bodies, people, places, states, titles
from lib.knowledge.entries import Entity, NameEntry, Office, OrganEntry, TitleEntry
from lib.language.phrases import PhraseIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

__all__ = ["Entity", "KnowledgeBase", "NameEntry", "Office", "OrganEntry", "TitleEntry", "load", "name_phrases"]

_LEADER = ("president", "prime_minister", "supreme_leader", "monarch")
"""Whom "nhà lãnh đạo Mỹ" means, by the first of these offices that the state has a known holder of."""


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """Entities by id, and the phrases that lead to them.

    `blockers` are phrases in which a name is part of another word ("Chủ Nhật"); a name inside one is none.
    `ranks` are words that change a title's rank ("cựu": former; behind it "đắc cử": elect).
    """

    entities: Mapping[str, Entity]
    names: PhraseIndex[NameEntry]
    titles: PhraseIndex[TitleEntry]
    organs: PhraseIndex[OrganEntry]
    collectives: PhraseIndex[str]
    blockers: PhraseIndex[str]
    ranks: PhraseIndex[str]
    _offices: Mapping[tuple[str, str], tuple[tuple[Entity, Office], ...]] = field(repr=False)

    def tenures(self, actor_id: str) -> tuple[Office, ...]:
        """The offices of a person, by start; empty for anybody unknown."""
        entity = self.entities.get(actor_id)
        return entity.offices if entity else ()

    def holders(self, role: str, of: str) -> tuple[tuple[Entity, Office], ...]:
        """Everybody known to have held `role` of the state or body `of`, with the term."""
        return self._offices.get((role, of), ())

    def holder(self, role: str, of: str, day: date | None) -> Entity | None:
        """Who held `role` of `of` on `day`; None where that is unsure or nobody or several did.

        Without a `day`, only an office that one person alone is known to have held since 2015 has a holder. The role
        `leader` is the president, prime minister, supreme leader or monarch, the first that is known.
        """
        if role == "leader":
            return next((found for top in self._tops(of) if (found := self.holder(top, of, day))), None)
        terms = self.holders(role, of)
        if day is not None:
            terms = tuple((person, office) for person, office in terms if office.covers(day))
        if not terms or not all(office.known(day) for _, office in terms):
            return None
        people_then = {person.actor_id: person for person, _ in terms}
        return next(iter(people_then.values())) if len(people_then) == 1 else None

    def _tops(self, of: str) -> Iterable[str]:
        ruled = self.entities[of].country in _PREMIERS if of in self.entities else False
        return ("prime_minister", "president", "monarch") if ruled else (*_LEADER, "group_leader", "secretary_general")


_PREMIERS = frozenset(
    "ALB ARM AUS AUT BEL BGD BGR CAN CHE CZE DEU DNK ESP EST ETH FIN GBR GRC HRV HUN IND IRL IRQ ISL ISR ITA JPN KHM LBN LTU LUX LVA MKD "
    "MLT MNE MYS NLD NOR NPL NZL PAK PNG POL PRT QAT SGP SVK SVN SWE THA TTO VUT XKX".split()
)
"""States whose head of government leads."""


def _everything() -> tuple[list[Entity], list[tuple[str, NameEntry]]]:
    rows, organisations, spots = states.read(), bodies.read(), places.read()
    persons, offices = people.read()
    entities = [*states.entities(rows), *bodies.entities(organisations), *places.entities(spots), *people.entities(persons, offices)]
    phrases = [*places.names(spots), *people.names(persons), *bodies.names(organisations), *states.names(rows)]
    return entities, phrases


def name_phrases() -> Iterator[tuple[str, NameEntry]]:
    """Every name with its entry, as it goes into the index."""
    yield from _everything()[1]


@cache
def load() -> KnowledgeBase:
    """The knowledge base, read once a process. Raises `msgspec.ValidationError` where a data file is at fault."""
    entities, phrases = _everything()
    held: dict[tuple[str, str], list[tuple[Entity, Office]]] = defaultdict(list)
    for entity in entities:
        for office in entity.offices:
            held[office.role, office.of].append((entity, office))
    collectives, blockers = bodies.collectives()
    return KnowledgeBase(
        {entity.actor_id: entity for entity in entities},
        PhraseIndex(phrases),
        PhraseIndex(titles.titles()),
        PhraseIndex(bodies.organs()),
        PhraseIndex(collectives),
        PhraseIndex(blockers),
        PhraseIndex(titles.prefixes()),
        {key: tuple(terms) for key, terms in held.items()},
    )
