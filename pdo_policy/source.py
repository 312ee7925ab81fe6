"""Text and places in it; the only owner of line and column numbers."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from pdo_policy.frozen import dataclass

# U+2028, U+2029 and NEL are line breaks to a YAML 1.1 scanner but not to an editor, to grep or to a CI annotation.
_LINE_END = re.compile(r"\r\n|\n|\r")


class Position(NamedTuple):
    """A line and a column, both from 1; a column counts code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A named text.

    Attributes:
        name: how the user knows it: the path given, with forward slashes, or `-` for standard input.
        text: the decoded text without a byte order mark.
    """

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """The line and column of an offset in code points; an offset past the end counts as the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._line_starts)

    def line(self, number: int) -> str:
        """The text of a line, counted from 1, without its line end."""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; the inverse of `position`."""
        return self._line_starts[line - 1] + column - 1

    def span(self, start: int, end: int) -> Span:
        """The place from `start` up to, not including, `end`."""
        return Span(self, start, end)


@dataclass(frozen=True)
class Span:
    """A half-open stretch of a source; lines and columns are asked for, not stored."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text that stands there."""
        return self.source.text[self.start : self.end]

    @property
    def first(self) -> Position:
        """Where it begins."""
        return self.source.position(self.start)

    @property
    def last(self) -> Position:
        """Where it ends; the column is the one after the last character."""
        return self.source.position(self.end)


def width(text: str, *, wide: bool = False) -> int:
    """How many cells of a terminal a text takes.

    Wide and full-width characters take two, combining ones none. Ambiguous ones (“ ” …) count as one, as terminals in
    UTF-8 draw them, or, where `wide` is said, as two, as consoles of East Asian code pages do.
    """
    return sum(_cells(char, "WFA" if wide else "WF") for char in text)


def _cells(char: str, doubled: str) -> int:
    if char.isascii():
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in doubled else 1
