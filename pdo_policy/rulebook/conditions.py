"""Conditions are checked for their kinds and lowered to records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pdo_policy.language import syntax as s
from pdo_policy.language.gluing import glued_field
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.hints import example, said
from pdo_policy.rulebook.kinds import DATE, DURATION, TEXT, alike, is_ordered
from pdo_policy.rulebook.operands import elements_of, is_bare, operand
from pdo_policy.rulebook.patterns import flaw
from pdo_policy.rulebook.predicates import predicate
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS, LACKING
from pdo_policy.rulebook.templates import template
from pdo_policy.schema.suggestions import nearest
from pdo_policy.values.chinese_numerals import in_chinese

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.rulebook.kinds import Kind
    from pdo_policy.rulebook.scope import Bound, Scope

_SHOWN = 40
"""How many characters of a pattern a message shows."""

_DATE_RELATIONS = {"before": "lt", "not_before": "ge", "after": "gt", "not_after": "le"}


def condition(scope: Scope, expr: s.Expr) -> ir.Condition:
    """The record of a condition; a part with a problem becomes a harmless constant."""
    lower = _LOWER.get(type(expr))
    if lower is not None:
        return lower(scope, expr)
    return _truth(scope, expr)


def _wrong(expr: s.Expr) -> ir.Condition:
    return ir.Truth(ir.Const("error", ""), (expr.start, expr.end))


def _truth(scope: Scope, expr: s.Expr) -> ir.Condition:
    at = (expr.start, expr.end)
    if isinstance(expr, s.Path) and len(expr.names) == 1 and expr.names[0].text in scope.names.determinations:
        return ir.Determination(expr.names[0].text, at)
    if isinstance(expr, s.Call) and expr.name.text not in (*AGGREGATES, *FUNCTIONS, *LACKING):
        return predicate(scope, expr, condition)
    bound = operand(scope, expr, condition)
    if bound.kind.name == "error":
        return _wrong(expr)
    if bound.kind.name != "flag":
        scope.problem("PDL-T014", expr, **said(kind=bound.kind))
        return _wrong(expr)
    return ir.Truth(bound.code, at)  # type: ignore[arg-type]  # an operand


# ---------------------------------------------------------------------- leaves


def _sides(scope: Scope, left: s.Expr, right: s.Expr) -> tuple[Bound, Bound]:
    """Both operands; a bare word or a text is understood by the kind of the other side."""
    if _yields(scope, left) and not _yields(scope, right):
        second = operand(scope, right, condition)
        return operand(scope, left, condition, second.kind), second
    first = operand(scope, left, condition)
    return first, operand(scope, right, condition, first.kind)


def _yields(scope: Scope, expr: s.Expr) -> bool:
    """Whether the other side decides what an expression means: it may be a value of an enumeration."""
    return is_bare(scope, expr) or (isinstance(expr, s.Literal) and expr.kind == "text")


def _compare(scope: Scope, expr: s.Compare) -> ir.Condition:
    left, right = _sides(scope, expr.left, expr.right)
    if "+" in expr.op:
        scope.problem("PDL-E002-suffix", expr)
        return _wrong(expr)
    if _has_problem(left.kind) or _has_problem(right.kind):
        return _wrong(expr)
    if not alike(left.kind, right.kind) or "list" in (left.kind.name, right.kind.name):
        _incomparable(scope, expr, left.kind, right.kind)
        return _wrong(expr)
    op = _DATE_RELATIONS.get(expr.op, expr.op)
    is_date = left.kind.name == "date"
    if op != expr.op and not is_date:
        scope.problem("PDL-T012-date", expr, **said(kind=left.kind))
        return _wrong(expr)
    if (
        op == expr.op
        and op not in ("eq", "ne")
        and (not is_ordered(left.kind) or (is_date and not _symbol(scope, expr)))
    ):
        scope.problem("PDL-T012-early" if is_date else "PDL-T012", expr, **said(kind=left.kind))
        return _wrong(expr)
    return ir.Compare(op, left.code, right.code, (expr.start, expr.end))  # type: ignore[arg-type]  # operands


def _has_problem(kind: Kind) -> bool:
    """Whether an operand has its problem already, or a list whose values have."""
    return kind.name == "error" or (kind.name == "list" and kind.item is not None and kind.item.name == "error")


_SAME_NAME = {"duration": "PDL-T010-duration", "money": "PDL-T016", "choice": "PDL-T010-choices"}


def _incomparable(scope: Scope, expr: s.Compare | s.Member, left: Kind, right: Kind) -> None:
    """Report two sides that cannot be compared, with how to write the side that is not from a paper."""
    if "list" in (left.name, right.name):
        first, second = _written(scope, expr.left), _written(scope, expr.right)
        zh, en = ("包含", "contains") if left.name == "list" else ("属于", "in")
        scope.problem("PDL-T010-list", expr, right=f"{first} {zh} {second}", right_en=f"{first} {en} {second}")
        return
    if isinstance(expr.left, s.Arithmetic) and (left.name, right.name) == ("integer", "duration"):
        day, begin, period = (_written(scope, part) for part in (expr.left.left, expr.left.right, expr.right))
        right_words = {
            "right": f"{day} 在 {begin} 起 {period} 内",
            "right_en": f"{day} at {begin} from {period} within",
        }
        scope.problem("PDL-T010-days", expr, **said(other=right), **right_words)
        return
    code = _SAME_NAME[left.name] if left.name == right.name and left.name in _SAME_NAME else "PDL-T010"
    meant = right if right.name == "choice" or isinstance(expr.left, s.Literal) else left
    scope.problem(code, expr, **said(left=left, right=right), **example(meant))


def _written(scope: Scope, expr: s.Expr) -> str:
    """An operand as the author wrote it, on one line."""
    return " ".join(scope.source.text[expr.start : expr.end].split())


def _symbol(scope: Scope, expr: s.Compare) -> bool:
    return re.search(r"[<>≤≥]", scope.source.text[expr.left.end : expr.right.start]) is not None


def _within(scope: Scope, expr: s.Within) -> ir.Condition:
    parts = [operand(scope, part, condition) for part in (expr.day, expr.begin, expr.period)]
    for part, bound, wanted in zip((expr.day, expr.begin, expr.period), parts, (DATE, DATE, DURATION), strict=True):
        if not alike(wanted, bound.kind):
            names = {"name": "在…起…内", "name_en": "at … from … within"}
            scope.problem(
                "PDL-T010-argument", part, **names, **said(wanted=wanted, given=bound.kind), **example(wanted)
            )
    return ir.Within(*(bound.code for bound in parts), (expr.start, expr.end))  # type: ignore[arg-type,call-arg]  # three operands


def _presence(scope: Scope, expr: s.Presence) -> ir.Condition:
    if not isinstance(expr.operand, s.Path):
        scope.problem("PDL-T018", expr.operand)
        return _wrong(expr)
    bound = scope.resolve(expr.operand)
    if bound is None or bound.kind.name == "error":
        return _wrong(expr)
    if not isinstance(bound.code, (ir.Slot, ir.Field, ir.Related, ir.Presumed)):
        scope.problem("PDL-T018", expr.operand)
        return _wrong(expr)
    node = bound.code.node if isinstance(bound.code, ir.Presumed) else bound.code
    return ir.Present(expr.op, node, (expr.start, expr.end))


def _member(scope: Scope, expr: s.Member) -> ir.Condition:
    at = (expr.start, expr.end)
    if expr.op == "contains":
        return _contains(scope, expr)
    left = operand(scope, expr.left, condition) if not _yields(scope, expr.left) else None
    right = operand(scope, expr.right, condition, left.kind if left is not None else None)
    if left is None:
        left = operand(scope, expr.left, condition, right.kind.item if right.kind.name == "list" else right.kind)
    if "error" in (left.kind.name, right.kind.name):
        return _wrong(expr)
    if right.kind.name != "list":
        scope.problem("PDL-T013", expr.right, **said(kind=right.kind))
        return _wrong(expr)
    if right.kind.item is not None and (left.kind.name == "list" or not alike(left.kind, right.kind.item)):
        _incomparable(scope, expr, left.kind, right.kind.item)
    return ir.Member(expr.op == "not_in", left.code, right.code, at)  # type: ignore[arg-type]  # operands


def _contains(scope: Scope, expr: s.Member) -> ir.Condition:
    at = (expr.start, expr.end)
    left = operand(scope, expr.left, condition)
    item = left.kind.item if left.kind.name == "list" and left.kind.item is not None else left.kind
    right = operand(scope, expr.right, condition, item)
    if "error" in (left.kind.name, right.kind.name):
        return _wrong(expr)
    if left.kind.name not in ("list", "text"):
        scope.problem("PDL-T013-contains", expr.left, **said(kind=left.kind))
        return _wrong(expr)
    if not alike(item, right.kind):
        _incomparable(scope, expr, item, right.kind)
        return _wrong(expr)
    if left.kind.name == "list":
        return ir.Member(False, right.code, left.code, at)  # type: ignore[arg-type]  # operands
    return ir.Includes(left.code, right.code, at)  # type: ignore[arg-type]  # operands


def _matches(scope: Scope, expr: s.Matches) -> ir.Condition:
    bound = operand(scope, expr.operand, condition)
    if not alike(TEXT, bound.kind):
        names = {"name": "符合格式", "name_en": "matches"}
        facts = {**names, **said(wanted=TEXT, given=bound.kind), **example(TEXT)}
        scope.problem("PDL-T010-argument", expr.operand, **facts)
    pattern = str(expr.pattern.value)
    found = flaw(pattern)
    if found:
        scope.problem(found, expr.pattern, pattern=pattern if len(pattern) <= _SHOWN else f"{pattern[:_SHOWN]}…")
    return ir.Matches(bound.code, pattern, (expr.start, expr.end))  # type: ignore[arg-type]  # an operand


# ---------------------------------------------------------------------- connectives


def _junction(scope: Scope, expr: s.Junction) -> ir.Condition:
    parts = []
    compared: s.Compare | None = None
    for part in expr.parts:
        compared = part if isinstance(part, s.Compare) and _yields(scope, part.right) else compared
        parts.append(_value_alone(scope, part, compared) if compared is not None else condition(scope, part))
    return (ir.And if expr.op == "and" else ir.Or)(tuple(parts), (expr.start, expr.end))


def _value_alone(scope: Scope, expr: s.Expr, compared: s.Compare) -> ir.Condition:
    """A condition behind `甲 为 乙 或`: a bare word that nothing explains is another value, written as people speak."""
    if not isinstance(expr, s.Path) or not is_bare(scope, expr) or _known(scope, expr.names[0].text):
        return condition(scope, expr)
    name = expr.names[0].text
    before = scope.source.text[compared.start : compared.right.start]
    quoted = f"“{name}”" if isinstance(compared.right, s.Literal) else name
    scope.problem("PDL-T014-value", expr, name=name, right=f"{before}{quoted}")
    return _wrong(expr)


def _known(scope: Scope, name: str) -> bool:
    """Whether a word that is no name of the scope is one of something else, or all but one."""
    names = (*scope.names.determinations, *scope.names.documents, *scope.slots.elements)
    near_one = nearest(name, (*names, *scope.local, *scope.names.parameters))
    return name in names or bool(near_one) or glued_field(name, frozenset((*scope.local, *names))) is not None


def _not(scope: Scope, expr: s.Not) -> ir.Condition:
    return ir.Not(condition(scope, expr.operand), (expr.start, expr.end))


def _if(scope: Scope, expr: s.Conditional) -> ir.Condition:
    otherwise = condition(scope, expr.otherwise) if expr.otherwise is not None else None
    return ir.If(condition(scope, expr.test), condition(scope, expr.then), otherwise, (expr.start, expr.end))


def _quantifier(scope: Scope, expr: s.Quantifier) -> ir.Condition:
    source, item = elements_of(scope, expr.source, condition)
    with scope.element(expr.var, item) as (inner, slot):
        body = condition(inner, expr.body)
    if item.name == "error":
        return _wrong(expr)
    at = (expr.start, expr.end)
    return ir.Quantifier(expr.op, slot, expr.var.text, source.code, body, at)  # type: ignore[arg-type]  # an operand


def _enumeration(scope: Scope, expr: s.Enumeration) -> ir.Condition:
    for index, item in enumerate(expr.items, 1):
        if item.number != index:
            wanted = f"（{in_chinese(index)}）" if expr.level == 1 else f"{index}."
            scope.problem("PDL-E007", item.marker, found=item.marker.text, wanted=wanted)
    if expr.op == "at_least" and not 1 <= expr.least <= len(expr.items):
        head = scope.source.text[expr.start : expr.items[0].start].rstrip()
        place = s.Name("", expr.start, expr.start + len(head))
        scope.problem("PDL-E008", place, least=str(expr.least), items=str(len(expr.items)))
    items = tuple(
        ir.Item(
            item.number,
            item.label,
            condition(scope, item.condition),
            template(scope, item.message, condition) if item.message is not None else None,
            (item.start, item.end),
        )
        for item in expr.items
    )
    return ir.Enumeration(expr.op, expr.least, expr.level, items, (expr.start, expr.end))


_LOWER: Mapping[type, Callable[[Scope, Any], ir.Condition]] = {
    s.Compare: _compare,
    s.Within: _within,
    s.Presence: _presence,
    s.Member: _member,
    s.Matches: _matches,
    s.Junction: _junction,
    s.Not: _not,
    s.Conditional: _if,
    s.Quantifier: _quantifier,
    s.Enumeration: _enumeration,
}
