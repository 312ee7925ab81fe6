"""A program becomes its mutants: programs with one slip each, of which the cases of some rule should complain.

A slip in a rule or exception is one in its conditions (`alterations`), or one of these: `applies`, a 当 left out;
`exception`, a 除非 or a whole 例外 left out; `burden`, 未证时 存疑 for 未证时 不成立 and the other way round. A 判定 is
altered in all rules that call it at once, as it would be in the rule file, and a 参数 in all that read it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.rulebook import ir
from pdo_policy.rulebook.compiled import Rule
from pdo_policy.rulebook.written import written
from pdo_policy.testing.alterations import alterations, altered_values
from pdo_policy.testing.conditions import Home, Place, conditions, place, rewritten, way_to
from pdo_policy.testing.running import exceptions_to

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.rulebook.compiled import ParameterValue, Program, RuleException
    from pdo_policy.testing.alterations import Altered
    from pdo_policy.testing.conditions import Way

    Item = Rule | RuleException


class Slip(NamedTuple):
    """Which slip.

    Attributes:
        place: the condition, or the item, that is altered.
        kind: as `alterations` and this room have them.
        change: what into what.
        number: the how-manieth such slip at the place, from 0.
        at: what is changed there, for those who look.
    """

    place: Place
    kind: str
    change: str
    number: int
    at: ir.At


class Mutant(NamedTuple):
    """A program with a slip.

    Attributes:
        slip: which one.
        name: the same in a line that does not change with layout or with what stands above: the kind, the change, and
            the text changed, without spaces and no more of it than tells what it is.
        rules: ids of the rules whose cases may tell it apart.
    """

    slip: Slip
    name: str
    rules: tuple[str, ...]


def mutants(program: Program, texts: Mapping[str, str]) -> list[Mutant]:
    """All mutants of a program, in the order of files and places; `texts` are the rule files by name."""
    found: dict[Slip, set[str]] = {}
    for rule in program.rules:
        decisive: tuple[Item, ...] = (rule, *exceptions_to(program, [rule]))
        told = [slip for item in decisive for slip in _slips(item)]
        told += [
            slip
            for name, values in program.parameters
            if _reads(name, decisive)
            for value in values
            for slip, _ in _in_parameter(name, value)
        ]
        for slip in told:
            found.setdefault(slip, set()).add(rule.id)
    slips = sorted(found, key=lambda slip: (slip.place.home.file, slip.at[0], -slip.at[1], slip))
    names = _names(slips, texts)
    return [Mutant(slip, names[slip], tuple(sorted(found[slip]))) for slip in slips]


_LONGEST = 48


def _names(slips: list[Slip], texts: Mapping[str, str]) -> dict[Slip, str]:
    """A name for each slip; where two of a home would have the same, the later one is numbered."""
    met: Counter[tuple[Home, str]] = Counter()
    names = {}
    for slip in slips:
        home, text = slip.place.home, texts[slip.place.home.file][slice(*slip.at)]
        line = written(text).replace(" ", "")
        name = f"{slip.kind} {slip.change}: {line if len(line) <= _LONGEST else f'{line[:_LONGEST]}…'}"
        met[home, name] += 1
        again = met[home, name]
        names[slip] = name if again == 1 else f"{name} #{again}"
    return names


def _slip(where: Place, kind: str, change: str, number: int = 0, at: ir.At | None = None) -> Slip:
    return Slip(where, kind, change, number, at if at is not None else (where.start, where.end))


def _numbered(where: Place, altered: Iterator[Altered]) -> Iterator[tuple[Slip, Any]]:
    met: Counter[tuple[str, str]] = Counter()
    for kind, change, record, at in altered:
        yield _slip(where, kind, change, met[kind, change], at), record
        met[kind, change] += 1


def _slips(item: Item) -> Iterator[Slip]:
    for condition, way in conditions(item, way_to(item)):
        yield from (slip for slip, _ in _numbered(place(condition, way), alterations(condition)))
    yield from (slip for slip, _ in _of_the_whole(item))


# ---------------------------------------------------------------------- slips that are not in a condition

NEVER = ir.Truth(ir.Const("flag", False), (0, 0))
"""The condition of an exception that was left out."""

_OTHER_BURDEN = {"fails": "undetermined", "undetermined": "fails"}


def _of_the_whole(item: Item) -> Iterator[tuple[Slip, Any]]:
    (home,) = way_to(item)
    yield from _of_the_rule(item, home) if isinstance(item, Rule) else _of_the_exception(item, home)


def _of_the_rule(rule: Rule, home: Home) -> Iterator[tuple[Slip, Rule]]:
    if rule.applies is not None:
        where = Place(home, *rule.applies.at, "Applies")
        yield _slip(where, "applies", "left out"), rule._replace(applies=None)
    if rule.norm.exercise is not None:
        where = Place(home, *rule.norm.exercise.at, "Applies")
        yield _slip(where, "applies", "left out"), rule._replace(norm=rule.norm._replace(exercise=None))
    for index, part in enumerate(rule.unless):
        where = Place(home, *part.condition.at, "Unless")
        for kind, change, other in (
            ("exception", "left out", part._replace(condition=NEVER)),
            ("burden", f"{part.unproven}→{_OTHER_BURDEN[part.unproven]}", _unproven(part)),
        ):
            unless = (*rule.unless[:index], other, *rule.unless[index + 1 :])
            yield _slip(where, kind, change), rule._replace(unless=unless)


def _of_the_exception(item: RuleException, home: Home) -> Iterator[tuple[Slip, RuleException]]:
    whole = Place(home, *item.at, "Exception")
    yield _slip(whole, "exception", "left out"), item._replace(condition=NEVER)
    yield _slip(whole, "burden", f"{item.unproven}→{_OTHER_BURDEN[item.unproven]}"), _unproven(item)
    if item.condition is not None:
        where = Place(home, *item.condition.at, "Applies")
        yield _slip(where, "applies", "left out"), item._replace(condition=None)


def _unproven(part: Any) -> Any:  # noqa: ANN401 - a 除非 or an exception
    return part._replace(unproven=_OTHER_BURDEN[part.unproven])


def _in_parameter(name: str, value: ParameterValue) -> Iterator[tuple[Slip, ParameterValue]]:
    where = Place(Home(name, value.file), *value.at, "Parameter")
    for slip, record in _numbered(where, altered_values(value.value)):
        yield slip, value._replace(value=record)


def _reads(name: str, record: object) -> bool:
    if isinstance(record, ir.Param):
        return record.name == name
    return isinstance(record, tuple) and any(_reads(name, part) for part in record)


# ---------------------------------------------------------------------- making the slip


def mutated(program: Program, slip: Slip) -> Program:
    """The program with a slip."""
    if slip.place.form == "Parameter":
        parameters = tuple(
            (name, tuple(_picked(_in_parameter(name, value), slip, value) for value in values))
            for name, values in program.parameters
        )
        return program._replace(parameters=parameters)
    change = _whole if slip.place.form in ("Applies", "Unless", "Exception") else _within
    return program._replace(
        rules=tuple(change(rule, slip) for rule in program.rules),
        exceptions=tuple(change(item, slip) for item in program.exceptions),
    )


def _picked(made: Iterator[tuple[Slip, Any]], wanted: Slip, other: Any) -> Any:  # noqa: ANN401 - whatever is altered
    return next((altered for slip, altered in made if slip == wanted), other)


def _whole(item: Any, slip: Slip) -> Any:  # noqa: ANN401 - a rule or an exception
    return _picked(_of_the_whole(item), slip, item)


def _within(item: Any, slip: Slip) -> Any:  # noqa: ANN401 - a rule or an exception
    def changed(condition: ir.Condition, way: Way) -> ir.Condition | None:
        if place(condition, way) != slip.place:
            return None
        altered: ir.Condition = _picked(_numbered(slip.place, alterations(condition)), slip, condition)
        return altered

    return rewritten(item, way_to(item), changed)
