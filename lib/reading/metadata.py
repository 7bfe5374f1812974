"""What comes with an article: its day, who put it out, which agency it stands on, its headline."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from lib.knowledge import outlets
from lib.language.layout import Paragraph, is_headline_like, paragraph_kinds
from lib.records import Basis, Precision

HANOI = timezone(timedelta(hours=7), "GMT+7")
_FIRST_YEAR, _LAST_YEAR = 1945, 2100
_HOURS = 24
_LEAST_CUT_TITLE = 20
_MONTH = re.compile(r"(\d{4})[-/](\d{1,2})")
_YEAR = re.compile(r"(\d{4})")
_DAY_FIRST = re.compile(
    r"(?:thứ\s+\w+|chủ\s+nhật|ngày|[,\s-])*(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"
    r"(?:[\s,|-]+(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::\d{2})?)?\s*(?P<zone>\(?\s*(?:GMT|UTC)\s*(?P<shift>[+-]\s*\d{1,2})?(?::?00)?\s*\)?)?",
    re.IGNORECASE,
)
_TIME_FIRST = re.compile(r"(?P<hour>\d{1,2})[:h](?P<minute>\d{2})[\s,|-]+(?P<rest>\D*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}.*)", re.IGNORECASE)
_OUTLET_PREFIX = re.compile(r"^\(?(?P<name>[^()\n]{2,40}?)\)?\s*[-–—]\s")
_BYLINE_NAME = re.compile(r"^[\s(\[*]*(?:theo|nguồn(?:\s+tin)?)\s*[:.]?\s*(?P<name>[^()\n]{2,60}?)[)\].\s/]*$", re.IGNORECASE)
_REPORTER = re.compile(
    r"^(?:[^.\n]{0,80}?\b)?(?:theo\s+)?(?:phóng\s+viên|pv|thông\s+tín\s+viên)\s+(?:của\s+)?(?P<name>[A-ZĐ][^\s,.]*(?:\s[A-ZĐ][^\s,.]*){0,3})",
    re.IGNORECASE,
)


class Published(NamedTuple):
    """A day of publication, how fine it is, and where it stood."""

    day: date
    precision: Precision
    basis: Basis
    why: str


def parse_published(value: str, why: str) -> Published | None:
    """The day that `value` names, in Hanoi; None where it is no date.

    Read are ISO 8601 dates, months, years and times with or without an offset, "07/05/2024 06:15 GMT+7" (day first), and mail dates.
    """
    text = " ".join(value.split())
    for pattern, precision in ((_MONTH, Precision.MONTH), (_YEAR, Precision.YEAR)):
        match = pattern.fullmatch(text)
        if match:
            parts = [int(part) for part in match.groups()]
            return _published(_day(parts[0], parts[1] if len(parts) > 1 else 1, 1), precision, why)
    return _published(_iso(text) or _day_first(text) or _mail(text), Precision.DAY, why)


def _published(day: date | None, precision: Precision, why: str) -> Published | None:
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    return Published(day, precision, Basis.METADATA, why)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_hanoi(moment: datetime) -> date | None:
    """The day in Hanoi; a time without an offset is taken for local."""
    if moment.tzinfo is None:
        return moment.date()
    try:
        return moment.astimezone(HANOI).date()
    except OverflowError:
        return None


def _iso(text: str) -> date | None:
    if not re.match(r"\d{4}-?\d{2}-?\d{2}", text):
        return None
    try:
        return _in_hanoi(datetime.fromisoformat(text))
    except ValueError:
        match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})[T\s]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s*(?:\(?(?:GMT|UTC)\s*([+-]\d{1,2})?\)?)?", text)
        return _day(*(int(part) for part in match[1].split("-"))) if match else None


def _day_first(text: str) -> date | None:
    turned = _TIME_FIRST.fullmatch(text)
    match = _DAY_FIRST.fullmatch(turned["rest"] if turned else text)
    if match is None:
        return None
    day = _day(int(match["year"]), int(match["month"]), int(match["day"]))
    hour = match["hour"] or (turned["hour"] if turned else None)
    if day is None or hour is None or not match["zone"] or int(hour) >= _HOURS:
        return day
    shift = int((match["shift"] or "0").replace(" ", ""))
    moment = datetime(day.year, day.month, day.day, int(hour), tzinfo=UTC) - timedelta(hours=shift)
    return _in_hanoi(moment)


def _mail(text: str) -> date | None:
    if not re.match(r"[A-Za-z]{3,9},?\s+\d{1,2}\s+[A-Za-z]{3}", text):
        return None
    try:
        return _in_hanoi(parsedate_to_datetime(text))
    except (ValueError, IndexError, TypeError):
        return None


def find_title(text: str) -> str | None:
    """The headline that a text begins with, or None."""
    first = next(iter(paragraph_kinds(text)), None)
    if first is None or first.kind != "headline" or first.start or not is_headline_like(text[: first.end]):
        return None
    return text[: first.end]


def with_title(title: str | None, text: str) -> str:
    """`text` with `title` as its first line, put there with a blank line after it where the text does not begin with it."""
    if not title:
        return text
    wanted = _plain(title)
    opening = _plain(text[: 2 * len(title) + 40])
    if opening.startswith(wanted) or (title.endswith(("...", "…")) and len(wanted) >= _LEAST_CUT_TITLE and opening.startswith(wanted[:-1])):
        return text
    return f"{title}\n\n{text}"


def _plain(text: str) -> str:
    return re.sub(r"\W+", " ", text.casefold()).strip()


def find_outlet(text: str, url: str | None) -> str | None:
    """The paper that put the article out: by its address, else by the name that its lead opens with ("VOV.VN - ...")."""
    if url:
        found = outlets.outlet_of_url(url)
        if found:
            return found
    for paragraph in paragraph_kinds(text[:4000]):
        if paragraph.kind in {"lead", "headline"}:
            match = _OUTLET_PREFIX.match(text[paragraph.start : paragraph.end])
            if match and (name := outlets.find_outlet(match["name"])):
                return name
    return None


def find_agency(text: str) -> str | None:
    """The news agency that the article is taken from: its byline, else its reporter; never a photo's credit."""
    paragraphs = [p for p in paragraph_kinds(text) if p.kind != "related"]
    return _agency_of_byline(text, paragraphs) or _agency_of_reporter(text, paragraphs)


def _agency_of_byline(text: str, paragraphs: list[Paragraph]) -> str | None:
    for paragraph in reversed(paragraphs):
        line = text[paragraph.start : paragraph.end]
        match = _BYLINE_NAME.match(line)
        if paragraph.kind == "byline":
            found = outlets.find_agency(match["name"] if match else line)
            if found:
                return found
    return None


def _agency_of_reporter(text: str, paragraphs: list[Paragraph]) -> str | None:
    for paragraph in [p for p in paragraphs if p.kind in {"lead", "body"}][:3]:
        match = _REPORTER.match(text[paragraph.start : paragraph.end])
        if match and (found := outlets.find_agency(match["name"])):
            return found
    return None
