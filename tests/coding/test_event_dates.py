"""On which day an event happened; whose day is carried over, and where it is not."""

from __future__ import annotations

from datetime import date

import pytest

from tests.coding.told import coded, dated

HASAN = "Ngoại trưởng Malaysia Mohamad Hasan"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ukraine kêu gọi Nga ngừng bắn ngày 12/8.", ["2025-08-12"]),
        ("Ngày 12/8, Ukraine kêu gọi Nga ngừng bắn.", ["2025-08-12"]),
        ("Hôm qua (14/8), Ukraine kêu gọi Nga ngừng bắn.", ["2025-08-14"]),
        ("Ukraine kêu gọi Nga ngừng bắn.", [None]),
        ("Ngày 12/8, Thái Lan lên án cuộc tấn công ngày 10/8 của Campuchia vào Thái Lan.", ["2025-08-12", "2025-08-10"]),
        (
            "Trong cuộc điện đàm ngày 12/8, Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Donald Trump nhất trí ngừng bắn.",
            ["2025-08-12", "2025-08-12"],
        ),
        # what came first keeps its own day
        ("Thái Lan kêu gọi Campuchia ngừng bắn sau khi Campuchia pháo kích Thái Lan hôm 10/8.", [None, "2025-08-10"]),
        ("Ngày 12/8, Thái Lan kêu gọi Campuchia ngừng bắn sau khi Campuchia pháo kích Thái Lan hôm 10/8.", ["2025-08-12", "2025-08-10"]),
        # the day since which is not the day of the deed
        ("Kể từ ngày 24/7, Thái Lan lên án Campuchia.", [None]),
        ("Kể từ khi Nga tấn công Ukraine ngày 24/2/2022, Đức viện trợ vũ khí cho Ukraine.", ["2022-02-24", None]),
        # the day of the harm is not the day of the statement
        ("Thái Lan lên án Campuchia khiến 5 người thiệt mạng ngày 10/8.", [None]),
        # a bare year behind a statement is that of what it speaks of
        ("Đức kêu gọi Iran quay lại thỏa thuận hạt nhân năm 2015.", [None]),
        ("Mỹ lên án Nga hồi năm 2022.", ["2022-01-01"]),
        # the day behind the noun of an affair is that affair's; one to come is no day of a threat
        ("Ấn Độ lên án vụ xả súng khiến hai người chết ở Lima hôm 12/8.", [None]),
        ("Tổng thống Peru dọa tấn công Chile ngày 16/8.", [None]),
        # a month among the words of a bare statement is what it tells of; right behind the verb it is the statement's
        ("Ngoại trưởng Peru cho biết doanh thu bán đồng dự kiến tăng gấp đôi vào tháng này.", [None]),
        ("Ngoại trưởng Peru nói với báo giới hồi tháng 7 rằng doanh thu bán đồng sẽ còn tăng gấp đôi.", ["2025-07-01"]),
        ("Ngoại trưởng Peru tuyên bố 12/8 là ngày lễ lớn nhất của cả đất nước.", [None]),
        ("Peru cho biết hiệp định với Chile không nhắm vào bên thứ ba, sau nhiều tuần đồn đoán.", [None]),
        # a day to come before a statement is not its own
        ("Với cuộc bầu cử ngày 30/8 đang đến gần, Ukraine kêu gọi Nga ngừng bắn.", [None]),
        ("Peru và Chile ngừng bắn từ ngày 12/8.", ["2025-08-12"]),
        # the same speaker on
        (f"Ngày 12/8, {HASAN} lên án giao tranh. Ông kêu gọi các bên ngừng bắn.", ["2025-08-12", "2025-08-12"]),
        (f"Phát biểu ngày 12/8, {HASAN} kêu gọi ngừng bắn. Ông cũng hoan nghênh vai trò của Trung Quốc.", ["2025-08-12", "2025-08-12"]),
        ("Ngày 12/8, Thái Lan lên án Campuchia. Trung Quốc kêu gọi hai nước ngừng bắn.", ["2025-08-12", None]),
        # one told back
        ("Ngoại trưởng Nga Sergei Lavrov gặp Ngoại trưởng Venezuela Yvan Gil tại Moskva.\n\nCuộc gặp diễn ra ngày 11/8.", ["2025-08-11"]),
        ("Thái Lan lên án Campuchia\n\nNgày 12/8, Thái Lan lên án Campuchia gài mìn.", ["2025-08-12"]),
    ],
)
def test_the_day_of_each_event(text: str, days: list[str | None]) -> None:
    assert [day for _, day, _ in dated(text)] == days


