"""What each paragraph of an article is: headline, lead, body, caption, byline, or a teaser of another article."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from lib.language import furniture

Kind = Literal["headline", "lead", "body", "caption", "related", "byline"]

_SHORTEST_HEADLINE = 8
_LONGEST_HEADLINE = 220
_LONGEST_SUBHEAD = 110
_LONGEST_CAPTION = 450
_LONGEST_BYLINE = 90
_MOST_BYLINE_WORDS = 16
_MOST_NAME_WORDS = 6
_MOST_INITIALS = 2
_MOST_SUBHEAD_WORDS = 20
_CLOSERS = "\"'”’»)]"
_STAMP = re.compile(r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{4}\b.*\b\d{1,2}[:h]\d{2}|\bGMT\s*[+-]\s*\d|\(GMT")
_OUTLET_PREFIX = re.compile(r"^(?:\([^()\n]{2,40}\)|[A-Z][A-Z0-9.+]{1,20}|[\w+]+\.(?:vn|VN|com|net|org))\s*[-–—]\s")
_SENTENCE_BREAK = re.compile(r"[a-zà-ỹ0-9]{2,}[.?!] [\"“(]?[A-ZĐÀ-Ỹ]")
_LINE = re.compile(r"[^\n]+")


class Paragraph(NamedTuple):
    """One line that is not blank: `text[start:end]` without the spaces around it, and what it is."""

    start: int
    end: int
    kind: Kind


class _Line(NamedTuple):
    start: int
    end: int
    text: str
    blank_after: bool


def _lines(text: str) -> list[_Line]:
    found = []
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            start = match.start() + len(line) - len(line.lstrip())
            found.append(_Line(start, start + len(bare), bare, text.startswith("\n\n", match.end())))
    return found


def ends_sentence(line: str) -> bool:
    """Whether `line` ends as a sentence does; dots that only say "cut here" do not count."""
    bare = line.rstrip().rstrip(_CLOSERS).rstrip()
    return bare.endswith((".", "!", "?", ":", ";", "./")) and not bare.endswith(("...", ". . ."))


def is_headline_like(line: str, longest: int = _LONGEST_HEADLINE) -> bool:
    """Whether `line` could be a headline: short, begins large, and does not end as a statement does."""
    bare = line.rstrip().rstrip(_CLOSERS).rstrip()
    if not _SHORTEST_HEADLINE <= len(line) <= longest or (bare.endswith((".", ":", ";", ",")) and not bare.endswith("...")):
        return False
    if has_outlet_prefix(line) or _SENTENCE_BREAK.search(line):
        return False
    first = line.lstrip("\"'“‘(«[ ")[:1]
    return (first.isupper() or first.isdigit()) and not _STAMP.search(line) and not _names_a_source(line)


def is_caption(line: str) -> bool:
    """Whether `line` is the words under a picture, told by its credit."""
    return len(line) <= _LONGEST_CAPTION and furniture.caption_pattern().search(line) is not None


def is_byline(line: str) -> bool:
    """Whether `line` only says who wrote or sent the article, or when it was put out."""
    if len(line) > _LONGEST_BYLINE:
        return False
    if len(line.split()) <= _MOST_BYLINE_WORDS and (_STAMP.search(line) or _names_a_source(line)):
        return True
    letters = [c for c in line if c.isalpha()]
    return (
        len(line.split()) <= _MOST_NAME_WORDS
        and len(letters) > _MOST_INITIALS
        and all(c.isupper() for c in letters)
        and not line.endswith("?")
    )


def _names_a_source(line: str) -> bool:
    """Whether `line` is an opening such as "Theo" and then only names: "Theo TTXVN, Reuters", not "Theo Reuters, hai bên ..."."""
    opening = furniture.byline_pattern().match(line)
    if opening is None:
        return False
    words = [word.strip(",;:()[]*&/") for word in line[opening.end() :].split()]
    words = [word for word in words if word]
    names = sum(word[0].isupper() or "." in word[1:-1] for word in words)
    whole_sentence = line.endswith(".") and not line.endswith((").", "/.", "].")) and len(words) > _MOST_NAME_WORDS
    return bool(words) and words[0][0].isupper() | ("." in words[0][1:-1]) and names * 2 > len(words) and not whole_sentence


def has_outlet_prefix(line: str) -> bool:
    """Whether `line` opens as leads of some papers do: "VOV.VN - ...", "(Dân trí) - ..."."""
    return _OUTLET_PREFIX.match(line) is not None


def paragraph_kinds(text: str) -> list[Paragraph]:
    """The paragraphs of `text` in order, each with its offsets and kind.

    A paragraph is a line that is not blank. `headline` is the title and the subheads; `lead` the first paragraph of prose;
    `related` teasers of other articles with their heading; `byline` who wrote or sent the article. Never raises.
    """
    lines = _lines(text)
    kinds: list[Kind] = [_own_kind(line) for line in lines]
    _mark_headline(lines, kinds)
    _mark_related(lines, kinds)
    _mark_subheads(lines, kinds)
    for i, kind in enumerate(kinds):
        if kind == "body":
            kinds[i] = "lead"
            break
    return [Paragraph(line.start, line.end, kind) for line, kind in zip(lines, kinds, strict=True)]


def _own_kind(line: _Line) -> Kind:
    if furniture.is_related_heading(line.text) or furniture.is_related_link(line.text):
        return "related"
    if is_caption(line.text):
        return "caption"
    return "byline" if is_byline(line.text) else "body"


def _mark_headline(lines: list[_Line], kinds: list[Kind]) -> None:
    if len(lines) <= 1 or kinds[0] == "related" or not is_headline_like(lines[0].text):
        return
    if kinds[0] == "caption" and not lines[0].blank_after:
        return
    following = next((line for line, kind in zip(lines[1:], kinds[1:], strict=True) if kind == "body"), None)
    if lines[0].blank_after or following is None or len(following.text) > len(lines[0].text):
        kinds[0] = "headline"


def _mark_related(lines: list[_Line], kinds: list[Kind]) -> None:
    """Spread `related` from each heading over the teasers after it, and over teasers that only their outlet's name tells."""
    for i, line in enumerate(lines):
        if kinds[i] == "related" and furniture.is_related_heading(line.text):
            _spread(lines, kinds, i + 1)
    for i in range(2, len(lines)):
        teaser = kinds[i] == "body" and has_outlet_prefix(lines[i].text) and is_headline_like(lines[i - 1].text)
        if teaser and "body" in kinds[1 : i - 1]:
            kinds[i - 1] = kinds[i] = "related"


def _spread(lines: list[_Line], kinds: list[Kind], first: int) -> None:
    """Titles after a heading are teasers, and the one paragraph under each title, unless the article goes on below."""
    prose = [not is_headline_like(line.text) for line in lines]
    goes_on = any(prose[i] and prose[i + 1] and "body" == kinds[i] == kinds[i + 1] for i in range(first, len(lines) - 1))
    for i in range(first, len(lines)):
        if prose[i] and kinds[i] != "caption" and (goes_on or (i > first and prose[i - 1])):
            break
        if kinds[i] in {"body", "caption", "related"}:
            kinds[i] = "related"


def _mark_subheads(lines: list[_Line], kinds: list[Kind]) -> None:
    for i, line in enumerate(lines[:-1]):
        if kinds[i] == "body" and i > 0 and kinds[i + 1] == "body" and is_headline_like(line.text, _LONGEST_SUBHEAD):
            stands_apart = len(lines[i + 1].text) > len(line.text) and len(line.text.split()) <= _MOST_SUBHEAD_WORDS
            if stands_apart and not ends_sentence(line.text):
                kinds[i] = "headline"
