"""The JSON report, version 1.0, as pydantic models, and the schema made from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from pdo_policy.disposition_schema import BaselineUse, Changes, WaiverUse  # noqa: TC001 - pydantic reads them
from pdo_policy.schema_parts import (
    Count,
    Day,
    Digest,
    Disposition,
    Fingerprint,
    Part,
    Place,
    Severity,
    Status,
    Verdict,
    schema_of,
)


class Tool(Part):
    """Which program."""

    name: Literal["pdo-policy"]
    version: str


class Rulebook(Part):
    """Which rules, and what they do and do not cover."""

    id: str
    title: str
    version: str
    digest: Digest
    scope: str


class Instrument(Part):
    """A legal text, its status on the date of the check, and whether it counted."""

    id: str
    title: str
    number: str
    status: Status
    counts: bool


class Run(Part):
    """How the check was made, and its exit code."""

    as_of: Day
    law: str
    fail_on: Literal["error", "warning", "note", "undetermined", "never"]
    lang: Literal["zh", "en"]
    exit_code: Annotated[int, Field(ge=0, le=5)]


class Input(Part):
    """One document of the run, or a file that gave none."""

    path: str
    index: Count
    role: str
    id: str
    dossier: str
    title: str
    status: str
    format: Literal["yaml", "json", ""]
    encoding: str
    sha256: str
    bytes: Count
    readable: bool


class ByVerdict(Part):
    """Pairs of rule and subject by verdict."""

    satisfied: Count
    violated: Count
    undetermined: Count
    not_applicable: Count
    exempt: Count
    not_adopted: Count
    error: Count


class BySeverity(Part):
    """Findings that are 不符合, by severity."""

    error: Count
    warning: Count
    note: Count


class Outcome(Part):
    """What papers come to."""

    status: Literal["ready", "ready_with_open", "not_ready", "incomplete"]
    sentence: str
    violated: Count
    undetermined: Count
    accepted: Count
    by_verdict: ByVerdict
    by_severity: BySeverity


class Summary(Outcome):
    """What the check comes to."""

    not_run: Count


class Clause(Part):
    """A clause that a finding or row rests on."""

    instrument: str
    clause: str
    display: str
    status: Status


class Text(Part):
    """The words of a finding."""

    headline: str
    why: str
    fix: str
    question: str
    details: list[str]


class Subject(Part):
    """The document it is about."""

    role: str
    id: str
    dossier: str
    label: str


class Location(Part):
    """A place; lines and columns count from 1, columns in code points, the end is behind the last character."""

    path: str
    pointer: str
    breadcrumb: str
    line: Place
    column: Place
    end_line: Place
    end_column: Place
    excerpt: str
    absent: bool
    note: str


class Finding(Part):
    """One thing wrong or open; `rule_id` is a rule, or an `input.*` or `schema.*` code."""

    rule_id: str
    title: str
    verdict: Verdict
    severity: Severity
    firm: bool
    disposition: Disposition
    clauses: list[Clause]
    text: Text
    expected: str
    actual: str
    subject: Subject
    locations: Annotated[list[Location], Field(min_length=1)]
    fingerprint: Fingerprint
    location_fingerprint: Fingerprint


class Coverage(Part):
    """How one pair of rule and subject ended."""

    rule_id: str
    title: str
    severity: Severity
    clauses: list[Clause]
    subject: Subject
    verdict: Verdict
    reason: str
    firm: bool
    disposition: Disposition
    findings: list[Fingerprint]
    awaits: list[str]


class Determination(Part):
    """An answer to a 认定; `path` and `line` are empty and 0 where it came by the API."""

    name: str
    answer: bool
    by: str
    date: str
    document: str
    dossier: str
    path: str
    line: Count


class Question(Part):
    """A 认定 that verdicts wait for: who may answer it, and the rules that wait."""

    name: str
    question: str
    authority: str
    dossier: str
    rules: Annotated[list[str], Field(min_length=1)]


class Rule(Part):
    """A rule as such: one with a row in the coverage, or an `input.*` or `schema.*` code among the findings."""

    id: str
    title: str
    severity: Severity
    clauses: list[Clause]
    why: str
    fix: str
    question: str


class NotRun(Part):
    """A rule that met no subject or had no counting clause."""

    rule_id: str
    title: str
    reason: str


class Report(Part):
    """The report of one check."""

    report_version: Literal["1.0"]
    tool: Tool
    rulebook: Rulebook
    instruments: list[Instrument]
    run: Run
    inputs: list[Input]
    summary: Summary
    findings: list[Finding]
    coverage: list[Coverage]
    determinations: list[Determination]
    questions: list[Question]
    rules: list[Rule]
    not_run: list[NotRun]
    waivers: list[WaiverUse]
    baseline: BaselineUse | None
    changes: Changes | None
    set_aside: list[str]


def report_schema_text() -> str:
    """The schema of the JSON report as the file holds it: draft 2020-12, two spaces, a newline at the end."""
    return schema_of(Report, "report")
