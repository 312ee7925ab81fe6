"""`python -m benchmarks.scale [--quick]` measures many papers: what a second process brings, and what a worker holds.

Lines of JSON go in, lines of results come out, as in a pipeline. Writes `benchmarks/scale.md`. Memory is what the
workers hold for themselves and their share of what they hold together (PSS), the greatest that was seen while they ran.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.corpus import papers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[1]
DIFFERENT = 60
SPEED_PAPERS, SPEED_ROUNDS = 1_000, 3
WHOLE, QUICK = (300, 10_000, 100_000, 1_000_000), (300, 3_000)
"""Documents that memory is measured with. A million take hours; `--quick` is for looking."""


class Run(NamedTuple):
    """What a run took: seconds by the clock, and the mebibytes of the process and of its largest worker."""

    seconds: float
    parent: float
    worker: float


def main(arguments: Sequence[str]) -> None:
    """Measure, print, write."""
    counts: tuple[int, ...] = QUICK if "--quick" in arguments else WHOLE
    most = next((int(one.partition("=")[2]) for one in arguments if one.startswith("--most=")), counts[-1])
    counts = tuple(count for count in counts if count <= most)
    with tempfile.TemporaryDirectory(prefix="pdo-policy-scale-") as folder:
        place = Path(folder)
        lines = ["# Many papers", "", "Written by `python -m benchmarks.scale`.", "", *_speed(place), ""]
        lines += [
            "| documents | seconds | a second | worker, MiB | the process that deals out, MiB |",
            "|---|---|---|---|---|",
        ]
        for count in counts:
            run = _run(place, _input(place, count), jobs=2)
            rate, worker, parent = count / run.seconds, run.worker, run.parent
            lines.append(f"| {count:,} | {run.seconds:,.0f} | {rate:,.0f} | {worker:.0f} | {parent:.0f} |")
    lines += [
        "",
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.",
    ]
    (ROOT / "benchmarks" / "scale.md").write_text("\n".join(lines) + "\n", "utf-8")
    sys.stdout.write("\n".join(lines) + "\n")


def _speed(place: Path) -> Iterator[str]:
    given = _input(place, SPEED_PAPERS)
    ratios = []
    for _ in range(SPEED_ROUNDS):
        one, two = _run(place, given, jobs=1), _run(place, given, jobs=2)
        ratios.append(one.seconds / two.seconds)
    told = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    yield f"Two processes are {told} times as fast as one, over {SPEED_PAPERS:,} papers; the bar is 1.8."


def _input(place: Path, count: int) -> Path:
    """A file of so many lines, each a paper of a project of its own."""
    made = [paper.json for paper in papers(min(count, DIFFERENT))]
    path = place / f"{count}.ndjson"
    with path.open("w", encoding="utf-8") as stream:
        for number in range(count):
            data = json.loads(made[number % len(made)])
            data["dossier"] = f"P-{number:07}"
            stream.write(json.dumps(data, ensure_ascii=False) + "\n")
    return path


def _run(place: Path, given: Path, *, jobs: int) -> Run:
    command = [sys.executable, "-m", "pdo_policy", "check", "--stdin-ndjson", "--as-of", "2026-11-24"]
    command += ["-f", f"ndjson:{place / 'out.ndjson'}", "--jobs", str(jobs)]
    parent = worker = 0.0
    begin = time.perf_counter()
    with given.open("rb") as stream, subprocess.Popen(command, stdin=stream, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None:
            parent = max(parent, _held(process.pid))
            worker = max((worker, *map(_held, _children(process.pid))))
            time.sleep(0.1)
    return Run(time.perf_counter() - begin, parent, worker or parent)


def _children(process: int) -> list[int]:
    with suppress(OSError):
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    return []


def _held(process: int) -> float:
    """The proportional set size of a process in MiB; 0 where it is gone."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    return 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
