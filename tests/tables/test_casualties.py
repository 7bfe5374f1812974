from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from lib.records import Actor, Harm, Qualifier, Scope, VictimsKind
from lib.tables import CasualtiesView, build, casualties_view, headlines, narrowed, sides
from tests.tables.factory import Writer, ministry, sample, state, un

VIEW = casualties_view(build(sample()))


def two(first: int, second: int, *, days: int = 0, hedges: tuple[str, str] = ("exact", "exact"), **keys: object) -> CasualtiesView:
    """Two running totals, the second `days` later; a `low` where the hedge has one."""
    writer = Writer("a", "Tin")
    claimants: list[Actor] = [ministry(), state("ISR", "Israel")]
    for place, (count, hedge) in enumerate(zip((first, second), hedges, strict=True)):
        qualifier = Qualifier(hedge)
        low = {Qualifier.AT_LEAST: count, Qualifier.OVER: count + 1}.get(qualifier)
        writer.casualty(
            Harm.KILLED,
            f"{count} người chết, lần {place}.",
            count,
            low=low,
            high=count - 1 if qualifier == Qualifier.UNDER else None,
            qualifier=qualifier,
            day=date(2023, 11, 7 + place * days),
            by=claimants[0 if keys.get("one_claimant") else place],
            kind=VictimsKind.CHILDREN if place and keys.get("other_kind") else VictimsKind.PEOPLE,
            since=date(2023, 1 + 9 * place, 7) if keys.get("other_start") else None,
            scope=Scope.INCIDENT if keys.get("incidents") else Scope.CUMULATIVE,
        )
    return casualties_view(build([writer.done()]))


def test_running_totals_stand_apart_from_incidents() -> None:
    assert set(VIEW.totals["scope"]) == {"cumulative"}
    assert set(VIEW.incidents["scope"]) == {"incident"}
    assert len(VIEW.totals) + len(VIEW.incidents) + VIEW.undated == len(VIEW.rows)


def test_a_figure_without_a_date_is_counted_and_not_drawn() -> None:
    assert VIEW.undated == 1
    undated = VIEW.rows[~VIEW.rows["date_known"]].iloc[0]
    assert undated["qualifier"] == "vague"
    assert undated["published"] == pd.Timestamp("2023-11-09")


def test_ranges_stay_ranges() -> None:
    span = VIEW.incidents.iloc[0]
    assert (span["span_low"], span["span_high"], pd.isna(span["count"])) == (200, 300, True)
    over = VIEW.totals[VIEW.totals["qualifier"] == "over"].iloc[0]
    assert (over["value"], over["span_low"], pd.isna(over["span_high"])) == (10300, 10301, True)


def test_children_are_no_fall_of_people() -> None:
    assert VIEW.totals["series"].nunique() == 3
    assert not VIEW.rows[VIEW.rows["victims_kind"] == "children"]["contradicts"].any()


def test_one_harm_and_one_country_can_be_asked_for() -> None:
    tables = build(sample())
    assert set(casualties_view(tables, "captive").rows["victims_country"]) == {"ISR"}
    assert len(casualties_view(tables, "killed", "PSE").rows) == 6
    assert len(casualties_view(tables, "killed", "ISR").rows) == 0
    assert len(casualties_view(tables, victims_country="").rows) == 0


@pytest.mark.parametrize(
    ("view", "kinds"),
    [
        (two(10000, 8000), ["disagree"]),
        (two(8000, 10000), ["disagree"]),
        (two(8000, 10000, hedges=("under", "over")), ["disagree"]),
        (two(10000, 8000, days=1), ["falls"]),
        (two(10000, 8000, days=1, one_claimant=True), ["falls"]),
    ],
)
def test_a_contradiction_is_shown(view: CasualtiesView, kinds: list[str]) -> None:
    assert view.flags["kind"].tolist() == kinds
    assert view.rows["contradicts"].all()


@pytest.mark.parametrize(
    "view",
    [
        two(10000, 10000),
        two(10000, 10500, hedges=("at_least", "exact")),
        two(10000, 10500, hedges=("about", "exact")),
        two(10000, 10500, hedges=("over", "exact")),
        two(8000, 10000, days=1),
        two(10000, 9800, days=1, hedges=("about", "about")),
        two(10000, 8000, other_kind=True),
        two(10000, 8000, other_start=True),
        two(10000, 8000, incidents=True),
        two(10000, 8000, one_claimant=True),
    ],
)
def test_no_contradiction_is_made_up(view: CasualtiesView) -> None:
    assert len(view.flags) == 0
    assert not view.rows["contradicts"].any()


def test_claims_of_one_day_are_all_compared() -> None:
    writer = Writer("a", "Tin")
    for count, who in ((100, ministry()), (200, state("ISR", "Israel")), (300, un()), (300, un())):
        writer.casualty(Harm.KILLED, f"{count} người, {len(writer.text)}.", count, day=date(2023, 11, 7), by=who)
    assert len(casualties_view(build([writer.done()])).flags) == 3


def test_nothing_gives_an_empty_view() -> None:
    view = casualties_view(build([]))
    assert (len(view.rows), len(view.flags), view.undated) == (0, 0, 0)


def test_a_total_without_a_date_is_placed_by_publication() -> None:
    row = VIEW.published.iloc[0]
    assert (len(VIEW.published), row["day"], bool(row["by_published"])) == (1, pd.Timestamp("2023-11-09"), True)
    writer = Writer("a", "Tin", published=None)
    writer.casualty(Harm.KILLED, "500 người chết.", 500)
    view = casualties_view(build([writer.done()]))
    assert (len(view.published), view.undated, view.nowhere) == (0, 1, 1)


