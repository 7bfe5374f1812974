"""The data contract as frozen dataclasses and enums.

Every room of the project speaks in these. Offsets count code points of `Article.text` (Unicode NFC); `end` is
exclusive. Dates are `datetime.date`; in JSON they are ISO 8601. Countries are ISO 3166-1 alpha-3.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class EventType(StrEnum):
    """The 16 types of the PLOVER ontology, and EXPRESS for statements that take no side."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    EXPRESS = "EXPRESS"


class QuadClass(StrEnum):
    """Verbal or material, cooperation or conflict."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


class Role(StrEnum):
    """The part an actor plays in an event."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PARTICIPANT = "participant"
    HOST = "host"
    MEDIATOR = "mediator"


class Sector(StrEnum):
    """What kind of player an actor is."""

    GOV = "GOV"
    MIL = "MIL"
    IGO = "IGO"
    NGO = "NGO"
    REB = "REB"
    CVL = "CVL"
    MED = "MED"


class Status(StrEnum):
    """Whether an event happened."""

    ACTUAL = "actual"
    PLANNED = "planned"
    HISTORICAL = "historical"
    NEGATED = "negated"


class Precision(StrEnum):
    """How fine a date is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Basis(StrEnum):
    """Where an article's publication date comes from."""

    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    USER = "user"


class Harm(StrEnum):
    """What befell the people a figure counts."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    CAPTIVE = "captive"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    RELEASED = "released"


class Qualifier(StrEnum):
    """How a figure is hedged."""

    EXACT = "exact"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"


class VictimsKind(StrEnum):
    """Who the people are that a figure counts."""

    PEOPLE = "people"
    CIVILIANS = "civilians"
    CHILDREN = "children"
    WOMEN = "women"
    SOLDIERS = "soldiers"
    FIGHTERS = "fighters"
    HOSTAGES = "hostages"
    AID_WORKERS = "aid_workers"
    JOURNALISTS = "journalists"
    MEDICS = "medics"
    OFFICIALS = "officials"


class Scope(StrEnum):
    """What a figure covers: a running total, one event, or an addition to a total."""

    CUMULATIVE = "cumulative"
    INCIDENT = "incident"
    INCREMENT = "increment"


class MentionKind(StrEnum):
    """What a mention names."""

    STATE = "state"
    PERSON = "person"
    BODY = "body"
    GROUP = "group"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read; `text` is NFC and begins with the title where there is one."""

    article_id: str
    text: str
    path: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: dt.date | None = None
    published_precision: Precision | None = None
    published_basis: Basis | None = None
    published_why: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The clause that carries a fact: `article.text[start:end] == text`; `rule` is the entry that fired."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Place:
    """A named place with its country and coordinates in degrees, as far as known."""

    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A party to an event; the keys are those of the contract."""

    role: Role
    actor_id: str
    name: str
    title: str | None = None
    affiliation: str | None = None
    country: str | None = None
    sector: Sector | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when and where, and the clause that says so."""

    event_id: str
    event_type: EventType
    event_mode: str | None
    quad_class: QuadClass | None
    actors: tuple[Actor, ...]
    date: dt.date | None
    date_end: dt.date | None
    date_precision: Precision | None
    date_why: str | None
    place: Place | None
    status: Status
    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class Casualty:
    """A figure that counts people, as its source states it."""

    casualty_id: str
    harm: Harm
    count: int | None
    low: int | None
    high: int | None
    qualifier: Qualifier
    victims: str | None
    victims_country: str | None
    victims_kind: VictimsKind
    place: Place | None
    scope: Scope
    since: dt.date | None
    date: dt.date | None
    date_end: dt.date | None
    date_precision: Precision | None
    attributed_to: Actor | None
    evidence: Evidence
    confidence: float


@dataclass(frozen=True, slots=True)
class Dropped:
    """What was seen and not coded, and why."""

    start: int
    end: int
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """An article and the facts taken from it."""

    article: Article
    events: tuple[Event, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    dropped: tuple[Dropped, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's place in the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression; `date` and `date_end` are the first and the last day, or None where it does not resolve."""

    start: int
    end: int
    text: str
    date: dt.date | None
    date_end: dt.date | None
    date_precision: Precision | None


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number as news writes it, hedge included; a vague one has no `count`, only a range."""

    start: int
    end: int
    text: str
    count: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that stands for one actor or place (a plural such as "hai bên" gives one mention for each party)."""

    start: int
    end: int
    text: str
    actor_id: str | None
    name: str | None
    country: str | None
    kind: MentionKind
    title: str | None = None
    affiliation: str | None = None
    sector: Sector | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of the lexicon that may make an event or a casualty figure; `rule` names the entry."""

    start: int
    end: int
    text: str
    event_type: EventType | None
    event_mode: str | None
    harm: Harm | None
    rule: str


@dataclass(frozen=True, slots=True)
class Annotations:
    """The layers that the coding of one article stands on."""

    article_id: str
    text: str
    sentences: tuple[Sentence, ...] = ()
    dates: tuple[DateMention, ...] = ()
    numbers: tuple[NumberMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    triggers: tuple[Trigger, ...] = ()
