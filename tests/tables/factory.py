"""Coded articles made by hand, for the tests of tables and charts."""

from __future__ import annotations

import hashlib
from datetime import date

from lib.knowledge.ontology import quad_class_of
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

CAIRO = Place("Cairo", "EGY", 30.04, 31.24)
GAZA = Place("Gaza", "PSE", 31.5, 34.47)


def state(code: str, name: str, role: Role = Role.ACTOR) -> Actor:
    return Actor(role, f"state:{code}", name, country=code, sector=Sector.GOV)


def person(slug: str, name: str, title: str, code: str | None, role: Role = Role.ACTOR, affiliation: str | None = None) -> Actor:
    sector = Sector.GOV if code else Sector.IGO
    return Actor(role, f"person:{slug}", name, title, affiliation or f"state:{code}", code, sector)


def un(role: Role = Role.ACTOR) -> Actor:
    return Actor(role, "igo:un", "Liên hợp quốc", sector=Sector.IGO)


def fidan(role: Role = Role.ACTOR) -> Actor:
    return person("hakan-fidan", "Hakan Fidan", "Ngoại trưởng Thổ Nhĩ Kỳ", "TUR", role)


def blinken(role: Role = Role.ACTOR) -> Actor:
    return person("antony-blinken", "Antony Blinken", "Ngoại trưởng Mỹ", "USA", role)


def sisi(role: Role = Role.ACTOR) -> Actor:
    return person("abdel-fattah-el-sisi", "Abdel Fattah El-Sisi", "Tổng thống Ai Cập", "EGY", role)


def guterres(role: Role = Role.ACTOR) -> Actor:
    return person("antonio-guterres", "António Guterres", "Tổng thư ký Liên hợp quốc", None, role, "igo:un")


def hamas(role: Role = Role.ACTOR) -> Actor:
    return Actor(role, "org:hamas", "Hamas", country="PSE", sector=Sector.REB)


def ministry(role: Role = Role.ACTOR) -> Actor:
    return Actor(role, "org:bo-y-te-gaza", "Bộ Y tế Gaza", affiliation=None, country="PSE", sector=Sector.GOV)


class Writer:
    """Builds one article: each fact appends its sentence to the text, so that offsets are true."""

    def __init__(self, article_id: str, title: str, outlet: str | None = "Báo Mẫu", published: date | None = date(2023, 11, 8)) -> None:
        self.article_id, self.title, self.outlet, self.published = article_id, title, outlet, published
        self.text = f"{title}\n\n"
        self.events: list[Event] = []
        self.casualties: list[Casualty] = []

    def _evidence(self, sentence: str, rule: str) -> Evidence:
        start = len(self.text)
        self.text += sentence + "\n"
        return Evidence(start, start + len(sentence), sentence, rule)

    def event(  # noqa: PLR0913 - a fact has many keys
        self,
        kind: str,
        mode: str | None,
        sentence: str,
        *actors: Actor,
        day: date | None = None,
        end: date | None = None,
        precision: Precision | None = None,
        status: Status = Status.ACTUAL,
        place: Place | None = None,
        confidence: float = 0.9,
    ) -> Event:
        event_type = EventType(kind)
        evidence = self._evidence(sentence, f"{kind.lower()}.{mode}")
        fact_id = hashlib.sha256(f"{self.article_id}{kind}{sentence}".encode()).hexdigest()[:16]
        precision = precision or (Precision.DAY if day else None)
        event = Event(
            fact_id,
            event_type,
            mode,
            quad_class_of(event_type),
            actors,
            day,
            end or day,
            precision,
            None,
            place,
            status,
            evidence,
            confidence,
        )
        self.events.append(event)
        return event

    def casualty(  # noqa: PLR0913 - the same
        self,
        harm: Harm,
        sentence: str,
        count: int | None,
        *,
        low: int | None = None,
        high: int | None = None,
        qualifier: Qualifier = Qualifier.EXACT,
        scope: Scope = Scope.CUMULATIVE,
        day: date | None = None,
        country: str | None = "PSE",
        kind: VictimsKind = VictimsKind.PEOPLE,
        place: Place | None = GAZA,
        since: date | None = None,
        by: Actor | None = None,
    ) -> Casualty:
        evidence = self._evidence(sentence, f"casualty.{harm}")
        fact_id = hashlib.sha256(f"{self.article_id}{harm}{sentence}".encode()).hexdigest()[:16]
        precision = Precision.DAY if day else None
        fact = Casualty(
            fact_id,
            harm,
            count,
            low,
            high,
            qualifier,
            "người Palestine",
            country,
            kind,
            place,
            scope,
            since,
            day,
            day,
            precision,
            by,
            evidence,
            0.85,
        )
        self.casualties.append(fact)
        return fact

    def done(self) -> CodedArticle:
        precision = Precision.DAY if self.published else None
        basis = Basis.METADATA if self.published else None
        article = Article(
            self.article_id,
            self.text,
            title=self.title,
            outlet=self.outlet,
            published=self.published,
            published_precision=precision,
            published_basis=basis,
        )
        return CodedArticle(article, tuple(self.events), tuple(self.casualties))


