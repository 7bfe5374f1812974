"""Who met whom: CONSULT with two parties or more, as pairs across sides, by country or by person."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd

from lib.records import EventType, Role, Status
from lib.tables.filters import isin
from lib.tables.reactions import facts

if TYPE_CHECKING:
    from lib.tables.frames import Tables

By = Literal["country", "person"]


@dataclass(frozen=True, slots=True, eq=False)
class MeetingsView:
    """The meetings page.

    `matrix`: counts of meetings that took place, `planned`: of those announced; both square over `order` (actor ids or
    alpha-3 codes) and symmetric. `names`: what each key is called (by country: the code itself, or a body's name).
    `countries`: each key's alpha-3, or "" where it has none.
    `rows`: one row a meeting and pair: `left`, `right` (keys, `left` before `right` in `order`), `left_name`,
    `right_name`, `mediators`, `place_name`, `place_country` and the event's fact columns; newest first, undated last.
    """

    matrix: pd.DataFrame
    planned: pd.DataFrame
    rows: pd.DataFrame
    order: tuple[str, ...]
    names: dict[str, str]
    countries: dict[str, str]


def meetings_view(tables: Tables, by: By = "country") -> MeetingsView:
    """Meetings that took place and planned ones; cancelled (negated) and historical ones are in `rows` by their status."""
    parties = _parties(tables, by)
    pairs = _pairs(parties)
    names = dict(zip(parties["key"], parties["label"], strict=True))
    countries = dict(zip(parties["key"], parties["country"], strict=True))
    order = _order(pairs)
    rows = _rows(tables, pairs, order, names)
    return MeetingsView(
        matrix=_matrix(rows[isin(rows["status"], [Status.ACTUAL, Status.HISTORICAL])], order),
        planned=_matrix(rows[isin(rows["status"], [Status.PLANNED])], order),
        rows=rows,
        order=order,
        names={key: names[key] for key in order},
        countries={key: countries[key] for key in order},
    )


def _parties(tables: Tables, by: By) -> pd.DataFrame:
    """One row a meeting and party: `event_row`, `key`, `side` (the delegation), `label`, `country`; mediators apart."""
    events, actors = tables.events, tables.event_actors
    talks = events.index[isin(events["event_type"], [EventType.CONSULT])]
    actors = actors[actors["event_row"].isin(talks) & ~isin(actors["role"], [Role.MEDIATOR])]
    ids, names = actors["actor_id"].astype("str"), actors["name"].astype("str")
    country = actors["country"].astype("str").fillna("")
    affiliation = actors["affiliation"].astype("str").fillna("")
    side = country.where(country != "", affiliation.where(affiliation != "", ids))
    found = pd.DataFrame({"event_row": actors["event_row"], "key": ids, "side": side, "label": names, "country": country})
    if by == "country":
        known = found.loc[found["key"] == found["side"]].drop_duplicates("side").set_index("side")["label"]
        named = country.where(country != "", side.map(known).astype("str").fillna(side.str.replace("^[^:]*:", "", regex=True).str.upper()))
        found["key"], found["label"] = side, named
    return found.drop_duplicates(["event_row", "key"])


def _pairs(parties: pd.DataFrame) -> pd.DataFrame:
    found: list[tuple[int, str, str]] = []
    keys, sides = parties["key"].tolist(), parties["side"].tolist()
    for row, places in parties.groupby("event_row", sort=True).indices.items():
        for one, other in combinations(places, 2):
            if sides[one] != sides[other]:
                found.append((int(str(row)), keys[one], keys[other]))
    return pd.DataFrame(found, columns=["event_row", "one", "other"])


def _order(pairs: pd.DataFrame) -> tuple[str, ...]:
    """Those who met often side by side: begin with the busiest, then always the one most tied to those already placed."""
    ties: dict[str, dict[str, int]] = {}
    for one, other in zip(pairs["one"], pairs["other"], strict=True):
        ties.setdefault(one, {})[other] = ties.setdefault(one, {}).get(other, 0) + 1
        ties.setdefault(other, {})[one] = ties.setdefault(other, {}).get(one, 0) + 1
    degree = {key: sum(others.values()) for key, others in ties.items()}
    pull = dict.fromkeys(sorted(ties), 0)
    placed: list[str] = []
    while pull:
        best = max(pull, key=lambda key: (pull[key], degree[key]))
        del pull[best]
        placed.append(best)
        for other, count in ties[best].items():
            if other in pull:
                pull[other] += count
    return tuple(placed)


def _rows(tables: Tables, pairs: pd.DataFrame, order: tuple[str, ...], names: dict[str, str]) -> pd.DataFrame:
    rank = {key: place for place, key in enumerate(order)}
    turned = pairs["one"].map(rank) > pairs["other"].map(rank)
    found = pd.DataFrame({"event_row": pairs["event_row"].astype(np.int64)})
    found["left"] = pairs["one"].where(~turned, pairs["other"])
    found["right"] = pairs["other"].where(~turned, pairs["one"])
    found["left_name"], found["right_name"] = found["left"].map(names), found["right"].map(names)
    found["mediators"] = found["event_row"].map(_mediators(tables)).astype("str").fillna("")
    events = tables.events.loc[sorted(set(found["event_row"]))]
    told = facts(events)
    told["place_name"], told["place_country"] = events["place_name"], events["place_country"]
    found = found.merge(told, left_on="event_row", right_index=True).drop(columns="event_row")
    return found.sort_values(["date", "confidence"], ascending=[False, False], na_position="last", kind="stable", ignore_index=True)


def _mediators(tables: Tables) -> dict[int, str]:
    actors = tables.event_actors[isin(tables.event_actors["role"], [Role.MEDIATOR])]
    found: dict[int, list[str]] = {}
    for row, name in zip(actors["event_row"], actors["name"].astype("str"), strict=True):
        found.setdefault(int(row), []).append(name)
    return {row: ", ".join(names) for row, names in found.items()}


def _matrix(rows: pd.DataFrame, order: tuple[str, ...]) -> pd.DataFrame:
    rank = {key: place for place, key in enumerate(order)}
    counts = np.zeros((len(order), len(order)), dtype=np.int32)
    for left, right in zip(rows["left"], rows["right"], strict=True):
        counts[rank[left], rank[right]] += 1
        counts[rank[right], rank[left]] += 1
    return pd.DataFrame(counts, index=list(order), columns=list(order))
