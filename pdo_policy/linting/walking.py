"""The compiled conditions of a rulebook become a walk over all their parts, each with its file and its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

from pdo_policy.linting.reading import Seen
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.compiled import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.linting.certainty import FieldOf
    from pdo_policy.linting.reading import Reading
    from pdo_policy.rulebook.compiled import RuleException
    from pdo_policy.schema.fields import Field

CONDITIONS = get_args(ir.Condition)


class Placed(NamedTuple):
    """A condition, and where it is written: the file, and the rule, exception or 判定."""

    condition: ir.Condition
    file: str
    within: str


def norms_of(made: Rule | RuleException) -> Iterator[ir.Condition]:
    """What a rule, or an exception that replaces one, demands."""
    norm = made.norm if isinstance(made, Rule) else made.replacement
    if norm is not None:
        yield from (part for part in (norm.exercise, norm.requirement) if part is not None)


def tops(made: Rule | RuleException) -> Iterator[ir.Condition]:
    """The whole conditions of a rule or an exception, in the order in which they are asked."""
    applies = made.applies if isinstance(made, Rule) else made.condition
    if applies is not None:
        yield applies
    yield from norms_of(made)
    if isinstance(made, Rule):
        yield from (part.condition for part in made.unless)


def below(placed: Placed) -> Iterator[Placed]:
    """The conditions that stand directly in a condition; those in operands and in a called 判定 too."""
    condition = placed.condition
    if isinstance(condition, ir.Predicate):
        yield Placed(condition.body, condition.file, condition.name)
        return
    for found in _inside(condition):
        yield placed._replace(condition=found)


def _inside(record: tuple[object, ...]) -> Iterator[ir.Condition]:
    for part in record:
        if isinstance(part, CONDITIONS):
            yield part
        elif isinstance(part, tuple) and not isinstance(part, ir.Template):
            yield from _inside(part)


def parts(placed: Placed) -> Iterator[Placed]:
    """A condition and all conditions in it."""
    yield placed
    for part in below(placed):
        yield from parts(part)


def everywhere(reading: Reading) -> Iterator[Placed]:
    """Every condition of every rule and exception, whole ones and parts; a 判定 comes as often as it is called."""
    for _, made in reading.compiled:
        for top in tops(made):
            yield from parts(Placed(top, made.file, made.id))


def seen_there(reading: Reading, placed: Placed, **facts: str) -> Seen:
    """What was seen of a condition, at its place."""
    return Seen(reading.sources[placed.file].span(*placed.condition.at), placed.within, facts)


def fields_in(reading: Reading, made: Rule | RuleException) -> FieldOf:
    """A function from a node of a rule or exception to the field of the schema it stands for, where that is known."""
    kinds = made.subjects if isinstance(made, Rule) else _subjects(reading, made.targets)
    roots = {kind: compiled.root for kind, compiled in reading.book.types.items()}
    slots: dict[int, Field] = {number: roots[kind] for number, kind in enumerate(kinds, 1) if kind in roots}

    def field_of(node: ir.Node) -> Field | None:
        match node:
            case ir.Slot():
                return slots.get(node.number)
            case ir.Presumed():
                return field_of(node.node)
            case ir.Related():
                return roots.get(node.kind)
        base = field_of(node.base)
        return base.fields.get(node.key) if base is not None else None

    for slot, source in _elements(tuple(tops(made))):
        whole = field_of(source)
        if whole is not None:
            slots[slot] = whole.item if whole.item is not None else whole
    return field_of


def _elements(record: tuple[object, ...]) -> Iterator[tuple[int, ir.Node]]:
    """The slot of each quantifier and aggregate, the outer before the inner, and the list it goes through."""
    if isinstance(record, (ir.Quantifier, ir.Aggregate)) and isinstance(record.source, ir.Elements):
        yield record.slot, record.source.node
    for part in record:
        if isinstance(part, tuple):
            yield from _elements(part)


def _subjects(reading: Reading, targets: Sequence[str]) -> tuple[str, ...]:
    """The kinds of document of the rules that an exception attacks in the end; all of them have the same."""
    for rule in reading.book.program.rules:
        if rule.id in targets:
            return rule.subjects
    further = [name for other in reading.book.program.exceptions if other.id in targets for name in other.targets]
    return _subjects(reading, further) if further else ()
