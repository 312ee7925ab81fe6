"""A numeral in Chinese characters becomes an integer, and an integer its numeral."""

from __future__ import annotations

import re

from pdo_policy.values.misread import UNREADABLE, Flaw

DIGITS = "零一二三四五六七八九"
_VALUES = {digit: value for value, digit in enumerate(DIGITS)}
_FOLD = str.maketrans(
    "〇壹贰貳两兩叁參叄肆伍陆陸柒捌玖拾佰仟萬億",
    "零一二二两两三三三四五六六七八九十百千万亿",
)
# The places of one group of four; a zero is told apart by where it stands.
_DIGIT, _FIRST_DIGIT = "[一二三四五六七八九]", "[一二两三四五六七八九]"
_GROUP = (
    f"(?:({_FIRST_DIGIT})千)?(零?)(?:({_FIRST_DIGIT})百)?(零?)(?:({_DIGIT}?)十)?(零?)({_DIGIT})?"
)  # fmt: skip
_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))
_LIMIT = 10**16
_SHORTEST_RUN = 3
_TWO_DIGITS = f"{_FIRST_DIGIT}{{2}}"
# 二百五 may stand for 250 or be a slip for 205; 三五 may be 35 or “three to five”, as 三四万 is three to four 万.
COLLOQUIAL = Flaw("colloquial")


def folded(text: str) -> str:
    """The text with capital numerals (壹贰叁), traditional ones and `〇` as ordinary ones."""
    return text.translate(_FOLD)


def read_chinese_numeral(text: str) -> int | Flaw:
    """The number a numeral stands for.

    Read are 三十, 一千零五, 一万二千, 两百, 壹拾, and runs of three digits and more (二〇二五).

    Returns:
        The number; a flaw `colloquial` for one that can be read in two ways (二百五, 三四万), `vague` for a bare
        order of magnitude (百万), `unreadable` for anything else.
    """
    text = folded(text)
    if text in ("", "两"):
        return 2 if text else UNREADABLE
    if all(char in _VALUES for char in text):
        return _run(text)
    if text[0] in "百千万亿":
        return Flaw("vague")
    return _grouped(text, "亿万")


def _run(text: str) -> int | Flaw:
    if 1 < len(text) < _SHORTEST_RUN:
        return COLLOQUIAL
    return int("".join(str(_VALUES[char]) for char in text))


def _grouped(text: str, units: str) -> int | Flaw:
    if not units:
        return _group(text)
    high, unit, low = text.rpartition(units[0])
    if not unit:
        return _grouped(text, units[1:])
    above = _grouped(high, units[1:])
    if isinstance(above, Flaw):
        return above
    above *= 10**8 if unit == "亿" else 10**4
    if not low:
        return above
    below = _after_unit(low, units[1:])
    return below if isinstance(below, Flaw) else above + below


def _after_unit(text: str, units: str) -> int | Flaw:
    """What follows 亿 or 万: 一万五 and 一亿三千 are ambiguous; with a zero (一万零五) or with 万 they would not be."""
    if text.startswith("零"):
        return _grouped(text[1:], units)
    unsaid = bool(units) and units[0] not in text
    return COLLOQUIAL if unsaid or text in _VALUES else _grouped(text, units)


def _group(text: str) -> int | Flaw:
    if text == "两":
        return 2
    if re.search(_TWO_DIGITS, text):
        return COLLOQUIAL
    match = re.fullmatch(_GROUP, text)
    if match is None or text in ("", "零"):
        return UNREADABLE
    thousands, zero_after_thousands, hundreds, zero_after_hundreds, tens, zero_after_tens, ones = match.groups()
    zeros = (zero_after_thousands, zero_after_hundreds, zero_after_tens)
    skipped = any(zeros)
    misplaced = text[0] == "零" or text[-1] == "零" or text.count("零") > 1 or zero_after_tens
    if misplaced or (zero_after_thousands and hundreds) or (zero_after_hundreds and tens is not None):
        return UNREADABLE
    if ones and tens is None and (hundreds or (thousands and not skipped)) and not zero_after_hundreds:
        return COLLOQUIAL
    ten = 0 if tens is None else _digit(tens or "一")
    return _digit(thousands) * 1000 + _digit(hundreds) * 100 + ten * 10 + _digit(ones)


def _digit(char: str | None) -> int:
    return 2 if char == "两" else _VALUES[char or "零"]


def in_chinese(number: int) -> str:
    """The numeral of an integer from 0 to below 10**16, as in 第二十一条.

    Raises:
        ValueError: the number is outside that range.
    """
    if not 0 <= number < _LIMIT:
        message = f"no numeral for {number}"
        raise ValueError(message)
    written = _written(number)
    return written[1:] if written.startswith("一十") else written


def _written(number: int) -> str:
    for size, unit in _UNITS:
        if number >= size:
            high, low = divmod(number, size)
            zero = "零" if low < size // 10 else ""
            return _written(high) + unit + (zero + _written(low) if low else "")
    return DIGITS[number]
