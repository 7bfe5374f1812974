"""The article inside an HTML page, and what the page's head says of it."""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import lxml.html
import msgspec
from lxml import etree

from lib.errors import Code, RefusedError
from lib.reading.decoding import Decoded, decode, html_charset

if TYPE_CHECKING:
    from collections.abc import Iterator

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_DATE_KEYS = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "pubdate",
    "publishdate",
    "publish-date",
    "dc.date.issued",
    "dc.date",
    "its_publication",
    "cxenseparse:recs:publishtime",
    "parsely-pub-date",
    "date",
)
_TITLE_KEYS = ("og:title", "twitter:title", "title")
_OUTLET_KEYS = ("og:site_name", "application-name")
_URL_KEYS = ("og:url",)
_LEAST_TEXT = 20
_LEAST_TITLE = 10
_MOST_LINKED = 0.6
_BLOCKS = ("p", "h1", "h2", "h3", "li", "blockquote", "figcaption")


@dataclass(frozen=True, slots=True)
class Page:
    """An article found in a page; `published` pairs the value as written with the name of the place it stood in."""

    text: str
    encoding: Decoded
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: tuple[tuple[str, str], ...] = ()


def read_page(data: bytes) -> Page:
    """The article in an HTML page.

    Raises:
        RefusedError: as `decode` does, and `no-article-in-page`.
    """
    decoded = _decode(data)
    source = _DECLARATION.sub("", decoded.text)
    root = _parse(source)
    meta = _meta(root)
    page = _title(root, meta), _url(root, meta), _first(meta, _OUTLET_KEYS), tuple(_dates(root, meta))
    links = {line for a in root.iter("a") if (line := " ".join(a.text_content().split()))}
    text = _extract(root, links) or _paragraphs(root, links)
    if not text:
        raise RefusedError(Code.NO_ARTICLE_IN_PAGE)
    return Page(text, decoded, *page)


def _decode(data: bytes) -> Decoded:
    try:
        return decode(data)
    except RefusedError as refused:
        charset = html_charset(data)
        if refused.code is not Code.BAD_ENCODING or charset in {None, "utf-8"}:
            raise
        try:
            return Decoded(data.decode(str(charset)), str(charset), guessed=True)
        except UnicodeDecodeError:
            raise refused from None


def _parse(source: str) -> Any:  # noqa: ANN401 - lxml comes without types
    parser = lxml.html.HTMLParser(encoding="utf-8")
    try:
        return lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        raise RefusedError(Code.NO_ARTICLE_IN_PAGE) from None


def _extract(root: Any, links: set[str]) -> str | None:  # noqa: ANN401 - lxml comes without types
    """The main text as trafilatura finds it, captions kept, a blank line between paragraphs; None where it finds none."""
    import trafilatura  # noqa: PLC0415 - half a second that only pages need

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        source = lxml.html.tostring(_with_captions(root), encoding="unicode")
        found = trafilatura.extract(source, include_comments=False, include_tables=False, with_metadata=False)
    except Exception:  # noqa: BLE001 - whatever a stranger's page does to the extractor, the plain paragraphs are tried next
        return None
    return _prose((found or "").split("\n"), links)


def _with_captions(root: Any) -> Any:  # noqa: ANN401 - lxml comes without types
    """A copy of the page whose captions are plain paragraphs, for the extractor throws figures away."""
    page = deepcopy(root)
    for caption in page.iter("figcaption"):
        caption.tag = "div" if len(caption.xpath(".//p|.//div")) else "p"
    for figure in page.iter("figure"):
        figure.tag = "div"
    return page


def _prose(found: list[str], links: set[str]) -> str | None:
    """The lines as paragraphs, where there is text enough and it is no list of links."""
    lines = [line for raw in found if (line := " ".join(raw.split()).removeprefix("- ").strip())]
    total = sum(map(len, lines))
    linked = sum(len(line) for line in lines if line in links)
    return "\n\n".join(lines) if total >= _LEAST_TEXT and linked <= _MOST_LINKED * total else None


def _paragraphs(root: Any, links: set[str]) -> str | None:  # noqa: ANN401 - lxml comes without types
    """The plain paragraphs of the page, where they are prose and not a list of links."""
    for noise in root.xpath("//script|//style|//nav|//footer|//aside|//form|//noscript|//header[not(ancestor::article)]"):
        noise.drop_tree()
    holder = next(iter(root.xpath("//article|//main|//body")), root)
    blocks = [b for b in holder.iter(*_BLOCKS) if not any(a.tag in _BLOCKS for a in b.iterancestors())]
    lines = [" ".join(b.text_content().split()) for b in blocks] or [line.strip() for line in holder.text_content().split("\n")]
    return _prose(lines, links)


def _meta(root: Any) -> dict[str, str]:  # noqa: ANN401 - lxml comes without types
    """The page's `<meta>` values by their name, property or itemprop in small letters; the first of each."""
    found: dict[str, str] = {}
    for tag in root.iter("meta"):
        content = (tag.get("content") or "").strip()
        for key in ("property", "name", "itemprop"):
            name = (tag.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(meta: dict[str, str], keys: tuple[str, ...]) -> str | None:
    return next((meta[key] for key in keys if key in meta), None)


def _title(root: Any, meta: dict[str, str]) -> str | None:  # noqa: ANN401 - lxml comes without types
    """The page's headline: its one `<h1>`, else what its head says, without the paper's name after a dash."""
    heads = [" ".join(h.text_content().split()) for h in root.iter("h1")]
    heads = [h for h in heads if h]
    named = _first(meta, _TITLE_KEYS) or " ".join(str(root.findtext(".//title") or "").split())
    if len(heads) == 1 and len(heads[0]) >= _LEAST_TITLE:
        return heads[0]
    cut = re.split(r"\s+[|–—]\s+|\s+-\s+(?=(?:Báo|Đài|Tạp chí)\b|[\w.]+\.(?:vn|com|net)\b)", named)[0].strip()
    return cut or None


def _url(root: Any, meta: dict[str, str]) -> str | None:  # noqa: ANN401 - lxml comes without types
    canonical = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    url = next((u.strip() for u in canonical if u), None) or _first(meta, _URL_KEYS)
    return url if url and url.startswith(("http://", "https://")) else None


def _dates(root: Any, meta: dict[str, str]) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - lxml comes without types
    """What may be the day of publication, the surest first."""
    for key in _DATE_KEYS[:2]:
        if key in meta:
            yield meta[key], key
    for value in _linked_data(root):
        yield value, "JSON-LD datePublished"
    for key in _DATE_KEYS[2:]:
        if key in meta:
            yield meta[key], key
    inside = root.xpath("//article//time[@datetime]|//main//time[@datetime]") or root.xpath("//time[@datetime]")
    for tag in inside[:1]:
        yield tag.get("datetime").strip(), "time"


def _linked_data(root: Any) -> Iterator[str]:  # noqa: ANN401 - lxml comes without types
    for script in root.xpath('//script[@type="application/ld+json"]'):
        try:
            found = msgspec.json.decode((script.text or "").strip().encode("utf-8"))
        except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
            continue
        yield from _published_in(found)


def _published_in(value: object) -> Iterator[str]:
    """`datePublished` of what is an article, or of anything in a graph or list."""
    if isinstance(value, list):
        for item in value:
            yield from _published_in(item)
    elif isinstance(value, dict):
        stated = value.get("datePublished")
        if isinstance(stated, str):
            yield stated
        yield from _published_in(value.get("@graph"))
