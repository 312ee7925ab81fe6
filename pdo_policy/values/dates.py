"""A written date becomes a day, or the interval of the month or year where no more is written."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pdo_policy.values.chinese_numerals import DIGITS, folded, read_chinese_numeral
from pdo_policy.values.doubts import hedged, worded
from pdo_policy.values.interval import Interval
from pdo_policy.values.misread import UNREADABLE, Flaw

_FIRST_YEAR, _LAST_YEAR = 1900, 2999
_MONTHS = 12

_ISO = r"([0-9]{4})(?:([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?"
_COMPACT = r"([0-9]{4})([0-9]{2})([0-9]{2})"
# People type the zero of 二〇二五 as the digit or the letter.
_YEAR = rf"[0-9]{{4}}|[{DIGITS}0Oo]{{4}}"
_PART = r"[0-9]{1,2}|[零一二三四五六七八九十]{1,3}"
_HAN = rf"({_YEAR})年(?:度|({_PART})月份?(?:({_PART})[日号])?)?"

_TIMED = r"(.+?)[T ]? ?[0-9]{1,2}[:时点].*"
_RANGE = r"[0-9年月日号] ?(?:[至到~—]+|(?<=[年月日号])-) ?[0-9〇零一二三四五六七八九十]|[0-9]{4}.*-[0-9]{4}"
_SHORT_YEAR = r"[0-9]{2}年.*|[0-9]{2}([-/.])[0-9]{1,2}\1[0-9]{1,2}"
_NO_YEAR = rf"(?:{_PART})月(?:(?:{_PART})[日号])?|[0-9]{{1,2}}[-/.][0-9]{{1,2}}"
_RUN_TOGETHER = r"[0-9]{5,9}"
# What has no fixed day: parts of a year or month, and days told by an event.
_VAGUE = (
    "上半年", "下半年", "年底", "年末", "年初", "年中", "季度", "季末", "月底", "月末", "月初", "上旬", "中旬", "下旬",
    "春节", "国庆", "今年", "明年", "去年", "本年", "当年", "次年", "本月", "次月", "每年", "每月", "当日", "届时",
    "之日",
)  # fmt: skip
_BOUNDS = ("不晚于", "不早于", "之前", "以前", "之后", "以后", "截至", "截止", "至今", "前", "后", "起", "止")


def read_date(text: str) -> date | Interval | Flaw:
    """The day that a text in normal form names: `2025-03-01`, `20250301`, `2025年3月1日`, 二〇二五年三月一日.

    Returns:
        The day; for `2025年3月`, `2025-03`, `2025年` and `2025` the interval of its days; or a flaw: `no-such-day`,
        `year` (outside 1900 to 2999), `short-year`, `no-year`, `run-together` (2026116), `lost-zero` (2025.1),
        `time`, `range`, `vague` (年底), `bound` (3月1日前), `about`, `unreadable`.
    """
    day = _day(text)
    return _doubt(text) if day is UNREADABLE else day


def last_of_month(year: int, month: int) -> date:
    """The last day of a month of the years 1 to 9999."""
    if month == _MONTHS:
        return date(year, month, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def _day(text: str) -> date | Interval | Flaw:
    if not text.isascii():
        match = re.fullmatch(_HAN, folded(text))
        if match is None:
            return UNREADABLE
        year, month, day = match.groups()
        return _made(_year(year), _part(month), _part(day), written=(month, day))
    if match := re.fullmatch(_ISO, text):
        year, separator, month, day = match.groups()
        if separator == "." and month == "1" and day is None:
            # Where 2025.10 has passed through a program as a number, it has come out as 2025.1.
            return Flaw("lost-zero")
        return _made(int(year), int(month or 0), int(day or 0), written=(month, day))
    if match := re.fullmatch(_COMPACT, text):
        return _made(*map(int, match.groups()), written=match.group(2, 3))
    return UNREADABLE


def _made(year: int, month: int, day: int, *, written: tuple[str | None, ...]) -> date | Interval | Flaw:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Flaw("year")
    if written[0] is None:
        return Interval(date(year, 1, 1), date(year, 12, 31))
    if not 1 <= month <= _MONTHS:
        return Flaw("no-such-day")
    first, last = date(year, month, 1), last_of_month(year, month)
    if written[1] is None:
        return Interval(first, last)
    return date(year, month, day) if 1 <= day <= last.day else Flaw("no-such-day")


def _year(written: str) -> int:
    return int("".join(char if char.isascii() else str(DIGITS.index(char)) for char in re.sub("[Oo]", "0", written)))


def _part(written: str | None) -> int:
    """A month or day; 0, which is neither, for none and for what is no numeral."""
    if written is None or written.isascii():
        return int(written or 0)
    number = read_chinese_numeral(written.lstrip(DIGITS[0]))
    return 0 if isinstance(number, Flaw) else number


def _doubt(text: str) -> Flaw:
    if (match := re.fullmatch(_TIMED, text)) and isinstance(_day(match[1]), date):
        return Flaw("time")
    if re.search(_RANGE, text):
        return Flaw("range")
    doubt = worded("vague", _VAGUE, text) or hedged(text) or worded("bound", _BOUNDS, text)
    if doubt is not None:
        return doubt
    for what, pattern in (("run-together", _RUN_TOGETHER), ("short-year", _SHORT_YEAR), ("no-year", _NO_YEAR)):
        if re.fullmatch(pattern, folded(text)):
            return Flaw(what)
    return UNREADABLE
