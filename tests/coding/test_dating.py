"""The publication date of an undated article: bounds, refusals, and the five seeds."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lib.coding.dating import Dating, infer_published
from lib.coding.dating_offices import office_terms, window
from lib.coding.mention_types import ResolvedMention
from lib.coding.mentions import find_mentions
from lib.knowledge.base import load
from lib.knowledge.entries import Office, TitleEntry, slug
from lib.language.dates import find_dates
from lib.language.phrases import PhraseIndex
from lib.language.sentences import split
from lib.language.text import normalize
from lib.records import Actor, Basis, MentionKind, Precision, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SEEDS = Path(__file__).parents[2] / "seeds"


class _World:
    """A knowledge base of four people: Lan (2021-2023), Minh (2023 on), Bình (two terms), and Tú, whose term is unsure."""

    def __init__(self) -> None:
        self.titles = PhraseIndex(
            (title, TitleEntry(title, role, Sector.GOV, rank))
            for title, role, rank in [
                ("Tổng thống", "president", "chief"),
                ("Ngoại trưởng", "foreign_minister", "chief"),
                ("cựu Tổng thống", "president", "former"),
                ("ông", "honorific", ""),
            ]
        )
        self.people: Mapping[str, tuple[Office, ...]] = {
            "Lan Alda": (_office("president", date(2021, 3, 1), date(2024, 2, 10)),),
            "Minh Boro": (_office("foreign_minister", date(2023, 6, 1), None),),
            "Binh Coro": (_office("president", date(2009, 1, 1), date(2013, 1, 1)), _office("president", date(2022, 12, 29), None)),
            "Tu Dora": (_office("president", date(2022, 1, 1), date(2022, 12, 31), sure=False),),
            "Nga Eron": (_office("president", date(2022, 9, 6), date(2022, 9, 20)),),
        }

    def tenures(self, actor_id: str) -> tuple[Office, ...]:
        return next((offices for name, offices in self.people.items() if actor_id == "person:" + slug(name)), ())


def _office(role: str, start: date, end: date | None, *, sure: bool = True) -> Office:
    return Office(role, "Tổng thống" if role == "president" else "Ngoại trưởng", "state:XXX", start, end, sure, "made up")


_WORLD = _World()


def _mentions(text: str) -> Iterable[ResolvedMention]:
    for name in _WORLD.people:
        at = text.find(name)
        if at < 0:
            continue
        start = max(text.rfind(word, 0, at) for word in ("cựu Tổng thống", "Tổng thống", "Ngoại trưởng", name))
        start = min(start if start >= 0 else at, at)
        if text[max(0, start - 5) : start] == "cựu ":
            start -= 4
        actor = Actor(Role.ACTOR, "person:" + slug(name), name, None, None, None, Sector.GOV)
        yield ResolvedMention(start, at + len(name), text[start : at + len(name)], MentionKind.PERSON, (actor,), "title")


def _dating(text: str) -> Dating:
    sentences = split(text)
    expressions = [e for s in sentences for e in find_dates(text[s.start : s.end], s.start)]
    return infer_published(text, sentences, expressions, tuple(_mentions(text)), _WORLD)  # type: ignore[arg-type]


_BOTH = "Tổng thống Lan Alda tiếp Ngoại trưởng Minh Boro."  # 1 June 2023 to 10 February 2024


@pytest.mark.parametrize(
    ("text", "day", "precision", "basis"),
    [
        ("Tin mới\nThứ Tư, 08/11/2023, 06:15 (GMT+7)\nHai bên gặp nhau.", date(2023, 11, 8), "day", "dateline"),
        ("Cảnh đổ nát tại thành phố ngày 1/11/2023\nNgày 1/11, hai nước kêu gọi ngừng bắn.", date(2023, 11, 1), "day", "dateline"),
        ("Ngày 5/11/2023, hai bên gặp nhau.", date(2023, 11, 5), "day", "dateline"),
        (f"Hai bên hôm nay (14/10) điện đàm. {_BOTH}", date(2023, 10, 14), "day", "inferred"),
        (f"Hôm qua (13/10), hai bên điện đàm. {_BOTH}", date(2023, 10, 14), "day", "inferred"),
        (f"Ngày 7/11, hai bên điện đàm. {_BOTH}", date(2023, 11, 7), "day", "inferred"),
        (f"Ngày 7/11, hai bên điện đàm. Trước đó, ngày 31/10, họ gặp nhau. {_BOTH}", date(2023, 11, 7), "day", "inferred"),
        (f"Ngày 2/1, hai bên điện đàm. Trước đó, ngày 30/12, họ gặp nhau. {_BOTH}", date(2024, 1, 2), "day", "inferred"),
        (f"Ngày 7/11, hai bên điện đàm. Hội nghị sẽ khai mạc ngày 20/11. {_BOTH}", date(2023, 11, 7), "day", "inferred"),
        (f"Ngày 7/11, số người chết kể từ ngày 7/10 đã vượt 10.000. {_BOTH}", date(2023, 11, 7), "day", "inferred"),
        ("Ngày 20/10/2023, phái đoàn tới.\nNgày 22/10, hai bên ký kết.", date(2023, 10, 22), "day", "inferred"),
        (
            (
                "Ông gọi điện cho Thủ tướng vào Thứ Hai. Hơn 1.000 người thiệt mạng vào ngày 7 tháng 10."
                f" Ông nói tuần trước rằng cần đàm phán. {_BOTH}"
            ),
            date(2023, 10, 16),
            "week",
            "inferred",
        ),
        (
            (
                "Ông gọi điện cho Thủ tướng vào Thứ Năm. Hơn 1.000 người thiệt mạng vào ngày 10 tháng 10."
                f" Ông nói tuần trước rằng cần đàm phán. {_BOTH}"
            ),
            date(2023, 10, 19),
            "week",
            "inferred",
        ),
        ("Tổng thống Nga Eron phát biểu trên truyền hình.", date(2022, 9, 1), "month", "inferred"),
    ],
)
def test_bounds_give_a_date(text: str, day: date, precision: str, basis: str) -> None:
    found = _dating(text)
    assert (found.date, found.precision, found.basis) == (day, Precision(precision), Basis(basis))
    assert found.why.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên gặp nhau.",
        "Ngày 7/11, hai bên gặp nhau.",
        "Hôm qua, hai bên gặp nhau.",
        "Ngày 7/11, Tổng thống Tu Dora phát biểu.",
        "Ngày 7/11, Ngoại trưởng Minh Boro phát biểu.",
        "Ngày 7/11, cựu Tổng thống Lan Alda phát biểu.",
        "Ngày 7/11, ông Lan Alda phát biểu.",
        f"Ngày 7/11, hai bên dự lễ tang Tổng thống Lan Alda. {_BOTH}",
        "Ngày 7/11, Tổng thống Lan Alda phát biểu.",
        "Ngày 25/11/1956, thuyền rời bến.\nNgày 25/11/1970, bảo tàng mở cửa.",
        "Hai bên sẽ đàm phán ngày 15/8 để cứu các con tin bị bắt ngày 7/10/2023.",
        "Quan hệ được nối lại từ năm 2019.",
        "Ông gọi điện cho Thủ tướng vào Thứ Hai.",
        f"Hai bên gặp nhau. Họ bàn nhiều việc. Họ ăn tối. {_BOTH} Thỏa thuận được ký trong thời gian gặp gỡ tại Geneva ngày 13/6.",
    ],
)
def test_without_enough_bounds_there_is_no_date(text: str) -> None:
    found = _dating(text)
    assert (found.date, found.precision, found.basis) == (None, None, None)
    assert found.why.endswith(".")


def test_why_names_the_sentence_and_the_office() -> None:
    why = _dating(f"Ngày 7/11, hai bên điện đàm. {_BOTH}").why
    assert "Ngày 7/11, hai bên điện đàm" in why
    assert "Minh Boro giữ chức Ngoại trưởng từ 1/6/2023" in why
    assert "Lan Alda giữ chức Tổng thống đến 10/2/2024" in why


def test_the_later_of_two_terms_is_chosen_where_others_agree() -> None:
    text = "Tổng thống Binh Coro tiếp Tổng thống Lan Alda."
    bounds = window(office_terms(text, tuple(_mentions(text)), _WORLD))  # type: ignore[arg-type]
    assert bounds.first == date(2022, 12, 29)
    assert bounds.upper is not None
    assert bounds.upper.name == "Lan Alda"


def test_holders_who_never_overlap_decide_nothing() -> None:
    text = "Tổng thống Nga Eron tiếp Ngoại trưởng Minh Boro."
    bounds = window(office_terms(text, tuple(_mentions(text)), _WORLD))  # type: ignore[arg-type]
    assert (bounds.first, bounds.last) == (None, None)


@pytest.mark.parametrize(
    ("seed", "days", "basis"),
    [
        ("000_dfd65ca330791ba1", {date(2023, 11, 1)}, Basis.DATELINE),
        ("001_709085b56fa7d597", {date(2025, 11, 1)}, Basis.DATELINE),
        ("002_27dcee3c9c6a524f", {date(2023, 11, 7), date(2023, 11, 8)}, Basis.INFERRED),
        ("003_4ac9a86ff1dfe939", {date(2023, 10, 16), date(2023, 10, 17)}, Basis.INFERRED),
        ("004_75b8f2d46060ce19", {date(2023, 10, 14)}, Basis.INFERRED),
    ],
)
def test_seed(seed: str, days: set[date], basis: Basis) -> None:
    text = normalize((_SEEDS / f"{seed}.txt").read_text("utf-8")).text
    kb, sentences = load(), split(text)
    expressions = [e for s in sentences for e in find_dates(text[s.start : s.end], s.start)]
    found = infer_published(text, sentences, expressions, find_mentions(text, sentences, kb, None), kb)
    assert found.date in days
    assert found.basis is basis
