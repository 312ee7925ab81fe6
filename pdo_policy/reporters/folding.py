"""Findings that say the same, or have the same cause, are brought together: a reader is told once, with every place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Disposition, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pdo_policy.findings import CoverageRow, Finding, Subject, Void
    from pdo_policy.report import Report

    _Mark = tuple[object, ...]
    """What tells a cause from others."""


class Cause(NamedTuple):
    """What is missing or cannot be read, and the verdicts that come of it.

    Attributes:
        void: the paper or the part that is missing, or the value that cannot be read.
        rows: the verdicts, each with this cause and no other; of what is missing, two at least.
        findings: all that is found about them, in the order of the report.
        fault: the finding that tells of a value that it cannot be read; None of what is missing.
    """

    void: Void
    rows: tuple[CoverageRow, ...]
    findings: tuple[Finding, ...]
    fault: Finding | None = None


def folded(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings of the same rule, verdict and words on one paper, in the order of the first of each group."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        same = (finding.rule_id, finding.verdict, finding.disposition, finding.subject, finding.text.headline)
        groups.setdefault((*same, finding.citations, finding.locations[0].span.source.name), []).append(finding)
    yield from groups.values()


def causes(report: Report) -> tuple[Cause, ...]:
    """What is missing and decides two verdicts or more, or cannot be read, by the first finding about each.

    A verdict has a cause when all that is found about it comes of one missing paper or part; 不符合 also must rest on
    nothing else that was read. What is 待核实 because one value cannot be read, whatever else was read, has that for
    its cause. What was waived or is in the baseline is left as it is.
    """
    known = {finding.fingerprint: finding for finding in report.findings}
    unread = _unread(report.findings)
    shared: dict[tuple[_Mark | None, object], list[tuple[CoverageRow, list[Finding]]]] = {}
    for row in report.coverage:
        found = [known[mark] for mark in row.findings if mark in known]
        marks = {_mark(finding) or _misread(finding, row, unread) for finding in found}
        if len(marks) == 1 and None not in marks:
            shared.setdefault((marks.pop(), row.subject.dossier or _alone(row.subject)), []).append((row, found))
    order = {finding.fingerprint: number for number, finding in enumerate(report.findings)}
    made = [
        _cause(rows, order, unread.get(key[0])) for key, rows in shared.items() if len(rows) > 1 or key[0] in unread
    ]
    return tuple(sorted(made, key=lambda cause: order[cause.findings[0].fingerprint]))


def _alone(subject: Subject) -> tuple[str, str]:
    return subject.role, subject.id


def _mark(finding: Finding) -> _Mark | None:
    """What tells the cause of a finding from others; None where it has none, or more than one."""
    voids = {location.void for location in finding.locations}
    strict = finding.verdict is not Verdict.UNDETERMINED
    if finding.disposition is not Disposition.OPEN or (strict and None in voids):
        return None
    voids.discard(None)
    told = {_identity(void) for void in voids if void is not None}
    return told.pop() if len(told) == 1 and finding.locations[0].void is not None else None


def _unread(findings: Iterable[Finding]) -> dict[_Mark | None, Finding]:
    """What tells of a value that it cannot be read, by the value."""
    return {
        _identity(void): finding
        for finding in findings
        if (void := finding.locations[0].void) is not None and void.kind == "unreadable"
        if finding.disposition is Disposition.OPEN
    }


def _misread(finding: Finding, row: CoverageRow, unread: Mapping[_Mark | None, Finding]) -> _Mark | None:
    """What tells the one value that could not be read and leaves a finding open; None where that is not all."""
    if not unread:
        return None
    places = [("unreadable", one.pointer, one.span.source.name, one.span.start) for one in finding.locations]
    told = [place for place in places if place in unread]
    waits = row.awaits or any(location.void is not None for location in finding.locations)
    open_ = finding.verdict is Verdict.UNDETERMINED and finding.disposition is Disposition.OPEN
    return told[0] if open_ and not waits and len(told) == 1 else None


def _identity(void: Void) -> _Mark:
    if void.kind == "paper":
        return (void.kind, void.labels, void.named)
    # Two papers may stand in one file, and their parts may have the same path.
    return (void.kind, void.pointer, void.span.source.name, void.span.start)


def _cause(rows: Sequence[tuple[CoverageRow, list[Finding]]], order: Mapping[str, int], fault: Finding | None) -> Cause:
    findings = sorted((finding for _, found in rows for finding in found), key=lambda one: order[one.fingerprint])
    void = (fault or findings[0]).locations[0].void
    assert void is not None, "what has a cause lacks something"
    return Cause(void, tuple(row for row, _ in rows), tuple(findings), fault)
