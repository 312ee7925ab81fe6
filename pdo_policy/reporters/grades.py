"""Verdict and severity of a finding become the level that each format of continuous integration knows."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Disposition, Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.findings import Finding
    from pdo_policy.report import Report


class Grade(NamedTuple):
    """How grave a finding is, in the words of each format; `rank` is 0 for the gravest."""

    rank: int
    sarif: str
    gitlab: str
    github: str
    rdjson: str


BLOCKER = Grade(0, "error", "blocker", "error", "ERROR")
"""What kept the check from being carried out: an input that cannot be read, a rule that failed."""

_ERROR = Grade(1, "error", "critical", "error", "ERROR")
_WARNING = Grade(2, "warning", "major", "warning", "WARNING")
_NOTE = Grade(3, "note", "info", "notice", "INFO")

OF_SEVERITY: Mapping[Severity, Grade] = MappingProxyType(
    {Severity.ERROR: _ERROR, Severity.WARNING: _WARNING, Severity.NOTE: _NOTE}
)
"""The grade of what is 不符合."""

_OPEN: Mapping[Severity, Grade] = MappingProxyType({**OF_SEVERITY, Severity.ERROR: _WARNING})
"""The grade of what is 待核实: never that of an error, which nobody has found."""


def standing(report: Report) -> tuple[Finding, ...]:
    """The findings that call for action: all but those that a waiver or the baseline has dealt with."""
    return tuple(finding for finding in report.findings if finding.disposition is Disposition.OPEN)


def unreadable(report: Report) -> frozenset[str]:
    """The paths of the inputs that could not be checked."""
    return frozenset(record.path for record in report.inputs if not record.readable)


def grade(finding: Finding, unread: frozenset[str]) -> Grade:
    """The grade of a finding; `unread` are the paths that `unreadable` gives."""
    if finding.verdict is Verdict.ERROR:
        return BLOCKER
    if not finding.citations and finding.locations[0].span.source.name in unread:
        return BLOCKER
    if finding.verdict is Verdict.VIOLATED:
        return OF_SEVERITY[finding.severity]
    return _OPEN[finding.severity] if finding.verdict is Verdict.UNDETERMINED else _NOTE
