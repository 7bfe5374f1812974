"""The regular expressions of the date finder, made from the words of `data/dates.toml`. All read small letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from lib.language.dates_model import date_lexicon
from lib.language.numerals import NUMERAL, options

DAY = r"(?:3[01]|[12]\d|0?[1-9])"
MONTH = r"(?:1[0-2]|0?[1-9])"
YEAR = r"(?:1[89]\d\d|20\d\d)"
_END = r"(?!\d)(?![/.,-]\d)(?!\w)"
_HEDGE = r"(?:(?:hơn|gần|khoảng|chừng|ít nhất|chưa đầy|chưa tới|chưa đến|vỏn vẹn|chỉ|đúng|tròn|hơn khoảng|xấp xỉ|khoảng hơn|khoảng gần) +)"
_EVENT = (
    r"(?= +(?:khi|cuộc|vụ|ngày|lúc|thời điểm|hạn|lễ|hội nghị|phiên|chuyến|thềm|sự kiện|đại hội|bầu cử|tết|kỳ|đợt|trận|lệnh|thỏa thuận|lần"
    r"|thông báo|tuyên bố|cái chết|quyết định)\b)"
)
# Nouns behind "ngày 5" that make the figure their count.
_COUNTED = r"(?:người|lần|bữa|giờ|tiếng|đêm|vụ|ca|triệu|nghìn|tỷ|usd|tháng|con|chiếc|phút|bên|nước|quốc gia|ngày|năm|tuần)"


@dataclass(frozen=True, slots=True)
class Patterns:
    """Compiled patterns; each matches at the place it is tried at."""

    trigger: re.Pattern[str]
    day_part: re.Pattern[str]
    head: re.Pattern[str]
    numeric: re.Pattern[str]
    iso: re.Pattern[str]
    long: re.Pattern[str]
    day_of_month: re.Pattern[str]
    day_only: re.Pattern[str]
    year_tail: re.Pattern[str]
    month: re.Pattern[str]
    year: re.Pattern[str]
    decade: re.Pattern[str]
    years: re.Pattern[str]
    quarter: re.Pattern[str]
    weekday: re.Pattern[str]
    week_tail: re.Pattern[str]
    relative: re.Pattern[str]
    after_day_part: re.Pattern[str]
    part: re.Pattern[str]
    part_unit: re.Pattern[str]
    ago: re.Pattern[str]
    told: re.Pattern[str]
    vague: re.Pattern[str]
    joint: re.Pattern[str]
    days: re.Pattern[str]
    now: re.Pattern[str]
    gloss: re.Pattern[str]
    close: re.Pattern[str]


def _weekday_names() -> str:
    return "|".join(f"(?P<w{place}>{options(names)})" for place, names in enumerate(date_lexicon().weekdays))


@cache
def patterns() -> Patterns:
    """Every pattern of the finder, compiled once."""
    lex = date_lexicon()
    part_of_day = options(lex.day_parts)
    months = options(list(lex.months))
    units = options(list(lex.units))
    relative_year = options([word for word, entry in lex.relative.items() if entry.unit == "year" and not entry.stretch])
    relative_month = r"(?:này|trước đó|trước|rồi|qua|vừa qua|sau|tới)"
    year_tail = rf"(?:(?:,? +năm +|/| ?- ?|\.|, ?| +)(?P<year>{YEAR}){_END}|(?:,? +)(?P<relyear>{relative_year})\b)"
    back = r"trước đó|trước đây|trước|vừa qua|qua|gần đây|gần nhất|vừa rồi|nay|trở lại đây"
    ahead = r"sắp tới|tới đây|tới|tiếp theo|kế tiếp|sau đó|sau|nữa"
    return Patterns(
        trigger=re.compile(_trigger(part_of_day, units)),
        day_part=re.compile(rf"(?:{part_of_day})\b,? *"),
        head=re.compile(r"(?:ngày +(?:mùng|mồng) *|ngày *|hôm *|mùng *|mồng *)(?=\d)"),
        numeric=re.compile(
            rf"(?P<day>{DAY})(?P<sep> ?[/.-] ?)(?P<month>{MONTH})"
            rf"(?:(?P=sep)(?P<year>{YEAR})|(?:/|-|,? +năm +)(?P<year2>{YEAR})|,? +(?P<relyear>{relative_year})\b)?"
            r"(?!\d)(?! ?/ ?\d)(?!-(?!\d{1,2}[/.]\d)\d)(?![.,]\d)(?!\w)"
        ),
        iso=re.compile(rf"(?P<year>{YEAR})-(?P<month>0\d|1[0-2])-(?P<day>0[1-9]|[12]\d|3[01])(?!\d)"),
        long=re.compile(rf"(?P<day>{DAY}),? +tháng +(?P<month>{MONTH}(?!\d)|{months}\b){year_tail}?(?![.,/]\d)"),
        day_of_month=re.compile(rf"(?P<day>{DAY}) +tháng +(?P<which>{relative_month})\b"),
        day_only=re.compile(rf"(?P<day>{DAY})(?!\d)(?![/.,:-]\d)(?!\w|/)(?! *%)(?! +tháng\b)(?! +{_COUNTED}\b)"),
        year_tail=re.compile(year_tail),
        month=re.compile(
            rf"tháng +(?P<month>{MONTH}(?!\d)(?![.,](?!{YEAR}(?!\d))\d)|{months}\b)"
            rf"(?:(?: ?[/.-] ?|,? +năm +| +)(?P<year>{YEAR}){_END}|,? +(?P<relyear>{relative_year})\b)?(?!/\d)"
        ),
        year=re.compile(rf"năm +(?P<year>{YEAR}){_END}"),
        decade=re.compile(
            r"(?:những +năm|thập niên|thập kỷ|các +năm +thập niên)(?: +những năm)? +(?P<decade>(?:1[89]|20)?\d0)"
            r"(?!\d)(?:[- ]+(?P<decade2>(?:1[89]|20)?\d0)(?!\d))?"
        ),
        years=re.compile(
            rf"(?:(?:các +|hai +)?năm|giai đoạn|nhiệm kỳ|thời kỳ) +(?P<first>{YEAR})"
            rf"(?: ?[-–—] ?| +và +| +(?:đến|tới) +(?:năm +)?)(?P<last>{YEAR}){_END}"
        ),
        quarter=re.compile(
            rf"(?:quý|quí) +(?P<quarter>iv|iii|ii|i|[1-4])(?!\w)"
            rf"(?:(?: ?[/-] ?|,? +năm +| +)(?P<year>{YEAR}){_END}|,? +(?P<relyear>{relative_year})\b)?"
        ),
        weekday=re.compile(rf"(?P<day>(?:ngày|hôm) +)?(?:thứ +(?:{_weekday_names()})(?!\w)|(?P<w6>chủ +nhật|cn)\b)"),
        week_tail=re.compile(
            r",? +(?:(?P<week>tuần +(?:trước|này|tới|sau|rồi|qua|vừa rồi|vừa qua))"
            r"|(?P<last>vừa qua|vừa rồi|qua|rồi|trước)|(?P<next>tới đây|tới|sắp tới|sau))\b"
        ),
        relative=re.compile(rf"(?P<word>{options(list(lex.relative))})\b"),
        after_day_part=re.compile(rf"(?P<word>{options(list(lex.after_day_part))})\b"),
        part=re.compile(rf"(?:hồi +|vào +)?(?P<part>{options(list(lex.parts))}) +(?=tháng|năm|tuần|quý|thập|những năm|{YEAR})"),
        part_unit=re.compile(rf"(?P<unit>tháng|năm|tuần)\b(?! +(?:\d|{months}\b|học|mới))"),
        ago=re.compile(
            rf"(?:(?P<since>cách đây|cách nay|trước đây) +)?{_HEDGE}?(?P<count>{NUMERAL}) +{_HEDGE}?(?P<unit>{units})\b(?P<half> +rưỡi\b)?"
            rf"(?: +(?:làm việc|liên tiếp|lễ|ròng)\b)?"
            rf"(?:(?: +(?P<event>trước|sau){_EVENT})| +(?:(?P<back>{back})|(?P<ahead>{ahead}))\b|(?P<none>))"
        ),
        told=re.compile(rf"(?P<way>trước đó|sau đó|trước|sau) +{_HEDGE}?(?P<count>{NUMERAL}) +(?P<unit>{units})\b"),
        vague=re.compile(
            rf"(?:cách đây +|cách nay +)?(?:vài ba|vài|mấy|nhiều|những|các|ít|một số|dăm|hàng) +"
            rf"(?:(?:chục|trăm) +)?(?P<unit>{units}) +(?:{back}|{ahead}|cuối cùng)\b"
        ),
        joint=re.compile(r" *(?:[-–—]|,? *(?:cho +)?(?:đến|tới)(?: +hết)?) *"),
        days=re.compile(
            rf"(?:(?:các|những|hai|ba|bốn|2|3|4) +)?(?:(?:{part_of_day}) *,? *)?(?:(?:ngày|hôm|mùng) *)?(?P<first>{DAY})"
            rf"(?:(?: ?, ?| ?[-–—] ?| +và +| +đến +| +tới +)(?:(?:ngày|sáng|tối|đêm|rạng sáng|chiều|trưa) +)*{DAY})*?"
            rf"(?P<joint> ?, ?| ?[-–—&] ?| +và +| +đến +| +tới +| +)(?:(?:ngày|hôm|{part_of_day}) +)*"
            rf"(?={DAY} ?[/.-] ?{MONTH}(?!\d)|{DAY} +tháng +(?:{MONTH}|{months})\b)"
        ),
        now=re.compile(r"(?:ngày +)?(?:hôm +nay|nay|bây giờ|hiện nay|hiện tại)\b"),
        gloss=re.compile(r"(?P<open> *\( *| *, *| +)(?:(?:tức|nhằm|là) +)?(?:(?:ngày|hôm) +)?(?=\d)"),
        close=re.compile(r"(?:,? *(?:theo +)?giờ [^)\n]{1,24})?\)"),
    )


def _trigger(part_of_day: str, units: str) -> str:
    """Where an expression may begin: cheap to look for, right often enough."""
    count = r"(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|nửa)"
    return (
        r"(?<!\w)(?:"
        r"(?:ngày|hôm|bữa|mùng|mồng|cùng)\b|tháng(?= +(?:\d|[^\W\d]))|tuần(?= )|năm(?= +(?:1|2|n|t|q|k|s|r|v|đ))|thứ(?= +[hbtns0-9])"
        r"|chủ nhật|cn\b|qu[ýí](?= +(?:[1-4]|i))"
        rf"|(?:{part_of_day})(?= |,)"
        r"|(?:đầu|giữa|cuối|thượng tuần|hạ tuần|trung tuần|nửa (?:đầu|cuối|sau))(?= +(?:tháng|năm|tuần|quý|thập|những|của|\d{4}))"
        r"|cách (?:đây|nay)|trước đó(?= )|sau đó(?= )|trong ngày"
        rf"|(?:vài|mấy|nhiều|những|các|ít|dăm|một số|hàng|vài ba)(?= +(?:ngày|năm|chục|trăm|{units})\b)"
        rf"|(?:{count}|\d[\d.,]*)(?:[ \t]+[^\W\d]+){{0,3}}?(?= +(?:{units})\b)"
        r"|(?:từ|giai đoạn|nhiệm kỳ|thời kỳ|thập niên|thập kỷ|hai|ba|các)(?= )"
        r"|(?:hồi|từ|kể từ|đến|trước|sau|vào) (?=(?:1[89]|20)\d\d(?!\d))"
        r"|\d)"
    )
