"""Waivers, the baseline and the changes since another check, as values: what became of each, for a report to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.frozen import dataclass

if TYPE_CHECKING:
    from datetime import date

    from pdo_policy.source import Span


@dataclass(frozen=True)
class Waiver:
    """That somebody accepted a finding of a rule at a place, for a while, and why.

    Attributes:
        rule: id of the rule.
        where: the paper, and the way to the place in it, as steps without the numbers of list elements.
        reason: why.
        approver: who accepted it.
        basis: the clause or document that this rests on.
        created: the first day it holds.
        expires: the last day it holds; at most twelve months after `created`.
        span: where it is written.
    """

    rule: str
    where: tuple[str, ...]
    reason: str
    approver: str
    basis: str
    created: date
    expires: date
    span: Span

    @property
    def place(self) -> str:
        """Where it holds, as one text."""
        return " → ".join(self.where)


@dataclass(frozen=True)
class WaiverUse:
    """What became of a waiver in a check.

    Attributes:
        waiver: as written.
        state: `used`; `unused` (nothing to waive at its place), `elsewhere` (its paper is not here), `expired`, `early`
            (it begins later), or `barred` (the rulebook lets nobody waive its rule).
        covers: fingerprints of the findings it accepts, or would accept were it not expired, early or barred.
        left: how many days it holds after the day of the check; negative where it is over.
        expiring: whether it is used and ends within thirty days.
        broad: whether it is used and accepts findings at several places.
    """

    waiver: Waiver
    state: str
    covers: tuple[str, ...]
    left: int
    expiring: bool = False
    broad: bool = False


@dataclass(frozen=True)
class BaselineEntry:
    """A finding that was there when the baseline was made.

    Attributes:
        fingerprint: of the finding.
        rule: id of its rule, or its code.
        clause: what it rests on, as shown; may be empty.
        headline: what it said then.
        paper: label of the paper it is about.
        role: kind of that paper.
        paper_id: id of that paper.
        dossier: the paper's project.
        severity: `error`, `warning` or `note`.
        verdict: how it stood; another verdict today is not accepted.
        first_seen: the day it came into the baseline.
        reason: why it was accepted.
    """

    fingerprint: str
    rule: str
    clause: str
    headline: str
    paper: str
    role: str
    paper_id: str
    dossier: str
    severity: str
    verdict: str
    first_seen: date
    reason: str


@dataclass(frozen=True)
class Baseline:
    """The findings that are accepted for now: the file, the day it was made, its entries by rule and fingerprint."""

    path: str
    created: date
    entries: tuple[BaselineEntry, ...]


@dataclass(frozen=True)
class BaselineUse:
    """What became of a baseline in a check.

    Attributes:
        path: of its file.
        created: the day it was made.
        met: the entries whose finding is there, each with its age in days.
        stale: entries of papers that are here, whose finding is gone.
        worse: entries whose finding is there with another verdict, and so is not accepted.
        elsewhere: how many entries are of papers that are not here.
    """

    path: str
    created: date
    met: tuple[tuple[BaselineEntry, int], ...]
    stale: tuple[BaselineEntry, ...]
    worse: tuple[BaselineEntry, ...]
    elsewhere: int

    @property
    def grave(self) -> int:
        """How many findings it accepts that are 不符合 and 严重."""
        return sum(1 for entry, _ in self.met if (entry.severity, entry.verdict) == ("error", "violated"))


@dataclass(frozen=True)
class Acceptance:
    """What a check is to accept: waivers, and a baseline where there is one."""

    waivers: tuple[Waiver, ...] = ()
    baseline: Baseline | None = None


@dataclass(frozen=True)
class Known:
    """A finding as it can be compared with one of another check.

    Attributes:
        fingerprint: its identity.
        rule: id of its rule, or its code.
        title: of the rule.
        verdict: as such.
        severity: of the rule.
        headline: what it says.
        paper: label of the paper.
        trail: its place in the labels of the form, list elements without their number.
        excerpt: the line it stands on.
        clause: what it rests on, as shown; may be empty.
    """

    fingerprint: str
    rule: str
    title: str
    verdict: str
    severity: str
    headline: str
    paper: str
    trail: str
    excerpt: str
    clause: str


@dataclass(frozen=True)
class FindingChange:
    """A finding that is in both, with another verdict or other words: what it was, and what it is."""

    before: Known
    after: Known


@dataclass(frozen=True)
class FieldChange:
    """A field of a paper that says something else: `before` and `after` as shown, empty where it is not there."""

    paper: str
    trail: str
    before: str
    after: str


@dataclass(frozen=True)
class VerdictChange:
    """A pair of rule and paper that ended otherwise, and which fields of its findings changed, as far as is known."""

    rule: str
    title: str
    paper: str
    before: str
    after: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class Changes:
    """What is different from another check.

    Attributes:
        before: what is compared with: the paths or the report.
        after: what is compared.
        new: findings that were not there before.
        solved: findings that are no longer there, whose paper is, and whose rule was asked and came out in order.
        unasked: findings that are no longer there, of which nobody knows: their paper is not here, or their rule was
            not asked or is open now.
        remaining: findings that are there as before, or with another verdict or other words.
        changed: those of `remaining` that are not as they were.
        verdicts: pairs of rule and paper that ended otherwise.
        fields: all fields that changed; empty where one side is only known by its report.
        papers_gone: labels of papers that were there before.
        papers_new: labels of papers that were not.
        caution: codes of what makes the two hard to compare: `rulebook`, `as_of`, `law`.
        before_as_of: the day of the earlier check, as written.
    """

    before: str
    after: str
    new: tuple[Known, ...]
    solved: tuple[Known, ...]
    remaining: tuple[Known, ...]
    unasked: tuple[Known, ...] = ()
    changed: tuple[FindingChange, ...] = ()
    verdicts: tuple[VerdictChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    papers_gone: tuple[str, ...] = ()
    papers_new: tuple[str, ...] = ()
    caution: tuple[str, ...] = ()
    before_as_of: str = ""
