"""Conditions that say less than their author meant: certain ones, empty lists, repetitions, double negations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.linting.certainty import always, bare, conjuncts, contradictory, negated
from pdo_policy.linting.reading import Seen, seen_at_name
from pdo_policy.linting.walking import Placed, below, everywhere, fields_in, parts, seen_there, tops
from pdo_policy.rulebook import ir
from pdo_policy.rulebook.compiled import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdo_policy.linting.certainty import FieldOf
    from pdo_policy.linting.reading import Reading

_CERTAIN = {True: {"value": "成立", "value_en": "holds"}, False: {"value": "不成立", "value_en": "fails"}}


def certain(reading: Reading) -> Iterator[Seen]:
    """PDL-L032: a condition that comes to the same whatever the papers say; the smallest such part."""
    for _, made in reading.compiled:
        field_of = fields_in(reading, made)
        applies = made.applies if isinstance(made, Rule) else made.condition
        for top in tops(made):
            placed = Placed(top, made.file, made.id)
            if top is applies and always(top, field_of) is False:
                continue  # PDL-L034 tells it
            yield from (seen_there(reading, found, **_CERTAIN[value]) for found, value in _certain(placed, field_of))


def _certain(placed: Placed, field_of: FieldOf) -> Iterator[tuple[Placed, bool]]:
    smaller = [found for part in below(placed) for found in _certain(part, field_of)]
    if smaller:
        yield from smaller
        return
    value = always(placed.condition, field_of)
    if value is not None:
        yield placed, value


def never_applies(reading: Reading) -> Iterator[Seen]:
    """PDL-L034: a 当 that can never hold, because its parts exclude each other."""
    for item, made in reading.compiled:
        applies = made.applies if isinstance(made, Rule) else made.condition
        if applies is not None and always(applies, fields_in(reading, made)) is False:
            yield seen_at_name(item, id=made.id)


def decided_by_when(reading: Reading) -> Iterator[Seen]:
    """PDL-L045: a requirement that its own 当 decides: it can only be met, or can never be."""
    for item, rule in reading.rules:
        given = [part for part in (rule.applies, rule.norm.exercise) if part is not None]
        requirement, field_of = rule.norm.requirement, fields_in(reading, rule)
        if not given or requirement is None or contradictory(given, field_of):
            continue
        if always(requirement, field_of) is not None:
            continue  # PDL-L032 tells it
        for value, assumed in ((False, requirement), (True, negated(requirement))):
            if contradictory([*given, assumed], field_of):
                kept = value is not (rule.norm.op == "must_not")
                verdict, verdict_en = ("符合", "be kept") if kept else ("不符合", "be broken")
                yield seen_at_name(item, id=rule.id, verdict=verdict, verdict_en=verdict_en)


# ---------------------------------------------------------------------- lists that may be empty


def vacuous(reading: Reading) -> Iterator[Seen]:
    """PDL-L030: a 每个 in a requirement that an empty list meets, with nothing that asks for an element."""
    for _, made in reading.compiled:
        if not isinstance(made, Rule) or made.norm.requirement is None:
            continue
        given = [part for part in (made.applies, made.norm.exercise) if part is not None]
        placed = Placed(made.norm.requirement, made.file, made.id)
        for found in _vacuous(placed, frozenset(_filled(given))):
            assert isinstance(found.condition, ir.Quantifier), "only quantifiers are vacuous"
            yield seen_there(reading, found, **_name_of_list(found.condition))


def _vacuous(placed: Placed, filled: frozenset[object]) -> Iterator[Placed]:
    condition = placed.condition
    match condition:
        case ir.Quantifier(op="every", source=ir.Elements(node=node)) if bare(node) not in filled:
            yield placed
        case ir.If():
            tested = frozenset(_filled([condition.test]))
            yield from _vacuous(placed._replace(condition=condition.then), filled | tested)
            if condition.otherwise is not None:
                untested = frozenset(_filled([negated(condition.test)]))
                yield from _vacuous(placed._replace(condition=condition.otherwise), filled | untested)
        case ir.Or():
            for part in condition.parts:
                others = frozenset(_filled(negated(other) for other in condition.parts if other is not part))
                yield from _vacuous(placed._replace(condition=part), filled | others)
        case ir.Not():
            return
        case _:
            asked = frozenset(_filled([condition]))
            for inner in below(placed):
                yield from _vacuous(inner, filled | asked)


def _filled(conditions: Iterable[ir.Condition]) -> Iterator[object]:
    """The lists of which conditions ask that they have an element."""
    for condition in conditions:
        for part in conjuncts(condition):
            match part:
                case ir.Present(op="stated", node=node):
                    yield bare(node)
                case ir.Quantifier(op="some", source=ir.Elements(node=node)):
                    yield bare(node)
                case ir.Compare(op="ge" | "gt" | "eq", left=ir.Aggregate(function="count", source=ir.Elements(node=n))):
                    yield bare(n)


def _name_of_list(quantifier: ir.Quantifier) -> dict[str, str]:
    assert isinstance(quantifier.source, ir.Elements), "a quantifier goes through a list of a paper"
    node = quantifier.source.node
    if isinstance(node, ir.Field):
        return {"name": node.label, "name_en": node.key}
    if isinstance(node, ir.Related):
        return {"name": node.label, "name_en": node.relation}
    return {"name": quantifier.var}


# ---------------------------------------------------------------------- what is written twice, or backwards


def repeated(reading: Reading) -> Iterator[Seen]:
    """PDL-L035: the same part twice in one 且, 或 or 下列, or the same value twice in one list."""
    for placed in everywhere(reading):
        condition = placed.condition
        if isinstance(condition, (ir.And, ir.Or)):
            yield from _again(reading, placed, condition.parts)
        elif isinstance(condition, ir.Enumeration):
            yield from _again(reading, placed, [item.condition for item in condition.items])
        elif isinstance(condition, ir.Member) and isinstance(condition.elements, ir.ListOf):
            values = [bare(item) for item in condition.elements.items]
            if len(set(values)) < len(values):
                yield seen_there(reading, placed)


def _again(reading: Reading, placed: Placed, written: Iterable[ir.Condition]) -> Iterator[Seen]:
    met: set[object] = set()
    for part in written:
        if bare(part) in met:
            yield seen_there(reading, placed._replace(condition=part))
        met.add(bare(part))


def double_negation(reading: Reading) -> Iterator[Seen]:
    """PDL-L039: 非 before what is a negation itself, and 不得 with one."""
    for placed in everywhere(reading):
        if isinstance(placed.condition, ir.Not) and _is_negative(placed.condition.part):
            yield seen_there(reading, placed)
    for _, made in reading.compiled:
        norm = made.norm if isinstance(made, Rule) else made.replacement
        if (
            norm is not None
            and norm.op == "must_not"
            and norm.requirement is not None
            and _is_negative(norm.requirement)
        ):
            yield seen_there(reading, Placed(norm.requirement, made.file, made.id))


def _is_negative(condition: ir.Condition) -> bool:
    match condition:
        case ir.Not() | ir.Member(negated=True) | ir.Compare(op="ne"):
            return True
        case ir.Present(op=op):
            return op.startswith("not_")
        case _:
            return False


def unused_variable(reading: Reading) -> Iterator[Seen]:
    """PDL-L043: a quantifier whose condition says nothing about its elements."""
    for placed in everywhere(reading):
        condition = placed.condition
        if isinstance(condition, ir.Quantifier) and not _names(condition.body, condition.slot):
            yield seen_there(reading, placed, name=condition.var)


def _names(record: object, slot: int) -> bool:
    if isinstance(record, ir.Slot):
        return record.number == slot
    return isinstance(record, tuple) and any(_names(part, slot) for part in record)


def same_requirement(reading: Reading) -> Iterator[Seen]:
    """PDL-L038: a rule that asks of the same papers what another asks already; one rule cites all its clauses."""
    met: dict[object, tuple[str, str, int]] = {}
    for item, rule in reading.rules:
        asked = (rule.subjects, bare(rule.applies), rule.norm.op, bare(rule.norm.exercise), bare(rule.norm.requirement))
        exceptions = tuple(sorted(rule.exceptions))
        meaning = (*asked, bare(tuple(part.condition for part in rule.unless)), exceptions)
        if meaning in met and met[meaning][0] != rule.id and list(_readings(rule)):
            other, file, line = met[meaning]
            yield seen_at_name(item, id=rule.id, other=other, file=file, line=str(line))
        met.setdefault(meaning, (rule.id, rule.file, item.source.position(item.start).line))


def _readings(rule: Rule) -> Iterator[ir.Condition]:
    """The conditions of a requirement that are more than a written 是 or 否."""
    if rule.norm.requirement is not None:
        for placed in parts(Placed(rule.norm.requirement, rule.file, rule.id)):
            condition = placed.condition
            if not (isinstance(condition, ir.Truth) and isinstance(condition.operand, ir.Const)):
                yield condition
