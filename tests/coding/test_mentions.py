"""The grammar of titles, bodies and places: which phrases are found, and whom each stands for."""

from __future__ import annotations

import unicodedata
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lib.coding.mention_words import WordFile
from lib.coding.mentions import find_mentions
from lib.knowledge.base import load
from lib.knowledge.tables import read_toml
from lib.language.sentences import split
from lib.records import MentionKind, Sector

if TYPE_CHECKING:
    from lib.coding.mention_types import ResolvedMention

DAY = date(2024, 5, 20)


def find(text: str, day: date | None = DAY) -> tuple[ResolvedMention, ...]:
    return find_mentions(text, split(text), load(), day)


def told(text: str, day: date | None = DAY) -> list[tuple[str, list[str]]]:
    """Every mention with the ids of those it stands for."""
    return [(m.text, [a.actor_id for a in m.refs]) for m in find(text, day)]


@pytest.mark.parametrize(
    ("text", "phrase", "actor_id", "country", "affiliation"),
    [
        ("Ngoại trưởng Peru Rosa Delgado tới Lima.", "Ngoại trưởng Peru Rosa Delgado", "person:rosa-delgado", "PER", "state:PER"),
        (
            "Bộ trưởng Quốc phòng Israel Israel Katz phát biểu.",
            "Bộ trưởng Quốc phòng Israel Israel Katz",
            "person:israel-katz",
            "ISR",
            "state:ISR",
        ),
        (
            "Thứ trưởng Ngoại giao Bolivia Pedro Rojas cho biết.",
            "Thứ trưởng Ngoại giao Bolivia Pedro Rojas",
            "person:pedro-rojas",
            "BOL",
            "state:BOL",
        ),
        (
            "Bộ trưởng Năng lượng Na Uy - bà Ingrid Solberg nói rằng giá khí đốt sẽ giảm.",
            "Bộ trưởng Năng lượng Na Uy - bà Ingrid Solberg",
            "person:ingrid-solberg",
            "NOR",
            "state:NOR",
        ),
        (
            "Ông Karim Haddad, cố vấn Thủ tướng kiêm người phát ngôn Bộ Ngoại giao Jordan, cảnh báo về nạn đói.",
            "Ông Karim Haddad, cố vấn Thủ tướng kiêm người phát ngôn Bộ Ngoại giao Jordan",
            "person:karim-haddad",
            "JOR",
            "state:JOR",
        ),
        (
            "Tham mưu trưởng Liên quân Canada, Đại tướng Paul Mercer, đến Warsaw.",
            "Tham mưu trưởng Liên quân Canada, Đại tướng Paul Mercer",
            "person:paul-mercer",
            "CAN",
            "state:CAN",
        ),
        (
            "Giám đốc Cục Tình báo Trung ương Mỹ (CIA) Ryan Cole có mặt tại Doha.",
            "Giám đốc Cục Tình báo Trung ương Mỹ (CIA) Ryan Cole",
            "person:ryan-cole",
            "USA",
            "state:USA",
        ),
        ("Thủ lĩnh Hamas Samir Nassar thiệt mạng.", "Thủ lĩnh Hamas Samir Nassar", "person:samir-nassar", "PSE", "org:hamas"),
        (
            "Người phát ngôn Liên hợp quốc Anna Lindqvist nêu rõ điều đó.",
            "Người phát ngôn Liên hợp quốc Anna Lindqvist",
            "person:anna-lindqvist",
            None,
            "igo:un",
        ),
        ("Tổng thống Putin đã tới Bắc Kinh.", "Tổng thống Putin", "person:vladimir-putin", "RUS", "state:RUS"),
        ("Bộ trưởng Kinh tế Nguyễn Hải Vân nêu ý kiến.", "Bộ trưởng Kinh tế Nguyễn Hải Vân", "person:nguyen-hai-van", "VNM", "state:VNM"),
        (
            "Đại sứ Peru tại Liên hợp quốc Maria Quispe phản đối.",
            "Đại sứ Peru tại Liên hợp quốc Maria Quispe",
            "person:maria-quispe",
            "PER",
            "state:PER",
        ),
        (
            "Yusuf Omari, phát ngôn viên của Houthi, nói hôm 3/5.",
            "Yusuf Omari, phát ngôn viên của Houthi",
            "person:yusuf-omari",
            "YEM",
            "org:houthi",
        ),
    ],
)
def test_titles_name_a_person(text: str, phrase: str, actor_id: str, country: str | None, affiliation: str) -> None:
    found = find(text)[0]
    assert (found.text, found.kind) == (phrase, MentionKind.PERSON)
    (actor,) = found.refs
    assert (actor.actor_id, actor.country, actor.affiliation) == (actor_id, country, affiliation)


