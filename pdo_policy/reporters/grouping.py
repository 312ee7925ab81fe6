"""Findings become groups with headings, in the order that a reader asked for; each finding stands in one group."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdo_policy.findings import Severity, Verdict
from pdo_policy.reporters.phrases import level, one_line
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.findings import Finding
    from pdo_policy.report import Report

_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_VERDICTS = (Verdict.ERROR, Verdict.VIOLATED, Verdict.UNDETERMINED, Verdict.NOT_ADOPTED, Verdict.EXEMPT)


def grouped(report: Report, group_by: str, lang: str) -> Iterator[tuple[str, list[Finding]]]:
    """The groups, each with its heading; without a grouping one group of all findings, with an empty heading.

    By file, the order is that of the report; by clause, that of the instruments and then of the clauses in each, by the
    first clause of a finding; by severity, the gravest come first. What rests on no clause comes last.
    """
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in report.findings:
        groups.setdefault(_key(finding, report, group_by), []).append(finding)
    keys = list(groups) if group_by in ("", "file") else sorted(groups)
    for key in keys:
        yield _heading(groups[key][0], group_by, lang), groups[key]


def _key(finding: Finding, report: Report, group_by: str) -> tuple[object, ...]:
    if group_by == "file":
        return (finding.locations[0].span.source.name,)
    if group_by == "severity":
        return grave(finding)
    if group_by != "clause":
        return ()
    if not finding.citations:
        return (len(report.instruments), ())
    first = finding.citations[0]
    place = next((number for number, one in enumerate(report.instruments) if one.id == first.instrument), -1)
    return (place, _numbers(first.clause))


def grave(finding: Finding) -> tuple[int, int]:
    """What is smaller is graver; equal for findings with the same word for how grave they are."""
    violated = finding.verdict is Verdict.VIOLATED
    return (_VERDICTS.index(finding.verdict), _RANK[finding.severity] if violated else 0)


def _numbers(clause: str) -> tuple[tuple[int, int, str], ...]:
    """The parts of an id in an order in which 9 comes before 10."""
    parts = re.findall(r"\d+|\D+", clause)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts)


def _heading(finding: Finding, group_by: str, lang: str) -> str:
    if group_by == "file":
        return one_line(finding.locations[0].span.source.name)
    if group_by == "severity":
        return level(finding, lang)
    if group_by == "clause":
        return one_line(finding.citations[0].display) if finding.citations else said("writing", lang)
    return ""
