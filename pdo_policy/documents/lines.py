"""Lines of a text by offset; a line ends where `pdo_policy.source.Source` says it does."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from pdo_policy.documents.limits import MAX_LINES

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE_END = re.compile(r"\r\n?|\n")


def lines_between(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Start and end of the first thousand lines of a stretch, without line ends; the first begins at `start`."""
    for match in islice(_LINE_END.finditer(text, start, end), MAX_LINES):
        yield start, match.start()
        start = match.end()
    end_of_line = _LINE_END.search(text, start, end)
    yield start, end_of_line.start() if end_of_line else end


def line_start(text: str, place: int) -> int:
    """Where the line begins that a place is in."""
    start = text.rfind("\n", 0, place) + 1
    return max(start, text.rfind("\r", start, place) + 1)


def line_around(text: str, place: int) -> tuple[int, int]:
    """Start and end of the line that a place is in, without its line end; takes time by its length."""
    match = _LINE_END.search(text, place)
    return line_start(text, place), match.start() if match else len(text)


def line_number(text: str, place: int) -> int:
    """The number of the line that a place is in, from 1."""
    return 1 + sum(1 for _ in _LINE_END.finditer(text, 0, place))
