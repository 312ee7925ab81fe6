"""Records of a rule file become plain tuples without places, and the records below one are walked."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from pdo_policy.language.parse import parse
from pdo_policy.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLACES = frozenset({"start", "end"})


def _parts(node: Any) -> list[Any]:
    """The parts of a record but its places; nothing for what is no record."""
    if isinstance(node, tuple) and hasattr(node, "_fields"):
        named = list(zip(node._fields, node, strict=True))
    elif is_dataclass(node):
        named = [(field.name, getattr(node, field.name)) for field in fields(node)]
    else:
        return []
    return [part for name, part in named if name not in _PLACES and not isinstance(part, Source)]


def shape(node: Any) -> Any:
    """A record as a tuple of its class's name and its parts, without places; tuples keep their form."""
    parts = _parts(node)
    if parts:
        return (type(node).__name__, *(shape(part) for part in parts))
    return tuple(shape(part) for part in node) if isinstance(node, tuple) else node


def below(node: Any) -> Iterator[Any]:
    """Every record in a record, itself included."""
    parts = _parts(node)
    if parts:
        yield node
        for part in parts:
            yield from below(part)
    elif isinstance(node, tuple):
        for part in node:
            yield from below(part)


def items(text: str) -> tuple[Any, ...]:
    """The items of a text that has nothing wrong with it."""
    parsed = parse(Source("test.pdl", text))
    assert parsed.problems == ()
    return parsed.items


def condition(text: str) -> Any:
    """The record of a condition."""
    (item,) = items(f"规则 T-A “甲”\n应当 {text}\n完")
    (clause,) = item.clauses
    return clause.value


def clause(text: str, *, exception: bool = False) -> Any:
    """The record of one clause of a rule, or of an exception."""
    (item,) = items(f"例外 T-X “甲” 对 T-A\n{text}\n完" if exception else f"规则 T-A “甲”\n{text}\n完")
    (found,) = item.clauses
    return found
