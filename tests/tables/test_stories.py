from __future__ import annotations

import random
import sys
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from lib.records import Actor, CodedArticle, Harm, Place, Precision, Qualifier, Role, Scope, Sector, Status, VictimsKind
from lib.tables import Filters, apply, build, stories_view, witnesses
from lib.tables.joining import story_ids
from lib.tables.stories import STORY_COLUMNS, WITNESS_COLUMNS
from tests.tables.factory import CAIRO, GAZA, Writer, blinken, fidan, guterres, hamas, person, sample, sisi, state, un

if TYPE_CHECKING:
    from types import FrameType

BOTH, RECIPIENT, HOST = Role.PARTICIPANT, Role.RECIPIENT, Role.HOST
SEVENTH, EIGHTH, NINTH = date(2023, 11, 7), date(2023, 11, 8), date(2023, 11, 9)
KHAN_YOUNIS, DAMASCUS, EGYPT = Place("Khan Younis", "PSE", 31.34, 34.30), Place("Damascus", "SYR", 33.51, 36.29), Place("Ai Cập", "EGY")
ISRAEL, TURKEY, USA = state("ISR", "Israel"), state("TUR", "Thổ Nhĩ Kỳ"), state("USA", "Mỹ")
TO_ISRAEL, TO_IRAN, TO_GAZA = state("ISR", "Israel", RECIPIENT), state("IRN", "Iran", RECIPIENT), state("PSE", "Palestine", RECIPIENT)
ARMY = Actor(Role.ACTOR, "org:idf", "quân đội Israel", affiliation="state:ISR", country="ISR", sector=Sector.MIL)
FATAH = Actor(Role.ACTOR, "org:fatah", "Fatah", country="PSE", sector=Sector.REB)
LEADER = Actor(Role.ACTOR, "person:ismail-haniyeh", "Ismail Haniyeh", "thủ lĩnh Hamas", "org:hamas", "PSE", Sector.REB)

Telling = tuple[str, str | None, tuple[Actor, ...], dict[str, Any]]


def report(number: int, *tellings: Telling, published: date | None = EIGHTH, outlet: str | None = None) -> CodedArticle:
    writer = Writer(f"a{number}", f"Tin số {number}", outlet=outlet or f"Báo {number}", published=published)
    for index, (kind, mode, actors, keys) in enumerate(tellings):
        sentence = keys.get("sentence") or f"Bản tin {number} kể việc thứ {index}."
        writer.event(kind, mode, sentence, *actors, **{key: value for key, value in keys.items() if key != "sentence"})
    return writer.done()


def tell(kind: str, mode: str | None, *actors: Actor, **keys: Any) -> Telling:  # noqa: ANN401 - the keys of Writer.event
    return kind, mode, actors, keys


def joined(*articles: CodedArticle) -> list[list[int]]:
    """Groups of rows (of events, then of figures in its own count) that share a story."""
    groups: dict[str, list[int]] = {}
    for ids in story_ids(articles):
        for row, story in enumerate(ids):
            groups.setdefault(story, []).append(row)
    return sorted(groups.values())


def one_story(*tellings: Telling) -> bool:
    return len(joined(*(report(number, telling) for number, telling in enumerate(tellings)))) == 1


