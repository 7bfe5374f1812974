"""What a frame needs of the sentence it reads: items, verbs, the reach of a verb to its right, parties found there."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from lib.coding.drafts import Draft
from lib.knowledge import reasons
from lib.records import Actor, Dropped, EventType, MentionKind, Place, Role, Sector

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lib.coding.document import Document, SentenceView
    from lib.coding.items import Item
    from lib.coding.mention_types import ResolvedMention
    from lib.coding.quotes import Quote
    from lib.coding.verbs import Verb
    from lib.knowledge.triggers import Lexicon

_STOPS = frozenset(".?!")
_FOR = frozenset({"cho", "dành", "với", "đối"})  # before whom something is given to
_WARS = frozenset({"chiến sự", "xung đột", "chiến tranh", "cuộc chiến", "khủng hoảng", "nội chiến"})
NEAR = 6  # tokens within which a direct object follows its verb


@dataclass
class Context:
    """One sentence under the frames; `dropped` collects what they refuse, `earlier` holds what the article told before."""

    doc: Document
    sentence: SentenceView
    items: Sequence[Item]
    verbs: Sequence[Verb]
    lexicon: Lexicon
    quotes: Sequence[Quote]
    dropped: list[Dropped] = field(default_factory=list)
    earlier: Sequence[Draft] = ()

    @cached_property
    def by_index(self) -> dict[int, Verb]:
        """The verbs by the place of their item."""
        return {v.index: v for v in self.verbs}

    def drop(self, verb: Verb, reason: str) -> None:
        """Note a trigger that made no event; `reason` is the key of one."""
        self.dropped.append(Dropped(verb.item.start, verb.item.end, verb.rule.rule, reasons.tell(reason)))

    def token(self, item: Item) -> str:
        """The folded form of an item's first token."""
        return self.sentence.tokens[item.first].low

    def broken(self, left: Item, right: Item) -> bool:
        """Whether a full stop stands between two items."""
        return any(self.sentence.tokens[t].text in _STOPS for t in range(left.last, right.first))

    def reach(self, verb: Verb, *, over_commas: bool = False, over_semicolons: bool = False) -> list[Item]:
        """The items to the right that belong to the verb: up to the next statement, clause or, without `over_commas`, comma."""
        out: list[Item] = []
        last = verb.item
        for k in range(verb.index + 1, len(self.items)):
            item = self.items[k]
            if self.broken(last, item) or self._ends(verb, k, over_commas=over_commas, over_semicolons=over_semicolons):
                break
            out.append(item)
            last = item
        return out

    def _ends(self, verb: Verb, k: int, *, over_commas: bool, over_semicolons: bool) -> bool:
        item = self.items[k]
        if item.is_cue("subordinate"):
            return self.token(item) not in {"do", "từ", "nhờ"} and not (
                item.last - item.first == 1 and self.token(item) in {"sau", "trước"} and over_commas
            )
        if item.is_cue("separator"):
            return self._separator_ends(k, over_commas=over_commas, over_semicolons=over_semicolons)
        if item.is_cue("coordinator"):
            following = self.items[k + 1] if k + 1 < len(self.items) else None
            return following is not None and k + 1 in self.by_index and self._main(self.by_index[k + 1])
        other = self.by_index.get(k)
        return other is not None and other is not verb and self._main(other) and other.governor is not verb and other.doubt != "object"

    def _separator_ends(self, k: int, *, over_commas: bool, over_semicolons: bool) -> bool:
        text = self.token(self.items[k])
        if text in {"(", ")", "-", "–"}:
            return False
        if text == ";":
            return not over_semicolons
        if text != ",":
            return True
        before, after = self.items[k - 1], self.items[k + 1] if k + 1 < len(self.items) else None
        if after is None:
            return True
        if k + 1 in self.by_index and self._main(self.by_index[k + 1]):
            return True
        if any(v.index > k and v.subject and v.subject[0] is after for v in self.verbs):
            return True
        is_list = (
            before.mention is not None
            and after.mention is not None
            and after.first == self.items[k].last
            and before.last == self.items[k].first
        )
        return not (is_list or over_commas)

    def _main(self, verb: Verb) -> bool:
        return verb.is_statement and not (verb.sense is not None and (verb.rule.noun or verb.rule.entry.frame == "need"))

    def reach_end(self, verb: Verb, reach: Sequence[Item]) -> int:
        """The offset where the verb's clause ends: before the item that stopped its reach, trimmed."""
        last = reach[-1] if reach else verb.item
        index = self.items.index(last) if reach else verb.index
        limit = self.items[index + 1].start if index + 1 < len(self.items) else self.sentence.end
        end = last.end
        for token in self.sentence.tokens[last.last :]:
            if token.start >= limit or token.text in {".", "?", "!", ",", ";", ":"}:
                break
            end = token.end
        return end

    def group_from(self, index: int) -> list[Item]:
        """The mention at `index` and those coordinated behind it."""
        group = [self.items[index]]
        k = index
        while k + 2 < len(self.items):
            link, other = self.items[k + 1], self.items[k + 2]
            if (
                other.mention is None
                or link.first != self.items[k].last
                or other.first != link.last
                or self.token(link) not in {"và", ",", ";", "cùng", "hay", "hoặc", "lẫn", "-", "–"}
            ):
                break
            listed = self._list_continues(k + 2) or self._pair_of_names(k)
            if self.token(link) == "," and (not listed or not _alike(self.items[index], other)):
                break
            if self.token(link) == ";" and not (self.items[index].is_person and other.is_person and self._closes(k + 2)):
                break
            group.append(other)
            k += 2
        return group

    def _pair_of_names(self, k: int) -> bool:
        """ "kêu gọi Trung Quốc, Philippines kiềm chế": two names of states with only a comma, the second no clause's subject."""
        one, other = self.items[k].mention, self.items[k + 2].mention
        if one is None or other is None or {one.kind, other.kind} != {MentionKind.STATE} or {one.form, other.form} != {"name"}:
            return False
        return not any(self.items[k + 2] in v.subject or self.items[k + 2] in v.agent for v in self.verbs)

    def _list_continues(self, k: int) -> bool:
        """Whether the mention at `k`, behind a comma, stands in a list that "và" or another comma closes."""
        if k + 1 >= len(self.items):
            return True
        link = self.items[k + 1]
        return (
            link.first == self.items[k].last
            and self.token(link) in {"và", ",", ";", "cùng", "."}
            and k + 2 < len(self.items)
            and self.items[k + 2].mention is not None
        )

    def _closes(self, k: int) -> bool:
        """Whether the list that the mention at `k` goes on ends as a list does: no clause of its own begins behind it."""
        while k + 2 < len(self.items) and self.items[k + 1].is_cue("separator", "coordinator") and self.items[k + 2].mention is not None:
            k += 2
        after = self.items[k + 1] if k + 1 < len(self.items) else None
        return after is None or after.is_cue("separator", "coordinator", "subordinate") or self.broken(self.items[k], after)

    def find_parties(
        self,
        reach: Sequence[Item],
        *,
        skip_places: bool = True,
        skip_givers: bool = False,
        topics: bool = True,
        stop_kinds: Iterable[str] = (),
    ) -> list[Item]:
        """The first group of parties in a reach: not a place behind "tại", not a medium, not a collective.

        Without `topics`, what a deed or a word is only about ("chiến sự Ukraine", "nỗ lực nhằm …") is no party, its owner is.
        """
        stops = set(stop_kinds)
        inside = False
        for item in reach:
            if item.cue in stops or (item.cue and self.token(item) in {"nhờ", "do", "vì"} and item.first > reach[0].first):
                return []
            inside = inside or (item.sense is not None and item.sense.noun and item.sense.entry.type is EventType.ASSAULT)
            index = self.items.index(item)
            before = self.items[index - 1] if index else None
            if not topics and self._opens_topic(index, reach):
                return self._owner_behind(reach, reach.index(item))
            if item.mention is None or not item.mention.refs or item.mention.form == "media":
                continue
            if skip_places and before is not None and before.is_cue("at", "according") and before.last == item.first:
                continue
            if skip_givers and before is not None and self.token(before) == "cho" and before.last == item.first:
                continue
            if inside and before is not None and before.is_cue("toward") and before.last == item.first:
                continue
            given = not topics and before is not None and before.last == item.first and self.token(before) in _FOR
            if given and (owner := self._owner_behind(reach, reach.index(item))):
                return owner  # "chỉ trích viện trợ cho Ukraine của NATO"
            doer = self._doer_behind(item) if inside and before is not None and before.sense is not None else None
            if doer is not None:
                return self.group_from(doer)  # "lên án cuộc tấn công Iran của Israel"
            return self.group_from(index)
        return []

    def _opens_topic(self, index: int, reach: Sequence[Item]) -> bool:
        """Whether what follows is only what the object is about: behind "nhằm", "về", or a name behind "chiến sự"."""
        item = self.items[index]
        opened = item.first > reach[0].first or self.items[index - 1].last < item.first
        if item.is_cue("purpose") or (item.is_cue("about") and self.token(item) in {"về", "liên"}):
            return opened
        words = [t.low for t in self.sentence.tokens[max(0, item.first - 2) : item.first]]
        return item.mention is not None and bool(words) and (" ".join(words) in _WARS or words[-1] in _WARS)

    def _owner_behind(self, reach: Sequence[Item], at: int) -> list[Item]:
        """The party behind the next "của" of a reach, before its next clause."""
        for item, after in pairwise(reach[at:]):
            if item.is_cue("separator", "subordinate", "complement", "relative") or (item.sense is not None and not item.sense.noun):
                return []
            if self.token(item) == "của" and after.mention is not None and after.first == item.last:
                return self.group_from(self.items.index(after)) if after.mention.refs else []
        return []

    def _doer_behind(self, item: Item) -> int | None:
        """The place of the party that "của", "do" or "bởi" names right behind the one that a noun of force hits."""
        k = self.items.index(item) + 1
        if k + 1 >= len(self.items) or not self.items[k].is_cue("of") or self.items[k].first != item.last:
            return None
        doer = self.items[k + 1]
        return k + 1 if doer.mention is not None and doer.mention.refs and doer.first == self.items[k].last else None


