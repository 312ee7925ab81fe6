"""Values of a report become the short words that several pages of a folder use: clauses, papers, places, links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.reporters.packet.model import Link, Page, Words, joined
from pdo_policy.reporters.phrases import clauses, one_line
from pdo_policy.wording.packet import told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pdo_policy.findings import Citation
    from pdo_policy.reporters.packet.case import Case, Issue
    from pdo_policy.reporters.packet.model import Block, Sheet


def page(
    code: str,
    case: Case,
    blocks: Sequence[Block],
    sheets: Sequence[Sheet] = (),
    *,
    wide: bool = False,
    fillable: bool = False,
) -> Page:
    """A page with its name, title and purpose from the table of words."""
    file = told(code, case.lang)
    title = file.partition("_")[2].replace("_", " ")
    title = title[:1].upper() + title[1:]
    purpose = told(f"{code}_for", case.lang)
    return Page(code, file, title, purpose, tuple(blocks), tuple(sheets), wide, fillable)


def displays(citations: Iterable[Citation], case: Case) -> str:
    """Clauses in the order of the texts, a text named before the first of its clauses."""
    return one_line(clauses(sorted(citations, key=case.order)).strip("〔〕"))


def evidence_links(issue: Issue, case: Case) -> Words:
    """The numbers of an issue's evidence, each leading to it."""
    between = ", " if case.lang == "en" else "、"
    return joined(((Link(one.number, "evidence", one.anchor),) for one in issue.evidence), between)


def issue_link(issue: Issue) -> Link:
    """The number of an issue, leading to it."""
    return Link(str(issue.number), "issues", issue.anchor)


def says(citation: Citation, case: Case) -> str:
    """What a clause says, with a caveat where its text was not seen; empty where nothing is known of it."""
    clause = case.clauses.get((citation.instrument, citation.clause))
    if clause is None:
        return ""
    caveat = {"topic": "topic_only", "summary": "summary_only"}.get(clause.visibility)
    text = one_line(clause.summary)
    if caveat is None:
        return text
    more = told(caveat, case.lang)
    return f"{text} ({more})" if case.lang == "en" else f"{text}（{more}）"
