"""Issues and open determinations become questions by whom they are put to, merged where one answer settles them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.findings import Verdict
from pdo_policy.reporters.packet.model import Heading, Paragraph, Table, joined, last, sheet_of, texts
from pdo_policy.reporters.packet.naming import displays, evidence_links, page
from pdo_policy.reporters.phrases import one_line
from pdo_policy.wording.packet import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.reporters.packet.case import Case, Issue
    from pdo_policy.reporters.packet.model import Block, Page, Words

_HEADS = ("question_no", "question", "basis", "evidence_no", "paper", "reply")


class Asked(NamedTuple):
    """A question: to whom, in what words, on which issues; of a determination, the rules that wait for it."""

    role: str
    text: str
    issues: tuple[Issue, ...]
    waiting: str = ""


def questions(case: Case) -> tuple[Asked, ...]:
    """The questions by role in the order of the first issue of each, and in it in the order of the issues."""
    merged: dict[tuple[str, str], dict[int, Issue]] = {}
    for issue in case.issues:
        role = case.review.bearers.get(issue.entry.rule, "") or told("submitter", case.lang)
        for text in _texts(issue, case):
            merged.setdefault((one_line(role), text), {})[issue.number] = issue
    found = [Asked(role, text, tuple(issues.values())) for (role, text), issues in merged.items()]
    found += _of_form(case)
    for one in case.report.questions:
        text = told("ask_determine", case.lang, question=one_line(one.question).rstrip("？?"))
        found.append(Asked(one_line(one.authority), text, (), "、".join(one.rules)))
    roles = list(dict.fromkeys(one.role for one in found))
    return tuple(sorted(found, key=lambda one: roles.index(one.role)))


def _texts(issue: Issue, case: Case) -> Iterator[str]:
    """What is asked about an issue of a rule; where the rule has no question, for an explanation."""
    if issue.clause is None or issue.entry.verdict is Verdict.ERROR:
        return
    yield from map(one_line, issue.questions)
    if not issue.questions:
        yield told("ask_fix", case.lang, headline=issue.entry.points[0].headline)


def _of_form(case: Case) -> Iterator[Asked]:
    """One question for each paper with faults of writing and form."""
    papers: dict[str, list[Issue]] = {}
    for issue in case.issues:
        if issue.clause is None:
            papers.setdefault(issue.entry.subject, []).append(issue)
    for paper, issues in papers.items():
        count = sum(issue.entry.weight for issue in issues)
        text = told("ask_form", case.lang, paper=paper or told("paper", case.lang), count=count)
        yield Asked(told("submitter", case.lang), text, tuple(issues))


def questions_page(case: Case) -> Page:
    """The questions, a table for each role."""
    lang = case.lang
    asked = questions(case)
    heads = tuple(told(code, lang) for code in _HEADS)
    if not asked:
        return page("questions", case, [Paragraph((told("questions_none", lang),))], fillable=True)
    blocks: list[Block] = [Paragraph((told("questions_lead", lang, count=len(asked)),))]
    rows = [(one, (texts(str(number))[0], *_cells(one, case))) for number, one in enumerate(asked, 1)]
    for role in dict.fromkeys(one.role for one in asked):
        own = tuple(row for one, row in rows if one.role == role)
        blocks.append(Heading(role))
        blocks.append(Table(role, heads, own, last(heads, 1)))
    every = Table(
        "", (heads[0], told("asked", lang), *heads[1:]), tuple((row[0], (one.role,), *row[1:]) for one, row in rows)
    )
    return page("questions", case, blocks, [sheet_of(every)], wide=True, fillable=True)


def _cells(one: Asked, case: Case) -> tuple[Words, ...]:
    between = ", " if case.lang == "en" else "、"
    citations = dict.fromkeys(citation for issue in one.issues for citation in issue.entry.citations)
    evidence = joined((evidence_links(issue, case) for issue in one.issues), between)
    papers = between.join(dict.fromkeys(issue.entry.subject for issue in one.issues if issue.entry.subject))
    form = told("of_form", case.lang) if one.issues else one.waiting
    return ((one.text,), (displays(citations, case) or form,), evidence, (papers,) if papers else (), ())
