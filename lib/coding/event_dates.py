"""When an event happened: the date of its own clause, else the day its speaker was last told to speak; never the publication date."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from lib.coding.drafts import side
from lib.coding.reading_context import refs_of
from lib.knowledge import reasons
from lib.knowledge.triggers import VERBAL
from lib.language.dates_model import Role as DateRole
from lib.records import DateMention, EventType, Role, Status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.document import Document, SentenceView
    from lib.coding.drafts import Draft
    from lib.coding.items import Item
    from lib.coding.reading_context import Context

HISTORICAL = timedelta(days=60)  # the contract: told as background, over 60 days before publication
_CARRY = 10  # sentences over which a speaker's day is carried
_STATEMENTS = VERBAL | {EventType.SANCTION, EventType.COOPERATE}
_BESIDE = 3  # sentences over which the day of one person's words is that of a colleague's
_TOP = 2  # sentences that make the headline and the lead
_LEAD = 6  # sentences of an article's beginning that its headline sums up
_RESETS = ("trước đó", "trước đây", "lâu nay", "từ lâu", "khi đó", "lúc đó", "hồi đó")


class DateKeeper:
    """Dates drafts in the order of the text and remembers on which day each side last spoke."""

    def __init__(self, doc: Document) -> None:
        self.doc = doc
        self._told: dict[str, tuple[int, DateMention, str]] = {}
        self._first: dict[str, tuple[int, DateMention]] = {}
        self._kind = ""

    def date(self, ctx: Context, drafts: Sequence[Draft]) -> None:
        """Give each draft of one sentence its date and status, and remember whose day it was."""
        sentence = ctx.sentence
        self._date_back(ctx)
        if sentence.kind == "related" and (self._kind != "related" or sentence.kind != self._kind):
            self._told.clear()
        self._kind = sentence.kind
        free = _free_dates(ctx, drafts)
        reckoned = {e.start for e in sentence.expressions if e.role is DateRole.CLAUSE}
        for draft in drafts:
            usable = [d for d in free if _shares_clause(ctx, draft, d) and not _of_object(ctx, draft, d)] or _day_of_harm(ctx, draft)
            if draft.date is None:
                found = _nearest(ctx, draft, usable)
                if found is not None and found.date is not None:
                    draft.date, draft.date_why = found, reasons.tell("date.sentence", quote=found.text)
            if draft.date is None and (draft.noun or not usable):
                self._inherit(draft, sentence)
            self._settle(draft)
        for draft in drafts:
            clause = _clause_of(ctx, draft.trigger_start)
            if (clause is None or clause[1] in _SAME_TIME) and (draft.date is None or draft.date.start not in reckoned):
                self._remember(draft)
        self._hear(ctx, free)

    def _hear(self, ctx: Context, free: Sequence[DateMention]) -> None:
        """Remember the day of every statement, also of one that makes no event ("X phát biểu ngày 28/6")."""
        for verb in ctx.verbs:
            if verb.sense is not None or not verb.subject or verb.doubt or verb.planned:
                continue
            clause = _clause_of(ctx, verb.item.start)
            usable = [d for d in free if d.date is not None and d.date_precision == "day" and _clause_of(ctx, d.start) == clause]
            behind = [d for d in usable if d.start >= verb.item.end]
            before = [d for d in usable if d.end <= verb.item.start]
            found = before[-1] if before else behind[0] if behind and len(usable) == 1 and not _is_topic(ctx, behind[0]) else None
            if found is not None and not (self.doc.day is not None and found.date is not None and found.date > self.doc.day):
                for actor in refs_of(verb.subject, Role.ACTOR):
                    for key in dict.fromkeys((actor.actor_id, side(actor))):
                        self._tell(key, ctx.sentence.index, found)

    def _tell(self, key: str, index: int, date: DateMention) -> None:
        self._told[key] = (index, date, key)
        self._first.setdefault(key, (index, date))

    def _date_back(self, ctx: Context) -> None:
        """ "Cuộc gặp diễn ra ngày 5/6": the day goes to the meeting told before without one."""
        for verb in ctx.verbs:
            if verb.sense is None or verb.sense.entry.frame not in {"meet_noun", "visit_noun"}:
                continue
            own = _own_date(ctx, verb.index, set())
            if own is None or own.date is None:
                continue
            for draft in reversed(ctx.earlier):
                if (
                    draft.event_type is EventType.CONSULT
                    and draft.event_mode == verb.sense.entry.mode
                    and draft.status is not Status.NEGATED
                ):
                    if draft.date is None:
                        draft.date, draft.date_why = own, reasons.tell("date.meeting", quote=own.text)
                        self._settle(draft)
                        for key in _keys(draft) if draft.status is Status.ACTUAL else ():
                            self._tell(key, ctx.sentence.index, own)
                    break

    def _inherit(self, draft: Draft, sentence: SentenceView) -> None:
        verb = draft.verb
        frame = draft.event_type is EventType.CONSULT and draft.noun and _frames_speech(self.doc, draft)
        if (
            (not frame and (draft.event_type not in _STATEMENTS or draft.noun))
            or draft.status is not Status.ACTUAL
            or (verb is not None and (verb.habit or verb.past))
        ):
            return
        if self._resets(sentence):
            return
        people = any(a.actor_id.startswith("person:") for a in draft.actors)
        for key in _keys(draft):
            known = self._told.get(key)
            carry = _CARRY if key.startswith("person:") or not people else _BESIDE
            if known is not None and sentence.index - known[0] <= carry:
                draft.date, draft.inherits = known[1], True
                draft.date_why = reasons.tell("date.speaker", quote=known[1].text)
                return

    def _resets(self, sentence: SentenceView) -> bool:
        """Whether the sentence begins with a word that goes back to another day."""
        opening = self.doc.text[sentence.start : sentence.start + 30].lower()
        return any(word in opening for word in _RESETS)

    def _remember(self, draft: Draft) -> None:
        if draft.date is None or draft.status is not Status.ACTUAL or (draft.noun and draft.event_type is not EventType.CONSULT):
            return
        if draft.event_type is not EventType.CONSULT and draft.event_type not in _STATEMENTS:
            return
        if draft.date.date_precision != "day":
            return
        for key in _keys(draft):
            self._tell(key, draft.sentence.index, draft.date)

    def headline(self, drafts: Sequence[Draft]) -> None:
        """A headline and a lead tell what the article dates: an undated statement there takes the day its side first speaks."""
        for draft in drafts:
            if (
                draft.date is not None
                or draft.sentence.index > _TOP
                or draft.event_type not in _STATEMENTS
                or draft.noun
                or draft.status is not Status.ACTUAL
            ):
                continue
            if self._resets(draft.sentence):
                continue
            told = next((self._first[k] for k in _keys(draft) if k in self._first and self._first[k][0] <= _LEAD), None)
            if told is not None:
                draft.date, draft.inherits = told[1], True
                draft.date_why = reasons.tell("date.headline", quote=told[1].text)
                self._settle(draft)

    @staticmethod
    def visits(drafts: Sequence[Draft]) -> None:
        """ "Trong thời gian ở Bình Nhưỡng, ông Putin sẽ hội đàm với ông Kim": a meeting to come on a visit falls within its days."""
        dated = [d for d in drafts if d.event_mode == "visit" and d.date is not None and d.status is not Status.NEGATED]
        for draft in drafts:
            if draft.event_type is not EventType.CONSULT or draft.event_mode != "meet" or draft.date or draft.status is not Status.PLANNED:
                continue
            parties = draft.sides(Role.PARTICIPANT)
            on = [v for v in dated if v.sides(Role.ACTOR) & parties and v.sides(Role.HOST) & parties and v.status is Status.PLANNED]
            days = {v.date.date: v.date for v in on if v.date is not None}
            if len(days) == 1:
                draft.date = next(iter(days.values()))
                draft.date_why, draft.inherits = reasons.tell("date.visit", quote=draft.date.text), True

    def _settle(self, draft: Draft) -> None:
        """A day long past makes the event history, one to come a plan."""
        if draft.date is None or draft.date.date is None or self.doc.day is None:
            return
        last = draft.date.date_end or draft.date.date
        if draft.status is Status.ACTUAL and last < self.doc.day - HISTORICAL:
            draft.status = Status.HISTORICAL
        elif draft.status is Status.ACTUAL and draft.date.date > self.doc.day + timedelta(days=1):
            draft.status = Status.PLANNED


def _frames_speech(doc: Document, draft: Draft) -> bool:
    """ "Phát biểu sau cuộc gặp với B": the meeting is the occasion of what its party says that day."""
    return doc.text[: draft.trigger_start].rstrip().lower().endswith(("trong", "tại", "sau"))


_SAME_TIME = frozenset({"khi", "trong khi", "trong lúc", "giữa lúc", "trong bối cảnh", "trong khuôn khổ"})


def _shares_clause(ctx: Context, draft: Draft, date: DateMention) -> bool:
    """A date behind "sau khi", "kể từ khi" dates that clause only; the main clause's date reaches over "khi" alone."""
    of_date, of_draft = _clause_of(ctx, date.start), _clause_of(ctx, draft.trigger_start)
    return of_date == of_draft or (of_date is None and of_draft is not None and of_draft[1] in _SAME_TIME)


