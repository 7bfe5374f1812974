"""Coded articles as four pandas frames, read-only in spirit: one cached set is shared by every visitor.

Closed vocabularies and repeated names are categories, dates are `datetime64[s]` (NaT where unknown), counts are nullable
integers. The index of `articles` and `events` is the row number and stays so under filters; `article_row` and `event_row`
point to it.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from lib.knowledge.ontology import types
from lib.records import (
    Actor,
    Article,
    Basis,
    Casualty,
    CodedArticle,
    Event,
    Harm,
    Place,
    Precision,
    QuadClass,
    Qualifier,
    Role,
    Scope,
    Sector,
    Status,
    VictimsKind,
)
from lib.tables.joining import story_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from enum import StrEnum

SEPARATOR = ";"
"""What stands between the names in a joined column such as `actor_names`."""

INTERNAL = ("search", "event_row", "article_row", "standing", "latest_date", "latest_end", "latest_precision", "latest_published")
"""Columns that serve filters and pages only and are left out of exports; `standing` may be a day of publication, which no date is."""


pd.set_option("mode.string_storage", "python")  # every filter takes rows: Arrow's strings would be copied letter by letter for that
_FAST_TEXT = pd.StringDtype("pyarrow", na_value=np.nan)
"""Texts that are searched and not taken."""
_MARKS = re.compile("[\u0300-\u036f]+")


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """The four frames of the contract; see `build`."""

    articles: pd.DataFrame
    events: pd.DataFrame
    event_actors: pd.DataFrame
    casualties: pd.DataFrame


def fold(text: str) -> str:
    """Small letters without marks ("Đe dọa" becomes "de doa"): what a search compares."""
    return _MARKS.sub("", unicodedata.normalize("NFD", text.lower().replace("đ", "d")))


def build(coded: Iterable[CodedArticle]) -> Tables:
    """Build the frames; of several records of one article the last stands, in the place of the first."""
    records = list({record.article.article_id: record for record in coded}.values())
    articles = _articles(records)
    flat = [(record.article, event) for record in records for event in record.events]
    events, casualties = _events(flat), _casualties(records)
    numbers = np.arange(len(records), dtype=np.int32)
    events["article_row"] = np.repeat(numbers, [len(record.events) for record in records])
    casualties["article_row"] = np.repeat(numbers, [len(record.casualties) for record in records])
    events["story_id"], casualties["story_id"] = map(_strings, story_ids(records))
    return Tables(articles, events, _event_actors(flat), casualties)


def _category(values: Sequence[str | None], vocabulary: type[StrEnum] | None = None) -> pd.Categorical[Any]:
    categories = [str(code) for code in vocabulary] if vocabulary else sorted({str(v) for v in values if v is not None})
    index = pd.Index(categories, dtype="str")
    found: pd.Categorical[Any] = pd.Categorical([None if v is None else str(v) for v in values], categories=index)
    return found


def _ordered_types(values: Sequence[str]) -> pd.Categorical[Any]:
    return pd.Categorical([str(v) for v in values], categories=list(types()))


def _days(values: Sequence[date | None]) -> np.ndarray:
    return np.array(values, dtype="datetime64[D]").astype("datetime64[s]")


def _integers(values: Sequence[int | None]) -> pd.api.extensions.ExtensionArray:
    return pd.array(list(values), dtype="Int64")


def _strings(values: Sequence[str | None]) -> pd.api.extensions.ExtensionArray:
    return pd.array(list(values), dtype="str")


def _articles(records: Sequence[CodedArticle]) -> pd.DataFrame:
    rows = [record.article for record in records]
    return pd.DataFrame(
        {
            "article_id": _strings([a.article_id for a in rows]),
            "path": _strings([a.path for a in rows]),
            "url": _strings([a.url for a in rows]),
            "title": _strings([a.title for a in rows]),
            "outlet": _category([a.outlet for a in rows]),
            "agency": _category([a.agency for a in rows]),
            "published": _days([a.published for a in rows]),
            "published_precision": _category([a.published_precision for a in rows], Precision),
            "published_basis": _category([a.published_basis for a in rows], Basis),
            "published_why": _strings([a.published_why for a in rows]),
            "text": _strings([a.text for a in rows]),
            "events": np.array([len(r.events) for r in records], dtype=np.int32),
            "casualties": np.array([len(r.casualties) for r in records], dtype=np.int32),
            "dropped": np.array([len(r.dropped) for r in records], dtype=np.int32),
        }
    )


def _source_columns(rows: Sequence[Article]) -> dict[str, object]:
    return {
        "published": _days([a.published for a in rows]),
        "outlet": _category([a.outlet for a in rows]),
        "title": _category([a.title for a in rows]),
    }


def _place_columns(places: Sequence[Place | None]) -> dict[str, object]:
    return {
        "place_name": _category([p.name if p else None for p in places]),
        "place_country": _category([p.country if p else None for p in places]),
        "place_lat": np.array([p.lat if p else None for p in places], dtype=np.float64),
        "place_lon": np.array([p.lon if p else None for p in places], dtype=np.float64),
    }


def _evidence_columns(facts: Sequence[Event] | Sequence[Casualty]) -> dict[str, object]:
    return {
        "evidence_start": np.array([f.evidence.start for f in facts], dtype=np.int32),
        "evidence_end": np.array([f.evidence.end for f in facts], dtype=np.int32),
        "evidence_text": _strings([f.evidence.text for f in facts]),
        "evidence_rule": _category([f.evidence.rule for f in facts]),
        "confidence": np.array([f.confidence for f in facts], dtype=np.float64),
    }


def _date_columns(facts: Sequence[Event] | Sequence[Casualty]) -> dict[str, object]:
    return {
        "date": _days([f.date for f in facts]),
        "date_end": _days([f.date_end or f.date for f in facts]),
        "date_precision": _category([f.date_precision for f in facts], Precision),
    }


def _joined(parties: Sequence[Sequence[Actor]], attribute: str) -> pd.Categorical[Any]:
    found = [[getattr(actor, attribute) for actor in party] for party in parties]
    return _category([SEPARATOR.join(dict.fromkeys(v for v in values if v)) for values in found])


def _search(article: Article, evidence: str, names: Iterable[str | None]) -> str:
    return fold("\n".join(part for part in (evidence, article.title, *names) if part))


def _events(flat: Sequence[tuple[Article, Event]]) -> pd.DataFrame:
    events = [event for _, event in flat]
    doers = [[a for a in e.actors if a.role != Role.RECIPIENT] for e in events]
    recipients = [[a for a in e.actors if a.role == Role.RECIPIENT] for e in events]
    columns: dict[str, object] = {
        "event_id": _strings([e.event_id for e in events]),
        "article_id": _category([a.article_id for a, _ in flat]),
        "event_type": _ordered_types([e.event_type for e in events]),
        "event_mode": _category([e.event_mode for e in events]),
        "quad_class": _category([e.quad_class for e in events], QuadClass),
        **_date_columns(events),
        "date_why": _category([e.date_why for e in events]),
        **_place_columns([e.place for e in events]),
        "status": _category([e.status for e in events], Status),
        **_evidence_columns(events),
        **_source_columns([a for a, _ in flat]),
        "actor_ids": _joined(doers, "actor_id"),
        "actor_names": _joined(doers, "name"),
        "actor_countries": _joined(doers, "country"),
        "recipient_ids": _joined(recipients, "actor_id"),
        "recipient_names": _joined(recipients, "name"),
        "recipient_countries": _joined(recipients, "country"),
        "search": _searched([_search(a, e.evidence.text, (x.name for x in e.actors)) for a, e in flat]),
    }
    return pd.DataFrame(columns)


def _searched(texts: Sequence[str]) -> pd.Categorical[Any]:
    """What words are looked for in: Arrow's strings, which are searched fast, as categories, which are taken fast."""
    codes, known = pd.factorize(np.array(texts, dtype=object))
    return pd.Categorical.from_codes(codes, categories=pd.Index(known, dtype=_FAST_TEXT))


