"""Every word that the pages say, in Vietnamese and English, from `wording/{vi,en}.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from lib.knowledge import labels

if TYPE_CHECKING:
    from lib.knowledge.labels import Lang

FOLDER = Path(__file__).parent / "wording"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language; `say` and `count` raise KeyError for a key that the file lacks."""

    lang: Lang
    phrases: dict[str, str]

    def say(self, key: str, **values: object) -> str:
        """The phrase of `key` ("section.name"), its `{placeholders}` filled."""
        return self.phrases[key].format(**values)

    def count(self, key: str, n: int, shown: str | None = None) -> str:
        """The phrase of `key` for `n` things: "key_one" where the language has it and n is 1; `shown` is `n` as to be written."""
        one = f"{key}_one"
        return self.phrases[one if n == 1 and one in self.phrases else key].format(n=shown or labels.number(n, self.lang))

    def maybe(self, key: str) -> str | None:
        """The phrase of `key`, or None where there is none."""
        return self.phrases.get(key)


@lru_cache
def wording(lang: Lang) -> Wording:
    """The words of `lang` ("vi" or "en")."""
    tree = msgspec.toml.decode((FOLDER / f"{lang}.toml").read_bytes(), type=dict[str, dict[str, str]])
    return Wording(lang, {f"{section}.{name}": phrase for section, names in tree.items() for name, phrase in names.items()})
