"""What a check opens, and that it opens nothing else: told by the interpreter itself, in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest

from pdo_policy import bundled
from tests.rulebooks import small

ROOT = Path(__file__).parents[2]
GOAL = "规则 T-GOAL “写明目标”\n  依据 《实施规范》第八条\n  对象 方案\n  严重度 严重\n  应当 方案.目标 已载明\n完\n"
_WATCH = """
import json, os, sys
seen = []
def told(event, arguments):
    if event == "open":
        path, mode, flags = arguments
        if isinstance(path, (str, bytes)):
            writing = bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)) if isinstance(flags, int) else False
            seen.append(["write" if writing else "read", os.path.realpath(os.fsdecode(path))])
    elif event.startswith(("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system",
                           "urllib.", "http.", "ftplib.", "smtplib.", "webbrowser.", "pty.", "os.startfile", "exec.")):
        seen.append([event, str(arguments)[:200]])
    elif event in ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.symlink", "os.truncate",
                   "shutil.rmtree", "tempfile.mkstemp"):
        seen.append([event, str([os.path.realpath(one) for one in arguments if isinstance(one, (str, bytes))])])
    elif event in ("compile", "marshal.loads", "pickle.find_class"):
        seen.append([event, ""])
sys.addaudithook(told)
from pdo_policy import cli
loaded = len(seen)
try:
    cli.main(sys.argv[2:])
except SystemExit as stop:
    code = stop.code
sys.stdout.flush()
# The hook sees this too, which is told no more.
with open(sys.argv[1], "w") as stream:
    json.dump([code, seen], stream)
"""


class Seen(NamedTuple):
    """The exit code, the files read and written, and every other event that the hook asked for."""

    code: int
    read: set[Path]
    written: set[Path]
    events: dict[str, list[str]]


def watched(folder: Path, *arguments: str) -> Seen:
    place = folder.parent / "seen.json"
    done = subprocess.run(
        [sys.executable, "-c", _WATCH, place, *arguments],
        cwd=folder, capture_output=True, check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PDO_POLICY_CACHE": str(folder.parent / "cache")},
    )  # fmt: skip
    assert place.exists(), done.stderr.decode()
    code, seen = json.loads(place.read_text("utf-8"))
    events: dict[str, list[str]] = {}
    for event, what in seen:
        events.setdefault(event, []).append(what)
    read, written = (set(map(Path, events.pop(kind, []))) for kind in ("read", "write"))
    return Seen(code, read, written - {place}, events)


def of_python(path: Path) -> bool:
    """Whether a file is the interpreter's, or of a package, ours too: code and the data beside it."""
    homes = {Path(home).resolve() for home in (*sysconfig.get_paths().values(), sys.base_prefix, sys.prefix)}
    code = path.suffix in (".py", ".pyc", ".so", ".pth", ".cfg", ".css", ".j2", ".jinja", ".lark")
    return (ROOT / "pdo_policy" in path.parents and code) or any(home in path.parents for home in homes)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    shutil.copy(ROOT / "samples/drafting/implementation_plan.yaml", folder / "方案.yaml")
    (folder / "别的.txt").write_text("不是材料", "utf-8")
    return folder


# Code of Python is read, and files are written beside and renamed; anything else that the hook asks for is not done.
ALLOWED = {"compile", "marshal.loads", "os.mkdir", "os.rename", "os.remove", "tempfile.mkstemp", "os.chmod"}


def test_a_check_opens_its_papers_its_rulebook_its_cache_and_its_outputs(papers: Path, tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    rulebook = small(tmp_path / "r", GOAL).resolve()
    cache, out = (tmp_path / "cache").resolve(), papers / "报告.html"
    for run in ("first", "second"):
        seen = watched(papers, "check", ".", "--rulebook", str(rulebook), "-f", "text", "-f", "html:报告.html")
        assert seen.code in (0, 1, 3), run
        # The folder of an output is opened to see its new name through to the disk.
        foreign = {path for path in seen.read - {out.parent} if not of_python(path)}
        allowed = {papers / "方案.yaml", *(path for path in rulebook.rglob("*") if path.is_file())}
        schemas = bundled.data("schemas").resolve()
        rest = {path for path in foreign - allowed if schemas not in path.parents and cache not in path.parents}
        assert rest == set()
        assert papers / "方案.yaml" in seen.read
        assert papers / "别的.txt" not in seen.read
        others = {path for path in seen.written if cache not in path.parents and path.parent != out.parent}
        assert {path for path in others if "__pycache__" not in path.parts} == set(), run
        beside = {path.name for path in seen.written if path.parent == out.parent}
        assert len(beside) == 1
        assert beside.pop().startswith(".")
        assert set(seen.events) <= ALLOWED, run


COMMANDS = (("why", "T-GOAL", "."), ("rules", "list"), ("rules", "lint"), ("explain", "T-GOAL"))


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_speaks_to_a_network_or_starts_a_process(
    arguments: tuple[str, ...], papers: Path, tmp_path: Path
) -> None:
    (tmp_path / "r").mkdir()
    rulebook = small(tmp_path / "r", GOAL)
    seen = watched(papers, *arguments, "--rulebook", str(rulebook))
    assert seen.code in (0, 1, 3)
    assert set(seen.events) <= ALLOWED
    cache = (tmp_path / "cache").resolve()
    assert {path for path in seen.written if cache not in path.parents and "__pycache__" not in path.parts} == set()
