"""Who reacted how: the reactions of states, by country, and of organisations of states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from lib.knowledge import ontology
from lib.records import EventType, Role, Status
from lib.tables.filters import isin

if TYPE_CHECKING:
    from lib.tables.frames import Tables

FACT_COLUMNS = [
    "event_id",
    "article_id",
    "event_type",
    "event_mode",
    "quad_class",
    "status",
    "actor_names",
    "actor_countries",
    "recipient_names",
    "recipient_countries",
    "date",
    "date_end",
    "date_precision",
    "published",
    "outlet",
    "title",
    "evidence_text",
    "evidence_rule",
    "confidence",
]
"""The columns that lists of events show, in order; `add_known` puts `date_known` and `severity` beside them."""


@dataclass(frozen=True, slots=True, eq=False)
class ReactionsView:
    """The reactions page.

    `by_country`: one row a country: `country`, `count`, `severity` (level of the strongest measure), `strongest_type`,
    `dominant_type` (the most frequent), `first`, `last` (dates); the strongest first.
    `bodies`: the same for organisations of states, by `body` (actor id) and `name`.
    `rows`: one row a reaction and party: `party` (alpha-3 or body id), `actor_id`, `actor_name`, `actor_title` and the
    event's `FACT_COLUMNS`, `date_known`, `severity`; the newest first, undated last.
    `flows`: one row a pair: `country` (who reacted), `recipient`, `count`, `severity`.
    """

    by_country: pd.DataFrame
    bodies: pd.DataFrame
    rows: pd.DataFrame
    flows: pd.DataFrame


def reactions_view(tables: Tables) -> ReactionsView:
    """Every type but CONSULT and ASSAULT, actual, whose actor is a state, one that speaks for it, or an IGO."""
    chosen = reactions(tables)
    parties = _parties(tables, chosen)
    rows = parties.merge(facts(chosen), left_on="event_row", right_index=True)
    rows = rows.sort_values(["date", "confidence"], ascending=[False, False], na_position="last", kind="stable")
    states = rows[rows["is_country"]]
    bodies = rows[~rows["is_country"]]
    names = bodies.drop_duplicates("party").set_index("party")["body_name"]
    by_body = _summary(bodies).rename(columns={"country": "body"})
    by_body.insert(1, "name", by_body["body"].map(names).astype("str"))
    shown = rows.drop(columns=["event_row", "is_country", "body_name"]).reset_index(drop=True)
    return ReactionsView(_summary(states), by_body, shown, _flows(tables, states))


def reactions(tables: Tables) -> pd.DataFrame:
    """The rows of `events` that are reactions by type and status."""
    events = tables.events
    talks = isin(events["event_type"], [EventType.CONSULT, EventType.ASSAULT])
    return events[~talks & isin(events["status"], [Status.ACTUAL])]


def facts(events: pd.DataFrame) -> pd.DataFrame:
    """`FACT_COLUMNS` of some events, with `date_known` and `severity`; the index is kept."""
    found = events[FACT_COLUMNS].copy()
    found["date_known"] = found["date"].notna()
    severities = np.array([ontology.severity_of(code) for code in events["event_type"].cat.categories], dtype=np.int8)
    found["severity"] = severities[events["event_type"].cat.codes.to_numpy()] if len(found) else np.array([], dtype=np.int8)
    return found


def _parties(tables: Tables, chosen: pd.DataFrame) -> pd.DataFrame:
    """One row an event and acting country or organisation of states."""
    actors = tables.event_actors
    actors = actors[isin(actors["role"], [Role.ACTOR]) & actors["event_row"].isin(chosen.index)]
    country, body = actors["country"].astype("str"), _body(actors)
    party = country.where(country.notna(), body)
    found = pd.DataFrame(
        {
            "event_row": actors["event_row"],
            "party": party,
            "is_country": country.notna(),
            "actor_id": actors["actor_id"].astype("str"),
            "actor_name": actors["name"].astype("str"),
            "actor_title": actors["title"].astype("str"),
        }
    )
    found["body_name"] = found["actor_name"].where(found["actor_id"] == party, _names(tables, party))
    return found[party.notna()].drop_duplicates(["event_row", "party"])


def _body(actors: pd.DataFrame) -> pd.Series:
    """The organisation of states that a party without a country is or speaks for, else missing."""
    own = actors["actor_id"].astype("str")
    spoken_for = actors["affiliation"].astype("str")
    own = own.where(own.str.startswith("igo:") | (actors["sector"] == "IGO").to_numpy() & ~own.str.startswith("person:"))
    return own.where(own.notna(), spoken_for.where(spoken_for.str.startswith("igo:").fillna(value=False).astype(bool)))


def _names(tables: Tables, ids: pd.Series) -> pd.Series:
    """The name that each id bears anywhere in the tables, else the id without its prefix."""
    known = tables.event_actors[["actor_id", "name"]].astype("str").drop_duplicates("actor_id").set_index("actor_id")["name"]
    return ids.map(known).astype("str").fillna(ids.str.replace("^[^:]*:", "", regex=True).str.upper())


def _summary(rows: pd.DataFrame) -> pd.DataFrame:
    columns = ["country", "count", "severity", "strongest_type", "dominant_type", "first", "last"]
    if rows.empty:
        return pd.DataFrame({name: [] for name in columns})
    types = rows["event_type"].astype("str")
    plain = pd.DataFrame({"country": rows["party"], "severity": rows["severity"], "type": types, "date": rows["date"]})
    grouped = plain.groupby("country", sort=True)
    by_type = plain.groupby(["country", "type"], sort=True).agg(n=("type", "size"), severity=("severity", "max")).reset_index()
    dominant = (
        by_type.sort_values(["n", "severity", "type"], ascending=[False, False, True]).drop_duplicates("country").set_index("country")
    )
    strongest = (
        by_type.sort_values(["severity", "n", "type"], ascending=[False, False, True]).drop_duplicates("country").set_index("country")
    )
    found = grouped.agg(count=("type", "size"), severity=("severity", "max"), first=("date", "min"), last=("date", "max"))
    found["strongest_type"], found["dominant_type"] = strongest["type"], dominant["type"]
    return found.reset_index()[columns].sort_values(["severity", "count", "country"], ascending=[False, False, True], ignore_index=True)


def _flows(tables: Tables, rows: pd.DataFrame) -> pd.DataFrame:
    actors = tables.event_actors
    hit = actors[isin(actors["role"], [Role.RECIPIENT]) & actors["country"].notna()]
    recipients = pd.DataFrame({"event_row": hit["event_row"], "recipient": hit["country"].astype("str")}).drop_duplicates()
    pairs = rows[["event_row", "party", "severity"]].merge(recipients, on="event_row")
    pairs = pairs[pairs["party"] != pairs["recipient"]]
    found = pairs.groupby(["party", "recipient"], sort=True).agg(count=("severity", "size"), severity=("severity", "max")).reset_index()
    return found.rename(columns={"party": "country"}).sort_values(
        ["count", "country", "recipient"], ascending=[False, True, True], ignore_index=True
    )
