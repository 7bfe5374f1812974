from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.reading.boilerplate import clean

LEAD = "Ngoại trưởng Lào hôm qua tới Bangkok, hội đàm với người đồng cấp Thái Lan về tình hình biên giới hai nước."
BODY = "Hai bên nhất trí mở thêm ba cửa khẩu trước cuối năm và lập một tổ công tác chung để xử lý các vụ buôn lậu."
TITLE = "Campuchia và Việt Nam phân giới thêm 45 km đường biên"


@pytest.mark.parametrize(
    "line",
    [
        "Mời quý độc giả theo dõi Báo Ví Dụ trên",
        "* Mời bạn đọc vào chuyên mục Thế giới xem các tin, bài liên quan.",
        "Đăng ký kênh YouTube của chúng tôi",
        "Chia sẻ bài viết",
        "Link gốc",
        "Facebook",
        "Bình luận",
        "© Bản quyền thuộc Báo Ví Dụ"[2:],
    ],
)
def test_promotions_are_dropped(line: str) -> None:
    assert clean(f"{LEAD}\n\n{line}\n\n{BODY}") == f"{LEAD}\n\n{BODY}"


@pytest.mark.parametrize(
    "line",
    [
        "Chia sẻ với báo giới, ông nói Lào sẽ mở thêm cửa khẩu.",
        "Facebook gỡ bỏ hàng nghìn tài khoản giả mạo chính phủ Lào.",
        "Theo dõi sát tình hình, Bộ Ngoại giao khuyến cáo công dân không tới biên giới.",
        "Thái Lan mời quý khách nước ngoài tới dự lễ ký.",
    ],
)
def test_news_that_opens_like_a_promotion_stays(line: str) -> None:
    assert clean(f"{LEAD}\n\n{line}") == f"{LEAD}\n\n{line}"


def test_a_teaser_told_four_times_stays_once_and_after_its_heading() -> None:
    teaser = f"{TITLE}\n{TITLE}\n\nVIDU.VN - {BODY}\n\n{TITLE}\n\n{TITLE}\n\nVIDU.VN - {BODY}"
    assert clean(f"{LEAD}\n\nTin liên quan\n\n{teaser}") == f"{LEAD}\n\nTin liên quan\n\n{TITLE}\n\nVIDU.VN - {BODY}"


def test_a_caption_told_twice_stays_once() -> None:
    caption = "Người dân rời làng. Ảnh: AFP"
    assert clean(f"{LEAD}\n\n{caption}\n{caption}") == f"{LEAD}\n\n{caption}"


def test_short_answers_of_an_interview_stay() -> None:
    text = f"{LEAD}\n\n- Vâng.\n\n{BODY}\n\n- Vâng."
    assert clean(text) == text


def test_an_opening_cut_by_dots_goes_where_the_whole_follows() -> None:
    assert clean(f"{LEAD[:80]} ...\n\n{LEAD}\n\n{BODY}") == f"{LEAD}\n\n{BODY}"
    assert clean(f"{LEAD[:80]} ...\n\n{BODY}") == f"{LEAD[:80]} ...\n\n{BODY}"


PROSE = (
    "Bộ Ngoại giao Lào ra thông cáo sáng nay. Các quan chức cho biết đoàn công tác của bộ đã gặp nhóm công nhân đầu tiên trở về "
    "ở cửa khẩu phía"
)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"{PROSE}\nThái Lan, cấp nước uống cho họ.", f"{PROSE} Thái Lan, cấp nước uống cho họ."),
        (f"{PROSE[:-5]}\nvà cấp nước uống cho họ.", f"{PROSE[:-5]} và cấp nước uống cho họ."),
        (f"{PROSE}\n\nThái Lan, cấp nước uống cho họ.", f"{PROSE}\n\nThái Lan, cấp nước uống cho họ."),
        (f"{TITLE}\nvà Lào cũng vậy.", f"{TITLE}\nvà Lào cũng vậy."),
        (f"{PROSE} bắc\nThái Lan cấp nước uống cho họ.", f"{PROSE} bắc\nThái Lan cấp nước uống cho họ."),
        (f"{PROSE}\n- Thái Lan", f"{PROSE}\n- Thái Lan"),
    ],
)
def test_a_line_is_joined_only_where_its_sentence_surely_goes_on(text: str, whole: str) -> None:
    assert clean(text) == whole


def test_a_text_wrapped_at_a_fixed_width_is_unwrapped() -> None:
    words = f"{LEAD} {BODY}".split()
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) > 30:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    assert clean("\n".join(lines)).split() == words
    assert clean("\n".join(lines)).count("\n") < len(lines) // 2


@given(st.text(alphabet=st.sampled_from("Anh Lào\n.…,:-ảđ"), max_size=400))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert "\n\n\n" not in once
