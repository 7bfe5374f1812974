from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from lib.knowledge import ontology
from lib.knowledge.labels import LANGS
from lib.records import Actor, EventType, Role, Sector
from lib.tables import build, deciding, measure_label, measures, reactions_view
from lib.tables.reactions_measures import place_of
from tests.tables.factory import Writer, fidan, person, state

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
    named = [code for one in measures() for code in (*one.of, *one.outward, *one.official)]
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


KOREA = state("KOR", "Hàn Quốc", Role.RECIPIENT)
SENATOR = person("kim-thu", "Kim Thu", "Nghị sĩ Hàn Quốc", "KOR", Role.RECIPIENT)
TRAVELLER = Actor(Role.RECIPIENT, "person:kim-dan", "Kim Dân", country="KOR", sector=Sector.CVL)
DELEGATION = replace(KOREA, title="phái đoàn Hàn Quốc")
OWN = state("TUR", "Thổ Nhĩ Kỳ", Role.RECIPIENT)


@pytest.mark.parametrize(
    ("others", "arrest", "seize", "troops"),
    [
        ((), "home", "home", "home"),
        ((OWN,), "home", "home", "home"),
        ((KOREA,), "home", "coercion", "force"),
        ((TRAVELLER,), "home", "coercion", "force"),
        ((SENATOR,), "coercion", "coercion", "force"),
        ((DELEGATION,), "coercion", "coercion", "force"),
        ((OWN, SENATOR), "coercion", "coercion", "force"),
        ((KOREA, SENATOR), "coercion", "coercion", "force"),
        ((SENATOR, KOREA), "coercion", "coercion", "force"),
        ((replace(SENATOR, country="TUR"),), "home", "home", "home"),
    ],
)
def test_force_is_a_measure_only_against_another_country_and_an_arrest_only_against_its_state(
    others: tuple[Actor, ...], arrest: str, seize: str, troops: str
) -> None:
    assert level("COERCE", "arrest", *others) == level("COERCE", "deport", *others) == arrest
    assert level("COERCE", "seize", *others) == level("COERCE", "restrict", *others) == seize
    assert level("MOBILIZE", "troops", *others) == troops
    assert level("ACCUSE", "disapprove", *others) == "criticism"


@pytest.mark.parametrize(
    ("doer", "target", "mode", "step"),
    [
        ("org:canh-sat-tho-nhi-ky", KOREA, "arrest", "home"),
        ("org:canh-sat-tho-nhi-ky", KOREA, "seize", "home"),
        ("org:canh-sat-tho-nhi-ky", SENATOR, "seize", "coercion"),
        ("org:hai-quan-tho-nhi-ky", KOREA, "arrest", "coercion"),
        ("org:hai-quan-tho-nhi-ky", TRAVELLER, "arrest", "coercion"),
        ("org:hai-quan-tho-nhi-ky", OWN, "arrest", "home"),
    ],
)
def test_what_police_do_to_people_is_no_measure_and_what_armed_forces_do_is_one(doer: str, target: Actor, mode: str, step: str) -> None:
    by = Actor(Role.ACTOR, doer, "Lực lượng", country="TUR", sector=Sector.MIL if "hai-quan" in doer else Sector.GOV)
    writer = Writer("a", "Tin")
    writer.event("COERCE", mode, "Có chuyện.", by, target)
    assert [CODES[one] for one in reactions_view(build([writer.done()])).by_country["measure"]] == [step]


def test_the_deciding_event_is_the_newest_of_the_strongest_measure() -> None:
    writer = Writer("a", "Tin")
    writer.event("ACCUSE", "disapprove", "Lên án.", fidan(), KOREA, day=date(2024, 3, 3))
    writer.event("SANCTION", "embargo", "Cấm vận cũ.", fidan(), KOREA, day=date(2024, 1, 1))
    newer = writer.event("SANCTION", "embargo", "Cấm vận mới.", fidan(), KOREA, day=date(2024, 2, 2))
    rows = reactions_view(build([writer.done()])).rows
    assert deciding(rows) == newer.event_id
    assert deciding(rows.iloc[:0]) is None
