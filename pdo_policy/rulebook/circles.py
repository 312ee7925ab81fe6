"""A graph of names becomes the circles in it: predicates, exceptions and consequences must not refer to themselves."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def circles(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """The circles of a graph, each once and closed: (a, b, a), beginning with the name that comes first in `edges`.

    Of circles that share a name, one is given: breaking it is the first thing to do.
    """
    told: set[str] = set()
    kept = _unpeeled(_turned(_unpeeled(edges)))
    for name in edges:
        found = () if name in told or name not in kept else _back(name, edges)
        if found and told.isdisjoint(found):
            told.update(found)
            yield found


def _unpeeled(edges: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The graph without the names that lead to no circle: those that lead nowhere, then those that lead only there."""
    left = {name: sum(target in edges for target in targets) for name, targets in edges.items()}
    back = _turned(edges)
    peeled = [name for name, count in left.items() if not count]
    for name in peeled:
        for source in back.get(name, ()):
            left[source] -= 1
            if not left[source]:
                peeled.append(source)
    kept = edges.keys() - set(peeled)
    return {name: [target for target in edges[name] if target in kept] for name in edges if name in kept}


def _turned(edges: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    turned: dict[str, list[str]] = defaultdict(list)
    for name, targets in edges.items():
        for target in targets:
            turned[target].append(name)
    return turned


def _back(name: str, edges: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """The shortest way from a name back to it; empty where there is none."""
    before: dict[str, str] = {name: ""}
    waiting = [name]
    for at in waiting:
        for target in edges.get(at, ()):
            if target == name:
                return (*reversed([*_steps(at, before)]), name)
            if target not in before:
                before[target] = at
                waiting.append(target)
    return ()


def _steps(name: str, before: Mapping[str, str]) -> Iterator[str]:
    while name:
        yield name
        name = before[name]
