"""A call of a predicate becomes the predicate's condition with the arguments in it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pdo_policy.language import syntax as s
from pdo_policy.language.gluing import glued_field
from pdo_policy.language.keywords import NEAR_MISSES
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.hints import example, near, said
from pdo_policy.rulebook.kinds import ERROR, NAMED_KINDS, Kind, alike
from pdo_policy.rulebook.operands import is_bare, operand
from pdo_policy.rulebook.scope import ERRONEOUS, Bound, Scope
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.rulebook.operands import Conditions


LONGEST_EXPANSION = 50_000
"""How many characters the predicates in a condition may come to, written out: as many as an item may have."""


def predicate(scope: Scope, expr: s.Call, condition: Conditions) -> ir.Condition:
    """The condition of a predicate with the arguments of a call in it; a call with a problem is a harmless constant."""
    wrong = ir.Truth(ir.Const("error", ""), (expr.start, expr.end))
    name = expr.name.text
    item = scope.names.predicates.get(name)
    if item is None:
        _unknown(scope, expr.name)
        return wrong
    if name in scope.names.meaningless:
        return wrong
    if len(expr.args) != len(item.params):
        scope.problem("PDL-T015-count", expr, name=name, takes=str(len(item.params)), given=str(len(expr.args)))
        return wrong
    before = scope.slots.expanded
    scope.slots.expanded += item.condition.end - item.condition.start
    if scope.slots.expanded > LONGEST_EXPANSION:
        if before <= LONGEST_EXPANSION:
            scope.problem("PDL-R004-large", expr.name, name=name)
        return wrong
    local: dict[str, Bound] = {}
    for (type_path, param), arg in zip(item.params, expr.args, strict=True):
        wanted = parameter_kind(replace(scope, source=item.source, within=name), type_path)
        local[param.text] = _argument(scope, arg, wanted, name, condition)
    inner = replace(scope, source=item.source, within=name, local=local)
    return ir.Predicate(name, item.source.name, condition(inner, item.condition), (expr.start, expr.end))


def _unknown(scope: Scope, name: s.Name) -> None:
    """Report what is called and is not there: a keyword in other words, a keyword with a name behind it, or a name."""
    known = [*scope.names.predicates, *FUNCTIONS, *AGGREGATES]
    glued = glued_field(name.text, frozenset(known))
    if glued is not None:
        scope.problem("PDL-E010", name, **glued)
    elif name.text in NEAR_MISSES:
        scope.problem("PDL-E002-word", name, word=name.text, right=NEAR_MISSES[name.text])
    else:
        scope.problem("PDL-R002-predicate", name, name=name.text, **near(name.text, known))


def _argument(scope: Scope, arg: s.Expr | s.Comprehension, wanted: Kind, name: str, condition: Conditions) -> Bound:
    place = s.Name("", arg.start, arg.end)
    if isinstance(arg, s.Comprehension):
        scope.problem("PDL-T015-comprehension", place)
        return ERRONEOUS
    if isinstance(arg, s.Path) and not (is_bare(scope, arg) and wanted.name == "choice"):
        bound = scope.resolve(arg) or ERRONEOUS
    else:
        bound = operand(scope, arg, condition, wanted)
    if not _fits(wanted, bound.kind):
        facts = {"name": name, **said(wanted=wanted, given=bound.kind), **example(wanted)}
        scope.problem("PDL-T010-argument", place, **facts)
        return ERRONEOUS
    return bound._replace(code=_homed(bound.code, scope.source.name))


def _homed(record: Any, file: str) -> Any:  # noqa: ANN401 - records of every type, and what is in them
    """An argument whose conditions tell the file they stand in, which need not be that of the 判定 they go into."""
    if isinstance(record, ir.Condition):
        return ir.Predicate("", file, record, record.at)
    if not isinstance(record, tuple):
        return record
    parts = [_homed(part, file) for part in record]
    return type(record)(*parts) if hasattr(record, "_fields") else tuple(parts)


def _fits(wanted: Kind, given: Kind) -> bool:
    if wanted.name == given.name == "document":
        return wanted.unit == given.unit
    if wanted.name == given.name == "record":
        return (
            wanted.field is not None and given.field is not None and set(wanted.field.fields) == set(given.field.fields)
        )
    return alike(wanted, given)


def calls_in(expr: object) -> Iterator[s.Call]:
    """Every call in an expression, of functions and predicates alike."""
    if isinstance(expr, s.Call):
        yield expr
    if isinstance(expr, tuple):
        for part in expr:
            yield from calls_in(part)


def parameter_kind(scope: Scope, path: s.Path) -> Kind:
    """The kind that a predicate's parameter is declared with: a document, a kind's name, or the element at a path."""
    first = path.names[0]
    if len(path.names) == 1 and first.text in NAMED_KINDS:
        return NAMED_KINDS[first.text]
    if first.text not in scope.names.documents:
        known = [*NAMED_KINDS, *scope.names.documents]
        scope.problem("PDL-T001-kind", first, name=first.text, **near(first.text, known))
        return ERROR
    root = Bound(ir.Slot(0, first.text), Kind("document", unit=scope.names.documents[first.text]))
    bound = replace(scope, local={first.text: root}, presumed={}).resolve(path)
    if bound is None:
        return ERROR
    return bound.kind.item if bound.kind.name == "list" and bound.kind.item is not None else bound.kind
