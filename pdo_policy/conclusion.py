"""The results of a check become its exit code (charter 5)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Disposition, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.findings import CoverageRow, Finding
    from pdo_policy.report import Report

CLEAN, FOUND, WRONG_CALL, UNREADABLE, BROKEN_RULES, INTERNAL_FAULT = 0, 1, 2, 3, 4, 5
"""0 nothing at or above the level; 1 something; 2 wrong call; 3 unreadable input; 4 rules; 5 our own fault."""

_GRAVEST_FIRST = (INTERNAL_FAULT, WRONG_CALL, BROKEN_RULES, UNREADABLE, FOUND, CLEAN)

LEVELS = ("error", "warning", "note", "undetermined", "never")
"""The values of `--fail-on`, from the strictest reading of a fault to none; each includes those before it."""

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


READY, READY_WITH_OPEN, NOT_READY, INCOMPLETE = "ready", "ready_with_open", "not_ready", "incomplete"
"""可以提交；可以提交（有 N 项待核实）；暂不建议提交（M 项不符合）；无法完成检查."""


class Conclusion(NamedTuple):
    """What a check comes to, from counts alone (charter 5).

    Attributes:
        status: `ready`, `ready_with_open`, `not_ready` or `incomplete`.
        violated: pairs of rule and subject that are 不符合, and faults of writing and form.
        undetermined: pairs that are 待核实.
        accepted: how many of what is 不符合 somebody accepted for now, by waivers or the baseline.
    """

    status: str
    violated: int
    undetermined: int
    accepted: int = 0


def conclusion(report: Report) -> Conclusion:
    """The conclusion of a report.

    A check is incomplete when an input could not be read, when a rule ended in 出错, or when no rule ran at all.
    """
    faults = [one for one in report.findings if not one.citations and one.verdict is Verdict.VIOLATED]
    violated = report.counts[Verdict.VIOLATED.value] + len(faults)
    dealt = [row.disposition for row in report.coverage if row.verdict is Verdict.VIOLATED]
    dealt.extend(finding.disposition for finding in faults)
    accepted = len(dealt) - dealt.count(Disposition.OPEN)
    undetermined = report.counts[Verdict.UNDETERMINED.value]
    unreadable = any(not record.readable for record in report.inputs)
    complete = not unreadable and not report.counts[Verdict.ERROR.value] and bool(report.coverage)
    return concluded(violated, undetermined, accepted, complete=complete)


def concluded(violated: int, undetermined: int, accepted: int, *, complete: bool) -> Conclusion:
    """The conclusion from counts, as `Conclusion` has them; `complete` tells whether all could be checked."""
    if not complete:
        status = INCOMPLETE
    elif violated:
        status = NOT_READY
    else:
        status = READY_WITH_OPEN if undetermined else READY
    return Conclusion(status, violated, undetermined, accepted)


def gravest(codes: Iterable[int]) -> int:
    """The exit code that wins over the others."""
    return min(codes, key=_GRAVEST_FIRST.index, default=CLEAN)


def exit_code(
    findings: Iterable[Finding], coverage: Iterable[CoverageRow], *, fail_on: str, all_readable: bool, found: bool
) -> int:
    """The exit code of a check that was carried out.

    Args:
        findings: of the report; those that were accepted for now do not count.
        coverage: of the report.
        fail_on: a value of `LEVELS`.
        all_readable: whether every input could be read and was of a known kind.
        found: whether the paths led to any document.
    """
    codes = [CLEAN]
    rows = list(coverage)
    if not found or (not rows and all_readable):
        # Nothing was asked of anything: there is no paper, or the law or the date chosen leaves no rule.
        codes.append(WRONG_CALL)
    if not all_readable:
        codes.append(UNREADABLE)
    if any(row.verdict is Verdict.ERROR for row in rows):
        codes.append(BROKEN_RULES)
    if any(_counts(finding, fail_on) for finding in findings):
        codes.append(FOUND)
    return gravest(codes)


def _counts(finding: Finding, fail_on: str) -> bool:
    if fail_on == "never" or finding.disposition is not Disposition.OPEN:
        return False
    if finding.verdict is Verdict.VIOLATED:
        return _RANK[finding.severity] <= min(LEVELS.index(fail_on), _RANK[Severity.NOTE])
    return finding.verdict is Verdict.UNDETERMINED and fail_on == "undetermined"
