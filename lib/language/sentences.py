"""Sentences by underthesea, with exact offsets and its known slips mended.

underthesea cuts at every full stop that does not follow an abbreviation: also inside "VOV.VN", before the closing quote of a quotation
and before its "ông nói". A line break always ends a sentence.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

import msgspec

from lib.records import Sentence

_LINE = re.compile(r"[^\n]+")
_LETTER = re.compile(r"[^\W_]")
_CLOSERS = re.compile(r"[.?!…]*[”’»)\]]+[.?!…]*")
_TAG = re.compile(r"[-–—]\s*(?:ông|bà|anh|chị|cô|vị|theo|người|nhà|quan|trích|[a-zà-ỹđ]+ [a-zà-ỹđ]+)\b")
_STRAIGHT = "\"'"
_LAST_WORD = re.compile(r"([^\s(“\"‘'\[]+)\.$")
_ENUMERATION = re.compile(r"(?:\d{1,2}|[IVX]{1,4})\.")


class _Abbreviations(msgspec.Struct, forbid_unknown_fields=True):
    abbreviations: frozenset[str]


@cache
def _abbreviations() -> frozenset[str]:
    raw = resources.files("lib.language").joinpath("data/abbreviations.toml").read_bytes()
    return msgspec.toml.decode(raw, type=_Abbreviations).abbreviations


def split(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order, without the white space around them; empty for a text without any."""
    found: list[Sentence] = []
    for line in _LINE.finditer(text):
        found += _split_line(text, line.start(), line.end())
    return tuple(found)


def _split_line(text: str, first: int, last: int) -> list[Sentence]:
    from underthesea.pipeline.sent_tokenize import sent_tokenize  # noqa: PLC0415  (0.3 s to import: only those who split pay)

    found: list[Sentence] = []
    at = first
    for piece in sent_tokenize(text[first:last]):
        start = text.find(piece, at, last)
        at = start + len(piece)
        begin = start
        if found:
            begin = _take_closers(text, found, start, at)
            if begin < at and _belongs_before(text, found[-1], begin, at):
                found[-1] = Sentence(found[-1].start, at)
                continue
        if begin < at:
            found.append(Sentence(begin, at))
    return found


def _take_closers(text: str, found: list[Sentence], start: int, end: int) -> int:
    """Move the quotation mark or bracket that closes the sentence before over to it; where the new piece then begins."""
    before = found[-1]
    if start != before.end:
        return start
    closers = _CLOSERS.match(text, start, end)
    stop = closers.end() if closers else start
    if not closers and text[start] in _STRAIGHT:
        opened = text.count(text[start], before.start, before.end) % 2 == 1
        alone = start + 1 >= end or not text[start + 1].isalnum()
        stop = start + 1 if opened or alone else start
    if stop == start:
        return start
    found[-1] = Sentence(before.start, stop)
    while stop < end and text[stop].isspace():
        stop += 1
    return stop


def _belongs_before(text: str, before: Sentence, start: int, end: int) -> bool:
    """Whether the piece at `start` goes on with the sentence `before`."""
    said, head = text[before.start : before.end], text[start]
    if head.islower() or head in ",;:)/" or _TAG.match(text, start, end) or not _LETTER.search(text, start, end):
        return True
    if _ENUMERATION.fullmatch(said):
        return True
    word = _LAST_WORD.search(said)
    if word:
        last = word[1].rpartition(".")[2]
        if word[1].lower() in _abbreviations() or last.lower() in _abbreviations() or (len(last) == 1 and last.isupper()):
            return True
    return start == before.end and said[-1] == "." and not _new_sentence(text, start, end)


def _new_sentence(text: str, start: int, end: int) -> bool:
    """Whether what follows a full stop without a space is a sentence ("nhà.Số người") and no name ("VOV.VN")."""
    head = text[start]
    if head in "“‘«(" + _STRAIGHT:
        return True
    after = text[start + 1 : start + 2]
    return head.isupper() and start + 1 < end and (after.islower() or after.isspace())
