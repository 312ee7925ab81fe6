"""What somebody else's program does with the library: type-checked by `make check`, and run by a test."""

from __future__ import annotations

from datetime import date
from typing import assert_type

import pdo_policy
from pdo_policy import (
    Citation,
    CoverageRow,
    Finding,
    Location,
    PolicyError,
    Report,
    RulebookError,
    Severity,
    Source,
    UsageError,
    Verdict,
    fault_text,
)


def open_questions(text: str) -> list[str]:
    """The questions that a plan leaves open."""
    book = pdo_policy.load_rulebook()
    report = pdo_policy.check(
        Source("plan.yaml", text), rulebook=book, as_of=date(2026, 11, 24), fail_on="undetermined"
    )
    assert_type(report, Report)
    assert_type(report.findings, tuple[Finding, ...])
    assert_type(report.coverage, tuple[CoverageRow, ...])
    return [finding.text.question for finding in report.findings if finding.verdict is Verdict.UNDETERMINED]


def worst(report: Report) -> list[tuple[Citation, Location]]:
    """The grave breaches: the clause and the place of each."""
    grave = [f for f in report.findings if f.verdict is Verdict.VIOLATED and f.severity is Severity.ERROR]
    return [(finding.citations[0], finding.locations[0]) for finding in grave if finding.citations]


def rendered(path: str) -> str:
    """A report as JSON, or why there is none."""
    try:
        return pdo_policy.render(pdo_policy.check(path, as_of=date(2026, 11, 24)), "json", lang="en")
    except RulebookError as error:
        return "; ".join(problem.code for problem in error.problems)
    except UsageError as error:
        return error.code
    except PolicyError as error:
        return fault_text(error, "en")