def _of_object(ctx: Context, draft: Draft, date: DateMention) -> bool:
    """Whether a date behind words is that of what they speak of.

    "Kêu gọi Iran quay lại thỏa thuận năm 2015" (a bare year), "yêu cầu Hamas trả lời trước ngày 5/10" (a day to come),
    "cáo buộc Nga tấn công hồi tháng 2" (a day long past of a deed told between the two).
    """
    if draft.event_type not in VERBAL - {EventType.CONCEDE} or draft.event_mode == "sign":
        return False
    day = ctx.doc.day
    threat = draft.event_type is EventType.THREATEN  # made now, of a day to come
    if day is not None and date.date is not None and (threat or not (draft.verb is not None and draft.verb.planned)):
        if date.date > day + timedelta(days=not threat):
            return True
        if date.start < draft.trigger_end:
            return False
        told = [i for i in ctx.items if draft.trigger_end <= i.start < date.start and (i.sense is not None or ctx.token(i) == "vụ")]
        long_past = (date.date_end or date.date) < day - _RECENT
        if told and (long_past or any(_is_affair(ctx, i) for i in told)) and not _at_occasion(ctx, date):
            return True
    if date.start >= draft.trigger_end and (_is_topic(ctx, date) or (_is_said(ctx, draft, date) and not _at_occasion(ctx, date))):
        return True
    if date.start < draft.trigger_end or date.date_precision != "year" or draft.event_type is EventType.AGREE:
        return False
    before = ctx.doc.text[draft.trigger_end : date.start].rstrip().lower()
    return not before.endswith(_AT_TIME) and not date.text.lower().startswith(_AT_TIME)


