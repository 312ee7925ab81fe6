"""A rule or an exception, as written, becomes its compiled form."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from pdo_policy.language import syntax as s
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.clauses import Clauses, read_clauses
from pdo_policy.rulebook.compiled import Norm, Rule, RuleException, Texts, Unless
from pdo_policy.rulebook.conditions import condition
from pdo_policy.rulebook.hints import example, near, said
from pdo_policy.rulebook.kinds import DATE, alike
from pdo_policy.rulebook.operands import operand
from pdo_policy.rulebook.presence import presence_only
from pdo_policy.rulebook.scope import Names, Scope, Slots
from pdo_policy.rulebook.subjects import check_pair, scope_of
from pdo_policy.rulebook.templates import template

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdo_policy.errors import Problem
    from pdo_policy.language.declarations import ExceptionItem, RuleItem

    Citations = Callable[[Scope, tuple[s.CiteRef, ...]], tuple[str, ...]]

SEVERITIES = {
    "严重": "error",
    "一般": "warning",
    "提示": "note",
    "critical": "error",
    "major": "warning",
    "minor": "note",
}
BURDENS = {
    "不成立": "fails", "存疑": "undetermined", "fails": "fails", "undetermined": "undetermined",
}  # fmt: skip
_DUE = {"month": "个月", "day": "日", "workday": "个工作日"}


class Context(NamedTuple):
    """What all rules of a rulebook are compiled with."""

    names: Names
    citations: Citations
    problems: list[Problem]


def rule(context: Context, item: RuleItem) -> Rule:
    """The compiled rule; problems go to the context."""
    scope, subjects, clauses = _opened(context, item)
    applies = _all(scope, clauses.many("WHEN"))
    timepoint = _timepoint(scope, clauses)
    norm = _norm(scope, item)
    unless = tuple(_unless(context, scope, written) for written in clauses.many("UNLESS"))
    cited = context.citations(scope, cast("tuple[s.CiteRef, ...]", clauses.joined("CITE")))
    remedy = cast("tuple[s.Template, tuple[int, str] | None] | None", clauses.one("REMEDY"))
    due = f"{remedy[1][0]}{_DUE[remedy[1][1]]}" if remedy is not None and remedy[1] is not None else ""
    period = cast("s.Period | None", clauses.one("EFFECTIVE"))
    conditions = (applies, norm.exercise, norm.requirement, *(part.condition for part in unless))
    return Rule(
        id=item.id.text,
        title=str(item.title.value),
        file=item.source.name,
        at=(item.start, item.end),
        clauses=cited,
        subjects=subjects,
        bearer=_text(clauses.one("BEARER")),
        severity=_severity(scope, clauses),
        first=period.first if period is not None else None,
        last=period.last if period is not None else None,
        timepoint=timepoint,
        applies=applies,
        norm=norm,
        unless=unless,
        exceptions=(),
        texts=_texts(scope, clauses, remedy[0] if remedy is not None else None),
        due=due,
        entails=tuple(name.text for name in cast("tuple[s.Name, ...]", clauses.joined("THEN_RULE"))),
        evidence=_evidence(scope, clauses),
        presence_only=all(presence_only(part) for part in conditions if part is not None),
        slots=scope.slots.next,
    )


def exception(context: Context, item: ExceptionItem, subjects: tuple[s.Name, ...]) -> RuleException:
    """The compiled exception; `subjects` are those of the rules it attacks in the end."""
    scope = scope_of(context.names, context.problems, item, subjects)
    clauses = read_clauses(scope, item)
    if not clauses.joined("CITE"):
        scope.problem("PDL-R010-cite", item.id, id=item.id.text)
    replacement: Norm | None = None
    written = cast("s.Clause | None", clauses.one("REPLACE"))
    if written is not None:
        replacement = _norm_of(scope, written)
    elif not clauses.has("EXEMPT"):
        scope.problem("PDL-R013-effect", item.id, id=item.id.text)
    violation = cast("s.Template | None", clauses.one("ON_VIOLATION"))
    period = cast("s.Period | None", clauses.one("EFFECTIVE"))
    return RuleException(
        id=item.id.text,
        title=str(item.title.value),
        file=item.source.name,
        at=(item.start, item.end),
        clauses=context.citations(scope, cast("tuple[s.CiteRef, ...]", clauses.joined("CITE"))),
        targets=tuple(name.text for name in item.targets),
        over=tuple(name.text for name in item.over),
        attackers=(),
        condition=_all(scope, clauses.many("WHEN")),
        unproven=_burden(scope, cast("s.Name | None", clauses.one("UNPROVEN"))),
        replacement=replacement,
        violation=template(_wording(scope), violation, condition) if violation is not None else None,
        first=period.first if period is not None else None,
        last=period.last if period is not None else None,
        slots=scope.slots.next,
    )


# ---------------------------------------------------------------------- scope


def _opened(context: Context, item: RuleItem) -> tuple[Scope, tuple[str, ...], Clauses]:
    bare = Scope(context.names, item.source, item.id.text, context.problems, Slots(1))
    clauses = read_clauses(bare, item)
    written = cast("tuple[s.Name, ...]", clauses.one("SUBJECT") or ())
    scope = scope_of(context.names, context.problems, item, written)
    subjects = tuple(scope.names.documents[name.text] for name in written if name.text in scope.names.documents)
    if not written:
        scope.problem("PDL-R010-subject", item.id, id=item.id.text)
    check_pair(scope, written, subjects)
    if not clauses.joined("CITE"):
        scope.problem("PDL-R010-cite", item.id, id=item.id.text)
    return _presuming(context, scope, clauses), subjects, clauses


def _presuming(context: Context, scope: Scope, clauses: Clauses) -> Scope:
    presumed: dict[ir.Node, ir.Operand] = {}
    for written in clauses.many("PRESUME"):
        path, value, cites = cast("tuple[s.Path, s.Expr, tuple[s.CiteRef, ...]]", written)
        context.citations(scope, cites)
        target = scope.resolve(path)
        if target is None:
            continue
        if not isinstance(target.code, ir.Field) or target.kind.name in ("list", "record"):
            scope.problem("PDL-T018-presume", path)
            continue
        if target.code in presumed:
            scope.problem("PDL-R012", path, clause="推定", clause_en="presume")
        given = operand(scope, value, condition, target.kind)
        if not alike(target.kind, given.kind):
            scope.problem("PDL-T010", value, **said(left=target.kind, right=given.kind), **example(target.kind))
        presumed[target.code] = cast("ir.Operand", given.code)
    return replace(scope, presumed=presumed)


def _wording(scope: Scope) -> Scope:
    """The scope of the rule's own messages: documents, and the variables of the quantifiers in its conditions."""
    return replace(scope, local={**scope.slots.elements, **scope.local})


