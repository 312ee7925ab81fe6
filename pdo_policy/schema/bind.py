"""A tree as read becomes a bound document: its kind is found, its parts get their fields, its faults their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.documents.node import Mapping, Node, Scalar
from pdo_policy.schema.binder import Binder
from pdo_policy.schema.bound import BoundDocument, StructureProblem
from pdo_policy.schema.suggestions import nearest
from pdo_policy.schema.validate import KIND
from pdo_policy.values.normal_form import normal_form

if TYPE_CHECKING:
    from collections.abc import Mapping as Table

    from pdo_policy.documents.node import Document
    from pdo_policy.schema.fields import Choice
    from pdo_policy.schema.validate import Compiled


def bind_document(document: Document, types: Table[str, Compiled]) -> BoundDocument | StructureProblem:
    """The document with its meaning, or why it is of no known kind.

    Args:
        document: with a root.
        types: the compiled schema of each kind.
    """
    root = document.root
    assert root is not None, "a document without a root has its problems already"
    if not isinstance(root, Mapping):
        first = next(iter(types))
        facts = {"kind": first, "label": types[first].root.label}
        return _problem("schema.not-a-record", facts, root.start, min(root.end, root.start + 1), absent=False)
    found = _kind_of(root, types)
    if isinstance(found, StructureProblem):
        return found
    binder = Binder(document.source, types[found].root)
    bound, data = binder.document(root)
    if binder.bearable():
        binder.complain(types[found].violations(data), bound)
    return BoundDocument(found, document, bound, binder.problems(), bearable=binder.bearable())


def _kind_of(root: Mapping, types: Table[str, Compiled]) -> str | StructureProblem:
    kinds: dict[str, str] = {}
    keys: set[str] = {KIND}
    for name, compiled in types.items():
        field = compiled.naming
        keys.update((field.label, *field.aliases))
        kinds.update(dict.fromkeys((name, *(word for choice in field.choices for word in _words(choice))), name))
    known = "、".join(dict.fromkeys(kinds))
    for entry in root.entries:
        if entry.key.value in keys:
            return _named(entry.value, kinds, known)
    start = root.entries[0].key.start if root.entries else root.start
    end = root.entries[0].key.end if root.entries else min(root.end, root.start + 1)
    return _problem("schema.no-kind", {"known": known}, start, end, absent=True)


def _named(node: Node, kinds: Table[str, str], known: str) -> str | StructureProblem:
    text = node.value if isinstance(node, Scalar) and isinstance(node.value, str) else ""
    kind = kinds.get(text) or kinds.get(normal_form(text))
    if kind is not None:
        return kind
    facts = {"value": text, "known": known, "near": nearest(text, kinds) or known}
    code = "schema.unknown-kind" if text else "schema.no-kind"
    return _problem(code, facts, node.start, node.end, absent=not text)


def _words(choice: Choice) -> tuple[str, ...]:
    return (choice.value, choice.label, *choice.aliases)


def _problem(code: str, facts: dict[str, str], start: int, end: int, *, absent: bool) -> StructureProblem:
    return StructureProblem(code, facts, start, end, (KIND,) if absent else (), (), absent, (KIND,))
