"""What is said: who speaks, to whom, what is asked; and what is no statement of a side."""

from __future__ import annotations

import pytest

from tests.coding.told import reasons, told

DEMANDS = [
    ("Ukraine kêu gọi Nga ngừng bắn ngay lập tức.", "REQUEST/ceasefire UKR > RUS"),
    ("Trung Quốc và Ấn Độ kêu gọi chính quyền Myanmar đối thoại với các bên liên quan.", "REQUEST/talks CHN+IND > MMR"),
    (
        "Tổng thống Mỹ Donald Trump và Thủ tướng Anh Keir Starmer kêu gọi Nga và Ukraine ngừng bắn.",
        "REQUEST/ceasefire donald-trump+keir-starmer > RUS+UKR",
    ),
    ("Nga yêu cầu Ukraine rút quân khỏi vùng Donbass.", "REQUEST/other RUS > UKR"),
    ("Ấn Độ đòi Pakistan trao trả các phần tử khủng bố.", "REQUEST/other IND > PAK"),
    ("Ukraine đề nghị Mỹ cung cấp thêm tên lửa Patriot.", "REQUEST/other UKR > USA"),
    ("Thổ Nhĩ Kỳ kêu gọi Nga ngừng tấn công Ukraine.", "REQUEST/ceasefire TUR > RUS"),
    ("Liên minh châu Phi kêu gọi các bên xung đột ở Sudan bảo vệ dân thường.", "REQUEST/humanitarian igo:au"),
    ("Ngoại trưởng Ukraine Andrii Sybiha kêu gọi các nước tẩy chay dầu mỏ của Nga.", "REQUEST/boycott andrii-sybiha > RUS"),
    ("Ngoại trưởng Đức Johann Wadephul nhấn mạnh cần có một lệnh ngừng bắn ở Ukraine.", "REQUEST/ceasefire johann-wadephul"),
    ("Nhiều nước kêu gọi Nga ngừng bắn.", "REQUEST/ceasefire - > RUS"),
    (
        "Phát biểu tại Bangkok, Thủ tướng Malaysia Anwar Ibrahim kêu gọi Thái Lan và Campuchia kiềm chế.",
        "REQUEST/ceasefire anwar-ibrahim > KHM+THA",
    ),
    ("Bắc Kinh kêu gọi Washington ngừng bắn.", "REQUEST/ceasefire CHN > USA"),
]
STANDS = [
    ("Pakistan lên án Ấn Độ đình chỉ hiệp ước chia sẻ nguồn nước.", "ACCUSE/disapprove PAK > IND"),
    ("Tại Geneva, Mỹ và Trung Quốc lên án Nga.", "ACCUSE/disapprove CHN+USA > RUS"),  # a place opens, no list
    ("Mỹ, Anh và Pháp lên án Nga.", "ACCUSE/disapprove FRA+GBR+USA > RUS"),
    ("Trong tuyên bố chung, Đức, Pháp và Ba Lan lên án Nga tấn công Ukraine.", "ACCUSE/disapprove DEU+FRA+POL > RUS"),
    ("Liên minh châu Âu và Anh lên án Nga tấn công Ukraine.", "ACCUSE/disapprove GBR+igo:eu > RUS"),
    ("Cộng đồng quốc tế lên án chính quyền quân sự Myanmar.", "ACCUSE/disapprove - > MMR"),
    ("Tổng thống Colombia Gustavo Petro chỉ trích Mỹ và Venezuela.", "ACCUSE/disapprove gustavo-petro > USA+VEN"),
    ("Kiev lên án Moskva.", "ACCUSE/disapprove UKR > RUS"),
    ("Thái Lan cáo buộc Campuchia gài mìn dọc biên giới.", "ACCUSE/allege THA > KHM"),
    ("Nga cáo buộc Ukraine tấn công nhà máy điện hạt nhân.", "ACCUSE/allege RUS > UKR"),
    ("Đài Loan tố Trung Quốc đưa máy bay qua đường trung tuyến.", "ACCUSE/allege TWN > CHN"),
    ("Tòa án Hình sự Quốc tế điều tra Myanmar về tội ác chống lại loài người.", "ACCUSE/investigate igo:icc > MMR"),
    ("Trung Quốc phản đối Mỹ bán vũ khí cho Đài Loan.", "REJECT/oppose CHN > USA"),
    ("Nga bác bỏ đề xuất ngừng bắn của Ukraine.", "REJECT/refuse RUS > UKR"),
    ("Người phát ngôn Điện Kremlin Dmitry Peskov bác bỏ cáo buộc của Ukraine.", "REJECT/refuse dmitry-peskov > UKR"),
    ("Nga và Trung Quốc phủ quyết nghị quyết của Mỹ.", "REJECT/veto CHN+RUS > USA"),
    ("Indonesia ủng hộ lập trường của Ukraine.", "SUPPORT/endorse IDN > UKR"),
    ("Nga ủng hộ Venezuela trong tranh chấp với Mỹ.", "SUPPORT/endorse RUS > VEN"),
    ("Pháp tuyên bố Ukraine có quyền tự vệ.", "SUPPORT/endorse FRA > UKR"),
    ("Hàn Quốc gửi lời chia buồn tới Myanmar.", "SUPPORT/condole KOR > MMR"),
    ("Pháp công nhận nhà nước Palestine.", "SUPPORT/recognise FRA > PSE"),
    ("Thổ Nhĩ Kỳ đề nghị làm trung gian hòa giải giữa Nga và Ukraine.", "SUPPORT/mediate TUR > RUS+UKR"),
    ("Nhật Bản bày tỏ quan ngại về tình hình eo biển Đài Loan.", "EXPRESS/concern JPN"),
]
REPLIES = [
    ("Pháp gọi cáo buộc của Mali là vô căn cứ.", "REJECT/refuse FRA > MLI"),
    ('Nga coi đề xuất của Ukraine "không thực tế".', "REJECT/refuse RUS > UKR"),
    ("Hungary chặn gói viện trợ của EU cho Ukraine.", "REJECT/veto HUN > igo:eu"),
    ("Cuba phản ứng với lệnh trừng phạt mới của Mỹ.", "EXPRESS/position CUB > USA"),
    ("Đại sứ quán Nga tại Bỉ bày tỏ quan ngại về NATO.", "EXPRESS/concern org:dai-su-quan-nga > igo:nato"),
    ("Giáo hoàng lên án Nga tấn công Ukraine.", "ACCUSE/disapprove giao-hoang-leo-xiv > RUS"),
    ("14 quốc gia thành viên NATO lên án Nga.", "ACCUSE/disapprove - > RUS"),  # so many states, none named
    ("Pháp không chỉ lên án Nga mà còn triệu đại sứ.", "ACCUSE/disapprove FRA > RUS"),  # "không chỉ" is no negation
    ("Thái Lan mong muốn Việt Nam tiếp tục chia sẻ kinh nghiệm trồng lúa.", "REQUEST/other THA > VNM"),
    ("Chile vận động hành lang với Peru để nước này hoãn phiên tòa.", "REQUEST/other CHL > PER"),
    ("Ông Trump nói rằng đã đến lúc cuộc chiến ở Ukraine phải chấm dứt.", "REQUEST/ceasefire donald-trump"),
    ("Thủ tướng Anh Keir Starmer nhấn mạnh đến việc phải có giải pháp hai nhà nước.", "REQUEST/talks keir-starmer"),
    ("Nga và Ukraine thông báo ngừng giao tranh trong 32 giờ.", "CONCEDE/ceasefire RUS+UKR"),
    ("Peru cho biết báo cáo nhân quyền của Mỹ đưa ra nhận định không khách quan.", "ACCUSE/allege PER > USA"),
    (
        'Bà Kim Yo-jong, em gái lãnh đạo Triều Tiên Kim Jong-un, cảnh báo "hậu quả khủng khiếp" khi Mỹ gây hấn.',
        "THREATEN/warn kim-yo-jong > USA",
    ),
    ("Lời đe dọa ngăn khánh thành cầu Gordie Howe của ông Trump được đưa ra tuần trước.", "THREATEN/warn donald-trump"),
    ("Ukraine cảnh báo các cuộc tấn công của Nga ở Zaporizhzhia có thể bắt đầu bất cứ ngày nào.", "EXPRESS/concern UKR"),
    ("FBI truy nã Trung Duc Lu suốt hai năm.", "ACCUSE/investigate org:fbi"),
    ("Các nghị sĩ Dân chủ chỉ trích Tổng thống Trump.", "ACCUSE/disapprove org:democratic-party > donald-trump"),
    ("Quan chức Iraq cho rằng, sự hiện diện của quân đội Mỹ là vi phạm chủ quyền.", "ACCUSE/allege IRQ > org:quan-doi-my"),
    ("Chile cáo buộc Peru vi phạm thỏa thuận khi nã cối vào tiền đồn.", "ACCUSE/allege CHL > PER"),
    ("Ông Putin cảm ơn các cựu binh vì đã phục vụ và hứa sẽ tặng huân chương.", "AGREE/pledge vladimir-putin"),
]
WARNINGS = [
    ("Mỹ cảnh báo Venezuela sẽ phải trả giá nếu bắt giữ công dân Mỹ.", "THREATEN/warn USA > VEN"),
    ("Tổng thống Venezuela cảnh báo Mỹ không được tấn công nước này.", "THREATEN/warn nicolas-maduro > USA"),
    ("Ông Trump đe dọa áp thuế Ấn Độ.", "THREATEN/warn donald-trump > IND"),
    ("Nga dọa sẽ tấn công các đoàn xe chở vũ khí của NATO.", "THREATEN/warn RUS > igo:nato"),
    ("Pakistan tuyên bố sẽ đáp trả Ấn Độ.", "THREATEN/warn PAK > IND"),
    ("Israel ra tối hậu thư cho Hamas.", "THREATEN/ultimatum ISR > org:hamas"),
    ("Mỹ ra tối hậu thư yêu cầu Venezuela thả các tù nhân.", "THREATEN/ultimatum USA > VEN"),
    ("Na Uy cảnh báo nạn đói đang lan rộng ở Sudan.", "EXPRESS/concern NOR"),
    ("Liên hợp quốc cảnh báo Sudan sẽ phải đối mặt với hậu quả nghiêm trọng nếu giao tranh tiếp diễn.", "EXPRESS/concern igo:un > SDN"),
    ("Peru cảnh báo sẽ không bỏ qua vụ việc ở biên giới.", "THREATEN/warn PER"),
    ("Tham mưu trưởng quân đội Israel Eyal Zamir cảnh báo Hezbollah.", "THREATEN/warn eyal-zamir > org:hezbollah"),
    ("Ngoại trưởng Thổ Nhĩ Kỳ Hakan Fidan cảnh báo Hy Lạp về nguy cơ hiểu lầm.", "EXPRESS/concern hakan-fidan > GRC"),
    ("Tổng thống Venezuela Nicolas Maduro kêu gọi Mỹ dỡ bỏ trừng phạt.", "REQUEST/other nicolas-maduro > USA"),
    ("Bộ trưởng An ninh Quốc gia Israel Itamar Ben-Gvir kêu gọi chiếm đóng Gaza.", "REQUEST/other itamar-ben-gvir"),
    ("Theo phát ngôn viên Hamas, phong trào này sẵn sàng thảo luận về ngừng bắn.", "AGREE/pledge org:hamas"),
    ("Tổng thống Thổ Nhĩ Kỳ Recep Tayyip Erdogan gọi Israel là nhà nước khủng bố.", "ACCUSE/disapprove recep-tayyip-erdogan > ISR"),
    ("Ukraine phủ nhận việc tấn công Moskva.", "REJECT/refuse UKR > RUS"),
    ("Văn phòng Thủ tướng Israel bác bỏ thông tin về thỏa thuận.", "REJECT/refuse org:van-phong-thu-tuong-israel"),
    ("Israel ra lệnh sơ tán cho người dân Khan Younis.", "REQUEST/other ISR"),
    (
        "Bộ Ngoại giao Phần Lan cảnh báo nếu bị xâm phạm biên giới, nước này sẽ dùng mọi biện pháp.",
        "THREATEN/warn org:bo-ngoai-giao-phan-lan",
    ),
    ("Nhật Bản cảnh báo sẽ có thêm dư chấn ở Noto.", "EXPRESS/concern JPN"),
]
VIEWS = [
    ("Thái Lan mong muốn cùng Việt Nam học hỏi lẫn nhau về du lịch.", "EXPRESS/position THA > VNM"),  # a hope said to nobody
    ("Ngoại trưởng Peru kỳ vọng tranh chấp biên giới sẽ sớm được giải quyết bằng luật pháp.", "EXPRESS/position PER"),
    ("Mông Cổ coi Việt Nam là một trong những đối tác quan trọng nhất.", "EXPRESS/position MNG > VNM"),
    ("Tổng thống Mexico ví bức tường của Mỹ như một vết sẹo.", "EXPRESS/position claudia-sheinbaum > USA"),
    ("Ngoại trưởng Ấn Độ S. Jaishankar nói nước này xem Nhật Bản là người bạn lâu năm.", "EXPRESS/position subrahmanyam-jaishankar > JPN"),
    ('Ukraine gọi đề xuất của Nga là hành động "khiêu khích".', "ACCUSE/disapprove UKR > RUS"),  # what is named in quotes
    ("Ngoại trưởng Peru nói nếu Chile xâm phạm vùng biển, Lima sẽ đáp trả tương xứng.", "THREATEN/warn PER > CHL"),
    ("Mexico nói đề xuất mới về thuế có lợi cho cả hai nước láng giềng.", "EXPRESS/position MEX"),  # the noun
    ("Iran đề xuất ngừng làm giàu uranium trong thời hạn năm năm.", "REQUEST/other IRN"),  # though not told to whom
    ("Armenia và Azerbaijan ngừng bắn từ đầu tháng 8.", "AGREE/accept ARM+AZE"),
    ("Tổng thống Nga chưa sẵn sàng đối thoại với Ukraine.", "REJECT/refuse vladimir-putin > UKR"),
    ("Tình báo Anh đánh giá kho tên lửa của Iran đã vơi đi một nửa.", "EXPRESS/position org:tinh-bao-anh > IRN"),
    ("Cơ quan chống tham nhũng Ukraine cáo buộc Nga can thiệp bầu cử.", "ACCUSE/allege org:co-quan-chong-tham-nhung-ukraine > RUS"),
    ("Thành viên cấp cao của Hamas chỉ trích Israel.", "ACCUSE/disapprove org:hamas > ISR"),
]
REFUSED = [
    ("Mỹ không kêu gọi Ukraine ngừng bắn.", "negation"),
    ("Pháp chưa lên án Nga.", "negation"),
    ("Nếu Mỹ kêu gọi ngừng bắn thì chiến sự sẽ dịu đi.", "hypothesis"),
    ("Anh có thể lên án Nga trong tuần này.", "possibility"),
    ("Phái đoàn tới Geneva để kêu gọi Nga ngừng bắn.", "purpose"),
    ("Kêu gọi của Ukraine không được đáp lại.", "a noun"),
    ("Chuyên gia quân sự Mỹ John Miller cảnh báo Nga sẽ trả đũa.", "an expert"),
    ("Nhà phân tích Lê Minh Hùng kêu gọi Thái Lan và Campuchia ngừng bắn.", "an analyst"),
    ("Reuters kêu gọi Nga trả tự do cho phóng viên.", "a medium"),
    ("Một người dân Kiev kêu gọi Nga rút quân.", "a private person"),
    ("Thỏa thuận ngừng bắn mới giữa các bên được giữ vững.", "a noun"),
    ("Quyết định này phù hợp với mong muốn và lợi ích lâu dài của nhân dân Peru.", "a noun"),
    ("Các chuyên gia kỳ vọng đây là phiên họp quan trọng của Quốc hội Peru.", "an expert's hope"),
    ("Tàu ngầm mà Chile coi là niềm tự hào của hải quân đã bị loại biên.", "what describes a noun"),
    ("Bộ Tư pháp Mỹ khép lại hồ sơ, cáo buộc vốn là nền tảng của vụ kiện.", "a noun in apposition"),
    ("Tổ chức Giáo dục, Khoa học và Văn hóa, gọi tắt là UNESCO, có trụ sở tại Paris.", "a short name"),
    ("Ông Putin muốn Ukraine rút khỏi bốn tỉnh miền đông.", "a wish"),
    ("Đề xuất này bao gồm một lệnh ngừng bắn ở Gaza.", "what a proposal holds"),
    ("Châu Âu có lo ngại Nga sẽ tấn công Ba Lan.", "a worry that there is"),
    ("Bà Leavitt biến chỉ trích từ truyền thông thành lợi thế.", "a noun"),
    ("Một số kêu gọi quân đội Iran tấn công căn cứ Mỹ.", "nobody is named"),
    ("Mỹ truy tố một sĩ quan với cáo buộc giúp Nga đột kích nhà ông Zelensky.", "whom the charge names is not the one charged"),
]


