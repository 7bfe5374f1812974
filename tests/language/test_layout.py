from __future__ import annotations

import pytest

from lib.language.layout import is_byline, is_caption, paragraph_kinds

LEAD = "Ngoại trưởng Lào hôm qua tới Bangkok, hội đàm với người đồng cấp Thái Lan về tình hình biên giới hai nước."
BODY = "Hai bên nhất trí mở thêm ba cửa khẩu trước cuối năm và lập một tổ công tác chung để xử lý các vụ buôn lậu."
TITLE = "Lào và Thái Lan mở thêm ba cửa khẩu"
OTHER = "Campuchia phân giới thêm 45 km đường biên"


def _kinds(*paragraphs: str, gap: str = "\n\n") -> list[str]:
    text = gap.join(paragraphs)
    found = paragraph_kinds(text)
    assert [text[p.start : p.end] for p in found] == list(paragraphs)
    return [p.kind for p in found]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_headline_lead_body(gap: str) -> None:
    assert _kinds(TITLE, LEAD, BODY, gap=gap) == ["headline", "lead", "body"]


def test_no_headline_is_made_up() -> None:
    assert _kinds(LEAD, BODY) == ["lead", "body"]
    assert _kinds(TITLE) == ["lead"]
    assert _kinds("Hai bên đã gặp nhau.", BODY) == ["lead", "body"]


def test_a_subhead_is_a_headline_and_a_last_line_is_not() -> None:
    assert _kinds(LEAD, BODY, "Căng thẳng ở biên giới", BODY) == ["lead", "body", "headline", "body"]
    assert _kinds(LEAD, BODY, "Tình hình vẫn còn căng thẳng") == ["lead", "body", "body"]


def test_teasers_after_their_heading() -> None:
    assert _kinds(TITLE, LEAD, BODY, "Tin liên quan", OTHER, f"VIDU.VN - {BODY}", OTHER) == [
        "headline",
        "lead",
        "body",
        "related",
        "related",
        "related",
        "related",
    ]
    assert _kinds(LEAD, "Xem thêm: Campuchia phân giới thêm 45 km", BODY) == ["lead", "related", "body"]


def test_the_article_goes_on_after_links_in_its_midst() -> None:
    assert _kinds(TITLE, LEAD, "Tin liên quan", OTHER, BODY, LEAD, BODY) == [
        "headline",
        "lead",
        "related",
        "related",
        "body",
        "body",
        "body",
    ]


def test_a_teaser_without_heading_is_told_by_its_outlet() -> None:
    assert _kinds(TITLE, f"VIDU.VN - {LEAD}", BODY, OTHER, f"VIDU.VN - {BODY}") == ["headline", "lead", "body", "related", "related"]


@pytest.mark.parametrize(
    "line",
    [
        "Hai ngoại trưởng tại Bangkok. Ảnh: AFP",
        "Hai ngoại trưởng tại Bangkok (Ảnh: Reuters).",
        "Hai ngoại trưởng tại Bangkok - Ảnh: TÂN HOA XÃ",
        "Hai ngoại trưởng tại Bangkok ngày 6/5. Ảnh:AP",
        "Nguồn hình ảnh, Getty Images",
        "Vị trí ba cửa khẩu. Đồ họa: Báo Ví Dụ",
        "Cảnh buôn bán ở cửa khẩu (Ảnh minh họa)",
    ],
)
def test_a_caption_is_told_by_its_credit(line: str) -> None:
    assert is_caption(line)
    assert _kinds(TITLE, LEAD, line, BODY) == ["headline", "lead", "caption", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Ông đưa ra hình ảnh: những chiếc xe tải xếp hàng dài. Sau đó ông nói thêm về biên giới.",
        "Ảnh hưởng của lũ lan tới thủ đô.",
        "Theo hình ảnh vệ tinh, quân đội đã rút đi.",
    ],
)
def test_prose_about_pictures_is_no_caption(line: str) -> None:
    assert not is_caption(line)


@pytest.mark.parametrize(
    "line",
    ["Theo TTXVN", "Nguồn: AFP", "(Theo Reuters)", "THANH BÌNH", "Lan Anh - Thứ ba, 07/05/2024 10:17 (GMT+7)", "Nguồn TTXVN/Vietnam+"],
)
def test_a_byline(line: str) -> None:
    assert is_byline(line)
    assert _kinds(TITLE, LEAD, BODY, line) == ["headline", "lead", "body", "byline"]


@pytest.mark.parametrize(
    "line", ["Theo Reuters, hai bên đã gặp nhau ở Bangkok.", "Theo ông, hai bên sẽ còn gặp nhau.", "NATO?", "Hai bên đã gặp nhau.", LEAD]
)
def test_prose_is_no_byline(line: str) -> None:
    assert not is_byline(line)


def test_nothing_has_no_paragraphs() -> None:
    assert paragraph_kinds("") == []
    assert paragraph_kinds(" \n\n ") == []
