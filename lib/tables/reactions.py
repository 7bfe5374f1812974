"""Who reacted how: the reactions of states, by country, and of organisations of states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.knowledge import ontology
from lib.records import EventType, Role, Sector, Status
from lib.tables.filters import isin
from lib.tables.memo import remembered
from lib.tables.reactions_measures import Levels, Need, armed, levels, police
from lib.tables.standing import standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from lib.tables.frames import Tables

FACT_COLUMNS = [
    "event_id",
    "article_id",
    "story_id",
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

SUMMARY_COLUMNS = ["country", "count", "measure", "strongest_type", "strongest_mode", "dominant_type", "dominant_quad", "first", "last"]
LATEST_COLUMNS = ["latest_date", "latest_end", "latest_precision", "latest_published"]
"""The dates of a party's newest reaction, those of its row; they are for pages, and files leave them out (`frames.INTERNAL`)."""
BODY_PREFIX = "igo:"
_OFFICIAL = (Sector.GOV, Sector.MIL, Sector.REB)
_UNITS = (1, 7, 14, 30, 91, 365)  # days between two stops of a playback
Codes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class ReactionsView:
    """The reactions page.

    `by_country`: one row a country: `country`, `count`, `measure` (the strongest step of `measures()`), `strongest_type` and
    `strongest_mode` (what took that step, the most frequent), `dominant_type` and `dominant_quad` (the most frequent; "" for a
    statement that takes no side), `first`, `last` (dates), `LATEST_COLUMNS`; the strongest first.
    `bodies`: the same for organisations of states, by `body` (actor id) and `name`; the most frequent first.
    `rows`: one row a reaction and party: `party` (alpha-3 or body id), `actor_id`, `actor_name`, `actor_title` and the
    event's `FACT_COLUMNS`, `date_known`, `measure`, and `standing`, the day that it stands on (its own, else that of its
    publication); the newest by that day first, what stands on none last.
    `flows`: one row a pair: `country` (who reacted, alpha-3 or body id), `recipient` (alpha-3), `count`, `measure`; the most first.
    `pairs`: one row a reaction and pair: `event_id`, `country`, `recipient`, `standing`, `measure`, in the order of `rows`.
    """

    by_country: pd.DataFrame
    bodies: pd.DataFrame
    rows: pd.DataFrame
    flows: pd.DataFrame
    pairs: pd.DataFrame


@remembered
def reactions_view(tables: Tables) -> ReactionsView:
    """Every type but CONSULT and ASSAULT, actual, whose actor is a state, one that speaks for it, or an IGO."""
    happened = _reacting(tables.events)
    parties = _parties(tables, happened)
    targets = _targets(tables, happened)
    rows = _rows(tables.events, parties, targets)
    pairs = _pairs(rows, targets)
    shown = rows.drop(columns=["event_row", "is_country"])
    return ReactionsView(
        by_country=summary(rows[rows["is_country"].to_numpy()]),
        bodies=_by_body(rows[~rows["is_country"].to_numpy()], _names(tables)),
        rows=shown,
        flows=_flows(pairs),
        pairs=pairs,
    )


@remembered
def until(view: ReactionsView, day: date) -> ReactionsView:
    """The view as it stood at the end of `day`: what stands on that day or before, by its own date or else its publication."""
    last = np.datetime64(day)
    rows, pairs = (frame[frame["standing"].to_numpy() <= last] for frame in (view.rows, view.pairs))
    names = dict(zip(view.bodies["body"], view.bodies["name"], strict=True))
    bodies = isin(rows["party"], names)
    return ReactionsView(summary(rows[~bodies]), _by_body(rows[bodies], names), rows, _flows(pairs), pairs)


@remembered
def countries_until(view: ReactionsView, day: date) -> pd.DataFrame:
    """`by_country` of `until`, and nothing else: what a playback asks for at each of its steps."""
    rows = view.rows[view.rows["standing"].to_numpy() <= np.datetime64(day)]
    return summary(rows[~isin(rows["party"], view.bodies["body"])])


