"""Issues become the list in the order of the clauses, and their evidence: pages 02 and 03."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from pdo_policy.reporters.packet.model import BREAK, Heading, Paragraph, Record, Sheet, joined, plain
from pdo_policy.reporters.packet.naming import displays, evidence_links, issue_link, page, says
from pdo_policy.wording.packet import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.reporters.packet.case import Case, Issue
    from pdo_policy.reporters.packet.evidence import Evidence
    from pdo_policy.reporters.packet.model import Block, Page, Words

_LIST = (
    "number", "clause", "obligation", "paper", "verdict", "level", "issue", "why", "fix_or_verify", "evidence_no",
    "rule", "mark",
)  # fmt: skip
_PROOF = (
    "evidence_no", "matter", "clause", "paper", "at", "excerpt", "digest", "method", "verdict", "answer", "by",
    "checked_by", "day",
)  # fmt: skip
BY_HAND = ("answer", "by", "checked_by", "day")
"""What is filled in by hand of a piece of evidence."""


def issues_page(case: Case) -> Page:
    """All issues, by clause, then by paper and place."""
    lang = case.lang
    lead = told("issues_lead", lang, count=len(case.issues)) if case.issues else told("issues_none", lang)
    blocks: list[Block] = [Paragraph((lead,))]
    for display, alike in groupby(case.issues, key=lambda one: _home(one, case)):
        own = list(alike)
        blocks.append(Heading(display))
        clause = own[0].clause
        meaning = says(clause, case) if clause else told("of_form_says", lang)
        if meaning:
            blocks.append(Paragraph((_labelled(told("clause_says", lang), meaning, lang),)))
        blocks.extend(_record(one, case) for one in own)
    rows = tuple(tuple(map(plain, _row(one, case))) for one in case.issues)
    return page("issues", case, blocks, [Sheet("", tuple(told(code, lang) for code in _LIST), rows)])


def _home(issue: Issue, case: Case) -> str:
    return displays([issue.clause], case) if issue.clause else told("of_form", case.lang)


def _labelled(label: str, text: str, lang: str) -> str:
    return f"{label}: {text}" if lang == "en" else f"{label}：{text}"


def _fixes(issue: Issue) -> tuple[str, ...]:
    return issue.entry.fix or issue.entry.question


def _level(issue: Issue, case: Case) -> str:
    """Severity, and whether it rests on a draft alone."""
    parts = [issue.entry.level] if issue.entry.verdict.value == "violated" else []
    return "，".join([*parts, *([told("draft", case.lang)] if issue.entry.draft else [])])


def _row(issue: Issue, case: Case) -> Iterator[Words]:
    entry = issue.entry
    yield (str(issue.number),)
    yield (displays(entry.citations, case) or told("of_form", case.lang),)
    yield (entry.title,)
    yield (entry.subject,)
    yield (issue.word,)
    yield (_level(issue, case),)
    yield joined(((point.headline,) for point in entry.points), BREAK)
    yield joined(((text,) for text in entry.why), BREAK)
    yield joined(((text,) for text in _fixes(issue)), BREAK)
    yield evidence_links(issue, case)
    yield (entry.rule,)
    yield (issue.mark,)


def _record(issue: Issue, case: Case) -> Record:
    lang, entry = case.lang, issue.entry
    marks = "，".join(part for part in (issue.word, _level(issue, case)) if part)
    others = [one for one in entry.citations if one != issue.clause]
    fields: list[tuple[str, Words]] = [
        (told("issue", lang), joined(((point.headline,) for point in entry.points), BREAK)),
        (told("paper", lang), (entry.subject,)),
        (told("basis", lang), (displays(others, case),) if others else ()),
        (told("why", lang), joined(((text,) for text in entry.why), BREAK)),
        (told("fix", lang), joined(((text,) for text in entry.fix), BREAK)),
        (told("verify", lang), joined(((text,) for text in entry.question), BREAK)),
        (told("evidence_no", lang), evidence_links(issue, case)),
        (told("mark", lang), (f"{entry.rule} {issue.mark}".strip(),)),
    ]
    head = f"{issue.number} {entry.title}〔{marks}〕" if lang == "zh" else f"{issue.number} {entry.title} [{marks}]"
    return Record(issue.anchor, head, tuple((label, words) for label, words in fields if any(words)))


# ---------------------------------------------------------------------- evidence


def evidence_page(case: Case) -> Page:
    """The evidence in the order of the issues, each with what is to be filled in by hand."""
    lang = case.lang
    blocks: list[Block] = [Paragraph((told("evidence_lead", lang),))]
    rows: list[tuple[str, ...]] = []
    for issue in case.issues:
        for one in issue.evidence:
            blocks.append(_proof(one, issue, case))
            rows.extend(_proof_rows(one, issue, case))
    if not case.issues:
        blocks.append(Paragraph((told("none", lang),)))
    heads = tuple(told(code, lang) for code in _PROOF)
    return page("evidence", case, blocks, [Sheet("", heads, tuple(rows))], fillable=True)


def _proof(one: Evidence, issue: Issue, case: Case) -> Record:
    lang = case.lang
    method = told("method_form" if one.is_form else "method_rule", lang)
    fields: list[tuple[str, Words]] = [
        (told("matter", lang), (issue.entry.title, *_numbered(issue, lang))),
        (told("clause", lang), (displays(issue.entry.citations, case) or told("of_form", lang),)),
        (told("paper", lang), (issue.entry.subject,)),
    ]
    for spot in one.spots:
        fields.append((told("at", lang), (spot.place,)))
        label = told("near_excerpt" if spot.absent else "excerpt", lang)
        fields.append((label, (f"“{spot.excerpt}”", *_digest(spot.digest, lang)) if spot.excerpt else ()))
    if one.more:
        fields.append((told("at", lang), (told("also", lang, count=one.more),)))
    fields.append((told("method", lang), (method,)))
    fields.append(
        (told("verdict", lang), (f"{issue.word}: {one.headline}" if lang == "en" else f"{issue.word}：{one.headline}",))
    )
    told_fields = [(label, words) for label, words in fields if any(words)]
    by_hand: list[tuple[str, Words]] = [(told(code, lang), ()) for code in BY_HAND]
    return Record(one.anchor, one.number, (*told_fields, *by_hand))


def _numbered(issue: Issue, lang: str) -> Words:
    link = issue_link(issue)
    return (" (02 ", link, ")") if lang == "en" else ("（02 第 ", link, " 项）")


def _digest(digest: str, lang: str) -> Words:
    return (f" [SHA-256 {digest}]" if lang == "en" else f"〔SHA-256 {digest}〕",) if digest else ()


def _proof_rows(one: Evidence, issue: Issue, case: Case) -> Iterator[tuple[str, ...]]:
    """A row for each place, so that places can be sorted; the rest is the same in each."""
    lang = case.lang
    method = told("method_form" if one.is_form else "method_rule", lang)
    spots: Sequence[tuple[str, str, str]] = [(spot.place, spot.excerpt, spot.digest) for spot in one.spots]
    for place, excerpt, digest in spots or [("", "", "")]:
        yield (
            one.number, issue.entry.title, displays(issue.entry.citations, case), issue.entry.subject, place, excerpt,
            digest, method, f"{issue.word}：{one.headline}", *("" for _ in BY_HAND),
        )  # fmt: skip
