"""Casualty figures: what is counted, whose people, where, when, who says so; and what is refused."""

from __future__ import annotations

from datetime import date

import pytest

from lib.coding.casualties import CasualtyCoding, code_casualties
from lib.coding.coder import read
from lib.knowledge.harm import HarmEntry, load
from lib.records import Article, Basis, Casualty, Precision, Scope

DAY = date(2024, 11, 15)


def coded(text: str) -> CasualtyCoding:
    article = Article("a", text, published=DAY, published_precision=Precision.DAY, published_basis=Basis.METADATA)
    return code_casualties(read(article))


def said(text: str) -> list[str]:
    """As "killed 12" or "killed 20..30", in the order of the text."""
    return [_short(one) for one in coded(text).casualties]


def _short(one: Casualty) -> str:
    return f"{one.harm} {one.count}" if one.count is not None else f"{one.harm} {one.low}..{one.high}"


FIGURES = [
    ("Vụ nổ khiến 12 người chết và 30 người bị thương.", ["killed 12", "injured 30"]),
    ("Đám cháy làm 5 dân thường thiệt mạng, 9 người khác bị thương.", ["killed 5", "injured 9"]),
    ("Số người chết trong trận lũ đã tăng lên 24.", ["killed 24"]),
    ("Cơ quan cứu hộ nâng tổng số người bị thiệt mạng lên 31.", ["killed 31"]),
    ("Số người thiệt mạng đã tăng từ 492 lên 558.", ["killed 558"]),
    ("Trận lũ quét cướp đi sinh mạng của 40 người.", ["killed 40"]),
    ("Phiến quân giết chết 3 lính.", ["killed 3"]),
    ("Một người chết trong vụ đâm xe.", ["killed 1"]),
    ("Hàng chục người thiệt mạng trong vụ sập hầm mỏ.", ["killed 10..99"]),
    ("Giao tranh khiến 200-300 người thiệt mạng.", ["killed 200..300"]),
    ("Hai vợ chồng tử vong tại chỗ.", ["killed 2"]),
    ("Ba thợ lặn và hai thủy thủ mất tích ngoài khơi.", ["missing 3", "missing 2"]),
    ("28 người, bao gồm cả tay súng, thiệt mạng tại ngôi trường.", ["killed 28"]),
    ("Ba người trên xuồng thiệt mạng.", ["killed 3"]),
    ("Vụ đánh bom làm chết 12 cảnh sát và làm bị thương 27 người.", ["killed 12", "injured 27"]),
    ("Lực lượng cứu hộ tìm thấy 62 thi thể và giải cứu 28 người.", ["killed 62", "released 28"]),
    ("Hơn 240 người bị bắt làm con tin.", ["captive 240"]),
    ("Nhóm vũ trang đã thả hàng chục con tin.", ["released 10..99"]),
    ("Hơn 1,2 triệu người phải rời bỏ nhà cửa.", ["displaced 1200000"]),
    ("Khoảng 350.000 người phải sơ tán vì cháy rừng.", ["displaced 350000"]),
    ("Chính quyền sơ tán 1.000 phạm nhân.", ["evacuated 1000"]),
    ("Gần 2.000 công dân được sơ tán bằng đường không.", ["evacuated 2000"]),
    ("Đại sứ quán đã giúp hơn 400 công dân rời khỏi thủ đô.", ["evacuated 400"]),
    ("Hơn 6.000 lao động bị thương hoặc tử vong trong năm 2023.", ["injured 6000", "killed 6000"]),
    ("Có 6 cảnh sát trong số những người bị thương.", ["injured 6"]),
    ("Giới chức ghi nhận 3 trường hợp tử vong.", ["killed 3"]),
    ("Thi thể một trong hai lính dù mất tích đã được tìm thấy.", ["killed 1", "missing 2"]),
    ("Quân đội tiêu diệt 44 phần tử và bắt giữ 166 tên khác.", ["killed 44", "captive 166"]),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES, ids=[text for text, _ in FIGURES])
def test_figures(text: str, expected: list[str]) -> None:
    assert said(text) == expected