MEETING = tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=SEVENTH)
VISIT = tell("CONSULT", "visit", blinken(), state("TUR", "Thổ Nhĩ Kỳ", HOST), day=SEVENTH, end=NINTH)
STRIKE = tell("ASSAULT", "aerial", ISRAEL, TO_GAZA, day=SEVENTH)
DEMAND = tell("REQUEST", "ceasefire", fidan(), TO_ISRAEL, day=SEVENTH)
PLEA = "Ngoại trưởng Fidan đề nghị Israel mở cửa khẩu cho hàng cứu trợ."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(MEETING, tell("CONSULT", "meet", blinken(BOTH), sisi(BOTH), day=SEVENTH), id="the same parties in another order"),
        pytest.param(
            MEETING, tell("CONSULT", "meet", state("EGY", "Ai Cập", BOTH), blinken(BOTH), day=SEVENTH), id="a side without its person"
        ),
        pytest.param(MEETING, tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), un(Role.MEDIATOR), day=SEVENTH), id="a mediator more"),
        pytest.param(
            MEETING, tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=SEVENTH, status=Status.PLANNED), id="announced and held"
        ),
        pytest.param(
            tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=SEVENTH, place=CAIRO),
            tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=SEVENTH, place=EGYPT),
            id="a city and its country",
        ),
        pytest.param(VISIT, tell("CONSULT", "visit", blinken(), day=EIGHTH), id="a day of a visit, the host unsaid"),
        pytest.param(STRIKE, tell("ASSAULT", "attack", ISRAEL, TO_GAZA, day=SEVENTH), id="an attack without its means"),
        pytest.param(STRIKE, tell("ASSAULT", "aerial", ARMY, day=SEVENTH), id="a country and its army, the target unsaid"),
        pytest.param(STRIKE, tell("ASSAULT", "aerial", ISRAEL, hamas(RECIPIENT), day=SEVENTH), id="a target and its country"),
        pytest.param(
            tell("ASSAULT", "aerial", ISRAEL, TO_GAZA, day=SEVENTH, place=GAZA),
            tell("ASSAULT", "aerial", ISRAEL, TO_GAZA, day=SEVENTH, place=KHAN_YOUNIS),
            id="places near each other",
        ),
        pytest.param(DEMAND, tell("REQUEST", "ceasefire", TURKEY, TO_ISRAEL, day=SEVENTH), id="a minister and the country"),
        pytest.param(
            tell("RETREAT", "release", hamas(), day=SEVENTH), tell("RETREAT", "release", LEADER, day=SEVENTH), id="a group and its leader"
        ),
        pytest.param(
            tell("REQUEST", "other", fidan(), TO_ISRAEL, day=SEVENTH, sentence=PLEA),
            tell("REQUEST", "other", fidan(), TO_ISRAEL, day=SEVENTH, sentence="Ông Fidan đề nghị Israel mở cửa khẩu cho hàng."),
            id="an open mode in like words",
        ),
    ],
)
def test_reports_of_one_event_join(one: Telling, other: Telling) -> None:
    assert one_story(one, other)
    assert one_story(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(MEETING, tell("CONSULT", "phone", sisi(BOTH), blinken(BOTH), day=SEVENTH), id="a meeting and a call"),
        pytest.param(MEETING, tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=EIGHTH), id="the next day"),
        pytest.param(MEETING, tell("CONSULT", "meet", sisi(BOTH), fidan(BOTH), day=SEVENTH), id="another country"),
        pytest.param(
            MEETING,
            tell("CONSULT", "meet", sisi(BOTH), person("joe-biden", "Joe Biden", "Tổng thống", "USA", BOTH), day=SEVENTH),
            id="another person of the country",
        ),
        pytest.param(
            MEETING, tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=SEVENTH, status=Status.NEGATED), id="denied by the other"
        ),
        pytest.param(
            tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=SEVENTH, place=CAIRO),
            tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=SEVENTH, place=DAMASCUS),
            id="places in two countries",
        ),
        pytest.param(VISIT, tell("CONSULT", "visit", blinken(), state("EGY", "Ai Cập", HOST), day=SEVENTH), id="two hosts"),
        pytest.param(
            MEETING,
            tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=date(2023, 11, 1), end=date(2023, 11, 30), precision=Precision.MONTH),
            id="only the month",
        ),
        pytest.param(VISIT, tell("CONSULT", "visit", blinken(), day=SEVENTH, end=date(2023, 11, 28)), id="three weeks"),
        pytest.param(STRIKE, tell("ASSAULT", "drone", ISRAEL, TO_GAZA, day=SEVENTH), id="two means"),
        pytest.param(
            tell("ASSAULT", "aerial", ISRAEL, replace(LEADER, role=RECIPIENT), day=SEVENTH),
            tell("ASSAULT", "aerial", ISRAEL, replace(LEADER, role=RECIPIENT, actor_id="person:saleh-al-arouri"), day=SEVENTH),
            id="two people struck",
        ),
        pytest.param(STRIKE, tell("ASSAULT", "aerial", ISRAEL, TO_IRAN, day=SEVENTH), id="two targets"),
        pytest.param(STRIKE, tell("ASSAULT", "aerial", TO_GAZA, day=SEVENTH), id="who did it unsaid"),
        pytest.param(
            tell("ASSAULT", "aerial", ISRAEL, day=SEVENTH, place=Place("Rafah", "PSE", 31.29, 34.24)),
            tell("ASSAULT", "aerial", ISRAEL, day=SEVENTH, place=Place("Bờ Tây", "PSE", 32.2, 35.3)),
            id="places apart in one country",
        ),
        pytest.param(DEMAND, tell("REQUEST", "talks", fidan(), TO_ISRAEL, day=SEVENTH), id="two demands"),
        pytest.param(DEMAND, tell("ACCUSE", "disapprove", fidan(), TO_ISRAEL, day=SEVENTH), id="two types"),
        pytest.param(
            DEMAND,
            tell("REQUEST", "ceasefire", person("recep-tayyip-erdogan", "Erdogan", "Tổng thống", "TUR"), TO_ISRAEL, day=SEVENTH),
            id="two speakers of one side",
        ),
        pytest.param(
            tell("ACCUSE", "allege", ARMY, TO_IRAN, day=SEVENTH),
            tell("ACCUSE", "allege", replace(ARMY, actor_id="org:mossad", name="Mossad"), TO_IRAN, day=SEVENTH),
            id="two bodies of one side that speak",
        ),
        pytest.param(
            tell("REQUEST", "ceasefire", guterres(), day=SEVENTH),
            tell(
                "REQUEST",
                "ceasefire",
                person("martin-griffiths", "Martin Griffiths", "Phó tổng thư ký", None, Role.ACTOR, "igo:un"),
                day=SEVENTH,
            ),
            id="two speakers of one body",
        ),
        pytest.param(
            tell("RETREAT", "release", hamas(), day=SEVENTH), tell("RETREAT", "release", FATAH, day=SEVENTH), id="two groups of one country"
        ),
        pytest.param(
            tell("RETREAT", "release", hamas(), day=SEVENTH),
            tell("RETREAT", "release", state("PSE", "Palestine"), day=SEVENTH),
            id="an armed group is not the state",
        ),
        pytest.param(
            tell("REQUEST", "other", fidan(), TO_ISRAEL, day=SEVENTH, sentence=PLEA),
            tell("REQUEST", "other", fidan(), TO_ISRAEL, day=SEVENTH, sentence="Ông muốn nước này trả lại hai chiếc tàu đánh cá."),
            id="an open mode in other words",
        ),
        pytest.param(tell("PROTEST", "demo", day=SEVENTH), tell("PROTEST", "demo", day=SEVENTH), id="nobody named"),
    ],
)
def test_reports_that_contradict_stay_apart(one: Telling, other: Telling) -> None:
    assert not one_story(one, other)
    assert not one_story(other, one)


