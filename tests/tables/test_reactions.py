from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from lib.records import Actor, Precision, Role, Sector, Status
from lib.tables import ReactionsView, build, countries_until, days, reactions_view, until
from lib.tables.frames import INTERNAL
from lib.tables.reactions import LATEST_COLUMNS
from tests.tables.factory import Writer, fidan, guterres, sample, state, un

VIEW = reactions_view(build(sample()))


def test_only_actual_reactions_are_counted() -> None:
    kinds = set(VIEW.rows["event_type"].astype("str"))
    assert not kinds & {"CONSULT", "ASSAULT", "CONCEDE"}
    assert {"PROTEST", "AID", "EXPRESS"} <= kinds
    assert set(VIEW.rows["status"]) == {"actual"}


def test_a_country_is_coloured_by_its_strongest_measure() -> None:
    row = VIEW.by_country.set_index("country").loc["TUR"]
    assert (row["count"], row["strongest_type"], row["strongest_mode"]) == (2, "SANCTION", "recall")


def test_the_strongest_come_first() -> None:
    levels = VIEW.by_country["measure"].tolist()
    assert levels == sorted(levels, reverse=True)


def test_an_organisation_of_states_gathers_its_officials() -> None:
    bodies = VIEW.bodies.set_index("body")
    assert bodies["count"].to_dict() == {"igo:un": 2}
    assert bodies.loc["igo:un", "name"] == "Liên hợp quốc"


def test_an_organisation_only_its_official_speaks_for_still_has_a_name() -> None:
    writer = Writer("a", "Tin")
    writer.event("EXPRESS", "concern", "Ông Guterres quan ngại.", guterres())
    assert reactions_view(build([writer.done()])).bodies["name"].tolist() == ["UN"]


@pytest.mark.parametrize(
    "actor",
    [
        Actor(Role.ACTOR, "org:icrc", "Hội Chữ thập đỏ", sector=Sector.NGO),
        Actor(Role.ACTOR, "person:a-b", "A B", affiliation="org:icrc"),
        state("ISR", "Israel", Role.RECIPIENT),
    ],
)
def test_nobody_else_reacts(actor: Actor) -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Có bên lên án.", actor)
    view = reactions_view(build([writer.done()]))
    assert (len(view.rows), len(view.by_country), len(view.bodies)) == (0, 0, 0)


def test_two_actors_of_one_country_are_one_reaction_of_it() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Hai bên lên án.", fidan(), state("TUR", "Thổ Nhĩ Kỳ"), state("IRN", "Iran"), un())
    view = reactions_view(build([writer.done()]))
    assert view.by_country.set_index("country")["count"].to_dict() == {"IRN": 1, "TUR": 1}
    assert view.rows["party"].tolist() == ["TUR", "IRN", "igo:un"]


def test_rows_carry_the_sentence_and_say_whether_the_date_is_known() -> None:
    rows = VIEW.rows.set_index("evidence_text")
    known = rows.loc["Ngoại trưởng Fidan lên án Israel."]
    assert (known["party"], known["actor_title"], known["recipient_names"]) == ("TUR", "Ngoại trưởng Thổ Nhĩ Kỳ", "Israel")
    assert bool(known["date_known"])
    unknown = rows.loc["Iran cảnh báo Mỹ."]
    assert not unknown["date_known"]
    assert unknown["published"].year == 2023


def test_flows_go_from_who_reacts_to_whom() -> None:
    flows = {(row["country"], row["recipient"]): row["count"] for row in VIEW.flows.to_dict("records")}
    assert flows["TUR", "ISR"] == 2
    assert ("ISR", "TUR") not in flows


def test_a_country_does_not_flow_to_itself() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Chỉ trích.", fidan(), state("TUR", "Thổ Nhĩ Kỳ", Role.RECIPIENT), day=date(2023, 11, 1))
    assert len(reactions_view(build([writer.done()])).flows) == 0


def test_plans_are_no_reactions() -> None:
    writer = Writer("a", "Tin")
    writer.event("SANCTION", "expel", "Sẽ trục xuất.", fidan(), status=Status.PLANNED)
    assert len(reactions_view(build([writer.done()])).rows) == 0


def test_nothing_gives_an_empty_view() -> None:
    view = reactions_view(build([]))
    assert [len(frame) for frame in (view.by_country, view.bodies, view.rows, view.flows)] == [0, 0, 0, 0]
    assert list(view.by_country.columns) == list(VIEW.by_country.columns)


