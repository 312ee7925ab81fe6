"""What is written is whole or not at all: on a full disk, in a process that is killed, beside whatever stood there."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pdo_policy.cli import output
from pdo_policy.errors import UsageError

ROOT = Path(__file__).parents[2]
# A limit on the size of files stands for a full disk: what exceeds it ends in an error, or ends the process.
_LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.{what})
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
from pdo_policy.cli import output
from pdo_policy.errors import UsageError
try:
    output.write(sys.argv[1], "新" * 1_000_000)
except UsageError as error:
    print(error.code, error.facts["reason"])
"""


def limited(target: Path, what: str) -> subprocess.CompletedProcess[str]:
    code = _LIMITED.format(what=what)
    return subprocess.run(
        [sys.executable, "-c", code, target], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "报告.json"
    path.write_text("旧", "utf-8")
    return path


def test_a_full_disk_leaves_the_old_file_and_nothing_else(target: Path) -> None:
    done = limited(target, "SIG_IGN")
    assert (done.returncode, done.stdout) == (0, "cannot-write File too large\n")
    assert [(path.name, path.read_text("utf-8")) for path in target.parent.iterdir()] == [("报告.json", "旧")]


def test_a_process_that_is_killed_while_it_writes_leaves_the_old_file(target: Path) -> None:
    done = limited(target, "SIG_DFL")
    assert done.returncode == -signal.SIGXFSZ
    assert target.read_text("utf-8") == "旧"
    (left,) = (path for path in target.parent.iterdir() if path != target)
    assert left.name.startswith(".pdo-policy-")


def test_an_interrupted_write_takes_its_beginnings_away(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        output.write(str(target), "新")
    assert [(path.name, path.read_text("utf-8")) for path in target.parent.iterdir()] == [("报告.json", "旧")]


def test_who_may_read_a_file_stays_as_it_was(target: Path, tmp_path: Path) -> None:
    target.chmod(0o600)
    output.write(str(target), "新")
    assert (target.read_text("utf-8"), target.stat().st_mode & 0o777) == ("新", 0o600)
    output.write(str(tmp_path / "另一份.json"), "新")
    assert (tmp_path / "另一份.json").stat().st_mode & 0o777 == 0o644


def test_a_link_is_followed_and_a_long_name_is_no_hindrance(target: Path, tmp_path: Path) -> None:
    (tmp_path / "链接.json").symlink_to("报告.json")
    output.write(str(tmp_path / "链接.json"), "新")
    assert target.read_text("utf-8") == "新"
    assert (tmp_path / "链接.json").is_symlink()
    long = tmp_path / ("长" * 84)
    output.write(str(long), "新")
    assert long.read_text("utf-8") == "新"


@pytest.mark.parametrize("arguments", [("check", "samples/drafting"), ("law",), ("schema", "plan")], ids=lambda a: a[0])
def test_standard_output_that_takes_no_more_is_told(arguments: tuple[str, ...], tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    more = ("-f", "text", "-f", f"json:{tmp_path}/报告.json") if arguments[0] == "check" else ()
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "pdo_policy", *arguments, *more], cwd=ROOT, stdout=full, stderr=subprocess.PIPE,
            text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.startswith("pdo-policy: 无法写入“标准输出”（No space left on device）。")
    assert done.stderr.count("\n") == 1
    assert (tmp_path / "报告.json").exists() is bool(more), "the other outputs are written all the same"


def test_a_place_that_is_no_folder_is_told(target: Path) -> None:
    with pytest.raises(UsageError) as caught:
        output.write(str(target / "x.json"), "新")
    assert caught.value.code == "cannot-write"
