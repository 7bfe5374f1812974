"""Who is the subject of a trigger, and is the deed told as done: one look leftwards from each trigger of a sentence.

Vietnamese has no inflection; order and small words tell. From a trigger the reader walks left over its modifiers
("đã", "sẽ", "không", "bị") to the mention that governs it, and gives up where another clause begins. Verbs are read
left to right, so that a verb without a subject of its own takes that of the verb it continues.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lib.coding.clause_subjects import PREPOSITIONS, SubjectSearch, Walk
from lib.coding.verbs import Verb
from lib.records import EventType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.items import Item
    from lib.language.tokens import Token

_PERSONS = frozenset({"nghi phạm", "tội phạm", "thủ phạm", "hung thủ", "tay súng", "phạm nhân", "tù nhân"})
_VOWS = frozenset({EventType.THREATEN, EventType.AGREE, EventType.REQUEST})
_BREAKS = frozenset(".?!")
_OPENERS = frozenset({"express.reacts", "express.position"})
_FORCE = frozenset({EventType.ASSAULT, EventType.COERCE})
_LISTING = frozenset({"và", "hoặc", "hay", "lẫn", "cũng", "cùng"})
_OFFICES = frozenset("phó chủ giám bộ thứ người trưởng cố ủy uỷ nguyên cựu phát trợ đại tổng".split())  # first syllables
_BUT = frozenset({"song", "nhưng", "còn"})
_NEXT = 4  # tokens between the place that somebody goes to and what he or she does there
_CLASS = 5  # tokens between the comma of "Nga, quốc gia đã …" and its verb


class ClauseReader(SubjectSearch):
    """Reads the verbs of one sentence."""

    def __init__(self, items: Sequence[Item], tokens: Sequence[Token]) -> None:
        super().__init__(items, tokens)
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
        if item.sense is not None and not item.sense.noun and item.first:
            words = [t.low for t in self.tokens[max(0, item.first - 2) : item.first]]
            if words[-1] in {"người", "kẻ", "phạm", "nhà", "tội"}:
                return True  # "người ủng hộ", "nghi phạm mưu sát": who does it, not that it is done
            if words[-1] == "bị" and words[0] in {"người", "kẻ"} and not self._apposed(item.first - 2):
                return True  # "người bị kết án tù chung thân": whom it may have been done to
        if self._told_by_noun(index):
            return True
        return (
            before is not None and before.is_cue("nominal") and before.last == item.first and item.sense is not None and not item.sense.noun
        )

    def _told_by_noun(self, index: int) -> bool:
        """ "lời đe dọa 'phong tỏa hải phận'": the deed that a noun of speech quotes."""
        item, last = self.items[index], self.verbs[-1] if self.verbs else None
        if last is None or not last.nominal or last.index != index - 1 or not last.is_statement or item.first == last.item.last:
            return False
        return all(not t.is_word for t in self.tokens[last.item.last : item.first])

    def _apposed(self, at: int) -> bool:
        """Whether a comma and a mention stand right before the token `at` ("Tướng X, người bị ám sát hụt")."""
        return self.tokens[at - 1].text == "," and any(i.mention is not None and i.last == at - 1 for i in self.items)

    def _bind(self, verb: Verb) -> None:
        walk = Walk()
        for j in range(verb.index - 1, -1, -1):
            item = self.items[j]
            if self._sentence_break(item.last, self.items[j + 1].first):
                break
            if item.mention is not None:
                if self._reopened(j, verb, walk) or self._take_mention(verb, j, walk):
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

    def _take_cue(self, verb: Verb, j: int, walk: Walk) -> bool:
        """Note what a cue says of the verb; True where the clause begins there."""
        kind = self.items[j].cue
        near = not walk.crossed_comma and not (walk.crossed_and and verb.is_statement)
        opens = kind in {"separator", "subordinate"} or (kind == "coordinator" and self.tokens[self.items[j].first].low in _BUT)
        if opens and not walk.crossed_comma and self._own_subject(self.items[j].last, verb):
            walk.unnamed = True
            return True
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
        behind = walk.crossed_comma and verb.is_statement  # "sẽ đáp trả mọi hành động gây hấn, cảnh báo…": whoever spoke goes on
        opens = kind in {"relative", "complement"} and self._clause_opens(j) and not behind
        walk.content = opens and self.tokens[self.items[j].first].low == "việc"
        return opens

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
            verb.passive = not self._reported(item.last)
        elif kind == "passive" and self._hit_by(j, verb):
            verb.doubt = verb.doubt or "object"
        elif kind == "past":
            verb.past = True
        elif kind == "habit":
            verb.habit = True

    def _reported(self, first: int) -> bool:
        """ "Iran được cho là đã phóng tên lửa": so it is said of the subject, which does it."""
        return [t.low for t in self.tokens[first : first + 2]] in (["cho", "là"], ["cho", "đã"], ["coi", "là"])

    def _take_mention(self, verb: Verb, j: int, walk: Walk) -> bool:
        item = self.items[j]
        before = self.items[j - 1] if j else None
        adjacent = before is not None and item.first - before.last <= 0
        by = self._wielded(j) if before is not None and before.is_cue("force") else before
        if by is not None and adjacent and by.is_cue("passive") and not walk.crossed_comma and verb.item.first - item.last <= 3:
            verb.passive = True
            verb.agent = [item]
            return False
        if before is not None and adjacent and before.is_cue(*PREPOSITIONS) and not self._together(j):
            owns = self.tokens[before.first].low == "của"  # whose a thing is says more than where it is
            if (verb.beside is None or owns) and not walk.crossed_comma and before.is_cue("at", "of"):
                verb.beside = item
            if walk.crossed_of is None and (before.is_cue("of") or self.tokens[before.first].low == "từ"):
                walk.crossed_of = item
            return False
        if self._continues_governed(j) or self._kin_of_subject(j) or self._in_brackets(j) or self._ordered(verb, j, walk):
            return False
        if item.mention is not None and (item.mention.form == "media" or (item.mention.form == "place" and self._loose(j))):
            return False
        walk.unnamed = adjacent and j - 1 in self._qualifying  # "Những người chỉ trích ông Zelensky nói": the object of a noun
        if walk.unnamed:
            return True
        owner = self._verb_before(self.items.index(self._group(j)[0])) or self._asked_of(j) or self._asked_too(j)
        if owner is not None:
            return self._under(verb, owner, j, walk)
        if (walk.crossed_comma or walk.crossed_and) and verb.is_statement:
            teller = self._teller_before(j)
            if teller is not None:
                self._continue(verb, teller, comma=walk.crossed_comma)
                return True
        if not verb.is_statement and not verb.passive and self._somebody_between(item.last, verb):
            return True  # "FBI truy nã nghi phạm sát hại…": the deed is that person's
        self._take_group(verb, j)
        self._peek_left(verb, verb.subject[0])
        return True

    def _holder_of(self, j: int) -> Item | None:
        """ "Ông A, phó chủ tịch Ủy ban B Trung Quốc đón…": whose office ends with the state at `j` that the verb follows."""
        for k in range(j - 1, 0, -1):
            item = self.items[k]
            if item.is_cue("separator"):
                holder = self.items[k - 1]
                named = holder.is_person and holder.last == item.first and self.tokens[item.first].text == ","
                return holder if named and self.tokens[item.last].low in _OFFICES else None
            if item.mention is None and not item.is_cue("nominal", "of"):
                return None
        return None

    def _wielded(self, j: int) -> Item | None:
        """ "bị UAV Iran tấn công", "bị lính Nga bắt": what stands right before the force that the mention at `j` owns."""
        before, force = self.items[j - 2] if j > 1 else None, self.items[j - 1]
        return before if before is not None and force.first - before.last <= 1 else None

    def _take_group(self, verb: Verb, j: int) -> None:
        """The mention at `j` and those before it as the subject; a list of them qualifies no noun."""
        verb.subject = self._group(j)
        verb.loose, verb.force = len(verb.subject) == 1 and self._loose(j), self._force(j)
        holder = self._holder_of(j) if verb.loose else None
        if holder is not None:
            verb.subject, verb.loose = [holder], False

    def _in_brackets(self, j: int) -> bool:
        """ "báo Welt (Đức) dẫn lời": a state in brackets says where something is from."""
        item = self.items[j]
        after = self.tokens[item.last].text if item.last < len(self.tokens) else ""
        state = item.mention is not None and item.mention.kind is MentionKind.STATE
        return state and after == ")" and item.first > 0 and self.tokens[item.first - 1].text == "("

    def _ordered(self, verb: Verb, j: int, walk: Walk) -> bool:
        """ "Ông Trump lệnh cho quân đội rút về, chỉ trích…": who is ordered says nothing."""
        before = self.items[j - 1] if j else None
        ordered = before is not None and before.is_cue("order") and before.last == self.items[j].first
        return ordered and walk.crossed_comma and verb.is_statement

    def _kin_of_subject(self, j: int) -> bool:
        """ "Bà Kim Yo-jong, em gái lãnh đạo Triều Tiên, cảnh báo…": whose kin somebody is says no new subject."""
        mention, comma, person = self.items[j].mention, self.items[j - 1], self.items[j - 2] if j > 1 else None
        if mention is None or not mention.modifier or mention.form != "definite" or person is None or not person.is_person:
            return False
        return self.tokens[comma.first].text == "," and comma.first == person.last and comma.last == self.items[j].first

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
        return self._verb_before(j - 2) is None and not (j > 2 and self.items[j - 3].is_cue(*PREPOSITIONS))

    def _under(self, verb: Verb, owner: Verb, j: int, walk: Walk) -> bool:
        """The mention at `j` is what `owner` is done to: settle what that makes it to `verb`."""
        if walk.crossed_comma or (walk.crossed_and and (verb.is_statement or owner.sense is not None)):
            self._continue(verb, owner, comma=walk.crossed_comma)
            return True
        if self._arrives(verb, owner, j):
            self._continue(verb, owner, comma=False)
            verb.doubt, verb.planned = verb.doubt or owner.doubt, verb.planned or owner.planned
            return True
        verb.governor = owner
        if owner.sense is None:
            self._take_group(verb, j)
            verb.doubt = verb.doubt or owner.doubt
            self._peek_left(verb, verb.subject[0])
        else:
            verb.subject = self._group(j)
            verb.doubt = verb.doubt or "object"
        return True

    def _arrives(self, verb: Verb, owner: Verb, j: int) -> bool:
        """ "tới Moskva gặp ông Putin": who goes to a place does there what follows it."""
        if owner.sense is None or verb.sense is None or owner.sense.entry.frame != "visit" or owner.sense.noun or not owner.subject:
            return False
        if self.items[j].is_person or verb.item.first - self.items[j].last > _NEXT:
            return False
        went = (a for i in owner.subject if i.mention is not None for a in i.mention.refs)
        return not owner.sense.weak or any(a.title or a.actor_id.startswith("person:") for a in went)

    def _take_verb(self, verb: Verb, other: Verb, walk: Walk) -> bool:
        if other.sense is not None and other.sense.noun:
            if other.is_statement and verb.item.first - other.item.last <= 1 and not (verb.sense is not None and verb.sense.noun):
                verb.doubt = verb.doubt or "object"  # "lời đe dọa phong tỏa cảng"
            return False
        if other.sense is None and not verb.is_statement and self._own_subject(self._content_of(other), verb, counted=True):
            walk.unnamed = True
            return True  # "cho biết khoảng 900 người di cư đã tràn vào cảng"
        if walk.crossed_comma or walk.crossed_and:
            self._continue(verb, other, comma=walk.crossed_comma)
            return True
        verb.governor = other
        suffers = verb.passive or (verb.sense is not None and verb.sense.entry.frame == "suffer")
        if suffers and other.sense is None and self._unread(other.item.last, verb.item.first) > 1:
            return True  # "tuyên bố không phận … sẽ bị phong tỏa": the subject is a thing that no mention names
        verb.subject = list(other.subject)
        verb.loose, verb.force = other.loose, other.force
        verb.planned = verb.planned or other.planned
        if other.sense is not None and verb.sense is not None:
            verb.doubt = verb.doubt or ("" if _transparent(other, verb) else "object")
        verb.doubt = verb.doubt or other.doubt
        return True

    def _content_of(self, teller: Verb) -> int:
        """The token with which what is said begins, behind "rằng"."""
        last = teller.item.last
        return last + (last < len(self.tokens) and self.tokens[last].low == "rằng")

    def _somebody_between(self, first: int, verb: Verb) -> bool:
        """Whether a noun of persons whom no mention names stands between a mention and the verb, or an affair with doers of its own."""
        words = [t.low for t in self.tokens[first : verb.item.first]]
        if any(self._is_affair(t) for t in range(first, verb.item.first - 1)) and self._own_subject(first, verb):
            return True
        return "kẻ" in words or any(pair in _PERSONS for pair in map(" ".join, pairwise(words)))

    def _unread(self, first: int, last: int) -> int:
        """How many words between two tokens belong to no item, nouns of craft among them: what they name no mention does."""
        read = sum(i.last - i.first for i in self.items if first <= i.first < last and not i.is_cue("force", "blank"))
        return sum(t.is_word for t in self.tokens[first:last]) - read

    def _continue(self, verb: Verb, other: Verb, *, comma: bool) -> None:
        """A verb coordinated with an earlier one: a statement goes back to whoever speaks, a deed stays where it is."""
        if verb.is_statement:
            while other.governor is not None and (
                other.doubt == "object" or (comma and (other.doubt == "hypothesis" or other.governor.sense is None))
            ):
                other = other.governor
            verb.doubt = verb.doubt or (other.doubt if other.doubt == "hypothesis" else "")
        elif (
            other.sense is not None
            and other.sense.entry.is_statement
            and (
                other.sense.entry.frame in {"demand", "need"}
                or other.sense.entry.mode == "pledge"
                or other.sense.entry.frame == "charge"
                or (other.is_accord and not comma)
            )
        ):
            verb.doubt = verb.doubt or "object"
        elif other.doubt in {"object", "hypothesis"}:
            verb.doubt = verb.doubt or other.doubt
        elif other.doubt == "ended" and other.governor is not None and _asks(other.governor):
            verb.doubt = verb.doubt or "object"  # "kêu gọi M23 chấm dứt tấn công, rút khỏi Goma"
        verb.subject = list(other.subject)
        verb.loose, verb.force = other.loose, other.force
        verb.governor = other.governor
        if not verb.is_statement and not other.is_statement:
            verb.planned = verb.planned or other.planned  # "sẽ tham dự hội nghị và thăm Cuba"

    def _continues_governed(self, j: int) -> bool:
        """Whether the mention continues a list that a preposition governs ("với Anh, Pháp và Đức")."""
        last, k = j, j - 1
        while k >= 1 and self._lists(self.items[k]) and self.items[j].first - self.items[k].last <= 0:
            if self.items[k - 1].mention is None or self.items[k].first - self.items[k - 1].last > 0:
                return False
            before = self.items[k - 2] if k >= 2 else None
            if before is None or (self.items[k - 1].is_place and self.items[j].is_person):
                return False
            if self.tokens[before.first].low == "do":
                return True  # "vũ khí do Mỹ, Anh viện trợ"
            if before.is_cue(*PREPOSITIONS):
                comma = self.tokens[self.items[last - 1].first].text == ","
                opens = k == 2 and before.is_cue("at") and self.tokens[self.items[k].first].text == ","
                return not (comma and not self._list_goes_on(last)) and not (opens and not self._of_one_list(k - 1, k + 1))
            j, k = k - 1, k - 2
        return False

    def _lists(self, link: Item) -> bool:
        """Whether a link may stand inside a list; "nhưng", "song" and their like open a clause."""
        return link.is_cue("separator") or (link.is_cue("coordinator") and self.tokens[link.first].low in _LISTING)

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
            elif item.is_cue("future"):
                verb.planned = True
            elif item.is_cue("subordinate"):
                ahead = self.tokens[item.first].low == "trước" and item.last - item.first > 1
                force = verb.sense is not None and verb.sense.entry.type in _FORCE  # "trước khi bị Mỹ đánh chìm": it came to that
                verb.planned = verb.planned or (ahead and not force)
                return  # what stands before "khi", "vì" governs another clause

    def _reopened(self, j: int, verb: Verb, walk: Walk) -> bool:
        """A comma and a class noun reopen the mention at `j` for the verb: "Nga, quốc gia đã xâm lược Georgia"."""
        comma = self.items[j + 1]
        if not walk.crossed_comma or verb.is_statement:
            return False
        if self.tokens[comma.first].text != "," or comma.first != self.items[j].last or verb.item.first - comma.last > _CLASS:
            return False
        words = [t.low for t in self.tokens[comma.last : verb.item.first]]
        if not words or words[0] not in {"nước", "người", "nhóm", "bên", "quốc"} or not {"đã", "vừa", "từng", "mới"} & set(words):
            return False
        verb.subject = [self.items[j]]
        return True


def _asks(verb: Verb) -> bool:
    """Whether it demands what follows it."""
    return verb.sense is not None and verb.sense.entry.frame in {"demand", "need"}


def _transparent(verb: Verb, following: Verb) -> bool:
    """Verbs that only open what they are followed by ("quyết định cắt quan hệ", "lên tiếng sau lời chỉ trích của…")."""
    noun = following.sense is not None and following.sense.noun
    return verb.sense is None or (noun and verb.sense.entry.id in _OPENERS and not verb.planned)
