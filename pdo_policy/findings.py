"""What a check finds, as values: verdicts, findings, coverage rows, and the report that holds them all."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass

if TYPE_CHECKING:
    from pdo_policy.source import Span


class Severity(StrEnum):
    """How grave a breach of a rule is: 严重, 一般, 提示 (charter 4.3)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Verdict(StrEnum):
    """How a pair of rule and subject ends: 符合, 不符合, 待核实, 不适用, 豁免, 未采纳, 出错 (charter 5)."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    UNDETERMINED = "undetermined"
    NOT_APPLICABLE = "not_applicable"
    EXEMPT = "exempt"
    NOT_ADOPTED = "not_adopted"
    ERROR = "error"


class Disposition(StrEnum):
    """What was decided about a finding, apart from its verdict, which it never changes (charter 5).

    `open` calls for action; `waived` rests on a waiver, `baselined` on the baseline. Formats in which every entry calls
    for action leave out what is not open.
    """

    OPEN = "open"
    WAIVED = "waived"
    BASELINED = "baselined"


@dataclass(frozen=True)
class Citation:
    """A clause as a finding shows it.

    Attributes:
        instrument: id of the instrument (`ndrc-2025-27`).
        clause: id of the clause in it (`art_9__point_5`).
        display: the Chinese form with the instrument's short name, drafts marked 征求意见稿.
        status: `draft`, `in_force` or `superseded` on the date of the check.
    """

    instrument: str
    clause: str
    display: str
    status: str


@dataclass(frozen=True)
class Void:
    """Where nothing is written that can be used, as widely as that is so: the cause that findings can share.

    Attributes:
        kind: `paper` (it is not among those given), `absent` (the part is not there), `empty` (it is, with nothing in
            it but what is unknown or blank), `unreadable` (something is written, and nobody can tell what is meant).
        labels: of a part, the way to it in Chinese labels; of a paper, what it is.
        pointer: of a part, its canonical path; of a paper, empty.
        span: the part, or the nearest thing that exists; of a paper, where it is named, or where it would be asked for.
        named: of a paper, the id by which it is named; empty where none is.
    """

    kind: str
    labels: tuple[str, ...]
    pointer: tuple[str | int, ...]
    span: Span
    named: str = ""


@dataclass(frozen=True)
class Location:
    """A place in a submission, in the user's terms and in a program's.

    Attributes:
        span: the text it is about; for something absent, the nearest thing that exists.
        pointer: canonical path from the document's root, list items by index.
        breadcrumb: the same path in Chinese labels, list items by number and name.
        absent: whether what the finding is about is not there.
        note: what this place contributes, for related places; may be empty.
        void: the missing paper or part that it is in, or of what tells that a value cannot be read, that value; None
            where something is written.
    """

    span: Span
    pointer: tuple[str | int, ...] = ()
    breadcrumb: tuple[str, ...] = ()
    absent: bool = False
    note: str = ""
    void: Void | None = None


@dataclass(frozen=True)
class Text:
    """The words of a finding.

    Attributes:
        headline: what is wrong, in at most about forty characters plus quoted values.
        why: why it matters, one sentence.
        fix: what to do.
        question: the neutral question to ask at a hearing.
        details: further lines, such as what is missing to decide, or what proof would change the verdict.
        example: how what is missing may be written; may be empty.
    """

    headline: str
    why: str = ""
    fix: str = ""
    question: str = ""
    details: tuple[str, ...] = ()
    example: str = ""


@dataclass(frozen=True)
class Subject:
    """What a rule was asked about: one document of a dossier.

    Attributes:
        role: kind of document (`implementation_plan`, `agreement`, `annual_report`), or empty for a file.
        id: the document's own id, or the path where it has none.
        dossier: the project's id, or empty.
        label: how the reader knows it (`实施方案 HB-2025-001-FA`).
    """

    role: str
    id: str
    dossier: str
    label: str


@dataclass(frozen=True)
class Finding:
    """One thing wrong, or open, in a submission; the only shape for that (charter 6).

    Attributes:
        rule_id: a rule's id, or an `input.*` / `schema.*` code.
        title: the rule's title, or the code's short name.
        verdict: `violated`, `undetermined`, `not_adopted`, `error`, or `exempt` where a stated reason is to be seen.
        severity: of the rule.
        citations: the counting clauses; empty only for `input.*` and `schema.*` codes that rest on no clause.
        text: the words.
        locations: the primary place first, related ones after it; never empty.
        subject: the document it is about.
        fingerprint: 32 hex digits, free of place, path and wording.
        location_fingerprint: 32 hex digits, bound to the file's path, unique in a report.
        firm: False where proof of an exception could still change the verdict.
        expected: what was expected, for display; may be empty.
        actual: what was read, for display; may be empty.
        disposition: what was decided about it.
    """

    rule_id: str
    title: str
    verdict: Verdict
    severity: Severity
    citations: tuple[Citation, ...]
    text: Text
    locations: tuple[Location, ...]
    subject: Subject
    fingerprint: str
    location_fingerprint: str
    firm: bool = True
    expected: str = ""
    actual: str = ""
    disposition: Disposition = Disposition.OPEN


@dataclass(frozen=True)
class CoverageRow:
    """How one pair of rule and subject ended.

    Attributes:
        rule_id: the rule.
        title: its title.
        severity: its severity.
        citations: its counting clauses.
        subject: the document.
        verdict: one of the seven.
        reason: for a verdict other than 符合, why, in one line; may be empty.
        findings: fingerprints of the findings it gave.
        firm: as in `Finding`.
        disposition: as in `Finding`; not open where none of its findings is.
        awaits: names of the 认定 that a 待核实 waits for.
    """

    rule_id: str
    title: str
    severity: Severity
    citations: tuple[Citation, ...]
    subject: Subject
    verdict: Verdict
    reason: str
    findings: tuple[str, ...]
    firm: bool = True
    disposition: Disposition = Disposition.OPEN
    awaits: tuple[str, ...] = ()
