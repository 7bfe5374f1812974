"""A sentence as a row of items: mentions, triggers, cues and dates, in order; plain words fall between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lib.language.phrases import Match
from lib.language.words import in_longer_word
from lib.records import MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.document import SentenceView
    from lib.coding.mention_types import ResolvedMention
    from lib.coding.quotes import Quote
    from lib.knowledge.triggers import Lexicon, Sense
    from lib.language.tokens import Token
    from lib.records import DateMention

_QUANTITIES = frozenset(
    "thêm loạt hàng hơn gần khoảng ít nhất tới đến chục trăm nghìn ngàn triệu vạn tỷ một hai ba bốn năm sáu bảy "
    "tám chín mười mươi vài nhiều các những số lượng lớn mấy cả toàn bộ tất quả chiếc trái lô đợt".split()
)
_GAP = 14  # tokens within which the tail of a gapped form follows its head
_MARKS = frozenset("\"“”'‘’«»")
_TAIL = 2  # and those that it may go on
_TENSES = frozenset({"đã", "sẽ", "chính", "thức", "tạm", "cùng", "vừa", "đang"})
_WHOLE = frozenset({"negation", "passive", "separator", "coordinator"})  # cues that stand alone even beside a syllable they could pair with


@dataclass(frozen=True, slots=True)
class Item:
    """Tokens `first` to `last` (exclusive) of a sentence; just one of the last four is set."""

    first: int
    last: int
    start: int
    end: int
    mention: ResolvedMention | None = None
    sense: Sense | None = None
    cue: str = ""
    date: DateMention | None = None

    @property
    def is_person(self) -> bool:
        """Whether it names a person."""
        return self.mention is not None and self.mention.kind is MentionKind.PERSON

    @property
    def is_place(self) -> bool:
        """Whether it names a place, or a state as a place."""
        return self.mention is not None and (self.mention.form == "place" or self.mention.place is not None)

    def is_cue(self, *kinds: str) -> bool:
        """Whether it is a cue of one of these kinds."""
        return self.cue in kinds


def items_of(sentence: SentenceView, lexicon: Lexicon, quotes: Sequence[Quote]) -> list[Item]:
    """Lay the sentence out; mentions and dates win over triggers, the longer of trigger and cue wins."""
    tokens = sentence.tokens
    spans: dict[int, tuple[int, ResolvedMention | None, DateMention | None]] = {m.start: (m.end, m, None) for m in sentence.mentions}
    for date in sentence.dates:
        spans.setdefault(date.start, (date.end, None, date))
    out: list[Item] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        span = spans.get(token.start)
        if span is not None:
            last = at + 1
            while last < len(tokens) and tokens[last].start < span[0]:
                last += 1
            out.append(Item(at, last, token.start, span[0], mention=span[1], date=span[2]))
            at = last
            continue
        item = _phrase_at(sentence, lexicon, quotes, at, spans)
        if item is None:
            at += 1
        else:
            out.append(item)
            at = item.last
    return out


def _beside_mention(
    tokens: Sequence[Token],
    lexicon: Lexicon,
    trigger: Match[Sense],
    inner: int,
    spans: dict[int, tuple[int, ResolvedMention | None, DateMention | None]],
) -> Match[Sense] | None:
    """A trigger that runs into a mention: "mở cửa khẩu Rafah" keeps both, the mention shortened; else the shorter trigger stands."""
    end, mention, date = spans[tokens[inner].start]
    if mention is not None and mention.kind is MentionKind.PLACE and not tokens[inner].is_capital and tokens[trigger.last - 1].end < end:
        spans[tokens[trigger.last].start] = (end, mention, date)
        return trigger
    return lexicon.triggers.at(tokens[:inner], trigger.first)


def _one_syllable(sense: Sense, syllable: str) -> bool:
    """Whether the rule has the syllable itself as a form, so that a longer word would hide it."""
    return not sense.tail and syllable in sense.entry.forms


def _gapped_at(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> Match[Sense] | None:
    """The head of a gapped form one of whose tails follows; the longest says most."""
    head = lexicon.gapped.at(tokens, at)
    if head is None:
        return None
    words = f" {_behind(tokens, head.last)} "
    found = max((s for s in head.value if f" {s.tail} " in words), key=lambda s: len(s.tail), default=None)
    return None if found is None else Match(head.first, head.last, found)


def _counted_at(tokens: Sequence[Token], lexicon: Lexicon, at: int) -> Match[Sense] | None:
    """A form whose noun is counted ("triển khai hàng chục tàu chiến", "phóng 20 tên lửa"); the match covers the verb."""
    for verb in (at + 1, at + 2):
        end = verb
        while end < len(tokens) and end - verb < _GAP // 2 and (tokens[end].low in _QUANTITIES or tokens[end].text[0].isdigit()):
            end += 1
        if end in {verb, len(tokens)}:
            continue
        match = lexicon.triggers.at([*tokens[at:verb], *tokens[end : end + 6]], 0)
        if match is not None and match.last > verb - at:
            plain = lexicon.triggers.at(tokens, at)
            if plain is None or plain.last <= end:
                return Match(at, verb, match.value)
    return None


def _behind(tokens: Sequence[Token], first: int) -> str:
    """The words that follow within a clause's length, before a comma."""
    words: list[str] = []
    for token in tokens[first : first + _GAP + _TAIL]:
        if token.text in {",", ";", "."}:
            break
        if token.text not in _MARKS:
            words.append(token.low)
    return " ".join(words)


