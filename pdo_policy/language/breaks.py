"""What lines are made of: words, places where a line may be broken, and groups of them that keep together."""

from __future__ import annotations

from typing import NamedTuple

MOST = 120
"""How many cells of a terminal a line should take; a Chinese character takes two."""
CONDITION = 100
"""How many a condition of several parts should end at: beyond that they are easier to read on lines of their own."""
APART = 40
"""By how many cells what items ask may differ where what they say is aligned."""
STEP = 2
"""By how many cells what belongs to a line stands to its right."""


class Break(NamedTuple):
    """A place where the line may be broken; `flat` is what stands there when it is not."""

    flat: str


class Hard(NamedTuple):
    """The end of a line."""


class Group(NamedTuple):
    """Parts whose breaks are all made, or where everything fits on a line of `most` cells none."""

    parts: tuple[Doc, ...]
    most: int = MOST


class Column(NamedTuple):
    """Parts each of which begins a line where the first does; or all on one line, where they fit."""

    parts: tuple[Doc, ...]


class Align(NamedTuple):
    """Parts of which the first stands where it is; further lines begin there, or `by` cells to its right."""

    parts: tuple[Doc, ...]
    by: int = 0


class Block(NamedTuple):
    """Parts whose further lines begin a step to the right of where the line begins."""

    parts: tuple[Doc, ...]


class Own(NamedTuple):
    """A comment on a line of its own."""

    text: str


class Behind(NamedTuple):
    """A comment that ends the line."""

    text: str


class Row(NamedTuple):
    """An item of a list: what it asks, and what is said where it does not hold."""

    body: tuple[Doc, ...]
    saying: tuple[Doc, ...]


class Rows(NamedTuple):
    """Items, each on lines of its own, a step to the right; what they say is aligned where that fits."""

    rows: tuple[Row, ...]


Doc = str | Break | Hard | Group | Column | Align | Block | Own | Behind | Row | Rows
"""A text without breaks (white space is a text of its own), a comment, or something made of others."""
