"""A rule becomes the verdicts it can give by its form; a case is to be written for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.findings import Verdict
from pdo_policy.rulebook import ir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.rulebook.compiled import Rule, Rulebook


def reachable(rule: Rule, rulebook: Rulebook) -> frozenset[Verdict]:
    """The verdicts that a rule can give, by its form; each is to have a case. 出错 is never among them.

    - 不适用: it has 当, or is 可以, or another rule entails it (后果).
    - 豁免: it has 除非, or a 例外 against it whose effect is 豁免.
    - 符合: its requirement, or one put in its place (改为), is not the constant that it can never meet.
    - 不符合: its requirement, or one put in its place, is not the constant that it always meets, and not all its
      clauses are ones whose text nobody saw; 未采纳 in its stead for 鼓励.
    - 待核实: any of its conditions or exceptions reads the papers, a parameter or a 认定, all of which may be
      unknown; or all its clauses are ones whose text nobody saw, and 不符合 is shown as 待核实.

    A verdict that the form allows and the meaning excludes (当 and 应当 that contradict each other) is counted; a rule
    should not be written so.
    """
    exceptions = [item for item in rulebook.program.exceptions if item.id in rule.exceptions]
    norms = [rule.norm, *(item.replacement for item in exceptions if item.replacement is not None)]
    results = {met for norm in norms for met in _results(norm.op, norm.requirement)}
    conditions = (rule.applies, *norms, *(part.condition for part in rule.unless), *(e.condition for e in exceptions))
    unseen = all(rulebook.manifest.clause(name).visibility == "topic" for name in rule.clauses)
    broken = Verdict.NOT_ADOPTED if rule.norm.op == "encourage" else Verdict.VIOLATED
    found = {Verdict.SATISFIED} if True in results else set()
    if False in results:
        found.add(Verdict.UNDETERMINED if unseen and broken is Verdict.VIOLATED else broken)
    if any(isinstance(record, _READING) for record in _records(conditions)):
        found.add(Verdict.UNDETERMINED)
    if rule.unless or any(item.replacement is None for item in exceptions):
        found.add(Verdict.EXEMPT)
    entailed = any(rule.id in other.entails for other in rulebook.program.rules)
    if rule.applies is not None or rule.norm.op == "may" or entailed:
        found.add(Verdict.NOT_APPLICABLE)
    return frozenset(found)


_READING = (ir.Field, ir.Related, ir.Param, ir.Determination)


def _results(op: str, requirement: ir.Condition | None) -> set[bool]:
    """Whether a requirement can be met, and whether it can fail to be."""
    if requirement is None:
        return {True}
    if isinstance(requirement, ir.Truth) and isinstance(requirement.operand, ir.Const):
        return {bool(requirement.operand.value) is not (op == "must_not")}
    return {True, False}


def _records(value: object) -> Iterator[object]:
    """A record and all records in it, but not the messages."""
    if isinstance(value, tuple) and not isinstance(value, ir.Template):
        yield value
        for part in value:
            yield from _records(part)
