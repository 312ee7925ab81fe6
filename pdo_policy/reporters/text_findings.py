"""Findings become blocks of lines for a terminal: a line that `grep` understands, the place, the words."""

from __future__ import annotations

from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from pdo_policy.findings import Verdict
from pdo_policy.reporters.excerpt import excerpt
from pdo_policy.reporters.folding import causes, folded
from pdo_policy.reporters.grouping import grave, grouped
from pdo_policy.reporters.phrases import at, clauses, lacking, level, one_line, place
from pdo_policy.reporters.typesetting import Line, Piece, plain
from pdo_policy.source import width
from pdo_policy.wording.report import said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from pdo_policy.findings import Finding
    from pdo_policy.report import Report
    from pdo_policy.reporters.folding import Cause
    from pdo_policy.reporters.view import View
    from pdo_policy.source import Span

INDENT = "    "
_STYLES = {
    Verdict.UNDETERMINED: "open",
    Verdict.NOT_ADOPTED: "note",
    Verdict.EXEMPT: "note",
    Verdict.ERROR: "error",
}


def block_lines(report: Report, view: View, lang: str) -> Iterator[Line]:
    """All findings, by group and in each by place; what has one cause stands where the first of it would."""
    dealt = _dealings(report, lang)
    shared = causes(report) if view.fold else ()
    for head, findings in grouped(report, view.group_by, lang):
        if head:
            yield plain("")
            yield plain(said("group", lang, head=head, count=len(findings)), "bold")
        caused = _caused(shared, findings)
        left = _left(findings, caused)
        blocks: dict[str, list[Finding]] = {}
        for alike in folded(finding for finding in findings if finding.fingerprint not in caused):
            blocks.update((one.fingerprint, alike) for one in alike)
        told: set[int] = set()
        for finding in findings:
            cause = caused.get(finding.fingerprint)
            fault = cause.fault if cause is not None else finding
            about = blocks[fault.fingerprint] if fault is not None else cause
            if id(about) in told:
                continue
            told.add(id(about))
            yield plain("")
            if fault is None and cause is not None:
                yield from _cause(cause, [one for one in findings if caused.get(one.fingerprint) is cause], view, lang)
            elif fault is not None:
                alike = blocks[fault.fingerprint]
                yield from _block(alike, view, lang)
                yield from part("dealt", dealt.get(alike[0].fingerprint, ""), lang)
                yield from _left_open(alike, left, lang)


def _caused(shared: Iterable[Cause], findings: Sequence[Finding]) -> dict[str, Cause]:
    """The cause of each finding of a group that is told with others; a fault in another group is no cause here."""
    here = {finding.fingerprint for finding in findings}
    return {
        finding.fingerprint: cause
        for cause in shared
        if cause.fault is None or cause.fault.fingerprint in here
        for finding in cause.findings
        if finding.fingerprint in here
    }


def headed(code: str, lang: str) -> str:
    """A heading of the report, with its colon."""
    return said(code, lang) + (": " if lang == "en" else "：")


def part(code: str, text: str, lang: str, where: str = "") -> Iterator[Line]:
    """A line of a block: its heading, a place and a text; none where there is neither."""
    if text or where:
        head = f"{INDENT}{headed(code, lang)}"
        gap = "  " if text and where else ""
        yield Line((Piece(head, "dim"), Piece(where, whole=True), Piece(f"{gap}{one_line(text)}")), width(head))


def _style(finding: Finding) -> str:
    return _STYLES.get(finding.verdict, finding.severity.value)


