"""Findings that say the same of one paper are brought together: a reader is told once, with every place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pdo_policy.findings import Finding


def folded(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings of the same rule, verdict and words on one paper, in the order of the first of each group."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        same = (finding.rule_id, finding.verdict, finding.disposition, finding.subject, finding.text.headline)
        groups.setdefault((*same, finding.citations, finding.locations[0].span.source.name), []).append(finding)
    yield from groups.values()
