"""Facts made by hand, for tests of what shows them."""

from __future__ import annotations

from datetime import date

from lib.knowledge.ontology import quad_class_of
from lib.records import (
    Actor,
    Article,
    Basis,
    Casualty,
    CodedArticle,
    Dropped,
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

CALL = "Na Uy kêu gọi các phe ở Sudan ngừng bắn"
MEETING = "Ngoại trưởng Na Uy Espen Barth Eide gặp Ngoại trưởng Brazil Mauro Vieira tại Oslo"
UN = "Liên Hợp Quốc lên án vụ tấn công bệnh viện"
KILLED = "ít nhất 120 dân thường thiệt mạng"
TEXT = f"Tin từ Oslo\n\nNgày 3/6, {CALL}. {MEETING}.\n{UN}. Bộ Y tế Sudan nói {KILLED}.\n"

NORWAY = Actor(Role.ACTOR, "state:NOR", "Na Uy", country="NOR", sector=Sector.GOV)
SUDAN = Actor(Role.RECIPIENT, "state:SDN", "Sudan", country="SDN", sector=Sector.GOV)
UNITED_NATIONS = Actor(Role.ACTOR, "igo:un", "Liên Hợp Quốc", sector=Sector.IGO)
EIDE = Actor(Role.PARTICIPANT, "person:espen-barth-eide", "Espen Barth Eide", "Ngoại trưởng Na Uy", "state:NOR", "NOR", Sector.GOV)
VIEIRA = Actor(Role.PARTICIPANT, "person:mauro-vieira", "Mauro Vieira", "Ngoại trưởng Brazil", "state:BRA", "BRA", Sector.GOV)


def article(
    text: str = TEXT, article_id: str = "oslo", published: date | None = date(2024, 6, 3), title: str | None = "Tin từ Oslo"
) -> Article:
    """An article of an invented paper."""
    return Article(
        article_id, text, f"{article_id}.txt", None, title, "Báo Thử", None, published, Precision.DAY, Basis.METADATA, "Ngày ghi trong tệp."
    )


def evidence(text: str, clause: str) -> Evidence:
    """The place of a clause."""
    start = text.index(clause)
    return Evidence(start, start + len(clause), clause, "test.rule")


def event(one: Article, clause: str, kind: EventType, mode: str, actors: tuple[Actor, ...], status: Status = Status.ACTUAL) -> Event:
    """An event on the day the article was published; its id tells article and type."""
    day = one.published
    precision = Precision.DAY if day else None
    place = Place("Oslo", "NOR", 59.9, 10.7)
    found = evidence(one.text, clause)
    return Event(
        f"{one.article_id}-{kind.lower()}",
        kind,
        mode,
        quad_class_of(kind),
        actors,
        day,
        day,
        precision,
        "ngày đăng",
        place,
        status,
        found,
        0.83,
    )


def coded(one: Article) -> CodedArticle:
    """The facts of an article that holds the clauses above; none where it does not."""
    if CALL not in one.text:
        return CodedArticle(one)
    events = (
        event(one, CALL, EventType.REQUEST, "ceasefire", (NORWAY, SUDAN)),
        event(one, MEETING, EventType.CONSULT, "meet", (EIDE, VIEIRA)),
        event(one, UN, EventType.ACCUSE, "disapprove", (UNITED_NATIONS,)),
    )
    day = one.published
    figure = Casualty(
        f"{one.article_id}-killed",
        Harm.KILLED,
        120,
        120,
        None,
        Qualifier.AT_LEAST,
        "dân thường",
        "SDN",
        VictimsKind.CIVILIANS,
        None,
        Scope.CUMULATIVE,
        None,
        day,
        day,
        Precision.DAY if day else None,
        Actor(Role.ACTOR, "org:bo-y-te-sudan", "Bộ Y tế Sudan", country="SDN", sector=Sector.GOV),
        evidence(one.text, KILLED),
        0.9,
    )
    start = one.text.index("Tin ")
    return CodedArticle(one, events, (figure,), (Dropped(start, start + 3, "test.drop", "không nêu hai bên"),))
