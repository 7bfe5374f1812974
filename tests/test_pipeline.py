from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

from lib import pipeline
from lib.errors import Code, Refusal
from lib.records import Article, Basis, CodedArticle, Precision
from lib.serial import to_json
from tests import pipeline_tasks as tasks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _articles(*texts: str) -> list[Article]:
    return [Article(f"id-{i}", text, path=f"{i}.txt") for i, text in enumerate(texts)]


def _shown(results: Iterator[CodedArticle | Refusal]) -> list[str]:
    return [r.render("vi") if isinstance(r, Refusal) else to_json(r).decode() for r in results]


MANY = _articles(*(f"bài thứ {i}" for i in range(40)))


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_order_whatever_the_workers(workers: int) -> None:
    found = _shown(pipeline._run(tasks.measure, iter(MANY), workers))
    assert found == [to_json(tasks.measure(article)).decode() for article in MANY]


@pytest.mark.parametrize("workers", [1, 2])
def test_an_article_that_the_coder_fails_on_is_refused_by_name_and_the_others_coded(workers: int) -> None:
    articles = [*MANY[:20], Article("x", "hỏng", path="thư mục/x.txt"), *MANY[20:]]
    found = list(pipeline._run(tasks.measure, articles, workers))
    refusal = found.pop(20)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.source) == (Code.CODER_FAILED, "thư mục/x.txt [x]")
    assert dict(refusal.details) == {"reason": "ValueError: không mã hóa được bài này"}
    assert [r.article for r in found if isinstance(r, CodedArticle)] == MANY


def test_an_article_that_kills_its_worker_takes_no_other_with_it() -> None:
    articles = [*MANY[:15], Article("x", "chết"), *MANY[15:]]
    found = list(pipeline._run(tasks.measure, articles, 2))
    refusal = found.pop(15)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.source) == (Code.CODER_FAILED, "x")
    assert [r.article for r in found if isinstance(r, CodedArticle)] == MANY


def test_articles_are_taken_only_a_little_ahead() -> None:
    taken = 0

    def source() -> Iterator[Article]:
        nonlocal taken
        for i in range(500):
            taken += 1
            yield Article(str(i), "bài")

    results = pipeline._run(tasks.measure, source(), 2)
    next(results)
    assert taken <= 2 * pipeline._LOOK_AHEAD + pipeline._FEW
    results.close()  # type: ignore[attr-defined]


def test_few_articles_start_no_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_pool", lambda _: pytest.fail("a worker was started"))
    assert len(list(pipeline._run(tasks.measure, MANY[: pipeline._FEW], 4))) == pipeline._FEW


def test_a_date_set_by_a_user_goes_to_the_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "code_one", tasks.measure)
    before = Article(
        "x", "bài", published=date(2023, 1, 1), published_precision=Precision.MONTH, published_basis=Basis.INFERRED, published_why="?"
    )
    after = pipeline.recode(before, date(2024, 5, 7)).article
    assert (after.published, after.published_precision, after.published_basis) == (date(2024, 5, 7), Precision.DAY, Basis.USER)
    assert after.published_why
    assert "2024-05-07" in after.published_why


def test_the_version_changes_with_the_coder_and_only_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in pipeline._ROOMS:
        (tmp_path / room / "data").mkdir(parents=True)
        (tmp_path / room / "a.py").write_text("x = 1\n")
    (tmp_path / "records.py").write_text("")
    monkeypatch.setattr(pipeline, "__file__", str(tmp_path / "pipeline.py"))

    def version() -> str:
        pipeline.coder_version.cache_clear()
        return pipeline.coder_version()

    first = version()
    (tmp_path / "language" / "__pycache__").mkdir()
    (tmp_path / "language" / "__pycache__" / "a.py").write_text("")
    (tmp_path / "cli.py").write_text("y = 2\n")
    assert version() == first
    seen = {first}
    for changed in ("language/a.py", "knowledge/data/new.toml", "coding/data/x.csv", "records.py"):
        (tmp_path / changed).write_text("z = 3\n")
        now = version()
        assert now not in seen
        seen.add(now)
    monkeypatch.undo()
    pipeline.coder_version.cache_clear()


def test_the_tasks_can_be_imported_by_a_worker() -> None:
    assert sys.modules[tasks.measure.__module__].measure is tasks.measure


def test_the_real_coder_gives_the_same_bytes_over_workers() -> None:
    text = "Ngày {day}/5/2024, Ngoại trưởng Lào gặp người đồng cấp Thái Lan ở Bangkok, kêu gọi Myanmar ngừng bắn khiến {day} người chết."
    articles = [Article(f"id-{day}", text.format(day=day)) for day in range(1, pipeline._FEW + 4)]
    alone = _shown(pipeline.run(articles, 1))
    assert _shown(pipeline.run(articles, 2)) == alone
    assert all('"event_type":' in line for line in alone)
