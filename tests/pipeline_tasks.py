"""What worker processes are given in tests of the pipeline: they import it by name."""

from __future__ import annotations

import os

from lib.records import Article, CodedArticle, Dropped


def measure(article: Article) -> CodedArticle:
    """A coding that tells the article's length; "hỏng" raises, "chết" kills its process."""
    if article.text == "hỏng":
        raise ValueError("không mã hóa được\nbài này")
    if article.text == "chết":
        os._exit(9)
    return CodedArticle(article, dropped=(Dropped(0, len(article.text), "length", "test"),))
