"""An explanation for a terminal: for each subject the smallest one there is, on at most fifteen lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.findings import Verdict
from pdo_policy.reporters.trace_changes import change_lines, dating_line, verdict_word
from pdo_policy.reporters.trace_exceptions import (
    exception_lines,
    exception_part,
    is_why,
    period_words,
    sorted_exceptions,
)
from pdo_policy.reporters.trace_parts import Part, at, cut, part_lines, read_line, truth
from pdo_policy.wording.report import said as word
from pdo_policy.wording.tracing import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from pdo_policy.traces import Explanation, Idle, Requirement, Standing, Trace

MOST_LINES = 15
"""How many lines the explanation of one subject takes."""

_SHARES = (7, 3, 2, 1)
"""How many lines each section gets at least: why, exceptions, changes, what would come after them."""

_INDENT = "  "
_MOST_HEAD = 4


def render_trace_text(explanation: Explanation, lang: str) -> str:
    """The explanation as plain text with line feeds, the subjects apart by an empty line."""
    unread = [at(said("unread", lang, headline=one.headline), one.location) for one in explanation.unread]
    unread = _trimmed(unread, 2, lang)
    room = MOST_LINES - len(unread)
    if explanation.idle is not None:
        blocks = [_idle(explanation, explanation.idle, room, lang)]
    else:
        blocks = [_trace(explanation, trace, room, lang) for trace in explanation.traces]
    blocks[-1].extend(unread)
    return "\n\n".join("\n".join(map(_one_line, block)) for block in blocks) + "\n"


def _one_line(text: str) -> str:
    """A text that cannot disturb a terminal: on one line, control characters shown as a dot."""
    return "".join(char if char.isprintable() else " " if char in "\n\t" else "·" for char in text)


def _title(explanation: Explanation, title: str, clauses: Sequence[str]) -> str:
    cited = f" 〔{'，'.join(clauses)}〕" if clauses else ""
    return f"{explanation.rule_id} {title}{cited}"


# ---------------------------------------------------------------------- a subject


def _trace(explanation: Explanation, trace: Trace, room: int, lang: str) -> list[str]:
    verdict = verdict_word(trace.verdict, lang)
    if not trace.firm:
        verdict = said("unfirm", lang, verdict=verdict)
    head = [
        _title(explanation, trace.title, [one.display for one in trace.citations]),
        said("head", lang, subject=trace.subject.label, verdict=verdict),
        *(_INDENT + note for note in trace.notes),
    ]
    head = _trimmed(head, _MOST_HEAD, lang)
    return [*head, *_fitted(_sections(explanation, trace, lang), room - len(head), lang)]


def _sections(explanation: Explanation, trace: Trace, lang: str) -> list[list[str]]:
    """Why, the exceptions, what would change it, and what would come after that."""
    if not trace.citations:
        return [_standings(explanation, lang), [], [], []]
    if trace.governing.chosen is None and trace.requirement is None and trace.verdict is not Verdict.ERROR:
        return [list(_governing(trace, lang)), [], dating_line(trace, lang), []]
    why = [line for part in _deciding(trace, lang) for line in part_lines(part, lang)]
    why = [*_reasons(trace), *why, *_premises(trace, lang)]
    others = [one for one in sorted_exceptions(trace) if not is_why(trace, one)]
    exceptions = [line for one in others for line in exception_lines(trace, one, lang)]
    told = trace.verdict is not Verdict.NOT_APPLICABLE
    after = [] if told else _after(trace, lang)
    return [why, exceptions if told else [], change_lines(trace, lang), after]


def _reasons(trace: Trace) -> list[str]:
    return [trace.reason] if trace.verdict is Verdict.ERROR else []


def _deciding(trace: Trace, lang: str) -> Iterator[Part]:
    """The components that a verdict rests on: see the table of verdicts in docs/semantics.md."""
    verdict, applicability, requirement = trace.verdict, trace.applicability, trace.requirement
    if verdict is Verdict.EXEMPT:
        for one in sorted_exceptions(trace):
            if is_why(trace, one):
                yield exception_part(trace, one, lang)
        return
    if requirement is not None and _is_told(verdict, requirement):
        yield from _requirement(requirement, lang)
    if verdict in (Verdict.NOT_APPLICABLE, Verdict.UNDETERMINED, Verdict.ERROR):
        for node in applicability.nodes:
            if node.failed or node.value is _KEEPS_FROM_APPLYING.get(verdict, True):
                yield Part(said("applicability", lang, truth=truth(node.value, lang)), node.value, node)


_KEEPS_FROM_APPLYING = {Verdict.NOT_APPLICABLE: False, Verdict.UNDETERMINED: None}


def _is_told(verdict: Verdict, requirement: Requirement) -> bool:
    """Whether a requirement is among what a verdict rests on."""
    if verdict is Verdict.ERROR:
        return requirement.node is not None and requirement.node.failed
    if verdict is Verdict.UNDETERMINED:
        return requirement.value is not True
    return verdict is not Verdict.NOT_APPLICABLE


def _requirement(requirement: Requirement, lang: str) -> Iterator[Part]:
    """What is demanded; of what may be done but then in a certain way, also whether it is done where that tells."""
    node, exercise = requirement.node, requirement.exercise
    if exercise is not None and exercise.value is not True:
        head = said("exercise", lang, name=requirement.replaced_by, truth=truth(exercise.value, lang))
        yield Part(head, exercise.value, exercise)
    if node is None:
        yield Part(said("free", lang), requirement.value, None)
    elif requirement.replaced_by and not (exercise is not None and exercise.value is False):
        head = said("replaced", lang, name=requirement.replaced_by)
        yield Part(f"{head}{said('mark', lang, truth=truth(node.value, lang))}", node.value, node)
    elif not requirement.replaced_by:
        code = requirement.op if requirement.op in ("must_not", "encourage") else "must"
        yield Part(said(code, lang, truth=truth(node.value, lang)), node.value, node)


def _premises(trace: Trace, lang: str) -> Iterator[str]:
    """The rules whose violation would make it apply, where they leave it open or keep it from applying."""
    violated = any(one.verdict is Verdict.VIOLATED for one in trace.applicability.premises)
    if violated or trace.verdict not in (Verdict.NOT_APPLICABLE, Verdict.UNDETERMINED):
        return
    for one in trace.applicability.premises:
        yield said("premise_rule", lang, name=one.rule_id, verdict=verdict_word(one.verdict, lang))


def _after(trace: Trace, lang: str) -> list[str]:
    """What would be demanded if it applied, where that is not met."""
    requirement = trace.requirement
    if requirement is None or requirement.value is True or not trace.changes:
        return []
    parts = [part._replace(head=said("then", lang, part=part.head)) for part in _requirement(requirement, lang)]
    return [line for part in parts for line in part_lines(part, lang)]


# ---------------------------------------------------------------------- time and law


def _governing(trace: Trace, lang: str) -> Iterator[str]:
    governing = trace.governing
    if governing.text:
        yield said("governed", lang, text=cut(governing.text), value=governing.value or said("unknown", lang))
        yield from (_INDENT * 2 + read_line(read, lang) for read in governing.reads)
    else:
        yield said("value", lang, name=word("as_of", lang), value=governing.value)
    periods = "、".join(period_words(one, lang) for one in governing.versions)
    yield said("versions", lang, periods=periods)


def _standings(explanation: Explanation, lang: str) -> list[str]:
    return [_clause(one, explanation.law, lang) for one in explanation.clauses]


def _clause(one: Standing, law: str, lang: str) -> str:
    code = {"": "counted", "topic": "topic_clause"}.get(one.why_not, one.why_not)
    status = word(one.citation.status, lang)
    return said(
        code, lang, clause=one.citation.display, status=status, law=law, first=_day(one.first), last=_day(one.last)
    )


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else "—"


# ---------------------------------------------------------------------- not run


def _idle(explanation: Explanation, idle: Idle, room: int, lang: str) -> list[str]:
    clauses = [one.citation.display for one in explanation.clauses]
    head = [_title(explanation, explanation.title, clauses), said("not_run", lang, reason=idle.said)]
    if idle.reason == "no_citation":
        why, change = _standings(explanation, lang), _change_of_law(explanation, lang)
    else:
        papers = [said("paper", lang, paper=subject.label, file=file) for subject, file in idle.papers]
        told = said("and", lang).join(papers[:_MOST_HEAD]) or said("no_papers", lang)
        why, change = [said("papers", lang, papers=told)], said("file_the_paper", lang, name=idle.wanted)
    return [*head, *_fitted([why, [], [said("change", lang, text=change)], []], room - len(head), lang)]


def _change_of_law(explanation: Explanation, lang: str) -> str:
    pending = [one.first for one in explanation.clauses if one.why_not == "pending" and one.first is not None]
    if pending:
        return said("as_of", lang, first=min(pending).isoformat())
    past = [one.last for one in explanation.clauses if one.why_not == "superseded" and one.last is not None]
    return said("as_of_before", lang, last=max(past).isoformat()) if past else said("by_law", lang)


# ---------------------------------------------------------------------- fifteen lines


def _fitted(sections: list[list[str]], room: int, lang: str) -> list[str]:
    """The sections in so many lines: each gets its share, and what others leave goes to the first that needs it."""
    shares = [min(len(section), share) for section, share in zip(sections, _SHARES, strict=True)]
    spare = room - sum(shares)
    for number, section in enumerate(sections):
        more = max(0, min(len(section) - shares[number], spare))
        shares[number] += more
        spare -= more
    return [
        _INDENT + line
        for section, share in zip(sections, shares, strict=True)
        for line in _trimmed(section, share, lang)
    ]


def _trimmed(lines: list[str], most: int, lang: str) -> list[str]:
    """So many of the lines; where there are more, the last one tells how many."""
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], said("more", lang, count=len(lines) - most + 1)] if most > 0 else []
