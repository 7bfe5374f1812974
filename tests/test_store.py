from __future__ import annotations

import os
import sqlite3
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from lib.errors import Code
from lib.records import Article, CodedArticle, Dropped
from lib.store import Store, default_folder

ARTICLES = [Article(f"id-{i}", f"Bài thứ {i} của Lào.") for i in range(5)]
RESULTS = [(article, CodedArticle(article, dropped=(Dropped(0, i, "r", "vì"),))) for i, article in enumerate(ARTICLES)]
DAY = date(2024, 5, 7)


def _filled(folder: Path) -> None:
    store = Store(folder)
    store.put_many(RESULTS, "v1")
    store.set_published("id-1", DAY)
    store.close()


def test_results_come_back_for_the_same_article_and_coder_only(tmp_path: Path) -> None:
    _filled(tmp_path)
    store = Store(tmp_path)
    assert store.get_many(ARTICLES, "v1") == {article.article_id: coded for article, coded in RESULTS}
    assert store.get_many(ARTICLES, "v2") == {}
    assert store.get_many([replace(ARTICLES[0], text="Bài khác.")], "v1") == {}
    assert store.get_many([replace(ARTICLES[0], published=DAY)], "v1") == {}
    assert store.notices == []


def test_results_are_kept_all_or_none(tmp_path: Path) -> None:
    store = Store(tmp_path)
    broken = CodedArticle(ARTICLES[1], dropped=(Dropped(0, 0, "\ud800", "r"),))
    with pytest.raises(UnicodeEncodeError):
        store.put_many([RESULTS[0], (ARTICLES[1], broken)], "v1")
    assert store.get_many(ARTICLES, "v1") == {}


def test_a_later_result_replaces_an_earlier(tmp_path: Path) -> None:
    _filled(tmp_path)
    store = Store(tmp_path)
    store.put_many([(ARTICLES[0], CodedArticle(ARTICLES[0]))], "v1")
    assert store.get_many(ARTICLES[:1], "v1")["id-0"].dropped == ()


def test_other_versions_can_be_forgotten(tmp_path: Path) -> None:
    _filled(tmp_path)
    store = Store(tmp_path)
    store.put_many(RESULTS[:1], "v2")
    store.forget_other_versions("v2")
    assert store.get_many(ARTICLES, "v1") == {}
    assert list(store.get_many(ARTICLES, "v2")) == ["id-0"]


def test_dates_set_by_hand_are_kept_changed_and_forgotten(tmp_path: Path) -> None:
    _filled(tmp_path)
    store = Store(tmp_path)
    assert store.published("id-1") == DAY
    assert store.published("id-2") is None
    store.set_published("id-1", date(2024, 5, 8))
    store.set_published("id-2", DAY)
    assert store.all_published() == {"id-1": date(2024, 5, 8), "id-2": DAY}
    store.delete_published("id-1")
    store.delete_published("id-1")
    assert store.all_published() == {"id-2": DAY}


@pytest.mark.parametrize("damage", [b"this is no database at all", b"SQLite format 3\x00" + b"\xff" * 5000, b"\x00" * 4096])
def test_a_damaged_file_is_set_aside_and_told(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "bang-giao.sqlite3").write_bytes(damage)
    store = Store(tmp_path)
    assert [notice.code for notice in store.notices] == [Code.CACHE_DAMAGED]
    aside = Path(dict(store.notices[0].details)["aside"])
    assert aside.read_bytes() == damage
    store.put_many(RESULTS, "v1")
    store.close()
    assert len(Store(tmp_path).get_many(ARTICLES, "v1")) == 5


def test_damage_inside_a_good_file_is_found_when_it_is_opened(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.put_many([(replace(a, text=a.text * 900), c) for a, c in RESULTS * 20], "v1")
    store.put_many([(replace(ARTICLES[0], article_id=str(i)), RESULTS[0][1]) for i in range(300)], "v1")
    store.close()
    path = tmp_path / "bang-giao.sqlite3"
    data = bytearray(path.read_bytes())
    data[4096 : len(data) - 4096] = os.urandom(len(data) - 8192)
    path.write_bytes(data)
    again = Store(tmp_path)
    again.put_many(RESULTS, "v1")
    assert len(again.get_many(ARTICLES, "v1")) == 5
    assert [notice.code for notice in again.notices] == [Code.CACHE_DAMAGED]


def test_one_damaged_result_is_coded_again(tmp_path: Path) -> None:
    _filled(tmp_path)
    with sqlite3.connect(tmp_path / "bang-giao.sqlite3") as db:
        db.execute("UPDATE coded SET body = ?", (b'{"article": {',))
    db.close()
    assert Store(tmp_path).get_many(ARTICLES, "v1") == {}


def test_a_file_of_another_layout_is_set_aside(tmp_path: Path) -> None:
    _filled(tmp_path)
    with sqlite3.connect(tmp_path / "bang-giao.sqlite3") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    store = Store(tmp_path)
    assert store.get_many(ARTICLES, "v1") == {}
    assert [notice.code for notice in store.notices] == [Code.CACHE_DAMAGED]


def test_where_nothing_can_be_written_it_works_in_memory(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, not a folder")
    store = Store(tmp_path / "taken" / "cache")
    assert [notice.code for notice in store.notices] == [Code.CACHE_READONLY]
    assert store.path is None
    store.put_many(RESULTS, "v1")
    store.set_published("id-1", DAY)
    assert len(store.get_many(ARTICLES, "v1")) == 5
    assert store.published("id-1") == DAY


def test_a_file_that_turns_read_only_is_left_for_memory(tmp_path: Path) -> None:
    _filled(tmp_path)
    store = Store(tmp_path)
    store._db.execute("PRAGMA query_only = 1")
    store.put_many(RESULTS, "v2")
    assert len(store.get_many(ARTICLES, "v2")) == 5
    assert [notice.code for notice in store.notices] == [Code.CACHE_READONLY]


def test_two_stores_and_many_threads_share_one_file(tmp_path: Path) -> None:
    stores = [Store(tmp_path), Store(tmp_path)]

    def work(number: int) -> None:
        store = stores[number % 2]
        for i in range(10):
            article = Article(f"{number}-{i}", f"Bài {number} {i}")
            store.put_many([(article, CodedArticle(article))], "v")
            store.set_published(article.article_id, DAY)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(stores[0].all_published()) == 60
    assert len(stores[1].get_many([Article(f"{n}-{i}", f"Bài {n} {i}") for n in range(6) for i in range(10)], "v")) == 60
    assert [notice for store in stores for notice in store.notices] == []


@pytest.mark.parametrize(
    ("settings", "folder"),
    [
        ({"BANG_GIAO_CACHE": "/a/b", "XDG_CACHE_HOME": "/c"}, "/a/b"),
        ({"XDG_CACHE_HOME": "/c"}, "/c/bang-giao"),
        ({"HOME": "/h"}, "/h/.cache/bang-giao"),
    ],
)
def test_where_results_are_kept(settings: dict[str, str], folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BANG_GIAO_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert default_folder() == Path(folder)
