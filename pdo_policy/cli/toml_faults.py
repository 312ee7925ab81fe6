"""What `tomllib` says about a text that it cannot read becomes a place in the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pdo_policy.source import Source, Span

_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)$")
_AT_END = "(at end of document)"

# A dotted key of many parts costs `tomllib` time and memory with the square of their number.
_DEEP = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}""")


def too_deep(text: str) -> tuple[int, int] | None:
    """Where a key of more parts begins and ends than anybody writes; None where there is none."""
    found = _DEEP.search(text)
    return found.span() if found is not None else None


def place_of(source: Source, said: str) -> Span:
    """The place that an error of `tomllib` names: up to the end of its line; the last line where it names the end."""
    if said.endswith(_AT_END):
        end = len(source.text.rstrip())
        return source.span(max(end - 1, 0), end)
    found = _PLACE.search(said)
    if found is None:
        return source.span(0, 0)
    start = source.offset(int(found[1]), int(found[2]))
    end = source.text.find("\n", start)
    return source.span(start, end if end >= 0 else len(source.text))
