"""How a rule came to its verdict on its subjects, as values: what was asked, read and considered (language.md 3.9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from pdo_policy.findings import Citation, Location, Severity, Subject, Verdict
    from pdo_policy.report import RulebookInfo
    from pdo_policy.source import Span

Truth = bool | None
"""Whether something holds; None where the papers leave it open."""


@dataclass(frozen=True)
class Fault:
    """Something wrong with the writing or the form of a submission: its code, its words and its place."""

    code: str
    headline: str
    fix: str
    location: Location


@dataclass(frozen=True)
class Read:
    """Something that was read, or looked for.

    Attributes:
        name: what it is, as the reader of the paper knows it (授权期限 → 终止日); in another paper, with its name.
        state: `present`, or why it tells nothing: `blank`, `null`, `not_applicable`, `invalid`; `absent`; of a paper
            `document`, `several` or `unlinked`; or what is open without a place: `determination`, `calendar`,
            `currency`, `unit`, `range`, `division`, `parameter`, `version`.
        value: as a message would show it; of what cannot be read, as written; of a paper, the id it is looked for by.
        said: why it tells nothing, in words; empty for what is present.
        presumed: the value that counts in its place (推定); else empty.
        location: its place, or that of the nearest thing there is; None where no place tells.
        faults: what is wrong with the writing that may be the cause.
    """

    name: str
    state: str
    value: str
    said: str
    presumed: str
    location: Location | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class Operand:
    """A side of a comparison as the rule writes it, and its value; empty where that is not known."""

    text: str
    value: str


@dataclass(frozen=True)
class Node:
    """A condition and its answer.

    Attributes:
        form: `compare`, `within`, `present`, `member`, `includes`, `matches`, `truth` or `determination`, which read
            the papers; `and`, `or`, `not`, `if` (its parts: 若, 则 and 否则), `quantifier`, `enumeration` or
            `predicate`, which have parts; `item`, a part of an enumeration; `element`, a part of a quantifier.
        op: what it asks: `le`, `stated`, `every`, `at_least` and so on; may be empty.
        text: the words of the rule, on one line and without comments.
        span: its place in the rule text.
        value: the answer.
        failed: whether it could not be answered for a fault of ours.
        number: of an item.
        label: of an item, its label; of a 判定, its name; of an element, what the reader calls it; may be empty.
        count: of a quantifier, how many elements there are; None where that is not known.
        left_out: of a quantifier, how many elements that tell are not among its parts, lest there be too many.
        operands: what was compared; constants are in the text.
        reads: what it read itself.
        parts: the conditions in it; of a quantifier, its body at those elements that tell.
    """

    form: str
    op: str
    text: str
    span: Span
    value: Truth
    failed: bool = False
    number: int = 0
    label: str = ""
    count: int | None = None
    left_out: int = 0
    operands: tuple[Operand, ...] = ()
    reads: tuple[Read, ...] = ()
    parts: tuple[Node, ...] = ()


@dataclass(frozen=True)
class Period:
    """A version's days in force, and whether the governing date is one of them."""

    first: date | None
    last: date | None
    in_force: Truth


@dataclass(frozen=True)
class Governing:
    """The 时点 and its value, empty text for the day of the check; the versions, and the number of the one asked."""

    text: str
    value: str
    reads: tuple[Read, ...]
    versions: tuple[Period, ...]
    chosen: int | None


@dataclass(frozen=True)
class Premise:
    """A rule whose violation makes this one apply (后果), and its verdict; None where it was not asked of the paper."""

    rule_id: str
    verdict: Verdict | None


@dataclass(frozen=True)
class Applicability:
    """Whether the rule applies: its 当 and the exercise of its 可以 as nodes, and the rules that entail it."""

    value: Truth
    nodes: tuple[Node, ...]
    premises: tuple[Premise, ...]


@dataclass(frozen=True)
class Requirement:
    """What is demanded in the end, and whether it is met.

    Attributes:
        op: `must`, `must_not`, `may` or `encourage`.
        value: whether it is met: of 不得, whether its node does not hold.
        node: its condition; None for a bare 可以.
        exercise: of a 可以 that replaced the requirement, what may be done.
        replaced_by: id of the exception that put it in place of the rule's own; else empty.
    """

    op: str
    value: Truth
    node: Node | None
    exercise: Node | None
    replaced_by: str


