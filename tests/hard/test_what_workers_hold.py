"""A worker holds no more after hundreds of papers than after the first, and less than is promised of it."""

from __future__ import annotations

import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from benchmarks.scale import children, held, lines_in

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.hard,
    pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is told by Linux"),
]
COMMAND = [sys.executable, "-m", "pdo_policy", "check", "-f", "ndjson", "--stdin-ndjson", "--jobs", "2"]
BAR = 60
GROWTH = 2
"""Mebibytes; and of the growth of a process by which it is no longer called flat."""


def test_what_a_worker_holds_does_not_grow_with_the_papers(tmp_path: Path) -> None:
    seen: list[float] = []
    with (
        lines_in(tmp_path, 900).open("rb") as stream,
        subprocess.Popen(
            [*COMMAND, "--as-of", "2026-11-24"], stdin=stream, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process,
    ):
        while process.poll() is None:
            workers = [held(one).share for one in children(process.pid)]
            seen += [max(workers)] if len(workers) > 1 else []
            time.sleep(0.1)
    assert process.returncode == 1
    third = len(seen) // 3
    assert third > 5
    assert max(seen) < BAR
    assert max(seen[2 * third :]) < max(seen[:third]) + GROWTH
