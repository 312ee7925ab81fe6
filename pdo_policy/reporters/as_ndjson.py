"""Reports of groups of papers become lines of JSON, version 1.0, as `schemas/stream.schema.json` describes them.

The first line says under which law, the last what all comes to; a stream without its last line is not complete.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from pdo_policy.conclusion import conclusion
from pdo_policy.findings import Verdict
from pdo_policy.reporters.report_parts import (
    clauses_data,
    determination_data,
    finding_data,
    input_data,
    question_data,
    setting_data,
    severity_counts,
    subject_data,
)
from pdo_policy.wording.report import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pdo_policy.conclusion import Conclusion
    from pdo_policy.findings import CoverageRow, Subject
    from pdo_policy.report import Report, RuleInfo

VERSION = "1.0"
"""Of the form of this output; an addition raises the number behind the point."""


def line(data: Mapping[str, Any]) -> bytes:
    """A line of the stream, with its end."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "backslashreplace") + b"\n"


def run_data(report: Report, rules: Iterable[RuleInfo], terms: str, set_aside: Iterable[str], lang: str) -> Any:  # noqa: ANN401 - plain data
    """The first line.

    Args:
        report: of a check of nothing, for the law that counts.
        rules: those that papers can be asked.
        terms: the digest of all that results depend on besides the papers.
        set_aside: files of waivers and baselines that nobody asked to be taken.
        lang: `zh` or `en`.
    """
    return {
        "type": "run",
        "stream_version": VERSION,
        **setting_data(report),
        "run": {"as_of": report.as_of.isoformat(), "law": report.law, "fail_on": report.fail_on, "lang": lang},
        "terms": terms,
        "rules": [
            {
                "id": rule.id,
                "title": rule.title,
                "severity": rule.severity.value,
                "clauses": clauses_data(rule.citations),
            }
            for rule in rules
        ],
        "set_aside": list(set_aside),
    }


def group_data(report: Report, digest: str, lang: str) -> dict[str, Any]:
    """The line of a group of papers.

    Args:
        report: of the group.
        digest: of the names and bytes of its files; it stands early, so that it is found without reading the line.
        lang: `zh` or `en`.
    """
    inputs = report.inputs
    return {
        "type": "dossier",
        "digest": digest,
        "carried": False,
        "dossiers": list(dict.fromkeys(record.dossier for record in inputs if record.dossier)),
        "exit_code": report.exit_code,
        "summary": summary_data(conclusion(report), report.counts, severity_counts(report.findings), lang),
        "inputs": [input_data(record) for record in inputs],
        "findings": [finding_data(finding) for finding in report.findings],
        "coverage": _coverage(report.coverage),
        "determinations": [determination_data(one) for one in report.determinations],
        "questions": [question_data(one) for one in report.questions],
        "waivers": [
            {"number": number, "state": use.state, "covers": len(use.covers)}
            for number, use in enumerate(report.waivers)
            if use.state != "elsewhere"
        ],
        "baseline": {
            "met": len(report.baseline.met),
            "stale": len(report.baseline.stale),
            "worse": len(report.baseline.worse),
        }
        if report.baseline is not None
        else None,
    }


def summary_data(outcome: Conclusion, by_verdict: Mapping[str, int], by_severity: Mapping[str, int], lang: str) -> Any:  # noqa: ANN401 - plain data
    """What a check comes to."""
    return {
        "status": outcome.status,
        "sentence": sentence(outcome, lang),
        "violated": outcome.violated,
        "undetermined": outcome.undetermined,
        "accepted": outcome.accepted,
        "by_verdict": dict(by_verdict),
        "by_severity": dict(by_severity),
    }


def _coverage(rows: Iterable[CoverageRow]) -> list[dict[str, Any]]:
    """Rows by subject: of those that are simply met the ids, of all others what is to be told of them."""
    by_subject: dict[Subject, dict[str, Any]] = {}
    for row in rows:
        of = by_subject.get(row.subject)
        if of is None:
            of = by_subject[row.subject] = {"subject": subject_data(row.subject), "satisfied": [], "rows": []}
        if row.verdict is Verdict.SATISFIED and row.firm and not (row.reason or row.findings):
            of["satisfied"].append(row.rule_id)
        else:
            of["rows"].append(_row(row))
    return list(by_subject.values())


def _row(row: CoverageRow) -> dict[str, Any]:
    return {
        "rule_id": row.rule_id,
        "verdict": row.verdict.value,
        "reason": row.reason,
        "firm": row.firm,
        "disposition": row.disposition.value,
        "findings": list(row.findings),
        "awaits": list(row.awaits),
    }
