"""A number in any of the ways it is written becomes a Decimal, and a Decimal its digits."""

from __future__ import annotations

import re
from decimal import Context, Decimal

from pdo_policy.values.chinese_numerals import COLLOQUIAL, DIGITS, folded, read_chinese_numeral
from pdo_policy.values.misread import UNREADABLE, Flaw

# The characters a number can be made of, for patterns that look for one in front of a unit.
NUMERAL = r"[-负]?[0-9.,〇零一二两三四五六七八九十百千万亿壹贰貳叁參叄肆伍陆陸柒捌玖拾佰仟萬億兩点]+"
# What a caller has done to the default context must not change what a number is.
EXACT = Context(prec=80)

_SCALES = {
    "": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "十万": 10**5, "百万": 10**6, "千万": 10**7,
    "亿": 10**8, "十亿": 10**9, "百亿": 10**10, "千亿": 10**11, "万亿": 10**12,
}  # fmt: skip
# Possessive: a run of digits is one segment and is never tried in parts, of which there are exponentially many.
_SEGMENT = r"([0-9]++(?:\.[0-9]++)?)([十百千万亿]*+)"
_GROUPED = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?"
_CHINESE_DECIMAL = rf"(.+)点([{DIGITS}]+)([十百千万亿]*)"
_TENS = ("十", "百")
_TEN = 10
_MOST_DIGITS = 40
_LIMIT = Decimal(10**18)
_MOST_DECIMALS = 6
_MOST_ROUNDED = 70
_LAST_DECIMAL = Decimal("0.000001")
_TOO_LARGE = Flaw("too-large")


def read_number(text: str) -> Decimal | Flaw:
    """The number a text in normal form stands for, exactly.

    Read are `1200`, `1,200.5`, `30万`, `1.08亿`, `1亿2000万`, `三十`, `三点五亿`, `壹仟贰佰`, each also with `-` or 负.

    Returns:
        The number, below 10**18; or a flaw: `grouping` for a separator that does not part thousands, `colloquial`,
        `vague` (see `read_chinese_numeral`), `too-large`, `unreadable`.
    """
    digits = folded(text)
    negative = digits[:1] in ("-", "负")
    digits = digits[negative:]
    if len(digits) > _MOST_DIGITS:
        return _TOO_LARGE if re.fullmatch(NUMERAL, digits) else UNREADABLE
    number = Decimal(digits) if digits.isascii() and digits.isdigit() else _unsigned(digits)
    if isinstance(number, Flaw):
        return number
    if number >= _LIMIT:
        return _TOO_LARGE
    return number.copy_negate() if negative and number else number


def _unsigned(text: str) -> Decimal | Flaw:
    if re.search("[0-9]", text):
        return _in_digits(text)
    match = re.fullmatch(_CHINESE_DECIMAL, text)
    if match is None:
        whole = read_chinese_numeral(text)
        return whole if isinstance(whole, Flaw) else Decimal(whole)
    whole = read_chinese_numeral(match[1])
    if isinstance(whole, Flaw):
        return whole
    decimals = "".join(str(DIGITS.index(char)) for char in match[2])
    return _scaled(f"{whole}.{decimals}", match[3])


def _in_digits(text: str) -> Decimal | Flaw:
    if "," in text:
        if not all(re.fullmatch(_GROUPED, run) for run in re.findall("[0-9.,]+", text) if "," in run):
            return Flaw("grouping") if re.fullmatch(NUMERAL, text) else UNREADABLE
        text = text.replace(",", "")
    if re.fullmatch(f"(?:{_SEGMENT})++", text) is None:
        return UNREADABLE
    return _sum(re.findall(_SEGMENT, text))


def _sum(segments: list[tuple[str, str]]) -> Decimal | Flaw:
    """`1.08亿`; `1亿2000万`, in which each part must be below the unit before it and none has decimals."""
    total, below = Decimal(0), None
    for digits, unit in segments:
        part = _scaled(digits, unit)
        if isinstance(part, Flaw):
            return part
        if below is not None:
            if part >= below or any("." in written for written, _ in segments):
                return UNREADABLE
            if _is_colloquial(digits, unit, below):
                return COLLOQUIAL
        total = EXACT.add(total, part)
        below = _SCALES[unit]
    return total


def _is_colloquial(digits: str, unit: str, below: int) -> bool:
    """Whether what follows a unit may be short for more: 1万5 for 15000, 1亿3千 for 3千万; not so in 1万2000."""
    if not unit:
        return len(digits) != len(str(below)) - 1
    return below >= _SCALES["亿"] and not {"万", "亿"} & set(unit)


def _scaled(digits: str, unit: str) -> Decimal | Flaw:
    # 83千 and 20百万 are units of accounts; 83百 and 62十 are slips.
    if unit not in _SCALES or (unit in _TENS and not 0 < Decimal(digits) < _TEN):
        return UNREADABLE
    return EXACT.multiply(Decimal(digits), Decimal(_SCALES[unit]))


def shown(number: Decimal) -> str:
    """The digits of a number, without an exponent or idle zeros; rounded to six decimals it has 约 before it.

    A number of more than 70 digits before the point is not rounded, it is shown exactly.
    """
    rounded = EXACT.quantize(number, _LAST_DECIMAL) if _has_many_decimals(number) else number
    digits = format(rounded, "f")
    if "." in digits:
        digits = digits.rstrip("0").rstrip(".")
    return digits if rounded == number else f"约{digits}"


def _has_many_decimals(number: Decimal) -> bool:
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -_MOST_DECIMALS and number.adjusted() < _MOST_ROUNDED
