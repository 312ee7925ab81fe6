"""The text of a rule file becomes its comments and its bare words; what stands in quotes or paths is passed over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIM = re.compile(
    r"(?P<comment>#[^\n]*)"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|“(?:[^“”\n]|“[^“”\n]*”)*”"
    r"|《[^》\n]*》"
    r"|「[^「」\n]*」"
    r"|[\w.「」-]*[.-][\w.「」-]*"
    r"|(?P<word>[^\W\d]\w*)"
)


class Skimmed(NamedTuple):
    """A comment or a word, with its place."""

    text: str
    start: int
    end: int


def comments(text: str) -> Iterator[Skimmed]:
    """The comments of a rule file, each with its `#`."""
    return _found(text, "comment")


def words(text: str) -> Iterator[Skimmed]:
    """The words of a rule file that are keywords or names by themselves, not steps of a path."""
    return _found(text, "word")


def _found(text: str, kind: str) -> Iterator[Skimmed]:
    return (Skimmed(match[0], *match.span()) for match in _SKIM.finditer(text) if match.lastgroup == kind)
