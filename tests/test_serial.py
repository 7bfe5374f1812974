from __future__ import annotations

import json
from datetime import date

import msgspec
import pytest

from lib.records import (
    Actor,
    Annotations,
    Article,
    Basis,
    Casualty,
    CodedArticle,
    Dropped,
    Event,
    EventType,
    Evidence,
    Harm,
    NumberMention,
    Place,
    Precision,
    QuadClass,
    Qualifier,
    Role,
    Scope,
    Sector,
    Status,
    VictimsKind,
)
from lib.serial import annotations_to_json, from_json, to_json

ACTOR = Actor(Role.ACTOR, "person:a", "A", "Ngoại trưởng Lào", "state:LAO", "LAO", Sector.GOV)
EVIDENCE = Evidence(0, 3, "Lào", "request.ceasefire")
CODED = CodedArticle(
    Article("x", "Lào kêu gọi", "a.txt", None, "Lào", None, "TTXVN", date(2024, 5, 7), Precision.DAY, Basis.METADATA, "vì"),
    (
        Event(
            "e",
            EventType.REQUEST,
            "ceasefire",
            QuadClass.VERBAL_CONFLICT,
            (ACTOR,),
            date(2024, 5, 6),
            date(2024, 5, 6),
            Precision.DAY,
            "hôm qua",
            Place("Viêng Chăn", "LAO", 17.9, 102.6),
            Status.ACTUAL,
            EVIDENCE,
            0.9,
        ),
    ),
    (
        Casualty(
            "c",
            Harm.KILLED,
            1300,
            1301,
            None,
            Qualifier.OVER,
            "người Lào",
            "LAO",
            VictimsKind.PEOPLE,
            None,
            Scope.CUMULATIVE,
            date(2023, 10, 7),
            None,
            None,
            None,
            ACTOR,
            EVIDENCE,
            0.8,
        ),
    ),
    (Dropped(0, 1, "r", "phủ định"),),
)


def test_json_comes_back_the_same() -> None:
    assert from_json(to_json(CODED)) == CODED
    assert to_json(from_json(to_json(CODED))) == to_json(CODED)


def test_keys_stand_in_the_contracts_order() -> None:
    found = json.loads(to_json(CODED))
    assert list(found) == ["article", "events", "casualties", "dropped"]
    assert (
        list(found["article"])
        == "article_id text path url title outlet agency published published_precision published_basis published_why".split()
    )
    assert list(found["events"][0]["actors"][0]) == ["role", "actor_id", "name", "title", "affiliation", "country", "sector"]
    assert found["events"][0]["quad_class"] == "verbal conflict"
    assert (found["events"][0]["date"], found["casualties"][0]["since"]) == ("2024-05-06", "2023-10-07")
    assert (found["casualties"][0]["count"], found["casualties"][0]["high"]) == (1300, None)


def test_vietnamese_is_written_as_it_is_and_on_one_line() -> None:
    data = to_json(CODED)
    assert "Lào kêu gọi".encode() in data
    assert b"\n" not in data


def test_whole_numbers_are_written_whole() -> None:
    numbers = (NumberMention(0, 1, "a", 1300.0, 1301.0, None, Qualifier.OVER), NumberMention(0, 1, "b", 1.5, None, None, Qualifier.EXACT))
    found = annotations_to_json(Annotations("x", "văn", numbers=numbers))
    assert b'"count":1300,"low":1301,"high":null' in found
    assert b'"count":1.5' in found
    assert list(json.loads(found)) == ["article_id", "text", "sentences", "dates", "numbers", "mentions", "triggers"]


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b'{"article": {"article_id": 5, "text": "x"}}', b"\xff"])
def test_what_is_no_coded_article_is_an_error(data: bytes) -> None:
    with pytest.raises(msgspec.DecodeError):
        from_json(data)