def days(view: ReactionsView, most: int = 40) -> list[date]:
    """The days at which a playback stops: those on which a reaction stands, by weeks, months or years where they are too many."""
    known = np.unique(view.rows["standing"].dropna().to_numpy().astype("datetime64[D]"))
    if not len(known):
        return []
    ago = (known[-1] - known).astype(np.int64)
    unit = next((n for n in _UNITS if len(np.unique(ago // n)) <= most), _UNITS[-1])
    found: list[date] = np.unique(known[-1] - (ago // unit * unit).astype("timedelta64[D]")).tolist()
    return found


def deciding(rows: pd.DataFrame) -> str | None:
    """The event of some `rows` that took the strongest measure, the newest of them; None where there are no rows."""
    return None if rows.empty else str(rows["event_id"].iloc[int(rows["measure"].to_numpy().argmax())])


def reactions(tables: Tables) -> pd.DataFrame:
    """The rows of `events` that are reactions by type and status."""
    return tables.events[_reacting(tables.events)]


def _reacting(events: pd.DataFrame) -> Mask:
    talks = isin(events["event_type"], [EventType.CONSULT, EventType.ASSAULT])
    return np.asarray(~talks & isin(events["status"], [Status.ACTUAL]), dtype=bool)


def facts(events: pd.DataFrame) -> pd.DataFrame:
    """`FACT_COLUMNS` of some events, with `date_known` and `severity`; the index is kept."""
    found = events[FACT_COLUMNS].copy()
    found["date_known"] = found["date"].notna()
    severities = np.array([ontology.severity_of(code) for code in events["event_type"].cat.categories], dtype=np.int8)
    found["severity"] = severities[events["event_type"].cat.codes.to_numpy()] if len(found) else np.array([], dtype=np.int8)
    return found


def _within(tables: Tables, happened: Mask, role: Role) -> pd.DataFrame:
    """The parties of one role in the events that `happened`; `event_row` is their label in `events`."""
    rows = tables.events.index.to_numpy()
    kept = np.zeros(int(rows.max()) + 1 if len(rows) else 0, dtype=bool)
    kept[rows[happened]] = True
    actors = tables.event_actors
    found: pd.DataFrame = actors[isin(actors["role"], [role]) & kept[actors["event_row"].to_numpy()]]
    return found


def _parties(tables: Tables, happened: Mask) -> pd.DataFrame:
    """One row an event and acting country or organisation of states, in the order of the events."""
    actors = _within(tables, happened, Role.ACTOR)
    country, own, spoken_for = (_decoded(actors[name]) for name in ("country", "actor_id", "affiliation"))
    ids = actors["actor_id"].cat.categories
    official = isin(actors["sector"], [Sector.IGO]) & ~isin(actors["actor_id"], [one for one in ids if one.startswith("person:")])
    bodies = isin(actors["actor_id"], [one for one in ids if one.startswith(BODY_PREFIX)]) | official
    voices = [one for one in actors["affiliation"].cat.categories if one.startswith(BODY_PREFIX)]
    speaks = isin(actors["affiliation"], voices)
    states = actors["country"].notna().to_numpy()
    found = pd.DataFrame(
        {
            "event_row": actors["event_row"].to_numpy(),
            "party": pd.Categorical(np.select([states, bodies, speaks], [country, own, spoken_for], np.array(None))),
            "is_country": states,
            "actor_id": actors["actor_id"].array,
            "actor_name": actors["name"].array,
            "actor_title": actors["title"].array,
            "doer": _doers(actors),
        }
    )
    codes = found["party"].cat.codes.to_numpy().astype(np.int64)
    first = _firsts(found["event_row"].to_numpy() * np.int64(len(found["party"].cat.categories) + 1) + codes)
    return found.iloc[first[codes[first] >= 0]]


def _doers(actors: pd.DataFrame) -> Levels:
    """1 for the police, -1 for armed forces, 0 for anybody else (see `levels`)."""
    ids = actors["actor_id"].cat.categories
    law = isin(actors["actor_id"], [one for one in ids if one.startswith(police())])
    found: Levels = law.astype(np.int8) - isin(actors["sector"], armed()).astype(np.int8)
    return found


def _targets(tables: Tables, happened: Mask) -> pd.DataFrame:
    """One row an event and country that it is aimed at; `official` where that is its state itself, and not just its people.

    A group of people ("ten Koreans") stands as its state, without a title.
    """
    hit = _within(tables, happened, Role.RECIPIENT)
    found = pd.DataFrame({"event_row": hit["event_row"].to_numpy(), "recipient": hit["country"].array})
    codes = found["recipient"].cat.codes.to_numpy().astype(np.int64)
    keys = found["event_row"].to_numpy() * np.int64(len(found["recipient"].cat.categories) + 1) + codes
    plain = isin(hit["actor_id"], [one for one in hit["actor_id"].cat.categories if one.startswith("state:")])
    official = np.where(plain, hit["title"].cat.codes.to_numpy() >= 0, isin(hit["sector"], _OFFICIAL))
    found["official"] = official
    # Of several of one country, the one that stands for its state is kept.
    first = _firsts(keys * 2 + ~official, keys)
    return found.iloc[first[codes[first] >= 0]]


def _decoded(column: pd.Series) -> npt.NDArray[np.object_]:
    return np.array([*column.cat.categories, None], dtype=object)[column.cat.codes.to_numpy()]


def _firsts(keys: Codes, groups: Codes | None = None) -> Codes:
    """Where each key stands first, in order; with `groups`, where the least key of each group does."""
    order = np.argsort(keys, kind="stable")
    same = (keys if groups is None else groups)[order]
    begins = np.ones(len(order), dtype=bool)
    begins[1:] = same[1:] != same[:-1]
    return np.sort(order[begins])


def _rows(events: pd.DataFrame, parties: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    place = events.index.get_indexer(pd.Index(parties["event_row"]))
    some = events[FACT_COLUMNS].iloc[place].reset_index(drop=True)
    rows = pd.concat([parties.drop(columns="doer").reset_index(drop=True), some], axis=1)
    rows["date_known"] = rows["date"].notna()
    rows["measure"] = levels(rows, _aimed(rows, targets), parties["doer"].to_numpy())
    days = standing(rows)
    rows["standing"] = days.astype("datetime64[s]")
    newest = np.where(np.isnat(days), np.iinfo(np.int64).max, -days.astype(np.int64))
    return rows.iloc[np.lexsort((-rows["confidence"].to_numpy(), newest))].reset_index(drop=True)


def _aimed(rows: pd.DataFrame, targets: pd.DataFrame) -> Levels:
    """What each row's event is aimed at, of what is not of the row's party, as a `Need`: nothing, a country, its state or officials."""
    ours = rows[["event_row", "party"]].assign(place=np.arange(len(rows)))
    both = ours.merge(targets, on="event_row")
    other = _decoded(both["party"]) != _decoded(both["recipient"])
    aim = np.zeros(len(rows), dtype=np.int8)
    for need, hit in ((Need.ABROAD, other), (Need.OFFICIAL, other & both["official"].to_numpy())):
        aim[both["place"].to_numpy()[hit]] = need
    return aim


def _pairs(rows: pd.DataFrame, targets: pd.DataFrame) -> pd.DataFrame:
    pairs = rows[["event_row", "event_id", "party", "standing", "measure"]].merge(targets[["event_row", "recipient"]], on="event_row")
    pairs = pairs.loc[_decoded(pairs["party"]) != _decoded(pairs["recipient"])]
    found: pd.DataFrame = pairs.drop(columns="event_row").rename(columns={"party": "country"}).reset_index(drop=True)
    return found


def _flows(pairs: pd.DataFrame) -> pd.DataFrame:
    ends = [pairs[name].cat.categories for name in ("country", "recipient")]
    sizes = [max(len(names), 1) for names in ends]
    codes = [pairs[name].cat.codes.to_numpy().astype(np.int64) for name in ("country", "recipient")]
    keys, places, counts = np.unique(np.ravel_multi_index(codes, sizes), return_inverse=True, return_counts=True)
    measure = pairs["measure"].to_numpy()
    most = np.zeros(len(keys), dtype=measure.dtype)
    np.maximum.at(most, places, measure)
    who, whom = (names[code].astype("str") for names, code in zip(ends, np.unravel_index(keys, sizes), strict=True))
    found = pd.DataFrame({"country": who, "recipient": whom, "count": counts, "measure": most})
    return found.sort_values(["count", "country", "recipient"], ascending=[False, True, True], ignore_index=True)


def _by_body(rows: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    found = summary(rows).rename(columns={"country": "body"})
    said = [names.get(body) or body.split(":", 1)[-1].upper() for body in found["body"]]
    found.insert(1, "name", pd.Series(said, dtype="str"))
    return found.sort_values(["count", "body"], ascending=[False, True], ignore_index=True)


def _names(tables: Tables) -> dict[str, str]:
    """The first name of every actor that is no person."""
    actors = tables.event_actors
    first = _firsts(actors["actor_id"].cat.codes.to_numpy().astype(np.int64))
    some = actors[["actor_id", "name"]].iloc[first].astype("object")
    return {str(one): str(name) for one, name in zip(some["actor_id"], some["name"], strict=True) if isinstance(name, str)}


def summary(rows: pd.DataFrame) -> pd.DataFrame:
    """One row a party of `rows`, `SUMMARY_COLUMNS` and `LATEST_COLUMNS`, the strongest first; `rows` have the newest first."""
    columns = SUMMARY_COLUMNS + LATEST_COLUMNS
    if rows.empty:
        return pd.DataFrame({name: [] for name in columns})
    plain = pd.DataFrame({"country": rows["party"], "measure": rows["measure"], "date": rows["date"]})
    found = plain.groupby("country", sort=True, observed=True).agg(
        count=("measure", "size"), measure=("measure", "max"), first=("date", "min"), last=("date", "max")
    )
    kinds = _kinds(rows)
    strongest = _top(kinds, ["measure", "n", "event_type"])
    types = kinds.groupby(["party", "event_type"], observed=True).agg(n=("n", "sum"), measure=("measure", "max")).reset_index()
    dominant = _top(types, ["n", "measure", "event_type"])
    found["strongest_type"], found["dominant_type"] = strongest["event_type"], dominant["event_type"]
    found["strongest_mode"] = strongest["event_mode"].astype("str")
    found["dominant_quad"] = _dominant_quad(rows)
    newest = rows.iloc[_firsts(rows["party"].cat.codes.to_numpy().astype(np.int64))].set_index("party")
    for name, column in zip(LATEST_COLUMNS, ("date", "date_end", "date_precision", "published"), strict=True):
        found[name] = newest[column]
    found = found.reset_index().astype({"country": "str"})
    return found[columns].sort_values(["measure", "count", "country"], ascending=[False, False, True], ignore_index=True)


def _kinds(rows: pd.DataFrame) -> pd.DataFrame:
    """How often (`n`) each party took each `measure` by each `event_type` (a string) and `event_mode`, in the order of these.

    What `groupby` over the four columns gives, by one number a row: a summary is made at every step of a playback.
    """
    names = ("party", "event_type", "event_mode")
    sizes = [len(rows[name].cat.categories) + 1 for name in names]
    codes = [rows[name].cat.codes.to_numpy().astype(np.int64) % size for name, size in zip(names, sizes, strict=True)]  # none comes last
    measure = rows["measure"].to_numpy().astype(np.int64)
    least = int(measure.min())
    keys, counts = np.unique(np.ravel_multi_index([*codes, measure - least], [*sizes, int(measure.max()) - least + 1]), return_counts=True)
    *found, level = np.unravel_index(keys, [*sizes, int(measure.max()) - least + 1])
    columns: dict[str, object] = {
        name: pd.Categorical.from_codes(np.where(code == size - 1, -1, code).astype(np.int64), categories=rows[name].cat.categories)
        for name, code, size in zip(names, found, sizes, strict=True)
    }
    return pd.DataFrame({**columns, "measure": (level + least).astype(np.int8), "n": counts}).astype({"event_type": "str"})


def _top(counted: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    order = counted.sort_values(by, ascending=[False, False, True], kind="stable")
    return order.drop_duplicates("party").set_index("party")


def _dominant_quad(rows: pd.DataFrame) -> pd.Series:
    """The quad class of most of a party's reactions, the harder one where two are as many."""
    counted = pd.DataFrame({"party": rows["party"], "quad": rows["quad_class"].cat.codes}).groupby(["party", "quad"], observed=True).size()
    most = counted.rename("n").reset_index().sort_values(["n", "quad"], ascending=False, kind="stable").drop_duplicates("party")
    names = [*rows["quad_class"].cat.categories, ""]
    return pd.Series([names[code] for code in most["quad"]], index=most["party"])
