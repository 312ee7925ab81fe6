"""Nodes of the compiled form become functions that find a thing in the papers, or tell where the way to it ended."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from pdo_policy.evaluation.run import REASONS, Gap
from pdo_policy.rulebook import ir
from pdo_policy.schema.bound import Bound, State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pdo_policy.dossier import Link
    from pdo_policy.evaluation.run import Environment

    Finder = Callable[[Environment], Bound | Gap]


def finder(node: ir.Node) -> Finder:
    """The function that finds a node's thing."""
    steps: tuple[tuple[str, str], ...] = ()
    while isinstance(node, ir.Field | ir.Presumed):
        if isinstance(node, ir.Field):
            steps = ((node.key, node.label), *steps)
            node = node.base
        else:
            node = node.node
    if isinstance(node, ir.Slot):
        return _way(node.number, steps) if steps else itemgetter(node.number)
    start = _related(finder(node.base), node)
    return (lambda env: _led(start(env), steps)) if steps else start


def _way(slot: int, steps: tuple[tuple[str, str], ...]) -> Finder:
    """From a slot through records, by key and label; the innermost loop of a check."""
    keys, present = tuple(key for key, _ in steps), State.PRESENT
    if len(keys) == 1:
        return _step(slot, keys[0], steps)

    def find(env: Environment) -> Bound | Gap:
        at = env[slot]
        if at.__class__ is Bound:
            for key in keys:
                if at.state is not present:
                    break
                at = at.data.get(key)
                if at is None:
                    break
            else:
                found: Bound = at
                return found
        return _led(env[slot], steps)

    return find


def _step(slot: int, key: str, steps: tuple[tuple[str, str], ...]) -> Finder:
    """The same to a field of the record itself, as most ways are."""
    present = State.PRESENT

    def find(env: Environment) -> Bound | Gap:
        at = env[slot]
        if at.__class__ is Bound and at.state is present:
            found: Bound | None = at.data.get(key)
            if found is not None:
                return found
        return _led(at, steps)

    return find


def _led(at: Bound | Gap, steps: tuple[tuple[str, str], ...]) -> Bound | Gap:
    """Where steps lead from a thing, and if they end before their end, where and why."""
    if isinstance(at, Gap):
        return Gap(at.at, at.reason, at.trail + steps)
    for taken, (key, _) in enumerate(steps):
        if at.state is not State.PRESENT:
            return Gap(at, _REASONS[at.state], steps[taken:])
        found: Bound | None = at.data.get(key)
        if found is None:
            return Gap(at, "absent", steps[taken:])
        at = found
    return at


_REASONS: Mapping[State, str] = {**REASONS, State.BLANK: "absent"}
"""Why a way ends at a thing that is not present; in an empty record every field is absent."""


def _related(base: Finder, node: ir.Related) -> Finder:
    relation, step = node.relation, ((node.relation, node.label),)

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
    if found.state is not _PRESENT:
        return False if found.state is _BLANK else None
    data = found.data
    kind = data.__class__
    if kind is dict:
        return _any(data.values())
    return _any(data) if kind is list else True


_PRESENT, _BLANK = State.PRESENT, State.BLANK


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
        if answer is None:
            open_ = True
    return None if open_ else False
