"""Entries as written become entries with each key once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.documents.node import Broken, Entry, InputProblem
from pdo_policy.documents.screening import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.source import Source


def unique(entries: Sequence[Entry], source: Source) -> tuple[tuple[Entry, ...], list[InputProblem]]:
    """Each key once; a key written again keeps one entry, at its second place, with a `Broken` value.

    Returns:
        The entries, and a problem for each place after the first, which names the line of the first.
    """
    if len({entry.key.value for entry in entries}) == len(entries):
        return tuple(entries), []
    first: dict[object, Entry] = {}
    kept: dict[object, Entry] = {}
    problems: list[InputProblem] = []
    for entry in entries:
        key = entry.key
        if key.value not in first:
            first[key.value] = kept[key.value] = entry
            continue
        if kept[key.value] is first[key.value]:
            del kept[key.value]
            kept[key.value] = Entry(key, Broken("input.duplicate-key", entry.value.start, entry.value.end))
        line = source.position(first[key.value].key.start).line
        facts = {"key": shown(str(key.value)), "first_line": str(line)}
        problems.append(InputProblem("input.duplicate-key", facts, key.start, key.end, fatal=False))
    return tuple(kept.values()), problems
