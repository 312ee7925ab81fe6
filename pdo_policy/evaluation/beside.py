"""What people alone decide gets a place in the papers: what the rule read there when it came to ask them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pdo_policy.evaluation.blame import read_by, root_of
from pdo_policy.evaluation.run import Gap, Note
from pdo_policy.schema.bound import Bound, State

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pdo_policy.evaluation.blame import Unit
    from pdo_policy.evaluation.conditions import Test
    from pdo_policy.rulebook import ir

MOST_BESIDE = 6
"""To how many places a finding points that people alone decide; what hangs on more is about the paper as a whole."""


def placed(
    unit: Unit, conditions: Sequence[ir.Condition | None], slots: Sequence[object], made: Callable[[ir.Condition], Test]
) -> Unit:
    """A unit for which nothing was read in the papers, with what one of the conditions reads; any other as it is.

    What is there in the subject's own paper comes before all else: a finding is about that paper.

    Args:
        unit: what decided.
        conditions: of the rule, the nearest to the question first.
        slots: the environment before anything is evaluated; the second is the subject.
        made: gives the functions of conditions.
    """
    if unit.elements or not all(isinstance(read, Note) for read in unit.reads):
        return unit
    found = [_read(condition, slots, made) for condition in conditions if condition is not None]
    near = [reads for reads in found if len(reads) <= MOST_BESIDE] or found[-1:]
    own = ([read for read in reads if _is_there(read) and root_of(read) is slots[1]] for reads in near)
    for beside in (*own, *near):
        if 0 < len(beside) <= MOST_BESIDE:
            return unit._replace(beside=tuple(beside))
    return unit


def _read(condition: ir.Condition, slots: Sequence[object], made: Callable[[ir.Condition], Test]) -> list[Bound | Gap]:
    reads = read_by(made(condition), list(slots), keep_open=False)
    return [read for read in reads if not isinstance(read, Note)]


def _is_there(read: Bound | Gap) -> bool:
    return isinstance(read, Bound) and read.state is State.PRESENT
