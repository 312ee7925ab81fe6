"""Conditions of the compiled form become functions that answer true, false, or open (None)."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, Any

from pdo_policy.evaluation import kleene
from pdo_policy.evaluation.comparing import compared
from pdo_policy.evaluation.functions import OpenError, call
from pdo_policy.evaluation.nodes import finder, is_inapplicable, is_stated, is_supplied
from pdo_policy.evaluation.operands import computer
from pdo_policy.evaluation.run import UNKNOWN, Environment
from pdo_policy.rulebook import ir
from pdo_policy.schema.bound import Bound, State
from pdo_policy.schema.validate import matcher
from pdo_policy.values.interval import Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pdo_policy.evaluation.datum import Datum
    from pdo_policy.evaluation.operands import Computer
    from pdo_policy.evaluation.run import Gap

    Test = Callable[[Environment], bool | None]
    Conditions = Callable[[ir.Condition], Test]


def test_of(condition: ir.Condition) -> Test:
    """The function that answers a condition."""
    return test_over(condition, test_of)


def test_over(condition: ir.Condition, made: Conditions) -> Test:
    """The function that answers a condition, over those that `made` makes of the conditions in it."""
    return _TESTS[type(condition)](condition, made)


def _compare(condition: ir.Compare, made: Conditions) -> Test:
    op = condition.op
    left, right = computer(condition.left, made), computer(condition.right, made)
    if isinstance(condition.right, ir.Const) and condition.right.value.__class__ is str and op in ("eq", "ne"):
        return _equal(left, condition.right.value, op == "eq")

    def test(env: Environment) -> bool | None:
        a, b = left(env), right(env)
        if a is UNKNOWN or b is UNKNOWN:
            return None
        answer = compared(op, a, b)
        if isinstance(answer, str):
            env[0].note(answer)
            return None
        return answer

    return test


def _equal(left: Computer, word: str, wanted: bool) -> Test:
    """The same of a text or choice and a word of the rule, as every second comparison is."""

    def test(env: Environment) -> bool | None:
        value = left(env)
        if value is UNKNOWN:
            return None
        return (value == word) is wanted

    return test


def _within(condition: ir.Within, made: Conditions) -> Test:
    day, begin, period = (computer(part, made) for part in (condition.day, condition.begin, condition.period))

    def test(env: Environment) -> bool | None:
        when, start, length = day(env), begin(env), period(env)
        after = "" if UNKNOWN in (when, start) else compared("ge", when, start)
        before = "" if UNKNOWN in (when, start, length) else _in_time(env, when, start, length)
        if after is False or before is False:
            return False
        if after is True and before is True:
            return True
        for answer in (after, before):
            if isinstance(answer, str) and answer:
                env[0].note(answer)
        return None

    return test


def _in_time(env: Environment, when: Datum, start: Datum, length: Datum) -> bool | str:
    try:
        last = call("due_date", (start, length), env[0].calendar)
    except OpenError as error:
        return error.reason
    answer = compared("le", when, last)
    uncounted = isinstance(last, Interval) and not any(isinstance(value, Interval) for value in (when, start, length))
    return "calendar" if answer == "range" and uncounted else answer


def _present(condition: ir.Present) -> Test:
    find, ask = finder(condition.node), _PRESENCE[condition.op.removeprefix("not_")]
    negated = condition.op.startswith("not_")

    def test(env: Environment) -> bool | None:
        found, reads = find(env), env[0].reads
        if reads is not None:
            reads.append(found)
        answer = ask(found)
        if negated and answer is not None:
            return not answer
        return answer

    return test


_PRESENCE: Mapping[str, Callable[[Bound | Gap], bool | None]] = {
    "stated": is_stated,
    "supplied": is_supplied,
    "inapplicable": is_inapplicable,
}


def _member(condition: ir.Member, made: Conditions) -> Test:
    element, listed = computer(condition.element, made), computer(condition.elements, made)
    negated = condition.negated

    def test(env: Environment) -> bool | None:
        value, members = element(env), listed(env)
        if value is UNKNOWN or members is UNKNOWN:
            return None
        open_ = False
        env[0].go_through(members)
        for member in members:
            other = _plain(env, member)
            answer = "" if other is UNKNOWN else compared("eq", value, other)
            if answer is True:
                return not negated
            if answer is not False:
                open_ = True
                if answer:
                    env[0].note(answer)
        return None if open_ else negated

    return test


def _plain(env: Environment, member: Datum) -> Datum:
    if isinstance(member, Bound):
        if env[0].reads is not None:
            env[0].reads.append(member)
        return member.data if member.state is State.PRESENT else UNKNOWN
    return member


def _texts(first: Computer, second: Computer, answer: Callable[[str, str], bool]) -> Test:
    def test(env: Environment) -> bool | None:
        a, b = first(env), second(env)
        return None if a is UNKNOWN or b is UNKNOWN else answer(a, b)

    return test


def _matches(condition: ir.Matches, made: Conditions) -> Test:
    # A pattern is compiled when a text is there to be matched: what does that is slow to start.
    matches = cache(partial(matcher, condition.pattern))
    return _texts(computer(condition.text, made), lambda _env: "", lambda text, _none: matches()(text))


def _truth(operand: ir.Operand, made: Conditions) -> Test:
    compute = computer(operand, made)

    def test(env: Environment) -> bool | None:
        value = compute(env)
        return None if value is UNKNOWN else bool(value)

    return test


def _determination(name: str) -> Test:
    def test(env: Environment) -> bool | None:
        answer: bool | None = env[0].determinations.get(name)
        if answer is None:
            env[0].note("determination", name)
        return answer

    return test


def _quantifier(condition: ir.Quantifier, made: Conditions) -> Test:
    source, slot, body = computer(condition.source, made), condition.slot, made(condition.body)
    stop = condition.op == "every"

    def answer(env: Environment) -> bool | None:
        found = source(env)
        if found is UNKNOWN:
            return None
        open_ = False
        env[0].go_through(found)
        for element in found:
            env[slot] = element
            each = body(env)
            if each is not None:
                if each is not stop:
                    return each
            else:
                open_ = True
        return None if open_ else stop

    return kleene.negation(answer) if condition.op == "none" else answer


_TESTS: Mapping[type, Callable[[Any, Conditions], Test]] = {
    ir.Compare: _compare,
    ir.Within: _within,
    ir.Present: lambda it, _made: _present(it),
    ir.Member: _member,
    ir.Includes: lambda it, made: _texts(computer(it.text, made), computer(it.part, made), lambda a, b: b in a),
    ir.Matches: _matches,
    ir.Truth: lambda it, made: _truth(it.operand, made),
    ir.Determination: lambda it, _made: _determination(it.name),
    ir.Predicate: lambda it, made: made(it.body),
    ir.And: lambda it, made: kleene.conjunction([made(part) for part in it.parts]),
    ir.Or: lambda it, made: kleene.disjunction([made(part) for part in it.parts]),
    ir.Not: lambda it, made: kleene.negation(made(it.part)),
    ir.If: lambda it, made: kleene.conditional(
        made(it.test), made(it.then), made(it.otherwise) if it.otherwise else None
    ),
    ir.Quantifier: _quantifier,
    ir.Enumeration: lambda it, made: kleene.enumeration(it.op, it.least, [made(item.condition) for item in it.items]),
}
