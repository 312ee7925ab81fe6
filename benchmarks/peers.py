"""What is measured, and what it is measured against, is installed into `.bench/`, which nothing else knows of."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOME = ROOT / ".bench"
PYTHON = HOME / "venv" / "bin" / "python"
SPECTRAL = HOME / "node_modules" / ".bin" / "spectral"
PACKAGES = ("check-jsonschema==0.39.0", "gordon-to-regorus==0.13.0")
"""The peers in Python; PyYAML and jsonschema-rs come with the package itself."""
NODE_PACKAGE = "@stoplight/spectral-cli@6.16.3"
NOT_MEASURED = {
    "OPA": "no package registry carries its binary; its Go library on PyPI (`opa-golib-python-bindings`) asks for "
    "Python 3.14",
}


def install() -> list[str]:
    """Install what is missing; the peers that could not be had."""
    HOME.mkdir(exist_ok=True)
    if not PYTHON.exists():
        _run(sys.executable, "-m", "venv", str(PYTHON.parents[1]))
        _run(str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES, "pip")
    _install_ourselves()
    missing = [name for name in ("npm",) if shutil.which(name) is None]
    if not SPECTRAL.exists() and not missing:
        npm = ("npm", "install", "--prefix", str(HOME), "--no-audit", "--no-fund", "--loglevel=error", NODE_PACKAGE)
        subprocess.run(npm, check=False)
    return [] if SPECTRAL.exists() else ["Spectral"]


def _install_ourselves() -> None:
    """The wheel of this checkout, as users get it."""
    wheels = HOME / "wheels"
    shutil.rmtree(wheels, ignore_errors=True)
    pip = (str(PYTHON), "-m", "pip", "--quiet", "--disable-pip-version-check")
    _run(*pip, "wheel", "--no-deps", "--wheel-dir", str(wheels), str(ROOT))
    (wheel,) = wheels.glob("*.whl")
    _run(*pip, "install", str(wheel))
    _run(*pip, "install", "--force-reinstall", "--no-deps", str(wheel))


def versions() -> dict[str, str]:
    """The versions of what is installed."""
    code = (
        "from importlib.metadata import version as v; "
        "print(*(f'{n}={v(n)}' for n in ('check-jsonschema', 'gordon-to-regorus', 'PyYAML', 'jsonschema-rs')))"
    )
    said = subprocess.run([str(PYTHON), "-c", code], capture_output=True, text=True, check=True).stdout
    found = dict(pair.split("=") for pair in said.split())
    return {**found, "Spectral": NODE_PACKAGE.rpartition("@")[2]} if SPECTRAL.exists() else found


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
