"""An article's text as HTML with its facts marked: a numbered label where each begins, an underline as far as it reaches.

Pure; everything from the article is escaped. Labels are links (reachable by keyboard); underlines tell the kinds of facts
apart by their line, not by colour alone.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from lib.knowledge import labels
from lib.records import Casualty, Event
from lib.ui import address, cards

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lib.tables import ArticleView, Segment
    from lib.ui.address import View
    from lib.ui.wording import Wording


def records_of(view: ArticleView) -> list[Event | Casualty]:
    """The facts of an article, in the order in which they stand in the text."""
    records: list[Event | Casualty] = [*view.events, *view.casualties]
    return sorted(records, key=lambda record: (record.evidence.start, record.evidence.end))


def numbered(view: ArticleView) -> dict[str, int]:
    """Each fact's number, from 1."""
    return {_id(record): number for number, record in enumerate(records_of(view), start=1)}


def article(view: ArticleView, words: Wording, at: View, picked: str | None = None) -> str:
    """The article's paragraphs; links keep the filters of `at`."""
    records = {_id(record): record for record in records_of(view)}
    numbers = numbered(view)
    paragraphs = ("".join(_segment(segment, records, numbers, words, at, picked) for segment in paragraph) for paragraph in view.paragraphs)
    return "".join(f"<p>{inner}</p>" for inner in paragraphs)


def legend(view: ArticleView, words: Wording) -> str:
    """Which underline stands for what, of the kinds that this article has."""
    tones = {cards.tone(record): name for record in records_of(view) for name in [_tone_name(record, words)]}
    marks = (f'<span class="bg-mark bg-{tone}">{escape(name)}</span>' for tone, name in sorted(tones.items(), key=lambda pair: pair[1]))
    return f'<p class="bg-legend">{" ".join(marks)}</p>' if tones else ""


def _tone_name(record: Event | Casualty, words: Wording) -> str:
    quad = record.quad_class if isinstance(record, Event) else None
    return labels.term_label("quad_class", quad, words.lang) if quad else words.say(f"tone.{cards.tone(record)}")


def _segment(
    segment: Segment, records: Mapping[str, Event | Casualty], numbers: Mapping[str, int], words: Wording, at: View, picked: str | None
) -> str:
    labels = "".join(_label(one, records[one], numbers[one], words, at, picked=one == picked) for one in segment.starts)
    text = escape(segment.text)
    if not segment.fact_ids:
        return labels + text
    shown = picked if picked in segment.fact_ids else _narrowest(segment.fact_ids, records)
    classes = ["bg-mark", f"bg-{cards.tone(records[shown])}", *(["bg-several"] if len(segment.fact_ids) > 1 else [])]
    classes += ["bg-on"] if shown == picked else []
    return f'{labels}<mark class="{" ".join(classes)}" data-fact="{escape(shown)}">{text}</mark>'


def _label(fact_id: str, record: Event | Casualty, number: int, words: Wording, at: View, *, picked: bool) -> str:
    query = urlencode(address.write(at.with_picks(fact=fact_id)), doseq=True)
    current = ' aria-current="true"' if picked else ""
    return (
        f'<a class="bg-label bg-{cards.tone(record)}" href="?{escape(query)}" data-fact="{escape(fact_id)}"{current}>'
        f"{number}&nbsp;{escape(cards.kind(record, words))}</a>"
    )


def _narrowest(ids: Sequence[str], records: Mapping[str, Event | Casualty]) -> str:
    return min(ids, key=lambda one: records[one].evidence.end - records[one].evidence.start)


def _id(record: Event | Casualty) -> str:
    return record.event_id if isinstance(record, Event) else record.casualty_id
