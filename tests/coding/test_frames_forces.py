"""Forces, weapons and authorities: deeds that name no second party, told in the passive, or by what they befall."""

from __future__ import annotations

import pytest

from lib.knowledge import weapons
from lib.knowledge.base import load
from tests.coding.told import told

TAKEN = [
    ("Cảnh sát Đức bắt hơn 40 người trong đêm.", "COERCE/arrest org:canh-sat-duc"),
    ("Campuchia đã bắt hơn 3.000 nghi phạm từ tháng 6.", "COERCE/arrest KHM"),
    ("Giới chức Mexico bắt vợ của một thị trưởng.", "COERCE/arrest MEX"),
    ("Một nhà báo bị cảnh sát Thổ Nhĩ Kỳ bắt.", "COERCE/arrest org:canh-sat-tho-nhi-ky"),
    ("Thái Lan tịch thu tài sản trị giá 300 triệu USD của các băng lừa đảo.", "COERCE/seize THA"),
    ("Công tố viên Pháp khám xét trụ sở của một mạng xã hội.", "COERCE/seize FRA"),
    ("Cơ quan chống tham nhũng Ukraine khám xét nhà một nghị sĩ.", "COERCE/seize org:co-quan-chong-tham-nhung-ukraine"),
    ("Nga giải phóng làng Sukhetske.", "COERCE/seize RUS"),
    ("Thành phố Pokrovsk rơi vào tay Nga.", "COERCE/seize RUS > UKR"),
    ("Tàu hải cảnh Trung Quốc xua đuổi tàu cá Philippines.", "COERCE/restrict org:hai-canh-trung-quoc > PHL"),
    ("Ba nhà ngoại giao Nga bị trục xuất khỏi Anh.", "SANCTION/expel GBR > RUS"),
    ("Hơn 1.000 người biểu tình Nga bị bắt.", "COERCE/arrest - > RUS"),
    ("Cảnh sát Nepal bắn hơi cay vào người biểu tình.", "COERCE/restrict org:canh-sat-nepal"),
    ("Các nhà hoạt động bị Israel chặn lại trên biển.", "COERCE/restrict ISR"),
    ("Houthi áp lệnh cấm mọi hoạt động hàng hải liên quan Israel.", "COERCE/restrict org:houthi > ISR"),
    ("Trung Quốc nói đã buộc tàu cá Philippines phải rời khỏi bãi cạn.", "COERCE/restrict CHN > PHL"),
    ("Hơn hai tuần Mỹ truy bắt tàu dầu mang cờ Nga.", "COERCE/seize USA > RUS"),
    ("Iran hành quyết hai người làm gián điệp cho Israel.", "COERCE/arrest IRN"),
    ("Trung Quốc trả đũa Mỹ bằng mức thuế 34%.", "SANCTION/embargo CHN > USA"),
    ("Đức tạm dừng xuất khẩu vũ khí cho Israel.", "SANCTION/embargo DEU > ISR"),
    ("Hai công dân Pháp được thả sau ba năm bị giam.", "RETREAT/release - > FRA"),
]
WEAPONS = [
    ("Tên lửa Iskander tập kích kho đạn ở tỉnh Donetsk.", "ASSAULT/missile RUS > UKR"),
    ("Xe tăng Ukraine bị UAV Lancet phá hủy.", "ASSAULT/drone RUS > UKR"),
    ("Nhà máy thép Ukraine ngừng hoạt động sau khi hứng tên lửa Kinzhal.", "ASSAULT/missile RUS > UKR"),
    ("Ukraine hứng hơn 500 tên lửa, UAV Nga.", "ASSAULT/missile RUS > UKR"),
    ("Tàu hàng Iran bốc cháy vì trúng đòn từ tiêm kích Mỹ.", "ASSAULT/attack USA > IRN"),
    ("Bahrain cho biết kho dầu ở miền bắc nước này trúng tên lửa Iran.", "ASSAULT/missile IRN > BHR"),
    ("Israel đếm được 30 quả đạn mà Iran phóng vào nước này.", "ASSAULT/attack IRN > ISR"),
    ("Giám đốc tình báo Ukraine cho biết lực lượng nước này đã phá hủy một tổ hợp S-400 của Nga.", "ASSAULT/attack UKR > RUS"),
    ("Phi cơ Israel không kích thủ đô Damascus.", "ASSAULT/aerial ISR > SYR"),
    ("Boko Haram phục kích đoàn xe quân đội Nigeria.", "ASSAULT/attack org:boko-haram > org:quan-doi-nigeria"),
    ("Quân đội Ukraine hạ 50 UAV Nga.", "ASSAULT/attack org:quan-doi-ukraine > RUS"),
    ("Mỹ dùng bom xuyên phá trong chiến dịch tấn công Iran.", "ASSAULT/attack USA > IRN"),
    ("Nga đáp trả Ukraine bằng đòn tập kích vào Kharkov.", "ASSAULT/attack RUS > UKR"),
    ("Ấn Độ mở chiến dịch Sindoor nhắm vào các trại khủng bố ở Pakistan.", "ASSAULT/attack IND > PAK"),
    ("Sáng nay, căn cứ của Mỹ tại Jordan đã bị tấn công.", "ASSAULT/attack - > USA"),
    ("Khoảnh khắc Triều Tiên phóng tên lửa vào đảo Yeonpyeong của Hàn Quốc.", "ASSAULT/missile PRK > KOR"),
    ("Ngày thứ ba Mỹ không kích Houthi.", "ASSAULT/aerial USA > org:houthi"),
    ("Đêm thứ hai liên tiếp Israel tập kích Beirut.", "ASSAULT/attack ISR > LBN"),
    ("Chiến dịch tập kích hạ sát Lãnh tụ Tối cao Iran diễn ra thế nào.", "ASSAULT/attack - > ali-khamenei"),
    ("Phiến quân tấn công đồn cảnh sát Pakistan.", "ASSAULT/attack - > org:canh-sat-pakistan"),
    ("Sĩ quan tình báo Ukraine thừa nhận hạ sát nghi phạm vụ gài bom.", "ASSAULT/attack org:tinh-bao-ukraine"),
    ("Lính Nga dùng drone để đâm hỏng UAV Ukraine.", "ASSAULT/drone RUS > UKR"),
    ("Israel sử dụng bom để phá hủy boong-ke của Hezbollah.", "ASSAULT/attack ISR > org:hezbollah"),
    ("Tên lửa đạn đạo Nga phát nổ ở trung tâm Kharkov.", "ASSAULT/missile RUS > UKR"),
    ("Pháo kích của Nga khiến ba người bị thương.", "ASSAULT/shelling RUS"),
    ("UAV Ukraine gây cháy kho dầu ở Krasnodar.", "ASSAULT/drone UKR > RUS"),
    ("Hai chiến hạm Trung Quốc va chạm khi truy đuổi tàu Philippines.", "COERCE/restrict CHN > PHL"),
    ("Israel cho xe viện trợ vào Gaza.", "RETREAT/access ISR > PSE"),
    ("Dây chuyền sản xuất tên lửa bị Nga phá hủy.", "ASSAULT/missile RUS"),
    ("Mỹ nối lại chiến dịch không kích Houthi.", "ASSAULT/aerial USA > org:houthi"),
    ("Quân đội Iran tuyên bố bắn rơi một trực thăng lạ.", "ASSAULT/attack org:quan-doi-iran"),
    ("Giao tranh giữa Thái Lan và Campuchia bùng phát trở lại.", "ASSAULT/attack KHM+THA"),
]
MOVES = [
    ("Hai tàu sân bay Mỹ được điều tới Trung Đông.", "MOBILIZE/weapons USA"),
    ("Hàng nghìn lính Nga được triển khai ở biên giới Phần Lan.", "MOBILIZE/troops RUS"),
    ("Quân đội Ba Lan được đặt trong tình trạng báo động.", "MOBILIZE/alert org:quan-doi-ba-lan"),
    ("Oanh tạc cơ Nga bay gần Alaska.", "MOBILIZE/weapons RUS"),
    ("Su-30 Nga mang bom chùm bay gần Phần Lan.", "MOBILIZE/weapons RUS"),
    ("Houthi bắt đầu tham chiến để ủng hộ Iran.", "MOBILIZE/weapons org:houthi"),
    ("Lính Mỹ rời căn cứ ở Niger.", "RETREAT/withdraw USA"),
    ("Mỹ điều đặc vụ tới Olympic.", "MOBILIZE/troops USA"),
    ("Việt Nam cử 12 sĩ quan đi gìn giữ hòa bình ở Nam Sudan.", "MOBILIZE/troops VNM"),
]
AID = [
    ("Ukraine được Đức viện trợ 10 xe tăng.", "AID/military DEU > UKR"),
    ("Ukraine tiếp nhận lô tiêm kích đầu tiên của Hà Lan.", "AID/military NLD > UKR"),
    ("Ukraine nhận được gói viện trợ một tỷ euro từ EU.", "AID/economic igo:eu > UKR"),
    ("Đan Mạch chuyển cho Ukraine 10 xe tăng.", "AID/military DNK > UKR"),
    ("Thổ Nhĩ Kỳ bán UAV cho Kuwait.", "AID/military TUR > KWT"),
    ("Nhật Bản cho Ukraine vay 3 tỷ USD.", "AID/economic JPN > UKR"),
    ("Hamas trao thi thể con tin cho Israel.", "RETREAT/return org:hamas > ISR"),
    ("Mỹ và Nga hoán đổi tù nhân.", "RETREAT/release RUS+USA"),
    ("Belarus cho Nga sử dụng lãnh thổ để huấn luyện.", "COOPERATE/military BLR > RUS"),
    ("Việt Nam và Lào diễn tập cứu hộ.", "COOPERATE/military LAO+VNM"),
    ("Làn sóng biểu tình lan khắp Indonesia.", "PROTEST/demo IDN"),
    ("Việt Nam tặng Lào 20 xe điện.", "AID/economic VNM > LAO"),
]
REFUSED = [
    ("Bác sĩ khám xét vết thương cho anh.", "no authority"),
    ("Bác sĩ Đức bắt được bệnh.", "no people taken"),
    ("Đảng Cộng hòa Mỹ giành quyền kiểm soát Hạ viện.", "no land"),
    ("Tòa án Pháp kết án hai tên trộm.", "a court's daily work"),
    ("Nguồn tin Nga nói phi cơ trúng tên lửa ở biên giới.", "the teller is not the one hit"),
    ("Du thuyền Anh cập cảng Nha Trang.", "no force"),
    ("Tàu sân bay Mỹ cập cảng để sửa chữa.", "no show of force"),
    ("Người Mỹ đổ ra đường ném tuyết.", "no protest"),
    ("Thủ tướng tặng Tổng thống Pháp mô hình tàu.", "a courtesy"),
    ("Phao được thả xuống biển.", "nobody is freed"),
    ("Venezuela đáp trả lời đe dọa 'phong tỏa hải phận' của ông Trump.", "a noun of speech tells it"),
    ("Hezbollah yêu cầu một thỏa thuận toàn diện và Israel rút quân.", "what is asked"),
    ("Ukraine muốn dùng tên lửa để tấn công Nga.", "a wish"),
    ("Mỹ ngăn Ukraine dùng tên lửa để tập kích Nga.", "what is kept from being done"),
    ("Tay súng xả súng vào trường học ở Texas.", "nobody of a party"),
    ("Công dân Mỹ tấn công cảnh sát.", "a private person"),
    ("Iran đe dọa sẽ tiến hành đòn tấn công nhắm vào Israel.", "foretold"),
    ("Nếu đối phương dùng bom hạt nhân, Mỹ vẫn tấn công quân Nga ở Ukraine.", "supposed"),
    ("Liên Hợp Quốc kêu gọi M23 chấm dứt tấn công, rút khỏi Goma.", "what is asked"),
    ("Đảng Cộng hòa Mỹ kiểm soát Nhà Trắng lẫn Thượng viện Mỹ.", "governing at home"),
    ("Bộ trưởng Việt Nam nói về phạm nhân ở các cơ sở giam giữ.", "a place"),
    ("Tây Ban Nha siết nhập cảnh, trả đũa Italy.", "no force"),
    ("Xe tăng Ukraine đang tham chiến ở Kharkov.", "how things stand"),
    ("Quyết định ngừng bắn của Israel và Hamas chưa có.", "a noun"),
    ("Lo ngại giao tranh giữa Mỹ và Iran bao trùm khu vực.", "feared"),
    ("Nga nói rằng Moskva càng giành thêm lãnh thổ càng mạnh.", "supposed"),
]


@pytest.mark.parametrize(("text", "event"), [*TAKEN, *WEAPONS, *MOVES, *AID])
def test_deed(text: str, event: str) -> None:
    assert event in told(text), told(text)


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_no_deed(text: str, why: str) -> None:
    deeds = [e for e in told(text) if e.split("/")[0] in {"ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "AID", "PROTEST"}]
    assert deeds == [], why


def test_a_weapon_stands_for_one_known_state() -> None:
    names = [name for arsenal in weapons.arsenals() for name in arsenal.names]
    assert len(names) == len(set(names))
    assert all(arsenal.state in load().entities for arsenal in weapons.arsenals())


def test_a_pact_that_is_left_is_refused() -> None:
    assert told("Tổng thống Trump đã rút Mỹ khỏi 66 tổ chức quốc tế.") == ["REJECT/refuse donald-trump"]


def test_what_answers_an_air_strike_is_none_itself() -> None:
    assert told("Iran tập kích căn cứ Mỹ ở Jordan để đáp trả những vụ không kích.") == ["ASSAULT/attack IRN > USA"]
