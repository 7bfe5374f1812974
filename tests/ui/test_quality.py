from __future__ import annotations

from lib.ui import quality
from lib.ui.wording import wording

TABLE = """# x
<!-- quality -->
| | the five seeds | other excerpts (9 articles) |
|---|---|---|
| publication date | 1.00 (5 of 5) | |
| meetings: who met whom, F1 | 0.91 (41 of 47 found, 41 of 43 true) | 0.5 |
<!-- /quality -->
"""


def test_the_table_in_the_readers_words() -> None:
    head, date, meetings = quality.rows(wording("vi"), TABLE)
    assert head == ["", "năm bài mẫu", "9 đoạn trích khác"]
    assert date == ["ngày đăng", "1,00 (đúng 5/5)", ""]
    assert meetings == ["cuộc gặp: ai gặp ai (F1)", "0,91 (tìm ra 41/47, đúng 41/43)", "0,5"]


def test_every_row_of_the_readme_has_words() -> None:
    vietnamese, english = (quality.rows(wording(lang)) for lang in ("vi", "en"))
    assert len(vietnamese) > 10
    assert [mine[0] for mine, other in zip(vietnamese[1:], english[1:], strict=True) if mine[0] == other[0]] == []


def test_no_readme_no_table() -> None:
    assert quality.rows(wording("en"), "nothing") == []
