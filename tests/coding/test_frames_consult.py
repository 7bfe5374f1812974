"""Who met whom, who visited whom; what is no meeting, and what is the same meeting told again."""

from __future__ import annotations

import pytest

from tests.coding.told import told

LAVROV_GIL = "Ngoại trưởng Nga Sergei Lavrov gặp Ngoại trưởng Venezuela Yvan Gil tại Moskva."
MET = "CONSULT/meet sergei-lavrov+yvan-gil"
BIG_THREE = "emmanuel-macron+friedrich-merz+keir-starmer"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (LAVROV_GIL, MET),
        (
            "Ngoại trưởng Thái Lan Maris Sangiampongsa và người đồng cấp Campuchia Prak Sokhonn hội đàm tại Kuala Lumpur.",
            "CONSULT/meet maris-sangiampongsa+prak-sokhonn",
        ),
        (
            "Cuộc gặp giữa Tổng thống Nga Vladimir Putin và Thủ tướng Ấn Độ Narendra Modi diễn ra ở Moskva.",
            "CONSULT/meet narendra-modi+vladimir-putin",
        ),
        ("Mỹ và Trung Quốc hội đàm tại Geneva.", "CONSULT/meet CHN+USA"),
        (
            "Thủ tướng hội kiến Tổng thống Pháp Emmanuel Macron.",
            "CONSULT/meet emmanuel-macron+pham-minh-chinh",
        ),  # before any state is told of
        ("Chủ tịch Quốc hội tiếp Đại sứ Lào.", "CONSULT/meet LAO+tran-thanh-man"),
        ("Đại diện Thái Lan và Campuchia gặp nhau tại Malaysia.", "CONSULT/meet KHM+THA"),
        ("Thủ tướng Phạm Minh Chính tiếp Đại sứ Ukraine Oleksandr Gaman.", "CONSULT/meet oleksandr-gaman+pham-minh-chinh"),
        ("Tổng thống Mỹ tiếp Tổng thống Hàn Quốc Lee Jae-myung tại Nhà Trắng.", "CONSULT/meet donald-trump+lee-jae-myung"),
        (
            "Tổng thống Hàn Quốc Lee Jae-myung được Tổng thống Mỹ Donald Trump tiếp tại Nhà Trắng.",
            "CONSULT/meet donald-trump+lee-jae-myung",
        ),
        (
            "Tổng thống Ukraine Volodymyr Zelensky điện đàm với Tổng thống Pháp Emmanuel Macron.",
            "CONSULT/phone emmanuel-macron+volodymyr-zelensky",
        ),
        (
            "Bộ trưởng Quốc phòng Trung Quốc Đổng Quân và Bộ trưởng Quốc phòng Mỹ Pete Hegseth điện đàm.",
            "CONSULT/phone dong-quan+pete-hegseth",
        ),
        ("Tổng thống Trung Quốc gửi thư cho Tổng thống Mỹ Donald Trump.", "CONSULT/message donald-trump+tap-can-binh"),
        ("Ngoại trưởng Anh David Lammy tham dự hội nghị thượng đỉnh NATO.", "CONSULT/multilateral david-lammy"),
        ("Thủ tướng Ấn Độ Narendra Modi thăm Nhật Bản.", "CONSULT/visit narendra-modi @ JPN"),
        ("Chuyến thăm của Thủ tướng Ấn Độ Narendra Modi tới Nhật Bản kéo dài hai ngày.", "CONSULT/visit narendra-modi @ JPN"),
        ("Chuyến thăm Nhật Bản của Thủ tướng Ấn Độ Narendra Modi kéo dài hai ngày.", "CONSULT/visit narendra-modi @ JPN"),
        ("Ngoại trưởng Thổ Nhĩ Kỳ Hakan Fidan đến Bangkok trong chuyến thăm hai ngày.", "CONSULT/visit hakan-fidan @ THA"),
        ("Thủ tướng Ấn Độ Narendra Modi sẽ thăm Nhật Bản vào tháng tới.", "CONSULT/visit narendra-modi @ JPN !planned"),
        ("Tổng thống Nga Vladimir Putin bắt tay Chủ tịch Trung Quốc Tập Cận Bình.", "CONSULT/meet tap-can-binh+vladimir-putin"),
        (
            "Thủ tướng Malaysia Anwar Ibrahim điện đàm với hai người đồng cấp Thái Lan và Campuchia.",
            "CONSULT/phone anwar-ibrahim+hun-manet+paetongtarn-shinawatra",
        ),
        ("Tổng Bí thư Tô Lâm hội đàm với Tổng Bí thư, Chủ tịch Quốc vụ Kim Jong-un.", "CONSULT/meet kim-jong-un+to-lam"),
        (
            "Đây là chuyến thăm đầu tiên đến Nhật Bản của Thủ tướng Ấn Độ Narendra Modi kể từ khi nhậm chức.",
            "CONSULT/visit narendra-modi @ JPN",
        ),
        (
            "Nhận lời mời của Quốc vương Na Uy và Phu nhân, Tổng thống Pháp Emmanuel Macron và Phu nhân đang thăm chính thức Na Uy.",
            "CONSULT/visit emmanuel-macron @ NOR",
        ),
        ("Chủ tịch nước Lương Cường tiếp nhận quốc thư của Đại sứ Ấn Độ.", "CONSULT/message IND+luong-cuong"),
        ("Thủ tướng Ấn Độ Narendra Modi dạo phố cổ nhân chuyến thăm Nhật Bản.", "CONSULT/visit narendra-modi @ JPN"),
        (
            "Chiều 14/8, Thủ tướng Ấn Độ Narendra Modi và Đoàn đại biểu cấp cao nước Cộng hòa Ấn Độ đã tới Tokyo.",
            "CONSULT/visit narendra-modi @ JPN",
        ),
        ("Tổng thống Pháp Emmanuel Macron thăm nước Cộng hoà nhân dân Trung Hoa.", "CONSULT/visit emmanuel-macron @ CHN"),
        (
            "Ngày 14/8 (giờ Peru), trong khuôn khổ chuyến thăm Peru, Tổng thống Pháp Emmanuel Macron và đoàn đại biểu đã đến.",
            "CONSULT/visit emmanuel-macron @ PER",
        ),
        (
            "Ông Lưu Kiến Minh, Phó ủy viên trưởng Ủy ban Đối ngoại Nhân đại toàn quốc Trung Quốc đón Ngoại trưởng Nga Sergei Lavrov.",
            "CONSULT/meet luu-kien-minh+sergei-lavrov",
        ),
        (
            "Các cơ quan đại diện Ấn Độ tại Nga đã khẩn trương làm việc với Bộ Ngoại giao Nga.",
            "CONSULT/meet IND+org:bo-ngoai-giao-nga",
        ),
        (
            "Ngoại trưởng Nga Sergei Lavrov cười tươi trong cuộc gặp Tổng thống Venezuela Nicolas Maduro ở Moskva.",
            "CONSULT/meet nicolas-maduro+sergei-lavrov",
        ),
        (
            "Tổng thống Nga Vladimir Putin và Tổng thống Mỹ Donald Trump dự kiến gặp nhau tại Alaska vào ngày 20/8.",
            "CONSULT/meet donald-trump+vladimir-putin !planned",
        ),
        ("Tổng thống Ukraine Volodymyr Zelensky gặp lãnh đạo Anh, Pháp, Đức.", f"CONSULT/meet {BIG_THREE}+volodymyr-zelensky"),
        ("Tổng thống Ukraine Volodymyr Zelensky gặp lãnh đạo ba nước Anh, Pháp và Đức.", f"CONSULT/meet {BIG_THREE}+volodymyr-zelensky"),
        ("Hội nghị thượng đỉnh Nga - Mỹ diễn ra tại Alaska.", "CONSULT/meet RUS+USA"),
        ("Bộ trưởng Quốc phòng Hàn Quốc và Bộ trưởng Quốc phòng Nhật Bản họp tại Singapore.", "CONSULT/meet ahn-gyu-back+gen-nakatani"),
    ],
)
def test_one_meeting(text: str, event: str) -> None:
    assert told(text) == [event]


