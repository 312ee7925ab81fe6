"""An explanation for programs: JSON, version 1.0, as `schemas/trace.schema.json` describes it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from pdo_policy.findings import Citation, Location, Subject, Verdict
    from pdo_policy.source import Span
    from pdo_policy.traces import (
        Change,
        Considered,
        Explanation,
        Fault,
        Governing,
        Idle,
        Node,
        Period,
        Read,
        Requirement,
        Standing,
        Trace,
    )

VERSION = "1.0"
"""Of the form of this output; an addition raises the number behind the point."""


def render_trace_json(explanation: Explanation, lang: str) -> str:
    """The explanation as JSON: UTF-8 text, keys in a fixed order, one newline at the end."""
    return json.dumps(trace_data(explanation, lang), ensure_ascii=False, indent=2) + "\n"


def trace_data(explanation: Explanation, lang: str) -> dict[str, Any]:
    """The explanation as plain data."""
    book = explanation.rulebook
    return {
        "trace_version": VERSION,
        "rulebook": {"id": book.id, "title": book.title, "version": book.version, "digest": book.digest},
        "run": {"as_of": explanation.as_of.isoformat(), "law": explanation.law, "lang": lang},
        "rule_id": explanation.rule_id,
        "title": explanation.title,
        "clauses": [_standing(one) for one in explanation.clauses],
        "traces": [_trace(trace) for trace in explanation.traces],
        "not_run": _idle(explanation.idle) if explanation.idle is not None else None,
        "unread": [_fault(fault) for fault in explanation.unread],
    }


def _trace(trace: Trace) -> dict[str, Any]:
    applicability = trace.applicability
    return {
        "title": trace.title,
        "rule": _place(trace.span),
        "severity": trace.severity.value,
        "clauses": [_citation(one) for one in trace.citations],
        "subject": _subject(trace.subject),
        "verdict": trace.verdict.value,
        "firm": trace.firm,
        "reason": trace.reason,
        "notes": list(trace.notes),
        "governing": _governing(trace.governing),
        "applicability": {
            "value": applicability.value,
            "conditions": [_node(node) for node in applicability.nodes],
            "premises": [{"rule_id": one.rule_id, "verdict": _verdict(one.verdict)} for one in applicability.premises],
        },
        "exceptions": [_considered(one) for one in trace.exceptions],
        "requirement": _requirement(trace.requirement),
        "parameters": [{"name": one.name, "value": one.value, "status": one.status} for one in trace.parameters],
        "changes": [_change(change) for change in trace.changes],
        "remedy": trace.remedy,
    }


def _governing(governing: Governing) -> dict[str, Any]:
    return {
        "text": governing.text,
        "value": governing.value,
        "reads": [_read(read) for read in governing.reads],
        "versions": [_period(one) for one in governing.versions],
        "chosen": governing.chosen,
    }


def _considered(one: Considered) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "rule": _place(one.span),
        "effect": one.effect,
        "counts": one.counts,
        "period": _period(one.period),
        "condition": _node(one.node) if one.node is not None else None,
        "holds": one.holds,
        "unproven": one.unproven,
        "effective": one.effective,
        "attackers": list(one.attackers),
        "over": list(one.over),
        "requirement": _requirement(one.requirement),
    }


def _requirement(requirement: Requirement | None) -> dict[str, Any] | None:
    if requirement is None:
        return None
    return {
        "op": requirement.op,
        "value": requirement.value,
        "condition": _node(requirement.node) if requirement.node is not None else None,
        "exercise": _node(requirement.exercise) if requirement.exercise is not None else None,
        "replaced_by": requirement.replaced_by,
    }


def _change(change: Change) -> dict[str, Any]:
    return {
        "what": change.what,
        "id": change.id,
        "if_true": _verdict(change.if_true),
        "if_false": _verdict(change.if_false),
    }


def _verdict(verdict: Verdict | None) -> str | None:
    return verdict.value if verdict is not None else None


def _node(node: Node) -> dict[str, Any]:
    return {
        "form": node.form,
        "op": node.op,
        "text": node.text,
        "rule": _place(node.span),
        "value": node.value,
        "failed": node.failed,
        "number": node.number,
        "label": node.label,
        "count": node.count,
        "left_out": node.left_out,
        "operands": [{"text": one.text, "value": one.value} for one in node.operands],
        "reads": [_read(read) for read in node.reads],
        "parts": [_node(part) for part in node.parts],
    }


def _read(read: Read) -> dict[str, Any]:
    return {
        "name": read.name,
        "state": read.state,
        "value": read.value,
        "said": read.said,
        "presumed": read.presumed,
        "location": _location(read.location) if read.location is not None else None,
        "faults": [_fault(fault) for fault in read.faults],
    }


def _fault(fault: Fault) -> dict[str, Any]:
    return {"code": fault.code, "headline": fault.headline, "fix": fault.fix, "location": _location(fault.location)}


def _location(location: Location) -> dict[str, Any]:
    pointer = "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in location.pointer)
    return {**_place(location.span), "pointer": pointer, "absent": location.absent}


def _place(span: Span) -> dict[str, Any]:
    """A place; lines and columns from 1, columns in code points, the end behind the last character."""
    first, last = span.first, span.last
    return {
        "path": span.source.name,
        "line": first.line,
        "column": first.column,
        "end_line": last.line,
        "end_column": last.column,
    }


def _standing(one: Standing) -> dict[str, Any]:
    return {
        **_citation(one.citation),
        "first": _day(one.first),
        "last": _day(one.last),
        "counts": one.counts,
        "why_not": one.why_not,
    }


def _citation(one: Citation) -> dict[str, Any]:
    return {"instrument": one.instrument, "clause": one.clause, "display": one.display, "status": one.status}


def _subject(subject: Subject) -> dict[str, Any]:
    return {"role": subject.role, "id": subject.id, "dossier": subject.dossier, "label": subject.label}


def _period(period: Period) -> dict[str, Any]:
    return {"first": _day(period.first), "last": _day(period.last), "in_force": period.in_force}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _idle(idle: Idle) -> dict[str, Any]:
    return {
        "reason": idle.reason,
        "said": idle.said,
        "wanted": idle.wanted,
        "papers": [{**_subject(subject), "path": file} for subject, file in idle.papers],
    }
