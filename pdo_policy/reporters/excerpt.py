"""The line of a place with a caret under it, right under wide characters too."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.source import width

if TYPE_CHECKING:
    from pdo_policy.source import Span

_WIDEST = 96
_LEAD = 24
_MOST = 4 * _WIDEST
"""No more characters of a line are looked at, however long it is and however many of them take no room."""
_CUT = "…"


class Shown(NamedTuple):
    """The line of a place: its number, what stands before the place, the place, what stands behind it."""

    number: int
    before: str
    marked: str
    after: str


def shown(span: Span, widest: int = _WIDEST) -> Shown:
    """The line of a place, or of one over several lines its first.

    Lines of more cells than the widest are cut around the place, and what could disturb the line is there as a dot.
    """
    first, last = span.first, span.last
    line = span.source.line(first.line)
    start = min(first.column - 1, len(line))
    end = last.column - 1 if last.line == first.line else len(line.rstrip(" \t\u3000"))
    line, start, end = _cut(line, start, max(end, start), widest)
    return Shown(first.line, line[:start], line[start:end], line[end:])


def excerpt(span: Span, room: int = 0, *, wide: bool = False) -> list[str]:
    """Two lines: the source line with its number, and carets under the part that the span covers.

    A place that goes on over several lines is shown to the end of its first. Long lines are cut around it.

    Args:
        span: the place.
        room: how many cells a line may have; 0 for as many as usual.
        wide: whether ambiguous characters take two cells.
    """
    margin = len(_margin(""))
    number, before, marked, after = shown(span, min(_WIDEST, max(room - margin - 2, _LEAD)) if room else _WIDEST)
    carets = "^" * max(1, width(marked, wide=wide))
    return [
        (_margin(number) + before + marked + after).rstrip(),
        f"{_margin('')}{' ' * width(before, wide=wide)}{carets}",
    ]


def _margin(number: int | str) -> str:
    return f"{number:>5} │ "


def _cut(line: str, start: int, end: int, widest: int) -> tuple[str, int, int]:
    """The line, or a part of it with the place in it, and where the place is then."""
    if len(line) <= _MOST:
        whole = _calm(line)
        if width(whole) <= widest:
            return whole, start, end
    first = max(0, start - min(_LEAD, widest // 4))
    window = _calm(line[first : first + _MOST])
    length = len(_fitting(window, widest))
    before = _CUT if first else ""
    after = _CUT if first + length < len(line) else ""
    part = before + window[:length] + after
    moved = len(before) - first
    return part, start + moved, min(end + moved, len(part))


def _fitting(text: str, widest: int) -> str:
    cells = 0
    for index, char in enumerate(text):
        cells += width(char)
        if cells > widest - 2:
            return text[:index]
    return text


def _calm(text: str) -> str:
    return "".join(map(_visible, text))


def _visible(char: str) -> str:
    """A character that cannot disturb the line it stands in."""
    if char == "\t":
        return " "
    return char if char.isprintable() or char == "\u3000" else "·"
