"""The same papers give the same bytes, whatever the seed of hashes, the time zone, the system's language, the order."""

from __future__ import annotations

import itertools
import os
import random
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pdo_policy.reporters import REPORTERS

if TYPE_CHECKING:
    from collections.abc import Sequence

pytestmark = pytest.mark.hard

ROOT = Path(__file__).parents[2]
SEEDS = ("0", "1", "2", "42", "4294967295")
ZONES = ("Asia/Shanghai", "America/New_York", "Pacific/Kiritimati")
JOBS = ("1", "2", "8")
LOCALES = ("C", "C.UTF-8", "POSIX")
FORMATS = [name for name in REPORTERS if name != "trace"]
DEPENDENCIES = ("click", "jinja2", "jsonschema", "jsonschema-rs", "lark", "pydantic", "pyyaml")


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("papers")
    for name in ("deficient", "franchise", "two-operators", "unreadable"):
        shutil.copytree(ROOT / "samples" / name, folder / name)
    return folder


def digest(
    python: str | Path, folder: Path, papers: Sequence[str], environment: dict[str, str], *more: str
) -> dict[str, str]:
    """The digest of every format of one check, and of what came on standard output."""
    out = folder.parent / "out"
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    wanted = [part for name in FORMATS for part in ("-f", f"{name}:{out / name}")]
    done = subprocess.run(
        [python, "-m", "pdo_policy", "check", *papers, "--as-of", "2026-11-24", "-f", "text", *wanted, *more],
        cwd=folder, capture_output=True, check=False,
        env={
            "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment,
            "PDO_POLICY_CACHE": str(folder.parent / "cache"), "HOME": str(folder.parent),
        },
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (3, b"")
    found = {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}
    assert len(found) == len(FORMATS)
    return {**found, "-": sha256(done.stdout).hexdigest()}


@pytest.fixture(scope="module")
def due(papers: Path) -> dict[str, str]:
    return digest(sys.executable, papers, ["."], {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"})


@pytest.mark.parametrize(("zone", "locale"), list(itertools.product(ZONES, LOCALES)))
def test_seeds_zones_locales_and_order_change_no_byte(
    zone: str, locale: str, papers: Path, due: dict[str, str]
) -> None:
    names = sorted(str(path.relative_to(papers)) for path in papers.rglob("*.yaml"))
    for number, seed in enumerate(SEEDS):
        shuffled = random.Random(number).sample(names, len(names))  # noqa: S311 - an order, no secret
        jobs = JOBS[number % len(JOBS)]
        environment = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        found = digest(sys.executable, papers, shuffled, environment, "--jobs", jobs)
        assert found == due, (seed, zone, locale, jobs)


def other_pythons() -> list[Path]:
    """Interpreters of other versions that are to be had here."""
    found = []
    for version in ("3.11", "3.12", "3.13", "3.14"):
        if version == f"{sys.version_info.major}.{sys.version_info.minor}":
            continue
        for folder in (*os.environ["PATH"].split(":"), *map(str, Path.home().glob(f".pyenv/versions/{version}*/bin"))):
            path = Path(folder) / f"python{version}"
            works = path.is_file() and "shims" not in path.parts
            if (
                works
                and subprocess.run([path, "-c", "import ensurepip"], check=False, capture_output=True).returncode == 0
            ):
                found.append(path)
                break
    return found


@pytest.mark.parametrize("version", ["3.12", "3.13", "3.14"])
def test_another_python_gives_the_same_bytes(version: str, papers: Path, due: dict[str, str], tmp_path: Path) -> None:
    python = next((path for path in other_pythons() if path.name == f"python{version}"), None)
    if python is None:
        pytest.skip(f"no Python {version} here; install one to compare")
    subprocess.run([python, "-m", "venv", tmp_path / "venv"], check=True, capture_output=True)
    binary = tmp_path / "venv/bin/python"
    got = subprocess.run(
        [binary, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *DEPENDENCIES],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    if got.returncode:
        pytest.skip(f"its packages cannot be had: {got.stderr[-300:]}")
    assert digest(binary, papers, ["."], {"PYTHONHASHSEED": "7", "TZ": "Asia/Shanghai", "LC_ALL": "C"}) == due
