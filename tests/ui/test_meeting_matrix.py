"""Who met whom as a square of links."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from lib.records import Actor, Role, Sector, Status
from lib.tables import Filters, MeetingsView, build, meetings_view
from lib.ui import meeting_matrix
from lib.ui.address import View
from lib.ui.meeting_matrix import Place
from lib.ui.wording import wording
from tests.tables.factory import Writer, sample, state

BOTH = Role.PARTICIPANT
VI = wording("vi")
VIEW = meetings_view(build(sample()))
HERE = View("vi", Filters(countries=("USA",)))
CELL = re.compile(r'<td class="([^"]*)"><a class="bg-link" tabindex="-1" href="([^"]*)" title="([^"]*)">(.*?)</a></td>')


def drawn(view: MeetingsView, first: str | None = None, second: str | None = None, **kept: str | None) -> str:
    return meeting_matrix.html(view, VI, Place("meetings", HERE, kept, (first, second)))


def cells(told: str) -> dict[tuple[str, str], tuple[set[str], str, str]]:
    """Classes, hint and number by both keys."""
    found = {}
    for css, href, title, number in CELL.findall(told):
        query = parse_qs(urlsplit(unescape(href)).query)
        found[query["a"][0], query["b"][0]] = (set(css.split()), unescape(title), number)
    return found


def met(*others: tuple[str, int, Status]) -> MeetingsView:
    writer = Writer("a", "Tin")
    for code, count, status in others:
        for _ in range(count):
            writer.event("CONSULT", "meet", f"{len(writer.text)}.", state("USA", "Mỹ", BOTH), state(code, code, BOTH), status=status)
    return meetings_view(build([writer.done()]))


def test_every_pair_that_met_is_a_link_with_its_number() -> None:
    found = cells(drawn(VIEW))
    counts = VIEW.matrix + VIEW.planned
    assert set(found) == {(one, other) for one in VIEW.order for other in VIEW.order if counts.loc[one, other]}
    for (one, other), (_, _, number) in found.items():
        assert number == str(VIEW.matrix.loc[one, other] or VIEW.planned.loc[one, other])


def test_every_row_is_as_wide_as_the_square() -> None:
    told = drawn(VIEW)
    size = told.count('scope="col"')
    for row in re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", told):
        spans = [int(width or 1) for width in re.findall(r"<td(?: colspan=\"(\d+)\"| class=\"[^\"]*\")?>", row)]
        assert sum(spans) == size


def test_links_keep_the_filters_and_how_the_matrix_is_arranged() -> None:
    told = drawn(VIEW, by="person", top="40")
    hrefs = re.findall(r'href="([^"]*)"', told)
    assert hrefs
    for href in hrefs:
        query = parse_qs(urlsplit(unescape(href)).query)
        assert (query["country"], query["by"], query["top"]) == (["USA"], ["person"], ["40"])


@pytest.mark.parametrize(("count", "level"), [(1, "m1"), (2, "m2"), (4, "m3"), (9, "m4"), (10, "m5"), (30, "m5")])
def test_the_shade_grows_with_the_number(count: int, level: str) -> None:
    told = drawn(met(("EGY", count, Status.ACTUAL)))
    assert cells(told)["USA", "EGY"] == ({level}, VI.say("meetings.n_held", n=count).join(["Mỹ – Ai Cập: ", ""]), str(count))
    assert re.findall(r'<span class="(m\d)">', told) == [level]


def test_what_is_announced_is_framed_and_unshaded_where_nothing_was_held() -> None:
    told = drawn(met(("EGY", 2, Status.ACTUAL), ("EGY", 1, Status.PLANNED), ("IRN", 3, Status.PLANNED)))
    found = cells(told)
    assert found["USA", "EGY"] == ({"m2", "p"}, "Mỹ – Ai Cập: 2 đã diễn ra · 1 dự kiến", "2")
    assert found["USA", "IRN"] == ({"m0", "p"}, "Mỹ – Iran: 3 dự kiến", "3")
    assert '<span class="p">' in told
    assert '<span class="p">' not in drawn(met(("EGY", 2, Status.ACTUAL)))


@pytest.mark.parametrize(
    ("pair", "near"),
    [((None, None), set()), (("EGY", None), {("USA", "EGY"), ("EGY", "USA")}), (("USA", "IRN"), {("USA", "IRN"), ("IRN", "USA")})],
)
def test_what_is_picked_stands_out(pair: tuple[str | None, str | None], near: set[tuple[str, str]]) -> None:
    told = drawn(met(("EGY", 2, Status.ACTUAL), ("IRN", 1, Status.ACTUAL)), *pair)
    assert {keys for keys, (css, _, _) in cells(told).items() if "on" in css} == near
    assert ("bg-picked" in told) == bool(near)
    assert told.count('aria-current="true"') == 2 * sum(one is not None for one in pair)


def test_names_from_outside_are_escaped() -> None:
    writer = Writer("a", "Tin")
    writer.event("CONSULT", "meet", "Gặp.", state("USA", "Mỹ", BOTH), Actor(BOTH, "org:x", '<b>"X"</b>', sector=Sector.NGO))
    told = drawn(meetings_view(build([writer.done()]), "body"))
    assert "<b>" not in told
    assert "&lt;b&gt;&quot;X&quot;" in told


def test_nobody_met_nobody() -> None:
    assert drawn(meetings_view(build([]))) == ""
    assert drawn(met(("IRN", 1, Status.NEGATED))) == ""


def test_a_split_tells_only_what_there_is() -> None:
    assert meeting_matrix.split(23, 3, VI) == "23 đã diễn ra · 3 dự kiến"
    assert meeting_matrix.split(0, 1, VI) == "1 dự kiến"
    assert meeting_matrix.split(0, 0, VI) == "0 đã diễn ra"
    assert meeting_matrix.split(1, 0, VI, 2) == "1 đã diễn ra · 2 bị hủy, từ chối"
