"""The JSON of `why`, version 1.0, as pydantic models, and the schema made from them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from pdo_policy.report_schema import Clause, Subject
from pdo_policy.schema_parts import Count, Digest, Part, Place, Severity, Verdict, schema_of

Day = Annotated[str, StringConstraints(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
Truth = bool | None
"""True, false, or null for what the papers leave open."""


class Rulebook(Part):
    """Which rules."""

    id: str
    title: str
    version: str
    digest: Digest


class Run(Part):
    """Under which law, and in which language the words are."""

    as_of: Day
    law: str
    lang: Literal["zh", "en"]


class Where(Part):
    """A place in a file; lines and columns count from 1, columns in code points, the end is behind the last one."""

    path: str
    line: Place
    column: Place
    end_line: Place
    end_column: Place


class Location(Where):
    """A place in a paper; of something absent, the nearest thing that is there."""

    pointer: str
    absent: bool


class Fault(Part):
    """Something wrong with the writing or the form of a paper; `code` is an `input.*` or `schema.*` code."""

    code: str
    headline: str
    fix: str
    location: Location


class Standing(Clause):
    """A clause, its instrument's days in force, and whether it counts."""

    first: Day | None
    last: Day | None
    counts: bool
    why_not: Literal["", "pending", "superseded", "law", "topic"]


ReadState = Literal[
    "present", "blank", "null", "not_applicable", "invalid", "absent", "document", "several", "unlinked",
    "determination", "calendar", "currency", "unit", "range", "division", "parameter", "version", "consequence",
]  # fmt: skip


class Read(Part):
    """Something that was read or looked for: its state, its value, or in words why it tells nothing."""

    name: str
    state: ReadState
    value: str
    said: str
    presumed: str
    location: Location | None
    faults: list[Fault]


class Operand(Part):
    """A side of a comparison as the rule writes it, and its value; empty where that is not known."""

    text: str
    value: str


Form = Literal[
    "compare", "within", "present", "member", "includes", "matches", "truth", "determination",
    "and", "or", "not", "if", "quantifier", "enumeration", "predicate", "item", "element",
]  # fmt: skip


class Node(Part):
    """A condition in the words of the rule, its answer, what it read, and the conditions in it."""

    form: Form
    op: str
    text: str
    rule: Where
    value: Truth
    failed: bool
    number: Count
    label: str
    count: Count | None
    left_out: Count
    operands: list[Operand]
    reads: list[Read]
    parts: list[Node]


class Period(Part):
    """Days in force, and whether the governing date is one of them."""

    first: Day | None
    last: Day | None
    in_force: Truth


class Governing(Part):
    """The date that governs the rule (时点), the versions of the rule, and the number of the one that was asked."""

    text: str
    value: str
    reads: list[Read]
    versions: Annotated[list[Period], Field(min_length=1)]
    chosen: Count | None


class Premise(Part):
    """A rule whose violation makes this one apply; null where it was not asked of the paper."""

    rule_id: str
    verdict: Verdict | None


class Applicability(Part):
    """Whether the rule applies, by its own conditions and by the rules that entail it."""

    value: Truth
    conditions: list[Node]
    premises: list[Premise]


class Requirement(Part):
    """What is demanded, and whether it is met; of `must_not`, the condition is what is forbidden."""

    op: Literal["must", "must_not", "may", "encourage"]
    value: Truth
    condition: Node | None
    exercise: Node | None
    replaced_by: str


class Exemption(Part):
    """An exception that was considered: whether it holds by itself, and whether it takes effect."""

    id: str
    title: str
    rule: Where
    effect: Literal["exempt", "replace"]
    counts: bool
    period: Period
    condition: Node | None
    holds: Truth
    unproven: Literal["fails", "undetermined"]
    effective: Truth
    attackers: list[str]
    over: list[str]
    requirement: Requirement | None


class Parameter(Part):
    """A parameter that the rule may read, on the governing date."""

    name: str
    value: str
    status: Literal["", "已核", "待核", "工程约定"]


class Change(Part):
    """Something that would change the verdict: the verdict if it held, and if it did not; null for what it is."""

    what: Literal["applicability", "requirement", "exception"]
    id: str
    if_true: Verdict | None
    if_false: Verdict | None


class Trace(Part):
    """How the rule came to its verdict on one subject."""

    title: str
    rule: Where
    severity: Severity
    clauses: list[Clause]
    subject: Subject
    verdict: Verdict
    firm: bool
    reason: str
    notes: list[str]
    governing: Governing
    applicability: Applicability
    exceptions: list[Exemption]
    requirement: Requirement | None
    parameters: list[Parameter]
    changes: list[Change]
    remedy: str


class Paper(Subject):
    """A paper that was given, and its file."""

    path: str


class NotRun(Part):
    """Why the rule was not run: no clause of it counts, or there is no paper of the kind that it is asked of."""

    reason: Literal["no_citation", "no_subject"]
    said: str
    wanted: str
    papers: list[Paper]


class Explanation(Part):
    """The answer of `why` for one rule: a trace for each subject, or why it was not run."""

    trace_version: Literal["1.0"]
    rulebook: Rulebook
    run: Run
    rule_id: str
    title: str
    clauses: list[Standing]
    traces: list[Trace]
    not_run: NotRun | None
    unread: list[Fault]


def trace_schema_text() -> str:
    """The schema of the JSON of `why` as the file holds it: draft 2020-12, two spaces, a newline at the end."""
    return schema_of(Explanation, "trace")
