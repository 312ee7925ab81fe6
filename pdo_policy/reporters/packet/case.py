"""A report becomes what all pages of a folder share: issues in the order of the clauses, with numbered evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Disposition
from pdo_policy.frozen import replace
from pdo_policy.reporters.briefing.entries import entries
from pdo_policy.reporters.packet.evidence import Evidence, Files, files_of, pieces
from pdo_policy.review import Review
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.findings import Citation, Finding, Subject
    from pdo_policy.report import InputRecord, Report
    from pdo_policy.reporters.briefing.entries import Entry
    from pdo_policy.review import Clause, Consulted

NO_REVIEW = Review((), (), {}, {}, ())
"""Of a report that was not made for a folder: then nobody knows the order of its clauses."""


class Issue(NamedTuple):
    """An entry of the report at its place in the order of the clauses.

    Attributes:
        number: from 1.
        entry: what is said.
        word: the word for its verdict.
        clause: the first of its clauses; None for faults of writing and form.
        evidence: what it rests on.
        mark: what stays the same from check to check.
        questions: the questions of its findings, each once.
        crosses: whether it is about papers that are compared with each other.
    """

    number: int
    entry: Entry
    word: str
    clause: Citation | None
    evidence: tuple[Evidence, ...]
    mark: str
    questions: tuple[str, ...]
    crosses: bool

    @property
    def anchor(self) -> str:
        """Its name in a page."""
        return f"i{self.number}"


class Case(NamedTuple):
    """What the pages share.

    Attributes:
        report: with every waiver and baseline set aside.
        given: as it was given.
        lang: `zh` or `en`.
        review: of the report.
        papers: in the order of their kinds, then of their ids.
        files: of the papers.
        issues: in the order of the clauses.
        clauses: what is known of a clause, by citation without its status.
        rank: the place of a clause in the order of the texts.
        consulted: what rules looked at, by rule and subject.
    """

    report: Report
    given: Report
    lang: str
    review: Review
    papers: tuple[InputRecord, ...]
    files: Files
    issues: tuple[Issue, ...]
    clauses: Mapping[tuple[str, str], Clause]
    rank: Mapping[tuple[str, str], int]
    consulted: Mapping[tuple[str, Subject], Consulted]

    def order(self, citation: Citation | None) -> int:
        """The place of a clause; behind all others where it is not known."""
        return self.rank.get((citation.instrument, citation.clause), len(self.rank)) if citation else len(self.rank) + 1

    def first(self, citations: tuple[Citation, ...]) -> Citation | None:
        """The first of clauses in the order of the texts."""
        return min(citations, key=self.order, default=None)


def case_of(report: Report, lang: str) -> Case:
    """What the pages of a folder share; all numbers depend on the report alone."""
    review = report.review or NO_REVIEW
    clauses = {(one.citation.instrument, one.citation.clause): one for one in review.clauses}
    rank = {key: number for number, key in enumerate(clauses)}
    consulted = {(one.rule_id, one.subject): one for one in review.consulted}
    files = files_of({one.path: one.sha256 for one in report.inputs}, lang)
    bare = Case(_open(report), report, lang, review, _ordered(report, review), files, (), clauses, rank, consulted)
    return bare._replace(issues=_issues(bare))


def _ordered(report: Report, review: Review) -> tuple[InputRecord, ...]:
    """The papers in an order that does not hang on the order they were given in; what is of no kind comes last."""
    kinds = [role for role, _ in review.kinds]

    def key(one: InputRecord) -> tuple[int, str, str, str, int]:
        kind = kinds.index(one.role) if one.role in kinds else len(kinds)
        return kind, one.dossier, one.id, one.path, one.index

    return tuple(sorted(report.inputs, key=key))


def _open(report: Report) -> Report:
    """The report as if nobody had waived anything: a reviewer sees all."""
    return replace(
        report,
        findings=tuple(replace(one, disposition=Disposition.OPEN) for one in report.findings),
        coverage=tuple(replace(one, disposition=Disposition.OPEN) for one in report.coverage),
    )


def _issues(case: Case) -> tuple[Issue, ...]:
    report = case.report
    known = {one.fingerprint: one for one in report.findings}
    crossing = {(one.rule_id, one.subject.label) for one in case.review.consulted if one.crosses}
    papers = {name: number for number, name in enumerate(dict.fromkeys(one.path for one in case.papers))}

    def findings(entry: Entry) -> list[Finding]:
        marks = [mark for point in entry.points for mark in point.fingerprints]
        return [known[mark] for mark in marks if mark in known]

    def place(entry: Entry) -> tuple[int, int, int, int]:
        found = findings(entry)
        span = found[0].locations[0].span if found else None
        paper = papers.get(span.source.name, len(papers)) if span else len(papers)
        return case.order(case.first(entry.citations)), paper, span.start if span else 0, entry.number

    ordered = sorted(entries(report, case.lang), key=place)
    numbered = pieces([(entry, findings(entry)) for entry in ordered], case.files)
    return tuple(
        Issue(
            number=number,
            entry=entry,
            word=said(entry.verdict.value, case.lang),
            clause=case.first(entry.citations),
            evidence=evidence,
            mark=(entry.points[0].fingerprints or ("",))[0][:12],
            questions=tuple(dict.fromkeys(one.text.question for one in findings(entry) if one.text.question.strip())),
            crosses=(entry.rule, entry.subject) in crossing,
        )
        for number, (entry, evidence) in enumerate(zip(ordered, numbered, strict=True), 1)
    )
