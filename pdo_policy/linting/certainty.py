"""A condition becomes always, never, or neither: what it comes to whatever the papers say, as far as one field tells.

Reasoned about are single things: a field's presence, its bounds, its choices, a flag, a 认定. What needs two fields at
once is taken as open. "Always" means: wherever it can be decided at all.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.rulebook import ir
from pdo_policy.values.durations import Duration
from pdo_policy.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pdo_policy.schema.fields import Field

    FieldOf = Callable[[ir.Node], Field | None]

_OPPOSITE = {"eq": "ne", "ne": "eq", "ge": "lt", "lt": "ge", "gt": "le", "le": "gt"}
_TURNED = {"eq": "eq", "ne": "ne", "ge": "le", "le": "ge", "gt": "lt", "lt": "gt"}
_UNWRITTEN = {
    "stated": "not_stated", "not_stated": "stated", "supplied": "not_supplied", "not_supplied": "supplied",
}  # fmt: skip


def bare(record: object, inner: Mapping[int, int] | None = None) -> Any:  # noqa: ANN401 - plain data of any form
    """A record without its places, labels and messages, so that two that mean the same are equal.

    `inner` renumbers the slots of quantifiers and aggregates by how deep they stand.
    """
    renumbered = inner or {}
    if isinstance(record, ir.Predicate):
        return bare(record.body, renumbered)
    if isinstance(record, ir.Slot):
        return "Slot", renumbered.get(record.number, record.number)
    if isinstance(record, (ir.Quantifier, ir.Aggregate)):
        renumbered = {**renumbered, record.slot: -1 - len(renumbered)}
        record = record._replace(slot=renumbered[record.slot])
    if isinstance(record, tuple) and hasattr(record, "_fields"):
        kept = [bare(part, renumbered) for name, part in record._asdict().items() if name not in _SAYS_NOTHING]  # type: ignore[attr-defined]  # a named tuple
        return (type(record).__name__, *kept)
    return tuple(bare(part, renumbered) for part in record) if isinstance(record, tuple) else record


_SAYS_NOTHING = frozenset({"at", "var", "label", "message"})


def always(condition: ir.Condition, field_of: FieldOf) -> bool | None:
    """True where a condition holds whenever it can be decided, False where it never does, None where it depends."""
    if contradictory([condition], field_of):
        return False
    return True if contradictory([negated(condition)], field_of) else None


def contradictory(conditions: Iterable[ir.Condition], field_of: FieldOf) -> bool:
    """Whether conditions can never hold together, for a reason that lies in one field."""
    demands: dict[Any, list[_Demand]] = {}
    for condition in conditions:
        for part in conjuncts(condition):
            key, demand = _demand(part, field_of)
            demands.setdefault(key, []).append(demand)
    return any(_impossible(several) for several in demands.values())


def negated(condition: ir.Condition) -> ir.Condition:
    """The condition that holds where this one does not."""
    match condition:
        case ir.Not():
            return condition.part
        case ir.Compare():
            return condition._replace(op=_OPPOSITE[condition.op])
        case ir.Present() if condition.op in _UNWRITTEN:
            return condition._replace(op=_UNWRITTEN[condition.op])
        case ir.Member():
            return condition._replace(negated=not condition.negated)
        case ir.Predicate():
            return negated(condition.body)
        case ir.Or():
            return ir.And(tuple(map(negated, condition.parts)), condition.at)
        case ir.Enumeration(op="any"):
            return ir.And(tuple(negated(item.condition) for item in condition.items), condition.at)
        case ir.If(otherwise=None):
            return ir.And((condition.test, negated(condition.then)), condition.at)
        case _:
            return ir.Not(condition, condition.at)


def conjuncts(condition: ir.Condition) -> Iterator[ir.Condition]:
    """What must hold for a condition to hold, as far as it is a conjunction."""
    match condition:
        case ir.And():
            for part in condition.parts:
                yield from conjuncts(part)
        case ir.Enumeration(op="all"):
            for item in condition.items:
                yield from conjuncts(item.condition)
        case ir.Enumeration(op="none"):
            for item in condition.items:
                yield from conjuncts(negated(item.condition))
        case ir.Predicate():
            yield from conjuncts(condition.body)
        case ir.Not() if not isinstance(negated(condition.part), ir.Not):
            yield from conjuncts(negated(condition.part))
        case _:
            yield condition


# ---------------------------------------------------------------------- what one condition demands of one thing


class _Demand(NamedTuple):
    """What a thing must be: of an allowed set or not of a forbidden one, within bounds, or simply so or not so.

    `low` and `high` are pairs of a bound and whether the bound itself is excluded.
    """

    allowed: frozenset[Any] | None = None
    forbidden: frozenset[Any] = frozenset()
    low: tuple[Any, bool] | None = None
    high: tuple[Any, bool] | None = None


_NEVER = _Demand(allowed=frozenset())
_OPEN = _Demand()


def _demand(condition: ir.Condition, field_of: FieldOf) -> tuple[Any, _Demand]:
    """The thing a condition is about, and what it demands of it."""
    match condition:
        case ir.Present(op=op, node=node):
            return (op.removeprefix("not_"), bare(node)), _Demand(allowed=frozenset({not op.startswith("not_")}))
        case ir.Not(part=ir.Present(op=op, node=node)):
            return (op, bare(node)), _Demand(allowed=frozenset({False}))
        case ir.Truth(operand=ir.Const()) | ir.Not(part=ir.Truth(operand=ir.Const())):
            return bare(condition), _OPEN
        case ir.Compare():
            return _compared(condition, field_of)
        case ir.Member():
            return _among(condition, field_of)
        case ir.Truth():
            return bare(condition.operand), _Demand(allowed=frozenset({True}))
        case ir.Not(part=ir.Truth(operand=operand)):
            return bare(operand), _Demand(allowed=frozenset({False}))
        case ir.Not():
            return bare(condition.part), _Demand(allowed=frozenset({False}))
        case _:
            return bare(condition), _Demand(allowed=frozenset({True}))


def _compared(condition: ir.Compare, field_of: FieldOf) -> tuple[Any, _Demand]:
    op, left, right = condition.op, condition.left, condition.right
    if isinstance(left, ir.Const) and not isinstance(right, ir.Const):
        op, left, right = _TURNED[op], right, left
    first, second = bare(left), bare(right)
    if first == second:
        return first, _OPEN if op in ("eq", "ge", "le") else _NEVER
    if not isinstance(right, ir.Const):
        # Of two open values: whether they are equal, or on which side of nothing their difference lies.
        equal = op in ("eq", "ne")
        return (equal, first, second), _bounded(op, True if equal else 0)
    demand = _bounded(op, _number(right))
    if isinstance(left, ir.Const):
        return first, _NEVER if _impossible([demand, _bounded("eq", _number(left))]) else _OPEN
    return first, _within_choices(demand, left, field_of)


def _among(condition: ir.Member, field_of: FieldOf) -> tuple[Any, _Demand]:
    elements = condition.elements
    if isinstance(elements, ir.ListOf) and all(isinstance(item, ir.Const) for item in elements.items):
        values = frozenset(_number(item) for item in elements.items)  # type: ignore[arg-type]  # constants, as just seen
        demand = _Demand(forbidden=values) if condition.negated else _Demand(allowed=values)
        return bare(condition.element), _within_choices(demand, condition.element, field_of)
    positive = condition._replace(negated=False)
    return bare(positive), _Demand(allowed=frozenset({not condition.negated}))


def _within_choices(demand: _Demand, operand: ir.Operand, field_of: FieldOf) -> _Demand:
    """A demand on a choice, which can only be one of the schema's."""
    field = field_of(operand.node) if isinstance(operand, ir.Value) else None
    if field is None or field.kind != "choice":
        return demand
    choices = frozenset(choice.value for choice in field.choices)
    return demand._replace(allowed=choices if demand.allowed is None else demand.allowed & choices)