def _event_actors(flat: Sequence[tuple[Article, Event]]) -> pd.DataFrame:
    rows = [(number, event.event_id, actor) for number, (_, event) in enumerate(flat) for actor in event.actors]
    actors = [actor for _, _, actor in rows]
    return pd.DataFrame(
        {
            "event_id": _strings([event_id for _, event_id, _ in rows]),
            "role": _category([a.role for a in actors], Role),
            **_actor_columns(actors),
            "event_row": np.array([number for number, _, _ in rows], dtype=np.int32),
        }
    )


def _actor_columns(actors: Sequence[Actor | None], prefix: str = "") -> dict[str, object]:
    return {
        f"{prefix}actor_id": _category([a.actor_id if a else None for a in actors]),
        f"{prefix}name": _category([a.name if a else None for a in actors]),
        f"{prefix}title": _category([a.title if a else None for a in actors]),
        f"{prefix}affiliation": _category([a.affiliation if a else None for a in actors]),
        f"{prefix}country": _category([a.country if a else None for a in actors]),
        f"{prefix}sector": _category([a.sector if a else None for a in actors], Sector),
    }


def _casualties(records: Sequence[CodedArticle]) -> pd.DataFrame:
    flat = [(record.article, casualty) for record in records for casualty in record.casualties]
    facts = [casualty for _, casualty in flat]
    columns: dict[str, object] = {
        "casualty_id": _strings([c.casualty_id for c in facts]),
        "article_id": _category([a.article_id for a, _ in flat]),
        "harm": _category([c.harm for c in facts], Harm),
        "count": _integers([c.count for c in facts]),
        "low": _integers([c.low for c in facts]),
        "high": _integers([c.high for c in facts]),
        "qualifier": _category([c.qualifier for c in facts], Qualifier),
        "victims": _category([c.victims for c in facts]),
        "victims_country": _category([c.victims_country for c in facts]),
        "victims_kind": _category([c.victims_kind for c in facts], VictimsKind),
        **_place_columns([c.place for c in facts]),
        "scope": _category([c.scope for c in facts], Scope),
        "since": _days([c.since for c in facts]),
        **_date_columns(facts),
        **_actor_columns([c.attributed_to for c in facts], "attributed_to_"),
        **_evidence_columns(facts),
        **_source_columns([a for a, _ in flat]),
        "search": _searched([_search(a, c.evidence.text, (c.victims, c.place.name if c.place else None)) for a, c in flat]),
    }
    return pd.DataFrame(columns)
