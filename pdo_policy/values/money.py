"""A written amount of money becomes its exact number and its currency."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from pdo_policy.values.chinese_numerals import DIGITS, folded
from pdo_policy.values.doubts import bare, foreign_unit, indefinite
from pdo_policy.values.misread import UNREADABLE, Flaw
from pdo_policy.values.numerals import EXACT, NUMERAL, read_number


class Money(NamedTuple):
    """An amount of money.

    Attributes:
        amount: in the unit of the currency: yuan, not 万元.
        currency: ISO 4217 code.
    """

    amount: Decimal
    currency: str


# A word stands before those that it begins with. `$` and 元 alone are many currencies; beside a code they say nothing.
_CURRENCIES = {
    "人民币元": "CNY", "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "¥": "CNY", "元人民币": "CNY", "元": "CNY",
    "圆": "CNY",
    "美元": "USD", "USD": "USD", "US$": "USD", "港元": "HKD", "港币": "HKD", "HKD": "HKD", "HK$": "HKD",
    "澳门元": "MOP", "MOP": "MOP", "新台币": "TWD", "TWD": "TWD", "欧元": "EUR", "EUR": "EUR", "€": "EUR",
    "英镑": "GBP", "GBP": "GBP", "£": "GBP", "日元": "JPY", "JPY": "JPY", "$": "",
}  # fmt: skip
_CURRENCY = "|".join(map(re.escape, _CURRENCIES))
_AMOUNT = rf"({_CURRENCY})?[: ]?({NUMERAL}) ?({_CURRENCY})?"
# 壹佰元伍角零叁分, and 整 or 正 at the end, which close an amount in capital numerals.
_COINS = rf"(.*[元圆])(?:([{DIGITS}0-9])角)?(?:零?([{DIGITS}0-9])分)?[整正]?"
_PER_UNIT = r"(.+?)[/每](.+)|每一?([^0-9]+?)([0-9].*)"
_FREE = ("免费", "无偿", "不收费", "免收")


def read_money(text: str) -> Money | Flaw:
    """The amount that a text in normal form gives: `1,200万元`, `1.08亿元`, 壹仟贰佰万元整, `￥1,200.50`, `100 USD`.

    Returns:
        The amount; or a flaw: `no-unit` (1200, 1200万), `per-unit` for a price with its billing unit (1000元/月; with
        `amount` and `unit`), `currency` for `$` alone or two currencies at once, `free` (免费), `unknown-unit`,
        `range`, `bound`, `about`, and those of `read_number`.
    """
    money = _money(folded(text))
    if money is not UNREADABLE:
        return money
    if text in _FREE:
        return Flaw("free")
    return bare(text, "no-unit") or _per_unit(text) or indefinite(text) or foreign_unit(text) or UNREADABLE


def _money(text: str) -> Money | Flaw:
    money = _amount(text)
    return _coined(text) if money is UNREADABLE else money


def _coined(text: str) -> Money | Flaw:
    """An amount with 角 and 分 behind its 元, or closed by 整."""
    match = re.fullmatch(_COINS, text)
    if match is None:
        return UNREADABLE
    whole = _amount(match[1])
    if isinstance(whole, Flaw) or not (match[2] or match[3]):
        return whole
    if whole.currency != "CNY" or whole.amount < 0 or whole.amount != whole.amount.to_integral_value():
        return UNREADABLE
    cents = 10 * _digit(match[2]) + _digit(match[3])
    return Money(EXACT.add(whole.amount, EXACT.divide(Decimal(cents), Decimal(100))), whole.currency)


def _digit(char: str | None) -> int:
    if char is None:
        return 0
    return int(char) if char.isascii() else DIGITS.index(char)


def _amount(text: str) -> Money | Flaw:
    # ASCII, because the Kelvin sign is a K in small letters and would be found in HKD.
    match = re.fullmatch(_AMOUNT, text, re.IGNORECASE | re.ASCII)
    if match is None or not (match[1] or match[3]):
        return UNREADABLE
    number = read_number(match[2])
    if isinstance(number, Flaw):
        return number
    named = {_CURRENCIES[word.upper()] for word in match.group(1, 3) if word}
    if len(named) > 1 or "" in named:
        return Flaw("currency")
    return Money(number, named.pop())


def _per_unit(text: str) -> Flaw | None:
    match = re.fullmatch(_PER_UNIT, text)
    if match is None:
        return None
    amount, unit = (match[1], match[2]) if match[1] else (match[4], match[3])
    return None if isinstance(_money(folded(amount)), Flaw) else Flaw("per-unit", {"amount": amount, "unit": unit})