@pytest.mark.parametrize(("text", "event"), [*DEMANDS, *STANDS, *REPLIES, *WARNINGS, *VIEWS])
def test_one_statement(text: str, event: str) -> None:
    assert told(text) == [event]


@pytest.mark.parametrize(("text", "why"), REFUSED)
def test_no_statement_of_a_side(text: str, why: str) -> None:
    assert told(text) == [], why


@pytest.mark.parametrize(
    ("text", "events"),
    [
        (
            "Liên Hợp Quốc kêu gọi các bên ở Sudan ngừng bắn và mở đường cho hàng viện trợ nhân đạo.",
            ["REQUEST/ceasefire igo:un", "REQUEST/humanitarian igo:un"],
        ),
        ("Brazil kêu gọi ngừng bắn và đàm phán.", ["REQUEST/ceasefire BRA", "REQUEST/talks BRA"]),
        ("Nam Phi kêu gọi đàm phán, đồng thời lên án Nga.", ["REQUEST/talks ZAF", "ACCUSE/disapprove ZAF > RUS"]),
        (
            "Mỹ yêu cầu Venezuela thả các tù nhân, nếu không sẽ hứng chịu hậu quả.",
            ["REQUEST/humanitarian USA > VEN", "THREATEN/ultimatum USA > VEN"],
        ),
        (
            "Nga nói Ukraine nên rút quân khỏi Donbass nếu muốn hòa bình, đồng thời lên án Ba Lan.",
            ["REQUEST/other RUS > UKR", "ACCUSE/disapprove RUS > POL"],
        ),
        (
            "Ngoại trưởng Nga Sergei Lavrov lên án mọi hành động gây hấn, kêu gọi Ba Lan kiềm chế.",
            ["ACCUSE/disapprove sergei-lavrov", "REQUEST/ceasefire sergei-lavrov > POL"],
        ),
        (
            "Thái Lan kêu gọi Campuchia ngừng bắn. Nước này cũng cáo buộc Campuchia gài mìn.",
            ["REQUEST/ceasefire THA > KHM", "ACCUSE/allege THA > KHM"],
        ),
        (
            "Chile coi thỏa thuận của Peru là mối đe dọa, nhưng vẫn kêu gọi Lima đối thoại.",
            ["EXPRESS/position CHL > PER", "REQUEST/talks CHL > PER"],
        ),
        (
            "Đại sứ Mỹ tại Colombia John McNamara chỉ trích Venezuela. Đại sứ khẳng định Mỹ luôn coi Colombia là đối tác quan trọng.",
            ["ACCUSE/disapprove john-mcnamara > VEN", "EXPRESS/position john-mcnamara > COL"],
        ),
    ],
)
def test_two_statements(text: str, events: list[str]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    "text",
    ["Brazil kêu gọi ngừng bắn ngay lập tức và ngừng bắn lâu dài.", "Nam Phi kêu gọi ngừng bắn nhằm nối lại đàm phán."],
)
def test_one_demand_is_told_once(text: str) -> None:
    assert [e.split()[0] for e in told(text)] == ["REQUEST/ceasefire"]


