"""Conditions over papers with gaps: the closures answer as the oracle does, and no completion contradicts an answer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pdo_policy.documents.read import read
from pdo_policy.dossier import Dossier, dossiers_of
from pdo_policy.evaluation.blame import blame
from pdo_policy.evaluation.conditions import test_of as answered_by
from pdo_policy.evaluation.operands import computer
from pdo_policy.evaluation.run import UNDATED, UNKNOWN, Gap, Run
from pdo_policy.schema.bind import bind_document
from pdo_policy.schema.bound import BoundDocument
from pdo_policy.source import Source
from pdo_policy.values.calendars import Calendar
from pdo_policy.values.durations import Duration
from pdo_policy.values.interval import Interval
from tests.arbitrary import FIELD_KINDS, SCOPES, Veiled, agreements, conditions, operands, plans, reports
from tests.asking import book_of
from tests.oracle import OPEN, Walker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.rulebook import ir

BOOK = book_of("")
CALENDAR = BOOK.manifest.calendar
FEWER_YEARS = Calendar(frozenset({2025}), CALENDAR.off, CALENDAR.work)
SLOTS = 12
VALUES: dict[str, Any] = {
    "one duration": Duration(3, "month"), "one integer": 2, "several duration": UNDATED, "several integer": UNDATED,
}  # fmt: skip
KNOWN = {name: value for name, value in VALUES.items() if value is not UNDATED}
ANSWERS = {"yes": True, "no": False}
TRUTHS = {True: "T", False: "F", None: "U"}


def dossier(papers: Sequence[dict[str, Any]]) -> Dossier:
    bound = []
    for number, paper in enumerate(papers):
        (document,) = read(Source(f"{number}.json", json.dumps(paper)))
        found = bind_document(document, BOOK.types)
        assert isinstance(found, BoundDocument)
        bound.append(found)
    (made,) = dossiers_of(bound, BOOK.manifest.documents, BOOK.manifest.relations)
    return made


class Asked:
    """Both evaluators on the first paper of a dossier."""

    def __init__(self, papers: Sequence[dict[str, Any]], calendar: Calendar = CALENDAR) -> None:
        found = dossier(papers)
        root = found.papers[0].bound.root
        self.run = Run(calendar, VALUES, ANSWERS, found.related)
        self.slots = (self.run, root, *[Gap(root, "absent", ())] * SLOTS)
        self.walker = Walker({1: root}, calendar, KNOWN, ANSWERS, found.related)

    def answer(self, condition: ir.Condition) -> bool | None:
        return answered_by(condition)(list(self.slots))

    def value(self, operand: ir.Operand) -> Any:
        return computer(operand, answered_by)(list(self.slots))


def papers(kind: str) -> st.SearchStrategy[list[Veiled]]:
    """The papers of one dossier, one of this kind first."""
    if kind == "annual_report":
        return st.tuples(reports()).map(list)
    both = st.tuples(plans(), agreements(), st.none() | agreements("A2") | agreements("A2", "P2"))
    first = 0 if kind == "plan" else 1
    return both.map(
        lambda found: [found[first], *(one for one in found if one is not None and one is not found[first])]
    )


@st.composite
def asked(draw: st.DrawFn, *, presence: bool = True) -> tuple[list[Veiled], ir.Condition]:
    kind = draw(st.sampled_from(tuple(SCOPES)))
    condition = draw(conditions(SCOPES[kind], 2, presence=presence))
    return draw(papers(kind)), condition


@st.composite
def computed(draw: st.DrawFn) -> tuple[list[Veiled], ir.Operand]:
    kind, computing = draw(st.sampled_from(tuple(SCOPES))), draw(st.sampled_from(tuple(FIELD_KINDS)))
    operand = draw(operands(computing, SCOPES[kind], 2, 3))
    return draw(papers(kind)), operand


def plain(value: Any) -> Any:
    if value is UNKNOWN or value is OPEN:
        return "open"
    if isinstance(value, Interval) and value.lo == value.hi:
        return plain(value.lo)
    return value


@given(asked())
def test_closures_answer_as_the_oracle_does(case: tuple[list[Veiled], ir.Condition]) -> None:
    told, condition = case
    both = Asked([paper.told for paper in told])
    assert TRUTHS[both.answer(condition)] == both.walker.truth(condition)


@given(computed())
def test_operands_compute_as_the_oracle_does(case: tuple[list[Veiled], ir.Operand]) -> None:
    told, operand = case
    both = Asked([paper.told for paper in told])
    mine, other = both.value(operand), both.walker.value(operand)
    assert plain(mine) == plain(other)
    assert isinstance(mine, Interval) is isinstance(plain(other), Interval)


@given(asked())
def test_an_explanation_is_of_the_answer(case: tuple[list[Veiled], ir.Condition]) -> None:
    told, condition = case
    both = Asked([paper.told for paper in told])
    value = both.answer(condition)
    units = blame(condition, both.slots, value)
    assert units
    assert any(unit.open is (value is None) for unit in units)
    assert value is not None or all(unit.open for unit in units)
    assert all(unit.environment[:2] == both.slots[:2] for unit in units)
    assert both.run.reads is None


@given(asked(presence=False))
def test_no_completion_contradicts_an_answer(case: tuple[list[Veiled], ir.Condition]) -> None:
    veiled, condition = case
    before = Asked([paper.told for paper in veiled], FEWER_YEARS).answer(condition)
    if before is not None:
        assert Asked([paper.full for paper in veiled], CALENDAR).answer(condition) is before
        assert Asked([paper.told for paper in veiled], CALENDAR).answer(condition) is before


@given(computed())
def test_no_completion_leaves_the_range_of_a_value(case: tuple[list[Veiled], ir.Operand]) -> None:
    veiled, operand = case
    before = Asked([paper.told for paper in veiled], FEWER_YEARS).value(operand)
    if before is UNKNOWN or _asks_presence(operand):
        return
    after = Asked([paper.full for paper in veiled], CALENDAR).value(operand)
    if isinstance(before, Interval):
        low, high = (after.lo, after.hi) if isinstance(after, Interval) else (after, after)
        assert before.lo <= low <= high <= before.hi
    else:
        assert after == before


def _asks_presence(part: Any) -> bool:
    from pdo_policy.rulebook import ir

    return isinstance(part, ir.Present) or (isinstance(part, tuple) and any(map(_asks_presence, part)))


@pytest.mark.parametrize("name", [*VALUES, "none integer"])
def test_both_evaluators_know_the_same_parameters(name: str) -> None:
    from pdo_policy.rulebook import ir

    both = Asked([{"kind": "plan", "dossier": "D1", "id": "P1"}])
    assert plain(both.value(ir.Param(name))) == plain(both.walker.value(ir.Param(name)))
