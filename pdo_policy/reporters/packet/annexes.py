"""What stands behind a folder becomes its annexes: waivers and baseline, clauses, law, digests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.findings import Disposition
from pdo_policy.reporters.accepting import annexed
from pdo_policy.reporters.packet.model import Heading, Items, Paragraph, Table, joined, sheet_of, texts
from pdo_policy.reporters.packet.naming import displays, issue_link, page, says
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.briefing import phrase
from pdo_policy.wording.packet import told
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.findings import Citation
    from pdo_policy.report import InstrumentInfo
    from pdo_policy.reporters.packet.case import Case, Issue
    from pdo_policy.reporters.packet.model import Block, Page, Words


def waivers_page(case: Case) -> Page:
    """What the applicant waived or baselined: listed, and not applied."""
    lang = case.lang
    listed = tuple((f"{phrase('headed', lang, head=head)}{line}",) for head, line in annexed(case.given, lang))
    dealt = dealt_marks(case)
    if not dealt:
        return page("waivers", case, [Items(listed)] if listed else [Paragraph((told("waivers_none", lang),))])
    heads = tuple(told(code, lang) for code in ("number", "issue", "paper", "rule", "status"))
    rows = tuple(row for issue in case.issues for row in _dealt(issue, dealt, lang))
    table = Table(told("waivers", lang), heads, rows)
    blocks: list[Block] = [Paragraph((told("dealt_lead", lang),)), *([Items(listed)] if listed else []), table]
    return page("waivers", case, blocks, [sheet_of(table)])


def dealt_marks(case: Case) -> dict[str, Disposition]:
    """What was decided about findings that are not open, by fingerprint."""
    found = case.given.findings
    return {one.fingerprint: one.disposition for one in found if one.disposition is not Disposition.OPEN}


def _dealt(issue: Issue, dealt: dict[str, Disposition], lang: str) -> Iterator[tuple[Words, ...]]:
    for point in issue.entry.points:
        kinds = dict.fromkeys(dealt[mark].value for mark in point.fingerprints if mark in dealt)
        if kinds:
            words = "、".join(phrase(kind, lang) for kind in kinds)
            yield ((issue_link(issue),), *texts(point.headline, issue.entry.subject, issue.entry.rule, words))


def clauses_page(case: Case) -> Page:
    """The clauses of the issues in the order of the texts."""
    lang = case.lang
    cited: dict[tuple[str, str], tuple[Citation, list[Issue]]] = {}
    for issue in case.issues:
        for one in issue.entry.citations:
            cited.setdefault((one.instrument, one.clause), (one, []))[1].append(issue)
    heads = tuple(told(code, lang) for code in ("clause", "clause_says", "status", "visibility", "issue_nos"))
    ordered = sorted(cited.values(), key=lambda pair: case.order(pair[0]))
    rows = tuple(_clause(citation, issues, case) for citation, issues in ordered)
    lead = Paragraph((told("clauses_lead", lang),))
    if not rows:
        return page("clauses", case, [lead, Paragraph((told("none", lang),))])
    table = Table(told("clauses", lang), heads, rows)
    return page("clauses", case, [lead, table], [sheet_of(table)])


def _clause(citation: Citation, issues: list[Issue], case: Case) -> tuple[Words, ...]:
    lang = case.lang
    known = case.clauses.get((citation.instrument, citation.clause))
    seen = told(known.visibility, lang) if known is not None else ""
    links = joined(((issue_link(issue),) for issue in issues), ", " if lang == "en" else "、")
    return (
        *texts(displays([citation], case), says(citation, case), said(citation.status, lang), seen),
        links,
    )


def grounds_page(case: Case) -> Page:
    """Law with its status and what was seen of it, digests of papers and rulebook, and how to make all this again."""
    lang, report = case.lang, case.report
    law = [_law(one, case) for one in report.instruments if one.counts]
    others = [_law(one, case)[:3] for one in report.instruments if not one.counts]
    heads = tuple(told(code, lang) for code in ("text", "doc_number", "status", "visibility"))
    texts_table = Table(told("texts", lang), heads, tuple(law))
    inputs = tuple(
        texts(one_line(one.path), one_line(f"{one.title} {one.id}".strip()), one.sha256, str(one.size))
        for one in case.papers
    )
    input_heads = tuple(told(code, lang) for code in ("file", "paper", "sha256", "bytes"))
    digests = Table(told("input_digests", lang), input_heads, inputs)
    book = report.rulebook
    again = (
        told("how_rules", lang, title=one_line(book.title), version=one_line(book.version), digest=book.digest),
        told("how_tool", lang, version=report.tool_version),
        told("again", lang, day=report.as_of.isoformat(), law=one_line(report.law)),
    )
    blocks: list[Block] = [Heading(told("texts", lang)), texts_table]
    if others:
        blocks += [Heading(told("other_texts", lang)), Table(told("other_texts", lang), heads[:3], tuple(others))]
    blocks += [Heading(told("input_digests", lang)), digests]
    blocks += [Heading(told("how_again", lang)), Items(tuple((text,) for text in again))]
    sheets = [sheet_of(texts_table, told("texts", lang)), sheet_of(digests, told("input_digests", lang))]
    return page("grounds", case, blocks, sheets)


def _law(one: InstrumentInfo, case: Case) -> tuple[Words, ...]:
    seen = case.review.seen.get(one.id, "")
    return texts(one_line(f"《{one.title}》"), one_line(one.number), said(one.status, case.lang), one_line(seen))
