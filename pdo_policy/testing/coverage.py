"""Cases and a rulebook become results, and a measure of what of the rules the cases show.

Three things are counted, for every rule (in all its versions), every exception to it, and every 判定 they call:

*Verdicts.* Of the verdicts that a rule can give by its form (`reachable`), those that a case expects and gets.

*Conditions.* Every condition of the compiled form is one: comparisons, presence, membership, 认定 and other leaves;
且, 或, 非, 若, quantifiers and enumerations over them; and each call of a 判定. They are those of 时点, 当, the norm
and 除非, and of an exception its 当 and what it puts in place; conditions that only choose words are none. The body of
a 判定 counts once, for the 判定, whichever rule calls it. What reads nothing (是, 否) can have one answer only and does
not count. A condition is shown when it was answered true and was answered false. An answer is seen where the checker
itself asks: a part that 且, 或 or a quantifier need not ask, because another has settled the matter, is not seen, and
what is asked of a rule after its 当 was found not to hold does not count, since it decides nothing there. An open
answer (待核实) counts for neither side.

*Items.* An item of an enumeration is shown to decide alone when it was true, and was false, and both times the answer
of the enumeration was one that it would not have given, had the item been the contrary and the others as they were.

A case that fails counts for conditions and items all the same. Nothing of this costs the checker anything: the
functions that record are compiled into a machine of their own, by handing `Watch.over` to the compiler of conditions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.rulebook import ir
from pdo_policy.rulebook.written import written
from pdo_policy.source import Source
from pdo_policy.testing.conditions import Home, Place, conditions, place, reads, way_to
from pdo_policy.testing.reachable import reachable
from pdo_policy.testing.running import answer, exceptions_to, filed, part_on
from pdo_policy.testing.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.evaluation.machine import Machine
    from pdo_policy.rulebook.compiled import Rule, Rulebook, RuleException
    from pdo_policy.testing.cases import Case
    from pdo_policy.testing.conditions import Way
    from pdo_policy.testing.running import Result


class Count(NamedTuple):
    """How many of all."""

    shown: int
    total: int


class Unshown(NamedTuple):
    """Something that no case shows.

    Attributes:
        home: the rule, exception or 判定 that it is part of.
        file: its file.
        line: from 1.
        column: from 1, in code points.
        what: `no-verdict`, `never-true`, `never-false`, `never-asked` or `not-alone`.
        text: the verdict, or the condition as written.
    """

    home: str
    file: str
    line: int
    column: int
    what: str
    text: str


class Coverage(NamedTuple):
    """What of some rules is shown, and in the order of the files what is not."""

    verdicts: Count
    conditions: Count
    items: Count
    unshown: tuple[Unshown, ...]


def covered(book: Rulebook, cases: Sequence[Case], *, whole: bool, lang: str = "zh") -> tuple[list[Result], Coverage]:
    """The results of cases, in order, and what they show.

    Args:
        book: the rulebook.
        cases: of one or several files.
        whole: whether to measure by all rules of the book; else by those that have cases here, and without the bodies
            of the 判定 they call, which the cases of other rules show as well.
        lang: the language of what failed and why.
    """
    watch = Watch()
    machines: dict[str, Machine] = {}
    results: list[Result] = []
    for case in cases:
        if case.rule not in machines:
            machines[case.rule] = watch.machine(part_on(book.program, {case.rule}), case.rule)
        watch.attend()
        results.append(answer(filed(case, book), book, machines[case.rule], lang))
    named = {case.rule for case in cases}
    rules = [rule for rule in book.program.rules if whole or rule.id in named]
    decisive: tuple[Rule | RuleException, ...] = (*rules, *exceptions_to(book.program, rules))
    found = [(condition, way) for item in decisive for condition, way in conditions(item, way_to(item))]
    counted = [(condition, way) for condition, way in found if whole or len(way) == 1]
    return results, _measured(book, rules, counted, results, watch)


def _measured(
    book: Rulebook,
    rules: Sequence[Rule],
    counted: Sequence[tuple[ir.Condition, Way]],
    results: Sequence[Result],
    watch: Watch,
) -> Coverage:
    wanted = {
        (rule.id, verdict.value): Place(Home(rule.id, rule.file), *rule.at, "Rule")
        for rule in reversed(rules)
        for verdict in reachable(rule, book)
    }
    given = {(result.case.rule, result.actual) for result in results if result.actual == result.case.expect}
    verdicts = [(where, name[1]) for name, where in wanted.items() if name not in given]
    asked, items = _asked(counted), _items(counted)
    seen = {where: _seen(where, watch.answers) for where in asked}
    missed = [where for where, answers in seen.items() if answers != _BOTH]
    together = [where for where in items if _seen(where, watch.alone) != _BOTH]
    unshown = [
        *(_told(book, where, "no-verdict", verdict) for where, verdict in verdicts),
        *(_told(book, where, _missing(seen[where])) for where in missed),
        *(_told(book, where, "not-alone") for where in together),
    ]
    return Coverage(
        Count(len(wanted) - len(verdicts), len(wanted)),
        Count(len(asked) - len(missed), len(asked)),
        Count(len(items) - len(together), len(items)),
        tuple(sorted(unshown, key=lambda found: (found.file, found.line, found.column, found.what, found.text))),
    )


_BOTH = (True, False)


def _seen(where: Place, answers: set[tuple[Place, bool]]) -> tuple[bool, ...]:
    return tuple(value for value in _BOTH if (where, value) in answers)


def _missing(seen: tuple[bool, ...]) -> str:
    """What is said of a condition for which no more than these answers were seen."""
    if not seen:
        return "never-asked"
    return "never-false" if seen[0] else "never-true"


def _asked(counted: Sequence[tuple[ir.Condition, Way]]) -> list[Place]:
    """The places of conditions that may have either answer, each once."""
    return list(dict.fromkeys(place(condition, way) for condition, way in counted if reads(condition)))


def _items(counted: Sequence[tuple[ir.Condition, Way]]) -> list[Place]:
    """The places of the items in enumerations that may have either answer, each once."""
    enumerations = [(whole, way) for whole, way in counted if isinstance(whole, ir.Enumeration)]
    items = [(item, way) for whole, way in enumerations for item in whole.items if reads(item.condition)]
    return list(dict.fromkeys(place(item, way) for item, way in items))


_LONGEST = 40


def _told(book: Rulebook, where: Place, what: str, text: str = "") -> Unshown:
    source = Source(where.home.file, book.sources[where.home.file])
    line = text or written(source.text[where.start : where.end])
    short = line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
    return Unshown(where.home.name, where.home.file, *source.position(where.start), what, short)
