"""When an event happened: the date of its own clause, else the day its speaker was last told to speak; never the publication date."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lib.records import DateMention, EventType, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.document import Document, SentenceView
    from lib.coding.drafts import Draft
    from lib.coding.reading_context import Context

HISTORICAL = timedelta(days=60)  # the contract: told as background, over 60 days before publication
_CARRY = 10  # sentences over which a speaker's day is carried
_STATEMENTS = frozenset(
    {EventType.REQUEST, EventType.ACCUSE, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT, EventType.EXPRESS, EventType.AGREE, EventType.CONCEDE, EventType.SANCTION, EventType.COOPERATE}
)  # fmt: skip
_RESETS = ("trước đó", "trước đây", "lâu nay", "từ lâu")


class DateKeeper:
    """Dates drafts in the order of the text and remembers on which day each side last spoke."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._told: dict[str, tuple[int, DateMention, str]] = {}
        self._kind = ""

    def date(self, ctx: Context, drafts: Sequence[Draft]) -> None:
        """Give each draft of one sentence its date and status, and remember whose day it was."""
        sentence = ctx.sentence
        if sentence.kind == "related" and (self._kind != "related" or sentence.kind != self._kind):
            self._told.clear()
        self._kind = sentence.kind
        free = _free_dates(ctx, drafts)
        for draft in drafts:
            if draft.date is None:
                found = _nearest(draft, free)
                if found is not None and found.date is not None:
                    draft.date, draft.date_why = found, f"«{found.text}» trong câu"
            if draft.date is None and not free:
                self._inherit(draft, sentence)
            self._settle(draft)
        for draft in drafts:
            self._remember(draft)

    def _inherit(self, draft: Draft, sentence: SentenceView) -> None:
        verb = draft.verb
        if draft.event_type not in _STATEMENTS or draft.noun or draft.status is not Status.ACTUAL or (verb is not None and (verb.habit or verb.past)):
            return
        opening = self.doc.text[sentence.start : sentence.start + 30].lower()
        if any(word in opening for word in _RESETS):
            return
        for key in _keys(draft):
            known = self._told.get(key)
            if known is not None and sentence.index - known[0] <= _CARRY:
                draft.date, draft.inherits = known[1], True
                draft.date_why = f"cùng lần phát biểu đã nêu ngày «{known[1].text}»"
                return

    def _remember(self, draft: Draft) -> None:
        if draft.date is None or draft.status is not Status.ACTUAL or draft.noun:
            return
        if draft.event_type is not EventType.CONSULT and draft.event_type not in _STATEMENTS:
            return
        if draft.date.date_precision != "day":
            return
        for key in _keys(draft):
            self._told[key] = (draft.sentence.index, draft.date, key)

    def _settle(self, draft: Draft) -> None:
        """A day long past makes the event history, one to come a plan."""
        if draft.date is None or draft.date.date is None or self.doc.day is None:
            return
        last = draft.date.date_end or draft.date.date
        if draft.status is Status.ACTUAL and last < self.doc.day - HISTORICAL:
            draft.status = Status.HISTORICAL
        elif draft.status is Status.ACTUAL and draft.date.date > self.doc.day + timedelta(days=1):
            draft.status = Status.PLANNED


def _keys(draft: Draft) -> list[str]:
    """The person first, then the side, that a day is remembered for."""
    actors = [a for a in draft.actors if a.role in {Role.ACTOR, Role.PARTICIPANT}]
    return [*(a.actor_id for a in actors if a.actor_id.startswith("person:")), *(a.country or a.affiliation or a.actor_id for a in actors)]


def _free_dates(ctx: Context, drafts: Sequence[Draft]) -> list[DateMention]:
    """The dates of a sentence that no noun has taken for itself; "kể từ", "tính đến" date no deed."""
    sentence = ctx.sentence
    taken: set[int] = set()
    for item, expression in zip(sentence.dates, sentence.expressions, strict=True):
        if getattr(expression, "since", False) or getattr(expression, "until", False):
            taken.add(item.start)
    nouns = {v.item.start: v for v in ctx.verbs if v.sense is not None and v.sense.noun}
    by_start = {d.trigger_start: d for d in drafts if d.noun}
    for start, verb in nouns.items():
        own = _own_date(ctx, verb.index, taken)
        if own is None:
            continue
        taken.add(own.start)
        if start in by_start and own.date is not None:
            by_start[start].date, by_start[start].date_why = own, f"«{own.text}» đi kèm danh từ"
    free = [d for d in sentence.dates if d.start not in taken]
    if not free and len(sentence.dates) == 1 and sentence.dates[0].start in taken:
        verb_drafts = [d for d in drafts if not d.noun]
        intro = next((v for v in nouns.values() if v.item.start - sentence.start < 25), None)
        if intro is not None and verb_drafts and not any(d.noun for d in drafts):
            return list(sentence.dates)
    return free


def _own_date(ctx: Context, index: int, taken: set[int]) -> DateMention | None:
    """The date that stands in a noun's own phrase, before its clause goes on."""
    for item in ctx.items[index + 1 :]:
        if item.date is not None:
            return item.date if item.date.start not in taken else None
        if item.sense is not None or item.is_cue("separator", "speech", "cause", "complement", "purpose", "resume", "coordinator"):
            return None
    return None


def _nearest(draft: Draft, dates: Sequence[DateMention]) -> DateMention | None:
    """The date in the clause nearest to its trigger, else the one that opens the sentence, else the one that closes it."""
    inside = [d for d in dates if draft.start <= d.start < draft.end]
    if inside:
        return min(inside, key=lambda d: min(abs(d.start - draft.trigger_end), abs(draft.trigger_start - d.end)))
    before = [d for d in dates if d.end <= draft.start]
    if before:
        return before[-1]
    return dates[0] if len(dates) == 1 and not draft.noun else None
