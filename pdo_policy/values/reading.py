"""A text and the kind of its field become a value, or the report why there is none."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from pdo_policy.values.credit_codes import read_credit_code
from pdo_policy.values.dates import read_date
from pdo_policy.values.durations import Duration, read_duration
from pdo_policy.values.flags import read_flag
from pdo_policy.values.interval import Interval
from pdo_policy.values.misread import UNREADABLE, Flaw, Misread, misread
from pdo_policy.values.money import Money, read_money
from pdo_policy.values.normal_form import normal_form
from pdo_policy.values.percentages import read_percentage
from pdo_policy.values.quantities import read_count, read_plain_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Value = str | bool | int | Decimal | date | Duration | Money | Interval
"""What a text can be read as; an interval has two dates as its ends."""

_LONGEST = 100
# 人民币壹佰万元整（¥1,000,000.00）, 30%（暂定）
_BRACKETED = r"([^()]+)\(([^()]*)\)"

_ANY = ("too-long", "remark", "contradiction")
_NUMERALS = ("unreadable", "grouping", "colloquial", "vague", "too-large", "range", "bound", "about", *_ANY)
FLAWS: Mapping[str, tuple[str, ...]] = {
    "text": (),
    "prose": (),
    "region": ("empty",),
    "date": (
        *("unreadable", "no-such-day", "year", "short-year", "no-year", "run-together", "lost-zero", "time"),
        *("range", "vague", "bound", "about", *_ANY),
    ),
    "duration": (*_NUMERALS, "mixed", "fraction", "bare-month", "date", "negative", "no-unit", "unknown-unit"),
    "money": (*_NUMERALS, "per-unit", "currency", "free", "no-unit", "unknown-unit"),
    "percentage": (*_NUMERALS, "no-sign", "fraction"),
    "count": (*_NUMERALS, "negative", "fraction", "unknown-unit"),
    "number": (*_NUMERALS, "unknown-unit"),
    "flag": ("unreadable", *_ANY),
    "credit_code": ("length", "character", "check", *_ANY),
}
"""Every flaw that can be found in a text, by kind: `schema.<kind>-<flaw>` are all the codes that `read_value` gives."""


def read_value(kind: str, text: str) -> Value | Misread:
    """What people wrote in a field, as a value.

    Args:
        kind: the `x-kind` of the field: text, prose, region, date, duration, money, percentage, count, number, flag or
            credit_code.
        text: as written.

    Returns:
        For text and prose the text without outer space, for region with single spaces too; for date a date, or the
        interval of its month or year; for percentage its fraction; for count an int from 0; for number a Decimal; for
        credit_code the code in capitals; for flag, duration and money what they are. A text that is no value of the
        kind, or may be two, is a `Misread` with a code of `FLAWS`.

    Raises:
        KeyError: no such kind is read from a text.
    """
    if kind in _AS_WRITTEN or len(text) > _LONGEST_KEPT:
        return _read(kind, text)
    return _kept(kind, text)


def _read(kind: str, text: str) -> Value | Misread:
    value = _READERS[kind](text)
    return misread(kind, value, text) if isinstance(value, Flaw) else value


_AS_WRITTEN = frozenset({"text", "prose", "region"})
_LONGEST_KEPT = 40
# Papers of one day have many dates, counts and flags in common.
_kept = lru_cache(maxsize=2048)(_read)


def _region(text: str) -> str | Flaw:
    return " ".join(text.split()) or Flaw("empty")


def _typed(read: Callable[[str], Value | Flaw]) -> Callable[[str], Value | Flaw]:
    """The reader of a text as people write it, made from one of short texts in normal form."""

    def typed(written: str) -> Value | Flaw:
        stripped = written.strip()
        if len(stripped) > _LONGEST:
            return Flaw("too-long", {"length": str(len(stripped))})
        text = normal_form(stripped)
        twice = re.fullmatch(_BRACKETED, text) if text.endswith(")") else None
        first = read(twice[1]) if twice else UNREADABLE
        return read(text) if twice is None or isinstance(first, Flaw) else _agreed(first, read(twice[2]), twice)

    return typed


def _agreed(first: Value, second: Value | Flaw, written: re.Match[str]) -> Value | Flaw:
    """A value that is said again in brackets, as contracts do; anything else there is for people to sort out."""
    if isinstance(second, Flaw):
        return Flaw("remark", {"value": written[1], "remark": written[2]})
    return first if first == second else Flaw("contradiction")


_READERS: Mapping[str, Callable[[str], Value | Flaw]] = {
    "text": str.strip,
    "prose": str.strip,
    "region": _region,
    "date": _typed(read_date),
    "duration": _typed(read_duration),
    "money": _typed(read_money),
    "percentage": _typed(read_percentage),
    "count": _typed(read_count),
    "number": _typed(read_plain_number),
    "flag": _typed(read_flag),
    "credit_code": _typed(read_credit_code),
}
