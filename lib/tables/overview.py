"""The first page: counts, latest figures, who is most active, what is announced, and events a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.records import EventType, Harm, Precision, Role, Scope, Status
from lib.tables.casualties import prepared
from lib.tables.filters import Filters, Mask, in_period, isin
from lib.tables.heads import meetings_held, reacting_countries
from lib.tables.memo import remembered
from lib.tables.reactions import facts
from lib.tables.standing import by_publication, standing

if TYPE_CHECKING:
    from datetime import date

    from lib.tables.frames import Tables

_TOLD_FIRST = (Harm.KILLED, Harm.INJURED, Harm.MISSING, Harm.DISPLACED, Harm.CAPTIVE)
"""The harms whose totals the overview tells: people freed or taken out are good news of another kind."""

Span = tuple["date", "date"]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is: articles, events, casualty figures; meetings and countries as `heads` counts them."""

    articles: int
    events: int
    meetings: int
    countries: int
    casualties: int


@dataclass(frozen=True, slots=True, eq=False)
class OverviewView:
    """The overview page.

    `latest`: the newest running total of each casualty series (columns of `CasualtiesView.rows` but `contradicts`, `_UNTOLD`), largest
    first; one whose day is unknown stands by its publication. Only of people harmed or held, and of a known side or place.
    `upcoming`: planned meetings as event facts, soonest first. `timeline`: `date`, `quad_class` ("" for EXPRESS),
    `count` of dated actual events by first day. `bars`: the same as a chart needs it: `day`, `grain` (how fine the day is known, a
    code of `Precision`), `published` (whether the day is that of publication, for want of a date), `quad_class`, `count`.
    `actual`: how many events happened; `undated`: how many of them have no date; `nowhere`: and no day of publication either.
    `first`, `last`: the period that dated events cover.
    """

    counts: Counts
    latest: pd.DataFrame
    upcoming: pd.DataFrame
    timeline: pd.DataFrame
    bars: pd.DataFrame
    actual: int
    undated: int
    nowhere: int
    first: pd.Timestamp | None
    last: pd.Timestamp | None


@remembered
def overview_view(tables: Tables) -> OverviewView:
    """The overview of what the filters left."""
    events = tables.events
    happened = events[["date", "date_precision", "published", "quad_class"]][isin(events["status"], [Status.ACTUAL])]
    bars = _bars(happened)
    dated = bars[~bars["published"].to_numpy()]
    first, last = (dated["day"].min(), dated["day"].max()) if len(dated) else (None, None)
    actual, undated = len(happened), len(happened) - int(dated["count"].sum())
    nowhere = actual - int(bars["count"].sum())
    return OverviewView(counts(tables), _latest(tables), _upcoming(events), _timeline(dated), bars, actual, undated, nowhere, first, last)


@remembered
def counts(tables: Tables) -> Counts:
    """How much there is in what the filters left."""
    return Counts(len(tables.articles), len(tables.events), meetings_held(tables), reacting_countries(tables), len(tables.casualties))


