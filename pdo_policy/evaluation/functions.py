"""What the functions and operations of the language compute, on known values; each is total."""

from __future__ import annotations

import operator
from decimal import Decimal, DecimalException
from itertools import product
from typing import TYPE_CHECKING

from pdo_policy.evaluation.comparing import between, ends, measured, with_currency
from pdo_policy.values.calendars import Calendar, add, due_day, working_days_between
from pdo_policy.values.durations import Duration
from pdo_policy.values.interval import Interval
from pdo_policy.values.money import Money
from pdo_policy.values.numerals import EXACT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from pdo_policy.evaluation.datum import Datum


class OpenError(Exception):
    """The result is not known; `reason` is one of `evaluation.run.Note`'s."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def call(function: str, args: Sequence[Datum], calendar: Calendar) -> Datum:
    """The value of a function of the table `rulebook.signatures`; of intervals, the interval of its values.

    Raises:
        OpenError: the calendar, a range or a currency leaves it open.
    """
    if function == "absolute":
        return _absolute(args[0])
    operation = _FUNCTIONS[function]
    return _over_ranges(lambda *values: operation(calendar, *values), args)


def arithmetic(kind: str, left: Datum, right: Datum) -> Datum:
    """The value of an operation, `kind` being as in `ir.Arithmetic`; of intervals, the interval of its values.

    Raises:
        OpenError: division by zero, different currencies or units, or a date outside the calendar's years.
    """
    operation = _OPERATIONS.get(kind) or _numbers(kind)
    if kind in _BOTH_MONEY:
        left, right = with_currency((left, right))
    if "/" in kind and isinstance(right, Interval) and _spans_zero(right):
        raise OpenError("division")
    return _over_ranges(operation, (left, right))


def _over_ranges(operation: Callable[..., Datum], values: Sequence[Datum]) -> Datum:
    """Every operation and function but one never turns within its range, so its extremes lie at the ends."""
    if not any(isinstance(value, Interval) for value in values):
        return _tried(operation, values)
    corners = [ends(_tried(operation, corner)) for corner in product(*map(_distinct_ends, values))]
    return between(min(low for low, _ in corners), max(high for _, high in corners))


def _distinct_ends(value: Datum) -> tuple[Datum, ...]:
    return ends(value) if isinstance(value, Interval) else (value,)


def _tried(operation: Callable[..., Datum], values: Sequence[Datum]) -> Datum:
    try:
        return operation(*values)
    except ZeroDivisionError as error:
        raise OpenError("division") from error
    except (DecimalException, OverflowError) as error:
        raise OpenError("range") from error


def _spans_zero(value: Interval) -> bool:
    low, high = ends(measured(value)[1])
    return bool(low <= 0 <= high)


def _numbers(kind: str) -> Callable[[Datum, Datum], Datum]:
    return _PLAIN[next(char for char in "+-*/" if char in kind)]


def _exactly(
    whole: Callable[[int, int], int], operation: Callable[[Decimal, Decimal], Decimal]
) -> Callable[[Datum, Datum], Datum]:
    """Whole numbers stay whole; others are not rounded at the digits that the program around us happens to have set."""

    def computed(left: Datum, right: Datum) -> Datum:
        if isinstance(left, int) and isinstance(right, int):
            return whole(left, right)
        return operation(Decimal(left), Decimal(right))

    return computed


_PLAIN: Mapping[str, Callable[[Datum, Datum], Datum]] = {
    "+": _exactly(operator.add, EXACT.add),
    "-": _exactly(operator.sub, EXACT.subtract),
    "*": _exactly(operator.mul, EXACT.multiply),
    "/": lambda left, right: EXACT.divide(Decimal(left), Decimal(right)),
}
_BOTH_MONEY = frozenset({"money+money", "money-money", "money/money"})


def _amounts(operation: Callable[[Datum, Datum], Datum], *, ratio: bool) -> Callable[[Datum, Datum], Datum]:
    def computed(left: Datum, right: Datum) -> Datum:
        if not isinstance(left, Money):
            return operation(left, right)
        if left.currency != right.currency:
            raise OpenError("currency")
        result = operation(left.amount, right.amount)
        return result if ratio else Money(result, left.currency)

    return computed


def _scaled(operation: Callable[[Datum, Datum], Datum]) -> Callable[[Datum, Datum], Datum]:
    def computed(amount: Datum, number: Datum) -> Datum:
        if not isinstance(amount, Money):
            return operation(amount, number)
        return Money(operation(amount.amount, number), amount.currency)

    return computed


def _same_unit(sign: int) -> Callable[[Duration, Duration], Duration]:
    def added(left: Duration, right: Duration) -> Duration:
        if left.unit != right.unit:
            raise OpenError("unit")
        return Duration(left.number + sign * right.number, left.unit)

    return added


def _shifted(sign: int) -> Callable[[date, Duration], date]:
    def moved(start: date, period: Duration) -> date:
        if period.unit == "workday":
            raise OpenError("unit")
        return add(start, Duration(sign * period.number, period.unit))

    return moved


_OPERATIONS: Mapping[str, Callable[[Datum, Datum], Datum]] = {
    "date-date": lambda a, b: (a - b).days,
    "date+duration": _shifted(1),
    "date-duration": _shifted(-1),
    "money+money": _amounts(_PLAIN["+"], ratio=False),
    "money-money": _amounts(_PLAIN["-"], ratio=False),
    "money/money": _amounts(_PLAIN["/"], ratio=True),
    "duration+duration": _same_unit(1),
    "duration-duration": _same_unit(-1),
    **{f"money*{n}": _scaled(_PLAIN["*"]) for n in ("integer", "decimal", "percentage")},
    **{f"{n}*money": lambda a, b: _scaled(_PLAIN["*"])(b, a) for n in ("integer", "decimal", "percentage")},
    **{f"money/{n}": _scaled(_PLAIN["/"]) for n in ("integer", "decimal")},
    "duration*integer": lambda a, b: Duration(a.number * b, a.unit),
}


# ---------------------------------------------------------------------- functions of the table


def negative(value: Datum) -> Datum:
    """A number or an amount with the other sign."""
    if isinstance(value, Interval):
        return Interval(negative(value.hi), negative(value.lo))
    return Money(negative(value.amount), value.currency) if isinstance(value, Money) else _PLAIN["-"](0, value)


def _absolute(value: Datum) -> Datum:
    if isinstance(value, Interval):
        reached = (_absolute(value.lo), _absolute(value.hi))
        zero = value.lo._replace(amount=Decimal(0)) if isinstance(value.lo, Money) else 0
        return between(zero if _spans_zero(value) else min(reached), max(reached))
    return negative(value) if measured(value)[1] < 0 else value


_FUNCTIONS: Mapping[str, Callable[..., Datum]] = {
    "due_date": due_day,
    "working_days": working_days_between,
    "year_of": lambda _calendar, day: day.year,
    "length": lambda _calendar, text: len(text),
}
