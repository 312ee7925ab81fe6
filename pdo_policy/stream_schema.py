"""The lines of `check -f ndjson`, version 1.0, as pydantic models, and the schema made from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from pdo_policy.report_schema import (
    Clause,
    Determination,
    Finding,
    Input,
    Instrument,
    NotRun,
    Outcome,
    Question,
    Rulebook,
    Subject,
    Tool,
)
from pdo_policy.schema_parts import Count, Day, Digest, Disposition, Fingerprint, Part, Severity, Verdict, schema_of

ExitCode = Annotated[int, Field(ge=0, le=5)]
WaiverState = Literal["used", "barred", "expired", "early", "unused", "elsewhere"]


class RunOptions(Part):
    """How the check was made."""

    as_of: Day
    law: str
    fail_on: Literal["error", "warning", "note", "undetermined", "never"]
    lang: Literal["zh", "en"]


class RuleOfRun(Part):
    """A rule that papers can be asked; rows of the coverage name it by its id."""

    id: str
    title: str
    severity: Severity
    clauses: list[Clause]


class Run(Part):
    """The first line: under which law the papers are checked, and a digest of what results depend on besides."""

    type: Literal["run"]
    stream_version: Literal["1.0"]
    tool: Tool
    rulebook: Rulebook
    instruments: list[Instrument]
    run: RunOptions
    terms: Digest
    rules: list[RuleOfRun]
    set_aside: list[str]


class Summary(Outcome):
    """What the papers come to."""


class Row(Part):
    """How one pair of rule and subject ended, where there is something to tell of it."""

    rule_id: str
    verdict: Verdict
    reason: str
    firm: bool
    disposition: Disposition
    findings: list[Fingerprint]
    awaits: list[str]


class Coverage(Part):
    """All that one subject was asked: the rules that are simply met, and a row for each other."""

    subject: Subject
    satisfied: list[str]
    rows: list[Row]


class UseOfWaiver(Part):
    """What became of a waiver, by its number in the order given; one whose paper is elsewhere is left out."""

    number: Count
    state: WaiverState
    covers: Count


class UseOfBaseline(Part):
    """How many entries of the baseline are met here, are gone, or have become another verdict."""

    met: Count
    stale: Count
    worse: Count


class Dossier(Part):
    """The line of a group: the papers of a project, or those that a file holds of several, or a file of no project.

    `digest` is that of the names and bytes of its files, `carried` whether the line was taken from an earlier stream.
    """

    type: Literal["dossier"]
    digest: Digest
    carried: bool
    dossiers: list[str]
    exit_code: ExitCode
    summary: Summary
    inputs: list[Input]
    findings: list[Finding]
    coverage: list[Coverage]
    determinations: list[Determination]
    questions: list[Question]
    waivers: list[UseOfWaiver]
    baseline: UseOfBaseline | None


class WaiverInAll(Part):
    """What became of a waiver in all groups."""

    rule: str
    where: str
    state: WaiverState
    covers: Count


class BaselineInAll(Part):
    """What became of the baseline in all groups."""

    path: str
    met: Count
    stale: Count
    worse: Count
    elsewhere: Count


class End(Part):
    """The last line: what all lines come to, those carried over among them. A stream without it is not complete."""

    type: Literal["end"]
    exit_code: ExitCode
    summary: Summary
    groups: Count
    carried: Count
    dossiers: Count
    papers: Count
    unreadable: Count
    not_run: list[NotRun]
    waivers: list[WaiverInAll]
    baseline: BaselineInAll | None


class Line(RootModel[Annotated[Run | Dossier | End, Field(discriminator="type")]]):
    """One line of the stream."""


def stream_schema_text() -> str:
    """The schema of a line as the file holds it: draft 2020-12, two spaces, a newline at the end."""
    return schema_of(Line, "stream")
