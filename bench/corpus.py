"""A folder of made-up articles and the cache that holds their coding: what the dashboard opens without coding anything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec

from bench.generate import generate
from lib import pipeline, reading
from lib.records import Article
from lib.store import Store

if TYPE_CHECKING:
    from pathlib import Path

_BATCH = 2000


def write(folder: Path, events: int) -> dict[str, str]:
    """Write articles with `events` events into `folder`, and return the settings under which the dashboard shows them."""
    articles, cache = folder / "articles", folder / "cache"
    articles.mkdir(parents=True)
    encoder = msgspec.json.Encoder()
    with (articles / "made-up.jsonl").open("wb") as file:
        for coded in generate(events):
            one = coded.article
            keys = {"id": one.article_id, "text": one.text, "title": one.title, "outlet": one.outlet, "published": one.published}
            file.write(encoder.encode(keys) + b"\n")
    version, store = pipeline.coder_version(), Store(cache)
    read = (item for item in reading.read([str(articles)]) if isinstance(item, Article))
    batch = []
    for article, coded in zip(read, generate(events), strict=True):
        if article.text != coded.article.text:
            raise ValueError(f"{article.article_id} was not read as it was written")
        batch.append((article, replace(coded, article=article)))
        if len(batch) == _BATCH:
            store.put_many(batch, version)
            batch.clear()
    store.put_many(batch, version)
    store.close()
    return {"BANG_GIAO_ARTICLES": str(articles), "BANG_GIAO_CACHE": str(cache)}
