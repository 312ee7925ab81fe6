"""Findings become the entries of a baseline, and its file becomes entries again."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.dispositions import Baseline, BaselineEntry
from pdo_policy.errors import FormError, Problem
from pdo_policy.findings import Severity, Verdict
from pdo_policy.law.forms import fitting
from pdo_policy.schema.suggestions import MOST, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from pdo_policy.documents.files import File
    from pdo_policy.findings import Finding
    from pdo_policy.law.forms import Form
    from pdo_policy.report import Report

ACCEPTABLE = (Verdict.VIOLATED, Verdict.UNDETERMINED, Verdict.NOT_ADOPTED)
"""What can be accepted for now: a rule that failed cannot, and what is exempt needs not."""

_CODES = ("input.", "schema.")


class Made(NamedTuple):
    """A baseline that was made, and what of the findings is not in it.

    Attributes:
        baseline: as it is to be written.
        added: how many entries are new.
        removed: how many entries are gone.
        grave: findings of severity 严重 that were left out, because nobody asked for them.
    """

    baseline: Baseline
    added: int
    removed: int
    grave: tuple[Finding, ...]


def read_baseline(file: File, rules: Collection[str]) -> Baseline:
    """The baseline of a file.

    Raises:
        FormError: the file cannot be read or is not in form, or a rule is unknown.
    """
    if file.source is None:
        raise FormError([Problem("BSL-F001", {"file": file.path})], "baseline")
    problems: list[Problem] = []
    form = fitting(file.source, "baseline", problems)
    entries = [_entry(form, index, rules, problems) for index in range(len(form.data["entries"]))] if form else []
    created = _day(form, problems, "created") if form else None
    if problems or created is None:
        raise FormError(problems, "baseline")
    return Baseline(file.path, created, tuple(entry for entry in entries if entry is not None))


def _entry(form: Form, index: int, rules: Collection[str], problems: list[Problem]) -> BaselineEntry | None:
    written = form.data["entries"][index]
    if written["rule"] not in rules and not written["rule"].startswith(_CODES):
        near = nearest(written["rule"], rules, 0.0) if len(problems) < MOST else ""
        facts = {"name": written["rule"], "near": near}
        problems.append(Problem("BSL-F002", facts, form.span("entries", index, "rule")))
    seen = _day(form, problems, "entries", index, "first_seen")
    return BaselineEntry(**{**written, "first_seen": seen}) if seen is not None else None


def _day(form: Form, problems: list[Problem], *path: str | int) -> date | None:
    written: Any = form.data
    for step in path:
        written = written[step]
    try:
        return date.fromisoformat(written)
    except ValueError:
        problems.append(Problem("LAW-F009", {"value": written}, form.span(*path)))
        return None


def made(report: Report, before: Baseline | None, *, reason: str, severe: bool) -> Made:
    """A baseline of the findings of a report.

    Args:
        report: of a check without waivers and baseline.
        before: the baseline to be brought up to date; its entries keep their day and reason, those of papers that are
            not in the report stay as they are, and those whose finding is gone are taken out.
        reason: why what is new is accepted.
        severe: whether findings of severity 严重 may come in.
    """
    known = {entry.fingerprint: entry for entry in before.entries} if before else {}
    kept, added, grave = [], 0, []
    for finding in report.findings:
        if finding.verdict not in ACCEPTABLE:
            continue
        entry = known.get(finding.fingerprint)
        if entry is not None and entry.verdict == finding.verdict.value:
            kept.append(entry)
        elif finding.severity is Severity.ERROR and finding.verdict is Verdict.VIOLATED and not severe:
            grave.append(finding)
        else:
            added += 1
            kept.append(_made(finding, report.as_of, reason))
    here = papers_of(report)
    away = [entry for entry in known.values() if paper_of(entry) not in here]
    entries = sorted((*kept, *away), key=lambda entry: (entry.rule, entry.paper, entry.fingerprint))
    removed = len(known.keys() - {entry.fingerprint for entry in entries})
    baseline = Baseline("", before.created if before else report.as_of, tuple(entries))
    return Made(baseline, added, removed, tuple(grave))


def pruned(report: Report, before: Baseline) -> Made:
    """A baseline without the entries of papers in a report whose finding is gone."""
    there = {finding.fingerprint for finding in report.findings}
    here = papers_of(report)
    entries = tuple(e for e in before.entries if e.fingerprint in there or paper_of(e) not in here)
    return Made(Baseline("", before.created, entries), 0, len(before.entries) - len(entries), ())


def papers_of(report: Report) -> frozenset[tuple[str, str, str]]:
    """Kind, id and project of the papers of a report, and of the files that gave none."""
    named = {(record.role, record.id or record.path, record.dossier) for record in report.inputs}
    subjects = (finding.subject for finding in report.findings)
    return frozenset(named | {(one.role, one.id, one.dossier) for one in subjects})


def paper_of(entry: BaselineEntry) -> tuple[str, str, str]:
    """Kind, id and project of the paper that an entry is about."""
    return entry.role, entry.paper_id, entry.dossier


def _made(finding: Finding, day: date, reason: str) -> BaselineEntry:
    return BaselineEntry(
        fingerprint=finding.fingerprint,
        rule=finding.rule_id,
        clause="，".join(citation.display for citation in finding.citations),
        headline=finding.text.headline,
        paper=finding.subject.label,
        role=finding.subject.role,
        paper_id=finding.subject.id,
        dossier=finding.subject.dossier,
        severity=finding.severity.value,
        verdict=finding.verdict.value,
        first_seen=day,
        reason=reason,
    )


def text_of(baseline: Baseline, rulebook: str) -> str:
    """The file of a baseline; the same entries give the same bytes."""
    data = {
        "version": 1,
        "created": baseline.created.isoformat(),
        "rulebook": rulebook,
        "entries": entries_data(baseline.entries),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def entries_data(entries: Iterable[BaselineEntry]) -> list[dict[str, Any]]:
    """Entries as plain data."""
    return [{**asdict(entry), "first_seen": entry.first_seen.isoformat()} for entry in entries]
