"""Which reports of different articles tell one event, or one figure: the story that each fact belongs to."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from lib.tables.event_reports import event_stories
from lib.tables.figure_reports import figure_stories

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lib.records import CodedArticle
    from lib.tables.event_reports import Report


def story_ids(records: Sequence[CodedArticle]) -> tuple[list[str], list[str]]:
    """The story of every event, and of every casualty figure, in the order of the records; alone, a fact is a story of one.

    An id is "s" and 16 hexadecimal digits, made from the earliest report, and so stays while that one stays. Events join
    where all of these hold:

    - equal type; equal mode, or one says no more than the type ("attack"); both or neither negated;
    - the same sides act (a person's or body's country, else whom it speaks for; an armed group is a side of its own), and
      the recipients are the same sides, or one report leaves them unsaid;
    - nobody named contradicts: where both name people of a side, one at least is the same; for statements bodies too;
    - the days overlap; the places do not lie apart; where the mode is "other" the wording is alike;
    - a report without a date joins the only story that fits in the two days before its publication, of other articles, and
      says the same recipients and, for a statement, who says it to whom. Where there is none, undated reports of two
      articles join only if their clauses are the same word for word, or if they tell, on the same day, of a meeting, call
      or visit of the same people, all of them named.

    Figures join where harm, victims' country, scope and the figure are equal, kinds of victims and places do not
    contradict, and they hold for (undated: were published on) days at most three apart; one of an article. Small and vague
    figures also need a name in common among the victims, the same place and day said by both, or like words.
    """
    events = _ids((event.event_id for record in records for event in record.events), event_stories(records))
    figures = _ids((figure.casualty_id for record in records for figure in record.casualties), figure_stories(records))
    return events, figures


def _ids(fact_ids: Iterable[str], stories: Iterable[list[Report]]) -> list[str]:
    heads = list(fact_ids)
    for reports in stories:
        if len(reports) > 1:
            first = min(reports).fact_id
            for report in reports:
                heads[report.row] = first
    return ["s" + hashlib.sha256(b"story:" + head.encode()).hexdigest()[:16] for head in heads]
