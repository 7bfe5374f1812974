"""A fact as HTML: what, who, whom, when, where, and the sentence that says so. Pure; everything from outside is escaped."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from lib.knowledge import english, labels, rules
from lib.knowledge.reasons import retell
from lib.records import Actor, Article, Casualty, Event, QuadClass, Role, Status
from lib.ui.facts import Fact, headline, source

if TYPE_CHECKING:
    from lib.ui.wording import Wording

QUAD_CLASSES = {
    QuadClass.VERBAL_COOPERATION: "vcoop",
    QuadClass.MATERIAL_COOPERATION: "mcoop",
    QuadClass.VERBAL_CONFLICT: "vconf",
    QuadClass.MATERIAL_CONFLICT: "mconf",
}
"""The style sheet's name of each quad class; a statement that takes no side is "plain", a figure is "harm"."""


def tone(record: Event | Casualty) -> str:
    """The style class that a fact is marked with."""
    if isinstance(record, Casualty):
        return "harm"
    return QUAD_CLASSES[record.quad_class] if record.quad_class else "plain"


def kind(record: Event | Casualty, words: Wording) -> str:
    """What happened, in words: "Yêu cầu · ngừng bắn", "Thiệt mạng"."""
    if isinstance(record, Casualty):
        return capital(labels.term_label("harm", record.harm, words.lang))
    mode = labels.mode_label(record.event_type, record.event_mode, words.lang)
    label = labels.type_label(record.event_type, words.lang)
    return capital(f"{label} · {mode}" if mode else label)


def capital(text: str) -> str:
    """`text` with a capital at its head."""
    return text[:1].upper() + text[1:]


def figure(record: Casualty, words: Wording) -> str:
    """The figure with its hedge, as the text states it."""
    return labels.figure(record.count, record.low, record.high, record.qualifier, words.lang)


def when(record: Event | Casualty, words: Wording) -> str:
    """The date of a fact as fine as it is known, or the word that it is not."""
    return labels.date_label(record.date, record.date_end, record.date_precision, words.lang) or words.say("fact.no_date")


def actor(one: Actor, words: Wording) -> str:
    """An actor with title and country; the country is not said twice."""
    if not (one.title and one.actor_id.startswith("person:") and one.title != one.name):
        return labels.actor_label(one.actor_id, one.name, one.country, words.lang)
    said = (english.title(one.title) if words.lang == "en" else None) or one.title
    titled = one.name if one.name in said else f"{said} {one.name}"
    country = labels.country_name(one.country, words.lang) if one.country else ""
    return f"{titled} ({country})" if country and country.lower() not in titled.lower() else titled


def parties(event: Event, words: Wording, roles: tuple[Role, ...]) -> str:
    """The actors of some roles, as one phrase; a role that is not self-evident is named."""
    said = []
    for one in event.actors:
        if one.role in roles:
            note = f" ({labels.term_label('role', one.role, words.lang)})" if one.role in {Role.HOST, Role.MEDIATOR} else ""
            said.append(actor(one, words) + note)
    return ", ".join(said)


def victims(record: Casualty, words: Wording) -> str:
    """The people of a figure as the text names them; in English by their kind and country, where they are no more than that."""
    kind, said = labels.term_label("victims_kind", record.victims_kind, words.lang), record.victims
    if words.lang == "en" and said:
        return english.group(said, record.victims_kind, record.victims_country) or said
    return said or kind


def summary(fact: Fact, words: Wording) -> str:
    """One line: who → whom, or how many of whom."""
    record = fact.record
    if isinstance(record, Casualty):
        whom = victims(record, words)
        return f"{figure(record, words)} {whom}"
    before = parties(record, words, (Role.ACTOR, Role.PARTICIPANT)) or words.say("fact.no_actor")
    after = parties(record, words, (Role.RECIPIENT, Role.HOST, Role.MEDIATOR))
    return f"{before} → {after}" if after else before


def outlet(article: Article, words: Wording) -> str:
    """Who published it, or the word that this is not known."""
    return source(article) or words.say("fact.no_outlet")


