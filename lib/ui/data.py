"""The visitor's data: the articles of the folder, coded once a process, and the visitor's own on top of them."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.errors import StreamlitSecretNotFoundError

from lib import pipeline, reading
from lib.records import Article, CodedArticle
from lib.store import Store
from lib.ui import corpus as corpora

if TYPE_CHECKING:
    from datetime import date

    from lib.errors import Problem
    from lib.ui.corpus import Corpus

ROOT = Path(__file__).resolve().parents[2]
SETTING = "BANG_GIAO_ARTICLES"
SECRET = "articles"  # noqa: S105  # a setting's name
KEEP = "BANG_GIAO_KEEP"
KEEP_SECRET = "keep"  # noqa: S105  # a setting's name
OWN = "own_articles"
REDATED = "redated_articles"
_MADE = "visitor_corpus"
_LOOK_AGAIN = 30  # seconds between looks at whether the folder has changed


def folder() -> Path:
    """The folder of articles: the environment's, else that of the secrets file, else `seeds/`; it may be missing."""
    named = os.environ.get(SETTING) or _secret(SECRET)
    return Path(named).expanduser() if named else ROOT / "seeds"


def _secret(name: str) -> str | None:
    try:
        value = st.secrets.get(name)
    except StreamlitSecretNotFoundError:
        return None
    return str(value) if value else None


def shown(path: Path) -> str:
    """A folder as a visitor may see it: from the project's folder where it lies within, else its own name; no path of the machine."""
    found = path.resolve()
    return found.relative_to(ROOT).as_posix() if found.is_relative_to(ROOT) and found != ROOT else found.name


def keeps() -> bool:
    """Whether dates set by hand are kept on this machine for everybody: `BANG_GIAO_KEEP=1`, else `keep = true` among the secrets."""
    named = os.environ.get(KEEP)
    return named not in {"", "0"} if named is not None else _secret(KEEP_SECRET) in {"1", "True"}


def shared() -> Corpus:
    """The folder's articles, coded once and shared by every visitor; read again where the folder or the coder has changed."""
    place = folder()
    return _read(str(place), _fingerprint(str(place)), pipeline.coder_version())


@st.cache_data(ttl=_LOOK_AGAIN, show_spinner=False)
def _fingerprint(place: str) -> tuple[int, int, float]:
    """How many files there are, how large together, and when one last changed."""
    root = Path(place)
    stats = [path.stat() for path in ([root] if root.is_file() else sorted(root.rglob("*"))) if path.is_file()]
    return len(stats), sum(stat.st_size for stat in stats), max((stat.st_mtime for stat in stats), default=0.0)


@st.cache_resource(max_entries=2, show_spinner=False)
def _read(place: str, fingerprint: tuple[int, int, float], version: str) -> Corpus:
    """Read and code a folder; `fingerprint` only tells one state of it from another. What this coder gave before is not coded again."""
    del fingerprint
    problems: list[Problem] = []
    articles: list[Article] = []
    for item in reading.read([place], problems.append):
        if isinstance(item, Article):
            articles.append(item)
        else:
            problems.append(item)
    store = Store()
    known = store.get_many(articles, version)
    unknown = [article for article in articles if article.article_id not in known]
    fresh: list[tuple[Article, CodedArticle]] = []
    for article, one in zip(unknown, pipeline.run(unknown), strict=True):
        if isinstance(one, CodedArticle):
            fresh.append((article, one))
            known[article.article_id] = one
        else:
            problems.append(one)
    store.put_many(fresh, version)
    store.forget_other_versions(version)
    problems += store.notices
    store.close()
    made = corpora.make((known[a.article_id] for a in articles if a.article_id in known), problems)
    _settle()
    return made


def _settle() -> None:
    """Take what is in memory now out of the collector's rounds: Streamlit asks for a whole one after every run of a page.

    With 100,000 events such a round takes half a second, in which the page still counts as running. What an earlier reading
    left behind is collected first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def visitor() -> Corpus:
    """The shared articles with the visitor's own beside them and the dates that the visitor has set."""
    base = shared()
    mine = [*own().values(), *redated().values()]
    if not mine:
        return base
    stamp = (base, tuple(mine))
    kept = st.session_state.get(_MADE)
    if kept is None or kept[0] != stamp:
        kept = (stamp, corpora.make([*base.coded.values(), *mine], base.problems))
        st.session_state[_MADE] = kept
    made: Corpus = kept[1]
    return made


def own() -> dict[str, CodedArticle]:
    """The articles that the visitor has brought, by id; only this session sees them."""
    found: dict[str, CodedArticle] = st.session_state.setdefault(OWN, {})
    return found


def redated() -> dict[str, CodedArticle]:
    """The articles whose date was set by hand, by id: by the visitor in this session, or by anybody where dates are kept."""
    if keeps():
        place = folder()
        return _kept(str(place), _fingerprint(str(place)), pipeline.coder_version())
    found: dict[str, CodedArticle] = st.session_state.setdefault(REDATED, {})
    return found


@st.cache_resource(max_entries=2, show_spinner=False)
def _kept(place: str, fingerprint: tuple[int, int, float], version: str) -> dict[str, CodedArticle]:
    """The articles of the folder for which the store holds a date set by hand, coded by that date."""
    base, store = _read(place, fingerprint, version), Store()
    dates = store.all_published()
    store.close()
    return {key: pipeline.recode(base.coded[key].article, day) for key, day in dates.items() if key in base.coded}


def keep_date(article_id: str, published: date | None) -> None:
    """Remember the date set by hand of an article, or forget it, where dates are kept."""
    if not keeps():
        return
    store = Store()
    if published is None:
        store.delete_published(article_id)
    else:
        store.set_published(article_id, published)
    store.close()
