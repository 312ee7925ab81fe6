"""A condition with its answer becomes the smallest parts that made it come out as it did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.traces import Node, Truth


@dataclass(frozen=True)
class Decided:
    """A part of a condition that decided.

    Attributes:
        node: the part.
        numbers: of the enumerated items it stands in, outermost first.
        label: of the innermost item that has one.
        element: the innermost element it is asked of.
        predicate: the innermost 判定 it stands in.
        premise: whether it is what stands behind 若.
    """

    node: Node
    numbers: tuple[int, ...] = ()
    label: str = ""
    element: str = ""
    predicate: str = ""
    premise: bool = False


def decided(node: Node) -> tuple[Decided, ...]:
    """The smallest parts that made a condition come out as it did, in the order of the rule's text.

    They are those of `evaluation.blame`, but that a 若 whose condition is not met is decided by that condition.
    """
    return tuple(_decided(node, Decided(node)))


def _decided(node: Node, at: Decided) -> list[Decided]:
    at = _inside(node, at)
    if node.failed:
        return [one for part in node.parts if part.failed for one in _decided(part, at)] or [at]
    match node.form:
        case "predicate" | "not" | "item" | "element":
            return _decided(node.parts[0], at)
        case "and":
            return _shared(node.parts, node.value, at, settling=False)
        case "or":
            return _shared(node.parts, node.value, at, settling=True)
        case "enumeration" if node.op == "all":
            return _shared(node.parts, node.value, at, settling=False)
        case "enumeration" if node.op in ("any", "none"):
            wanted = node.value if node.op == "any" or node.value is None else not node.value
            return _shared(node.parts, wanted, at, settling=True)
        case "quantifier":
            return _of_elements(node, at)
        case "if":
            return _of_conditional(node, at)
    return [at]


def _inside(node: Node, at: Decided) -> Decided:
    at = replace(at, node=node)
    if node.form == "item":
        return replace(at, numbers=(*at.numbers, node.number), label=node.label or at.label)
    if node.form == "element":
        return replace(at, element=node.label)
    return replace(at, predicate=node.label) if node.form == "predicate" else at


def _shared(parts: Sequence[Node], value: Truth, at: Decided, *, settling: bool) -> list[Decided]:
    """Each part that settles the whole, and those open beside it; all together where it takes all parts."""
    if len(parts) == 1:
        return _decided(parts[0], at)
    open_parts = [part for part in parts if part.value is None]
    if value is (not settling) or (value is None and settling and len(open_parts) > 1):
        return [at]
    return [one for part in parts if part.value in (value, None) for one in _decided(part, at)]


def _of_elements(node: Node, at: Decided) -> list[Decided]:
    wanted = node.value if node.op != "none" or node.value is None else not node.value
    decided_by_one = wanted is None or wanted is (node.op != "every")
    told = [part for part in node.parts if part.value in (wanted, None)]
    if not decided_by_one or not told or (wanted is None and node.op == "some" and len(told) > 1):
        return [at]
    return [one for part in told for one in _decided(part, at)]


def _of_conditional(node: Node, at: Decided) -> list[Decided]:
    test, then, *otherwise = node.parts
    if test.value is True:
        return _decided(then, at)
    if test.value is False and otherwise:
        return _decided(otherwise[0], at)
    if test.value is False or node.value is None:
        return [replace(one, premise=True) for one in _decided(test, at)]
    return [at]
