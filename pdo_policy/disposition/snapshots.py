"""A report, or the JSON of one, becomes what can be compared with another: findings, verdicts, papers."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.disposition.baseline import ACCEPTABLE
from pdo_policy.disposition.waivers import steps
from pdo_policy.dispositions import Known
from pdo_policy.errors import UsageError
from pdo_policy.findings import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.findings import Finding, Subject
    from pdo_policy.report import Report

_TELLING = frozenset(verdict.value for verdict in (*ACCEPTABLE, Verdict.ERROR))
_LONGEST_EXCERPT = 120

MOST_VALUES = 2_000_000
"""Values in the JSON of a report, about: a small file can hold so many that they fill the memory."""

Paper = tuple[str, str, str]
"""Kind, id and project of a paper."""


class Snapshot(NamedTuple):
    """What of a check can be compared.

    Attributes:
        name: what it is of: paths, or the report's file.
        findings: those that call for something, by fingerprint.
        trails: of each of them, all its places.
        verdicts: of each pair of rule and paper: the rule's title, the paper's label and the verdict.
        papers: label of each paper.
        made_with: digest of the rulebook, day and law.
        lang: the language of its words.
    """

    name: str
    findings: Mapping[str, Known]
    trails: Mapping[str, tuple[str, ...]]
    verdicts: Mapping[tuple[str, Paper], tuple[str, str, str]]
    papers: Mapping[Paper, str]
    made_with: Mapping[str, str]
    lang: str


def snapshot(report: Report, name: str, lang: str) -> Snapshot:
    """What of a report, whose words are in a language, can be compared."""
    telling = [finding for finding in report.findings if finding.verdict.value in _TELLING]
    return Snapshot(
        name,
        {finding.fingerprint: _known(finding) for finding in telling},
        {finding.fingerprint: tuple(_trail(one.breadcrumb) for one in finding.locations) for finding in telling},
        {
            (row.rule_id, _paper(row.subject)): (row.title, row.subject.label, row.verdict.value)
            for row in report.coverage
        },
        {_paper(row.subject): row.subject.label for row in report.coverage},
        {"rulebook": report.rulebook.digest, "as_of": report.as_of.isoformat(), "law": report.law},
        lang,
    )


def _paper(subject: Subject) -> Paper:
    return subject.role, subject.id, subject.dossier


def _trail(breadcrumb: tuple[str, ...]) -> str:
    return " → ".join(steps(breadcrumb))


def _known(finding: Finding) -> Known:
    place = finding.locations[0]
    line = place.span.source.line(place.span.first.line).strip()
    return Known(
        fingerprint=finding.fingerprint,
        rule=finding.rule_id,
        title=finding.title,
        verdict=finding.verdict.value,
        severity=finding.severity.value,
        headline=finding.text.headline,
        paper=finding.subject.label,
        trail=_trail(place.breadcrumb),
        excerpt=line if len(line) <= _LONGEST_EXCERPT else line[: _LONGEST_EXCERPT - 1] + "…",
        clause="，".join(citation.display for citation in finding.citations),
    )


# ---------------------------------------------------------------------- reports kept as JSON


def report_in(text: str, name: str) -> Mapping[str, Any] | None:
    """The data of a JSON report; None where the text is something else, such as a paper.

    Raises:
        UsageError: it says that it is a report and is none that this program can read, or holds more than any.
    """
    if not text.lstrip().startswith("{") or '"report_version"' not in text[:200]:
        return None
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        raise UsageError("report-foreign", path=name)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise UsageError("report-unreadable", path=name, line=str(line)) from error
    if not isinstance(data, dict) or str(data.get("report_version")).split(".")[0] != "1":
        raise UsageError("report-foreign", path=name)
    return data


def snapshot_of_data(data: Mapping[str, Any], name: str) -> Snapshot:
    """What of the data of a JSON report can be compared.

    Raises:
        UsageError: something that such a report has is missing, or is of another kind.
    """
    try:
        telling = [one for one in data["findings"] if one["verdict"] in _TELLING]
        rows = data["coverage"]
        return Snapshot(
            name,
            {_text(one["fingerprint"]): _known_of(one) for one in telling},
            {one["fingerprint"]: tuple(_read_trail(place) for place in one["locations"]) for one in telling},
            {
                (_text(row["rule_id"]), _paper_of(row)): (
                    _text(row["title"]),
                    _text(row["subject"]["label"]),
                    Verdict(row["verdict"]).value,
                )
                for row in rows
            },
            {_paper_of(row): row["subject"]["label"] for row in rows},
            {
                "rulebook": _text(data["rulebook"]["digest"]),
                "as_of": _text(data["run"]["as_of"]),
                "law": _text(data["run"]["law"]),
            },
            _text(data["run"]["lang"]),
        )
    except (KeyError, TypeError, IndexError, ValueError, AttributeError) as error:
        raise UsageError("report-foreign", path=name) from error


def _paper_of(row: Mapping[str, Any]) -> Paper:
    subject = row["subject"]
    return _text(subject["role"]), _text(subject["id"]), _text(subject["dossier"])


def _read_trail(place: Mapping[str, Any]) -> str:
    return _trail(tuple(place["breadcrumb"].split("→"))) if place["breadcrumb"] else ""


def _known_of(one: Mapping[str, Any]) -> Known:
    place = one["locations"][0]
    known = Known(
        fingerprint=one["fingerprint"],
        rule=one["rule_id"],
        title=one["title"],
        verdict=Verdict(one["verdict"]).value,
        severity=Severity(one["severity"]).value,
        headline=one["text"]["headline"],
        paper=one["subject"]["label"],
        trail=_read_trail(place),
        excerpt=place["excerpt"],
        clause="，".join(clause["display"] for clause in one["clauses"]),
    )
    for text in (known.fingerprint, known.rule, known.title, known.headline, known.paper, known.excerpt):
        _text(text)
    return known


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value
