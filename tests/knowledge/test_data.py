"""The integrity of the data files: what a reviewer cannot see by reading."""

from __future__ import annotations

import csv
import unicodedata
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec
import pycountry
import pytest

from lib.knowledge import bodies, people, places, states, tables
from lib.knowledge.base import load, name_phrases
from lib.knowledge.entries import Office
from lib.knowledge.titles import titles
from lib.language.tokens import tokenize
from lib.records import MentionKind
from tools import build_states

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

DATA = tables.DATA
OURS = (
    "states.csv states.toml bodies.toml organs.toml collectives.toml titles.toml spellings.toml people.csv offices.csv "
    "places.csv outlets.toml"
).split()
CODES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}
SINGLE_SEATS = {
    "president",
    "prime_minister",
    "foreign_minister",
    "defence_minister",
    "monarch",
    "crown_prince",
    "supreme_leader",
    "parliament_speaker",
    "senate_speaker",
    "security_adviser",
    "secretary_general",
    "commission_president",
    "council_president",
    "high_representative",
    "chief_of_staff",
}


def form(phrase: str) -> tuple[tuple[str, bool], ...]:
    return tuple((token.low, token.is_capital) for token in tokenize(phrase))


@pytest.mark.parametrize("name", OURS)
def test_files_are_nfc_without_stray_space(name: str) -> None:
    text = (DATA / name).read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@pytest.mark.parametrize("name", ["states.csv", "people.csv", "places.csv"])
def test_tables_have_no_name_twice(name: str) -> None:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        first = [row[0] for row in csv.reader(file)]
    assert [value for value, count in Counter(first).items() if count > 1] == []


def test_cells_hold_no_empty_or_repeated_names() -> None:
    rows = [*((p.name, (*p.names, *p.shorts)) for p in people.read()[0]), *((p.name, p.names) for p in places.read())]
    assert [name for name, others in rows if len({name, *others}) != 1 + len(others) and name not in others] == []
    assert [name for name, others in rows if any(not other or other != other.strip() for other in others)] == []


def test_states_file_is_what_the_packages_give() -> None:
    assert build_states.TARGET.read_text(encoding="utf-8") == build_states.build()


def test_states_are_those_of_iso() -> None:
    assert set(states.read()) == CODES


def test_no_id_twice() -> None:
    rows = [
        *(e.actor_id for e in states.entities(states.read())),
        *(e.actor_id for e in bodies.entities(bodies.read())),
        *(e.actor_id for e in places.entities(places.read())),
        *(e.actor_id for e in people.entities(*people.read())),
    ]
    assert [value for value, count in Counter(rows).items() if count > 1] == []
    assert len(rows) == len(load().entities)


def test_countries_and_affiliations_exist() -> None:
    kb = load()
    assert [e.actor_id for e in kb.entities.values() if e.country is not None and e.country not in CODES] == []
    assert [e.actor_id for e in kb.entities.values() if e.affiliation is not None and e.affiliation not in kb.entities] == []
    assert [e.actor_id for e in kb.entities.values() for o in e.offices if o.of not in kb.entities] == []


def test_organisations_of_states_carry_no_country() -> None:
    assert [e.actor_id for e in load().entities.values() if e.actor_id.startswith("igo:") and e.country] == []


def test_coordinates_are_on_the_globe() -> None:
    for place in places.read():
        assert place.lat is not None, place.name
        assert place.lon is not None, place.name
        assert -90 <= place.lat <= 90, place.name
        assert -180 <= place.lon <= 180, place.name


def test_capitals_have_a_country_and_every_sovereign_state_of_the_press_one() -> None:
    of = {place.country for place in places.read() if place.kind == "capital"}
    assert None not in of
    assert {"ISR", "PSE", "USA", "RUS", "UKR", "VNM", "CHN", "KHM", "THA", "LBN", "SYR", "IRN", "SDN", "COD"} <= of
    assert len(of) >= 170


def test_no_phrase_leads_to_two() -> None:
    leads: dict[tuple[tuple[str, bool], ...], set[str]] = defaultdict(set)
    for phrase, entry in name_phrases():
        leads[form(phrase)].add(entry.actor_id)
    assert {" ".join(low for low, _ in key): ids for key, ids in leads.items() if len(ids) > 1} == {}


def test_our_own_matcher_finds_every_name() -> None:
    kb = load()
    missed = []
    for phrase, entry in name_phrases():
        match = kb.names.at(tokenize(phrase), 0)
        if match is None or match.value.actor_id != entry.actor_id or match.last != len(tokenize(phrase)):
            missed.append((phrase, entry.actor_id))
    assert missed == []


