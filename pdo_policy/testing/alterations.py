"""A condition becomes the conditions that somebody might have written in its stead by mistake, one slip in each.

The slips (`kind`):

- `inclusive`: 以上 for 超过, 以下 for 不满, and the other way round
- `bound`: a number, percentage, amount, date or period one unit more or less; so too the number of 下列至少 N 项
- `unit`: 工作日 for 日, and the other way round
- `presence`: 已提供 for 已载明, and the other way round
- `connective`: 或 for 且, and the other way round
- `quantifier`: 每个, 存在 and 没有 for each other
- `enumeration`: 下列之一 for 下列全部, and the other way round
- `item`: an item of an enumeration, or a value of a list, left out
- `part`: a part of 且 or 或, or 否则, left out
- `negation`: the contrary
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.rulebook import ir
from pdo_policy.values.durations import Duration
from pdo_policy.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Altered(NamedTuple):
    """A condition, or an operand, with a slip.

    Attributes:
        kind: of the slip.
        change: what was changed into what.
        record: the result.
        at: the place of what was changed, where it is less than the whole condition.
    """

    kind: str
    change: str
    record: Any
    at: ir.At | None = None


def alterations(condition: ir.Condition) -> Iterator[Altered]:
    """The slips in a condition itself and in its operands; those in the conditions within it are theirs."""
    yield from _logical(condition)
    for index, part in enumerate(condition):
        for altered in altered_values(part):
            yield altered._replace(record=_with(condition, index, altered.record))
    if not isinstance(condition, (ir.And, ir.Or, ir.Not)):
        yield Altered("negation", "not", ir.Not(condition, condition.at))


def _with(record: Any, index: int, part: object) -> Any:  # noqa: ANN401 - records of every type, and what is in them
    parts = [*record[:index], part, *record[index + 1 :]]
    return type(record)(*parts) if hasattr(record, "_fields") else tuple(parts)


_INCLUSIVE = {"ge": "gt", "gt": "ge", "le": "lt", "lt": "le"}
_PRESENCE = {"stated": "supplied", "supplied": "stated", "not_stated": "not_supplied", "not_supplied": "not_stated"}
_QUANTIFIERS = ("every", "some", "none")
_ENUMERATIONS = {"all": "any", "any": "all"}


def _logical(condition: ir.Condition) -> Iterator[Altered]:
    match condition:
        case ir.Compare(op=op) if op in _INCLUSIVE:
            yield _swapped("inclusive", condition, _INCLUSIVE[op])
        case ir.Present(op=op) if op in _PRESENCE:
            yield _swapped("presence", condition, _PRESENCE[op])
        case ir.Quantifier(op=op):
            yield from (_swapped("quantifier", condition, other) for other in _QUANTIFIERS if other != op)
        case ir.And(parts=parts, at=at):
            yield Altered("connective", "and→or", ir.Or(parts, at))
            yield from _without_parts(condition)
        case ir.Or(parts=parts, at=at):
            yield Altered("connective", "or→and", ir.And(parts, at))
            yield from _without_parts(condition)
        case ir.Not(part=ir.And() | ir.Or()):
            # Of any other part the contrary is told, which is the same.
            yield Altered("negation", "not", condition.part)
        case ir.If(otherwise=otherwise) if otherwise is not None:
            yield Altered("part", "left out", condition._replace(otherwise=None), otherwise.at)
        case ir.Enumeration():
            yield from _enumerations(condition)


def _swapped(kind: str, condition: ir.Compare | ir.Present | ir.Quantifier | ir.Enumeration, op: str) -> Altered:
    return Altered(kind, f"{condition.op}→{op}", condition._replace(op=op))


def _without_parts(condition: ir.And | ir.Or) -> Iterator[Altered]:
    for index in range(len(condition.parts)):
        rest = _without(condition.parts, index)
        left = rest[0] if len(rest) == 1 else condition._replace(parts=rest)
        yield Altered("part", "left out", left, condition.parts[index].at)


def _without(parts: tuple[Any, ...], index: int) -> tuple[Any, ...]:
    return (*parts[:index], *parts[index + 1 :])


def _enumerations(condition: ir.Enumeration) -> Iterator[Altered]:
    op, least, items = condition.op, condition.least, condition.items
    if op in _ENUMERATIONS and len(items) > 1:
        yield _swapped("enumeration", condition, _ENUMERATIONS[op])
    if op == "at_least":
        for other in (least + 1, least - 1):
            if 1 <= other <= len(items):
                yield Altered("bound", f"{least}→{other}", condition._replace(least=other))
    if len(items) > 1:
        for index, item in enumerate(items):
            rest = _without(items, index)
            left = condition._replace(items=rest, least=min(least, len(rest)))
            yield Altered("item", "left out", left, item.at)


# ---------------------------------------------------------------------- operands


def altered_values(record: Any) -> Iterator[Altered]:  # noqa: ANN401 - operands of every type, and what is in them
    """The slips in the constants of an operand and in its lists; what is read from a paper has none."""
    if isinstance(record, (ir.Condition, ir.Node, ir.Template)) or not isinstance(record, tuple):
        return
    if isinstance(record, ir.Const):
        yield from _constants(record)
        return
    if isinstance(record, ir.ListOf) and len(record.items) > 1:
        for index, item in enumerate(record.items):
            rest = record._replace(items=_without(record.items, index))
            yield Altered("item", f"without {_shown(item)}", rest)
    for index, part in enumerate(record):
        for altered in altered_values(part):
            yield altered._replace(record=_with(record, index, altered.record))


def _shown(operand: ir.Operand) -> str:
    return str(operand.value) if isinstance(operand, ir.Const) else type(operand).__name__.lower()


_OTHER_UNIT: Mapping[str, Any] = {"day": "workday", "workday": "day"}


def _constants(const: ir.Const) -> Iterator[Altered]:
    value = const.value
    for sign in (1, -1):
        moved = _moved(value, sign, percentage=const.kind == "percentage")
        if moved is not None:
            yield Altered("bound", f"{_written(value)}→{_written(moved)}", const._replace(value=moved))
    if isinstance(value, Duration) and value.unit in _OTHER_UNIT:
        other = value._replace(unit=_OTHER_UNIT[value.unit])
        yield Altered("unit", f"{_written(value)}→{_written(other)}", const._replace(value=other))


def _moved(value: object, sign: int, *, percentage: bool) -> Any:  # noqa: ANN401 - a value of the same type
    """A value one unit more or less; None for what has no unit.

    The unit is a day, the unit of a period, 1, the last decimal written, one per cent, or one 元.
    """
    match value:
        case bool():
            return None
        case int():
            return value + sign
        case Decimal():
            return value + sign * _unit(value, Decimal("0.01") if percentage else Decimal(1))
        case date() if date.min < value < date.max:
            return value + timedelta(days=sign)
        case Duration():
            return value._replace(number=value.number + sign)
        case Money():
            return value._replace(amount=value.amount + sign * _unit(value.amount, Decimal(1)))
        case _:
            return None


def _unit(value: Decimal, most: Decimal) -> Decimal:
    exponent = value.as_tuple().exponent
    return min(most, Decimal(1).scaleb(exponent)) if isinstance(exponent, int) else most


def _written(value: object) -> str:
    match value:
        case Duration():
            return f"{value.number} {value.unit}"
        case Money():
            return f"{value.amount} {value.currency}"
        case _:
            return str(value)
