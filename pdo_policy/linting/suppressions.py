"""Comments that let a lint pass become the stretches of text they cover; those that do nothing are lints themselves.

`# 忽略 PDL-L020：理由`, or `# ignore PDL-L020: reason`. Behind something, a comment covers its line. On a line of its
own it covers what begins next: a whole item, a clause, an item of an enumeration, and else the next line.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.errors import Problem
from pdo_policy.language import syntax as s
from pdo_policy.language.declarations import ExceptionItem, RuleItem
from pdo_policy.linting.reading import records
from pdo_policy.linting.skimming import comments

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from pdo_policy.linting.reading import Reading
    from pdo_policy.linting.skimming import Skimmed
    from pdo_policy.source import Source

UNUSED, WITHOUT_REASON, UNKNOWN = "PDL-L001", "PDL-L002", "PDL-L003"

_CODE = r"[A-Z]+(?:-[A-Z0-9]+)+"
_SUPPRESSION = re.compile(
    rf"#\s*(?:忽略|ignore)\s+(?P<codes>{_CODE}(?:\s*[、,，]\s*{_CODE})*)\s*(?:[:：]\s*(?P<reason>.*?))?\s*"
)


class Suppression(NamedTuple):
    """One code of one comment: what it covers, and why."""

    code: str
    reason: str
    source: Source
    comment: Skimmed
    start: int
    end: int


def family(code: str) -> str:
    """A code without the part behind its number: what readers see and comments name (PDL-L034 of PDL-L034-period)."""
    return "-".join(code.split("-")[:2])


def suppressions(reading: Reading) -> tuple[Suppression, ...]:
    """Every suppression in the files of a rulebook, in order."""
    return tuple(found for source in reading.sources.values() for found in _in_file(reading, source))


def _in_file(reading: Reading, source: Source) -> Iterator[Suppression]:
    nodes = dict(_nodes(reading, source))
    for comment in comments(source.text):
        match = _SUPPRESSION.fullmatch(comment.text.rstrip("\r"))
        if match is None:
            continue
        start, end = _covered(source, comment, nodes)
        for code in re.findall(_CODE, match["codes"]):
            yield Suppression(code, match["reason"] or "", source, comment, start, end)


def _nodes(reading: Reading, source: Source) -> Iterator[tuple[int, int]]:
    """Beginning and end of each thing that a comment may stand before; of two with one beginning, the longer last."""
    items = [item for item in reading.items if item.source is source]
    for item in items:
        if isinstance(item, (RuleItem, ExceptionItem)):
            for clause in item.clauses:
                yield from ((found.start, found.end) for found in records(clause.value) if isinstance(found, s.Item))
            yield from ((clause.start, clause.end) for clause in item.clauses)
    yield from ((item.start, item.end) for item in items)


def _covered(source: Source, comment: Skimmed, nodes: dict[int, int]) -> tuple[int, int]:
    line = source.position(comment.start).line
    start = source.offset(line, 1)
    if source.text[start : comment.start].strip():
        return start, start + len(source.line(line))
    follows = re.compile(r"(?:\s|#[^\n]*)*").match(source.text, comment.end)
    at = follows.end() if follows is not None else comment.end
    if at in nodes:
        return at, nodes[at]
    return at, at + len(source.line(source.position(at).line))


def left(problems: Iterable[Problem], written: Iterable[Suppression], known: Collection[str]) -> tuple[Problem, ...]:
    """The problems that no suppression covers, and those of the suppressions.

    One of a code that is no lint's covers nothing. One without a reason is a problem instead of what it covers.
    """
    told: list[Problem] = []
    able: list[Suppression] = []
    for one in written:
        if one.code not in known:
            told.append(_about(one, UNKNOWN))
            continue
        able.append(one)
        if not one.reason:
            told.append(_about(one, WITHOUT_REASON))
    used: set[Suppression] = set()
    for problem in problems:
        covering = [one for one in able if _covers(one, problem)]
        used.update(covering)
        if not covering:
            told.append(problem)
    told.extend(_about(one, UNUSED) for one in able if one.reason and one not in used)
    return tuple(told)


def _covers(one: Suppression, problem: Problem) -> bool:
    span = problem.span
    assert span is not None, "lints see places"
    return one.code == family(problem.code) and one.source is span.source and one.start <= span.start < one.end


def _about(one: Suppression, code: str) -> Problem:
    span = one.source.span(one.comment.start, one.comment.end)
    return Problem(code, {"code": one.code}, span)