def test_our_own_matcher_finds_every_title_organ_and_collective() -> None:
    kb = load()
    for phrase, title in titles():
        found = kb.titles.at(tokenize(phrase), 0)
        assert found is not None, phrase
        assert found.value.role == title.role, phrase
    for phrase, organ in bodies.organs():
        found_organ = kb.organs.at(tokenize(phrase), 0)
        assert found_organ is not None, phrase
        assert found_organ.value.role == organ.role, phrase
    for phrase, label in bodies.collectives()[0]:
        found_label = kb.collectives.at(tokenize(phrase), 0)
        assert found_label is not None, phrase
        assert found_label.value == label, phrase


@pytest.mark.parametrize("phrases", [titles, bodies.organs, lambda: bodies.collectives()[0], lambda: bodies.collectives()[1]])
def test_no_title_organ_or_collective_twice(phrases: Callable[[], Iterable[tuple[str, object]]]) -> None:
    counts = Counter(phrase.lower() for phrase, _ in phrases())
    assert {phrase for phrase, count in counts.items() if count > 1} == set()


def test_every_entry_leads_to_an_entity() -> None:
    kb = load()
    for phrase, entry in name_phrases():
        assert kb.entities[entry.actor_id].kind is entry.kind, phrase
        assert entry.stands_for is None or entry.stands_for in kb.entities, phrase
        assert all(kb.entities[one].kind is MentionKind.PERSON for one in entry.candidates), phrase


def test_every_office_belongs_to_somebody() -> None:
    persons, offices = people.read()
    assert {office.person for office in offices} - {person.name for person in persons} == set()


def test_terms_begin_before_they_end() -> None:
    wrong = [(e.name, o) for e in load().entities.values() for o in e.offices if o.start and o.end and o.start > o.end]
    assert wrong == []


def test_sure_offices_have_a_start() -> None:
    assert [(e.name, o.title) for e in load().entities.values() for o in e.offices if o.sure and o.start is None] == []


def test_sources_are_named() -> None:
    assert {o.source for e in load().entities.values() for o in e.offices} == {"general knowledge", "factbook"}


def overlap(one: Office, other: Office) -> int:
    """Days that both held; the day of the handover counts one."""
    start = max(one.start or date.min, other.start or date.min)
    end = min(one.end or date.max, other.end or date.max)
    return (end - start).days + 1 if start <= end else 0


def test_no_seat_has_two_sure_holders() -> None:
    seats: dict[tuple[str, str], list[tuple[str, Office]]] = defaultdict(list)
    for entity in load().entities.values():
        for office in entity.offices:
            if office.sure and office.role in SINGLE_SEATS:
                seats[office.role, office.of].append((entity.name, office))
    double = [
        (role, of, one[0], other[0])
        for (role, of), held in seats.items()
        for one, other in combinations(held, 2)
        if one[0] != other[0] and overlap(one[1], other[1]) > 1
    ]
    assert double == []


def test_overlap_can_tell() -> None:
    first = Office("president", "Tổng thống", "state:XXX", date(2020, 1, 1), date(2021, 1, 1), sure=True, source="")
    second = Office("president", "Tổng thống", "state:XXX", date(2021, 1, 1), None, sure=True, source="")
    third = Office("president", "Tổng thống", "state:XXX", date(2022, 1, 1), None, sure=True, source="")
    assert (overlap(first, second), overlap(second, third) > 1, overlap(first, third)) == (1, True, 0)


def test_an_unknown_column_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "places.csv").write_text("name,kind,longitude\nHuế,city,107.6\n", encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(msgspec.ValidationError):
        places.read()


def test_an_unknown_key_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bodies.toml").write_text('body = [{id = "org:x", name = "X", nation = "USA"}]\n', encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(msgspec.ValidationError):
        bodies.read()


@pytest.mark.parametrize("cell", ["2023-13-01", "năm 2023", "2023"])
def test_a_date_that_cannot_be_is_an_error(cell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "people.csv").write_text("name,of\nA,state:USA\n", encoding="utf-8")
    (tmp_path / "offices.csv").write_text(f"person,role,title,start\nA,president,Tổng thống,{cell}\n", encoding="utf-8")
    monkeypatch.setattr(tables, "DATA", tmp_path)
    with pytest.raises(msgspec.ValidationError):
        people.read()
