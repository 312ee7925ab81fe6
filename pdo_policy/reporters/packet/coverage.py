"""The coverage becomes the matrix of obligations: verdict, reason and place of each, and room for the expert."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Verdict
from pdo_policy.reporters.packet.model import BREAK, Heading, Paragraph, Table, joined, last, sheet_of, texts
from pdo_policy.reporters.packet.naming import displays, evidence_links, page
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.packet import told
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.findings import CoverageRow
    from pdo_policy.report import Limit, NotRun
    from pdo_policy.reporters.packet.case import Case, Issue
    from pdo_policy.reporters.packet.model import Block, Page, Words

MOST = 3
"""How many places a row tells of an obligation that is met."""

_HEADS = ("clause", "obligation", "paper", "result", "reason", "evidence_at", "opinion", "adopted")


class _Line(NamedTuple):
    """A row with the chapter it belongs to and its place in the order of the clauses."""

    chapter: str
    order: tuple[int, str, str]
    cells: tuple[Words, ...]


def coverage_page(case: Case) -> Page:
    """Every rule on every paper, every rule that was not run, every clause without a rule; none without a verdict."""
    lang = case.lang
    issues = {(one.entry.rule, one.entry.subject): one for one in case.issues}
    home = {rule.id: rule.chapter for rule in case.report.rules}
    lines = [_of_row(row, home.get(row.rule_id, ""), issues, case) for row in case.report.coverage]
    lines += [_of_idle(row, case) for row in case.report.not_run]
    lines.sort(key=lambda line: line.order)
    heads = tuple(told(code, lang) for code in _HEADS)
    for_people = [_of_limit(one, case) for one in case.report.limits]
    blocks: list[Block] = [Paragraph((told("coverage_lead", lang, rows=len(lines) + len(for_people)),))]
    every: list[tuple[Words, ...]] = []
    labels = dict.fromkeys([*case.report.chapters, *(line.chapter for line in lines)])
    for label in sorted(labels, key=lambda one: not one):
        rows = tuple(line.cells for line in lines if line.chapter == label)
        title = one_line(label) or phrase("rules_of_none", lang)
        _add(title, rows, heads, blocks, every)
    _add(told("no_rule", lang), tuple(line.cells for line in for_people), heads, blocks, every)
    sheet = sheet_of(Table("", (told("question_no", lang), told("chapter", lang), *heads), tuple(every)))
    return page("coverage", case, blocks, [sheet], wide=True, fillable=True)


def _add(
    title: str,
    rows: tuple[tuple[Words, ...], ...],
    heads: tuple[str, ...],
    blocks: list[Block],
    every: list[tuple[Words, ...]],
) -> None:
    """A chapter's table for reading, and its rows for the sheet of all."""
    if rows:
        blocks.append(Heading(title))
        blocks.append(Table(title, heads, rows, last(heads, 2)))
        every.extend(((str(number),), (title,), *row) for number, row in enumerate(rows, len(every) + 1))


def _of_row(row: CoverageRow, chapter: str, issues: Mapping[tuple[str, str], Issue], case: Case) -> _Line:
    rule, subject = one_line(row.rule_id), one_line(row.subject.label)
    issue = issues.get((rule, subject))
    reason = one_line(row.reason) or told("met" if row.verdict is Verdict.SATISFIED else "no_reason", case.lang)
    if issue is not None:
        reason = issue.entry.headline
    at = evidence_links(issue, case) if issue is not None else _places(row, case)
    title = f"{one_line(row.title)} [{rule}]" if case.lang == "en" else f"{one_line(row.title)}〔{rule}〕"
    cells = (
        *texts(displays(row.citations, case), title, subject, said(row.verdict.value, case.lang), reason),
        at,
        (),
        (),
    )
    return _Line(chapter, (case.order(case.first(row.citations)), rule, subject), cells)


def _places(row: CoverageRow, case: Case) -> Words:
    """What the rule looked at, for an obligation without an issue."""
    consulted = case.consulted.get((row.rule_id, row.subject))
    readings = consulted.readings if consulted is not None else ()
    lines: list[Words] = [
        (f"{one_line(one.name)} ({case.files.where(one.location)})",)
        if case.lang == "en"
        else (f"{one_line(one.name)}（{case.files.where(one.location)}）",)
        for one in readings[:MOST]
    ]
    if len(readings) > MOST:
        lines.append((told("more_readings", case.lang, count=len(readings) - MOST),))
    return joined(lines, BREAK)


def _of_idle(row: NotRun, case: Case) -> _Line:
    rule = one_line(row.rule_id)
    title = f"{one_line(row.title)} [{rule}]" if case.lang == "en" else f"{one_line(row.title)}〔{rule}〕"
    cells = (*texts("", title, "", told("not_run", case.lang), one_line(row.reason), ""), (), ())
    return _Line(row.chapter, (len(case.rank), rule, ""), cells)


def _of_limit(limit: Limit, case: Case) -> _Line:
    clause = displays([limit.citation], case)
    word, why = told(limit.check, case.lang), one_line(limit.told)
    cells = (*texts(clause, one_line(limit.summary), "", word, why, ""), (), ())
    return _Line("", (case.order(limit.citation), "", ""), cells)