REFUSED = [
    "Quân đội phá hủy 12 xe tăng và bắn hạ 48 tên lửa.",
    "Nước này điều 3.000 binh sĩ tới biên giới.",
    "Nếu đập vỡ, 50.000 người có thể thiệt mạng.",
    "Ông cảnh báo hàng triệu người có thể chết đói.",
    "Phái đoàn kêu gọi thả 50 tù nhân.",
    "Máy bay chở 62 hành khách hạ cánh an toàn.",
    "Vụ nổ khiến 8 người thương vong.",
    "Chính phủ chưa thả 20 tù nhân.",
    "Có 90% số người tử vong là người già.",
    "Biển Chết đón 200.000 du khách mỗi năm.",
    "Chiếc máy bay mất tích cách đây 10 năm.",
    "6 phạm nhân chạy trốn khỏi trại giam.",
    "Ba tay súng giết con tin rồi bỏ trốn.",
    "Hai nghị sĩ rời bỏ cuộc tranh cử.",
    "Hải quân bắt giữ 2 tàu hàng.",
    "7 người bị cáo buộc âm mưu thảm sát.",
    "Nước này phải có nghĩa vụ bắt ông Vladimir Putin.",
    "Cảnh sát bắt vợ ông Vladimir Putin.",
    "Xuất hiện tin đồn 30 người đã chết.",
]


@pytest.mark.parametrize("text", REFUSED)
def test_correct_rejections(text: str) -> None:
    assert said(text) == []


def test_refused_figures_are_listed_with_their_reason() -> None:
    coding = coded("Nếu đập vỡ, 50.000 người có thể thiệt mạng.")
    assert [(d.rule, bool(d.reason)) for d in coding.dropped] == [("killed.die", True)]


def test_words_of_harm_are_triggers_also_without_a_figure() -> None:
    text = "Nhiều ngư dân mất tích, chưa rõ ai thiệt mạng."
    assert [(t.text, t.harm) for t in coded(text).triggers] == [("mất tích", "missing"), ("thiệt mạng", "killed")]


def test_hedge_governs_both_figures() -> None:
    first, second = coded("Ít nhất 5 người chết và 20 người bị thương.").casualties
    assert (first.low, first.high, second.low, second.high) == (5, None, 20, None)


def test_hedge_does_not_reach_into_a_breakdown() -> None:
    part = coded("Ít nhất 37 người thiệt mạng, trong đó có 2 trẻ em, và hơn 3.000 người bị thương.").casualties[1]
    assert (part.count, part.low, part.high, part.victims_kind) == (2, 2, 2, "children")


def test_breakdown_takes_harm_and_country_of_the_whole() -> None:
    whole, part = coded("Bão khiến 40 người Philippines thiệt mạng, trong đó có 12 trẻ em.").casualties
    assert (part.harm, part.victims_country, part.victims_kind) == (whole.harm, "PHL", "children")


COUNTRIES = [
    ("Đợt pháo kích khiến 7 người Palestine thiệt mạng.", "PSE"),
    ("Ba công dân Thái Lan thiệt mạng.", "THA"),
    ("Bốn lính Mỹ bị thương ở Jordan.", "USA"),
    ("Israel không kích vào Lebanon, 17 người thiệt mạng.", "LBN"),
    ("Động đất ở Philippines, 26 người chết.", "PHL"),
    ("Bộ Y tế Armenia cho biết 101 người bị thương.", "ARM"),
    ("Ấn Độ phản đối Nga sau vụ tập kích khiến 4 công dân nước này thiệt mạng.", "IND"),
    ("Vận tải cơ Ấn Độ rơi khiến 5 người thiệt mạng.", "IND"),
    ("Cháy rừng khiến hàng nghìn người tại Pháp và Tây Ban Nha phải sơ tán.", None),
    ("Peru chia buồn với Chile sau vụ lật tàu tại Lima khiến 15 công dân nước này thiệt mạng.", "CHL"),
    ("Ba người con trai của thủ lĩnh Hamas Ismail Haniyeh thiệt mạng.", "PSE"),
    ("Bốn người gốc Việt thiệt mạng.", None),
    ("Cảnh sát Campuchia bắt 27 người nước ngoài.", None),
    ("Kenya tố Uganda nuốt lời hứa ký tại Oslo, sau khi hàng trăm người tử vong vì các trận đánh mới.", None),
]


@pytest.mark.parametrize(("text", "country"), COUNTRIES, ids=[text for text, _ in COUNTRIES])
def test_victims_country(text: str, country: str | None) -> None:
    assert [one.victims_country for one in coded(text).casualties] == [country]


