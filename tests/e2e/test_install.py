"""The package is really built and installed: the wheel and the editable install work in any folder."""

from __future__ import annotations

import json
import os
import shutil
import site
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COPIED = (
    "pdo_policy",
    "rules",
    "schemas",
    "samples",
    "docs",
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
)
PLAN = "kind: implementation_plan\ndossier: D\nid: P\ntitle: 题\nstatus: 起草中\n"


def ran(*command: str | Path, cwd: Path, code: int = 0) -> str:
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False, env=environment
    )
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout


def checkout(folder: Path) -> Path:
    """A copy of what the build needs, so that nothing of this checkout can be used by accident."""
    target = folder / "checkout"
    target.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / name)
    return target


def environment(folder: Path) -> Path:
    """A virtual environment that has what the package depends on, from the environment that runs this test."""
    target = folder / "venv"
    ran(sys.executable, "-m", "venv", target, cwd=folder)
    (packages,) = (target / "lib").glob("python*/site-packages")
    shared = [path for path in site.getsitepackages() if Path(path).is_dir()]
    (packages / "zz_shared.pth").write_text("\n".join(shared) + "\n", "utf-8")
    return target / "bin"


def installed(folder: Path, *what: str | Path) -> Path:
    binaries = environment(folder)
    pip = (binaries / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    ran(*pip, "--disable-pip-version-check", "--force-reinstall", *what, cwd=folder)
    return binaries


def works(binaries: Path, folder: Path, home: Path) -> None:
    elsewhere = folder / "别处 某处"
    elsewhere.mkdir()
    (elsewhere / "方案.yaml").write_text(PLAN, "utf-8")
    report = json.loads(ran(binaries / "pdo-policy", "check", "方案.yaml", "-f", "json", cwd=elsewhere, code=1))
    assert report["run"]["exit_code"] == 1
    assert len(report["coverage"]) > 30
    assert '"title": "实施方案"' in ran(binaries / "python", "-m", "pdo_policy", "schema", "方案", cwd=elsewhere)
    assert "17 个文件" in ran(binaries / "pdo-policy", "new", "rulebook", "规则库", cwd=elsewhere)
    ran(binaries / "pdo-policy", "rules", "test", "--rulebook", "规则库", cwd=elsewhere)
    place = ran(binaries / "python", "-c", "import pdo_policy; print(pdo_policy.__file__)", cwd=elsewhere)
    assert Path(place.strip()).is_relative_to(home)


def wheel(source: Path, folder: Path) -> Path:
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    ran(*pip, "--disable-pip-version-check", "--wheel-dir", folder / "dist", source, cwd=folder)
    (found,) = (folder / "dist").glob("*.whl")
    return found


@pytest.mark.slow
def test_the_wheel_works_anywhere(tmp_path: Path) -> None:
    source = checkout(tmp_path)
    built = wheel(source, tmp_path)
    names = zipfile.ZipFile(built).namelist()
    for wanted in (
        "pdo_policy/py.typed",
        "pdo_policy/language/grammar.lark",
        "pdo_policy/_data/rules/hubei/rulebook.yaml",
        "pdo_policy/_data/rules/hubei/instruments/ndrc-2025-27.yaml",
        "pdo_policy/_data/schemas/implementation_plan.schema.json",
        "pdo_policy/_data/hubei.compiled.json",
    ):
        assert wanted in names
    shutil.rmtree(source)
    binaries = installed(tmp_path, built)
    works(binaries, tmp_path, tmp_path / "venv")
    # The first check of an installed package compiles nothing, and keeps nothing.
    code = "import sys, pdo_policy; pdo_policy.load_rulebook(); print('lark' in sys.modules)"
    assert ran(binaries / "python", "-c", code, cwd=tmp_path) == "False\n"


@pytest.mark.slow
def test_an_editable_install_works_anywhere(tmp_path: Path) -> None:
    source = checkout(tmp_path)
    binaries = installed(tmp_path, "--editable", source)
    works(binaries, tmp_path, source)
