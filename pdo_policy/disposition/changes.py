"""Two snapshots become their changes: what is new, what is solved, what remains, and which verdicts are others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pdo_policy.dispositions import Changes, FieldChange, FindingChange, VerdictChange
from pdo_policy.findings import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.disposition.snapshots import Paper, Snapshot
    from pdo_policy.dispositions import Known


_LINE = re.compile(r"第 ?[0-9]+ ?行|\bline [0-9]+")
_FORM = ("input.", "schema.")
_IN_ORDER = frozenset(verdict.value for verdict in (Verdict.SATISFIED, Verdict.EXEMPT, Verdict.VIOLATED))


def changes(before: Snapshot, after: Snapshot, fields: tuple[FieldChange, ...] = ()) -> Changes:
    """What is different in `after`.

    A finding that is there in both with another verdict is neither new nor solved: its verdict changed.

    Args:
        before: the earlier check.
        after: the later check.
        fields: the fields that changed, where both submissions are there to be compared.
    """
    gone = [one for mark, one in before.findings.items() if mark not in after.findings]
    both = [(one, after.findings[mark]) for mark, one in before.findings.items() if mark in after.findings]
    same_words = before.lang == after.lang
    return Changes(
        before=before.name,
        after=after.name,
        new=tuple(one for mark, one in after.findings.items() if mark not in before.findings),
        solved=tuple(one for one in gone if _is_solved(one, before, after)),
        unasked=tuple(one for one in gone if not _is_solved(one, before, after)),
        remaining=tuple(one for mark, one in after.findings.items() if mark in before.findings),
        changed=tuple(FindingChange(*each) for each in both if not _is_as_it_was(*each, same_words=same_words)),
        verdicts=tuple(_verdicts(before, after, fields)),
        fields=fields,
        papers_gone=tuple(label for paper, label in before.papers.items() if paper not in after.papers),
        papers_new=tuple(label for paper, label in after.papers.items() if paper not in before.papers),
        caution=tuple(name for name, value in before.made_with.items() if after.made_with[name] != value),
        before_as_of=before.made_with["as_of"],
    )


def _is_as_it_was(was: Known, now: Known, *, same_words: bool) -> bool:
    """Whether a finding has the verdict and the words it had; in another language only verdicts can be compared.

    The numbers of lines that some faults of writing name do not count: they move with the layout.
    """
    said = not same_words or _LINE.sub("", was.headline) == _LINE.sub("", now.headline)
    return said and was.verdict == now.verdict


def _is_solved(gone: Known, before: Snapshot, after: Snapshot) -> bool:
    """Whether a finding that is not made any more is solved: its paper is there, and its rule came out in order.

    A rule that is 不符合 for another reason now has this one behind it. One that is 待核实 or 不适用, or was not
    asked, tells nothing: who writes 待定 over a date has not mended it.
    """
    paper = next((paper for paper, label in before.papers.items() if label == gone.paper), None)
    if paper is None or paper not in after.papers:
        return False
    if gone.rule.startswith(_FORM):
        return True
    row = after.verdicts.get((gone.rule, paper))
    return row is not None and row[2] in _IN_ORDER


def _verdicts(before: Snapshot, after: Snapshot, fields: tuple[FieldChange, ...]) -> Iterator[VerdictChange]:
    touched = _merged(_places(before), _places(after))
    for key in dict.fromkeys((*before.verdicts, *after.verdicts)):
        was, now = before.verdicts.get(key), after.verdicts.get(key)
        if key[1] not in before.papers or key[1] not in after.papers:
            continue  # the paper as a whole came or went, which is told once
        if (was and was[2]) == (now and now[2]):
            continue
        title, paper, _ = now or was or ("", "", "")
        trails = touched.get(key, frozenset())
        named = tuple(change for change in fields if _concerns(change, trails))
        yield VerdictChange(key[0], title, paper, was[2] if was else "", now[2] if now else "", named)


def _merged(
    one: Mapping[tuple[str, Paper], frozenset[str]], other: Mapping[tuple[str, Paper], frozenset[str]]
) -> dict[tuple[str, Paper], frozenset[str]]:
    return {key: one.get(key, frozenset()) | other.get(key, frozenset()) for key in (*one, *other)}


def _places(side: Snapshot) -> dict[tuple[str, Paper], frozenset[str]]:
    """Of each pair of rule and paper, the places of its findings."""
    papers = {label: paper for paper, label in side.papers.items()}
    found: dict[tuple[str, Paper], set[str]] = {}
    for mark, known in side.findings.items():
        paper = papers.get(known.paper)
        if paper is not None:
            found.setdefault((known.rule, paper), set()).update(side.trails[mark])
    return {key: frozenset(trails) for key, trails in found.items()}


def _concerns(change: FieldChange, trails: frozenset[str]) -> bool:
    """Whether a field is one of the places, or stands in one; the paper as a whole is no place."""
    return any(trail and (change.trail == trail or change.trail.startswith(f"{trail} → ")) for trail in trails)
