"""docs/semantics.md is the specification: its tables are run here, row by row."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from pdo_policy.evaluation import kleene
from pdo_policy.evaluation.aggregates import Member, aggregate
from pdo_policy.evaluation.comparing import compared
from pdo_policy.evaluation.run import UNKNOWN
from pdo_policy.evaluation.verdicts import Plea, judge, verdict_of
from pdo_policy.values.durations import Duration
from pdo_policy.values.interval import Interval
from tests.semantics import TRUTH, rows


def fixed(value: bool | None) -> Any:
    return lambda _env: value


@pytest.mark.parametrize("row", rows("connectives"), ids=" ".join)
def test_connectives(row: tuple[str, ...]) -> None:
    a, b = fixed(TRUTH[row[0]]), fixed(TRUTH[row[1]])
    assert kleene.conjunction([a, b])([]) is TRUTH[row[2]]
    assert kleene.disjunction([a, b])([]) is TRUTH[row[3]]
    assert kleene.conditional(a, b, None)([]) is TRUTH[row[4]]


@pytest.mark.parametrize("row", rows("negation"), ids=" ".join)
def test_negation(row: tuple[str, ...]) -> None:
    assert kleene.negation(fixed(TRUTH[row[0]]))([]) is TRUTH[row[1]]


@pytest.mark.parametrize("row", rows("conditional"), ids=" ".join)
def test_conditional(row: tuple[str, ...]) -> None:
    a, b, c = (fixed(TRUTH[cell]) for cell in row[:3])
    assert kleene.conditional(a, b, c)([]) is TRUTH[row[3]]


def truths(cell: str) -> list[bool | None]:
    return [] if cell == "（空）" else [TRUTH[part] for part in cell.split()]


@pytest.mark.parametrize("row", rows("quantifiers"), ids=" ".join)
def test_quantifiers(row: tuple[str, ...]) -> None:
    tests = [fixed(value) for value in truths(row[0])]
    assert kleene.conjunction(tests)([]) is TRUTH[row[1]]
    assert kleene.disjunction(tests)([]) is TRUTH[row[2]]
    assert kleene.negation(kleene.disjunction(tests))([]) is TRUTH[row[3]]


@pytest.mark.parametrize("row", rows("enumerations"), ids=" ".join)
def test_enumerations(row: tuple[str, ...]) -> None:
    tests = [fixed(value) for value in truths(row[0])]
    for op, cell in zip(("all", "any", "none", "at_least"), row[1:], strict=True):
        assert kleene.enumeration(op, 2, tests)([]) is TRUTH[cell], op


def members(cell: str) -> list[Member]:
    if cell == "（空）":
        return []
    made = []
    for part in cell.split():
        if part.startswith("["):
            made.append(Member(True, value(part)))
            continue
        number = part.rstrip("?")
        made.append(Member(not (part.endswith("?") and number), Decimal(number) if number else UNKNOWN))
    return made


def value(cell: str) -> Any:
    if cell in TRUTH:
        return UNKNOWN if cell == "U" else TRUTH[cell]
    if cell.startswith("["):
        low, high = cell.strip("[]").split(",")
        return Interval(Decimal(low), Decimal(high))
    return int(cell)


@pytest.mark.parametrize("row", rows("aggregates"), ids=" ".join)
def test_aggregates(row: tuple[str, ...]) -> None:
    names = ("count", "sum", "largest", "smallest", "average", "unique")
    for name, cell in zip(names, row[1:], strict=True):
        assert aggregate(name, members(row[0])) == value(cell), name


def side(cell: str) -> Any:
    if cell.endswith("年"):
        return Duration(int(cell[:-1]) * 12, "month")
    if cell.endswith("日"):
        return Duration(int(cell[:-1]), "day")
    return value(cell)


@pytest.mark.parametrize("row", rows("comparisons"), ids=" ".join)
def test_comparisons(row: tuple[str, ...]) -> None:
    for op, cell in zip(("eq", "ne", "ge", "le", "gt", "lt"), row[2:], strict=True):
        answer = compared(op, side(row[0]), side(row[1]))
        assert (None if isinstance(answer, str) else answer) is TRUTH[cell], op


@pytest.mark.parametrize("row", rows("verdicts"), ids=" ".join)
def test_verdicts(row: tuple[str, ...]) -> None:
    choices = [(True, False, None) if cell == "-" else (TRUTH[cell],) for cell in row[:3]]
    for applies in choices[0]:
        for exempt in choices[1]:
            for required in choices[2]:
                assert verdict_of(applies, exempt, required).value == row[3]


def test_the_verdict_table_is_complete() -> None:
    covered = set()
    for row in rows("verdicts"):
        for applies in "TFU" if row[0] == "-" else row[0]:
            for exempt in "TFU" if row[1] == "-" else row[1]:
                for required in "TFU" if row[2] == "-" else row[2]:
                    covered.add((applies, exempt, required))
    assert len(covered) == 27


@pytest.mark.parametrize("row", rows("burdens"), ids=" ".join)
def test_burdens_of_proof(row: tuple[str, ...]) -> None:
    plea = Plea("X", "例外", TRUTH[row[0]], row[1] == "不成立")
    judgement = judge(True, TRUTH[row[2]], ["X"], {"X": plea})
    assert judgement.verdict.value == row[3]
    assert judgement.firm is (row[4] == "是")
    assert judgement.flips == (() if judgement.firm else ("X",))


def completions(values: tuple[bool | None, ...]) -> list[tuple[bool, ...]]:
    if not values:
        return [()]
    rest = completions(values[1:])
    firsts = (True, False) if values[0] is None else (values[0],)
    return [(first, *tail) for first in firsts for tail in rest]


def test_verdicts_are_monotone_and_maximally_informative() -> None:
    def standing(verdict: str) -> str:
        return "compliant" if verdict in ("satisfied", "not_applicable", "exempt") else verdict

    for applies in TRUTH.values():
        for exempt in TRUTH.values():
            for required in TRUTH.values():
                now = standing(verdict_of(applies, exempt, required).value)
                later = {standing(verdict_of(*full).value) for full in completions((applies, exempt, required))}
                assert later == {now} if now != "undetermined" else len(later) > 1
