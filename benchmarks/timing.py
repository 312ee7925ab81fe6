"""Commands become times: each a whole process, in turn, so that a machine that slows down slows all of them."""

from __future__ import annotations

import os
import statistics
import time
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Times(NamedTuple):
    """What runs of one thing took, one figure a run, all in the same unit."""

    figures: tuple[float, ...]

    @property
    def median(self) -> float:
        """The middle figure."""
        return statistics.median(self.figures)

    def shown(self, digits: int = 0) -> str:
        """The median, and the least and the greatest figure."""
        return f"{self.median:.{digits}f} ({min(self.figures):.{digits}f}–{max(self.figures):.{digits}f})"

    def over(self, other: Times) -> Times:
        """This over another, run by run."""
        return Times(tuple(ours / theirs for ours, theirs in zip(self.figures, other.figures, strict=True)))


class Run(NamedTuple):
    """What runs of a command took, in milliseconds: of processor time, and by the clock on the wall."""

    processor: Times
    wall: Times


def processes(commands: Mapping[str, Sequence[str]], runs: int, environment: Mapping[str, str]) -> dict[str, Run]:
    """What each command takes as a whole process, in turn, after a first run that does not count."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, command in commands.items():
            used = _used(command, environment)
            if run:
                found[name].append(used)
    return {
        name: Run(Times(tuple(used for used, _ in figures)), Times(tuple(wall for _, wall in figures)))
        for name, figures in found.items()
    }


def _used(command: Sequence[str], environment: Mapping[str, str]) -> tuple[float, float]:
    nowhere = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_RDWR, 0) for stream in (0, 1, 2)]
    begin = time.perf_counter()
    child = os.posix_spawn(command[0], list(command), environment, file_actions=nowhere)
    _, _, usage = os.wait4(child, 0)
    wall = time.perf_counter() - begin
    return (usage.ru_utime + usage.ru_stime) * 1000, wall * 1000
