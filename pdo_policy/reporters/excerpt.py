"""The line of a place with a caret under it, right under wide characters too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.source import width

if TYPE_CHECKING:
    from pdo_policy.source import Span

_WIDEST = 96
_LEAD = 24
_CUT = "…"


class Shown(NamedTuple):
    """The line of a place: its number, what stands before the place, the place, what stands behind it."""

    number: int
    before: str
    marked: str
    after: str


def shown(span: Span) -> Shown:
    """The line of a place, or of one over several lines its first.

    Long lines are cut around the place, and what could disturb the line stands there as a dot.
    """
    first, last = span.first, span.last
    line = "".join(map(_visible, span.source.line(first.line)))
    start = min(first.column - 1, len(line))
    end = last.column - 1 if last.line == first.line else len(line.rstrip())
    line, start, end = _cut(line, start, max(end, start))
    return Shown(first.line, line[:start], line[start:end], line[end:])


def excerpt(span: Span) -> list[str]:
    """Two lines: the source line with its number, and carets under the part that the span covers.

    A place that goes on over several lines is shown to the end of its first. Long lines are cut around it.
    """
    number, before, marked, after = shown(span)
    carets = "^" * max(1, width(marked))
    margin = f"{number:>5} │ "
    return [(margin + before + marked + after).rstrip(), f"{'':>5} │ {' ' * width(before)}{carets}"]


def _cut(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The line, or a part of it with the place in it, and where the place is then."""
    if width(line) <= _WIDEST:
        return line, start, end
    first = max(0, start - _LEAD)
    length, cells = 0, 0
    for char in line[first:]:
        cells += width(char)
        if cells > _WIDEST - 2:
            break
        length += 1
    before = _CUT if first else ""
    after = _CUT if first + length < len(line) else ""
    part = before + line[first : first + length] + after
    moved = len(before) - first
    return part, start + moved, min(end + moved, len(part))


def _visible(char: str) -> str:
    """A character that cannot disturb the line it stands in."""
    if char == "\t":
        return " "
    return char if char.isprintable() or char == "\u3000" else "·"
