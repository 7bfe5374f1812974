"""Coded articles and dates set by hand, kept in one SQLite file: whole or not at all.

Results are keyed by the article and by the coder's version, so that a changed coder finds none of the old ones.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import threading
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from lib.errors import Code, Notice
from lib.serial import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lib.records import Article, CodedArticle

_VARIABLE = "BANG_GIAO_CACHE"
_FILE = "bang-giao.sqlite3"
_LAYOUT = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS coded (
    article BLOB NOT NULL, coder TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (article, coder)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS published (article TEXT PRIMARY KEY, day TEXT NOT NULL) WITHOUT ROWID;
"""
_ENCODER = msgspec.json.Encoder()


def default_folder() -> Path:
    """Where results are kept: `BANG_GIAO_CACHE`, else the user's cache folder."""
    named = os.environ.get(_VARIABLE)
    if named:
        return Path(named)
    caches = os.environ.get("XDG_CACHE_HOME")
    return (Path(caches) if caches else Path.home() / ".cache") / "bang-giao"


def article_key(article: Article) -> bytes:
    """A hash of all that the coder sees of an article."""
    return hashlib.sha256(_ENCODER.encode(article)).digest()


class Store:
    """The file that keeps results; safe to share between threads and processes.

    A damaged file is set aside and a new one begun; where nothing can be written, it works in memory. Either is told in
    `notices`. No method raises for what the disk does.
    """

    def __init__(self, folder: str | os.PathLike[str] | None = None) -> None:
        self.folder = Path(folder) if folder is not None else default_folder()
        self.path: Path | None = self.folder / _FILE
        self.notices: list[Notice] = []
        self._lock = threading.RLock()
        self._db = self._open()

    def get_many(self, articles: Iterable[Article], coder: str) -> dict[str, CodedArticle]:
        """The results of `articles` by `article_id` that this version of the coder gave before; unknown ones are left out."""
        found = {}
        with self._lock:
            for article in articles:
                row = self._one("SELECT body FROM coded WHERE article = ? AND coder = ?", (article_key(article), coder))
                if row is None:
                    continue
                try:
                    found[article.article_id] = from_json(row[0])
                except msgspec.DecodeError:
                    self._write([("DELETE FROM coded WHERE article = ? AND coder = ?", (article_key(article), coder))])
        return found

    def put_many(self, results: Iterable[tuple[Article, CodedArticle]], coder: str) -> None:
        """Keep results, all of them or none; each is keyed by the article as it was given to the coder."""
        sql = "INSERT OR REPLACE INTO coded (article, coder, body) VALUES (?, ?, ?)"
        self._write([(sql, (article_key(article), coder, to_json(coded))) for article, coded in results])

    def forget_other_versions(self, coder: str) -> None:
        """Drop the results of every other version of the coder."""
        self._write([("DELETE FROM coded WHERE coder <> ?", (coder,))])

    def published(self, article_id: str) -> date | None:
        """The day of publication that a user set for an article, or None."""
        with self._lock:
            row = self._one("SELECT day FROM published WHERE article = ?", (article_id,))
        return _day(row[0]) if row else None

    def all_published(self) -> Mapping[str, date]:
        """Every day of publication that a user set, by `article_id`."""
        with self._lock:
            rows = self._all("SELECT article, day FROM published ORDER BY article")
        return {article: day for article, text in rows if (day := _day(text))}

    def set_published(self, article_id: str, day: date) -> None:
        """Remember the day of publication that a user set."""
        self._write([("INSERT OR REPLACE INTO published (article, day) VALUES (?, ?)", (article_id, day.isoformat()))])

    def delete_published(self, article_id: str) -> None:
        """Forget the day that a user set; nothing happens where there is none."""
        self._write([("DELETE FROM published WHERE article = ?", (article_id,))])

    def close(self) -> None:
        """Close the file; the store is not used after."""
        with self._lock:
            self._db.close()

    def _open(self) -> sqlite3.Connection:
        if self.path is None:
            return self._in_memory()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            return _connect(self.path)
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError) and not _is_damage(error):
                return self._in_memory(error)
            return self._begin_anew()
        except OSError as error:
            return self._in_memory(error)

    def _begin_anew(self) -> sqlite3.Connection:
        """Set the damaged file aside under a free name, with its journal, and open a new one."""
        assert self.path is not None  # noqa: S101 - only a file can be damaged
        try:
            number = next(n for n in range(1, 10_000) if not self.path.with_suffix(f".damaged-{n}").exists())
            aside = self.path.with_suffix(f".damaged-{number}")
            self.path.replace(aside)
            for ending in ("-wal", "-shm"):
                Path(f"{self.path}{ending}").unlink(missing_ok=True)
            connection = _connect(self.path)
        except (OSError, sqlite3.Error) as error:
            return self._in_memory(error)
        self.notices.append(Notice(Code.CACHE_DAMAGED, str(self.path), None, (("aside", str(aside)),)))
        return connection

    def _in_memory(self, error: Exception | None = None) -> sqlite3.Connection:
        if error is not None:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            self.notices.append(Notice(Code.CACHE_READONLY, str(self.folder), None, (("reason", reason),)))
        self.path = None
        connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        connection.executescript(_SCHEMA)
        return connection

    def _one(self, sql: str, values: tuple[object, ...]) -> tuple[Any, ...] | None:
        rows = self._all(sql, values)
        return rows[0] if rows else None

    def _all(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        for _ in range(2):
            try:
                return self._db.execute(sql, values).fetchall()
            except sqlite3.Error as error:
                self._recover(error)
        return []

    def _write(self, statements: list[tuple[str, tuple[object, ...]]]) -> None:
        with self._lock:
            for _ in range(2):
                try:
                    with _transaction(self._db):
                        for sql, values in statements:
                            self._db.execute(sql, values)
                except sqlite3.Error as error:
                    self._recover(error)
                else:
                    return

    def _recover(self, error: sqlite3.Error) -> None:
        """Go on after a failure: with a new file where the old one is damaged, else in memory."""
        self._db.close()
        damaged = not isinstance(error, sqlite3.OperationalError) or _is_damage(error)
        self._db = self._begin_anew() if damaged and self.path is not None else self._in_memory(error)


def _is_damage(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=10, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        (layout,) = connection.execute("PRAGMA user_version").fetchone()
        if layout not in {0, _LAYOUT}:
            raise sqlite3.DatabaseError(f"layout {layout} is not {_LAYOUT}")
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("quick_check failed")
        connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {_LAYOUT}; COMMIT;")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if db.in_transaction:
            db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None
