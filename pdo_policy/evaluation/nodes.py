"""Nodes of the compiled form become functions that find a thing in the papers, or tell where the way to it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.evaluation.run import REASONS, Gap
from pdo_policy.rulebook import ir
from pdo_policy.schema.bound import Bound, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from pdo_policy.dossier import Link
    from pdo_policy.evaluation.run import Environment

    Finder = Callable[[Environment], Bound | Gap]


def finder(node: ir.Node) -> Finder:
    """The function that finds a node's thing."""
    match node:
        case ir.Slot(number=number):
            return lambda env: env[number]
        case ir.Field(base=base, key=key, label=label):
            return _field(finder(base), key, label)
        case ir.Related(base=base, relation=relation, label=label):
            return _related(finder(base), relation, label)
        case ir.Presumed(node=inner):
            return finder(inner)


def _field(base: Finder, key: str, label: str) -> Finder:
    step = ((key, label),)

    def find(env: Environment) -> Bound | Gap:
        record = base(env)
        if isinstance(record, Gap):
            return Gap(record.at, record.reason, record.trail + step)
        if record.state is State.PRESENT:
            found: Bound | None = record.data.get(key)
            return found if found is not None else Gap(record, "absent", step)
        reason = "absent" if record.state is State.BLANK else REASONS[record.state]
        return Gap(record, reason, step)

    return find


def _related(base: Finder, relation: str, label: str) -> Finder:
    step = ((relation, label),)

    def find(env: Environment) -> Bound | Gap:
        root = base(env)
        if isinstance(root, Gap):
            return Gap(root.at, root.reason, root.trail + step)
        link: Link = env[0].related(relation, root)
        return Gap(link.at, link.reason, step) if link.reason else link.roots[0]

    return find


def elements(node: ir.Node) -> Callable[[Environment], Sequence[Bound] | Gap]:
    """The function that finds the elements of a list, or the documents a relation leads to.

    An empty list is known to be empty; an absent one is not known at all (language.md 3.2).
    """
    if isinstance(node, ir.Related) and node.many:
        return _documents(finder(node.base), node.relation, node.label)
    find = finder(node)

    def listed(env: Environment) -> list[Bound] | Gap:
        found = find(env)
        if isinstance(found, Gap):
            return found
        if found.state is State.PRESENT:
            members: list[Bound] = found.data
            return members
        return [] if found.state is State.BLANK else Gap(found, REASONS[found.state], ())

    return listed


def _documents(base: Finder, relation: str, label: str) -> Callable[[Environment], Sequence[Bound] | Gap]:
    step = ((relation, label),)

    def listed(env: Environment) -> Sequence[Bound] | Gap:
        root = base(env)
        if isinstance(root, Gap):
            return Gap(root.at, root.reason, root.trail + step)
        link: Link = env[0].related(relation, root)
        return Gap(link.at, link.reason, step) if link.reason else link.roots

    return listed


def is_stated(found: Bound | Gap) -> bool | None:
    """Whether a thing is stated: None where its state leaves that open (null, 不适用, or unreadable).

    A record is stated when any of its fields is, a list when any of its elements is; a paper has its header. Source:
    language.md 3.1, with the departure that docs/decisions tells: an explicit unknown is open, not missing.
    """
    if isinstance(found, Gap):
        return False if found.reason == "absent" else None
    if found.state is State.BLANK:
        return False
    if found.state is not State.PRESENT:
        return None
    data = found.data
    if isinstance(data, dict):
        return _any(data.values())
    return _any(data) if isinstance(data, list) else True


def is_supplied(found: Bound | Gap) -> bool | None:
    """Whether a key is there with anything but null; None where the way to it is not known."""
    if isinstance(found, Gap):
        return False if found.reason == "absent" else None
    return found.state is not State.NULL


def is_inapplicable(found: Bound | Gap) -> bool | None:
    """Whether a paper says of a thing, or of what it stands in, that it does not apply; None where it is not known."""
    if isinstance(found, Gap):
        return {"absent": False, "not_applicable": True}.get(found.reason)
    return None if found.state is State.INVALID else found.state is State.NOT_APPLICABLE


def _any(parts: Iterable[Bound]) -> bool | None:
    open_ = False
    for part in parts:
        answer = is_stated(part)
        if answer:
            return True
        open_ = open_ or answer is None
    return None if open_ else False
