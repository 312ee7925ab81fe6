"""A written percentage becomes the fraction it stands for."""

from __future__ import annotations

import re
from decimal import Decimal

from pdo_policy.values.chinese_numerals import folded
from pdo_policy.values.doubts import bare, indefinite
from pdo_policy.values.misread import UNREADABLE, Flaw
from pdo_policy.values.numerals import EXACT, NUMERAL, read_number

_PER = {"%": 100, "‰": 1000, "百": 100, "千": 1000, "万": 10_000}
_SIGNED = rf"({NUMERAL}) ?([%‰])"
_SPOKEN = rf"(负?)([百千万])分之({NUMERAL})"
_TENTHS = rf"({NUMERAL})成([1-9一二三四五六七八九半]?)"
_HALF = "半"
_WHOLE = ("百分之百", "百分百")
_FRACTION = "分之|/|半"


def read_percentage(text: str) -> Decimal | Flaw:
    """The fraction that a text in normal form stands for: 0.3 for `30%`, `百分之三十` and `三成`, 0.005 for `5‰`.

    Returns:
        The fraction, exactly, also above 1 or below 0; or a flaw: `no-sign` for a bare number (30 may be meant as 30%,
        0.3 too), `fraction` (三分之一), `range`, `bound`, `about`, and those of `read_number`.
    """
    share = _share(folded(text))
    if share is not UNREADABLE:
        return share
    fraction = Flaw("fraction") if re.search(_FRACTION, text) else None
    return bare(text, "no-sign") or indefinite(text) or fraction or UNREADABLE


def _share(text: str) -> Decimal | Flaw:
    if text in _WHOLE:
        return Decimal(1)
    if match := re.fullmatch(_SIGNED, text):
        return _parts(match[1], _PER[match[2]])
    if match := re.fullmatch(_SPOKEN, text):
        return _parts(match[1] + match[3], _PER[match[2]])
    if match := re.fullmatch(_TENTHS, text):
        return _tenths(match[1], match[2])
    return UNREADABLE


def _parts(numeral: str, per: int) -> Decimal | Flaw:
    number = read_number(numeral)
    return number if isinstance(number, Flaw) else EXACT.divide(number, Decimal(per))


def _tenths(numeral: str, rest: str) -> Decimal | Flaw:
    """三成 is 0.3, 三成五 and 三成半 are 0.35; 三点五成五 is nothing."""
    tenths = _parts(numeral, 10)
    if isinstance(tenths, Flaw) or not rest:
        return tenths
    more = Decimal(5) if rest == _HALF else read_number(rest)
    if isinstance(more, Flaw) or tenths < 0 or EXACT.remainder(tenths, Decimal("0.1")):
        return UNREADABLE
    return EXACT.add(tenths, EXACT.divide(more, Decimal(100)))
