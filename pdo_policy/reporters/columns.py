"""Places become lines and columns in the unit that a format counts in: code points, UTF-16 units or UTF-8 bytes.

`中` counts 1, 1 and 3; `𠮷` counts 1, 2 and 4. A source counts code points; nothing else here or elsewhere converts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from pdo_policy.source import Position, Span


class Region(NamedTuple):
    """Lines and columns from 1; the end column is the one behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int


def utf16_region(span: Span) -> Region:
    """A place with columns in UTF-16 units: SARIF's `utf16CodeUnits`, the protocol of language servers, GitHub."""
    return _region(span, lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2)


def utf8_region(span: Span) -> Region:
    """A place with columns in UTF-8 bytes: reviewdog."""
    return _region(span, lambda text: len(text.encode("utf-8", "surrogatepass")))


def first_line(span: Span) -> Span:
    """The part of a place that stands in its first line.

    Code review shows a finding only where all its lines were changed, and a section may have hundreds.
    """
    first = span.first
    if span.last.line == first.line:
        return span
    line = span.source.line(first.line).rstrip()
    end = span.source.offset(first.line, len(line) + 1)
    return span.source.span(span.start, max(span.start, end))


def _region(span: Span, length: Callable[[str], int]) -> Region:
    def column(at: Position) -> int:
        return 1 + length(span.source.line(at.line)[: at.column - 1])

    first, last = span.first, span.last
    return Region(first.line, column(first), last.line, column(last))