# ---------------------------------------------------------------------- parts


def _all(scope: Scope, written: list[Any]) -> ir.Condition | None:
    parts = [condition(scope, cast("s.Expr", expr)) for expr in written]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else ir.And(tuple(parts), (parts[0].at[0], parts[-1].at[1]))


def _timepoint(scope: Scope, clauses: Clauses) -> ir.Operand | None:
    written = cast("s.Expr | None", clauses.one("TIMEPOINT"))
    if written is None:
        return None
    bound = operand(scope, written, condition)
    if bound.kind.name not in ("date", "error"):
        names = {"name": "时点", "name_en": "governed_on"}
        scope.problem("PDL-T010-argument", written, **names, **said(wanted=DATE, given=bound.kind), **example(DATE))
    return cast("ir.Operand", bound.code)


_NORMS = {"MUST": "must", "MUSTNOT": "must_not", "ENCOURAGE": "encourage", "MAY": "may"}


def _norm(scope: Scope, item: RuleItem) -> Norm:
    written = [clause for clause in item.clauses if clause.keyword in _NORMS]
    if not written:
        scope.problem("PDL-R013", item.id, id=item.id.text)
        return Norm("may", None, None)
    for extra in written[1:]:
        place = s.Name("", extra.start, extra.end)
        scope.problem("PDL-R009", place, id=item.id.text)
    return _norm_of(scope, written[0])


def _norm_of(scope: Scope, clause: s.Clause) -> Norm:
    op = _NORMS[clause.keyword]
    if op != "may":
        return Norm(op, None, _required(scope, cast("s.Expr", clause.value)))
    exercise, proviso = cast("tuple[s.Expr, s.Expr | None]", clause.value)
    return Norm(op, condition(scope, exercise), _required(scope, proviso) if proviso is not None else None)


def _required(scope: Scope, written: s.Expr) -> ir.Condition:
    """What is demanded; in messages its variables go before those of the same name elsewhere in the rule.

    A finding is about an element that the requirement met, and the same name in 当 or 可以 is only another loop.
    """
    elsewhere = dict(scope.slots.elements)
    scope.slots.elements.clear()
    made = condition(scope, written)
    for name, bound in elsewhere.items():
        scope.slots.elements.setdefault(name, bound)
    return made


def _unless(context: Context, scope: Scope, written: Any) -> Unless:  # noqa: ANN401 - the value of an UNLESS clause, as items builds it
    expr, cites, policy = cast("tuple[s.Expr, tuple[s.CiteRef, ...], s.Name | None]", written)
    return Unless(condition(scope, expr), context.citations(scope, cites), _burden(scope, policy))


def _burden(scope: Scope, name: s.Name | None) -> str:
    if name is None:
        return "fails"
    if name.text not in BURDENS:
        scope.problem("PDL-R017", name, name=name.text)
    return BURDENS.get(name.text, "fails")


def _severity(scope: Scope, clauses: Clauses) -> str:
    name = cast("s.Name | None", clauses.one("SEVERITY"))
    if name is None:
        return "warning"
    if name.text not in SEVERITIES:
        scope.problem("PDL-R014", name, name=name.text, **near(name.text, SEVERITIES))
    return SEVERITIES.get(name.text, "warning")


def _text(name: object) -> str:
    return name.text if isinstance(name, s.Name) else ""


def _texts(scope: Scope, clauses: Clauses, remedy: s.Template | None) -> Texts:
    wording = _wording(scope)

    def made(written: object) -> ir.Template | None:
        return template(wording, written, condition) if isinstance(written, s.Template) else None

    tokens = ("ON_VIOLATION", "ON_UNKNOWN", "REASON")
    violation, unknown, reason = (made(clauses.one(token)) for token in tokens)
    return Texts(violation, unknown, reason, made(remedy), made(clauses.one("QUESTION")))


def _evidence(scope: Scope, clauses: Clauses) -> tuple[ir.Node, ...]:
    nodes: list[ir.Node] = []
    for path in cast("tuple[s.Path, ...]", clauses.joined("EVIDENCE")):
        bound = scope.resolve(path)
        if bound is not None and isinstance(bound.code, (ir.Slot, ir.Field, ir.Related, ir.Presumed)):
            nodes.append(bound.code)
        elif bound is not None and bound.kind.name != "error":
            scope.problem("PDL-T018", path)
    return tuple(nodes)
