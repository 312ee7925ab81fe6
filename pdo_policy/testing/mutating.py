"""A rulebook and cases become a measure of the cases: which slips in the rules they would tell, and which not."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation.machine import machine
from pdo_policy.testing.mutants import mutants, mutated
from pdo_policy.testing.running import answer, filed, part_on

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from pdo_policy.rulebook.compiled import Rulebook
    from pdo_policy.testing.cases import Case
    from pdo_policy.testing.mutants import Mutant
    from pdo_policy.testing.running import Filed


class Trial(NamedTuple):
    """A mutant, and the case that is not met by it; None where all are met, so that it survives."""

    mutant: Mutant
    killer: Case | None


def tried(book: Rulebook, cases: Sequence[Case], homes: Collection[str] | None = None) -> Iterator[Trial]:
    """Try the mutants of a rulebook, in the order of files and places.

    Args:
        book: the rulebook.
        cases: all its cases, each of which it meets.
        homes: names of rules, exceptions, 判定 and 参数 to alter; None for all.
    """
    by_rule: dict[str, list[Case]] = {}
    for case in cases:
        by_rule.setdefault(case.rule, []).append(case)

    @cache
    def filed_on(rule: str) -> list[Filed]:
        return [filed(case, book) for case in by_rule.get(rule, ())]

    for mutant in mutants(book.program, book.sources):
        if homes is None or mutant.slip.place.home.name in homes:
            yield Trial(mutant, _killer(book, mutant, filed_on))


def _killer(book: Rulebook, mutant: Mutant, filed_on: Callable[[str], Sequence[Filed]]) -> Case | None:
    for rule in mutant.rules:
        altered = machine(mutated(part_on(book.program, {rule}), mutant.slip))
        for each in filed_on(rule):
            if answer(each, book, altered).failure:
                return each.case
    return None


def decisive(book: Rulebook, rule: str) -> frozenset[str]:
    """Names of what decides a rule: itself, the exceptions to it, and the 判定 and 参数 that any of them uses."""
    return frozenset(
        mutant.slip.place.home.name for mutant in mutants(book.program, book.sources) if rule in mutant.rules
    )
