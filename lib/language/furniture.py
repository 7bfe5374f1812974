"""The phrases that tell what on a page is no article: headings of links, promotions, credits, bylines."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

_FILE = Path(__file__).parent / "data" / "furniture.toml"
_LONGEST_LABEL = 60
_LONGEST_PROMOTION = 250
_EDGES = " \t.:!…*-–—|•·→↓[]()\"'“”"


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `data/furniture.toml`, as written there."""

    related_headings: list[str]
    related_prefixes: list[str]
    promotions: list[str]
    promotions_whole: list[str]
    caption_credits: list[str]
    cannot_end: list[str]
    byline_openings: list[str]


@cache
def lists() -> Furniture:
    """The lists, read once.

    Raises:
        msgspec.ValidationError: where the file holds an unknown key or a wrong type.
    """
    return msgspec.toml.decode(_FILE.read_bytes(), type=Furniture)


def bare(line: str) -> str:
    """`line` in small letters, without the punctuation around it."""
    return " ".join(line.casefold().split()).strip(_EDGES)


@cache
def _wholes() -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(bare(p) for p in lists().related_headings), frozenset(bare(p) for p in lists().promotions_whole)


@cache
def _openings() -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(lists().related_prefixes), tuple(lists().promotions)


@cache
def caption_pattern() -> re.Pattern[str]:
    """A photo credit: "Ảnh: AFP", "(Ảnh: AFP)", "- Ảnh: AFP", "Nguồn hình ảnh, Getty Images" at the end of a line, or opening it."""
    words = "|".join(re.escape(word) for word in sorted(lists().caption_credits, key=len, reverse=True))
    return re.compile(
        rf"(?:^|[\s(\[.,;|*–—-])(?:{words})\s*[:/]\s*[^.!?]{{1,80}}[.)\]]*\s*$"
        rf"|^\s*[(\[]?(?:{words})\s*[:,/]\s*\S.{{0,80}}$|[(\[](?:{words})\b[^()]{{0,60}}[)\]]\.?\s*$|^!\[",
        re.IGNORECASE,
    )


@cache
def hanging_pattern() -> re.Pattern[str]:
    """The end of a line whose sentence goes on in the next."""
    words = "|".join(re.escape(word) for word in sorted(lists().cannot_end, key=len, reverse=True))
    return re.compile(rf"(?:(?<=\s)(?:{words})|,)$", re.IGNORECASE)


@cache
def byline_pattern() -> re.Pattern[str]:
    """A byline's opening and the name after it: "Theo TTXVN", "Nguồn: AFP", "(Theo Reuters)"."""
    words = "|".join(re.escape(word) for word in sorted(lists().byline_openings, key=len, reverse=True))
    return re.compile(rf"^[\s(\[*]*(?:{words})(?:\s*[:.]\s*|\s+)(?=\S)", re.IGNORECASE)


def is_related_heading(line: str) -> bool:
    """Whether `line` is nothing but the heading of a block of links."""
    return len(line) <= _LONGEST_LABEL and bare(line) in _wholes()[0]


def is_related_link(line: str) -> bool:
    """Whether `line` is itself a link to another article ("Xem thêm: ...")."""
    low = line.casefold().lstrip()
    return low.startswith(_openings()[0]) and not is_related_heading(line)


def is_promotion(line: str) -> bool:
    """Whether `line` asks the reader for something or serves the page."""
    low = " ".join(line.casefold().split())
    return (len(low) <= _LONGEST_PROMOTION and low.startswith(_openings()[1])) or (
        len(low) <= _LONGEST_LABEL and bare(line) in _wholes()[1]
    )
