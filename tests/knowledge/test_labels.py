from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pycountry
import pytest

from lib.knowledge import bodies, labels, ontology
from lib.knowledge.labels import LANGS, Lang
from lib.records import (
    Basis,
    EventType,
    Harm,
    MentionKind,
    Precision,
    QuadClass,
    Qualifier,
    Role,
    Scope,
    Sector,
    Status,
    VictimsKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import StrEnum

LABELS: list[tuple[type[StrEnum], labels.Vocabulary]] = [
    (QuadClass, "quad_class"),
    (Role, "role"),
    (Sector, "sector"),
    (Status, "status"),
    (Precision, "date_precision"),
    (Basis, "published_basis"),
    (Harm, "harm"),
    (Qualifier, "qualifier"),
    (VictimsKind, "victims_kind"),
    (Scope, "scope"),
    (MentionKind, "mention_kind"),
]


@pytest.mark.parametrize(("codes", "label"), [(EventType, labels.type_label), *((e, partial(labels.term_label, v)) for e, v in LABELS)])
def test_every_code_has_a_name_of_its_own_in_both_languages(codes: type[StrEnum], label: Callable[[str, Lang], str]) -> None:
    for lang in LANGS:
        names = [label(str(code), lang) for code in codes]
        assert all(names)
        assert len(set(names)) == len(names)
        assert all(unicodedata.is_normalized("NFC", name) for name in names)


def test_every_vocabulary_of_the_file_is_its_enum() -> None:
    terms = ontology.load().vocabularies
    pairs = [
        (terms.quad_class, QuadClass),
        (terms.role, Role),
        (terms.sector, Sector),
        (terms.status, Status),
        (terms.date_precision, Precision),
        (terms.published_basis, Basis),
        (terms.harm, Harm),
        (terms.qualifier, Qualifier),
        (terms.victims_kind, VictimsKind),
        (terms.scope, Scope),
        (terms.mention_kind, MentionKind),
    ]
    for known, vocabulary in pairs:
        assert [term.code for term in known] == [str(code) for code in vocabulary]


@pytest.mark.parametrize("event_type", EventType)
def test_every_mode_is_named(event_type: EventType) -> None:
    for mode in ontology.modes_of(event_type):
        for lang in LANGS:
            assert labels.mode_label(event_type, mode, lang)


def test_an_unknown_code_is_given_back() -> None:
    assert labels.type_label("APPEAL", "vi") == "APPEAL"
    assert labels.mode_label("APPEAL", "beg", "vi") == "beg"
    assert labels.mode_label("REQUEST", "beg", "en") == "beg"
    assert labels.term_label("harm", "starved", "en") == "starved"
    assert labels.country_name("QQQ", "vi") == "QQQ"


def test_no_mode_has_no_name() -> None:
    assert labels.mode_label("REQUEST", None, "vi") == ""


@pytest.mark.parametrize(
    ("code", "vi", "en"),
    [
        ("USA", "Mỹ", "United States"),
        ("PSE", "Palestine", "Palestine"),
        ("PRK", "Triều Tiên", "North Korea"),
        ("KOR", "Hàn Quốc", "South Korea"),
        ("GBR", "Anh", "United Kingdom"),
        ("TUR", "Thổ Nhĩ Kỳ", "Türkiye"),
        ("LBN", "Liban", "Lebanon"),
        ("VNM", "Việt Nam", "Vietnam"),
        ("XKX", "Kosovo", "Kosovo"),
    ],
)
def test_countries_are_called_what_the_press_calls_them(code: str, vi: str, en: str) -> None:
    assert (labels.country_name(code, "vi"), labels.country_name(code, "en")) == (vi, en)


def test_every_iso_country_has_a_name_of_its_own() -> None:
    for lang in LANGS:
        names = [labels.country_name(country.alpha_3, lang) for country in pycountry.countries]
        assert len(set(names)) == len(names)
        assert not [name for name in names if len(name) == 3 and name.isupper() and name != "UAE"]


def test_what_is_a_country() -> None:
    assert labels.is_country("PSE")
    assert not labels.is_country("PS")
    assert not labels.is_country("igo:un")


def test_a_state_is_named_by_its_country_anybody_else_with_it() -> None:
    assert labels.actor_label("state:TUR", "Thổ Nhĩ Kỳ", "TUR", "en") == "Türkiye"
    assert labels.actor_label("person:a-b", "A B", "TUR", "vi") == "A B (Thổ Nhĩ Kỳ)"
    assert labels.actor_label("igo:un", "Liên hợp quốc", None, "vi") == "Liên hợp quốc"


@pytest.mark.parametrize(("value", "vi", "en"), [(10328, "10.328", "10,328"), (999, "999", "999"), (1400000, "1.400.000", "1,400,000")])
def test_numbers_take_the_language_s_separators(value: int, vi: str, en: str) -> None:
    assert (labels.number(value, "vi"), labels.number(value, "en")) == (vi, en)


@pytest.mark.parametrize(
    ("count", "low", "high", "qualifier", "text"),
    [
        (10328, None, None, "exact", "10.328"),
        (1300, 1301, None, "over", "hơn 1.300"),
        (500, 500, None, "at_least", "ít nhất 500"),
        (2000, None, 1999, "under", "gần 2.000"),
        (400, None, None, "about", "khoảng 400"),
        (None, 20, 30, "range", "20–30"),
        (None, 10, 99, "vague", "10–99"),
        (None, 100, None, "vague", "≥ 100"),
        (None, None, 50, "under", "≤ 50"),
        (None, None, None, "vague", "–"),
    ],
)
def test_figures_keep_their_hedge(count: int | None, low: int | None, high: int | None, qualifier: str, text: str) -> None:
    assert labels.figure(count, low, high, qualifier, "vi") == text


@pytest.mark.parametrize(
    ("first", "last", "precision", "vi", "en"),
    [
        (date(2023, 11, 7), date(2023, 11, 7), "day", "7/11/2023", "7 Nov 2023"),
        (date(2023, 11, 7), None, None, "7/11/2023", "7 Nov 2023"),
        (date(2023, 10, 1), date(2023, 10, 31), "month", "tháng 10 năm 2023", "October 2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "year", "2023", "2023"),
        (date(2023, 11, 6), date(2023, 11, 12), "week", "6/11/2023 – 12/11/2023", "6 Nov 2023 – 12 Nov 2023"),
        (date(2022, 1, 1), date(2023, 12, 31), "year", "1/1/2022 – 31/12/2023", "1 Jan 2022 – 31 Dec 2023"),
        (None, None, None, "", ""),
    ],
)
def test_dates_are_told_as_fine_as_they_are_known(first: date | None, last: date | None, precision: str | None, vi: str, en: str) -> None:
    assert (labels.date_label(first, last, precision, "vi"), labels.date_label(first, last, precision, "en")) == (vi, en)


def test_bodies_have_english_names_where_theirs_are_vietnamese() -> None:
    known = {row.id: row.name for row in bodies.read()}
    english = bodies.english()
    assert set(english) <= set(known)
    assert {one for one, name in known.items() if not name.isascii()} <= set(english)
    assert [name for name in english.values() if re.search(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", name)] == []
    assert len(set(english.values())) == len(english)


@pytest.mark.parametrize(
    ("actor_id", "name", "country", "vietnamese", "english"),
    [
        ("igo:eu", "Liên minh châu Âu", None, "Liên minh châu Âu", "European Union"),
        ("org:idf", "Lực lượng Phòng vệ Israel", "ISR", "Lực lượng Phòng vệ Israel (Israel)", "Israel Defense Forces (Israel)"),
        ("org:met-today", "Hội Mới", None, "Hội Mới", "Hội Mới"),
        ("person:hakan-fidan", "Hakan Fidan", "TUR", "Hakan Fidan (Thổ Nhĩ Kỳ)", "Hakan Fidan (Türkiye)"),
    ],
)
def test_a_body_is_called_by_the_page_s_language(actor_id: str, name: str, country: str | None, vietnamese: str, english: str) -> None:
    assert labels.actor_label(actor_id, name, country, "vi") == vietnamese
    assert labels.actor_label(actor_id, name, country, "en") == english


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("Thổ Nhĩ Kỳ", "Türkiye"),
        ("Bộ Y tế Gaza", "Gaza Health Ministry"),
        ("Dải Gaza", "Dải Gaza"),
        ("Hakan Fidan", "Hakan Fidan"),
        ("", ""),
    ],
)
def test_a_name_without_its_id_is_told_in_english_where_it_is_a_country_or_body(name: str, english: str) -> None:
    assert labels.known_name(name, "en") == english
    assert labels.known_name(name, "vi") == name


@pytest.mark.parametrize(("name", "vietnamese"), [("Lebanon", "Liban"), ("Séc", "Cộng hòa Séc"), ("Mỹ", "Mỹ")])
def test_a_state_that_the_press_calls_otherwise_is_called_as_its_country(name: str, vietnamese: str) -> None:
    assert labels.known_name(name, "vi") == vietnamese
