"""One check as a value: what was read, which law counted, every finding and every verdict; all a reporter may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from pdo_policy.dispositions import BaselineUse, Changes, WaiverUse
    from pdo_policy.findings import Citation, CoverageRow, Finding, Location, Severity, Subject
    from pdo_policy.review import Review
    from pdo_policy.source import Span


@dataclass(frozen=True)
class RuleInfo:
    """A rule as such, apart from any case: for formats that tell what a rule is once and not at each finding.

    Attributes:
        id: a rule's id, or an `input.*` / `schema.*` code.
        title: what it asks for; of a code, what is wrong, with `…` for the particulars.
        severity: of the rule.
        citations: the counting clauses of the versions that were asked; empty for codes.
        why: why it matters; may be empty. What would be put in from a case is shown by its name.
        fix: what to do; may be empty.
        question: the neutral question to ask at a hearing; may be empty.
        chapter: the part of the rulebook it stands in, one of the report's chapters; empty for codes.
    """

    id: str
    title: str
    severity: Severity
    citations: tuple[Citation, ...]
    why: str
    fix: str
    question: str
    chapter: str = ""


@dataclass(frozen=True)
class NotRun:
    """A rule that met no subject or had no counting citation, its chapter, and why; nothing passes silently."""

    rule_id: str
    title: str
    reason: str
    chapter: str = ""


@dataclass(frozen=True)
class InputRecord:
    """One document of the run, or a file that gave none.

    Attributes:
        path: as the user knows it, with forward slashes.
        index: which document of the file, from 0.
        format: `yaml` or `json`.
        encoding: `utf-8`, `utf-8-sig`, `utf-16`, `gb18030`, or empty where it could not be decoded.
        sha256: of the file's bytes, hex.
        size: bytes.
        role: kind of document, or empty where it has none.
        id: the document's id, or empty.
        dossier: the dossier's id, or empty.
        title: the document's title, or empty.
        status: the document's status, or empty.
        readable: False where its content could not be checked.
    """

    path: str
    index: int
    format: str
    encoding: str
    sha256: str
    size: int
    role: str = ""
    id: str = ""
    dossier: str = ""
    title: str = ""
    status: str = ""
    readable: bool = True


@dataclass(frozen=True)
class RulebookInfo:
    """Which law was applied: the rulebook's id, title, version and digest, and what it does and does not cover."""

    id: str
    title: str
    version: str
    digest: str
    scope: str


@dataclass(frozen=True)
class InstrumentInfo:
    """An instrument as a report names it."""

    id: str
    title: str
    number: str
    status: str
    counts: bool


@dataclass(frozen=True)
class Whereabouts:
    """Where a check was made, for formats that name files as a repository knows them.

    Attributes:
        folder: the folder that relative paths start from, absolute and with forward slashes; empty where unknown.
        root: the root of the repository, in the same way; empty where it is the folder.
    """

    folder: str = ""
    root: str = ""


@dataclass(frozen=True)
class Determination:
    """An answer that was given to a 认定, a question that only people can decide.

    Attributes:
        name: of the question.
        answer: yes or no.
        by: who determined it; empty where the caller of the API did not say.
        on: the day, as written; may be empty.
        document: on what paper; may be empty.
        dossier: the project it is about; empty where it holds for all of the run.
        span: where it is written; None where it came by the API.
    """

    name: str
    answer: bool
    by: str = ""
    on: str = ""
    document: str = ""
    dossier: str = ""
    span: Span | None = None


@dataclass(frozen=True)
class OpenQuestion:
    """A 认定 that nobody has answered, and that verdicts of a project wait for.

    Attributes:
        name: of the 认定.
        question: what is asked.
        authority: who may answer.
        dossier: the project.
        rules: ids of the rules that are 待核实 for want of it.
    """

    name: str
    question: str
    authority: str
    dossier: str
    rules: tuple[str, ...]