def test_a_vague_report_between_two_stories_joins_neither() -> None:
    vague = tell("ASSAULT", "attack", ISRAEL, TO_GAZA, day=SEVENTH)
    drone = tell("ASSAULT", "drone", ISRAEL, TO_GAZA, day=SEVENTH)
    assert joined(report(1, STRIKE), report(2, vague), report(3, drone), report(4, vague)) == [[0], [1, 3], [2]]


def test_every_report_of_a_story_agrees_with_every_other() -> None:
    unsaid = tell("ASSAULT", "aerial", ISRAEL, day=SEVENTH)
    to_iran = tell("ASSAULT", "aerial", ISRAEL, TO_IRAN, day=SEVENTH)
    assert joined(report(1, STRIKE), report(2, unsaid), report(3, to_iran)) == [[0], [1], [2]]
    assert joined(report(1, STRIKE), report(2, unsaid), report(3, STRIKE)) == [[0, 1, 2]]


def test_a_stretch_does_not_join_the_days_at_its_ends() -> None:
    first, last = (tell("CONSULT", "visit", blinken(), state("TUR", "Thổ Nhĩ Kỳ", HOST), day=day) for day in (SEVENTH, NINTH))
    assert joined(report(1, first), report(2, VISIT), report(3, last)) == [[0], [1], [2]]


