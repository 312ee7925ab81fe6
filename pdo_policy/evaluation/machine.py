"""A program becomes ready-made functions: every condition compiled once, to be asked of any number of dossiers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache, partial
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.evaluation import kleene
from pdo_policy.evaluation.comparing import ends
from pdo_policy.evaluation.conditions import test_of, test_over
from pdo_policy.evaluation.messages import filling
from pdo_policy.evaluation.once import Once
from pdo_policy.evaluation.operands import computer
from pdo_policy.evaluation.run import UNDATED, UNKNOWN
from pdo_policy.frozen import dataclass
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.outlines import outlines_of, rules_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date

    from pdo_policy.evaluation.datum import Datum
    from pdo_policy.evaluation.messages import Filling
    from pdo_policy.evaluation.run import Environment
    from pdo_policy.rulebook.compiled import Norm, ParameterValue, Program, Rule, RuleException
    from pdo_policy.rulebook.outlines import Outline

    Test = Callable[[Environment], bool | None]
    Conditions = Callable[[ir.Condition], Test]


class ReadyException(NamedTuple):
    """An exception, its functions, and the names of the parameters it reads."""

    exception: RuleException
    holds: Test | None
    required: Test | None
    parameters: tuple[str, ...]


class Ready(NamedTuple):
    """A version of a rule, its functions, and the names of the parameters it reads.

    Attributes:
        pleaded: ids of the exceptions to it and of all that attack them, in an order that the files' does not change.
        parameters: those it reads, in order; with those that what is pleaded reads.
        slots: how many slots it needs, with what is pleaded.
        timeless: whether it is in force on every day.
        plain: whether its own conditions alone decide it, unless another rule entails it: it is timeless, on one paper,
            without exceptions and without parameters.
    """

    rule: Rule
    governed_on: Callable[[Environment], Datum] | None
    applies: Test | None
    required: Test
    unless: tuple[Test, ...]
    pleaded: tuple[str, ...]
    parameters: tuple[str, ...]
    slots: int
    timeless: bool
    plain: bool


@dataclass(frozen=True, eq=False)
class Machine:
    """All rules ready to be asked.

    Attributes:
        outlines: the versions of each rule by id, in the order of time, as far as they concern who does not ask them.
        rules: the same versions, made ready when somebody asks for them.
        exceptions: by id.
        parameters: values in time by name.
        questions: the 认定 by name: what is asked, and who answers.
        causes: rule id to the ids of the rules whose violation makes it apply (后果).
        made: gives the functions of conditions.
        templates: gives the functions that fill in messages.
        on: gives the values of the parameters on a day; those of the last days asked for are kept.
    """

    outlines: Mapping[str, tuple[Outline | Rule, ...]]
    rules: Mapping[str, tuple[Ready, ...]]
    exceptions: Mapping[str, ReadyException]
    parameters: Mapping[str, tuple[ParameterValue, ...]]
    questions: Mapping[str, tuple[str, str]]
    causes: Mapping[str, tuple[str, ...]]
    made: Conditions
    templates: Callable[[ir.Template], Filling]
    on: Callable[[Datum], Values]


def is_plain(machine: Machine, versions: Sequence[Ready]) -> bool:
    """Whether a rule's own conditions alone decide it: it has one version, which is plain, and no other entails it."""
    return len(versions) == 1 and versions[0].plain and versions[0].rule.id not in machine.causes


def machine(program: Program, made: Conditions | None = None) -> Machine:
    """The machine of a program; `made` makes the function of each condition, for who wants to see their answers."""
    make = made if made is not None else Once(test_over)
    outlines: dict[str, tuple[Outline | Rule, ...]] = {}
    causes: dict[str, tuple[str, ...]] = {}
    for outline in outlines_of(program.rules):
        outlines[outline.id] = (*outlines.get(outline.id, ()), outline)
        for target in outline.entails:
            causes[target] = tuple(dict.fromkeys((*causes.get(target, ()), outline.id)))
    exceptions = {item.id: _ready_exception(item, make) for item in program.exceptions}
    return Machine(
        outlines,
        _Readied(outlines, program.rules, partial(_ready, exceptions, make)),
        exceptions,
        dict(program.parameters),
        {question.name: (question.question, question.authority) for question in program.questions},
        causes,
        make,
        Once[ir.Template, "Filling"](lambda template, _made: filling(template)),
        lru_cache(maxsize=64)(partial(parameters_on, dict(program.parameters))),
    )


