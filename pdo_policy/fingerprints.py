"""A finding's identity over time: free of lines, files, words and versions (charter 6)."""

from __future__ import annotations

from hashlib import sha256
from json.encoder import encode_basestring_ascii
from typing import TYPE_CHECKING

from pdo_policy.frozen import replace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.findings import Finding, Subject

LENGTH = 32
"""How many hexadecimal digits of the digest are kept."""


def fingerprint(rule_id: str, subject: Subject, path: tuple[str, ...], discriminator: str) -> str:
    """The digest of rule, document role and id, path with natural keys, and what tells twins apart."""
    return _digest([rule_id, subject.role, subject.id, *path, discriminator])


def _digest(parts: list[str]) -> str:
    # As `json.dumps` would write them, with less ado: every finding has three of these.
    written = "[" + ", ".join(map(encode_basestring_ascii, parts)) + "]"
    return sha256(written.encode()).hexdigest()[:LENGTH]


def order(finding: Finding) -> tuple[str, int, str]:
    """The key by which findings are sorted: file, place, rule; those alike stay in the order of the rule's text."""
    first = finding.locations[0]
    return first.span.source.name, first.span.start, finding.rule_id


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with fingerprints made unique, and with their path-bound fingerprints.

    Two findings of one rule at one place get their number in the order given into the fingerprint of the later one. The
    path-bound fingerprint is unique in the whole report, as code-quality formats need it.
    """
    seen: dict[str, int] = {}
    made = []
    for finding in findings:
        count = seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        mark = finding.fingerprint if count == 1 else _digest([finding.fingerprint, str(count)])
        place = _digest([mark, finding.locations[0].span.source.name])
        made.append(replace(finding, fingerprint=mark, location_fingerprint=place))
    return tuple(made)