def _is_affair(ctx: Context, item: Item) -> bool:
    """ "lên án vụ tập kích cảng Odessa hôm 12/8": the day behind the noun of an affair is that affair's."""
    return ctx.token(item) == "vụ" or (item.sense is not None and item.sense.noun and not item.sense.entry.is_statement)


def _is_said(ctx: Context, draft: Draft, date: DateMention) -> bool:
    """ "nói doanh số tháng này…": a week, a month or a year among the words of a bare statement is what it tells of."""
    introduces = ctx.doc.text[date.end :].lstrip().startswith(("rằng", ":")) or date.start - draft.trigger_end <= _RIGHT_BEHIND
    return draft.rule in _SAID and date.date_precision in {"week", "month", "year"} and not introduces


def _is_topic(ctx: Context, date: DateMention) -> bool:
    """ "tuyên bố 30/6 là ngày nghỉ": the day is what is spoken of."""
    return any(t.start >= date.end and t.low == "là" for t in ctx.sentence.tokens if t.start <= date.end + 1)


def _at_occasion(ctx: Context, date: DateMention) -> bool:
    """ "nói … trong cuộc họp báo hôm 1/5": the day of the occasion on which it was said."""
    return ctx.doc.text[ctx.sentence.start : date.start].rstrip().lower().endswith(_OCCASIONS)


_SAID = frozenset({"express.position.said", "express.view"})
_RIGHT_BEHIND = 5  # characters between a verb of speaking and the date of what it introduces
_RECENT = timedelta(days=7)
_OCCASIONS = (
    "họp báo",
    "phỏng vấn",
    "phát biểu",
    "tuyên bố",
    "thông báo",
    "bài đăng",
    "bài viết",
    "điện đàm",
    "cuộc gặp",
    "hội đàm",
    "phiên họp",
)
_AT_TIME = ("vào", "trong", "hồi", "từ", ",")


def _clause_of(ctx: Context, offset: int) -> tuple[int, str] | None:
    """The subordinate clause that an offset stands in: where its conjunction stands, and which it is."""
    found: tuple[int, str] | None = None
    for item in ctx.items:
        if item.start >= offset:
            break
        if item.is_cue("subordinate"):
            found = (item.start, ctx.doc.text[item.start : item.end].lower())
        elif item.is_cue("separator") and ctx.token(item) in {",", ";"}:
            found = None
    return found


def _keys(draft: Draft) -> list[str]:
    """The person first, then the side, that a day is remembered for."""
    actors = [a for a in draft.actors if a.role in {Role.ACTOR, Role.PARTICIPANT}]
    return [*(a.actor_id for a in actors if a.actor_id.startswith("person:")), *(a.country or a.affiliation or a.actor_id for a in actors)]


