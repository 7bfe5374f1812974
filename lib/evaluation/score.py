"""Coded articles against gold records.

Precision, recall and F1 of meetings (pairs of people, and of sides), reactions (actor and type), modes (and mode) and
figures (harm and number); accuracy of dates, status, recipients and a figure's attributes over the facts found.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from lib.evaluation import compare, facts
from lib.evaluation.report import Report, Tally
from lib.records import Article, CodedArticle, Precision, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from lib.evaluation.gold import GoldCasualty, GoldEvent, GoldRecord
    from lib.records import Casualty, Event

_COARSE = frozenset({Precision.WEEK, Precision.MONTH, Precision.YEAR})


class Wanted(Protocol):
    """A gold fact."""

    @property
    def optional(self) -> bool:
        """Whether it is not owed."""

    @property
    def show(self) -> str:
        """One line for the list of errors."""


class Said(Protocol):
    """A coded fact."""

    @property
    def show(self) -> str:
        """One line for the list of errors."""


W = TypeVar("W", bound=Wanted)
S = TypeVar("S", bound=Said)


@dataclass(slots=True)
class Matches(Generic[W, S]):
    """The owed facts with what bears them out, those missed, and what was said truly and falsely."""

    found: list[tuple[W, list[S]]] = field(default_factory=list)
    missed: list[W] = field(default_factory=list)
    true: list[S] = field(default_factory=list)
    false: list[S] = field(default_factory=list)

    @property
    def tally(self) -> Tally:
        """How many of each."""
        found, true = len(self.found), len(self.true)
        return Tally(found=found, owed=found + len(self.missed), true=true, said=true + len(self.false))

    def errors(self, kind: str) -> list[str]:
        """A line for each fact missed or false."""
        return [f"missed {kind}: {w.show}" for w in self.missed] + [f"false {kind}: {s.show}" for s in self.false]


def match(wanted: Sequence[W], said: Sequence[S], same: Callable[[W, S], bool]) -> Matches[W, S]:
    """Coverage both ways; what bears out only optional facts counts neither as true nor as false."""
    out: Matches[W, S] = Matches()
    for fact in wanted:
        if fact.optional:
            continue
        hits = [told for told in said if same(fact, told)]
        if hits:
            out.found.append((fact, hits))
        else:
            out.missed.append(fact)
    for told in said:
        fits = [fact for fact in wanted if same(fact, told)]
        if not fits:
            out.false.append(told)
        elif not all(fact.optional for fact in fits):
            out.true.append(told)
    return out


def evaluate(gold: Iterable[GoldRecord], coded: Iterable[CodedArticle]) -> Report:
    """Hold `coded` against `gold`; an article that is not among `coded` counts as one without facts."""
    report = Report()
    articles = list(coded)
    by_file = {PurePath(c.article.path or "").name: c for c in articles}
    by_id = {c.article.article_id: c for c in articles}
    for record in gold:
        report.articles += 1
        document = by_file.get(record.file or "/") or by_id.get(record.id or "")
        if document is None:
            report.errors.append(f"{record.name}: not coded")
            document = CodedArticle(Article(article_id="", text=""))
        errors = _score_article(report, record, document)
        report.errors += [f"{record.name}: {line}" for line in errors]
    return report


def _score_article(report: Report, record: GoldRecord, document: CodedArticle) -> list[str]:
    """Add one article to the report; returns its errors."""
    if record.published:
        day = document.article.published
        report.share("published").count(bool(compare.is_date(record.published, day, None)))
    errors = _score_meetings(report, record, document.events)
    errors += _score_reactions(report, record, document.events)
    errors += _score_figures(report, record, document.casualties)
    _count_evidence(report, document)
    return errors


def _score_meetings(report: Report, record: GoldRecord, events: Sequence[Event]) -> list[str]:
    wanted, said = facts.gold_pairs(record), facts.said_pairs(events)
    matches = match(wanted, said, facts.is_pair)
    report.tally("meetings").add(matches.tally)
    _count_types(report, [(w.event.type[0], bool(hit)) for w, hit in _owed(matches)], matches)
    errors = matches.errors("meeting")
    for pair, hits in matches.found:
        told = compare.best_event(pair.event, [event for hit in hits for event in hit.events])
        errors += _count_event(report, "meeting", pair.event, told, pair.show)
        if pair.event.mode:
            report.share("meeting mode").count(told.event_mode in pair.event.mode)
    by_country = match(facts.gold_country_pairs(wanted), facts.said_country_pairs(said), facts.is_country_pair)
    report.tally("meeting pairs").add(by_country.tally)
    return errors


def _score_reactions(report: Report, record: GoldRecord, events: Sequence[Event]) -> list[str]:
    wanted, said = facts.gold_reactions(record, modes=False), facts.said_reactions(events, modes=False)
    matches = match(wanted, said, facts.is_reaction)
    report.tally("reactions").add(matches.tally)
    _count_types(report, [(w.event.type[0], bool(hit)) for w, hit in _owed(matches)], matches)
    errors = matches.errors("reaction")
    for reaction, hits in matches.found:
        told = compare.best_event(reaction.event, [event for hit in hits for event in hit.events])
        errors += _count_event(report, "reaction", reaction.event, told, reaction.show)
        if reaction.event.recipients:
            report.share("recipient").count(compare.has_recipients(reaction.event, told))
    wanted, said = facts.gold_reactions(record, modes=True), facts.said_reactions(events, modes=True)
    report.tally("modes").add(match(wanted, said, facts.is_reaction_in_mode).tally)
    return errors


def _count_event(report: Report, kind: str, gold: GoldEvent, told: Event, show: str) -> list[str]:
    """Count date and status of an event found; returns a line where the date is wrong."""
    report.share("status").count(told.status is (gold.status or Status.ACTUAL))
    right = compare.is_dated(gold, told)
    if right is None:
        report.share("undated left undated").count(told.date is None or told.date_precision in _COARSE)
        return []
    report.share(f"{kind} date").count(right)
    return [] if right else [f"date of {kind}: {show} said {told.date}"]


def _score_figures(report: Report, record: GoldRecord, casualties: Sequence[Casualty]) -> list[str]:
    wanted = [facts.GoldFigure(fact) for fact in record.casualties]
    matches = match(wanted, facts.said_figures(casualties), lambda w, s: compare.is_figure(w.fact, s.fact))
    report.tally("casualties").add(matches.tally)
    for figure, hits in matches.found:
        _count_figure(report, figure.fact, compare.best_figure(figure.fact, [hit.fact for hit in hits]))
    return matches.errors("casualty")


def _count_figure(report: Report, gold: GoldCasualty, told: Casualty) -> None:
    """Count the attributes of a figure found, those that gold states."""
    if gold.victims_country:
        report.share("victims' country").count(told.victims_country == gold.victims_country)
    if gold.low is not None or gold.high is not None:
        report.share("range").count((told.low, told.high) == (gold.low, gold.high))
    if gold.scope:
        report.share("scope").count(told.scope in (gold.scope if isinstance(gold.scope, tuple) else (gold.scope,)))
    right = compare.is_dated(gold, told)
    if right is not None:
        report.share("casualty date").count(right)


def _owed(matches: Matches[W, S]) -> list[tuple[W, list[S]]]:
    """Every fact owed, with what bears it out."""
    return matches.found + [(fact, []) for fact in matches.missed]


def _count_types(
    report: Report,
    owed: Sequence[tuple[str, bool]],
    matches: Matches[facts.GoldPair, facts.SaidPair] | Matches[facts.GoldReaction, facts.SaidReaction],
) -> None:
    true = Counter(str(told.event_type) for told in matches.true)
    report.count_types(
        owed=Counter(str(name) for name, _ in owed),
        found=Counter(str(name) for name, found in owed if found),
        said=true + Counter(str(told.event_type) for told in matches.false),
        true=true,
    )


def _count_evidence(report: Report, document: CodedArticle) -> None:
    text = document.article.text
    for evidence in [e.evidence for e in document.events] + [c.evidence for c in document.casualties]:
        report.broken_evidence += not evidence.text or text[evidence.start : evidence.end] != evidence.text
    report.facts_said += len(document.events) + len(document.casualties)
    report.facts_said_once += len(set(map(facts.event_key, document.events))) + len(facts.said_figures(document.casualties))
