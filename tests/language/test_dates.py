"""Date expressions: the phrase table, flags, anchors, offsets."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.language.dates import Anchor, DateExpression, DateKind, find_dates, resolve
from lib.records import DateMention, Precision

_TABLE = tomllib.loads((Path(__file__).parent / "date_phrases.toml").read_text("utf-8"))
_ROWS = [(group["anchor"], row[0], row[1]) for group in _TABLE["group"] for row in group["rows"]]
_MARK = re.compile("[‹›]")
_DAY = date(2023, 11, 8)


def _shown(mention: DateMention) -> str:
    if mention.date is None:
        return "null"
    if mention.date_precision is Precision.DAY:
        return f"{mention.date}" if mention.date == mention.date_end else f"{mention.date}..{mention.date_end}"
    return f"{mention.date}..{mention.date_end} {mention.date_precision}"


def _read(text: str, day: date | None = _DAY, precision: Precision = Precision.DAY) -> list[str]:
    return [_shown(mention) for mention in resolve(find_dates(text), Anchor(day, precision))]


def _one(text: str) -> DateExpression:
    (found,) = find_dates(text)
    return found


def test_the_table_is_wide_enough() -> None:
    assert len(_ROWS) >= 300
    assert len({row[1] for row in _ROWS}) == len(_ROWS)


@pytest.mark.parametrize(("anchor", "marked", "wanted"), _ROWS, ids=[row[1][:60] for row in _ROWS])
def test_phrase(anchor: date, marked: str, wanted: str) -> None:
    text = _MARK.sub("", marked)
    mentions = resolve(find_dates(text), Anchor(anchor, Precision.DAY))
    assert [mention.text for mention in mentions] == re.findall("‹(.*?)›", marked)
    assert "; ".join(_shown(mention) for mention in mentions) == wanted


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Hơn 10.000 người chết kể từ 7/10.", "since"),
        ("Hơn 10.000 người chết từ ngày 7/10.", "since"),
        ("Xung đột từ ngày 7/10 đến nay chưa dứt.", "since"),
        ("Tính đến ngày 5/11, hơn 10.000 người chết.", "until"),
        ("Lệnh kéo dài cho đến ngày 5/11.", "until"),
        ("Hội nghị sẽ khai mạc ngày 15/11.", "future"),
        ("Ngày 15/11, hai bên sẽ ký kết.", "future"),
        ("Chuyến thăm dự kiến diễn ra vào thứ Sáu.", "future"),
        ("Ông tới Paris hồi tháng 10.", "past"),
        ("Cuộc gặp chiều 6/11 (giờ địa phương) kéo dài.", "local_time"),
        ("Cuộc gặp ngày 6/11 theo giờ Moscow kéo dài.", "local_time"),
        ("Vụ tấn công ngày 7/10 gây chấn động.", "background"),
    ],
)
def test_flag_is_set(text: str, flag: str) -> None:
    assert getattr(_one(text), flag) is True


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Cuộc gặp diễn ra ngày 7/11.", "since"),
        ("Cuộc gặp diễn ra ngày 7/11.", "until"),
        ("Ngày 7/11, ông nói sẽ không lùi bước.", "future"),
        ("Ông cho biết kế hoạch đã được duyệt hôm 5/11.", "future"),
        ("Cuộc gặp diễn ra ngày 7/11.", "local_time"),
        ("Trong cuộc điện đàm ngày 7/11, hai bên nhất trí.", "background"),
    ],
)
def test_flag_is_not_set(text: str, flag: str) -> None:
    assert getattr(_one(text), flag) is False


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ngày 7/11, hai bên gặp nhau.", ["null"]),
        ("Hôm qua, hai bên gặp nhau.", ["null"]),
        ("Tuần trước, hai bên gặp nhau.", ["null"]),
        ("Hôm thứ Hai, hai bên gặp nhau.", ["null"]),
        ("Tháng trước, hai bên gặp nhau.", ["null"]),
        ("Ngày 7/11/2023, hai bên gặp nhau. Cùng ngày, họ về nước.", ["2023-11-07", "2023-11-07"]),
        ("Năm 2019, hai bên gặp nhau.", ["2019-01-01..2019-12-31 year"]),
    ],
)
def test_without_an_anchor_only_full_dates_resolve(text: str, wanted: list[str]) -> None:
    assert _read(text, None) == wanted


@pytest.mark.parametrize(
    ("text", "precision", "wanted"),
    [
        ("Hôm qua, hai bên gặp nhau.", Precision.WEEK, "2023-10-15..2023-10-21 week"),
        ("Hôm nay, hai bên gặp nhau.", Precision.WEEK, "2023-10-16..2023-10-22 week"),
        ("Tuần trước, hai bên gặp nhau.", Precision.WEEK, "2023-10-09..2023-10-15 week"),
        ("Hôm thứ Hai, hai bên gặp nhau.", Precision.WEEK, "2023-10-16"),
        ("Hôm 7/10, hai bên gặp nhau.", Precision.WEEK, "2023-10-07"),
        ("Tháng trước, hai bên gặp nhau.", Precision.MONTH, "2023-09-01..2023-09-30 month"),
        ("Hôm qua, hai bên gặp nhau.", Precision.MONTH, "null"),
        ("Hôm thứ Hai, hai bên gặp nhau.", Precision.MONTH, "null"),
        ("Tuần trước, hai bên gặp nhau.", Precision.MONTH, "null"),
        ("Năm ngoái, hai bên gặp nhau.", Precision.YEAR, "2022-01-01..2022-12-31 year"),
        ("Tháng trước, hai bên gặp nhau.", Precision.YEAR, "null"),
    ],
)
def test_coarse_anchor_gives_coarse_dates(text: str, precision: Precision, wanted: str) -> None:
    assert _read(text, date(2023, 10, 16), precision) == [wanted]


def test_weekday_and_date_pick_the_year_that_fits() -> None:
    assert _read("Hôm thứ Bảy (7/10), giao tranh nổ ra.", date(2025, 11, 8)) == ["2023-10-07"]


def test_gloss_keeps_the_distance_from_publication() -> None:
    expression = _one("Hôm qua (13/10) hai bên gặp nhau.")
    assert (expression.kind, expression.day, expression.month, expression.shift) == (DateKind.DATE, 13, 10, -1)


def test_mentions_run_parallel_to_expressions() -> None:
    expressions = find_dates("Ngày 7/11, vài ngày trước, năm 2019, hôm qua.")
    mentions = resolve(expressions, Anchor(_DAY))
    assert [(m.start, m.end, m.text) for m in mentions] == [(e.start, e.end, e.text) for e in expressions]


def test_offset_moves_every_place() -> None:
    text = "Từ ngày 5 đến 7/11, hai bên gặp nhau."
    here, there = find_dates(text)[0], find_dates(text, 100)[0]
    assert (there.start, there.end, there.text) == (here.start + 100, here.end + 100, here.text)
    assert here.first is not None
    assert there.first is not None
    assert there.first.start == here.first.start + 100


@pytest.mark.parametrize(
    "text", ["", "   ", "Không có gì.", "ngày", "hôm", "thứ", "tháng", "năm", "từ ngày", "7/", "/10", "ngày 7/", "1" * 400]
)
def test_scraps_yield_nothing(text: str) -> None:
    assert find_dates(text) == []


def test_letters_that_grow_in_lower_case_do_not_move_places() -> None:
    text = "İİİ ngày 7/11 ở İzmir"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == found.text == "ngày 7/11"


_SCRAPS = (
    "ngày hôm tháng năm tuần thứ Hai Ba qua trước sau tới nay từ đến và hai ba 7 10 7/10 7-10 2023 5,5 , . ( ) - \n đầu cuối"
    " sáng tối khi cách đây sẽ đã Ĳ İ"
).split(" ")


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_SCRAPS), max_size=25).map(" ".join) | st.text(max_size=60))
def test_places_are_exact_and_in_order(text: str) -> None:
    expressions = find_dates(text)
    assert all(text[e.start : e.end] == e.text for e in expressions)
    assert all(a.end <= b.start for a, b in pairwise(expressions))
    for mention in resolve(expressions, Anchor(_DAY)):
        assert (mention.date is None) == (mention.date_end is None) == (mention.date_precision is None)
        assert mention.date is None or mention.date_end is None or mention.date <= mention.date_end


@given(
    st.dates(date(1950, 1, 1), date(2090, 12, 31)),
    st.sampled_from(["ngày {d}/{m}/{y}", "ngày {d}-{m}-{y}", "ngày {d}.{m}.{y}", "ngày {d} tháng {m} năm {y}", "{d:02}/{m:02}/{y}"]),
)
def test_a_written_day_is_read_back(day: date, form: str) -> None:
    assert _read("Việc xảy ra " + form.format(d=day.day, m=day.month, y=day.year) + ".") == [str(day)]


@given(st.dates(date(2000, 1, 1), date(2060, 12, 31)), st.integers(0, 50))
def test_a_recent_day_without_its_year_is_that_day(anchor: date, lag: int) -> None:
    day = date.fromordinal(anchor.toordinal() - lag)
    assert _read(f"Ngày {day.day}/{day.month}, hai bên gặp nhau.", anchor) == [str(day)]