def origin(article: Article, words: Wording) -> str:
    """Who published it and when."""
    day = labels.date_label(article.published, None, article.published_precision, words.lang)
    published = words.say("fact.published", date=day) if day else words.say("fact.published_unknown")
    return f"{outlet(article, words)} · {published}"


def when_or_published(fact: Fact, words: Wording) -> str:
    """The date of a fact; where the text gives none, that of its publication, said to be that."""
    known = labels.date_label(fact.record.date, fact.record.date_end, fact.record.date_precision, words.lang)
    article = fact.article
    day = labels.date_label(article.published, None, article.published_precision, words.lang)
    return known or (words.say("fact.undated_published", date=day) if day else words.say("fact.no_date"))


def card(fact: Fact, words: Wording, *, detail: bool = False, short: bool = False) -> str:
    """A fact with its sentence; with `detail`, also why it was coded so; a `short` one names its outlet in one line and no title."""
    record = fact.record
    place = [labels.place_name(record.place.name, record.place.country, words.lang)] if record.place else []
    meta = " · ".join(escape(part) for part in (when(record, words), *place))
    why = _why(fact, words) if detail else ""
    title = "" if short else f"{escape(headline(fact.article))}<br>"
    return (
        f'<article class="bg-card bg-{tone(record)}">'
        f'<p class="bg-head"><span class="bg-kind">{escape(kind(record, words))}</span>{_badges(record, words)}'
        f'<span class="bg-meta">{meta}</span></p>'
        f'<p class="bg-who">{escape(capital(summary(fact, words)))}</p>'
        f'<blockquote class="bg-quote">{escape(record.evidence.text.strip())}</blockquote>'
        f'{why}<p class="bg-source">{title}{escape(origin(fact.article, words))}</p></article>'
    )


def _badges(record: Event | Casualty, words: Wording) -> str:
    said = []
    if isinstance(record, Casualty):
        said.append(labels.term_label("scope", record.scope, words.lang))
    elif record.status != Status.ACTUAL:
        said.append(labels.term_label("status", record.status, words.lang))
    return "".join(f'<span class="bg-badge">{escape(one)}</span>' for one in said)


def reasons(fact: Fact, words: Wording) -> list[tuple[str, str]]:
    """Why a fact was coded so: (what, how), in the order in which a reader asks."""
    record = fact.record
    said: list[tuple[str, str | None]] = _rule(record, words)
    if isinstance(record, Event):
        quad = labels.term_label("quad_class", record.quad_class, words.lang) if record.quad_class else words.say("why.no_class")
        status = labels.term_label("status", record.status, words.lang)
        said += [("quad", quad), ("status", status), ("date_why", retell(record.date_why, words.lang))]
    else:
        claimant = actor(record.attributed_to, words) if record.attributed_to else words.say("why.no_claimant")
        said += [
            ("claimant", claimant),
            ("scope", labels.term_label("scope", record.scope, words.lang)),
            ("since", labels.date_label(record.since, None, None, words.lang)),
            ("range", _range(record, words)),
        ]
    said += [("confidence", words.say("why.share", percent=round(record.confidence * 100))), ("rule", record.evidence.rule)]
    return [(words.say(f"why.{key}"), value) for key, value in said if value]


def _rule(record: Event | Casualty, words: Wording) -> list[tuple[str, str | None]]:
    """What the rule that made a fact looks for, and the example in its lexicon."""
    known = words.maybe(f"rule.{record.evidence.rule}")
    if known:
        return [("words", known)]
    told = rules.tell(record.evidence.rule, record.evidence.text)
    if told is None:
        return []
    others = ", ".join(told.others)
    also = words.say("why.also", found=told.found, others=others) if told.found and others else told.found or others
    return [("words", also), ("example", told.example)]


def _range(record: Casualty, words: Wording) -> str:
    low, high = (labels.number(n, words.lang) if n is not None else "?" for n in (record.low, record.high))
    return "" if low == high else words.say("why.bounds", low=low, high=high)


def _why(fact: Fact, words: Wording) -> str:
    rows = "".join(f"<dt>{escape(what)}</dt><dd>{escape(how)}</dd>" for what, how in reasons(fact, words))
    return f'<dl class="bg-why">{rows}</dl>'
