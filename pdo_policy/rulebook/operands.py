"""Operands are checked for their kinds and lowered to records."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, cast

from pdo_policy.language import syntax as s
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.arithmetic import partners, result_kind
from pdo_policy.rulebook.hints import example, fields_below, near, said
from pdo_policy.rulebook.kinds import (
    DATE,
    DECIMAL,
    ERROR,
    FLAG,
    INTEGER,
    PERCENTAGE,
    TEXT,
    Kind,
    alike,
    word,
)
from pdo_policy.rulebook.scope import ERRONEOUS, Bound, Scope
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS, LACKING, AggregateSignature
from pdo_policy.values.durations import Duration
from pdo_policy.values.money import Money

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdo_policy.schema.fields import Choice
    from pdo_policy.values.durations import Unit

    Conditions = Callable[[Scope, s.Expr], ir.Condition]

SCALARS = frozenset({"text", "choice", "flag", "integer", "decimal", "percentage", "money", "date", "duration"})


def operand(scope: Scope, expr: s.Expr, condition: Conditions, expected: Kind | None = None) -> Bound:
    """The operand that an expression stands for, and its kind.

    Args:
        scope: names and problems.
        expr: the expression.
        condition: lowers a condition, for what stands inside an aggregate.
        expected: the kind of the other side, by which the bare value of an enumeration is understood; None where there
            is no other side, `ERROR` where it has its problem, so that nobody knows what a bare value means.
    """
    match expr:
        case s.Literal():
            return _literal(scope, expr, expected)
        case s.Path():
            return _path(scope, expr, expected)
        case s.ListOf():
            return _list(scope, expr, condition, expected)
        case s.Arithmetic():
            return _arithmetic(scope, expr, condition)
        case s.Negative():
            return _negative(scope, expr, condition)
        case s.Call():
            return _call(scope, expr, condition)
        case _:
            scope.problem("PDL-T015-condition", expr)
            return ERRONEOUS


# ---------------------------------------------------------------------- constants and names


def _literal(scope: Scope, expr: s.Literal, expected: Kind | None) -> Bound:
    value = expr.value
    if expr.kind == "text" and expected is not None and expected.name == "choice":
        return _choice(scope, expr, str(value), expected)
    if isinstance(value, Decimal) and expr.kind == "number":
        whole = value == value.to_integral_value()
        return Bound(ir.Const("integer", int(value)), INTEGER) if whole else Bound(ir.Const("decimal", value), DECIMAL)
    if expr.kind == "duration":
        number, unit = cast("tuple[int, Unit]", value)
        return Bound(ir.Const("duration", Duration(number, unit)), Kind("duration", unit=unit))
    if expr.kind == "money":
        amount, currency = cast("tuple[Decimal, str]", value)
        return Bound(ir.Const("money", Money(amount, currency)), Kind("money", unit=currency))
    kind = {"text": TEXT, "percentage": PERCENTAGE, "date": DATE, "flag": FLAG}[expr.kind]
    return Bound(ir.Const(kind.name, value), kind)  # type: ignore[arg-type]  # the pairs were dealt with above


def is_bare(scope: Scope, expr: s.Expr) -> bool:
    """Whether an expression is a single word that no name of the scope explains: a value of an enumeration, perhaps."""
    if not isinstance(expr, s.Path) or len(expr.names) > 1:
        return False
    text = expr.names[0].text
    return text not in scope.local and text not in scope.names.parameters


_BARE = {"flag": "PDL-T011-flag", "text": "PDL-T001-quotes"}
"""What is wrong with a bare word where a value of this kind is wanted."""


def _path(scope: Scope, expr: s.Path, expected: Kind | None) -> Bound:
    if expected is not None and is_bare(scope, expr) and expr.names[0].text not in scope.names.determinations:
        written = expr.names[0].text
        if expected.name == "choice":
            return _choice(scope, expr, written, expected)
        if expected.name == "list" and expr.names[0].text not in scope.names.documents:
            # A list is compared in no such way, whatever the word means.
            return Bound(ir.Const("error", ""), expected)
        if expected.name in _BARE:
            scope.problem(_BARE[expected.name], expr, name=written, value=written)
        if expected.name in (*_BARE, "error"):
            return ERRONEOUS
    bound = scope.resolve(expr)
    if bound is None or bound.kind.name == "error":
        return ERRONEOUS
    if isinstance(bound.code, (ir.Slot, ir.Field, ir.Related, ir.Presumed)):
        if bound.kind.name == "list":
            return Bound(ir.Elements(bound.code), bound.kind)
        if bound.kind.name in SCALARS:
            return Bound(ir.Value(bound.code), bound.kind)
        below = fields_below(scope.record(bound.kind), _written(expr))
        scope.problem("PDL-T015-record", expr, name=_written(expr), **said(kind=bound.kind), **below)
        return ERRONEOUS
    return bound


def _choice(scope: Scope, expr: s.Expr, text: str, expected: Kind) -> Bound:
    field = expected.field
    assert field is not None, "a choice's kind carries its field"
    for choice in field.choices:
        if text in _spellings(choice):
            if isinstance(expr, s.Path):
                scope.note(expr.names[0], choice, field)
            return Bound(ir.Const("choice", choice.value), expected)
    known = [choice.label for choice in field.choices] + [w for c in field.choices for w in _spellings(c)]
    scope.problem("PDL-T011", expr, value=text, field=field.label, field_en=field.key, **near(text, known))
    return ERRONEOUS


def _spellings(choice: Choice) -> tuple[str, ...]:
    return (choice.value, choice.label, *choice.aliases)


def _written(path: s.Path) -> str:
    return ".".join(name.text for name in path.names)


def _list(scope: Scope, expr: s.ListOf, condition: Conditions, expected: Kind | None) -> Bound:
    item = expected.item if expected is not None and expected.name == "list" else expected
    bounds = [operand(scope, child, condition, item) for child in expr.items]
    kind = next((bound.kind for bound in bounds if bound.kind.name != "error"), ERROR)
    for child, bound in zip(expr.items, bounds, strict=True):
        if not alike(kind, bound.kind):
            scope.problem("PDL-T010-items", child, **said(first=kind, other=bound.kind), **example(kind))
    return Bound(ir.ListOf(tuple(bound.code for bound in bounds)), Kind("list", item=kind))  # type: ignore[misc]  # operands


# ---------------------------------------------------------------------- arithmetic and calls


def _arithmetic(scope: Scope, expr: s.Arithmetic, condition: Conditions) -> Bound:
    left, right = operand(scope, expr.left, condition), operand(scope, expr.right, condition)
    if "error" in (left.kind.name, right.kind.name):
        return ERRONEOUS
    kind = result_kind(expr.op, left.kind, right.kind)
    if kind is None:
        _impossible(scope, expr, left.kind, right.kind)
        return ERRONEOUS
    named = f"{left.kind.name}{expr.op}{right.kind.name}"
    return Bound(ir.Arithmetic(expr.op, named, left.code, right.code), kind)  # type: ignore[arg-type]  # operands


def _impossible(scope: Scope, expr: s.Arithmetic, left: Kind, right: Kind) -> None:
    """Report an operation that means nothing, with what might stand on its right."""
    facts = {"op": expr.op, **said(left=left, right=right)}
    if left.name == right.name == "money" and expr.op in "+-":
        scope.problem("PDL-T016", expr, **facts)
    elif left.name == right.name == "duration" and expr.op in "+-":
        scope.problem("PDL-T010-duration", expr, **facts)
    elif left.name == "date" and right.unit == "workday":
        scope.problem("PDL-T015-workday", expr, **facts)
    else:
        able = partners(expr.op, left)
        words = {"able": "、".join(map(word, able)), "able_en": ", ".join(word(kind, "en") for kind in able)}
        scope.problem("PDL-T015" if able else "PDL-T015-none", expr, **facts, **words)


def _negative(scope: Scope, expr: s.Negative, condition: Conditions) -> Bound:
    bound = operand(scope, expr.operand, condition)
    if bound.kind.name not in ("integer", "decimal", "percentage", "money", "error"):
        scope.problem("PDL-T015-none", expr, op="-", **said(left=bound.kind))
        return ERRONEOUS
    return Bound(ir.Negative(bound.code), bound.kind)  # type: ignore[arg-type]  # an operand


def _call(scope: Scope, expr: s.Call, condition: Conditions) -> Bound:
    name = expr.name.text
    if name in AGGREGATES:
        return _aggregate(scope, expr, AGGREGATES[name], condition)
    if name in LACKING:
        return _lacking(scope, expr)
    signature = FUNCTIONS.get(name)
    if signature is None:
        if name in scope.names.predicates:
            scope.problem("PDL-T015-condition", expr.name)
        else:
            known = [*FUNCTIONS, *AGGREGATES, *LACKING]
            scope.problem("PDL-R002-function", expr.name, name=name, **near(name, known))
        return ERRONEOUS
    if len(expr.args) != len(signature.takes):
        scope.problem("PDL-T015-count", expr, name=name, takes=str(len(signature.takes)), given=str(len(expr.args)))
        return ERRONEOUS
    args = [_argument(scope, arg, condition) for arg in expr.args]
    for arg, bound, kinds in zip(expr.args, args, signature.takes, strict=True):
        if not any(alike(kind, bound.kind) for kind in kinds):
            wanted = {"wanted": "或".join(map(word, kinds)), "wanted_en": " or ".join(word(k, "en") for k in kinds)}
            facts = {"name": name, **wanted, **said(given=bound.kind), **example(kinds[0])}
            scope.problem("PDL-T010-argument", _place(arg), **facts)
            return ERRONEOUS
    call = ir.Call(signature.name, tuple(bound.code for bound in args))  # type: ignore[misc]  # operands
    return Bound(call, signature.gives or args[0].kind)


def _argument(scope: Scope, arg: s.Expr | s.Comprehension, condition: Conditions) -> Bound:
    if isinstance(arg, s.Comprehension):
        scope.problem("PDL-T015-comprehension", _place(arg))
        return ERRONEOUS
    return operand(scope, arg, condition)


def _place(arg: s.Expr | s.Comprehension) -> s.Name:
    return s.Name("", arg.start, arg.end)


def elements_of(scope: Scope, expr: s.Expr, condition: Conditions) -> tuple[Bound, Kind]:
    """The list of a paper that an expression stands for, and the kind of its elements; `ERROR` after a problem.

    Quantifiers and aggregates go through lists of papers only: their elements have places and states.
    """
    source = operand(scope, expr, condition)
    if source.kind.name not in ("list", "error"):
        scope.problem("PDL-T013", expr, **said(kind=source.kind))
    elif isinstance(source.code, ir.ListOf):
        scope.problem("PDL-T013-literal", expr)
    elif source.kind.item is not None:
        return source, source.kind.item
    return source, ERROR


def _aggregate(scope: Scope, expr: s.Call, signature: AggregateSignature, condition: Conditions) -> Bound:
    if len(expr.args) != 1:
        scope.problem("PDL-T015-count", expr, name=expr.name.text, takes="1", given=str(len(expr.args)))
        return ERRONEOUS
    arg = expr.args[0]
    source, kind = elements_of(scope, arg.source if isinstance(arg, s.Comprehension) else arg, condition)
    where, take, slot, element = None, None, scope.slots.next, kind
    if isinstance(arg, s.Comprehension):
        with scope.element(arg.var, element) as (inner, slot):
            where = condition(inner, arg.where) if arg.where is not None else None
            taken = operand(inner, arg.take, condition) if arg.take is not None else None
        if taken is not None:
            take, kind = taken
    else:
        scope.slots.next += 1
    if "error" in (element.name, kind.name):
        return ERRONEOUS
    if take is None and kind.name in SCALARS:
        take = ir.Value(ir.Slot(slot, ""))
    over = signature.over or (SCALARS if signature.name == "unique" else ())
    if over and kind.name not in over:
        scope.problem("PDL-T012-aggregate", expr, name=expr.name.text, **said(kind=kind))
        return ERRONEOUS
    built = ir.Aggregate(signature.name, source.code, slot, where, take)  # type: ignore[arg-type]  # operands
    gives = DECIMAL if signature.name == "average" and kind.name == "integer" else signature.gives or kind
    return Bound(built, gives)


def _lacking(scope: Scope, expr: s.Call) -> Bound:
    if not expr.args:
        scope.problem("PDL-T015-count", expr, name=expr.name.text, takes="1", given="0")
    nodes: list[ir.Node] = []
    for arg in expr.args:
        if not isinstance(arg, s.Path):
            scope.problem("PDL-T018", _place(arg))
            continue
        bound = scope.resolve(arg)
        if bound is not None and isinstance(bound.code, (ir.Slot, ir.Field, ir.Related, ir.Presumed)):
            nodes.append(bound.code)
    return Bound(ir.Lacking(tuple(nodes)), TEXT)
