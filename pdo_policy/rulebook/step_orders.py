"""Conditions of rules become the orders of steps that they ask for: what a time line shows beside the dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.rulebook import ir
from pdo_policy.rulebook.compiled import StepOrder

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pdo_policy.law.manifest import Step
    from pdo_policy.rulebook.compiled import Rule

    _Place = tuple[str, tuple[str, ...]]
    """A kind of document and the way to a field of it, without the numbers of list elements."""

_LATER_FIRST = {"ge": True, "gt": True, "le": False, "lt": False}


def step_orders(rules: Iterable[Rule], steps: Sequence[Step]) -> tuple[StepOrder, ...]:
    """The orders of two steps that rules ask for with a plain comparison of their dates, each once, by rule.

    What stands behind 若 counts and its condition does not; what a 非 is about asks for nothing of the kind.
    """
    known: dict[_Place, int] = {}
    for number, step in enumerate(steps):
        known.setdefault((step.document, step.field), number)
    found: dict[StepOrder, None] = {}
    for rule in rules:
        if known and rule.norm.op == "must" and rule.norm.requirement is not None:
            slots: dict[int, _Place] = {number: (kind, ()) for number, kind in enumerate(rule.subjects, 1)}
            for earlier, later in _asked(rule.norm.requirement, slots, known):
                found[StepOrder(rule.id, earlier, later)] = None
    return tuple(found)


def _asked(
    condition: ir.Condition, slots: Mapping[int, _Place], known: Mapping[_Place, int]
) -> Iterator[tuple[int, int]]:
    match condition:
        case ir.Compare(op=op, left=ir.Value(node=left), right=ir.Value(node=right)) if op in _LATER_FIRST:
            ends = tuple(known.get(place) if place else None for place in (_place(left, slots), _place(right, slots)))
            if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
                yield (ends[1], ends[0]) if _LATER_FIRST[op] else (ends[0], ends[1])
        case ir.And(parts=parts) | ir.Or(parts=parts):
            for part in parts:
                yield from _asked(part, slots, known)
        case ir.If(then=then, otherwise=otherwise):
            for branch in (then, otherwise):
                if branch is not None:
                    yield from _asked(branch, slots, known)
        case ir.Enumeration(op=op, items=items) if op != "none":
            for item in items:
                yield from _asked(item.condition, slots, known)
        case ir.Predicate(body=body):
            yield from _asked(body, slots, known)
        case ir.Quantifier(op="every", slot=slot, source=ir.Elements(node=node), body=body):
            place = _place(node, slots)
            yield from _asked(body, {**slots, slot: place} if place else slots, known)


def _place(node: ir.Node, slots: Mapping[int, _Place]) -> _Place | None:
    match node:
        case ir.Slot(number=number):
            return slots.get(number)
        case ir.Related(kind=kind):
            return kind, ()
        case ir.Presumed():
            return None
        case ir.Field(base=base, key=key):
            found = _place(base, slots)
            return (found[0], (*found[1], key)) if found is not None else None