SIKORSKI = "radoslaw-sikorski"


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ('"Nga phải ngừng bắn ngay lập tức", Ngoại trưởng Ba Lan Radoslaw Sikorski nói.', [f"REQUEST/ceasefire {SIKORSKI} > RUS"]),
        ('Ngoại trưởng Ba Lan Radoslaw Sikorski nói: "Nga phải ngừng bắn ngay lập tức".', [f"REQUEST/ceasefire {SIKORSKI} > RUS"]),
        ('Ngoại trưởng Ba Lan Radoslaw Sikorski tuyên bố: "Chúng tôi kêu gọi Nga ngừng bắn".', [f"REQUEST/ceasefire {SIKORSKI} > RUS"]),
        ('"Chúng tôi lên án Nga", Ngoại trưởng Ba Lan Radoslaw Sikorski tuyên bố.', [f"ACCUSE/disapprove {SIKORSKI} > RUS"]),
        (
            "“Chúng tôi lên án Mỹ”, Tổng thống Venezuela Nicolas Maduro nói. “Chúng tôi kêu gọi các nước Mỹ Latinh đoàn kết”.",
            ["ACCUSE/disapprove nicolas-maduro > USA", "REQUEST/other nicolas-maduro"],
        ),
        ('"Chúng tôi kêu gọi Nga rút quân khỏi Ukraine", một người dân Warsaw nói.', []),
        ('"Nga phải ngừng bắn ngay lập tức", một tài xế nói.', []),
    ],
)
def test_direct_speech(text: str, events: list[str]) -> None:
    assert told(text) == events


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mỹ không kêu gọi Ukraine ngừng bắn.", "kêu gọi"),
        ("Anh có thể lên án Nga.", "lên án"),
        ("Thổ Nhĩ Kỳ kêu gọi Nga ngừng tấn công Ukraine.", "tấn công"),
    ],
)
def test_what_is_refused_is_listed_with_its_reason(text: str, words: str) -> None:
    assert any(words in dropped and reason for dropped, reason in reasons(text))


