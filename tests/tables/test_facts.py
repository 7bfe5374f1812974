from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.records import Article, CodedArticle, Evidence
from lib.tables import article_view, build, event_view, events_view
from tests.tables.factory import sample


def coded(text: str, *spans: tuple[int, int]) -> CodedArticle:
    event = sample()[0].events[0]
    facts = [
        replace(event, event_id=f"e{place}", evidence=Evidence(start, end, text[start:end], "r"))
        for place, (start, end) in enumerate(spans)
    ]
    return CodedArticle(Article("a", text), tuple(facts))


def test_overlapping_facts_share_their_common_stretch() -> None:
    segments = article_view(coded("abcdefgh", (1, 5), (3, 7))).segments
    assert [(s.text, s.fact_ids) for s in segments] == [
        ("a", ()),
        ("bc", ("e0",)),
        ("de", ("e0", "e1")),
        ("fg", ("e1",)),
        ("h", ()),
    ]
    assert [s.starts for s in segments] == [(), ("e0",), ("e1",), (), ()]


def test_facts_of_one_clause_are_one_segment() -> None:
    segments = article_view(coded("abcd", (1, 3), (1, 3))).segments
    assert [s.fact_ids for s in segments] == [(), ("e0", "e1"), ()]


def test_paragraphs_are_lines_without_their_breaks() -> None:
    view = article_view(coded("Đầu đề\n\nmột hai\nba", (8, 11)))
    assert [[s.text for s in paragraph] for paragraph in view.paragraphs] == [["Đầu đề"], ["một", " hai"], ["ba"]]


@given(st.text(alphabet="ab\nđ", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_segments_are_the_text_and_cover_each_fact(text: str, raw: list[tuple[int, int]]) -> None:
    spans = [(low, high) for low, high in raw if low < high <= len(text)]
    view = article_view(coded(text, *spans))
    assert "".join(segment.text for segment in view.segments) == text
    for place, (low, high) in enumerate(spans):
        inside = [s for s in view.segments if f"e{place}" in s.fact_ids]
        assert "".join(s.text for s in inside) == text[low:high]


def test_casualty_figures_are_marked_too() -> None:
    record = sample()[3]
    marked = {fact for segment in article_view(record).segments for fact in segment.fact_ids}
    assert marked == {c.casualty_id for c in record.casualties} | {e.event_id for e in record.events}


def test_one_fact_with_its_paragraph() -> None:
    record = coded("Đầu đề\nmột hai ba\nbốn", (11, 14))
    view = event_view([*sample(), record], "e0")
    assert view is not None
    assert (view.before, view.evidence, view.after, view.article.article_id) == ("một ", "hai", " ba", "a")


def test_a_figure_is_found_by_its_id() -> None:
    figure = sample()[2].casualties[0]
    view = event_view(sample(), figure.casualty_id)
    assert view is not None
    assert view.fact == figure


@pytest.mark.parametrize("fact_id", ["", "none"])
def test_an_unknown_fact_is_none(fact_id: str) -> None:
    assert event_view(sample(), fact_id) is None


def test_the_events_table_has_every_event_undated_last() -> None:
    view = events_view(build(sample()))
    assert len(view.rows) == 22
    assert view.undated == 5
    assert not view.rows["date_known"].iloc[-5:].any()
    assert view.rows["date"].iloc[:-5].is_monotonic_decreasing
