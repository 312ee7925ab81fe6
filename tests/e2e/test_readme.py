"""Every console block of the READMEs is run, and prints what stands there; `...` is any lines, or the rest of one."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "README.zh-CN.md", "samples/README.md", "samples/variants/README.md")
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# Running the tests from a test would never end: that the command is the one that runs them is seen by a dry run.
DRY = {"make test": "make -n test", "make check": "make -n check"}


def steps() -> list[tuple[str, str, str]]:
    """Page, command and expected output of every command of every block."""
    found = []
    for page in PAGES:
        for block in BLOCK.findall((ROOT / page).read_text("utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, expected = part.partition("\n")
                found.append((page, command, expected))
    return found


STEPS = steps()


def matches(expected: str, actual: str) -> bool:
    pattern = "".join(map(line_pattern, filter(str.strip, expected.splitlines())))
    return re.fullmatch(pattern, "".join(f"{line}\n" for line in actual.splitlines() if line.strip())) is not None


def line_pattern(line: str) -> str:
    if line == "...":
        return r"(?:.*\n)*?"
    return re.escape(line.removesuffix("...")) + (r".*\n" if line.endswith("...") else r"\n")


COMMANDS = list(dict.fromkeys(command for _, command, _ in STEPS))


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS)
def test_a_console_block_does_what_it_says(command: str, tmp_path: Path) -> None:
    """On every page that shows it."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "OUT": str(tmp_path)}
    done = subprocess.run(
        ["sh", "-c", DRY.get(command, command)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    if command in DRY:
        assert "pytest" in done.stdout or "$(MAKE) test" in done.stdout
        return
    for page, shown, expected in STEPS:
        if shown == command and expected.strip():
            assert matches(expected, done.stdout), f"{page}\n{done.stdout}{done.stderr}"


def test_both_readmes_show_the_same_commands() -> None:
    commands = {page: [command for at, command, _ in STEPS if at == page] for page in PAGES[:2]}
    assert commands["README.md"] == commands["README.zh-CN.md"]
    assert commands["README.md"][:2] == ["make demo", "make test"]


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", (ROOT / page).read_text("utf-8")):
        assert ((ROOT / page).parent / target).exists(), target
