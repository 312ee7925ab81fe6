"""Verdicts that call for a reader become numbered entries in columns, one for each that the conclusion counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Disposition, Severity, Verdict
from pdo_policy.reporters.accepting import dealings
from pdo_policy.reporters.excerpt import Shown, shown
from pdo_policy.reporters.folding import causes, folded
from pdo_policy.reporters.grades import unreadable
from pdo_policy.reporters.phrases import clauses, level, one_line, place
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from pdo_policy.findings import Citation, CoverageRow, Finding, Location, Void
    from pdo_policy.report import Report

MUST, VERIFY, CONSIDER, EXPLAINED = "must", "verify", "consider", "explained"
"""必须改：不符合；需要核实：待核实，或规则出错；建议完善：未采纳；已说明理由：豁免."""

COLUMNS = (MUST, VERIFY, CONSIDER, EXPLAINED)

_COLUMN_OF: Mapping[Verdict, str] = {
    Verdict.VIOLATED: MUST,
    Verdict.ERROR: VERIFY,
    Verdict.UNDETERMINED: VERIFY,
    Verdict.NOT_ADOPTED: CONSIDER,
    Verdict.EXEMPT: EXPLAINED,
}
_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


class Spot(NamedTuple):
    """A place: path with line and column, its way in the labels of the form, its line, and what it contributes."""

    place: str
    trail: str
    line: Shown
    absent: bool
    note: str


class Point(NamedTuple):
    """One thing that is said: in what words, of which places, with what beside it.

    Attributes:
        headline: the problem.
        level: the word for its own verdict, where that is another than its entry's; else empty.
        spots: the places it is about.
        related: further places.
        details: further lines.
        examples: how what is missing may be written.
        fingerprints: of the findings that say it.
    """

    headline: str
    level: str
    spots: tuple[Spot, ...]
    related: tuple[Spot, ...]
    details: tuple[str, ...]
    examples: tuple[str, ...]
    fingerprints: tuple[str, ...]


class Entry(NamedTuple):
    """A verdict of a rule on a paper, or a fault of writing and form, with all that is said of it.

    Attributes:
        number: from 1, through all columns.
        column: one of `COLUMNS`.
        weight: how many things of the conclusion's counts it stands for.
        headline: the first problem, and how many more there are.
        level: severity of what is 不符合, else the verdict.
        verdict: as such.
        rule: id of the rule or code.
        title: of the rule.
        subject: the paper as the reader knows it.
        clauses: the basis; may be empty.
        citations: the same as values.
        draft: whether it rests on drafts alone.
        points: what is said, none the same as another.
        why: why it matters.
        fix: what to do; empty for what is to be verified and has a question.
        question: what to verify; of what is 待核实 only.
        dealt: the word for a waiver or the baseline; empty where it is open.
        handled: how and why what was accepted of it was.
        void: what is missing and decides this entry and others; None where they are told one by one.
    """

    number: int
    column: str
    weight: int
    headline: str
    level: str
    verdict: Verdict
    rule: str
    title: str
    subject: str
    clauses: str
    citations: tuple[Citation, ...]
    draft: bool
    points: tuple[Point, ...]
    why: tuple[str, ...]
    fix: tuple[str, ...]
    question: tuple[str, ...]
    dealt: str
    handled: tuple[str, ...]
    void: Void | None = None

    @property
    def anchor(self) -> str:
        """Its name in a page."""
        return f"n{self.number}"


class _Said(NamedTuple):
    """What an entry is made of before it has its number."""

    column: str
    rank: tuple[int, int]
    weight: int
    verdict: Verdict
    rule: str
    title: str
    subject: str
    citations: tuple[Citation, ...]
    disposition: Disposition
    severity: Severity
    findings: tuple[Finding, ...]
    reason: str


def entries(report: Report, lang: str, *, fold: bool = True) -> tuple[Entry, ...]:
    """The entries of a report by column, then the gravest first, then as the report has them.

    There is one for each row of the coverage that is 不符合, 待核实, 未采纳, 豁免 or 出错, and one for faults of form
    that are told in the same words of the same paper: so the counts of a column are those of the conclusion. Those of
    a column that have one cause follow the first of them, if they are to be told together.
    """
    gathered = [*_of_faults(report), *_of_rows(report)]
    gathered.sort(key=lambda one: (COLUMNS.index(one.column), one.rank))
    dealt = dealings(report, lang)
    shared = causes(report) if fold else ()
    caused = {finding.fingerprint: cause.void for cause in shared for finding in cause.findings}
    together: dict[object, list[_Said]] = {}
    for number, one in enumerate(gathered):
        void = caused.get(one.findings[0].fingerprint) if one.findings else None
        together.setdefault((one.column, id(void)) if void else number, []).append(one)
    ordered = [(one, len(those) > 1) for those in together.values() for one in those]
    return tuple(
        _entry(one, number, dealt, lang, caused[one.findings[0].fingerprint] if several else None)
        for number, (one, several) in enumerate(ordered, 1)
    )


def _of_faults(report: Report) -> Iterable[_Said]:
    """Faults come behind the rules, but for what kept a paper from being checked."""
    unread = unreadable(report)
    for alike in folded(finding for finding in report.findings if not finding.citations):
        first = alike[0]
        kept = first.locations[0].span.source.name in unread
        yield _Said(
            _COLUMN_OF.get(first.verdict, VERIFY), (-1 if kept else len(_RANK), 0), len(alike), first.verdict,
            first.rule_id, first.title, first.subject.label, (), first.disposition, first.severity, tuple(alike), "",
        )  # fmt: skip


def _of_rows(report: Report) -> Iterable[_Said]:
    known = {finding.fingerprint: finding for finding in report.findings}
    for row in report.coverage:
        if row.verdict in _COLUMN_OF:
            found = tuple(known[mark] for mark in row.findings if mark in known)
            failed = row.verdict is Verdict.ERROR
            yield _Said(
                _COLUMN_OF[row.verdict], (-1 if failed else _RANK[row.severity], 1), 1, row.verdict,
                row.rule_id, row.title, row.subject.label, _cited(row, found), row.disposition, row.severity,
                found, row.reason,
            )  # fmt: skip


def _cited(row: CoverageRow, found: Sequence[Finding]) -> tuple[Citation, ...]:
    """The clauses of the row, and those that its findings alone rest on."""
    return tuple(dict.fromkeys([*row.citations, *(one for finding in found for one in finding.citations)]))


def _entry(one: _Said, number: int, dealt: Mapping[str, str], lang: str, void: Void | None) -> Entry:
    points = tuple(_point(alike, one.verdict, lang) for alike in folded(one.findings))
    points = points or (Point(one_line(one.reason or one.title), "", (), (), (), (), ()),)
    open_ = one.verdict is Verdict.UNDETERMINED
    questions = _each(finding.text.question for finding in one.findings) if open_ else ()
    return Entry(
        number=number,
        column=one.column,
        weight=one.weight,
        headline=_headline(points, lang),
        level=_level(one, lang),
        verdict=one.verdict,
        rule=one_line(one.rule),
        title=one_line(one.title),
        subject=one_line(one.subject),
        clauses=one_line(clauses(one.citations)),
        citations=one.citations,
        draft=bool(one.citations) and all(citation.status == "draft" for citation in one.citations),
        points=points,
        why=_each(finding.text.why for finding in one.findings),
        fix=() if questions else _each(finding.text.fix for finding in one.findings),
        question=questions,
        dealt="" if one.disposition is Disposition.OPEN else one.disposition.value,
        handled=_each(dealt.get(finding.fingerprint, "") for finding in one.findings),
        void=void,
    )


def _headline(points: Sequence[Point], lang: str) -> str:
    more = len(points) - 1
    return phrase("more", lang, text=points[0].headline, count=more) if more else points[0].headline


def _level(one: _Said, lang: str) -> str:
    if one.verdict is Verdict.VIOLATED:
        return said(f"severity_{one.severity.value}", lang)
    return said(one.verdict.value, lang)


def _point(alike: Sequence[Finding], verdict: Verdict, lang: str) -> Point:
    first = alike[0]
    return Point(
        headline=one_line(first.text.headline),
        level="" if first.verdict is verdict else level(first, lang),
        spots=_spots(finding.locations[0] for finding in alike),
        related=_spots(location for finding in alike for location in finding.locations[1:]),
        details=_each(detail for finding in alike for detail in finding.text.details),
        examples=_each(finding.text.example for finding in alike),
        fingerprints=tuple(finding.fingerprint for finding in alike),
    )


def _spots(locations: Iterable[Location]) -> tuple[Spot, ...]:
    return tuple(
        Spot(
            place(location),
            one_line(" → ".join(location.breadcrumb)),
            shown(location.span),
            location.absent,
            one_line(location.note),
        )
        for location in dict.fromkeys(locations)
    )


def _each(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that say something, each once."""
    return tuple(one_line(text) for text in dict.fromkeys(texts) if text.strip())
