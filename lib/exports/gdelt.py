"""Events in the columns of GDELT 2.0, coded in CAMEO; docs/EXPORTS.md tells what each holds."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lib.exports import mapping
from lib.exports.pairs import exportable, paired
from lib.records import Precision, Status
from lib.tables.filters import isin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.exports.pairs import Party
    from lib.tables import Tables

_ACTOR = (
    *("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code"),
    *("Type1Code", "Type2Code", "Type3Code"),
)
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")

COLUMNS = (
    *("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate"),
    *(f"Actor{side}{part}" for side in (1, 2) for part in _ACTOR),
    *("IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale"),
    *("NumMentions", "NumSources", "NumArticles", "AvgTone"),
    *(f"{what}Geo_{part}" for what in ("Actor1", "Actor2", "Action") for part in _GEO),
    *("DATEADDED", "SOURCEURL"),
)
"""The 61 columns, in GDELT's order."""

_WHOLE = {
    "GLOBALEVENTID",
    "SQLDATE",
    "MonthYear",
    "Year",
    "IsRootEvent",
    "QuadClass",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "DATEADDED",
}
_ID_DIGITS = 13  # hexadecimal: what a JavaScript number still holds exactly
_LEAD = 2  # the headline and the first paragraph


def gdelt(tables: Tables) -> pd.DataFrame:
    """The view's events in GDELT's columns; null where GDELT's vocabularies or the text have nothing to say.

    What did not happen is left out; what is planned has the code of the intent (CAMEO 03).
    """
    rows, first, second = paired(tables, exportable(tables.events))
    codes = _codes(rows)
    day = rows["date"].where(isin(rows["date_precision"], [Precision.DAY]) & (rows["date"] == rows["date_end"]))
    one_month = rows["date"].dt.to_period("M") == rows["date_end"].dt.to_period("M")
    month, year = rows["date"].where(one_month), rows["date"].where(rows["date"].dt.year == rows["date_end"].dt.year)
    scale = mapping.load().goldstein
    columns: dict[str, object] = {
        "GLOBALEVENTID": [_number(*row) for row in zip(rows["event_id"], first, second, strict=True)],
        "SQLDATE": _digits(day, "%Y%m%d"),
        "MonthYear": _digits(month, "%Y%m"),
        "Year": _digits(year, "%Y"),
        "FractionDate": _fraction(day),
        **_party(1, first),
        **_party(2, second),
        "IsRootEvent": _leads(tables, rows),
        "EventCode": codes,
        "EventBaseCode": [code[:3] for code in codes],
        "EventRootCode": [code[:2] for code in codes],
        "QuadClass": [mapping.gdelt_quad(code) for code in codes],
        "GoldsteinScale": [scale[code] for code in codes],
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
        "ActionGeo_FullName": rows["place_name"],
        "ActionGeo_Lat": rows["place_lat"],
        "ActionGeo_Long": rows["place_lon"],
        "DATEADDED": _digits(rows["published"], "%Y%m%d000000"),
        "SOURCEURL": rows["article_row"].map(tables.articles["url"].astype("object")),
    }
    found = pd.DataFrame(columns, index=rows.index).reindex(columns=list(COLUMNS))
    return found.astype({name: _kind(name) for name in COLUMNS})


def _kind(name: str) -> str:
    if name in _WHOLE:
        return "Int64"
    numbers = name in {"FractionDate", "GoldsteinScale", "AvgTone"} or name.endswith(("_Lat", "_Long"))
    return "float64" if numbers else "str"


def _codes(rows: pd.DataFrame) -> list[str]:
    """The CAMEO code of each row."""
    columns = (rows[name].astype("object") for name in ("event_type", "event_mode", "status"))
    return [
        mapping.planned()[str(kind)]
        if status == Status.PLANNED
        else mapping.entry_of(str(kind), mode if isinstance(mode, str) else None).cameo
        for kind, mode, status in zip(*columns, strict=True)
    ]


def _number(event_id: str, first: Party | None, second: Party | None) -> int:
    """A whole number that stays the same while the event and the pair stay."""
    key = "\n".join([event_id, first.actor_id if first else "", second.actor_id if second else ""])
    return int(hashlib.sha256(key.encode()).hexdigest()[:_ID_DIGITS], 16)


def _digits(days: pd.Series, form: str) -> pd.Series:
    digits: pd.Series = days.dt.strftime(form).astype("object").where(days.notna(), None).astype("Int64")
    return digits


def _fraction(days: pd.Series) -> pd.Series:
    """The year and how much of it has passed, as GDELT reckons it: 30 days a month, 365 a year."""
    passed: pd.Series = (days.dt.year + ((days.dt.month - 1) * 30 + days.dt.day) / 365).astype("float64").round(4)
    return passed


def _party(side: int, parties: Sequence[Party | None]) -> dict[str, object]:
    return {
        f"Actor{side}Code": [(party.country or "") + (party.sector or "") or None if party else None for party in parties],
        f"Actor{side}Name": [party.name if party else None for party in parties],
        f"Actor{side}CountryCode": [party.country if party else None for party in parties],
        f"Actor{side}Type1Code": [party.sector if party else None for party in parties],
    }


def _leads(tables: Tables, rows: pd.DataFrame) -> np.ndarray:
    """1 where the evidence begins in the headline or the first paragraph, else 0."""
    ends = {int(number): _end_of_lead(text) for number, text in zip(tables.articles.index, tables.articles["text"], strict=True)}
    limits = rows["article_row"].map(ends).to_numpy()
    return np.asarray(rows["evidence_start"].to_numpy() < limits, dtype=np.int64)


def _end_of_lead(text: str) -> int:
    """The offset at which the second line that is not blank ends."""
    lines = end = 0
    while end < len(text) and lines < _LEAD:
        stop = text.find("\n", end)
        stop = len(text) if stop < 0 else stop
        lines += bool(text[end:stop].strip())
        end = stop + 1
    return end
