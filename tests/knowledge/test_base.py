"""Names, titles and offices as the coder asks for them."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from lib.knowledge.base import KnowledgeBase, NameEntry, load
from lib.language.tokens import tokenize


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    return load()


def found(kb: KnowledgeBase, text: str) -> list[tuple[str, str]]:
    tokens = tokenize(text)
    return [(text[tokens[m.first].start : tokens[m.last - 1].end], m.value.actor_id) for m in kb.names.find(tokens)]


def first(kb: KnowledgeBase, text: str) -> NameEntry:
    match = kb.names.at(tokenize(text), 0)
    assert match is not None, text
    return match.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mỹ", "state:USA"),
        ("Hoa Kỳ", "state:USA"),
        ("Hợp chúng quốc Hoa Kỳ", "state:USA"),
        ("Anh", "state:GBR"),
        ("Vương quốc Anh", "state:GBR"),
        ("Liên bang Nga", "state:RUS"),
        ("CHDCND Triều Tiên", "state:PRK"),
        ("CHDC Congo", "state:COD"),
        ("Ả-rập Xê-út", "state:SAU"),
        ("Ả Rập Xê Út", "state:SAU"),
        ("Ả Rập Saudi", "state:SAU"),
        ("Ô-xtrây-li-a", "state:AUS"),
        ("I-xra-en", "state:ISR"),
        ("Pa-le-xtin", "state:PSE"),
        ("Li-băng", "state:LBN"),
        ("quốc gia Do thái", "state:ISR"),
        ("xứ sở Chùa Vàng", "state:THA"),
        ("Mát-xcơ-va", "place:moskva"),
        ("Kyiv", "place:kiev"),
        ("Dải Gaza", "place:gaza"),
        ("Liên Hợp Quốc", "igo:un"),
        ("HĐBA", "org:un-security-council"),
        ("ICJ", "igo:icj"),
        ("Vệ binh Cách mạng Hồi giáo Iran", "org:irgc"),
        ("Lực lượng Phòng vệ Israel", "org:idf"),
        ("Điện Kremlin", "org:kremlin"),
        ("Hezbollah", "org:hezbollah"),
        ("Recep Tayyip Erdoğan", "person:recep-tayyip-erdogan"),
        ("Hossein Amir-Abdollahian", "person:hossein-amir-abdollahian"),
        ("Hossein Amir Abdollahian", "person:hossein-amir-abdollahian"),
        ("Abdel Fattah al-Sisi", "person:abdel-fattah-el-sisi"),
        ("Antonio Guterres", "person:antonio-guterres"),
        ("António Guterres", "person:antonio-guterres"),
        ("Tập Cận Bình", "person:tap-can-binh"),
        ("Phạm Thu Hằng", "person:pham-thu-hang"),
    ],
)
def test_names_lead_to_their_bearers(kb: KnowledgeBase, text: str, expected: str) -> None:
    assert first(kb, text).actor_id == expected


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("anh ấy nói", "state:GBR"),
        ("ý kiến này", "state:ITA"),
        ("pháp luật", "state:FRA"),
        ("áo khoác", "state:AUT"),
        ("đức tính", "state:DEU"),
        ("nga ngố", "state:RUS"),
        ("Nam Sudan", "state:SDN"),
        ("Nam Mỹ", "state:USA"),
        ("Guinea Xích Đạo", "state:GIN"),
        ("bang New Mexico", "state:MEX"),
    ],
)
def test_names_inside_other_words_are_not_found(kb: KnowledgeBase, text: str, absent: str) -> None:
    assert absent not in [actor_id for _, actor_id in found(kb, text)]


@pytest.mark.parametrize("text", ["Chủ Nhật", "Pháp luật", "Đức Giáo hoàng", "Ý kiến", "Washington Post"])
def test_blockers_hold_what_only_looks_like_a_name(kb: KnowledgeBase, text: str) -> None:
    assert kb.blockers.at(tokenize(text), 0) is not None


@pytest.mark.parametrize("text", ["Nhật Bản", "Pháp", "Đức", "Ý", "Washington"])
def test_blockers_leave_names_alone(kb: KnowledgeBase, text: str) -> None:
    assert kb.blockers.at(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "entity", "stands_for"),
    [
        ("Washington", "place:washington", "state:USA"),
        ("Bắc Kinh", "place:bac-kinh", "state:CHN"),
        ("Tel Aviv", "place:tel-aviv", "state:ISR"),
        ("Nhà Trắng", "org:white-house", "state:USA"),
        ("Lầu Năm Góc", "org:pentagon", "state:USA"),
        ("Brussels", "place:brussels", "igo:eu"),
        ("Istanbul", "place:istanbul", None),
        ("New York", "place:new-york", None),
    ],
)
def test_seats_stand_for_their_governments(kb: KnowledgeBase, text: str, entity: str, stands_for: str | None) -> None:
    entry = first(kb, text)
    assert (entry.actor_id, entry.stands_for) == (entity, stands_for)
    assert (entry.form == "metonym") == (stands_for is not None)


@pytest.mark.parametrize(("text", "country"), [("Trung", "CHN"), ("Hàn", "KOR"), ("Triều", "PRK"), ("Ấn", "IND"), ("Thái", "THA")])
def test_one_syllable_names_only_count_in_pairs(kb: KnowledgeBase, text: str, country: str) -> None:
    entry = first(kb, text)
    assert (entry.actor_id, entry.form) == (f"state:{country}", "pair")


def test_a_short_name_leads_to_its_bearer(kb: KnowledgeBase) -> None:
    entry = first(kb, "Netanyahu")
    assert (entry.form, entry.actor_id, entry.context) == ("short", "person:benjamin-netanyahu", False)


@pytest.mark.parametrize("text", ["Kim", "Abbas", "Johnson", "Sharif", "Aoun"])
def test_a_short_name_that_many_bear_asks_for_context(kb: KnowledgeBase, text: str) -> None:
    match = kb.names.at(tokenize(text), 0)
    assert match is None or (match.value.form == "short" and match.value.context)


def test_short_names_list_all_who_bear_them(kb: KnowledgeBase) -> None:
    assert set(first(kb, "Aoun").candidates) == {"person:joseph-aoun", "person:michel-aoun"}


@pytest.mark.parametrize(
    ("actor_id", "country", "affiliation"),
    [
        ("org:hamas", "PSE", None),
        ("org:fatah", "PSE", None),
        ("org:hezbollah", "LBN", None),
        ("org:houthi", "YEM", None),
        ("org:m23", "COD", None),
        ("org:rsf", "SDN", None),
        ("org:idf", "ISR", "state:ISR"),
        ("org:cia", "USA", "state:USA"),
        ("org:ocha", None, "igo:un"),
        ("org:who", None, "igo:un"),
        ("org:unrwa", None, "igo:un"),
        ("org:un-security-council", None, "igo:un"),
        ("org:icrc", None, None),
        ("igo:nato", None, None),
        ("place:gaza", "PSE", None),
        ("place:bo-tay", "PSE", None),
        ("person:antonio-guterres", None, "igo:un"),
        ("person:hakan-fidan", "TUR", "state:TUR"),
        ("person:ismail-haniyeh", "PSE", "org:hamas"),
    ],
)
def test_countries_and_affiliations_are_those_of_the_contract(
    kb: KnowledgeBase, actor_id: str, country: str | None, affiliation: str | None
) -> None:
    entity = kb.entities[actor_id]
    assert (entity.country, entity.affiliation) == (country, affiliation)


@pytest.mark.parametrize(
    ("role", "of", "day", "name"),
    [
        ("foreign_minister", "state:JPN", date(2023, 11, 7), "Yoko Kamikawa"),
        ("foreign_minister", "state:TUR", date(2023, 11, 1), "Hakan Fidan"),
        ("president", "state:IRN", date(2023, 10, 20), "Ebrahim Raisi"),
        ("prime_minister", "state:THA", date(2023, 10, 20), "Srettha Thavisin"),
        ("prime_minister", "state:ISR", date(2022, 3, 1), "Naftali Bennett"),
        ("prime_minister", "state:ISR", date(2024, 3, 1), "Benjamin Netanyahu"),
        ("defence_minister", "state:ISR", date(2024, 11, 7), "Yoav Gallant"),
        ("president", "state:USA", date(2025, 1, 19), "Joe Biden"),
        ("president", "state:USA", date(2025, 1, 20), "Donald Trump"),
        ("secretary_general", "igo:nato", date(2024, 9, 30), "Jens Stoltenberg"),
        ("secretary_general", "igo:nato", date(2024, 10, 1), "Mark Rutte"),
        ("intelligence_chief", "org:cia", date(2023, 11, 7), "William Burns"),
        ("leader", "state:DEU", date(2024, 1, 1), "Olaf Scholz"),
        ("leader", "state:FRA", date(2024, 1, 1), "Emmanuel Macron"),
        ("leader", "org:hamas", date(2024, 1, 1), "Ismail Haniyeh"),
        ("president", "state:EGY", None, "Abdel Fattah El-Sisi"),
        ("prime_minister", "state:VNM", date(2024, 6, 1), "Phạm Minh Chính"),  # only the end of the term is unsure
    ],
)
def test_who_held_an_office_that_day(kb: KnowledgeBase, role: str, of: str, day: date | None, name: str) -> None:
    entity = kb.holder(role, of, day)
    assert entity is not None
    assert entity.name == name


@pytest.mark.parametrize(
    ("role", "of", "day"),
    [
        ("president", "state:USA", None),  # several since 2015
        ("president", "state:LBN", date(2024, 6, 1)),  # the seat was empty
        ("prime_minister", "state:USA", date(2024, 6, 1)),  # there is none
        ("president", "state:NOWHERE", date(2024, 6, 1)),
        ("king", "state:GBR", date(2024, 6, 1)),
        ("prime_minister", "state:VNM", date(2025, 12, 1)),  # the end of the term is unsure
        ("president", "state:VNM", date(2026, 5, 1)),  # the day it began is unsure
        ("leader", "igo:g7", date(2024, 6, 1)),
    ],
)
def test_who_held_an_office_is_not_guessed(kb: KnowledgeBase, role: str, of: str, day: date | None) -> None:
    assert kb.holder(role, of, day) is None


def test_tenures_are_by_start(kb: KnowledgeBase) -> None:
    roles = [(office.role, office.start) for office in kb.tenures("person:hakan-fidan")]
    assert roles == [("intelligence_chief", date(2010, 5, 27)), ("foreign_minister", date(2023, 6, 4))]
    assert kb.tenures("person:nobody") == ()


@pytest.mark.parametrize(
    ("text", "role", "rank"),
    [
        ("Tổng thống", "president", "chief"),
        ("tổng thống", "president", "chief"),
        ("Ngoại trưởng", "foreign_minister", "chief"),
        ("Bộ trưởng Ngoại giao", "foreign_minister", "chief"),
        ("Bộ trưởng Bộ Ngoại giao", "foreign_minister", "chief"),
        ("quyền Ngoại trưởng", "foreign_minister", "acting"),
        ("cựu Ngoại trưởng", "foreign_minister", "former"),
        ("nguyên Bộ trưởng Quốc phòng", "defence_minister", "former"),
        ("Thứ trưởng Bộ Quốc phòng", "deputy_defence_minister", "deputy"),
        ("Phó Thủ tướng", "deputy_prime_minister", "deputy"),
        ("Thư ký báo chí", "spokesperson", ""),
        ("Phát ngôn viên", "spokesperson", ""),
        ("Lãnh tụ Tối cao", "supreme_leader", "chief"),
        ("Giáo hoàng", "pope", "chief"),
        ("Tổng Thư ký", "secretary_general", "chief"),
        ("Thượng nghị sĩ", "lawmaker", ""),
        ("Đặc phái viên", "envoy", ""),
        ("ông", "honorific", ""),
        ("Bà", "honorific", ""),
    ],
)
def test_titles_give_role_and_rank(kb: KnowledgeBase, text: str, role: str, rank: str) -> None:
    tokens = tokenize(text)
    match = kb.titles.at(tokens, 0)
    assert match is not None
    assert (match.last, match.value.role, match.value.rank) == (len(tokens), role, rank)


@pytest.mark.parametrize("text", ["thống kê", "ngoại giao", "bộ phim", "trưởng thành", "quốc gia"])
def test_words_that_only_begin_like_titles_are_none(kb: KnowledgeBase, text: str) -> None:
    match = kb.titles.at(tokenize(text), 0)
    assert match is None or match.last < len(tokenize(text))


@pytest.mark.parametrize(("text", "rank"), [("cựu", "former"), ("nguyên", "former"), ("quyền", "acting"), ("đắc cử", "elect")])
def test_words_that_change_a_rank(kb: KnowledgeBase, text: str, rank: str) -> None:
    match = kb.ranks.at(tokenize(text), 0)
    assert match is not None
    assert match.value == rank


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bộ Ngoại giao Ai Cập", "foreign_ministry"),
        ("quân đội Myanmar", "army"),
        ("Quốc hội Jordan", "parliament"),
        ("Văn phòng Thủ tướng Israel", "prime_minister_office"),
        ("lực lượng bảo vệ bờ biển Philippines", "coast_guard"),
    ],
)
def test_kinds_of_organ(kb: KnowledgeBase, text: str, role: str) -> None:
    match = kb.organs.at(tokenize(text), 0)
    assert match is not None
    assert match.value.role == role


@pytest.mark.parametrize("text", ["cộng đồng quốc tế", "Nhiều nước", "các nước phương Tây", "các bên", "thế giới Arab"])
def test_collectives_are_nobody(kb: KnowledgeBase, text: str) -> None:
    match = kb.collectives.at(tokenize(text), 0)
    assert match is not None
    assert match.last == len(tokenize(text))


def test_the_base_is_read_once_a_process() -> None:
    assert load() is load()


def test_reading_imports_neither_babel_nor_pycountry() -> None:
    code = "import sys; from lib.knowledge.base import load; load(); print(sorted({'babel', 'pycountry', 'pandas'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
