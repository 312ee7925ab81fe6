"""A report for programs: JSON, version 1.0, as `schemas/report.schema.json` describes it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pdo_policy.conclusion import conclusion
from pdo_policy.reporters.dispositions_as_data import baseline_data, waiver_data
from pdo_policy.reporters.report_parts import (
    coverage_data,
    determination_data,
    finding_data,
    input_data,
    question_data,
    rule_data,
    setting_data,
    severity_counts,
)
from pdo_policy.wording.report import sentence

if TYPE_CHECKING:
    from pdo_policy.report import Report

VERSION = "1.0"
"""Of the form of this output; an addition raises the number behind the point."""


def render_json(report: Report, lang: str) -> str:
    """The report as JSON: UTF-8 text, keys in a fixed order, one newline at the end."""
    return json.dumps(report_data(report, lang), ensure_ascii=False, indent=2) + "\n"


def report_data(report: Report, lang: str) -> dict[str, Any]:
    """The report as plain data, as other formats of data need it too."""
    return {
        "report_version": VERSION,
        **setting_data(report),
        "run": _run(report, lang),
        "inputs": [input_data(record) for record in report.inputs],
        "summary": _summary(report, lang),
        "findings": [finding_data(finding) for finding in report.findings],
        "coverage": [coverage_data(row) for row in report.coverage],
        "determinations": [determination_data(one) for one in report.determinations],
        "questions": [question_data(one) for one in report.questions],
        "rules": [rule_data(rule) for rule in report.rules],
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
        "by_severity": severity_counts(report.findings),
        "not_run": len(report.not_run),
    }
