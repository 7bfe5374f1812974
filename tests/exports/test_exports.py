"""The exports opened again hold what the view holds."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.exports import FORMATS, encode, gdelt, polecat
from lib.exports.pairs import Party, pairs_of
from lib.records import Role, Status
from lib.tables import Filters, Tables, apply, build, casualties_view, meetings_view, reactions_view
from lib.tables.export import frames
from tests.tables.factory import sample

if TYPE_CHECKING:
    from collections.abc import Callable

TABLES = build(sample())
SOME = apply(TABLES, Filters(countries=("TUR", "USA")))
VIEWS: dict[str, Callable[[], pd.DataFrame]] = {
    "articles": lambda: frames(SOME)["articles"],
    "events": lambda: frames(SOME)["events"],
    "event_actors": lambda: frames(SOME)["event_actors"],
    "casualties": lambda: frames(TABLES)["casualties"],
    "reactions": lambda: reactions_view(TABLES).rows,
    "countries": lambda: reactions_view(TABLES).by_country,
    "figures": lambda: casualties_view(TABLES).rows,
    "meetings": lambda: meetings_view(TABLES).rows,
    "polecat": lambda: polecat(SOME, "v1"),
    "gdelt": lambda: gdelt(SOME),
}


def opened(data: bytes, form: str) -> list[dict[str, Any]]:
    """A file's rows as text, null as None: what a reader of that format gets."""
    rows: list[Any]
    if form == "json":
        rows = json.loads(data)
    elif form == "parquet":
        rows = pq.read_table(io.BytesIO(data)).to_pylist()
    else:
        rows = pd.read_csv(io.BytesIO(data), dtype="object", keep_default_na=False, na_values=[""], encoding="utf-8-sig").to_dict("records")
    return [{str(key): told(value) for key, value in row.items()} for row in rows]


def told(value: object) -> str | None:
    if value is None or value is pd.NA or value is pd.NaT or value == "" or (isinstance(value, float) and value != value):  # noqa: PLR0124
        return None
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return f"{float(value):g}" if abs(value) < 1e6 else str(int(value))
    text = str(value)
    try:
        return told(float(text)) if "." in text else told(int(text)) if text.isdecimal() and text[0] != "0" else text
    except ValueError:
        return text


