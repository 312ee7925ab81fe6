"""Comparison of two known values, exact or as intervals; three answers: true, false, or open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from pdo_policy.values.durations import Duration
from pdo_policy.values.interval import Interval
from pdo_policy.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pdo_policy.evaluation.datum import Datum


def compared(op: str, left: Datum, right: Datum) -> bool | str:
    """`left op right` for op in eq, ne, ge, le, gt, lt.

    Returns:
        True or False; or, where it is open, the reason: `range` (intervals that overlap), `unit` (durations of
        different kinds, between which there is no fixed rate), `currency`.
    """
    if left.__class__ in _PLAIN and right.__class__ in _PLAIN:
        return _EXACT[op](left, right)
    (scale, left), (other, right) = map(measured, with_currency((left, right)))
    if scale != other:
        return scale.partition(":")[0]
    if isinstance(left, Interval) or isinstance(right, Interval):
        return _intervals(op, *ends(left), *ends(right))
    return _EXACT[op](left, right)


def measured(value: Datum) -> tuple[str, Datum]:
    """The scale of a value, such as `unit:month` or `currency:CNY`, and the bare number; other values have no scale."""
    if isinstance(value, Duration):
        return f"unit:{value.unit}", value.number
    if isinstance(value, Money):
        return f"currency:{value.currency}", value.amount
    if isinstance(value, Interval):
        (scale, low), (_, high) = measured(value.lo), measured(value.hi)
        return scale, Interval(low, high)
    return "", value


def with_currency(values: Sequence[Datum]) -> list[Datum]:
    """The values, with nothing at all counted as an amount where others are: the sum of an empty list is a bare 0."""
    currency = next((end.currency for value in values for end in ends(value) if isinstance(end, Money)), None)
    if currency is None:
        return list(values)
    return [value if isinstance(ends(value)[0], Money) else Money(Decimal(value), currency) for value in values]


def ends(value: Datum) -> tuple[Datum, Datum]:
    """The least and the greatest that a value can be."""
    return (value.lo, value.hi) if isinstance(value, Interval) else (value, value)


def between(low: Datum, high: Datum) -> Datum:
    """The interval from one end to the other; the value itself where they are the same."""
    return low if low == high else Interval(low, high)


def _intervals(op: str, low: Datum, high: Datum, other_low: Datum, other_high: Datum) -> bool | str:
    if op in ("eq", "ne"):
        if high < other_low or other_high < low:
            return op == "ne"
        if low == high == other_low == other_high:
            return op == "eq"
        return "range"
    exact = _EXACT[op]
    worst, best = (
        ((low, other_high), (high, other_low)) if op in ("ge", "gt") else ((high, other_low), (low, other_high))
    )
    if exact(*worst):
        return True
    return "range" if exact(*best) else False


_PLAIN = frozenset({str, bool, int, Decimal, date})
_EXACT: dict[str, Callable[[Datum, Datum], bool]] = {
    "eq": lambda a, b: bool(a == b),
    "ne": lambda a, b: bool(a != b),
    "ge": lambda a, b: bool(a >= b),
    "le": lambda a, b: bool(a <= b),
    "gt": lambda a, b: bool(a > b),
    "lt": lambda a, b: bool(a < b),
}
