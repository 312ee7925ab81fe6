"""The terminal as a person has it: a real one, of any width; a console in GBK; and whatever a hostile paper sends."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from pathlib import Path
from time import sleep
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from pdo_policy.cli.progress import Progress
from pdo_policy.progress import ASKING, READING
from pdo_policy.reporters.typesetting import STYLES
from pdo_policy.source import width
from tests.e2e.test_guides import followed

if TYPE_CHECKING:
    from collections.abc import Mapping

pty = pytest.importorskip("pty", reason="没有伪终端：Windows 上不能这样测试")

ROOT = Path(__file__).parents[2]
REPORT = "samples/compliant/annual_report.yaml"
OWN = re.compile("\x1b\\[(?:" + "|".join(["0", *STYLES.values()]) + ")m")
PLAN = "kind: implementation_plan\ndossier: D\nid: P\ntitle: {title}\nstatus: 起草中\n"
HOSTILE = "\x1b[31m红\x1b]0;标题\x07\x1b[2J\x9b31m\u202e\u2066反\x7f\x08\r"


def environment(**variables: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
    return {**kept, "TERM": "xterm", "SOURCE_DATE_EPOCH": "1796000000", **variables}


def on_terminal(
    *arguments: str, columns: int = 80, folder: Path = ROOT, variables: Mapping[str, str] = MappingProxyType({})
) -> tuple[int, str]:
    """The exit code, and all that a terminal of so many columns receives."""
    master, slave = pty.openpty()
    os.set_blocking(master, True)
    given = environment(COLUMNS=str(columns), **variables)
    child = subprocess.Popen(
        [sys.executable, "-m", "pdo_policy", *arguments],
        stdin=slave, stdout=slave, stderr=slave, cwd=folder, env=given, close_fds=True,
    )  # fmt: skip
    os.close(slave)
    received = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # the child has closed the terminal
            break
        if not part:
            break
        received += part
    os.close(master)
    return child.wait(60), received.decode("utf-8").replace("\r\n", "\n")


def piped(*arguments: str, **variables: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "pdo_policy", *arguments],
        capture_output=True, cwd=ROOT, env=environment(**variables), check=False, timeout=60,
    )  # fmt: skip


@pytest.mark.parametrize("columns", [50, 80, 132])
def test_a_report_fits_the_terminal(columns: int) -> None:
    code, said = on_terminal("check", REPORT, columns=columns)
    assert code == 0
    lines = OWN.sub("", said).splitlines()
    assert OWN.search(said)
    for line in lines:
        # What cannot be broken, such as a path or an id, stays whole.
        assert width(line) < columns or " " not in line.strip() or line.strip().startswith(REPORT), line
    assert "".join("".join(lines).split()) == "".join(piped("check", REPORT).stdout.decode().split())


COLOURS = [
    # options, variables, on a terminal, coloured
    ([], {}, True, True),
    ([], {}, False, False),
    ([], {"NO_COLOR": "1"}, True, False),
    ([], {"NO_COLOR": ""}, True, True),
    ([], {"TERM": "dumb"}, True, False),
    ([], {"FORCE_COLOR": "1"}, False, True),
    ([], {"FORCE_COLOR": "0"}, False, False),
    ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    (["--color", "never"], {"FORCE_COLOR": "1"}, True, False),
    (["--color=always"], {"NO_COLOR": "1"}, False, True),
    (["--color", "auto"], {}, True, True),
]


@pytest.mark.parametrize(("options", "variables", "terminal", "coloured"), COLOURS)
def test_colours_are_there_when_they_are_wanted(
    options: list[str], variables: dict[str, str], terminal: bool, coloured: bool
) -> None:
    call = ("check", "samples/drafting", "-q", *options)
    said = on_terminal(*call, variables=variables)[1] if terminal else piped(*call, **variables).stdout.decode()
    assert bool(OWN.search(said)) is coloured
    assert "\x1b" not in OWN.sub("", said)


def test_files_and_formats_for_programs_are_never_coloured(tmp_path: Path) -> None:
    written = tmp_path / "报告.txt"
    _, said = on_terminal("check", REPORT, "--color", "always", "-f", f"text:{written}", "-f", "json")
    assert "\x1b" not in said
    assert written.read_bytes() == piped("check", REPORT).stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    "call",
    [
        ["check", "."],
        ["check", ".", "--lang", "en"],
        ["check", ".", "--group-by", "file", "--no-fold"],
        ["check", ".", "-f", "github"],
        ["check", ".", "-f", "markdown"],
        ["why", "HB-PLAN-MODE", "."],
        ["check", f"没有\x1b[31m{HOSTILE}.yaml"],
        ["check", ".", "--law", HOSTILE],
        ["check", ".", "--rulebook", HOSTILE],
        ["check", ".", "--as-of", HOSTILE],
        ["check", ".", "-f", HOSTILE],
        ["check", ".", "-f", f"text:{HOSTILE}/x"],
        ["check", ".", f"--{HOSTILE}"],
        [HOSTILE],
        ["explain", HOSTILE],
        ["why", HOSTILE, "."],
        ["law", HOSTILE],
        ["schema", HOSTILE],
        ["rules", HOSTILE],
        ["rules", "fmt", HOSTILE],
        ["rules", "test", HOSTILE],
    ],
    ids=lambda call: " ".join(call).encode("ascii", "replace").decode().replace("\x1b", "?")[:40],
)
def test_nothing_of_a_paper_or_of_a_call_steers_the_terminal(call: list[str], tmp_path: Path) -> None:
    name = "名\x1b[31m\x1b]0;t\x07\u202e字.yaml"
    title = "".join(f"\\u{ord(char):04x}" for char in HOSTILE)
    (tmp_path / name).write_text(
        PLAN.format(title=f'"{title}"') + f'授权模式: "{title}"\n未知{title[:6]}: 1\n', "utf-8"
    )
    # Progress, which a dumb terminal does not get, moves the cursor itself.
    _, said = on_terminal(*call, folder=tmp_path, variables={"TERM": "dumb", "FORCE_COLOR": "1"})
    bare = OWN.sub("", said).replace("\n", "").replace("\u200e", "")
    assert bare
    assert [char for char in bare if not char.isprintable() and char != "\u3000"] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "call",
    [
        ["check", "samples/deficient"],
        ["check", REPORT],
        ["check", "samples/drafting", "-q"],
        ["check", "samples/deficient", "--group-by", "clause", "--no-fold"],
        ["why", "HB-PLAN-MODE", "samples/deficient"],
        ["law"],
        ["explain", "27号第九条"],
    ],
    ids=" ".join,
)
def test_a_console_in_gbk_shows_every_symbol(call: list[str], lang: str) -> None:
    done = piped(*call, "--lang", lang, PYTHONIOENCODING="gbk")
    assert done.returncode in (0, 1)
    assert not re.search(rb"\\[ux][0-9a-f]{2}", done.stdout.replace(b"U+200B", b""))
    done.stdout.decode("gbk")


def test_a_console_that_lacks_a_character_shows_its_number(tmp_path: Path) -> None:
    paper = tmp_path / "方案😀.yaml"
    paper.write_text(PLAN.format(title="笑😀 ✓") + "授权模式: 😀\n", "utf-8")
    for encoding in ("gbk", "ascii", "cp437", "latin-1"):
        done = piped("check", str(paper), "--color", "always", PYTHONIOENCODING=encoding)
        assert done.returncode == 1
        assert "\\U0001f600" in done.stdout.decode(encoding)
        assert b"Traceback" not in done.stderr


def test_quiet_counts_what_it_does_not_tell() -> None:
    done = piped("check", "samples/deficient", "--quiet")
    whole = piped("check", "samples/deficient")
    assert done.returncode == whole.returncode == 1
    said = done.stdout.decode().splitlines()
    assert [line.partition("：")[0] for line in said] == ["义务检查", "书写和格式问题 32 处", "结论"]
    assert set(said) <= set(whole.stdout.decode().splitlines())
    assert done.stderr == b""


# ---------------------------------------------------------------------- progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def worked_through(stream: io.StringIO, *, quiet: bool = False, pause: float = 0.06, lang: str = "zh") -> str:
    with Progress(lang, quiet=quiet, stream=stream) as progress:
        for stage in (READING, ASKING):
            things = list(range(14))
            done = []
            for thing in progress.watch(stage, things):
                sleep(pause)
                done.append(thing)
            assert done == things
    return stream.getvalue()


def test_a_long_check_tells_how_far_it_has_come_and_leaves_nothing() -> None:
    said = worked_through(Terminal())
    assert re.search(r"\r检查 \d+/14 条规则  \d+ 条/秒  约剩 1 秒", said)
    last, after = said.split("\r")[-2:]
    assert (last.strip(), after) == ("", "")
    assert len(last) >= max(width(one.rstrip()) for one in said.split("\r"))
    assert re.search(r"\rchecking \d+/14 rules  \d+ a second  about 1 s left", worked_through(Terminal(), lang="en"))


def test_nobody_is_disturbed_who_did_not_ask() -> None:
    assert worked_through(io.StringIO()) == ""
    assert worked_through(Terminal(), quiet=True) == ""
    assert worked_through(Terminal(), pause=0.0) == ""


def test_progress_is_gone_when_the_report_comes(tmp_path: Path) -> None:
    text = (ROOT / "samples/compliant/implementation_plan.yaml").read_text("utf-8")
    for number in range(400):
        (tmp_path / f"方案{number}.yaml").write_text(text.replace("HB-2025-YC-001", f"P-{number}"), "utf-8")
    code, said = on_terminal("check", ".", folder=tmp_path, variables={"NO_COLOR": "1"})
    assert code == 0
    told, _, report = said.rpartition("\r")
    assert "份" in told or "条规则" in told
    assert report.startswith("结论：可以提交")
    assert "\r" not in on_terminal("check", ".", "-q", folder=tmp_path)[1]


def test_the_page_on_terminals_is_right(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("PDO_POLICY_LANG", raising=False)
    assert followed("terminal.md", ROOT, capsys) == ["check"] * 4
