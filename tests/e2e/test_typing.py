"""The types hold for programs that use the library, in strict mode: by mypy in `make check`, and here by pyright."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PYRIGHT = ROOT / ".judges/node_modules/pyright/index.js"
PROGRAMS = (*sorted((ROOT / "tests/typing").glob("*.py")), ROOT / "integrations/pytest/test_papers.py")
# A fault that a program expects, and that is none, is one.
STRICT = {"typeCheckingMode": "strict", "reportUnnecessaryTypeIgnoreComment": "error"}


@pytest.mark.slow
def test_pyright_accepts_what_is_right_and_nothing_else(tmp_path: Path) -> None:
    node = shutil.which("node")
    if node is None or not PYRIGHT.exists():
        pytest.skip("pyright is not here: make judges")
    for file in PROGRAMS:
        shutil.copy(file, tmp_path)
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(STRICT), "utf-8")
    command = (node, PYRIGHT, "--outputjson", "--pythonpath", sys.executable)
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    told = json.loads(done.stdout)
    assert [
        (Path(one["file"]).name, one["range"]["start"]["line"], one["message"]) for one in told["generalDiagnostics"]
    ] == []
    assert told["summary"]["filesAnalyzed"] == len(PROGRAMS)
