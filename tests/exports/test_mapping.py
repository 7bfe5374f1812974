from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest

from lib.exports import gdelt, mapping, polecat
from lib.exports.gdelt import COLUMNS as GDELT
from lib.exports.polecat import COLUMNS as POLECAT
from lib.knowledge import ontology

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "EXPORTS.md").read_text(encoding="utf-8")
PLOVER_MODES = {
    "AGREE": "",
    "CONSULT": "visit third-party multilateral phone",
    "SUPPORT": "",
    "CONCEDE": "",
    "COOPERATE": "",
    "AID": "",
    "RETREAT": "withdraw release disarm ceasefire access resign",
    "REQUEST": "assist change yield meet",
    "REJECT": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons "
    "crowd-control unconventional",
    "EXPRESS": "",
}
ROOTS = {"03": {"AGREE"}, "04": {"CONSULT"}, "05": {"SUPPORT"}, "06": {"COOPERATE"}, "07": {"AID"}, "08": {"CONCEDE", "RETREAT"}}
ROOTS |= {"09": {"ACCUSE"}, "11": {"ACCUSE"}, "10": {"REQUEST"}, "12": {"REJECT"}, "13": {"THREATEN"}, "14": {"PROTEST"}}
ROOTS |= {
    "15": {"MOBILIZE"},
    "16": {"SANCTION"},
    "17": {"COERCE"},
    "18": {"ASSAULT"},
    "19": {"ASSAULT"},
    "20": {"ASSAULT"},
    "01": {"EXPRESS"},
}
ELSEWHERE = {"018": "condole", "045": "mediate", "057": "sign", "191": "restrict"}


def test_every_type_and_mode_has_one_entry() -> None:
    asked = {(kind, None) for kind in ontology.types()} | {(kind, mode) for kind in ontology.types() for mode in ontology.modes_of(kind)}
    assert mapping.entries().keys() == asked
    assert len(mapping.load().entries) == len(asked)


@pytest.mark.parametrize("entry", mapping.load().entries, ids=lambda e: f"{e.type}.{e.mode}")
def test_an_entry_names_what_exists_there(entry: mapping.Entry) -> None:
    assert entry.plover is None or entry.plover in PLOVER_MODES[entry.type].split()
    assert entry.plover or entry.mode not in PLOVER_MODES[entry.type].split()
    assert entry.cameo in mapping.load().goldstein
    assert entry.type in ROOTS[entry.cameo[:2]] or ELSEWHERE[entry.cameo] == entry.mode


def test_no_scale_without_its_code() -> None:
    used = {entry.cameo for entry in mapping.load().entries} | set(mapping.planned().values())
    assert set(mapping.load().goldstein) == used
    assert all(-10 <= value <= 10 for value in mapping.load().goldstein.values())
    assert {code[:2] for code in mapping.planned().values()} == {"03"}


def test_a_key_that_does_not_belong_is_an_error() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.toml.decode(b'entries = [{ type = "AID", cameo = "070", cow = 1 }]\nplanned = []\n[goldstein]\n', type=mapping.Mapping)


@pytest.mark.parametrize(
    ("cameo", "quad"), [("010", 1), ("057", 1), ("0871", 2), ("090", 3), ("139", 3), ("141", 3), ("150", 4), ("204", 4)]
)
def test_quad_classes_are_gdelts(cameo: str, quad: int) -> None:
    assert mapping.gdelt_quad(cameo) == quad


def test_a_mode_that_the_table_lacks_falls_back_to_its_type() -> None:
    assert mapping.entry_of("AID", "unheard").cameo == "070"


def test_the_columns_are_as_many_as_theirs() -> None:
    assert (len(POLECAT), len(GDELT)) == (40, 61)
    assert (len(set(POLECAT)), len(set(GDELT))) == (40, 61)
    assert polecat.__doc__
    assert gdelt.__doc__


def test_the_page_tells_every_column() -> None:
    first, _, second = PAGE.partition("## GDELT 2.0")
    told = " ".join(line.split("|")[1] for line in (first + second).splitlines() if line.startswith("| "))
    assert [name for name in POLECAT if name not in told] == []
    parts = {re.sub(r"^(Actor[12](Geo_)?|ActionGeo_)", "", name) for name in GDELT}
    assert [name for name in parts if name not in told] == []


def test_the_page_tells_every_mode_that_is_renamed() -> None:
    renamed = {(str(e.type), f"`{e.mode}` → `{e.plover}`") for e in mapping.load().entries if e.plover and e.plover != e.mode}
    rows = re.findall(r"^\| ([A-Z]+) \| (.*) \|$", PAGE, re.MULTILINE)
    assert {(kind, one) for kind, cell in rows if "→" in cell for one in cell.split(", ")} == renamed
