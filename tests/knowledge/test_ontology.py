from __future__ import annotations

import msgspec
import pytest

from lib.knowledge import ontology
from lib.records import EventType, QuadClass

MODES = {
    "CONSULT": "meet phone visit multilateral message",
    "EXPRESS": "concern position",
    "REQUEST": "ceasefire talks humanitarian boycott resolution other",
    "ACCUSE": "disapprove allege investigate",
    "REJECT": "oppose refuse veto",
    "THREATEN": "warn ultimatum",
    "SUPPORT": "endorse condole welcome mediate recognise",
    "AGREE": "pledge accept sign",
    "COOPERATE": "military economic security other",
    "AID": "humanitarian military economic medical",
    "CONCEDE": "ceasefire ease",
    "RETREAT": "withdraw release return evacuate access ceasefire resign",
    "SANCTION": "cut_ties recall expel embargo suspend_aid",
    "PROTEST": "demo riot strike boycott",
    "MOBILIZE": "troops weapons alert",
    "COERCE": "seize arrest restrict deport",
    "ASSAULT": "aerial drone missile shelling ground abduct explosives attack",
}
QUADS = {
    QuadClass.VERBAL_COOPERATION: "AGREE CONSULT SUPPORT CONCEDE",
    QuadClass.MATERIAL_COOPERATION: "COOPERATE AID RETREAT",
    QuadClass.VERBAL_CONFLICT: "REQUEST ACCUSE REJECT THREATEN",
    QuadClass.MATERIAL_CONFLICT: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}


def test_every_type_is_told_once() -> None:
    assert sorted(entry.code for entry in ontology.load().types) == sorted(EventType)


@pytest.mark.parametrize(("event_type", "modes"), MODES.items())
def test_modes_are_the_contract_s(event_type: str, modes: str) -> None:
    assert ontology.modes_of(event_type) == tuple(modes.split())


@pytest.mark.parametrize(("quad", "types"), QUADS.items())
def test_quad_classes_are_the_contract_s(quad: QuadClass, types: str) -> None:
    assert {code for code in EventType if ontology.quad_class_of(code) == quad} == set(types.split())


def test_a_statement_has_no_quad_class_and_is_the_mildest() -> None:
    assert ontology.quad_class_of("EXPRESS") is None
    assert [code for code in EventType if ontology.severity_of(code) == 0] == [EventType.EXPRESS]


def test_severities_are_levels_that_are_named_in_order() -> None:
    levels = [step.level for step in ontology.load().severities]
    assert levels == list(range(len(levels)))
    assert {entry.severity for entry in ontology.load().types} == set(levels)


def test_harder_quad_classes_are_not_milder() -> None:
    verbal = max(ontology.severity_of(code) for code in QUADS[QuadClass.VERBAL_CONFLICT].split())
    material = min(ontology.severity_of(code) for code in QUADS[QuadClass.MATERIAL_CONFLICT].split())
    assert material > verbal


def test_an_unknown_type_is_refused() -> None:
    with pytest.raises(KeyError):
        ontology.modes_of("APPEAL")


def test_an_unknown_key_in_the_file_is_refused() -> None:
    text = ontology._FILE.read_text(encoding="utf-8").replace('quad = "verbal', 'colour = "verbal', 1)
    with pytest.raises(msgspec.ValidationError, match="colour"):
        msgspec.toml.decode(text, type=ontology.Ontology)
