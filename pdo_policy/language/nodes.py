"""What the grammar makes of several tokens becomes a node with the place of all, and those that say something.

It stands in for the parser's own tree, which would keep lines and columns too: places are offsets here.
"""

from __future__ import annotations

from typing import Any


class Node:
    """A node: the name of its rule, its nodes and tokens, and its place.

    `first` and `last` are the place with the brackets that it stands in, which belong to what it is a part of.
    """

    __slots__ = ("children", "data", "end_pos", "first", "last", "start_pos")

    def __init__(self, data: str, children: list[Any], start: int, end: int) -> None:
        self.data = data
        self.children = children
        self.start_pos = self.first = start
        self.end_pos = self.last = end


def node(data: str, children: list[Any]) -> Node:
    """The node of a rule and all that it holds; brackets, commas and colons, whose tokens begin with `_`, are left out.

    What stands in brackets is itself, without them.
    """
    if not children:
        return Node(data, children, 0, 0)
    begin, finish = children[0], children[-1]
    start = begin.first if begin.__class__ is Node else begin.start_pos
    end = finish.last if finish.__class__ is Node else finish.end_pos
    kept = [child for child in children if child.__class__ is Node or child.type[0] != "_"]
    if data == "atom":
        (inner,) = kept
        inner.first, inner.last = start, end
        return inner  # type: ignore[no-any-return]  # the grammar has no token alone in brackets
    return Node(data, kept, start, end)
