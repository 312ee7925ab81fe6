"""How a reader wants a report: what a terminal can do, and how much of it is told."""

from __future__ import annotations

from typing import NamedTuple

GROUPINGS = ("file", "clause", "severity")
"""The ways to group findings."""

COLOURS = ("auto", "always", "never")
"""When words are coloured: on a terminal, always, never."""


class View(NamedTuple):
    """How a report is shown; what it says, and what it counts, does not depend on it.

    Attributes:
        colour: whether words may be coloured, with the sequences of ECMA-48.
        width: how many cells a line may have; 0 where lines are never broken.
        wide: whether ambiguous characters (“ ” …) take two cells, as on consoles of East Asian code pages.
        quiet: whether only the conclusion and the counts are told.
        group_by: one of `GROUPINGS`; empty for the order of the places, without headings.
        fold: whether verdicts that come of one missing paper or part are told together.
    """

    colour: bool = False
    width: int = 0
    wide: bool = False
    quiet: bool = False
    group_by: str = ""
    fold: bool = True


PLAIN = View()
"""As files are written."""
