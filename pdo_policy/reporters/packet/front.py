"""A report becomes the first two pages of a folder: what was checked and its limits; the conclusion on one page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.conclusion import conclusion
from pdo_policy.findings import Severity, Verdict
from pdo_policy.reporters.briefing.contents import drafts_of
from pdo_policy.reporters.briefing.grid import chapters
from pdo_policy.reporters.packet.changes import change_words
from pdo_policy.reporters.packet.model import Heading, Items, Link, Paragraph, Table, texts
from pdo_policy.reporters.packet.naming import displays, evidence_links, issue_link, page
from pdo_policy.reporters.phrases import one_line
from pdo_policy.values.chinese_numerals import in_chinese
from pdo_policy.wording.packet import told
from pdo_policy.wording.report import said, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.report import InputRecord
    from pdo_policy.reporters.packet.case import Case, Issue
    from pdo_policy.reporters.packet.model import Block, Page, Words

ATTENTION = 5
"""How many points the conclusion names."""

PAPERS = 5
"""How many papers the conclusion names, so that it stays on one page."""

LONGEST = 80
"""How many characters of a title or a headline the conclusion has, for the same reason; other pages have all."""

PAGES = (
    "cover", "conclusion", "issues", "evidence", "questions", "side_by_side", "coverage", "changes", "judgement",
    "signing", "waivers", "clauses", "grounds",
)  # fmt: skip
"""The pages in order."""


def cover_page(case: Case) -> Page:
    """What was checked, how, with what limits, and how to use the folder."""
    lang, report = case.lang, case.report
    book = report.rulebook
    law = told(f"law_{report.law}", lang) if report.law in ("default", "in-force", "draft") else one_line(report.law)
    how = (
        told("how_rules", lang, title=one_line(book.title), version=one_line(book.version), digest=book.digest),
        told("how_day", lang, day=report.as_of.isoformat(), law=law),
        told("how_tool", lang, version=report.tool_version),
        told("how_review", lang),
    )
    limits = [told("limit_scope", lang, scope=one_line(book.scope))]
    limits += [draft] if (draft := drafts_of(report, lang)) else []
    limits += [told(f"limit_{code}", lang) for code in ("written", "papers", "preliminary", "same")]
    blocks: list[Block] = [
        Heading(told("papers", lang)), *_papers(case, len(case.papers)),
        Heading(told("how", lang)), Items(tuple((text,) for text in how)),
        Heading(told("limits", lang)), Items(tuple((text,) for text in limits), numbered=True),
        Heading(told("use", lang)), *(Paragraph((told(f"use_{code}", lang),)) for code in ("read", "fill", "verify")),
        Heading(told("contents", lang)), Items(tuple(_contents(lang))),
    ]  # fmt: skip
    return page("cover", case, blocks)


def _contents(lang: str) -> Iterator[Words]:
    for code in PAGES:
        yield Link(told(code, lang), code), f" {told(f'{code}_for', lang)}"


def _papers(case: Case, most: int) -> Iterator[Block]:
    lang, inputs = case.lang, case.papers
    yield Paragraph((told("papers_lead", lang, count=len(inputs)),))
    lines = [(_paper(record, case),) for record in inputs[:most]]
    if len(inputs) > most:
        lines.append((told("papers_more", lang, count=len(inputs)),))
    yield Items(tuple(lines))
    unread = sum(1 for record in inputs if not record.readable)
    if unread:
        yield Paragraph((told("unread_lead", lang, count=unread),), strong=True)


def _paper(record: InputRecord, case: Case) -> str:
    path = case.files.short(record.path)
    if not record.readable:
        return told("unread_line", case.lang, path=path)
    kind = dict(case.review.kinds).get(record.role, record.role)
    label = one_line(" ".join(part for part in (kind, record.id) if part))
    if not record.title:
        return told("paper_bare", case.lang, label=label, path=path)
    return told("paper_line", case.lang, label=label, title=_cut(one_line(record.title)), path=path)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


# ---------------------------------------------------------------------- conclusion


def conclusion_page(case: Case) -> Page:
    """Papers, conclusion by chapter, at most five points, what people must judge, and what changed; on one page."""
    lang = case.lang
    outcome = conclusion(case.report)
    parts: list[tuple[str, list[Block]]] = [
        ("part_papers", list(_papers(case, PAPERS))),
        ("part_result", list(_result(case))),
        ("part_attention", list(_attention(case))),
        ("part_people", [Paragraph(_people(case))]),
        ("part_changes", [Paragraph((*change_words(case), *_see("changes", case)))]),
    ]
    blocks: list[Block] = [Paragraph((told("sentence", lang, sentence=sentence(outcome, lang)),), strong=True)]
    for number, (code, own) in enumerate(parts, 1):
        mark = f"{number}. " if lang == "en" else f"{in_chinese(number)}、"
        blocks.extend((Heading(f"{mark}{told(code, lang)}"), *own))
    return page("conclusion", case, blocks)


def _see(code: str, case: Case) -> Words:
    return told("see", case.lang), Link(told(code, case.lang), code)


def _result(case: Case) -> Iterator[Block]:
    lang, report = case.lang, case.report
    comma = ", " if lang == "en" else "，"
    counts = comma.join(
        told("count", lang, word=said(verdict.value, lang), count=report.counts[verdict.value])
        for verdict in Verdict
        if report.counts[verdict.value] or verdict in (Verdict.SATISFIED, Verdict.VIOLATED, Verdict.UNDETERMINED)
    )
    clauses = {(one.instrument, one.clause) for issue in case.issues for one in issue.entry.citations}
    faults = sum(issue.entry.weight for issue in case.issues if issue.clause is None)
    lines = [told("result_counts", lang, total=len(report.coverage), counts=counts)]
    lines += [told("result_form", lang, count=faults)] if faults else []
    lines += [told("result_not_run", lang, count=len(report.not_run))] if report.not_run else []
    evidence = sum(len(issue.evidence) for issue in case.issues)
    lines.append(told("result_basis", lang, clauses=len(clauses), issues=len(case.issues), evidence=evidence))
    drafts = sum(issue.entry.draft for issue in case.issues)
    lines += [told("result_drafts", lang, count=drafts)] if drafts else []
    yield Paragraph(("".join(lines) if lang == "zh" else " ".join(lines),))
    yield _by_chapter(case)


def _by_chapter(case: Case) -> Table:
    lang = case.lang
    shown = [verdict for verdict in Verdict if case.report.counts[verdict.value]]
    heads = (told("chapter", lang), *(said(verdict.value, lang) for verdict in shown), told("not_run", lang))
    rows = tuple(
        texts(one.label, *(str(one.counts[verdict.value]) for verdict in shown), str(one.not_run))
        for one in chapters(case.report, (), lang)
    )
    return Table(told("by_chapter", lang), heads, rows)


def _attention(case: Case) -> Iterator[Block]:
    lang = case.lang
    points = attention(case)
    if not points:
        yield Paragraph((told("attention_none", lang),))
        return
    yield Items(tuple(_point(one, case) for one in points), numbered=True)
    yield Paragraph((told("attention_lead", lang, most=ATTENTION),))


def attention(case: Case) -> tuple[Issue, ...]:
    """The issues to look at first: between papers, then grave, then in order; one of each rule."""
    severity = {rule.id: rule.severity for rule in case.report.rules}
    rank = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}

    def weight(issue: Issue) -> tuple[bool, bool, int, int]:
        entry = issue.entry
        is_violated = entry.verdict in (Verdict.VIOLATED, Verdict.ERROR)
        grave = rank[severity.get(entry.rule, Severity.NOTE)]
        return not is_violated, not issue.crosses, grave, issue.number

    concerned = [one for one in case.issues if one.entry.verdict is not Verdict.EXEMPT]
    first: dict[str, Issue] = {}
    for issue in sorted(concerned, key=weight):
        first.setdefault(issue.entry.rule, issue)
    return tuple(list(first.values())[:ATTENTION])


def _point(issue: Issue, case: Case) -> Words:
    lang, entry = case.lang, issue.entry
    basis = displays(entry.citations[:1], case) if entry.citations else told("of_form", lang)
    opening, closing = (" [", "]") if lang == "en" else ("〔", "〕")
    comma = ", " if lang == "en" else "，"
    first, then, end = (told(code, lang) for code in ("see_issue", "see_evidence", "see_end"))
    where: Words = (first, issue_link(issue), then, *evidence_links(issue, case), end)
    about = comma.join(part for part in (issue.word, entry.subject, basis) if part)
    return (f"{_cut(entry.headline)}{opening}{about}{closing}", *where)


def _people(case: Case) -> Words:
    report = case.report
    absent = sum(1 for one in report.limits if one.check == "not_in_documents")
    text = told(
        "people_counts",
        case.lang,
        questions=len(report.questions),
        clauses=len(report.limits) - absent,
        absent=absent,
    )
    return text, Link(told("judgement", case.lang), "judgement")
