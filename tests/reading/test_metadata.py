from __future__ import annotations

from datetime import date

import pytest

from lib.reading.metadata import find_agency, find_outlet, find_title, parse_published, with_title
from lib.records import Basis, Precision


@pytest.mark.parametrize(
    ("value", "day", "precision"),
    [
        ("2024-05-07", date(2024, 5, 7), Precision.DAY),
        ("20240507", date(2024, 5, 7), Precision.DAY),
        (" 2024-05-07 ", date(2024, 5, 7), Precision.DAY),
        ("2024-05-07T06:15", date(2024, 5, 7), Precision.DAY),
        ("2024-05-06T23:15:00Z", date(2024, 5, 7), Precision.DAY),
        ("2024-05-07T01:00:00+09:00", date(2024, 5, 6), Precision.DAY),
        ("2024-05-07T06:15:00+07:00", date(2024, 5, 7), Precision.DAY),
        ("2024-05-07 06:15 GMT+7", date(2024, 5, 7), Precision.DAY),
        ("07/05/2024 06:15 GMT+7", date(2024, 5, 7), Precision.DAY),
        ("Thứ Ba, 07/05/2024, 06:15 (GMT+7)", date(2024, 5, 7), Precision.DAY),
        ("06:15 07/05/2024", date(2024, 5, 7), Precision.DAY),
        ("ngày 7/5/2024", date(2024, 5, 7), Precision.DAY),
        ("07/05/2024 20:00 GMT+0", date(2024, 5, 8), Precision.DAY),
        ("Tue, 07 May 2024 20:00:00 +0000", date(2024, 5, 8), Precision.DAY),
        ("2024-05", date(2024, 5, 1), Precision.MONTH),
        ("2024", date(2024, 1, 1), Precision.YEAR),
    ],
)
def test_a_day_of_publication_is_read_in_hanoi(value: str, day: date, precision: Precision) -> None:
    found = parse_published(value, "vì sao")
    assert found is not None
    assert (found.day, found.precision, found.basis, found.why) == (day, precision, Basis.METADATA, "vì sao")


@pytest.mark.parametrize(
    "value",
    [
        "",
        "hôm qua",
        "2024-13-45",
        "2024-02-30",
        "12/31/2024",
        "31/04/2024",
        "0001-01-01",
        "9999-12-31T23:59:59-12:00",
        "1715040000",
        "2024-5-7-9",
        "N/A",
        "7/5",
        "2024-05-07abc",
    ],
)
def test_what_is_no_date_is_none(value: str) -> None:
    assert parse_published(value, "") is None


BODY = "Ngoại trưởng Lào hôm qua tới Bangkok, hội đàm với người đồng cấp Thái Lan về tình hình biên giới hai nước trong năm nay."


@pytest.mark.parametrize(
    ("title", "text", "whole"),
    [
        ("Lào và Thái Lan hội đàm", BODY, f"Lào và Thái Lan hội đàm\n\n{BODY}"),
        ("Lào và Thái Lan hội đàm", f"Lào và Thái Lan hội đàm\n{BODY}", f"Lào và Thái Lan hội đàm\n{BODY}"),
        ("LÀO VÀ THÁI LAN  HỘI ĐÀM", f"Lào và Thái Lan hội đàm\n\n{BODY}", f"Lào và Thái Lan hội đàm\n\n{BODY}"),
        (
            "Lào và Thái Lan hội đàm về biên ...",
            f"Lào và Thái Lan hội đàm về biên giới\n\n{BODY}",
            f"Lào và Thái Lan hội đàm về biên giới\n\n{BODY}",
        ),
        (None, BODY, BODY),
    ],
)
def test_the_title_comes_first_and_once(title: str | None, text: str, whole: str) -> None:
    assert with_title(title, text) == whole


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Lào và Thái Lan hội đàm\n\n{BODY}", "Lào và Thái Lan hội đàm"),
        (f"Lào và Thái Lan hội đàm\n{BODY}", "Lào và Thái Lan hội đàm"),
        (f"Lào nói gì với Thái Lan?\n\n{BODY}", "Lào nói gì với Thái Lan?"),
        (BODY, None),
        (f"{BODY}\n\n{BODY}", None),
        (f"Lào và Thái Lan hội đàm hôm qua.\n\n{BODY}", None),
        ("Lào và Thái Lan hội đàm", None),
    ],
)
def test_a_headline_is_found_where_the_text_has_one(text: str, title: str | None) -> None:
    assert find_title(text) == title


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (f"{BODY}\n\nTheo TTXVN", "TTXVN"),
        (f"{BODY}\n\nNguồn TTXVN/Vietnam+", "TTXVN"),
        (f"{BODY}\n\n(Theo Reuters)", "Reuters"),
        (f"Theo phóng viên TTXVN tại Viêng Chăn, {BODY}", "TTXVN"),
        (f"{BODY}\n\nHai ngoại trưởng tại Bangkok. Ảnh: AFP", None),
        (f"{BODY}\n\nTheo Reuters, hai bên đã gặp nhau.", None),
        (BODY, None),
    ],
)
def test_the_agency_stands_in_the_byline_and_not_in_a_photo_credit(text: str, agency: str | None) -> None:
    found = find_agency(text)
    assert found == agency


@pytest.mark.parametrize(
    ("text", "url", "outlet"),
    [
        (f"Lào và Thái Lan hội đàm\n\nVOV.VN - {BODY}", None, "VOV"),
        (f"(Dân trí) - {BODY}", None, "Dân trí"),
        (BODY, "https://vnexpress.net/lao-thai-lan-1.html", "VnExpress"),
        (f"Bangkok - {BODY}", None, None),
        (BODY, None, None),
    ],
)
def test_the_outlet_is_told_by_the_address_or_the_lead(text: str, url: str | None, outlet: str | None) -> None:
    found = find_outlet(text, url)
    assert (found or "").casefold().removesuffix(".vn") == (outlet or "").casefold()