def test_a_fall_by_publication_is_told_as_such() -> None:
    told = []
    for day, count in ((7, 10000), (9, 8000)):
        writer = Writer(f"a{day}", "Tin", published=date(2023, 11, day))
        writer.casualty(Harm.KILLED, f"{count} người chết.", count, by=ministry())
        told.append(writer.done())
    flags = casualties_view(build(told)).flags
    assert (flags["kind"].tolist(), flags["by_published"].tolist()) == (["falls"], [True])


def test_two_who_go_on_at_odds_are_told_once_and_a_new_level_is_no_new_fall() -> None:
    writer = Writer("a", "Tin")
    for day, count, who in (
        (1, 10000, ministry()),
        (2, 8000, un()),
        (3, 10100, ministry()),
        (4, 8100, un()),
        (5, 9000, ministry()),
        (6, 9100, ministry()),
    ):
        writer.casualty(Harm.KILLED, f"{count} người chết.", count, day=date(2023, 11, day), by=who)
    flags = casualties_view(build([writer.done()])).flags
    assert flags["day"].dt.day.tolist() == [2, 5]


def test_one_side_and_one_place_of_a_view() -> None:
    view = casualties_view(build(sample()), "killed")
    assert len(narrowed(view, "PSE").rows) == len(view.rows) == 6
    assert len(narrowed(view, "PSE", "Gaza").flags) == len(view.flags) > 0
    assert len(narrowed(view, "ISR").rows) == len(narrowed(view, "PSE", "").flags) == 0


def test_sides_are_told_with_most_figures_first() -> None:
    rows = sides(build(sample()))
    assert rows.iloc[0].tolist() == ["killed", "PSE", 6, 5]
    assert rows[["harm", "victims_country"]].to_numpy().tolist() == [["killed", "PSE"], ["captive", "ISR"], ["injured", "PSE"]]


def test_a_side_s_headline_is_its_newest_total_of_all_people() -> None:
    writer = Writer("a", "Tin")
    writer.casualty(Harm.KILLED, "100 người.", 100, day=date(2023, 11, 5), by=un())
    writer.casualty(Harm.KILLED, "90 người.", 90, day=date(2023, 11, 6), by=ministry())
    writer.casualty(Harm.KILLED, "40 trẻ em.", 40, day=date(2023, 11, 7), kind=VictimsKind.CHILDREN)
    writer.casualty(Harm.KILLED, "500 người trong một vụ.", 500, day=date(2023, 11, 8), scope=Scope.INCIDENT)
    writer.casualty(Harm.KILLED, "2 người trong một vụ.", 2, scope=Scope.INCIDENT, country="ISR")
    writer.casualty(Harm.KILLED, "7 người trong một vụ.", 7, scope=Scope.INCIDENT, country="ISR")
    writer.casualty(Harm.KILLED, "9 người.", 9, country=None)
    rows = headlines(casualties_view(build([writer.done()])))
    assert rows[["victims_country", "value"]].to_numpy().tolist() == [["PSE", 90.0], ["ISR", 7.0]]


def test_an_undated_total_makes_a_headline() -> None:
    writer = Writer("a", "Tin", published=date(2023, 11, 7))
    writer.casualty(Harm.KILLED, "10.328 người thiệt mạng.", 10328)
    row = headlines(casualties_view(build([writer.done()]))).iloc[0]
    assert (row["value"], row["day"], bool(row["by_published"])) == (10328.0, pd.Timestamp("2023-11-07"), True)


def test_what_is_told_of_long_before_is_no_headline_but_a_running_total_is() -> None:
    writer = Writer("a", "Tin", published=date(2023, 11, 8))
    writer.casualty(Harm.KILLED, "Năm 1988 có 5.000 người chết.", 5000, day=date(1988, 7, 1), scope=Scope.INCIDENT, country="IRN")
    writer.casualty(Harm.KILLED, "Hôm qua 3 người chết.", 3, day=date(2023, 11, 7), scope=Scope.INCIDENT, country="IRN")
    writer.casualty(Harm.KILLED, "Năm 2011 có 70 người chết.", 70, day=date(2011, 7, 22), scope=Scope.INCIDENT, country="NOR")
    writer.casualty(Harm.KILLED, "Tính đến tháng 1 đã 900 người chết.", 900, day=date(2023, 1, 31))
    view = casualties_view(build([writer.done()]))
    assert view.rows.set_index("evidence_text")["retrospective"].to_dict() == {
        "Năm 1988 có 5.000 người chết.": True,
        "Hôm qua 3 người chết.": False,
        "Năm 2011 có 70 người chết.": True,
        "Tính đến tháng 1 đã 900 người chết.": False,
    }
    assert headlines(view)[["victims_country", "value"]].to_numpy().tolist() == [["PSE", 900.0], ["IRN", 3.0]]


def test_a_vague_figure_is_a_headline_only_where_there_is_no_other() -> None:
    writer = Writer("a", "Tin")
    vague: dict[str, Any] = {"low": 10**6, "high": 10**7 - 1, "qualifier": Qualifier.VAGUE, "scope": Scope.INCIDENT}
    writer.casualty(Harm.KILLED, "Hàng triệu người.", None, country="USA", **vague)
    writer.casualty(Harm.KILLED, "4 người.", 4, country="USA", scope=Scope.INCIDENT)
    writer.casualty(Harm.KILLED, "Hàng triệu người Nga.", None, country="RUS", **vague)
    rows = headlines(casualties_view(build([writer.done()])))
    assert rows[["victims_country", "value"]].to_numpy().tolist() == [["USA", 4.0], ["RUS", 10.0**6]]
