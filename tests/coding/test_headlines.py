"""A headline and its lead that tell one thing make one event; two things stay two."""

from __future__ import annotations

import pytest

from tests.coding.told import told

ONCE = [
    (
        "Ai Cập chỉ trích Sudan phá vỡ thỏa thuận\n\nCairo cáo buộc Khartoum không giữ lời về chia sẻ nguồn nước.",
        ["ACCUSE/allege EGY > SDN"],
    ),
    (
        "Bỉ trục xuất Đại sứ Mali\n\nChính phủ Bỉ thông báo sẽ trục xuất Đại sứ Mali vì hành vi gián điệp.",
        ["SANCTION/expel BEL > MLI !planned"],
    ),
    (
        "Ông Erdogan dọa tấn công Hy Lạp\n\nTổng thống Recep Tayyip Erdogan tuyên bố mọi căn cứ trên đảo đều có thể bị phá hủy.",
        ["THREATEN/warn recep-tayyip-erdogan > GRC"],
    ),
    (
        "Thái Lan và Campuchia đấu khẩu về biên giới\n\nThái Lan cáo buộc Campuchia gài mìn, còn Campuchia tố Thái Lan.",
        ["ACCUSE/allege THA > KHM", "ACCUSE/allege KHM > THA"],
    ),
    (
        "Ấn Độ phóng tên lửa, UAV tập kích Pakistan\n\nẤn Độ phóng hơn 40 tên lửa và 90 UAV tập kích nhiều căn cứ ở Pakistan.",
        ["ASSAULT/drone IND > PAK"],
    ),
    ("Nga phá hủy ba xe tăng trong đợt tập kích nhà ga ở Moldova.", ["ASSAULT/attack RUS > MDA"]),
    (
        "Malaysia kêu gọi Trung Quốc kiềm chế, khi bình luận về việc Trung Quốc điều tàu tới bãi cạn.",
        ["REQUEST/ceasefire MYS > CHN"],
    ),
    (
        "Iran cảnh báo về hậu quả của hạn hán\n\nIran cho biết các hồ chứa của nước này chỉ còn một phần mười lượng nước.",
        ["EXPRESS/concern IRN"],
    ),
    ("Thủ tướng Hà Lan nói đàm phán với Ai Cập diễn ra suôn sẻ.", ["CONSULT/meet EGY+NLD", "EXPRESS/position dick-schoof > EGY"]),
]
APART = [
    (
        "Pháp kêu gọi Mali đối thoại\n\nPháp kêu gọi Mali ngừng bắn.",
        ["REQUEST/talks FRA > MLI", "REQUEST/ceasefire FRA > MLI"],
    ),
    (
        "Ông Macron gặp ông Merz\n\nTổng thống Pháp Emmanuel Macron điện đàm với Thủ tướng Đức Friedrich Merz.",
        ["CONSULT/meet emmanuel-macron+friedrich-merz", "CONSULT/phone emmanuel-macron+friedrich-merz"],
    ),
    (
        "Kenya nói đã tìm ra nhóm gây ra vụ cướp tàu ngoài khơi Mombasa\n\nKenya cho biết đã truy lùng xong, cáo buộc Somalia che giấu.",
        ["EXPRESS/position KEN", "ACCUSE/allege KEN > SOM"],
    ),
]


@pytest.mark.parametrize(("text", "events"), ONCE)
def test_told_in_headline_and_lead(text: str, events: list[str]) -> None:
    """One event, with the person, the tense and the recipients that the lead adds."""
    assert told(text) == events


@pytest.mark.parametrize(("text", "events"), APART)
def test_correct_rejections(text: str, events: list[str]) -> None:
    """Two demands, two ways of meeting, and what a lead adds to a bare statement remain events of their own."""
    assert told(text) == events