@dataclass(frozen=True)
class Limit:
    """A clause on which people have to judge, because rules cannot, or cannot wholly.

    Attributes:
        citation: the clause.
        check: `manual` (a person must look), `partial` (rules answer a part) or `not_in_documents` (no paper shows it).
        summary: what the clause says, in our own words.
        told: the question to ask, or why no paper can show it.
    """

    citation: Citation
    check: str
    summary: str
    told: str


@dataclass(frozen=True)
class Event:
    """A step of an operation as one paper dates it.

    Attributes:
        step: its number in the order of the time line, from 0.
        label: what the step is (方案审议).
        subject: the paper.
        location: where the date stands, or would stand.
        first: the earliest day that it can be; None where the paper gives no usable date.
        last: the latest such day; the same as `first` for a date down to the day.
        shown: the date as messages show it; empty where there is none.
    """

    step: int
    label: str
    subject: Subject
    location: Location
    first: date | None = None
    last: date | None = None
    shown: str = ""


@dataclass(frozen=True)
class Ordering:
    """That a rule asks a step not to be before another.

    Attributes:
        rule_id: the rule.
        earlier: number of the step that comes first.
        later: number of the step that may not be before it.
    """

    rule_id: str
    earlier: int
    later: int


@dataclass(frozen=True)
class Standing:
    """That a paper is not finished: what it is at its stage, and what comes next.

    Attributes:
        path: of the paper's file.
        index: which document of the file, from 0.
        label: what the paper is.
        next: what comes next.
    """

    path: str
    index: int
    label: str
    next: str


@dataclass(frozen=True)
class Report:
    """Everything a reporter may see.

    Attributes:
        tool_version: of `pdo_policy`.
        rulebook: which rules.
        instruments: which law, and which of it counted on the date.
        as_of: the date of the check.
        law: the value of `--law`.
        fail_on: the level from which the exit code is 1.
        exit_code: as charter 5 defines it.
        inputs: in the order read.
        findings: sorted by file, place and rule.
        coverage: one row for each pair of rule and subject, sorted by rule and subject.
        not_run: rules without a row in the coverage.
        counts: how many rows of `coverage` ended in each verdict; all seven keys.
        rules: by id: each rule with a row in the coverage, and each code among the findings.
        whereabouts: where the check was made.
        determinations: the answers to 认定 that were taken into account, in the order given.
        questions: the 认定 that verdicts wait for, by project and name.
        chapters: the parts of the rulebook in their order.
        limits: the clauses that count and that people have to judge on, in the order of the texts.
        events: the steps of the operations that the papers date, by project, step and place.
        orderings: the orders of steps that rules of the rulebook ask for.
        standings: the papers that are not finished, in the order read.
        review: what a hearing folder needs beyond this; None where nobody asked for it.
        waivers: what became of each waiver given, in the order given.
        baseline: what became of the baseline, where one was given.
        changes: what is different from another check, where one was given.
        set_aside: files of waivers and baselines among the papers that nobody asked to be taken.
    """

    tool_version: str
    rulebook: RulebookInfo
    instruments: tuple[InstrumentInfo, ...]
    as_of: date
    law: str
    fail_on: str
    exit_code: int
    inputs: tuple[InputRecord, ...]
    findings: tuple[Finding, ...]
    coverage: tuple[CoverageRow, ...]
    not_run: tuple[NotRun, ...]
    counts: Mapping[str, int]
    rules: tuple[RuleInfo, ...] = ()
    whereabouts: Whereabouts = Whereabouts()
    determinations: tuple[Determination, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    chapters: tuple[str, ...] = ()
    limits: tuple[Limit, ...] = ()
    events: tuple[Event, ...] = ()
    orderings: tuple[Ordering, ...] = ()
    standings: tuple[Standing, ...] = ()
    review: Review | None = None
    waivers: tuple[WaiverUse, ...] = ()
    baseline: BaselineUse | None = None
    changes: Changes | None = None
    set_aside: tuple[str, ...] = ()
