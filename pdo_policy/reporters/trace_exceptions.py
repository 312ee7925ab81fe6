"""The exceptions of a trace become lines: whether each holds, why that is not all, and what it demands instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.findings import Verdict
from pdo_policy.reporters.trace_parts import Part, part_lines, truth
from pdo_policy.wording.tracing import said

if TYPE_CHECKING:
    from pdo_policy.traces import Considered, Period, Trace

_INDENT = "  "


def sorted_exceptions(trace: Trace) -> list[Considered]:
    """Those in effect first, then those that would change the verdict, then the rest."""
    material = {change.id for change in trace.changes if change.what == "exception"}
    return sorted(trace.exceptions, key=lambda one: (one.effective is not True, one.id not in material))


def is_why(trace: Trace, one: Considered) -> bool:
    """Whether an exception is what a verdict rests on."""
    return trace.verdict is Verdict.EXEMPT and one.effective is True and one.effect == "exempt"


def exception_lines(trace: Trace, one: Considered, lang: str) -> list[str]:
    """An exception, and the requirement it puts in place where that is not the one the verdict rests on."""
    lines = part_lines(exception_part(trace, one, lang), lang)
    demanded, chosen = one.requirement, trace.requirement
    if demanded is None or one.effective is False or (chosen is not None and chosen.replaced_by == one.id):
        return lines
    node = demanded.node
    value = node.value if node is not None else True
    part = Part(said("replaces", lang, truth=truth(value, lang)), value, node)
    return [*lines, *(_INDENT + line for line in part_lines(part, lang))]


def exception_part(trace: Trace, one: Considered, lang: str) -> Part:
    """How an exception is called and whether it holds, with its condition where that matters."""
    name = exception_name(trace, one, lang)
    if not one.counts:
        return Part(said("of", lang, part=name, text=said("no_clause", lang)), False, None)
    if one.period.in_force is False:
        facts = {"day": trace.governing.value, "period": period_words(one.period, lang)}
        return Part(said("of", lang, part=name, text=said("not_in_force", lang, **facts)), False, None)
    return Part(f"{name} {_standing(trace, one, lang)}", one.holds, one.node)


def _standing(trace: Trace, one: Considered, lang: str) -> str:
    """Whether an exception holds, and why that is not all."""
    if one.node is not None and one.node.failed:
        return said("broken", lang)
    if one.period.in_force is None:
        return said("perhaps_in_force", lang, period=period_words(one.period, lang))
    if one.holds is None:
        return said(f"unproven_{'fails' if one.unproven == 'fails' else 'open'}", lang)
    if one.holds is False:
        nearly = _nearly(one, lang)
        return said("joined", lang, first=truth(False, lang), second=nearly) if nearly else truth(False, lang)
    effects = {other.id: other.effective for other in trace.exceptions}
    against = [name for name in one.attackers if effects.get(name) is not False]
    if one.effective is not True and against:
        return said("attacked" if one.effective is False else "perhaps_attacked", lang, names="、".join(against))
    return truth(True, lang)


def _nearly(one: Considered, lang: str) -> str:
    """How many of the conditions that an exception asks for together are met; empty for none or a single one."""
    node = one.node
    while node is not None and node.form == "predicate":
        node = node.parts[0]
    if node is None or not (node.form == "and" or (node.form == "enumeration" and node.op == "all")):
        return ""
    met = sum(part.value is True for part in node.parts)
    return said("nearly", lang, total=len(node.parts), met=met) if met else ""


def exception_name(trace: Trace, exception: Considered, lang: str) -> str:
    """How an exception is called: its id and title; a 除非 by its number, where there are several."""
    number = exception.id.partition("/")[2]
    if number:
        is_one_of_several = sum("/" in one.id for one in trace.exceptions) > 1
        return said("unless_of_several" if is_one_of_several else "unless", lang, number=number)
    return said("exception", lang, name=exception.id, title=exception.title)


def period_words(period: Period, lang: str) -> str:
    """Days in force: 2025-03-01 起."""
    first, last = period.first, period.last
    code = ("between" if last else "from") if first else "until" if last else "always"
    return said(code, lang, first=first, last=last)
