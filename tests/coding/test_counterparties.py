"""Whom a deed hits where its clause does not say: the one other side of its sentence, or nobody."""

from __future__ import annotations

import pytest

from tests.coding.told import told

FOUND = [
    ("Ba người chết tại Ukraine sau trận tập kích của Nga.", "ASSAULT/attack RUS > UKR"),
    ("Ấn Độ thông báo tập kích loạt căn cứ, trong khi Islamabad điều thêm quân.", "ASSAULT/attack IND > PAK"),
    ("Sân bay Kuwait phải đóng cửa sau khi Iran tập kích.", "ASSAULT/attack IRN > KWT"),
    ("Đan Mạch lo ngại khi Mỹ dọa tấn công.", "THREATEN/warn USA > DNK"),
    ("Campuchia nêu vấn đề tại Liên Hợp Quốc nhưng Thái Lan phản đối.", "REJECT/oppose THA > KHM"),
]
UNSURE = [
    ("Ba Lan và Đức theo dõi sát sau trận tập kích của Nga.", "ASSAULT/attack RUS"),
    ("Trận tập kích của Nga bị giảm nhẹ nhờ tên lửa của Mỹ.", "ASSAULT/missile RUS"),
    ("Nga dọa tấn công nhà máy sản xuất UAV cho Ukraine.", "THREATEN/warn RUS"),
    ("Nga phản đối kế hoạch mở rộng căn cứ, còn Na Uy giữ im lặng.", "REJECT/oppose RUS"),
    ("Ấn Độ và Pakistan đấu pháo, Mỹ bày tỏ lo ngại.", "ASSAULT/shelling IND+PAK"),
]


@pytest.mark.parametrize(("text", "event"), FOUND)
def test_the_one_other_side_of_the_sentence_is_hit(text: str, event: str) -> None:
    """A deed that names no target is aimed at the one other side that its sentence names."""
    assert event in told(text)


@pytest.mark.parametrize(("text", "event"), UNSURE)
def test_correct_rejections(text: str, event: str) -> None:
    """Two other sides, a third who tells or helps, or a demand with an object of its own leave it open."""
    assert event in told(text)
