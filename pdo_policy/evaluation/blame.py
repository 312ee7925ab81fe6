"""Why a condition came out as it did: the smallest parts that decided, each with what was read there.

The walk follows the logic only; what stands in a leaf is computed by the same functions that gave the verdict, so the
explanation cannot differ from the decision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from pdo_policy.evaluation.conditions import test_of
from pdo_policy.evaluation.operands import computer
from pdo_policy.evaluation.run import UNKNOWN, Gap, Note
from pdo_policy.rulebook import ir
from pdo_policy.schema.bound import Bound, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from pdo_policy.evaluation.conditions import Test
    from pdo_policy.evaluation.run import Environment, Read


_A = TypeVar("_A")

MOST_UNITS = 100
"""Elements of one list that are told one by one; nobody reads more of the same, and a hostile list has no end."""


class Unit(NamedTuple):
    """One part that decided.

    Attributes:
        reads: what was read, in order; a list that was read whole stands for its elements.
        numbers: the numbers of the enumerated items it stands in, outermost first.
        label: the label of the innermost item that has one.
        message: the message of the innermost item that has one.
        elements: the list elements it is about, outermost first.
        environment: the slots as messages see them: the papers, and the elements it is about.
        open: whether it is open rather than decided.
        more: of a unit that stands for elements which are not told one by one, their number; else 0.
        beside: of a unit for which nothing was read in the papers, what the rule reads in them beside it.
    """

    reads: tuple[Read, ...]
    numbers: tuple[int, ...]
    label: str
    message: ir.Template | None
    elements: tuple[Bound, ...]
    environment: tuple[object, ...]
    open: bool
    more: int = 0
    beside: tuple[Bound | Gap, ...] = ()


class _At(NamedTuple):
    """Where the walk stands: in which items, at which elements, with the slots as they were before it and so far.

    `made` gives the functions of conditions.
    """

    slots: tuple[object, ...]
    numbers: tuple[int, ...] = ()
    label: str = ""
    message: ir.Template | None = None
    elements: tuple[Bound, ...] = ()
    made: Callable[[ir.Condition], Test] = test_of

    def inside(self, item: ir.Item) -> _At:
        """The same in an item of an enumeration."""
        numbers = (*self.numbers, item.number)
        label, message = item.label or self.label, item.message or self.message
        return _At(self.slots, numbers, label, message, self.elements, self.made)

    def at_element(self, slot: int, element: Bound) -> _At:
        """The same at an element of a list."""
        slots = (*self.slots[:slot], element, *self.slots[slot + 1 :])
        return _At(slots, self.numbers, self.label, self.message, (*self.elements, element), self.made)


_Part = tuple[ir.Condition, _At]


def blame(
    condition: ir.Condition, slots: Sequence[object], value: bool | None, made: Callable[[ir.Condition], Test] = test_of
) -> list[Unit]:
    """The units that made a condition `value` (None: left it open), in the order of the rule's text.

    Args:
        condition: whose answer is `value`.
        slots: the environment as it is before anything is evaluated.
        value: the answer.
        made: gives the functions of conditions.
    """
    return _without_echoes(_walk(condition, list(slots), value, _At(tuple(slots), made=made)))


def _without_echoes(units: list[Unit]) -> list[Unit]:
    """The units without those that are open only for want of what another has failed for already."""
    if len(units) < 2:  # noqa: PLR2004 - an echo is one of another
        return units
    missed = {read for unit in units if not unit.open for read in unit.reads if _is_wanting(read)}
    if not missed:
        return units

    def is_echo(unit: Unit) -> bool:
        wanting = {read for read in unit.reads if _is_wanting(read)}
        return unit.open and bool(wanting) and wanting <= missed

    return [unit for unit in units if not is_echo(unit)]


def _is_wanting(read: Read) -> bool:
    return not isinstance(read, Bound) or read.state is not State.PRESENT


def _walk(condition: ir.Condition, env: Environment, value: bool | None, at: _At) -> list[Unit]:
    walk = _WALKS.get(type(condition))
    return walk(condition, env, value, at) if walk is not None else [_unit(condition, env, value, at)]


def _unit(condition: ir.Condition, env: Environment, value: bool | None, at: _At) -> Unit:
    return _of_reads(read_by(at.made(condition), env, keep_open=value is None), value, at)


def _of_reads(reads: tuple[Read, ...], value: bool | None, at: _At) -> Unit:
    return Unit(reads, at.numbers, at.label, at.message, at.elements, at.slots, value is None)


def read_by(answer: Callable[[Environment], object], env: Environment, *, keep_open: bool) -> tuple[Read, ...]:
    """What a function of an environment reads, in order, each once; a list read whole stands for what is in it.

    With `keep_open`, what is open in such a list is told beside it.
    """
    return _without_elements(_looked(answer, env)[1], keep_open=keep_open)


def _looked(answer: Callable[[Environment], _A], env: Environment) -> tuple[_A, list[Read]]:
    """What a function of an environment answers, and all that it reads, in order."""
    reads: list[Read] = []
    run = env[0]
    before, run.reads = run.reads, reads
    answered = answer(env)
    run.reads = before
    return answered, reads


def _without_elements(found: Iterable[Read], *, keep_open: bool) -> tuple[Read, ...]:
    """What was read, each once, without what stands in a list that was read whole.

    Of an open answer, what is open in such a list stays.
    """
    reads = tuple(dict.fromkeys(found))
    wholes = {read for read in reads if read.__class__ is Bound and read.data.__class__ is list}
    if not wholes:
        return reads

    def told(read: Read) -> bool:
        if isinstance(read, Note):
            return True
        if keep_open and _is_wanting(read):
            return True
        above = read.at if isinstance(read, Gap) else read.parent
        while above is not None and above not in wholes:
            above = above.parent
        return above is None

    return tuple(read for read in reads if told(read))


def _parts(settling: bool, parts: list[_Part], env: Environment, value: bool | None, at: _At) -> list[Unit]:
    """The parts that share the outcome.

    Where one part settles the whole (a false one under 且, a true one under 或), each such part is a unit of its own;
    where the outcome takes all parts together, all are one unit. Parts that are open beside settling ones are told too.
    """
    if len(parts) == 1:
        return _walk(parts[0][0], env, value, parts[0][1])
    looked = [(part, place, *_looked(at.made(part), env)) for part, place in parts]
    if value is (not settling) or (value is None and settling and _are_several_open(looked)):
        # None of the parts settles it, so that all are read for it.
        every = (read for _, _, _, reads in looked for read in reads)
        return [_of_reads(_without_elements(every, keep_open=value is None), value, at)]
    units: list[Unit] = []
    for part, place, answer, reads in looked:
        if answer is not None and answer is not value:
            continue
        if type(part) in _WALKS:
            units.extend(_walk(part, env, answer, place))
        else:
            units.append(_of_reads(_without_elements(reads, keep_open=answer is None), answer, place))
    return units


def _are_several_open(looked: Sequence[tuple[ir.Condition, _At, bool | None, list[Read]]]) -> bool:
    return sum(answer is None for _, _, answer, _ in looked) > 1


def _enumeration(condition: ir.Enumeration, env: Environment, value: bool | None, at: _At) -> list[Unit]:
    parts = [(item.condition, at.inside(item)) for item in condition.items]
    if condition.op == "all":
        return _parts(False, parts, env, value, at)
    if condition.op == "any":
        return _parts(True, parts, env, value, at)
    if condition.op == "none":
        return _parts(True, parts, env, None if value is None else not value, at)
    return [_unit(condition, env, value, at)]


def _quantifier(condition: ir.Quantifier, env: Environment, value: bool | None, at: _At) -> list[Unit]:
    wanted = value if condition.op != "none" or value is None else not value
    decided_by_one = wanted is None or wanted is (condition.op != "every")
    found = computer(condition.source, at.made)(env)
    if found is UNKNOWN or not decided_by_one or not found:
        return [_unit(condition, env, value, at)]
    body = at.made(condition.body)
    told: list[tuple[Bound, bool | None]] = []
    env[0].go_through(found)
    for element in found:
        env[condition.slot] = element
        answer = body(env)
        if answer is wanted or answer is None:
            told.append((element, answer))
    if wanted is None and condition.op == "some" and len(told) > 1:
        return [_unit(condition, env, value, at)]
    units: list[Unit] = []
    for number, (element, answer) in enumerate(told):
        if len(units) >= MOST_UNITS:
            units.append(_rest(told[number:], at.at_element(condition.slot, element)))
            break
        env[condition.slot] = element
        units.extend(_walk(condition.body, env, answer, at.at_element(condition.slot, element)))
    return units


def _rest(told: Sequence[tuple[Bound, bool | None]], at: _At) -> Unit:
    """One unit for the elements that are counted only, at the first of them."""
    first, _ = told[0]
    open_ = all(answer is None for _, answer in told)
    return Unit((first,), at.numbers, at.label, at.message, at.elements, at.slots, open_, len(told))


def _conditional(condition: ir.If, env: Environment, value: bool | None, at: _At) -> list[Unit]:
    asked = at.made(condition.test)(env)
    if asked is True:
        found = _walk(condition.then, env, value, at)
        tested = read_by(at.made(condition.test), env, keep_open=False)
        return [unit._replace(reads=(*unit.reads, *_elsewhere(tested, unit.reads))) for unit in found]
    if asked is False and condition.otherwise is not None:
        return _walk(condition.otherwise, env, value, at)
    if asked is None and value is None:
        return _walk(condition.test, env, None, at)
    return [_unit(condition, env, value, at)]


def _elsewhere(tested: Sequence[Read], reads: Sequence[Read]) -> Iterator[Bound]:
    """What a test found in papers in which nothing else was read: what one paper says is asked of another."""
    papers = {root_of(read) for read in reads if not isinstance(read, Note)}
    for read in tested if papers else ():
        part = isinstance(read, Bound) and read.parent is not None and read.state is State.PRESENT
        if isinstance(read, Bound) and part and root_of(read) not in papers:
            yield read


_WALKS: Mapping[type, Callable[[Any, Environment, bool | None, _At], list[Unit]]] = {
    ir.Predicate: lambda it, env, value, at: _walk(it.body, env, value, at),
    ir.Not: lambda it, env, value, at: _walk(it.part, env, None if value is None else not value, at),
    ir.And: lambda it, env, value, at: _parts(False, [(part, at) for part in it.parts], env, value, at),
    ir.Or: lambda it, env, value, at: _parts(True, [(part, at) for part in it.parts], env, value, at),
    ir.Enumeration: _enumeration,
    ir.Quantifier: _quantifier,
    ir.If: _conditional,
}
"""The conditions with others in them, which alone are walked through."""


def root_of(read: Bound | Gap) -> Bound:
    """The root of the paper that something was read in, or looked for."""
    at = read.at if isinstance(read, Gap) else read
    while at.parent is not None:
        at = at.parent
    return at