@pytest.mark.parametrize(
    ("published", "telling", "joins"),
    [
        pytest.param(SEVENTH, STRIKE, True, id="the same day"),
        pytest.param(NINTH, STRIKE, True, id="two days later"),
        pytest.param(date(2023, 11, 10), STRIKE, False, id="three days later"),
        pytest.param(date(2023, 11, 6), STRIKE, False, id="the day before"),
        pytest.param(None, STRIKE, False, id="nobody knows when it was published"),
        pytest.param(EIGHTH, tell("ASSAULT", "aerial", ISRAEL), False, id="recipients unsaid"),
        pytest.param(EIGHTH, tell("ASSAULT", "aerial", ISRAEL, TO_GAZA, status=Status.PLANNED), False, id="still to come"),
        pytest.param(EIGHTH, tell("ASSAULT", "aerial", ISRAEL, TO_GAZA, status=Status.HISTORICAL), False, id="background"),
        pytest.param(EIGHTH, DEMAND, True, id="a statement"),
        pytest.param(EIGHTH, tell("REQUEST", "ceasefire", TURKEY, TO_ISRAEL), False, id="a statement whose speaker is unsaid"),
    ],
)
def test_an_undated_report_joins_the_dated_story_of_its_last_days(published: date | None, telling: Telling, joins: bool) -> None:  # noqa: FBT001
    kind, mode, actors, keys = telling
    undated = kind, mode, actors, {key: value for key, value in keys.items() if key != "day"}
    dated = STRIKE if kind == "ASSAULT" else DEMAND
    assert (joined(report(1, dated), report(2, undated, published=published)) == [[0, 1]]) is joins


def test_the_reports_of_a_story_have_a_day_in_common() -> None:
    spans = [(SEVENTH, EIGHTH), (date(2023, 11, 6), SEVENTH), (EIGHTH, date(2023, 11, 10))]
    visits = [tell("CONSULT", "visit", blinken(), state("TUR", "Thổ Nhĩ Kỳ", HOST), day=first, end=last) for first, last in spans]
    assert joined(*(report(number, visit) for number, visit in enumerate(visits))) == [[0, 1], [2]]


def test_an_undated_statement_to_nobody_said_stays_alone() -> None:
    dated, undated = tell("REQUEST", "ceasefire", fidan(), day=SEVENTH), tell("REQUEST", "ceasefire", fidan())
    assert joined(report(1, dated), report(2, undated)) == [[0], [1]]
    wording = [tell("REQUEST", "other", fidan(), day=day, sentence=PLEA) for day in (SEVENTH, None)]
    assert joined(report(1, wording[0]), report(2, wording[1])) == [[0, 1]]


def test_an_undated_report_between_two_days_joins_neither() -> None:
    next_day = tell("ASSAULT", "aerial", ISRAEL, TO_GAZA, day=EIGHTH)
    undated = tell("ASSAULT", "aerial", ISRAEL, TO_GAZA)
    assert joined(report(1, STRIKE), report(2, next_day), report(3, undated)) == [[0], [1], [2]]


def test_an_undated_report_does_not_join_a_story_of_its_own_article() -> None:
    undated = tell("ASSAULT", "aerial", ISRAEL, TO_GAZA)
    assert joined(report(1, STRIKE, undated), report(2, STRIKE)) == [[0, 2], [1]]


REPRINT = "Israel ném bom trại tị nạn ở phía bắc dải đất này"


@pytest.mark.parametrize(
    ("one", "other", "later", "joins"),
    [
        pytest.param(tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH)), None, 0, True, id="a meeting with all names"),
        pytest.param(tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH)), None, 1, False, id="told on another day"),
        pytest.param(tell("CONSULT", "meet", sisi(BOTH), state("USA", "Mỹ", BOTH)), None, 0, False, id="a meeting with a name unsaid"),
        pytest.param(
            tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH)),
            tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), status=Status.PLANNED),
            0,
            False,
            id="held and announced on one day, both undated",
        ),
        pytest.param(tell("CONSULT", "visit", blinken(), state("TUR", "Thổ Nhĩ Kỳ", HOST)), None, 0, True, id="a visit"),
        pytest.param(tell("CONSULT", "visit", blinken()), None, 0, False, id="a visit to nobody said"),
        pytest.param(tell("ASSAULT", "aerial", ISRAEL, TO_GAZA), None, 0, False, id="a deed of any day"),
        pytest.param(tell("ASSAULT", "aerial", ISRAEL, TO_GAZA, sentence=REPRINT), None, 2, True, id="a reprint"),
        pytest.param(tell("ASSAULT", "aerial", ISRAEL, TO_GAZA, sentence=REPRINT), None, 3, False, id="the same words days after"),
        pytest.param(tell("ASSAULT", "aerial", ISRAEL, TO_GAZA, sentence="Israel không kích"), None, 0, False, id="the same few words"),
    ],
)
def test_undated_reports_among_themselves(one: Telling, other: Telling | None, later: int, joins: bool) -> None:  # noqa: FBT001
    second = report(2, other or one, published=EIGHTH + timedelta(later))
    assert (joined(report(1, one), second) == [[0, 1]]) is joins


