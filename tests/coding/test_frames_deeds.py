"""What is done: by whom, to whom, with what; and what is only wished, asked, feared or denied."""

from __future__ import annotations

import pytest

from tests.coding.told import told

FORCE = [
    ("Nga tấn công thành phố Kharkov bằng tên lửa.", "ASSAULT/missile RUS > UKR"),
    ("Nga không kích Kiev.", "ASSAULT/aerial RUS > UKR"),
    ("Ukraine tấn công nhà máy lọc dầu của Nga bằng máy bay không người lái.", "ASSAULT/drone UKR > RUS"),
    ("Ukraine bị Nga tấn công.", "ASSAULT/attack RUS > UKR"),
    ("Thành phố Odessa bị tấn công.", "ASSAULT/attack - > UKR"),
    ("Thái Lan pháo kích Campuchia.", "ASSAULT/shelling THA > KHM"),
    ("Cuộc tấn công của Nga vào Kharkov kéo dài ba giờ.", "ASSAULT/attack RUS > UKR"),
    ("Vụ đánh bom ở Quetta khiến 5 người chết.", "ASSAULT/explosives - > PAK"),
    ("Lực lượng Hỗ trợ Nhanh (RSF) pháo kích trại tị nạn ở Darfur.", "ASSAULT/shelling org:rsf > SDN"),
    ("Ukraine tuyên bố đã tấn công sân bay ở Nga.", "ASSAULT/attack UKR > RUS"),
    ("Thủ tướng Thái Lan cho biết Campuchia tấn công Thái Lan.", "ASSAULT/attack KHM > THA"),
    ("Kho dầu của Ukraine bị UAV Nga tấn công.", "ASSAULT/drone RUS > UKR"),
    ("Thị trưởng Kiev Vitali Klitschko thông báo Nga tập kích trong đêm.", "ASSAULT/attack RUS > UKR"),
    ("Israel đáp trả bằng cuộc không kích vào Isfahan.", "ASSAULT/aerial ISR > IRN"),
    ("Nga đáp trả bằng cách trục xuất hai nhà ngoại giao Anh.", "SANCTION/expel RUS > GBR"),
    ("Ba binh sĩ Mỹ thiệt mạng trong vụ tấn công bằng rocket ở Jordan.", "ASSAULT/missile - > USA"),
    ("Houthi nhận trách nhiệm vụ tấn công tàu hàng trên Biển Đỏ.", "ASSAULT/attack org:houthi"),
    ("Pháp bắt tàu dầu trên Địa Trung Hải.", "COERCE/seize FRA"),
    ("Hai ngư dân Philippines bị tàu Trung Quốc đâm va.", "ASSAULT/attack CHN > PHL"),
    ("Venezuela bắt giữ ba công dân Colombia.", "COERCE/arrest VEN > COL"),
    ("Ba công dân Colombia bị Venezuela bắt giữ.", "COERCE/arrest VEN > COL"),
    ("Nga chiếm làng Toretsk của Ukraine.", "COERCE/seize RUS > UKR"),
    ("Thái Lan đóng cửa biên giới với Campuchia.", "COERCE/restrict THA > KHM"),
]
SUFFERED = [
    ("Căn cứ Mỹ ở Qatar trúng tên lửa của Iran.", "ASSAULT/missile IRN > USA"),
    ("Kiev hứng đòn tập kích từ Nga.", "ASSAULT/attack RUS > UKR"),
    ("Kho lương thực ở Kuwait hư hại sau đòn tập kích của Iran.", "ASSAULT/attack IRN > KWT"),
    ("Ít nhất 6 người chết tại Ukraine sau cuộc tập kích của Nga.", "ASSAULT/attack RUS > UKR"),
    ("Nga giảm xuất khẩu xăng sau cuộc tập kích của Ukraine.", "ASSAULT/attack UKR > RUS"),  # the one other side
    ("Cựu tổng thống Pháp Nicolas Sarkozy lĩnh án 5 năm tù.", "COERCE/arrest - > nicolas-sarkozy"),
    ("Nga kết án một công dân Mỹ 12 năm tù.", "COERCE/arrest RUS > USA"),
    ("Tòa án Trung Quốc thi hành án tử hình với 11 thành viên băng đảng ở Myanmar.", "COERCE/arrest org:toa-an-trung-quoc"),
    ("Hai công dân Việt Nam bị bắt ở Campuchia.", "COERCE/arrest - > VNM"),
    ("Tướng Kirillov, người bị ám sát ở Moskva, từng chỉ huy binh chủng hóa học.", "ASSAULT/attack - > kirillov"),
]
WHOSE = [
    ("Thông điệp của Nga khi phóng tên lửa vào Ukraine.", "ASSAULT/missile RUS > UKR"),
    ("Nhiều người e ngại Nga, quốc gia đã xâm lược Georgia năm 2008.", "ASSAULT/ground RUS > GEO !historical"),
    ("Hàng nghìn binh sĩ Israel bao vây thị trấn Khiam ở Lebanon.", "COERCE/restrict org:idf > LBN"),
    ("Quân đội Mexico đột kích căn nhà trên đồi.", "ASSAULT/ground org:quan-doi-mexico"),
    ("Mỹ mở đợt không kích Iran vào ban ngày.", "ASSAULT/aerial USA > IRN"),  # the name beside the noun is hit
    ("Đòn tập kích Iran vào Israel kéo dài cả đêm.", "ASSAULT/attack IRN > ISR"),  # but for a target told behind it
    ("Loạt nước châu Âu điều quân tới Greenland.", "MOBILIZE/troops -"),
    ("Mỹ nhận trách nhiệm về vụ không kích bệnh viện ở Kabul.", "ASSAULT/aerial USA > AFG"),
    ("Mỹ rút khỏi Thỏa thuận Paris.", "REJECT/refuse USA"),  # the pact is no party, whatever city it is called after
    ("Đức triển khai lữ đoàn thiết giáp tới Lithuania.", "MOBILIZE/troops DEU"),
    ("Israel chặn đoàn xe viện trợ vào Gaza.", "COERCE/restrict ISR > PSE"),
    ("Tàu hải cảnh Trung Quốc phun vòi rồng vào tàu Philippines.", "ASSAULT/attack org:hai-canh-trung-quoc > PHL"),
    ("Quân đội Pakistan và Taliban đấu súng ở biên giới.", "ASSAULT/attack org:quan-doi-pakistan+org:taliban"),
    ("Hamas trao trả thi thể 4 con tin cho Israel.", "RETREAT/return org:hamas > ISR"),
    ("Đức cung cấp thêm 2 hệ thống Patriot cho Ukraine.", "AID/military DEU > UKR"),
    ("Hàn Quốc triệu Đại sứ Campuchia liên quan nạn lừa đảo.", "ACCUSE/disapprove KOR > KHM"),
    ("Đức đã chuyển giao thêm tổ hợp phòng không Patriot cho Ukraine.", "AID/military DEU > UKR"),
    ("Giám đốc FBI từ chức.", "RETREAT/resign kash-patel"),  # not who leads the state
    ("Mỹ gỡ bỏ hạn chế bán vũ khí cho Campuchia.", "CONCEDE/ease USA > KHM"),  # the sale is what the limits were on
]
MEASURES = [
    ("Mỹ áp đặt trừng phạt đối với Venezuela.", "SANCTION/embargo USA > VEN"),
    ("EU áp lệnh trừng phạt Nga và Belarus.", "SANCTION/embargo igo:eu > BLR+RUS"),
    ("Mỹ cấm nhập khẩu dầu của Venezuela.", "SANCTION/embargo USA > VEN"),
    ("Colombia triệu hồi đại sứ tại Venezuela về nước để tham vấn.", "SANCTION/recall COL > VEN"),
    ("Thái Lan trục xuất đại sứ Campuchia.", "SANCTION/expel THA > KHM"),
    ("Venezuela cắt đứt quan hệ ngoại giao với Paraguay.", "SANCTION/cut_ties VEN > PRY"),
    ("Mỹ quyết định cắt quan hệ ngoại giao với Venezuela.", "SANCTION/cut_ties USA > VEN"),
    ("Khartoum cắt đứt quan hệ ngoại giao với UAE.", "SANCTION/cut_ties SDN > ARE"),
    ("Pakistan đặt quân đội trong tình trạng báo động cao.", "MOBILIZE/alert PAK"),
    ("Mỹ điều quân đến Ba Lan nhằm ngăn chặn Nga tấn công NATO.", "MOBILIZE/troops USA"),
    ("Triều Tiên phóng tên lửa đạn đạo ra biển.", "MOBILIZE/weapons PRK"),
    ("Người dân Pakistan biểu tình phản đối Ấn Độ.", "PROTEST/demo PAK > IND"),
]
GOODWILL = [
    ("Mỹ viện trợ quân sự cho Ukraine.", "AID/military USA > UKR"),
    ("Đức và Pháp viện trợ vũ khí cho Ukraine.", "AID/military DEU+FRA > UKR"),
    ("Nga và Ukraine ký thỏa thuận trao đổi tù binh.", "AGREE/sign RUS+UKR"),
    ("Mỹ ký thỏa thuận khoáng sản với Ukraine.", "AGREE/sign UKR+USA"),
    ("Thái Lan và Campuchia nhất trí ngừng bắn.", "AGREE/accept KHM+THA"),
    (
        "Lễ ký kết bản ghi nhớ giữa Bộ Năng lượng Chile và Bộ Năng lượng Peru diễn ra hôm qua.",
        "AGREE/sign org:bo-nang-luong-chile+org:bo-nang-luong-peru",
    ),
    ("Hàn Quốc và Mỹ mở rộng các cuộc tập trận quân sự chung.", "COOPERATE/military KOR+USA"),
    ("Tại diễn đàn Liên Hợp Quốc, Nam Phi, Cuba và Angola ký hiệp định hòa bình.", "AGREE/sign AGO+CUB+ZAF"),
    ("Đức cam kết hỗ trợ Ukraine.", "AGREE/pledge DEU > UKR"),
    ("Ấn Độ sẵn sàng hỗ trợ Nepal về lương thực.", "AGREE/pledge IND > NPL"),
    ("Đức cam kết tăng ngân sách quốc phòng trong khi Ukraine chờ vũ khí.", "AGREE/pledge DEU"),
    ("Sudan chấp nhận đề xuất ngừng bắn từ Kenya.", "AGREE/accept SDN > KEN"),
    ("Ấn Độ và Pakistan hợp tác chống khủng bố.", "COOPERATE/security IND+PAK"),
    ("Trung Quốc và Nga tập trận chung trên biển Nhật Bản.", "COOPERATE/military CHN+RUS"),
    ("Nga trả tự do cho 10 công dân Mỹ.", "RETREAT/release RUS > USA"),
    ("Pháp sơ tán công dân khỏi Sudan.", "RETREAT/evacuate FRA"),
    ("Nga tuyên bố ngừng bắn nhân dịp lễ Phục sinh.", "CONCEDE/ceasefire RUS"),
    ("Mỹ nới lỏng trừng phạt đối với Venezuela.", "CONCEDE/ease USA > VEN"),
]
REFUSED = [
    ("Nga không tấn công Ba Lan.", "negation"),
    ("Nga chưa rút quân khỏi Kherson.", "negation"),
    ("Không có bằng chứng cho thấy Iran tấn công Ả Rập Xê Út.", "negation"),
    ("Nếu Nga tấn công Ba Lan, NATO sẽ hành động.", "hypothesis"),
    ("Nga có thể tấn công Moldova.", "possibility"),
    ("Nguy cơ Trung Quốc tấn công Đài Loan đang tăng.", "danger"),
    ("Liệu Trung Quốc có tấn công Đài Loan hay không?", "question"),
    ("Ấn Độ được cho là sẽ tấn công Pakistan.", "hearsay of a plan"),
    ("Nga không loại trừ khả năng tấn công Ba Lan.", "possibility"),
    ("Pháp đang cân nhắc công nhận nhà nước Palestine.", "considered"),
    ("Ukraine tăng cường phòng không nhằm ngăn Nga tấn công Kiev.", "purpose"),
    ("Nga ngừng tấn công Ukraine.", "ended"),
    ("Ukraine nói Nga sẽ tấn công Moldova.", "a plan told of another"),
    ("Hàng viện trợ của Nhật Bản đã tới Sudan.", "a qualifier"),
    ("Nguồn tin Nga nói phi cơ trúng tên lửa ở biên giới.", "what was hit is not named"),
    ("Ca sĩ nổi tiếng lĩnh án 2 năm tù.", "a private person"),
    ("Người bị kết án tù chung thân được Iran giảm án.", "a class of people"),
    ("Ông Edmundo Gonzalez đã rời khỏi Đại sứ quán Tây Ban Nha.", "one person goes, nobody is brought out"),
    ("Anh kết án 4 binh sĩ đánh chết một đồng đội người Mỹ.", "the victim of those sentenced"),
    ("Nhà chức trách nhắc tới vụ đánh bom đường ống dẫn khí từ Nga sang châu Âu.", "where the pipeline comes from"),
    ("Ukraine dùng tên lửa do Mỹ, Anh viện trợ để tập kích Nga.", "whose gift the weapon is"),
    ("Mỹ và Iran nối lại liên lạc bất chấp đụng độ trên biển.", "a noun"),
    ("Lữ đoàn 155 của Ukraine gửi máy bay chiến đấu đến Ukraine.", "no aid to oneself"),
    ("Lằn ranh đỏ của Ukraine khi đàm phán với Nga.", "no meeting told as held"),
    ("Cảnh sát đột kích sòng bạc.", "police at home"),
    ("Cảnh sát Ukraine họp báo sau khi nghi phạm bị bắt.", "who was arrested is not named"),
    ("Đội bảo vệ thị trưởng Carlos Manzo bị bắt.", "those around him"),
    ("Trung Quốc bắn 21 loạt đại bác chào mừng Tổng thống Nga.", "a salute"),
    ("Thỏa thuận hòa bình giữa Mỹ và Iran đang rất gần.", "not made yet"),
    ("Hợp tác cùng có lợi giữa Chile và Peru là chủ trương nhất quán.", "a noun"),
    ("Báo Welt (Đức) dẫn lời một chuyên gia kêu gọi Nga rút quân.", "where a paper is from"),
    ("Không quân Nga tiếp nhận tiêm kích nâng cấp vũ khí.", "a word inside another"),
]
DEED = {"ASSAULT", "RETREAT", "COERCE", "MOBILIZE", "SANCTION", "AID"}


