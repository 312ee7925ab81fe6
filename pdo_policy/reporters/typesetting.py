"""Pieces of text with a style become the lines of a terminal: broken at its width, coloured where it can."""

from __future__ import annotations

from itertools import groupby, pairwise
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.source import width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pdo_policy.reporters.view import View

STYLES: Mapping[str, str] = MappingProxyType(
    {
        "bold": "1",
        "dim": "2",
        "error": "1;31",
        "warning": "33",
        "note": "36",
        "open": "35",
        "good": "1;32",
    }
)
"""The sequences of ECMA-48 for each style; what they say is said in words too."""

_NOT_FIRST = frozenset("，。、；：？！）】》〉”’〕…·,.;:?!)]}%")
_NOT_LAST = frozenset("（【《〈“‘〔([{")


class Piece(NamedTuple):
    """Some text.

    Attributes:
        text: free of control characters.
        style: a key of `STYLES`, or empty.
        whole: whether it is never broken, so that it can be copied: a path.
    """

    text: str
    style: str = ""
    whole: bool = False


class _Char(NamedTuple):
    char: str
    style: str
    last: bool
    """Whether a line may end behind it, as far as its piece is concerned."""


class Line(NamedTuple):
    """A line.

    Attributes:
        pieces: one after the other.
        hang: how many cells what goes on in further lines is moved in.
        whole: whether it is never broken, because the next line refers to its columns.
    """

    pieces: tuple[Piece, ...]
    hang: int = 0
    whole: bool = False


def plain(text: str, style: str = "", *, hang: int = 0) -> Line:
    """A line of one piece."""
    return Line((Piece(text, style),), hang)


def lines_of(line: Line, view: View) -> Iterator[str]:
    """The lines that a line takes; one where lines are not broken. There is no space at their ends.

    A line is broken at spaces and between Han characters, never before a closing or behind an opening mark, and never
    inside a word or a path: what is longer than a line stays whole, so that it can be copied.
    """
    if not view.width or line.whole:
        yield "".join(_dyed(piece.text, piece.style, view) for piece in line.pieces)
        return
    chars = [
        _Char(char, piece.style, not piece.whole or number == len(piece.text))
        for piece in line.pieces
        for number, char in enumerate(piece.text, 1)
    ]
    indent = 0
    while True:
        cut = _fitting(chars, view.width - indent, view)
        yield " " * indent + _coloured(chars[:cut], view)
        chars = chars[cut:]
        while chars and chars[0].char == " ":
            del chars[0]
        if not chars:
            return
        # A terminal of a few cells would leave no room behind the indent.
        indent = min(line.hang, view.width // 2)


def _fitting(chars: Sequence[_Char], room: int, view: View) -> int:
    """How many characters go on this line: up to the last place to break that fits, else to the first there is."""
    cells = best = 0
    for index, (before, behind) in enumerate(pairwise(chars), 1):
        cells += width(before.char, wide=view.wide)
        if cells > room and before.char != " " and best:
            return best
        if before.last and _may_break(before.char, behind.char):
            best = index
            if cells > room:
                return best
    if best and cells + width(chars[-1].char, wide=view.wide) > room and chars[-1].char != " ":
        return best
    return len(chars)


def _may_break(before: str, behind: str) -> bool:
    if behind in _NOT_FIRST or before in _NOT_LAST or behind == " ":
        return False
    return before == " " or width(before) > 1 or width(behind) > 1


def _coloured(chars: Sequence[_Char], view: View) -> str:
    kept = len("".join(one.char for one in chars).rstrip(" "))
    runs = groupby(chars[:kept], key=attrgetter("style"))
    return "".join(_dyed("".join(one.char for one in run), style, view) for style, run in runs)


def _dyed(text: str, style: str, view: View) -> str:
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if view.colour and style and text else text
