"""A compiled record becomes the conditions in it, each with its place: whose text it is part of, and where.

The body of a 判定 is written once and stands in every rule that calls it; its conditions belong to the 判定, and those
in an argument of a call to whoever calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.rulebook import ir

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pdo_policy.rulebook.compiled import Rule, RuleException


class Home(NamedTuple):
    """A rule, an exception or a 判定 by name, and the file it is written in."""

    name: str
    file: str


class Place(NamedTuple):
    """Where something is written: its home, its start and end there, and its form, such as `Compare` or `Item`."""

    home: Home
    start: int
    end: int
    form: str


Way = tuple[Home, ...]
"""The homes from a rule or exception down to a condition: that of the item itself, then of each 判定 called."""

_READING = (ir.Slot, ir.Field, ir.Related, ir.Param, ir.Determination)


def way_to(item: Rule | RuleException) -> Way:
    """The way to the conditions that an item is written with."""
    return (Home(item.id, item.file),)


def into(call: ir.Predicate, way: Way) -> Way:
    """The way into the body of a call; into a condition of an argument, the way back to the caller."""
    return (*way, Home(call.name, call.file)) if call.name else way[:-1]


def place(record: ir.Condition | ir.Item, way: Way) -> Place:
    """The place of a condition, or of an item of an enumeration."""
    return Place(way[-1], *record.at, type(record).__name__)


def conditions(record: object, way: Way) -> Iterator[tuple[ir.Condition, Way]]:
    """Every condition in a record, outer ones before inner ones, with the way to it; those in messages are left out.

    The condition of an argument is not there a second time for the call it is wrapped in.
    """
    if isinstance(record, ir.Predicate):
        if record.name:
            yield record, way
        yield from conditions(record.body, into(record, way))
    elif isinstance(record, tuple) and not isinstance(record, ir.Template):
        if isinstance(record, ir.Condition):
            yield record, way
        for part in record:
            yield from conditions(part, way)


def rewritten(record: Any, way: Way, change: Callable[[ir.Condition, Way], ir.Condition | None]) -> Any:  # noqa: ANN401 - records of every type, and what is in them
    """A record with those conditions replaced that `change` gives another for; they are not looked into any further."""
    is_argument = isinstance(record, ir.Predicate) and not record.name
    if isinstance(record, ir.Condition) and not is_argument:
        changed = change(record, way)
        if changed is not None:
            return changed
    if isinstance(record, ir.Predicate):
        body = rewritten(record.body, into(record, way), change)
        return record if body is record.body else record._replace(body=body)
    if not isinstance(record, tuple) or isinstance(record, ir.Template):
        return record
    parts = [rewritten(part, way, change) for part in record]
    if all(new is old for new, old in zip(parts, record, strict=True)):
        return record
    return type(record)(*parts) if hasattr(record, "_fields") else tuple(parts)


def reads(record: object) -> bool:
    """Whether an answer depends on anything: a paper, a parameter or a 认定; constants do not."""
    if isinstance(record, _READING):
        return True
    return isinstance(record, tuple) and not isinstance(record, ir.Template) and any(map(reads, record))
