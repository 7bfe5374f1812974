"""Coded articles by the hundred thousand, made up, for measuring tables and pages: `python -m bench.generate N > coded.jsonl`.

The same N and seed give the same bytes. A few countries and people are in most events, as in the news; dates span three years.
"""

from __future__ import annotations

import argparse
import random
import sys
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pycountry

from lib.knowledge import ontology
from lib.records import (
    Actor,
    Article,
    Basis,
    Casualty,
    CodedArticle,
    Event,
    EventType,
    Evidence,
    Harm,
    Place,
    Precision,
    Qualifier,
    Role,
    Scope,
    Sector,
    Status,
    VictimsKind,
)
from lib.serial import to_json

if TYPE_CHECKING:
    from collections.abc import Iterator

FIRST_DAY, DAYS = date(2023, 10, 1), 1095
EVENTS_AN_ARTICLE, CASUALTIES_AN_ARTICLE = 12, 2
PEOPLE, OUTLETS = 500, 40
SHARE_OF_STATES, SHARE_OF_PLACED = 0.5, 0.2
STATUSES = [Status.ACTUAL] * 17 + [Status.PLANNED, Status.HISTORICAL, Status.NEGATED]


class World:
    """Who and what the made-up articles speak of; every choice by one seeded chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - the same articles every time
        self.countries = [country.alpha_3 for country in pycountry.countries]
        self.chance.shuffle(self.countries)
        self.types = list(ontology.types().values())

    def often(self, count: int) -> int:
        """A number below `count`, the small ones far more often."""
        return min(int(self.chance.paretovariate(0.7)) - 1, count - 1)

    def country(self) -> str:
        """An alpha-3 code."""
        return self.countries[self.often(len(self.countries))]

    def actor(self, role: Role) -> Actor:
        """A state, or one of its people."""
        code = self.country()
        if self.chance.random() < SHARE_OF_STATES:
            return Actor(role, f"state:{code}", code, None, None, code, Sector.GOV)
        number = self.often(PEOPLE)
        code = self.countries[number % len(self.countries)]
        return Actor(role, f"person:nhan-vat-{number}", f"Nhân vật {number}", "Ngoại trưởng", f"state:{code}", code, Sector.GOV)

    def event(self, event_id: str, day: date, evidence: Evidence) -> Event:
        """Something between two actors on `day`."""
        entry = self.chance.choice(self.types)
        roles = (Role.PARTICIPANT, Role.PARTICIPANT) if entry.code is EventType.CONSULT else (Role.ACTOR, Role.RECIPIENT)
        mode = self.chance.choice(entry.modes).code if entry.modes else None
        place = Place("Cairo", "EGY", 30.04, 31.24) if self.chance.random() < SHARE_OF_PLACED else None
        status, confidence = self.chance.choice(STATUSES), round(self.chance.uniform(0.5, 0.99), 2)
        actors = tuple(self.actor(role) for role in roles)
        dates = (day, day, Precision.DAY, "ngày đăng")
        return Event(event_id, entry.code, mode, entry.quad, actors, *dates, place, status, evidence, confidence)

    def casualty(self, casualty_id: str, day: date, evidence: Evidence) -> Casualty:
        """A figure for `day`."""
        count = self.chance.randrange(1, 40_000)
        return Casualty(
            casualty_id=casualty_id,
            harm=self.chance.choice(list(Harm)),
            count=count,
            low=count,
            high=count,
            qualifier=Qualifier.EXACT,
            victims="người",
            victims_country=self.country(),
            victims_kind=VictimsKind.PEOPLE,
            place=None,
            scope=self.chance.choice([Scope.CUMULATIVE, Scope.INCIDENT]),
            since=None,
            date=day,
            date_end=day,
            date_precision=Precision.DAY,
            attributed_to=self.actor(Role.ACTOR),
            evidence=evidence,
            confidence=0.8,
        )

    def article(self, number: int, events: int) -> CodedArticle:
        """One article with so many events."""
        day = FIRST_DAY + timedelta(days=self.chance.randrange(DAYS))
        title = f"Tin thử số {number}"
        sentences = [f"Câu thử số {i} của bài {number} nói về một cuộc gặp." for i in range(events + CASUALTIES_AN_ARTICLE)]
        text = f"{title}\n\n" + " ".join(sentences)
        found = (Evidence(start := text.index(sentence), start + len(sentence), sentence, "bench") for sentence in sentences)
        outlet = f"Báo {self.often(OUTLETS)}"
        article = Article(f"{number:016x}", text, None, None, title, outlet, None, day, Precision.DAY, Basis.METADATA, "có sẵn")
        happened = tuple(self.event(f"{number:08x}e{i:07x}", day, next(found)) for i in range(events))
        figures = tuple(self.casualty(f"{number:08x}c{i:07x}", day, next(found)) for i in range(CASUALTIES_AN_ARTICLE))
        return CodedArticle(article, happened, figures)


def generate(events: int, seed: int = 1) -> Iterator[CodedArticle]:
    """Coded articles that hold `events` events together."""
    world = World(seed)
    for number, first in enumerate(range(0, events, EVENTS_AN_ARTICLE)):
        yield world.article(number, min(EVENTS_AN_ARTICLE, events - first))


def main(argv: list[str] | None = None) -> int:
    """Write JSON Lines of the contract to standard output; 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description="Made-up coded articles as JSON Lines.")
    parser.add_argument("events", type=int, metavar="N", help="events in all")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args(argv)
    for coded in generate(args.events, args.seed):
        sys.stdout.buffer.write(to_json(coded) + b"\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