def test_who_arrives_meets_there() -> None:
    text = "Tổng thống Ukraine Volodymyr Zelensky sẽ đến Ankara hội đàm với Tổng thống Thổ Nhĩ Kỳ Recep Tayyip Erdogan."
    assert told(text) == [
        "CONSULT/visit volodymyr-zelensky @ TUR !planned",
        "CONSULT/meet recep-tayyip-erdogan+volodymyr-zelensky !planned",
    ]


def test_who_is_received_visits() -> None:
    text = "Tổng thống Pháp Emmanuel Macron đón Thủ tướng Ấn Độ Narendra Modi thăm chính thức Pháp."
    assert sorted(told(text)) == ["CONSULT/meet emmanuel-macron+narendra-modi", "CONSULT/visit narendra-modi @ FRA"]


def test_who_does_not_come_meets_nobody() -> None:
    assert told("Tổng thống Ukraine Volodymyr Zelensky không đến Ankara hội đàm với Tổng thống Recep Tayyip Erdogan.") == []


def test_a_delegation_meets_the_other_side_in_one_event() -> None:
    text = "Ngoại trưởng Nga Sergei Lavrov và Bộ trưởng Quốc phòng Nga Andrei Belousov gặp Ngoại trưởng Venezuela Yvan Gil."
    assert told(text) == ["CONSULT/meet andrei-belousov+sergei-lavrov+yvan-gil"]