# Figures


def figure(
    number: int,
    count: int | None,
    *,
    published: date | None = EIGHTH,
    sentence: str = "",
    victims: str = "",
    **keys: Any,  # noqa: ANN401 - as above
) -> CodedArticle:
    writer = Writer(f"a{number}", f"Tin số {number}", outlet=f"Báo {number}", published=published)
    harm = keys.pop("harm", Harm.KILLED)
    fact = writer.casualty(harm, sentence or f"Con số thứ {number}.", count, **keys)
    if victims:
        writer.casualties[-1] = replace(fact, victims=victims)
    return writer.done()


@pytest.mark.parametrize(
    ("one", "other", "joins"),
    [
        pytest.param({"count": 10328}, {"count": 10328}, True, id="a total"),
        pytest.param({"count": 10328}, {"count": 10329}, False, id="another total"),
        pytest.param({"count": 10328}, {"count": 10328, "low": 10329, "qualifier": Qualifier.OVER}, False, id="another range"),
        pytest.param({"count": 10328}, {"count": 10328, "harm": Harm.INJURED}, False, id="another harm"),
        pytest.param({"count": 10328}, {"count": 10328, "country": "LBN"}, False, id="another country"),
        pytest.param({"count": 10328}, {"count": 10328, "scope": Scope.INCIDENT}, False, id="another scope"),
        pytest.param({"count": 4104}, {"count": 4104, "kind": VictimsKind.CHILDREN}, True, id="one says no kind"),
        pytest.param(
            {"count": 4104, "kind": VictimsKind.WOMEN}, {"count": 4104, "kind": VictimsKind.CHILDREN}, False, id="two kinds of people"
        ),
        pytest.param({"count": 500, "place": DAMASCUS}, {"count": 500}, False, id="two places"),
        pytest.param({"count": 500, "place": None, "country": None}, {"count": 500, "place": None, "country": None}, False, id="nowhere"),
        pytest.param({"count": 500}, {"count": 500, "published": date(2023, 11, 11)}, True, id="published three days later"),
        pytest.param({"count": 500}, {"count": 500, "published": date(2023, 11, 12)}, False, id="published four days later"),
        pytest.param({"count": 500}, {"count": 500, "published": None}, False, id="published nobody knows when"),
        pytest.param({"count": 500, "day": SEVENTH}, {"count": 500, "day": SEVENTH, "published": date(2024, 5, 1)}, True, id="of one day"),
        pytest.param({"count": 500, "day": SEVENTH}, {"count": 500, "day": date(2023, 11, 11)}, False, id="of two days"),
        pytest.param({"count": 500, "day": SEVENTH}, {"count": 500}, True, id="of the day before publication"),
        pytest.param({"count": 3}, {"count": 3}, False, id="a small figure"),
        pytest.param({"count": 3, "day": SEVENTH}, {"count": 3, "day": EIGHTH}, False, id="a small figure of one place and two days"),
        pytest.param({"count": 3, "day": SEVENTH}, {"count": 3, "day": SEVENTH}, True, id="a small figure of one place and day"),
        pytest.param(
            {"count": 3, "day": SEVENTH, "victims": "bác sĩ Adnan"},
            {"count": 3, "day": SEVENTH, "victims": "bác sĩ Hammam"},
            False,
            id="a small figure of one place and day, two names",
        ),
        pytest.param(
            {"count": 3, "day": SEVENTH},
            {"count": 3, "day": SEVENTH, "kind": VictimsKind.MEDICS},
            False,
            id="a small figure of perhaps two kinds",
        ),
        pytest.param({"count": 1, "victims": "ông Ismail Haniyeh"}, {"count": 1, "victims": "thủ lĩnh Haniyeh"}, True, id="a named victim"),
        pytest.param({"count": 1, "victims": "ông Ismail Haniyeh"}, {"count": 1, "victims": "ông Saleh al-Arouri"}, False, id="two names"),
        pytest.param(
            {"count": 1, "country": "CHN", "victims": "công dân Trung Quốc"},
            {"count": 1, "country": "CHN", "victims": "người Trung Quốc"},
            False,
            id="a country's name is no victim's name",
        ),
        pytest.param(
            {"count": 2, "sentence": "Xe buýt lật trên đèo khiến hai hành khách chết."},
            {"count": 2, "sentence": "Xe buýt lật trên đèo làm hai hành khách chết."},
            True,
            id="a small figure in like words",
        ),
        pytest.param(
            {"count": None, "low": 10, "high": 99, "qualifier": Qualifier.VAGUE},
            {"count": None, "low": 10, "high": 99, "qualifier": Qualifier.VAGUE},
            False,
            id="dozens",
        ),
    ],
)
def test_figures(one: dict[str, Any], other: dict[str, Any], joins: bool) -> None:  # noqa: FBT001
    assert (joined(figure(1, **one), figure(2, **other)) == [[0, 1]]) is joins
    assert (joined(figure(2, **other), figure(1, **one)) == [[0, 1]]) is joins


