"""`python -m benchmarks.scale [--quick]` measures many papers: what a second process brings, and what each holds.

Lines of JSON go in, lines of results come out, as in a pipeline. Writes `benchmarks/scale.md`. Memory is what a process
holds for itself and its share of what several hold together (PSS), the greatest that was seen while the workers ran;
beside it stands all that is in it (RSS), which counts what is shared once for each process.
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
WHOLE, QUICK = (300, 3_000, 10_000, 100_000, 1_000_000), (300, 3_000)
"""Documents that memory is measured with. A million take hours; `--quick` is for looking."""
LOOKED_AT = 100_000
"""Files of which a process that deals out keeps what it needs to know."""
IN_FOLDER, IN_PROJECT = 1_000, 3


class Held(NamedTuple):
    """Mebibytes of a process: its share, and all that is in it."""

    share: float = 0.0
    whole: float = 0.0


class Run(NamedTuple):
    """What a run took: seconds by the clock, and what was held by the process and by the largest of its workers."""

    seconds: float
    parent: Held
    worker: Held


def main(arguments: Sequence[str]) -> None:
    """Measure, print, write."""
    quick = "--quick" in arguments
    counts: tuple[int, ...] = QUICK if quick else WHOLE
    most = next((int(one.partition("=")[2]) for one in arguments if one.startswith("--most=")), counts[-1])
    with tempfile.TemporaryDirectory(prefix="pdo-policy-scale-") as folder:
        place = Path(folder)
        lines = ["# Many papers", "", "Written by `python -m benchmarks.scale`.", "", *_speed(place), ""]
        lines += _memory(place, [count for count in counts if count <= most])
        lines += ["", *_looking(place, min(most, LOOKED_AT))]
    lines += [
        "",
        f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}.",
    ]
    (ROOT / "benchmarks" / "scale.md").write_text("\n".join(lines) + "\n", "utf-8")
    sys.stdout.write("\n".join(lines) + "\n")


def _speed(place: Path) -> Iterator[str]:
    given = lines_in(place, SPEED_PAPERS)
    ratios = []
    for _ in range(SPEED_ROUNDS):
        one, two = _run(place, given, jobs=1), _run(place, given, jobs=2)
        ratios.append(one.seconds / two.seconds)
    told = f"{statistics.median(ratios):.2f} ({min(ratios):.2f}–{max(ratios):.2f})"
    yield f"Two processes are {told} times as fast as one, over {SPEED_PAPERS:,} papers; the bar is 1.8."


def _memory(place: Path, counts: Sequence[int]) -> Iterator[str]:
    yield "MiB of the largest of two workers and of the process that deals out: its share (PSS), and all in it (RSS)."
    yield "The bar is 60 for a worker."
    yield ""
    yield "| documents | seconds | a second | worker, PSS | worker, RSS | dealing out, PSS | dealing out, RSS |"
    yield "|---|---|---|---|---|---|---|"
    for count in counts:
        run = _run(place, lines_in(place, count), jobs=2)
        told = (f"{one:.0f}" for one in (*run.worker, *run.parent))
        yield f"| {count:,} | {run.seconds:,.0f} | {count / run.seconds:,.0f} | {' | '.join(told)} |"


def _looking(place: Path, most: int) -> Iterator[str]:
    yield "What is kept of files before the first is checked, and until the last is (RSS; papers of a few lines):"
    yield ""
    yield "| files | seconds | MiB before | greatest | MiB after | bytes in memory for each further file |"
    yield "|---|---|---|---|---|---|"
    before = 0.0
    for count in (most // 10, most):
        folder = place / f"files-{count}"
        _few_lines(folder, count)
        told = subprocess.run([sys.executable, "-c", _LOOKER, folder], capture_output=True, check=True).stdout
        seconds, begun, after, greatest = map(float, told.split())
        each = f"{(after - before) * 1024**2 / (count - most // 10):.0f}" if before else ""
        yield f"| {count:,} | {seconds:.0f} | {begun:.0f} | {greatest:.0f} | {after:.0f} | {each} |"
        before = after


_LOOKER = """
import sys, time
from pathlib import Path
from pdo_policy import api
from pdo_policy.bulk.grouping import Groups

def held():
    told = dict(line.split(":") for line in Path("/proc/self/status").read_text("utf-8").splitlines())
    return [int(told[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM")]

book = api.load_rulebook()
before, _ = held()
begin = time.perf_counter()
groups = Groups(sys.argv[1:], book, lambda _: None)
for group in groups:
    pass
print(time.perf_counter() - begin, before, *held())
"""


def _few_lines(folder: Path, count: int) -> None:
    """So many files of a few lines each, by the thousand in folders, of a third as many projects."""
    for number in range(count):
        path = folder / f"{number // IN_FOLDER:04}" / f"方案-{number:07}.yaml"
        if number % IN_FOLDER == 0:
            path.parent.mkdir(parents=True)
        project = f"HB-2026-{number // IN_PROJECT:07}"
        path.write_text(f"文件种类: 实施方案\n项目编号: {project}\n编号: FA-{number:07}\n", "utf-8")


def lines_in(place: Path, count: int) -> Path:
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
    target = os.devnull if given.stat().st_size > _LARGE else place / "out.ndjson"
    command = [sys.executable, "-m", "pdo_policy", "check", "--stdin-ndjson", "--as-of", "2026-11-24", "-f"]
    command += ["ndjson", "--jobs", str(jobs)]
    parent, worker = Held(), Held()
    begin = time.perf_counter()
    with (
        given.open("rb") as stream,
        Path(target).open("wb") as out,
        subprocess.Popen(command, stdin=stream, stdout=out, stderr=subprocess.DEVNULL) as process,
    ):
        while process.poll() is None:
            below = children(process.pid)
            # What processes hold together is all the one's own when the others have ended.
            parent = max(parent, held(process.pid) if below or jobs == 1 else parent)
            worker = max((worker, *map(held, below)))
            time.sleep(0.1)
    return Run(time.perf_counter() - begin, parent, worker)


_LARGE = 500_000_000
"""Bytes of papers of which the results, three times as many, are not written to the disk."""


def children(process: int) -> list[int]:
    """The processes that a process has begun."""
    with suppress(OSError):
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    return []


def held(process: int) -> Held:
    """What a process holds; nothing where it is gone."""
    with suppress(OSError):
        told = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
        sizes = {name: int(size.split()[0]) / 1024 for name, _, size in (line.partition(":") for line in told)}
        return Held(sizes["Pss"], sizes["Rss"])
    return Held()


if __name__ == "__main__":
    main(sys.argv[1:])
