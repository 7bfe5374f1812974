"""The evaluation gives the figures of the reference scorer, which lies beside the project where it is developed."""

from __future__ import annotations

import importlib.util
import json
import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from lib import evaluation
from lib.evaluation.gold import GoldCasualty, GoldEvent, GoldRecord, as_tuple
from lib.records import (
    Actor,
    Article,
    Casualty,
    CodedArticle,
    Event,
    EventType,
    Evidence,
    Harm,
    Precision,
    Qualifier,
    Role,
    Scope,
    Status,
    VictimsKind,
)

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
BESIDE = ROOT.parent / "shared"
SCORER = BESIDE / "tools" / "score.py"
FOLDERS = [ROOT / "tests" / "gold", *(f for f in [BESIDE / "gold" / "dev"] if f.is_dir())]
TEXT = "Một câu, hai câu, ba câu."


@pytest.fixture(scope="module")
def reference() -> Callable[..., dict[str, Any]]:
    if not SCORER.is_file():
        pytest.skip("the reference scorer does not lie beside the project")
    spec = importlib.util.spec_from_file_location("reference_scorer", SCORER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Callable[..., dict[str, Any]] = module.score
    return score


class Muddler:
    """Codes a gold record as a careless coder would: it forgets, invents, repeats and mistakes, by a seeded chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - the same muddle every time

    def one_in(self, n: int) -> bool:
        return self.chance.randrange(n) == 0

    def actor(self, party: str, role: Role) -> Actor:
        name, _, code = party.partition("|")
        code = code or name
        if self.one_in(12):
            code = self.chance.choice(["ISR", "igo:un", "TUR"])
        country = code if ":" not in code else None
        actor_id = f"person:{name.casefold()}" if "|" in party else code if ":" in code else f"state:{code}"
        affiliation = code if ":" in code and self.one_in(2) else None
        return Actor(role, actor_id, name.upper() if self.one_in(3) else name, None, affiliation, country)

    def days(self, dates: object) -> tuple[date | None, date | None, Precision | None]:
        told = as_tuple(dates)  # type: ignore[arg-type]
        if not told or self.one_in(8):
            return (date(2024, 5, 1), date(2024, 5, 31), Precision.MONTH) if self.one_in(3) else (None, None, None)
        first = date.fromisoformat((self.chance.choice(told) + "-01-01")[:10])
        first += timedelta(days=self.chance.choice([0, 0, 0, 0, -1, 1, -4]))
        return first, first + timedelta(days=self.chance.choice([0, 0, 1, 2, 3])), Precision.DAY

    def evidence(self) -> Evidence:
        start = self.chance.randrange(10)
        return Evidence(start, start + 5, TEXT[start : start + 5] if not self.one_in(15) else "khác", "rule")

    def event(self, gold: GoldEvent) -> Event:
        kind = self.chance.choice([*gold.type, EventType.AID]) if self.one_in(3) else gold.type[0]
        if gold.participants is None:
            actors = [self.actor(p, Role.ACTOR) for p in gold.actors] + [self.actor(p, Role.RECIPIENT) for p in gold.recipients]
            actors += [self.actor("USA", Role.RECIPIENT)] * self.chance.choice([0, 0, 1, 2])
        else:
            roles = [Role.PARTICIPANT, Role.PARTICIPANT, Role.HOST, Role.MEDIATOR, Role.ACTOR]
            actors = [self.actor(p, self.chance.choice(roles)) for p in gold.participants]
        mode = None if self.one_in(6) else self.chance.choice(gold.mode) if gold.mode else "other"
        status = self.chance.choice(list(Status)) if self.one_in(4) else gold.status or Status.ACTUAL
        first, last, precision = self.days(gold.date)
        return Event("e", kind, mode, None, tuple(actors), first, last, precision, None, None, status, self.evidence(), 0.5)

    def casualty(self, gold: GoldCasualty) -> Casualty:
        first, last, precision = self.days(gold.date)
        count = gold.count if not self.one_in(5) else 7
        high = gold.high if not self.one_in(5) else 9
        scope = self.chance.choice(list(Scope))
        country = gold.victims_country if not self.one_in(4) else "LBN"
        harm = gold.harm if not self.one_in(6) else self.chance.choice(list(Harm))
        return Casualty(
            casualty_id="c",
            harm=harm,
            count=count,
            low=gold.low,
            high=high,
            qualifier=Qualifier.EXACT,
            victims=None,
            victims_country=country,
            victims_kind=VictimsKind.PEOPLE,
            place=None,
            scope=scope,
            since=None,
            date=first,
            date_end=last,
            date_precision=precision,
            attributed_to=None,
            evidence=self.evidence(),
            confidence=0.5,
        )

    def article(self, gold: GoldRecord, strangers: list[GoldEvent]) -> CodedArticle:
        wanted = [e for e in gold.events if not self.one_in(5)] + self.chance.sample(strangers, k=min(2, len(strangers)))
        events = [self.event(e) for e in wanted]
        events += [replace(e) for e in events if self.one_in(6)]
        casualties = [self.casualty(c) for c in gold.casualties if not self.one_in(6)]
        published = self.days(gold.published)[0]
        path = f"seeds/{gold.file}" if gold.file else None
        return CodedArticle(Article(gold.id or "x", TEXT, path=path, published=published), tuple(events), tuple(casualties))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda f: f.name)
def test_same_figures(folder: Path, seed: int, reference: Callable[..., dict[str, Any]]) -> None:
    gold = evaluation.load(folder)
    muddler = Muddler(seed)
    strangers = [event for record in gold for event in record.events]
    coded = [muddler.article(record, strangers) for record in gold if not muddler.one_in(20)]
    plain = [json.loads(msgspec.json.encode(article)) for article in coded]
    expected = reference([json.loads(p.read_text(encoding="utf-8")) for p in sorted(folder.glob("*.json"))], plain, [])
    said = evaluation.evaluate(gold, coded).as_json()
    assert {k: v for k, v in said.items() if k != "types"} == expected


def test_muddle_is_neither_perfect_nor_worthless() -> None:
    gold = evaluation.load(FOLDERS[0])
    muddler = Muddler(1)
    strangers = [event for record in gold for event in record.events]
    report = evaluation.evaluate(gold, [muddler.article(record, strangers) for record in gold])
    assert 0.3 < report.tallies["reactions"].f1 < 0.95
