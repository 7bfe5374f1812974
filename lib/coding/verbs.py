"""A verb of a sentence: what the clause reader fills in and the frames read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.coding.items import Item
    from lib.knowledge.triggers import Sense


@dataclass(slots=True)
class Verb:
    """A trigger or a verb of speaking in its clause.

    `subject` holds mention items (several where coordinated). `doubt` names the reason why the deed is not told as
    done (empty where it is): `negated`, `hypothesis`, `purpose`, `ended`, `object`, `effect`. `nominal` marks a trigger that
    only qualifies a noun, `loose` a subject that does, `force` one behind a noun of forces or craft; `beside` is
    the party that a preposition ties to the subject's noun ("triển lãm ở Ukraine bị tấn công").
    """

    index: int
    item: Item
    sense: Sense | None
    subject: list[Item] = field(default_factory=list)
    agent: list[Item] = field(default_factory=list)
    governor: Verb | None = None
    doubt: str = ""
    planned: bool = False
    past: bool = False
    habit: bool = False
    passive: bool = False
    nominal: bool = False
    force: bool = False
    beside: Item | None = None
    loose: bool = False

    @property
    def rule(self) -> Sense:
        """The rule that fired; a verb of speaking has none, and asking it is a `TypeError`."""
        if self.sense is None:
            message = "a verb of speaking has no rule"
            raise TypeError(message)
        return self.sense

    @property
    def is_accord(self) -> bool:
        """Whether it agrees to something, told behind it."""
        return self.sense is not None and self.sense.entry.mode == "accept"

    @property
    def is_statement(self) -> bool:
        """Whether it speaks rather than acts."""
        return self.sense is None or self.sense.entry.is_statement
