"""A report for the summary page of a job of GitHub Actions: Markdown with counts and a table of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.conclusion import conclusion
from pdo_policy.findings import Verdict
from pdo_policy.reporters.escaping import markdown
from pdo_policy.reporters.grades import grade, standing, unreadable
from pdo_policy.reporters.phrases import clauses, level, place
from pdo_policy.wording.ci import phrase
from pdo_policy.wording.report import said, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.findings import Finding
    from pdo_policy.report import Report

LIMIT = 900 * 1024
"""How many bytes of summary a step writes at most; GitHub drops one of more than 1024 KiB whole."""


def render_github_summary(report: Report, lang: str) -> str:
    """The summary as Markdown: the conclusion, the counts, the findings that call for action, gravest first."""
    return "\n".join(_lines(report, lang)) + "\n"


def within(text: str, room: int, lang: str) -> str:
    """A summary of at most so many bytes of UTF-8: cut behind a line, and saying so, or empty."""
    if len(text.encode()) <= room:
        return text
    note = f"\n{phrase('summary_cut', lang, limit=LIMIT // 1024)}\n"
    kept = text.encode()[: max(0, room - len(note.encode()))]
    whole = kept[: kept.rfind(b"\n") + 1].decode()
    return whole + note if whole else ""


def _lines(report: Report, lang: str) -> Iterator[str]:
    yield f"## {markdown(sentence(conclusion(report), lang))}"
    yield ""
    yield f"{said('total', lang, count=len(report.coverage))}"
    yield ""
    words = [said(verdict.value, lang) for verdict in Verdict]
    yield f"| {' | '.join(words)} |"
    yield "|" + "---|" * len(words)
    yield f"| {' | '.join(str(report.counts[verdict.value]) for verdict in Verdict)} |"
    yield ""
    found = standing(report)
    if found:
        yield f"| {' | '.join(phrase(code, lang) for code in ('level', 'rule', 'clauses', 'place', 'problem'))} |"
        yield "|" + "---|" * 5
        unread = unreadable(report)
        for finding in sorted(found, key=lambda finding: grade(finding, unread).rank):
            yield _row(finding, lang)
        yield ""
    book = report.rulebook
    yield (
        f"{said('rulebook', lang)} {markdown(book.title)} {markdown(book.version)} `{book.digest[:12]}` · "
        f"{said('as_of', lang)} {report.as_of.isoformat()} · {said('law', lang)} `{report.law}`"
    )
    yield ""
    yield said("disclaimer", lang)


def _row(finding: Finding, lang: str) -> str:
    cells = (
        level(finding, lang),
        f"`{finding.rule_id}`",
        markdown(clauses(finding.citations)),
        markdown(place(finding.locations[0])),
        markdown(finding.text.headline),
    )
    return f"| {' | '.join(cells)} |"