@pytest.mark.parametrize(
    ("text", "phrase", "ids"),
    [
        ("Ngoại trưởng Thổ Nhĩ Kỳ lên tiếng.", "Ngoại trưởng Thổ Nhĩ Kỳ", ["person:hakan-fidan"]),
        ("Thứ trưởng Tài chính Peru lên tiếng.", "Thứ trưởng Tài chính Peru", ["state:PER"]),
        ("Các quan chức Ukraine tỏ ra thận trọng.", "Các quan chức Ukraine", ["state:UKR"]),
        ("Hai nguồn tin an ninh Ai Cập xác nhận.", "Hai nguồn tin an ninh Ai Cập", ["state:EGY"]),
        ("Quân đội Peru và Chile tập trận.", "Quân đội Peru và Chile", ["org:quan-doi-peru", "org:quan-doi-chile"]),
        (
            "Các Ngoại trưởng Peru, Chile và Bolivia họp.",
            "Các Ngoại trưởng Peru, Chile và Bolivia",
            ["state:PER", "person:alberto-van-klaveren", "state:BOL"],
        ),
        ("Bộ Ngoại giao Peru phản đối.", "Bộ Ngoại giao Peru", ["org:bo-ngoai-giao-peru"]),
        ("Chính phủ Peru phản đối.", "Chính phủ Peru", ["state:PER"]),
        ("Phía Israel bác bỏ.", "Phía Israel", ["state:ISR"]),
        ("Phong trào Hồi giáo Hamas bác bỏ.", "Phong trào Hồi giáo Hamas", ["org:hamas"]),
        ("Các lãnh đạo phong trào Hamas đã tới Doha.", "Các lãnh đạo phong trào Hamas", ["org:hamas"]),
        ("Chính quyền ông Trump bác bỏ.", "Chính quyền ông Trump", ["state:USA"]),
        ("Một Bộ trưởng Israel đòi từ chức.", "Một Bộ trưởng Israel", ["state:ISR"]),
        ("Phiến quân Syria rút lui.", "Phiến quân Syria", ["org:phien-quan-syria"]),
        ("Đại sứ quán Nga tại Bỉ bác bỏ.", "Đại sứ quán Nga", ["org:dai-su-quan-nga"]),
        ("Giáo hoàng lên tiếng.", "Giáo hoàng", ["person:giao-hoang-francis"]),
        ("40 nước châu Âu phản đối.", "40 nước châu Âu", []),
        ("14 quốc gia thành viên NATO phản đối.", "14 quốc gia thành viên NATO", []),
        ("Phe Cộng hòa phản đối.", "Phe Cộng hòa", ["org:republican-party"]),
        ("Hiến binh Chile bắt nghi phạm.", "Hiến binh Chile", ["org:hien-binh-chile"]),
    ],
)
def test_bodies_and_offices_without_a_name(text: str, phrase: str, ids: list[str]) -> None:
    assert told(text)[0] == (phrase, ids)


def test_an_office_without_a_name_is_the_state_where_no_day_is_known() -> None:
    (mention,) = find("Thủ tướng Anh lên tiếng.", None)
    (actor,) = mention.refs
    assert (actor.actor_id, actor.title) == ("state:GBR", "Thủ tướng Anh")


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("Có 20 người Palestine bị thương.", "Palestine", True),
        ("Ba công dân Mỹ được thả.", "Mỹ", True),
        ("Năm thủy thủ Israel bị thương.", "Israel", True),
        ("Chiến dịch của Israel kéo dài.", "Israel", False),
        ("Tên lửa của Iran rơi xuống biển.", "Iran", False),
    ],
)
def test_a_state_that_only_says_whose_people(text: str, phrase: str, *, expected: bool) -> None:
    (mention,) = [m for m in find(text) if m.text == phrase]
    assert mention.modifier is expected


