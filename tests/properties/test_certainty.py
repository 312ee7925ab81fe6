"""What the linter takes as certain is so for every paper, and the negation of a condition is its opposite."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from hypothesis import given, settings
from hypothesis import strategies as st

from pdo_policy.linting.certainty import always, bare, negated
from pdo_policy.rulebook import ir
from pdo_policy.schema.fields import Choice, Field

if TYPE_CHECKING:
    from collections.abc import Mapping

AT = (0, 0)
CHOICES = ("a", "b", "c")
MODE, PAGES, FILED = (ir.Field(ir.Slot(1, "案"), key, key) for key in ("mode", "pages", "filed"))
# Whether the mode is stated is asked apart from what it is, so that every combination is a paper.
PAPERS = [
    {"mode": mode, "pages": pages, "filed": filed, "stated": stated, "inapplicable": inapplicable}
    for mode, pages, filed, stated, inapplicable in product(CHOICES, range(-1, 6), *[(True, False)] * 3)
]
ROOT = Field(
    "", "", "record", fields={"mode": Field("mode", "mode", "choice", choices=tuple(Choice(c, c, ()) for c in CHOICES))}
)


def field_of(node: ir.Node) -> Field | None:
    return ROOT.fields.get(node.key) if isinstance(node, ir.Field) else None


NUMBERS = st.integers(0, 4).map(lambda number: ir.Const("integer", number))
VALUES = st.sampled_from(CHOICES).map(lambda choice: ir.Const("choice", choice))
OPS = st.sampled_from(["eq", "ne", "ge", "gt", "le", "lt"])
PAGES_VALUE, MODE_VALUE = ir.Value(PAGES), ir.Value(MODE)
ATOMS = st.one_of(
    st.builds(lambda op, number: ir.Compare(op, PAGES_VALUE, number, AT), OPS, NUMBERS),
    st.builds(lambda op, number: ir.Compare(op, number, PAGES_VALUE, AT), OPS, NUMBERS),
    st.builds(lambda op, value: ir.Compare(op, MODE_VALUE, value, AT), st.sampled_from(["eq", "ne"]), VALUES),
    st.builds(
        lambda out, values: ir.Member(out, MODE_VALUE, ir.ListOf(tuple(values)), AT),
        st.booleans(),
        st.lists(VALUES, min_size=1, max_size=4),
    ),
    st.just(ir.Truth(ir.Value(FILED), AT)),
    st.builds(lambda flag: ir.Compare("eq", ir.Value(FILED), ir.Const("flag", flag), AT), st.booleans()),
    st.sampled_from([ir.Present(op, MODE, AT) for op in ("stated", "not_stated", "inapplicable")]),
    st.builds(lambda op: ir.Compare(op, PAGES_VALUE, PAGES_VALUE, AT), OPS),
)


def _listed(op: str, parts: list[ir.Condition]) -> ir.Enumeration:
    items = tuple(ir.Item(number, "", part, None, AT) for number, part in enumerate(parts, 1))
    return ir.Enumeration(op, 1 if op == "at_least" else 0, 1, items, AT)


def _grown(parts: st.SearchStrategy[ir.Condition]) -> st.SearchStrategy[ir.Condition]:
    several = st.lists(parts, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda found: ir.And(tuple(found), AT)),
        several.map(lambda found: ir.Or(tuple(found), AT)),
        parts.map(lambda part: ir.Not(part, AT)),
        st.builds(lambda test, then: ir.If(test, then, None, AT), parts, parts),
        st.builds(lambda test, then, other: ir.If(test, then, other, AT), parts, parts, parts),
        st.builds(_listed, st.sampled_from(["all", "any", "none", "at_least"]), several),
        parts.map(lambda part: ir.Predicate("甲", "a.pdl", part, AT)),
    )


CONDITIONS: st.SearchStrategy[ir.Condition] = st.recursive(ATOMS, _grown, max_leaves=6)
_RELATIONS: Mapping[str, Any] = {
    "eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "ge": lambda a, b: a >= b, "gt": lambda a, b: a > b,
    "le": lambda a, b: a <= b, "lt": lambda a, b: a < b,
}  # fmt: skip
_LISTS: Mapping[str, Any] = {
    "all": all, "any": any, "none": lambda found: not any(found), "at_least": any,
}  # fmt: skip


def value(operand: Any, paper: Mapping[str, Any]) -> Any:
    return operand.value if isinstance(operand, ir.Const) else paper[operand.node.key]


def holds(condition: Any, paper: Mapping[str, Any]) -> bool:
    """Whether a condition holds for a paper in which everything is known."""
    match condition:
        case ir.Compare(op=op, left=left, right=right):
            return bool(_RELATIONS[op](value(left, paper), value(right, paper)))
        case ir.Member(negated=out, element=element, elements=ir.ListOf() as elements):
            return (value(element, paper) in [value(item, paper) for item in elements.items]) is not out
        case ir.Truth(operand=operand):
            return bool(value(operand, paper))
        case ir.Present(op=op):
            return bool(paper[op.removeprefix("not_")]) is not op.startswith("not_")
        case ir.And(parts=parts):
            return all(holds(part, paper) for part in parts)
        case ir.Or(parts=parts):
            return any(holds(part, paper) for part in parts)
        case ir.Not(part=part):
            return not holds(part, paper)
        case ir.If(test=test, then=then, otherwise=otherwise):
            if holds(test, paper):
                return holds(then, paper)
            return otherwise is None or holds(otherwise, paper)
        case ir.Enumeration(op=op, items=items):
            return bool(_LISTS[op](holds(item.condition, paper) for item in items))
    return holds(condition.body, paper)


@settings(max_examples=400)
@given(CONDITIONS)
def test_what_is_certain_is_so_for_every_paper(condition: ir.Condition) -> None:
    certain = always(condition, field_of)
    if certain is not None:
        assert {holds(condition, paper) for paper in PAPERS} == {certain}


@settings(max_examples=400)
@given(CONDITIONS)
def test_a_negation_is_the_opposite(condition: ir.Condition) -> None:
    assert all(holds(condition, paper) is not holds(negated(condition), paper) for paper in PAPERS)


@settings(max_examples=200)
@given(CONDITIONS, CONDITIONS)
def test_what_is_equal_without_its_places_means_the_same(first: ir.Condition, second: ir.Condition) -> None:
    if bare(first) == bare(second):
        assert all(holds(first, paper) is holds(second, paper) for paper in PAPERS)


@given(ATOMS, ATOMS)
def test_two_conditions_on_single_fields_are_told_exactly(first: ir.Condition, second: ir.Condition) -> None:
    """For two plain conditions nothing certain is missed, but where whole numbers leave no room between two bounds."""
    both = ir.And((first, second), AT)
    never = not any(holds(both, {**paper, "pages": half / 2}) for paper in PAPERS for half in range(-2, 12))
    assert (always(both, field_of) is False) is never
