"""A report for reviewdog: Diagnostic Format, `rdjson`, with columns in UTF-8 bytes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pdo_policy.reporters.columns import utf8_region
from pdo_policy.reporters.grades import grade, standing, unreadable
from pdo_policy.reporters.paths import placed
from pdo_policy.reporters.phrases import advice, clauses, sentences

if TYPE_CHECKING:
    from pdo_policy.findings import Finding
    from pdo_policy.report import Report


def render_rdjson(report: Report, lang: str) -> str:
    """The findings that call for action as one `DiagnosticResult`.

    It has no suggestions: what is missing from a paper is not for a program to write.
    """
    unread = unreadable(report)
    result = {
        "source": {"name": "pdo-policy"},
        "diagnostics": [_diagnostic(finding, report, unread, lang) for finding in standing(report)],
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(finding: Finding, report: Report, unread: frozenset[str], lang: str) -> dict[str, Any]:
    span = finding.locations[0].span
    region = utf8_region(span)
    said = sentences(finding.text.headline, advice(finding, lang), lang=lang)
    return {
        "message": " ".join(part for part in (clauses(finding.citations), said) if part),
        "location": {
            "path": placed(span.source.name, report.whereabouts).path,
            "range": {
                "start": {"line": region.line, "column": region.column},
                "end": {"line": region.end_line, "column": region.end_column},
            },
        },
        "severity": grade(finding, unread).rdjson,
        "code": {"value": finding.rule_id},
    }
