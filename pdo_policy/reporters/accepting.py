"""What was accepted for now, and what changed since another check, become lines that formats for people share."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pdo_policy.findings import Disposition, Verdict
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.disposition import told
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pdo_policy.dispositions import BaselineUse, Changes, FieldChange, Known, VerdictChange, WaiverUse
    from pdo_policy.report import Report


def dealings(report: Report, lang: str) -> Mapping[str, str]:
    """Of each finding that was accepted, by fingerprint: how, why, by whom."""
    found: dict[str, str] = {}
    if report.baseline is not None:
        for entry, age in report.baseline.met:
            found[entry.fingerprint] = one_line(told("dealt_baselined", lang, age=age, reason=entry.reason))
    for use in report.waivers:
        one = use.waiver
        text = told(
            "dealt_waived", lang, expires=one.expires, reason=one.reason, approver=one.approver, basis=one.basis
        )
        if use.state == "used":
            found.update(dict.fromkeys(use.covers, one_line(text)))
    open_ = {finding.fingerprint for finding in report.findings if finding.disposition is Disposition.OPEN}
    return {mark: text for mark, text in found.items() if mark not in open_}


def annexed(report: Report, lang: str) -> Iterator[tuple[str, str]]:
    """A heading and a line for each waiver, for the baseline, and for files that were not taken."""
    for use in report.waivers:
        yield told("waiver", lang), _waiver(use, lang)
    if report.baseline is not None:
        for line in _baseline(report.baseline, lang):
            yield told("baseline", lang), one_line(line)
    if report.set_aside:
        yield said("detail", lang), one_line(told("set_aside", lang, files="、".join(report.set_aside)))


def _waiver(use: WaiverUse, lang: str) -> str:
    one = use.waiver
    state = "broad" if use.broad else "expiring" if use.expiring else use.state
    became = told(
        f"waiver_{state}", lang, count=len(use.covers), left=use.left, expires=one.expires, created=one.created
    )
    where = f"{one.span.source.name}:{one.span.first.line}"
    signed = told("waiver_signed", lang, reason=one.reason, approver=one.approver, basis=one.basis)
    return one_line(f"{one.rule}  {one.place}  {became}  {where}  {signed}")


def _baseline(use: BaselineUse, lang: str) -> Iterator[str]:
    oldest = max((age for _, age in use.met), default=0)
    yield told("baseline_met", lang, path=use.path, created=use.created, count=len(use.met), age=oldest)
    if use.grave:
        yield told("baseline_grave", lang, count=use.grave)
    for code, entries in (("baseline_stale", use.stale), ("baseline_worse", use.worse)):
        if entries:
            rules = "、".join(dict.fromkeys(entry.rule for entry in entries))
            yield told(code, lang, count=len(entries), rules=rules)
    if use.elsewhere:
        yield told("baseline_elsewhere", lang, count=use.elsewhere)


# ---------------------------------------------------------------------- changes


def compared(changes: Changes, lang: str) -> str:
    """One sentence: what was compared with, and how many findings are solved, new and remaining."""
    counts = {name: len(getattr(changes, name)) for name in ("solved", "new", "remaining")}
    return one_line(told("compared", lang, before=changes.before, **counts))


def change_groups(changes: Changes, lang: str) -> Iterator[tuple[str, list[str]]]:
    """Groups of lines, each under its heading: cautions, papers, what is solved and new, verdicts, fields."""
    cautions = [told(f"caution_{code}", lang) for code in changes.caution]
    if cautions:
        yield said("detail", lang), cautions
    for code, papers in (("papers_gone", changes.papers_gone), ("papers_new", changes.papers_new)):
        if papers:
            yield told(code, lang), [one_line(paper) for paper in papers]
    for code, known in (("solved", changes.solved), ("new", changes.new), ("unasked", changes.unasked)):
        if known:
            yield told(code, lang), _each_once(_known(one, lang) for one in known)
    if changes.verdicts:
        yield told("verdicts", lang), [_verdict(one, lang) for one in changes.verdicts]
    if changes.fields:
        yield told("fields", lang), [_field(one, lang, with_paper=True) for one in changes.fields]


def _each_once(lines: Iterable[str]) -> list[str]:
    """Lines of the same words once, with how many there are."""
    return [f"{line} × {count}" if count > 1 else line for line, count in Counter(lines).items()]


def is_empty(changes: Changes) -> bool:
    """Whether nothing at all is different."""
    return not (
        changes.new or changes.solved or changes.unasked or changes.verdicts or changes.fields or _papers(changes)
    )


def _papers(changes: Changes) -> Iterable[str]:
    return (*changes.papers_gone, *changes.papers_new)


def _known(one: Known, lang: str) -> str:
    word = f"severity_{one.severity}" if one.verdict == Verdict.VIOLATED.value else one.verdict
    return one_line("  ".join(part for part in (said(word, lang), one.rule, one.paper, one.headline) if part))


def _verdict(one: VerdictChange, lang: str) -> str:
    before, after = (said(each, lang) if each else told("no_verdict", lang) for each in (one.before, one.after))
    line = f"{one.rule}  {one.paper}  {told('changed_to', lang, before=before, after=after)}"
    fields = "；".join(_field(each, lang, with_paper=False) for each in one.fields)
    return one_line(f"{line}  {fields}".rstrip())


def _field(one: FieldChange, lang: str, *, with_paper: bool) -> str:
    before, after = (each or told("nothing_there", lang) for each in (one.before, one.after))
    changed = told("changed_to", lang, before=before, after=after)
    paper = f"{one.paper}  " if with_paper else ""
    return one_line(f"{paper}{one.trail}: {changed}" if lang == "en" else f"{paper}{one.trail}：{changed}")
