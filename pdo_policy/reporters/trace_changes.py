"""What would change a verdict becomes lines: what to file, and the verdict that it would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.findings import Verdict
from pdo_policy.reporters.deciding import decided
from pdo_policy.reporters.trace_exceptions import exception_name
from pdo_policy.reporters.trace_parts import reads_of
from pdo_policy.wording.report import said as word
from pdo_policy.wording.tracing import said

if TYPE_CHECKING:
    from pdo_policy.traces import Change, Considered, Node, Read, Trace

MOST_FILINGS = 3
"""How many things to file a line names."""

IN_ORDER = frozenset({Verdict.SATISFIED, Verdict.NOT_APPLICABLE, Verdict.EXEMPT})

_FILINGS = {
    "absent": "file_value",
    "blank": "file_value",
    "null": "file_fact",
    "not_applicable": "file_fact",
    "invalid": "file_readably",
    "document": "file_paper",
    "several": "file_link",
    "unlinked": "file_link",
    "determination": "file_determination",
    "calendar": "file_calendar",
    "unit": "file_unit",
    "currency": "file_currency",
    "division": "file_divisor",
    "parameter": "file_parameter",
    "version": "file_date",
}


def change_lines(trace: Trace, lang: str) -> list[str]:
    """A line for each thing that would change the verdict by what is filed."""
    lines = []
    for change in trace.changes:
        told = _told(trace, change, lang)
        if told:
            lines.append(said("change", lang, text=told))
    return list(dict.fromkeys(lines))


def dating_line(trace: Trace, lang: str) -> list[str]:
    """The line for what would tell the date that governs the rule; none where it is told, or nothing was read."""
    if trace.verdict is not Verdict.UNDETERMINED or not trace.governing.reads:
        return []
    filings = dict.fromkeys(
        said("file_precisely", lang, name=read.name) if read.state == "present" else _filing([read], "and", lang)
        for read in trace.governing.reads
        if read.state != "range"
    )
    return [said("change", lang, text=said("dated", lang, filing=said("and", lang).join(filings)))]


def _told(trace: Trace, change: Change, lang: str) -> str:
    """What to file, and what comes of it; empty for what holds already, as taking it away is nobody's aim."""
    if change.what == "exception":
        return _of_exception(trace, next(one for one in trace.exceptions if one.id == change.id), change, lang)
    applicability, requirement = trace.applicability, trace.requirement
    if change.what == "applicability":
        nodes = [node for node in applicability.nodes if node.value is not True]
        return _outcome(nodes, "if_applies", "", change, lang) if change.if_true is not None and nodes else ""
    is_met = requirement is None or requirement.value is True
    if is_met or change.if_true is None or requirement is None:
        return ""
    nodes = [requirement.node] if requirement.node is not None else []
    return _outcome(nodes, "if_met", "", change, lang, trace.remedy)


def _of_exception(trace: Trace, exception: Considered, change: Change, lang: str) -> str:
    """That one way of being in order would become another is nothing to file for."""
    name = exception_name(trace, exception, lang)
    if exception.holds is True:
        return said("if_not", lang, name=name, verdict=verdict_word(change.if_false, lang)) if change.if_false else ""
    if change.if_true is None or {change.if_true, trace.verdict} <= IN_ORDER:
        return ""
    return _outcome([exception.node] if exception.node is not None else [], "if_holds", name, change, lang)


def _outcome(nodes: list[Node], code: str, name: str, change: Change, lang: str, remedy: str = "") -> str:
    outcome = said(code, lang, name=name, verdict=verdict_word(change.if_true, lang))
    if change.if_false is not None:
        outcome = said("otherwise", lang, first=outcome, verdict=verdict_word(change.if_false, lang))
    filing = _filings(nodes, lang)
    return said("filing", lang, filing=filing or remedy or said("file_other", lang), outcome=outcome)


def _filings(nodes: list[Node], lang: str) -> str:
    """What to file so that conditions come out otherwise: what is wanting in each part that decided."""
    parts = [one.node for node in nodes for one in decided(node)]
    wanting = [_wanting(part, lang) for part in parts]
    told = list(dict.fromkeys(text for text in wanting if text))
    if told and "" in wanting:
        told = [*told[: MOST_FILINGS - 1], said("file_rest", lang)]
    filing = said("and", lang).join(told[:MOST_FILINGS])
    return said("and_more", lang, filing=filing) if len(told) > MOST_FILINGS else filing


def _wanting(part: Node, lang: str) -> str:
    reads = reads_of(part)
    wanting = [read for read in reads if read.state != "present"][:MOST_FILINGS]
    if any(read.state == "range" for read in wanting):
        # Two ranges overlap; to be more precise about either may tell.
        names = said("or_quoted", lang).join(read.name for read in reads if read.state == "present")
        return said("file_precisely", lang, name=names)
    joint = "or" if part.form == "or" or part.op in ("any", "some", "at_least") else "and"
    alike = {_code(read): [other for other in wanting if _code(other) == _code(read)] for read in wanting}
    return said(joint, lang).join(_filing(reads, joint, lang) for reads in alike.values())


def _code(read: Read) -> str:
    return "file_named" if read.state == "document" and read.value else _FILINGS[read.state]


def _filing(reads: list[Read], joint: str, lang: str) -> str:
    names = said(f"{joint}_quoted", lang).join(dict.fromkeys(read.name for read in reads))
    return said(_code(reads[0]), lang, name=names, value=reads[0].value)


def verdict_word(verdict: Verdict | None, lang: str) -> str:
    """A verdict in words."""
    return word(verdict.value, lang) if verdict is not None else said("not_asked", lang)
