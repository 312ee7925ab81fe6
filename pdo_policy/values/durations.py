"""A written period becomes a number of months, days or working days."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal, NamedTuple

from pdo_policy.values.dates import read_date
from pdo_policy.values.doubts import bare, foreign_unit, indefinite
from pdo_policy.values.misread import UNREADABLE, Flaw
from pdo_policy.values.numerals import EXACT, NUMERAL, read_number

Unit = Literal["month", "day", "workday"]


class Duration(NamedTuple):
    """A period, in one of three units between which there is no fixed rate.

    Attributes:
        number: how many; negative only as the result of a subtraction.
        unit: month (a year is twelve), day (a week is seven) or workday.
    """

    number: int
    unit: Unit


# A unit stands before those that it ends with or begins with.
_UNITS: dict[str, tuple[Unit, int]] = {
    "个工作日": ("workday", 1), "工作日": ("workday", 1),
    "个自然日": ("day", 1), "自然日": ("day", 1), "个日历日": ("day", 1), "日历日": ("day", 1), "日": ("day", 1),
    "天": ("day", 1), "个星期": ("day", 7), "星期": ("day", 7), "周年": ("month", 12), "周": ("day", 7),
    "个月": ("month", 1), "年": ("month", 12),
    "working days": ("workday", 1), "working day": ("workday", 1), "workdays": ("workday", 1),
    "workday": ("workday", 1), "days": ("day", 1), "day": ("day", 1), "weeks": ("day", 7), "week": ("day", 7),
    "months": ("month", 1), "month": ("month", 1), "years": ("month", 12), "year": ("month", 12),
}  # fmt: skip
_HALF = "半"
# Possessive: a 零 that joins two parts is not tried as the first digit of a numeral as well.
_PART = rf"[零又]?+({NUMERAL}|{_HALF}) ?({'|'.join(_UNITS)}) ?"
_PARTS = f"(?:{_PART})++"
_YEARS_AND_HALF = rf"({NUMERAL})年{_HALF}"
_BARE_MONTH = rf".*{NUMERAL}月份?"
# Whoever writes 9999年 means no period at all.
_MOST = {"month": 12_000, "day": 366_000, "workday": 366_000}


def read_duration(text: str) -> Duration | Flaw:
    """The period that a text in normal form gives: `3年`, 三年零六个月, 一年半, `30日`, `2周`, `10个工作日`, `3 years`.

    Returns:
        The period; or a flaw: `mixed` for months and days together, `fraction` (半个月), `bare-month` (6月), `date`
        (2025年), `no-unit`, `unknown-unit`, `negative`, `range`, `bound`, `about`, and those of `read_number`.
    """
    text = text.lower()
    period = _period(text)
    if period is not UNREADABLE:
        return period
    number = bare(text, "no-unit")
    if number is None and not isinstance(read_date(text), Flaw):
        return Flaw("date")
    if re.fullmatch(_BARE_MONTH, text):
        return Flaw("bare-month")
    return number or indefinite(text) or (Flaw("fraction") if _HALF in text else foreign_unit(text)) or UNREADABLE


def _period(text: str) -> Duration | Flaw:
    if text.endswith(_HALF) and (match := re.fullmatch(_YEARS_AND_HALF, text)):
        return _sum([(match[1], _UNITS["年"]), ("6", _UNITS["个月"])])
    if re.fullmatch(_PARTS, text) is None:
        return UNREADABLE
    parts = [(match[1], _UNITS[match[2]]) for match in re.finditer(_PART, text)]
    period = _sum(parts)
    # 2025年 is a date rather than two thousand years.
    too_large = isinstance(period, Flaw) and period.what == "too-large"
    return Flaw("date") if too_large and not isinstance(read_date(text), Flaw) else period


def _sum(parts: list[tuple[str, tuple[Unit, int]]]) -> Duration | Flaw:
    """The parts together; each must be of a smaller unit than the one before, and only a single one has decimals."""
    unit = parts[0][1][0]
    if any(other != unit for _, (other, _) in parts):
        return Flaw("mixed")
    sizes = [size for _, (_, size) in parts]
    if sorted(set(sizes), reverse=True) != sizes:
        return UNREADABLE
    total = Decimal(0)
    for numeral, (_, size) in parts:
        number = Decimal("0.5") if numeral == _HALF else read_number(numeral)
        if isinstance(number, Flaw):
            return number
        if number < 0:
            return Flaw("negative")
        if len(parts) > 1 and number != number.to_integral_value():
            return UNREADABLE
        total = EXACT.add(total, EXACT.multiply(number, Decimal(size)))
    if total > _MOST[unit]:
        return Flaw("too-large")
    return Duration(int(total), unit) if total == total.to_integral_value() else Flaw("fraction")
