"""Who met whom: CONSULT with two parties or more, as pairs across sides, by country, by body or by person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
import pandas as pd

from lib.knowledge.labels import country_name
from lib.records import EventType, Role, Status
from lib.tables.filters import isin
from lib.tables.memo import remembered
from lib.tables.reactions import facts

if TYPE_CHECKING:
    from lib.tables.frames import Tables

By = Literal["country", "body", "person"]
BYS: tuple[By, ...] = ("country", "body", "person")

HELD = (Status.ACTUAL, Status.HISTORICAL)
RECENT = pd.Timedelta(days=60)
"""How long after its announcement a meeting without a date may still be ahead."""

_BODIES = ("igo:", "org:")
_PEOPLE = "person:"
_RANKED = [Status.ACTUAL, Status.HISTORICAL, Status.PLANNED, Status.NEGATED]
"""Of several reports of a meeting, the one that says most about whether it took place stands for it."""

_RANK = {str(status): place for place, status in enumerate(_RANKED)}


@dataclass(frozen=True, slots=True, eq=False)
class MeetingsView:
    """The meetings page.

    `matrix`: counts of meetings that took place, `planned`: of those announced; both square over `order` (actor ids or
    alpha-3 codes) and symmetric. `order`: the parties drawn, those who met often side by side; `others`: how many more met.
    By person, only people are in `order`; a state or body whose envoy is not named is in `rows` alone.
    `names`: what each key of `rows` is called (by country: the code itself, or a body's name).
    `countries`: each key's alpha-3, or "" where it has none.
    `rows`: one row a meeting and pair: `left`, `right` (keys, in the order of `order`), `left_name`, `right_name` (in Vietnamese,
    countries too), `mediators`, `place_name`, `place_country`, `story_id`, `reports` (how many articles tell it) and the event's
    fact columns; newest first, undated last. A meeting that several articles tell counts once.
    """

    matrix: pd.DataFrame
    planned: pd.DataFrame
    rows: pd.DataFrame
    order: tuple[str, ...]
    names: dict[str, str]
    countries: dict[str, str]
    others: int


@remembered
def meetings_view(tables: Tables, by: By = "country", most: int | None = None) -> MeetingsView:
    """Meetings that took place and planned ones; cancelled (negated) and historical ones are in `rows` by their status.

    By country, only parties that carry a country: organisations of states are met by body, people of whom no text says whom they
    speak for by person. By person, only meetings in which one at least is named. By body, only meetings that a body took part in:
    bodies and their officials by the body, others by their country; a body of which neither country nor kind is known is none.
    `most` keeps the busiest parties in `order` and the matrices; `rows` holds every meeting.
    """
    parties = _parties(tables, by)
    rows = _rows(tables, _pairs(parties, by))
    keys = parties.drop_duplicates("key").set_index("key")
    names, countries = ({str(key): str(value) for key, value in keys[column].items()} for column in ("label", "country"))
    between = rows[rows["left"].str.startswith(_PEOPLE) & rows["right"].str.startswith(_PEOPLE)] if by == "person" else rows
    happening = between[isin(between["status"], [*HELD, Status.PLANNED])] if len(between) else between
    busy = pd.concat([happening["left"], happening["right"]]).value_counts()
    order = _order(between, set(busy.index[:most]) if most is not None else None)
    rows = _turned(rows, order, _said(names, countries))
    shown = rows[rows["left"].isin(order) & rows["right"].isin(order)]
    met = set(rows["left"]) | set(rows["right"])
    return MeetingsView(
        matrix=_matrix(shown[isin(shown["status"], HELD)], order),
        planned=_matrix(shown[isin(shown["status"], [Status.PLANNED])], order),
        rows=rows,
        order=order,
        names={key: names[key] for key in sorted(met)},
        countries={key: countries[key] for key in sorted(met)},
        others=max(0, len(busy) - len(order)) if most is not None else 0,
    )


class Tally(NamedTuple):
    """How many meetings took place, are announced, and were called off or refused: each meeting once, whoever took part."""

    held: int
    planned: int
    negated: int


def tally(rows: pd.DataFrame) -> Tally:
    """The meetings in some of a view's `rows`; one that is held for one pair and announced for another is held."""
    status = rows["status"].astype("object").map(_RANK)
    once = status.groupby(rows["story_id"].to_numpy()).min().to_numpy()
    held, planned = (np.isin(once, [_RANK[str(one)] for one in some]).sum() for some in (HELD, [Status.PLANNED]))
    return Tally(int(held), int(planned), len(once) - int(held) - int(planned))


def diary(view: MeetingsView, key: str, now: pd.Timestamp | None) -> pd.DataFrame:
    """The meetings of one party, each once, with `when`: `ahead` (planned for `now` or later, soonest first), `past`, `undated`.

    `now` is the newest day that the articles know; a planned meeting without a date is ahead while its announcement is recent.
    """
    rows = view.rows[(view.rows["left"] == key) | (view.rows["right"] == key)].drop_duplicates("story_id")
    planned = isin(rows["status"], [Status.PLANNED]) if len(rows) else np.zeros(0, dtype=bool)
    last, told = rows["date_end"].fillna(rows["date"]), rows["published"]
    coming = last.notna() | told.isna() if now is None else (last >= now) | (last.isna() & ((told >= now - RECENT) | told.isna()))
    ahead = planned & coming.to_numpy(dtype=bool)
    when = np.where(ahead, "ahead", np.where(rows["date"].notna(), "past", "undated"))
    found = rows.assign(when=when)
    first = found[found["when"] == "ahead"].sort_values("date", na_position="last", kind="stable")
    past = found[found["when"] == "past"].sort_values("date", ascending=False, kind="stable")
    undated = found[found["when"] == "undated"].sort_values("published", ascending=False, na_position="last", kind="stable")
    return pd.concat([first, past, undated], ignore_index=True)


def _parties(tables: Tables, by: By) -> pd.DataFrame:
    """One row a meeting and party: `event_row`, `key`, `side` (the delegation), `label`, `country`; mediators apart."""
    events, actors = tables.events, tables.event_actors
    talks = np.zeros(int(events.index.max()) + 1 if len(events) else 0, dtype=bool)
    talks[events.index.to_numpy()[isin(events["event_type"], [EventType.CONSULT])]] = True
    rows = actors["event_row"].to_numpy()
    actors = actors[talks[rows] & ~isin(actors["role"], [Role.MEDIATOR])] if len(talks) else actors.iloc[:0]
    ids, names = actors["actor_id"].astype("str"), actors["name"].astype("str")
    country = actors["country"].astype("str").fillna("")
    affiliation = actors["affiliation"].astype("str").fillna("")
    found = pd.DataFrame({"event_row": actors["event_row"], "key": ids, "label": names, "country": country})
    found["side"] = country.where(country != "", affiliation.where(affiliation != "", ids))
    if by == "country":
        found = found[country != ""]
    if by == "body":
        known = (country != "") | actors["sector"].notna()
        body = ids.where(ids.str.startswith(_BODIES), affiliation.where(affiliation.str.startswith(_BODIES), "")).where(known, "")
        found["side"] = body.where(body != "", country)
        found["country"] = country.where(body == "", "")
        found = found[found["side"] != ""]
    if by != "person":
        named = found["side"].map(_names(tables, found["side"].unique().tolist())).astype("str")
        found["label"] = found["country"].where(found["country"] != "", named)
        found["key"] = found["side"]
    return found.drop_duplicates(["event_row", "key"])


def _names(tables: Tables, keys: list[str]) -> dict[str, str]:
    """What the texts call each actor id; of one that only stands behind its people, the id in words."""
    actors = tables.event_actors
    told = actors[isin(actors["actor_id"], keys)].drop_duplicates("actor_id")
    own = dict(zip(told["actor_id"].astype("object"), told["name"].astype("object"), strict=True))
    return {key: own.get(key) or key.partition(":")[2].replace("-", " ").capitalize() or key for key in keys}


def _pairs(parties: pd.DataFrame, by: By) -> pd.DataFrame:
    """One row a meeting and pair of parties of different sides: `event_row`, `left`, `right`."""
    plain = parties[["event_row", "key", "side"]].assign(place=np.arange(len(parties)))
    both = plain.merge(plain, on="event_row", suffixes=("", "_other"))
    both = both[(both["place"] < both["place_other"]) & (both["side"] != both["side_other"])]
    if by == "body":
        both = both[both["key"].str.startswith(_BODIES) | both["key_other"].str.startswith(_BODIES)]
    if by == "person":
        both = both[both["key"].str.startswith(_PEOPLE) | both["key_other"].str.startswith(_PEOPLE)]
    return both[["event_row", "key", "key_other"]].rename(columns={"key": "left", "key_other": "right"})


def _rows(tables: Tables, pairs: pd.DataFrame) -> pd.DataFrame:
    """The pairs with the facts of their meeting; a meeting that several articles tell stands once."""
    events = tables.events.loc[np.unique(pairs["event_row"])]
    told = facts(events)
    for column in ("place_name", "place_country", "story_id"):
        told[column] = events[column]
    turned = pairs["left"] > pairs["right"]
    found = pd.DataFrame({"event_row": pairs["event_row"].astype(np.int64)})
    found["left"], found["right"] = pairs["left"].where(~turned, pairs["right"]), pairs["right"].where(~turned, pairs["left"])
    found["mediators"] = found["event_row"].map(_mediators(tables)).astype("str").fillna("")
    found = found.merge(told, left_on="event_row", right_index=True).drop(columns="event_row")
    found["story_id"] = found["story_id"].fillna(found["event_id"])
    same = ["left", "right", "story_id"]
    found["reports"] = found.groupby(same, sort=False)["event_id"].transform("size")
    found["rank"] = found["status"].astype("object").map(_RANK)
    found = found.sort_values(["rank", "confidence"], ascending=[True, False], kind="stable").drop_duplicates(same).drop(columns="rank")
    return found.sort_values(["date", "confidence"], ascending=[False, False], na_position="last", kind="stable", ignore_index=True)


def _order(rows: pd.DataFrame, kept: set[str] | None) -> tuple[str, ...]:
    """Those who met often side by side: begin with the busiest, then always the one most tied to those already placed."""
    ties: dict[str, dict[str, int]] = {key: {} for key in kept or ()}
    for one, other in zip(rows["left"], rows["right"], strict=True):
        if kept is None or (one in kept and other in kept):
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


def _said(names: dict[str, str], countries: dict[str, str]) -> dict[str, str]:
    """The names for tables that leave the page: by country a key is a code, and so is its name."""
    return {key: country_name(key, "vi") if key == countries[key] else name for key, name in names.items()}


def _turned(rows: pd.DataFrame, order: tuple[str, ...], names: dict[str, str]) -> pd.DataFrame:
    """`left` before `right` in the order, and both by name."""
    rank = {key: place for place, key in enumerate(order)}
    places = rows["left"].map(rank).fillna(len(rank)), rows["right"].map(rank).fillna(len(rank))
    turned = places[0] > places[1]
    found = rows.assign(left=rows["left"].where(~turned, rows["right"]), right=rows["right"].where(~turned, rows["left"]))
    found.insert(2, "left_name", found["left"].map(names))
    found.insert(3, "right_name", found["right"].map(names))
    return found


def _mediators(tables: Tables) -> dict[int, str]:
    actors = tables.event_actors[isin(tables.event_actors["role"], [Role.MEDIATOR])]
    found: dict[int, list[str]] = {}
    for row, name in zip(actors["event_row"], actors["name"].astype("str"), strict=True):
        found.setdefault(int(row), []).append(name)
    return {row: ", ".join(names) for row, names in found.items()}


def _matrix(rows: pd.DataFrame, order: tuple[str, ...]) -> pd.DataFrame:
    rank = {key: place for place, key in enumerate(order)}
    counts = np.zeros((len(order), len(order)), dtype=np.int32)
    left, right = (rows[side].map(rank).to_numpy(dtype=np.int64) for side in ("left", "right"))
    np.add.at(counts, (left, right), 1)
    np.add.at(counts, (right, left), 1)
    return pd.DataFrame(counts, index=list(order), columns=list(order))
