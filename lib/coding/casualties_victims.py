"""Whose people a figure counts, who they are, and where they were hurt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lib.coding.casualties_claims import clause_start
from lib.coding.casualties_scope import region
from lib.records import Harm, MentionKind, Sector, VictimsKind

if TYPE_CHECKING:
    from lib.coding.casualties_figures import Figure, Grid
    from lib.coding.casualties_links import Link
    from lib.coding.document import Document
    from lib.coding.mention_types import ResolvedMention
    from lib.records import Place

ARMED_SECTORS = frozenset({Sector.REB})
TARGET_REACH = 4
HAMAS_RAID = (2023, 10)
SPEAKERS = frozenset({MentionKind.PERSON, MentionKind.BODY, MentionKind.STATE})
NEAR_LETTERS = 14
ASIDE_REACH = 26
VESSEL_REACH = 9
NEED_REACH = 28
JOINTS = frozenset({"và", "với", "còn", "rồi"})
ENDS = frozenset({",", ";", ":", ".", "!", "?", "”", '"', ")"})
SAY_REACH = 12
CITIZENSHIP = frozenset({"tịch"})
BELONGING = frozenset({"của", "người", "dân"})
THIS_STATE = frozenset({"nước này", "quốc gia này", "nước mình", "nước họ", "đất nước này"})
STRANGERS = ("người nước ngoài", "công dân nước ngoài", "du khách", "khách du lịch", "lính đánh thuê", "người di cư")
ENVOYS = ("nhân viên đại sứ quán", "nhân viên sứ quán", "nhân viên ngoại giao", "nhà ngoại giao", "nhân viên lãnh sự")
AUTHORITIES = ("cảnh sát", "giới chức", "nhà chức trách", "chính quyền", "công an", "lực lượng an ninh", "an ninh")
_TALKS = "ký|ký kết|đàm phán|hội đàm|họp|phát biểu|tuyên bố|nói|gặp|gặp gỡ|họp báo|thỏa thuận|hội nghị".split("|")
TALKED_AT = tuple(f" {act} {at} " for act in _TALKS for at in ("ở", "tại"))
"""Behind these stands where something else took place: "cam kết ký tại Washington"."""
OWN = ("công dân", "đồng hương", "kiều dân")


def country_of(mention: ResolvedMention) -> str | None:
    """The one country that a mention speaks of."""
    found = {ref.country for ref in mention.refs if ref.country}
    if len(found) == 1:
        return found.pop()
    if not found and mention.place is not None:
        return mention.place.country
    return None


def words_of(grid: Grid, figure: Figure) -> str | None:
    """The group as the text names it."""
    if figure.noun_last <= figure.last:
        return None
    return grid.string(figure.noun_first, figure.noun_last)


def kind_of(grid: Grid, figure: Figure) -> VictimsKind:
    """Who is counted; the members of an armed group are fighters."""
    noun = words_of(grid, figure) or ""
    if figure.kind is VictimsKind.PEOPLE and noun.lower().startswith("thành viên"):
        for mention in grid.mentions_in(figure.noun_first, figure.noun_last):
            if any(ref.sector in ARMED_SECTORS for ref in mention.refs):
                return VictimsKind.FIGHTERS
    return figure.kind


def is_said(grid: Grid, link: Link) -> bool:
    """Whether the clause itself says whose people they are, or where: no guess from what stands around it."""
    start, _ = region(grid, link)
    return (nationality(grid, link) or _located(grid, link) or _target(grid, start, link)) is not None


def victims_country(doc: Document, grid: Grid, link: Link) -> str | None:
    """Their nationality, else the side or the place that was hit, else the country whose authorities count them."""
    figure = link.figure
    own = nationality(grid, link)
    if own is not None:
        return own
    noun = (words_of(grid, figure) or "").lower()
    if noun.startswith(STRANGERS):
        return None
    start, end = region(grid, link)
    if noun.startswith(ENVOYS):
        return _speakers(grid, figure.first) or _other_than(grid, _located(grid, link))
    if noun.startswith(OWN) and (of_whom := _mourned(grid, figure.first) or _subject_country(grid, figure.first)):
        return of_whom
    kind = kind_of(grid, figure)
    if kind is VictimsKind.SOLDIERS:
        return _army(grid, start, figure.first) or _target(grid, start, link)
    if kind is VictimsKind.FIGHTERS:
        return None
    if _is_crash(grid, start, end):
        return _vessel(grid, start, end) or only_country(doc) or _mourners(grid, figure.first)
    if kind is VictimsKind.HOSTAGES:
        return _captors_foe(grid)
    if link.harm in {Harm.CAPTIVE, Harm.RELEASED}:
        return _located(grid, link) or _police(grid, start, figure.first) or _counted_by(grid, figure.first) or only_country(doc)
    return (
        _located(grid, link)
        or _target(grid, start, link)
        or _counted_by(grid, figure.first)
        or _target_of_since(grid)
        or _foe(grid, start, end, figure.first)
        or _stricken(grid, start, figure.first)
        or _article_country(doc, grid)
    )


def nationality(grid: Grid, link: Link) -> str | None:
    """The people's own country, said in the noun phrase, in an apposition to it, or of the person they belong to."""
    figure, hit = link.figure, link.hit
    said = grid.mentions_over(figure.noun_first, figure.noun_last)
    if (holders := _belonging(grid, figure.noun_first, figure.noun_last, CITIZENSHIP)) is not None:
        return holders
    if figure.noun is not None and figure.noun.country is not None:
        return figure.noun.country
    for mention in said:
        at = grid.token_over(mention.start)
        if mention.kind is MentionKind.PERSON and at > figure.noun_first and grid.lows[at - 1] != "của":
            continue
        if mention.text.lower() in THIS_STATE and (subject := _mourned(grid, figure.first) or _subject_state(grid, figure.first)):
            return subject
        if country := country_of(mention):
            return country
    if hit is not None and hit.first > figure.noun_last and (of_them := _belonging(grid, figure.noun_last, hit.first, BELONGING)):
        return of_them
    aside = grid.lexicon.words.asides.at(grid.tokens, figure.noun_last + 1)
    if aside is not None and grid.lows[figure.noun_last] == ",":
        return _belonging(grid, figure.noun_last, figure.noun_last + ASIDE_REACH, BELONGING)
    return None


