"""The same dossier under other dates and other choices of law: which norms count, and which rules therefore run."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy import Verdict, check, load_rulebook, render
from pdo_policy.errors import UsageError

if TYPE_CHECKING:
    from pdo_policy import Report

SAMPLES = Path(__file__).parents[2] / "samples"
BOOK = load_rulebook()
RULES = BOOK.program.rules
CLAUSES = {clause.full_id: clause for item in BOOK.manifest.instruments for clause in item.clauses.values()}
DRAFT, NORM, REGISTRATION, PRICE = "hb-2024-draft", "ndrc-2025-27", "ndrc-2025-26", "ndrc-2025-65"
FINAL, DETAIL, PROVINCE, DISCLOSURE = "hb-2025-measures", "hb-2025-18", "hb-data-2025", "nda-2026-disclosure"

LATE_2024 = date(2024, 12, 1)
MID_2025 = date(2025, 6, 1)
MID_2026 = date(2026, 6, 1)

OLD = frozenset(
    {
        "npc-2020-civil-code",
        "npc-2021-data-security",
        "npc-2021-personal-information",
        "npc-2022-antimonopoly",
        "sc-2024-fair-competition",
    }
)
"""In force before any norm on authorised operation."""

BY_MID_2025 = OLD | {"sc-2024-network-data", NORM, REGISTRATION, PRICE}
BY_MID_2026 = BY_MID_2025 | {
    FINAL,
    DETAIL,
    PROVINCE,
    DISCLOSURE,
    "npc-2025-cybersecurity",
    "sc-2025-data-sharing",
}
"""All but the measures on risk assessment, of 2026-08-20."""

ASKED = [
    pytest.param(LATE_2024, "default", OLD | {DRAFT}, id="2024-default"),
    pytest.param(LATE_2024, "in-force", OLD, id="2024-in-force"),
    pytest.param(LATE_2024, "draft", {DRAFT}, id="2024-draft"),
    pytest.param(MID_2025, "default", BY_MID_2025 | {DRAFT}, id="2025-default"),
    pytest.param(MID_2025, "in-force", BY_MID_2025, id="2025-in-force"),
    pytest.param(MID_2025, "draft", {DRAFT}, id="2025-draft"),
    pytest.param(MID_2026, "default", BY_MID_2026 | {DRAFT}, id="2026-default"),
    pytest.param(MID_2026, "in-force", BY_MID_2026, id="2026-in-force"),
    pytest.param(MID_2026, "draft", {DRAFT}, id="2026-draft"),
    pytest.param(LATE_2024, NORM, {NORM}, id="a norm that is not yet in force, asked for by name"),
    pytest.param(MID_2026, NORM, {NORM}, id="the norm alone"),
    pytest.param(MID_2026, PRICE, {PRICE}, id="the notice on prices alone"),
]


@cache
def report(folder: str, day: date, law: str) -> Report:
    return check(SAMPLES / folder, as_of=day, law=law, rulebook=BOOK)


def resting_on(instruments: frozenset[str] | set[str]) -> set[str]:
    """The rules that one of these instruments carries.

    A clause that is known by topic alone carries a rule only where it tests nothing but presence.
    """
    return {
        rule.id
        for rule in RULES
        if any(
            CLAUSES[clause].instrument in instruments and (CLAUSES[clause].visibility != "topic" or rule.presence_only)
            for clause in rule.clauses
        )
    }


def ran(found: Report) -> set[str]:
    return {row.rule_id for row in found.coverage}


@pytest.mark.parametrize(("day", "law", "counting"), ASKED)
def test_the_norms_that_count_are_those_of_the_day(day: date, law: str, counting: set[str]) -> None:
    found = report("compliant", day, law)
    assert {instrument.id for instrument in found.instruments if instrument.counts} == set(counting)


@pytest.mark.parametrize(("day", "law", "counting"), ASKED)
def test_a_rule_runs_where_one_of_its_norms_counts(day: date, law: str, counting: set[str]) -> None:
    """With all three papers at hand nothing else can keep a rule from running, and what does not run is named."""
    found = report("compliant", day, law)
    assert ran(found) == resting_on(counting)
    assert {rule.rule_id for rule in found.not_run} == {rule.id for rule in RULES} - resting_on(counting)


@pytest.mark.parametrize(("day", "law", "counting"), ASKED)
def test_a_finding_cites_only_norms_that_count(day: date, law: str, counting: set[str]) -> None:
    found = report("deficient", day, law)
    told = [finding for finding in found.findings if not finding.rule_id.startswith(("input.", "schema."))]
    assert told
    assert {citation.instrument for finding in told for citation in finding.citations} <= set(counting)
    assert all(finding.citations for finding in told)


@pytest.mark.parametrize("day", [LATE_2024, MID_2025, MID_2026], ids=str)
def test_the_draft_alone_decides_only_what_its_note_shows(day: date) -> None:
    """Whatever rests on statements that are known by topic alone is never found violated."""
    unseen = {
        rule.id
        for rule in RULES
        if {CLAUSES[clause].visibility for clause in rule.clauses if CLAUSES[clause].instrument == DRAFT} == {"topic"}
    }
    found = report("deficient", day, "draft")
    assert unseen & ran(found)
    assert [row for row in found.coverage if row.rule_id in unseen and row.verdict is Verdict.VIOLATED] == []


def verdicts(found: Report, rule: str) -> set[Verdict]:
    return {row.verdict for row in found.coverage if row.rule_id == rule}


def test_what_one_date_finds_another_does_not_ask() -> None:
    """R-01's missing frequency rests on the norm, which came into force on 2025-03-01."""
    rule = "HB-PLAN-RESOURCE-FREQUENCY"
    assert verdicts(report("deficient", LATE_2024, "default"), rule) == set()
    assert verdicts(report("deficient", MID_2025, "default"), rule) == {Verdict.VIOLATED}
    assert verdicts(report("deficient", MID_2026, "draft"), rule) == set()


def test_the_yearly_report_is_asked_for_by_the_draft_alone() -> None:
    rule = "HB-REPORT-YEAR-ONCE"
    assert verdicts(report("compliant", MID_2026, "draft"), rule) == {Verdict.SATISFIED}
    assert verdicts(report("compliant", MID_2026, "in-force"), rule) == set()
    assert verdicts(report("compliant", MID_2026, NORM), rule) == set()


@pytest.mark.parametrize(("day", "law", "counting"), ASKED)
def test_the_report_says_under_which_law_it_was_made(day: date, law: str, counting: set[str]) -> None:
    del counting
    second = render(report("compliant", day, law)).splitlines()[1]
    assert second.endswith(f"基准日 {day}  依据范围 {law}")


def test_a_law_that_is_not_there_is_a_wrong_call() -> None:
    with pytest.raises(UsageError):
        check(SAMPLES / "compliant", as_of=MID_2026, law="ndrc-2025-72", rulebook=BOOK)