SCOPES = [
    ("Giao tranh ở Sudan đã khiến hơn 15.000 người chết.", Scope.CUMULATIVE),
    ("Số người chết vì động đất đã tăng lên 920.", Scope.CUMULATIVE),
    ("Đã có thêm 3 công dân Thái Lan thiệt mạng.", Scope.INCREMENT),
    ("Vụ nổ ở Beirut khiến 12 người thiệt mạng.", Scope.INCIDENT),
    ("Cuộc tấn công ngày 7/10/2023 khiến 1.200 người thiệt mạng.", Scope.INCIDENT),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES, ids=[text for text, _ in SCOPES])
def test_scope(text: str, scope: Scope) -> None:
    assert [one.scope for one in coded(text).casualties] == [scope]


def test_running_total_keeps_its_start_and_no_day_of_its_own() -> None:
    (total,) = coded("Liên Hợp Quốc cho biết 224 nhân viên cứu trợ đã thiệt mạng kể từ ngày 7/10/2023.").casualties
    assert (total.scope, total.since, total.date, total.victims_kind) == (Scope.CUMULATIVE, date(2023, 10, 7), None, "aid_workers")


def test_incident_takes_the_day_of_its_clause() -> None:
    (one,) = coded("Cuộc tấn công ngày 17/9 nhằm vào doanh trại khiến 70 người thiệt mạng.").casualties
    assert (one.date, one.date_end) == (date(2024, 9, 17), date(2024, 9, 17))


def test_undated_figure_is_left_undated() -> None:
    (one,) = coded("Vụ sập mỏ khiến 9 người thiệt mạng.").casualties
    assert one.date is None


def test_claimant_is_who_states_the_figure() -> None:
    (one,) = coded("Bộ Y tế Lebanon cho biết 15 người thiệt mạng ở Beirut.").casualties
    assert one.attributed_to is not None
    assert one.attributed_to.country == "LBN"


def test_nobody_named_states_nothing() -> None:
    (one,) = coded("Vụ nổ khiến 15 người thiệt mạng.").casualties
    assert one.attributed_to is None


def test_named_person_counts_one() -> None:
    (one,) = coded("Quân đội Israel tuyên bố đã hạ sát thủ lĩnh Hezbollah Hassan Nasrallah.").casualties
    assert (one.count, one.low, one.high, one.victims_country) == (1, 1, 1, "LBN")


@pytest.mark.parametrize("text", ["ICC phát lệnh bắt giữ Tổng thống Putin.", "Nghi phạm bị bắt vì dọa giết Tổng thống Trump."])
def test_named_person_not_harmed(text: str) -> None:
    assert said(text) == []


def test_told_twice_is_one_with_the_fullest_clause() -> None:
    text = "Cháy lớn, 10 người chết\n\nVụ cháy tại thủ đô Bangkok của Thái Lan khiến ít nhất 10 người thiệt mạng."
    (one,) = coded(text).casualties
    assert (one.low, one.high, one.victims_country) == (10, None, "THA")


def test_evidence_is_the_text_itself() -> None:
    text = "Tin mới.\n\nTheo giới chức địa phương, lũ quét khiến 33 người thiệt mạng, nhiều cầu bị cuốn trôi."
    (one,) = coded(text).casualties
    assert text[one.evidence.start : one.evidence.end] == one.evidence.text == "lũ quét khiến 33 người thiệt mạng"


def test_id_stays_under_recoding_and_differs_by_fact() -> None:
    text = "Vụ nổ khiến 12 người chết và 30 người bị thương."
    once, again = coded(text).casualties, coded(text).casualties
    assert [c.casualty_id for c in once] == [c.casualty_id for c in again]
    assert len({c.casualty_id for c in once}) == len(once)


EXAMPLES = [(entry, text) for entry in load().entries for text in entry.examples]
MISSES = [(entry, text) for entry in load().entries for text in entry.misses]


@pytest.mark.parametrize(("entry", "text"), EXAMPLES, ids=[text for _, text in EXAMPLES])
def test_every_example_of_the_lexicon_is_coded(entry: HarmEntry, text: str) -> None:
    harms = {entry.subject, entry.passive, entry.object}
    assert {one.harm for one in coded(text).casualties} & harms


@pytest.mark.parametrize(("entry", "text"), MISSES, ids=[text for _, text in MISSES])
def test_no_near_miss_of_the_lexicon_is_coded(entry: HarmEntry, text: str) -> None:
    rule = entry.rule
    assert [one for one in coded(text).casualties if one.evidence.rule.startswith(rule)] == []
