"""The parts of a report become plain data, one shape for every format that is data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pdo_policy.reporters.phrases import pointer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.findings import Citation, CoverageRow, Finding, Location, Subject
    from pdo_policy.report import Determination, InputRecord, OpenQuestion, Report, RuleInfo

_LONGEST_EXCERPT = 120


def setting_data(report: Report) -> dict[str, Any]:
    """Which program, rules and law."""
    return {
        "tool": {"name": "pdo-policy", "version": report.tool_version},
        "rulebook": {
            "id": report.rulebook.id,
            "title": report.rulebook.title,
            "version": report.rulebook.version,
            "digest": report.rulebook.digest,
            "scope": report.rulebook.scope,
        },
        "instruments": [
            {"id": one.id, "title": one.title, "number": one.number, "status": one.status, "counts": one.counts}
            for one in report.instruments
        ],
    }


def input_data(record: InputRecord) -> dict[str, Any]:
    """An input."""
    return {
        "path": record.path,
        "index": record.index,
        "role": record.role,
        "id": record.id,
        "dossier": record.dossier,
        "title": record.title,
        "status": record.status,
        "format": record.format,
        "encoding": record.encoding,
        "sha256": record.sha256,
        "bytes": record.size,
        "readable": record.readable,
    }


def severity_counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings are 不符合, by severity."""
    counted = {"error": 0, "warning": 0, "note": 0}
    for finding in findings:
        if finding.verdict.value == "violated":
            counted[finding.severity.value] += 1
    return counted


def finding_data(finding: Finding) -> dict[str, Any]:
    """A finding."""
    return {
        "rule_id": finding.rule_id,
        "title": finding.title,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "firm": finding.firm,
        "disposition": finding.disposition.value,
        "clauses": clauses_data(finding.citations),
        "text": {
            "headline": finding.text.headline,
            "why": finding.text.why,
            "fix": finding.text.fix,
            "question": finding.text.question,
            "details": list(finding.text.details),
        },
        "expected": finding.expected,
        "actual": finding.actual,
        "subject": subject_data(finding.subject),
        "locations": [location_data(location) for location in finding.locations],
        "fingerprint": finding.fingerprint,
        "location_fingerprint": finding.location_fingerprint,
    }


def clauses_data(citations: Iterable[Citation]) -> list[dict[str, str]]:
    """The clauses that something rests on."""
    return [
        {"instrument": one.instrument, "clause": one.clause, "display": one.display, "status": one.status}
        for one in citations
    ]


def subject_data(subject: Subject) -> dict[str, str]:
    """What a rule was asked about."""
    return {"role": subject.role, "id": subject.id, "dossier": subject.dossier, "label": subject.label}


def location_data(location: Location) -> dict[str, Any]:
    """A place, with the line of its text."""
    first, last = location.span.first, location.span.last
    line = location.span.source.line(first.line).strip()
    return {
        "path": location.span.source.name,
        "pointer": pointer(location.pointer),
        "breadcrumb": " → ".join(location.breadcrumb),
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
        "excerpt": line if len(line) <= _LONGEST_EXCERPT else line[: _LONGEST_EXCERPT - 1] + "…",
        "absent": location.absent,
        "note": location.note,
    }


def coverage_data(row: CoverageRow) -> dict[str, Any]:
    """A row of the coverage."""
    return {
        "rule_id": row.rule_id,
        "title": row.title,
        "severity": row.severity.value,
        "clauses": clauses_data(row.citations),
        "subject": subject_data(row.subject),
        "verdict": row.verdict.value,
        "reason": row.reason,
        "firm": row.firm,
        "disposition": row.disposition.value,
        "findings": list(row.findings),
        "awaits": list(row.awaits),
    }


def determination_data(one: Determination) -> dict[str, Any]:
    """An answer to a 认定."""
    return {
        "name": one.name,
        "answer": one.answer,
        "by": one.by,
        "date": one.on,
        "document": one.document,
        "dossier": one.dossier,
        "path": one.span.source.name if one.span is not None else "",
        "line": one.span.first.line if one.span is not None else 0,
    }


def question_data(one: OpenQuestion) -> dict[str, Any]:
    """A 认定 that verdicts wait for."""
    return {
        "name": one.name,
        "question": one.question,
        "authority": one.authority,
        "dossier": one.dossier,
        "rules": list(one.rules),
    }


def rule_data(rule: RuleInfo) -> dict[str, Any]:
    """A rule as such."""
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity.value,
        "clauses": clauses_data(rule.citations),
        "why": rule.why,
        "fix": rule.fix,
        "question": rule.question,
    }
