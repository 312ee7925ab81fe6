"""What changed since the last report becomes a sentence of the conclusion, and page 07."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pdo_policy.reporters.packet.earlier import ORDER, changes
from pdo_policy.reporters.packet.model import Heading, Paragraph, Table, sheet_of, texts
from pdo_policy.reporters.packet.naming import displays, issue_link, page
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.packet import told
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pdo_policy.reporters.packet.case import Case, Issue
    from pdo_policy.reporters.packet.earlier import Change
    from pdo_policy.reporters.packet.model import Block, Page, Words

_HEADS = ("became", "obligation", "paper", "last_time", "this_time", "clause", "number")


def change_words(case: Case) -> Words:
    """In one sentence: what changed, or that nothing was compared."""
    if case.earlier is None:
        return (told("not_compared", case.lang),)
    counted = Counter(one.kind for one in changes(case.report, case.earlier, case.lang))
    comma = ", " if case.lang == "en" else "，"
    counts = comma.join(told("count", case.lang, word=told(kind, case.lang), count=counted[kind]) for kind in ORDER)
    return (told("compared_with", case.lang, day=one_line(case.earlier.as_of), counts=counts),)


def changes_page(case: Case) -> Page:
    """What was solved, what is new, what changed, stayed, or was not asked again."""
    lang, earlier = case.lang, case.earlier
    blocks: list[Block] = [Paragraph(change_words(case))]
    if earlier is None:
        return page("changes", case, blocks)
    found = changes(case.report, earlier, lang)
    blocks.append(Paragraph((told("compared_by", lang),)))
    report = case.report
    before, now = (earlier.digest, earlier.law), (report.rulebook.digest, report.law)
    if before != now or earlier.as_of != report.as_of.isoformat():
        blocks.append(Paragraph((told("other_grounds", lang),), strong=before != now))
    heads = tuple(told(code, lang) for code in _HEADS)
    issues = {mark: one for one in case.issues for point in one.entry.points for mark in point.fingerprints}
    every = tuple(_row(one, issues, case) for one in found)
    for kind in ORDER:
        rows = tuple(row for row, one in zip(every, found, strict=True) if one.kind == kind)
        if rows:
            blocks.append(Heading(told(kind, lang)))
            blocks.append(Table(told(kind, lang), heads[1:], tuple(row[1:] for row in rows)))
    if not found:
        blocks.append(Paragraph((told("changes_none", lang),)))
    return page("changes", case, blocks, [sheet_of(Table("", heads, every))], wide=True)


def _row(one: Change, issues: Mapping[str, Issue], case: Case) -> tuple[Words, ...]:
    old, new, lang = one.old, one.new, case.lang
    title = new.title if new else old.title if old else ""
    label = new.subject.label if new else old.label if old else ""
    last = _said(old.verdict, old.headline, lang) if old else ""
    this = _said(new.verdict.value, new.text.headline, lang) if new else ""
    clause = displays(new.citations, case) if new else ""
    issue = issues.get(new.fingerprint) if new else None
    link: Words = (issue_link(issue),) if issue else ()
    return (*texts(told(one.kind, lang), one_line(title), one_line(label), last, this, clause), link)


def _said(verdict: str, headline: str, lang: str) -> str:
    colon = ": " if lang == "en" else "："
    return f"{said(verdict, lang)}{colon}{one_line(headline)}"