@dataclass(frozen=True)
class Considered:
    """An exception that was considered.

    Attributes:
        id: its id; of the rule's own 除非, the rule's with a number: `RULE/1`.
        title: its title; empty for a 除非.
        span: where it is written.
        effect: `exempt` or `replace`.
        counts: whether a clause that it rests on counts.
        period: its days in force.
        node: its condition; None where it has none.
        holds: whether it holds by itself: its condition, on the governing date, under clauses that count.
        unproven: what counts while it is not proven: `fails` or `undetermined`.
        effective: whether it takes effect.
        attackers: ids of the exceptions against it.
        over: ids of the replacements it goes before.
        requirement: what it puts in place of the rule's requirement.
    """

    id: str
    title: str
    span: Span
    effect: str
    counts: bool
    period: Period
    node: Node | None
    holds: Truth
    unproven: str
    effective: Truth
    attackers: tuple[str, ...]
    over: tuple[str, ...]
    requirement: Requirement | None


@dataclass(frozen=True)
class Change:
    """What would change the verdict.

    Attributes:
        what: `requirement`, `applicability` or `exception`.
        id: of an exception.
        if_true: the verdict if it held, all else as it is; None where that is as it is.
        if_false: the verdict if it did not; None where that is as it is.
    """

    what: str
    id: str
    if_true: Verdict | None
    if_false: Verdict | None


@dataclass(frozen=True)
class Parameter:
    """A parameter the rule may read, its value on the governing date, and how far its text was verified."""

    name: str
    value: str
    status: str


@dataclass(frozen=True)
class Trace:
    """How a rule came to its verdict on one subject.

    Attributes:
        title: of the version asked.
        span: its place in the rule text.
        severity: of that version.
        citations: its counting clauses.
        subject: what it was asked of.
        verdict: that of a check.
        firm: whether proof of an exception could not change it.
        reason: that of the coverage.
        notes: further lines, such as that only presence was checked.
        governing: which version was asked.
        applicability: whether it applies.
        exceptions: those considered, in the order of their ids, the rule's own first.
        requirement: what it demands; None where no version was asked.
        parameters: those it reads.
        changes: what would change the verdict.
        remedy: what the rule asks to be done where it is not met; else empty.
    """

    title: str
    span: Span
    severity: Severity
    citations: tuple[Citation, ...]
    subject: Subject
    verdict: Verdict
    firm: bool
    reason: str
    notes: tuple[str, ...]
    governing: Governing
    applicability: Applicability
    exceptions: tuple[Considered, ...]
    requirement: Requirement | None
    parameters: tuple[Parameter, ...]
    changes: tuple[Change, ...]
    remedy: str


@dataclass(frozen=True)
class Standing:
    """A clause the rule rests on, and whether it counts; if not, why: `pending`, `superseded`, `law` or `topic`."""

    citation: Citation
    first: date | None
    last: date | None
    counts: bool
    why_not: str


@dataclass(frozen=True)
class Idle:
    """Why a rule was not run: `no_citation` or `no_subject`; the kind it wants, the papers there are, their files."""

    reason: str
    said: str
    wanted: str
    papers: tuple[tuple[Subject, str], ...]


@dataclass(frozen=True)
class Explanation:
    """The answer to “why?” for one rule.

    Attributes:
        rulebook: which rules.
        as_of, law: the date of the check, and the value of `--law`.
        rule_id: the rule; its title is that of the version asked first.
        clauses: those that any version of it rests on.
        traces: one for each subject, in the order of the papers.
        idle: why it was not run; None where there is a trace.
        unread: what is wrong with papers that were not read at all.
    """

    rulebook: RulebookInfo
    as_of: date
    law: str
    rule_id: str
    title: str
    clauses: tuple[Standing, ...]
    traces: tuple[Trace, ...]
    idle: Idle | None
    unread: tuple[Fault, ...]