class _Readied(Mapping[str, "tuple[Ready, ...]"]):
    """The versions of each rule, made ready when they are asked for: a paper is asked the rules on its kind alone."""

    def __init__(
        self, outlines: Mapping[str, tuple[Outline | Rule, ...]], rules: Sequence[Rule], ready: Callable[[Rule], Ready]
    ) -> None:
        self._outlines, self._rules, self._make = outlines, rules, ready
        self._kinds: dict[str, dict[str, list[Rule]]] = {}
        self._ready: dict[str, tuple[Ready, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Ready, ...]:
        if name not in self._ready:
            kind = self._outlines[name][0].subjects[0]
            if kind not in self._kinds:
                self._kinds[kind] = {}
                for rule in rules_on(self._rules, kind):
                    self._kinds[kind].setdefault(rule.id, []).append(rule)
            self._ready[name] = tuple(map(self._make, self._kinds[kind][name]))
        return self._ready[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._outlines)

    def __len__(self) -> int:
        return len(self._outlines)


def _test(condition: ir.Condition | None, made: Conditions) -> Test | None:
    return None if condition is None else made(condition)


def _ready(exceptions: Mapping[str, ReadyException], made: Conditions, rule: Rule) -> Ready:
    applies = _test(rule.applies, made)
    exercise = _test(rule.norm.exercise, made)
    conditions = (rule.applies, rule.norm, *(part.condition for part in rule.unless))
    pleaded = _pleaded(exceptions, rule)
    parameters = _parameters_in(conditions).union(*(exceptions[name].parameters for name in pleaded))
    timeless = (rule.first, rule.last, rule.timepoint) == (None, None, None)
    return Ready(
        rule,
        computer(rule.timepoint, made) if rule.timepoint is not None else None,
        _both(applies, exercise),
        _required(rule.norm, made),
        tuple(made(part.condition) for part in rule.unless),
        pleaded,
        tuple(sorted(parameters)),
        max([rule.slots, *(exceptions[name].exception.slots for name in pleaded)]),
        timeless,
        timeless and not (parameters or rule.unless or rule.exceptions or len(rule.subjects) > 1),
    )


def _pleaded(exceptions: Mapping[str, ReadyException], rule: Rule) -> tuple[str, ...]:
    found: set[str] = set()
    waiting = list(rule.exceptions)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(exceptions[name].exception.attackers)
    return tuple(sorted(found))


def _ready_exception(item: RuleException, made: Conditions) -> ReadyException:
    required = None
    if item.replacement is not None:
        exercise, proviso = _test(item.replacement.exercise, made), _required(item.replacement, made)
        # What may be done, but then in a certain way, is met by not doing it.
        required = kleene.conditional(exercise, proviso, None) if exercise is not None else proviso
    read = tuple(sorted(_parameters_in((item.condition, item.replacement))))
    return ReadyException(item, _test(item.condition, made), required, read)


def _both(first: Test | None, second: Test | None) -> Test | None:
    if first is None or second is None:
        return first or second
    return kleene.conjunction([first, second])


def _required(norm: Norm, made: Conditions) -> Test:
    if norm.requirement is None:
        return lambda _env: True
    test = made(norm.requirement)
    return kleene.negation(test) if norm.op == "must_not" else test


def _parameters_in(part: object) -> set[str]:
    found: set[str] = set()
    waiting = [part]
    while waiting:
        one = waiting.pop()
        if one.__class__ is ir.Param:
            found.add(one.name)
        elif isinstance(one, tuple):
            # Numbers and words, most of what there is, need not wait.
            waiting += [below for below in one if isinstance(below, tuple)]
    return found


class Values(NamedTuple):
    """The values of the parameters on a day, and the names of those whose text nobody verified (待核)."""

    values: Mapping[str, Datum]
    unverified: frozenset[str]


def parameters_on(parameters: Mapping[str, tuple[ParameterValue, ...]], day: Datum) -> Values:
    """The values on a day, over an interval of days, or on an unknown day; `UNDATED` for what is not certain then.

    A parameter that has no value on that day is left out.
    """
    found: dict[str, Datum] = {}
    unverified: set[str] = set()
    for name, values in parameters.items():
        for value in values:
            answer = in_force(value.first, value.last, day)
            if answer is not False:
                found[name] = computer(value.value, test_of)([None]) if answer else UNDATED
            if answer and value.status == "待核":
                unverified.add(name)
    return Values(found, frozenset(unverified))


def in_force(first: date | None, last: date | None, day: Datum) -> bool | None:
    """Whether a version is in force on a day, or on all of an interval of days; None where it is on some of them only.

    On an unknown day a version is in force for certain only where it always is.
    """
    if first is None and last is None:
        return True
    if day is UNKNOWN:
        return None
    earliest, latest = ends(day)
    if (first is not None and latest < first) or (last is not None and last < earliest):
        return False
    return True if (first is None or first <= earliest) and (last is None or latest <= last) else None
