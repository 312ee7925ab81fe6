"""A command line becomes an exit code, two streams, and what it cost: run as a process of its own, under limits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
_RUN = """
import atexit, json, resource, sys, time
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (2**30, 2**30))
resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
from pdo_policy import cli
begin = time.process_time()
def told():
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else ["VmHWM: 0 kB"]
    peak = next(int(line.split()[1]) // 1024 for line in lines if line.startswith("VmHWM"))
    Path(sys.argv[1]).write_text(json.dumps([time.process_time() - begin, peak]))
atexit.register(told)
cli.main(sys.argv[2:])
"""


class Ran(NamedTuple):
    """How a command ended, what it wrote, the seconds of a processor it took, and its most megabytes."""

    code: int
    out: str
    err: str
    seconds: float
    megabytes: int


def ran(folder: Path, *arguments: str | Path, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> Ran:
    """Run a command in a folder, which gets a file `.cost`."""
    cost = folder / ".cost"
    done = subprocess.run(
        [sys.executable, "-c", _RUN, cost, *map(str, arguments)],
        cwd=folder,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PDO_POLICY_TRACEBACK": "1", **(environment or {})},
    )
    err = done.stderr.decode("utf-8", "replace")
    assert cost.exists(), f"{done.returncode}: {err[-2000:]}"
    seconds, megabytes = json.loads(cost.read_text("utf-8"))
    cost.unlink()
    return Ran(done.returncode, done.stdout.decode("utf-8", "replace"), err, seconds, megabytes)