@pytest.mark.parametrize(
    ("text", "phrase", "form", "ids"),
    [
        ("Washington và Tehran nối lại đàm phán.", "Washington", "metonym", ["state:USA"]),
        ("Cuộc gọi diễn ra theo đề nghị của Bắc Kinh.", "Bắc Kinh", "metonym", ["state:CHN"]),
        ("Nhà Trắng bác bỏ cáo buộc.", "Nhà Trắng", "metonym", ["state:USA"]),
        ("Ông Trump đã đến Bắc Kinh.", "Bắc Kinh", "place", ["state:CHN"]),
        ("Vụ nổ xảy ra tại thủ đô Tehran.", "thủ đô Tehran", "place", ["state:IRN"]),
        ("Hãng tin AFP đưa tin.", "Hãng tin AFP", "media", ["org:afp"]),
        ("Kênh truyền hình Sao Mai News đưa tin.", "Kênh truyền hình Sao Mai News", "media", ["org:sao-mai-news"]),
        ("Cộng đồng quốc tế lo ngại.", "Cộng đồng quốc tế", "collective", []),
    ],
)
def test_forms(text: str, phrase: str, form: str, ids: list[str]) -> None:
    (mention,) = [m for m in find(text) if m.text == phrase]
    assert (mention.form, [a.actor_id for a in mention.refs]) == (form, ids)


def test_a_capital_keeps_its_place() -> None:
    place = find("Tehran tuyên bố đáp trả.")[0].place
    assert place is not None
    assert (place.name, place.country) == ("Tehran", "IRN")


def test_an_unknown_place_takes_the_state_told_after_it() -> None:
    places = [m.place for m in find("Động đất xảy ra tại thị trấn Kalimera, miền nam Hy Lạp.") if m.kind is MentionKind.PLACE]
    assert [(p.name, p.country) for p in places if p] == [("Kalimera", "GRC")]


def test_media_are_media() -> None:
    (mention,) = find("Hãng tin AFP đưa tin.")
    assert mention.refs[0].sector is Sector.MED


@pytest.mark.parametrize(
    "text",
    [
        "Theo đó, mọi việc sẽ thay đổi.",
        "Chủ Nhật tuần này trời mưa.",
        "Ý kiến này được nhiều người tán thành.",
        "Một người đàn ông bị bắt vì trộm xe.",
        "Anh hùng lao động được tuyên dương.",
        "Pháp luật quy định rõ điều này.",
        "Giáo dục là ưu tiên hàng đầu.",
        "Cuộc bầu cử tổng thống diễn ra êm ả.",
    ],
)
def test_no_party_where_none_is_named(text: str) -> None:
    assert [m for m in find(text) if m.refs] == []


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Ông Đức Thành khai trương cửa hàng.", "Đức"),
        ("Làn sóng nắng nóng tràn qua Bắc Mỹ.", "Mỹ"),
        ("Chị Mỹ Hạnh mở quán.", "Mỹ"),
        ("Các nước Mỹ Latinh lo ngại.", "Mỹ"),
    ],
)
def test_a_state_inside_another_name_is_no_state(text: str, phrase: str) -> None:
    assert phrase not in [m.text for m in find(text)]
    assert not any(a.actor_id.startswith("state:") for m in find(text) for a in m.refs)


def test_an_abbreviation_stands_for_the_body_that_introduced_it() -> None:
    text = "Cơ quan Hàng không Dân dụng Peru (AVIPER) đóng cửa sân bay. AVIPER cho biết sẽ mở lại sau."
    first, second = [m for m in find(text) if "AVIPER" in m.text]
    assert first.refs[0].actor_id == second.refs[0].actor_id
    assert second.refs[0].country == "PER"


_WORDS = st.sampled_from(
    "Ngoại trưởng Thổ Nhĩ Kỳ Hakan Fidan ông bà nước này Mỹ , . và - quân đội người Palestine ở các ( IDF ) Putin hai bên 20 Hamas".split()
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_WORDS, min_size=1, max_size=25))
def test_mentions_are_in_order_and_never_nested(parts: list[str]) -> None:
    text = " ".join(parts)
    found = find(text)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Cựu Tổng thống Mỹ lên tiếng.", "Cựu Tổng thống Mỹ"),
        ("Tổng thống đắc cử Mỹ lên tiếng.", "Tổng thống đắc cử Mỹ"),
        ("Bà muốn trở thành Tổng thống Mỹ.", "Tổng thống Mỹ"),
        ("Một số nước phương Tây phản đối.", "Một số nước"),
    ],
)
def test_an_office_that_nobody_holds_is_nobody(text: str, phrase: str) -> None:
    (mention,) = [m for m in find(text) if m.text == phrase]
    assert mention.refs == ()


