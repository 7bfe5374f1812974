from __future__ import annotations

import pytest

from lib.knowledge import ontology
from lib.knowledge.labels import LANGS
from lib.records import Actor, EventType, Role
from lib.tables import build, measure_label, measures, reactions_view
from lib.tables.reactions_measures import place_of
from tests.tables.factory import Writer, fidan, state

CODES = [one.code for one in measures()]


def level(kind: str, mode: str | None, *others: Actor) -> str:
    writer = Writer("a", "Tin")
    writer.event(kind, mode, "Có chuyện.", fidan(), *others)
    by_country = reactions_view(build([writer.done()])).by_country
    return CODES[dict(zip(by_country["country"], by_country["measure"], strict=True))["TUR"]]


@pytest.mark.parametrize("kind", [kind for kind in EventType if kind not in {EventType.CONSULT, EventType.ASSAULT}])
def test_every_reaction_has_a_step(kind: EventType) -> None:
    for mode in (None, *ontology.modes_of(kind)):
        assert 0 <= place_of(kind, mode)[0] < len(CODES)


def test_every_step_names_types_and_modes_that_there_are() -> None:
    known = {str(kind) for kind in EventType} | {f"{kind}.{mode}" for kind in EventType for mode in ontology.modes_of(kind)}
    named = [code for one in measures() for code in (*one.of, *one.outward)]
    assert set(named) <= known
    assert len(named) == len(set(named))


@pytest.mark.parametrize("lang", LANGS)
def test_steps_have_names_of_their_own(lang: str) -> None:
    names = [measure_label(i, "vi" if lang == "vi" else "en") for i in range(len(CODES))]
    assert len(set(names)) == len(CODES)


def test_talks_and_assaults_are_no_measures() -> None:
    for kind in ("CONSULT", "ASSAULT"):
        with pytest.raises(KeyError):
            place_of(kind, None)


@pytest.mark.parametrize(
    ("kind", "mode", "step"),
    [
        ("EXPRESS", "concern", "statement"),
        ("AID", None, "support"),
        ("SANCTION", "recall", "recall"),
        ("SANCTION", "embargo", "sanction"),
        ("SANCTION", None, "sanction"),
        ("SANCTION", "cut_ties", "cut_ties"),
        ("RETREAT", "resign", "home"),
        ("RETREAT", "withdraw", "support"),
    ],
)
def test_a_mode_may_stand_on_a_step_of_its_own(kind: str, mode: str | None, step: str) -> None:
    assert level(kind, mode) == step


@pytest.mark.parametrize(
    ("others", "step"),
    [
        ((), "home"),
        ((state("TUR", "Thổ Nhĩ Kỳ", Role.RECIPIENT),), "home"),
        ((state("SYR", "Syria", Role.RECIPIENT),), "force"),
        ((state("TUR", "Thổ Nhĩ Kỳ", Role.RECIPIENT), state("SYR", "Syria", Role.RECIPIENT)), "force"),
    ],
)
def test_force_is_a_measure_only_against_another_country(others: tuple[Actor, ...], step: str) -> None:
    assert level("COERCE", "arrest", *others) == step
    assert level("MOBILIZE", "troops", *others) == step
    assert level("ACCUSE", "disapprove", *others) == "criticism"
