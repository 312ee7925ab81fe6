"""The coverage becomes the grid of obligations by chapter: one cell for a rule, and the verdicts behind it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Verdict
from pdo_policy.reporters.phrases import clauses, one_line
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from pdo_policy.findings import CoverageRow
    from pdo_policy.report import Report
    from pdo_policy.reporters.briefing.entries import Entry

NOT_RUN = "not_run"
"""Beside the verdicts, what becomes of a rule that was not asked."""

GRAVEST_FIRST = (
    Verdict.ERROR, Verdict.VIOLATED, Verdict.UNDETERMINED, Verdict.NOT_ADOPTED, Verdict.EXEMPT, Verdict.SATISFIED,
    Verdict.NOT_APPLICABLE,
)  # fmt: skip


class Line(NamedTuple):
    """A row of the coverage in words; `anchor` is that of its entry, or empty."""

    rule: str
    title: str
    clauses: str
    subject: str
    verdict: str
    word: str
    reason: str
    anchor: str


class Cell(NamedTuple):
    """A rule with the gravest of its verdicts, or `not_run`; `anchor` is that of its entry, or empty."""

    rule: str
    title: str
    verdict: str
    word: str
    anchor: str


class Chapter(NamedTuple):
    """A part of the rulebook: its cells, its rows, and how many rows end in each verdict."""

    label: str
    cells: tuple[Cell, ...]
    lines: tuple[Line, ...]
    counts: Mapping[str, int]
    not_run: int


def chapters(report: Report, numbered: Sequence[Entry], lang: str) -> tuple[Chapter, ...]:
    """The parts of the rulebook in their order, those without a chapter last; a part without a rule is left out."""
    anchors = {(one.rule, one.subject): one.anchor for one in reversed(numbered)}
    home = {rule.id: rule.chapter for rule in report.rules} | {row.rule_id: row.chapter for row in report.not_run}
    labels = dict.fromkeys([*report.chapters, *home.values()])
    other = phrase("rules_of_none", lang)
    made = []
    for label in sorted(labels, key=lambda one: not one):
        rows = [row for row in report.coverage if home.get(row.rule_id, "") == label]
        lines = tuple(_line(row, anchors, lang) for row in rows)
        idle = [
            Cell(one_line(row.rule_id), one_line(row.title), NOT_RUN, one_line(row.reason), "")
            for row in report.not_run
            if row.chapter == label
        ]
        if lines or idle:
            counted = Counter(row.verdict.value for row in rows)
            counts = {verdict.value: counted[verdict.value] for verdict in Verdict}
            made.append(Chapter(one_line(label) or other, (*_cells(lines), *idle), lines, counts, len(idle)))
    return tuple(made)


def _line(row: CoverageRow, anchors: Mapping[tuple[str, str], str], lang: str) -> Line:
    rule, subject = one_line(row.rule_id), one_line(row.subject.label)
    return Line(
        rule=rule,
        title=one_line(row.title),
        clauses=one_line(clauses(row.citations)),
        subject=subject,
        verdict=row.verdict.value,
        word=said(row.verdict.value, lang),
        reason=one_line(row.reason),
        anchor=anchors.get((rule, subject), ""),
    )


def _cells(lines: Sequence[Line]) -> list[Cell]:
    by_rule: dict[str, list[Line]] = {}
    for line in lines:
        by_rule.setdefault(line.rule, []).append(line)
    rank = {verdict.value: number for number, verdict in enumerate(GRAVEST_FIRST)}
    worst = [min(those, key=lambda line: rank[line.verdict]) for those in by_rule.values()]
    return [Cell(line.rule, line.title, line.verdict, line.word, line.anchor) for line in worst]