def test_the_newest_come_first_by_their_date_or_else_their_publication() -> None:
    order = VIEW.rows["standing"]
    assert order.dropna().is_monotonic_decreasing
    assert order.isna().tolist() == sorted(order.isna())
    undated = VIEW.rows[~VIEW.rows["date_known"].to_numpy()]
    assert undated["standing"].equals(undated["published"])
    assert undated["published"].notna().any()
    assert undated["published"].isna().any()


def test_a_view_until_a_day_holds_what_stands_on_it_or_before() -> None:
    early = until(VIEW, date(2023, 11, 4))
    assert early.rows["standing"].max() == pd.Timestamp(2023, 11, 4)
    assert early.rows["date_known"].all()
    assert early.by_country.set_index("country")["count"].to_dict()["TUR"] == 1
    assert early.flows.set_index(["country", "recipient"])["count"].to_dict()["TUR", "ISR"] == 1
    assert early.bodies.empty
    late = until(VIEW, date(2100, 1, 1))
    assert not late.rows["date_known"].all()
    assert len(late.rows) == VIEW.rows["standing"].notna().sum() < len(VIEW.rows)
    assert late.bodies["name"].tolist() == VIEW.bodies["name"].tolist()


def told(*events: tuple[str, date | None, date | None, Precision | None]) -> ReactionsView:
    """Condemnations by Iran told on 21/8/2026, each with its dates."""
    writer = Writer("a", "Tin", published=date(2026, 8, 21))
    for sentence, first, last, precision in events:
        writer.event("ACCUSE", "disapprove", sentence, state("IRN", "Iran"), day=first, end=last, precision=precision)
    return reactions_view(build([writer.done()]))


def test_a_year_is_no_first_of_january() -> None:
    view = told(("Trong năm.", date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR), ("Hôm 3/2.", date(2026, 2, 3), None, None))
    assert view.rows["evidence_text"].tolist() == ["Trong năm.", "Hôm 3/2."]
    assert days(view) == [date(2026, 2, 3), date(2026, 8, 21)]
    assert until(view, date(2026, 1, 1)).rows.empty
    assert countries_until(view, date(2026, 2, 3))["count"].tolist() == [1]


@pytest.mark.parametrize(
    ("event", "latest"),
    [
        (("Hôm qua.", date(2026, 8, 20), None, None), ("2026-08-20", "2026-08-20", "day", "2026-08-21")),
        (("Không rõ ngày.", None, None, None), (None, None, None, "2026-08-21")),
        (("Trong năm.", date(2026, 1, 1), date(2026, 12, 31), Precision.YEAR), ("2026-01-01", "2026-12-31", "year", "2026-08-21")),
    ],
)
def test_the_latest_reaction_is_known_as_finely_as_it_is_told(
    event: tuple[str, date | None, date | None, Precision | None], latest: tuple[str | None, ...]
) -> None:
    row = told(("Từ lâu.", date(2024, 5, 1), None, None), event).by_country[LATEST_COLUMNS].astype("object").iloc[0]
    assert [None if pd.isna(one) else str(one)[:10] for one in row] == list(latest)


def test_no_day_of_publication_leaves_in_the_columns_of_a_date() -> None:
    view = told(("Không rõ ngày.", None, None, None))
    assert view.by_country[["first", "last"]].isna().all().all()
    assert {"standing", *LATEST_COLUMNS} <= set(INTERNAL)


def test_pairs_stand_behind_flows() -> None:
    counted = VIEW.pairs.groupby(["country", "recipient"], observed=True).size()
    assert {(row["country"], row["recipient"]): row["count"] for row in VIEW.flows.to_dict("records")} == counted.to_dict()


def test_the_kind_is_of_most_reactions_and_the_harder_one_of_two() -> None:
    writer = Writer("a", "Tin")
    for kind, mode, text in (("SUPPORT", "endorse", "Ủng hộ."), ("ACCUSE", "disapprove", "Lên án."), ("EXPRESS", "concern", "Lo.")):
        writer.event(kind, mode, text, fidan())
    row = reactions_view(build([writer.done()])).by_country.iloc[0]
    assert (row["dominant_quad"], row["strongest_type"], row["strongest_mode"]) == ("verbal conflict", "ACCUSE", "disapprove")
