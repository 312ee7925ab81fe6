"""Predicates that call each other become those that come to too much once what they call is written out in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.rulebook.predicates import LONGEST_EXPANSION, calls_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pdo_policy.language import syntax as s
    from pdo_policy.language.declarations import PredicateItem

DEEPEST_EXPANSION = 100
"""How many conditions may stand within each other then: more than an item may have, and few enough to be walked."""


def oversized(
    predicates: Mapping[str, PredicateItem], circular: frozenset[str]
) -> tuple[dict[str, s.Call], frozenset[str]]:
    """The predicates that come to too much, each with the call in it that does it; and all that call one of these.

    Args:
        predicates: by name.
        circular: those that come back to themselves; a call of one counts for nothing.
    """
    sizes: dict[str, tuple[int, int]] = {}
    found: dict[str, s.Call] = {}
    over: set[str] = set()
    calls = {
        name: [call for call in calls_in(item.condition) if call.name.text in predicates]
        for name, item in predicates.items()
    }
    for name in _callees_first(calls, circular):
        written = predicates[name].condition
        if any(call.name.text in over for call in calls[name]):
            over.add(name)
            continue
        own = _depth(written)
        length, deepest = written.end - written.start, own
        for call in calls[name]:
            more, deep = sizes.get(call.name.text, (0, 0))
            length, deepest = length + more, max(deepest, own + deep)
            if length > LONGEST_EXPANSION or deepest > DEEPEST_EXPANSION:
                found[name] = call
                over.add(name)
                break
        else:
            sizes[name] = (length, deepest)
    return found, frozenset(over)


def _callees_first(calls: Mapping[str, list[s.Call]], circular: frozenset[str]) -> Iterator[str]:
    """The names of a graph without circles, each after those it calls."""
    told = set(circular)
    for root in calls:
        waiting = [root]
        while waiting:
            name = waiting[-1]
            below = [call.name.text for call in calls[name] if call.name.text not in told] if name not in told else []
            if below:
                waiting.extend(dict.fromkeys(below))
                continue
            waiting.pop()
            if name not in told:
                told.add(name)
                yield name


def _depth(expr: object) -> int:
    """How many parts of an expression stand within each other."""
    if not isinstance(expr, tuple):
        return 0
    return (1 if hasattr(expr, "_fields") else 0) + max(map(_depth, expr), default=0)