def _block(alike: Sequence[Finding], view: View, lang: str) -> Iterator[Line]:
    finding, *others = alike
    primary, *related = finding.locations
    yield Line((Piece(place(primary), "bold", whole=True), Piece(": "), *_named(finding, lang)), len(INDENT))
    yield from _excerpt(primary.span, _style(finding), view)
    words = finding.text
    if primary.breadcrumb:
        yield from part("where", " → ".join(primary.breadcrumb), lang)
    for other in others:
        trail = " → ".join(other.locations[0].breadcrumb)
        yield from part("where_else", trail, lang, place(other.locations[0]))
    yield from part("why", words.why, lang)
    for detail in dict.fromkeys(detail for each in alike for detail in each.text.details):
        yield from part("detail", detail, lang)
    if finding.verdict is not Verdict.UNDETERMINED:
        yield from part("fix", words.fix, lang)
    else:
        yield from part("question", words.question or words.fix, lang)
    for location in dict.fromkeys([*related, *(each for other in others for each in other.locations[1:])]):
        trail = " → ".join(location.breadcrumb)
        yield from part("related", trail, lang, place(location))


def _named(finding: Finding, lang: str) -> Iterator[Piece]:
    """Level, rule, clauses and headline."""
    yield Piece(level(finding, lang), _style(finding))
    yield Piece(f" {one_line(finding.rule_id)}")
    if cited := clauses(finding.citations):
        yield Piece(f" {one_line(cited)}", "dim")
    yield Piece(f" {one_line(finding.text.headline)}")


def _excerpt(span: Span, style: str, view: View) -> Iterator[Line]:
    line, carets = excerpt(span, view.width, wide=view.wide)
    yield Line((Piece(line),), whole=True)
    yield Line((Piece(carets, style),), whole=True)


def _cause(cause: Cause, findings: Sequence[Finding], view: View, lang: str) -> Iterator[Line]:
    """What is missing, told once, and below it every finding that comes of it, each on a line of its own."""
    gravest = min(findings, key=grave)
    marks = {finding.fingerprint for finding in findings}
    verdicts = [row.verdict for row in cause.rows if not marks.isdisjoint(row.findings)]
    yield Line(
        (
            Piece(at(cause.void.span), "bold", whole=True),
            Piece(": "),
            Piece(level(gravest, lang), _style(gravest)),
            Piece(f" {one_line(lacking(cause.void, verdicts, lang))}"),
        ),
        len(INDENT),
    )
    yield from _excerpt(cause.void.span, _style(gravest), view)
    yield from part("remedy", said(f"lacking_{cause.void.kind}_fix", lang), lang)
    for alike in folded(findings):
        yield Line((Piece(INDENT), *_named(alike[0], lang)), 2 * len(INDENT))
    yield plain(f"{INDENT}{said('unfold', lang)}", "dim", hang=len(INDENT))


def _left(findings: Iterable[Finding], caused: Mapping[str, Cause]) -> Mapping[str, list[tuple[int, Finding]]]:
    """The findings that are open because of a value that cannot be read, numbered, by what tells of the value."""
    left: dict[str, list[tuple[int, Finding]]] = {}
    for number, finding in enumerate(findings):
        cause = caused.get(finding.fingerprint)
        if cause is not None and cause.fault is not None:
            left.setdefault(cause.fault.fingerprint, []).append((number, finding))
    return left


def _left_open(faults: Iterable[Finding], left: Mapping[str, list[tuple[int, Finding]]], lang: str) -> Iterator[Line]:
    """Below what cannot be read, every finding that is open because of it, each on a line of its own."""
    numbered = chain.from_iterable(left.get(fault.fingerprint, ()) for fault in faults)
    open_ = [finding for _, finding in sorted(numbered, key=itemgetter(0))]
    if not open_:
        return
    rules = len({(finding.rule_id, finding.subject) for finding in open_})
    yield plain(f"{INDENT}{said('left_open', lang, count=rules)}", "dim")
    for alike in folded(open_):
        yield Line((Piece(INDENT), *_named(alike[0], lang)), 2 * len(INDENT))


def _dealings(report: Report, lang: str) -> Mapping[str, str]:
    """How and why findings were accepted, by fingerprint."""
    if not report.waivers and report.baseline is None:
        return {}
    # Few reports have anything that was accepted or compared, and none must wait for the words.
    from pdo_policy.reporters.accepting import dealings  # noqa: PLC0415 - see above

    return dealings(report, lang)