def _hyphenates(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dash stands inside a word ("F-22", "Amir-Abdollahian")."""
    if tokens[at].text != "-" or at == 0 or at + 1 >= len(tokens):
        return False
    return tokens[at - 1].end == tokens[at].start and tokens[at].end == tokens[at + 1].start


def _may_begin(tokens: Sequence[Token], at: int) -> bool:
    """A capital inside a sentence makes a name of the word, but not behind a mark that opens speech or a headline's dash."""
    return at == 0 or (not tokens[at - 1].is_word and not tokens[at - 1].text[0].isdigit() and tokens[at - 1].text != ",")


def _pair_at(tokens: Sequence[Token], spans: dict[int, tuple[int, ResolvedMention | None, DateMention | None]], at: int) -> bool:
    """Whether two parties stand at a token, joined ("thượng đỉnh Mỹ - Nga")."""
    end = spans[tokens[at].start][0] if at < len(tokens) and tokens[at].start in spans else 0
    link = next((i for i in range(at + 1, len(tokens) - 1) if tokens[i].start >= end), 0) if end else 0
    return bool(link) and tokens[link].low in {"-", "–", "và"} and tokens[link + 1].start in spans


def _doers_before(tokens: Sequence[Token], spans: dict[int, tuple[int, ResolvedMention | None, DateMention | None]], at: int) -> bool:
    """Whether a party stands right before a token, but for what tells the tense ("A và B đã ngừng bắn"): it is no topic there."""
    while at and tokens[at - 1].low in _TENSES:
        at -= 1
    return any(end == tokens[at - 1].end and mention is not None for end, mention, _ in spans.values()) if at else False


def _fits(tokens: Sequence[Token], spans: dict[int, tuple[int, ResolvedMention | None, DateMention | None]], trigger: Match[Sense]) -> bool:
    """Whether the parties stand where the rule wants them: a bare "thượng đỉnh" before a pair, a bare "ngừng bắn" behind who does it."""
    sense = trigger.value
    if sense.noun and sense.weak and sense.entry.frame == "meet_noun" and not _pair_at(tokens, spans, trigger.last):
        return False
    return sense.entry.frame != "truce" or _doers_before(tokens, spans, trigger.first)


def _phrase_at(
    sentence: SentenceView,
    lexicon: Lexicon,
    quotes: Sequence[Quote],
    at: int,
    spans: dict[int, tuple[int, ResolvedMention | None, DateMention | None]],
) -> Item | None:
    tokens = sentence.tokens
    plain = lexicon.triggers.at(tokens, at)
    trigger = _gapped_at(tokens, lexicon, at)
    whole = plain is not None and all(tokens[i].start not in spans for i in range(at + 1, plain.last))
    if trigger is None or (plain is not None and whole and plain.last > trigger.last):  # "trao trả thi thể", not "trao trả … con tin"
        trigger = _counted_at(tokens, lexicon, at) or plain
    cue = lexicon.cues.at(tokens, at)
    if trigger is not None and trigger.last == at + 1 and _one_syllable(trigger.value, tokens[at].low) and in_longer_word(tokens, at):
        trigger = None
    if trigger is not None and not _fits(tokens, spans, trigger):
        trigger = None
    inside = next((i for i in range(at + 1, cue.last) if tokens[i].start in spans), None) if cue is not None else None
    if inside is not None:
        cue = lexicon.cues.at(tokens[:inside], at)  # "tàu" before "hải cảnh Trung Quốc"
    if cue is not None and cue.last == at + 1 and cue.value not in _WHOLE and in_longer_word(tokens, at):
        cue = None
    craft = cue is not None and cue.value == "force" and tokens[at].text.isupper()  # "UAV" is no name
    if tokens[at].is_capital and not craft and not _may_begin(tokens, at):
        return None
    if trigger is not None:
        inner = next((i for i in range(at + 1, trigger.last) if tokens[i].start in spans), None)
        if inner is not None:
            trigger = _beside_mention(tokens, lexicon, trigger, inner, spans)
    if trigger is not None and (cue is None or trigger.last >= cue.last):
        return Item(at, trigger.last, tokens[at].start, tokens[trigger.last - 1].end, sense=trigger.value)
    if cue is None or (cue.value == "separator" and _hyphenates(tokens, at)):
        return None
    end = tokens[cue.last - 1].end
    if cue.value == "first_person":
        speaker = next((q.speaker for q in quotes if q.start <= tokens[at].start < q.end), None)
        return Item(at, cue.last, tokens[at].start, end, mention=speaker) if speaker is not None else None
    return Item(at, cue.last, tokens[at].start, end, cue=cue.value)
