from __future__ import annotations

import pytest

from lib.knowledge import harm, rules, triggers


@pytest.mark.parametrize(
    ("name", "sentence", "found"),
    [
        ("coerce.arrest", "Cảnh sát Na Uy đã Bắt Giữ hai người.", "bắt giữ"),
        ("sanction.recall", "Na Uy triệu khẩn cấp đại sứ về nước.", "triệu … đại sứ"),
        ("killed.slay.named", "Ông bị sát hại ở Oslo.", "sát hại"),
        ("coerce.arrest", "Bắtgiữ không phải là một từ.", ""),
    ],
)
def test_a_rule_is_told_by_the_words_that_it_found(name: str, sentence: str, found: str) -> None:
    told = rules.tell(name, sentence)
    assert told is not None
    assert told.found == found
    assert found not in told.others
    assert len(told.others) == 4
    assert told.example


def test_a_use_of_a_rule_is_that_rule_and_an_unknown_name_is_none() -> None:
    assert rules.find("coerce.arrest.nominal") == rules.find("coerce.arrest")
    assert rules.find("test.rule") is None
    assert rules.tell("", "Câu.") is None


def test_every_rule_of_the_lexicons_has_words_and_an_example() -> None:
    named = [*(one.id for one in triggers.entries()), *(one.rule for one in harm.load().entries)]
    lacking = [name for name in named if (rule := rules.find(name)) is None or not (rule.words and rule.example)]
    assert lacking == []