def test_a_figure_told_on_and_on_is_a_new_story_after_three_days() -> None:
    days = [figure(number, 500, published=EIGHTH + timedelta(2 * number)) for number in range(4)]
    assert joined(*days) == [[0, 1], [2, 3]]


def test_two_equal_figures_of_one_article_are_two() -> None:
    writer = Writer("a1", "Tin", published=EIGHTH)
    writer.casualty(Harm.KILLED, "Vụ đầu làm 20 người chết.", 20, scope=Scope.INCIDENT)
    writer.casualty(Harm.KILLED, "Vụ sau làm 20 người chết.", 20, scope=Scope.INCIDENT)
    assert joined(writer.done()) == [[0], [1]]


# Ids


def test_a_story_keeps_its_id_while_its_earliest_report_stays() -> None:
    reports = [report(number, STRIKE, published=EIGHTH + timedelta(number)) for number in range(4)]
    whole = story_ids(reports)[0][0]
    assert len(whole) == 17
    assert int(whole.removeprefix("s"), 16)
    assert set(story_ids(reports[:2])[0]) == {whole} == set(story_ids(reports[::-1])[0]) == set(story_ids(reports[:1])[0])
    assert whole not in story_ids(reports[1:])[0]


def test_the_order_of_articles_changes_nothing() -> None:
    coded = [report(number, telling) for number, telling in enumerate([MEETING, VISIT, STRIKE, DEMAND] * 3)] + sample()
    order = list(range(len(coded)))
    random.Random(5).shuffle(order)  # noqa: S311 - the same order every time
    shuffled = [coded[place] for place in order]
    fact_ids = [event.event_id for record in coded for event in record.events]
    shuffled_ids = [event.event_id for record in shuffled for event in record.events]
    assert dict(zip(fact_ids, story_ids(coded)[0], strict=True)) == dict(zip(shuffled_ids, story_ids(shuffled)[0], strict=True))


def test_every_fact_has_a_story_in_the_frames_and_keeps_it_under_filters() -> None:
    tables = build([report(1, MEETING), report(2, MEETING), *sample()])
    assert tables.events["story_id"].str.fullmatch("s[0-9a-f]{16}").all()
    assert tables.casualties["story_id"].str.fullmatch("s[0-9a-f]{16}").all()
    chosen = apply(tables, Filters(outlets=("Báo 2",)))
    assert chosen.events["story_id"].tolist() == tables.events["story_id"][tables.events["outlet"] == "Báo 2"].tolist()


# Views


