"""The text of a literal becomes its value."""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_UNITS = {
    "个工作日": ("workday", 1), "工作日": ("workday", 1), "working_days": ("workday", 1), "working_day": ("workday", 1),
    "个月": ("month", 1), "months": ("month", 1), "month": ("month", 1),
    "年": ("month", 12), "years": ("month", 12), "year": ("month", 12),
    "日": ("day", 1), "天": ("day", 1), "days": ("day", 1), "day": ("day", 1),
}  # fmt: skip
_CURRENCIES = {
    "": ("CNY", 1), "元": ("CNY", 1), "万元": ("CNY", 10**4), "亿元": ("CNY", 10**8),
    "CNY": ("CNY", 1), "USD": ("USD", 1), "EUR": ("EUR", 1), "HKD": ("HKD", 1),
}  # fmt: skip


def unquoted(text: str) -> str:
    """The content of a STRING token; in ASCII quotes a backslash keeps the next character."""
    if text.startswith("“"):
        return text[1:-1]
    return re.sub(r"\\(.)", r"\1", text[1:-1])


def chinese_number(text: str) -> int:
    """The number of an item marker: 一 to 九百九十九."""
    total, current = 0, 0
    for char in text:
        if char in _DIGITS:
            current = _DIGITS[char]
        else:
            total += (current or 1) * {"十": 10, "百": 100}[char]
            current = 0
    return total + current


def _split(text: str) -> tuple[Decimal, str]:
    match = re.search(r"([0-9][0-9_]*(?:\.[0-9]+)?)\s*(\D*)$", text)
    assert match is not None, "the lexer lets nothing else through"
    return Decimal(match.group(1).replace("_", "")), match.group(2).strip()


def percentage(text: str) -> Decimal:
    """`20%` as 0.20, `5‰` as 0.005."""
    number, sign = _split(text)
    return number / (1000 if sign == "‰" else 100)


def money(text: str) -> tuple[Decimal, str]:
    """`100 万元` as one million and CNY."""
    number, unit = _split(text)
    currency, factor = _CURRENCIES[unit]
    return number * factor, currency


def duration(text: str) -> tuple[int, str]:
    """`5 年` as 60 and month; `10 个工作日` as 10 and workday."""
    number, word = _split(text)
    unit, factor = _UNITS[word]
    return int(number) * factor, unit
