"""A part of a tree becomes bare data, as the validator of a schema takes it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pdo_policy.documents.node import Mapping, Node, Scalar, Sequence

Data = Any
"""Plain data with canonical keys, as the schema's validator takes it."""


def bare(node: Node) -> Data:
    """What stands there as the validator takes it; what could not be used counts as null."""
    if isinstance(node, Mapping):
        return {str(entry.key.value): bare(entry.value) for entry in node.entries}
    if isinstance(node, Sequence):
        return [bare(item) for item in node.items]
    return validated(node.value) if isinstance(node, Scalar) else None


def validated(data: Data) -> Data:
    """A single value as the validator takes it: it knows no decimal numbers but floating ones."""
    return float(data) if isinstance(data, Decimal) else data
