"""A written quantity becomes a whole number of things, or a plain number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdo_policy.values.doubts import foreign_unit, indefinite
from pdo_policy.values.misread import UNREADABLE, Flaw
from pdo_policy.values.numerals import NUMERAL, read_number

if TYPE_CHECKING:
    from decimal import Decimal

# What is counted is the field's business; the word is passed over, and only words that change no number are here.
_MEASURES = "个家条次人件份类项起户名位张台套座种款批组期例笔处宗场篇部册页所"
_COUNT = rf"({NUMERAL}) ?(?:[人户家项条]次|[{_MEASURES}])?"


def read_count(text: str) -> int | Flaw:
    """How many a text in normal form says: `30`, `1,200`, `三十`, `30万`, `232家`, `114.81亿条`.

    Returns:
        An integer from 0; or a flaw: `negative`, `fraction` (1.5个), `range`, `bound`, `about`, `unknown-unit`, and
        those of `read_number`.
    """
    match = re.fullmatch(_COUNT, text)
    number = read_number(match[1]) if match else UNREADABLE
    if isinstance(number, Flaw):
        return number if number is not UNREADABLE else indefinite(text) or foreign_unit(text) or UNREADABLE
    if number < 0:
        return Flaw("negative")
    return int(number) if number == number.to_integral_value() else Flaw("fraction")


def read_plain_number(text: str) -> Decimal | Flaw:
    """The number that a text in normal form gives, with nothing after it: `24`, `92.5`, `-3`, `三十`.

    A unit after it is not passed over, as in a count: whether `30分钟` are 30 or half depends on the field.

    Returns:
        The number; or a flaw: `range`, `bound`, `about`, `unknown-unit`, and those of `read_number`.
    """
    number = read_number(text)
    if number is UNREADABLE:
        return indefinite(text) or foreign_unit(text) or UNREADABLE
    return number
