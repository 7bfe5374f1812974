"""The value of a numeral in digits, in words or in both ("1,4 triệu", "hai mươi lăm", "một nghìn rưỡi")."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import cache
from importlib import resources

import msgspec


class Labels(msgspec.Struct, forbid_unknown_fields=True):
    """Words before a figure that make it no count."""

    time: list[str]
    row: list[str]
    no_label: list[str]
    scores: list[str]


class Counted(msgspec.Struct, forbid_unknown_fields=True):
    """Nouns that are counted."""

    nouns: list[str]
    article_before: list[str]


class Lexicon(msgspec.Struct, forbid_unknown_fields=True):
    """`data/numbers.toml`."""

    units: dict[str, int]
    scales: dict[str, int]
    hedges: dict[str, str]
    after: dict[str, str]
    vague: dict[str, tuple[int, int]]
    labels: Labels
    counted: Counted


@cache
def lexicon() -> Lexicon:
    """The numerals and hedges; read once."""
    raw = resources.files("lib.language").joinpath("data/numbers.toml").read_bytes()
    return msgspec.toml.decode(raw, type=Lexicon)


def options(words: list[str]) -> str:
    """A regex alternation of `words`, longest first, spaces stretched."""
    return "|".join(re.escape(word).replace(r"\ ", " +") for word in sorted(words, key=len, reverse=True))


# A scale word that begins another word ("tỷ lệ", "triệu tập", "trăm họ") is no scale.
_NOT_SCALE = r"(?! +(?:lệ|số|phú|giá|trọng|suất|chứng|tập|hồi|đại|họ|vật|lý|túy|tá)\b)"
BIG = rf"(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)\b{_NOT_SCALE}"
SCALE = rf"(?:(?:chục|trăm|tá)\b{_NOT_SCALE}(?: +{BIG})*|{BIG}(?: +{BIG})*)"
DIGITS = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?![\d,])|\d+,\d+|\d+\.\d{1,2}(?!\d)|\d+)"
_FIRST = r"(?:một|hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)"
_MULTIPLIER = rf"(?:mươi|chục\b{_NOT_SCALE}|trăm\b{_NOT_SCALE}|{BIG})"
_NEXT = (
    rf"(?:{_MULTIPLIER}|(?:linh|lẻ) +(?:một|hai|ba|bốn|tư|năm|sáu|bảy|tám|chín)"
    rf"|một|mốt|hai|ba|bốn|tư|lăm|nhăm|sáu|bảy|bẩy|tám|chín|mười|năm(?= +{_MULTIPLIER})|rưỡi)"
)
WORDS = rf"(?:{_FIRST}(?: +{_NEXT}\b)*|nửa +{BIG})"
FIGURE = rf"(?:{DIGITS}(?: *{SCALE}(?: +\d+ +{SCALE})*(?: +rưỡi\b)?)?)"
NUMERAL = rf"(?:{FIGURE}|{WORDS})"

_TOKEN = re.compile(rf"{DIGITS}|[^\W\d]+")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+")
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
Value = int | float


def digits_value(digits: str, *, scaled: bool = False) -> Fraction:
    """The value of digits in Vietnamese writing: a dot parts thousands, a comma decimals; "1,300" is 1300 unless a scale follows."""
    if _THOUSANDS.fullmatch(digits):
        if "." in digits:
            return Fraction(digits.replace(".", "").replace(",", "."))
        if not (scaled and digits.count(",") == 1) and not digits.startswith("0"):
            return Fraction(digits.replace(",", ""))
    return Fraction(digits.replace(",", "."))


def plain(value: Fraction) -> Value:
    """An int where the value is whole, else a float."""
    return value.numerator if value.denominator == 1 else float(value)


def evaluate(numeral: str) -> tuple[Fraction, Fraction] | None:
    """First and last value of a numeral in small letters (equal but for "hai ba chục"); None where its words make no number."""
    tokens = _TOKEN.findall(numeral)
    twin = _twin(tokens)
    if twin is not None:
        low, high = _sum([twin[0], *tokens[2:]]), _sum(tokens[1:])
        return (low, high) if low is not None and high is not None else None
    value = _sum(tokens)
    return None if value is None else (value, value)


def _twin(tokens: list[str]) -> tuple[str, str] | None:
    """Two units side by side, the second one more than the first ("hai ba", "năm sáu")."""
    units = lexicon().units
    if len(tokens) > 1 and tokens[0] in units and units.get(tokens[1]) == units[tokens[0]] + 1 and tokens[1] not in {"mươi", "mười"}:
        return tokens[0], tokens[1]
    return None


def _sum(tokens: list[str]) -> Fraction | None:
    """The value of one numeral, read left to right: `group` is what the next big scale multiplies."""
    lex = lexicon()
    total = group = Fraction(0)
    step = Fraction(1)  # worth of the scale word read last, for "rưỡi" and "hai trăm ba"
    unit_open = True
    for place, token in enumerate(tokens):
        if token in ("linh", "lẻ"):
            step, unit_open = Fraction(1), True
        elif token == "rưỡi":
            group += step / 2
        elif token == "nửa":
            group, unit_open = Fraction(1, 2), False
        elif token in lex.scales:
            total, group, step = _scale(total, group, lex.scales[token], after_big=place > 0 and tokens[place - 1] in _BIG_WORDS)
            unit_open = True
        else:
            value = (
                digits_value(token, scaled=len(tokens) > place + 1)
                if token[0].isdigit()
                else Fraction(lex.units[token])
                if token in lex.units
                else None
            )
            if value is None or (not unit_open and value != _TEN):
                return None
            colloquial = place == len(tokens) - 1 and step >= _HUNDRED and not token[0].isdigit() and value < _TEN
            group += value * step / _TEN if colloquial else value
            step, unit_open = (Fraction(_TEN), True) if token == "mười" else (Fraction(1), False)
    return total + group


_BIG_WORDS = frozenset({"nghìn", "ngàn", "vạn", "triệu", "tỷ", "tỉ"})


def _scale(total: Fraction, group: Fraction, scale: int, *, after_big: bool) -> tuple[Fraction, Fraction, Fraction]:
    """Total, group and step after a scale word."""
    if scale < _THOUSAND:
        tail = group % _TEN if scale == _TEN else group
        whole = group - tail
        return total, whole + (tail or 1) * scale, Fraction(scale)
    if after_big:
        return total * scale, group, Fraction(scale) * (total if total < scale else 1)
    return total + (group or 1) * scale, Fraction(0), Fraction(scale)
