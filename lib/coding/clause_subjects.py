"""Which mentions of a sentence stand together, and where a verb whose clause names no subject finds one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from lib.records import EventType, MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lib.coding.items import Item
    from lib.coding.verbs import Verb
    from lib.language.tokens import Token

PREPOSITIONS = ("of", "with", "toward", "to", "at", "about", "between", "according")
_COUNTS = frozenset(
    "nghìn ngàn vạn triệu trăm chục loạt nhiều các những số vài mấy tuần ngày tháng đêm nay".split()
)  # these name no thing of one's own
_SOMEBODY = frozenset(
    "nghi phạm|du khách|nạn nhân|hung thủ|thủ phạm|tay súng|tài xế|học sinh|sinh viên|phụ nữ|đàn ông|nhân viên".split("|")
)
_PRIVATE = ("chuyên gia", "phân tích", "quan sát", "đồng minh", "đối tác")
_BODIES = frozenset("cơ quan|ủy ban|uỷ ban|sĩ quan|nhà ngoại|tòa án|tòa phúc|ngân hàng trung|lực lượng|quan chức".split("|"))
_DETERMINERS = frozenset("các một nhiều những hai loạt số nhóm".split())
_TRADE = frozenset({"tập", "công", "hãng", "doanh", "cựu", "lưu"})  # "quan chức tập đoàn dầu khí Nga" speak for no state
_HEAD = 6  # tokens between the head of an official body's name and its state
_TELLERS = frozenset(
    "thẩm phán|chuyên gia|luật sư|nhân chứng|phóng viên|nhà báo|người dân|cư dân|cử tri|gia đình|bác sĩ|giáo sư|học giả|dư luận".split("|")
)
_IN_COMPOUNDS = frozenset("thường nhiệm dịch công phục nghĩa mật đặc chức sự ngoại tác thương học giáo thời phi nghiệp trực hậu".split())
_NOUNS = ("nominal", "force", "resume")
_COUNTING = frozenset("một hai ba bốn năm sáu bảy tám chín mười các những nhiều hàng loạt vài mấy nhóm số đa hơn gần khoảng ít".split())
_TIMES = frozenset("lần ngày tuần tháng năm giờ phút mặt phần nữa cách khi nhất trong".split())
_AUXILIARIES = frozenset("đã đang sẽ phải bị được".split())
_ADVERBS = frozenset(
    "hiện vẫn cũng đồng sau trước mới gần ngay từ theo nay tới đến lại tiếp thậm dường có không chưa hôm ngày sáng chiều tối đêm rạng "
    "trong khi mà nước người nhóm bên quốc tổ đơn cơ nơi điều động bước dù đều còn chỉ luôn vừa từng đã đang sẽ phải bị được rồi nhưng "
    "thường chắc có nhanh sớm dự liên rất cùng tất cả vốn nên cần".split()
)
_SCENES = frozenset(
    "khoảnh khắc|giây phút|hiện trường|diễn biến|toàn cảnh|hình ảnh|lần đầu|vì sao|tại sao|nghi vấn|nghi án|thời điểm|bằng chứng|"
    "bất ngờ|gần đây|mới đây|cùng ngày|đồng loạt|video|clip|cảnh|ảnh|lúc|cảnh tượng|video ghi|video cảnh".split("|")
)  # at the head of a headline these show what the clause behind them tells
_SHOWN = 6  # tokens before the subject in which "ngày thứ ba liên tiếp" stands
_DOER = 9  # tokens between "bị" and the verb in which the doer is told
_PLACE = 3  # tokens of a noun between "tại" and the name that owns the place
_BLAMES = frozenset({EventType.SUPPORT, EventType.ACCUSE, EventType.SANCTION, EventType.THREATEN, EventType.REJECT, EventType.COERCE})


@dataclass(slots=True)
class Walk:
    """What the walk to the left has met so far."""

    crossed_comma: bool = False
    crossed_and: bool = False
    crossed_of: Item | None = None
    clause_end: bool = False
    unnamed: bool = False
    content: bool = False


class SubjectSearch:
    """The items of one sentence and the verbs read so far."""

    def __init__(self, items: Sequence[Item], tokens: Sequence[Token]) -> None:
        self.items = items
        self.tokens = tokens
        self.verbs: list[Verb] = []
        self._at: dict[int, Verb] = {}

    def _verb_before(self, j: int) -> Verb | None:
        """The verb that the mention at `j` is the object of, if it stands in its span."""
        for k in range(j - 1, -1, -1):
            item = self.items[k]
            if k in self._at:
                verb = self._at[k]
                if verb.sense is not None and (verb.sense.noun or (verb.sense.entry.frame == "joint" and not verb.subject)):
                    return None
                return verb if self.items[j].first - item.last <= 9 else None
            if item.is_cue("separator") and self._told_before(k):
                continue
            if item.mention is not None or item.is_cue("separator", "coordinator", "subordinate", "relative"):
                return None
        return None

    def _told_before(self, k: int) -> bool:
        """Whether a verb of speaking stands right before the comma at `k` ("cho rằng, các nước cần…")."""
        verb = self._at.get(k - 1)
        return verb is not None and verb.sense is None and self.items[k].first == verb.item.last

    def _asked_of(self, j: int) -> Verb | None:
        """The demand behind which the mention at `j` goes on a list ("yêu cầu Hội đồng Bảo an, Đại hội đồng và mọi nước không…")."""
        verb = self._at.get(j - 3)
        asks = verb is not None and verb.sense is not None and verb.sense.entry.frame == "demand" and self.items[j - 1].is_cue("separator")
        return verb if asks and verb is not None and self._listed_object(verb, j - 1) else None

    def _asked_too(self, j: int) -> Verb | None:
        """ "yêu cầu một thỏa thuận toàn diện và Israel rút quân": the demand that a second clause behind "và" goes on."""
        if j < 2 or self.tokens[self.items[j - 1].first].low != "và" or self.items[j - 1].last != self.items[j].first:
            return None
        for k in range(j - 2, -1, -1):
            verb = self._at.get(k)
            if verb is not None:
                return verb if verb.sense is not None and verb.sense.entry.frame == "demand" else None
            if self.items[k].mention is not None or self.items[k].is_cue("separator", "subordinate", "complement"):
                return None
        return None

    def _group(self, j: int) -> list[Item]:
        """The mention at `j` and those coordinated before it."""
        group = [self.items[j]]
        k = j
        while k >= 2:
            link, other = self.items[k - 1], self.items[k - 2]
            if other.mention is None or self.items[k].first - link.last > 0 or link.first - other.last > 0:
                break
            mixed = k < j and other.is_person is not self.items[k].is_person  # "thăm Chile, Chủ tịch nước và đoàn đại biểu…"
            if self.tokens[link.first].low == "," and (mixed or self._opens_clause(k - 2)):
                break
            if not self._links(link) or (k >= 3 and self.items[k - 3].is_cue(*PREPOSITIONS)):
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

    def _opens_clause(self, j: int) -> bool:
        """ "Tại diễn đàn Liên Hợp Quốc, Nam Phi và Cuba ký…": the mention at `j` closes a phrase of place that opens its clause."""
        at = self.items[j - 1] if j else None
        if at is None or not at.is_cue("at") or not 0 < self.items[j].first - at.last <= _PLACE:
            return False
        return at.first == 0 or not self.tokens[at.first - 1].is_word

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

    def _loose(self, j: int) -> bool:
        """Whether a plain noun stands right before the mention, so that the mention only qualifies it ("chuyên gia Mỹ")."""
        first = self.items[j].first
        mention = self.items[j].mention
        if first == 0 or (mention is not None and mention.kind is MentionKind.PERSON):
            return False
        if not self.tokens[first - 1].is_word or self.tokens[first - 1].low in _COUNTS or self._scene(first):
            return False
        if self._officials(j):
            return False
        before = self.items[j - 1] if j else None
        if before is not None and before.last == first and (self._experts(before) or self._words(before) == "tổ chức"):
            return True  # "các chuyên gia Trung Quốc", "250 tổ chức Mỹ"
        return not any(i.last == first and not i.is_cue("with", "nominal", "force") for i in self.items[:j])

    def _officials(self, j: int) -> bool:
        """ "Cơ quan chống tham nhũng Ukraine", "một sĩ quan tình báo Nga": whose own body or official stands at the head of the clause."""
        first = self.items[j].first
        start = first
        floor = max((i.last for i in self.items[:j] if i.mention is not None or i.is_cue("coordinator")), default=0)
        while start > floor and self.tokens[start - 1].is_word and first - start <= _HEAD:
            start -= 1
        words = [t.low for t in self.tokens[start:first]]
        while words and words[0] in _DETERMINERS:
            words = words[1:]
        if not words or first - start > _HEAD or _TRADE & set(words):
            return False
        if any(start <= i.first < first and (i.sense is not None or i.is_cue("speech")) for i in self.items[:j]):
            return False
        return " ".join(words[:2]) in _BODIES

    def _scene(self, first: int) -> bool:
        """ "Khoảnh khắc Nga phóng…", "Ngày thứ ba Mỹ không kích…": the words before the subject show the clause and own no part of it."""
        words = [t.low for t in self.tokens[max(0, first - _SHOWN) : first]]
        ordinal = "thứ" in words and {"ngày", "đêm", "lần", "tuần", "tháng", "năm"} & set(words[: words.index("thứ")])
        return words[-1] in _SCENES or " ".join(words[-2:]) in _SCENES or bool(ordinal)

    @staticmethod
    def _experts(item: Item) -> bool:
        mention = item.mention
        return mention is not None and mention.form == "collective" and any(w in mention.text.lower() for w in _PRIVATE)

    def _words(self, item: Item) -> str:
        return " ".join(t.low for t in self.tokens[item.first : item.last])

    def _force(self, j: int) -> bool:
        """Whether a noun of forces or craft stands before the mention ("tàu Trung Quốc", "lính của Nga")."""
        return any(i.is_cue("force") and 0 <= self.items[j].first - i.last <= 3 for i in self.items[max(0, j - 3) : j])

    def _subject_elsewhere(self, verb: Verb, walk: Walk) -> None:
        """A clause that begins without a subject takes the owner of its noun, the main clause's subject, or what follows its comma."""
        if walk.crossed_of is not None and not walk.crossed_comma:
            verb.subject = self._group_forward(self.items.index(walk.crossed_of))
            verb.loose = verb.loose or bool(verb.agent)  # "Cận vệ của A bị B trục xuất": A's side, not A
            return
        earlier = next((v for v in self.verbs if v.subject and not v.doubt), None)
        if walk.content and earlier is not None and earlier.sense is not None:
            verb.subject, verb.doubt = list(earlier.subject), verb.doubt or "object"  # "đánh giá cao vai trò của A trong việc làm cầu nối"
            return
        blamed, blaming = self._blamed(verb) if walk.clause_end else ([], None)
        if blamed and blaming is not None and walk.crossed_and and verb.is_statement:
            verb.subject = list(blaming.subject)  # "cảm ơn họ vì đã phục vụ và hứa sẽ…"
            return
        if blamed:
            verb.subject, verb.governor, verb.doubt = blamed, blaming, verb.doubt or "object"
            return
        if walk.clause_end and verb.passive and self._somebody(verb):
            return  # "…, sau khi nghi phạm bị bắt"
        if walk.clause_end and earlier is not None:
            verb.subject = list(earlier.subject)
            verb.loose, verb.force = earlier.loose, earlier.force
            return
        opening = self._opening(verb) if walk.clause_end else None
        if walk.clause_end and opening is None and verb.sense is not None and verb.sense.entry.type is not EventType.CONSULT:
            opening = self._owner_of_moment(verb)
        if opening is not None:
            verb.subject = self._group(opening)
            return
        if earlier is not None and earlier.subject[0].start > verb.item.start:
            verb.subject = list(earlier.subject)
        elif earlier is None and self._introduces(verb):
            verb.subject = self._after_comma(verb)

    def _own_subject(self, first: int, verb: Verb, *, counted: bool = False) -> bool:
        """Whether the words from `first` to the verb begin with a subject that no mention names: ", thủy thủ đoàn phải sơ tán".

        With `counted`, only one that is counted: "nói chính phủ sẽ từ chức" tells of the teller's own side.
        """
        affair = [t for t in range(first, verb.item.first - 1) if self._is_affair(t)]
        first = affair[-1] + 1 if affair else first  # "sau vụ 6 phạm nhân nổ súng"
        read = {t for i in self.items[: verb.index] if i.last > first and not i.is_cue(*_NOUNS) for t in range(i.first, i.last)}
        words = [t.low for t in self.tokens[first : verb.item.first]]
        if not words or words[0] in _ADVERBS or first in read:
            return False
        if affair and len(words) > 1:
            return True
        if " ".join(words[-2:]) in _TELLERS and not any(i.mention is not None for i in self.items if i.first in read):
            return True  # "sau khi thẩm phán cho rằng…"
        if words[0] in _COUNTING or words[0][0].isdigit():
            return len(words) > 1 and words[1] not in _TIMES and not any(i.mention is not None for i in self.items if i.first in read)
        if counted or any(i.is_person and i.last == first - 1 for i in self.items):
            return False  # "Hà Văn Thu, nhà hoạt động vừa bị bắt"
        auxiliary = next((k for k, w in enumerate(words) if w in _AUXILIARIES), 0)
        return auxiliary > 0 and not any(first <= t < first + auxiliary for t in read)

    def _is_affair(self, at: int) -> bool:
        """Whether "vụ" stands for itself, not in "thường vụ", "nhiệm vụ"."""
        before = self.tokens[at - 1].low if at else ""
        return self.tokens[at].low == "vụ" and before not in _IN_COMPOUNDS

    def _hit_by(self, j: int, verb: Verb) -> bool:
        """ "bị pháo phòng không của tàu hộ tống bắn trúng": force whose doer stands in many words between "bị" and the verb."""
        suffers = self.items[j]
        if (
            verb.sense is None
            or verb.sense.noun
            or verb.sense.entry.type is not EventType.ASSAULT
            or self.tokens[suffers.first].low != "bị"
        ):
            return False
        doer = self.items[j + 1] if j + 1 < verb.index else None
        if doer is None or doer.first != suffers.last or not doer.is_cue("force") or verb.item.first - suffers.last > _DOER:
            return False
        return not any(i.sense is not None or i.is_cue("speech", "separator") for i in self.items[j + 1 : verb.index])

    def _somebody(self, verb: Verb) -> bool:
        """Whether a noun of persons whom no mention names stands before the passive verb in its clause."""
        start = next((i.last for i in reversed(self.items[: verb.index]) if i.is_cue("subordinate")), 0)
        words = [t.low for t in self.tokens[start : verb.item.first]]
        return any(" ".join(pair) in _SOMEBODY for pair in pairwise(words))

    def _blamed(self, verb: Verb) -> tuple[list[Item], Verb | None]:
        """ "chỉ trích Israel vì tấn công Lebanon": the deed that somebody is blamed for is the blamed one's; and who blames."""
        cause = next((k for k in range(verb.index - 1, -1, -1) if self.items[k].is_cue("subordinate")), None)
        if cause is None or self.tokens[self.items[cause].first].low not in {"vì", "bởi", "do", "khi"}:
            return [], None
        blaming = next((self._at[j] for j in range(cause - 1, -1, -1) if j in self._at), None)
        if blaming is None or (blaming.sense is not None and blaming.sense.entry.type not in _BLAMES):
            return [], None
        accuses = blaming.sense is not None and blaming.sense.entry.type is EventType.ACCUSE
        if self.tokens[self.items[cause].first].low == "khi" and not accuses:
            return [], None
        blamed = [i for i in self.items[blaming.index + 1 : cause] if i.mention is not None][:1]
        grants = blaming.sense is not None and blaming.sense.entry.frame == "grant"  # "Ukraine sẽ phải trả giá vì…"
        return blamed or (list(blaming.subject) if grants else []), blaming

    def _opening(self, verb: Verb) -> int | None:
        """The mention that opens the sentence, where its own verb is none of the lexicon's."""
        for k in range(verb.index):
            item = self.items[k]
            if item.mention is not None and item.mention.form not in {"media", "place"}:
                governed = k and self.items[k - 1].is_cue(*PREPOSITIONS) and self.items[k - 1].last == item.first
                return None if governed or (self._loose(k) and not self._force_goes_on(k, verb)) else k
            if item.sense is not None or item.is_cue("subordinate"):
                return None
        return None

    def _force_goes_on(self, k: int, verb: Verb) -> bool:
        """ "Hai chiến hạm Trung Quốc va chạm khi truy đuổi…": the verb right behind "khi" is that of the force told first."""
        before = self.items[verb.index - 1]
        forced = verb.sense is not None and verb.sense.entry.type in {EventType.ASSAULT, EventType.COERCE}
        return forced and before.is_cue("subordinate") and before.last == verb.item.first and self._force(k)

    def _owner_of_moment(self, verb: Verb) -> int | None:
        """ "Thông điệp của Nga khi phóng tên lửa": whose message it is does what "khi" tells."""
        k = next((k for k in range(verb.index - 1, 1, -1) if self.items[k].is_cue("subordinate")), None)
        if k is None or self.items[k - 1].mention is None or self.items[k - 1].last != self.items[k].first:
            return None
        owned = self.items[k - 2].last == self.items[k - 1].first and self.items[k - 2].is_cue("of", "with")
        return k - 1 if owned and self.tokens[self.items[k].first].low == "khi" else None

    def _introduces(self, verb: Verb) -> bool:
        """Whether the verb stands in a phrase before the main clause ("Phát biểu tại…"), not in a clause whose subject is unknown."""
        covered = sum(i.last - i.first for i in self.items[: verb.index])
        opens = (
            bool(self.items)
            and self.items[0].first == 0
            and self.items[0].is_cue("subordinate", "toward", "at", "about", "purpose", "time", "speech", "with")
        )
        return opens or verb.item.first - covered <= 1

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
