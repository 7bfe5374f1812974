"""Who is the subject of a trigger, and is the deed told as done: one look leftwards from each trigger of a sentence.

Vietnamese has no inflection; order and small words tell. From a trigger the reader walks left over its modifiers
("đã", "sẽ", "không", "bị") to the mention that governs it, and gives up where another clause begins. Verbs are read
left to right, so that a verb without a subject of its own takes that of the verb it continues.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from lib.coding.verbs import Verb
from lib.records import EventType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.items import Item
    from lib.language.tokens import Token

_PREPOSITIONS = ("of", "with", "toward", "to", "at", "about", "between", "according")
_PERSONS = frozenset({"nghi phạm", "tội phạm", "thủ phạm", "hung thủ", "tay súng"})
_BLAMES = frozenset({EventType.ACCUSE, EventType.SANCTION, EventType.THREATEN, EventType.REJECT, EventType.COERCE})
_VOWS = frozenset({EventType.THREATEN, EventType.AGREE, EventType.REQUEST})
_BREAKS = frozenset(".?!")


@dataclass(slots=True)
class _Walk:
    """What the walk to the left has met so far."""

    crossed_comma: bool = False
    crossed_and: bool = False
    crossed_of: Item | None = None
    clause_end: bool = False
    unnamed: bool = False


class ClauseReader:
    """Reads the verbs of one sentence."""

    def __init__(self, items: Sequence[Item], tokens: Sequence[Token]) -> None:
        self.items = items
        self.tokens = tokens
        self.verbs: list[Verb] = []
        self._at: dict[int, Verb] = {}
        self._qualifying: set[int] = set()

    def read(self) -> list[Verb]:
        """Every trigger and verb of speaking, left to right, bound to its subject."""
        for index, item in enumerate(self.items):
            if item.sense is not None or item.is_cue("speech"):
                verb = Verb(index, item, item.sense, nominal=self._qualifies(index))
                verb.planned = self.tokens[item.first].low == "sẽ" and item.sense is not None and item.sense.entry.type not in _VOWS
                self._bind(verb)
                self.verbs.append(verb)
                if not verb.nominal:
                    self._at[index] = verb
                elif item.first and self.tokens[item.first - 1].low in {"người", "kẻ"}:
                    self._qualifying.add(index)
        return self.verbs

    def _qualifies(self, index: int) -> bool:
        """Whether a verbal trigger stands right behind a noun that it only qualifies ("đoàn xe viện trợ")."""
        item, before = self.items[index], self.items[index - 1] if index else None
        if self.tokens[item.first].low == "bắt" and index + 2 < len(self.items) and self.tokens[self.items[index + 2].first].low == "phải":
            return True  # "bắt Iran phải trả giá": it only causes
        if item.sense is not None and not item.sense.noun and item.first and self.tokens[item.first - 1].low in {"người", "kẻ", "phạm"}:
            return True  # "người ủng hộ", "nghi phạm mưu sát": who does it, not that it is done
        return (
            before is not None and before.is_cue("nominal") and before.last == item.first and item.sense is not None and not item.sense.noun
        )

    def _bind(self, verb: Verb) -> None:
        walk = _Walk()
        for j in range(verb.index - 1, -1, -1):
            item = self.items[j]
            if self._sentence_break(item.last, self.items[j + 1].first):
                break
            if item.mention is not None:
                if self._take_mention(verb, j, walk):
                    break
            elif j in self._at:
                if self._take_verb(verb, self._at[j], walk):
                    break
            elif item.cue and self._take_cue(verb, j, walk):
                break
        if not verb.subject and not walk.unnamed and (not verb.agent or (walk.crossed_of is not None and not walk.crossed_comma)):
            self._subject_elsewhere(verb, walk)

    def _sentence_break(self, left: int, right: int) -> bool:
        return any(self.tokens[t].text in _BREAKS for t in range(left, right))

    def _take_cue(self, verb: Verb, j: int, walk: _Walk) -> bool:
        """Note what a cue says of the verb; True where the clause begins there."""
        kind = self.items[j].cue
        near = not walk.crossed_comma and not (walk.crossed_and and verb.is_statement)
        if kind == "separator" and self._is_clause_break(j):
            walk.crossed_comma = True
        elif kind == "coordinator":
            link = self.tokens[self.items[j].first].low
            walk.crossed_and = walk.crossed_and or link in {"và", "hoặc", "hay"}
            walk.crossed_comma = walk.crossed_comma or link not in {"và", "hoặc", "hay", "cũng"}
        elif kind == "subordinate":
            walk.clause_end = not self._meanwhile(j)
            return True
        elif kind == "cause" and near and verb.item.first - self.items[j].last <= 2:
            verb.doubt = verb.doubt or "effect"
        elif near:
            self._modify(verb, j, kind)
        return kind in {"relative", "complement"} and self._clause_opens(j)

    def _meanwhile(self, j: int) -> bool:
        """ "giữa lúc biểu tình lan rộng": such a clause has a subject of its own, told or not."""
        return self.tokens[self.items[j].first].low in {"giữa", "trong"} and self.items[j].last - self.items[j].first > 1

    def _clause_opens(self, j: int) -> bool:
        """A complement right behind a verb is that verb's; elsewhere "là", "việc" open a clause of their own."""
        return not any(k in self._at for k in range(max(0, j - 2), j))

    def _is_clause_break(self, j: int) -> bool:
        text = self.tokens[self.items[j].first].text
        return text in {",", ";", "–", "—", "…"}

    def _modify(self, verb: Verb, j: int, kind: str) -> None:
        item = self.items[j]
        gap = verb.item.first - item.last
        if kind == "negation" and not (verb.sense and not verb.sense.entry.negated and gap > 0):
            verb.doubt = "negated" if verb.doubt in {"", "purpose"} else verb.doubt
        elif kind == "future":
            verb.planned = True
        elif kind in {"hypothesis", "purpose"}:
            verb.doubt = verb.doubt or kind
        elif kind == "end" and gap <= 3:
            verb.doubt = verb.doubt or "ended"
        elif kind == "passive" and gap <= 3:
            verb.passive = True
        elif kind == "past":
            verb.past = True
        elif kind == "habit":
            verb.habit = True

    def _take_mention(self, verb: Verb, j: int, walk: _Walk) -> bool:
        item = self.items[j]
        before = self.items[j - 1] if j else None
        adjacent = before is not None and item.first - before.last <= 0
        if before is not None and adjacent and before.is_cue("passive") and not walk.crossed_comma and verb.item.first - item.last <= 3:
            verb.passive = True
            verb.agent = [item]
            return False
        if before is not None and adjacent and before.is_cue(*_PREPOSITIONS) and not self._together(j):
            if verb.beside is None and not walk.crossed_comma and before.is_cue("at", "of"):
                verb.beside = item
            if walk.crossed_of is None and (before.is_cue("of") or self.tokens[before.first].low == "từ"):
                walk.crossed_of = item
            return False
        if self._continues_governed(j):
            return False
        if item.mention is not None and (item.mention.form == "media" or (item.mention.form == "place" and self._loose(j))):
            return False
        walk.unnamed = adjacent and j - 1 in self._qualifying  # "Những người chỉ trích ông Zelensky nói": the object of a noun
        if walk.unnamed:
            return True
        owner = self._verb_before(self.items.index(self._group(j)[0])) or self._asked_of(j)
        if owner is not None:
            return self._under(verb, owner, j, walk)
        if (walk.crossed_comma or walk.crossed_and) and verb.is_statement:
            teller = self._teller_before(j)
            if teller is not None:
                self._continue(verb, teller, comma=walk.crossed_comma)
                return True
        if not verb.is_statement and not verb.passive and self._person_between(item.last, verb.item.first):
            return True  # "FBI truy nã nghi phạm sát hại…": the deed is that person's
        verb.subject = self._group(j)
        verb.loose, verb.force = self._loose(j), self._force(j)
        self._peek_left(verb, verb.subject[0])
        return True

    def _teller_before(self, j: int) -> Verb | None:
        """The statement that the mention at `j` stands in: behind a comma, a further statement is its speaker's."""
        for k in range(j - 1, -1, -1):
            verb = self._at.get(k)
            if verb is not None and verb.is_statement and verb.subject and not (verb.sense is not None and verb.sense.noun):
                return verb
        return None

    def _together(self, j: int) -> bool:
        """ "Thái Lan cùng Campuchia lên án": "cùng" between two parties at the head of a clause joins them."""
        before, other = self.items[j - 1], self.items[j - 2] if j > 1 else None
        if other is None or other.mention is None or self.tokens[before.first].low != "cùng" or before.first != other.last:
            return False
        return self._verb_before(j - 2) is None and not (j > 2 and self.items[j - 3].is_cue(*_PREPOSITIONS))

    def _loose(self, j: int) -> bool:
        """Whether a plain noun stands right before the mention, so that the mention only qualifies it ("chuyên gia Mỹ")."""
        first = self.items[j].first
        mention = self.items[j].mention
        if first == 0 or (mention is not None and mention.kind is MentionKind.PERSON):
            return False
        if not self.tokens[first - 1].is_word:
            return False
        return not any(i.last == first and not i.is_cue("with", "nominal", "force") for i in self.items[:j])

    def _force(self, j: int) -> bool:
        """Whether a noun of forces or craft stands before the mention ("tàu Trung Quốc", "lính của Nga")."""
        return any(i.is_cue("force") and 0 <= self.items[j].first - i.last <= 3 for i in self.items[max(0, j - 3) : j])

    def _under(self, verb: Verb, owner: Verb, j: int, walk: _Walk) -> bool:
        """The mention at `j` is what `owner` is done to: settle what that makes it to `verb`."""
        if walk.crossed_comma or (walk.crossed_and and (verb.is_statement or owner.sense is not None)):
            self._continue(verb, owner, comma=walk.crossed_comma)
            return True
        verb.governor = owner
        if owner.sense is None:
            verb.subject = self._group(j)
            verb.loose, verb.force = self._loose(j), self._force(j)
            verb.doubt = verb.doubt or owner.doubt
            self._peek_left(verb, verb.subject[0])
        else:
            verb.subject = self._group(j)
            verb.doubt = verb.doubt or "object"
        return True

    def _take_verb(self, verb: Verb, other: Verb, walk: _Walk) -> bool:
        if other.sense is not None and other.sense.noun:
            return False
        if walk.crossed_comma or walk.crossed_and:
            self._continue(verb, other, comma=walk.crossed_comma)
            return True
        verb.governor = other
        if verb.passive and other.sense is None and self._unread(other.item.last, verb.item.first) > 1:
            return True  # "tuyên bố không phận … sẽ bị phong tỏa": the subject is a thing that no mention names
        verb.subject = list(other.subject)
        verb.loose, verb.force = other.loose, other.force
        verb.planned = verb.planned or other.planned
        if other.sense is not None and verb.sense is not None:
            verb.doubt = verb.doubt or ("object" if not _transparent(other) else "")
        verb.doubt = verb.doubt or other.doubt
        return True

    def _person_between(self, first: int, last: int) -> bool:
        """Whether a noun of persons whom no mention names stands between two tokens."""
        words = [t.low for t in self.tokens[first:last]]
        return "kẻ" in words or any(
            pair in {"nghi phạm", "tội phạm", "thủ phạm", "hung thủ", "tay súng"} for pair in map(" ".join, pairwise(words))
        )

    def _unread(self, first: int, last: int) -> int:
        """How many words between two tokens belong to no item."""
        read = sum(i.last - i.first for i in self.items if first <= i.first < last)
        return sum(t.is_word for t in self.tokens[first:last]) - read

    def _continue(self, verb: Verb, other: Verb, *, comma: bool) -> None:
        """A verb coordinated with an earlier one: a statement goes back to whoever speaks, a deed stays where it is."""
        if verb.is_statement:
            while other.governor is not None and (other.doubt == "object" or (comma and other.governor.sense is None)):
                other = other.governor
            verb.doubt = verb.doubt or (other.doubt if other.doubt == "hypothesis" else "")
        elif (
            other.sense is not None
            and other.sense.entry.is_statement
            and (other.sense.entry.frame in {"demand", "need"} or other.sense.entry.mode == "pledge")
        ):
            verb.doubt = verb.doubt or "object"
        elif other.doubt in {"object", "hypothesis"}:
            verb.doubt = verb.doubt or other.doubt
        verb.subject = list(other.subject)
        verb.loose, verb.force = other.loose, other.force
        verb.governor = other.governor
        if not verb.is_statement and not other.is_statement:
            verb.planned = verb.planned or other.planned  # "sẽ tham dự hội nghị và thăm Cuba"

    def _verb_before(self, j: int) -> Verb | None:
        """The verb that the mention at `j` is the object of, if it stands in its span."""
        for k in range(j - 1, -1, -1):
            item = self.items[k]
            if k in self._at:
                verb = self._at[k]
                if verb.sense is not None and verb.sense.noun:
                    return None
                return verb if self.items[j].first - item.last <= 9 else None
            if item.is_cue("separator") and self._told_before(k):
                continue
            if item.mention is not None or item.is_cue("separator", "coordinator", "subordinate", "relative"):
                return None
        return None

    def _asked_of(self, j: int) -> Verb | None:
        """The demand behind which the mention at `j` goes on a list ("yêu cầu Hội đồng Bảo an, Đại hội đồng và mọi nước không…")."""
        verb = self._at.get(j - 3)
        asks = verb is not None and verb.sense is not None and verb.sense.entry.frame == "demand" and self.items[j - 1].is_cue("separator")
        return verb if asks and verb is not None and self._listed_object(verb, j - 1) else None

    def _told_before(self, k: int) -> bool:
        """Whether a verb of speaking stands right before the comma at `k` ("cho rằng, các nước cần…")."""
        verb = self._at.get(k - 1)
        return verb is not None and verb.sense is None and self.items[k].first == verb.item.last

    def _continues_governed(self, j: int) -> bool:
        """Whether the mention continues a list that a preposition governs ("với Anh, Pháp và Đức")."""
        last, k = j, j - 1
        while k >= 1 and self.items[k].is_cue("separator", "coordinator") and self.items[j].first - self.items[k].last <= 0:
            if self.items[k - 1].mention is None or self.items[k].first - self.items[k - 1].last > 0:
                return False
            before = self.items[k - 2] if k >= 2 else None
            if before is None or (self.items[k - 1].is_place and self.items[j].is_person):
                return False
            if before.is_cue(*_PREPOSITIONS):
                comma = self.tokens[self.items[last - 1].first].text == ","
                opens = k == 2 and before.is_cue("at") and self.tokens[self.items[k].first].text == ","
                return not (comma and not self._list_goes_on(last)) and not (opens and not self._of_one_list(k - 1, k + 1))
            j, k = k - 1, k - 2
        return False

    def _of_one_list(self, left: int, right: int) -> bool:
        """ "Tại Geneva, Mỹ và Nga ký…" opens with a place and goes on with a subject; "Tại Anh, Pháp và Đức", "Tại Texas, Mỹ" are one."""
        one, other = self.items[left].mention, self.items[right].mention
        if one is None or other is None:
            return True
        home = one.place.country if one.place is not None else None
        return (one.kind is other.kind and one.form == other.form) or home in {a.country for a in other.refs}

    def _list_goes_on(self, j: int) -> bool:
        """After "với Anh, Pháp": a further "và" or "," right behind says that it is a list, not the main clause's subject."""
        after = self.items[j + 1] if j + 1 < len(self.items) else None
        return (
            after is not None
            and after.first - self.items[j].last <= 0
            and after.is_cue("separator", "coordinator")
            and j + 2 < len(self.items)
            and self.items[j + 2].mention is not None
        )

    def _group(self, j: int) -> list[Item]:
        """The mention at `j` and those coordinated before it."""
        group = [self.items[j]]
        k = j
        while k >= 2:
            link, other = self.items[k - 1], self.items[k - 2]
            if other.mention is None or self.items[k].first - link.last > 0 or link.first - other.last > 0:
                break
            if not self._links(link) or (k >= 3 and self.items[k - 3].is_cue(*_PREPOSITIONS)):
                break
            if (
                self.tokens[link.first].low == ","
                and k == j
                and (self._verb_before(k - 2) is not None or not self._alike(other, self.items[k]))
            ):
                break
            group.insert(0, other)
            k -= 2
        return group

    @staticmethod
    def _alike(left: Item, right: Item) -> bool:
        """Two mentions with only a comma between them are a list where both are plain names of states or bodies."""
        one, other = left.mention, right.mention
        return (
            one is not None
            and other is not None
            and one.kind == other.kind
            and one.kind.value != "person"
            and one.form == other.form != "place"
        )

    def _links(self, link: Item) -> bool:
        text = self.tokens[link.first].low
        return text == "cùng" or (text in {"và", ",", "-", "–", "lẫn", "hay"} and link.last - link.first == 1)

    def _peek_left(self, verb: Verb, subject: Item) -> None:
        """What stands before the subject may govern the whole clause: "nếu", "nguy cơ", "để"."""
        at = next(i for i, item in enumerate(self.items) if item is subject)
        for k in range(at - 1, max(-1, at - 4), -1):
            item = self.items[k]
            if item.mention is not None or item.is_cue("separator") or subject.first - item.last > 5:
                return
            if k in self._at:
                verb.governor = verb.governor or self._at[k]
                return
            if item.is_cue("hypothesis", "purpose", "end"):
                verb.doubt = verb.doubt or item.cue
            elif item.is_cue("future") or (
                item.is_cue("subordinate") and self.tokens[item.first].low == "trước" and item.last - item.first > 1
            ):
                verb.planned = True

    def _subject_elsewhere(self, verb: Verb, walk: _Walk) -> None:
        """A clause that begins without a subject takes the owner of its noun, the main clause's subject, or what follows its comma."""
        if walk.crossed_of is not None and not walk.crossed_comma:
            verb.subject = self._group_forward(self.items.index(walk.crossed_of))
            verb.loose = verb.loose or bool(verb.agent)  # "Cận vệ của A bị B trục xuất": A's side, not A
            return
        earlier = next((v for v in self.verbs if v.subject and not v.doubt), None)
        blamed = self._blamed(verb) if walk.clause_end else []
        if blamed:
            verb.subject, verb.doubt = blamed, verb.doubt or "object"
            return
        if walk.clause_end and earlier is not None:
            verb.subject = list(earlier.subject)
            verb.loose, verb.force = earlier.loose, earlier.force
            return
        if walk.clause_end and self._opening(verb) is not None:
            verb.subject = self._group(self._opening(verb) or 0)
            return
        if earlier is not None and earlier.subject[0].start > verb.item.start:
            verb.subject = list(earlier.subject)
        elif earlier is None and self._introduces(verb):
            verb.subject = self._after_comma(verb)

    def _blamed(self, verb: Verb) -> list[Item]:
        """ "chỉ trích Israel vì tấn công Lebanon": the deed that somebody is blamed for is the blamed one's."""
        cause = next((k for k in range(verb.index - 1, -1, -1) if self.items[k].is_cue("subordinate")), None)
        if cause is None or self.tokens[self.items[cause].first].low not in {"vì", "bởi", "do"}:
            return []
        blaming = next((self._at[j] for j in range(cause - 1, -1, -1) if j in self._at), None)
        if blaming is None or (blaming.sense is not None and blaming.sense.entry.type not in _BLAMES):
            return []
        return [i for i in self.items[blaming.index + 1 : cause] if i.mention is not None][:1]

    def _opening(self, verb: Verb) -> int | None:
        """The mention that opens the sentence, where its own verb is none of the lexicon's."""
        for k in range(verb.index):
            item = self.items[k]
            if item.mention is not None and item.mention.form not in {"media", "place"}:
                governed = k and self.items[k - 1].is_cue(*_PREPOSITIONS) and self.items[k - 1].last == item.first
                return None if governed or self._loose(k) else k
            if item.sense is not None or item.is_cue("subordinate"):
                return None
        return None

    def _introduces(self, verb: Verb) -> bool:
        """Whether the verb stands in a phrase before the main clause ("Phát biểu tại…"), not in a clause whose subject is unknown."""
        covered = sum(i.last - i.first for i in self.items[: verb.index])
        opens = (
            bool(self.items)
            and self.items[0].first == 0
            and self.items[0].is_cue("subordinate", "toward", "at", "about", "purpose", "time", "speech", "with")
        )
        return opens or verb.item.first - covered <= 1

    def _apposition(self, k: int) -> bool:
        """Whether a comma and a class noun reopen the mention before it ("Pakistan, nước trung gian…")."""
        after = self.items[k].last
        return after < len(self.tokens) and self.tokens[after].low in {"nước", "người", "nhóm", "tổ", "bên", "quốc"}

    def _after_comma(self, verb: Verb) -> list[Item]:
        """ "Phát biểu tại Tehran, ông nói": the mention that opens the clause behind the first comma."""
        for k in range(verb.index + 1, len(self.items) - 1):
            if self.items[k].is_cue("separator") and self.tokens[self.items[k].first].text == ",":
                following = self.items[k + 1]
                if self._listed_object(verb, k):
                    return []
                if following.mention is not None and following.first - self.items[k].last <= 0 and following.mention.form != "media":
                    return self._group_forward(k + 1)
        return []

    def _listed_object(self, verb: Verb, k: int) -> bool:
        """ "yêu cầu Hội đồng Bảo an, Đại hội đồng và…": the comma at `k` goes on a list that begins right behind the verb."""
        one, other = self.items[k - 1], self.items[k + 1]
        begins = k == verb.index + 2 and one.first == verb.item.last and self._alike(one, other)
        return begins and any(i.first == other.last and self.tokens[i.first].low in {"và", ","} for i in self.items[k + 2 : k + 3])

    def _group_forward(self, k: int) -> list[Item]:
        """The mention at `k` and those coordinated behind it."""
        end = k
        while end + 2 < len(self.items) and self._joined(end):
            end += 2
        return [i for i in self.items[k : end + 1] if i.mention is not None]

    def _joined(self, k: int) -> bool:
        link, other = self.items[k + 1], self.items[k + 2]
        return self._links(link) and other.mention is not None and link.first == self.items[k].last and other.first == link.last


def _transparent(verb: Verb) -> bool:
    """Verbs that only open the deed they are followed by ("quyết định cắt quan hệ", "bày tỏ phản đối")."""
    return verb.sense is None
