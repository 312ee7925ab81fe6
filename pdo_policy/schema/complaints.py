"""What the schema's validator found becomes a code, its facts, and the thing it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.documents.screening import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.schema.bound import Bound
    from pdo_policy.schema.validate import Violation


_LIMITS = ("limit", "pattern", "multiple_of")
_CODES: Mapping[str, str] = {
    "minimum": "schema.too-small", "maximum": "schema.too-large", "exclusiveMinimum": "schema.not-above",
    "exclusiveMaximum": "schema.not-below", "multipleOf": "schema.no-multiple", "minLength": "schema.too-short",
    "maxLength": "schema.too-long", "minItems": "schema.too-few", "maxItems": "schema.too-many",
    "uniqueItems": "schema.repeated", "pattern": "schema.no-match",
}  # fmt: skip
"""Keywords that a rulebook's own schemas may set limits with, and what is told of them."""


class Complaint(NamedTuple):
    """One violation in our terms; `key` is set where it is about a key that is not there."""

    code: str
    bound: Bound
    facts: dict[str, str]
    key: str = ""


def of(violation: Violation, root: Bound) -> Iterator[Complaint]:
    """The complaints that a violation gives: for the shipped schemas, the header's missing fields and nothing else.

    A rulebook's own schemas may ask for more than form; what they ask is told by its keyword.
    """
    bound = _reached(root, violation.path)
    if violation.keyword == "required":
        key = str(violation.facts["property"]).strip('"')
        code = "schema.missing-header" if bound.parent is None else "schema.missing-field"
        yield Complaint(code, bound, {"key": key, "within": bound.field.label}, key)
        return
    limit = next((str(value) for name, value in violation.facts.items() if name.endswith(_LIMITS)), "")
    code = _CODES.get(violation.keyword, "schema.violation")
    yield Complaint(code, bound, {"keyword": violation.keyword, "limit": shown(limit)})


def _reached(root: Bound, path: tuple[str | int, ...]) -> Bound:
    """The thing at a path, or the last one on the way that is there."""
    at = root
    for step in path:
        below = at.data
        known = isinstance(below, dict) and step in below
        known = known or (isinstance(below, list) and isinstance(step, int) and step < len(below))
        if not known:
            break
        at = below[step]
    return at


# What a schema says of a whole because of one of its parts.
_FROM_PARTS = frozenset({"additionalProperties", "unevaluatedProperties", "anyOf", "oneOf", "not"})


def explains(noted: tuple[str | int, ...], violation: Violation) -> bool:
    """Whether what was noted at a place is why the schema is violated: there, above it, or at one of its parts."""
    path = violation.path
    if path[: len(noted)] == noted and noted:
        return True
    return violation.keyword in _FROM_PARTS and noted[: len(path)] == path
