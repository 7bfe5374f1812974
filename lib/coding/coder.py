"""One article in, its facts out: the orchestrator of the coding room."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from lib.coding.casualties import code_casualties
from lib.coding.clauses import ClauseReader
from lib.coding.dating import infer_published
from lib.coding.document import Document, SentenceView
from lib.coding.event_dates import DateKeeper
from lib.coding.finish import distinct, distinct_figures, finish
from lib.coding.frames import draft_events
from lib.coding.items import items_of
from lib.coding.mentions import find_mentions
from lib.coding.merge import merge
from lib.coding.quotes import find_quotes
from lib.coding.reading_context import Context
from lib.knowledge import reasons
from lib.knowledge.base import load
from lib.knowledge.known_days import known_date
from lib.knowledge.triggers import lexicon
from lib.language.dates import find_dates, resolve
from lib.language.dates_model import Anchor
from lib.language.layout import paragraph_kinds
from lib.language.numbers import find_numbers
from lib.language.sentences import split
from lib.language.tokens import tokenize
from lib.records import Annotations, Article, CodedArticle, DateMention, Dropped, Mention, Precision, Sentence, Trigger

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from lib.coding.drafts import Draft
    from lib.coding.mention_types import ResolvedMention
    from lib.knowledge.triggers import Lexicon
    from lib.language.dates_model import DateExpression


_FRESH = timedelta(days=21)  # around publication a day without a year is of this year, whatever it is known for
_SPORT_WORDS = 3  # different words of sport that make an article one of sport


def code(article: Article) -> CodedArticle:
    """Code an article; one without a publication date gets what its text tells of it."""
    doc = read(article)
    drafts, dropped = _drafts(doc)
    figures = code_casualties(doc)
    return CodedArticle(
        article=doc.article,
        events=distinct(finish(doc, draft) for draft in merge(drafts)),
        casualties=distinct_figures(figures.casualties),
        dropped=tuple(sorted((*dropped, *figures.dropped), key=lambda d: (d.start, d.end, d.rule))),
    )


def annotate(article: Article) -> Annotations:
    """The layers that the coding of an article stands on, in the order of its text."""
    doc = read(article)
    figures = code_casualties(doc)
    return Annotations(
        article_id=article.article_id,
        text=doc.text,
        sentences=tuple(Sentence(s.start, s.end) for s in doc.sentences),
        dates=tuple(d for s in doc.sentences for d in s.dates),
        numbers=tuple(n for s in doc.sentences for n in s.numbers),
        mentions=tuple(row for s in doc.sentences for m in s.mentions for row in _mention_rows(m)),
        triggers=tuple(sorted((*_triggers(doc), *figures.triggers), key=lambda t: (t.start, t.end, t.rule))),
    )


def read(article: Article) -> Document:
    """The layers of an article: sentences with words, dates, numbers and mentions."""
    kb = load()
    text = article.text
    sentences = split(text)
    expressions = [find_dates(text[s.start : s.end], s.start) for s in sentences]
    flat = [e for row in expressions for e in row]
    if article.published is None:
        mentions = find_mentions(text, sentences, kb, None)
        found = infer_published(text, sentences, flat, mentions, kb)
        article = replace(
            article, published=found.date, published_precision=found.precision, published_basis=found.basis, published_why=found.why
        )
    if article.published is not None or "mentions" not in locals():
        mentions = find_mentions(text, sentences, kb, article.published)
    dates = resolve(flat, Anchor(article.published, article.published_precision))
    views = _views(text, sentences, expressions)
    for mention in mentions:
        views[_index(sentences, mention.start)].mentions.append(mention)
    for expression, date in zip(flat, dates, strict=True):
        view = views[_index(sentences, expression.start)]
        view.dates.append(_well_known(expression, date, text[view.start : view.end], article.published))
    return Document(article, text, article.published, kb, tuple(views))


def _well_known(expression: DateExpression, date: DateMention, sentence: str, published: dt.date | None) -> DateMention:
    """The date itself, or the well-known day that it names without its year."""
    if expression.year is not None or expression.shift is not None or expression.first is not None:
        return date
    if published is not None and date.date is not None and abs(published - date.date) <= _FRESH:
        return date  # the news of these days
    known = known_date(expression.day, expression.month, sentence, published)
    return date if known is None else replace(date, date=known, date_end=known, date_precision=Precision.DAY)


def _index(sentences: Sequence[Sentence], offset: int) -> int:
    return max(0, bisect_right(sentences, offset, key=lambda s: s.start) - 1)


def _views(text: str, sentences: Sequence[Sentence], expressions: Sequence[Sequence[DateExpression]]) -> list[SentenceView]:
    paragraphs = paragraph_kinds(text)
    starts = [p.start for p in paragraphs]
    out = []
    for index, sentence in enumerate(sentences):
        number = max(0, bisect_right(starts, sentence.start) - 1)
        part = text[sentence.start : sentence.end]
        out.append(
            SentenceView(
                index,
                sentence.start,
                sentence.end,
                tokenize(part, sentence.start),
                expressions=list(expressions[index]),
                numbers=find_numbers(part, sentence.start),
                kind=paragraphs[number].kind if paragraphs else "body",
                paragraph=number,
            )
        )
    return out


def _drafts(doc: Document) -> tuple[list[Draft], list[Dropped]]:
    lex = lexicon()
    if _is_sport(doc, lex):
        first = doc.sentences[0]
        return [], [Dropped(first.start, first.end, "article.sport", reasons.tell("dropped.sport"))]
    quotes = find_quotes(doc, lex)
    keeper = DateKeeper(doc)
    drafts: list[Draft] = []
    dropped: list[Dropped] = []
    for sentence in doc.sentences:
        if sentence.kind == "byline":
            continue
        items = items_of(sentence, lex, quotes)
        if not any(i.sense is not None or i.is_cue("speech") for i in items):
            continue
        verbs = ClauseReader(items, sentence.tokens).read()
        ctx = Context(doc, sentence, items, verbs, lex, quotes, earlier=drafts)
        found = draft_events(ctx)
        keeper.date(ctx, found)
        drafts += found
        dropped += ctx.dropped
    keeper.headline(drafts)
    keeper.visits(drafts)
    return drafts, dropped


def _is_sport(doc: Document, lex: Lexicon) -> bool:
    """Whether the article tells of sport: attacks, meetings and bans there are none of ours."""
    seen = {s.tokens[m.first].low + s.tokens[m.last - 1].low for s in doc.sentences for m in lex.cues.find(s.tokens) if m.value == "sport"}
    return len(seen) >= _SPORT_WORDS


def _triggers(doc: Document) -> Iterable[Trigger]:
    """Every trigger of the lexicon, whether or not its frame is met; the words of need are too common to show."""
    lex = lexicon()
    for sentence in doc.sentences:
        for item in items_of(sentence, lex, ()):
            if item.sense is not None and item.sense.entry.frame != "need":
                entry = item.sense.entry
                yield Trigger(item.start, item.end, doc.text[item.start : item.end], entry.type, entry.mode, None, item.sense.rule)


def _mention_rows(mention: ResolvedMention) -> list[Mention]:
    place = mention.place
    if not mention.refs:
        country = place.country if place else None
        return [Mention(mention.start, mention.end, mention.text, None, place.name if place else None, country, mention.kind)]
    return [
        Mention(mention.start, mention.end, mention.text, a.actor_id, a.name, a.country, mention.kind, a.title, a.affiliation, a.sector)
        for a in mention.refs
    ]
