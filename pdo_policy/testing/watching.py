"""A program becomes a machine that leaves behind what was answered, for those who measure what cases show."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pdo_policy.evaluation.conditions import test_of, test_over
from pdo_policy.evaluation.machine import machine
from pdo_policy.rulebook import ir
from pdo_policy.testing.conditions import into, place, way_to
from pdo_policy.testing.running import exceptions_to

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pdo_policy.evaluation.datum import Datum
    from pdo_policy.evaluation.machine import Machine, Ready
    from pdo_policy.evaluation.run import Environment
    from pdo_policy.rulebook.compiled import Program
    from pdo_policy.testing.conditions import Place, Way

    Test = Callable[[Environment], bool | None]


class Watch:
    """What was answered while rules were asked.

    Attributes:
        answers: places of conditions and the answers seen there, true or false.
        alone: places of items and the answers seen there while they decided alone.
    """

    def __init__(self) -> None:
        self.answers: set[tuple[Place, bool]] = set()
        self.alone: set[tuple[Place, bool]] = set()
        self._heard = True

    def attend(self) -> None:
        """Hear what is answered from here on, whatever the last case ended with: an exception may be asked first."""
        self._heard = True

    def over(self, way: Way) -> Callable[[ir.Condition], Test]:
        """The compiler of conditions at the end of a way, whose functions leave their answers here."""

        def made(condition: ir.Condition) -> Test:
            if isinstance(condition, ir.Predicate):
                test = test_over(condition, self.over(into(condition, way)))
                return self._answering(place(condition, way), test) if condition.name else test
            test = test_over(condition, made)
            if isinstance(condition, ir.Enumeration):
                test = self._listening(condition, way, test)
            return self._answering(place(condition, way), test)

        return made

    def _answering(self, where: Place, test: Test) -> Test:
        def answered(env: Environment) -> bool | None:
            given = test(env)
            if given is not None and self._heard:
                self.answers.add((where, given))
            return given

        return answered

    def _listening(self, whole: ir.Enumeration, way: Way, test: Test) -> Test:
        """The function of an enumeration, which asks all items once more to see which of them decide alone."""
        items = [(place(item, way), test_of(item.condition)) for item in whole.items]

        def answered(env: Environment) -> bool | None:
            given = test(env)
            if self._heard:
                answers = [each(env) for _, each in items]
                for index, (where, own) in enumerate(zip((where for where, _ in items), answers, strict=True)):
                    if own is not None and decides_alone(whole.op, whole.least, answers, index):
                        self.alone.add((where, own))
            return given

        return answered

    def machine(self, program: Program, rule: str) -> Machine:
        """The machine of the part of a program that decides a rule, with the rule and its exceptions watched."""
        plain = machine(program)
        versions = [version for version in program.rules if version.id == rule]
        attacking = exceptions_to(program, versions)
        watched: tuple[Ready, ...] = ()
        for version in versions:
            only = program._replace(rules=(version,), exceptions=attacking)
            alone = machine(only, self.over(way_to(version)))
            watched += tuple(map(self._hearing, alone.rules[rule]))
        exceptions = dict(plain.exceptions)
        for item in attacking:
            alone = machine(program._replace(rules=(), exceptions=(item,)), self.over(way_to(item)))
            exceptions.update(alone.exceptions)
        return replace(plain, rules={**plain.rules, rule: watched}, exceptions=exceptions)

    def _hearing(self, ready: Ready) -> Ready:
        """A rule that is heard until its 当 is found not to hold, and again when it is next asked."""
        applies, governed_on = ready.applies, ready.governed_on

        def heard_if_it_applies(env: Environment) -> bool | None:
            self._heard = True
            given = applies(env) if applies is not None else True
            self._heard = given is not False
            return given

        def heard(env: Environment) -> Datum:
            self._heard = True
            assert governed_on is not None, "a rule is governed by the date of the check where it names none"
            return governed_on(env)

        return ready._replace(applies=heard_if_it_applies, governed_on=governed_on and heard)


def decides_alone(op: str, least: int, answers: Sequence[bool | None], index: int) -> bool:
    """Whether an enumeration has an answer, true or false, that it would not have were that of one item the contrary.

    Args:
        op: of the enumeration: all, any, none or at_least.
        least: how many items must be met for at_least.
        answers: of all items in order.
        index: which item; its answer is true or false.
    """
    others = (*answers[:index], *answers[index + 1 :])
    needed = {"all": len(answers), "any": 1, "none": 1, "at_least": least}[op]
    met = {own: _reached(needed, (own, *others)) for own in (True, False)}
    given = met[answers[index] is True]
    return given is not None and met[answers[index] is not True] is not given


def _reached(needed: int, answers: Sequence[bool | None]) -> bool | None:
    true = answers.count(True)
    if true >= needed:
        return True
    return False if true + answers.count(None) < needed else None
