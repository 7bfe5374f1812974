"""Columns of codes as columns of words, for tables that people read: one look-up a category, not one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from lib.knowledge import labels
from lib.tables import SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Callable

    from lib.knowledge.labels import Lang
    from lib.ui.wording import Wording


def codes(column: pd.Series, name: Callable[[str], str]) -> pd.Series:
    """`column` with each code named; missing ones are empty."""
    plain = column.astype("object")
    named = {code: name(str(code)) for code in plain.dropna().unique()}
    return plain.map(named).fillna("").astype("str")


def dates(rows: pd.DataFrame, lang: Lang) -> pd.Series:
    """The dates of facts as fine as they are known; empty where unknown."""
    known = zip(rows["date"], rows["date_end"], rows["date_precision"].astype("object"), strict=True)
    said = [
        ""
        if pd.isna(first)
        else labels.date_label(first.date(), None if pd.isna(last) else last.date(), None if pd.isna(precision) else str(precision), lang)
        for first, last, precision in known
    ]
    return pd.Series(said, index=rows.index, dtype="str")


def days(rows: pd.DataFrame, words: Wording) -> pd.Series:
    """`dates`; of facts without one the day of publication, said to be that ("đăng 21/8/2026")."""
    said = [
        own or ("" if pd.isna(day) else words.say("fact.published", date=labels.date_label(day.date(), None, None, words.lang)))
        for own, day in zip(dates(rows, words.lang), rows["published"], strict=True)
    ]
    return pd.Series(said, index=rows.index, dtype="str")


def parties(rows: pd.DataFrame, side: str, lang: Lang) -> pd.Series:
    """The names of one side ("actor", "recipient"); a state by its country's name."""
    ids, names = rows[f"{side}_ids"].astype("object"), rows[f"{side}_names"].astype("object")
    pairs = {(one, other) for one, other in zip(ids, names, strict=True) if isinstance(one, str) and isinstance(other, str)}
    said = {pair: _party(*pair, lang) for pair in pairs}
    return pd.Series([said.get((one, other), "") for one, other in zip(ids, names, strict=True)], index=rows.index, dtype="str")


def _party(ids: str, names: str, lang: Lang) -> str:
    keys, said = ids.split(SEPARATOR), names.split(SEPARATOR)
    if len(keys) != len(said):
        return ", ".join(said)
    return ", ".join(labels.actor_label(key, name, None, lang) for key, name in zip(keys, said, strict=True))


def events(rows: pd.DataFrame, words: Wording) -> pd.DataFrame:
    """A table of events in words, its columns named, from the rows of `EventsPage` in their order."""
    lang = words.lang
    modes = pd.Series(
        [
            _mode(kind, mode, lang)
            for kind, mode in zip(rows["event_type"].astype("object"), rows["event_mode"].astype("object"), strict=True)
        ],
        index=rows.index,
        dtype="str",
    )
    columns = {
        "date": rows["date"].dt.date,
        "when": days(rows, words),
        "type": codes(rows["event_type"], lambda code: labels.type_label(code, lang)),
        "mode": modes,
        "actors": parties(rows, "actor", lang),
        "recipients": parties(rows, "recipient", lang),
        "evidence": rows["evidence_text"],
        "posted": rows["published"].dt.date,
        "outlet": rows["outlet"].astype("object").fillna(rows["agency"].astype("object")).fillna(words.say("fact.no_outlet")),
        "status": codes(rows["status"], lambda code: labels.term_label("status", code, lang)),
        "confidence": rows["confidence"],
    }
    return pd.DataFrame({words.say(f"column.{name}"): values for name, values in columns.items()})


def _mode(kind: object, mode: object, lang: Lang) -> str:
    return labels.mode_label(str(kind), mode, lang) if isinstance(mode, str) else ""


def figures(rows: pd.DataFrame, words: Wording) -> pd.DataFrame:
    """A table of casualty figures in words (from `CasualtiesView.rows`), its columns named."""
    lang = words.lang
    columns = {
        "date": rows["date"].dt.date,
        "when": dates(rows, lang),
        "harm": codes(rows["harm"], lambda code: labels.term_label("harm", code, lang)),
        "figure": _stated(rows, lang),
        "victims": rows["victims"].astype("object").fillna(""),
        "victims_country": codes(rows["victims_country"], lambda code: labels.country_name(code, lang) if code else ""),
        "place": codes(rows["place"], lambda name: labels.known_name(name, lang)),
        "scope": codes(rows["scope"], lambda code: labels.term_label("scope", code, lang)),
        "claimant": codes(rows["claimant"], lambda name: labels.known_name(name, lang)),
        "published": rows["published"].dt.date,
        "evidence": rows["evidence_text"],
        "outlet": rows["outlet"].astype("object").fillna(""),
    }
    return pd.DataFrame({words.say(f"column.{name}"): values for name, values in columns.items()})


def _stated(rows: pd.DataFrame, lang: Lang) -> list[str]:
    numbers = (rows[name].astype("object") for name in ("count", "low", "high"))
    plain = ([None if pd.isna(n) else int(n) for n in column] for column in numbers)
    hedges = rows["qualifier"].astype("str")
    return [labels.figure(count, low, high, hedge, lang) for count, low, high, hedge in zip(*plain, hedges, strict=True)]
