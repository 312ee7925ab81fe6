"""YAML text in the block style, in which papers are mostly written, becomes its document line by line; other text none.

This reader knows the lines of which there is no doubt: keys with a value on their line or below them, list items with a
value or a record, comments. Where the full reader (`from_yaml`) would have something to tell, or would read a line
together with the next, nothing is made, and the text is left to it. What is made is what the full reader makes, to the
last offset.
"""

from __future__ import annotations

from itertools import accumulate, chain, repeat
from typing import TYPE_CHECKING, Any, NamedTuple

from pdo_policy.documents.block_lines import (
    AFTER_START,
    LINES,
    MOST_COMMAS,
    MOST_LINES,
    NOT_TEXTS,
    SPECIAL_STARTS,
    Lead,
    lead,
    valued,
)  # fmt: skip
from pdo_policy.documents.limits import MAX_DEPTH
from pdo_policy.documents.node import Document, Entry, Mapping, Node, Scalar, Sequence
from pdo_policy.documents.screening import is_clear

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pdo_policy.source import Source

# A record from the tuple of its fields, without the function that a NamedTuple puts before it.
_new = tuple.__new__
# The only white space that `is_clear` lets pass beside spaces and line ends.
_WIDE_SPACE = "\u3000"
_NO_KEY = Scalar("", 0, 0, plain=True)


class _DoubtError(Exception):
    """The text is the full reader's."""


class _Level(NamedTuple):
    """A collection whose end is not reached.

    Attributes:
        column: of its keys or dashes.
        usual: what leads to its next line if nothing stands between.
        parts: its items or entries so far.
        listed: whether it is a list.
        start: where it begins.
        key: under which it stands, in a record.
    """

    column: int
    usual: str
    parts: list[Any]
    listed: bool
    start: int
    key: Scalar


def read_block(source: Source) -> tuple[Document, ...] | None:
    """The one document of a text that is surely in the block style, without problems; None for any other text."""
    text = source.text
    if text.count("\n") > MOST_LINES or text.count(",") > MOST_COMMAS or not is_clear(text):
        return None
    opening = AFTER_START(text)
    start = opening.end() if opening else -1
    rows = LINES(text, start) if opening else LINES("\n" + text)
    places = list(accumulate(map(len, chain.from_iterable(rows)), initial=start))
    if places[-1] != len(text):
        return None
    if rows[-1][1:] == ("", "", "") and not rows[-1][0].endswith(" "):
        rows.pop()
    if not rows:
        return None
    leads, keys, _, values = zip(*rows, strict=True)
    if not NOT_TEXTS.isdisjoint(keys) or (_WIDE_SPACE in text and any(_WIDE_SPACE in key for key in keys)):
        return None
    names = map(_new, repeat(Scalar), zip(keys, places[1::4], places[2::4], repeat(True)))
    nodes = map(_new, repeat(Scalar), zip(values, places[3::4], places[4::4], repeat(True)))
    try:
        root = _root(zip(leads, keys, values, names, nodes, strict=True), "\r\n" if "\r" in text else "\n")
    except _DoubtError:
        return None
    return (Document(source, root, 0, (), "yaml"),)


def _root(rows: Iterable[tuple[str, str, str, Scalar, Scalar]], line_end: str) -> Node:
    """The tree of lines: what leads to them, their keys and values as written, and both as nodes.

    Raises:
        _DoubtError: a line does not stand where it must, or the full reader would tell something.
    """
    levels = [_Level(-1, "", [], False, 0, _NO_KEY)]
    leads: dict[str, Lead] = {}
    usual, parts, listed = "", levels[0].parts, False
    owed: Scalar | None = _NO_KEY
    for before, key, value, name, node in rows:
        if before != usual or (key != "") is listed:
            to = leads.get(before) or leads.setdefault(before, lead(before, line_end))
            _, usual, parts, listed, _, _ = _turn(levels, to, name, owed)
            owed = None
        if not value:
            if listed:
                raise _DoubtError
            owed = name
            usual = ""
        elif value[0] in SPECIAL_STARTS:
            made = valued(value, node)
            if made is None:
                raise _DoubtError
            parts.append(_new(Entry, (name, made)) if key else made)
        else:
            parts.append(_new(Entry, (name, node)) if key else node)
    if owed is not None:
        levels[-1].parts.append(_without_value(owed))
    while len(levels) > 1:
        _close(levels)
    root: Node = levels[0].parts[0].value
    return root


def _turn(levels: list[_Level], to: Lead, name: Scalar, owed: Scalar | None) -> _Level:
    """Close and open what ends and begins before a line; the line's collection, which is the last one then."""
    column, inner, dashed, usual, usual_inner = to
    level = levels[-1]
    if owed is not None and (column > level[0] or (dashed and column == level[0])):
        level = _new(_Level, (column, usual, [], dashed, name[1] - inner + column, owed))
        levels.append(level)
        # The line may hold a record in a list, and in it a list in brackets.
        if len(levels) > MAX_DEPTH - 2:
            raise _DoubtError
    else:
        if owed is not None:
            level[2].append(_without_value(owed))
        while column < level[0] or (level[3] and not dashed and column == level[0]):
            _close(levels)
            level = levels[-1]
        if column != level[0] or level[3] is not dashed:
            raise _DoubtError
    if name[0]:
        if dashed:
            level = _new(_Level, (inner, usual_inner, [], False, name[1], _NO_KEY))
            levels.append(level)
    elif not dashed:
        raise _DoubtError
    return level


def _without_value(key: Scalar) -> Entry:
    return Entry(key, Scalar(None, key.end + 1, key.end + 1, plain=True))


def _close(levels: list[_Level]) -> None:
    _, _, parts, listed, start, key = levels.pop()
    if listed:
        whole: Node = _new(Sequence, (tuple(parts), start, parts[-1][2]))
    else:
        if len(parts) > 1 and len({entry[0][0] for entry in parts}) != len(parts):
            raise _DoubtError
        whole = _new(Mapping, (tuple(parts), start, parts[-1][1][2]))
    _, _, above, in_list, _, _ = levels[-1]
    above.append(whole if in_list else _new(Entry, (key, whole)))
