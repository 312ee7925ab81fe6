"""Operands of the compiled form become functions that compute a value, or UNKNOWN."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdo_policy.evaluation.aggregates import Member, aggregate
from pdo_policy.evaluation.functions import OpenError, arithmetic, call, negative
from pdo_policy.evaluation.nodes import elements, finder, is_stated
from pdo_policy.evaluation.run import UNDATED, UNKNOWN, Environment, Gap
from pdo_policy.rulebook import ir
from pdo_policy.schema.bound import Bound, State
from pdo_policy.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.evaluation.datum import Datum

    Computer = Callable[[Environment], Datum]
    Conditions = Callable[[ir.Condition], Callable[[Environment], bool | None]]


def computer(operand: ir.Operand, condition: Conditions) -> Computer:
    """The function that computes an operand; `condition` compiles what stands inside an aggregate."""
    return _COMPUTERS[type(operand)](operand, condition)


def _constant(value: Datum) -> Computer:
    return lambda _env: value


def _value(node: ir.Node, condition: Conditions) -> Computer:
    find = finder(node)
    presumed = computer(node.value, condition) if isinstance(node, ir.Presumed) else None

    def compute(env: Environment) -> Datum:
        found = find(env)
        reads = env[0].reads
        if reads is not None:
            reads.append(found)
        if found.__class__ is Bound:
            return found.data if found.state is State.PRESENT else UNKNOWN
        if presumed is not None and found.reason == "absent":  # type: ignore[union-attr]  # a Gap: there is no third
            return presumed(env)
        return UNKNOWN

    return compute


def _parameter(name: str) -> Computer:
    def compute(env: Environment) -> Datum:
        value = env[0].parameters.get(name, UNKNOWN)
        if value is UNKNOWN:
            env[0].note("parameter", name)
        if value is UNDATED:
            env[0].note("version")
            return UNKNOWN
        return value

    return compute


def _list(items: list[Computer]) -> Computer:
    return lambda env: [item(env) for item in items]


def _elements(node: ir.Node) -> Computer:
    listed = elements(node)
    whole = None if isinstance(node, ir.Related) else finder(node)

    def compute(env: Environment) -> Datum:
        found, reads = listed(env), env[0].reads
        if isinstance(found, Gap):
            if reads is not None:
                reads.append(found)
            return UNKNOWN
        if reads is not None and whole is not None:
            # The list itself stands for its elements, whose order must not matter.
            reads.append(whole(env))
        return found

    return compute


def _open(env: Environment, compute: Callable[[], Datum]) -> Datum:
    try:
        return compute()
    except OpenError as error:
        env[0].note(error.reason)
        return UNKNOWN


def _arithmetic(kind: str, left: Computer, right: Computer) -> Computer:
    def compute(env: Environment) -> Datum:
        a, b = left(env), right(env)
        if a is UNKNOWN or b is UNKNOWN:
            return UNKNOWN
        return _open(env, lambda: arithmetic(kind, a, b))

    return compute


def _negative(inner: Computer) -> Computer:
    def compute(env: Environment) -> Datum:
        value = inner(env)
        return UNKNOWN if value is UNKNOWN else negative(value)

    return compute


def _call(function: str, args: list[Computer]) -> Computer:
    def compute(env: Environment) -> Datum:
        values = [arg(env) for arg in args]
        if any(value is UNKNOWN for value in values):
            return UNKNOWN
        result = _open(env, lambda: call(function, values, env[0].calendar))
        if isinstance(result, Interval) and not any(isinstance(value, Interval) for value in values):
            env[0].note("calendar")
        return result

    return compute


def _aggregate(operand: ir.Aggregate, condition: Conditions) -> Computer:
    source, slot = computer(operand.source, condition), operand.slot
    where = condition(operand.where) if operand.where is not None else None
    take = computer(operand.take, condition) if operand.take is not None else None

    def compute(env: Environment) -> Datum:
        found = source(env)
        if found is UNKNOWN:
            return UNKNOWN
        members = []
        env[0].go_through(found)
        for element in found:
            env[slot] = element
            belongs = where(env) if where is not None else True
            if belongs is not False:
                members.append(Member(belongs is True, take(env) if take is not None else element))
        return _open(env, lambda: aggregate(operand.function, members))

    return compute


def _lacking(nodes: tuple[ir.Node, ...]) -> Computer:
    finders = [(_label(node), finder(node)) for node in nodes]

    def compute(env: Environment) -> str:
        return "、".join(label for label, find in finders if is_stated(find(env)) is False)

    return compute


def _label(node: ir.Node) -> str:
    match node:
        case ir.Field() | ir.Related():
            return node.label
        case ir.Presumed(node=inner):
            return _label(inner)
        case ir.Slot():
            return node.name


_COMPUTERS: Mapping[type, Callable[[Any, Conditions], Computer]] = {
    ir.Const: lambda it, _made: _constant(it.value),
    ir.Value: lambda it, made: _value(it.node, made),
    ir.Param: lambda it, _made: _parameter(it.name),
    ir.ListOf: lambda it, made: _list([computer(item, made) for item in it.items]),
    ir.Elements: lambda it, _made: _elements(it.node),
    ir.Arithmetic: lambda it, made: _arithmetic(it.kind, computer(it.left, made), computer(it.right, made)),
    ir.Negative: lambda it, made: _negative(computer(it.operand, made)),
    ir.Call: lambda it, made: _call(it.function, [computer(arg, made) for arg in it.args]),
    ir.Aggregate: _aggregate,
    ir.Lacking: lambda it, _made: _lacking(it.nodes),
}
