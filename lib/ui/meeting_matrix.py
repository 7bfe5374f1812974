"""Who met whom as a square of links: a cell leads to the meetings of its pair, a name to that party's diary.

A table and not a chart: its names stand still while it is drawn sideways on a telephone, its letters and shades are the page's own
on light and on dark, and a browser has it at once. Pure: a view to HTML.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlencode

import numpy as np

from lib.charts.meetings import SHADES, party_name
from lib.knowledge import labels
from lib.ui import links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.tables import MeetingsView
    from lib.ui.address import View
    from lib.ui.wording import Wording

    Pair = tuple[str | None, str | None]

_LEVELS = tuple(sorted(least for least, _ in SHADES))
"""From how many meetings on a cell has the next shade; the style sheet has one for each, m1 and on."""


class Place(NamedTuple):
    """Where the matrix stands: the address that its links build on, and what is picked."""

    page: str
    view: View
    kept: dict[str, str | None]
    pair: Pair


def html(view: MeetingsView, words: Wording, place: Place) -> str:
    """The square of `view` with its legend; "" where none of its parties met another of them."""
    counts = (view.matrix + view.planned).to_numpy()
    kept = np.flatnonzero(counts.sum(axis=0))
    if not len(kept):
        return ""
    keys = [view.order[number] for number in kept.tolist()]
    names = [party_name(view, key, words.lang) for key in keys]
    held, planned = (some.to_numpy()[np.ix_(kept, kept)] for some in (view.matrix, view.planned))
    link = _links(place)
    heads = [_head(link(key), name, chosen=key in place.pair) for key, name in zip(keys, names, strict=True)]
    top = "".join(f'<th scope="col">{head}</th>' for head in heads)
    body = "".join(
        f'<tr><th scope="row">{head}</th>{_cells(row, (held[row], planned[row]), keys, names, place.pair, link, words)}</tr>'
        for row, head in enumerate(heads)
    )
    chosen = " bg-picked" if place.pair != (None, None) else ""
    alt = escape(words.say("meetings.alt_matrix"))
    table = f'<table class="bg-matrix{chosen}"><thead><tr><td></td>{top}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="bg-matrix-box" tabindex="0" role="region" aria-label="{alt}">{table}</div>{_legend(held, planned, words)}'


def split(held: int, planned: int, words: Wording, negated: int = 0) -> str:
    """How many meetings took place, are announced and were called off: "23 đã diễn ra · 3 dự kiến"; those that are none go unsaid."""
    counts = {"held": held, "planned": planned, "negated": negated}
    said = [words.count(f"meetings.n_{key}", count) for key, count in counts.items() if count]
    return " · ".join(said) or words.count("meetings.n_held", 0)


def _links(place: Place) -> _Link:
    base = links.href(place.page, place.view, **place.kept)
    return _Link(f"{base}{'&' if '?' in base else '?'}")


class _Link(NamedTuple):
    """Makes the address of a party, or of a pair: one address is written out, and the others from it."""

    base: str

    def __call__(self, *keys: str) -> str:
        return escape(self.base + urlencode(dict(zip("ab", keys, strict=False))))


def _head(href: str, name: str, *, chosen: bool) -> str:
    here = ' aria-current="true"' if chosen else ""
    return f'<a class="bg-link" href="{href}"{here} title="{escape(name)}">{escape(name)}</a>'


def _cells(
    row: int, counts: tuple[np.ndarray, np.ndarray], keys: Sequence[str], names: Sequence[str], pair: Pair, link: _Link, words: Wording
) -> str:
    """The cells of a row; those without a meeting stand together as one that is as wide as they are."""
    held, planned = counts
    told, last = [], -1
    for column in np.flatnonzero(held + planned).tolist():
        told.append(_gap(column - last - 1))
        done, ahead = int(held[column]), int(planned[column])
        level = sum(done >= least for least in _LEVELS)
        near = all(one is None or one in (keys[row], keys[column]) for one in pair)
        css = f"m{level}{' p' if ahead else ''}{' on' if near and pair != (None, None) else ''}"
        title = escape(f"{names[row]} – {names[column]}: {split(done, ahead, words)}")
        number = labels.number(done or ahead, words.lang)
        # The menus beside the matrix make the same choice: the keyboard need not step through hundreds of cells.
        way = f'<a class="bg-link" tabindex="-1" href="{link(keys[row], keys[column])}" title="{title}">{number}</a>'
        told.append(f'<td class="{css}">{way}</td>')
        last = column
    return "".join(told) + _gap(len(keys) - last - 1)


def _gap(width: int) -> str:
    return "" if width == 0 else "<td></td>" if width == 1 else f'<td colspan="{width}"></td>'


def _legend(held: np.ndarray, planned: np.ndarray, words: Wording) -> str:
    """What the shades mean, of those that there are, and the dashed frame."""
    most = {low: high - 1 for low, high in pairwise(_LEVELS)}
    levels = sorted({sum(count >= least for least in _LEVELS) for count in np.unique(held[held > 0]).tolist()})
    items = []
    for level in levels:
        low = _LEVELS[level - 1]
        high = most.get(low)
        said = f"≥ {low}" if high is None else str(low) if high == low else f"{low}–{high}"
        items.append(f'<li><span class="m{level}"></span>{said}</li>')
    if (planned > 0).any():
        items.append(f'<li><span class="p"></span>{escape(words.say("meetings.legend_planned"))}</li>')
    head = f"<li>{escape(words.say('meetings.legend_held'))}</li>" if levels else ""
    return f'<ul class="bg-scale bg-matrix-scale">{head}{"".join(items)}</ul>'
