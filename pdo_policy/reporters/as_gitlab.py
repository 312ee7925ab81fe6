"""A report for GitLab's merge requests: Code Quality, a list with an entry for each finding."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pdo_policy.reporters.grades import grade, standing, unreadable
from pdo_policy.reporters.paths import placed
from pdo_policy.reporters.phrases import advice, clauses, sentences

if TYPE_CHECKING:
    from pdo_policy.findings import Finding
    from pdo_policy.report import Report


def render_gitlab(report: Report, lang: str) -> str:
    """The findings that call for action as Code Quality.

    Where there is none it is `[]`, so that GitLab shows what was mended. GitLab takes two entries with one fingerprint
    for one finding: the fingerprints here are bound to the file and unique.
    """
    unread = unreadable(report)
    entries = [_entry(finding, report, unread, lang) for finding in standing(report)]
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"


def _entry(finding: Finding, report: Report, unread: frozenset[str], lang: str) -> dict[str, Any]:
    span = finding.locations[0].span
    said = sentences(finding.text.headline, advice(finding, lang), lang=lang)
    return {
        "description": " ".join(part for part in (clauses(finding.citations), said) if part),
        "check_name": finding.rule_id,
        "fingerprint": finding.location_fingerprint,
        "severity": grade(finding, unread).gitlab,
        "location": {
            "path": placed(span.source.name, report.whereabouts).path,
            "lines": {"begin": span.first.line},
        },
    }
