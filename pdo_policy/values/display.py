"""A value becomes the text that a message shows, such that reading it gives the value again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pdo_policy.values.dates import last_of_month
from pdo_policy.values.durations import Duration
from pdo_policy.values.interval import Interval
from pdo_policy.values.money import Money
from pdo_policy.values.numerals import EXACT, shown

if TYPE_CHECKING:
    from pdo_policy.values.reading import Value

_SCALES = ((Decimal(10**8), "亿元"), (Decimal(10**4), "万元"))
# 180244.12万元 keeps the unit people know it in; 18.024412亿元 would be as exact and harder to read.
_TIDY_DECIMALS = 2
_MONTHS = 12


def display(value: Value, kind: str) -> str:
    """A value as people write it.

    Args:
        value: of any kind that `read_value` reads, or an interval of such.
        kind: its kind, which tells a percentage from a number.

    Returns:
        `2025年3月1日`, `2025年3月`, `3年6个月`, `10个工作日`, `1.08亿元`, `100USD`, `30%`, 是 or 否, digits, the text
        as it is; `3至5之间` for an interval. A number with more than six decimals is rounded and has 约 before it.
    """
    match value:
        case bool():
            return "是" if value else "否"
        case Interval():
            return _between(value, kind)
        case date():
            return f"{value.year}年{value.month}月{value.day}日"
        case Duration():
            return _duration(value)
        case Money():
            return _money(value)
        case Decimal() | int() if kind == "percentage":
            return shown(EXACT.multiply(Decimal(value), Decimal(100))) + "%"
        case Decimal() | int():
            return shown(Decimal(value))
    return str(value)


def _between(value: Interval, kind: str) -> str:
    low, high = value
    if isinstance(low, date) and isinstance(high, date) and low.day == 1 and low.year == high.year:
        if (low.month, high.month, high.day) == (1, _MONTHS, 31):
            return f"{low.year}年"
        if high == last_of_month(low.year, low.month):
            return f"{low.year}年{low.month}月"
    if low == high:
        return display(low, kind)
    return f"{display(low, kind)}至{display(high, kind)}之间"


def _duration(value: Duration) -> str:
    number = abs(value.number)
    sign = "-" if value.number < 0 else ""
    if value.unit != "month":
        return f"{sign}{number}{'日' if value.unit == 'day' else '个工作日'}"
    years, months = divmod(number, _MONTHS)
    return sign + (f"{years}年" if years else "") + (f"{months}个月" if months or not years else "")


def _money(value: Money) -> str:
    if value.currency != "CNY":
        return f"{shown(value.amount)}{value.currency}"
    for scale, unit in _SCALES:
        scaled = EXACT.divide(value.amount, scale)
        if scaled.copy_abs() >= 1 and _decimals(scaled) <= _TIDY_DECIMALS:
            return f"{shown(scaled)}{unit}"
    return f"{shown(value.amount)}元"


def _decimals(number: Decimal) -> int:
    exponent = EXACT.normalize(number).as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
