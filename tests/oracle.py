"""A straightforward tree walker over the compiled form: the oracle of the closures, written for reading, not for speed.

It shares with the product only the records it walks, the values, and the arithmetic on known values. Truth values are
the strings T, F and U here, so that no code can be shared by accident.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from pdo_policy.evaluation.functions import OpenError, arithmetic, call
from pdo_policy.rulebook import ir
from pdo_policy.schema.bound import Bound, State
from pdo_policy.values.durations import Duration
from pdo_policy.values.interval import Interval
from pdo_policy.values.money import Money

T, F, U = "T", "F", "U"
MISSING = object()
OPEN = object()
WAIVED = object()


class Walker:
    """Answers conditions by walking them.

    Args:
        slots: documents and elements by slot number.
        calendar: working days.
        parameters: values by name.
        determinations: answers by name.
        related: as `evaluation.run.Run` has it.
    """

    def __init__(
        self, slots: dict[int, Any], calendar: Any, parameters: Any, determinations: Any, related: Any
    ) -> None:
        self.slots = slots
        self.calendar = calendar
        self.parameters = parameters
        self.determinations = determinations
        self.related = related

    # nodes: a Bound, MISSING (known to be absent), WAIVED (said not to apply) or OPEN (not known)

    def node(self, node: ir.Node) -> Any:
        match node:
            case ir.Slot(number=number):
                return self.slots.get(number, MISSING)
            case ir.Presumed(node=inner):
                return self.node(inner)
            case ir.Related(base=base, relation=relation):
                root = self.node(base)
                link = self.related(relation, root) if isinstance(root, Bound) else None
                if root is WAIVED or (link and link.reason == "not_applicable"):
                    return WAIVED
                return link.roots[0] if link and not link.reason else OPEN
            case ir.Field(base=base, key=key):
                record = self.node(base)
                if not isinstance(record, Bound):
                    return record
                if record.state is State.BLANK:
                    return MISSING
                if record.state is State.NOT_APPLICABLE:
                    return WAIVED
                if record.state is not State.PRESENT:
                    return OPEN
                return record.data.get(key, MISSING)

    def elements(self, node: ir.Node) -> Any:
        if isinstance(node, ir.Related) and node.many:
            root = self.node(node.base)
            link = self.related(node.relation, root) if isinstance(root, Bound) else None
            return link.roots if link and not link.reason else OPEN
        found = self.node(node)
        if not isinstance(found, Bound):
            return OPEN
        if found.state is State.BLANK:
            return []
        return found.data if found.state is State.PRESENT else OPEN

    # operands: a value or OPEN

    def value(self, operand: ir.Operand) -> Any:
        match operand:
            case ir.Const(value=value):
                return value
            case ir.Value(node=node):
                found = self.node(node)
                if isinstance(found, Bound):
                    return found.data if found.state is State.PRESENT else OPEN
                if found is MISSING and isinstance(node, ir.Presumed):
                    return self.value(node.value)
                return OPEN
            case ir.Param(name=name):
                return self.parameters.get(name, OPEN)
            case ir.ListOf(items=items):
                return [self.value(item) for item in items]
            case ir.Elements(node=node):
                return self.elements(node)
            case ir.Arithmetic(kind=kind, left=left, right=right):
                return self.computed([left, right], lambda a, b: arithmetic(kind, a, b))
            case ir.Negative(operand=inner):
                return self.computed([inner], negative)
            case ir.Call(function=function, args=args):
                return self.computed(list(args), lambda *values: call(function, values, self.calendar))
            case ir.Aggregate():
                return self.aggregate(operand)
            case ir.Lacking():
                message = "only messages hold it"
                raise AssertionError(message)

    def computed(self, operands: list[ir.Operand], function: Any) -> Any:
        values = [self.value(operand) for operand in operands]
        if OPEN in [v if v is OPEN else None for v in values]:
            return OPEN
        try:
            return function(*values)
        except OpenError:
            return OPEN

    def aggregate(self, operand: ir.Aggregate) -> Any:
        source = self.value(operand.source)
        if source is OPEN:
            return OPEN
        certain: list[Any] = []
        doubtful = 0
        for element in source:
            self.slots[operand.slot] = element
            belongs = self.truth(operand.where) if operand.where is not None else T
            if belongs == F:
                continue
            if belongs == U:
                doubtful += 1
                continue
            certain.append(self.value(operand.take) if operand.take is not None else element)
        known = [v for v in certain if v is not OPEN]
        complete = not doubtful and len(known) == len(certain)
        if operand.function == "count":
            return Interval(len(certain), len(certain) + doubtful) if doubtful else len(certain)
        if operand.function == "unique":
            answers = [related("eq", a, b) for i, a in enumerate(known) for b in known[i + 1 :]]
            repeated = highest([*answers, F if complete else U])
            return {T: False, F: True, U: OPEN}[repeated]
        if not complete:
            return OPEN
        return folded(operand.function, known)

    # conditions: T, F or U

    def truth(self, condition: ir.Condition) -> str:
        match condition:
            case ir.And(parts=parts):
                return lowest([self.truth(part) for part in parts])
            case ir.Or(parts=parts):
                return highest([self.truth(part) for part in parts])
            case ir.Not(part=part):
                return flipped(self.truth(part))
            case ir.If(test=test, then=then, otherwise=otherwise):
                other = self.truth(otherwise) if otherwise is not None else T
                answers = {T: self.truth(then), F: other}
                asked = self.truth(test)
                return answers[asked] if asked != U else (other if answers[T] == other else U)
            case ir.Predicate(body=body):
                return self.truth(body)
            case ir.Enumeration():
                return self.enumeration(condition)
            case ir.Quantifier():
                return self.quantifier(condition)
            case ir.Compare(op=op, left=left, right=right):
                return self.pair(left, right, lambda a, b: related(op, a, b))
            case ir.Within():
                return self.within(condition)
            case ir.Present():
                return self.present(condition)
            case ir.Member():
                return self.member(condition)
            case ir.Includes(text=text, part=part):
                return self.pair(text, part, lambda a, b: T if b in a else F)
            case ir.Matches(text=text, pattern=pattern):
                found = self.value(text)
                return U if found is OPEN else (T if re.search(pattern, found) else F)
            case ir.Truth(operand=operand):
                found = self.value(operand)
                return U if found is OPEN else (T if found else F)
            case ir.Determination(name=name):
                return {True: T, False: F, None: U}[self.determinations.get(name)]

    def pair(self, left: ir.Operand, right: ir.Operand, answer: Any) -> str:
        a, b = self.value(left), self.value(right)
        return U if a is OPEN or b is OPEN else answer(a, b)

    def enumeration(self, condition: ir.Enumeration) -> str:
        answers = [self.truth(item.condition) for item in condition.items]
        if condition.op == "all":
            return lowest(answers)
        if condition.op == "any":
            return highest(answers)
        if condition.op == "none":
            return flipped(highest(answers))
        if answers.count(T) >= condition.least:
            return T
        return U if answers.count(T) + answers.count(U) >= condition.least else F

    def quantifier(self, condition: ir.Quantifier) -> str:
        source = self.value(condition.source)
        if source is OPEN:
            return U
        answers = []
        for element in source:
            self.slots[condition.slot] = element
            answers.append(self.truth(condition.body))
        if condition.op == "every":
            return lowest(answers)
        return highest(answers) if condition.op == "some" else flipped(highest(answers))

    def within(self, condition: ir.Within) -> str:
        after = self.pair(condition.day, condition.begin, lambda a, b: related("ge", a, b))
        last = ir.Call("due_date", (condition.begin, condition.period))
        before = self.pair(condition.day, last, lambda a, b: related("le", a, b))
        return lowest([after, before])

    def member(self, condition: ir.Member) -> str:
        value, members = self.value(condition.element), self.value(condition.elements)
        if value is OPEN or members is OPEN:
            return U
        answers = []
        for member in members:
            other = member
            if isinstance(member, Bound):
                other = member.data if member.state is State.PRESENT else OPEN
            answers.append(U if other is OPEN else related("eq", value, other))
        found = highest(answers)
        return flipped(found) if condition.negated else found

    def present(self, condition: ir.Present) -> str:
        found = self.node(condition.node)
        if condition.op == "inapplicable":
            answer = inapplicable(found)
        elif isinstance(condition.node, ir.Related):
            answer = T if isinstance(found, Bound) else U
        elif condition.op.endswith("supplied"):
            answer = supplied(found)
        else:
            answer = stated(found)
        return flipped(answer) if condition.op.startswith("not_") else answer


def supplied(found: Any) -> str:
    if not isinstance(found, Bound):
        return F if found is MISSING else U
    return F if found.state is State.NULL else T


def inapplicable(found: Any) -> str:
    if not isinstance(found, Bound):
        return F if found is MISSING else T if found is WAIVED else U
    return U if found.state is State.INVALID else T if found.state is State.NOT_APPLICABLE else F


def stated(found: Any) -> str:
    if not isinstance(found, Bound):
        return F if found is MISSING else U
    if found.state is State.BLANK:
        return F
    if found.state is not State.PRESENT:
        return U
    if isinstance(found.data, dict):
        return highest([stated(child) for child in found.data.values()])
    if isinstance(found.data, list):
        return highest([stated(child) for child in found.data])
    return T


def lowest(answers: list[str]) -> str:
    return F if F in answers else U if U in answers else T


def highest(answers: list[str]) -> str:
    return T if T in answers else U if U in answers else F


def flipped(answer: str) -> str:
    return {T: F, F: T, U: U}[answer]


def negative(value: Any) -> Any:
    if isinstance(value, Interval):
        return Interval(negative(value.hi), negative(value.lo))
    return Money(-value.amount, value.currency) if isinstance(value, Money) else -value


def ends(value: Any) -> tuple[Any, Any]:
    return (value.lo, value.hi) if isinstance(value, Interval) else (value, value)


def related(op: str, left: Any, right: Any) -> str:
    """True for every choice of the two values, false for every choice, or open."""
    values = [*ends(left), *ends(right)]
    currency = next((value.currency for value in values if isinstance(value, Money)), None)
    if currency is not None:
        # The sum of an empty list is nothing in any currency.
        values = [value if isinstance(value, Money) else Money(Decimal(value), currency) for value in values]
    if isinstance(values[0], (Duration, Money)):
        if len({value[1] for value in values}) > 1:
            return U
        values = [value[0] for value in values]
    a, b, c, d = values
    if op == "ne":
        return flipped(related("eq", left, right))
    if op == "eq":
        return T if a == b == c == d else F if b < c or d < a else U
    if op in ("lt", "gt"):
        return flipped(related("ge" if op == "lt" else "le", left, right))
    if op == "le":
        return T if b <= c else F if a > d else U
    return T if a >= d else F if b < c else U


def folded(function: str, known: list[Any]) -> Any:
    if function in ("largest", "smallest"):
        pick = max if function == "largest" else min
        if not known or len({end.currency for v in known for end in ends(v) if isinstance(end, Money)}) > 1:
            return OPEN
        currency = next((end.currency for v in known for end in ends(v) if isinstance(end, Money)), None)
        if currency is not None:
            known = [v if isinstance(ends(v)[0], Money) else Money(Decimal(v), currency) for v in known]
        if any(isinstance(v, Interval) for v in known):
            return Interval(pick(ends(v)[0] for v in known), pick(ends(v)[1] for v in known))
        return pick(known)
    if not known:
        return 0 if function == "sum" else OPEN
    money = any(isinstance(ends(v)[0], Money) for v in known)
    total = known[0]
    try:
        for v in known[1:]:
            total = arithmetic("money+money" if money else "n+n", total, v)
        return total if function == "sum" else arithmetic("money/integer" if money else "n/n", total, len(known))
    except OpenError:
        return OPEN
