from __future__ import annotations

from string import Formatter
from typing import get_args

import pytest

from lib.errors import Code, Lang, Notice, Refusal, RefusedError, Words, wordings


def _holes(words: Words) -> set[str]:
    return {name for part in (words.what, words.blocks, words.mend) for _, name, _, _ in Formatter().parse(part) if name is not None}


def test_every_code_has_words_and_every_entry_a_code() -> None:
    assert set(wordings()) == {code.value for code in Code}


@pytest.mark.parametrize("code", list(Code))
def test_both_languages_say_all_three_things_about_the_same_details(code: Code) -> None:
    wording = wordings()[code]
    assert _holes(wording.vi) == _holes(wording.en)
    for words in (wording.vi, wording.en):
        assert all(part.endswith(".") and len(part) > 5 for part in (words.what, words.blocks, words.mend))


@pytest.mark.parametrize("code", list(Code))
@pytest.mark.parametrize("lang", get_args(Lang))
def test_rendering_names_the_input_and_leaves_no_hole(code: Code, lang: Lang) -> None:
    details = tuple((name, f"<{name}>") for name in sorted(_holes(wordings()[code].vi)))
    line = Refusal(code, "bai.jsonl", 7, details).render(lang)
    assert line.startswith("bai.jsonl, dòng 7: từ chối: " if lang == "vi" else "bai.jsonl, line 7: refused: ")
    assert all(f"<{name}>" in line for name, _ in details)
    assert "\n" not in line


def test_a_notice_is_not_called_a_refusal() -> None:
    notice = Notice(Code.BAD_PUBLISHED, "bai.jsonl", 1, (("value", "hôm kia"),))
    assert "refused" not in notice.render("en")
    assert "hôm kia" in notice.render("vi")


def test_the_error_becomes_a_refusal_of_its_input() -> None:
    assert RefusedError(Code.BINARY, kind="PDF").at("a.txt", 3) == Refusal(Code.BINARY, "a.txt", 3, (("kind", "PDF"),))
