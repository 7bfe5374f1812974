"""Clauses with a subject that no mention names, words of speech that are nouns, and dates of what words are about."""

from __future__ import annotations

import pytest

from tests.coding.told import dated, told

UNNAMED = [
    "Tàu hàng Na Uy va phải thủy lôi, thủy thủ đoàn phải sơ tán.",
    "Peru thắt chặt canh gác tòa án, sau vụ 5 phạm nhân nổ súng trốn thoát.",
    "Ông Milei dời buổi diễn, sau khi loạt nghệ sĩ rút lui khỏi chương trình.",
    "Quan chức Nepal bị bắt vì cáo buộc biển thủ tiền cứu trợ.",
    "Thủ tướng Bulgaria đối mặt với lời kêu gọi từ chức.",
    "Malta ước tính khoảng 900 người di cư đã tràn vào Valletta.",
    "Lào siết canh phòng sau vụ nhóm phạm nhân nổ súng trốn trại.",
]
NAMED = [
    ("Hải quân Ấn Độ, lực lượng vừa nhận thêm tàu, đã bắt giữ tàu cá Pakistan.", "COERCE/seize org:hai-quan-an-do > PAK"),
    ("Nhà hoạt động Alexei Navalny, gương mặt đối lập vừa bị ám sát, được chôn cất hôm nay.", "ASSAULT/attack - > alexei-navalny"),
    ("Peru cho biết lực lượng đã bắt giữ tàu cá Chile.", "COERCE/seize PER > CHL"),
    ("Kenya nói sẵn sàng tiếp tục chiến đấu với Somalia.", "THREATEN/warn KEN > SOM"),
    ("Kenya sẵn sàng ngừng không kích Somalia.", "AGREE/pledge KEN"),
    ("Campuchia gỡ lệnh cấm, sau đó đã pháo kích Thái Lan.", "ASSAULT/shelling KHM > THA"),
]
DAYS = [
    ("Ông Trump yêu cầu Hamas trả lời muộn nhất vào ngày 30/8.", ("REQUEST", None, "actual")),
    ("Séc cáo buộc Nga tấn công kho đạn hồi tháng 2.", ("ACCUSE", None, "actual")),
    ("Séc cáo buộc Nga tấn công kho đạn trong cuộc họp báo hôm 1/5.", ("ACCUSE", "2025-05-01", "historical")),
    ("Ngày 14/8, Séc cáo buộc Nga tấn công kho đạn hồi tháng 2.", ("ACCUSE", "2025-08-14", "actual")),
]


@pytest.mark.parametrize("text", UNNAMED)
def test_correct_rejections(text: str) -> None:
    """A crew, prisoners, artists or a charge that are told without a name lend no deed to the state beside them."""
    assert not {e.split()[0] for e in told(text)} & {
        "RETREAT/evacuate",
        "RETREAT/withdraw",
        "RETREAT/resign",
        "ASSAULT/attack",
        "ACCUSE/allege",
    }


@pytest.mark.parametrize(("text", "event"), NAMED)
def test_a_subject_before_an_apposition_or_an_adverb_still_acts(text: str, event: str) -> None:
    """An apposition of a person, and adverbs before "đã", are no subjects of their own."""
    assert event in told(text)


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_the_day_of_what_words_are_about(text: str, day: tuple[str, str | None, str]) -> None:
    """A deadline and the day of the deed that somebody is accused of date no words."""
    assert day in dated(text)


def test_what_is_reported_of_a_subject_it_does() -> None:
    """ "được cho là đã" is no passive; the place hit stands for whose it is; a ruling's verb is not the judged one's."""
    assert told("Iran được cho là đã phóng tên lửa vào Mỹ.") == ["ASSAULT/missile IRN > USA"]
    assert told("Iran phóng tên lửa vào đảo Diego Garcia của Mỹ.") == ["ASSAULT/missile IRN > USA"]
    assert not [e for e in told("Ông Trump nói về tòa án khi ra phán quyết bác bỏ thuế.") if e.startswith("REJECT")]


def test_the_deed_behind_a_charge_is_the_charge() -> None:
    """ "cáo buộc A bám theo, tấn công": the accuser does none of it; what is called a breach goes on with its doer."""
    assert told("Ukraine cáo buộc quân nhân Nga bám theo, tấn công một đoàn tàu chở khách.") == ["ACCUSE/allege UKR > RUS"]
    assert "ASSAULT/shelling KHM > THA" in told("Thái Lan nói Campuchia phá vỡ lệnh ngừng bắn, pháo kích một làng của Thái Lan.")
    assert told("Ukraine công bố video đòn tập kích vào một kho thóc tại vùng Rostov thuộc Nga.")[-1] == "ASSAULT/attack - > RUS"
