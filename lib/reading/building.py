"""From a raw text and what came with it to an `Article`, or a refusal."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from lib.errors import Code, Notice, RefusedError
from lib.knowledge import reasons
from lib.language.text import normalize
from lib.reading import metadata, vietnamese
from lib.reading.boilerplate import clean
from lib.records import Article

MAX_CHARACTERS = 1_000_000
Notify = Callable[[Notice], None]


@dataclass(frozen=True, slots=True)
class Raw:
    """A text as it came: `published` holds the values that may be its day, the surest first, each with where it stood.

    `why` is the key of the reason that tells of such a day.
    """

    text: str
    source: str
    line: int | None = None
    path: str | None = None
    article_id: str | None = None
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: tuple[tuple[str, str], ...] = ()
    why: str = "published.given"


def text_id(text: str) -> str:
    """The id of an article that came without one: the first 16 hex digits of the SHA-256 of its text."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:16]


def build(raw: Raw, notify: Notify) -> Article:
    """The article in `raw`; `notify` hears of a date that is none.

    Raises:
        RefusedError: `no-text`, `too-many-characters`, `legacy-encoding`, `no-accents` or `not-vietnamese`.
    """
    if len(raw.text) > MAX_CHARACTERS:
        raise RefusedError(Code.TOO_MANY_CHARACTERS, millions=str(MAX_CHARACTERS // 1_000_000))
    title = _one_line(raw.title)
    body = clean(normalize(raw.text).text)
    if not body:
        raise RefusedError(Code.NO_TEXT)
    text = metadata.with_title(title, body)
    vietnamese.check(text)
    published = _published(raw, notify)
    return Article(
        article_id=raw.article_id or text_id(text),
        text=text,
        path=raw.path,
        url=raw.url,
        title=title or metadata.find_title(text),
        outlet=_one_line(raw.outlet) or metadata.find_outlet(text, raw.url),
        agency=metadata.find_agency(text),
        published=published.day if published else None,
        published_precision=published.precision if published else None,
        published_basis=published.basis if published else None,
        published_why=published.why if published else None,
    )


def _one_line(value: str | None) -> str | None:
    return " ".join(normalize(value).text.split()) or None if value else None


def _published(raw: Raw, notify: Notify) -> metadata.Published | None:
    for value, key in raw.published:
        found = metadata.parse_published(value, reasons.tell(raw.why, key=key, value=_short(value)))
        if found:
            return found
    if raw.published:
        notify(Notice(Code.BAD_PUBLISHED, raw.source, raw.line, (("value", _short(raw.published[0][0])),)))
    return None


def _short(value: str, most: int = 60) -> str:
    one_line = " ".join(value.split())
    return one_line if len(one_line) <= most else one_line[:most] + "…"
