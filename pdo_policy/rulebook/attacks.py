"""The graph of exceptions: who attacks whom, which rules are meant in the end, and that nothing goes in a circle."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from pdo_policy.rulebook.circles import circles
from pdo_policy.rulebook.hints import near_id
from pdo_policy.rulebook.scope import Scope, Slots

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.language import syntax as s
    from pdo_policy.language.declarations import ExceptionItem, RuleItem
    from pdo_policy.rulebook.norms import Context


DEEPEST_ATTACKS = 20
"""How many exceptions may be against each other in a row: far more than any law has, and few enough to be followed."""


def subjects_of(
    context: Context, rules: Mapping[str, RuleItem], exceptions: Mapping[str, ExceptionItem]
) -> dict[str, tuple[s.Name, ...]]:
    """For each sound exception, the 对象 of the rules that it attacks in the end.

    Unknown targets (R002), circles and endless rows (R005), targets with different 对象 (R011) and a 优先于 that names
    a rule (R021) are problems.
    """
    sound = {name for name, item in exceptions.items() if _known(context, item, rules, exceptions)}
    sound -= _in_circles(context, exceptions)
    sound -= _too_deep(context, {name: item for name, item in exceptions.items() if name in sound})
    found: dict[str, tuple[s.Name, ...]] = {}
    for name in exceptions:
        if name not in sound:
            continue
        item = exceptions[name]
        reached = _rules_reached(item, exceptions)
        written = {rule: _written_subjects(rules[rule]) for rule in reached if rule in rules}
        if len({tuple(n.text for n in names) for names in written.values()}) > 1:
            facts = {"targets": "、".join(reached), "targets_en": ", ".join(reached)}
            _scope(context, item).problem("PDL-R011", item.id, id=name, **facts)
        elif written:
            found[name] = next(iter(written.values()))
    return found


def _scope(context: Context, item: ExceptionItem) -> Scope:
    return Scope(context.names, item.source, item.id.text, context.problems, Slots(1))


def _written_subjects(rule: RuleItem) -> tuple[s.Name, ...]:
    for clause in rule.clauses:
        if clause.keyword == "SUBJECT":
            return clause.value  # type: ignore[return-value]  # names, as items builds the clause
    return ()


def _known(
    context: Context, item: ExceptionItem, rules: Mapping[str, RuleItem], exceptions: Mapping[str, ExceptionItem]
) -> bool:
    scope, sound = _scope(context, item), True
    for target in item.targets:
        if target.text not in rules and target.text not in exceptions:
            scope.problem("PDL-R002", target, name=target.text, **near_id(target.text, [*rules, *exceptions]))
            sound = False
    for target in item.over:
        if target.text not in exceptions:
            if target.text in rules:
                scope.problem("PDL-R021", target, id=item.id.text, name=target.text)
            else:
                scope.problem("PDL-R002", target, name=target.text, **near_id(target.text, exceptions or rules))
            sound = False
    return sound


def _in_circles(context: Context, exceptions: Mapping[str, ExceptionItem]) -> set[str]:
    """Names of the exceptions that attack each other, or go before each other, in a circle."""
    found: set[str] = set()
    for names in (
        {name: [target.text for target in item.targets] for name, item in exceptions.items()},
        {name: [target.text for target in item.over] for name, item in exceptions.items()},
    ):
        for circle in circles(names):
            item = exceptions[circle[0]]
            place = next(target for target in (*item.targets, *item.over) if target.text == circle[1])
            _scope(context, item).problem("PDL-R005", place, cycle=" → ".join(circle))
            found.update(circle)
    return found


def _too_deep(context: Context, exceptions: Mapping[str, ExceptionItem]) -> set[str]:
    """Names of the exceptions to exceptions beyond `DEEPEST_ATTACKS`; the first of each chain is a problem."""
    level = set(exceptions)
    for _ in range(DEEPEST_ATTACKS):
        level = {name for name in level if any(target.text in level for target in exceptions[name].targets)}
    for name in sorted(level):
        item = exceptions[name]
        if not any(target.text in level for target in item.targets):
            _scope(context, item).problem("PDL-R005-deep", item.id, id=name, most=str(DEEPEST_ATTACKS))
    return level


def _rules_reached(item: ExceptionItem, exceptions: Mapping[str, ExceptionItem]) -> tuple[str, ...]:
    reached: list[str] = []
    seen: set[str] = set()
    waiting: list[str] = [target.text for target in item.targets]
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        if name in exceptions:
            waiting.extend(target.text for target in exceptions[name].targets)
        else:
            reached.append(name)
    return tuple(sorted(reached))


def attackers(exceptions: Sequence[ExceptionItem]) -> dict[str, tuple[str, ...]]:
    """Ids of the exceptions against each rule or exception that has any, in the order of the files."""
    found: dict[str, list[str]] = defaultdict(list)
    for item in exceptions:
        for target in dict.fromkeys(target.text for target in item.targets):
            found[target].append(item.id.text)
    return {target: tuple(names) for target, names in found.items()}