def held(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """What a frame holds, in the same words."""
    days: dict[str, Any] = {
        str(name): frame[name].dt.strftime("%Y-%m-%d") for name in map(str, frame) if pd.api.types.is_datetime64_any_dtype(frame[name])
    }
    plain = frame.assign(**days).astype("object")
    return [{str(key): told(value) for key, value in row.items()} for row in plain.where(plain.notna(), None).to_dict("records")]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("view", VIEWS)
def test_a_file_opened_again_equals_the_view(view: str, form: str) -> None:
    frame = VIEWS[view]()
    assert len(frame)
    assert opened(encode(frame, form), form) == held(frame)
    assert encode(frame, form) == encode(frame, form)


def test_a_spreadsheet_is_told_that_it_is_utf_8() -> None:
    frame = pd.DataFrame({"tên": ["Ai Cập"]})
    assert encode(frame, "csv", mark=True) == b"\xef\xbb\xbf" + encode(frame, "csv")
    assert encode(frame, "json", mark=True) == encode(frame, "json") == '[{"tên":"Ai Cập"}]\n'.encode()


def test_parquet_keeps_days_and_numbers() -> None:
    schema = pq.read_schema(io.BytesIO(encode(gdelt(TABLES), "parquet")))
    assert (schema.field("SQLDATE").type, schema.field("ActionGeo_Lat").type) == (pa.int64(), pa.float64())
    assert pq.read_schema(io.BytesIO(encode(polecat(TABLES), "parquet"))).field("Event Date").type == pa.date32()


def test_an_unknown_format_is_an_error() -> None:
    with pytest.raises(KeyError):
        encode(TABLES.events, "xlsx")


def happened(tables: Tables, *, but: tuple[str, ...] = ()) -> set[str]:
    """The events that an export must hold: not negated, and planned only where the other ontology knows the intent."""
    events = tables.events
    kept = events["status"] != Status.NEGATED
    kept &= (events["status"] != Status.PLANNED) | events["event_type"].isin(["CONSULT", "SUPPORT", "COOPERATE", "AID"])
    return set(events.loc[kept & ~events["event_type"].isin(but), "event_id"])


@pytest.mark.parametrize("tables", [TABLES, SOME], ids=["all", "filtered"])
def test_polecat_holds_the_events_of_the_view(tables: Tables) -> None:
    found = polecat(tables)
    assert set(found["Event ID"]) == happened(tables, but=("EXPRESS",))
    days = found.dropna(subset="Event Date").set_index("Event ID")["Event Date"]
    assert days.to_dict() == {key: tables.events.set_index("event_id")["date"][key] for key in days.index}
    assert set(found["Event Type"]) <= set(tables.events["event_type"]) | {"AGREE"}


def test_polecat_names_modes_as_plover_does() -> None:
    found = polecat(TABLES).drop_duplicates("Event ID").set_index("Event ID")
    ours = TABLES.events.set_index("event_id")
    named = {(ours["event_type"][key], ours["event_mode"][key]): found["Event Mode"][key] for key in found.index}
    assert named["REQUEST", "ceasefire"] == "yield"
    assert named["SANCTION", "recall"] == "withdraw"
    assert pd.isna(named["THREATEN", "warn"])


def test_a_planned_visit_is_an_agreement_to_polecat_and_an_intent_to_gdelt() -> None:
    visit = TABLES.events.loc[TABLES.events["status"] == Status.PLANNED].iloc[0]
    assert visit["event_type"] == "CONSULT"
    row = polecat(TABLES).set_index("Event ID").loc[visit["event_id"]]
    assert (row["Event Type"], row["Quad Code"], row["Actor Name"], row["Recipient Name"]) == (
        "AGREE",
        "verbal cooperation",
        "Antony Blinken",
        "Hakan Fidan",
    )
    assert pd.isna(row["Event Mode"])
    assert "036" in set(gdelt(TABLES)["EventCode"])


def test_gdelt_holds_the_events_of_the_view() -> None:
    found, events = gdelt(TABLES), TABLES.events
    assert found["GLOBALEVENTID"].is_unique
    assert found["SQLDATE"].dropna().isin(events["date"].dt.strftime("%Y%m%d").dropna().astype(int)).all()
    assert "010" not in set(found["EventCode"])  # the one EXPRESS is a concern
    assert "012" in set(found["EventCode"])
    assert set(found["QuadClass"]) <= {1, 2, 3, 4}
    assert found.loc[found["EventRootCode"] == "14", "QuadClass"].tolist() == [3]
    assert found["EventCode"].str.startswith("0").any()


def test_a_month_is_no_day_to_gdelt() -> None:
    found = gdelt(TABLES)
    pledge = found[found["Actor1Name"] == "Đức"].iloc[0]
    assert (pledge["MonthYear"], pledge["Year"]) == (202311, 2023)
    assert pd.isna(pledge["SQLDATE"])
    assert pd.isna(pledge["FractionDate"])


def test_the_number_of_an_event_stays_under_filters() -> None:
    whole, part = gdelt(TABLES), gdelt(SOME)
    assert set(part["GLOBALEVENTID"]) < set(whole["GLOBALEVENTID"])
    assert whole["GLOBALEVENTID"].max() < 2**53


def test_nothing_gives_empty_tables_with_all_columns() -> None:
    empty = build([])
    assert polecat(empty).shape == (0, 40)
    assert gdelt(empty).shape == (0, 61)
    assert json.loads(encode(polecat(empty), "json")) == []


def party(role: Role, actor_id: str, country: str | None = None) -> Party:
    return Party(role, actor_id, actor_id.upper(), None, None, country, None)


A, B = party(Role.ACTOR, "a", "AAA"), party(Role.ACTOR, "b", "BBB")
P, Q, R = party(Role.PARTICIPANT, "p", "AAA"), party(Role.PARTICIPANT, "q", "AAA"), party(Role.PARTICIPANT, "r", "CCC")
X, H, M = party(Role.RECIPIENT, "x", "XXX"), party(Role.HOST, "h", "HHH"), party(Role.MEDIATOR, "m", "MMM")


@pytest.mark.parametrize(
    ("kind", "parties", "names"),
    [
        ("REQUEST", [A, X], ["ax"]),
        ("REQUEST", [A, B, X], ["ax", "bx"]),
        ("REQUEST", [A, B], ["a-", "b-"]),
        ("REQUEST", [X], ["-x"]),
        ("REQUEST", [], ["--"]),
        ("CONSULT", [P, R], ["pr"]),
        ("CONSULT", [P, Q, R], ["pr", "qr"]),
        ("CONSULT", [P, Q], ["p-", "q-"]),
        ("CONSULT", [A, H], ["ah"]),
        ("CONSULT", [A, B, H], ["ab", "ah", "bh"]),
        ("CONSULT", [P, R, M], ["pr"]),
        ("AGREE", [A, B], ["ab"]),
        ("AGREE", [A], ["a-"]),
        ("COOPERATE", [A, B, X], ["ab", "ax", "bx"]),
    ],
)
def test_an_event_is_its_pairs(kind: str, parties: list[Party], names: list[str]) -> None:
    assert ["".join(one.actor_id if one else "-" for one in pair) for pair in pairs_of(kind, parties)] == names
