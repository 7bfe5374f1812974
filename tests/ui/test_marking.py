from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from lib import tables
from lib.records import Evidence
from lib.tables import Filters
from lib.ui import marking
from lib.ui.address import View
from lib.ui.wording import wording
from tests.ui.samples import CALL, article, coded

VI = wording("vi")
CODED = coded(article())


def html_of(one: object = CODED, picked: str | None = None, at: View | None = None) -> str:
    assert isinstance(one, type(CODED))
    return marking.article(tables.article_view(one), VI, at or View(), picked)


def words(html: str) -> str:
    """The text without labels and marks."""
    plain = re.sub(r'<a class="bg-label.*?</a>', "", html)
    return unescape(re.sub(r"<[^>]+>", "", plain.replace("</p>", "\n")))


def test_the_text_is_whole() -> None:
    assert words(html_of()).split() == CODED.article.text.split()


def test_each_fact_has_a_numbered_label_that_is_a_link() -> None:
    html = html_of()
    links = re.findall(r'<a class="bg-label[^"]*" href="([^"]+)" data-fact="([^"]+)"[^>]*>(\d+)', html)
    assert [(fact, number) for _, fact, number in links] == [
        ("oslo-request", "1"),
        ("oslo-consult", "2"),
        ("oslo-accuse", "3"),
        ("oslo-killed", "4"),
    ]
    assert all("fact=" in href for href, _, _ in links)


def test_labels_keep_the_filters() -> None:
    at = View("en", Filters(countries=("NOR",))).with_picks(id="oslo")
    assert "lang=en&amp;country=NOR&amp;id=oslo&amp;fact=oslo-request" in html_of(at=at)


def test_overlapping_facts_share_their_stretch() -> None:
    first, second, *rest = CODED.events
    start, end = first.evidence.start, second.evidence.end
    wide = replace(second, evidence=Evidence(start, end, CODED.article.text[start:end], "test.rule"))
    html = html_of(replace(CODED, events=(first, wide, *rest)))
    assert "bg-several" in html
    assert words(html).split() == CODED.article.text.split()
    assert 'bg-on" data-fact="oslo-consult"' in html_of(replace(CODED, events=(first, wide, *rest)), picked="oslo-consult")


def test_nothing_in_the_text_is_markup() -> None:
    text = f'<script>alert(1)</script> & "x" {article().text}'
    html = html_of(coded(article(text=text)))
    assert "<script" not in html
    assert words(html).split() == text.split()


def test_the_legend_names_each_kind_once() -> None:
    html = marking.legend(tables.article_view(CODED), VI)
    assert html.count("bg-mark") == len({"vcoop", "vconf", "harm"})
    assert marking.legend(tables.article_view(replace(CODED, events=(), casualties=())), VI) == ""


@pytest.mark.parametrize("picked", ["oslo-request", None, "nobody"])
def test_only_the_picked_fact_is_lit(picked: str | None) -> None:
    lit = re.findall(r'bg-on" data-fact="([^"]+)"', html_of(picked=picked))
    assert lit == ([picked] if picked == "oslo-request" else [])
    assert CALL in words(html_of(picked=picked))