def _belonging(grid: Grid, first: int, last: int, leads: frozenset[str]) -> str | None:
    for mention in grid.mentions_in(first, last):
        at = grid.token_over(mention.start)
        if at > 0 and grid.lows[at - 1] in leads and (country := country_of(mention)):
            return country
    return None


def _subject_country(grid: Grid, before: int) -> str | None:
    """The country that the sentence speaks of first: whose people "công dân nước này" are."""
    for mention in grid.mentions_in(0, before):
        if mention.form == "media" or (mention.kind is MentionKind.PLACE and mention.form == "place"):
            continue
        return country_of(mention)
    return None


def _subject_state(grid: Grid, before: int) -> str | None:
    """The state, body or place at the head of the sentence, where it is no person: what "nước này" goes back to."""
    first = next((m for m in grid.mentions_in(0, before) if m.form != "media"), None)
    return country_of(first) if first is not None and first.kind is MentionKind.STATE else None


def _army(grid: Grid, start: int, before: int) -> str | None:
    """Whose soldiers: the first party of the clause, else of the sentence, that is no place of the event."""
    for first in (start, 0):
        for mention in grid.mentions_in(first, before):
            if mention.form == "media" or mention.kind is MentionKind.PLACE or _is_where(grid, mention):
                continue
            if country := country_of(mention):
                return None if _one_of_several(grid, mention, before) else country
    return None


def _speakers(grid: Grid, before: int) -> str | None:
    """The country of the person or body that speaks of its own envoys."""
    people = [m for m in grid.mentions_in(0, before) if m.kind in SPEAKERS and m.form != "media"]
    people.sort(key=lambda m: m.kind is not MentionKind.PERSON)
    return next((country for m in people if not _is_where(grid, m) and (country := country_of(m))), None)


def _other_than(grid: Grid, host: str | None) -> str | None:
    """The first country that the sentence speaks of besides the one where the envoys serve."""
    if host is None:
        return None
    named = (country_of(m) for m in grid.view.mentions if m.form != "media")
    return next((country for country in named if country is not None and country != host), None)


def _vessel(grid: Grid, start: int, end: int) -> str | None:
    """Whose aircraft or ship it was: "trực thăng Mi-17 của lục quân Pakistan", "vận tải cơ An-32 Ấn Độ"."""
    at = grid.place(grid.lexicon.words.crashes, start, end)
    if at is None:
        return None
    for mention in grid.mentions_in(at, min(end, at + VESSEL_REACH)):
        if not _is_where(grid, mention) and mention.kind is not MentionKind.PERSON and (country := country_of(mention)):
            return country
    return None


def only_country(doc: Document) -> str | None:
    """The one country of the whole article."""
    named = {country for s in doc.sentences for m in s.mentions if m.form != "media" and (country := country_of(m))}
    return named.pop() if len(named) == 1 else None


def _is_crash(grid: Grid, start: int, end: int) -> bool:
    """Whether a vessel or an aircraft is what met with disaster: its place is nobody's nationality."""
    return grid.has(grid.lexicon.words.crashes, start, end) and not grid.has(grid.lexicon.words.onto, start, end)


