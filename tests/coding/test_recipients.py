"""Whom a word is said of: the party whose deed it is about, not what that deed is about; and who speaks for nobody."""

from __future__ import annotations

import pytest

from lib.coding.coder import annotate
from lib.records import Article
from tests.coding.told import DAY, told

OF_WHOM = [
    ("Nga chỉ trích các gói viện trợ vũ khí cho Ukraine của Đức.", "ACCUSE/disapprove RUS > DEU"),
    ("Trung Quốc lên án phát biểu về Đài Loan của Thủ tướng Nhật Bản Sanae Takaichi.", "ACCUSE/disapprove CHN > sanae-takaichi"),
    ("Cuba chỉ trích các hãng buôn kiếm lời nhờ chiến sự Ukraine.", "ACCUSE/disapprove CUB"),
    ("Nga lên án các nỗ lực nhằm lật đổ chính quyền Venezuela.", "ACCUSE/disapprove RUS"),
    ("Hungary chỉ trích phương Tây về vấn đề Ukraine.", "ACCUSE/disapprove HUN"),
    ("Nga chỉ trích Ukraine về vấn đề tù binh.", "ACCUSE/disapprove RUS > UKR"),
    ("Ông Trump lệnh cho Lầu Năm Góc trả lương, chỉ trích đảng Dân chủ.", "ACCUSE/disapprove donald-trump > org:democratic-party"),
]
NOBODY = [
    "Các chuyên gia Trung Quốc cho rằng nước này đã giảm được ô nhiễm không khí.",
    "Hơn 200 tổ chức Mỹ kêu gọi quốc hội không chi thêm tiền cho quân đội.",
    "Tướng Mỹ về hưu cho rằng Iran còn nhiều tên lửa chưa dùng tới.",
    "Pháp khởi tố tài xế gây tai nạn khiến ba người Việt thiệt mạng.",
]


@pytest.mark.parametrize(("text", "event"), OF_WHOM)
def test_whose_deed_is_judged(text: str, event: str) -> None:
    """The owner of a deed is the recipient; its topic, its purpose and the war it stands in are none."""
    assert told(text) == [event]


@pytest.mark.parametrize("text", NOBODY)
def test_correct_rejections(text: str) -> None:
    """Experts, associations and who is retired speak for no state, and a driver who killed is none of a state's foes."""
    assert told(text) == []


THIS_STATE = [
    ("Ba Lan nói máy bay Nga tập kích nước này.", "POL"),
    ("Estonia phản đối sau khi tiêm kích Nga bay vào không phận nước này.", "EST"),
    ("Nga mừng khi lãnh đạo Lào thăm chính thức nước này.", "RUS"),
    ("Mỹ nói Iran phá hủy tàu, nhưng chưa tập kích nước này.", "IRN"),  # the clause may have another doer
]


@pytest.mark.parametrize(("text", "country"), THIS_STATE)
def test_this_state_is_not_the_one_that_does_it(text: str, country: str) -> None:
    """ "nước này" behind a deed done to it is another country than that of the party told last, up to a comma."""
    article = annotate(Article(article_id="a", text=text, published=DAY))
    assert [m.country for m in article.mentions if m.text == "nước này"] == [country]


def test_who_holds_an_office_of_a_part_of_a_state_is_not_its_head() -> None:
    """A provincial party secretary without a name is the state, with the title; of two of one name, who held the office told."""
    assert told("Bí thư Thành ủy Thượng Hải lên án Philippines.") == ["ACCUSE/disapprove CHN > PHL"]
    assert told("Cựu tổng thống Mỹ Clinton lên án Cuba.") == ["ACCUSE/disapprove bill-clinton > CUB"]
    assert told("Một nước thành viên NATO lên án Nga.") == ["ACCUSE/disapprove - > RUS"]


def test_a_warner_threatens_with_what_it_will_do_itself() -> None:
    """With no subject behind "cảnh báo", it is the warner that will act; what befalls all is a concern."""
    assert told("Ấn Độ cảnh báo sẽ bắn hạ UAV xâm nhập.") == ["THREATEN/warn IND"]
    assert told("Ấn Độ cảnh báo Pakistan không chặn nguồn nước.") == ["THREATEN/warn IND > PAK"]
    assert told("Ấn Độ cảnh báo sẽ có thêm lũ quét.") == ["EXPRESS/concern IND"]


def test_a_meeting_ahead_is_planned() -> None:
    """ "trước cuộc gặp" in a headline: the meeting is yet to come, unless a day gone by dates it."""
    assert (
        told("Nga tập kích Kiev trước cuộc gặp giữa ông Trump và ông Zelensky.")[-1]
        == "CONSULT/meet donald-trump+volodymyr-zelensky !planned"
    )
    assert (
        told("Nga tập kích Kiev trước cuộc gặp giữa ông Trump và ông Zelensky hôm 12/8.")[-1]
        == "CONSULT/meet donald-trump+volodymyr-zelensky"
    )


DEALS = [
    ("Ấn Độ cảnh báo nếu Pakistan vượt biên giới, nước này sẽ đáp trả.", "THREATEN/warn IND > PAK"),
    ("Sudan chấp thuận đề xuất hưu chiến từ Kenya và Qatar.", "AGREE/accept SDN > KEN+QAT"),
    ("Thái Lan sẵn sàng hỗ trợ Lào chống lũ.", "AGREE/pledge THA > LAO"),
    ("Nga thông báo lực lượng Ukraine đã rơi vào thế khó, kêu gọi họ đầu hàng.", "REQUEST/other RUS > org:quan-doi-ukraine"),
]


@pytest.mark.parametrize(("text", "event"), DEALS)
def test_whom_a_condition_a_proposal_or_a_promise_names(text: str, event: str) -> None:
    """The party whose step a warning will answer, whose proposal is accepted, whom a promise is to help."""
    assert told(text) == [event]


def test_what_is_held_still_is_no_deed() -> None:
    """ "hiện kiểm soát" tells how things stand; "giành quyền kiểm soát" is a deed, and "đã rơi xuống" of a plane is none."""
    assert told("Nga hiện kiểm soát gần một phần năm lãnh thổ Ukraine.") == []
    assert told("Nga giành quyền kiểm soát một ngôi làng ở Ukraine.") == ["COERCE/seize RUS > UKR"]
    assert told("Máy bay vận tải Thổ Nhĩ Kỳ rơi xuống Gruzia.") == []


def test_a_member_state_is_not_the_body_and_one_stand_has_two_words() -> None:
    """ "Nước EU" is one unnamed member; "hoan nghênh, ủng hộ" is one stand; an unnamed officer acts for no police that tells of him."""
    assert told("Nước EU đầu tiên lên án Nga.") == ["ACCUSE/disapprove - > RUS"]
    assert told("Lào hoan nghênh, ủng hộ lập trường của Cuba.") == ["SUPPORT/endorse LAO > CUB"]
    assert told("Cảnh sát Nhật Bản xác nhận một thiếu úy 23 tuổi đã mang dao, xâm nhập sứ quán Trung Quốc.") == []
    assert told("Tòa án Nga kết án bốn người vì tội giết một công dân Mỹ.") == []
