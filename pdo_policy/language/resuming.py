"""An item with a fault is read on from its next clause, so that one run tells what is wrong in each of its clauses."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.language.keywords import KEYWORDS, NEAR_MISSES, TOKEN_OF

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pdo_policy.errors import Problem
    from pdo_policy.language.pieces import Piece
    from pdo_policy.source import Source


class Fault(NamedTuple):
    """The first thing wrong with the writing of a text.

    Attributes:
        problem: what is told.
        start: offset at which the text could not be read on.
        ended: where it stands behind a 完, the offset behind that; else 0.
    """

    problem: Problem
    start: int
    ended: int


_OF_BOTH = ("CITE", "QUOTE", "EFFECTIVE", "NOTE", "WHEN", "ON_VIOLATION", "END")
_CLAUSES = {
    "RULE": (
        *_OF_BOTH, "SUBJECT", "BEARER", "TIMEPOINT", "SEVERITY", "PRESUME", "MUST", "MUSTNOT", "ENCOURAGE", "MAY",
        "UNLESS", "ON_UNKNOWN", "REASON", "REMEDY", "QUESTION", "THEN_RULE", "EVIDENCE",
    ),
    # The norm behind 改为 is a part of its clause.
    "EXCEPTION": (*_OF_BOTH, "UNPROVEN", "EFFECT"),
}  # fmt: skip
_HEADS = {"RULE": "规则 X-X “” ", "EXCEPTION": "例外 X-X “” 对 X-X "}
"""What is put before a clause to have it read alone; its words are those of no file."""

# Comments and quoted text are passed over, also where the closing mark is forgotten: they end with the line.
_WORD = re.compile(
    r"#[^\n]*"
    r'|"(?:\\.|[^"\\\n])*"?'
    r"|“(?:[^“”\n]|“[^“”\n]*”)*”?"
    r"|《[^》\n]*》?"
    r"|「[^「」\n]*」?"
    r"|(?<![\w.])(?P<word>[^\W\d]\w*)(?![\w.])"
)


def further(source: Source, piece: Piece, fault: Fault, tried: Callable[[str, int], Fault | None]) -> Iterator[Problem]:
    """What is wrong in the clauses of a rule or exception behind the one that has a fault.

    Args:
        source: the file.
        piece: the item.
        fault: the first in it.
        tried: the first fault of a text, if it has one, whose first character is at an offset of the file.
    """
    kind = TOKEN_OF.get(piece.word, "")
    head = _HEADS.get(kind, "")
    begins = list(_beginnings(source.text, kind, fault.start, piece.end)) if head else []
    for (start, _), (following, word) in pairwise([*begins, (piece.end, "")]):
        # With the keyword behind it a clause shows whether it is complete; with 完 it is whole, and gets its values.
        clause = source.text[start:following]
        offset = start - len(head)
        found = tried(f"{head}{clause}{word}", offset)
        if found is not None and word and found.start >= following:
            whole = tried(f"{head}{clause}{KEYWORDS['END'].zh[0]}", offset)
            # A clause that is not complete is told at the keyword behind it, as that is written; a near miss of a
            # keyword is told where its own clause begins.
            complete = whole is None or whole.start < following
            found = whole if complete or found.start > following or word not in TOKEN_OF else found
            found = None if found is not None and word not in TOKEN_OF and found.start >= following else found
        if found is not None:
            yield found.problem


def _beginnings(text: str, kind: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where clauses begin from an offset on, and their keywords; at the beginning of a line also a near miss of one."""
    for match in _WORD.finditer(text, start, end):
        word = match["word"] or ""
        token = TOKEN_OF.get(word) or TOKEN_OF.get(NEAR_MISSES.get(word, ""))
        is_first = not text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip()
        # A near miss at the offset itself is the fault that was told.
        if token in _CLAUSES[kind] and (word in TOKEN_OF or (is_first and match.start() > start)):
            yield match.start(), word