def _located(grid: Grid, link: Link) -> str | None:
    """Where they were hurt: "ở Dải Gaza", "tại thủ đô Kiev"."""
    mention = _place_mention(grid, link)
    if mention is None:
        return None
    return country_of(mention) or (mention.place.country if mention.place is not None else None)


def _place_mention(grid: Grid, link: Link) -> ResolvedMention | None:
    """The nearest place after the harm, else within the figure's clause."""
    figure, hit = link.figure, link.hit
    start, end = region(grid, link)
    last = max(figure.noun_last, hit.last) if hit is not None else figure.noun_last
    spots = [(figure.noun_last, last), (last, end), (start, figure.first)]
    for first, stop in spots:
        near = grid.mentions_in(first, stop)
        for mention in near if first >= figure.noun_last else reversed(near):
            if _is_where(grid, mention):
                return None if _one_of_several(grid, mention, stop) else mention
    return None


def _one_of_several(grid: Grid, mention: ResolvedMention, stop: int) -> bool:
    """As in "tại Pháp và Tây Ban Nha": two countries are no one's place."""
    after = grid.token_at(mention.end)
    if grid.lows[after : after + 1] not in (["và"], [","]):
        return False
    following = grid.mentions_in(after + 1, min(after + 2, stop))
    return bool(following) and following[0].kind is MentionKind.STATE and country_of(following[0]) != country_of(mention)


def _is_where(grid: Grid, mention: ResolvedMention) -> bool:
    if mention.kind not in {MentionKind.PLACE, MentionKind.STATE} and mention.place is None:
        return False
    at = grid.token_over(mention.start)
    words = grid.lexicon.words
    for before in range(max(0, at - TARGET_REACH), at):
        match = words.at.at(grid.tokens, before)
        if match is not None and match.last <= at and not any(not grid.tokens[i].is_word for i in range(match.last, at)):
            gap = grid.lows[match.last : at]
            if not set(gap) & {"của", "cuộc", "vụ", "do", "và"}:
                return True
    return False


def _target(grid: Grid, start: int, link: Link) -> str | None:
    """Whom the attack hit: "không kích vào Lebanon", "tập kích thủ đô Sanaa"."""
    stop = min(len(grid.tokens), max(link.figure.noun_last, link.hit.last if link.hit else 0) + 20)
    hitlast = link.hit.last if link.hit else link.figure.noun_last
    for first, last in ((hitlast, stop), (start, link.figure.first), (0, link.figure.first)):
        found: str | None = None
        for mention in grid.mentions_in(first, last):
            if mention.kind is MentionKind.PERSON:
                continue
            at = grid.token_over(mention.start)
            lead = grid.last_place(grid.lexicon.words.onto, max(first, at - TARGET_REACH), at)
            if lead is not None and not set(grid.lows[lead:at]) & {"của", "do"} and (country := country_of(mention)):
                found = country
        if found is not None:
            return found
    return None


def _target_of_since(grid: Grid) -> str | None:
    """As in "kể từ khi Israel mở chiến dịch ở Gaza": where the war is fought, else the foe of who fights it."""
    place = grid.place(grid.lexicon.words.since, 0, len(grid.tokens))
    if place is None:
        return None
    for mention in grid.mentions_in(place, len(grid.tokens)):
        if _is_where(grid, mention) and (country := country_of(mention)):
            return country
    return None


def _foe(grid: Grid, start: int, end: int, before: int) -> str | None:
    """As in "cuộc tấn công ngày 7/10 của Hamas": those whom the one named attacker is at war with, of the parties of the sentence."""
    words = grid.lexicon.words
    place = grid.place(words.attacks, start, end)
    if place is None:
        return None
    place = _last_attack(grid, place, before)
    attackers = {country_of(m) for m in grid.mentions_in(place, end)} - {None}
    others = {country_of(m) for m in grid.view.mentions if m.kind is not MentionKind.PERSON} - attackers - {None}
    if len(attackers) == 1 and len(others) == 1:
        return others.pop()
    hamas = any(ref.actor_id == "org:hamas" for m in grid.mentions_in(place, end) for ref in m.refs)
    raid = any(d.date is not None and (d.date.year, d.date.month) == HAMAS_RAID for d in grid.view.dates)
    return "ISR" if hamas and raid else None


def _last_attack(grid: Grid, first: int, before: int) -> int:
    """ "Cuộc tấn công của A diễn ra sau cuộc tấn công của B, khiến…": of several attacks the one told last before the figure."""
    last = first
    while (found := grid.place(grid.lexicon.words.attacks, last + 1, before)) is not None:
        last = found
    return last


def _police(grid: Grid, start: int, before: int) -> str | None:
    """Whose police or authorities took them."""
    for mention in grid.mentions_in(start, before):
        if mention.kind is MentionKind.BODY and mention.text.lower().startswith(AUTHORITIES):
            return country_of(mention)
    return None


