from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.records import Precision
from lib.tables import Filters, apply, build, count_undated, facets
from tests.tables.factory import Writer, sample, state

TABLES = build(sample())


def kinds(filters: Filters) -> list[str]:
    return apply(TABLES, filters).events["event_type"].astype("str").tolist()


def test_no_filter_gives_the_same_tables() -> None:
    assert apply(TABLES, Filters()) is TABLES


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(countries=("DEU",)), ["AGREE"]),
        (Filters(countries=("DEU", "JOR")), ["AGREE", "PROTEST"]),
        (Filters(countries=("JOR",), event_types=("ACCUSE",)), []),
        (Filters(recipients=("USA",)), ["THREATEN"]),
        (Filters(recipients=("ISR",), countries=("EGY",)), ["REQUEST"]),
        (Filters(actors=("igo:un",), event_types=("EXPRESS", "REQUEST")), ["EXPRESS", "REQUEST"]),
        (Filters(actors=("person:antonio-guterres",)), ["EXPRESS"]),
        (Filters(event_modes=("REQUEST.ceasefire",)), ["REQUEST"]),
        (Filters(event_modes=("ceasefire",)), ["REQUEST", "CONCEDE"]),
        (Filters(statuses=("historical", "negated")), ["CONSULT", "CONSULT"]),
        (Filters(quad=("verbal conflict",), outlets=("Báo Mẫu",)), ["REQUEST"]),
        (Filters(outlets=("Tin Thử",), event_types=("SANCTION",)), ["SANCTION"]),
        (Filters(confidence_min=0.95), []),
        (Filters(text="trieu hoi DAI su"), ["SANCTION"]),
        (Filters(text="fidan sisi"), ["CONSULT"]),
        (Filters(text="không có chữ này"), []),
        (Filters(countries=("QQQ",)), []),
    ],
)
def test_each_filter_keeps_what_it_names(filters: Filters, expected: list[str]) -> None:
    assert kinds(filters) == expected


def test_a_recipient_is_not_one_who_acts() -> None:
    assert "ACCUSE" not in kinds(Filters(countries=("ISR",)))


def test_a_period_keeps_what_touches_it() -> None:
    inside = Filters(date_from=date(2023, 11, 20), date_to=date(2023, 11, 25))
    assert kinds(inside) == ["AGREE"]


def test_a_period_includes_both_its_days() -> None:
    assert kinds(Filters(date_from=date(2023, 10, 9), date_to=date(2023, 10, 10))) == ["MOBILIZE", "COERCE"]


def test_a_period_leaves_out_what_has_no_date_and_counts_it() -> None:
    period = Filters(date_from=date(2020, 1, 1))
    undated = int(TABLES.events["date"].isna().sum() + TABLES.casualties["date"].isna().sum())
    assert undated > 0
    assert apply(TABLES, period).events["date"].notna().all()
    assert count_undated(TABLES, period) == undated
    kept = apply(TABLES, Filters(date_from=date(2020, 1, 1), undated=True))
    assert len(kept.events) == len(TABLES.events)
    assert count_undated(TABLES, Filters(date_from=date(2020, 1, 1), undated=True)) == 0
    assert count_undated(TABLES, Filters(countries=("TUR",))) == 0


MONTH = (date(2026, 8, 1), date(2026, 8, 31), Precision.MONTH)
YEAR = (date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR)
WEEK = (date(2026, 8, 16), date(2026, 8, 22))


