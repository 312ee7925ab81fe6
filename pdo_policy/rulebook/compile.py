"""All items of a rulebook become a program, or a list of everything that is wrong with them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from pdo_policy.language import declarations as d
from pdo_policy.language import syntax as s
from pdo_policy.rulebook import ir, norms
from pdo_policy.rulebook.attacks import attackers, subjects_of
from pdo_policy.rulebook.circles import circles
from pdo_policy.rulebook.citing import Citer
from pdo_policy.rulebook.collect import Reserved, check_periods, clashes, rule_period, single, versions
from pdo_policy.rulebook.compiled import ParameterValue, Program, Question, Rule, RuleException
from pdo_policy.rulebook.conditions import condition
from pdo_policy.rulebook.expansion import oversized
from pdo_policy.rulebook.hints import near_id
from pdo_policy.rulebook.kinds import alike
from pdo_policy.rulebook.operands import operand
from pdo_policy.rulebook.predicates import LONGEST_EXPANSION, calls_in, parameter_kind
from pdo_policy.rulebook.scope import Bound, Names, Scope, Slots
from pdo_policy.rulebook.signatures import AGGREGATES, FUNCTIONS, LACKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.errors import Problem
    from pdo_policy.law.manifest import Manifest, Relation
    from pdo_policy.rulebook.kinds import Kind
    from pdo_policy.rulebook.scope import Meanings
    from pdo_policy.schema.fields import Field

STATUSES = {
    "已核": "已核", "待核": "待核", "工程约定": "工程约定",
    "verified": "已核", "unverified": "待核", "convention": "工程约定",
}  # fmt: skip


def compiled(
    items: Sequence[d.RuleFileItem],
    manifest: Manifest,
    fields: Mapping[str, Field],
    problems: list[Problem],
    meanings: Meanings | None = None,
) -> Program:
    """The program of a rulebook's items.

    Args:
        items: of all files.
        manifest: law, documents and relations.
        fields: root field of each kind of document.
        problems: where problems are added; a program with problems is not to be run.
        meanings: where it is noted what each written name means; None where nobody asks.
    """
    check_periods(items, problems)
    clashes(items, _reserved(manifest), problems)
    parameters = versions(items, d.ParameterItem, lambda item: item.period, problems)
    predicates = single(items, d.PredicateItem, problems)
    questions = single(items, d.DeterminationItem, problems)
    terms = single(items, d.TermItem, problems)
    asked = frozenset(questions)
    bare = Names(_documents(manifest), fields, _relations(manifest), predicates, {}, asked, meanings=meanings)
    kinds = {name: _value(bare, found[0], []).kind for name, found in parameters.items()}
    names = replace(bare, parameters=kinds, meaningless=_meaningless(bare, problems))
    citer = Citer(manifest)
    context = norms.Context(names, citer.clauses, problems)
    for predicate in predicates.values():
        _check_predicate(context, predicate)
    rules, exceptions = _rules(context, items)
    citer.check((*rules, *exceptions), items, problems)
    _check_prefix(items, manifest, context)
    return Program(
        rules=rules,
        exceptions=exceptions,
        parameters=tuple((name, _parameter(context, found)) for name, found in parameters.items()),
        questions=tuple(_question(context, item) for item in questions.values()),
        terms=tuple(_term(context, item) for item in terms.values()),
    )


def _documents(manifest: Manifest) -> dict[str, str]:
    return {name: kind for kind, document in manifest.documents.items() for name in document.names}


def _reserved(manifest: Manifest) -> dict[str, Reserved]:
    documents = dict.fromkeys(_documents(manifest), Reserved("文件", "a document"))
    return {**documents, **dict.fromkeys((*FUNCTIONS, *AGGREGATES, *LACKING), Reserved("函数", "a function"))}


def _meaningless(names: Names, problems: list[Problem]) -> frozenset[str]:
    """The predicates that refer to each other in a circle, or come to too much; each of these is a problem."""
    circular = _circular(names, problems)
    too_large, spoilt = oversized(names.predicates, circular)
    for name, call in too_large.items():
        source = names.predicates[name].source
        Scope(names, source, name, problems, Slots(1)).problem("PDL-R004-large", call.name, name=call.name.text)
    return circular | spoilt


def _circular(names: Names, problems: list[Problem]) -> frozenset[str]:
    """The predicates that refer to each other in a circle; each circle is a problem."""
    calls = {name: list(calls_in(item.condition)) for name, item in names.predicates.items()}
    found: set[str] = set()
    for circle in circles({name: [call.name.text for call in made] for name, made in calls.items()}):
        item = names.predicates[circle[0]]
        place = next(call.name for call in calls[circle[0]] if call.name.text == circle[1])
        Scope(names, item.source, circle[0], problems, Slots(1)).problem("PDL-R004", place, cycle=" → ".join(circle))
        found.update(circle)
    return frozenset(found)


def _relations(manifest: Manifest) -> dict[str, dict[str, Relation]]:
    found: dict[str, dict[str, Relation]] = defaultdict(dict)
    for relation in manifest.relations:
        for name in relation.names:
            found[relation.source][name] = relation
    return dict(found)


def _scope(context: norms.Context, item: d.RuleFileItem, within: str) -> Scope:
    return Scope(context.names, item.source, within, context.problems, Slots(1))


# ---------------------------------------------------------------------- rules and exceptions


def _rules(
    context: norms.Context, items: Sequence[d.RuleFileItem]
) -> tuple[tuple[Rule, ...], tuple[RuleException, ...]]:
    written = versions(items, d.RuleItem, rule_period, context.problems)
    exceptions = single(items, d.ExceptionItem, context.problems)
    first = {name: several[0] for name, several in written.items()}
    subjects = subjects_of(context, first, exceptions)
    # An exception that attacks nothing is compiled all the same, for what else is wrong with it.
    compiled_ones = {name: norms.exception(context, item, subjects.get(name, ())) for name, item in exceptions.items()}
    sound = [item for name, item in exceptions.items() if name in subjects]
    against = attackers(sound)
    made = tuple(compiled_ones[item.id.text]._replace(attackers=against.get(item.id.text, ())) for item in sound)
    rules = tuple(
        rule for name, several in written.items() for rule in _versions(context, several, against.get(name, ()))
    )
    _check_consequences(context, written, first)
    return rules, made


def _versions(context: norms.Context, several: Sequence[d.RuleItem], exceptions: tuple[str, ...]) -> list[Rule]:
    """The versions of a rule; which of them is asked is decided before any is, so they agree on 对象 and 时点."""
    name = several[0].id.text
    made = [norms.rule(context, item)._replace(exceptions=exceptions) for item in several]
    for item, rule in zip(several, made, strict=True):
        if (rule.subjects, rule.timepoint) != (made[0].subjects, made[0].timepoint):
            _scope(context, item, name).problem("PDL-R022", item.id, id=name)
    return made


def _check_consequences(
    context: norms.Context, written: Mapping[str, Sequence[d.RuleItem]], rules: Mapping[str, d.RuleItem]
) -> None:
    """后果 must name rules, and not come back to where it began."""
    named = {
        name: [(item, target) for item in several for target in _consequences(item)]
        for name, several in written.items()
    }
    for name, targets in named.items():
        for item, target in targets:
            if target.text not in rules:
                _scope(context, item, name).problem("PDL-R002", target, name=target.text, **near_id(target.text, rules))
    for circle in circles({name: [target.text for _, target in targets] for name, targets in named.items()}):
        item, place = next((item, target) for item, target in named[circle[0]] if target.text == circle[1])
        _scope(context, item, circle[0]).problem("PDL-R005", place, cycle=" → ".join(circle))


def _consequences(item: d.RuleItem) -> list[s.Name]:
    written = [clause.value for clause in item.clauses if clause.keyword == "THEN_RULE"]
    return [name for names in written for name in cast("tuple[s.Name, ...]", names)]


def _check_prefix(items: Sequence[d.RuleFileItem], manifest: Manifest, context: norms.Context) -> None:
    for item in items:
        if isinstance(item, (d.RuleItem, d.ExceptionItem)) and not item.id.text.startswith(f"{manifest.prefix}-"):
            _scope(context, item, item.id.text).problem("PDL-R016", item.id, id=item.id.text, prefix=manifest.prefix)


# ---------------------------------------------------------------------- the short items


def _check_predicate(context: norms.Context, item: d.PredicateItem) -> None:
    scope = _scope(context, item, item.name.text)
    local: dict[str, Bound] = {}
    taken = {*context.names.parameters, *context.names.determinations}
    for path, param in item.params:
        if param.text in (*local, *taken):
            scope.problem("PDL-R001-variable", param, name=param.text)
        local[param.text] = Bound(ir.Slot(scope.slots.next, param.text), parameter_kind(scope, path))
        scope.slots.next += 1
    if item.name.text in context.names.meaningless:
        # What is wrong with its calls has been told.
        scope.slots.expanded = LONGEST_EXPANSION + 1
    condition(replace(scope, local=local), item.condition)
    context.citations(scope, item.cites)


def _value(names: Names, item: d.ParameterItem, problems: list[Problem]) -> Bound:
    scope = Scope(names, item.source, item.name.text, problems, Slots(1))
    bound = operand(scope, item.value, condition)
    if not isinstance(bound.code, ir.Const) and bound.kind.name != "error":
        scope.problem("PDL-R018-constant", item.value, name=item.name.text)
    return bound


def _parameter(context: norms.Context, found: Sequence[d.ParameterItem]) -> tuple[ParameterValue, ...]:
    values = []
    for item in found:
        bound = _value(context.names, item, context.problems)
        scope = _scope(context, item, item.name.text)
        status = item.status.text if item.status is not None else "待核"
        if status not in STATUSES and item.status is not None:
            scope.problem("PDL-R018", item.status, name=status)
        kind: Kind = context.names.parameters[item.name.text]
        if not alike(kind, bound.kind):
            scope.problem("PDL-R018-kind", item.value, name=item.name.text)
        values.append(
            ParameterValue(
                cast("ir.Operand", bound.code),
                bound.kind.name,
                context.citations(scope, item.cites),
                item.period.first if item.period is not None else None,
                item.period.last if item.period is not None else None,
                STATUSES.get(status, "待核"),
                item.source.name,
                (item.value.start, item.value.end),
            )
        )
    return tuple(values)


def _question(context: norms.Context, item: d.DeterminationItem) -> Question:
    clauses = context.citations(_scope(context, item, item.name.text), item.cites)
    return Question(item.name.text, str(item.question.value), item.authority.text, clauses)


def _term(context: norms.Context, item: d.TermItem) -> tuple[str, str, tuple[str, ...]]:
    clauses = context.citations(_scope(context, item, item.name.text), item.cites)
    return item.name.text, str(item.meaning.value), clauses
