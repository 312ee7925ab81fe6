"""No two rules tell the same fact: at one place, under one clause, there is one finding of 不符合."""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import pdo_policy
from pdo_policy.findings import Verdict

if TYPE_CHECKING:
    from pdo_policy.findings import Finding

SAMPLES = Path(__file__).parents[2] / "samples"

TWO_FACTS = {
    frozenset(
        {"HB-AGREEMENT-SHARES-AS-PLANNED", "HB-REVENUE-SHARES-AGREED"}
    ): "the sum, and the difference from the plan",
    frozenset(
        {"HB-REPORT-SHARES-AS-AGREED", "HB-REVENUE-DISTRIBUTED"}
    ): "the sum, and the difference from the agreement",
}
"""Pairs that stand at one place under one clause, and why they are two facts."""


@cache
def violated(sample: str) -> tuple[Finding, ...]:
    report = pdo_policy.check(SAMPLES / sample, as_of=date(2026, 11, 24))
    return tuple(one for one in report.findings if one.citations and one.verdict is Verdict.VIOLATED)


def pairs(sample: str) -> set[frozenset[str]]:
    """Rules that find something at one place under a common clause."""
    return {
        frozenset({one.rule_id, other.rule_id})
        for one, other in combinations(violated(sample), 2)
        if one.rule_id != other.rule_id
        and _place(one) == _place(other)
        and {(c.instrument, c.clause) for c in one.citations} & {(c.instrument, c.clause) for c in other.citations}
    }


def _place(finding: Finding) -> tuple[str, tuple[str | int, ...]]:
    first = finding.locations[0]
    return first.span.source.name, first.pointer


@pytest.mark.parametrize("sample", ["deficient", "real", "drafting"])
def test_what_two_rules_find_at_one_place_is_two_facts(sample: str) -> None:
    assert pairs(sample) <= set(TWO_FACTS)


def test_the_pairs_that_are_two_facts_are_seen() -> None:
    assert pairs("deficient") == set(TWO_FACTS)
