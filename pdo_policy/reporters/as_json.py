"""A report for programs: JSON, version 1.0, as `schemas/report.schema.json` describes it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pdo_policy.conclusion import conclusion
from pdo_policy.reporters.dispositions_as_data import baseline_data, waiver_data
from pdo_policy.reporters.phrases import pointer
from pdo_policy.wording.report import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.findings import Citation, CoverageRow, Finding, Location, Subject
    from pdo_policy.report import Determination, InputRecord, OpenQuestion, Report, RuleInfo

VERSION = "1.0"
"""Of the form of this output; an addition raises the number behind the point."""

_LONGEST_EXCERPT = 120


def render_json(report: Report, lang: str) -> str:
    """The report as JSON: UTF-8 text, keys in a fixed order, one newline at the end."""
    return json.dumps(report_data(report, lang), ensure_ascii=False, indent=2) + "\n"


def report_data(report: Report, lang: str) -> dict[str, Any]:
    """The report as plain data, as other formats of data need it too."""
    return {
        "report_version": VERSION,
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
        "run": _run(report, lang),
        "inputs": [_input(record) for record in report.inputs],
        "summary": _summary(report, lang),
        "findings": [_finding(finding) for finding in report.findings],
        "coverage": [_coverage(row) for row in report.coverage],
        "determinations": [_determination(one) for one in report.determinations],
        "questions": [_question(one) for one in report.questions],
        "rules": [_rule(rule) for rule in report.rules],
        "not_run": [{"rule_id": row.rule_id, "title": row.title, "reason": row.reason} for row in report.not_run],
        "waivers": [waiver_data(use) for use in report.waivers],
        "baseline": baseline_data(report.baseline) if report.baseline is not None else None,
        "changes": asdict(report.changes) if report.changes is not None else None,
        "set_aside": list(report.set_aside),
    }


def _run(report: Report, lang: str) -> dict[str, Any]:
    return {
        "as_of": report.as_of.isoformat(),
        "law": report.law,
        "fail_on": report.fail_on,
        "lang": lang,
        "exit_code": report.exit_code,
    }


def _summary(report: Report, lang: str) -> dict[str, Any]:
    outcome = conclusion(report)
    return {
        "status": outcome.status,
        "sentence": sentence(outcome, lang),
        "violated": outcome.violated,
        "undetermined": outcome.undetermined,
        "accepted": outcome.accepted,
        "by_verdict": dict(report.counts),
        "by_severity": _by_severity(report.findings),
        "not_run": len(report.not_run),
    }


def _input(record: InputRecord) -> dict[str, Any]:
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


def _by_severity(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings are 不符合, by severity."""
    counted = {"error": 0, "warning": 0, "note": 0}
    for finding in findings:
        if finding.verdict.value == "violated":
            counted[finding.severity.value] += 1
    return counted


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule_id": finding.rule_id,
        "title": finding.title,
        "verdict": finding.verdict.value,
        "severity": finding.severity.value,
        "firm": finding.firm,
        "disposition": finding.disposition.value,
        "clauses": _clauses(finding.citations),
        "text": {
            "headline": finding.text.headline,
            "why": finding.text.why,
            "fix": finding.text.fix,
            "question": finding.text.question,
            "details": list(finding.text.details),
        },
        "expected": finding.expected,
        "actual": finding.actual,
        "subject": _subject(finding.subject),
        "locations": [_location(location) for location in finding.locations],
        "fingerprint": finding.fingerprint,
        "location_fingerprint": finding.location_fingerprint,
    }


def _clauses(citations: Iterable[Citation]) -> list[dict[str, str]]:
    return [
        {"instrument": one.instrument, "clause": one.clause, "display": one.display, "status": one.status}
        for one in citations
    ]


def _subject(subject: Subject) -> dict[str, str]:
    return {"role": subject.role, "id": subject.id, "dossier": subject.dossier, "label": subject.label}


def _location(location: Location) -> dict[str, Any]:
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


def _coverage(row: CoverageRow) -> dict[str, Any]:
    return {
        "rule_id": row.rule_id,
        "title": row.title,
        "severity": row.severity.value,
        "clauses": _clauses(row.citations),
        "subject": _subject(row.subject),
        "verdict": row.verdict.value,
        "reason": row.reason,
        "firm": row.firm,
        "disposition": row.disposition.value,
        "findings": list(row.findings),
        "awaits": list(row.awaits),
    }


def _determination(one: Determination) -> dict[str, Any]:
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


def _question(one: OpenQuestion) -> dict[str, Any]:
    return {
        "name": one.name,
        "question": one.question,
        "authority": one.authority,
        "dossier": one.dossier,
        "rules": list(one.rules),
    }


def _rule(rule: RuleInfo) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "severity": rule.severity.value,
        "clauses": _clauses(rule.citations),
        "why": rule.why,
        "fix": rule.fix,
        "question": rule.question,
    }
