from __future__ import annotations

import unicodedata

import pytest

from lib.errors import Code, RefusedError
from lib.reading import vietnamese

ARTICLE = (
    "Ngoại trưởng Lào hôm qua tới Bangkok, hội đàm với người đồng cấp Thái Lan về tình hình biên giới. Hai bên nhất trí mở thêm "
    "ba cửa khẩu trước cuối năm, đồng thời kêu gọi các bên liên quan kiềm chế. Theo bà, số người phải sơ tán đã lên tới 1.200."
)


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE,
        "Ngoại trưởng Lào thăm Thái Lan",
        "Israel không kích Beirut, Hezbollah phóng rocket đáp trả Haifa",
        "Công chúa Bỉ lái tiêm kích F-16 bay qua Brussels",
        "Donald Trump gặp Keir Starmer và Emmanuel Macron tại Washington",
        ARTICLE + ' Ông nói: "We will not accept any deal that leaves our people behind, and we told our partners so yesterday."',
        "HAI NGOẠI TRƯỞNG GẶP NHAU TẠI VIÊNG CHĂN SÁNG NAY",
    ],
)
def test_vietnamese_passes(text: str) -> None:
    vietnamese.check(text)


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister of Laos arrived in Bangkok on Monday for talks with his Thai counterpart about the border.",
        "President Tô Lâm met the visiting prime minister in Hà Nội on Tuesday, and both of them praised the trade of recent years.",
        "Le ministre français s'est rendu à Beyrouth où il a été reçu très tôt ; là, il a déclaré que la trêve était à portée de main.",
        "O presidente não disse que já há uma solução para a guerra, mas são muitas as vítimas até agora e não há água.",
        "Según él, el presidente también pidió más ayuda, y aún así el público sólo oyó que el país no está en guerra.",
        "Министр иностранных дел Лаоса прибыл в Бангкок на переговоры.",
        "老挝外交部长昨日抵达曼谷，与泰国外长举行会谈。",
        "รัฐมนตรีต่างประเทศลาวเดินทางถึงกรุงเทพฯ",
        "12345 67890 !!! ???",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.",
    ],
)
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        vietnamese.check(text)
    assert refused.value.code is Code.NOT_VIETNAMESE


def _bare(text: str) -> str:
    marks = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(char for char in marks if not unicodedata.combining(char))


@pytest.mark.parametrize("text", [ARTICLE, "Ngoại trưởng Lào thăm chính thức Thái Lan tuần tới"])
def test_vietnamese_without_accents_is_refused_by_its_own_name(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        vietnamese.check(_bare(text))
    assert refused.value.code is Code.NO_ACCENTS


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Tæng thèng Ph¸p vµ Thñ t­íng §øc ®· gÆp nhau ngµy 7/5, kªu gäi c¸c bªn ngõng b¾n.", "TCVN3"),
        ("Toång thoáng Phaùp vaø Thuû töôùng Ñöùc ñaõ gaëp nhau ngaøy 7/5, keâu goïi caùc beân ngöøng baén.", "VNI"),
    ],
)
def test_old_encodings_are_refused_by_name(text: str, encoding: str) -> None:
    with pytest.raises(RefusedError) as refused:
        vietnamese.check(text)
    assert refused.value.code is Code.LEGACY_ENCODING
    assert dict(refused.value.details)["encoding"] == encoding


def test_a_long_text_is_judged_by_samples_of_all_of_it() -> None:
    assert vietnamese.measure(ARTICLE * 2000).is_vietnamese
    assert not vietnamese.measure("The minister arrived in the capital for talks. " * 20000 + ARTICLE).is_vietnamese