def _mourned(grid: Grid, before: int) -> str | None:
    """The country whose loss others mourn: "gửi điện chia buồn tới lãnh đạo Ấn Độ"."""
    at = next((i for i in range(1, before) if grid.lows[i] == "buồn" and grid.lows[i - 1] == "chia"), None)
    near = grid.mentions_in(at, min(before, at + TARGET_REACH + 1)) if at is not None else []
    return next((country for m in near if (country := country_of(m))), None)


def _mourners(grid: Grid, before: int) -> str | None:
    """The one country that the sentence speaks of before the figure, places apart."""
    named = {country for m in grid.mentions_in(0, before) if not _is_where(grid, m) and m.form != "media" and (country := country_of(m))}
    return named.pop() if len(named) == 1 else None


def _stricken(grid: Grid, start: int, before: int) -> str | None:
    """The country that a disaster struck: "nước này hứng chịu trận động đất khiến ..."."""
    place = grid.place(grid.lexicon.words.disasters, start, before)
    if place is None or grid.has(grid.lexicon.words.attacks, start, before):
        return None
    near = [m for m in grid.mentions_in(start, before) if m.kind is not MentionKind.PERSON and country_of(m)]
    return country_of(near[-1]) if near else None


def _captors_foe(grid: Grid) -> str | None:
    hamas = any(ref.actor_id == "org:hamas" for m in grid.view.mentions for ref in m.refs)
    gaza = any(m.place is not None and m.place.country == "PSE" for m in grid.view.mentions)
    return "ISR" if hamas or gaza else None


def _counted_by(grid: Grid, before: int) -> str | None:
    """The country whose local authorities state the figure: "giới chức y tế Gaza", "Bộ Y tế Armenia"."""
    for at in [*range(before), *range(before, len(grid.tokens))]:
        match = grid.lexicon.words.local_sources.at(grid.tokens, at)
        if match is None or not _speaks(grid, match.first, match.last):
            continue
        start = grid.tokens[at].start
        for mention in grid.view.mentions:
            close = mention.start <= start < mention.end or 0 <= mention.start - grid.tokens[match.last - 1].end <= NEAR_LETTERS
            if close and mention.kind is not MentionKind.PERSON and (country := country_of(mention)):
                return country
    return None


def _speaks(grid: Grid, first: int, last: int) -> bool:
    """Whether those at the tokens state something: "theo ..." before them or "... cho biết" after them."""
    words = grid.lexicon.words
    return grid.has(words.by, max(0, first - 4), first) or grid.has(words.says, last, last + SAY_REACH)


def _article_country(doc: Document, grid: Grid) -> str | None:
    """The only country that the sentence, else the sentences around it, place things in."""
    words = grid.lexicon.words
    fought = grid.has(words.attacks, 0, len(grid.tokens)) or grid.has(words.onto, 0, len(grid.tokens))
    index = grid.view.index
    for sentences in ([grid.view], doc.sentences[max(0, index - 2) : index + 1], doc.sentences[:4]):
        mentions = [m for s in sentences for m in s.mentions if m.form != "media" and m.kind is not MentionKind.PERSON]
        named = {country for m in mentions if (country := country_of(m))}
        if len(named) == 1 and not fought:
            return named.pop()
        spots = [
            m for m in mentions if m.kind is MentionKind.PLACE and not doc.text[max(0, m.start - 24) : m.start].lower().endswith(TALKED_AT)
        ]
        places = {m.place.country for m in spots if m.place is not None and m.place.country}
        if len(places) == 1:
            return places.pop()
    return None


def place_of(grid: Grid, link: Link) -> Place | None:
    """Where it happened, as far as the clause names it."""
    mention = _place_mention(grid, link)
    return mention.place if mention is not None else None


def clause_of(grid: Grid, link: Link) -> tuple[int, int]:
    """Tokens of the clause that carries the figure: its evidence."""
    hit = link.hit
    first = min(link.figure.first, hit.first) if hit is not None else link.figure.first
    last = max(link.figure.noun_last, hit.last) if hit is not None else link.figure.noun_last
    start = clause_start(grid, first)
    if link.parent is not None:
        start = min(start, clause_start(grid, link.parent.first))
    opening = grid.lows[start] in JOINTS or start == first or grid.lexicon.words.causes.at(grid.tokens, start) is not None
    if start > 1 and opening and grid.lows[start - 1] == ",":
        start = clause_start(grid, start - 1)
    if hit is not None and hit.entry.needs:
        heads = {need.split()[-1] for need in hit.entry.needs}
        last = next((i + 1 for i in range(last, min(len(grid.tokens), last + NEED_REACH)) if grid.lows[i] in heads), last)
    while last < len(grid.tokens) and (grid.lows[last] not in ENDS or (grid.lows[last] == "." and last + 1 < len(grid.tokens))):
        last += 1
    return start, last