def test_what_an_official_says_without_a_side_is_a_position() -> None:
    assert told("Ngoại trưởng Ấn Độ S. Jaishankar nhận định quan hệ với láng giềng đã bước sang một trang mới.") == [
        "EXPRESS/position subrahmanyam-jaishankar"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nhà phân tích Peter Dutton nhận định quan hệ hai nước đã bước sang một trang mới.",
        "Ngoại trưởng Ấn Độ nêu rõ: “Quan hệ hai nước đã bước sang một trang hoàn toàn mới”.",
        "Ấn Độ có thể tuyên bố quan hệ hai nước đã bước sang một trang hoàn toàn mới.",
    ],
)
def test_no_position(text: str) -> None:
    assert not any(fact.startswith("EXPRESS/position") for fact in told(text))


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Bộ Ngoại giao Cuba cho biết quan hệ với các nước láng giềng đang ấm dần lên.", ["EXPRESS/position org:bo-ngoai-giao-cuba"]),
        ("Điện Kremlin thừa nhận tiến trình hòa bình đang diễn ra rất chậm chạp.", ["EXPRESS/position RUS"]),
        ("Ngoại trưởng Peru nhận định căng thẳng ở vùng biên giới đang bên bờ vực xung đột.", ["EXPRESS/concern PER"]),
        (
            "Tổng thống Brazil nói nước ông sẽ tự quyết định chính sách của mình, sau khi Mỹ dọa áp thuế với Brazil.",
            ["EXPRESS/position luiz-inacio-lula-da-silva", "THREATEN/warn USA > BRA"],
        ),
        (
            "Tổng thống Brazil Luiz Inacio Lula da Silva gặp Tổng thống Colombia Gustavo Petro, khẳng định Nam Mỹ là vùng đất hòa bình.",
            ["CONSULT/meet gustavo-petro+luiz-inacio-lula-da-silva", "EXPRESS/position luiz-inacio-lula-da-silva"],
        ),
        (
            "Tổng thống Brazil Luiz Inacio Lula da Silva khẳng định Nam Mỹ là vùng hòa bình khi tiếp Tổng thống Colombia Gustavo Petro.",
            ["CONSULT/meet gustavo-petro+luiz-inacio-lula-da-silva", "EXPRESS/position luiz-inacio-lula-da-silva > gustavo-petro"],
        ),
        (
            "Tổng thống Brazil Luiz Inacio Lula da Silva nói Mỹ đã đồng ý dỡ bỏ mức thuế 50% áp với cà phê của nước này.",
            ["AGREE/accept USA", "EXPRESS/position luiz-inacio-lula-da-silva > USA"],
        ),
        (
            "Tổng thống Peru khẳng định nước này không đe dọa ai, nhưng sẵn sàng đối phó với mọi hành động xâm phạm.",
            ["EXPRESS/position dina-boluarte", "MOBILIZE/alert PER"],
        ),
        (
            "Peru tuyên bố sẽ bảo vệ ngư dân của mình trên mọi vùng biển, bác bỏ cảnh báo của Chile.",
            ["EXPRESS/position PER", "REJECT/refuse PER > CHL"],
        ),
        (
            "Thái Lan khẳng định đường biên giới đã được phân định rõ, trong khi Campuchia cho rằng tấm bản đồ cũ đã lỗi thời từ lâu.",
            ["EXPRESS/position THA", "EXPRESS/position KHM"],
        ),
    ],
)
def test_positions_beside_each_other(text: str, events: list[str]) -> None:
    assert sorted(told(text)) == sorted(events)


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế Brazil cho biết 27 bệnh viện ở miền nam đã phải tạm đóng cửa vì ngập.",
        "Ukraine cho biết Nga tập kích Odessa bằng nhiều loại vũ khí khác nhau trong đêm.",
        "Thái Lan lên án Campuchia, nhấn mạnh nước này sẽ theo dõi sát tình hình biên giới trong tuần.",
        "Ngoại trưởng Thái Lan cho biết ông đã thảo luận với Ngoại trưởng Campuchia về tình hình biên giới.",
        "Theo tuyên bố do Điện Kremlin đưa ra, ông Putin rất coi trọng quan hệ với Mông Cổ lâu nay.",
        "Thái Lan tuyên bố lên án Campuchia, nhấn mạnh nước này sẽ theo dõi sát tình hình biên giới.",
    ],
)
def test_what_is_only_informed_of_is_no_position(text: str) -> None:
    assert not any(fact.startswith("EXPRESS/position") for fact in told(text))


def test_whom_a_position_names_is_of_another_side() -> None:
    text = "Tổng thống Ukraine Zelensky nhận định quân đội Ukraine đã phòng thủ hiệu quả hơn trước."
    assert told(text) == ["EXPRESS/position volodymyr-zelensky"]


def test_a_reaction_is_told_once_by_what_is_said() -> None:
    text = "Cuba phản ứng với lệnh trừng phạt mới của Mỹ. Ngoại trưởng Cuba Bruno Rodriguez lên án Mỹ."
    assert told(text) == ["ACCUSE/disapprove bruno-rodriguez > USA"]


def test_who_blames_goes_on_speaking() -> None:
    text = "Triều Tiên chỉ trích Mỹ vì áp thêm trừng phạt và tuyên bố sẽ đáp trả Mỹ."
    assert told(text) == ["ACCUSE/disapprove PRK > USA", "THREATEN/warn PRK > USA"]


def test_who_attacks_is_blamed_and_not_whom_it_hits() -> None:
    text = "Thổ Nhĩ Kỳ lên án chiến dịch đột kích Venezuela do Mỹ tiến hành."
    assert told(text) == ["ACCUSE/disapprove TUR > USA", "ASSAULT/ground USA > VEN"]
