"""Unicode text as the project counts it: NFC, plain line ends, nothing invisible, and the way back to the original."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass

_INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u0000-\u0008\u000e-\u001f\u007f"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\u000b\u000c\u0085\u2028\u2029"
_ODD = re.compile(f"\r\n?|[{_BREAKS}]|[{_SPACES}]|[{_INVISIBLE}]")
_ODD_SPACE = re.compile(f"[{_SPACES}]")
_ODD_BREAK = re.compile(f"\r\n?|[{_BREAKS}]")
_HANGUL = range(0x1160, 0x1200)


@dataclass(frozen=True, slots=True)
class NormalizedText:
    """A text in NFC and, for each stretch that moved, where it stood in the original."""

    text: str
    starts: tuple[int, ...] = (0,)
    shifts: tuple[int, ...] = (0,)

    def to_original(self, offset: int) -> int:
        """The offset in the original text of the code point at `offset`; raises IndexError outside 0..len(text)."""
        if not 0 <= offset <= len(self.text):
            msg = f"offset {offset} lies outside the text of {len(self.text)} characters"
            raise IndexError(msg)
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]


def normalize(raw: str) -> NormalizedText:
    r"""NFC with `\n` line ends, plain spaces, and no BOM, zero-width or control characters."""
    if unicodedata.is_normalized("NFC", raw) and not _ODD.search(raw):
        return NormalizedText(raw)
    return _compose(_clean(raw), len(raw))


def _clean(raw: str) -> list[tuple[int, str]]:
    """The characters that stay, each with its place in `raw`."""
    kept: list[tuple[int, str]] = []
    at = 0
    for odd in _ODD.finditer(raw):
        kept += enumerate(raw[at : odd.start()], at)
        if _ODD_BREAK.match(odd.group()):
            kept.append((odd.start(), "\n"))
        elif _ODD_SPACE.match(odd.group()):
            kept.append((odd.start(), " "))
        at = odd.end()
    kept += enumerate(raw[at:], at)
    return kept


def _joins(char: str) -> bool:
    """Whether NFC may join `char` to what stands before it."""
    return char > "\u02ff" and (unicodedata.category(char)[0] == "M" or unicodedata.combining(char) > 0 or ord(char) in _HANGUL)


def _compose(kept: list[tuple[int, str]], length: int) -> NormalizedText:
    pieces: list[str] = []
    starts, shifts = [0], [0]
    written = 0
    first = 0
    while first < len(kept):
        last = first + 1
        while last < len(kept) and _joins(kept[last][1]):
            last += 1
        composed = unicodedata.normalize("NFC", "".join(char for _, char in kept[first:last]))
        for place in range(len(composed)):
            shift = kept[min(first + place, last - 1)][0] - (written + place)
            if shift != shifts[-1]:
                starts.append(written + place)
                shifts.append(shift)
        pieces.append(composed)
        written += len(composed)
        first = last
    starts.append(written)
    shifts.append(length - written)
    return NormalizedText("".join(pieces), tuple(starts), tuple(shifts))
