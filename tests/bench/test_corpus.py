from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bench import corpus
from bench.generate import generate
from lib import pipeline, reading
from lib.records import Article
from lib.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_the_dashboard_finds_every_article_coded(tmp_path: Path) -> None:
    settings = corpus.write(tmp_path, 60)
    articles = [item for item in reading.read([settings["BANG_GIAO_ARTICLES"]]) if isinstance(item, Article)]
    store = Store(settings["BANG_GIAO_CACHE"])
    known = store.get_many(articles, pipeline.coder_version())
    store.close()
    assert [known[a.article_id].events for a in articles] == [c.events for c in generate(60)]
    assert [known[a.article_id].article for a in articles] == articles


def test_a_folder_is_not_written_twice(tmp_path: Path) -> None:
    corpus.write(tmp_path, 1)
    with pytest.raises(FileExistsError):
        corpus.write(tmp_path, 1)
