"""What was read and is not there becomes the cause behind it: the paper that is missing, or the whole part of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.evaluation.run import Gap, Note
from pdo_policy.findings import Void
from pdo_policy.schema.bound import State, breadcrumb, path

if TYPE_CHECKING:
    from collections.abc import MutableMapping

    from pdo_policy.evaluation.places import Sources
    from pdo_policy.evaluation.run import Read
    from pdo_policy.schema.bound import Bound


def void_of(read: Read, sources: Sources, hollow: MutableMapping[Bound, bool]) -> Void | None:
    """The paper that is missing, or the widest part in which nothing is written; None where something is written.

    Args:
        read: what a rule read.
        sources: the text that a part stands in.
        hollow: what is known of parts already; added to, so that each part is looked through once.
    """
    if isinstance(read, Note):
        return None
    if not isinstance(read, Gap):
        return _within(read, sources, hollow) if _is_hollow(read, hollow) else None
    if read.reason == "document":
        label = read.trail[0][1]
        named = read.at.data if read.at.parent is not None and isinstance(read.at.data, str) else ""
        return Void("paper", (label,), (), sources(read.at).span(read.at.start, read.at.end), named)
    if read.reason not in ("absent", "null"):
        return None
    if read.at.parent is not None and _is_hollow(read.at, hollow):
        return _within(read.at, sources, hollow)
    if not read.trail:
        return None
    key, label = read.trail[0]
    source = sources(read.at)
    return Void("absent", (*breadcrumb(read.at), label), (*path(read.at), key), source.span(read.at.start, read.at.end))


def _within(bound: Bound, sources: Sources, hollow: MutableMapping[Bound, bool]) -> Void:
    """The widest part around something empty that is empty too; never a whole paper."""
    at = bound
    while at.parent is not None and at.parent.parent is not None and _is_hollow(at.parent, hollow):
        at = at.parent
    return Void("empty", breadcrumb(at), path(at), sources(at).span(at.key_start, at.key_end))


def _is_hollow(bound: Bound, hollow: MutableMapping[Bound, bool]) -> bool:
    """Whether nothing is written: it is unknown or blank, or all that stands in it is."""
    known = hollow.get(bound)
    if known is None:
        known = bound.state in (State.NULL, State.BLANK)
        if bound.state is State.PRESENT and isinstance(bound.data, (dict, list)):
            inner = bound.data.values() if isinstance(bound.data, dict) else bound.data
            known = all(_is_hollow(one, hollow) for one in inner)
        hollow[bound] = known
    return known
