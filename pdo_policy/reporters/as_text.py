"""A report for a terminal: grep-able first lines, excerpts with carets, the concluding sentence first and last."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pdo_policy.conclusion import conclusion
from pdo_policy.findings import Verdict
from pdo_policy.reporters.because import because
from pdo_policy.reporters.determining import awaited, taken
from pdo_policy.reporters.phrases import one_line
from pdo_policy.reporters.text_findings import INDENT, block_lines, headed, part
from pdo_policy.reporters.typesetting import Line, Piece, lines_of, plain
from pdo_policy.reporters.view import PLAIN
from pdo_policy.source import width
from pdo_policy.wording.report import said, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pdo_policy.report import Report
    from pdo_policy.reporters.view import View

_STYLES = {"ready": "good", "ready_with_open": "open", "not_ready": "error", "incomplete": "error"}


def render_text(report: Report, lang: str, view: View = PLAIN) -> str:
    """The report as text with line feeds, in the width and with the colours of a view."""
    lines = _in_short(report, lang) if view.quiet else _lines(report, view, lang)
    return "".join(f"{text}\n" for line in lines for text in lines_of(line, view))


def _lines(report: Report, view: View, lang: str) -> Iterator[Line]:
    yield _conclusion(report, lang)
    yield from _because(report, lang)
    yield from _head(report, lang)
    yield from block_lines(report, view, lang)
    yield plain("")
    yield from _changes(report, lang)
    yield from _foot(report, lang)
    yield _conclusion(report, lang)


def _in_short(report: Report, lang: str) -> Iterator[Line]:
    """The counts and the conclusion: what is not told is counted."""
    yield from _because(report, lang)
    yield from _counts(report, lang)
    yield _conclusion(report, lang)


def _conclusion(report: Report, lang: str) -> Line:
    outcome = conclusion(report)
    return Line((Piece(headed("conclusion", lang)), Piece(sentence(outcome, lang), _STYLES[outcome.status])))


def _told(code: str, text: str, lang: str, path: str = "") -> Line:
    """A line of head or foot: its heading, a path and a text."""
    head = headed(code, lang)
    gap = "  " if text and path else ""
    return Line((Piece(head, "dim"), Piece(one_line(path), whole=True), Piece(f"{gap}{one_line(text)}")), width(head))


def _because(report: Report, lang: str) -> Iterator[Line]:
    return (_told("because", reason, lang) for reason in because(report, lang))


def _head(report: Report, lang: str) -> Iterator[Line]:
    book = report.rulebook
    day, law = f"{said('as_of', lang)} {report.as_of.isoformat()}", f"{said('law', lang)} {report.law}"
    yield _told("rulebook", f"{book.title} {book.version} [{book.digest[:12]}]  {day}  {law}", lang)
    standings = {(standing.path, standing.index): standing for standing in report.standings}
    papers = [record for record in report.inputs if record.readable]
    for record in papers:
        named = " ".join(part for part in (record.title, record.id) if part)
        yield _told("papers", named, lang, record.path)
        if standing := standings.get((record.path, record.index)):
            yield from part("stage", standing.label, lang)
            yield from part("next", standing.next, lang)
    for record in report.inputs:
        if not record.readable:
            yield _told("papers", f"({said('unreadable', lang)})", lang, record.path)
    if not report.inputs:
        yield _told("papers", said("no_paper", lang), lang)


def _foot(report: Report, lang: str) -> Iterator[Line]:
    yield from _counts(report, lang)
    for reason, count in Counter(row.reason for row in report.not_run).items():
        yield plain(f"{INDENT}{count} × {one_line(reason)}", hang=2 * len(INDENT))
    yield from _determinations(report, lang)
    yield from _annexed(report, lang)
    cited = {citation.instrument for row in report.coverage for citation in row.citations}
    for instrument in report.instruments:
        if instrument.id in cited:
            number = f" {instrument.number}" if instrument.number else ""
            yield _told("counting", f"《{instrument.title}》{number} ({said(instrument.status, lang)})", lang)
    yield _told("scope", report.rulebook.scope, lang)
    yield plain(said("disclaimer", lang))


def _annexed(report: Report, lang: str) -> Iterator[Line]:
    """What became of the waivers and the baseline."""
    if report.waivers or report.baseline is not None or report.set_aside:
        from pdo_policy.reporters.accepting import annexed  # noqa: PLC0415 - as above

        for named, line in annexed(report, lang):
            head = f"{named}: " if lang == "en" else f"{named}："
            yield Line((Piece(head, "dim"), Piece(line)), width(head))


def _changes(report: Report, lang: str) -> Iterator[Line]:
    """What is different from the check that this one is compared with."""
    if report.changes is None:
        return
    from pdo_policy.reporters.accepting import change_groups, compared  # noqa: PLC0415 - as above

    yield plain(compared(report.changes, lang))
    for named, lines in change_groups(report.changes, lang):
        yield plain(f"{INDENT}{named}:" if lang == "en" else f"{INDENT}{named}：")
        yield from (plain(f"{INDENT * 2}{line}", hang=3 * len(INDENT)) for line in lines)
    yield plain("")


def _counts(report: Report, lang: str) -> Iterator[Line]:
    verdicts = Counter(row.verdict for row in report.coverage)
    counted = "  ".join(f"{said(verdict.value, lang)} {verdicts[verdict]}" for verdict in Verdict)
    yield _told("counts", f"{said('total', lang, count=len(report.coverage))}  {counted}", lang)
    faults = sum(1 for finding in report.findings if not finding.citations and finding.verdict is Verdict.VIOLATED)
    if faults:
        yield plain(said("form", lang, count=faults))
    if report.not_run:
        yield plain(said("not_run", lang, count=len(report.not_run)))


def _determinations(report: Report, lang: str) -> Iterator[Line]:
    """What people determined, and what they have yet to determine."""
    for one in report.determinations:
        yield _told("determined", taken(one, report, lang), lang)
    for line in awaited(report.questions, lang):
        yield _told("to_determine", line, lang)