@pytest.mark.parametrize(("text", "event"), [*FORCE, *SUFFERED, *WHOSE, *MEASURES, *GOODWILL])
def test_one_deed(text: str, event: str) -> None:
    assert told(text) == [event]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_no_deed(text: str, why: str) -> None:
    assert [fact for fact in told(text) if not fact.startswith("EXPRESS/position")] == [], why


@pytest.mark.parametrize(
    "text",
    [
        "Thổ Nhĩ Kỳ kêu gọi Nga ngừng tấn công Ukraine.",
        "Nga yêu cầu Ukraine rút quân khỏi vùng Donbass.",
        "Mỹ kêu gọi Ấn Độ không tấn công Pakistan.",
        "Pakistan lên án Ấn Độ tấn công thành phố Muzaffarabad.",
        "Nga cáo buộc Ukraine tấn công nhà máy điện hạt nhân.",
        "Ukraine đề nghị Mỹ viện trợ vũ khí.",
        "Ukraine kêu gọi EU áp đặt trừng phạt đối với Nga.",
        "Ba Lan cảnh báo Nga sẽ tấn công Moldova.",
    ],
)
def test_the_object_of_a_statement_is_no_deed(text: str) -> None:
    assert not {e.split("/")[0] for e in told(text)} & DEED


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Nga tuyên bố sẽ tấn công Ukraine.", "THREATEN/warn RUS > UKR"),
        ("Nga sẽ rút quân khỏi Kherson.", "RETREAT/withdraw RUS > UKR !planned"),
        ("Nga từng tấn công Gruzia.", "ASSAULT/attack RUS > GEO !historical"),
    ],
)
def test_a_plan_a_threat_and_the_past(text: str, event: str) -> None:
    assert told(text) == [event]


