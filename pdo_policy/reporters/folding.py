"""Findings that say the same, or have the same cause, are brought together: a reader is told once, with every place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Disposition, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pdo_policy.findings import CoverageRow, Finding, Subject, Void
    from pdo_policy.report import Report


class Cause(NamedTuple):
    """What is missing, and the verdicts that come of it.

    Attributes:
        void: the paper or the part that is missing.
        rows: the verdicts, each with this cause and no other; two at least.
        findings: all that is found about them, in the order of the report.
    """

    void: Void
    rows: tuple[CoverageRow, ...]
    findings: tuple[Finding, ...]


def folded(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings of the same rule, verdict and words on one paper, in the order of the first of each group."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        same = (finding.rule_id, finding.verdict, finding.disposition, finding.subject, finding.text.headline)
        groups.setdefault((*same, finding.citations, finding.locations[0].span.source.name), []).append(finding)
    yield from groups.values()


def causes(report: Report) -> tuple[Cause, ...]:
    """What is missing and decides two verdicts or more, in the order of the first finding about each.

    A verdict has a cause when all that is found about it comes of one missing paper or part; 不符合 also must rest on
    nothing else that was read. What was waived or is in the baseline is left as it is.
    """
    known = {finding.fingerprint: finding for finding in report.findings}
    shared: dict[tuple[object, ...], list[tuple[CoverageRow, list[Finding]]]] = {}
    for row in report.coverage:
        found = [known[mark] for mark in row.findings if mark in known]
        marks = {_mark(finding) for finding in found}
        if len(marks) == 1 and None not in marks:
            shared.setdefault((marks.pop(), row.subject.dossier or _alone(row.subject)), []).append((row, found))
    order = {finding.fingerprint: number for number, finding in enumerate(report.findings)}
    made = [_cause(rows, order) for rows in shared.values() if len(rows) > 1]
    return tuple(sorted(made, key=lambda cause: order[cause.findings[0].fingerprint]))


def _alone(subject: Subject) -> tuple[str, str]:
    return subject.role, subject.id


def _mark(finding: Finding) -> tuple[object, ...] | None:
    """What tells the cause of a finding from others; None where it has none, or more than one."""
    voids = {location.void for location in finding.locations}
    strict = finding.verdict is not Verdict.UNDETERMINED
    if finding.disposition is not Disposition.OPEN or (strict and None in voids):
        return None
    voids.discard(None)
    told = {_identity(void) for void in voids if void is not None}
    return told.pop() if len(told) == 1 and finding.locations[0].void is not None else None


def _identity(void: Void) -> tuple[object, ...]:
    if void.kind == "paper":
        return (void.kind, void.labels, void.named)
    # Two papers may stand in one file, and their parts may have the same path.
    return (void.kind, void.pointer, void.span.source.name, void.span.start)


def _cause(rows: Sequence[tuple[CoverageRow, list[Finding]]], order: Mapping[str, int]) -> Cause:
    findings = sorted((finding for _, found in rows for finding in found), key=lambda one: order[one.fingerprint])
    void = findings[0].locations[0].void
    assert void is not None, "what has a cause lacks something"
    return Cause(void, tuple(row for row, _ in rows), tuple(findings))
