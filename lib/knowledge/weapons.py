"""Weapons that stand for the state whose they are: `load()` finds their names in a list of tokens and gives the state's id."""

from __future__ import annotations

from functools import cache
from importlib import resources

import msgspec

from lib.language.phrases import PhraseIndex


class Arsenal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weapons that one state alone fires."""

    state: str
    names: tuple[str, ...]


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    arsenal: list[Arsenal]


@cache
def arsenals() -> tuple[Arsenal, ...]:
    """The data file, read once a process; a key it should not have is a `msgspec.ValidationError`."""
    data = resources.files("lib.knowledge").joinpath("data", "weapons.toml").read_bytes()
    return tuple(msgspec.toml.decode(data, type=_File).arsenal)


@cache
def load() -> PhraseIndex[str]:
    """The names of weapons, each with the id of its state."""
    return PhraseIndex((name, arsenal.state) for arsenal in arsenals() for name in arsenal.names)
