"""What careful readers found missed or false: lists of those met, apposed offices, deeds branded, own threats, dates of affairs."""

from __future__ import annotations

import pytest

from tests.coding.told import dated, told


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Thủ tướng Anh Keir Starmer gặp Tổng thống Pháp Emmanuel Macron; Thủ tướng Ấn Độ Narendra Modi.",
            ["CONSULT/meet emmanuel-macron+keir-starmer", "CONSULT/meet keir-starmer+narendra-modi"],
        ),
        (
            "Thủ tướng Anh Keir Starmer có các cuộc tiếp xúc với lãnh đạo các nước như: Tổng thống Pháp Macron; Thủ tướng Ấn Độ Modi.",
            ["CONSULT/meet emmanuel-macron+keir-starmer", "CONSULT/meet keir-starmer+narendra-modi"],
        ),
        (
            "Ngoại trưởng Nga Sergei Lavrov gặp Ngoại trưởng Iran Abbas Araghchi; Thủ tướng Anh Keir Starmer thăm Pháp.",
            ["CONSULT/meet abbas-araghchi+sergei-lavrov", "CONSULT/visit keir-starmer @ FRA"],
        ),
        (
            "Ngày 5/8, tại Hà Nội, Đại tướng Phan Văn Giang, Bộ trưởng Bộ Quốc phòng đã tiếp Đại sứ Ukraine Oleksandr Gaman.",
            ["CONSULT/meet oleksandr-gaman+phan-van-giang"],
        ),
        (
            "Ngoại trưởng Nga Sergei Lavrov cho rằng việc Israel không kích Iran là bất hợp pháp.",
            ["ASSAULT/aerial ISR > IRN", "ACCUSE/allege sergei-lavrov > ISR"],
        ),
        (
            "Ngoại trưởng Nga Sergei Lavrov cho rằng cuộc tấn công của Israel vào Iran là hành động bất hợp pháp.",
            ["ASSAULT/attack ISR > IRN", "ACCUSE/allege sergei-lavrov > ISR"],
        ),
        ("Ông Trump cảnh báo Mỹ có thể không gia hạn thỏa thuận với Iran nếu đàm phán thất bại.", ["THREATEN/warn donald-trump > IRN"]),
        ("Kế hoạch của Israel bị Liên Hợp Quốc lên án.", ["ACCUSE/disapprove igo:un > ISR"]),
        ("Bộ Chính trị thi hành kỷ luật bằng hình thức cảnh cáo đối với ông Lê Minh Khái.", []),
        ("Cảnh sát Australia bắt bà Anya Phan, với cáo buộc lừa đảo.", ["COERCE/arrest org:canh-sat-australia > anya-phan"]),
        ("Tổng thống Cộng hòa Guinea-Bissau thăm Việt Nam.", ["CONSULT/visit umaro-sissoco-embalo @ VNM"]),
        ("Những người chỉ trích ông Zelensky cho rằng hiến pháp không cho phép mở rộng quyền lực của tổng thống.", []),
    ],
)
def test_a_class_is_told_as_a_reader_tells_it(text: str, events: list[str]) -> None:
    assert told(text) == events


def test_the_year_of_an_affair_is_not_the_day_of_the_arrest() -> None:
    assert dated("Cảnh sát Croatia bắt một người đàn ông Ukraine liên quan đến vụ phá hoại đường ống năm 2022.") == [
        ("COERCE", None, "actual")
    ]
