"""One named person harmed without a number: "giết chết thủ lĩnh X", "ông X bị ám sát" counts one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.casualties_figures import Figure
from lib.coding.casualties_links import Link
from lib.records import Harm, MentionKind, NumberMention, Qualifier, Sector, VictimsKind

if TYPE_CHECKING:
    from lib.coding.casualties_figures import Grid, Hit
    from lib.coding.mention_types import ResolvedMention

SUBJECT_REACH = 7
OBJECT_GAP = 2
DESCRIPTION_REACH = 14
HELPERS = frozenset("đã bị được vừa mới cũng bất ngờ không may thì".split())
AGENT_HELPERS = frozenset("lực lượng quân đội phía nhóm cảnh sát một tay súng bắn của và đặc nhiệm an ninh".split())
NO_DEED = frozenset({"killed.fall", "killed.body", "killed.death"})
NO_NAMED = frozenset({Harm.DISPLACED, Harm.EVACUATED})
NAMED_FORMS = frozenset({"name", "title", "pronoun"})
KINDS = {
    Sector.MIL: VictimsKind.SOLDIERS,
    Sector.REB: VictimsKind.FIGHTERS,
    Sector.GOV: VictimsKind.OFFICIALS,
    Sector.IGO: VictimsKind.OFFICIALS,
    Sector.MED: VictimsKind.JOURNALISTS,
}


def named(grid: Grid, linked: list[Link]) -> list[tuple[Link, ResolvedMention]]:
    """The people whom the sentence names as harmed, none of whose harms counts a figure as well."""
    used = {link.hit.first for link in linked if link.hit is not None}
    out = []
    for hit in grid.hits:
        if hit.entry.harm is None or hit.first in used or hit.entry.only or hit.entry.needs or hit.entry.rule in NO_DEED:
            continue
        found = _object(grid, hit) or _subject(grid, hit) or _described(grid, hit)
        if found is None:
            continue
        mention, harm = found
        if harm not in NO_NAMED and _is_one_person(mention):
            out.append((_link(grid, hit, mention, harm), mention))
    return out


def victims_kind(mention: ResolvedMention) -> VictimsKind:
    """Who a named person is, by the sector of the office."""
    sector = mention.refs[0].sector
    return KINDS.get(sector, VictimsKind.PEOPLE) if sector is not None else VictimsKind.PEOPLE


def _is_one_person(mention: ResolvedMention) -> bool:
    if mention.kind is not MentionKind.PERSON or mention.form not in NAMED_FORMS or len(mention.refs) != 1:
        return False
    return mention.refs[0].actor_id.startswith("person:")


def _object(grid: Grid, hit: Hit) -> tuple[ResolvedMention, Harm] | None:
    entry = hit.entry
    if entry.object is None or entry.subject is not None:
        return None
    for mention in grid.view.mentions:
        gap = grid.token_over(mention.start) - hit.last
        if mention.start >= grid.tokens[hit.last - 1].end and gap <= OBJECT_GAP:
            if gap > 0 and not set(grid.lows[hit.last : hit.last + gap]) <= {"của", "được", "cho"}:
                return None
            return mention, entry.object
    return None


def _subject(grid: Grid, hit: Hit) -> tuple[ResolvedMention, Harm] | None:
    start = grid.tokens[hit.first].start
    for mention in reversed([m for m in grid.view.mentions if m.end <= start]):
        first = grid.token_at(mention.end)
        gap = grid.lows[first : hit.first]
        if gap[:1] == [","] and "," in mention.text:
            gap = gap[1:]
        if len(gap) > SUBJECT_REACH:
            return None
        if mention.kind is not MentionKind.PERSON and "bị" in gap[:1]:
            return None
        passive = bool({"bị", "được"} & set(gap))
        harm = hit.entry.passive if passive else hit.entry.subject
        agents = {low for m in grid.mentions_in(first, hit.first) for low in m.text.lower().split()}
        opening = grid.token_over(mention.start)
        if opening > 0 and grid.lows[opening - 1] == "của":
            return None
        if harm is not None and set(gap) <= HELPERS | AGENT_HELPERS | agents:
            if mention.kind is MentionKind.PERSON:
                return mention, harm
            continue
        if mention.kind is MentionKind.PERSON:
            return None
    return None


def _described(grid: Grid, hit: Hit) -> tuple[ResolvedMention, Harm] | None:
    """As in "X, thủ lĩnh của Y, bị ám sát": the person named before an apposition."""
    at = hit.first
    while at > 0 and grid.lows[at - 1] in HELPERS:
        at -= 1
    if at < 1 or grid.lows[at - 1] != ",":
        return None
    harm = hit.entry.passive if {"bị", "được"} & set(grid.lows[at : hit.first]) else hit.entry.subject
    opening = next((i for i in range(at - 2, max(-1, at - DESCRIPTION_REACH), -1) if grid.lows[i] == ","), None)
    if harm is None or opening is None or opening == 0:
        return None
    end = grid.tokens[opening - 1].end
    mention = next((m for m in grid.view.mentions if m.end == end and m.kind is MentionKind.PERSON), None)
    return (mention, harm) if mention is not None else None


def _link(grid: Grid, hit: Hit, mention: ResolvedMention, harm: Harm) -> Link:
    first, last = grid.span(mention.start, mention.end)
    number = NumberMention(mention.start, mention.end, mention.text, 1, 1, 1, Qualifier.EXACT)
    figure = Figure(number, first, last, first, last, None, guessed=True)
    how = "before" if hit.last <= first else "after"
    return Link(figure, harm, hit, how, f"{hit.entry.rule}.named", 0.7)
