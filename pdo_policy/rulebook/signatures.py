"""The functions that a rule may call: their names in both packs, what they take and what they give; a closed table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.rulebook.kinds import DATE, DECIMAL, DURATION, FLAG, INTEGER, TEXT, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


class Signature(NamedTuple):
    """A function of single values: what it takes, and what it gives (None: the kind of its first argument)."""

    name: str
    takes: tuple[tuple[Kind, ...], ...]
    gives: Kind | None


class AggregateSignature(NamedTuple):
    """A function over a list: the kinds of element it takes (none: any), and what it gives (None: the element's)."""

    name: str
    over: tuple[str, ...]
    gives: Kind | None


_NUMERIC = (INTEGER, DECIMAL, Kind("percentage"), Kind("money"))

FUNCTIONS: Mapping[str, Signature] = {
    spelling: signature
    for spellings, signature in (
        (("届满日", "due_date"), Signature("due_date", ((DATE,), (DURATION,)), DATE)),
        (("工作日数", "working_days"), Signature("working_days", ((DATE,), (DATE,)), INTEGER)),
        (("年度", "year_of"), Signature("year_of", ((DATE,),), INTEGER)),
        (("绝对值", "absolute"), Signature("absolute", (_NUMERIC,), None)),
        (("长度", "length"), Signature("length", ((TEXT,),), INTEGER)),
    )
    for spelling in spellings
}

_SUMMED = ("integer", "decimal", "percentage", "money")
_ORDERED = (*_SUMMED, "date")

AGGREGATES: Mapping[str, AggregateSignature] = {
    spelling: signature
    for spellings, signature in (
        (("数量", "count"), AggregateSignature("count", (), INTEGER)),
        (("合计", "sum"), AggregateSignature("sum", _SUMMED, None)),
        (("最大", "largest"), AggregateSignature("largest", _ORDERED, None)),
        (("最小", "smallest"), AggregateSignature("smallest", _ORDERED, None)),
        (("平均", "average"), AggregateSignature("average", _SUMMED, None)),
        (("唯一", "unique"), AggregateSignature("unique", (), FLAG)),
    )
    for spelling in spellings
}

LACKING = ("缺项", "lacking")
"""The function that lists, in a message, the labels of fields that are not stated."""