def sample() -> list[CodedArticle]:
    """Four articles with every event type, every status, undated facts, ranges and a contradiction."""
    recipient, both = Role.RECIPIENT, Role.PARTICIPANT
    israel, usa = state("ISR", "Israel", recipient), state("USA", "Mỹ", recipient)
    a = Writer("a1", "Ai Cập và Mỹ bàn về ngừng bắn")
    a.event(
        "CONSULT", "meet", "Ngày 7/11, ông Sisi gặp ông Blinken tại Cairo.", sisi(both), blinken(both), day=date(2023, 11, 7), place=CAIRO
    )
    a.event("REQUEST", "ceasefire", "Tổng thống Ai Cập kêu gọi Israel ngừng bắn.", sisi(), israel, day=date(2023, 11, 7))
    a.event("SUPPORT", "endorse", "Mỹ khẳng định đứng về phía Israel.", state("USA", "Mỹ"), israel, day=date(2023, 11, 7))
    a.event(
        "AID", "humanitarian", "Mỹ viện trợ 100 triệu USD cho người Palestine.", state("USA", "Mỹ"), state("PSE", "Palestine", recipient)
    )
    a.event(
        "CONSULT",
        "visit",
        "Ông Blinken dự kiến thăm Thổ Nhĩ Kỳ ngày 12/11.",
        blinken(),
        fidan(Role.HOST),
        day=date(2023, 11, 12),
        status=Status.PLANNED,
    )
    b = Writer("b2", "Thổ Nhĩ Kỳ và Liên hợp quốc lên tiếng", outlet="Tin Thử")
    b.event("ACCUSE", "disapprove", "Ngoại trưởng Fidan lên án Israel.", fidan(), israel, day=date(2023, 11, 6))
    b.event("SANCTION", "recall", "Thổ Nhĩ Kỳ triệu hồi đại sứ tại Israel.", state("TUR", "Thổ Nhĩ Kỳ"), israel, day=date(2023, 11, 4))
    b.event("EXPRESS", "concern", "Ông Guterres quan ngại về Dải Gaza.", guterres(), day=date(2023, 11, 6))
    b.event("REQUEST", "humanitarian", "Liên hợp quốc kêu gọi mở cửa khẩu.", un(), day=date(2023, 11, 6))
    b.event("THREATEN", "warn", "Iran cảnh báo Mỹ.", state("IRN", "Iran"), usa)
    b.event("REJECT", "veto", "Mỹ phủ quyết dự thảo nghị quyết.", state("USA", "Mỹ"), day=date(2023, 10, 18))
    b.event("COOPERATE", "economic", "Nga và Iran hợp tác về năng lượng.", state("RUS", "Nga"), state("IRN", "Iran"), day=date(2023, 11, 1))
    b.event(
        "AGREE",
        "pledge",
        "Đức cam kết hỗ trợ.",
        state("DEU", "Đức"),
        day=date(2023, 11, 1),
        end=date(2023, 11, 30),
        precision=Precision.MONTH,
    )
    c = Writer("c3", "Giao tranh tiếp diễn ở Gaza", published=None)
    c.event("ASSAULT", "aerial", "Israel không kích Gaza.", state("ISR", "Israel"), hamas(recipient), day=date(2023, 11, 6), place=GAZA)
    c.event("MOBILIZE", "troops", "Mỹ điều tàu sân bay tới khu vực.", state("USA", "Mỹ"), day=date(2023, 10, 10))
    c.event(
        "COERCE",
        "restrict",
        "Israel phong tỏa Dải Gaza.",
        state("ISR", "Israel"),
        state("PSE", "Palestine", recipient),
        day=date(2023, 10, 9),
    )
    c.event(
        "PROTEST",
        "demo",
        "Người dân Jordan biểu tình.",
        Actor(Role.ACTOR, "group:jor", "người biểu tình", country="JOR", sector=Sector.CVL),
    )
    c.event("RETREAT", "release", "Hamas thả hai con tin.", hamas(), day=date(2023, 10, 20))
    c.event("CONCEDE", "ceasefire", "Israel đồng ý tạm ngừng bắn.", state("ISR", "Israel"), day=date(2023, 11, 9), status=Status.PLANNED)
    c.event("CONSULT", "phone", "Ông Fidan không điện đàm với ông Blinken.", fidan(both), blinken(both), status=Status.NEGATED)
    c.event(
        "CONSULT",
        "multilateral",
        "Năm 2022 Qatar từng họp với Nga.",
        state("QAT", "Qatar", both),
        state("RUS", "Nga", both),
        status=Status.HISTORICAL,
    )
    who = ministry()
    c.casualty(Harm.KILLED, "Bộ Y tế Gaza: 10.022 người chết.", 10022, day=date(2023, 11, 6), since=date(2023, 10, 7), by=who)
    c.casualty(Harm.KILLED, "Hơn 10.300 người đã thiệt mạng.", 10300, low=10301, qualifier=Qualifier.OVER, day=date(2023, 11, 7), by=who)
    d = Writer("d4", "Số thương vong tại Gaza", outlet=None, published=date(2023, 11, 9))
    d.casualty(Harm.KILLED, "Phía Israel nói 8.000 người chết.", 8000, day=date(2023, 11, 7), by=state("ISR", "Israel"))
    d.casualty(Harm.KILLED, "4.104 trẻ em thiệt mạng.", 4104, day=date(2023, 11, 6), kind=VictimsKind.CHILDREN, by=un())
    d.casualty(
        Harm.KILLED,
        "Vụ nổ làm 200-300 người chết.",
        None,
        low=200,
        high=300,
        qualifier=Qualifier.RANGE,
        scope=Scope.INCIDENT,
        day=date(2023, 10, 17),
    )
    d.casualty(Harm.INJURED, "Hàng chục người bị thương.", None, low=10, high=99, qualifier=Qualifier.VAGUE, scope=Scope.INCIDENT)
    d.casualty(
        Harm.CAPTIVE, "Ít nhất 240 con tin bị giữ.", 240, low=240, qualifier=Qualifier.AT_LEAST, day=date(2023, 11, 5), country="ISR"
    )
    d.casualty(Harm.KILLED, "Tổng số người chết là 9.900.", 9900, day=date(2023, 11, 8), by=who)
    d.event(
        "CONSULT",
        "meet",
        "Ông Fidan gặp ông Blinken và ông Sisi.",
        fidan(both),
        blinken(both),
        sisi(both),
        un(Role.MEDIATOR),
        day=date(2023, 11, 6),
    )
    return [w.done() for w in (a, b, c, d)]