def test_a_story_keeps_every_witness_and_its_outlet() -> None:
    fullest = tell("CONSULT", "meet", sisi(BOTH), blinken(BOTH), day=SEVENTH, place=CAIRO, sentence="Hai ông gặp nhau tại Cairo.")
    articles = [
        report(1, MEETING, published=NINTH, outlet="Báo Sau"),
        report(2, fullest, published=EIGHTH, outlet="Báo Trước"),
        report(3, DEMAND),
        report(4, MEETING, published=NINTH, outlet="Báo Sau"),
    ]
    tables = build(articles)
    stories = stories_view(tables)
    assert list(stories.columns) == STORY_COLUMNS
    assert len(stories) == 1
    row = stories.iloc[0]
    assert (row["kind"], row["type"], row["mode"], row["reports"], row["outlets"]) == ("event", "CONSULT", "meet", 3, "Báo Trước;Báo Sau")
    assert (row["date"].date(), row["first_published"].date()) == (SEVENTH, EIGHTH)
    assert (row["parties"], row["evidence_text"]) == ("Abdel Fattah El-Sisi;Antony Blinken", "Hai ông gặp nhau tại Cairo.")
    told = witnesses(tables, row["story_id"])
    assert list(told.columns) == WITNESS_COLUMNS
    assert told["article_id"].tolist() == ["a2", "a1", "a4"]
    assert told["event_id"].tolist() == [articles[place].events[0].event_id for place in (1, 0, 3)]


def test_the_means_said_by_one_report_is_the_story_s() -> None:
    attack = tell("ASSAULT", "attack", ISRAEL, TO_GAZA, day=SEVENTH, sentence="Một cuộc tấn công rất dài dòng được kể lại ở đây.")
    row = stories_view(build([report(1, attack), report(2, STRIKE)])).iloc[0]
    assert (row["mode"], row["parties"]) == ("aerial", "Israel;Palestine")


def test_figures_have_stories_beside_events() -> None:
    tables = build([report(1, STRIKE), report(2, STRIKE), figure(3, 10328), figure(4, 10328), figure(5, 10328)])
    stories = stories_view(tables)
    assert stories[["kind", "type", "mode", "reports"]].to_numpy().tolist() == [
        ["casualty", "killed", "cumulative", 3],
        ["event", "ASSAULT", "aerial", 2],
    ]
    assert stories["count"].tolist()[0] == 10328
    assert stories["count"].isna().tolist() == [False, True]
    assert len(witnesses(tables, stories["story_id"][0])) == 3


def test_facts_told_once_are_stories_where_asked_for() -> None:
    tables = build(sample())
    assert stories_view(tables).empty
    assert len(stories_view(tables, least_reports=1)) == len(tables.events) + len(tables.casualties)


def test_two_tellings_of_one_article_are_one_report() -> None:
    again = tell("ASSAULT", "attack", ISRAEL, TO_GAZA, day=SEVENTH)
    tables = build([report(1, STRIKE, again)])
    assert tables.events["story_id"].nunique() == 1
    assert stories_view(tables).empty
    assert len(witnesses(tables, tables.events["story_id"][0])) == 2


def test_no_articles_have_no_stories() -> None:
    tables = build([])
    assert list(stories_view(tables).columns) == STORY_COLUMNS
    assert stories_view(tables).empty
    assert list(witnesses(tables, "s0123456789abcdef").columns) == WITNESS_COLUMNS


def test_the_work_grows_with_the_reports_not_with_their_pairs() -> None:
    chance = random.Random(3)  # noqa: S311 - the same reports every time

    def crowded(count: int) -> list[CodedArticle]:
        """Reports of one type and two countries in one month, by many people, half of them undated."""
        speakers = [person(f"p{number}", f"Người {number}", "Bộ trưởng", "USA") for number in range(200)]
        days = [None if chance.random() < 0.5 else date(2023, 11, 1) + timedelta(chance.randrange(30)) for _ in range(count)]
        return [
            report(number, tell("ACCUSE", "allege", chance.choice(speakers), TO_IRAN, day=day), published=day or EIGHTH)
            for number, day in enumerate(days)
        ]

    def calls(coded: list[CodedArticle]) -> int:
        """How many functions are called, which no machine's load changes."""
        counted = 0

        def count(_frame: FrameType, event: str, _arg: object) -> None:
            nonlocal counted
            counted += event in {"call", "c_call"}

        sys.setprofile(count)
        try:
            story_ids(coded)
        finally:
            sys.setprofile(None)
        return counted

    few, many = calls(crowded(1000)), calls(crowded(4000))
    assert many < 8 * few  # four times the reports; their pairs would be sixteen times as many
