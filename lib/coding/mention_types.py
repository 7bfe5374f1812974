"""A phrase of the text and whom it stands for: what the coders of events and of casualty figures work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lib.records import Actor, MentionKind, Place


@dataclass(frozen=True, slots=True)
class ResolvedMention:
    """An outermost phrase (offsets into the article's text) and the parties it stands for.

    `refs` carry the placeholder role `Role.ACTOR`; it holds several for "hai bên" or "các Ngoại trưởng Ai Cập và Qatar",
    and none where the phrase was seen but not resolved. `form` is one of `name`, `title`, `pronoun`, `definite`,
    `metonym`, `demonym`, `place`, `collective`, `media`. `place` is filled where the phrase can also be read as a place.
    `modifier` is true where the phrase only qualifies people ("người Palestine").
    """

    start: int
    end: int
    text: str
    kind: MentionKind
    refs: tuple[Actor, ...]
    form: str
    place: Place | None = None
    modifier: bool = False