@pytest.mark.parametrize(
    ("dated", "published", "period", "plain", "with_undated"),
    [
        (MONTH, date(2026, 8, 20), WEEK, True, True),
        (MONTH, date(2026, 9, 20), WEEK, True, True),
        (YEAR, date(2026, 8, 20), WEEK, False, True),
        (YEAR, date(2026, 9, 20), WEEK, False, False),
        (YEAR, None, WEEK, False, False),
        ((date(2025, 1, 1), date(2025, 12, 31), Precision.YEAR), date(2026, 8, 20), WEEK, False, False),
        (YEAR, date(2027, 1, 5), (date(2026, 1, 1), date(2026, 12, 31)), True, True),
        (YEAR, date(2027, 1, 5), (date(2026, 8, 16), None), True, True),
        (YEAR, date(2027, 1, 5), (None, date(2026, 3, 1)), True, True),
        ((date(2026, 8, 10), date(2026, 9, 9), None), date(2026, 8, 20), WEEK, True, True),
        ((date(2026, 8, 10), date(2026, 9, 10), None), date(2026, 9, 20), WEEK, False, False),
    ],
)
def test_a_date_too_long_for_a_period_is_not_in_it_but_by_its_publication(
    dated: tuple[date, date, Precision | None],
    published: date | None,
    period: tuple[date | None, date | None],
    *,
    plain: bool,
    with_undated: bool,
) -> None:
    writer = Writer("a", "Tin", published=published)
    first, last, precision = dated
    writer.event("ACCUSE", "disapprove", "Lên án.", state("IRN", "Iran"), day=first, end=last, precision=precision)
    tables = build([writer.done()])
    asked = Filters(date_from=period[0], date_to=period[1])
    assert len(apply(tables, asked).events) == plain
    assert len(apply(tables, replace(asked, undated=True)).events) == with_undated
    assert count_undated(tables, asked) == with_undated - plain


def test_what_has_no_date_stands_on_the_day_of_its_publication() -> None:
    early, late, never = (
        Writer(name, "Tin", published=day) for name, day in (("a", date(2024, 1, 5)), ("b", date(2024, 2, 5)), ("c", None))
    )
    for one in (early, late, never):
        one.event("ACCUSE", "disapprove", f"Lên án {one.article_id}.", state("IRN", "Iran"))
    late.event("REQUEST", "talks", "Kêu gọi hôm 5/1.", state("IRN", "Iran"), day=date(2024, 1, 5))
    tables = build([early.done(), late.done(), never.done()])
    january = Filters(date_from=date(2024, 1, 1), date_to=date(2024, 1, 31))
    assert apply(tables, january).events["article_id"].tolist() == ["b"]
    assert count_undated(tables, january) == 2
    with_undated = apply(tables, replace(january, undated=True)).events
    assert with_undated[["article_id", "event_type"]].to_numpy().tolist() == [["a", "ACCUSE"], ["b", "REQUEST"], ["c", "ACCUSE"]]


def test_parties_articles_and_figures_follow() -> None:
    chosen = apply(TABLES, Filters(countries=("TUR",)))
    assert set(chosen.event_actors["event_row"]) == set(chosen.events.index)
    assert set(chosen.articles["article_id"]) == set(chosen.events["article_id"])
    assert len(chosen.casualties) == 0


def test_an_outlet_keeps_its_articles_without_facts() -> None:
    assert apply(TABLES, Filters(outlets=("Báo Mẫu",))).articles["article_id"].tolist() == ["a1", "c3"]


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        (Filters(countries=("PSE",)), 8),
        (Filters(countries=("ISR",)), 1),
        (Filters(actors=("state:ISR",)), 1),
        (Filters(event_types=("ACCUSE",), statuses=("actual",), recipients=("ISR",)), 8),
        (Filters(date_from=date(2023, 11, 7), date_to=date(2023, 11, 7)), 2),
        (Filters(text="tre em"), 1),
    ],
)
def test_figures_are_filtered_by_what_they_have(filters: Filters, count: int) -> None:
    assert len(apply(TABLES, filters).casualties) == count


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(date_from=date(2024, 1, 1), date_to=date(2024, 1, 31)), ["silent", "told"]),
        (Filters(date_from=date(2024, 2, 1)), ["late"]),
        (Filters(date_from=date(2024, 1, 1), outlets=("Tin Thử",)), ["told"]),
        (Filters(date_from=date(2024, 1, 1), text="len an"), ["told", "late"]),
    ],
)
def test_an_article_of_the_period_stays_without_facts_where_nothing_else_is_asked(filters: Filters, expected: list[str]) -> None:
    silent = Writer("silent", "Tin", published=date(2024, 1, 5))
    told = Writer("told", "Tin", outlet="Tin Thử", published=date(2024, 1, 6))
    late = Writer("late", "Tin", published=date(2024, 2, 5))
    never = Writer("never", "Tin", published=None)
    for one in (told, late):
        one.event("ACCUSE", "disapprove", "Lên án.", state("IRN", "Iran"), day=one.published)
    tables = build([one.done() for one in (silent, told, late, never)])
    assert apply(tables, filters).articles["article_id"].tolist() == expected


