"""An article's own paragraphs, without what the page says around it and without saying anything twice."""

from __future__ import annotations

import re
from itertools import pairwise

from lib.language import furniture

_BLANK_RUN = re.compile(r"\n{3,}")
_CUT = re.compile(r"\s*(?:\.{3}|…)$")
_SENTENCE_INSIDE = re.compile(r"[.!?][\"”’]?\s")
_LONG_LINE = 120
_SHORT_LINE = 90
_FEWEST_WRAPPED = 5
_RAGGED = 20
_LEAST_REPEATED = 40
_LEAST_ADJACENT = 12
_SNIPPETS = 3
_LEAST_SNIPPET = 60


def clean(text: str) -> str:
    r"""`text` (NFC, `\n` line ends) without promotions, each paragraph once, broken lines joined, edges trimmed.

    A text that needs none of it comes back as it was, but for spaces at the ends of lines. `clean(clean(t)) == clean(t)`.
    """
    lines = [line.strip() for line in text.split("\n")]
    while True:
        kept = _without_snippets(_without_repeats(_joined(_without_promotions(lines))))
        if kept == lines:
            break
        lines = kept
    return _BLANK_RUN.sub("\n\n", "\n".join(lines)).strip()


def _without_promotions(lines: list[str]) -> list[str]:
    return [line for line in lines if not (line and furniture.is_promotion(line))]


def _without_repeats(lines: list[str]) -> list[str]:
    """Each paragraph at its first place; a short line may come again (an interview's "Vâng."), unless it stands beside itself."""
    seen: set[str] = set()
    kept: list[str] = []
    last = ""
    in_links = False
    for line in lines:
        if line:
            in_links = in_links or furniture.is_related_heading(line)
            key = " ".join(line.casefold().split())
            least = _LEAST_ADJACENT if in_links or key == last else _LEAST_REPEATED
            last = key
            if key in seen and len(key) >= least:
                continue
            seen.add(key)
        kept.append(line)
    return kept


def _without_snippets(lines: list[str]) -> list[str]:
    """Drop an opening cut off by dots ("... có thể ..."), where a later paragraph says it whole."""
    paragraphs = [i for i, line in enumerate(lines) if line]
    for i in paragraphs[:_SNIPPETS]:
        cut = _CUT.sub("", lines[i])
        if cut != lines[i] and len(cut) >= _LEAST_SNIPPET and any(cut in later for later in lines[i + 1 :]):
            return lines[:i] + lines[i + 1 :]
    return lines


def _joined(lines: list[str]) -> list[str]:
    """Join a line to the next where its sentence surely goes on: cut inside prose, or wrapped at a fixed width."""
    out: list[str] = []
    wrapped = _is_wrapped(lines)
    open_end = False
    for line in lines:
        if out and line and out[-1] and (open_end or _goes_on(out[-1], line)):
            out[-1] = f"{out[-1]} {line}"
        else:
            out.append(line)
        open_end = wrapped and bool(line) and not _ends(line) and len(line) >= _wrap_width(lines) - _RAGGED
    return out


def _ends(line: str) -> bool:
    return line.rstrip("\"'”’»)]").endswith((".", "!", "?", ":", ";", "…"))


def _goes_on(line: str, following: str) -> bool:
    """Whether a long line breaks off in mid-sentence: the next begins small, or its last word cannot end a sentence."""
    if len(line) < _LONG_LINE or not _SENTENCE_INSIDE.search(line) or _ends(line) or following.startswith(("-", "–", "•", "*", "+")):
        return False
    return following[0].islower() or furniture.hanging_pattern().search(line) is not None


def _wrap_width(lines: list[str]) -> int:
    return max((len(line) for line in lines), default=0)


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the text was wrapped at a fixed width: no line is long, and most that touch the next break off in mid-sentence."""
    if _wrap_width(lines) > _SHORT_LINE:
        return False
    pairs = [(line, after) for line, after in pairwise(lines) if line and after]
    small = sum(after[0].islower() and not _ends(line) for line, after in pairs)
    return len(pairs) >= _FEWEST_WRAPPED and small * 2 >= len(pairs)