@pytest.mark.parametrize(
    "text",
    [
        "Ngoại trưởng Nga Sergei Lavrov và Bộ trưởng Quốc phòng Nga Andrei Belousov dẫn đầu phái đoàn.",
        "Tổng thống Nga Vladimir Putin không gặp Tổng thống Ukraine Volodymyr Zelensky.",
        "Tổng thống Nga Vladimir Putin có thể gặp Tổng thống Ukraine Volodymyr Zelensky.",
        "Nếu Tổng thống Nga Vladimir Putin gặp Tổng thống Ukraine Volodymyr Zelensky, châu Âu sẽ hoan nghênh.",
        "Tổng thống Nga Vladimir Putin gặp khó khăn.",
        "Cuộc gặp kéo dài hai giờ.",
        "Đội tuyển Thái Lan gặp khó trước trận đấu.",
        "Hàng viện trợ đến Sudan.",
        "Tổng thống Pháp Emmanuel Macron bắt tay vào cải cách chính phủ.",
        "Nữ diễn viên Mỹ Anna Lee dạo phố cổ nhân chuyến thăm Nhật Bản.",
        "Nga và Ukraine tìm cách nâng vị thế đàm phán.",
        "Tổng thống Pháp Emmanuel Macron tiếp Chủ tịch Nhóm Nghị sĩ hữu nghị.",
        "Nga và Ukraine chờ xem bất cứ một cuộc hòa đàm tiềm tàng nào.",
    ],
)
def test_no_meeting(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Tổng thống Nga Vladimir Putin từ chối gặp Tổng thống Ukraine Volodymyr Zelensky.",
            "REJECT/refuse vladimir-putin > volodymyr-zelensky",
        ),
        ("Mỹ hủy cuộc gặp với Nga.", "REJECT/refuse USA > RUS"),
        ("Campuchia hủy cuộc gặp với Thái Lan.", "REJECT/refuse KHM > THA"),
        ("Mỹ bác bỏ khả năng gặp phái đoàn Venezuela.", "REJECT/refuse USA > VEN"),
    ],
)
def test_a_meeting_refused_is_a_refusal(text: str, event: str) -> None:
    assert told(text) == [event]


@pytest.mark.parametrize(
    "again",
    [
        " Tại cuộc gặp, hai bên thảo luận về dầu mỏ.",
        " Tại cuộc gặp, ông Lavrov nói về dầu mỏ.",
        "\n\nÔng Lavrov gặp ông Gil để bàn về dầu mỏ.",
        "\n\nCuộc gặp diễn ra ngày 11/8.",
        "\n\nCuộc gặp giữa ông Lavrov và ông Gil kéo dài hai giờ.",
        "\n\nNgoại trưởng Venezuela Yvan Gil hội đàm với Ngoại trưởng Nga Sergei Lavrov.",
    ],
)
def test_a_meeting_told_again_is_one(again: str) -> None:
    assert told(LAVROV_GIL + again) == [MET]


def test_another_meeting_is_another_event() -> None:
    text = f"{LAVROV_GIL} Ông Lavrov cũng gặp Ngoại trưởng Cuba Bruno Rodriguez."
    assert told(text) == [MET, "CONSULT/meet bruno-rodriguez+sergei-lavrov"]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Sau khi gặp Tổng thống Ukraine Volodymyr Zelensky, Tổng thống Pháp Emmanuel Macron kêu gọi Nga ngừng bắn.",
            ["CONSULT/meet emmanuel-macron+volodymyr-zelensky", "REQUEST/ceasefire emmanuel-macron > RUS"],
        ),
        (
            "Trong cuộc điện đàm với Tổng thống Nga Vladimir Putin, Thủ tướng Ấn Độ Narendra Modi kêu gọi chấm dứt xung đột.",
            ["CONSULT/phone narendra-modi+vladimir-putin", "REQUEST/ceasefire narendra-modi"],
        ),
        (
            "Trong cuộc gặp với Tổng thống Mỹ Donald Trump, Tổng thống Ukraine Volodymyr Zelensky yêu cầu Mỹ cung cấp vũ khí.",
            ["CONSULT/meet donald-trump+volodymyr-zelensky", "REQUEST/other volodymyr-zelensky > USA"],
        ),
    ],
)
def test_a_meeting_and_what_was_said_there(text: str, events: list[str]) -> None:
    assert told(text) == events