def _bounded(op: str, value: Any) -> _Demand:  # noqa: ANN401 - a value of any ordered kind
    match op:
        case "eq":
            return _Demand(allowed=frozenset({value}), low=(value, False), high=(value, False))
        case "ne":
            return _Demand(forbidden=frozenset({value}))
        case "ge" | "gt":
            return _Demand(low=(value, op == "gt"))
        case _:
            return _Demand(high=(value, op == "lt"))


def _number(const: ir.Const) -> Any:  # noqa: ANN401 - a value that can be compared with others of its kind
    match const.value:
        case Duration(number=number, unit=unit):
            return _Amount(unit, Decimal(number))
        case Money(amount=amount, currency=currency):
            return _Amount(currency, amount)
        case _:
            return const.value


class _Amount(NamedTuple):
    """A number with the unit that it is counted in."""

    unit: str
    number: Decimal


def _impossible(demands: list[_Demand]) -> bool:
    """Whether no value meets all the demands."""
    sets = [demand.allowed for demand in demands if demand.allowed is not None]
    forbidden = frozenset().union(*(demand.forbidden for demand in demands))
    if sets and not frozenset.intersection(*sets) - forbidden:
        return True
    lows = [demand.low for demand in demands if demand.low is not None]
    highs = [demand.high for demand in demands if demand.high is not None]
    return any(_crossed(low, high) for low in lows for high in highs)


def _crossed(low: tuple[Any, bool], high: tuple[Any, bool]) -> bool:
    """Whether a lower bound lies above an upper one; never so where the two cannot be compared."""
    if type(low[0]) is not type(high[0]) and not {type(low[0]), type(high[0])} <= {int, Decimal}:
        return False
    if isinstance(low[0], _Amount) and low[0].unit != high[0].unit:
        return False
    return bool(low[0] > high[0] or (low[0] == high[0] and (low[1] or high[1])))
