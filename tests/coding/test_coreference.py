"""Whom "ông", "nước này", "hai bên" and the like point to, and when they are left unresolved."""

from __future__ import annotations

from datetime import date

import pytest

from lib.coding.mentions import find_mentions
from lib.knowledge.base import load
from lib.language.sentences import split


def last(text: str, phrase: str) -> list[str]:
    """The ids that the last mention reading `phrase` stands for."""
    found = [m for m in find_mentions(text, split(text), load(), date(2024, 5, 20)) if m.text == phrase]
    assert found, phrase
    return [a.actor_id for a in found[-1].refs]


@pytest.mark.parametrize(
    ("text", "phrase", "ids"),
    [
        ("Ngoại trưởng Peru Rosa Delgado tới Doha. Bà kêu gọi ngừng bắn.", "Bà", ["person:rosa-delgado"]),
        ("Ngoại trưởng Peru Juan Delgado nói ông sẽ từ chức.", "ông", ["person:juan-delgado"]),
        (
            "Ngoại trưởng Peru Rosa Delgado gặp các nhà báo. Bộ trưởng Delgado từ chối bình luận.",
            "Bộ trưởng Delgado",
            ["person:rosa-delgado"],
        ),
        ("Bà Rosa Delgado gặp ông Pedro Rojas. Bà nói sẽ trở lại.", "Bà", ["person:rosa-delgado"]),
        ("Ngoại trưởng Peru Juan Delgado cho biết nước này sẽ giúp Chile.", "nước này", ["state:PER"]),
        ("Peru phản đối chiến dịch của Chile. Nước này cũng triệu đại sứ về.", "Nước này", ["state:PER"]),
        ("Peru kêu gọi các bên ngừng mua dầu của Chile, phản đối việc mà nước này đang làm.", "nước này", ["state:CHL"]),
        ("Nếu Chile tiếp tục, quan chức Peru sẽ không ở lại tại nước này.", "nước này", ["state:CHL"]),
        ("Bộ Y tế Peru cho biết. Cơ quan này nói dịch đã giảm.", "Cơ quan này", ["org:bo-y-te-peru"]),
        (
            "Thủ tướng Phạm Minh Chính hội đàm với Thủ tướng UAE Mohammed bin Rashid Al Maktoum. Thủ tướng nói như vậy.",
            "Thủ tướng",
            ["person:pham-minh-chinh"],
        ),
        (
            "Ông Juan Delgado và ông Luis Vega gặp nhau. Hai người kêu gọi kiềm chế.",
            "Hai người",
            ["person:juan-delgado", "person:luis-vega"],
        ),
        ("Hamas bác bỏ đề xuất. Nhóm này đòi sửa đổi.", "Nhóm này", ["org:hamas"]),
        ("Hezbollah đáp trả. Lực lượng này phóng rocket.", "Lực lượng này", ["org:hezbollah"]),
        ("Peru và Chile ký thỏa thuận. Hai nước sẽ mở cửa biên giới.", "Hai nước", ["state:PER", "state:CHL"]),
        (
            "Ngoại trưởng Peru Juan Delgado gặp Ngoại trưởng Chile Ana Soto. Hai bên ra tuyên bố chung.",
            "Hai bên",
            ["person:juan-delgado", "person:ana-soto"],
        ),
        (
            "Tổng thống Ai Cập El-Sisi và người đồng cấp Pháp Emmanuel Macron điện đàm. Hai nhà lãnh đạo kêu gọi kiềm chế.",
            "Hai nhà lãnh đạo",
            ["person:abdel-fattah-el-sisi", "person:emmanuel-macron"],
        ),
        (
            "Sau cuộc gặp với Đại tướng Mỹ Paul Mercer, tại Lima, Bộ trưởng Quốc phòng Peru Juan Delgado nói hai bên sẽ hợp tác.",
            "hai bên",
            ["person:paul-mercer", "person:juan-delgado"],
        ),
        (
            "Ngoại trưởng Peru Juan Delgado tới Oslo. Nhà ngoại giao Peru cho biết chuyến thăm tốt đẹp.",
            "Nhà ngoại giao Peru",
            ["person:juan-delgado"],
        ),
        (
            "Ngoại trưởng Peru Juan Delgado và người đồng cấp Chile Ana Soto gặp nhau. Ngoại trưởng Chile nêu yêu sách.",
            "Ngoại trưởng Chile",
            ["person:ana-soto"],
        ),
        ("Delgado cảnh báo Chile\n\nNgoại trưởng Peru Juan Delgado hôm qua lên tiếng.", "Delgado", ["person:juan-delgado"]),
        ("Chính phủ Peru họp khẩn. Quân đội nước này đã vào cuộc.", "Quân đội nước này", ["org:quan-doi-peru"]),
        ("Peru cho biết họ sẽ rút quân.", "họ", ["state:PER"]),
        ("Việt Nam đề nghị Peru hợp tác. Bộ Ngoại giao cho biết như vậy.", "Bộ Ngoại giao", ["org:mofa-vietnam"]),
        ("Tòa án Hình sự Quốc tế ra phán quyết. Tòa đã bác đơn.", "Tòa", ["igo:icc"]),
        ("Tòa án Hình sự Quốc tế ra phán quyết. Trước đó, tòa án đã bác đơn.", "tòa án", ["igo:icc"]),
        ("Hội đồng Bảo an Liên hợp quốc họp. Peru vắng mặt. Hội đồng kêu gọi ngừng bắn.", "Hội đồng", ["org:un-security-council"]),
        ("Liên đoàn Arab họp. Liên đoàn lên án vụ việc.", "Liên đoàn", ["igo:arab-league"]),
        ("Một quan chức Peru giấu tên cho biết Chile đã đồng ý. Ông ta nói thêm.", "Ông ta", ["state:PER"]),
        ("Một quan chức Peru cho biết như vậy. Người này nói thêm.", "Người này", ["state:PER"]),
        ("Ngoại trưởng Peru Juan Delgado tới Oslo. Theo một nhà ngoại giao Chile, ông sẽ ở lại.", "ông", ["person:juan-delgado"]),
        (
            "Ngoại trưởng Peru Juan Delgado gặp Ngoại trưởng Chile Ana Soto. Mỹ và Israel tập trận. Tại cuộc gặp, hai bên nhất trí.",
            "hai bên",
            ["person:juan-delgado", "person:ana-soto"],
        ),
        (
            "Ông Juan Delgado gặp bà Ana Soto. Tại cuộc hội đàm giữa ông Luis Vega với ông Ivan Petrov, hai bên nhất trí.",
            "hai bên",
            ["person:luis-vega", "person:ivan-petrov"],
        ),
        (
            "Ngoại trưởng Peru Juan Delgado gặp Ngoại trưởng Chile Ana Soto. Lãnh đạo cấp cao hai nước hay gặp nhau. Hai bên nhất trí.",
            "Hai bên",
            ["person:juan-delgado", "person:ana-soto"],
        ),
        ("Peru chia buồn với Chile sau vụ lật tàu tại Lima khiến 15 công dân nước này thiệt mạng.", "nước này", ["state:CHL"]),
        ("Bộ Ngoại giao Peru triệu đại sứ. Bộ Ngoại giao nêu rõ lý do.", "Bộ Ngoại giao", ["org:bo-ngoai-giao-peru"]),
    ],
)
def test_points_to(text: str, phrase: str, ids: list[str]) -> None:
    assert last(text, phrase) == ids


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Nước này đã đóng cửa biên giới.", "Nước này"),
        ("Ông nói sẽ từ chức.", "Ông"),
        ("Hai bên đã gặp nhau.", "Hai bên"),
        ("Cơ quan này từ chối bình luận.", "Cơ quan này"),
        ("Hamas bác bỏ đề xuất. Nước này im lặng.", "Nước này"),
        ("Bà Rosa Delgado phát biểu. Ông im lặng.", "Ông"),
        ("Hội đồng đã họp.", "Hội đồng"),
    ],
)
def test_left_unresolved(text: str, phrase: str) -> None:
    assert last(text, phrase) == []


def test_variants_of_a_name_are_one_person() -> None:
    text = "Tổng thống Ai Cập Abdel Fattah El-Sisi họp báo. Ông al-Sisi cảnh báo. El-Sisi rời đi."
    found = find_mentions(text, split(text), load(), None)
    people = {a.actor_id for m in found for a in m.refs if a.actor_id.startswith("person:")}
    assert people == {"person:abdel-fattah-el-sisi"}


def test_a_counterpart_takes_the_title_told_before() -> None:
    text = "Ngoại trưởng Peru Juan Delgado gặp người đồng cấp Chile Ana Soto."
    found = find_mentions(text, split(text), load(), None)
    assert [(a.name, a.title) for m in found for a in m.refs] == [
        ("Juan Delgado", "Ngoại trưởng Peru"),
        ("Ana Soto", "Ngoại trưởng Chile"),
    ]
