"""Reasons: what is written in Vietnamese is told again in English, and what nobody wrote from a template stays as it is."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.knowledge import reasons
from lib.knowledge.reasons import DayMonth, Weekday, retell, tell, templates
from lib.knowledge.tables import read_toml

ROOT = Path(__file__).resolve().parents[2]
DAY, WEEK, TERM = date(2023, 11, 7), date(2023, 11, 13), date(2021, 2, 28)
PLACES = read_toml("reasons.toml", dict)["places"]
PLAIN = {
    "day": DAY,
    "week": WEEK,
    "iso": DAY,
    "day_month": DayMonth(29, 2),
    "weekday": Weekday(6),
    "year": 2023,
    "name": "Espen Barth Eide",
    "title": "Bộ trưởng Thương mại và Hợp tác",
    "key": "article:published_time",
    "value": "2023-11-07T08:00:00+07:00",
}
ENGLISH = {"day": "7 Nov 2023", "week": "13 Nov 2023", "iso": "7 Nov 2023", "day_month": "29 Feb", "weekday": "Sunday", "year": "2023"}
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def instances(key: str, quote: str = "sáng 7/11 và «hôm sau»") -> list[tuple[str, str]]:
    """Every way to fill a template: its Vietnamese, and the English that it is to become."""
    ways: list[tuple[dict[str, str], dict[str, str]]] = [({}, {})]
    for name in reasons.holes(templates()[key].vi):
        kind = PLACES.get(name)
        if isinstance(kind, list):
            fillings = [pair for one in kind for pair in instances(one, quote)]
        else:
            value = PLAIN.get(name, quote)
            vi = _vietnamese(name, value)
            fillings = [(vi, ENGLISH.get(name, vi))]
        ways = [({**vi, name: a}, {**en, name: b}) for vi, en in ways for a, b in fillings]
    return [(tell(key, **vi), templates()[key].en.format(**en)) for vi, en in ways]


def _vietnamese(name: str, value: object) -> str:
    return {"day": "7/11/2023", "week": "13/11/2023", "iso": "2023-11-07", "day_month": "29/2", "weekday": "Chủ nhật"}.get(name, str(value))


@pytest.mark.parametrize("key", sorted(templates()))
def test_what_is_written_is_told_again_in_english(key: str) -> None:
    for vietnamese, english in instances(key):
        assert retell(vietnamese, "en") == english
        assert retell(vietnamese, "vi") == vietnamese


@given(quote=st.text(min_size=1).map(lambda text: text.replace("«", "").replace("»", "")))
def test_the_words_of_the_article_stay_whatever_they_are(quote: str) -> None:
    for key in ("date.sentence", "published.background", "published.latest", "published.weekday"):
        for vietnamese, english in instances(key, quote):
            assert retell(vietnamese, "en") == english


@pytest.mark.parametrize("key", sorted(templates()))
def test_the_english_has_no_place_of_its_own_and_no_vietnamese(key: str) -> None:
    template = templates()[key]
    assert set(reasons.holes(template.en)) <= set(reasons.holes(template.vi))
    assert not VIETNAMESE.search(template.en)


def test_a_typed_value_is_written_in_the_form_of_its_place() -> None:
    written = tell("published.no_year", day_month=DayMonth(7, 11), quote="ngày 7/11")
    assert written == "Bài nêu ngày 7/11 («ngày 7/11») nhưng không có gì cho biết năm."
    assert tell("published.user", iso=DAY) == "Người dùng đặt ngày đăng là 2023-11-07."
    held = tell("held.upper", name="Lan", title="Tổng thống", day=TERM, quote="bà Lan")
    assert held == "Lan giữ chức Tổng thống đến 28/2/2021 («bà Lan»)"
    assert "là Chủ nhật đầu tiên" in tell(
        "published.weekday", quote="", weekday=Weekday(6), day=DAY, event="", last_week="", week=WEEK, because=""
    )


@pytest.mark.parametrize(
    "text",
    ["ngày đăng", "năm 2023 tính theo lời kể", "«7/11» trong câu, có lẽ", "Người dùng đặt ngày đăng là 2023-02-30.", "Plain English."],
)
def test_a_text_that_no_template_gives_stays(text: str) -> None:
    assert retell(text, "en") == text


def test_no_reason_is_an_empty_one() -> None:
    assert retell(None, "en") == retell(None, "vi") == retell("", "en") == ""


def test_every_reason_is_written_somewhere_and_none_that_is_missing() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "lib").rglob("*.py"))
    asked = set(re.findall(r'"((?:published|year|held|date|dropped)\.[a-z_]+)"', code))
    assert asked == set(templates())
