"""A text that is almost a value becomes the reason why it is none: a range, an approximation, a bound, a wrong unit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from pdo_policy.values.chinese_numerals import folded
from pdo_policy.values.misread import UNREADABLE, Flaw
from pdo_policy.values.numerals import NUMERAL, read_number

if TYPE_CHECKING:
    from collections.abc import Sequence

# A word stands before the shorter ones it contains, so that the whole of it is named.
_BOUNDS = (
    "不得超过", "不得低于", "不得少于", "不得高于", "不超过", "不低于", "不少于", "不高于", "不多于", "不大于",
    "不小于", "不足", "不满", "不到", "超过", "高于", "低于", "多于", "少于", "大于", "小于", "至少", "至多", "最少",
    "最多", "最低", "最高", "最短", "最长", "以上", "以下", "以内", "之内", "超", "逾", "满", "内",
    ">=", "<=", "≥", "≤", ">", "<", "+",
)  # fmt: skip
# 约定, 人数 and 未来 are no hedges.
_HEDGES = (
    "大约|大概|大致|左右|上下|前后|将近|接近|预计|预估|估计|估算|暂定|若干"
    "|约(?!定)|近|拟|余|多|几|数(?=[十百千万亿])|(?<=十)来"
)
_RANGE = (
    r"[0-9一二三四五六七八九十百千万亿两半元%‰年月日天个] ?(?:[-~—]+|至|到) ?[$¥€£]?[0-9一二三四五六七八九十百两半]"
)
_FOREIGN = rf"({NUMERAL}) ?([^0-9().,+-]{{1,8}})"


def indefinite(text: str) -> Flaw | None:
    """Why a text gives more than one value: `range` (100-200万元), or what `hedged` says."""
    return Flaw("range") if re.search(_RANGE, folded(text)) else hedged(text)


def hedged(text: str) -> Flaw | None:
    """The word that keeps a text from being definite: `bound` (5个以上, 超百亿条) or `about` (300个左右, 30万余家)."""
    bound = worded("bound", _BOUNDS, text)
    hedge = re.search(_HEDGES, text) if bound is None else None
    return Flaw("about", {"word": hedge[0]}) if hedge else bound


def worded(what: str, words: Sequence[str], text: str) -> Flaw | None:
    """A flaw that names the first of the words that is in the text."""
    word = next((word for word in words if word in text), None)
    return None if word is None else Flaw(what, {"word": word})


def bare(text: str, what: str) -> Flaw | None:
    """The flaw `what` for a number alone, which does not say what it counts; a numeral's own flaw for a bad one."""
    number = read_number(text)
    if isinstance(number, Decimal):
        return Flaw(what)
    return None if number is UNREADABLE else number


def foreign_unit(text: str) -> Flaw | None:
    """`unknown-unit` for a number before a unit that the kind does not have (3刻钟, 1200块)."""
    match = re.fullmatch(_FOREIGN, text)
    if match is None or not isinstance(read_number(match[1]), Decimal):
        return None
    return Flaw("unknown-unit", {"unit": match[2]})