@pytest.mark.parametrize(
    ("text", "actor_id"),
    [
        ("Phó Tổng thư ký Liên hợp quốc cảnh báo.", "igo:un"),
        ("Người đứng đầu Trung tâm Điều phối của Nga cảnh báo.", "state:RUS"),
        ("Thứ trưởng Quốc phòng Nga cảnh báo.", "state:RUS"),
    ],
)
def test_a_lesser_office_is_not_its_chief(text: str, actor_id: str) -> None:
    assert find(text)[0].refs[0].actor_id == actor_id


def test_word_classes_are_clean() -> None:
    for name, words in ((c.name, c.words) for c in read_toml("mention_words.toml", WordFile).cls):
        assert len(set(words)) == len(words), name
        assert all(unicodedata.normalize("NFC", w) == w and w.strip() == w for w in words), name


@pytest.mark.parametrize("text", ["người đồng cấp", "phát ngôn viên của nhóm vũ trang"])
def test_a_phrase_alone_is_read_without_harm(text: str) -> None:
    assert all(not m.refs for m in find(text))


@pytest.mark.parametrize(
    ("text", "phrase", "ids"),
    [
        ("Chủ tịch Đảng CPP, Chủ tịch Thượng viện Campuchia phát biểu.", "Chủ tịch Đảng CPP, Chủ tịch Thượng viện Campuchia", ["KHM"]),
        (
            "Tổng Bí thư Ban Chấp hành Trung ương Đảng Cộng sản Trung Quốc, Chủ tịch nước CHND Trung Hoa Tập Cận Bình họp.",
            "Tổng Bí thư Ban Chấp hành Trung ương Đảng Cộng sản Trung Quốc, Chủ tịch nước CHND Trung Hoa Tập Cận Bình",
            ["CHN"],
        ),
        ("Peru tiếp ông Trợ lý Ngoại trưởng Mỹ Dan Cole.", "ông Trợ lý Ngoại trưởng Mỹ Dan Cole", ["USA"]),
        ("Bà Bộ trưởng Năng lượng Na Uy Ingrid Solberg phát biểu.", "Bà Bộ trưởng Năng lượng Na Uy Ingrid Solberg", ["NOR"]),
        ("Dân biểu Mỹ gốc Palestine Lina Haddad phát biểu.", "Dân biểu Mỹ gốc Palestine Lina Haddad", ["USA"]),
        ("Thủ tướng Netanyahu Chủ nhật tuyên bố như vậy.", "Thủ tướng Netanyahu", ["ISR"]),
        ("Trung ương Đảng Cộng sản Cuba họp.", "Trung ương Đảng Cộng sản Cuba", ["CUB"]),
    ],
)
def test_one_phrase_is_one_party(text: str, phrase: str, ids: list[str]) -> None:
    found = [m for m in find(text) if m.text == phrase]
    assert [[a.country for a in m.refs] for m in found] == [ids]


@pytest.mark.parametrize(
    ("text", "phrase", "ids", "modifier"),
    [
        ("Con trai ông Netanyahu lên tiếng.", "Con trai ông Netanyahu", ["state:ISR"], True),
        ("Vệ sĩ của Tổng thống Peru bị bắt.", "Vệ sĩ của Tổng thống Peru", ["state:PER"], True),
        ("Trợ lý của ông Putin lên tiếng.", "Trợ lý của ông Putin", ["state:RUS"], False),
    ],
)
def test_who_is_near_to_somebody_is_somebody_else(text: str, phrase: str, ids: list[str], *, modifier: bool) -> None:
    (mention,) = find(text)
    assert (mention.text, [a.actor_id for a in mention.refs], mention.modifier) == (phrase, ids, modifier)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Một người gốc Việt bị bắt.", "Việt"),
        ("Ông Trump tuyên bố Lãnh tụ Tối cao Iran đã chết.", "bố Lãnh tụ Tối cao Iran"),
        ("Tòa nhà bị sập.", "Tòa"),
    ],
)
def test_no_mention_of_that_kind(text: str, phrase: str) -> None:
    assert phrase not in [m.text for m in find(text)]


def test_the_person_of_a_case_is_named() -> None:
    (mention,) = find("Đây là vụ Trịnh Văn Khải bị bắt cóc.")
    assert (mention.text, [a.actor_id for a in mention.refs]) == ("Trịnh Văn Khải", ["person:trinh-van-khai"])