def _free_dates(ctx: Context, drafts: Sequence[Draft]) -> list[DateMention]:
    """The dates of a sentence that no noun has taken for itself; "kể từ", "tính đến" date no deed."""
    sentence = ctx.sentence
    taken: set[int] = set()
    for item, expression in zip(sentence.dates, sentence.expressions, strict=True):
        if expression.since or expression.until or expression.stretch:
            taken.add(item.start)
    spans = set(taken)
    taken |= _harm_dates(ctx)
    nouns = {v.item.start: v for v in ctx.verbs if v.sense is not None and v.sense.noun}
    by_start = {d.trigger_start: d for d in drafts if d.noun}
    for start, verb in nouns.items():
        own = _own_date(ctx, verb.index, taken - spans)
        if own is None:
            continue
        if not _introduces(ctx, verb.index):
            taken.add(own.start)
        if start in by_start and own.date is not None:
            by_start[start].date, by_start[start].date_why = own, reasons.tell("date.noun", quote=own.text)
    taken |= _affair_dates(ctx)
    return [d for d in sentence.dates if d.start not in taken]


def _affair_dates(ctx: Context) -> set[int]:
    """ "bắt nghi phạm trong vụ phá hoại Nord Stream năm 2022": the date of the affair that somebody is held for is not the day of it."""
    out = set()
    for k, item in enumerate(ctx.items):
        before = ctx.items[k - 1] if k else None
        if ctx.token(item) != "vụ" or item.sense is not None or before is None:
            continue
        if not before.is_cue("toward", "about", "subordinate", "of", "with"):
            continue
        if not any(v.sense is not None and v.index < k for v in ctx.verbs):
            continue
        own = _own_date(ctx, k, set())
        if own is not None and own.date_precision in {"year", "month"}:
            out.add(own.start)
    return out


def _introduces(ctx: Context, index: int) -> bool:
    """ "Trong cuộc điện đàm ngày 7/11, A kêu gọi…": the day of the occasion is the day of what is said on it."""
    before = ctx.items[index - 1] if index else None
    opening = all(i.mention is None for i in ctx.items[:index])
    return before is not None and opening and before.is_cue("toward", "at", "about")


def _day_of_harm(ctx: Context, draft: Draft) -> list[DateMention]:
    """ "thiệt mạng ngày 7/10 khi Hamas tấn công", "từ tháng 4, khi chính quyền đồng ý": the date right before "khi" is the clause's too."""
    clause = _clause_of(ctx, draft.trigger_start)
    if clause is None or clause[1] not in _SAME_TIME:
        return []
    return [d for d in ctx.sentence.dates if 0 <= clause[0] - d.end <= 2 and not _of_object(ctx, draft, d)]


def _harm_dates(ctx: Context) -> set[int]:
    """The dates right behind "thiệt mạng", "bị thương": they date the harm, not what is said of it."""
    out = set()
    for k, item in enumerate(ctx.items[1:], 1):
        if item.date is None:
            continue
        before = [i for i in ctx.items[max(0, k - 2) : k] if not i.is_cue("toward", "at")]
        if before and before[-1].is_cue("harm") and item.first - before[-1].last <= 2:
            out.add(item.date.start)
    return out


def _own_date(ctx: Context, index: int, taken: set[int]) -> DateMention | None:
    """The date that stands in a noun's own phrase, before its clause goes on."""
    for item in ctx.items[index + 1 :]:
        if item.date is not None:
            return item.date if item.date.start not in taken else None
        if item.sense is not None or item.is_cue("separator", "speech", "cause", "complement", "purpose", "coordinator"):
            return None
    return None


def _nearest(ctx: Context, draft: Draft, dates: Sequence[DateMention]) -> DateMention | None:
    """The date in the clause nearest to its trigger, else the one that opens the sentence, else the one that closes it."""
    inside = [d for d in dates if draft.start <= d.start < draft.end]
    if inside:
        return min(inside, key=lambda d: min(abs(d.start - draft.trigger_end), abs(draft.trigger_start - d.end)))
    before = [d for d in dates if d.end <= draft.start]
    if before and (draft.event_type in _STATEMENTS or not _told_between(ctx, before[-1].end, draft.start)):
        return before[-1]
    if len(dates) != 1 or draft.noun or (before and before[-1] is dates[0]):
        return None
    apart = draft.event_type not in _STATEMENTS and any(draft.trigger_end <= v.item.start < dates[0].start for v in ctx.verbs)
    return None if apart else dates[0]


def _told_between(ctx: Context, low: int, high: int) -> bool:
    """Whether a verb of speaking stands between a date and a deed: the date is then that of the telling."""
    return any(v.sense is None and low <= v.item.start < high for v in ctx.verbs)