@pytest.mark.parametrize(
    "text", ["Ukraine bị Nga tấn công.", "Ukraine hứng chịu cuộc tấn công của Nga.", "Cuộc tấn công của Nga vào Ukraine kéo dài."]
)
def test_active_passive_and_nominal_tell_the_same_sides(text: str) -> None:
    assert told(text) == told("Nga tấn công Ukraine.")


def test_a_deed_that_a_statement_takes_for_granted() -> None:
    text = "Iran lên án vụ Ukraine tấn công tàu hàng Iran trên biển Caspi."
    assert told(text) == ["ACCUSE/disapprove IRN > UKR", "ASSAULT/attack UKR > IRN"]
    assert told("Iran cáo buộc Ukraine tấn công tàu hàng.") == ["ACCUSE/allege IRN > UKR"]


def test_whom_the_subject_meets_is_the_other_side_of_what_they_agree() -> None:
    text = "Tổng Bí thư Tô Lâm hội đàm với Thủ tướng New Zealand Christopher Luxon, nhất trí mở đường bay thẳng."
    assert told(text) == ["CONSULT/meet christopher-luxon+to-lam", "AGREE/accept christopher-luxon+to-lam"]
    assert told("Tổng Bí thư Tô Lâm nhất trí mở đường bay thẳng.") == []


def test_what_a_threat_is_for_is_no_deed_of_who_threatens() -> None:
    assert told("Tổng thống Nga Vladimir Putin nói Ukraine sẽ phải trả giá vì tấn công Belgorod.") == ["THREATEN/warn vladimir-putin > UKR"]


def test_a_noun_of_force_with_a_toll_tells_whom_it_hit() -> None:
    text = "Ấn Độ phản đối vụ tập kích tàu hàng khiến 4 công dân nước này thiệt mạng."
    assert "ASSAULT/attack - > IND" in told(text)
