"""Findings and what is to be accepted become findings with their disposition; no verdict is ever changed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.disposition.baseline import ACCEPTABLE, paper_of
from pdo_policy.disposition.waivers import steps
from pdo_policy.dispositions import BaselineUse, WaiverUse
from pdo_policy.findings import Disposition

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import date

    from pdo_policy.dispositions import Acceptance, Baseline, Waiver
    from pdo_policy.findings import CoverageRow, Finding, Subject

SOON = 30
"""From how many days before its end a waiver is told to be expiring."""


class Accepted(NamedTuple):
    """Findings and rows with their dispositions, and what became of the waivers and of the baseline."""

    findings: tuple[Finding, ...]
    coverage: tuple[CoverageRow, ...]
    waivers: tuple[WaiverUse, ...]
    baseline: BaselineUse | None


def accepted(
    findings: Sequence[Finding],
    coverage: Sequence[CoverageRow],
    acceptance: Acceptance,
    day: date,
    barred: Collection[str],
) -> Accepted:
    """Give findings and rows their dispositions.

    Args:
        findings: of the report.
        coverage: of the report.
        acceptance: the waivers and the baseline.
        day: of the check; a waiver holds on its first and on its last day.
        barred: rules that the rulebook lets nobody waive.
    """
    papers = {subject for row in coverage for subject in [row.subject]} | {finding.subject for finding in findings}
    waivers = tuple(_use(waiver, findings, papers, day, barred) for waiver in acceptance.waivers)
    waived = {mark for use in waivers if use.state == "used" for mark in use.covers}
    baseline = _baseline_use(acceptance.baseline, findings, papers, day) if acceptance.baseline else None
    met = {entry.fingerprint for entry, _ in baseline.met} if baseline else set()
    made = {
        finding.fingerprint: _disposition(finding.fingerprint, waived, met)
        for finding in findings
        if finding.verdict in ACCEPTABLE
    }
    told = tuple(
        replace(finding, disposition=made[finding.fingerprint])
        if made.get(finding.fingerprint, Disposition.OPEN) is not Disposition.OPEN
        else finding
        for finding in findings
    )
    return Accepted(told, _rows(coverage, told), waivers, baseline)


def _disposition(mark: str, waived: Collection[str], met: Collection[str]) -> Disposition:
    if mark in waived:
        return Disposition.WAIVED
    return Disposition.BASELINED if mark in met else Disposition.OPEN


def _rows(coverage: Sequence[CoverageRow], findings: Iterable[Finding]) -> tuple[CoverageRow, ...]:
    """A row is open as long as one of its findings is."""
    dealt: dict[tuple[str, Subject], set[Disposition]] = {}
    for finding in findings:
        dealt.setdefault((finding.rule_id, finding.subject), set()).add(finding.disposition)
    rows = []
    for row in coverage:
        ways = dealt.get((row.rule_id, row.subject), {Disposition.OPEN}) if row.verdict in ACCEPTABLE else set()
        if ways and Disposition.OPEN not in ways:
            way = Disposition.WAIVED if ways == {Disposition.WAIVED} else Disposition.BASELINED
            rows.append(replace(row, disposition=way))
        else:
            rows.append(row)
    return tuple(rows)


# ---------------------------------------------------------------------- waivers


def _use(
    waiver: Waiver, findings: Iterable[Finding], papers: Iterable[Subject], day: date, barred: Collection[str]
) -> WaiverUse:
    covered = [finding for finding in findings if _covers(waiver, finding)]
    marks = tuple(finding.fingerprint for finding in covered)
    left = (waiver.expires - day).days
    if waiver.rule in barred:
        state = "barred"
    elif left < 0:
        state = "expired"
    elif day < waiver.created:
        state = "early"
    elif marks:
        state = "used"
    else:
        state = "unused" if any(_is_paper(waiver, subject) for subject in papers) else "elsewhere"
    used = state == "used"
    places = {steps(finding.locations[0].breadcrumb) for finding in covered}
    return WaiverUse(waiver, state, marks, left, expiring=used and left <= SOON, broad=used and len(places) > 1)


def _covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether a finding is of the waiver's rule, on its paper, and at its place or below."""
    way = waiver.where[1:]
    return (
        finding.rule_id == waiver.rule
        and finding.verdict in ACCEPTABLE
        and _is_paper(waiver, finding.subject)
        and steps(finding.locations[0].breadcrumb)[: len(way)] == way
    )


def _is_paper(waiver: Waiver, subject: Subject) -> bool:
    return waiver.where[0] in (subject.label, subject.id)


# ---------------------------------------------------------------------- the baseline


def _baseline_use(baseline: Baseline, findings: Iterable[Finding], papers: Iterable[Subject], day: date) -> BaselineUse:
    there: Mapping[str, Finding] = {finding.fingerprint: finding for finding in findings}
    here = {(subject.role, subject.id, subject.dossier) for subject in papers}
    met, stale, worse, elsewhere = [], [], [], 0
    for entry in baseline.entries:
        finding = there.get(entry.fingerprint)
        if finding is not None and finding.verdict.value == entry.verdict:
            met.append((entry, max(0, (day - entry.first_seen).days)))
        elif finding is not None:
            worse.append(entry)
        elif paper_of(entry) in here:
            stale.append(entry)
        else:
            elsewhere += 1
    return BaselineUse(baseline.path, baseline.created, tuple(met), tuple(stale), tuple(worse), elsewhere)