def _alike(one: Item, other: Item) -> bool:
    """Whether two mentions may stand in one list: persons with persons, states and bodies with their like."""
    if one.mention is None or other.mention is None:
        return False
    return (one.mention.kind is MentionKind.PERSON) == (other.mention.kind is MentionKind.PERSON)


def refs_of(items: Iterable[Item], role: Role) -> list[Actor]:
    """The actors that items stand for, in a role, each once."""
    out: dict[str, Actor] = {}
    for item in items:
        if item.mention is not None:
            for ref in item.mention.refs:
                out.setdefault(ref.actor_id, replace(ref, role=role))
    return list(out.values())


def place_party(mention: ResolvedMention, ctx: Context) -> Actor | None:
    """The state that a place stands for where it is attacked or held."""
    place = mention.place
    if place is None or place.country is None:
        return None
    state = ctx.doc.kb.entities.get(f"state:{place.country}")
    name = state.name if state is not None else place.name
    return Actor(Role.RECIPIENT, f"state:{place.country}", name, country=place.country, sector=Sector.GOV)


def place_in(reach: Iterable[Item], ctx: Context) -> Place | None:
    """The first place told behind a locative."""
    for item in reach:
        if item.mention is not None and item.mention.place is not None:
            index = ctx.items.index(item)
            if index and ctx.items[index - 1].is_cue("at", "to", "toward") and ctx.items[index - 1].last == item.first:
                return item.mention.place
    return None


def new_draft(ctx: Context, verb: Verb, actors: list[Actor], reach: Sequence[Item], *, mode: str | None = None) -> Draft:
    """A draft from a verb and its parties; its evidence runs from the subject to the end of the verb's reach."""
    entry = verb.rule.entry
    start = verb.item.start
    end = ctx.reach_end(verb, reach)
    acting = {a.actor_id for a in actors}
    teller = verb.governor.subject if verb.governor is not None and verb.governor.sense is None else []
    told_by = [i for i in teller if i.mention is not None and any(a.actor_id in acting for a in i.mention.refs)]
    for item in (*verb.subject, *verb.agent, *told_by):
        if ctx.sentence.start <= item.start < ctx.sentence.end:
            start, end = min(start, item.start), max(end, item.end)
    return Draft(
        sentence=ctx.sentence,
        event_type=entry.type,
        event_mode=mode or entry.mode,
        actors=list({(a.role, a.actor_id): a for a in actors}.values()),
        start=start,
        end=end,
        trigger_start=verb.item.start,
        trigger_end=verb.item.end,
        rule=verb.rule.rule,
        place=place_in(reach, ctx),
        noun=verb.rule.noun,
        verb=verb,
    )
