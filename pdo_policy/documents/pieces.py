"""What a reader made of the parts of a text becomes its documents."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from pdo_policy.documents.limits import MAX_PROBLEMS
from pdo_policy.documents.node import Document, InputProblem, Node

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pdo_policy.source import Source


class Piece(NamedTuple):
    """One document as read: where it begins, its tree, and what the reader found."""

    start: int
    root: Node | None
    problems: Sequence[InputProblem]


class Abandoned(Exception):  # noqa: N818 - it never leaves the room, and says what happened rather than what failed
    """Reading goes no further; holds the fatal problem."""

    def __init__(self, problem: InputProblem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def assembled(
    source: Source, written: str, pieces: Sequence[Piece], screened: Sequence[InputProblem]
) -> tuple[Document, ...]:
    """Documents in their order; a problem of the whole text goes to the document it stands in.

    Args:
        source: the text.
        written: its format.
        pieces: in their order; none where the text holds nothing.
        screened: problems found in the text before it was read, in the order of their places.
    """
    if not pieces:
        pieces = [Piece(0, None, [InputProblem("input.empty", {}, 0, 0, fatal=True)])]
    starts = [piece.start for piece in pieces]
    shares: list[list[InputProblem]] = [list(piece.problems) for piece in pieces]
    for problem in screened:
        shares[max(0, bisect_right(starts, problem.start) - 1)].append(problem)
    return tuple(
        Document(source, _usable(piece.root, share), index, _told(share), written)
        for index, (piece, share) in enumerate(zip(pieces, shares, strict=True))
    )


def _usable(root: Node | None, problems: Sequence[InputProblem]) -> Node | None:
    return None if any(problem.fatal for problem in problems) else root


def _told(problems: Sequence[InputProblem]) -> tuple[InputProblem, ...]:
    # The same thing may be seen twice, the second time as what makes the text unreadable.
    problems = list({(problem.code, problem.start): problem for problem in sorted(problems, key=_fatal_last)}.values())
    problems.sort(key=_place)
    if len(problems) <= MAX_PROBLEMS:
        return tuple(problems)
    # A fatal problem is what the reader must see; it often stands last.
    chosen = [problem for problem in problems if problem.fatal][:MAX_PROBLEMS]
    chosen += [problem for problem in problems if not problem.fatal][: MAX_PROBLEMS - len(chosen)]
    chosen.sort(key=_place)
    rest = {"count": str(len(problems) - len(chosen))}
    last = chosen[-1]
    return (*chosen, InputProblem("input.more-problems", rest, last.start, last.end, fatal=False))


def _fatal_last(problem: InputProblem) -> bool:
    return problem.fatal


def _place(problem: InputProblem) -> tuple[int, int]:
    return problem.start, problem.end
