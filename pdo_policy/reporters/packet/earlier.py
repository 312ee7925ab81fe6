"""The JSON of an earlier report and this one become what was solved, is new, changed, stayed or was not asked again."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.findings import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdo_policy.findings import Finding
    from pdo_policy.report import Report

SOLVED, CHANGED, STAYED, NEW, NOT_ASKED = "solved", "changed", "stayed", "new", "not_asked"
"""What became of a finding; of `not_asked` nobody knows: its paper or rule is not part of this check, or is open."""

MOST_VALUES = 2_000_000
"""Values in the JSON of a report, about: a small file can hold so many that they fill the memory."""

ORDER = (CHANGED, STAYED, NEW, SOLVED, NOT_ASKED)

_IN_ORDER = (Verdict.SATISFIED, Verdict.NOT_APPLICABLE, Verdict.EXEMPT)


class Old(NamedTuple):
    """A finding of the earlier report, as far as it is compared."""

    fingerprint: str
    rule: str
    title: str
    verdict: str
    headline: str
    role: str
    paper: str
    label: str


class Earlier(NamedTuple):
    """An earlier report: its date, its rulebook's digest, its law, the language of its words, and its findings."""

    as_of: str
    digest: str
    law: str
    lang: str
    findings: tuple[Old, ...]


class Change(NamedTuple):
    """What became of a finding: the earlier one, this one, or both."""

    kind: str
    old: Old | None
    new: Finding | None


def read_earlier(content: bytes) -> Earlier | None:
    """An earlier report from its JSON; None for what is no report of ours, or has more in it than any of ours."""
    if sum(map(content.count, (b",", b"[", b"{"))) > MOST_VALUES:
        return None
    try:
        data = json.loads(content)
        if not str(data["report_version"]).startswith("1.") or data["tool"]["name"] != "pdo-policy":
            return None
        return Earlier(
            str(data["run"]["as_of"]),
            str(data["rulebook"]["digest"]),
            str(data["run"]["law"]),
            str(data["run"]["lang"]),
            tuple(map(_old, data["findings"])),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _old(one: Mapping[str, Any]) -> Old:
    subject = one["subject"]
    texts = (
        one["fingerprint"], one["rule_id"], one["title"], Verdict(one["verdict"]).value, one["text"]["headline"],
        subject["role"], subject["id"], subject["label"],
    )  # fmt: skip
    if not all(isinstance(text, str) for text in texts):
        raise TypeError
    return Old(*texts)


def changes(report: Report, earlier: Earlier, lang: str) -> tuple[Change, ...]:
    """What became of every finding, by fingerprint, which no layout, name of a file or order of a list changes."""
    now = {one.fingerprint: one for one in report.findings}
    before = {one.fingerprint: one for one in earlier.findings}
    found = [
        Change(_met_again(old, now[mark], same=lang == earlier.lang), old, now[mark])
        for mark, old in before.items()
        if mark in now
    ]
    found += [Change(NEW, None, new) for mark, new in now.items() if mark not in before]
    gone = [old for mark, old in before.items() if mark not in now]
    found += list(_gone(gone, report))
    return tuple(sorted(found, key=lambda one: ORDER.index(one.kind)))


def _met_again(old: Old, new: Finding, *, same: bool) -> str:
    """Whether a finding has another verdict, or other values; in another language only verdicts can be compared."""
    said = not same or _without_lines(old.headline) == _without_lines(new.text.headline)
    return STAYED if said and old.verdict == new.verdict.value else CHANGED


_LINE = re.compile(r"第 ?[0-9]+ ?行|\bline [0-9]+")


def _without_lines(headline: str) -> str:
    """A headline without the numbers of lines that some faults of writing name: they move with the layout."""
    return _LINE.sub("", headline)


def _gone(gone: Sequence[Old], report: Report) -> Iterator[Change]:
    """Findings that are not made any more: solved only where their rule was asked of their paper and came out so."""
    rows: dict[tuple[str, str, str], list[Verdict]] = {}
    for row in report.coverage:
        rows.setdefault((row.rule_id, row.subject.role, row.subject.id), []).append(row.verdict)
    papers = {(one.role, one.id) for one in report.inputs if one.readable}
    still = {(one.rule_id, one.subject.role, one.subject.id) for one in report.findings}
    ruled = {rule.id for rule in report.rules if rule.citations} | {one.rule_id for one in report.not_run}
    for old in gone:
        place = (old.rule, old.role, old.paper)
        verdicts = rows.get(place, [])
        if verdicts:
            known = all(verdict in _IN_ORDER for verdict in verdicts) or (
                Verdict.VIOLATED in verdicts and place in still
            )
        else:
            is_form = old.rule.startswith(("input.", "schema."))
            known = is_form and old.rule not in ruled and (old.role, old.paper) in papers
        yield Change(SOLVED if known else NOT_ASKED, old, None)
