"""Strong Kleene logic over functions of an environment: None is the third value, open (language.md 3.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pdo_policy.evaluation.run import Environment

    Test = Callable[[Environment], bool | None]


def negation(test: Test) -> Test:
    """非."""

    def negated(env: Environment) -> bool | None:
        answer = test(env)
        return None if answer is None else not answer

    return negated


def conjunction(tests: Sequence[Test]) -> Test:
    """且: false if any is false, else open if any is open."""
    return _settled_by(tests, False)


def disjunction(tests: Sequence[Test]) -> Test:
    """或: true if any is true, else open if any is open."""
    return _settled_by(tests, True)


def _settled_by(tests: Sequence[Test], settling: bool) -> Test:
    parts = tuple(tests)

    def answer(env: Environment) -> bool | None:
        open_ = False
        for part in parts:
            each = part(env)
            if each is settling:
                return settling
            if each is None:
                open_ = True
        return None if open_ else not settling

    return answer


def conditional(test: Test, then: Test, otherwise: Test | None) -> Test:
    """若 A 则 B 否则 C; without C it is true where A is false. Where A is open, the answer that B and C agree on."""

    def answer(env: Environment) -> bool | None:
        asked = test(env)
        first = then(env) if asked is not False else None
        if asked is True:
            return first
        other = otherwise(env) if otherwise is not None else True
        return other if asked is False or first is other else None

    return answer


def enumeration(op: str, least: int, tests: Sequence[Test]) -> Test:
    """下列全部, 下列之一, 下列均非, 下列至少 N 项."""
    if op == "all":
        return conjunction(tests)
    if op == "any":
        return disjunction(tests)
    if op == "none":
        return negation(disjunction(tests))
    parts = tuple(tests)

    def answer(env: Environment) -> bool | None:
        answers = [part(env) for part in parts]
        true, open_ = answers.count(True), answers.count(None)
        if true >= least:
            return True
        return False if true + open_ < least else None

    return answer
