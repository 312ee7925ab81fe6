"""A report for a terminal: grep-able first lines, excerpts with carets, the concluding sentence first and last."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pdo_policy.conclusion import conclusion
from pdo_policy.findings import Verdict
from pdo_policy.reporters.determining import awaited, taken
from pdo_policy.reporters.excerpt import excerpt
from pdo_policy.reporters.folding import folded
from pdo_policy.reporters.phrases import heading, one_line, place
from pdo_policy.wording.report import said, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdo_policy.findings import Finding
    from pdo_policy.report import Report

_INDENT = "    "


def render_text(report: Report, lang: str) -> str:
    """The report as plain text with line feeds, without colours."""
    return "\n".join(_lines(report, lang)) + "\n"


def _lines(report: Report, lang: str) -> Iterator[str]:
    last = f"{_headed('conclusion', lang)}{sentence(conclusion(report), lang)}"
    yield last
    yield from _because(report, lang)
    yield from _head(report, lang)
    for alike in folded(report.findings):
        yield ""
        yield from _finding(alike, lang)
    yield ""
    yield from _foot(report, lang)
    yield last


def _because(report: Report, lang: str) -> Iterator[str]:
    """Why a check is incomplete; nothing where it is complete."""
    unreadable = sum(1 for record in report.inputs if not record.readable)
    failed = report.counts[Verdict.ERROR.value]
    if unreadable:
        yield f"{_headed('because', lang)}{said('because_unreadable', lang, count=unreadable)}"
    if failed:
        yield f"{_headed('because', lang)}{said('because_failed', lang, count=failed)}"
    if not report.coverage and not unreadable:
        yield f"{_headed('because', lang)}{said('because_nothing', lang)}"


def _headed(code: str, lang: str) -> str:
    return said(code, lang) + (": " if lang == "en" else "：")


def _head(report: Report, lang: str) -> Iterator[str]:
    book = report.rulebook
    yield (
        f"{_headed('rulebook', lang)}{book.title} {book.version} [{book.digest[:12]}]  "
        f"{said('as_of', lang)} {report.as_of.isoformat()}  {said('law', lang)} {report.law}"
    )
    standings = {(standing.path, standing.index): standing for standing in report.standings}
    papers = [record for record in report.inputs if record.readable]
    for record in papers:
        named = " ".join(part for part in (record.title, record.id) if part)
        yield f"{_headed('papers', lang)}{record.path}  {named}".rstrip()
        if standing := standings.get((record.path, record.index)):
            yield from _part("stage", standing.label, lang)
            yield from _part("next", standing.next, lang)
    for record in report.inputs:
        if not record.readable:
            yield f"{_headed('papers', lang)}{record.path}  ({said('unreadable', lang)})"
    if not report.inputs:
        yield f"{_headed('papers', lang)}{said('no_paper', lang)}"


def _finding(alike: Sequence[Finding], lang: str) -> Iterator[str]:
    finding, *others = alike
    primary, *related = finding.locations
    yield heading(finding, lang)
    yield from excerpt(primary.span)
    words = finding.text
    if primary.breadcrumb:
        yield from _part("where", " → ".join(primary.breadcrumb), lang)
    for other in others:
        trail = " → ".join(other.locations[0].breadcrumb)
        yield from _part("where_else", f"{place(other.locations[0])}  {trail}".rstrip(), lang)
    yield from _part("why", words.why, lang)
    for detail in dict.fromkeys(detail for each in alike for detail in each.text.details):
        yield from _part("detail", detail, lang)
    if finding.verdict is not Verdict.UNDETERMINED:
        yield from _part("fix", words.fix, lang)
    else:
        yield from _part("question", words.question or words.fix, lang)
    for location in dict.fromkeys([*related, *(each for other in others for each in other.locations[1:])]):
        trail = " → ".join(location.breadcrumb)
        yield from _part("related", f"{place(location)}  {trail}".rstrip(), lang)


def _part(code: str, text: str, lang: str) -> Iterator[str]:
    if text:
        yield f"{_INDENT}{_headed(code, lang)}{one_line(text)}"


def _foot(report: Report, lang: str) -> Iterator[str]:
    verdicts = Counter(row.verdict for row in report.coverage)
    counted = "  ".join(f"{said(verdict.value, lang)} {verdicts[verdict]}" for verdict in Verdict)
    total = said("total", lang, count=len(report.coverage))
    yield f"{_headed('counts', lang)}{total}  {counted}"
    faults = sum(1 for finding in report.findings if not finding.citations and finding.verdict is Verdict.VIOLATED)
    if faults:
        yield said("form", lang, count=faults)
    if report.not_run:
        yield said("not_run", lang, count=len(report.not_run))
        for reason, count in Counter(row.reason for row in report.not_run).items():
            yield f"{_INDENT}{count} × {reason}"
    yield from _determinations(report, lang)
    cited = {citation.instrument for row in report.coverage for citation in row.citations}
    for instrument in report.instruments:
        if instrument.id in cited:
            number = f" {instrument.number}" if instrument.number else ""
            yield f"{_headed('counting', lang)}《{instrument.title}》{number} ({said(instrument.status, lang)})"
    yield f"{_headed('scope', lang)}{report.rulebook.scope}"
    yield said("disclaimer", lang)


def _determinations(report: Report, lang: str) -> Iterator[str]:
    """What people determined, and what they have yet to determine."""
    for one in report.determinations:
        yield f"{_headed('determined', lang)}{taken(one, report, lang)}"
    for question in report.questions:
        yield f"{_headed('to_determine', lang)}{awaited(question, lang)}"