FILLER = "Thời tiết ở Bangkok hôm ấy khá đẹp và chợ vẫn đông người mua sắm như mọi khi."


def test_a_day_is_not_carried_past_earlier_times() -> None:
    text = f"{FILLER}\n\n{FILLER}\n\nNgày 12/8, Thái Lan lên án Campuchia. Trước đó, Thái Lan kêu gọi Campuchia ngừng bắn."
    assert [day for _, day, _ in dated(text)] == ["2025-08-12", None]


def test_a_day_is_carried_only_so_far() -> None:
    text = "\n\n".join([FILLER, FILLER, "Ngày 12/8, Thái Lan lên án Campuchia.", *[FILLER] * 14, "Thái Lan kêu gọi Campuchia ngừng bắn."])
    assert [day for _, day, _ in dated(text)] == ["2025-08-12", None]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ngày 12/8, Mỹ lên án Nga.", "actual"),
        ("Ngày 20/6, Mỹ lên án Nga.", "actual"),
        ("Ngày 1/6, Mỹ lên án Nga.", "historical"),
        ("Năm 2022, Nga tấn công Ukraine.", "historical"),
        ("Tháng trước, Mỹ áp lệnh trừng phạt Nga.", "actual"),
        ("Ngày 25/8, Thủ tướng Ấn Độ Narendra Modi thăm Nhật Bản.", "planned"),
        ("Ngoại trưởng Pháp sẽ thăm Ấn Độ vào ngày 20/8.", "planned"),
        ("Chuyến thăm Việt Nam sắp tới của Thủ tướng Nhật Bản Ishiba Shigeru rất quan trọng.", "planned"),
        ("Mỹ và Nga sẽ ký hiệp ước.", "planned"),
    ],
)
def test_long_past_and_to_come(text: str, status: str) -> None:
    assert [told for _, _, told in dated(text)] == [status]


def test_a_month_is_its_days() -> None:
    (event,) = coded("Tháng 7, Mỹ áp lệnh trừng phạt Nga.").events
    assert (event.date, event.date_end, event.date_precision) == (date(2025, 7, 1), date(2025, 7, 31), "month")


def test_a_span_is_its_days() -> None:
    (event,) = coded("Từ ngày 24 đến 28/7, Thái Lan pháo kích Campuchia.").events
    assert (event.date, event.date_end) == (date(2025, 7, 24), date(2025, 7, 28))


@pytest.mark.parametrize(
    ("text", "words"),
    [("Ngày 12/8, Thái Lan lên án Campuchia.", "12/8"), (f"Ngày 12/8, {HASAN} lên án giao tranh. Ông kêu gọi các bên ngừng bắn.", "12/8")],
)
def test_it_is_told_how_a_day_was_found(text: str, words: str) -> None:
    assert all(words in (e.date_why or "") for e in coded(text).events)


def test_without_a_day_there_is_no_reason() -> None:
    (event,) = coded("Ukraine kêu gọi Nga ngừng bắn.").events
    assert (event.date, event.date_end, event.date_precision, event.date_why) == (None, None, None, None)


def test_the_day_of_publication_is_not_a_day_told() -> None:
    assert all(day != "2025-08-15" for _, day, _ in dated("Nga tấn công Ukraine.\n\nMỹ lên án Nga.\n\nMỹ và Nga hội đàm tại Geneva."))


def test_a_meeting_to_come_on_a_visit_falls_within_its_days() -> None:
    text = "Thủ tướng Ấn Độ Narendra Modi sẽ thăm Nhật Bản từ ngày 29-30/8. Ông Modi sẽ hội đàm với Thủ tướng Nhật Bản Shigeru Ishiba."
    assert dated(text) == [("CONSULT", "2025-08-29", "planned"), ("CONSULT", "2025-08-29", "planned")]


def test_a_visit_named_before_its_plan_is_that_plan() -> None:
    text = "Chuyến thăm Nhật Bản của Thủ tướng Ấn Độ Narendra Modi được chờ đợi. Ông Modi sẽ thăm Nhật Bản ngày 29/8."
    assert dated(text) == [("CONSULT", "2025-08-29", "planned")]
