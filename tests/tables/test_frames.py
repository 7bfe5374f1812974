from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from lib.records import EventType, Harm, Role
from lib.tables import Tables, build, fold
from tests.tables.factory import Writer, blinken, sample, sisi, state


def test_columns_are_the_contract_s() -> None:
    tables = build(sample())
    place = "place_name place_country place_lat place_lon"
    dates, evidence = "date date_end date_precision", "evidence_start evidence_end evidence_text evidence_rule confidence"
    contract = {
        "articles": "article_id path url title outlet agency published published_precision published_basis published_why text",
        "events": f"event_id event_type event_mode quad_class {dates} date_why {place} status {evidence}",
        "event_actors": "event_id role actor_id name title affiliation country sector",
        "casualties": f"casualty_id harm count low high qualifier victims victims_country victims_kind {place} scope since {dates}"
        " attributed_to_actor_id attributed_to_name attributed_to_country",
    }
    for name, columns in contract.items():
        assert set(columns.split()) <= set(getattr(tables, name).columns)


def test_there_is_a_row_a_fact_and_a_row_a_party() -> None:
    coded = sample()
    tables = build(coded)
    assert len(tables.events) == sum(len(record.events) for record in coded)
    assert len(tables.casualties) == sum(len(record.casualties) for record in coded)
    assert len(tables.event_actors) == sum(len(event.actors) for record in coded for event in record.events)
    assert set(tables.events["event_type"]) == {str(code) for code in EventType}


def test_vocabularies_are_categories_and_days_are_dates() -> None:
    events = build(sample()).events
    for column in ("event_type", "event_mode", "quad_class", "status", "outlet", "article_id", "place_country", "actor_names"):
        assert isinstance(events[column].dtype, pd.CategoricalDtype), column
    assert str(events["date"].dtype) == "datetime64[s]"
    assert list(events["event_type"].cat.categories)[:2] == ["AGREE", "CONSULT"]


def test_an_unknown_date_stays_unknown_beside_a_known_publication() -> None:
    writer = Writer("a", "Tin", published=date(2023, 11, 8))
    writer.event("ACCUSE", "disapprove", "Iran lên án.", state("IRN", "Iran"))
    row = build([writer.done()]).events.iloc[0]
    assert pd.isna(row["date"])
    assert row["published"] == pd.Timestamp("2023-11-08")


def test_a_date_without_an_end_ends_on_its_day() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Iran lên án.", state("IRN", "Iran"), day=date(2023, 11, 7))
    coded = writer.done()
    coded = replace(coded, events=(replace(coded.events[0], date_end=None),))
    assert build([coded]).events.iloc[0]["date_end"] == pd.Timestamp("2023-11-07")


def test_recipients_are_kept_apart_from_those_who_act() -> None:
    row = build(sample()).events.iloc[1]
    assert (row["actor_names"], row["actor_countries"]) == ("Abdel Fattah El-Sisi", "EGY")
    assert (row["recipient_names"], row["recipient_ids"]) == ("Israel", "state:ISR")


def test_all_sides_of_a_meeting_are_those_who_act() -> None:
    row = build(sample()).events.iloc[0]
    assert row["actor_ids"] == "person:abdel-fattah-el-sisi;person:antony-blinken"
    assert row["recipient_ids"] == ""


def test_a_figure_without_a_count_is_null_not_nil() -> None:
    casualties = build(sample()).casualties
    vague = casualties[casualties["qualifier"] == "range"].iloc[0]
    assert pd.isna(vague["count"])
    assert (vague["low"], vague["high"]) == (200, 300)
    assert str(casualties["count"].dtype) == "Int64"


def test_an_article_coded_again_replaces_its_first_coding() -> None:
    first, *others = sample()
    again = replace(first, events=first.events[:1])
    tables = build([first, *others, again])
    assert tables.articles["article_id"].tolist() == [record.article.article_id for record in (first, *others)]
    assert (tables.events["article_id"] == first.article.article_id).sum() == 1


def test_rows_point_to_their_event_and_article() -> None:
    tables = build(sample())
    ids = tables.events["event_id"].loc[tables.event_actors["event_row"]].tolist()
    assert ids == tables.event_actors["event_id"].tolist()
    articles = tables.articles["article_id"].loc[tables.events["article_row"]].tolist()
    assert articles == tables.events["article_id"].tolist()


@pytest.mark.parametrize("name", ["articles", "events", "event_actors", "casualties"])
def test_nothing_coded_gives_empty_frames_with_the_same_columns(name: str) -> None:
    empty, full = build([]), build(sample())
    assert len(getattr(empty, name)) == 0
    assert list(getattr(empty, name).columns) == list(getattr(full, name).columns)
    kinds = zip(getattr(empty, name).dtypes, getattr(full, name).dtypes, strict=True)
    assert all(isinstance(one, pd.CategoricalDtype) == isinstance(other, pd.CategoricalDtype) for one, other in kinds)


def test_an_article_without_facts_has_a_row() -> None:
    tables = build([Writer("a", "Tin").done()])
    assert isinstance(tables, Tables)
    assert tables.articles["events"].tolist() == [0]


@pytest.mark.parametrize(("text", "folded"), [("Đe dọa", "de doa"), ("THỔ NHĨ KỲ", "tho nhi ky"), ("Türkiye", "turkiye"), ("7/11", "7/11")])
def test_search_forgets_marks_and_capitals(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_one_party_named_twice_is_joined_once() -> None:
    writer = Writer("a", "Tin")
    writer.event("CONSULT", "meet", "Gặp.", sisi(Role.PARTICIPANT), blinken(Role.PARTICIPANT), state("USA", "Mỹ", Role.PARTICIPANT))
    writer.casualty(Harm.KILLED, "Một người chết.", 1)
    assert build([writer.done()]).events.iloc[0]["actor_countries"] == "EGY;USA"