def test_filters_can_be_applied_one_after_the_other() -> None:
    both = apply(TABLES, Filters(countries=("USA",), statuses=("actual",)))
    stepwise = apply(apply(TABLES, Filters(countries=("USA",))), Filters(statuses=("actual",)))
    assert stepwise.events["event_id"].tolist() == both.events["event_id"].tolist()
    assert stepwise.event_actors.index.tolist() == both.event_actors.index.tolist()
    assert stepwise.articles.index.tolist() == both.articles.index.tolist()


def test_an_address_gives_back_the_filters() -> None:
    filters = Filters(
        date_from=date(2023, 10, 1),
        date_to=date(2023, 11, 30),
        countries=("TUR", "PSE"),
        actors=("igo:un",),
        event_types=("REQUEST",),
        event_modes=("REQUEST.ceasefire", "veto"),
        outlets=("Báo Mẫu",),
        statuses=("planned",),
        recipients=("ISR",),
        quad=("verbal conflict",),
        text="ngừng bắn",
        confidence_min=0.5,
        undated=True,
    )
    assert Filters.from_params(filters.to_params()) == (filters, ())
    assert filters.to_params()["type"] == ["REQUEST"]


def test_defaults_are_not_in_the_address() -> None:
    assert Filters().to_params() == {}
    assert Filters.from_params({}) == (Filters(), ())


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("type", "APPEAL"),
        ("country", "Palestine"),
        ("country", "PS"),
        ("recipient", "QQQ"),
        ("mode", "REQUEST.veto"),
        ("mode", "beg"),
        ("mode", "NOPE.veto"),
        ("status", "done"),
        ("quad", "conflict"),
        ("actor", "Fidan"),
        ("from", "7/11/2023"),
        ("to", ""),
        ("conf", "high"),
        ("conf", "7"),
        ("outlet", ""),
    ],
)
def test_an_unknown_code_in_the_address_is_told_and_left_out(key: str, value: str) -> None:
    assert Filters.from_params({key: [value]}) == (Filters(), (f"{key}={value}",))


def test_a_known_code_beside_an_unknown_one_stays() -> None:
    filters, unknown = Filters.from_params({"type": ["APPEAL", "ACCUSE", "ACCUSE"], "page": ["x"]})
    assert (filters, unknown) == (Filters(event_types=("ACCUSE",)), ("type=APPEAL",))


def test_facets_count_events_and_not_parties() -> None:
    counts = facets(TABLES, Filters())
    assert counts["countries"]["TUR"] == len(kinds(Filters(countries=("TUR",))))
    assert counts["recipients"]["ISR"] == len(kinds(Filters(recipients=("ISR",))))
    assert counts["event_types"]["CONSULT"] == kinds(Filters()).count("CONSULT")
    assert counts["event_modes"]["REQUEST.ceasefire"] == 1
    assert counts["statuses"].sum() == len(TABLES.events)
    assert "REQUEST.veto" not in counts["event_modes"]


def test_a_facet_leaves_its_own_choice_out_and_keeps_the_others() -> None:
    counts = facets(TABLES, Filters(event_types=("ACCUSE",), countries=("TUR",)))
    assert counts["event_types"].to_dict() == {"CONSULT": 3, "ACCUSE": 1, "SANCTION": 1}
    assert counts["countries"].to_dict() == {"TUR": 1}


def test_a_chosen_code_that_leaves_nothing_is_listed_at_nil() -> None:
    counts = facets(TABLES, Filters(countries=("BRA",), event_types=("AID",)))
    assert counts["countries"].to_dict() == {"USA": 1, "BRA": 0}
    assert counts["event_types"].to_dict() == {"AID": 0}


def test_a_facet_of_a_state_counts_its_people_as_the_filter_does() -> None:
    counts = facets(TABLES, Filters())["actors"]
    assert counts["state:TUR"] > 0
    assert {code: len(apply(TABLES, Filters(actors=(code,))).events) for code in counts.index} == counts.to_dict()