def _bars(happened: pd.DataFrame) -> pd.DataFrame:
    """`OverviewView.bars`; an event that stands on no day is in none."""
    published = by_publication(happened)
    days = np.where(published, happened["published"].to_numpy(), happened["date"].to_numpy()).astype("datetime64[D]")
    grains, quads = happened["date_precision"].cat, happened["quad_class"].cat
    names, classes = [*grains.categories], [*quads.categories, ""]
    fine = np.int64(names.index(Precision.DAY))
    grain = np.where(published | (grains.codes.to_numpy() < 0), fine, grains.codes.to_numpy()).astype(np.int64)
    quad = np.where(quads.codes.to_numpy() < 0, len(classes) - 1, quads.codes.to_numpy()).astype(np.int64)
    known = ~np.isnat(days)
    keys = ((days.astype(np.int64) * 2 + published) * len(names) + grain) * len(classes) + quad
    found, count = np.unique(keys[known], return_counts=True)
    rest, quad = found // len(classes), found % len(classes)
    rest, grain = rest // len(names), rest % len(names)
    return pd.DataFrame(
        {
            "day": (rest // 2).astype("datetime64[D]").astype("datetime64[s]"),
            "grain": np.array(names, dtype=object)[grain],
            "published": (rest % 2).astype(bool),
            "quad_class": np.array(classes, dtype=object)[quad],
            "count": count.astype(np.int64),
        }
    )


def _timeline(dated: pd.DataFrame) -> pd.DataFrame:
    """`date`, `quad_class` ("" where none), `count` of dated events, each on the first day of its date."""
    found = dated.groupby(["day", "quad_class"], sort=True)["count"].sum().reset_index()
    return found.rename(columns={"day": "date"})


_UNTOLD = [
    *(f"attributed_to_{name}" for name in ("actor_id", "title", "affiliation", "country", "sector")),
    *("evidence_start", "evidence_end", "evidence_text", "evidence_rule", "place_lon", "victims", "since", "outlet", "title"),
]
"""What of a figure a list of ids and totals does not need: every column costs each of the steps that order it."""


def _latest(tables: Tables) -> pd.DataFrame:
    figures = tables.casualties.drop(columns=_UNTOLD)
    known = (figures["victims_country"].notna() | figures["place_name"].notna()).to_numpy(dtype=bool)
    totals = prepared(figures[isin(figures["scope"], [Scope.CUMULATIVE]) & isin(figures["harm"], _TOLD_FIRST) & known])
    newest = totals.sort_values(["day", "confidence"], kind="stable", na_position="first").drop_duplicates("series", keep="last")
    return newest.sort_values(["value", "series"], ascending=[False, True], ignore_index=True)


@dataclass(frozen=True, slots=True, eq=False)
class NewsView:
    """What is new in a period, beside the period before it.

    `events`, `meetings`, `figures`, `articles`: how many of each the period brought, as (now, before). `movers`: `country`,
    `count`, `before`, `change`, of events that it acts or speaks in, the greatest rise first, then the busiest. `stories`:
    event facts with `reports` (how many articles tell it), one row a story, the most reported first, then the latest.
    """

    events: tuple[int, int]
    meetings: tuple[int, int]
    figures: tuple[int, int]
    articles: tuple[int, int]
    movers: pd.DataFrame
    stories: pd.DataFrame


@remembered
def news_view(tables: Tables, span: Span, before: Span, most: int = 12, *, undated: bool = True) -> NewsView:
    """What happened within `span` and within `before` (first and last day each); `most` stories.

    An event or figure belongs to a period as the filters say; without a date it counts on the day of publication, or not at all
    where not `undated`. Announced, negated and past ones are no news.
    """
    events, actual = tables.events, isin(tables.events["status"], [Status.ACTUAL])
    consult = isin(events["event_type"], [EventType.CONSULT])
    now, then = (actual & _new(events, days, undated=undated) for days in (span, before))
    figures, others = (int(_new(tables.casualties, days, undated=undated).sum()) for days in (span, before))
    read, had_read = (int(_between(tables.articles["published"], days).sum()) for days in (span, before))
    return NewsView(
        events=(int(now.sum()), int(then.sum())),
        meetings=(int((now & consult).sum()), int((then & consult).sum())),
        figures=(figures, others),
        articles=(read, had_read),
        movers=_movers(_active(tables, now), _active(tables, then)),
        stories=_stories(events[now], most),
    )


def _new(facts_of: pd.DataFrame, days: Span, *, undated: bool) -> Mask:
    """What belongs to the days; what nobody knows the time of is new on none."""
    found = in_period(facts_of, Filters(date_from=days[0], date_to=days[1], undated=undated))
    return np.asarray(found & ~(np.isnat(facts_of["date"].to_numpy()) & np.isnat(facts_of["published"].to_numpy())), dtype=bool)


def _between(column: pd.Series, days: Span) -> Mask:
    return np.asarray(column.between(np.datetime64(days[0]), np.datetime64(days[1])), dtype=bool)


def _movers(now: pd.DataFrame, then: pd.DataFrame) -> pd.DataFrame:
    found = now.merge(then.rename(columns={"count": "before"}), on="country", how="left").fillna({"before": 0})
    found["before"] = found["before"].astype("int64")
    found["change"] = found["count"] - found["before"]
    return found.sort_values(["change", "count", "country"], ascending=[False, False, True], ignore_index=True)


def _stories(events: pd.DataFrame, most: int) -> pd.DataFrame:
    told = events[["story_id", "article_row"]].drop_duplicates()["story_id"].value_counts()
    found = facts(events)
    found["reports"] = told.reindex(events["story_id"]).to_numpy()
    found["story_id"] = events["story_id"]
    found["latest"] = standing(found)
    order = ["reports", "latest", "severity", "confidence"]
    ranked = found.sort_values(order, ascending=False, na_position="last", kind="stable")
    return ranked.drop_duplicates("story_id").head(most).drop(columns="latest").reset_index(drop=True)


def _active(tables: Tables, among: Mask) -> pd.DataFrame:
    """`country` and `count`: in how many of the events `among` all each acts or speaks; an event counts once a country."""
    rows, codes, categories = _acting(tables)
    numbers = tables.events.index.to_numpy()
    alive = np.zeros(int(numbers.max()) + 1 if len(numbers) else 0, dtype=bool)
    alive[numbers[among]] = True
    counts = np.bincount(codes[alive[rows]] if len(alive) else codes[:0], minlength=len(categories))
    found = pd.DataFrame({"country": categories, "count": counts})
    return found[found["count"] > 0].sort_values(["count", "country"], ascending=[False, True], ignore_index=True)


@remembered
def _acting(tables: Tables) -> tuple[IntArray, IntArray, pd.Index]:
    """Each event's row with each country that acts or speaks in it, once: rows of `events`, codes into the countries."""
    actors = tables.event_actors
    country = actors["country"].cat
    codes = country.codes.to_numpy().astype(np.int64)
    doing = ~isin(actors["role"], [Role.RECIPIENT]) & (codes >= 0)
    width = max(len(country.categories), 1)
    once = np.unique(actors["event_row"].to_numpy().astype(np.int64)[doing] * width + codes[doing])
    return once // width, once % width, pd.Index(country.categories, dtype="str")


def _upcoming(events: pd.DataFrame) -> pd.DataFrame:
    planned = isin(events["status"], [Status.PLANNED]) & isin(events["event_type"], [EventType.CONSULT])
    chosen = events[planned]
    found = facts(chosen)
    found["place_name"] = chosen["place_name"]
    return found.sort_values(["date", "published"], na_position="last", kind="stable", ignore_index=True)
