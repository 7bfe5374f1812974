"""Articles in, coded articles out, in order: in this process or over worker processes, with the same bytes either way."""

from __future__ import annotations

import hashlib
import multiprocessing
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from lib.errors import Code, Refusal
from lib.knowledge import reasons
from lib.records import Annotations, Article, Basis, CodedArticle, Precision

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

T = TypeVar("T")

_ROOMS = ("language", "knowledge", "coding")
_SOURCES = {".py", ".toml", ".csv", ".tsv", ".json", ".jsonl", ".txt"}
_LOOK_AHEAD = 8
_FEW = 12


def code_one(article: Article) -> CodedArticle:
    """The facts of one article; whatever the coder raises goes through."""
    from lib.coding import coder  # noqa: PLC0415 - the coder loads its lexicon, which a reader of errors does not need

    return coder.code(article)


def annotate_one(article: Article) -> Annotations:
    """The layers of one article; whatever the coder raises goes through."""
    from lib.coding import coder  # noqa: PLC0415 - as above

    return coder.annotate(article)


def run(articles: Iterable[Article], workers: int = 1) -> Iterator[CodedArticle | Refusal]:
    """Code `articles` in order; one that the coder fails on comes out as a refusal that names it.

    Few articles, or `workers` of 1, are coded in this process. At most `workers` times eight articles are held at once.
    """
    return _run(code_one, articles, workers)


def annotate(articles: Iterable[Article], workers: int = 1) -> Iterator[Annotations | Refusal]:
    """The layers of `articles` in order, run as `run` does."""
    return _run(annotate_one, articles, workers)


def recode(article: Article, published: date) -> CodedArticle:
    """Code `article` again as one published on the day that a user set; every date in it moves along."""
    dated = replace(
        article,
        published=published,
        published_precision=Precision.DAY,
        published_basis=Basis.USER,
        published_why=reasons.tell("published.user", iso=published),
    )
    return code_one(dated)


@cache
def coder_version() -> str:
    """16 hex digits that change when the code or data behind a coding does: its rooms, the records, underthesea."""
    here = Path(__file__).parent
    files = [here / "records.py"]
    for room in _ROOMS:
        files += sorted(path for path in (here / room).rglob("*") if path.suffix in _SOURCES and "__pycache__" not in path.parts)
    digest = hashlib.sha256(version("underthesea").encode())
    for path in files:
        data = path.read_bytes()
        digest.update(f"\0{path.relative_to(here).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()[:16]


def _run(task: Callable[[Article], T], articles: Iterable[Article], workers: int) -> Iterator[T | Refusal]:
    waiting = iter(articles)
    if workers > 1:
        first = list(islice(waiting, _FEW + 1))
        waiting = chain(first, waiting)
        if len(first) > _FEW:
            yield from _run_over_workers(task, waiting, workers)
            return
    for article in waiting:
        yield _here(task, article)


def _here(task: Callable[[Article], T], article: Article) -> T | Refusal:
    try:
        return task(article)
    except Exception as error:  # noqa: BLE001 - one article must not stop the others, whatever the coder trips over
        return _failed(article, error)


def _failed(article: Article, error: BaseException) -> Refusal:
    reason = f"{type(error).__name__}: {error}".rstrip(": ")
    source = f"{article.path} [{article.article_id}]" if article.path else article.article_id
    return Refusal(Code.CODER_FAILED, source, None, (("reason", " ".join(reason.split())[:200]),))


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


def _run_over_workers(task: Callable[[Article], T], articles: Iterator[Article], workers: int) -> Iterator[T | Refusal]:
    """Results in the articles' order, a bounded number of articles ahead; a worker that dies takes one article with it."""
    pending: deque[tuple[Article, Future[T]]] = deque()
    pool = _pool(workers)
    try:
        while True:
            for article in islice(articles, workers * _LOOK_AHEAD - len(pending)):
                pending.append((article, _submit(pool, task, article)))
            if not pending:
                return
            article, future = pending.popleft()
            try:
                result: T | Refusal = future.result()
            except BrokenProcessPool:
                pool.shutdown(wait=False, cancel_futures=True)
                result = _alone(task, article)
                pool = _pool(workers)
                pending = deque((later, _submit(pool, task, later)) for later, _ in pending)
            except Exception as error:  # noqa: BLE001 - as in this process
                result = _failed(article, error)
            yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, task: Callable[[Article], T], article: Article) -> Future[T]:
    """The article's future; of a pool that broke meanwhile, one that says so when it is asked."""
    try:
        return pool.submit(task, article)
    except BrokenProcessPool as error:
        broken: Future[T] = Future()
        broken.set_exception(error)
        return broken


def _alone(task: Callable[[Article], T], article: Article) -> T | Refusal:
    """The article in a process of its own, to learn whether it is the one that kills."""
    with _pool(1) as pool:
        try:
            return pool.submit(task, article).result()
        except Exception as error:  # noqa: BLE001 - as in this process
            return _failed(article, error)
