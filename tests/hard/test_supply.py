"""The same sources make the same wheel, wherever and whenever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.e2e.test_install import COPIED

pytestmark = pytest.mark.hard

ROOT = Path(__file__).parents[2]


def built(folder: Path, seed: str, zone: str) -> Path:
    """A wheel from a copy of the sources, whose files are of now."""
    source = folder / "源"
    source.mkdir(parents=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"), copy_function=shutil.copyfile
            )
        else:
            shutil.copyfile(ROOT / name, source / name)
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    subprocess.run(
        [*pip, "--disable-pip-version-check", "--wheel-dir", folder / "dist", source],
        check=True, capture_output=True, cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": "1764028800", "PYTHONHASHSEED": seed, "TZ": zone},
    )  # fmt: skip
    (wheel,) = (folder / "dist").glob("*.whl")
    return wheel


def test_two_builds_make_the_same_wheel(tmp_path: Path) -> None:
    first, second = (
        built(tmp_path / name, seed, zone)
        for name, seed, zone in (("甲", "1", "Asia/Shanghai"), ("别处/乙", "2", "America/New_York"))
    )
    digests = {sha256(wheel.read_bytes()).hexdigest() for wheel in (first, second)}
    assert first.name == second.name
    assert len(digests) == 1
