"""Every problem that a user can meet: what is wrong, what it blocks, how to mend it, in Vietnamese and English.

The words stand in `errors.toml`. A `Refusal` blocks an input; a `Notice` tells of something done differently than asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

Lang = Literal["vi", "en"]
_FILE = Path(__file__).with_name("errors.toml")
_REFUSED = {"vi": "từ chối", "en": "refused"}
_NOTED = {"vi": "lưu ý", "en": "note"}
_MEND = {"vi": "Cách sửa", "en": "To mend"}
_LINE = {"vi": "dòng", "en": "line"}


class Code(StrEnum):
    """The kinds of problems; each has an entry of its own in `errors.toml`."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LONG = "too-long"
    TOO_MANY_CHARACTERS = "too-many-characters"
    BROKEN_JSON = "broken-json"
    JSON_ARRAY = "json-array"
    NOT_AN_OBJECT = "not-an-object"
    NO_TEXT = "no-text"
    TEXT_NOT_A_STRING = "text-not-a-string"
    BAD_ENCODING = "bad-encoding"
    LEGACY_ENCODING = "legacy-encoding"
    NOT_VIETNAMESE = "not-vietnamese"
    NO_ACCENTS = "no-accents"
    NO_ARTICLES = "no-articles"
    MISSING = "missing"
    UNREADABLE = "unreadable"
    UNKNOWN_KIND = "unknown-kind"
    BROKEN_GZIP = "broken-gzip"
    NO_ARTICLE_IN_PAGE = "no-article-in-page"
    CODER_FAILED = "coder-failed"
    BAD_PUBLISHED = "bad-published"
    BAD_FIELD = "bad-field"
    DUPLICATE = "duplicate"
    SAME_ID = "same-id"
    DECODED_AS = "decoded-as"
    CACHE_DAMAGED = "cache-damaged"
    CACHE_READONLY = "cache-readonly"
    OUT_NEEDED = "out-needed"
    OUT_FAILED = "out-failed"


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is wrong, what it blocks and how to mend it, in one language."""

    what: str
    blocks: str
    mend: str


class Wording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one problem in both languages."""

    vi: Words
    en: Words


@cache
def wordings() -> dict[str, Wording]:
    """The entries of `errors.toml` by code.

    Raises:
        msgspec.ValidationError: where an entry lacks a part or has one too many.
    """
    return msgspec.toml.decode(_FILE.read_bytes(), type=dict[str, Wording])


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with one input: its code, the input (`source`, and `line` counted from 1), and what the words need."""

    code: Code
    source: str
    line: int | None = None
    details: tuple[tuple[str, str], ...] = ()

    def words(self, lang: Lang) -> Words:
        """The wording, filled in."""
        wording = wordings()[self.code]
        words = wording.vi if lang == "vi" else wording.en
        values = dict(self.details)
        return Words(*(part.format_map(values) for part in (words.what, words.blocks, words.mend)))

    def where(self, lang: Lang) -> str:
        """The input's name, with its line where that tells more."""
        return self.source if self.line is None else f"{self.source}, {_LINE[lang]} {self.line}"

    def render(self, lang: Lang) -> str:
        """One line: the input, what is wrong, what that blocks, how to mend it."""
        words = self.words(lang)
        kind = _REFUSED[lang] if isinstance(self, Refusal) else _NOTED[lang]
        return f"{self.where(lang)}: {kind}: {words.what} {words.blocks} {_MEND[lang]}: {words.mend}"


@dataclass(frozen=True, slots=True)
class Refusal(Problem):
    """An input that is not coded."""


@dataclass(frozen=True, slots=True)
class Notice(Problem):
    """An input that is coded, though not quite as given; or a service that works with less."""


class RefusedError(Exception):
    """Raised inside the reader where an input cannot be read; becomes a `Refusal` at its edge."""

    def __init__(self, code: Code, **details: str) -> None:
        super().__init__(code.value)
        self.code = code
        self.details = tuple(sorted(details.items()))

    def at(self, source: str, line: int | None = None) -> Refusal:
        """The refusal of the input called `source`."""
        return Refusal(self.code, source, line, self.details)
